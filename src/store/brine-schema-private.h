/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

/* "Brin", at offset 68 of the file. */
#define BRINE_APPLICATION_ID 0x4272696e

/* One step from a schema to the next. */
typedef gboolean (*BrineMigration) (BrineDatabase *db, GError **error);

/* @steps[i] leads from schema i + 1 to i + 2; the newest schema is @n_steps + 1. */
typedef struct
{
  const BrineMigration *steps;
  int n_steps;
} BrineMigrations;

extern const BrineMigrations brine_migrations;

int brine_migrations_get_newest (const BrineMigrations *migrations);
/* Makes the tables of the newest schema in an empty file, in one transaction. */
gboolean brine_schema_create (BrineDatabase *db, GError **error);
/* Copies the file to brine-v<schema>-<date>.db beside it, then runs what is missing in one
 * transaction. */
gboolean brine_schema_migrate (BrineDatabase *db, const BrineMigrations *migrations,
                               GError **error);

G_END_DECLS
