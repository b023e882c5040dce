/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * brine_catalogue_load:
 *
 * Reads the foods and meals that come with the program. It takes a few milliseconds; do it once
 * and pass the catalogue on. Any thread.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with @error set
 */
BrineCatalogue *brine_catalogue_load (GError **error);

/**
 * brine_catalogue_load_from_bytes:
 * @foods: a table in UTF-8: a line of column names, then one food a line, columns by tabs
 * @meals: a JSON document with "format" 1, "version" and "meals"
 *
 * Either everything is read or nothing is. Any thread.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with @error set to
 *   %BRINE_ERROR_INVALID, which names the file and the line or the meal and field,
 *   %BRINE_ERROR_NEWER for a format that is not known, or %BRINE_ERROR_TOO_COMPLEX for a file
 *   over four megabytes
 */
BrineCatalogue *brine_catalogue_load_from_bytes (GBytes *foods, GBytes *meals, GError **error);

G_END_DECLS
