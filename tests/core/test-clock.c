/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-clock.h"

#include <glib/gstdio.h>

#include "brine-clock-private.h"
#include "brine-error.h"

static void
on_changed (BrineClock *clock, guint *n_changes)
{
  (*n_changes)++;
}

static void
test_fixed (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  BrineInstant instant;
  BrineClock *clock;
  guint n_changes = 0;

  g_assert_nonnull (berlin);
  g_assert_true (brine_instant_parse ("2026-11-22T01:00+01:00", berlin, &instant));
  clock = brine_clock_new_fixed (instant, berlin);
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);

  g_assert_true (brine_clock_is_fixed (clock));
  g_assert_true (brine_clock_get_zone (clock) == berlin);
  g_assert_cmpint (brine_clock_get_now (clock).unix_ms, ==, instant.unix_ms);
  g_assert_cmpint (brine_clock_get_local (clock).second, ==, 3600);
  /* One in the morning: still the day before when days start at four. */
  g_assert_cmpint (brine_clock_get_today (clock, 0), ==, brine_day_from_ymd (2026, 11, 22));
  g_assert_cmpint (brine_clock_get_today (clock, 240), ==, brine_day_from_ymd (2026, 11, 21));

  brine_clock_set_now (clock, brine_instant_add_seconds (instant, 3 * 3600));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (brine_clock_get_today (clock, 240), ==, brine_day_from_ymd (2026, 11, 22));

  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  brine_clock_set_zone (clock, berlin);
  g_assert_cmpuint (n_changes, ==, 1);
  brine_clock_set_zone (clock, tokyo);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpint (brine_clock_get_local (clock).second, ==, 12 * 3600);

  g_object_run_dispose (G_OBJECT (clock));
  g_assert_finalize_object (clock);
}

static void
test_override (void)
{
  static const struct
  {
    const char *text;
    const char *utc; /* NULL: refused */
  } rows[] = {
    { "2026-11-22T09:00", "2026-11-22T08:00:00+00:00" }, /* read in the zone of TZ, Berlin */
    { "2026-07-22T09:00", "2026-07-22T07:00:00+00:00" },
    { "2026-11-22T09:00-05:00", "2026-11-22T14:00:00+00:00" },
    { "2026-11-22T09:00:30Z", "2026-11-22T09:00:30+00:00" },
    { "2026-11-22", NULL },
    { "9 o'clock", NULL },
  };

  g_setenv ("TZ", "Europe/Berlin", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineClock) clock = brine_clock_new_from_environment (rows[i].text, &error);
      g_autofree char *text = NULL;

      if (rows[i].utc == NULL)
        {
          g_assert_null (clock);
          g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
          g_assert_nonnull (strstr (error->message, rows[i].text));
          g_assert_nonnull (strstr (error->message, "--now"));
          continue;
        }
      g_assert_no_error (error);
      g_assert_true (brine_clock_is_fixed (clock));
      /* The offset says when it is, not where. */
      g_assert_cmpstr (g_time_zone_get_identifier (brine_clock_get_zone (clock)), ==,
                       "Europe/Berlin");
      text = brine_instant_to_string (brine_clock_get_now (clock), 0);
      g_assert_cmpstr (text, ==, rows[i].utc);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_environment (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineClock) fixed = NULL;
  g_autoptr (BrineClock) overridden = NULL;
  g_autoptr (BrineClock) system = NULL;

  g_setenv ("BRINE_NOW", "2026-11-22T09:00", TRUE);
  fixed = brine_clock_new_from_environment (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (brine_clock_get_local (fixed).second, ==, 9 * 3600);

  /* --now is stronger. */
  overridden = brine_clock_new_from_environment ("2026-11-22T10:00", &error);
  g_assert_no_error (error);
  g_assert_cmpint (brine_clock_get_local (overridden).second, ==, 10 * 3600);

  g_setenv ("BRINE_NOW", "now", TRUE);
  g_assert_null (brine_clock_new_from_environment (NULL, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "BRINE_NOW"));
  g_clear_error (&error);

  g_unsetenv ("BRINE_NOW");
  system = brine_clock_new_from_environment (NULL, &error);
  g_assert_no_error (error);
  g_assert_false (brine_clock_is_fixed (system));
}

static void
test_system (void)
{
  BrineClock *clock = brine_clock_new_system ();
  gint64 before_ms = g_get_real_time () / 1000;
  gint64 now_ms = brine_clock_get_now (clock).unix_ms;
  gint64 after_ms = g_get_real_time () / 1000;

  g_assert_cmpint (now_ms, >=, before_ms);
  g_assert_cmpint (now_ms, <=, after_ms);
  g_assert_finalize_object (clock);
}

/* A zone that does not exist, or no /etc/localtime at all, is UTC. */
static void
test_no_zone (void)
{
  g_autoptr (BrineClock) clock = NULL;
  int offset = -1;

  g_setenv ("TZ", "Nowhere/Atlantis", TRUE);
  clock = brine_clock_new_watching ("/nonexistent/localtime");
  brine_zone_get_local (brine_clock_get_zone (clock), brine_clock_get_now (clock), &offset);
  g_assert_cmpint (offset, ==, 0);
  g_setenv ("TZ", "UTC", TRUE);
}

/* Some systems copy the rules of the zone instead of linking to them. */
static void
test_plain_file (void)
{
  static const struct
  {
    const char *source; /* NULL: not a zone */
    int offset;
  } rows[] = { { "/usr/share/zoneinfo/Asia/Tokyo", 9 * 3600 }, { NULL, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("brine-clock-XXXXXX", &error);
      g_autofree char *path = g_build_filename (folder, "localtime", NULL);
      g_autofree char *rules = NULL;
      g_autoptr (BrineClock) clock = NULL;
      gsize length = 7;
      int offset = -1;

      g_assert_no_error (error);
      if (rows[i].source == NULL)
        rules = g_strdup ("garbage");
      else
        g_file_get_contents (rows[i].source, &rules, &length, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_set_contents (path, rules, (gssize)length, &error));

      g_unsetenv ("TZ");
      clock = brine_clock_new_watching (path);
      g_setenv ("TZ", "UTC", TRUE);
      if (rows[i].source != NULL)
        {
          brine_zone_get_local (brine_clock_get_zone (clock), (BrineInstant){ 0 }, &offset);
          g_assert_cmpint (offset, ==, rows[i].offset);
        }
      g_assert_nonnull (brine_clock_get_zone (clock));
      g_remove (path);
      g_rmdir (folder);
    }
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

/* The traveller's case: the system's zone changes while the program runs. */
static void
test_zone_change (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("brine-clock-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  BrineClock *clock;
  guint n_changes = 0;
  gboolean timed_out = FALSE;
  guint timeout;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "a", -1, &error));
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  clock = brine_clock_new_watching (path);
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  /* Replaced by a rename, as timedatectl does it. */
  g_assert_true (g_file_set_contents (path, "b", -1, &error));
  timeout = g_timeout_add_seconds (60, on_timeout, &timed_out);
  while (n_changes == 0 && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);

  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (g_time_zone_get_identifier (brine_clock_get_zone (clock)), ==, "Asia/Tokyo");

  g_assert_finalize_object (clock);
  g_remove (path);
  g_rmdir (folder);
  g_setenv ("TZ", "UTC", TRUE);
}

/* Runs the main loop until @clock shows @text, or a minute is over. */
static void
wait_for_time (BrineClock *clock, const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gboolean timed_out = FALSE;
  BrineInstant wanted;
  guint timeout = g_timeout_add_seconds (60, on_timeout, &timed_out);

  g_assert_true (brine_instant_parse (text, utc, &wanted));
  while (brine_clock_get_now (clock).unix_ms != wanted.unix_ms && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);
}

static void
write_in_place (const char *path, const char *text)
{
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Two programs that share a time of their own: replaced by a rename, or written in place. */
static void
test_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("brine-clock-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "now", NULL);
  BrineClock *clock;
  guint n_changes = 0;

  g_assert_no_error (error);
  g_setenv ("BRINE_NOW_FILE", path, TRUE);
  g_assert_null (brine_clock_new_from_environment (NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "noon\n", -1, &error));
  g_assert_null (brine_clock_new_from_environment (NULL, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "BRINE_NOW_FILE"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "2026-11-22T09:00\n", -1, &error));
  clock = brine_clock_new_from_environment (NULL, &error);
  g_assert_no_error (error);
  g_assert_true (brine_clock_is_fixed (clock));
  wait_for_time (clock, "2026-11-22T09:00");
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);

  g_assert_true (g_file_set_contents (path, "2026-11-22T09:10:30.5Z", -1, &error));
  wait_for_time (clock, "2026-11-22T09:10:30.500");
  g_assert_cmpuint (n_changes, ==, 1);

  /* What is no time, or half of one, changes nothing. */
  write_in_place (path, "2026-11-2");
  write_in_place (path, "2026-11-23T08:00");
  wait_for_time (clock, "2026-11-23T08:00");
  g_assert_cmpuint (n_changes, ==, 2);

  /* What is said by hand is stronger. */
  g_setenv ("BRINE_NOW", "2026-12-01T09:00", TRUE);
  g_autoptr (BrineClock) fixed = brine_clock_new_from_environment (NULL, &error);
  g_assert_no_error (error);
  wait_for_time (fixed, "2026-12-01T09:00");
  g_unsetenv ("BRINE_NOW");
  g_unsetenv ("BRINE_NOW_FILE");

  g_assert_finalize_object (clock);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("BRINE_NOW");
  g_unsetenv ("BRINE_NOW_FILE");

  g_test_add_func ("/clock/fixed", test_fixed);
  g_test_add_func ("/clock/override", test_override);
  g_test_add_func ("/clock/environment", test_environment);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/no-zone", test_no_zone);
  g_test_add_func ("/clock/plain-file", test_plain_file);
  g_test_add_func ("/clock/zone-change", test_zone_change);

  g_test_add_func ("/clock/file", test_file);

  return g_test_run ();
}
