/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-log-maker.h"

#define NOON_HOUR 12

static BrineMoment
moment_at (const BrineLogMaker *with, BrineLocal local)
{
  return brine_moment_new (brine_zone_resolve (with->zone, local), with->zone,
                           with->day_start_minutes);
}

BrineMoment
brine_log_maker_get_moment (const BrineLogMaker *with, BrineDay day, BrineLocal planned)
{
  g_return_val_if_fail (with != NULL, (BrineMoment){ 0 });

  if (day == brine_civil_day_of_instant (with->now, with->zone, with->day_start_minutes))
    return brine_moment_new (with->now, with->zone, with->day_start_minutes);
  return moment_at (with, planned);
}

static BrineAmount
get_planned_amount (BrineOccurrence *occurrence)
{
  if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_MEAL)
    return (BrineAmount){ brine_occurrence_get_portions (occurrence), BRINE_UNIT_PORTIONS };
  return (BrineAmount){ brine_occurrence_get_minutes (occurrence), BRINE_UNIT_MINUTES };
}

static BrineAmount
get_amount (BrineOccurrence *occurrence, BrineState state, BrineAmount wanted)
{
  if (state == BRINE_STATE_SKIPPED)
    return (BrineAmount){ 0, BRINE_UNIT_NONE };
  if (wanted.unit != BRINE_UNIT_NONE)
    return wanted;

  BrineAmount amount = get_planned_amount (occurrence);
  if (state == BRINE_STATE_PARTLY)
    amount.value /= 2;
  return amount;
}

void
brine_log_add_meal (BrineLog *log, const BrineLogMaker *with)
{
  BrineRecipe *recipe = NULL;

  g_return_if_fail (log != NULL && with != NULL);

  if (with->catalogue != NULL && log->recipe_id != NULL)
    recipe = brine_catalogue_find_recipe (with->catalogue, log->recipe_id);
  if (recipe == NULL || log->state == BRINE_STATE_SKIPPED)
    return;
  double portions = log->amount.unit == BRINE_UNIT_PORTIONS ? log->amount.value : 1;
  log->live_servings = brine_recipe_get_facts (recipe)->live_servings * portions;
  g_free (log->plants);
  log->plants = brine_recipe_dup_plants (recipe);
}

BrineLog *
brine_log_make (BrineOccurrence *occurrence, BrineState state, BrineSkipReason reason,
                BrineAmount amount, const BrineLogMaker *with)
{
  const BrineLog *old;
  BrineLog *log;

  g_return_val_if_fail (BRINE_IS_OCCURRENCE (occurrence) && with != NULL, NULL);

  old = brine_occurrence_get_log (occurrence);
  log = old != NULL ? brine_log_copy (old) : brine_log_new ();
  if (old == NULL)
    {
      log->item_id = g_strdup (brine_occurrence_get_item_id (occurrence));
      log->original = brine_occurrence_get_original (occurrence);
      log->practice = brine_occurrence_get_practice (occurrence);
      log->title = g_strdup (brine_occurrence_get_title (occurrence));
      log->recipe_id = g_strdup (brine_occurrence_get_recipe_id (occurrence));
      log->at = brine_log_maker_get_moment (with, brine_occurrence_get_day (occurrence),
                                            brine_occurrence_get_start (occurrence));
    }
  log->state = state;
  log->reason = reason;
  log->amount = get_amount (occurrence, state, amount);
  log->live_servings = 0;
  g_clear_pointer (&log->plants, g_free);
  brine_log_add_meal (log, with);
  return log;
}

BrineLog *
brine_log_make_time (const BrinePlanItem *quota, const BrinePlanItem *planned, BrineDay day,
                     const BrineLogMaker *with)
{
  const BrinePlanItem *item = planned != NULL ? planned : quota;
  BrineLog *log;

  g_return_val_if_fail (quota != NULL && with != NULL, NULL);

  log = brine_log_new ();
  log->item_id = g_strdup (item->id);
  log->practice = item->practice;
  log->title = g_strdup (item->title);
  log->recipe_id = g_strdup (item->recipe_id);
  log->state = BRINE_STATE_DONE;
  log->at = brine_log_maker_get_moment (with, day,
                                        planned != NULL ? planned->start
                                                        : brine_local (day, NOON_HOUR, 0));
  log->original = planned != NULL ? planned->start : (BrineLocal){ log->at.day, 0 };
  if (item->minutes > 0)
    log->amount = (BrineAmount){ item->minutes, BRINE_UNIT_MINUTES };
  brine_log_add_meal (log, with);
  return log;
}

void
brine_night_set_span (BrineNight *night, BrineLocal bed, BrineLocal wake, const BrineLogMaker *with)
{
  g_return_if_fail (night != NULL && with != NULL);

  night->bed = moment_at (with, bed);
  night->wake = moment_at (with, wake);
  if (brine_instant_compare (night->wake.instant, night->bed.instant) > 0)
    return;

  int64_t seconds = MAX (brine_local_diff_seconds (wake, bed), 0);
  night->wake = brine_moment_new (brine_instant_add_seconds (night->bed.instant, seconds),
                                  with->zone, with->day_start_minutes);
}

BrineNight *
brine_night_make (BrineOccurrence *occurrence, const BrineLogMaker *with)
{
  BrineNight *night;

  g_return_val_if_fail (BRINE_IS_OCCURRENCE (occurrence) && with != NULL, NULL);

  night = brine_night_new ();
  brine_night_set_span (night, brine_occurrence_get_start (occurrence),
                        brine_occurrence_get_end (occurrence), with);
  return night;
}

static gboolean
put_night (BrineChange *change, BrineOccurrence *occurrence, const BrineLogMaker *with)
{
  g_autoptr (BrineNight) night = NULL;

  if (brine_occurrence_get_night (occurrence) != NULL)
    return FALSE;
  night = brine_night_make (occurrence, with);
  brine_change_put_night (change, night);
  if (brine_occurrence_get_log (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_LOG, brine_occurrence_get_log (occurrence)->id);
  return TRUE;
}

gboolean
brine_change_put_outcome (BrineChange *change, BrineOccurrence *occurrence, BrineState state,
                          BrineSkipReason reason, BrineAmount amount, const BrineLogMaker *with)
{
  g_autoptr (BrineLog) log = NULL;

  g_return_val_if_fail (change != NULL && BRINE_IS_OCCURRENCE (occurrence) && with != NULL, FALSE);
  g_return_val_if_fail (state == BRINE_STATE_DONE || state == BRINE_STATE_PARTLY
                            || state == BRINE_STATE_SKIPPED,
                        FALSE);

  if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP
      && state == BRINE_STATE_DONE)
    return put_night (change, occurrence, with);
  log = brine_log_make (occurrence, state, reason, amount, with);
  brine_change_put_log (change, log);
  if (brine_occurrence_get_night (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_NIGHT, brine_occurrence_get_night (occurrence)->id);
  return TRUE;
}
