/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever is moved, every occurrence is found again under its name.
 */
#include "plan-fixture.h"

static const char *const random_rules[] = {
  "FREQ=DAILY",
  "FREQ=DAILY;INTERVAL=3;COUNT=40",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR",
  "FREQ=WEEKLY;COUNT=9",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;UNTIL=20260801",
  "FREQ=DAILY;BYDAY=SA",
  "FREQ=DAILY;UNTIL=20260601T120000",
};

static BrinePlanItem *
make_random_item (GRand *rand)
{
  const char *rule = random_rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_rules))];
  BrinePlanItem *item = make_item (BRINE_PRACTICE_WALK, "2026-02-24T08:00", 20, rule);
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  BrineLocal at = brine_local_add_seconds (item->start, -1);
  gboolean found = TRUE;

  while (found && at.day < day ("2026-08-01"))
    {
      brine_recurrence_next (recurrence, at, &at, &found);
      if (!found || g_rand_int_range (rand, 0, 6) > 0)
        continue;
      if (g_rand_boolean (rand))
        {
          BrineException *exception = brine_exception_new (at);

          exception->cancelled = g_rand_boolean (rand);
          exception->start =
              brine_local_add_seconds (at, g_rand_int_range (rand, -200, 200) * 3600);
          exception->minutes = g_rand_int_range (rand, 5, 90);
          g_ptr_array_add (item->exceptions, exception);
        }
      else
        {
          g_array_append_val (item->exdates, at);
        }
    }
  return item;
}

static GArray *
expand_year (const BrinePlanItem *item)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  if (item != NULL)
    brine_plan_item_expand (item, day ("2026-01-01"), day ("2026-12-31"), 240, slots);
  return slots;
}

static const BrineSlot *
find_slot (const GArray *slots, BrineLocal original)
{
  for (guint i = 0; i < slots->len; i++)
    if (brine_local_equal (g_array_index (slots, BrineSlot, i).original, original))
      return &g_array_index (slots, BrineSlot, i);
  return NULL;
}

/* Every occurrence before @from is where it was, under its name; every later one is found under
 * its new name, so much later as the edit says, unless it was put somewhere by itself. Away from the ends of the year nothing is new. */
static void
check_edit (const BrinePlanItem *item, const BrineEdit *edit, BrineLocal original, BrineScope scope)
{
  g_autoptr (GArray) before = expand_year (item);
  g_autoptr (GArray) changed = expand_year (edit->changed);
  g_autoptr (GArray) added = expand_year (edit->added);
  guint n_checked = 0;

  for (guint i = 0; i < before->len; i++)
    {
      const BrineSlot *was = &g_array_index (before, BrineSlot, i);
      gboolean goes_along = scope == BRINE_SCOPE_ALL
                            || (scope == BRINE_SCOPE_THIS_AND_LATER
                                && brine_local_compare (was->original, original) >= 0);
      gboolean was_put = !brine_local_equal (was->start, was->original)
                         && !brine_local_equal (was->original, original);
      BrineLocal start =
          brine_local_add_seconds (was->start, goes_along && !was_put ? edit->shift_seconds : 0);
      BrineLocal found;
      const BrinePlanItem *where = brine_edit_find (edit, was->original, &found);
      const BrineSlot *is;

      g_assert_nonnull (where);
      if (start.day >= day ("2026-12-20") || was->start.day >= day ("2026-12-20"))
        continue;
      is = find_slot (where == edit->added ? added : changed, found);
      g_assert_nonnull (is);
      n_checked++;
      if (scope == BRINE_SCOPE_THIS && brine_local_equal (was->original, original))
        continue;
      g_assert_true (brine_local_equal (is->start, start));
      g_assert_cmpint (is->minutes, ==, was->minutes);
      if (!goes_along)
        g_assert_true (brine_local_equal (found, was->original));
    }
  if (before->len > 0
      && g_array_index (before, BrineSlot, before->len - 1).day < day ("2026-12-01"))
    g_assert_cmpuint (changed->len + added->len, ==, n_checked);
}

static void
test_random_moves (void)
{
  const guint32 seed = 20261122;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_splits = 0;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 600; round++)
    {
      g_autoptr (BrinePlanItem) item = make_random_item (rand);
      g_autoptr (GArray) slots = expand_year (item);
      const BrineSlot *slot =
          &g_array_index (slots, BrineSlot, g_rand_int_range (rand, 0, MIN (slots->len, 40)));
      BrineScope scope = (BrineScope)g_rand_int_range (rand, 0, 3);
      BrineLocal to =
          brine_local_add_seconds (slot->start, g_rand_int_range (rand, -150, 150) * 1800);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit =
          brine_plan_item_move (item, slot->original, to, -1, scope, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (brine_plan_item_validate (edit->changed, NULL));
      g_assert_true (edit->added == NULL || brine_plan_item_validate (edit->added, NULL));
      if (scope == BRINE_SCOPE_THIS_AND_LATER && edit->added == NULL)
        scope = BRINE_SCOPE_ALL;
      check_edit (item, edit, slot->original, scope);
      n_splits += edit->added != NULL;
    }
  g_assert_cmpuint (n_splits, >, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-random/moves", test_random_moves);
  return g_test_run ();
}
