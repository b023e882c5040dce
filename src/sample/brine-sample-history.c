/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-sample-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* What one day knows of the person. */
typedef struct
{
  double weather;     /* inner weather: a slow random walk around 0 */
  double habit;       /* 0 to 1: how far the habits have settled */
  double sleep_hours; /* of the night before; 7.3 when it is not known */
} Life;

static gboolean
is_paused (BrineSample *sample, BrineDay day)
{
  for (guint i = 0; i < sample->pauses->len; i++)
    {
      const BrinePause *pause = g_ptr_array_index (sample->pauses, i);

      if (day >= pause->from && day <= pause->to)
        return TRUE;
    }

  return FALSE;
}

static BrineMoment
moment_at (BrineSample *sample, BrineLocal local)
{
  return brine_moment_new (brine_zone_resolve (sample->zone, local), sample->zone,
                           sample->day_start_minutes);
}

static BrineLog *
new_log (BrineSample *sample, const BrinePlanItem *item, BrineLocal original, BrineLocal at,
         BrineState state)
{
  BrineLog *log = brine_log_new ();

  g_free (log->id);
  log->id = brine_sample_id (sample);
  log->item_id = g_strdup (item->id);
  log->original = original;
  log->practice = item->practice;
  log->title = g_strdup (item->title);
  log->state = state;
  log->at = moment_at (sample, at);

  return log;
}

/* Chance that a planned thing is done: better once settled, on good days and early in the day. */
static double
chance_of (BrinePractice practice, const Life *life, int weekday)
{
  static const double base[BRINE_N_PRACTICES] = { 0.84, 0.90, 0.70, 0.62, 0.74, 0.80 };
  double chance = base[practice] - 0.25 * (1 - life->habit) + 0.05 * life->weather;

  if (weekday >= 6 && practice != BRINE_PRACTICE_WALK)
    chance -= 0.08;

  return CLAMP (chance, 0.05, 0.97);
}

static void
set_amount (BrineSample *sample, BrineLog *log, const BrinePlanItem *item)
{
  gboolean partly = log->state == BRINE_STATE_PARTLY;

  if (log->state == BRINE_STATE_SKIPPED)
    {
      log->reason = g_rand_int_range (sample->rand, BRINE_SKIP_NO_TIME, BRINE_SKIP_OTHER + 1);
      return;
    }
  if (item->practice == BRINE_PRACTICE_MEAL)
    {
      BrineRecipe *recipe = brine_catalogue_find_recipe (sample->catalogue, item->recipe_id);
      double portions = partly ? 0.5 : 1.0;

      log->amount = (BrineAmount){ portions, BRINE_UNIT_PORTIONS };
      log->recipe_id = g_strdup (item->recipe_id);
      if (recipe != NULL)
        {
          log->live_servings = portions * brine_recipe_get_facts (recipe)->live_servings;
          log->plants = brine_recipe_dup_plants (recipe);
        }
      return;
    }
  log->amount.unit = BRINE_UNIT_MINUTES;
  log->amount.value = partly ? MAX (1, item->minutes / 2) : item->minutes;
  if (item->practice == BRINE_PRACTICE_WALK && !partly && brine_sample_chance (sample, 0.3))
    log->amount.value += 5 * g_rand_int_range (sample->rand, 1, 5);
}

static void
log_occurrence (BrineSample *sample, const BrinePlanItem *item, BrineLocal start, const Life *life)
{
  g_autoptr (BrineLog) log = NULL;
  BrineLocal at = brine_local_add_seconds (start, 60 * item->minutes);
  BrineState state;
  double roll;

  if (brine_local_compare (at, sample->now) > 0)
    return;

  roll = g_rand_double (sample->rand)
         / chance_of (item->practice, life, brine_day_get_weekday (start.day));
  if (roll < 0.92)
    state = BRINE_STATE_DONE;
  else if (roll < 1.0)
    state = BRINE_STATE_PARTLY;
  else if (roll < 1.1)
    state = BRINE_STATE_SKIPPED;
  else
    return;

  log = new_log (sample, item, start, at, state);
  set_amount (sample, log, item);
  brine_change_put_log (sample->change, log);
}

/* Whether @item is planned on the wall date @day. Sample rules are weekly with plain BYDAY. */
static gboolean
is_planned_on (const BrinePlanItem *item, BrineDay day)
{
  BrineLocal until;

  if (item->rule == NULL || day < item->start.day)
    return FALSE;
  if (brine_rule_get_until (item->rule, &until) && day > until.day)
    return FALSE;

  return (brine_rule_get_weekdays (item->rule) & (1u << (brine_day_get_weekday (day) - 1))) != 0;
}

static void
log_quota (BrineSample *sample, const BrinePlanItem *item, BrineDay day)
{
  g_autoptr (BrineLog) log = NULL;
  BrineLocal at = brine_local (day, 18, 15);

  if (!brine_sample_chance (sample, 0.8 * item->quota_per_week / 7.0)
      || brine_local_compare (at, sample->now) > 0)
    return;

  log = new_log (sample, item, brine_local (day, 0, 0), at, BRINE_STATE_DONE);
  log->amount = (BrineAmount){ item->minutes, BRINE_UNIT_MINUTES };
  brine_change_put_log (sample->change, log);
}

/* 1 to 5. The draw is kept in a variable: CLAMP reads its argument more than once. */
static int
draw_scale (BrineSample *sample, double mean)
{
  long value = lround (brine_sample_normal (sample, mean, 0.7));

  return CLAMP (value, 1, 5);
}

/* The night that ends on @day. */
static void
log_night (BrineSample *sample, BrineDay day, Life *life)
{
  g_autoptr (BrineNight) night = NULL;
  int weekend = brine_day_get_weekday (day) >= 6;
  double bed = brine_sample_normal (sample, -55 + 35 * weekend, 32); /* minutes from midnight */
  double hours = brine_sample_normal (sample, 7.35 + 0.4 * weekend, 0.65);
  BrineLocal bed_local, wake_local;

  hours = CLAMP (hours, 4.5, 10);
  /* People round to five minutes. */
  bed_local = brine_local_add_seconds (brine_local (day, 0, 0), 300 * lround (bed / 5));
  wake_local = brine_local_add_seconds (bed_local, 300 * lround (hours * 12));
  life->sleep_hours = hours;
  if (brine_local_compare (wake_local, sample->now) > 0 || !brine_sample_chance (sample, 0.94))
    return;

  night = brine_night_new ();
  g_free (night->id);
  night->id = brine_sample_id (sample);
  night->bed = moment_at (sample, bed_local);
  night->wake = moment_at (sample, wake_local);
  night->rested = draw_scale (sample, 3 + (hours - 7.2));
  brine_change_put_night (sample->change, night);
}

static char **
draw_factors (BrineSample *sample)
{
  static const char *const factors[] = { "sugar", "alcohol", "stress", "poor-sleep",
                                         "ultra-processed" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (brine_sample_chance (sample, 0.11))
      {
        g_strv_builder_add (builder, factors[i]);
        any = TRUE;
      }

  return any ? g_strv_builder_end (builder) : NULL;
}

static void
log_checkin (BrineSample *sample, BrineDay day, int hour, const Life *life)
{
  g_autoptr (BrineCheckin) checkin = NULL;
  double mood = 3.35 + life->weather + 0.25 * (life->sleep_hours - 7.3);
  BrineLocal at = brine_local (day, hour, 5 * g_rand_int_range (sample->rand, 0, 12));

  if (brine_local_compare (at, sample->now) > 0)
    return;

  checkin = brine_checkin_new ();
  g_free (checkin->id);
  checkin->id = brine_sample_id (sample);
  checkin->at = moment_at (sample, at);
  checkin->mood = draw_scale (sample, mood);
  if (brine_sample_chance (sample, 0.6))
    {
      checkin->energy = draw_scale (sample, mood - 0.2);
      checkin->stress = draw_scale (sample, 5.6 - mood);
      checkin->gut = draw_scale (sample, 3.6);
      checkin->factors = draw_factors (sample);
    }
  if (brine_sample_chance (sample, 0.04))
    checkin->note = g_strdup (brine_sample_translate (sample, NULL, N_ ("Long lunch outside.")));
  brine_change_put_checkin (sample->change, checkin);
}

static void
live_day (BrineSample *sample, BrineDay day, Life *life)
{
  gboolean paused = is_paused (sample, day);

  life->weather = 0.75 * life->weather + brine_sample_normal (sample, 0, 0.38);
  life->habit = MIN (1.0, 0.35 + (day - sample->first) / 60.0);
  log_night (sample, day, life);

  for (guint i = 0; !paused && i < sample->items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (sample->items, i);

      if (item->quota_per_week > 0)
        log_quota (sample, item, day);
      else if (item->practice != BRINE_PRACTICE_SLEEP && is_planned_on (item, day))
        log_occurrence (sample, item, (BrineLocal){ .day = day, .second = item->start.second },
                        life);
    }

  if (brine_sample_chance (sample, paused ? 0.5 : 0.93))
    log_checkin (sample, day, 13, life);
  if (brine_sample_chance (sample, 0.25))
    log_checkin (sample, day, 21, life);
}

void
brine_sample_make_history (BrineSample *sample)
{
  Life life = { 0, 0, 7.3 };

  for (BrineDay day = sample->first; day <= sample->last; day++)
    live_day (sample, day, &life);
}
