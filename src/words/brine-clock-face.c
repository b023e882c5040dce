/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-clock-face.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

#define DESKTOP_SCHEMA "org.gnome.desktop.interface"
#define SWITCH_KEY "clock-format"

GSettings *
brine_clock_face_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, DESKTOP_SCHEMA, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, SWITCH_KEY))
    return NULL;
  return g_settings_new_full (schema, NULL, NULL);
}

int
brine_clock_face_read (GSettings *settings)
{
  g_autoptr (GVariant) chosen = NULL;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), 0);

  if (settings != NULL)
    chosen = g_settings_get_user_value (settings, SWITCH_KEY);
  if (chosen == NULL)
    return 0;
  return g_str_equal (g_variant_get_string (chosen, NULL), "12h") ? 12 : 24;
}

static gboolean
uses_12_hours (int hours)
{
  const char *format = nl_langinfo (T_FMT);

  /* Without words for the halves of the day nobody could tell them apart. */
  if (nl_langinfo (AM_STR)[0] == '\0')
    return FALSE;
  if (hours != 0)
    return hours == 12;
  return strstr (format, "%r") != NULL || strstr (format, "%p") != NULL
         || strstr (format, "%I") != NULL;
}

const char *
brine_clock_face_get_pattern (int hours)
{
  /* Translators: a time of day in 12 and in 24 hours, patterns of g_date_time_format(). */
  return uses_12_hours (hours) ? _ ("%-I:%M %p") : _ ("%H:%M");
}

char *
brine_clock_face_format (BrineLocal local, const char *pattern)
{
  g_autoptr (GDateTime) time =
      g_date_time_new_utc (2000, 1, 1, local.second / 3600, local.second / 60 % 60, 0);

  g_return_val_if_fail (pattern != NULL, NULL);

  return g_date_time_format (time, pattern);
}
