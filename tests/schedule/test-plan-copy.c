/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-copy.h"
#include "plan-fixture.h"

static BrineSlot
get_slot (const BrinePlanItem *item, const char *original)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  brine_plan_item_expand (item, day ("2026-11-01"), day ("2026-12-31"), 240, slots);
  for (guint i = 0; i < slots->len; i++)
    if (brine_local_equal (g_array_index (slots, BrineSlot, i).original, local (original)))
      return g_array_index (slots, BrineSlot, i);
  g_assert_not_reached ();
}

static BrinePlanItem *
make_lunch (void)
{
  BrinePlanItem *item = make_item (BRINE_PRACTICE_MEAL, "2026-11-23T12:30", 30, "FREQ=DAILY");
  BrineGoalPeriod goals[] = {
    { day ("2026-11-01"), { BRINE_GOAL_AT_LEAST, 1, 0, BRINE_UNIT_SERVINGS, BRINE_PER_DAY } },
    { day ("2026-11-25"), { BRINE_GOAL_AT_LEAST, 2, 0, BRINE_UNIT_SERVINGS, BRINE_PER_DAY } },
  };
  int reminder = 10;

  g_array_append_vals (item->goals, goals, G_N_ELEMENTS (goals));
  g_array_append_val (item->reminders, reminder);
  item->slot = BRINE_MEAL_SLOT_LUNCH;
  item->portions = 1.5;
  item->recipe_id = g_strdup ("kimchi-bowl");
  item->notes = g_strdup ("with rice");
  item->location = g_strdup ("home");
  item->foreign = g_strdup ("X-OTHER:1\r\n");
  return item;
}

static void
test_slot (void)
{
  g_autoptr (BrinePlanItem) item = make_lunch ();
  BrineSlot slot = get_slot (item, "2026-11-24T12:30");
  g_autoptr (BrinePlanItem) copy = brine_plan_copy_slot (&slot, local ("2026-12-01T13:00"));

  g_assert_true (brine_plan_item_validate (copy, NULL));
  g_assert_cmpstr (copy->id, !=, item->id);
  g_assert_cmpstr (copy->uid, ==, copy->id);
  g_assert_false (brine_plan_item_is_recurring (copy));
  g_assert_true (brine_local_equal (copy->start, local ("2026-12-01T13:00")));
  g_assert_cmpint (copy->minutes, ==, 30);
  g_assert_cmpstr (copy->recipe_id, ==, "kimchi-bowl");
  g_assert_cmpstr (copy->notes, ==, "with rice");
  g_assert_cmpstr (copy->location, ==, "home");
  g_assert_null (copy->foreign);
  g_assert_cmpint (copy->slot, ==, BRINE_MEAL_SLOT_LUNCH);
  g_assert_cmpfloat (copy->portions, ==, 1.5);
  g_assert_cmpint (g_array_index (copy->reminders, int, 0), ==, 10);
  /* The goal of the day that was copied, from the day of the copy on. */
  g_assert_cmpuint (copy->goals->len, ==, 1);
  g_assert_cmpfloat (brine_plan_item_get_goal (copy, day ("2026-12-01")).low, ==, 1);
}

/* A changed occurrence is copied as it is, an emptied text stays empty. */
static void
test_changed_slot (void)
{
  g_autoptr (BrinePlanItem) item = make_lunch ();
  BrineException *own = add_exception (item, "2026-11-26T12:30", "2026-11-26T14:00");
  BrineSlot slot;
  g_autoptr (BrinePlanItem) copy = NULL;

  own->title = g_strdup ("Late lunch");
  own->notes = g_strdup ("");
  own->minutes = 45;
  slot = get_slot (item, "2026-11-26T12:30");
  copy = brine_plan_copy_slot (&slot, slot.start);

  g_assert_cmpstr (copy->title, ==, "Late lunch");
  g_assert_null (copy->notes);
  g_assert_cmpstr (copy->recipe_id, ==, "kimchi-bowl");
  g_assert_cmpint (copy->minutes, ==, 45);
  g_assert_cmpfloat (brine_plan_item_get_goal (copy, day ("2026-11-26")).low, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-copy/slot", test_slot);
  g_test_add_func ("/plan-copy/changed-slot", test_changed_slot);
  return g_test_run ();
}
