/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-acts.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-log-maker.h"
#include "brine-translate.h"

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

static BrineLogMaker
get_maker (const BrineActs *acts)
{
  return (BrineLogMaker){ acts->catalogue, brine_clock_get_zone (acts->clock),
                          brine_clock_get_now (acts->clock), get_day_start (acts) };
}

/* Logging ------------------------------------------------------------------------------------ */

BrineLog *
brine_occurrence_make_log (const BrineActs *acts, BrineOccurrence *occurrence, BrineState state)
{
  BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

  g_return_val_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history), NULL);
  g_return_val_if_fail (BRINE_IS_OCCURRENCE (occurrence), NULL);

  BrineLogMaker with = get_maker (acts);
  return brine_log_make (occurrence, state, BRINE_SKIP_NONE, as_planned, &with);
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

  BrineLogMaker with = get_maker (acts);
  BrineChange *change = brine_change_new ();

  if (!brine_change_put_outcome (change, occurrence, state, reason, amount, &with))
    brine_change_free (change);
  else if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP
           && state == BRINE_STATE_DONE)
    brine_history_apply (acts->history, _ ("Night logged"), change);
  else
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
  BrineLogMaker with = get_maker (acts);
  g_autoptr (BrineLog) log =
      brine_log_make_time (brine_quota_status_get_item (status), planned, day, &with);
  BrineChange *change = brine_change_new ();

  brine_change_put_log (change, log);
  apply (acts, change, get_log_format (BRINE_STATE_DONE), log->title);
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
