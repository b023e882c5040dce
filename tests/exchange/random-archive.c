/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-archive.h"

#include "brine-quota.h"

#include <math.h>

#include <string.h>

static const char *const words[] = { "Walk",         "kimchi rice bowl",
                                     "Überraschung", "発酵",
                                     "a,b;c",        "say \"hi\"",
                                     "two\nlines",   "=1+1",
                                     "+49 30 1",     "-5",
                                     "@home",        "'quoted'",
                                     "back\\slash",  "%s%n",
                                     "<b>bold</b>",  "🥬🥒",
                                     " spaces ",     "tab\there",
                                     "é\u0301",      "\\n",
                                     "BEGIN:VEVENT", "https://a.b/c?d=e&f",
                                     ":;,",          "x" };

char *
random_text (GRand *rand)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n_words = g_rand_int_range (rand, 1, 6);

  for (int i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_strdup (text->str);
}

static char *
maybe_text (GRand *rand)
{
  return g_rand_boolean (rand) ? random_text (rand) : NULL;
}

static char *
random_title (GRand *rand)
{
  char *text = random_text (rand);

  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n' || *c == '\t')
      *c = ' ';
  return g_strstrip (text);
}

static BrineDay
random_day (GRand *rand)
{
  return brine_day_from_ymd (2016, 1, 1) + g_rand_int_range (rand, 0, 7300);
}

static BrineLocal
random_local (GRand *rand)
{
  return (BrineLocal){ random_day (rand), g_rand_int_range (rand, 0, BRINE_SECONDS_PER_DAY) };
}

static double
random_amount (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return g_rand_int_range (rand, 0, 100);
    case 1:
      return g_rand_double (rand);
    case 2:
      return g_rand_double_range (rand, 0, 1e18);
    default:
      return 0.1 * g_rand_int_range (rand, 0, 50);
    }
}

/* What was done has a limit. */
static double
random_done (GRand *rand)
{
  return fmin (random_amount (rand), 1000000);
}

static BrineMoment
random_moment (GRand *rand)
{
  BrineMoment moment;

  moment.instant.unix_ms =
      (int64_t)random_day (rand) * 86400000 + g_rand_int_range (rand, 0, 86400000);
  if (g_rand_boolean (rand))
    moment.instant.unix_ms -= moment.instant.unix_ms % 1000;
  moment.offset_seconds = g_rand_int_range (rand, -56, 57) * 900;
  if (g_rand_int_range (rand, 0, 10) == 0)
    moment.offset_seconds = 3208; /* local mean time */
  moment.day = random_day (rand);
  return moment;
}

static void
random_stamps (GRand *rand, BrineStamps *stamps)
{
  stamps->created.unix_ms = (int64_t)random_day (rand) * 86400000;
  stamps->modified.unix_ms = stamps->created.unix_ms + g_rand_int_range (rand, 0, 86400) * 1000;
}

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

static void
add_locals (GRand *rand, GArray *locals)
{
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      BrineLocal local = random_local (rand);
      g_array_append_val (locals, local);
    }
  g_array_sort (locals, compare_locals);
}

static void
add_exceptions (GRand *rand, BrinePlanItem *item)
{
  BrineLocal original = item->start;
  int n = g_rand_int_range (rand, 0, 4);

  for (int i = 0; i < n; i++)
    {
      BrineException *exception;
      original.day += g_rand_int_range (rand, 1, 30);
      exception = brine_exception_new (original);
      exception->cancelled = g_rand_boolean (rand);
      if (!exception->cancelled)
        {
          exception->start = g_rand_boolean (rand) ? random_local (rand) : original;
          exception->minutes = g_rand_int_range (rand, 0, 300);
          exception->title = g_rand_boolean (rand) ? random_title (rand) : NULL;
          if (exception->title != NULL && g_rand_int_range (rand, 0, 4) == 0)
            {
              g_free (exception->title);
              exception->title = g_strdup (item->title);
            }
          exception->notes = maybe_text (rand);
          exception->recipe_id = g_rand_boolean (rand) ? g_strdup ("kimchi-rice-bowl") : NULL;
        }
      g_ptr_array_add (item->exceptions, exception);
    }
}

static BrineGoal
random_goal (GRand *rand)
{
  BrineGoal goal = { 0 };

  goal.kind = (BrineGoalKind)g_rand_int_range (rand, 0, 4);
  if (goal.kind == BRINE_GOAL_AT_LEAST || goal.kind == BRINE_GOAL_BETWEEN)
    goal.low = random_amount (rand);
  if (goal.kind == BRINE_GOAL_AT_MOST || goal.kind == BRINE_GOAL_BETWEEN)
    goal.high = goal.low + random_amount (rand);
  goal.unit = (BrineUnit)g_rand_int_range (rand, 0, BRINE_UNIT_KILOMETRES + 1);
  goal.per = (BrinePer)g_rand_int_range (rand, 0, 2);
  return goal;
}

/* Half of them plain minutes. */
static void
add_reminders (GRand *rand, GArray *reminders)
{
  for (int i = g_rand_int_range (rand, 0, 5); i > 0; i--)
    {
      BrineReminder reminder = { BRINE_REMINDER_OFFSET, g_rand_int_range (rand, -60, 120), 0 };

      if (g_rand_boolean (rand))
        reminder.weekdays = (unsigned)g_rand_int_range (rand, 0, 0x80);
      if (reminder.weekdays % 2 != 0)
        reminder.kind = BRINE_REMINDER_AT;
      if (reminder.kind == BRINE_REMINDER_AT)
        reminder.minutes = g_rand_int_range (rand, 0, BRINE_MINUTES_PER_DAY);
      brine_reminders_add (reminders, reminder);
    }
}

static void
add_goals_and_reminders (GRand *rand, BrinePlanItem *item)
{
  BrineDay day = random_day (rand);
  int n = g_rand_int_range (rand, 0, 3);

  for (int i = 0; i < n; i++)
    {
      BrineGoalPeriod period = { day += g_rand_int_range (rand, 1, 90), random_goal (rand) };
      g_array_append_val (item->goals, period);
    }
  add_reminders (rand, item->reminders);
}

BrinePlanItem *
random_item (GRand *rand)
{
  static const char *const rules[] = {
    "FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=MONTHLY;BYDAY=-1SU;COUNT=12",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=20301231T235959",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;WKST=SU;UNTIL=20291231"
  };
  g_autofree char *title = random_title (rand);
  BrinePlanItem *item =
      brine_plan_item_new ((BrinePractice)g_rand_int_range (rand, 0, BRINE_N_PRACTICES), title,
                           random_local (rand), g_rand_int_range (rand, 0, 600));

  if (g_rand_boolean (rand))
    {
      g_free (item->uid);
      item->uid = g_strdup_printf ("%u@example.org", g_rand_int (rand));
    }
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      item->quota_per_week = g_rand_int_range (rand, 1, 8);
      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        brine_quota_set_times (item, g_rand_int_range (rand, 1, 8),
                               item->start.day + g_rand_int_range (rand, 1, 400));
      break;
    case 1:
      item->rule = brine_rule_parse (rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], NULL);
      add_locals (rand, item->rdates);
      add_locals (rand, item->exdates);
      add_exceptions (rand, item);
      break;
    default:
      break;
    }
  add_goals_and_reminders (rand, item);
  item->slot = (BrineMealSlot)g_rand_int_range (rand, 0, BRINE_MEAL_SLOT_SNACK + 1);
  item->recipe_id = g_rand_boolean (rand) ? g_strdup ("overnight-oats") : NULL;
  item->portions = g_rand_boolean (rand) ? 1 : random_amount (rand);
  item->location = maybe_text (rand);
  item->notes = maybe_text (rand);
  item->split_from = g_rand_boolean (rand) ? brine_id_new () : NULL;
  random_stamps (rand, &item->stamps);
  return item;
}

static BrineLog *
random_log (GRand *rand)
{
  BrineLog *log = brine_log_new ();

  log->item_id = g_rand_boolean (rand) ? brine_id_new () : NULL;
  log->original = random_local (rand);
  log->practice = (BrinePractice)g_rand_int_range (rand, 0, BRINE_N_PRACTICES);
  log->title = maybe_text (rand);
  log->state = (BrineState)g_rand_int_range (rand, BRINE_STATE_DONE, BRINE_STATE_SKIPPED + 1);
  log->reason = (BrineSkipReason)g_rand_int_range (rand, 0, BRINE_SKIP_OTHER + 1);
  log->amount.unit = (BrineUnit)g_rand_int_range (rand, 0, BRINE_UNIT_KILOMETRES + 1);
  log->amount.value = log->amount.unit != BRINE_UNIT_NONE ? random_done (rand) : 0;
  log->at = random_moment (rand);
  log->recipe_id = g_rand_boolean (rand) ? g_strdup ("miso-soup") : NULL;
  log->live_servings = random_done (rand);
  log->plants = g_rand_boolean (rand) ? g_strdup ("cabbage:1;garlic:0.25") : NULL;
  log->feel = g_rand_boolean (rand) ? g_strdup ("pleasant") : NULL;
  log->note = maybe_text (rand);
  random_stamps (rand, &log->stamps);
  return log;
}

static BrineCheckin *
random_checkin (GRand *rand)
{
  BrineCheckin *checkin = brine_checkin_new ();
  g_autoptr (GStrvBuilder) factors = g_strv_builder_new ();
  int n = g_rand_int_range (rand, 0, 4);

  checkin->at = random_moment (rand);
  checkin->mood = g_rand_int_range (rand, 1, 6);
  checkin->energy = g_rand_int_range (rand, 0, 6);
  checkin->stress = g_rand_int_range (rand, 0, 6);
  checkin->gut = g_rand_int_range (rand, 0, 6);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *factor = random_title (rand);
      g_strv_builder_add (factors, factor);
    }
  checkin->factors = n > 0 ? g_strv_builder_end (factors) : NULL;
  checkin->note = maybe_text (rand);
  random_stamps (rand, &checkin->stamps);
  return checkin;
}

static BrineNight *
random_night (GRand *rand)
{
  BrineNight *night = brine_night_new ();

  night->bed = random_moment (rand);
  night->wake = night->bed;
  night->wake.instant.unix_ms += g_rand_int_range (rand, 1, 54000) * INT64_C (1000);
  night->rested = g_rand_int_range (rand, 0, 6);
  night->note = maybe_text (rand);
  random_stamps (rand, &night->stamps);
  return night;
}

static BrinePause *
random_pause (GRand *rand)
{
  BrinePause *pause = brine_pause_new ();

  pause->from = random_day (rand);
  pause->to = pause->from + g_rand_int_range (rand, 0, 20);
  pause->reason = (BrinePauseReason)g_rand_int_range (rand, 0, BRINE_PAUSE_OTHER + 1);
  pause->note = maybe_text (rand);
  random_stamps (rand, &pause->stamps);
  return pause;
}

static BrineContact *
random_contact (GRand *rand)
{
  BrineContact *contact = brine_contact_new ();

  contact->name = random_text (rand);
  contact->detail = maybe_text (rand);
  contact->number = g_strdup ("+49 30 901820");
  contact->position = g_rand_int_range (rand, 0, 10);
  random_stamps (rand, &contact->stamps);
  return contact;
}

static BrineTemplate *
random_template (GRand *rand)
{
  g_autofree char *name = random_text (rand);
  BrineTemplate *template = brine_template_new (*name != '\0' ? name : "Winter");

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    {
      BrinePlanEntry *entry = brine_plan_entry_new ();
      BrineGoalPeriod goal = { 0, { BRINE_GOAL_AT_LEAST, 1.0 / 3, 0, BRINE_UNIT_SERVINGS, 0 } };

      g_free (entry->title);
      entry->title = random_text (rand);
      entry->day = g_rand_int_range (rand, 0, 7);
      entry->day_offset = -g_rand_int_range (rand, 0, 2);
      entry->second = g_rand_int_range (rand, 0, 86400);
      entry->practice = (BrinePractice)g_rand_int_range (rand, 0, BRINE_N_PRACTICES);
      entry->minutes = g_rand_int_range (rand, 0, 500);
      entry->slot = (BrineMealSlot)g_rand_int_range (rand, 0, BRINE_MEAL_SLOT_SNACK + 1);
      entry->recipe_id = maybe_text (rand);
      entry->location = maybe_text (rand);
      entry->notes = maybe_text (rand);
      entry->quota_id = maybe_text (rand);
      entry->portions = g_rand_double (rand);
      if (g_rand_boolean (rand))
        g_array_append_val (entry->goals, goal);
      add_reminders (rand, entry->reminders);
      g_ptr_array_add (template->entries, entry);
    }
  random_stamps (rand, &template->stamps);
  return template;
}

BrineArchive *
random_archive (GRand *rand, int n_of_each)
{
  BrineArchive *archive = brine_archive_new ();

  for (int i = 0; i < n_of_each; i++)
    {
      g_ptr_array_add (archive->items, random_item (rand));
      g_ptr_array_add (archive->logs, random_log (rand));
      g_ptr_array_add (archive->checkins, random_checkin (rand));
      g_ptr_array_add (archive->nights, random_night (rand));
      g_ptr_array_add (archive->pauses, random_pause (rand));
      g_ptr_array_add (archive->contacts, random_contact (rand));
      g_ptr_array_add (archive->templates, random_template (rand));
      g_hash_table_insert (archive->settings, g_strdup_printf ("key-%d", i), random_text (rand));
    }
  return archive;
}
