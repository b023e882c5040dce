/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-acts.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-translate.h"

#define NOON_HOUR 12

static int
get_day_start (const BrineActs *acts)
{
  return brine_store_get_day_start_minutes (brine_history_get_store (acts->history));
}

static void
apply (const BrineActs *acts, BrineChange *change, const char *format, const char *title)
{
  g_autofree char *label = g_strdup_printf (format, title);
  brine_history_apply (acts->history, label, change);
}

static BrineMoment
moment_at (const BrineActs *acts, BrineLocal local)
{
  GTimeZone *zone = brine_clock_get_zone (acts->clock);
  return brine_moment_new (brine_zone_resolve (zone, local), zone, get_day_start (acts));
}

/* What belongs to today is logged as of now, any other day at its own time. */
static BrineMoment
moment_for_day (const BrineActs *acts, BrineDay day, BrineLocal planned)
{
  int day_start = get_day_start (acts);

  if (day == brine_clock_get_today (acts->clock, day_start))
    return brine_moment_new (brine_clock_get_now (acts->clock), brine_clock_get_zone (acts->clock),
                             day_start);
  return moment_at (acts, planned);
}

/* Logging ------------------------------------------------------------------------------------ */

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

static void
add_meal_facts (const BrineActs *acts, BrineLog *log)
{
  BrineRecipe *recipe = NULL;

  if (acts->catalogue != NULL && log->recipe_id != NULL)
    recipe = brine_catalogue_find_recipe (acts->catalogue, log->recipe_id);
  if (recipe == NULL || log->state == BRINE_STATE_SKIPPED)
    return;
  double portions = log->amount.unit == BRINE_UNIT_PORTIONS ? log->amount.value : 1;
  log->live_servings = brine_recipe_get_facts (recipe)->live_servings * portions;
  g_free (log->plants);
  log->plants = brine_recipe_dup_plants (recipe);
}

static BrineLog *
make_log (const BrineActs *acts, BrineOccurrence *occurrence, BrineState state,
          BrineSkipReason reason, BrineAmount amount)
{
  const BrineLog *old = brine_occurrence_get_log (occurrence);
  BrineLog *log = old != NULL ? brine_log_copy (old) : brine_log_new ();

  if (old == NULL)
    {
      log->item_id = g_strdup (brine_occurrence_get_item_id (occurrence));
      log->original = brine_occurrence_get_original (occurrence);
      log->practice = brine_occurrence_get_practice (occurrence);
      log->title = g_strdup (brine_occurrence_get_title (occurrence));
      log->recipe_id = g_strdup (brine_occurrence_get_recipe_id (occurrence));
      log->at = moment_for_day (acts, brine_occurrence_get_day (occurrence),
                                brine_occurrence_get_start (occurrence));
    }
  log->state = state;
  log->reason = reason;
  log->amount = get_amount (occurrence, state, amount);
  log->live_servings = 0;
  g_clear_pointer (&log->plants, g_free);
  add_meal_facts (acts, log);
  return log;
}

BrineLog *
brine_occurrence_make_log (const BrineActs *acts, BrineOccurrence *occurrence, BrineState state)
{
  BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

  g_return_val_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history), NULL);
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (occurrence), NULL);

  return make_log (acts, occurrence, state, BRINE_SKIP_NONE, as_planned);
}

static void
log_night (const BrineActs *acts, BrineOccurrence *occurrence)
{
  g_autoptr (BrineNight) night = brine_night_new ();
  BrineChange *change = brine_change_new ();

  night->bed = moment_at (acts, brine_occurrence_get_start (occurrence));
  night->wake = moment_at (acts, brine_occurrence_get_end (occurrence));
  brine_change_put_night (change, night);
  if (brine_occurrence_get_log (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_LOG, brine_occurrence_get_log (occurrence)->id);
  brine_history_apply (acts->history, _ ("Night logged"), change);
}

static const char *
get_log_format (BrineState state)
{
  switch (state)
    {
    case BRINE_STATE_SKIPPED:
      /* Translators: toast; %s is what was planned, for example "Walk" */
      return _ ("%s skipped");
    case BRINE_STATE_PARTLY:
      /* Translators: toast; %s is what was planned, for example "Walk" */
      return _ ("%s partly logged");
    default:
      /* Translators: toast; %s is what was planned, for example "Walk" */
      return _ ("%s logged");
    }
}

void
brine_occurrence_log (const BrineActs *acts, BrineOccurrence *occurrence, BrineState state,
                      BrineSkipReason reason, BrineAmount amount)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));
  g_return_if_fail (state == BRINE_STATE_DONE || state == BRINE_STATE_PARTLY
                    || state == BRINE_STATE_SKIPPED);

  if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP
      && state == BRINE_STATE_DONE)
    {
      if (brine_occurrence_get_night (occurrence) == NULL)
        log_night (acts, occurrence);
      return;
    }

  g_autoptr (BrineLog) log = make_log (acts, occurrence, state, reason, amount);
  BrineChange *change = brine_change_new ();
  brine_change_put_log (change, log);
  if (brine_occurrence_get_night (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_NIGHT, brine_occurrence_get_night (occurrence)->id);
  apply (acts, change, get_log_format (state), brine_occurrence_get_local_title (occurrence));
}

gboolean
brine_occurrence_is_logged (BrineOccurrence *occurrence)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (occurrence), FALSE);

  return brine_occurrence_get_log (occurrence) != NULL
         || brine_occurrence_get_night (occurrence) != NULL;
}

static BrineChange *
take_back (BrineOccurrence *occurrence)
{
  BrineChange *change = brine_change_new ();

  if (brine_occurrence_get_log (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_LOG, brine_occurrence_get_log (occurrence)->id);
  if (brine_occurrence_get_night (occurrence) != NULL)
    brine_change_remove (change, BRINE_KIND_NIGHT, brine_occurrence_get_night (occurrence)->id);
  return change;
}

void
brine_occurrence_unlog (const BrineActs *acts, BrineOccurrence *occurrence)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  if (!brine_occurrence_is_logged (occurrence))
    return;
  /* Translators: toast; %s is what was planned, for example "Walk" */
  apply (acts, take_back (occurrence), _ ("Log of %s removed"),
         brine_occurrence_get_local_title (occurrence));
}

void
brine_occurrence_toggle (const BrineActs *acts, BrineOccurrence *occurrence)
{
  BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

  if (brine_occurrence_is_logged (occurrence))
    brine_occurrence_unlog (acts, occurrence);
  else
    brine_occurrence_log (acts, occurrence, BRINE_STATE_DONE, BRINE_SKIP_NONE, as_planned);
}

/* Quotas ------------------------------------------------------------------------------------- */

void
brine_quota_log (const BrineActs *acts, BrineQuotaStatus *status, BrineDay day)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (BRINE_IS_QUOTA_STATUS (status));

  const BrinePlanItem *planned = brine_quota_status_find_planned (status, day);
  const BrinePlanItem *item = planned != NULL ? planned : brine_quota_status_get_item (status);
  g_autoptr (BrineLog) log = brine_log_new ();
  BrineChange *change = brine_change_new ();

  log->item_id = g_strdup (item->id);
  log->practice = item->practice;
  log->title = g_strdup (item->title);
  log->recipe_id = g_strdup (item->recipe_id);
  log->state = BRINE_STATE_DONE;
  log->at = moment_for_day (acts, day,
                            planned != NULL ? planned->start : brine_local (day, NOON_HOUR, 0));
  log->original = planned != NULL ? planned->start : (BrineLocal){ log->at.day, 0 };
  if (item->minutes > 0)
    log->amount = (BrineAmount){ item->minutes, BRINE_UNIT_MINUTES };
  add_meal_facts (acts, log);
  brine_change_put_log (change, log);
  apply (acts, change, get_log_format (BRINE_STATE_DONE), item->title);
}

void
brine_quota_unlog (const BrineActs *acts, BrineQuotaStatus *status)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (BRINE_IS_QUOTA_STATUS (status));

  const BrineLog *log = brine_quota_status_get_log (status);
  if (log == NULL)
    return;
  BrineChange *change = brine_change_new ();
  brine_change_remove (change, BRINE_KIND_LOG, log->id);
  apply (acts, change, _ ("Log of %s removed"), brine_quota_status_get_item (status)->title);
}

void
brine_quota_plan (const BrineActs *acts, BrineQuotaStatus *status, BrineLocal start)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (BRINE_IS_QUOTA_STATUS (status));

  const BrinePlanItem *quota = brine_quota_status_get_item (status);
  g_autoptr (BrinePlanItem) item = brine_plan_item_plan_time (quota, start);
  BrineChange *change = brine_change_new ();
  const char *weekday = brine_format_weekday (brine_day_get_weekday (start.day));
  g_autofree char *time = brine_format_time (start);
  /* Translators: toast; what, weekday and time: "Sauna planned for Friday 18:00" */
  const char *format = _ ("%s planned for %s %s");
  g_autofree char *label = g_strdup_printf (format, quota->title, weekday, time);

  brine_change_put_item (change, item);
  brine_history_apply (acts->history, label, change);
}
