/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-portion.h"

#include <math.h>
#include <string.h>

#define TSP_PER_TBSP 3

static const struct
{
  const char *word;
  BrineKitchenUnit unit;
} unit_words[] = {
  { "g", BRINE_KITCHEN_UNIT_G },
  { "ml", BRINE_KITCHEN_UNIT_ML },
  { "litre", BRINE_KITCHEN_UNIT_LITRE },
  { "litres", BRINE_KITCHEN_UNIT_LITRE },
  { "tbsp", BRINE_KITCHEN_UNIT_TBSP },
  { "tsp", BRINE_KITCHEN_UNIT_TSP },
  { "pinch", BRINE_KITCHEN_UNIT_PINCH },
  { "slice", BRINE_KITCHEN_UNIT_SLICE },
  { "slices", BRINE_KITCHEN_UNIT_SLICE },
  { "stalk", BRINE_KITCHEN_UNIT_STALK },
  { "stalks", BRINE_KITCHEN_UNIT_STALK },
  { "clove", BRINE_KITCHEN_UNIT_CLOVE },
  { "cloves", BRINE_KITCHEN_UNIT_CLOVE },
  { "sheet", BRINE_KITCHEN_UNIT_SHEET },
  { "sheets", BRINE_KITCHEN_UNIT_SHEET },
  { "bulb", BRINE_KITCHEN_UNIT_BULB },
  { "bulbs", BRINE_KITCHEN_UNIT_BULB },
  { "small", BRINE_KITCHEN_UNIT_SMALL },
  { "medium", BRINE_KITCHEN_UNIT_MEDIUM },
  /* Words that say only what the ingredient's name says too. */
  { "", BRINE_KITCHEN_UNIT_PIECE },
  { "fruit", BRINE_KITCHEN_UNIT_PIECE },
  { "egg", BRINE_KITCHEN_UNIT_PIECE },
  { "eggs", BRINE_KITCHEN_UNIT_PIECE },
  { "leek", BRINE_KITCHEN_UNIT_PIECE },
  { "leeks", BRINE_KITCHEN_UNIT_PIECE },
  { "prune", BRINE_KITCHEN_UNIT_PIECE },
  { "prunes", BRINE_KITCHEN_UNIT_PIECE },
  { "shallot", BRINE_KITCHEN_UNIT_PIECE },
  { "shallots", BRINE_KITCHEN_UNIT_PIECE },
  { "wrap", BRINE_KITCHEN_UNIT_PIECE },
  { "wraps", BRINE_KITCHEN_UNIT_PIECE },
};

static const struct
{
  double value;
  const char *glyph;
} fractions[] = {
  { 0.25, "¼" }, { 1.0 / 3, "⅓" }, { 0.5, "½" }, { 2.0 / 3, "⅔" }, { 0.75, "¾" },
};

/* Splits "g boiled, cooled" into the unit and the state of the food. */
static void
read_unit (BrinePortion *portion, const char *text)
{
  const char *space = strchr (text, ' ');
  g_autofree char *word = space ? g_strndup (text, (gsize)(space - text)) : g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (g_str_equal (unit_words[i].word, word))
      {
        portion->unit = unit_words[i].unit;
        portion->state = space ? g_strdup (space + 1) : NULL;
        return;
      }

  portion->unit = BRINE_KITCHEN_UNIT_OTHER;
  portion->word = g_strdup (text);
}

static double
round_to (double value, double step)
{
  return MAX (round (value / step), 1) * step;
}

static double
round_weight (double value)
{
  return round_to (value, value < 20 ? 1 : value < 100 ? 5 : 10);
}

static double
round_count (double value)
{
  return round_to (value, value < 0.875 ? 0.25 : value < 3.75 ? 0.5 : 1);
}

static void
round_portion (BrinePortion *portion, const char *unit_text)
{
  if (portion->unit == BRINE_KITCHEN_UNIT_TBSP && portion->value <= 0.5)
    {
      portion->unit = BRINE_KITCHEN_UNIT_TSP;
      portion->value *= TSP_PER_TBSP;
    }

  switch (portion->unit)
    {
    case BRINE_KITCHEN_UNIT_G:
    case BRINE_KITCHEN_UNIT_ML:
      portion->value = round_weight (portion->value);
      break;
    case BRINE_KITCHEN_UNIT_PINCH:
      portion->value = round_to (portion->value, 1);
      break;
    default:
      if (g_str_has_prefix (unit_text, "egg") || g_str_has_prefix (unit_text, "prune"))
        portion->value = round_to (portion->value, 1);
      else
        portion->value = round_count (portion->value);
      break;
    }
}

/* "1½": a recipe's own amounts are wholes and common fractions too; anything else is rounded to
 * a quarter. */
static char *
write_number (double value)
{
  double whole = floor (value + 0.01);
  double rest = value - whole;
  const char *glyph = "";

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    if (fabs (rest - fractions[i].value) < 0.01)
      glyph = fractions[i].glyph;
  if (*glyph == '\0' && fabs (rest) >= 0.01)
    return write_number (round_to (value, 0.25));
  if (whole < 1)
    return g_strdup (glyph);

  return g_strdup_printf ("%.0f%s", whole, glyph);
}

BrinePortion *
brine_portion_new (const BrineIngredient *ingredient, int recipe_servings, int servings)
{
  BrinePortion *portion;

  g_return_val_if_fail (ingredient != NULL, NULL);
  g_return_val_if_fail (recipe_servings > 0 && servings > 0, NULL);

  portion = g_new0 (BrinePortion, 1);
  portion->value = ingredient->amount * servings / recipe_servings;
  read_unit (portion, ingredient->unit);
  if (portion->state && strstr (ingredient->text, portion->state))
    g_clear_pointer (&portion->state, g_free);
  if (servings != recipe_servings)
    round_portion (portion, ingredient->unit);
  portion->number = write_number (portion->value);

  return portion;
}

void
brine_portion_free (BrinePortion *portion)
{
  if (portion == NULL)
    return;

  g_free (portion->number);
  g_free (portion->word);
  g_free (portion->state);
  g_free (portion);
}

unsigned long
brine_portion_get_plural (const BrinePortion *portion)
{
  g_return_val_if_fail (portion != NULL, 1);

  return MAX ((unsigned long)ceil (portion->value - 0.01), 1);
}

const char *
brine_portion_get_unit_word (const BrinePortion *portion)
{
  static const char *const words[][2] = {
    [BRINE_KITCHEN_UNIT_PIECE] = { "", "" },
    [BRINE_KITCHEN_UNIT_G] = { "g", "g" },
    [BRINE_KITCHEN_UNIT_ML] = { "ml", "ml" },
    [BRINE_KITCHEN_UNIT_LITRE] = { "litre", "litres" },
    [BRINE_KITCHEN_UNIT_TBSP] = { "tbsp", "tbsp" },
    [BRINE_KITCHEN_UNIT_TSP] = { "tsp", "tsp" },
    [BRINE_KITCHEN_UNIT_PINCH] = { "pinch", "pinches" },
    [BRINE_KITCHEN_UNIT_SLICE] = { "slice", "slices" },
    [BRINE_KITCHEN_UNIT_STALK] = { "stalk", "stalks" },
    [BRINE_KITCHEN_UNIT_CLOVE] = { "clove", "cloves" },
    [BRINE_KITCHEN_UNIT_SHEET] = { "sheet", "sheets" },
    [BRINE_KITCHEN_UNIT_BULB] = { "bulb", "bulbs" },
    [BRINE_KITCHEN_UNIT_SMALL] = { "small", "small" },
    [BRINE_KITCHEN_UNIT_MEDIUM] = { "medium", "medium" },
  };

  g_return_val_if_fail (portion != NULL, "");

  if (portion->unit == BRINE_KITCHEN_UNIT_OTHER)
    return portion->word;

  return words[portion->unit][brine_portion_get_plural (portion) > 1 ? 1 : 0];
}
