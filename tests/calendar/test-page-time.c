/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calendar where clocks change, where one travels, late at night and in weeks that begin
 * elsewhere: what stands where, and what it says.
 */
#include <adwaita.h>
#include <locale.h>

#include "brine-column-box.h"
#include "brine-format.h"
#include "brine-hour-grid-private.h"
#include "brine-month-cell.h"
#include "brine-year-grid-private.h"
#include "page-world.h"

static BrineLocal
local (const char *text)
{
  BrineLocal parsed;

  g_assert_true (brine_local_parse (text, &parsed));
  return parsed;
}

static BrineDay
day (const char *text)
{
  BrineDay parsed;

  g_assert_true (brine_day_parse (text, &parsed));
  return parsed;
}

/* Moments as they are logged in a zone; @text may carry an offset. */
static BrineMoment
moment (GTimeZone *zone, const char *text)
{
  BrineInstant instant;

  g_assert_true (brine_instant_parse (text, zone, &instant));
  return brine_moment_new (instant, zone, BRINE_DAY_START_DEFAULT_MINUTES);
}

static void
put_night (PageWorld *world, BrineMoment bed, BrineMoment wake)
{
  g_autoptr (BrineNight) night = brine_night_new ();
  BrineChange *change = brine_change_new ();

  night->bed = bed;
  night->wake = wake;
  brine_change_put_night (change, night);
  fixture_apply_and_forget (world->store, change);
}

static void
put_log (PageWorld *world, const char *title, BrineMoment at)
{
  g_autoptr (BrineLog) log = fixture_log (NULL, (BrineLocal){ 0 }, BRINE_STATE_DONE);

  g_free (log->title);
  log->title = g_strdup (title);
  log->at = at;
  log->original = brine_moment_get_local (&at);
  log->amount = (BrineAmount){ 30, BRINE_UNIT_MINUTES };
  fixture_put_log (world->store, log);
}

static void
put_setting (PageWorld *world, const char *key, const char *value)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_setting (change, key, value);
  fixture_apply_and_forget (world->store, change);
}

/* Where things are drawn ---------------------------------------------------------------------- */

static const BrineGridPiece *
find_piece (PageWorld *world, const char *title, BrineDay on, GtkWidget **out_block)
{
  BrineHourGrid *grid = page_world_get_grid (world);

  for (guint i = 0; i < grid->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (grid->pieces, BrineGridPiece, i);
      BrineOccurrence *occurrence = g_ptr_array_index (grid->occurrences, piece->span);

      if (grid->first + piece->column != on
          || g_strcmp0 (brine_occurrence_get_title (occurrence), title) != 0)
        continue;
      if (out_block != NULL)
        *out_block = g_ptr_array_index (grid->blocks, i);
      return piece;
    }
  return NULL;
}

static void
assert_minutes (PageWorld *world, const char *title, const char *date, double from, double to)
{
  BrineHourGrid *grid = page_world_get_grid (world);
  GtkWidget *block = NULL;
  graphene_rect_t bounds;
  const BrineGridPiece *piece = find_piece (world, title, day (date), &block);

  g_assert_nonnull (piece);
  g_assert_cmpfloat (piece->from_minute, ==, from);
  g_assert_cmpfloat (piece->to_minute, ==, to);
  g_assert_true (gtk_widget_compute_bounds (block, GTK_WIDGET (grid), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y,
                                  brine_hour_scale_get_y (&grid->geometry.scale, from), 1.0);
}

/* What the block of the morning says of the night. */
static void
assert_slept (PageWorld *world, const char *date, const char *words)
{
  GtkWidget *block = NULL;
  const BrineGridPiece *piece = find_piece (world, "", day (date), &block);
  g_autofree char *differs = NULL;

  g_assert_nonnull (piece);
  g_assert_true (piece->ends);
  differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (block),
                                                GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_cmpstr (differs, ==, NULL);
}

static void
assert_now_line (PageWorld *world, double minute)
{
  BrineHourGrid *grid = page_world_get_grid (world);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_get_child_visible (grid->now_line));
  g_assert_true (gtk_widget_compute_bounds (grid->now_line, GTK_WIDGET (grid), &bounds));
  g_assert_cmpfloat_with_epsilon (bounds.origin.y + bounds.size.height / 2,
                                  brine_hour_scale_get_y (&grid->geometry.scale, minute), 1.0);
}

/* Clocks that change -------------------------------------------------------------------------- */

static const struct
{
  const char *zone;
  const char *bed; /* on the day before */
  const char *wake;
  const char *words;
  double bed_minute;
  double wake_minute;
} nights[] = {
  /* An hour that is not: half past six of the clock is six and a half hours of sleep from 23. */
  { "Europe/Berlin", "2027-03-27T23:00", "2027-03-28T06:30", "Slept 6 h 30", 1380, 390 },
  { "Europe/Berlin", "2026-10-24T23:00", "2026-10-25T06:30", "Slept 8 h 30", 1380, 390 },
  { "Europe/Berlin", "2026-11-18T23:00", "2026-11-19T06:30", "Slept 7 h 30", 1380, 390 },
  /* Half an hour, and in the other half of the year */
  { "Australia/Lord_Howe", "2027-04-03T23:00", "2027-04-04T06:30", "Slept 8 h 00", 1380, 390 },
  { "Australia/Lord_Howe", "2026-10-03T23:00", "2026-10-04T06:30", "Slept 7 h 00", 1380, 390 },
};

static void
test_nights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
    {
      PageWorld world = { 0 };
      g_autofree char *now = g_strdup_printf ("%.10sT12:00", nights[i].wake);
      g_autofree char *evening = g_strndup (nights[i].bed, 10);
      g_autofree char *morning = g_strndup (nights[i].wake, 10);

      page_world_open (&world, nights[i].zone, now);
      put_night (&world, moment (world.zone, nights[i].bed), moment (world.zone, nights[i].wake));
      page_world_show (&world);
      assert_minutes (&world, "", evening, nights[i].bed_minute, 1440);
      assert_minutes (&world, "", morning, 0, nights[i].wake_minute);
      assert_slept (&world, morning, nights[i].words);
      assert_now_line (&world, 720);
      page_world_close (&world);
    }
}

/* What is logged stands where the clock stood, in both halves of an hour that comes twice too. */
static void
test_logs_at_changes (void)
{
  static const struct
  {
    const char *zone;
    const char *at;
    double minute;
  } rows[] = {
    { "Europe/Berlin", "2027-03-28T01:45+01:00", 105 },
    { "Europe/Berlin", "2027-03-28T03:15+02:00", 195 },
    { "Europe/Berlin", "2026-10-25T02:30+02:00", 150 },
    { "Europe/Berlin", "2026-10-25T02:30+01:00", 150 },
    { "Australia/Lord_Howe", "2026-10-04T02:45+11:00", 165 },
    { "Australia/Lord_Howe", "2027-04-04T01:45+11:00", 105 },
    { "Australia/Lord_Howe", "2027-04-04T01:45+10:30", 105 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PageWorld world = { 0 };
      g_autofree char *date = g_strndup (rows[i].at, 10);

      page_world_open (&world, rows[i].zone, rows[i].at);
      put_log (&world, "Stroll", moment (world.zone, rows[i].at));
      page_world_show (&world);
      assert_minutes (&world, "Stroll", date, rows[i].minute, rows[i].minute + 30);
      assert_now_line (&world, rows[i].minute);
      page_world_close (&world);
    }
}

/* A plan is made by the clock on the wall: dropped in the hour that is not, it stays where it was
 * dropped, there is nothing else that a drag could mean; an hour later it still is one entry. */
static void
test_moved_over_the_gap (void)
{
  PageWorld world = { 0 };
  BrineLocal before = local ("2027-03-28T01:00");
  g_autoptr (BrinePlanItem) item = fixture_item (BRINE_PRACTICE_WALK, "Round", before, 60, NULL);

  page_world_open (&world, "Europe/Berlin", "2027-03-27T12:00");
  fixture_put_item (world.store, item);
  page_world_show (&world);
  assert_minutes (&world, "Round", "2027-03-28", 60, 120);
  for (int hour = 2; hour <= 4; hour++)
    {
      BrineHourGrid *grid = page_world_get_grid (&world);
      const BrineGridPiece *piece = find_piece (&world, "Round", day ("2027-03-28"), NULL);
      BrineOccurrence *occurrence = g_ptr_array_index (grid->occurrences, piece->span);

      brine_hour_grid_emit_move (grid, occurrence, brine_local (before.day, hour, 30));
      page_world_settle (&world);
      assert_minutes (&world, "Round", "2027-03-28", hour * 60 + 30, hour * 60 + 90);
    }
  page_world_close (&world);
}

/* Away from home ------------------------------------------------------------------------------ */

/* What was logged elsewhere stands at the clock of that place, whatever the clock is here. */
static void
test_travel (void)
{
  PageWorld world = { 0 };
  g_autoptr (GTimeZone) tokyo = g_time_zone_new_identifier ("Asia/Tokyo");
  g_autoptr (GTimeZone) angeles = g_time_zone_new_identifier ("America/Los_Angeles");

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  put_log (&world, "Temple", moment (tokyo, "2026-11-17T09:00"));
  put_log (&world, "Pier", moment (angeles, "2026-11-18T21:30"));
  /* Eight hours over the Pacific: out of bed before going to bed, by the clocks. */
  put_night (&world, moment (tokyo, "2026-11-18T23:00"), moment (angeles, "2026-11-18T14:00"));
  page_world_show (&world);
  assert_minutes (&world, "Temple", "2026-11-17", 540, 570);
  assert_minutes (&world, "Pier", "2026-11-18", 1290, 1320);
  assert_slept (&world, "2026-11-18", "Slept 8 h 00");
  page_world_close (&world);
}

/* The window is open while the zone of the machine changes: now goes along, over midnight too, and
 * what was logged stays where it was. */
static void
test_zone_changes (void)
{
  static const struct
  {
    const char *zone;
    const char *date;
    double minute;
  } rows[] = {
    { "Asia/Tokyo", "2026-11-19", 1330 },
    { "Pacific/Auckland", "2026-11-20", 130 },
    { "America/Los_Angeles", "2026-11-19", 310 },
    { "Pacific/Honolulu", "2026-11-19", 190 },
  };
  PageWorld world = { 0 };

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  put_log (&world, "Canal", moment (world.zone, "2026-11-19T09:00"));
  page_world_show (&world);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      BrineHourGrid *grid = page_world_get_grid (&world);
      int column = day (rows[i].date) - grid->first;

      brine_clock_set_zone (world.clock, zone);
      page_world_settle (&world);
      assert_now_line (&world, rows[i].minute);
      for (int j = 0; j < grid->n_days; j++)
        g_assert_cmpint (gtk_widget_has_css_class (grid->columns[j], "today"), ==, j == column);
      assert_minutes (&world, "Canal", "2026-11-19", 540, 570);
    }
  page_world_close (&world);
}

/* Late at night ------------------------------------------------------------------------------- */

static int
get_head_done (PageWorld *world, BrineDay on)
{
  g_autoptr (BrineDaySummary) summary = brine_calendar_page_find_summary (world->page, on);
  int done = -1;

  g_assert_nonnull (summary);
  brine_day_summary_get_done (summary, &done, NULL);
  return done;
}

static const BrineMonthDay *
find_month_day (PageWorld *world, BrineDay on)
{
  GtkWidget *cell = page_world_find (world->page->month, "monthcell");

  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (BRINE_IS_MONTH_CELL (cell) && brine_month_cell_get_day (BRINE_MONTH_CELL (cell))->day == on)
      return brine_month_cell_get_day (BRINE_MONTH_CELL (cell));
  return NULL;
}

static BrineYearGrid *
get_year_grid (PageWorld *world)
{
  return BRINE_YEAR_GRID (page_world_find (world->page->year, "yeargrid"));
}

/* At half past one it is still yesterday's evening, until four: it counts there, and is drawn
 * where the clock says. */
static void
test_day_start (void)
{
  PageWorld world = { 0 };
  BrineDay evening = day ("2026-11-19");
  g_autoptr (BrinePlanItem) item = fixture_item (BRINE_PRACTICE_WALK, "Late round",
                                                 local ("2026-11-20T01:15"), 30, "FREQ=DAILY");

  page_world_open (&world, "Europe/Berlin", "2026-11-20T01:30");
  fixture_put_item (world.store, item);
  g_autoptr (BrineLog) log = fixture_log (item, local ("2026-11-20T01:15"), BRINE_STATE_DONE);
  log->at = moment (world.zone, "2026-11-20T01:20");
  fixture_put_log (world.store, log);
  page_world_show (&world);
  assert_minutes (&world, "Late round", "2026-11-20", 75, 105);
  assert_now_line (&world, 90);
  g_assert_cmpint (get_head_done (&world, evening), ==, 1);
  g_assert_cmpint (get_head_done (&world, evening + 1), ==, 0);

  page_world_go (&world, BRINE_CALENDAR_MONTH, evening);
  g_assert_cmpint (find_month_day (&world, evening)->done, ==, 1);
  g_assert_cmpint (find_month_day (&world, evening + 1)->done, ==, 0);
  g_assert_true (find_month_day (&world, evening)->today);
  g_assert_false (find_month_day (&world, evening + 1)->today);

  page_world_go (&world, BRINE_CALENDAR_YEAR, evening);
  g_assert_cmpint (brine_year_grid_get_day (get_year_grid (&world), evening)->day.done, ==, 1);
  g_assert_cmpint (get_year_grid (&world)->today, ==, evening);
  page_world_close (&world);
}

/* Weeks --------------------------------------------------------------------------------------- */

static void
assert_first_days (PageWorld *world, const char *date, const char *week_start, const char *week,
                   const char *month)
{
  GtkWidget *cell;

  put_setting (world, BRINE_SETTING_WEEK_START, week_start);
  page_world_settle (world);
  page_world_go (world, BRINE_CALENDAR_WEEK, day (date));
  g_assert_cmpint (brine_hour_grid_get_first_day (page_world_get_grid (world)), ==, day (week));

  page_world_go (world, BRINE_CALENDAR_MONTH, day (date));
  cell = page_world_find (world->page->month, "monthcell");
  g_assert_cmpint (brine_month_cell_get_day (BRINE_MONTH_CELL (cell))->day, ==, day (month));

  page_world_go (world, BRINE_CALENDAR_YEAR, day (date));
  /* The first column of a month is that of the weekday. */
  BrineYearGrid *grid = get_year_grid (world);
  double x = brine_year_layout_get_cell (&grid->layout, day (week)).x;
  for (int i = 1; i < 7; i++)
    g_assert_cmpfloat (brine_year_layout_get_cell (&grid->layout, day (week) + i).x, >, x);
}

static void
test_first_weekday (void)
{
  PageWorld world = { 0 };

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  page_world_show (&world);
  assert_first_days (&world, "2026-11-19", "monday", "2026-11-16", "2026-10-26");
  assert_first_days (&world, "2026-11-19", "sunday", "2026-11-15", "2026-11-01");
  assert_first_days (&world, "2026-11-19", "saturday", "2026-11-14", "2026-10-31");
  /* On the day itself */
  assert_first_days (&world, "2026-11-15", "sunday", "2026-11-15", "2026-11-01");
  assert_first_days (&world, "2026-11-14", "saturday", "2026-11-14", "2026-10-31");
  page_world_close (&world);
}

static void
test_week_numbers (void)
{
  static const struct
  {
    const char *week_start;
    const char *date;
    const char *number;
  } rows[] = {
    { "monday", "2026-12-31", "53" },  { "monday", "2027-01-03", "53" },
    { "monday", "2027-01-04", "1" },   { "monday", "2026-01-01", "1" },
    { "sunday", "2027-01-03", "1" },   { "sunday", "2027-01-02", "53" },
    { "saturday", "2027-01-02", "1" }, { "saturday", "2027-01-01", "53" },
  };
  PageWorld world = { 0 };

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  page_world_show (&world);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      put_setting (&world, BRINE_SETTING_WEEK_START, rows[i].week_start);
      page_world_settle (&world);
      page_world_go (&world, BRINE_CALENDAR_WEEK, day (rows[i].date));
      g_assert_nonnull (
          strstr (gtk_label_get_text (GTK_LABEL (world.page->week_number)), rows[i].number));
    }
  page_world_close (&world);
}

/* Locales ------------------------------------------------------------------------------------- */

/* Run once more in each of these by the desktop of the test. */
static void
test_locale (void)
{
  static const struct
  {
    const char *name;
    const char *eight;
    const char *first;   /* of the week of Thursday 2026-11-19 */
    const char *letters; /* of the weekdays, from Monday on */
  } rows[] = {
    { "C", "08:00", "2026-11-16", "MTWTFSS" },
    { "en_US", "8 AM", "2026-11-15", "MTWTFSS" },
    { "de_DE", "08:00", "2026-11-16", "MDMDFSS" },
    { "ar_EG", "8 ص", "2026-11-14", "نثرخجسح" },
  };
  const char *name = setlocale (LC_TIME, NULL);
  PageWorld world = { 0 };
  gboolean known = FALSE;

  page_world_open (&world, "Europe/Berlin", "2026-11-19T14:10");
  page_world_show (&world);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineHourGrid *grid = page_world_get_grid (&world);

      if (!g_str_has_prefix (name, rows[i].name))
        continue;
      known = TRUE;
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (grid->hour_labels[8])), ==, rows[i].eight);
      g_assert_cmpint (brine_hour_grid_get_first_day (grid), ==, day (rows[i].first));
      g_autoptr (GString) letters = g_string_new (NULL);
      for (int weekday = 1; weekday <= 7; weekday++)
        g_string_append (letters, brine_format_weekday_letter (weekday));
      g_assert_cmpstr (letters->str, ==, rows[i].letters);
    }
  g_test_message ("locale %s", name);
  g_assert_true (known);
  page_world_close (&world);
}

/* Right to left ------------------------------------------------------------------------------- */

static double
get_x (GtkWidget *widget, GtkWidget *of)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, of, &bounds));
  return bounds.origin.x;
}

static void
assert_mirrored (PageWorld *world)
{
  BrineHourGrid *grid = page_world_get_grid (world);
  BrineColumnBox *heads = (gpointer)world->page->heads;
  GtkWidget *first_head = brine_column_box_get_child (heads, 0);
  GtkWidget *last_head = brine_column_box_get_child (heads, 6);

  g_assert_cmpfloat (get_x (grid->columns[0], GTK_WIDGET (grid)), >,
                     get_x (grid->columns[6], GTK_WIDGET (grid)));
  g_assert_cmpfloat (get_x (first_head, world->window), >, get_x (last_head, world->window));
  g_assert_cmpfloat_with_epsilon (get_x (first_head, world->window),
                                  get_x (grid->columns[0], world->window), 16);
}

static void
test_mirrored (void)
{
  PageWorld world = { 0 };

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  page_world_open (&world, "Africa/Cairo", "2026-11-19T14:10");
  page_world_show (&world);
  assert_mirrored (&world);

  page_world_go (&world, BRINE_CALENDAR_MONTH, day ("2026-11-19"));
  GtkWidget *cell = page_world_find (world.page->month, "monthcell");
  g_assert_cmpfloat (get_x (cell, world.page->month), >,
                     get_x (gtk_widget_get_next_sibling (cell), world.page->month));

  page_world_go (&world, BRINE_CALENDAR_YEAR, day ("2026-11-19"));
  g_assert_true (get_year_grid (&world)->layout.mirrored);
  page_world_close (&world);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/time/nights", test_nights);
  g_test_add_func ("/calendar/time/logs-at-changes", test_logs_at_changes);
  g_test_add_func ("/calendar/time/moved-over-the-gap", test_moved_over_the_gap);
  g_test_add_func ("/calendar/time/travel", test_travel);
  g_test_add_func ("/calendar/time/zone-changes", test_zone_changes);
  g_test_add_func ("/calendar/time/day-start", test_day_start);
  g_test_add_func ("/calendar/time/first-weekday", test_first_weekday);
  g_test_add_func ("/calendar/time/week-numbers", test_week_numbers);
  g_test_add_func ("/calendar/time/locale", test_locale);
  g_test_add_func ("/calendar/time/mirrored", test_mirrored);
  return g_test_run ();
}
