/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * brine_food_table_parse:
 * @text: the table, NUL-terminated
 *
 * Reads the table of foods; columns are found by their names, in any order. Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type BrineFood): the foods in the order of the
 *   table, or %NULL with @error set to %BRINE_ERROR_INVALID, which names the line
 */
GPtrArray *brine_food_table_parse (const char *text, GError **error);

G_END_DECLS
