/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"
#include "brine-first-week.h"

#define N_DAYS 7

static BrineCatalogue *catalogue;

/* Monday morning, before anybody is up. */
static BrineLocal
monday (void)
{
  return brine_local (brine_day_from_ymd (2026, 11, 23), 4, 0);
}

static GPtrArray *
make (const BrineFirstWeekWishes *wishes)
{
  return brine_first_week_make (wishes, catalogue, monday (), NULL);
}

/* The meals of one day of the week, borrowed. */
static GPtrArray *
find_meals (GPtrArray *items, BrineDay day)
{
  GPtrArray *meals = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = g_ptr_array_index (items, i);
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

      if (item->practice != BRINE_PRACTICE_MEAL)
        continue;
      brine_plan_item_expand (item, day, day, 240, slots);
      if (slots->len > 0)
        g_ptr_array_add (meals, item);
    }

  return meals;
}

static BrineRecipe *
get_recipe (const BrinePlanItem *item)
{
  BrineRecipe *recipe = brine_catalogue_find_recipe (catalogue, item->recipe_id);

  g_assert_nonnull (recipe);
  return recipe;
}

static double
get_live (GPtrArray *meals)
{
  double live = 0;

  for (guint i = 0; i < meals->len; i++)
    live += brine_recipe_get_facts (get_recipe (g_ptr_array_index (meals, i)))->live_servings;

  return live;
}

static double
count_plants (GPtrArray *items)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  double points = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);
      const BrineRecipeFacts *facts;

      if (item->practice != BRINE_PRACTICE_MEAL)
        continue;
      facts = brine_recipe_get_facts (get_recipe (item));
      for (guint j = 0; facts->plant_keys[j] != NULL; j++)
        if (g_hash_table_add (seen, facts->plant_keys[j]))
          points += facts->plant_values[j];
    }

  return points;
}

/* What a plan says, without its random ids. */
static char *
describe (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);
      g_autofree char *rule = brine_rule_to_string (item->rule);

      g_string_append_printf (text, "%d %s %d %d %d %s\n", item->practice, item->title,
                              item->start.day, item->start.second, item->minutes, rule);
    }

  return g_string_free (text, FALSE);
}

static void
test_usual_week (void)
{
  BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
  g_autoptr (GPtrArray) items = make (&wishes);
  double sum = 0;

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autoptr (GPtrArray) meals = find_meals (items, monday ().day + i);
      double live = get_live (meals);

      g_test_message ("day %d: %u meals, %g live servings", i, meals->len, live);
      g_assert_cmpuint (meals->len, ==, 4);
      g_assert_cmpfloat (live, <=, 2);
      sum += live;
    }
  g_assert_cmpfloat (sum / N_DAYS, >=, 0.7);
  g_assert_cmpfloat (sum / N_DAYS, <=, 1.3);
  g_test_message ("%g plants", count_plants (items));
  g_assert_cmpfloat (count_plants (items), >=, 30);
}

static void
assert_menu_fits (const BrineFirstWeekWishes *wishes)
{
  g_autoptr (GPtrArray) items = make (wishes);
  g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);

  for (int i = 0; i < N_DAYS; i++)
    {
      g_autoptr (GPtrArray) meals = find_meals (items, monday ().day + i);
      unsigned slots = 0;

      for (guint j = 0; j < meals->len; j++)
        {
          const BrinePlanItem *item = g_ptr_array_index (meals, j);
          BrineRecipe *recipe = get_recipe (item);
          int n = GPOINTER_TO_INT (g_hash_table_lookup (uses, recipe)) + 1;

          g_assert_cmpint (brine_diet_check (&wishes->diet, recipe, catalogue), ==,
                           BRINE_DIET_FITS);
          g_assert_cmpint (n, <=, 2);
          g_hash_table_insert (uses, recipe, GINT_TO_POINTER (n));
          g_assert_cmpint (item->slot, ==, brine_recipe_get_slot (recipe));
          g_assert_cmphex (slots & (1u << item->slot), ==, 0);
          slots |= 1u << item->slot;
        }
      g_assert_cmpfloat (get_live (meals), <=, 2);
    }
}

static void
test_every_diet (void)
{
  for (int eating = BRINE_EATING_ANYTHING; eating <= BRINE_EATING_VEGAN; eating++)
    for (unsigned cautions = 0; cautions < 1u << BRINE_N_CAUTIONS; cautions++)
      {
        BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;

        wishes.diet.eating = (BrineEating)eating;
        wishes.diet.cautions = cautions;
        assert_menu_fits (&wishes);
      }
}

static void
test_allergies (void)
{
  BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
  g_autoptr (GPtrArray) items = NULL;

  wishes.diet = brine_diet_from_string ("vegan no-gluten no-nuts no-soy");
  assert_menu_fits (&wishes);
  /* Nothing left for anybody: the practices stay, the meals do not come. */
  wishes.diet = brine_diet_from_string ("vegan no-gluten no-nuts no-soy caution-fodmap "
                                        "caution-histamine caution-immunity");
  assert_menu_fits (&wishes);
  items = make (&wishes);
  g_assert_cmpuint (items->len, >=, 4);
}

static void
test_same_wishes_same_plan (void)
{
  BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
  g_autoptr (GPtrArray) one = make (&wishes);
  g_autoptr (GPtrArray) two = make (&wishes);
  g_autofree char *first = describe (one);
  g_autofree char *second = describe (two);

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (((BrinePlanItem *)g_ptr_array_index (one, 0))->id, !=,
                   ((BrinePlanItem *)g_ptr_array_index (two, 0))->id);
}

static guint
count_practice (GPtrArray *items, BrinePractice practice)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((BrinePlanItem *)g_ptr_array_index (items, i))->practice == practice;

  return n;
}

static void
test_only_what_was_wished (void)
{
  for (unsigned bits = 0; bits < 1u << 5; bits++)
    {
      BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
      g_autoptr (GPtrArray) items = NULL;

      wishes.meals = (bits & 1) != 0;
      wishes.sleep = (bits & 2) != 0;
      wishes.meditation = (bits & 4) != 0;
      wishes.breathwork = (bits & 8) != 0;
      wishes.walk = (bits & 16) != 0;
      items = make (&wishes);
      g_assert_cmpint (count_practice (items, BRINE_PRACTICE_MEAL) > 0, ==, wishes.meals);
      g_assert_cmpuint (count_practice (items, BRINE_PRACTICE_SLEEP), ==, wishes.sleep);
      g_assert_cmpuint (count_practice (items, BRINE_PRACTICE_MEDITATION), ==, wishes.meditation);
      g_assert_cmpuint (count_practice (items, BRINE_PRACTICE_BREATHWORK), ==, wishes.breathwork);
      g_assert_cmpuint (count_practice (items, BRINE_PRACTICE_WALK), ==, wishes.walk);
      g_assert_cmpuint (count_practice (items, BRINE_PRACTICE_OWN), ==, 0);
    }
}

/* Nothing is missed before it was planned, and nothing waits longer than a week. */
static void
test_begins_now (void)
{
  for (int hour = 0; hour < 24 * N_DAYS; hour += 5)
    {
      BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
      BrineLocal from = brine_local (monday ().day + hour / 24, hour % 24, 20);
      g_autoptr (GPtrArray) items = NULL;

      wishes.bed_minute = hour % 2 == 0 ? 23 * 60 : 30; /* half past midnight */
      items = brine_first_week_make (&wishes, catalogue, from, NULL);
      for (guint i = 0; i < items->len; i++)
        {
          const BrinePlanItem *item = g_ptr_array_index (items, i);

          g_assert_cmpint (brine_local_compare (item->start, from), >=, 0);
          g_assert_cmpint (item->start.day, <=, from.day + N_DAYS);
          if (item->practice == BRINE_PRACTICE_SLEEP)
            {
              g_assert_cmpint (item->start.day, <=, from.day + 1);
              g_assert_cmpint (item->minutes, ==, hour % 2 == 0 ? 480 : 390);
            }
        }
    }
}

static const char *
shout (const char *context, const char *text)
{
  g_autofree char *loud = g_utf8_strup (text, -1);

  return g_strcmp0 (context, "recipe") == 0 ? "RECIPE" : g_intern_string (loud);
}

static void
test_titles_are_translated (void)
{
  BrineFirstWeekWishes wishes = BRINE_FIRST_WEEK_WISHES_DEFAULT;
  g_autoptr (GPtrArray) items = brine_first_week_make (&wishes, catalogue, monday (), shout);

  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);

      g_assert_cmpint (g_str_equal (item->title, "RECIPE"), ==,
                       item->practice == BRINE_PRACTICE_MEAL);
      g_assert_true (g_ascii_isupper (item->title[1]));
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = brine_catalogue_load (NULL);
  g_assert_nonnull (catalogue);

  g_test_add_func ("/first-week/usual", test_usual_week);
  g_test_add_func ("/first-week/every-diet", test_every_diet);
  g_test_add_func ("/first-week/allergies", test_allergies);
  g_test_add_func ("/first-week/same-wishes", test_same_wishes_same_plan);
  g_test_add_func ("/first-week/only-wished", test_only_what_was_wished);
  g_test_add_func ("/first-week/begins-now", test_begins_now);
  g_test_add_func ("/first-week/translated", test_titles_are_translated);

  result = g_test_run ();
  g_assert_finalize_object (catalogue);
  return result;
}
