/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-catalogue-loader.h"
#include "brine-sample.h"
#include "brine-store.h"

#include <glib/gstdio.h>

#define DAY_START 240

static BrineCatalogue *catalogue;

/* A diary of sample data in a folder of its own. */
typedef struct
{
  char *dir;
  BrineStore *store;
  GTimeZone *zone;
  BrineLocal now;
  BrineDay first, last;
  GPtrArray *logs, *nights, *checkins, *items, *pauses;
} Diary;

static void
load (Diary *diary)
{
  diary->logs = brine_store_load_logs (diary->store, diary->first, diary->last + 1, NULL);
  diary->nights = brine_store_load_nights (diary->store, diary->first, diary->last + 1, NULL);
  diary->checkins = brine_store_load_checkins (diary->store, diary->first, diary->last + 1, NULL);
  diary->pauses = brine_store_load_pauses (diary->store, diary->first, diary->last + 1, NULL);
  diary->items = brine_store_load_items (diary->store, NULL);
}

static Diary *
diary_new (BrineLocal now, const char *zone, int weeks, guint32 seed)
{
  Diary *diary = g_new0 (Diary, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineChange) inverse = NULL;

  diary->dir = g_dir_make_tmp ("brine-sample-XXXXXX", NULL);
  diary->store = brine_store_open (diary->dir, BRINE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  diary->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (diary->zone);
  diary->now = now;
  diary->last = brine_civil_day_of_local (now, DAY_START);
  diary->first = brine_day_get_week_start (diary->last, 1) - 7 * (weeks - 1);
  inverse = brine_store_apply (diary->store,
                               brine_sample_make (catalogue, now, diary->zone, DAY_START, weeks,
                                                  seed, NULL),
                               &error);
  g_assert_no_error (error);
  load (diary);

  return diary;
}

static void
diary_free (Diary *diary)
{
  GDir *entries;
  const char *name;

  g_ptr_array_unref (diary->logs);
  g_ptr_array_unref (diary->nights);
  g_ptr_array_unref (diary->checkins);
  g_ptr_array_unref (diary->pauses);
  g_ptr_array_unref (diary->items);
  brine_store_close (diary->store);
  g_object_unref (diary->store);
  g_time_zone_unref (diary->zone);
  entries = g_dir_open (diary->dir, 0, NULL);
  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (diary->dir, name, NULL);

      g_unlink (path);
    }
  g_dir_close (entries);
  g_rmdir (diary->dir);
  g_free (diary->dir);
  g_free (diary);
}

/* The moment was read off the wall clock of the zone. */
static void
assert_moment (const Diary *diary, const BrineMoment *moment)
{
  BrineLocal local = brine_moment_get_local (moment);

  g_assert_cmpint (brine_local_compare (local, diary->now), <=, 0);
  g_assert_cmpint (moment->day, ==, brine_civil_day_of_local (local, DAY_START));
  g_assert_cmpint (moment->offset_seconds, ==,
                   brine_moment_new (moment->instant, diary->zone, DAY_START).offset_seconds);
}

static void
assert_believable (const Diary *diary)
{
  const BrineNight *before = NULL;

  for (guint i = 0; i < diary->logs->len; i++)
    {
      const BrineLog *log = g_ptr_array_index (diary->logs, i);

      assert_moment (diary, &log->at);
      g_assert_cmpstr (log->title, !=, "");
      g_assert_cmpint (log->reason != BRINE_SKIP_NONE, ==, log->state == BRINE_STATE_SKIPPED);
    }
  for (guint i = 0; i < diary->nights->len; i++)
    {
      const BrineNight *night = g_ptr_array_index (diary->nights, i);

      assert_moment (diary, &night->wake);
      g_assert_cmpint (night->bed.instant.unix_ms, <, night->wake.instant.unix_ms);
      g_assert_cmpint (brine_night_get_minutes (night), >=, 180);
      g_assert_cmpint (brine_night_get_minutes (night), <=, 720);
      if (before != NULL)
        g_assert_cmpint (before->wake.instant.unix_ms, <=, night->bed.instant.unix_ms);
      before = night;
    }
  for (guint i = 0; i < diary->checkins->len; i++)
    {
      const BrineCheckin *checkin = g_ptr_array_index (diary->checkins, i);

      assert_moment (diary, &checkin->at);
      g_assert_cmpint (checkin->mood, >=, 1);
      g_assert_cmpint (checkin->mood, <=, 5);
    }
}

static void
test_weeks (void)
{
  static const struct
  {
    int year, month, day, hour, weeks;
    const char *zone;
  } rows[] = {
    { 2026, 11, 24, 16, 1, "Europe/Berlin" },     /* a week that has just begun */
    { 2026, 11, 23, 2, 1, "Europe/Berlin" },      /* after midnight: still Sunday */
    { 2026, 4, 5, 20, 2, "Europe/Berlin" },       /* an hour less on 29 March */
    { 2026, 11, 1, 20, 2, "Europe/Berlin" },      /* an hour more on 25 October */
    { 2026, 3, 12, 12, 3, "America/New_York" },   /* 8 March */
    { 2026, 4, 9, 12, 3, "Australia/Lord_Howe" }, /* half an hour */
    { 2024, 3, 3, 12, 2, "Asia/Kathmandu" },      /* 29 February; an odd offset */
    { 2026, 11, 24, 16, 60, "Europe/Berlin" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineLocal now = brine_local (brine_day_from_ymd (rows[i].year, rows[i].month, rows[i].day),
                                    rows[i].hour, 0);
      Diary *diary = diary_new (now, rows[i].zone, rows[i].weeks, 7);

      g_test_message ("row %" G_GSIZE_FORMAT ": %u logs, %u nights, %u check-ins", i,
                      diary->logs->len, diary->nights->len, diary->checkins->len);
      assert_believable (diary);
      g_assert_cmpuint (diary->items->len, >, 10);
      if (rows[i].weeks > 1)
        {
          g_assert_cmpuint (diary->logs->len, >, 20u * (rows[i].weeks - 1));
          g_assert_cmpuint (diary->nights->len, >=, 5u * (rows[i].weeks - 1));
          g_assert_cmpuint (diary->checkins->len, >=, 5u * (rows[i].weeks - 1));
        }
      diary_free (diary);
    }
}

/* Paused days have no logs of what was planned. */
static void
test_pauses (void)
{
  BrineLocal now = brine_local (brine_day_from_ymd (2026, 11, 24), 16, 0);
  Diary *diary = diary_new (now, "Europe/Berlin", 40, 3);

  g_assert_cmpuint (diary->pauses->len, >=, 2);
  for (guint i = 0; i < diary->pauses->len; i++)
    {
      const BrinePause *pause = g_ptr_array_index (diary->pauses, i);

      g_assert_cmpint (pause->from, <=, pause->to);
      for (guint j = 0; j < diary->logs->len; j++)
        {
          const BrineLog *log = g_ptr_array_index (diary->logs, j);

          g_assert_false (log->original.day >= pause->from && log->original.day <= pause->to);
        }
    }
  diary_free (diary);
}

static void
assert_same_logs (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const BrineLog *one = g_ptr_array_index (a, i);
      const BrineLog *two = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->id, ==, two->id);
      g_assert_cmpint (one->at.instant.unix_ms, ==, two->at.instant.unix_ms);
      g_assert_cmpint (one->state, ==, two->state);
      g_assert_cmpfloat (one->amount.value, ==, two->amount.value);
    }
}

static void
test_seed (void)
{
  BrineLocal now = brine_local (brine_day_from_ymd (2026, 11, 24), 16, 0);
  Diary *one = diary_new (now, "Europe/Berlin", 8, 42);
  Diary *two = diary_new (now, "Europe/Berlin", 8, 42);
  Diary *other = diary_new (now, "Europe/Berlin", 8, 43);

  assert_same_logs (one->logs, two->logs);
  g_assert_cmpuint (one->nights->len, ==, two->nights->len);
  for (guint i = 0; i < one->nights->len; i++)
    g_assert_cmpstr (((BrineNight *)g_ptr_array_index (one->nights, i))->id, ==,
                     ((BrineNight *)g_ptr_array_index (two->nights, i))->id);
  g_assert_cmpuint (one->checkins->len, ==, two->checkins->len);
  g_assert_cmpstr (((BrineLog *)g_ptr_array_index (one->logs, 0))->id, !=,
                   ((BrineLog *)g_ptr_array_index (other->logs, 0))->id);
  diary_free (one);
  diary_free (two);
  diary_free (other);
}

static void
test_ten_years (void)
{
  BrineLocal now = brine_local (brine_day_from_ymd (2026, 11, 24), 16, 0);
  Diary *diary = diary_new (now, "Europe/Berlin", 520, 1);

  assert_believable (diary);
  g_assert_cmpuint (diary->logs->len, >, 15000);
  g_assert_cmpuint (diary->nights->len, >, 3000);
  diary_free (diary);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = brine_catalogue_load (NULL);
  g_assert_nonnull (catalogue);

  g_test_add_func ("/sample/weeks", test_weeks);
  g_test_add_func ("/sample/pauses", test_pauses);
  g_test_add_func ("/sample/seed", test_seed);
  g_test_add_func ("/sample/ten-years", test_ten_years);

  result = g_test_run ();
  g_assert_finalize_object (catalogue);
  return result;
}
