/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

#include <math.h>

static void
add_goal (BrinePlanItem *item, BrineDay valid_from, const char *text)
{
  BrineGoalPeriod period = { .valid_from = valid_from };

  g_assert_true (brine_goal_parse (text, &period.goal, NULL));
  g_array_append_val (item->goals, period);
}

static void
add_reminder (BrinePlanItem *item, int minutes)
{
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, minutes, 0 };

  g_array_append_val (item->reminders, reminder);
}

static BrinePlanItem *
make_full_item (void)
{
  BrinePlanItem *item =
      make_item (BRINE_PRACTICE_MEAL, "2026-11-23T12:30", 30, "FREQ=WEEKLY;BYDAY=MO,TH");
  BrineException *exception = add_exception (item, "2026-11-26T12:30", "2026-11-26T13:00");

  exception->title = g_strdup ("Late lunch");
  add_local (item->rdates, "2026-11-25T12:30");
  add_local (item->exdates, "2026-11-30T12:30");
  add_goal (item, item->start.day, ">=1 servings");
  add_reminder (item, 10);
  item->slot = BRINE_MEAL_SLOT_LUNCH;
  item->portions = 1.5;
  item->recipe_id = g_strdup ("kimchi-rice-bowl");
  item->location = g_strdup ("Kitchen");
  item->notes = g_strdup ("Eat it cold.");
  item->foreign = g_strdup ("X-A:1");
  return item;
}

static void
test_new (void)
{
  g_autoptr (BrinePlanItem) item = make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, NULL);

  g_assert_cmpuint (strlen (item->id), ==, 36);
  g_assert_cmpstr (item->uid, ==, item->id);
  g_assert_cmpfloat (item->portions, ==, 1);
  g_assert_false (brine_plan_item_is_recurring (item));
  g_assert_true (brine_plan_item_validate (item, NULL));
}

/* Each change of a field makes an item unequal to what it was a copy of. */
static void
change_field (BrinePlanItem *item, int field)
{
  char **texts[] = { &item->id,       &item->uid,   &item->title,      &item->recipe_id,
                     &item->location, &item->notes, &item->split_from, &item->foreign };

  if (field < (int)G_N_ELEMENTS (texts))
    {
      g_free (*texts[field]);
      *texts[field] = g_strdup ("other");
      return;
    }
  switch (field - (int)G_N_ELEMENTS (texts))
    {
    case 0:
      item->practice = BRINE_PRACTICE_OWN;
      break;
    case 1:
      item->start.second++;
      break;
    case 2:
      item->minutes++;
      break;
    case 3:
      g_clear_pointer (&item->rule, brine_rule_unref);
      break;
    case 4:
      g_array_set_size (item->rdates, 0);
      break;
    case 5:
      g_array_index (item->exdates, BrineLocal, 0).day++;
      break;
    case 6:
      ((BrineException *)item->exceptions->pdata[0])->start.second++;
      break;
    case 7:
      ((BrineException *)item->exceptions->pdata[0])->cancelled = TRUE;
      break;
    case 8:
      item->quota_per_week++;
      break;
    case 9:
      g_array_index (item->goals, BrineGoalPeriod, 0).valid_from--;
      break;
    case 10:
      g_array_index (item->reminders, BrineReminder, 0).kind = BRINE_REMINDER_AT;
      break;
    case 11:
      item->slot = BRINE_MEAL_SLOT_DINNER;
      break;
    default:
      item->portions = 2;
      break;
    }
}

static void
test_copy_and_equal (void)
{
  g_autoptr (BrinePlanItem) item = make_full_item ();
  g_autoptr (BrinePlanItem) same = brine_plan_item_copy (item);

  g_assert_true (brine_plan_item_validate (item, NULL));
  same->stamps.modified.unix_ms = 1;
  g_assert_true (brine_plan_item_equal (item, same));
  for (int field = 0; field <= 20; field++)
    {
      g_autoptr (BrinePlanItem) other = brine_plan_item_copy (item);

      change_field (other, field);
      g_assert_false (brine_plan_item_equal (item, other));
      g_assert_false (brine_plan_item_equal (other, item));
      g_assert_true (brine_plan_item_equal (item, same));
    }
}

static void
test_goals (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-01-01T08:00", 20, "FREQ=DAILY");

  add_goal (item, day ("2026-01-01"), ">=20 min");
  add_goal (item, day ("2026-03-29"), ">=30 min");
  g_assert_cmpint (brine_plan_item_get_goal (item, day ("2025-12-31")).kind, ==, BRINE_GOAL_NONE);
  g_assert_cmpfloat (brine_plan_item_get_goal (item, day ("2026-01-01")).low, ==, 20);
  g_assert_cmpfloat (brine_plan_item_get_goal (item, day ("2026-03-28")).low, ==, 20);
  g_assert_cmpfloat (brine_plan_item_get_goal (item, day ("2026-03-29")).low, ==, 30);
  g_assert_true (brine_plan_item_validate (item, NULL));
}

/* Each damage, and a word of the sentence that must tell of it. */
static const struct
{
  const char *word;
  int damage;
} damages[] = {
  { "practice", 0 },
  { "meal of the day", 1 },
  { "portions", 2 },
  { "title", 3 },
  { "UTF-8", 4 },
  { "duration", 5 },
  { "duration", 6 },
  { "start", 7 },
  { "week", 8 },
  { "week", 9 },
  { "extra date", 10 },
  { "changed occurrence", 11 },
  { "goals", 12 },
  { "goal", 13 },
  { "goal", 14 },
  { "reminder", 15 },
  { "id", 16 },
  { "original", 17 },
  { "excluded date", 18 },
};

static void
damage_fields (BrinePlanItem *item, int damage)
{
  switch (damage)
    {
    case 0:
      item->practice = (BrinePractice)99;
      break;
    case 1:
      item->slot = (BrineMealSlot)99;
      break;
    case 2:
      item->portions = NAN;
      break;
    case 3:
      g_clear_pointer (&item->title, g_free);
      break;
    case 4:
      g_free (item->notes);
      item->notes = g_strdup ("\xff");
      break;
    case 5:
      item->minutes = -1;
      break;
    case 6:
      item->minutes = G_MAXINT;
      break;
    case 7:
      item->start.second = 86400;
      break;
    case 8:
      item->quota_per_week = -1;
      break;
    default:
      item->quota_per_week = 3; /* beside a rule */
      break;
    }
}

static void
damage_lists (BrinePlanItem *item, int damage)
{
  switch (damage)
    {
    case 10:
      add_local (item->rdates, "2026-11-01T12:30");
      break;
    case 11:
      add_exception (item, "2026-11-24T12:30", "2026-11-24T12:30");
      break;
    case 12:
      add_goal (item, item->start.day, ">=2 servings");
      break;
    case 13:
      g_array_index (item->goals, BrineGoalPeriod, 0).goal.low = -1;
      break;
    case 14:
      g_array_index (item->goals, BrineGoalPeriod, 0).goal =
          (BrineGoal){ BRINE_GOAL_BETWEEN, 9, 7, BRINE_UNIT_HOURS, BRINE_PER_DAY };
      break;
    case 15:
      add_reminder (item, G_MININT);
      break;
    case 16:
      g_clear_pointer (&item->id, g_free);
      break;
    case 17:
      ((BrineException *)item->exceptions->pdata[0])->original.day = BRINE_DAY_INVALID;
      break;
    default:
      g_array_index (item->exdates, BrineLocal, 0).second = -1;
      break;
    }
}

/* A time of a quota takes the reminders that count from its start; those at a time of day stay the
 * quota's own. */
static void
test_plan_time (void)
{
  g_autoptr (BrinePlanItem) quota =
      brine_plan_item_new (BRINE_PRACTICE_OWN, "Sauna", brine_local (20780, 0, 0), 30);
  g_autoptr (BrinePlanItem) item = NULL;
  g_autofree char *reminders = NULL;
  g_autoptr (GError) error = NULL;

  quota->quota_per_week = 2;
  g_array_unref (quota->reminders);
  quota->reminders = brine_reminders_parse ("10 30/sa @18:00", NULL);
  g_assert_true (brine_plan_item_validate (quota, &error));
  item = brine_plan_item_plan_time (quota, brine_local (20782, 18, 0));
  reminders = brine_reminders_to_string (item->reminders);
  g_assert_cmpstr (reminders, ==, "10 30/sa");
  g_assert_cmpstr (item->split_from, ==, quota->id);
}

static void
test_validate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (BrinePlanItem) item = make_full_item ();
      g_autoptr (GError) error = NULL;

      if (damages[i].damage < 10)
        damage_fields (item, damages[i].damage);
      else
        damage_lists (item, damages[i].damage);
      g_assert_false (brine_plan_item_validate (item, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, damages[i].word));
    }
}

/* Expansion ------------------------------------------------------------------------------ */

/* "start day" for each, without the year and with the civil day of the month only. */
static void
assert_slots (const BrinePlanItem *item, const char *from, const char *to, const char *expected)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpint (brine_plan_item_expand (item, day (from), day (to), 240, slots), ==,
                   BRINE_EXPANSION_COMPLETE);
  for (guint i = 0; i < slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (slots, BrineSlot, i);
      g_autofree char *start = brine_local_to_string (slot->start);
      g_autofree char *civil = brine_day_to_string (slot->day);

      g_assert_true (slot->item == item);
      g_string_append_printf (text, "%s%.11s %s", i > 0 ? ", " : "", start + 5, civil + 8);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_civil_days (void)
{
  g_autoptr (BrinePlanItem) late =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T01:00", 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) edge =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T04:00", 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) night =
      make_item (BRINE_PRACTICE_SLEEP, "2026-11-22T23:00", 480, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) nap =
      make_item (BRINE_PRACTICE_SLEEP, "2026-11-22T19:00", 540, "FREQ=DAILY");

  /* An hour after midnight is still the day before; the day starts at four. */
  assert_slots (late, "2026-11-23", "2026-11-24", "11-24T01:00 23, 11-25T01:00 24");
  assert_slots (edge, "2026-11-23", "2026-11-23", "11-23T04:00 23");
  /* A night counts for the day on which one wakes, even exactly at its start. */
  assert_slots (night, "2026-11-23", "2026-11-24", "11-22T23:00 23, 11-23T23:00 24");
  assert_slots (nap, "2026-11-23", "2026-11-23", "11-22T19:00 23");
  assert_slots (night, "2026-11-24", "2026-11-23", "");
}

/* Leap day, the nights of the clock changes, New Year: plan times float, none is lost or doubled. */
static void
test_special_days (void)
{
  g_autoptr (BrinePlanItem) night =
      make_item (BRINE_PRACTICE_SLEEP, "2024-01-01T22:30", 480, "FREQ=DAILY");

  assert_slots (night, "2024-02-29", "2024-03-01", "02-28T22:30 29, 02-29T22:30 01");
  assert_slots (night, "2026-03-29", "2026-03-29", "03-28T22:30 29");
  assert_slots (night, "2026-10-25", "2026-10-25", "10-24T22:30 25");
  assert_slots (night, "2026-12-31", "2027-01-01", "12-30T22:30 31, 12-31T22:30 01");
}

static void
test_moved (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY");
  BrineException *shorter;

  add_local (item->exdates, "2026-11-24T08:00");
  add_exception (item, "2026-11-25T08:00", "2026-12-24T18:00");
  add_exception (item, "2026-11-26T08:00", NULL);
  shorter = add_exception (item, "2026-11-27T08:00", "2026-11-27T08:00");
  shorter->minutes = 5;
  add_exception (item, "2026-12-01T08:00", "2026-11-28T07:00");
  g_assert_true (brine_plan_item_validate (item, NULL));

  assert_slots (item, "2026-11-23", "2026-11-29",
                "11-23T08:00 23, 11-27T08:00 27, 11-28T07:00 28, 11-28T08:00 28, 11-29T08:00 29");
  assert_slots (item, "2026-12-01", "2026-12-01", "");
  assert_slots (item, "2026-12-24", "2026-12-24", "12-24T08:00 24, 12-24T18:00 24");
  g_assert_true (brine_plan_item_find_exception (item, local ("2026-11-27T08:00")) == shorter);
  g_assert_null (brine_plan_item_find_exception (item, local ("2026-11-28T08:00")));
}

/* A night that is moved counts for the day of its own waking. */
static void
test_moved_night (void)
{
  g_autoptr (BrinePlanItem) night =
      make_item (BRINE_PRACTICE_SLEEP, "2026-11-22T23:00", 480, "FREQ=DAILY;COUNT=3");
  BrineException *exception = add_exception (night, "2026-11-23T23:00", "2026-11-24T00:30");

  exception->minutes = 600;
  assert_slots (night, "2026-11-20", "2026-11-30",
                "11-22T23:00 23, 11-24T00:30 24, 11-24T23:00 25");
  exception->start = local ("2026-11-23T16:00");
  exception->minutes = 60;
  assert_slots (night, "2026-11-23", "2026-11-23", "11-22T23:00 23, 11-23T16:00 23");
}

static void
test_quota (void)
{
  g_autoptr (BrinePlanItem) item = make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, NULL);

  item->quota_per_week = 3;
  g_assert_true (brine_plan_item_validate (item, NULL));
  g_assert_false (brine_plan_item_is_recurring (item));
  assert_slots (item, "2026-11-01", "2026-12-31", "");
}

static void
test_too_complex (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=SECONDLY");
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  g_assert_cmpint (brine_plan_item_expand (item, day ("2026-11-23"), day ("2026-12-23"), 0, slots),
                   ==, BRINE_EXPANSION_TOO_COMPLEX);
  g_assert_cmpuint (slots->len, >, 0);
}

static const struct
{
  const char *now;
  gboolean paused;
  BrineState logged; /* PLANNED: no log */
  BrineState state;
} states[] = {
  { "2026-11-23T21:59:59", FALSE, BRINE_STATE_PLANNED, BRINE_STATE_PLANNED },
  { "2026-11-23T22:00", FALSE, BRINE_STATE_PLANNED, BRINE_STATE_DUE },
  { "2026-11-24T03:59", FALSE, BRINE_STATE_PLANNED, BRINE_STATE_DUE },
  { "2026-11-24T04:00", FALSE, BRINE_STATE_PLANNED, BRINE_STATE_MISSED },
  { "2026-11-24T04:00", TRUE, BRINE_STATE_PLANNED, BRINE_STATE_PAUSED },
  { "2026-11-01T04:00", TRUE, BRINE_STATE_PLANNED, BRINE_STATE_PAUSED },
  { "2026-11-24T04:00", TRUE, BRINE_STATE_DONE, BRINE_STATE_DONE },
  { "2026-11-24T04:00", FALSE, BRINE_STATE_SKIPPED, BRINE_STATE_SKIPPED },
  { "2026-11-01T04:00", FALSE, BRINE_STATE_PARTLY, BRINE_STATE_PARTLY },
};

static void
test_states (void)
{
  BrineSlot slot = { .start = local ("2026-11-23T22:00"),
                     .minutes = 20,
                     .day = day ("2026-11-23") };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (BrineLog) log = NULL;

      if (states[i].logged != BRINE_STATE_PLANNED)
        {
          log = brine_log_new ();
          log->state = states[i].logged;
        }
      g_assert_cmpint (brine_slot_get_state (&slot, log, states[i].paused, local (states[i].now),
                                             240),
                       ==, states[i].state);
    }
}

/* A night is due from bedtime until the end of the day on which one wakes. */
static void
test_state_of_night (void)
{
  BrineSlot slot = { .start = local ("2026-10-24T23:00"),
                     .minutes = 480,
                     .day = day ("2026-10-25") };

  g_assert_cmpint (brine_slot_get_state (&slot, NULL, FALSE, local ("2026-10-25T08:00"), 240), ==,
                   BRINE_STATE_DUE);
  g_assert_cmpint (brine_slot_get_state (&slot, NULL, FALSE, local ("2026-10-26T05:00"), 240), ==,
                   BRINE_STATE_MISSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-item/new", test_new);
  g_test_add_func ("/plan-item/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/plan-item/goals", test_goals);
  g_test_add_func ("/plan-item/validate", test_validate);
  g_test_add_func ("/plan-item/plan-time", test_plan_time);
  g_test_add_func ("/slots/civil-days", test_civil_days);
  g_test_add_func ("/slots/special-days", test_special_days);
  g_test_add_func ("/slots/moved", test_moved);
  g_test_add_func ("/slots/moved-night", test_moved_night);
  g_test_add_func ("/slots/quota", test_quota);
  g_test_add_func ("/slots/too-complex", test_too_complex);
  g_test_add_func ("/slots/states", test_states);
  g_test_add_func ("/slots/state-of-night", test_state_of_night);
  return g_test_run ();
}
