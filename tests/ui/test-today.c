/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-day-list.h"
#include "brine-next-card.h"
#include "brine-occurrence-words.h"

#include <glib/gstdio.h>
#include <locale.h>

/* What Today says of a day, from a real diary and without a display. */
typedef struct
{
  char *dir;
  BrineStore *store;
  GTimeZone *zone;
  BrineDay day;
} Diary;

static void
set_up (Diary *diary, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  diary->dir = g_dir_make_tmp ("brine-today-XXXXXX", &error);
  g_assert_no_error (error);
  diary->store = brine_store_open (diary->dir, BRINE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  diary->zone = g_time_zone_new_identifier ("Europe/Berlin");
  diary->day = brine_day_from_ymd (2026, 11, 19);
}

static void
tear_down (Diary *diary, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (diary->dir, 0, NULL);
  const char *name;

  brine_store_close (diary->store);
  g_assert_finalize_object (diary->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (diary->dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (diary->dir);
  g_free (diary->dir);
  g_time_zone_unref (diary->zone);
}

static void
apply (Diary *diary, BrineChange *change)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineChange) inverse = brine_store_apply (diary->store, change, &error);

  g_assert_no_error (error);
}

static char *
plan (Diary *diary, BrinePractice practice, const char *title, BrineLocal start, int minutes)
{
  g_autoptr (BrinePlanItem) item = brine_plan_item_new (practice, title, start, minutes);
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, item);
  apply (diary, change);
  return g_strdup (item->id);
}

static void
log_state (Diary *diary, const char *item_id, BrinePractice practice, BrineLocal original,
           BrineState state, BrineSkipReason reason, double minutes)
{
  g_autoptr (BrineLog) log = brine_log_new ();
  BrineChange *change = brine_change_new ();

  log->item_id = g_strdup (item_id);
  log->practice = practice;
  log->title = g_strdup ("Walk");
  log->original = original;
  log->state = state;
  log->reason = reason;
  if (minutes > 0)
    log->amount = (BrineAmount){ minutes, BRINE_UNIT_MINUTES };
  log->at = brine_moment_new (brine_zone_resolve (diary->zone, original), diary->zone,
                              BRINE_DAY_START_DEFAULT_MINUTES);
  brine_change_put_log (change, log);
  apply (diary, change);
}

static GListModel *
load (Diary *diary, BrineLocal now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) agenda =
      brine_store_load_agenda (diary->store, diary->day, diary->day, now, &error);
  GListStore *model = g_list_store_new (BRINE_TYPE_OCCURRENCE);

  g_assert_no_error (error);
  for (guint i = 0; i < agenda->len; i++)
    g_list_store_append (model, g_ptr_array_index (agenda, i));
  return G_LIST_MODEL (model);
}

static void
check_row (GListModel *agenda, const char *title, const char *subtitle)
{
  g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (agenda, 0);
  g_autofree char *row_title = brine_occurrence_dup_row_title (occurrence);
  g_autofree char *row_subtitle = brine_occurrence_dup_row_subtitle (occurrence, NULL);

  g_assert_cmpstr (row_title, ==, title);
  g_assert_cmpstr (row_subtitle, ==, subtitle);
}

static void
test_words_of_a_log (Diary *diary, gconstpointer data)
{
  static const struct
  {
    BrineState state;
    BrineSkipReason reason;
    double minutes;
    const char *subtitle;
  } rows[] = {
    { BRINE_STATE_DONE, BRINE_SKIP_NONE, 20, "20 min" },
    { BRINE_STATE_DONE, BRINE_SKIP_NONE, 35, "35 of 20 min" },
    { BRINE_STATE_PARTLY, BRINE_SKIP_NONE, 10, "Partly · 10 of 20 min" },
    { BRINE_STATE_SKIPPED, BRINE_SKIP_NO_TIME, 0, "Skipped: No time" },
    { BRINE_STATE_SKIPPED, BRINE_SKIP_NONE, 0, "Skipped" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineLocal start = brine_local (diary->day + (BrineDay)i, 17, 30);
      g_autofree char *id = plan (diary, BRINE_PRACTICE_WALK, "Walk", start, 20);
      BrineDay first = diary->day;
      g_autoptr (GListModel) agenda = NULL;

      log_state (diary, id, BRINE_PRACTICE_WALK, start, rows[i].state, rows[i].reason,
                 rows[i].minutes);
      diary->day = start.day;
      agenda = load (diary, start);
      diary->day = first;
      check_row (agenda, "Walk", rows[i].subtitle);
    }
}

static void
test_words_of_what_was_not_logged (Diary *diary, gconstpointer data)
{
  BrineLocal start = brine_local (diary->day, 17, 30);
  g_autofree char *id = plan (diary, BRINE_PRACTICE_WALK, "Walk", start, 20);
  g_autoptr (GListModel) ahead = load (diary, brine_local (diary->day, 9, 0));
  g_autoptr (GListModel) missed = load (diary, brine_local (diary->day + 1, 9, 0));

  check_row (ahead, "Walk", "20 min");
  check_row (missed, "Walk", "Not logged · 20 min");
}

static void
test_words_of_a_night (Diary *diary, gconstpointer data)
{
  g_autoptr (BrineNight) night = brine_night_new ();
  BrineChange *change = brine_change_new ();
  g_autoptr (GListModel) agenda = NULL;
  g_autoptr (BrineOccurrence) occurrence = NULL;

  night->bed =
      brine_moment_new (brine_zone_resolve (diary->zone, brine_local (diary->day - 1, 23, 10)),
                        diary->zone, 240);
  night->wake = brine_moment_new (brine_zone_resolve (diary->zone, brine_local (diary->day, 6, 30)),
                                  diary->zone, 240);
  night->rested = 4;
  brine_change_put_night (change, night);
  apply (diary, change);
  agenda = load (diary, brine_local (diary->day, 9, 0));
  check_row (agenda, "Slept 7 h 20", "23:10 – 06:30 · rested 4 of 5");
  occurrence = g_list_model_get_item (agenda, 0);
  g_assert_true (brine_local_equal (brine_occurrence_get_row_time (occurrence),
                                    brine_local (diary->day, 6, 30)));
  g_assert_cmpint (brine_day_part_of (occurrence), ==, BRINE_PART_MORNING);
}

static void
test_parts_of_the_day (Diary *diary, gconstpointer data)
{
  static const struct
  {
    int days;
    int hour;
    int minute;
    BrineDayPart part;
  } rows[] = {
    { 0, 4, 0, BRINE_PART_MORNING },    { 0, 11, 59, BRINE_PART_MORNING },
    { 0, 12, 0, BRINE_PART_AFTERNOON }, { 0, 17, 59, BRINE_PART_AFTERNOON },
    { 0, 18, 0, BRINE_PART_EVENING },   { 0, 23, 59, BRINE_PART_EVENING },
    { 1, 0, 0, BRINE_PART_EVENING },    { 1, 3, 59, BRINE_PART_EVENING },
  };
  g_autoptr (GListModel) agenda = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_free (plan (diary, BRINE_PRACTICE_OWN, "Something",
                  brine_local (diary->day + rows[i].days, rows[i].hour, rows[i].minute), 5));
  agenda = load (diary, brine_local (diary->day, 4, 0));
  g_assert_cmpint (g_list_model_get_n_items (agenda), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (agenda, i);

      g_assert_cmpint (brine_day_part_of (occurrence), ==, rows[i].part);
    }
}

static void
check_next (Diary *diary, int hour, int minute, const char *title)
{
  BrineLocal now = brine_local (diary->day, hour, minute);
  g_autoptr (GListModel) agenda = load (diary, now);
  g_autoptr (BrineOccurrence) next = brine_next_card_choose (agenda, now);

  g_assert_cmpstr (next != NULL ? brine_occurrence_get_title (next) : NULL, ==, title);
}

/* What began within the hour is still next; what is logged or long past is not. */
static void
test_next (Diary *diary, gconstpointer data)
{
  BrineLocal lunch_start = brine_local (diary->day, 12, 30);
  g_autofree char *lunch = plan (diary, BRINE_PRACTICE_MEAL, "Lunch", lunch_start, 30);
  g_autofree char *walk =
      plan (diary, BRINE_PRACTICE_WALK, "Walk", brine_local (diary->day, 17, 30), 20);

  check_next (diary, 9, 0, "Lunch");
  check_next (diary, 13, 29, "Lunch");
  check_next (diary, 13, 30, "Walk");
  check_next (diary, 18, 29, "Walk");
  check_next (diary, 18, 30, NULL);
  log_state (diary, lunch, BRINE_PRACTICE_MEAL, lunch_start, BRINE_STATE_DONE, BRINE_SKIP_NONE, 0);
  check_next (diary, 9, 0, "Walk");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/today/words-of-a-log", Diary, NULL, set_up, test_words_of_a_log, tear_down);
  g_test_add ("/today/words-of-what-was-not-logged", Diary, NULL, set_up,
              test_words_of_what_was_not_logged, tear_down);
  g_test_add ("/today/words-of-a-night", Diary, NULL, set_up, test_words_of_a_night, tear_down);
  g_test_add ("/today/parts-of-the-day", Diary, NULL, set_up, test_parts_of_the_day, tear_down);
  g_test_add ("/today/next", Diary, NULL, set_up, test_next, tear_down);
  return g_test_run ();
}
