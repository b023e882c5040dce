/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-night-dialog.h"

#include "brine-form.h"
#include "brine-format.h"
#include "brine-score-scale.h"
#include "brine-time-entry.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DEFAULT_BED_MINUTE (23 * 60)
#define DEFAULT_WAKE_MINUTE (7 * 60)

typedef struct
{
  BrineHistory *history;
  BrineClock *clock;
  BrineOccurrence *occurrence; /* nullable */
  BrineDay day;
  BrineForm *form;
  GtkWidget *bed;
  GtkWidget *wake;
  GtkWidget *rested;
} NightForm;

static void
night_form_free (gpointer data)
{
  NightForm *self = data;

  g_object_unref (self->history);
  g_object_unref (self->clock);
  g_clear_object (&self->occurrence);
  g_free (self);
}

/* The two readings on their dates. Awake is on the morning of the civil day, or on the next date
 * for someone who wakes before days start; to bed is the last such time before it. */
static void
get_times (NightForm *self, BrineLocal *out_bed, BrineLocal *out_wake)
{
  int bed = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->bed));
  int wake = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->wake));
  int day_start = brine_store_get_day_start_minutes (brine_history_get_store (self->history));

  *out_wake = brine_local (wake < day_start ? self->day + 1 : self->day, wake / 60, wake % 60);
  *out_bed = brine_local (out_wake->day, bed / 60, bed % 60);
  if (bed >= wake)
    out_bed->day--;
}

static int
get_minutes (NightForm *self)
{
  BrineLocal bed, wake;
  GTimeZone *zone = brine_clock_get_zone (self->clock);

  get_times (self, &bed, &wake);
  return (int)((brine_zone_resolve (zone, wake).unix_ms - brine_zone_resolve (zone, bed).unix_ms)
               / 60000);
}

static void
show_length (NightForm *self)
{
  int minutes = get_minutes (self);
  g_autofree char *hours = brine_format_hours (MAX (minutes, 0));
  /* Translators: below the fields of a night; %s is a duration such as "7 h 20". */
  g_autofree char *hint = g_strdup_printf (_ ("%s in bed"), hours);

  brine_form_set_hint (self->form, hint);
  brine_form_set_can_accept (self->form, minutes > 0 && minutes < 20 * 60);
}

static BrineMoment
get_moment (NightForm *self, BrineLocal local)
{
  GTimeZone *zone = brine_clock_get_zone (self->clock);

  return brine_moment_new (brine_zone_resolve (zone, local), zone,
                           brine_store_get_day_start_minutes (
                               brine_history_get_store (self->history)));
}

static void
on_accepted_cb (BrineForm *form, gpointer user_data)
{
  NightForm *self = user_data;
  const BrineNight *old =
      self->occurrence != NULL ? brine_occurrence_get_night (self->occurrence) : NULL;
  const BrineLog *log =
      self->occurrence != NULL ? brine_occurrence_get_log (self->occurrence) : NULL;
  g_autoptr (BrineNight) night = old != NULL ? brine_night_copy (old) : brine_night_new ();
  BrineChange *change = brine_change_new ();
  BrineLocal bed, wake;

  get_times (self, &bed, &wake);
  night->bed = get_moment (self, bed);
  night->wake = get_moment (self, wake);
  night->rested = brine_score_scale_get_score (BRINE_SCORE_SCALE (self->rested));
  brine_change_put_night (change, night);
  /* The night takes the place of "skipped". */
  if (log != NULL)
    brine_change_remove (change, BRINE_KIND_LOG, log->id);
  brine_history_apply (self->history, _ ("Night logged"), change);
}

static void
add_rows (NightForm *self, int bed, int wake, int rested)
{
  self->bed = brine_time_entry_new (_ ("To bed"));
  self->wake = brine_time_entry_new (_ ("Awake"));
  /* Translators: rested after a night: from "tired" to "rested". */
  self->rested = brine_score_scale_new (_ ("Rested"), _ ("tired"), _ ("rested"));
  brine_score_scale_set_compact (BRINE_SCORE_SCALE (self->rested), TRUE);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->bed), bed);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->wake), wake);
  brine_score_scale_set_score (BRINE_SCORE_SCALE (self->rested), rested);
  brine_form_add (self->form, _ ("To bed"), self->bed);
  brine_form_add (self->form, _ ("Awake"), self->wake);
  brine_form_add (self->form, _ ("Rested"), self->rested);
  g_signal_connect_swapped (self->bed, "notify::minute", G_CALLBACK (show_length), self);
  g_signal_connect_swapped (self->wake, "notify::minute", G_CALLBACK (show_length), self);
  g_signal_connect (self->form, "accepted", G_CALLBACK (on_accepted_cb), self);
  show_length (self);
}

void
brine_night_dialog_present (GtkWidget *parent, const BrineActs *acts, BrineDay day,
                            BrineOccurrence *occurrence)
{
  NightForm *self;
  const BrineNight *night = NULL;
  int bed = DEFAULT_BED_MINUTE;
  int wake = DEFAULT_WAKE_MINUTE;

  g_return_if_fail (GTK_IS_WIDGET (parent) && acts != NULL);

  self = g_new0 (NightForm, 1);
  self->history = g_object_ref (acts->history);
  self->clock = g_object_ref (acts->clock);
  g_set_object (&self->occurrence, occurrence);
  self->day = day;
  self->form = brine_form_new (parent, _ ("Log a Night"), _ ("_Log"));
  g_object_set_data_full (G_OBJECT (self->form), "night-form", self, night_form_free);
  if (occurrence != NULL)
    {
      night = brine_occurrence_get_night (occurrence);
      bed = brine_local_get_minute_of_day (brine_occurrence_get_start (occurrence));
      wake = brine_local_get_minute_of_day (brine_occurrence_get_end (occurrence));
    }
  add_rows (self, bed, wake, night != NULL ? night->rested : 0);
  gtk_window_present (GTK_WINDOW (self->form));
}
