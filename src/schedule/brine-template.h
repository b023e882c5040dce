/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-copy.h"

G_BEGIN_DECLS

#define BRINE_TEMPLATE_MAX_ENTRIES 1000

/* A week to be planned again, under a name. A struct with public fields; strings owned. */
typedef struct
{
  char *id;
  char *name;         /* never NULL */
  GPtrArray *entries; /* BrinePlanEntry, never NULL; day 0 is Monday, 6 Sunday */
  BrineStamps stamps;
} BrineTemplate;

/* Fresh id, no entries. (transfer full) */
BrineTemplate *brine_template_new (const char *name);
BrineTemplate *brine_template_copy (const BrineTemplate *template);
void brine_template_free (BrineTemplate *template);
/* Everything but the stamps. */
gboolean brine_template_equal (const BrineTemplate *a, const BrineTemplate *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineTemplate, brine_template_free)

/* Says what is wrong with it, in one sentence: BRINE_ERROR_INVALID. A name, at most
 * BRINE_TEMPLATE_MAX_ENTRIES entries, and each of them what could be planned. */
gboolean brine_template_validate (const BrineTemplate *template, GError **error);

G_END_DECLS
