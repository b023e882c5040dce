/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * brine_meals_read:
 * @array: the list "meals" of meals.json
 * @foods: (element-type utf8 BrineFood): the foods by their ids
 *
 * Any thread.
 *
 * Returns: (transfer full) (nullable) (element-type BrineRecipe): the recipes in the order of the
 *   list, or %NULL with @error set to %BRINE_ERROR_INVALID, which names the meal and the field
 */
GPtrArray *brine_meals_read (JsonArray *array, GHashTable *foods, GError **error);

G_END_DECLS
