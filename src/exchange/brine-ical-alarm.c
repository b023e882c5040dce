/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-value-private.h"

/* A reminder lies within four weeks of the start. */
#define MAX_SECONDS (INT64_C (28) * BRINE_SECONDS_PER_DAY)

/* The first sound line: one that is no property is not written again, and so was never there. */
static BrineIcalLine *
find_line (BrineIcalComponent *component, const char *name)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL && brine_ical_line_has_name (line) && brine_ical_line_is (line, name))
      return line;
  return NULL;
}

static char *
dup_line_value (BrineIcalComponent *component, const char *name)
{
  BrineIcalLine *line = find_line (component, name);

  return line != NULL ? g_strstrip (brine_ical_line_dup_value (line)) : NULL;
}

static gboolean
has_param (BrineIcalComponent *component, const char *name, const char *param, const char *value)
{
  BrineIcalLine *line = find_line (component, name);
  g_autofree char *given = line != NULL ? brine_ical_line_dup_param (line, param) : NULL;

  return given != NULL && g_ascii_strcasecmp (given, value) == 0;
}

/* How often it rings again and how many seconds lie between. */
static int
read_repeats (BrineIcalComponent *alarm, int64_t *out_step)
{
  g_autofree char *repeat = dup_line_value (alarm, "REPEAT");
  g_autofree char *duration = dup_line_value (alarm, "DURATION");
  guint64 n_repeats;

  *out_step = 0;
  if (repeat == NULL || duration == NULL || !brine_ical_parse_duration (duration, out_step)
      || *out_step <= 0 || *out_step % 60 != 0
      || !g_ascii_string_to_unsigned (repeat, 10, 0, G_MAXUINT32, &n_repeats, NULL))
    return 0;
  return (int)MIN (n_repeats, BRINE_ICAL_MAX_REPEATS);
}

gboolean
brine_ical_alarm_read (BrineIcalComponent *alarm, int event_minutes, GArray *minutes)
{
  g_autofree char *action = dup_line_value (alarm, "ACTION");
  g_autofree char *trigger = dup_line_value (alarm, "TRIGGER");
  int64_t after, step;
  int n_repeats;

  if (action == NULL
      || (g_ascii_strcasecmp (action, "DISPLAY") != 0 && g_ascii_strcasecmp (action, "AUDIO") != 0))
    return FALSE;
  if (trigger == NULL || !brine_ical_parse_duration (trigger, &after) || after % 60 != 0)
    return FALSE;

  if (has_param (alarm, "TRIGGER", "RELATED", "END"))
    after += (int64_t)event_minutes * 60;
  n_repeats = read_repeats (alarm, &step);
  if (ABS (after) > MAX_SECONDS || ABS (after + n_repeats * step) > MAX_SECONDS)
    return FALSE;
  for (int i = 0; i <= n_repeats; i++)
    {
      int before = (int)(-(after + i * step) / 60);
      g_array_append_val (minutes, before);
    }
  return TRUE;
}

gboolean
brine_ical_alarm_read_absolute (BrineIcalComponent *alarm, const BrineIcalEvent *event,
                                BrineIcalZones *zones, BrineLocal start, GArray *minutes)
{
  g_autofree char *action = dup_line_value (alarm, "ACTION");
  g_autofree char *trigger = dup_line_value (alarm, "TRIGGER");
  BrineIcalTime time;
  int64_t before;
  int rounded;

  if (action == NULL || g_ascii_strcasecmp (action, "DISPLAY") != 0 || trigger == NULL
      || !has_param (alarm, "TRIGGER", "VALUE", "DATE-TIME") || find_line (alarm, "REPEAT") != NULL
      || !brine_ical_zones_read (zones, trigger, NULL, &time) || time.kind != BRINE_ICAL_TIME_ZONED)
    return FALSE;
  before = event->start.kind == BRINE_ICAL_TIME_ZONED
               ? (event->start.instant.unix_ms - time.instant.unix_ms) / 1000
               : brine_local_diff_seconds (start, time.local);
  if (before % 60 != 0 || ABS (before) > MAX_SECONDS)
    return FALSE;
  rounded = (int)(before / 60);
  g_array_append_val (minutes, rounded);
  return TRUE;
}

gboolean
brine_ical_alarm_is_plain (BrineIcalComponent *alarm, const char *title)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (alarm, i, &line, &child); i++)
    {
      g_autofree char *params = NULL;
      g_autofree char *value = NULL;

      if (child != NULL)
        return FALSE;
      if (!brine_ical_line_has_name (line))
        continue;
      params = brine_ical_line_dup_params (line, NULL);
      if (*params != '\0'
          && !(brine_ical_line_is (line, "TRIGGER")
               && g_ascii_strcasecmp (params, ";VALUE=DATE-TIME") == 0))
        return FALSE;
      value = brine_ical_line_dup_value (line);
      if (brine_ical_line_is (line, "ACTION") && g_ascii_strcasecmp (value, "DISPLAY") == 0)
        continue;
      if (brine_ical_line_is (line, "TRIGGER"))
        continue;
      if (brine_ical_line_is (line, "DESCRIPTION"))
        {
          g_autofree char *text = brine_ical_unescape (value);
          if (g_str_equal (text, title))
            continue;
        }
      return FALSE;
    }
  return TRUE;
}
