/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-zone-rules.h"

#include "brine-clock-private.h"
#include "brine-zone-file.h"
#include "zone-maker.h"

/* 2026-11-29T01:00Z, the turn of the rules that these tests make. */
#define TURN G_GINT64_CONSTANT (1795914000)
#define HOUR 3600
#define N_DAMAGED 20000

static int
get_offset (GTimeZone *zone, gint64 unix_seconds)
{
  int offset;

  brine_zone_get_local (zone, (BrineInstant){ unix_seconds * 1000 }, &offset);
  return offset;
}

/* Reading ------------------------------------------------------------------------------------ */

static void
test_rules_change (ZoneDatabase *database, gconstpointer data)
{
  g_autoptr (GTimeZone) before = NULL;
  g_autoptr (GTimeZone) after = NULL;
  g_autoptr (GTimeZone) again = NULL;
  g_autoptr (GTimeZone) gone = NULL;
  g_autofree char *path = NULL;
  guint state;

  zone_database_put_rule (database, "Test/Change", 1, TURN, 1);
  before = brine_zone_read ("Test/Change");
  g_assert_cmpint (get_offset (before, TURN), ==, 1 * HOUR);
  state = brine_zone_look ();

  zone_database_put_rule (database, "Test/Change", 1, TURN, 2);
  g_assert_cmpuint (brine_zone_look (), !=, state);
  state = brine_zone_look ();
  after = brine_zone_read ("Test/Change");
  g_assert_cmpint (get_offset (after, TURN - 1), ==, 1 * HOUR);
  g_assert_cmpint (get_offset (after, TURN), ==, 2 * HOUR);
  /* Who holds the old one keeps it, and sees by the identifier that there is another. */
  g_assert_cmpint (get_offset (before, TURN), ==, 1 * HOUR);
  g_assert_cmpstr (g_time_zone_get_identifier (before), !=, g_time_zone_get_identifier (after));
  g_assert_cmpstr (brine_zone_get_name (before), ==, "Test/Change");
  g_assert_cmpstr (brine_zone_get_name (after), ==, "Test/Change");

  /* The same rules in another file are no change. */
  zone_database_put_rule (database, "Test/Change", 1, TURN, 2);
  g_assert_cmpuint (brine_zone_look (), ==, state);
  again = brine_zone_read (g_time_zone_get_identifier (after));
  g_assert_true (again == after);

  /* Nor is a database that is gone for a moment, and nothing of old comes back meanwhile. */
  path = brine_zone_dup_path ("Test/Change");
  g_remove (path);
  g_assert_cmpuint (brine_zone_look (), ==, state);
  gone = brine_zone_read ("Test/Change");
  g_assert_null (gone);
}

static void
test_path_changes (ZoneDatabase *database, gconstpointer data)
{
  g_autofree char *path = g_build_filename (database->zones, "rules", NULL);
  g_autoptr (GTimeZone) before = NULL;
  g_autoptr (GTimeZone) after = NULL;

  zone_database_put_rule (database, "rules", 1, TURN, 1);
  before = brine_zone_read (path);
  g_assert_cmpstr (brine_zone_get_name (before), ==, path);
  zone_database_put_rule (database, "rules", -3, TURN, -4);
  after = brine_zone_read (path);
  g_assert_cmpint (get_offset (after, TURN), ==, -4 * HOUR);
  g_assert_cmpstr (brine_zone_get_name (after), ==, path);
  g_assert_cmpint (get_offset (before, TURN), ==, 1 * HOUR);
}

/* Old names and zones that count leap seconds are a package of their own from Debian 13 on. */
static gboolean
is_optional (const char *identifier)
{
  return g_str_equal (identifier, "Asia/Calcutta") || g_str_has_prefix (identifier, "right/");
}

static gboolean
is_installed (const char *identifier)
{
  g_autofree char *path = brine_zone_dup_path (identifier);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What TZ may hold. */
static void
test_identifiers (void)
{
  static const struct
  {
    const char *identifier;
    int winter_minutes, summer_minutes; /* INT_MIN: no zone */
  } rows[] = {
    { "Europe/Berlin", 60, 120 },
    { ":Europe/Berlin", 60, 120 },
    { "./Europe/Berlin", 60, 120 },
    { "/usr/share/zoneinfo/Europe/Berlin", 60, 120 },
    { ":/usr/share/zoneinfo/Europe/Berlin", 60, 120 },
    { "Asia/Calcutta", 330, 330 },
    { "Asia/Kolkata", 330, 330 },
    { "right/Europe/Berlin", 60, 120 },
    { "Etc/GMT+5", -300, -300 },
    { "UTC", 0, 0 },
    { "GMT0", 0, 0 },
    { "EST5EDT", -300, -240 },
    { "+02:00", 120, 120 },
    { "CET-1", 60, 60 },
    { "<+03>-3", 180, 180 },
    { "CET-1CEST,M3.5.0,M10.5.0/3", 60, 120 },
    { "CET-1CEST", 60, 120 },
    { "NST3:30NDT", -210, -150 },
    { "", INT_MIN, INT_MIN },
    { ":", INT_MIN, INT_MIN },
    { ":foo", INT_MIN, INT_MIN },
    { "foo", INT_MIN, INT_MIN },
    { "Nowhere/Atlantis", INT_MIN, INT_MIN },
    { "::Europe/Berlin", INT_MIN, INT_MIN },
    { "CET-1CEST,", INT_MIN, INT_MIN },
    { "CET-1CEST,M3", INT_MIN, INT_MIN },
    { "/usr/share/zoneinfo", INT_MIN, INT_MIN },
    { "Europe", INT_MIN, INT_MIN },
    { "/nonexistent", INT_MIN, INT_MIN },
    { "/dev/null", INT_MIN, INT_MIN },
    { "/etc/passwd", INT_MIN, INT_MIN },
    { "../../../etc/passwd", INT_MIN, INT_MIN },
    { "\xff\xfe%s%n", INT_MIN, INT_MIN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = brine_zone_read (rows[i].identifier);

      g_test_message ("row %u", i);
      if (is_optional (rows[i].identifier) && !is_installed (rows[i].identifier))
        continue;
      if (rows[i].winter_minutes == INT_MIN)
        {
          g_assert_null (zone);
          continue;
        }
      g_assert_nonnull (zone);
      g_assert_cmpint (get_offset (zone, 1768000000), ==, rows[i].winter_minutes * 60);
      g_assert_cmpint (get_offset (zone, 1784000000), ==, rows[i].summer_minutes * 60);
    }
}

/* Leap seconds: zones of "right" count them, which moves their turns by less than half a minute, and
 * an hour or a day is never lost over it. A clock that repeats a second, as POSIX has it, shows each
 * reading twice and none is taken for another day. */
static void
test_leap_seconds (void)
{
  static const gint64 around[] = { 1483228799, 1483228800, 1483228826, 1483228827 };
  g_autoptr (GTimeZone) right = brine_zone_read ("right/Europe/Berlin");
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineInstant instant;

  for (guint i = 0; right != NULL && i < G_N_ELEMENTS (around); i++)
    g_assert_cmpint (get_offset (right, around[i]), ==, HOUR);
  g_assert_true (brine_instant_parse ("2016-12-31T23:59:60Z", utc, &instant));
  g_assert_cmpint (instant.unix_ms, ==, G_GINT64_CONSTANT (1483228799000));
}

/* Files -------------------------------------------------------------------------------------- */

static void
test_truncated (void)
{
  static const char *const names[] = { "Europe/Berlin", "UTC", "right/Europe/Berlin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = brine_zone_dup_path (names[i]);
      g_autofree char *bytes = NULL;
      gsize length;

      if (!g_file_get_contents (path, &bytes, &length, NULL))
        continue;
      g_assert_true (brine_zone_file_is_valid ((const guint8 *)bytes, length));
      for (gsize cut = 0; cut < length; cut++)
        {
          /* A copy of that size, for tools that look for reads beyond it. */
          g_autofree guint8 *some = g_memdup2 (bytes, cut);

          g_assert_false (brine_zone_file_is_valid (some, cut));
        }
    }
}

/* Whatever is wrong with a file, GLib is asked to read it only when it can. */
static void
test_damaged (ZoneDatabase *database, gconstpointer data)
{
  g_autoptr (GByteArray) good = zone_make (1, TURN, 2);
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_read = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_DAMAGED; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, good->data, good->len);
      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        bytes->data[g_rand_int_range (random, 5, (gint32)bytes->len)] =
            (guint8)g_rand_int_range (random, 0, 256);
      if (brine_zone_file_is_valid (bytes->data, bytes->len) && n_read++ < 200)
        {
          g_autofree char *name = g_strdup_printf ("damaged/%u", i);
          g_autoptr (GTimeZone) zone = NULL;

          zone_database_put (database, name, bytes);
          zone = brine_zone_read (name);
          g_assert_nonnull (zone);
          for (gint64 hour = -24; hour < 24; hour++)
            g_assert_cmpint (ABS (get_offset (zone, TURN + hour * HOUR)), <=, 26 * HOUR);
        }
    }
  g_assert_cmpuint (n_read, >, 0);
}

/* /etc/localtime ------------------------------------------------------------------------------ */

static void
make_link (ZoneDatabase *database, const char *name, const char *target)
{
  g_autofree char *path = g_build_filename (database->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_remove (path);
  g_file_make_symbolic_link (file, target, NULL, &error);
  g_assert_no_error (error);
}

static void
test_local (ZoneDatabase *database, gconstpointer data)
{
  static const struct
  {
    const char *file; /* in the folder of the test */
    const char *name; /* "": its own path; NULL: it is no zone */
  } rows[] = {
    { "linked", "Test/Place" },
    { "linked-twice", "Test/Place" },
    { "linked-relatively", "Test/Place" },
    { "copied", "" },
    { "linked-elsewhere", "" },
    { "missing", NULL },
    { "dangling", NULL },
    { "round", NULL },
    { "garbage", NULL },
    { "zoneinfo", NULL },
  };
  g_autofree char *place = g_build_filename (database->zones, "Test", "Place", NULL);
  g_autoptr (GByteArray) garbage = g_byte_array_new ();

  g_byte_array_append (garbage, (const guint8 *)"TZif2 and nothing else, but for a long while", 44);
  zone_database_put_rule (database, "Test/Place", 3, TURN, 4);
  zone_database_put_rule (database, "../copied", 3, TURN, 4);
  zone_database_put (database, "../garbage", garbage);
  make_link (database, "linked", place);
  make_link (database, "linked-twice", "linked");
  make_link (database, "linked-relatively", "zoneinfo/Test/../Test/Place");
  make_link (database, "linked-elsewhere", "copied");
  make_link (database, "dangling", "Test/Nowhere");
  make_link (database, "round", "round");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (database->folder, rows[i].file, NULL);
      g_autofree char *name = brine_zone_dup_name_of_link (path);
      g_autoptr (BrineClock) clock = NULL;
      int offset;

      g_test_message ("%s", rows[i].file);
      g_unsetenv ("TZ");
      clock = brine_clock_new_watching (path);
      g_setenv ("TZ", "UTC", TRUE);
      offset = get_offset (brine_clock_get_zone (clock), TURN);
      g_assert_cmpint (offset, ==, rows[i].name != NULL ? 4 * HOUR : 0);
      if (rows[i].name == NULL)
        g_assert_null (name);
      else
        g_assert_nonnull (name);
      if (rows[i].name != NULL && *rows[i].name != '\0')
        g_assert_cmpstr (name, ==, rows[i].name);
    }
}

/* Clocks -------------------------------------------------------------------------------------- */

static void
on_changed (BrineClock *clock, guint *n_changes)
{
  (*n_changes)++;
}

static gboolean
on_timeout (gpointer data)
{
  *(gboolean *)data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_change (const guint *n_changes, guint wanted)
{
  gboolean timed_out = FALSE;
  guint timeout = g_timeout_add_seconds (60, on_timeout, &timed_out);

  while (*n_changes < wanted && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (timeout);
  g_assert_cmpuint (*n_changes, ==, wanted);
}

static BrineClock *
new_watching (ZoneDatabase *database, const char *zone)
{
  g_autofree char *localtime_path = g_build_filename (database->folder, "localtime", NULL);
  BrineClock *clock;

  g_setenv ("TZ", zone, TRUE);
  clock = brine_clock_new_watching (localtime_path);
  g_setenv ("TZ", "UTC", TRUE);
  return clock;
}

static void
test_clock_follows (ZoneDatabase *database, gconstpointer data)
{
  BrineClock *clock;
  guint n_changes = 0;

  zone_database_put_rule (database, "Test/Follow", 1, TURN, 1);
  clock = new_watching (database, "Test/Follow");
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);
  brine_clock_look (clock);
  g_assert_cmpuint (n_changes, ==, 0);

  zone_database_put_rule (database, "Test/Follow", 1, TURN, 2);
  wait_for_change (&n_changes, 1);
  g_assert_cmpint (get_offset (brine_clock_get_zone (clock), TURN), ==, 2 * HOUR);

  /* Whoever looks first sees it first; it is told once. */
  zone_database_put_rule (database, "Test/Follow", 1, TURN, 3);
  brine_clock_look (clock);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpint (get_offset (brine_clock_get_zone (clock), TURN), ==, 3 * HOUR);
  brine_clock_look (clock);
  g_assert_cmpuint (n_changes, ==, 2);

  /* It follows the zone that it was told of later. */
  g_autoptr (GTimeZone) other = NULL;
  zone_database_put_rule (database, "Other/Place", 5, TURN, 5);
  other = brine_zone_read ("Other/Place");
  brine_clock_set_zone (clock, other);
  g_assert_cmpuint (n_changes, ==, 3);
  zone_database_put_rule (database, "Other/Place", 5, TURN, 6);
  wait_for_change (&n_changes, 4);
  g_assert_cmpint (get_offset (brine_clock_get_zone (clock), TURN), ==, 6 * HOUR);

  g_object_run_dispose (G_OBJECT (clock));
  g_assert_finalize_object (clock);
}

/* A zone that somebody else reads: what is pinned to it moves, the clock stays where it is. */
static void
test_other_zone (ZoneDatabase *database, gconstpointer data)
{
  g_autoptr (GTimeZone) pinned = NULL;
  g_autoptr (GByteArray) table = g_byte_array_new ();
  GTimeZone *own;
  BrineClock *clock;
  guint n_changes = 0;

  zone_database_put_rule (database, "Test/Own", 1, TURN, 1);
  zone_database_put_rule (database, "Pinned/Place", 7, TURN, 7);
  pinned = brine_zone_read ("Pinned/Place");
  clock = new_watching (database, "Test/Own");
  own = brine_clock_get_zone (clock);
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);

  zone_database_put_rule (database, "Pinned/Place", 7, TURN, 8);
  g_byte_array_append (table, (const guint8 *)"# version 2027a\n", 16);
  zone_database_put (database, "tzdata.zi", table);
  wait_for_change (&n_changes, 1);
  g_assert_true (brine_clock_get_zone (clock) == own);
  g_assert_finalize_object (clock);
}

/* While /etc/localtime is written anew there may be no zone at all for a moment. */
static void
test_localtime_gone (ZoneDatabase *database, gconstpointer data)
{
  g_autofree char *path = g_build_filename (database->folder, "localtime", NULL);
  BrineClock *clock;
  guint n_changes = 0;

  zone_database_put_rule (database, "Test/Here", 1, TURN, 1);
  zone_database_put_rule (database, "Test/There", 9, TURN, 9);
  make_link (database, "localtime", "zoneinfo/Test/Here");
  g_unsetenv ("TZ");
  clock = brine_clock_new_watching (path);
  g_signal_connect (clock, "changed", G_CALLBACK (on_changed), &n_changes);
  g_assert_cmpstr (brine_zone_get_name (brine_clock_get_zone (clock)), ==, "Test/Here");

  make_link (database, "localtime", "zoneinfo/Test/Nowhere");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  make_link (database, "localtime", "zoneinfo/Test/There");
  wait_for_change (&n_changes, 1);
  g_assert_cmpstr (brine_zone_get_name (brine_clock_get_zone (clock)), ==, "Test/There");
  g_setenv ("TZ", "UTC", TRUE);
  g_assert_finalize_object (clock);
}

static void
set_up (ZoneDatabase *database, gconstpointer data)
{
  zone_database_set_up (database);
}

static void
tear_down (ZoneDatabase *database, gconstpointer data)
{
  zone_database_tear_down (database);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, ZoneDatabase, NULL, set_up, function, tear_down)
  g_test_add_func ("/zone-rules/identifiers", test_identifiers);
  g_test_add_func ("/zone-rules/leap-seconds", test_leap_seconds);
  g_test_add_func ("/zone-rules/truncated", test_truncated);
  ADD ("/zone-rules/change", test_rules_change);
  ADD ("/zone-rules/path-changes", test_path_changes);
  ADD ("/zone-rules/damaged", test_damaged);
  ADD ("/zone-rules/local", test_local);
  ADD ("/zone-rules/clock-follows", test_clock_follows);
  ADD ("/zone-rules/other-zone", test_other_zone);
  ADD ("/zone-rules/localtime-gone", test_localtime_gone);
#undef ADD
  return g_test_run ();
}
