/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-month-busy.h"

/* What other calendars hold on each day of a week from Monday, 23 November 2026. */

#define MONDAY 20780
#define N_DAYS 7

static const struct
{
  const char *name;
  int from_day; /* from MONDAY */
  int from_hour;
  int to_day;
  int to_hour;
  gboolean all_day;
  const char *expected; /* an x for each day that it stands on */
} rows[] = {
  { "hours of one day", 1, 9, 1, 17, FALSE, ".x....." },
  { "a moment", 1, 9, 1, 9, FALSE, ".x....." },
  { "a night stands where it begins", 1, 22, 2, 6, FALSE, ".x....." },
  { "a night from the day before", -1, 22, 0, 6, FALSE, "......." },
  { "until midnight", 1, 20, 2, 0, FALSE, ".x....." },
  { "a day and a night", 1, 9, 2, 9, FALSE, ".xx...." },
  { "from midnight to midnight", 1, 0, 2, 0, FALSE, ".x....." },
  { "days with hours", -2, 9, 1, 9, FALSE, "xx....." },
  { "one whole day", 2, 0, 3, 0, TRUE, "..x...." },
  { "whole days into the week", -5, 0, 2, 0, TRUE, "xx....." },
  { "whole days out of the week", 5, 0, 20, 0, TRUE, ".....xx" },
  { "longer than the week", -400, 0, 400, 0, TRUE, "xxxxxxx" },
  { "before", -3, 0, 0, 0, TRUE, "......." },
  { "after", 7, 0, 8, 0, TRUE, "......." },
};

static void
add (GListStore *store, int from_day, int from_hour, int to_day, int to_hour, gboolean all_day)
{
  g_autoptr (BrineBusy) busy =
      brine_busy_new (brine_local (MONDAY + from_day, from_hour, 0),
                      brine_local (MONDAY + to_day, to_hour, 0), all_day, "Work", "shifts", 1);

  g_list_store_append (store, busy);
}

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GListStore) store = g_list_store_new (BRINE_TYPE_BUSY);
      BrineMonthBusy days[N_DAYS] = { 0 };
      char found[N_DAYS + 1] = { 0 };

      add (store, rows[i].from_day, rows[i].from_hour, rows[i].to_day, rows[i].to_hour,
           rows[i].all_day);
      brine_month_busy_collect (G_LIST_MODEL (store), MONDAY, N_DAYS, days);
      for (int day = 0; day < N_DAYS; day++)
        {
          found[day] = days[day].n > 0 ? 'x' : '.';
          brine_month_busy_clear (&days[day]);
        }
      g_test_message ("%s", rows[i].name);
      g_assert_cmpstr (found, ==, rows[i].expected);
    }
}

static void
test_words (void)
{
  g_autoptr (GListStore) store = g_list_store_new (BRINE_TYPE_BUSY);
  BrineMonthBusy day = { 0 };

  g_assert_null (brine_month_busy_make_words (&day, 3));
  add (store, 0, 0, 1, 0, TRUE);
  add (store, 0, 9, 0, 17, FALSE);
  add (store, 0, 10, 0, 11, FALSE);
  brine_month_busy_collect (G_LIST_MODEL (store), MONDAY, 1, &day);
  g_autofree char *all = brine_month_busy_make_words (&day, 3);
  g_autofree char *some = brine_month_busy_make_words (&day, 1);
  g_assert_cmpstr (all, ==,
                   "Work, all day, from shifts\nWork, 09:00 to 17:00, from shifts\n"
                   "Work, 10:00 to 11:00, from shifts");
  g_assert_cmpstr (some, ==, "Work, all day, from shifts\n2 more in other calendars");
  brine_month_busy_clear (&day);
}

/* Of very many the first are kept and all are counted. */
static void
test_crowd (void)
{
  g_autoptr (GListStore) store = g_list_store_new (BRINE_TYPE_BUSY);
  BrineMonthBusy days[N_DAYS] = { 0 };

  for (int i = 0; i < 5000; i++)
    add (store, -1, 0, 2, 0, TRUE);
  brine_month_busy_collect (G_LIST_MODEL (store), MONDAY, N_DAYS, days);
  g_assert_cmpuint (days[0].n, ==, 5000);
  g_assert_cmpuint (days[0].rows->len, ==, BRINE_MONTH_MAX_BUSY);
  g_assert_true (brine_month_busy_equal (&days[0], &days[1]));
  g_assert_false (brine_month_busy_equal (&days[0], &days[2]));
  for (int day = 0; day < N_DAYS; day++)
    brine_month_busy_clear (&days[day]);
}

/* Its line stands below what there is and above the marks, or there is none. */
static void
test_line (void)
{
  for (int height = 40; height < 200; height++)
    for (int width = 80; width < 200; width += 20)
      {
        BrineMonthCellLayout layout;
        BrineMonthRect line;

        brine_month_layout_lay_out_cell (width, height, 1, FALSE, 5, &layout);
        if (!brine_month_layout_add_line (&layout, width, 18, &line))
          {
            g_assert_cmpint (height, <, 110);
            continue;
          }
        g_assert_cmpint (layout.level, !=, BRINE_MONTH_BARE);
        g_assert_cmpfloat (line.y, >=, layout.date.y + layout.date.height);
        g_assert_cmpfloat (line.y + line.height, <=, layout.marks_y);
        g_assert_cmpfloat (line.x + line.width, <=, width);
        if (layout.level == BRINE_MONTH_FULL)
          g_assert_cmpfloat (line.y, >=, layout.face.y + layout.face.height);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-busy/days", test_days);
  g_test_add_func ("/month-busy/words", test_words);
  g_test_add_func ("/month-busy/crowd", test_crowd);
  g_test_add_func ("/month-busy/line", test_line);
  return g_test_run ();
}
