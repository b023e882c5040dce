/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-template.h"
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
  BrineReminder reminder = { BRINE_REMINDER_AT, 690, 1u << 0 | 1u << 1 };

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
  g_assert_true (brine_reminders_equal (copy->reminders, item->reminders));
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

/* Days and weeks ------------------------------------------------------------------------------ */

static GArray *
expand (GPtrArray *items, const char *from, const char *to)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  for (guint i = 0; i < items->len; i++)
    brine_plan_item_expand (items->pdata[i], day (from), day (to), 240, slots);
  return slots;
}

/* A walk, a lunch and the nights of a week with a change of the clocks, 29 March 2026. */
static GPtrArray *
make_plan (void)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);

  g_ptr_array_add (items,
                   make_item (BRINE_PRACTICE_WALK, "2026-03-23T02:30", 20, "FREQ=DAILY;COUNT=3"));
  g_ptr_array_add (items, make_item (BRINE_PRACTICE_MEAL, "2026-03-24T12:30", 30, NULL));
  g_ptr_array_add (items,
                   make_item (BRINE_PRACTICE_SLEEP, "2026-03-22T23:00", 480, "FREQ=DAILY;COUNT=3"));
  return items;
}

/* "03-31T08:00 walk" of each, in order. */
static char *
describe (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = items->pdata[i];
      g_autofree char *start = brine_local_to_string (item->start);

      g_assert_true (brine_plan_item_validate (item, NULL));
      g_assert_false (brine_plan_item_is_recurring (item));
      g_string_append_printf (text, "%s%.11s %s", i > 0 ? ", " : "", start + 5,
                              brine_practice_to_nick (item->practice));
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *first;
  int n_days;
  const char *to;
  const char *result;
} pastes[] = {
  /* A night goes with the day of waking. */
  { "2026-03-24", 1, "2026-03-27", "03-26T23:00 sleep, 03-27T12:30 meal, 03-28T02:30 walk" },
  /* 01:00 and later, until days start, is still the day before. */
  { "2026-03-22", 1, "2026-03-27", "03-28T02:30 walk" },
  /* Across the night in which 02:30 does not exist: what the clock reads is what is planned. */
  { "2026-03-22", 1, "2026-03-28", "03-29T02:30 walk" },
  { "2026-03-23", 2, "2026-03-30",
    "03-29T23:00 sleep, 03-31T02:30 walk, 03-30T23:00 sleep, 03-31T12:30 meal, 04-01T02:30 walk" },
  { "2026-03-28", 1, "2026-03-30", "" },
  /* Onto itself: everything is there already. */
  { "2026-03-23", 3, "2026-03-23", "" },
};

static void
test_pastes (void)
{
  g_autoptr (GPtrArray) plan = make_plan ();
  g_autoptr (GArray) slots = expand (plan, "2026-03-01", "2026-04-30");

  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autoptr (GPtrArray) entries =
          brine_plan_copy_days (slots, day (pastes[i].first), pastes[i].n_days);
      g_autoptr (GPtrArray) items = brine_plan_paste (entries, day (pastes[i].to), slots);
      g_autofree char *text = describe (items);

      g_assert_cmpstr (text, ==, pastes[i].result);
    }
}

/* Pasted twice, the second time adds nothing. */
static void
test_paste_twice (void)
{
  g_autoptr (GPtrArray) plan = make_plan ();
  g_autoptr (GArray) slots = expand (plan, "2026-03-23", "2026-03-29");
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  g_autoptr (GPtrArray) entries = brine_plan_copy_days (slots, day ("2026-03-23"), 7);
  g_autoptr (GPtrArray) once = brine_plan_paste (entries, day ("2026-04-06"), nothing);
  g_autoptr (GArray) there = expand (once, "2026-04-01", "2026-04-30");
  g_autoptr (GPtrArray) twice = brine_plan_paste (entries, day ("2026-04-06"), there);

  g_assert_cmpuint (once->len, ==, entries->len);
  g_assert_cmpuint (once->len, >, 4);
  g_assert_cmpuint (twice->len, ==, 0);
}

/* A template keeps its weekdays wherever a week begins. */
static void
test_weeks (void)
{
  g_autoptr (GPtrArray) plan =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) from_monday = NULL;
  g_autoptr (GPtrArray) from_sunday = NULL;
  g_autofree char *monday = NULL;
  g_autofree char *sunday = NULL;

  /* A week from Sunday 22 to Saturday 28 March. */
  g_ptr_array_add (plan, make_item (BRINE_PRACTICE_WALK, "2026-03-22T08:00", 20, NULL));
  g_ptr_array_add (plan, make_item (BRINE_PRACTICE_MEAL, "2026-03-23T12:00", 20, NULL));
  slots = expand (plan, "2026-03-22", "2026-03-28");
  entries = brine_plan_copy_days (slots, day ("2026-03-22"), 7);
  brine_plan_entries_to_weekdays (entries, day ("2026-03-22"));
  g_assert_cmpint (((BrinePlanEntry *)entries->pdata[0])->day, ==, 0);
  g_assert_cmpint (((BrinePlanEntry *)entries->pdata[1])->day, ==, 6);

  from_monday = brine_plan_paste_week (entries, day ("2026-04-06"), nothing);
  from_sunday = brine_plan_paste_week (entries, day ("2026-04-05"), nothing);
  monday = describe (from_monday);
  sunday = describe (from_sunday);
  g_assert_cmpstr (monday, ==, "04-06T12:00 meal, 04-12T08:00 walk");
  g_assert_cmpstr (sunday, ==, "04-06T12:00 meal, 04-05T08:00 walk");
}

/* Times of a quota ---------------------------------------------------------------------------- */

static const struct
{
  const char *rule;
  const char *split_from;
  const char *copied;
} times[] = {
  { NULL, "sauna", "sauna" },
  { NULL, NULL, NULL },
  /* The later half of a series has such a mark too; a copy of one of its days has not. */
  { "FREQ=DAILY", "walk", NULL },
  { "FREQ=WEEKLY;COUNT=1", "walk", NULL },
};

static void
assert_split_from (GPtrArray *items, const char *split_from)
{
  g_assert_cmpuint (items->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[0])->split_from, ==, split_from);
}

static gpointer
copy_entry (gconstpointer entry, gpointer data)
{
  return brine_plan_entry_copy (entry);
}

/* A copy of one time of a quota is another of its times: in the same week, in another, and by way
 * of a template. */
static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_OWN, "2026-11-24T18:00", 60, times[i].rule);
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
      BrineSlot slot;

      item->split_from = g_strdup (times[i].split_from);
      slot = get_slot (item, "2026-11-24T18:00");
      g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
      g_array_append_val (slots, slot);
      g_autoptr (BrinePlanItem) one = brine_plan_copy_slot (&slot, local ("2026-11-26T18:00"));
      g_autoptr (GPtrArray) entries = brine_plan_copy_days (slots, day ("2026-11-23"), 7);
      g_autoptr (GPtrArray) next_week = brine_plan_paste (entries, day ("2026-11-30"), nothing);
      g_autoptr (BrineTemplate) template = brine_template_new ("Sauna");

      g_assert_cmpstr (one->split_from, ==, times[i].copied);
      assert_split_from (next_week, times[i].copied);
      brine_plan_entries_to_weekdays (entries, day ("2026-11-23"));
      g_ptr_array_extend (template->entries, entries, copy_entry, NULL);
      g_autoptr (BrineTemplate) kept = brine_template_copy (template);
      g_assert_true (brine_template_equal (kept, template));
      g_autoptr (GPtrArray) applied =
          brine_plan_paste_week (kept->entries, day ("2026-12-07"), nothing);
      assert_split_from (applied, times[i].copied);
      BrinePlanEntry *entry = kept->entries->pdata[0];
      g_free (entry->quota_id);
      entry->quota_id = g_strdup ("another");
      g_assert_false (brine_template_equal (kept, template));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-copy/slot", test_slot);
  g_test_add_func ("/plan-copy/changed-slot", test_changed_slot);
  g_test_add_func ("/plan-copy/pastes", test_pastes);
  g_test_add_func ("/plan-copy/paste-twice", test_paste_twice);
  g_test_add_func ("/plan-copy/weeks", test_weeks);
  g_test_add_func ("/plan-copy/times", test_times);
  return g_test_run ();
}
