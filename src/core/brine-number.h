/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/* More than anybody does; keeps sums exact and nonsense out. */
#define BRINE_NUMBER_MAX 1000000.0

/* Pieces of the grammar of amounts and goals, private to core. The scanners move @text past
 * what they read, or leave it where it was and return FALSE. */
gboolean brine_number_scan (const char **text, double *out_value);
char *brine_number_to_string (double value);
gboolean brine_unit_scan (const char **text, BrineUnit *out_unit);

/* Sets "“input” reason", BRINE_ERROR_INVALID. */
void brine_refuse_input (GError **error, const char *input, const char *reason);

G_END_DECLS
