/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-settings.h"

static const struct
{
  const char *key;
  const char *text;
  const char *written; /* NULL: refused; "": the default */
} texts[] = {
  { BRINE_SETTING_REMINDERS, "0", "0" },
  { BRINE_SETTING_REMINDERS, "1", "" },
  { BRINE_SETTING_REMINDERS, "", "" },
  { BRINE_SETTING_REMINDERS, "yes", NULL },
  { BRINE_SETTING_REMINDERS_OFF, "walk,meal", "meal,walk" },
  { BRINE_SETTING_REMINDERS_OFF, "meal, sleep", "meal,sleep" },
  { BRINE_SETTING_REMINDERS_OFF, "meal,", NULL },
  { BRINE_SETTING_REMINDERS_OFF, "running", NULL },
  { BRINE_SETTING_QUIET, "22:00-07:00", "22:00-07:00" },
  { BRINE_SETTING_QUIET, "13:00 - 14:30", "13:00-14:30" },
  { BRINE_SETTING_QUIET, "22:00-22:00", "22:00-22:00" },
  { BRINE_SETTING_QUIET, "24:00-07:00", NULL },
  { BRINE_SETTING_QUIET, "22:60-07:00", NULL },
  { BRINE_SETTING_QUIET, "22-7", NULL },
  { BRINE_SETTING_QUIET, "-", NULL },
  { BRINE_SETTING_FOCUS, "2026-11-22T15:00+01:00", "2026-11-22T14:00:00+00:00" },
  { BRINE_SETTING_FOCUS, "later", NULL },
  { BRINE_SETTING_BUNDLE, "1", "1" },
  { BRINE_SETTING_BUNDLE, "2", NULL },
  { BRINE_SETTING_PRIVATE, "1", "1" },
  { BRINE_SETTING_SOUND, "bell", "bell" },
  { BRINE_SETTING_SOUND, "none", "" },
  { BRINE_SETTING_SOUND, "/etc/passwd", NULL },
  { BRINE_SETTING_WIND_DOWN, "0", "0" },
  { BRINE_SETTING_WIND_DOWN, "45", "" },
  { BRINE_SETTING_WIND_DOWN, "240", "240" },
  { BRINE_SETTING_WIND_DOWN, "241", NULL },
  { BRINE_SETTING_WIND_DOWN, "-5", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "21:00 09:00", "09:00 21:00" },
  { BRINE_SETTING_CHECKIN_PROMPTS, "09:00 09:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "9:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS,
    "01:00 02:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00 11:00 12:00 13:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "random 2 09:00-21:00", "random 2 09:00-21:00" },
  { BRINE_SETTING_CHECKIN_PROMPTS, "random 0 09:00-21:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "random 2 21:00-09:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "random 3 09:00-10:00", NULL },
  { BRINE_SETTING_CHECKIN_PROMPTS, "random", NULL },
  { BRINE_SETTING_LOOK_BACK, "2026-11-22 18:00", "2026-11-22 18:00" },
  { BRINE_SETTING_LOOK_BACK, "2026-02-30 18:00", NULL },
  { BRINE_SETTING_REMINDER_SEED, "4294967295", "4294967295" },
  { BRINE_SETTING_REMINDER_SEED, "0", NULL },
  { BRINE_SETTING_REMINDER_SEED, "4294967296", NULL },
};

/* Each text reads as it is written, or is refused and counts as not set. */
static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
      BrineReminderSettings plain, strict, tolerant;
      g_autofree char *written = NULL;
      gboolean understood;

      g_test_message ("%s: %s", texts[i].key, texts[i].text);
      brine_reminder_settings_parse (NULL, &plain);
      strict = plain;
      understood = brine_reminder_settings_set (&strict, texts[i].key, texts[i].text, &error);
      g_hash_table_insert (values, (gpointer)texts[i].key, (gpointer)texts[i].text);
      brine_reminder_settings_parse (values, &tolerant);
      g_assert_true (brine_reminder_settings_equal (&strict, &tolerant));
      if (texts[i].written == NULL)
        {
          g_assert_false (understood);
          g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, texts[i].key));
          g_assert_true (brine_reminder_settings_equal (&strict, &plain));
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (understood);
      written = brine_reminder_settings_dup_value (&strict, texts[i].key);
      g_assert_cmpstr (written != NULL ? written : "", ==, texts[i].written);
    }
}

/* One setting leaves the others alone, also when it goes back to its default. */
static void
test_others_stay (void)
{
  g_autoptr (GError) error = NULL;
  BrineReminderSettings settings, before;
  BrineChange *change = brine_change_new ();

  brine_reminder_settings_parse (NULL, &settings);
  brine_reminder_settings_set (&settings, BRINE_SETTING_QUIET, "22:00-07:00", &error);
  brine_reminder_settings_set (&settings, BRINE_SETTING_REMINDER_SEED, "7", &error);
  before = settings;
  brine_reminder_settings_set (&settings, BRINE_SETTING_QUIET, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (settings.has_quiet_hours);
  g_assert_cmpuint (settings.seed, ==, 7);
  g_assert_false (brine_reminder_settings_equal (&settings, &before));

  brine_reminder_settings_put (&before, &before, change);
  g_assert_true (brine_change_is_empty (change));
  brine_reminder_settings_put (&settings, &before, change);
  g_assert_false (brine_change_is_empty (change));
  brine_change_free (change);
}

/* When notifications are held, and until when. */
static void
test_hold (void)
{
  static const struct
  {
    const char *quiet;
    const char *paused;
    const char *now;
    const char *until; /* NULL: not held */
  } rows[] = {
    { "22:00-07:00", NULL, "2026-11-22T21:59", NULL },
    { "22:00-07:00", NULL, "2026-11-22T22:00", "2026-11-23T07:00" },
    { "22:00-07:00", NULL, "2026-11-23T06:59", "2026-11-23T07:00" },
    { "22:00-07:00", NULL, "2026-11-23T07:00", NULL },
    { "13:00-14:00", NULL, "2026-11-22T13:30", "2026-11-22T14:00" },
    { "13:00-14:00", NULL, "2026-11-22T14:00", NULL },
    { NULL, "2026-11-22T15:00+01:00", "2026-11-22T14:30", "2026-11-22T15:00" },
    { NULL, "2026-11-22T15:00+01:00", "2026-11-22T15:00", NULL },
    { "14:00-16:00", "2026-11-22T15:00+01:00", "2026-11-22T13:30", "2026-11-22T16:00" },
    /* The night of spring is an hour shorter, a quiet hour in its gap ends behind it. */
    { "22:00-02:30", NULL, "2026-03-29T01:30", "2026-03-29T03:30" },
    { "22:00-07:00", NULL, "2026-10-24T23:00", "2026-10-25T07:00" },
    { "22:00-07:00", NULL, "2028-02-28T23:00", "2028-02-29T07:00" },
  };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineReminderSettings settings;
      BrineInstant now, until, wanted;

      brine_reminder_settings_parse (NULL, &settings);
      g_assert_true (
          brine_reminder_settings_set (&settings, BRINE_SETTING_QUIET, rows[i].quiet, NULL));
      g_assert_true (
          brine_reminder_settings_set (&settings, BRINE_SETTING_FOCUS, rows[i].paused, NULL));
      g_assert_true (brine_instant_parse (rows[i].now, berlin, &now));
      g_test_message ("%s", rows[i].now);
      g_assert_cmpint (brine_reminder_settings_get_hold (&settings, now, berlin, &until), ==,
                       rows[i].until != NULL);
      if (rows[i].until == NULL)
        continue;
      g_assert_true (brine_instant_parse (rows[i].until, berlin, &wanted));
      g_assert_cmpint (until.unix_ms, ==, wanted.unix_ms);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/settings/texts", test_texts);
  g_test_add_func ("/reminder/settings/others-stay", test_others_stay);
  g_test_add_func ("/reminder/settings/hold", test_hold);

  return g_test_run ();
}
