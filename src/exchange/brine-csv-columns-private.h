/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-fields-private.h"

G_BEGIN_DECLS

#define BRINE_CSV_KIND "kind"
#define BRINE_CSV_ITEM "item"

/* The columns in the order in which they are written. */
extern const char *const brine_csv_columns[];
extern const guint brine_csv_n_columns;

G_END_DECLS
