/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-format-portion.h"

static void
test_table (void)
{
  static const struct
  {
    double amount;
    const char *unit;
    const char *text;
    const char *expected; /* for twice as many people */
  } rows[] = {
    { 125, "g", "Kale, raw", "250 g" },
    { 350, "ml", "water", "700 ml" },
    { 0.75, "tbsp", "Chia seeds", "1½ tbsp" },
    { 0.25, "tsp", "cumin", "½ tsp" },
    { 0.5, "slice", "Rye bread", "1 slice" },
    { 1, "slice", "Rye bread", "2 slices" },
    { 1, "cloves", "Garlic, raw", "2 cloves" },
    { 0.5, "litre", "Broth", "1 litre" },
    { 0.5, "sheet", "Nori", "1 sheet" },
    { 1, "stalk", "Celery", "2 stalks" },
    { 0.5, "bulb", "Fennel bulb", "1 bulb" },
    { 1, "pinch", "cinnamon", "2 pinches" },
    { 1, "small", "Potato", "2 small" },
    { 0.25, "medium", "Onion", "½ medium" },
    { 1, "eggs", "Egg, boiled", "2" },
    { 0.5, "tsp grated", "Ginger root", "1 tsp, grated" },
    { 120, "g cooked", "Quinoa, cooked", "240 g" }, /* not said twice */
    { 1, "handful", "Mint", "2 handful" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineIngredient ingredient = { .text = (char *)rows[i].text,
                                     .amount = rows[i].amount,
                                     .unit = (char *)rows[i].unit };
      g_autoptr (BrinePortion) portion = brine_portion_new (&ingredient, 1, 2);
      g_autofree char *text = brine_format_portion (portion);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format-portion/table", test_table);

  return g_test_run ();
}
