/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-types.h"

#include <string.h>

static void
test_amount_table (void)
{
  static const struct
  {
    const char *text;
    double value;
    BrineUnit unit;
    const char *canonical;
  } rows[] = {
    { "20 min", 20, BRINE_UNIT_MINUTES, "20 min" },
    { "20min", 20, BRINE_UNIT_MINUTES, "20 min" },
    { " 20  Minutes ", 20, BRINE_UNIT_MINUTES, "20 min" },
    { "1.5 h", 1.5, BRINE_UNIT_HOURS, "1.5 h" },
    { "1,5h", 1.5, BRINE_UNIT_HOURS, "1.5 h" },
    { "1 h 20", 80, BRINE_UNIT_MINUTES, "80 min" },
    { "1h20min", 80, BRINE_UNIT_MINUTES, "80 min" },
    { "1 hour 5 minutes", 65, BRINE_UNIT_MINUTES, "65 min" },
    { "2 servings", 2, BRINE_UNIT_SERVINGS, "2 servings" },
    { "1 serving", 1, BRINE_UNIT_SERVINGS, "1 servings" },
    { "0.25 portions", 0.25, BRINE_UNIT_PORTIONS, "0.25 portions" },
    { "3 times", 3, BRINE_UNIT_TIMES, "3 times" },
    { "2.5 km", 2.5, BRINE_UNIT_KILOMETRES, "2.5 km" },
    { "0 min", 0, BRINE_UNIT_MINUTES, "0 min" },
    { "1000000 times", 1000000, BRINE_UNIT_TIMES, "1000000 times" },
    { "", 0, BRINE_UNIT_NONE, "" },
    { "  ", 0, BRINE_UNIT_NONE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      BrineAmount amount;

      g_assert_true (brine_amount_parse (rows[i].text, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat (amount.value, ==, rows[i].value);
      g_assert_cmpint (amount.unit, ==, rows[i].unit);
      text = brine_amount_to_string (amount);
      g_assert_cmpstr (text, ==, rows[i].canonical);
    }
}

/* Every refusal is one sentence that quotes the input and says what to write instead. */
static void
assert_sentence (GError *error, const char *input)
{
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, input));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_amount_bad (void)
{
  static const char *const texts[] = { "min",
                                       "twenty min",
                                       "20",
                                       "20 eggs",
                                       "-5 min",
                                       "20 min min",
                                       "1 h 60",
                                       "1 min 20",
                                       "1 h 20 km",
                                       "1. h",
                                       "1e3 min",
                                       "0x10 min",
                                       "nan min",
                                       "inf h",
                                       "1.2.3 h",
                                       "1000001 min",
                                       "99999999999999999999 min",
                                       "20 min/day",
                                       "20000 h 20" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      BrineAmount amount = { 7, BRINE_UNIT_TIMES };

      g_assert_false (brine_amount_parse (texts[i], &amount, &error));
      assert_sentence (error, texts[i]);
      g_assert_cmpfloat (amount.value, ==, 7);
    }
}

static void
test_amount_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      double magnitude = g_test_rand_bit () ? 1000 : 1;
      BrineAmount amount = { g_test_rand_double () * magnitude,
                             (BrineUnit)g_test_rand_int_range (1, BRINE_UNIT_KILOMETRES + 1) };
      g_autofree char *text = brine_amount_to_string (amount);
      BrineAmount again;

      g_assert_true (brine_amount_parse (text, &again, NULL));
      g_assert_cmpfloat_with_epsilon (again.value, amount.value, 1e-12);
      g_assert_cmpint (again.unit, ==, amount.unit);
    }
}

static void
test_amount_minutes (void)
{
  g_assert_cmpfloat (brine_amount_get_minutes ((BrineAmount){ 1.5, BRINE_UNIT_HOURS }), ==, 90);
  g_assert_cmpfloat (brine_amount_get_minutes ((BrineAmount){ 20, BRINE_UNIT_MINUTES }), ==, 20);
  g_assert_cmpfloat (brine_amount_get_minutes ((BrineAmount){ 3, BRINE_UNIT_TIMES }), ==, -1);
  g_assert_cmpfloat (brine_amount_get_minutes ((BrineAmount){ 0 }), ==, -1);
}

static void
test_goal_table (void)
{
  static const struct
  {
    const char *text;
    BrineGoal goal;
    const char *canonical;
  } rows[] = {
    { ">=20 min", { BRINE_GOAL_AT_LEAST, 20, 0, BRINE_UNIT_MINUTES, BRINE_PER_DAY }, ">=20 min" },
    { "≥ 20 min", { BRINE_GOAL_AT_LEAST, 20, 0, BRINE_UNIT_MINUTES, BRINE_PER_DAY }, ">=20 min" },
    { "<=2 servings/week",
      { BRINE_GOAL_AT_MOST, 0, 2, BRINE_UNIT_SERVINGS, BRINE_PER_WEEK },
      "<=2 servings/week" },
    { "≤2 servings / week",
      { BRINE_GOAL_AT_MOST, 0, 2, BRINE_UNIT_SERVINGS, BRINE_PER_WEEK },
      "<=2 servings/week" },
    { "7-9 h", { BRINE_GOAL_BETWEEN, 7, 9, BRINE_UNIT_HOURS, BRINE_PER_DAY }, "7-9 h" },
    { "7 – 9 h / Day", { BRINE_GOAL_BETWEEN, 7, 9, BRINE_UNIT_HOURS, BRINE_PER_DAY }, "7-9 h" },
    { "7 h - 9 h", { BRINE_GOAL_BETWEEN, 7, 9, BRINE_UNIT_HOURS, BRINE_PER_DAY }, "7-9 h" },
    { "45 min - 1 h",
      { BRINE_GOAL_BETWEEN, 45, 60, BRINE_UNIT_MINUTES, BRINE_PER_DAY },
      "45-60 min" },
    { "=3 times/week",
      { BRINE_GOAL_BETWEEN, 3, 3, BRINE_UNIT_TIMES, BRINE_PER_WEEK },
      "=3 times/week" },
    { "", { BRINE_GOAL_NONE, 0, 0, BRINE_UNIT_NONE, BRINE_PER_DAY }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      BrineGoal goal, again;

      g_assert_true (brine_goal_parse (rows[i].text, &goal, &error));
      g_assert_no_error (error);
      g_assert_true (brine_goal_equal (&goal, &rows[i].goal));
      text = brine_goal_to_string (&goal);
      g_assert_cmpstr (text, ==, rows[i].canonical);
      g_assert_true (brine_goal_parse (text, &again, NULL));
      g_assert_true (brine_goal_equal (&goal, &again));
    }
}

static void
test_goal_bad (void)
{
  static const char *const texts[] = {
    "20 min",     ">=",   ">=20",     ">20 min", "9-7 h",   "7-9",           "7-9 h/month",
    "7 km - 9 h", "-9 h", ">=-5 min", "=",       "7-8-9 h", "<=2 servings/", ">= 20 min/week/day",
    "a lot"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      BrineGoal goal = { BRINE_GOAL_NONE };

      g_assert_false (brine_goal_parse (texts[i], &goal, &error));
      assert_sentence (error, texts[i]);
    }
}

static void
test_goal_met (void)
{
  static const struct
  {
    const char *goal;
    const char *amount;
    gboolean met;
  } rows[] = {
    { ">=20 min", "20 min", TRUE },
    { ">=20 min", "19 min", FALSE },
    { ">=20 min", "0.5 h", TRUE },
    { ">=20 min", "3 times", FALSE },
    { ">=20 min", "", FALSE },
    { "<=2 servings", "2 servings", TRUE },
    { "<=2 servings", "2.1 servings", FALSE },
    { "<=2 servings", "0 servings", TRUE },
    { "7-9 h", "7 h", TRUE },
    { "7-9 h", "9 h", TRUE },
    { "7-9 h", "419 min", FALSE },
    { "7-9 h", "420 min", TRUE },
    { "7-9 h", "541 min", FALSE },
    { "=3 times", "3 times", TRUE },
    { "=3 times", "4 times", FALSE },
    { "", "3 times", TRUE },
    { "", "", TRUE },
    { ">=0.33333333 h", "20 min", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineGoal goal;
      BrineAmount amount;

      g_assert_true (brine_goal_parse (rows[i].goal, &goal, NULL));
      g_assert_true (brine_amount_parse (rows[i].amount, &amount, NULL));
      g_assert_cmpint (brine_goal_is_met (&goal, amount), ==, rows[i].met);
    }
}

static BrineGoal
random_goal (void)
{
  return (BrineGoal){
    .kind = (BrineGoalKind)g_test_rand_int_range (0, BRINE_GOAL_BETWEEN + 1),
    .low = g_test_rand_int_range (0, 3),
    .high = g_test_rand_int_range (3, 5),
    .unit = (BrineUnit)g_test_rand_int_range (BRINE_UNIT_MINUTES, BRINE_UNIT_HOURS + 1),
    .per = g_test_rand_bit () ? BRINE_PER_WEEK : BRINE_PER_DAY,
  };
}

static void
test_goal_laws (void)
{
  for (int i = 0; i < 20000; i++)
    {
      BrineGoal a = random_goal (), b = random_goal ();
      g_autofree char *text_a = brine_goal_to_string (&a);
      g_autofree char *text_b = brine_goal_to_string (&b);

      g_assert_true (brine_goal_equal (&a, &a));
      g_assert_cmpint (brine_goal_equal (&a, &b), ==, brine_goal_equal (&b, &a));
      g_assert_cmpint (brine_goal_equal (&a, &b), ==, g_str_equal (text_a, text_b));
    }
}

#define ASSERT_NICKS(Type, name, last)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (int value = 0; value <= (int)(last); value++)                                             \
      {                                                                                            \
        Type read = (Type)-1;                                                                      \
        g_assert_true (brine_##name##_from_nick (brine_##name##_to_nick ((Type)value), &read));    \
        g_assert_cmpint (read, ==, value);                                                         \
        g_assert_false (brine_##name##_from_nick ("no such nick", &read));                         \
        g_assert_false (brine_##name##_from_nick (NULL, &read));                                   \
        g_assert_cmpint (read, ==, value);                                                         \
      }                                                                                            \
  }                                                                                                \
  G_STMT_END

/* Whatever is typed is either refused with a sentence or written back to the same meaning. */
static void
test_noise (void)
{
  static const char *const pieces[] = { "1",  "20", "0.5",          "1,5",      " ",  "min",
                                        "h",  "km", "times",        ">=",       "<=", "=",
                                        "-",  "–",  "/day",         "/week",    "x",  ".",
                                        "%s", "é",  "999999999999", "servings", "\t", "/" };

  for (int i = 0; i < 50000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) amount_error = NULL;
      g_autoptr (GError) goal_error = NULL;
      BrineAmount amount, same_amount;
      BrineGoal goal, same_goal;

      for (int n = g_test_rand_int_range (0, 7); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

      if (brine_amount_parse (text->str, &amount, &amount_error))
        {
          g_autofree char *again = brine_amount_to_string (amount);

          g_assert_true (brine_amount_parse (again, &same_amount, NULL));
          g_assert_cmpfloat (same_amount.value, ==, amount.value);
          g_assert_cmpint (same_amount.unit, ==, amount.unit);
        }
      else
        assert_sentence (amount_error, "“");

      if (brine_goal_parse (text->str, &goal, &goal_error))
        {
          g_autofree char *again = brine_goal_to_string (&goal);

          g_assert_true (brine_goal_parse (again, &same_goal, NULL));
          g_assert_true (brine_goal_equal (&goal, &same_goal));
        }
      else
        assert_sentence (goal_error, "“");
    }
}

static void
test_shorten (void)
{
  g_autofree char *as = g_strnfill (40, 'a');
  g_autofree char *more = g_strnfill (4000, 'a');
  g_autofree char *cut = g_strconcat (as, "…", NULL);
  g_autofree char *umlauts = g_strconcat (as, "üüü", NULL);
  const struct
  {
    const char *input, *shortened;
  } rows[] = {
    { "", "" },    { "grün", "grün" }, { as, as },
    { more, cut }, { umlauts, cut },   { "a\xff", "a\xef\xbf\xbd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shortened = brine_error_shorten (rows[i].input);

      g_assert_cmpstr (shortened, ==, rows[i].shortened);
    }
}

static void
test_nicks (void)
{
  ASSERT_NICKS (BrinePractice, practice, BRINE_PRACTICE_OWN);
  ASSERT_NICKS (BrineState, state, BRINE_STATE_PAUSED);
  ASSERT_NICKS (BrineSkipReason, skip_reason, BRINE_SKIP_OTHER);
  ASSERT_NICKS (BrinePauseReason, pause_reason, BRINE_PAUSE_OTHER);
  ASSERT_NICKS (BrineMealSlot, meal_slot, BRINE_MEAL_SLOT_SNACK);
  ASSERT_NICKS (BrineUnit, unit, BRINE_UNIT_KILOMETRES);
  g_assert_cmpint (BRINE_PRACTICE_OWN + 1, ==, BRINE_N_PRACTICES);

  /* Stored for good: these words must never change. */
  g_assert_cmpstr (brine_practice_to_nick (BRINE_PRACTICE_WALK), ==, "walk");
  g_assert_cmpstr (brine_state_to_nick (BRINE_STATE_PARTLY), ==, "partly");
  g_assert_cmpstr (brine_skip_reason_to_nick (BRINE_SKIP_NO_TIME), ==, "no-time");
  g_assert_cmpstr (brine_pause_reason_to_nick (BRINE_PAUSE_ANTIBIOTICS), ==, "antibiotics");
  g_assert_cmpstr (brine_meal_slot_to_nick (BRINE_MEAL_SLOT_SNACK), ==, "snack");
}

static void
test_id (void)
{
  g_autofree char *a = brine_id_new ();
  g_autofree char *b = brine_id_new ();
  g_autofree char *lower = g_ascii_strdown (a, -1);

  g_assert_true (g_uuid_string_is_valid (a));
  g_assert_cmpint (a[14], ==, '4');
  g_assert_cmpstr (a, ==, lower);
  g_assert_cmpstr (a, !=, b);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/amount/table", test_amount_table);
  g_test_add_func ("/amount/bad", test_amount_bad);
  g_test_add_func ("/amount/round-trip", test_amount_round_trip);
  g_test_add_func ("/amount/minutes", test_amount_minutes);
  g_test_add_func ("/goal/table", test_goal_table);
  g_test_add_func ("/goal/bad", test_goal_bad);
  g_test_add_func ("/goal/met", test_goal_met);
  g_test_add_func ("/goal/laws", test_goal_laws);
  g_test_add_func ("/noise", test_noise);
  g_test_add_func ("/shorten", test_shorten);
  g_test_add_func ("/nicks", test_nicks);
  g_test_add_func ("/id", test_id);

  return g_test_run ();
}
