/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-override-private.h"
#include "brine-ical-value-private.h"
#include "brine-ical-writer-private.h"

#include <string.h>

/* @trigger: (nullable): stands for its TRIGGER line */
static void
append_foreign_component (BrineIcalWriter *writer, BrineIcalComponent *component,
                          const char *trigger)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  brine_ical_append_foreign (text, component);
  lines = g_strsplit (text->str, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    if (trigger != NULL && g_ascii_strncasecmp (lines[i], "TRIGGER", strlen ("TRIGGER")) == 0)
      brine_ical_write_line (writer, "TRIGGER:%s", trigger);
    else
      brine_ical_append_folded (writer->out, lines[i], -1);
}

/* Alarms -------------------------------------------------------------------------------- */

static gboolean
contains_int (const GArray *numbers, int number)
{
  for (guint i = 0; i < numbers->len; i++)
    if (g_array_index (numbers, int, i) == number)
      return TRUE;
  return FALSE;
}

static gboolean
are_reminders (const BrineIcalWriter *writer, const GArray *rings, int shift)
{
  for (guint i = 0; i < rings->len; i++)
    if (!brine_ical_has_reminder (writer->item, g_array_index (rings, int, i) + shift))
      return FALSE;
  return TRUE;
}

/* An alarm that is told from the end of the event rings at another time once the duration was
 * edited; the reminder did not move. Finds by how much it is off. */
static gboolean
find_shift (const BrineIcalWriter *writer, BrineIcalComponent *alarm, const GArray *rings,
            int *out_shift)
{
  BrineIcalLine *trigger = brine_ical_component_find (alarm, "TRIGGER");
  g_autofree char *related = brine_ical_line_dup_param (trigger, "RELATED");

  *out_shift = 0;
  if (are_reminders (writer, rings, 0))
    return TRUE;
  if (related == NULL || g_ascii_strcasecmp (related, "END") != 0)
    return FALSE;
  for (guint i = 0; i < writer->item->reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (writer->item->reminders, BrineReminder, i);

      *out_shift = reminder->minutes - g_array_index (rings, int, 0);
      if (are_reminders (writer, rings, *out_shift))
        return TRUE;
    }
  return FALSE;
}

/* A foreign alarm of our kind goes out when it rings at reminders that still are there. */
static void
append_foreign_alarm (BrineIcalWriter *writer, BrineIcalComponent *alarm, GArray *rings,
                      GArray *covered)
{
  g_autofree char *trigger = NULL;
  int shift;

  /* In an override the reminders are the event's own. */
  if (writer->lines != writer->foreign)
    shift = 0;
  else if (!find_shift (writer, alarm, rings, &shift))
    return;
  if (shift != 0)
    trigger = brine_ical_duration_to_string (-(g_array_index (rings, int, 0) + shift));
  append_foreign_component (writer, alarm, trigger);
  for (guint i = 0; i < rings->len; i++)
    {
      int ring = g_array_index (rings, int, i) + shift;
      g_array_append_val (covered, ring);
    }
}

static void
append_foreign_components (BrineIcalWriter *writer, int minutes, GArray *covered)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0;
       writer->lines != NULL && brine_ical_component_get_child (writer->lines, i, &line, &child);
       i++)
    {
      g_autoptr (GArray) rings = g_array_new (FALSE, FALSE, sizeof (int));

      if (child == NULL || brine_ical_component_get_fault (child) != NULL
          || g_str_equal (brine_ical_component_get_name (child), BRINE_ICAL_X_OVERRIDE))
        continue;
      if (g_str_equal (brine_ical_component_get_name (child), "VALARM")
          && brine_ical_alarm_read (child, minutes, rings))
        append_foreign_alarm (writer, child, rings, covered);
      else
        append_foreign_component (writer, child, NULL);
    }
}

void
brine_ical_write_components (BrineIcalWriter *writer, int minutes, const char *title)
{
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *description = brine_ical_escape (title);

  append_foreign_components (writer, minutes, covered);
  for (guint i = 0; i < writer->item->reminders->len; i++)
    {
      const BrineReminder *reminder = &g_array_index (writer->item->reminders, BrineReminder, i);
      g_autofree char *trigger = brine_ical_duration_to_string (-reminder->minutes);
      if (!brine_reminder_is_plain (reminder) || contains_int (covered, reminder->minutes))
        continue;
      brine_ical_write_line (writer, "BEGIN:VALARM");
      brine_ical_write_line (writer, "ACTION:DISPLAY");
      brine_ical_write_line (writer, "TRIGGER:%s", trigger);
      brine_ical_write_line (writer, "DESCRIPTION:%s", description);
      brine_ical_write_line (writer, "END:VALARM");
    }
}
