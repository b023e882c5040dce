/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-quota.h"
#include "random-records.h"

static int
below (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n);
}

/* Half of the texts are missing; others hold what breaks careless SQL. */
char *
random_text (GRand *rand)
{
  static const char *const texts[] = {
    "",           "Sauerkraut",     "it's; -- \"quoted\"", "日本の味噌",
    "two\nlines", "%s %n ?1 :name", "\xf0\x9f\xa5\xac"
  };

  return below (rand, 2) == 0 ? NULL : g_strdup (texts[below (rand, G_N_ELEMENTS (texts))]);
}

static BrineLocal
random_local (GRand *rand)
{
  return (BrineLocal){ FIXTURE_MONDAY + below (rand, 60), below (rand, 1440) * 60 };
}

static BrineMoment
random_moment (GRand *rand)
{
  return (BrineMoment){ .instant = { 1795000000000 + below (rand, G_MAXINT) },
                        .offset_seconds = (below (rand, 105) - 48) * 900,
                        .day = FIXTURE_MONDAY + below (rand, 60) };
}

static void
add_random_reminders (GRand *rand, GArray *reminders)
{
  for (int i = below (rand, 5); i > 0; i--)
    {
      gboolean is_at = below (rand, 2);
      BrineReminder reminder = { is_at ? BRINE_REMINDER_AT : BRINE_REMINDER_OFFSET,
                                 is_at ? below (rand, 1440) : below (rand, 300) - 100,
                                 below (rand, 2) ? (unsigned)below (rand, 0x80) : 0 };

      brine_reminders_add (reminders, reminder);
    }
}

static void
add_random_parts (GRand *rand, BrinePlanItem *item)
{
  for (int i = below (rand, 3); i > 0; i--)
    {
      BrineGoalPeriod period = { FIXTURE_MONDAY - i * 10,
                                 { .kind = BRINE_GOAL_BETWEEN,
                                   .low = 1.0 / 3 + below (rand, 5),
                                   .high = 9.5,
                                   .unit = BRINE_UNIT_HOURS,
                                   .per = below (rand, 2) } };
      BrineLocal date = brine_local (FIXTURE_MONDAY + 10 - i, 9, 0);

      g_array_append_val (item->goals, period);
      g_array_append_val (item->rdates, date);
      g_array_append_val (item->exdates, date);
    }
  add_random_reminders (rand, item->reminders);
  for (int i = 0; i < below (rand, 4); i++)
    {
      BrineException *exception =
          brine_exception_new (brine_local_add_seconds (item->start, 86400 * (i + 1)));

      exception->cancelled = below (rand, 2);
      exception->start = random_local (rand);
      exception->minutes = below (rand, 100);
      exception->title = random_text (rand);
      exception->notes = random_text (rand);
      exception->recipe_id = random_text (rand);
      g_ptr_array_add (item->exceptions, exception);
    }
}

BrinePlanItem *
random_item (GRand *rand)
{
  BrinePlanItem *item =
      fixture_item (below (rand, BRINE_N_PRACTICES), "Kimchi's \"bowl\"", random_local (rand),
                    1 + below (rand, 600), below (rand, 2) ? "FREQ=DAILY;INTERVAL=1" : NULL);

  g_clear_pointer (&item->uid, g_free);
  item->uid = g_strdup_printf ("uid-%d@example.org", below (rand, 1000000));
  item->slot = below (rand, 5);
  item->portions = 0.5 + below (rand, 3);
  item->recipe_id = random_text (rand);
  item->location = random_text (rand);
  item->notes = random_text (rand);
  item->split_from = random_text (rand);
  item->foreign = random_text (rand);
  if (item->rule == NULL && below (rand, 2) == 0)
    {
      item->quota_per_week = 1 + below (rand, 4);
      for (int i = 0; i < 3; i++)
        brine_quota_set_times (item, 1 + below (rand, 4), item->start.day + 7 * (i + 1));
    }
  else
    add_random_parts (rand, item);
  return item;
}

BrineLog *
random_log (GRand *rand)
{
  BrineLog *log = brine_log_new ();

  log->original = random_local (rand);
  log->practice = below (rand, BRINE_N_PRACTICES);
  log->state = BRINE_STATE_DONE + below (rand, 3);
  log->reason = below (rand, 6);
  log->amount = (BrineAmount){ below (rand, 100) / 3.0, below (rand, 7) };
  log->at = random_moment (rand);
  log->title = random_text (rand);
  log->recipe_id = random_text (rand);
  log->live_servings = below (rand, 8) / 4.0;
  log->plants = random_text (rand);
  log->feel = random_text (rand);
  log->note = random_text (rand);
  return log;
}

BrineCheckin *
random_checkin (GRand *rand)
{
  static const char *const some[] = { "alcohol", "my own: words", "x", NULL };
  BrineCheckin *checkin = brine_checkin_new ();

  checkin->at = random_moment (rand);
  checkin->mood = 1 + below (rand, 5);
  checkin->energy = below (rand, 6);
  checkin->stress = below (rand, 6);
  checkin->gut = below (rand, 6);
  checkin->factors = below (rand, 2) ? g_strdupv ((char **)some) : NULL;
  checkin->note = random_text (rand);
  return checkin;
}

BrineNight *
random_night (GRand *rand)
{
  BrineNight *night = brine_night_new ();

  night->bed = random_moment (rand);
  night->wake = night->bed;
  night->wake.instant.unix_ms += 60000 * (1 + below (rand, 700));
  night->wake.day += 1;
  night->rested = below (rand, 6);
  night->note = random_text (rand);
  return night;
}

BrinePause *
random_pause (GRand *rand)
{
  BrinePause *pause = brine_pause_new ();

  pause->from = FIXTURE_MONDAY + below (rand, 30);
  pause->to = pause->from + below (rand, 10);
  pause->reason = below (rand, 4);
  pause->note = random_text (rand);
  return pause;
}

BrineContact *
random_contact (GRand *rand)
{
  BrineContact *contact = brine_contact_new ();

  contact->name = random_text (rand);
  contact->detail = random_text (rand);
  contact->number = random_text (rand);
  contact->position = below (rand, 10);
  return contact;
}

static BrinePlanEntry *
random_entry (GRand *rand)
{
  BrinePlanEntry *entry = brine_plan_entry_new ();
  char *title = random_text (rand);
  BrineGoalPeriod goal = { 0,
                           { .kind = BRINE_GOAL_BETWEEN,
                             .low = 1.0 / 3 + below (rand, 5),
                             .high = 9.5,
                             .unit = BRINE_UNIT_HOURS,
                             .per = below (rand, 2) } };

  entry->day = below (rand, 7);
  entry->day_offset = -below (rand, 2);
  entry->second = below (rand, 86400);
  entry->practice = below (rand, BRINE_N_PRACTICES);
  if (title != NULL)
    {
      g_free (entry->title);
      entry->title = title;
    }
  entry->minutes = below (rand, 500);
  entry->slot = below (rand, BRINE_MEAL_SLOT_SNACK + 1);
  entry->recipe_id = random_text (rand);
  entry->portions = 1.0 / (1 + below (rand, 3));
  entry->location = random_text (rand);
  entry->notes = random_text (rand);
  entry->quota_id = random_text (rand);
  if (below (rand, 2))
    g_array_append_val (entry->goals, goal);
  add_random_reminders (rand, entry->reminders);
  return entry;
}

BrineTemplate *
random_template (GRand *rand)
{
  static const char *const names[] = { "Winter", "it's; -- \"quoted\"", "日本の味噌" };
  BrineTemplate *template = brine_template_new (names[below (rand, G_N_ELEMENTS (names))]);

  for (int i = below (rand, 6); i > 0; i--)
    g_ptr_array_add (template->entries, random_entry (rand));
  return template;
}

BrineDelivery *
random_delivery (GRand *rand)
{
  g_autofree char *key = brine_id_new ();
  BrineDelivery *delivery = brine_delivery_new (key, below (rand, BRINE_DUE_ASK + 1));

  delivery->item_id = random_text (rand);
  delivery->original = random_local (rand);
  delivery->nominal = random_local (rand);
  delivery->day = delivery->nominal.day;
  delivery->practice = below (rand, BRINE_N_PRACTICES);
  delivery->title = random_text (rand);
  delivery->state = below (rand, BRINE_DELIVERY_EXPIRED + 1);
  delivery->shown = below (rand, 2);
  delivery->at = random_moment (rand).instant;
  delivery->until = random_moment (rand).instant;
  delivery->notice_id = random_text (rand);
  return delivery;
}
