/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-portion.h"

#include <string.h>

static BrinePortion *
scale (double amount, const char *unit, int from, int to)
{
  BrineIngredient ingredient = { .text = (char *)"x", .amount = amount, .unit = (char *)unit };

  return brine_portion_new (&ingredient, from, to);
}

static void
test_table (void)
{
  static const struct
  {
    double amount;
    const char *unit;
    int from, to;
    const char *number;
    BrineKitchenUnit scaled_unit;
    unsigned long plural;
    const char *word;
  } rows[] = {
    { 43, "g", 1, 1, "43", BRINE_KITCHEN_UNIT_G, 43, "g" }, /* as the recipe says */
    { 43, "g", 2, 3, "65", BRINE_KITCHEN_UNIT_G, 65, "g" },
    { 15, "g", 2, 1, "8", BRINE_KITCHEN_UNIT_G, 8, "g" },
    { 1, "g", 4, 1, "1", BRINE_KITCHEN_UNIT_G, 1, "g" },
    { 700, "ml", 4, 5, "880", BRINE_KITCHEN_UNIT_ML, 880, "ml" },
    { 1, "litre", 4, 6, "1½", BRINE_KITCHEN_UNIT_LITRE, 2, "litres" },
    { 1, "tbsp", 2, 3, "1½", BRINE_KITCHEN_UNIT_TBSP, 2, "tbsp" },
    { 1, "tbsp", 2, 1, "1½", BRINE_KITCHEN_UNIT_TSP, 2, "tsp" },
    { 1, "tbsp", 4, 1, "¾", BRINE_KITCHEN_UNIT_TSP, 1, "tsp" },
    { 1, "tsp", 4, 1, "¼", BRINE_KITCHEN_UNIT_TSP, 1, "tsp" },
    { 1, "tsp", 100, 1, "¼", BRINE_KITCHEN_UNIT_TSP, 1, "tsp" },
    { 1, "pinch", 4, 1, "1", BRINE_KITCHEN_UNIT_PINCH, 1, "pinch" },
    { 3, "eggs", 2, 1, "2", BRINE_KITCHEN_UNIT_PIECE, 2, "" },
    { 1, "eggs", 4, 1, "1", BRINE_KITCHEN_UNIT_PIECE, 1, "" },
    { 0.5, "fruit", 1, 1, "½", BRINE_KITCHEN_UNIT_PIECE, 1, "" },
    { 0.5, "fruit", 1, 3, "1½", BRINE_KITCHEN_UNIT_PIECE, 2, "" },
    { 0.5, "medium", 2, 1, "¼", BRINE_KITCHEN_UNIT_MEDIUM, 1, "medium" },
    { 3, "cloves", 4, 2, "1½", BRINE_KITCHEN_UNIT_CLOVE, 2, "cloves" },
    { 2, "slices", 1, 5, "10", BRINE_KITCHEN_UNIT_SLICE, 10, "slices" },
    { 5, "small", 4, 3, "4", BRINE_KITCHEN_UNIT_SMALL, 4, "small" },
    { 0.333, "medium", 1, 1, "⅓", BRINE_KITCHEN_UNIT_MEDIUM, 1, "medium" },
    { 2.6, "handful", 1, 1, "2½", BRINE_KITCHEN_UNIT_OTHER, 3, "handful" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePortion) portion =
          scale (rows[i].amount, rows[i].unit, rows[i].from, rows[i].to);

      g_assert_cmpstr (portion->number, ==, rows[i].number);
      g_assert_cmpint (portion->unit, ==, rows[i].scaled_unit);
      g_assert_cmpuint (brine_portion_get_plural (portion), ==, rows[i].plural);
      g_assert_cmpstr (brine_portion_get_unit_word (portion), ==, rows[i].word);
    }
}

static void
test_states (void)
{
  g_autoptr (BrinePortion) cooked = scale (240, "g cooked", 2, 4);
  g_autoptr (BrinePortion) cooled = scale (400, "g boiled, cooled", 2, 2);
  g_autoptr (BrinePortion) grated = scale (1, "tsp grated", 2, 4);
  g_autoptr (BrinePortion) other = scale (1, "big handful", 1, 1);

  g_assert_cmpstr (cooked->number, ==, "480");
  g_assert_cmpint (cooked->unit, ==, BRINE_KITCHEN_UNIT_G);
  g_assert_cmpstr (cooked->state, ==, "cooked");
  g_assert_cmpstr (cooled->state, ==, "boiled, cooled");
  g_assert_cmpstr (grated->state, ==, "grated");
  g_assert_cmpint (grated->unit, ==, BRINE_KITCHEN_UNIT_TSP);
  g_assert_cmpstr (other->word, ==, "big handful");
  g_assert_null (other->state);
}

static double
get_tsp (const BrinePortion *portion)
{
  return portion->unit == BRINE_KITCHEN_UNIT_TBSP ? portion->value * 3 : portion->value;
}

/* Nothing scales to zero, no number has decimals, and more people never get less. */
static void
test_laws (void)
{
  static const char *const units[] = { "g",    "ml",    "tbsp",   "tsp",   "pinch",
                                       "eggs", "fruit", "slices", "litre", "small" };

  for (int i = 0; i < 20000; i++)
    {
      const char *unit = units[g_test_rand_int_range (0, G_N_ELEMENTS (units))];
      double amount = g_test_rand_int_range (1, 1000) * 0.5;
      int from = g_test_rand_int_range (1, 9), to = g_test_rand_int_range (1, 12);
      g_autoptr (BrinePortion) portion = scale (amount, unit, from, to == from ? to + 1 : to);
      g_autoptr (BrinePortion) more = scale (amount, unit, from, MAX (to, from) + 2);

      g_assert_cmpfloat (portion->value, >, 0);
      g_assert_null (strpbrk (portion->number, ".,-e"));
      g_assert_cmpuint (strlen (portion->number), >, 0);
      g_assert_cmpfloat (get_tsp (more), >=, get_tsp (portion));
      if (amount * to / from > 4)
        g_assert_cmpfloat_with_epsilon (get_tsp (more),
                                        amount * (MAX (to, from) + 2) / from
                                            * (more->unit == BRINE_KITCHEN_UNIT_TBSP ? 3 : 1),
                                        get_tsp (more) * 0.13);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/portion/table", test_table);
  g_test_add_func ("/portion/states", test_states);
  g_test_add_func ("/portion/laws", test_laws);

  return g_test_run ();
}
