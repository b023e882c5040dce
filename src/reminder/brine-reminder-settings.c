/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-settings.h"

#include <stdio.h>

#define DEFAULTS                                                                                   \
  {                                                                                                \
    .on = TRUE, .wind_down_minutes = BRINE_WIND_DOWN_DEFAULT_MINUTES                               \
  }

/* Sounds ------------------------------------------------------------------------------------ */

static const char *const sound_nicks[] = { "none", "message", "bell" };

const char *
brine_reminder_sound_to_nick (BrineReminderSound sound)
{
  g_return_val_if_fail ((guint)sound < G_N_ELEMENTS (sound_nicks), NULL);
  return sound_nicks[sound];
}

gboolean
brine_reminder_sound_from_nick (const char *nick, BrineReminderSound *out_sound)
{
  g_return_val_if_fail (out_sound != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sound_nicks); i++)
    if (g_strcmp0 (nick, sound_nicks[i]) == 0)
      {
        *out_sound = (BrineReminderSound)i;
        return TRUE;
      }
  return FALSE;
}

/* Texts of one setting ------------------------------------------------------------------------ */

/* "07:30", and nothing else. */
static gboolean
read_minute (const char *text, int *out_minute)
{
  if (strlen (text) != 5 || !g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1])
      || text[2] != ':' || !g_ascii_isdigit (text[3]) || !g_ascii_isdigit (text[4]))
    return FALSE;

  int hour = (text[0] - '0') * 10 + text[1] - '0';
  int minute = (text[3] - '0') * 10 + text[4] - '0';
  if (hour > 23 || minute > 59)
    return FALSE;
  *out_minute = hour * 60 + minute;
  return TRUE;
}

static char *
print_minute (int minute)
{
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/* "22:00-07:00" */
static gboolean
read_window (const char *text, int *out_from, int *out_to)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  int from, to;

  if (g_strv_length (ends) != 2 || !read_minute (g_strstrip (ends[0]), &from)
      || !read_minute (g_strstrip (ends[1]), &to))
    return FALSE;
  *out_from = from;
  *out_to = to;
  return TRUE;
}

static char *
print_window (int from, int to)
{
  g_autofree char *first = print_minute (from);
  g_autofree char *last = print_minute (to);

  return g_strdup_printf ("%s-%s", first, last);
}

static gboolean
read_switch (const char *text, gboolean *out_on)
{
  if (g_strcmp0 (text, "1") != 0 && g_strcmp0 (text, "0") != 0)
    return FALSE;
  *out_on = text[0] == '1';
  return TRUE;
}

static gboolean
read_on (BrineReminderSettings *self, const char *text)
{
  return read_switch (text, &self->on);
}

static char *
print_on (const BrineReminderSettings *self)
{
  return self->on ? NULL : g_strdup ("0");
}

static gboolean
read_practices_off (BrineReminderSettings *self, const char *text)
{
  g_auto (GStrv) nicks = g_strsplit (text, ",", BRINE_N_PRACTICES + 1);
  unsigned off = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      BrinePractice practice;

      if (!brine_practice_from_nick (g_strstrip (nicks[i]), &practice))
        return FALSE;
      off |= 1u << practice;
    }
  self->practices_off = off;
  return TRUE;
}

static char *
print_practices_off (const BrineReminderSettings *self)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if (self->practices_off & 1u << i)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                              brine_practice_to_nick ((BrinePractice)i));
  return g_string_free (text, text->len == 0);
}

static gboolean
read_quiet (BrineReminderSettings *self, const char *text)
{
  self->has_quiet_hours = read_window (text, &self->quiet_from_minute, &self->quiet_to_minute);
  return self->has_quiet_hours;
}

static char *
print_quiet (const BrineReminderSettings *self)
{
  return self->has_quiet_hours ? print_window (self->quiet_from_minute, self->quiet_to_minute)
                               : NULL;
}

/* Written with an offset, so that it means the same wherever it is read. */
static gboolean
read_paused (BrineReminderSettings *self, const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return brine_instant_parse (text, utc, &self->paused_until);
}

static char *
print_paused (const BrineReminderSettings *self)
{
  return self->paused_until.unix_ms > 0 ? brine_instant_to_string (self->paused_until, 0) : NULL;
}

static gboolean
read_bundle (BrineReminderSettings *self, const char *text)
{
  return read_switch (text, &self->bundle);
}

static char *
print_bundle (const BrineReminderSettings *self)
{
  return self->bundle ? g_strdup ("1") : NULL;
}

static gboolean
read_private (BrineReminderSettings *self, const char *text)
{
  return read_switch (text, &self->private_text);
}

static char *
print_private (const BrineReminderSettings *self)
{
  return self->private_text ? g_strdup ("1") : NULL;
}

static gboolean
read_sound (BrineReminderSettings *self, const char *text)
{
  return brine_reminder_sound_from_nick (text, &self->sound);
}

static char *
print_sound (const BrineReminderSettings *self)
{
  return self->sound != BRINE_REMINDER_SOUND_NONE
             ? g_strdup (brine_reminder_sound_to_nick (self->sound))
             : NULL;
}

static gboolean
read_wind_down (BrineReminderSettings *self, const char *text)
{
  guint64 minutes;

  if (!g_ascii_string_to_unsigned (text, 10, 0, BRINE_WIND_DOWN_MAX_MINUTES, &minutes, NULL))
    return FALSE;
  self->wind_down_minutes = (int)minutes;
  return TRUE;
}

static char *
print_wind_down (const BrineReminderSettings *self)
{
  return self->wind_down_minutes != BRINE_WIND_DOWN_DEFAULT_MINUTES
             ? g_strdup_printf ("%d", self->wind_down_minutes)
             : NULL;
}

static int
compare_ints (const void *a, const void *b)
{
  int x = *(const int *)a;
  int y = *(const int *)b;

  return (x > y) - (x < y);
}

/* "09:00 21:00", in any order, each once. */
static gboolean
read_checkin_times (BrineReminderSettings *self, char **words)
{
  int minutes[BRINE_CHECKIN_PROMPTS_MAX];
  int n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (n == BRINE_CHECKIN_PROMPTS_MAX || !read_minute (words[i], &minutes[n]))
        return FALSE;
      n++;
    }
  qsort (minutes, (size_t)n, sizeof minutes[0], compare_ints);
  for (int i = 1; i < n; i++)
    if (minutes[i] == minutes[i - 1])
      return FALSE;
  memcpy (self->checkin_minutes, minutes, (size_t)n * sizeof minutes[0]);
  self->n_checkins = n;
  self->checkin_prompts = BRINE_CHECKIN_PROMPTS_AT;
  return n > 0;
}

/* "random 2 09:00-21:00": the window does not run over midnight. */
static gboolean
read_checkin_random (BrineReminderSettings *self, char **words)
{
  guint64 n;
  int from, to;

  if (g_strv_length (words) != 3
      || !g_ascii_string_to_unsigned (words[1], 10, 1, BRINE_CHECKIN_PROMPTS_MAX, &n, NULL)
      || !read_window (words[2], &from, &to) || from > to
      || to - from < (int)n * BRINE_CHECKIN_PROMPTS_ROOM_MINUTES)
    return FALSE;
  self->n_checkins = (int)n;
  self->checkin_from_minute = from;
  self->checkin_to_minute = to;
  self->checkin_prompts = BRINE_CHECKIN_PROMPTS_RANDOM;
  return TRUE;
}

static gboolean
read_checkins (BrineReminderSettings *self, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", BRINE_CHECKIN_PROMPTS_MAX * 2);

  if (g_strcmp0 (words[0], "random") == 0)
    return read_checkin_random (self, words);
  return read_checkin_times (self, words);
}

static char *
print_checkins (const BrineReminderSettings *self)
{
  if (self->checkin_prompts == BRINE_CHECKIN_PROMPTS_OFF)
    return NULL;
  if (self->checkin_prompts == BRINE_CHECKIN_PROMPTS_RANDOM)
    {
      g_autofree char *window = print_window (self->checkin_from_minute, self->checkin_to_minute);

      return g_strdup_printf ("random %d %s", self->n_checkins, window);
    }

  GString *text = g_string_new (NULL);
  for (int i = 0; i < self->n_checkins; i++)
    {
      g_autofree char *minute = print_minute (self->checkin_minutes[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", minute);
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_look_back (BrineReminderSettings *self, const char *text)
{
  g_autofree char *whole = g_strconcat (text, ":00", NULL);

  self->look_back = brine_local_parse (text, &self->look_back_first)
                    || brine_local_parse (whole, &self->look_back_first);
  return self->look_back;
}

static char *
print_look_back (const BrineReminderSettings *self)
{
  if (!self->look_back)
    return NULL;

  g_autofree char *day = brine_day_to_string (self->look_back_first.day);
  g_autofree char *minute = print_minute (brine_local_get_minute_of_day (self->look_back_first));
  return g_strdup_printf ("%s %s", day, minute);
}

static gboolean
read_seed (BrineReminderSettings *self, const char *text)
{
  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT32, &self->seed, NULL);
}

static char *
print_seed (const BrineReminderSettings *self)
{
  return self->seed != 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, self->seed) : NULL;
}

/* The table ----------------------------------------------------------------------------------- */

static const struct
{
  const char *key;
  const char *form; /* what may be written */
  gboolean (*read) (BrineReminderSettings *self, const char *text);
  char *(*print) (const BrineReminderSettings *self); /* NULL: the default */
} rows[] = {
  { BRINE_SETTING_REMINDERS, "1 or 0", read_on, print_on },
  { BRINE_SETTING_REMINDERS_OFF, "practices with commas between, such as meal,walk",
    read_practices_off, print_practices_off },
  { BRINE_SETTING_QUIET, "hours such as 22:00-07:00", read_quiet, print_quiet },
  { BRINE_SETTING_FOCUS, "a time such as 2026-11-22T15:00+01:00", read_paused, print_paused },
  { BRINE_SETTING_BUNDLE, "1 or 0", read_bundle, print_bundle },
  { BRINE_SETTING_PRIVATE, "1 or 0", read_private, print_private },
  { BRINE_SETTING_SOUND, "none, message or bell", read_sound, print_sound },
  { BRINE_SETTING_WIND_DOWN, "minutes, 0 to 240", read_wind_down, print_wind_down },
  { BRINE_SETTING_CHECKIN_PROMPTS, "times such as 09:00 21:00, or random 2 09:00-21:00",
    read_checkins, print_checkins },
  { BRINE_SETTING_LOOK_BACK, "the first day and time, such as 2026-11-22 18:00", read_look_back,
    print_look_back },
  { BRINE_SETTING_REMINDER_SEED, "a number above 0", read_seed, print_seed },
};

const char *const *
brine_reminder_settings_get_keys (void)
{
  static const char *keys[G_N_ELEMENTS (rows) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        keys[i] = rows[i].key;
      g_once_init_leave (&once, 1);
    }
  return keys;
}

static int
find_row (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_strcmp0 (rows[i].key, key) == 0)
      return (int)i;
  return -1;
}

/* Sets what row @i says back to what it is without a setting. */
static void
reset (BrineReminderSettings *self, guint i)
{
  static const BrineReminderSettings defaults = DEFAULTS;
  BrineReminderSettings rest = defaults;

  for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
    {
      g_autofree char *text = j != i ? rows[j].print (self) : NULL;

      if (text != NULL)
        rows[j].read (&rest, text);
    }
  *self = rest;
}

gboolean
brine_reminder_settings_set (BrineReminderSettings *self, const char *key, const char *text,
                             GError **error)
{
  int row = find_row (key);
  BrineReminderSettings changed;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row >= 0, FALSE);

  changed = *self;
  reset (&changed, (guint)row);
  if (text != NULL && text[0] != '\0' && !rows[row].read (&changed, text))
    {
      g_autofree char *start = brine_error_shorten (text);

      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   "“%s” is no value of “%s”; write %s, or nothing for the default.", start, key,
                   rows[row].form);
      return FALSE;
    }
  *self = changed;
  return TRUE;
}

void
brine_reminder_settings_parse (GHashTable *values, BrineReminderSettings *out_settings)
{
  g_return_if_fail (out_settings != NULL);

  *out_settings = (BrineReminderSettings)DEFAULTS;
  for (guint i = 0; values != NULL && i < G_N_ELEMENTS (rows); i++)
    brine_reminder_settings_set (out_settings, rows[i].key,
                                 g_hash_table_lookup (values, rows[i].key), NULL);
}

char *
brine_reminder_settings_dup_value (const BrineReminderSettings *self, const char *key)
{
  int row = find_row (key);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row >= 0, NULL);
  return rows[row].print (self);
}

void
brine_reminder_settings_put (const BrineReminderSettings *self, const BrineReminderSettings *before,
                             BrineChange *change)
{
  g_return_if_fail (self != NULL && before != NULL);
  g_return_if_fail (change != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *now = rows[i].print (self);
      g_autofree char *then = rows[i].print (before);

      if (g_strcmp0 (now, then) != 0)
        brine_change_put_setting (change, rows[i].key, now);
    }
}

gboolean
brine_reminder_settings_equal (const BrineReminderSettings *a, const BrineReminderSettings *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *x = rows[i].print (a);
      g_autofree char *y = rows[i].print (b);

      if (g_strcmp0 (x, y) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Quiet hours and pauses of reminders -------------------------------------------------------- */

/* When the quiet hours around @now end. Hours that end where they begin hold no minute. */
static gboolean
get_quiet_end (const BrineReminderSettings *self, BrineInstant now, GTimeZone *zone,
               BrineInstant *out_end)
{
  BrineLocal local = brine_zone_get_local (zone, now, NULL);
  int minute = brine_local_get_minute_of_day (local);
  gboolean over_midnight = self->quiet_from_minute > self->quiet_to_minute;
  gboolean evening = minute >= self->quiet_from_minute;
  gboolean morning = minute < self->quiet_to_minute;

  if (!self->has_quiet_hours || (over_midnight ? !evening && !morning : !evening || !morning))
    return FALSE;
  BrineLocal end = { local.day + (over_midnight && evening), self->quiet_to_minute * 60 };
  *out_end = brine_zone_resolve (zone, end);
  return brine_instant_compare (*out_end, now) > 0;
}

gboolean
brine_reminder_settings_get_hold (const BrineReminderSettings *self, BrineInstant now,
                                  GTimeZone *zone, BrineInstant *out_until)
{
  BrineInstant until = now;
  BrineInstant end;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (zone != NULL, FALSE);

  if (brine_instant_compare (self->paused_until, until) > 0)
    until = self->paused_until;
  /* A pause that ends within the quiet hours goes on until they end. */
  if (get_quiet_end (self, until, zone, &end))
    until = end;
  if (out_until != NULL)
    *out_until = until;
  return brine_instant_compare (until, now) > 0;
}
