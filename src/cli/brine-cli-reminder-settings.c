/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

#include "brine-reminder-settings.h"

/* The same settings as those of the preferences, which the service and an open window follow. */

#define MINUTES_PER_HOUR 60
/* Of a pause that is told by its length. */
#define PAUSE_MAX_HOURS 24

static void
read_settings (BrineCli *cli, BrineReminderSettings *out_settings)
{
  g_autoptr (GHashTable) values = brine_store_dup_settings (cli->store);

  brine_reminder_settings_parse (values, out_settings);
}

static gboolean
write_settings (BrineCli *cli, const BrineReminderSettings *settings,
                const BrineReminderSettings *before, GError **error)
{
  BrineChange *change = brine_change_new ();

  brine_reminder_settings_put (settings, before, change);
  if (!brine_change_is_empty (change))
    return brine_cli_apply (cli, change, error);
  brine_change_free (change);
  return TRUE;
}

/* A pause ----------------------------------------------------------------------------------- */

/* "1h", "30m", "today", or "off". */
static gboolean
parse_pause (BrineCli *cli, const char *text, BrineInstant *out_until, GError **error)
{
  gsize length = strlen (text);
  g_autofree char *number = g_strndup (text, length > 0 ? length - 1 : 0);
  gboolean hours = g_str_has_suffix (text, "h");
  guint64 count;

  if (strcmp (text, "off") == 0)
    {
      *out_until = (BrineInstant){ 0 };
      return TRUE;
    }
  if (strcmp (text, "today") == 0)
    {
      int day_start_minutes = brine_cli_get_day_start (cli);
      BrineDay today = brine_clock_get_today (cli->clock, day_start_minutes);

      *out_until = brine_zone_resolve (brine_clock_get_zone (cli->clock),
                                       brine_civil_day_get_start (today + 1, day_start_minutes));
      return TRUE;
    }
  if ((hours || g_str_has_suffix (text, "m"))
      && g_ascii_string_to_unsigned (number, 10, 1,
                                     hours ? PAUSE_MAX_HOURS : PAUSE_MAX_HOURS * MINUTES_PER_HOUR,
                                     &count, NULL))
    {
      *out_until = brine_instant_add_seconds (brine_clock_get_now (cli->clock),
                                              (int64_t)count * 60 * (hours ? MINUTES_PER_HOUR : 1));
      return TRUE;
    }
  g_autofree char *start = brine_error_shorten (text);
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("“%s” is no time to pause for; write such as 1h, 30m (24h at most), today or "
                  "off."),
               start);
  return FALSE;
}

static void
print_pause (BrineCli *cli, const BrineReminderSettings *settings)
{
  gboolean paused =
      brine_instant_compare (settings->paused_until, brine_clock_get_now (cli->clock)) > 0;
  BrineMoment until = brine_moment_new (settings->paused_until, brine_clock_get_zone (cli->clock),
                                        brine_cli_get_day_start (cli));
  g_autofree char *text =
      paused ? brine_instant_to_string (until.instant, until.offset_seconds) : NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (cli->json)
    {
      json_builder_begin_object (builder);
      brine_cli_add_string (builder, "paused-until", text);
      json_builder_end_object (builder);
      brine_cli_print_json (builder);
    }
  else if (paused)
    brine_cli_print (_ ("Reminders are paused until %.16s."), text);
  else
    brine_cli_print ("%s", _ ("Reminders are not paused."));
}

static gboolean
set_pause (BrineCli *cli, const char *text, GError **error)
{
  BrineReminderSettings before, settings;

  read_settings (cli, &before);
  settings = before;
  if (!parse_pause (cli, text, &settings.paused_until, error)
      || !write_settings (cli, &settings, &before, error))
    return FALSE;
  print_pause (cli, &settings);
  return TRUE;
}

gboolean
brine_cli_reminders_pause (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;

  return brine_cli_parse (cli, NULL, argc, argv, 1, 1, &args, error)
         && brine_cli_open (cli, BRINE_OPEN_CREATE, error) && set_pause (cli, args[0], error);
}

gboolean
brine_cli_reminders_resume (BrineCli *cli, int argc, char **argv, GError **error)
{
  return brine_cli_parse (cli, NULL, argc, argv, 0, 0, NULL, error)
         && brine_cli_open (cli, BRINE_OPEN_EXISTING, error) && set_pause (cli, "off", error);
}

/* Settings ---------------------------------------------------------------------------------- */

/* What draws random times is nobody's to choose. */
static gboolean
is_shown (const char *key)
{
  return strcmp (key, BRINE_SETTING_REMINDER_SEED) != 0;
}

static gboolean
check_key (const char *key, GError **error)
{
  const char *const *keys = brine_reminder_settings_get_keys ();
  g_autofree char *start = NULL;

  if (is_shown (key) && g_strv_contains (keys, key))
    return TRUE;
  start = brine_error_shorten (key);
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("“%s” is no setting; “brinectl reminders settings” shows them."), start);
  return FALSE;
}

static void
print_settings (BrineCli *cli, const BrineReminderSettings *settings)
{
  const char *const *keys = brine_reminder_settings_get_keys ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_object (builder);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = brine_reminder_settings_dup_value (settings, keys[i]);

      if (!is_shown (keys[i]))
        continue;
      if (cli->json)
        brine_cli_add_string (builder, keys[i], value);
      else
        brine_cli_print ("%-22s  %s", keys[i], value != NULL ? value : _ ("(default)"));
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);
}

/* Says what would surprise whoever chose it. (nullable) */
static const char *
get_note (const BrineReminderSettings *settings, const char *key)
{
  if (strcmp (key, BRINE_SETTING_QUIET) == 0 && settings->has_quiet_hours
      && settings->quiet_from_minute == settings->quiet_to_minute)
    return _ ("These hours end where they begin, so no time is quiet.");
  return NULL;
}

static void
print_setting (BrineCli *cli, const BrineReminderSettings *settings, const char *key)
{
  g_autofree char *value = brine_reminder_settings_dup_value (settings, key);
  const char *note = get_note (settings, key);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      brine_cli_print ("%s", value != NULL ? value : _ ("(default)"));
      if (note != NULL)
        brine_cli_print ("%s", note);
      return;
    }
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "key", key);
  brine_cli_add_string (builder, "value", value);
  if (note != NULL)
    brine_cli_add_string (builder, "note", note);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}

gboolean
brine_cli_reminders_settings (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) args = NULL;
  BrineReminderSettings before, settings;

  if (!brine_cli_parse (cli, NULL, argc, argv, 0, 2, &args, error)
      || (args[0] != NULL && !check_key (args[0], error))
      || !brine_cli_open (
          cli, args[0] != NULL && args[1] != NULL ? BRINE_OPEN_CREATE : BRINE_OPEN_EXISTING, error))
    return FALSE;
  read_settings (cli, &before);
  settings = before;
  if (args[0] == NULL)
    print_settings (cli, &settings);
  else if (args[1] == NULL)
    print_setting (cli, &settings, args[0]);
  else if (!brine_reminder_settings_set (&settings, args[0], args[1], error)
           || !write_settings (cli, &settings, &before, error))
    return FALSE;
  else
    print_setting (cli, &settings, args[0]);
  return TRUE;
}
