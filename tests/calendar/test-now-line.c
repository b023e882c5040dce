/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line of now, and what it crosses.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "brine-now-line.h"
#include "brine-occurrence-block.h"
#include "page-world.h"

static GtkWidget *
find_block (PageWorld *world, const char *title)
{
  BrineHourGrid *grid = page_world_get_grid (world);

  for (guint i = 0; i < grid->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (grid->pieces, BrineGridPiece, i);
      BrineOccurrence *occurrence = g_ptr_array_index (grid->occurrences, piece->span);

      if (g_strcmp0 (brine_occurrence_get_title (occurrence), title) == 0)
        return g_ptr_array_index (grid->blocks, i);
    }
  g_assert_not_reached ();
}

static void
assert_spares (PageWorld *world, GtkWidget *block)
{
  BrineHourGrid *grid = page_world_get_grid (world);
  BrineNowLine *line = BRINE_NOW_LINE (grid->now_line);
  g_autoptr (GArray) strokes =
      brine_now_line_get_strokes (line, gtk_widget_get_width (grid->now_line));
  graphene_rect_t marks[BRINE_BLOCK_N_MARKS];
  guint n = brine_occurrence_block_get_marks (BRINE_OCCURRENCE_BLOCK (block), marks);
  graphene_point_t at;

  g_assert_cmpuint (n, >=, 2);
  g_assert_true (
      gtk_widget_compute_point (block, grid->now_line, &GRAPHENE_POINT_INIT (0, 0), &at));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < strokes->len; j++)
      {
        const BrineNowGap *stroke = &g_array_index (strokes, BrineNowGap, j);
        double left = marks[i].origin.x + at.x;
        g_assert_true (stroke->end <= left || stroke->start >= left + marks[i].size.width);
      }
}

static double
get_drawn (PageWorld *world)
{
  GtkWidget *line = page_world_get_grid (world)->now_line;
  g_autoptr (GArray) strokes =
      brine_now_line_get_strokes (BRINE_NOW_LINE (line), gtk_widget_get_width (line));
  double drawn = 0;

  for (guint i = 0; i < strokes->len; i++)
    {
      const BrineNowGap *stroke = &g_array_index (strokes, BrineNowGap, i);
      drawn += stroke->end - stroke->start;
    }
  return drawn / gtk_widget_get_width (line);
}

/* It goes on beside words and icons, strikes out none, and is whole before and after. */
static void
test_words (void)
{
  const BrineDay today = brine_day_from_ymd (2026, 11, 19);
  static const struct
  {
    const char *now;
    gboolean whole;
  } rows[] = {
    { "2026-11-19T17:00", TRUE },
    { "2026-11-19T17:40", FALSE },
    { "2026-11-19T19:00", TRUE },
  };
  static const BrineCalendarView views[] = { BRINE_CALENDAR_DAY, BRINE_CALENDAR_WEEK };
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (rows) * 4; i++)
    {
      PageWorld world = { 0 };
      GtkWidget *block;
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_WALK, "Round", brine_local (today, 17, 30), 20, NULL);

      gtk_widget_set_default_direction (directions[i / 2 % 2]);
      page_world_open (&world, "Europe/Berlin", rows[i / 4].now);
      fixture_put_item (world.store, item);
      page_world_show (&world);
      page_world_go (&world, views[i % 2], today);
      block = find_block (&world, "Round");
      if (rows[i / 4].whole)
        g_assert_cmpfloat (get_drawn (&world), ==, 1);
      else
        {
          assert_spares (&world, block);
          g_assert_cmpfloat (get_drawn (&world), <, 1);
          g_assert_cmpfloat (get_drawn (&world), >, 0.25);
        }
      page_world_close (&world);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_strokes (void)
{
  static const struct
  {
    BrineNowGap gaps[3];
    guint n;
    const char *strokes;
  } rows[] = {
    { { { 0, 0 } }, 0, "0-100" },
    { { { 40, 60 } }, 1, "0-40 60-100" },
    { { { 60, 70 }, { 20, 40 } }, 2, "0-20 40-60 70-100" },
    { { { 20, 60 }, { 30, 40 } }, 2, "0-20 60-100" },
    { { { 20, 30 }, { 35, 60 } }, 2, "0-20 60-100" },
    { { { -10, 50 }, { 90, 140 } }, 2, "50-90" },
    { { { 120, 140 } }, 1, "0-100" },
    { { { 5, 95 } }, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineNowLine *line = g_object_ref_sink (g_object_new (BRINE_TYPE_NOW_LINE, NULL));
      g_autoptr (GString) text = g_string_new (NULL);

      brine_now_line_set_gaps (line, rows[i].gaps, rows[i].n);
      g_autoptr (GArray) strokes = brine_now_line_get_strokes (line, 100);
      for (guint j = 0; j < strokes->len; j++)
        {
          const BrineNowGap *stroke = &g_array_index (strokes, BrineNowGap, j);
          g_string_append_printf (text, "%s%g-%g", j > 0 ? " " : "", stroke->start, stroke->end);
        }
      g_assert_cmpstr (text->str, ==, rows[i].strokes);
      g_object_unref (line);
    }
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/now-line/strokes", test_strokes);
  g_test_add_func ("/calendar/now-line/words", test_words);
  return g_test_run ();
}
