/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-override-private.h"

#include "brine-ical-value-private.h"

/* Reminders ----------------------------------------------------------------------------- */

gboolean
brine_ical_has_reminder (const BrinePlanItem *item, int minutes)
{
  BrineReminder wanted = { BRINE_REMINDER_OFFSET, minutes, 0 };

  for (guint i = 0; i < item->reminders->len; i++)
    if (brine_reminder_equal (&g_array_index (item->reminders, BrineReminder, i), &wanted))
      return TRUE;
  return FALSE;
}

gboolean
brine_ical_add_reminders (BrinePlanItem *item, const GArray *minutes)
{
  gboolean all = TRUE;

  for (guint i = 0; i < minutes->len; i++)
    {
      BrineReminder reminder = { BRINE_REMINDER_OFFSET, g_array_index (minutes, int, i), 0 };

      brine_reminders_add (item->reminders, reminder);
      all = all && brine_ical_has_reminder (item, reminder.minutes);
    }
  return all;
}

/* Overrides ----------------------------------------------------------------------------- */

BrineIcalOverride *
brine_ical_override_new (BrineIcalEvent *event, BrineImportReport *report)
{
  BrineIcalOverride *override = g_new0 (BrineIcalOverride, 1);
  const char *title = event->title != NULL ? event->title : "";
  int minutes = brine_ical_get_minutes (event, report);

  override->event = event;
  override->reminders = g_array_new (FALSE, FALSE, sizeof (int));
  override->alarm_text = g_string_new (NULL);
  for (guint i = 0; i < event->alarms->len; i++)
    {
      gboolean plain = brine_ical_alarm_read (event->alarms->pdata[i], minutes, override->reminders)
                       && brine_ical_alarm_is_plain (event->alarms->pdata[i], title);
      brine_ical_append_foreign (plain ? override->alarm_text : event->foreign,
                                 event->alarms->pdata[i]);
    }
  g_ptr_array_set_size (event->alarms, 0);
  return override;
}

void
brine_ical_override_free (BrineIcalOverride *override)
{
  if (override == NULL)
    return;

  brine_ical_event_free (override->event);
  g_array_unref (override->reminders);
  g_string_free (override->alarm_text, TRUE);
  g_free (override);
}

static gboolean
keeps (const BrineIcalEvent *event, const char *field)
{
  g_auto (GStrv) fields = g_strsplit (event->keep != NULL ? event->keep : "", " ", -1);

  return g_strv_contains ((const char *const *)fields, field);
}

/* What the exception has no field for: its own place, its own reminders, other programs' lines. */
static void
keep_override_lines (BrineIcalOverride *override, BrinePlanItem *item, BrineLocal original)
{
  BrineIcalEvent *event = override->event;
  g_autoptr (GString) lines = g_string_new (event->foreign->str);
  g_autoptr (GString) foreign = NULL;
  g_autofree char *reading = brine_ical_date_time_to_string (original);
  gboolean same = TRUE;

  if (g_strcmp0 (event->location, item->location) != 0)
    {
      g_autofree char *value = brine_ical_escape (event->location != NULL ? event->location : "");
      g_string_append_printf (lines, "%sLOCATION:%s", lines->len > 0 ? "\n" : "", value);
    }
  for (guint i = 0; i < override->reminders->len; i++)
    same = same && brine_ical_has_reminder (item, g_array_index (override->reminders, int, i));
  if (!same && override->alarm_text->len > 0)
    g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", override->alarm_text->str);
  if (lines->len == 0)
    return;

  foreign = g_string_new (item->foreign);
  g_string_append_printf (foreign,
                          "%sBEGIN:" BRINE_ICAL_X_OVERRIDE "\n" BRINE_ICAL_X_FOR ":%s\n%s\n"
                          "END:" BRINE_ICAL_X_OVERRIDE,
                          foreign->len > 0 ? "\n" : "", reading, lines->str);
  g_free (item->foreign);
  item->foreign = g_strdup (foreign->str);
}

void
brine_ical_override_attach (BrineIcalOverride *override, BrinePlanItem *item,
                            const BrineIcalPlacement *placement, BrineImportReport *report)
{
  BrineIcalEvent *event = override->event;
  BrineLocal original = brine_ical_place_occurrence (placement, &event->recurrence_id);
  BrineException *exception = brine_exception_new (original);

  exception->cancelled = event->cancelled;
  if (!event->cancelled)
    {
      exception->start =
          event->has_start ? brine_ical_place_start (placement, &event->start) : original;
      exception->minutes =
          event->has_start ? brine_ical_get_minutes (event, report) : item->minutes;
      if (event->title != NULL && *event->title != '\0'
          && (!g_str_equal (event->title, item->title) || keeps (event, "title")))
        exception->title = g_strdup (event->title);
      if (g_strcmp0 (event->notes, item->notes) != 0 || keeps (event, "notes"))
        exception->notes = g_strdup (event->notes != NULL ? event->notes : "");
      exception->recipe_id = g_steal_pointer (&event->recipe_id);
    }
  g_ptr_array_add (item->exceptions, exception);
  keep_override_lines (override, item, original);
}
