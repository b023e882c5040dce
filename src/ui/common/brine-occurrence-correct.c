/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-log-maker.h"
#include "brine-occurrence-acts-private.h"

/* What happened without a plan, or a night as it was slept: moved or resized, the record itself is
 * corrected. */

static BrineMoment
make_moment (const BrineActs *acts, BrineLocal local)
{
  GTimeZone *zone = brine_clock_get_zone (acts->clock);
  int day_start = brine_store_get_day_start_minutes (brine_history_get_store (acts->history));

  return brine_moment_new (brine_zone_resolve (zone, local), zone, day_start);
}

gboolean
brine_occurrence_is_record (BrineOccurrence *occurrence)
{
  return brine_occurrence_get_night (occurrence) != NULL
         || brine_occurrence_get_item_id (occurrence) == NULL;
}

static void
put_night (const BrineActs *acts, BrineChange *change, const BrineNight *slept, BrineLocal start,
           BrineLocal end)
{
  g_autoptr (BrineNight) night = brine_night_copy (slept);
  const BrineLogMaker with = {
    .zone = brine_clock_get_zone (acts->clock),
    .day_start_minutes =
        brine_store_get_day_start_minutes (brine_history_get_store (acts->history)),
  };

  brine_night_set_span (night, start, end, &with);
  brine_change_put_night (change, night);
}

/* @minutes: below 0 for as long as it was. */
static void
put_log (const BrineActs *acts, BrineChange *change, const BrineLog *logged, BrineLocal start,
         int minutes)
{
  g_autoptr (BrineLog) log = brine_log_copy (logged);

  log->at = make_moment (acts, start);
  if (minutes >= 0)
    log->amount = (BrineAmount){ minutes, BRINE_UNIT_MINUTES };
  brine_change_put_log (change, log);
}

void
brine_occurrence_correct (const BrineActs *acts, BrineOccurrence *occurrence, BrineLocal start,
                          int minutes)
{
  int64_t length = brine_local_diff_seconds (brine_occurrence_get_end (occurrence),
                                             brine_occurrence_get_start (occurrence));
  BrineLocal end = brine_local_add_seconds (start, minutes < 0 ? length : (int64_t)minutes * 60);
  BrineChange *change = brine_change_new ();
  g_autofree char *label = NULL;

  if (brine_occurrence_get_night (occurrence) != NULL)
    put_night (acts, change, brine_occurrence_get_night (occurrence), start, end);
  else
    put_log (acts, change, brine_occurrence_get_log (occurrence), start, minutes);
  if (minutes >= 0)
    {
      label = brine_occurrence_make_span_label (start, minutes);
    }
  else
    {
      g_autofree char *time = brine_format_time (start);
      /* Translators: toast; %s is a time, for example "17:30" */
      label = g_strdup_printf (_ ("Log moved to %s"), time);
    }
  brine_history_apply (acts->history, label, change);
}
