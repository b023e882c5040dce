/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-progress-chart.h"
#include "brine-progress-page.h"
#include "brine-quota.h"

#include "../store/fixture.h"

#include <adwaita.h>

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  BrineClock *clock;
  GtkWidget *window;
  GtkWidget *page;
} Fixture;

/* A diary of @n_days up to Thursday 19 November 2026, evening. */
static void
set_up (Fixture *fixture, int n_days)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  BrineDay today = brine_day_from_ymd (2026, 11, 19);

  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
  if (n_days > 0)
    fixture_fill (fixture->store, today, n_days, 1);
  fixture->history = brine_history_new (fixture->store);
  fixture->clock =
      brine_clock_new_fixed (brine_zone_resolve (zone, brine_local (today, 21, 0)), zone);
  fixture->window = gtk_window_new ();
  fixture->page = brine_progress_page_new (fixture->history, fixture->clock, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_drain ();
  g_clear_object (&fixture->history);
  g_clear_object (&fixture->clock);
  brine_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture_remove_dir (fixture->dir);
}

/* The first widget below @widget that @test accepts. */
static GtkWidget *
find (GtkWidget *widget, gboolean (*test) (GtkWidget *widget))
{
  GtkWidget *found = test (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, test);
  return found;
}

static gboolean
is_stack (GtkWidget *widget)
{
  return GTK_IS_STACK (widget);
}

static gboolean
is_chart (GtkWidget *widget)
{
  return BRINE_IS_PROGRESS_CHART (widget);
}

static gboolean
is_title (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-4");
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (find (fixture->page, is_stack)));
}

static const char *
get_title (Fixture *fixture)
{
  return gtk_label_get_text (GTK_LABEL (find (fixture->page, is_title)));
}

static const BrineProgressData *
get_data (Fixture *fixture)
{
  return brine_progress_chart_get_data (BRINE_PROGRESS_CHART (find (fixture->page, is_chart)));
}

/* Of the range that is shown. */
static int
get_days (Fixture *fixture)
{
  return get_data (fixture)->range.to - get_data (fixture)->range.from + 1;
}

static gboolean
set_late (gpointer late)
{
  *(gboolean *)late = TRUE;
  return G_SOURCE_REMOVE;
}

#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean late_ = FALSE;                                                                        \
    guint timeout_ = g_timeout_add_seconds (60, set_late, &late_);                                 \
    while (!(condition) && !late_)                                                                 \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_assert_false (late_);                                                                        \
    g_source_remove (timeout_);                                                                    \
  }                                                                                                \
  G_STMT_END

static gboolean
activate (Fixture *fixture, const char *action)
{
  return gtk_widget_activate_action (fixture->page, action, NULL);
}

static void
test_empty_diary (void)
{
  Fixture fixture;
  g_autoptr (BrineCheckin) checkin = NULL;
  BrineChange *change = brine_change_new ();

  set_up (&fixture, 0);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "early"));
  /* It follows the store: the first mood makes the first chart. */
  checkin = fixture_checkin (brine_local (brine_day_from_ymd (2026, 11, 19), 20, 0), 4);
  brine_change_put_checkin (change, checkin);
  fixture_apply_and_forget (fixture.store, change);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  g_assert_cmpint (get_data (&fixture)->summary.mood.logged, ==, 1);
  tear_down (&fixture);
}

static void
test_steps (void)
{
  Fixture fixture;

  set_up (&fixture, 120);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  g_assert_cmpstr (get_title (&fixture), ==, "28 August – 19 November");
  g_assert_cmpint (get_data (&fixture)->columns->len, ==, 84);
  g_assert_true (get_data (&fixture)->has_before);
  /* Nothing lies after now. */
  activate (&fixture, "progress.next");
  g_assert_cmpstr (get_title (&fixture), ==, "28 August – 19 November");
  activate (&fixture, "progress.previous");
  g_assert_cmpstr (get_title (&fixture), ==, "5 June – 27 August");
  WAIT_FOR (get_data (&fixture)->range.to == brine_day_from_ymd (2026, 8, 27));
  /* Before the first day lies nothing either. */
  activate (&fixture, "progress.previous");
  g_assert_cmpstr (get_title (&fixture), ==, "5 June – 27 August");
  activate (&fixture, "progress.now");
  WAIT_FOR (get_data (&fixture)->range.to == brine_day_from_ymd (2026, 11, 19));
  tear_down (&fixture);
}

/* Quick steps replace the load under way; the last one is what is shown. */
static void
test_hurry (void)
{
  Fixture fixture;

  set_up (&fixture, 400);
  g_object_set (fixture.page, "range", "week", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  for (int i = 0; i < 12; i++)
    activate (&fixture, "progress.previous");
  WAIT_FOR (get_data (&fixture)->range.to == brine_day_from_ymd (2026, 11, 19) - 84);
  for (int i = 0; i < 40; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (get_data (&fixture)->range.to, ==, brine_day_from_ymd (2026, 11, 19) - 84);
  tear_down (&fixture);
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *range;
    BrineBucketBy by;
    int days;
  } rows[] = {
    { "week", BRINE_BUCKET_BY_DAY, 7 },     { "month", BRINE_BUCKET_BY_DAY, 28 },
    { "quarter", BRINE_BUCKET_BY_DAY, 84 }, { "year", BRINE_BUCKET_BY_WEEK, 364 },
    { "all", BRINE_BUCKET_BY_WEEK, 400 },
  };
  Fixture fixture;

  set_up (&fixture, 400);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *range = NULL;

      g_object_set (fixture.page, "range", rows[i].range, NULL);
      WAIT_FOR (get_days (&fixture) == rows[i].days);
      g_assert_cmpint (get_data (&fixture)->by, ==, rows[i].by);
      g_object_get (fixture.page, "range", &range, NULL);
      g_assert_cmpstr (range, ==, rows[i].range);
    }
  g_object_set (fixture.page, "range", "nonsense", NULL);
  g_assert_cmpint (get_days (&fixture), ==, 400);
  tear_down (&fixture);
}

static gboolean
is_sauna (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), "Sauna");
}

static gboolean
is_two_of_four (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), "2 of 4 times");
}

static gboolean
is_number_before (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget)
         && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), "now 5 a week, 2 before ");
}

static BrinePlanItem *
put_sauna (Fixture *fixture, BrineDay today)
{
  /* On a Monday, more than two whole weeks ago. */
  BrinePlanItem *sauna =
      fixture_item (BRINE_PRACTICE_OWN, "Sauna", brine_local (today - 17, 0, 0), 45, NULL);

  sauna->quota_per_week = 2;
  fixture_put_item (fixture->store, sauna);
  return sauna;
}

/* What is done some times a week has a card of its own, as long as there are whole weeks of it. */
static void
test_quota (void)
{
  BrineDay today = brine_day_from_ymd (2026, 11, 19);
  static const int days_back[] = { 16, 8, 2 };
  Fixture fixture;

  set_up (&fixture, 60);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  g_assert_null (find (fixture.page, is_sauna));
  g_autoptr (BrinePlanItem) sauna = put_sauna (&fixture, today);
  for (guint i = 0; i < G_N_ELEMENTS (days_back); i++)
    {
      g_autoptr (BrineLog) log =
          fixture_log (sauna, brine_local (today - days_back[i], 0, 0), BRINE_STATE_DONE);

      log->at = fixture_moment (brine_local (today - days_back[i], 18, 0));
      fixture_put_log (fixture.store, log);
    }
  WAIT_FOR (find (fixture.page, is_two_of_four) != NULL);
  g_assert_nonnull (find (fixture.page, is_sauna));
  g_assert_null (find (fixture.page, is_number_before));
  brine_quota_set_times (sauna, 5, brine_day_get_week_start (today, 1));
  fixture_put_item (fixture.store, sauna);
  WAIT_FOR (find (fixture.page, is_number_before) != NULL);
  /* The weeks that are over ask for what they did. */
  g_assert_nonnull (find (fixture.page, is_two_of_four));
  sauna->practice = BRINE_PRACTICE_WALK;
  fixture_put_item (fixture.store, sauna);
  WAIT_FOR (get_data (&fixture)->quotas->len == 1
            && ((BrineQuotaFigure *)get_data (&fixture)->quotas->pdata[0])->practice
                   == BRINE_PRACTICE_WALK);
  g_assert_nonnull (find (fixture.page, is_sauna));
  brine_quota_set_times (sauna, 0, today);
  fixture_put_item (fixture.store, sauna);
  WAIT_FOR (get_data (&fixture)->quotas->len == 0);
  g_assert_null (find (fixture.page, is_sauna));
  tear_down (&fixture);
}

/* A young diary fills a week or a month, not an axis of three months; whoever chose has chosen. */
static void
test_fitting_range (void)
{
  static const struct
  {
    int diary;
    int shown;
  } rows[] = { { 1, 7 }, { 7, 7 }, { 8, 28 }, { 28, 28 }, { 29, 84 }, { 120, 84 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture fixture;

      set_up (&fixture, rows[i].diary);
      WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
      g_assert_cmpint (get_days (&fixture), ==, rows[i].shown);
      g_object_set (fixture.page, "range", "quarter", NULL);
      WAIT_FOR (get_days (&fixture) == 84);
      tear_down (&fixture);
    }
}

/* Three months are too much for a telephone, unless somebody chose them. */
static void
test_narrow (void)
{
  Fixture fixture;

  set_up (&fixture, 120);
  g_object_set (fixture.page, "narrow", TRUE, NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  g_assert_cmpint (get_days (&fixture), ==, 28);
  g_object_set (fixture.page, "range", "year", NULL);
  g_object_set (fixture.page, "narrow", FALSE, NULL);
  WAIT_FOR (get_days (&fixture) == 364);
  tear_down (&fixture);
}

static void
test_nothing_in_range (void)
{
  Fixture fixture;
  g_autoptr (BrineCheckin) checkin = NULL;
  BrineChange *change = brine_change_new ();

  set_up (&fixture, 0);
  checkin = fixture_checkin (brine_local (brine_day_from_ymd (2026, 6, 1), 20, 0), 4);
  brine_change_put_checkin (change, checkin);
  fixture_apply_and_forget (fixture.store, change);
  g_object_set (fixture.page, "range", "week", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "nothing"));
  activate (&fixture, "progress.previous");
  g_assert_cmpstr (get_title (&fixture), ==, "6–12 November");
  tear_down (&fixture);
}

/* The keys of the page, as somebody presses them. */
static void
press (Fixture *fixture, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) keys = g_list_model_get_item (controllers, i);

      for (guint k = 0;
           G_IS_LIST_MODEL (keys) && k < g_list_model_get_n_items (G_LIST_MODEL (keys)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), k);
          g_autofree char *name =
              gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (name, trigger))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, fixture->page,
                                          gtk_shortcut_get_arguments (shortcut));
        }
    }
}

static void
test_keys (void)
{
  Fixture fixture;

  set_up (&fixture, 120);
  g_object_set (fixture.page, "range", "week", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  press (&fixture, "<Alt>Left");
  g_assert_cmpstr (get_title (&fixture), ==, "6–12 November");
  press (&fixture, "<Alt>Left");
  press (&fixture, "<Alt>Right");
  g_assert_cmpstr (get_title (&fixture), ==, "6–12 November");
  gtk_widget_set_direction (fixture.page, GTK_TEXT_DIR_RTL);
  press (&fixture, "<Alt>Right");
  g_assert_cmpstr (get_title (&fixture), ==, "30 October – 5 November");
  press (&fixture, "<Alt>Home");
  g_assert_cmpstr (get_title (&fixture), ==, "13–19 November");
  tear_down (&fixture);
}

/* Days before the diary was begun are no days without a mood. */
static void
test_young_diary (void)
{
  Fixture fixture;

  set_up (&fixture, 11);
  g_object_set (fixture.page, "range", "quarter", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  WAIT_FOR (get_data (&fixture)->columns->len == 84);
  g_assert_cmpint (get_data (&fixture)->summary.mood.days, <=, 12);
  tear_down (&fixture);
}

/* The range moves on with the day, unless somebody looks at the past. */
static void
test_next_day (void)
{
  Fixture fixture;
  BrineInstant now;

  set_up (&fixture, 60);
  g_object_set (fixture.page, "range", "week", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content") && get_days (&fixture) == 7);
  now = brine_instant_add_seconds (brine_clock_get_now (fixture.clock), BRINE_SECONDS_PER_DAY);
  brine_clock_set_now (fixture.clock, now);
  WAIT_FOR (get_data (&fixture)->range.to == brine_day_from_ymd (2026, 11, 20));
  g_assert_cmpstr (get_title (&fixture), ==, "14–20 November");
  activate (&fixture, "progress.previous");
  WAIT_FOR (get_data (&fixture)->range.to == brine_day_from_ymd (2026, 11, 13));
  brine_clock_set_now (fixture.clock, brine_instant_add_seconds (now, BRINE_SECONDS_PER_DAY));
  WAIT_FOR (get_data (&fixture)->today == brine_day_from_ymd (2026, 11, 21));
  g_assert_cmpint (get_data (&fixture)->range.to, ==, brine_day_from_ymd (2026, 11, 13));
  tear_down (&fixture);
}

/* A diary that cannot be read any more is said to be so, and nothing hangs. */
static void
test_unreadable (void)
{
  Fixture fixture;

  set_up (&fixture, 60);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  brine_store_close (fixture.store);
  g_object_set (fixture.page, "range", "year", NULL);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "damaged"));
  tear_down (&fixture);
}

static void
test_table_and_end (void)
{
  Fixture fixture;
  gboolean table;
  GtkWidget *page;

  set_up (&fixture, 60);
  WAIT_FOR (g_str_equal (get_shown (&fixture), "content"));
  activate (&fixture, "progress.table");
  g_object_get (fixture.page, "table", &table, NULL);
  g_assert_true (table);
  activate (&fixture, "progress.table");
  g_object_get (fixture.page, "table", &table, NULL);
  g_assert_false (table);
  /* It ends in the middle of a load, and leaves nothing behind. */
  page = g_object_ref (fixture.page);
  g_object_set (page, "range", "all", NULL);
  gtk_window_set_child (GTK_WINDOW (fixture.window), NULL);
  g_object_run_dispose (G_OBJECT (page));
  for (int i = 0; i < 50 || G_OBJECT (page)->ref_count > 1; i++)
    g_main_context_iteration (NULL, G_OBJECT (page)->ref_count > 1);
  g_assert_finalize_object (page);
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/page/empty-diary", test_empty_diary);
  g_test_add_func ("/page/steps", test_steps);
  g_test_add_func ("/page/hurry", test_hurry);
  g_test_add_func ("/page/ranges", test_ranges);
  g_test_add_func ("/page/quota", test_quota);
  g_test_add_func ("/page/fitting-range", test_fitting_range);
  g_test_add_func ("/page/narrow", test_narrow);
  g_test_add_func ("/page/nothing-in-range", test_nothing_in_range);
  g_test_add_func ("/page/keys", test_keys);
  g_test_add_func ("/page/young-diary", test_young_diary);
  g_test_add_func ("/page/next-day", test_next_day);
  g_test_add_func ("/page/unreadable", test_unreadable);
  g_test_add_func ("/page/table-and-end", test_table_and_end);
  return g_test_run ();
}
