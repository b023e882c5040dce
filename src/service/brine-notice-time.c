/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-notice-time.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define DESKTOP_SCHEMA "org.gnome.desktop.interface"

/* What the desktop was told; "" when nobody said anything. Asked anew each time: a service lives
 * long, and to watch a setting costs more than to read it. */
static char *
dup_chosen_format (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) chosen = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DESKTOP_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, "clock-format"))
    return g_strdup ("");
  settings = g_settings_new_full (schema, NULL, NULL);
  chosen = g_settings_get_user_value (settings, "clock-format");
  return chosen != NULL ? g_variant_dup_string (chosen, NULL) : g_strdup ("");
}

static gboolean
uses_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);
  g_autofree char *chosen = NULL;

  if (nl_langinfo (AM_STR)[0] == '\0')
    return FALSE;
  chosen = dup_chosen_format ();
  if (*chosen != '\0')
    return g_str_equal (chosen, "12h");
  return strstr (format, "%r") != NULL || strstr (format, "%p") != NULL
         || strstr (format, "%I") != NULL;
}

char *
brine_notice_format_time (BrineLocal local)
{
  g_autoptr (GDateTime) time =
      g_date_time_new_utc (2000, 1, 1, local.second / 3600, local.second / 60 % 60, 0);

  /* Translators: a time of day in 12 and in 24 hours, patterns of g_date_time_format(). */
  return g_date_time_format (time, uses_12_hours () ? _ ("%-I:%M %p") : _ ("%H:%M"));
}

char *
brine_notice_format_day (BrineDay day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 12, 0, 0);
  return g_date_time_format (date, "%A");
}
