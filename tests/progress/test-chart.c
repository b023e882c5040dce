/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-progress-cells.h"
#include "brine-progress-chart.h"
#include "brine-progress-range.h"
#include "brine-progress-table.h"
#include "brine-progress-words.h"

#include "../insight/insight-fixture.h"

#include <adwaita.h>
#include <math.h>

/* A diary with everything in it: all states, pauses, gaps, nights that begin early or late. */
static BrineDayFacts *
make_days (gsize n, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BrineDayFacts *days = fixture_days ("2016-12-05", n);

  for (gsize i = 0; i < n; i++)
    {
      char mood[2] = { "12345.|"[g_rand_int_range (rand, 0, 7)], '\0' };

      fixture_set_moods (&days[i], mood);
      for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
        fixture_set_state (&days[i], practice, "dpmsox."[g_rand_int_range (rand, 0, 7)]);
      if (i % 5 != 0)
        fixture_set_night (&days[i], g_rand_double_range (rand, 0, 24),
                           g_rand_double_range (rand, 0, 24));
      days[i].live_servings = g_rand_int_range (rand, 0, 30) / 4.;
    }
  return days;
}

static BrineProgressData *
make_data (const BrineDayFacts *days, gsize n)
{
  BrineProgressQuery query = {
    .range = { days[0].day, days[0].day + (BrineDay)n - 1 },
    .today = days[0].day + (BrineDay)n - 1,
    .by = brine_range_choose_by ((int)n),
    .first_weekday = 1,
    .sleep_target = BRINE_SLEEP_TARGET_DEFAULT,
  };

  return brine_progress_data_new (days, n, &query);
}

/* Draws @chart at a size, without waiting for a frame. */
static void
draw (GtkWidget *chart, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GtkRequisition minimum;

  gtk_widget_get_preferred_size (chart, &minimum, NULL);
  gtk_widget_size_allocate (chart,
                            &(GtkAllocation){ 0, 0, MAX (width, minimum.width),
                                              MAX (height, minimum.height) },
                            -1);
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
  node = gtk_snapshot_to_node (snapshot);
}

static void
set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/* Whatever the data and the size: nothing warns, nothing is read out of bounds. */
static void
test_pathological (void)
{
  static const gsize lengths[] = { 1, 2, 7, 28, 84, 364, 731, 3650 };
  static const int widths[] = { 0, 1, 150, 300, 1200, 4000 };
  g_autoptr (GtkWidget) chart = g_object_ref_sink (brine_progress_chart_new ());
  BrineProgressChart *self = BRINE_PROGRESS_CHART (chart);

  draw (chart, 300, 300);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (int kind = 0; kind < 3; kind++)
      {
        g_autofree BrineDayFacts *days = kind == 0 ? fixture_days ("2026-11-22", lengths[i])
                                                   : make_days (lengths[i], (guint32)(i + 1));
        /* Kind 2: a range with no facts at all. */
        g_autoptr (BrineProgressData) data = make_data (days, lengths[i]);

        if (kind == 2)
          {
            BrineProgressQuery query = { .range = data->range,
                                         .by = data->by,
                                         .first_weekday = 1,
                                         .sleep_target = BRINE_SLEEP_TARGET_DEFAULT };

            g_clear_pointer (&data, brine_progress_data_unref);
            data = brine_progress_data_new (NULL, 0, &query);
          }
        brine_progress_chart_set_data (self, data);
        for (gsize k = 0; k < G_N_ELEMENTS (widths); k++)
          {
            set_dark (k % 2 == 1);
            gtk_widget_set_direction (chart, k % 3 == 1 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
            brine_progress_chart_set_narrow (self, k % 2 == 0);
            brine_progress_chart_set_cursor (self, (int)(k * lengths[i] / 4) - 1);
            draw (chart, widths[k], 400);
          }
      }
}

static GtkEventController *
find_keys (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static gboolean
press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_keys (widget), "key-pressed", key, 0u, modifiers, &handled);
  return handled;
}

static void
test_keys (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (brine_progress_chart_new ());
  BrineProgressChart *self = BRINE_PROGRESS_CHART (chart);
  g_autofree BrineDayFacts *days = make_days (84, 5);
  g_autoptr (BrineProgressData) data = make_data (days, 84);
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    int cursor;
  } steps[] = {
    { GDK_KEY_Left, 0, 83 },
    { GDK_KEY_Left, 0, 82 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, 75 },
    { GDK_KEY_Right, 0, 76 },
    { GDK_KEY_Right, GDK_CONTROL_MASK, 83 },
    { GDK_KEY_Right, 0, 83 },
    { GDK_KEY_Home, 0, 0 },
    { GDK_KEY_Left, GDK_CONTROL_MASK, 0 },
    { GDK_KEY_End, 0, 83 },
    { GDK_KEY_Escape, 0, -1 },
  };

  gtk_widget_set_direction (chart, GTK_TEXT_DIR_LTR);
  g_assert_false (press (chart, GDK_KEY_Left, 0));
  brine_progress_chart_set_data (self, data);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press (chart, steps[i].key, steps[i].modifiers));
      g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, steps[i].cursor);
    }
  /* Escape with nothing to put away, and Alt with an arrow, belong to others. */
  g_assert_false (press (chart, GDK_KEY_Escape, 0));
  g_assert_false (press (chart, GDK_KEY_Left, GDK_ALT_MASK));
  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  press (chart, GDK_KEY_Right, 0);
  press (chart, GDK_KEY_Right, 0);
  g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, 82);
}

static void
test_accessible (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (brine_progress_chart_new ());
  BrineProgressChart *self = BRINE_PROGRESS_CHART (chart);
  g_autofree BrineDayFacts *days = make_days (28, 5);
  g_autoptr (BrineProgressData) data = make_data (days, 28);
  g_autofree char *description = brine_progress_words_description (data);
  g_autofree char *title = brine_progress_words_column_title (data, 3);
  g_auto (GStrv) lines = brine_progress_words_column_lines (data, 3);
  g_autofree char *text = g_strjoinv ("\n", lines);
  g_autofree char *label = g_strdup_printf ("%s: %s", title, text);

  brine_progress_chart_set_data (self, data);
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Progress chart");
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
  brine_progress_chart_set_cursor (self, 3);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  brine_progress_chart_set_cursor (self, -1);
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, "Progress chart");
}

/* What is read stays while the columns are the same, and is never out of range. */
static void
test_cursor_and_data (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (brine_progress_chart_new ());
  BrineProgressChart *self = BRINE_PROGRESS_CHART (chart);
  g_autofree BrineDayFacts *days = make_days (84, 5);
  g_autoptr (BrineProgressData) quarter = make_data (days, 84);
  g_autoptr (BrineProgressData) again = make_data (days, 84);
  g_autoptr (BrineProgressData) week = make_data (days, 7);

  brine_progress_chart_set_cursor (self, 4);
  g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, -1);
  brine_progress_chart_set_data (self, quarter);
  brine_progress_chart_set_cursor (self, 900);
  g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, 83);
  brine_progress_chart_set_data (self, again);
  g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, 83);
  brine_progress_chart_set_data (self, week);
  g_assert_cmpint (brine_progress_chart_get_cursor (self), ==, -1);
  brine_progress_chart_set_data (self, NULL);
  draw (chart, 500, 500);
}

/* The tooltip keeps within the chart wherever the line is. */
static void
test_tooltip_stays_inside (void)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (brine_progress_chart_new ());
  BrineProgressChart *self = BRINE_PROGRESS_CHART (chart);
  g_autofree BrineDayFacts *days = make_days (28, 9);
  g_autoptr (BrineProgressData) data = make_data (days, 28);
  GtkWidget *tooltip = gtk_widget_get_first_child (chart);

  brine_progress_chart_set_data (self, data);
  for (int round = 0; round < 4 * 28; round++)
    {
      graphene_rect_t bounds;

      gtk_widget_set_direction (chart, round % 2 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      brine_progress_chart_set_cursor (self, round % 28);
      draw (chart, round < 56 ? 300 : 1100, 600);
      g_assert_true (gtk_widget_compute_bounds (tooltip, chart, &bounds));
      g_assert_cmpfloat (bounds.origin.x, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=,
                         gtk_widget_get_allocated_width (chart));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                         gtk_widget_get_allocated_height (chart));
    }
}

static void
count_labels (GtkWidget *widget, GHashTable *texts)
{
  if (GTK_IS_LABEL (widget))
    g_hash_table_add (texts, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_labels (child, texts);
}

static gboolean
stop (gpointer flag)
{
  *(gboolean *)flag = TRUE;
  return G_SOURCE_REMOVE;
}

/* The table in a window shows the same values as the chart reads. */
static void
test_table_equals_chart (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *table = brine_progress_table_new ();
  g_autofree BrineDayFacts *days = make_days (7, 3);
  g_autoptr (BrineProgressData) data = make_data (days, 7);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean late = FALSE;
  guint timeout;
  g_autofree char *last = brine_progress_field_dup_text (data, 0, BRINE_FIELD_TIME);

  brine_progress_table_set_data (BRINE_PROGRESS_TABLE (table), data);
  gtk_window_set_child (GTK_WINDOW (window), table);
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 500);
  gtk_window_present (GTK_WINDOW (window));
  timeout = g_timeout_add_seconds (60, stop, &late);
  while (!g_hash_table_contains (texts, last) && !late)
    {
      g_main_context_iteration (NULL, TRUE);
      count_labels (window, texts);
    }
  g_assert_false (late);
  g_source_remove (timeout);
  for (guint field = 0; field < BRINE_N_FIELDS; field++)
    for (guint column = 0; column < 7 && brine_progress_field_is_wanted (data, field); column++)
      {
        g_autofree char *text = brine_progress_field_dup_text (data, column, field);

        g_assert_true (g_hash_table_contains (texts, text));
        g_assert_true (g_hash_table_contains (texts, brine_progress_field_get_title (data, field)));
      }
  brine_progress_table_set_data (BRINE_PROGRESS_TABLE (table), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_notify (int *count)
{
  (*count)++;
}

static void
test_properties_and_end (void)
{
  GtkWidget *chart = g_object_ref_sink (brine_progress_chart_new ());
  g_autofree BrineDayFacts *days = make_days (28, 5);
  g_autoptr (BrineProgressData) data = make_data (days, 28);
  int narrow = 0, cursor = 0;

  g_signal_connect_swapped (chart, "notify::narrow", G_CALLBACK (count_notify), &narrow);
  g_signal_connect_swapped (chart, "notify::cursor", G_CALLBACK (count_notify), &cursor);
  brine_progress_chart_set_data (BRINE_PROGRESS_CHART (chart), data);
  g_object_set (chart, "narrow", TRUE, "cursor", 3, NULL);
  g_object_set (chart, "narrow", TRUE, "cursor", 3, NULL);
  g_assert_cmpint (narrow, ==, 1);
  g_assert_cmpint (cursor, ==, 1);
  g_object_run_dispose (G_OBJECT (chart));
  g_assert_finalize_object (chart);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/chart/pathological", test_pathological);
  g_test_add_func ("/chart/keys", test_keys);
  g_test_add_func ("/chart/accessible", test_accessible);
  g_test_add_func ("/chart/cursor-and-data", test_cursor_and_data);
  g_test_add_func ("/chart/tooltip-stays-inside", test_tooltip_stays_inside);
  g_test_add_func ("/chart/table-equals-chart", test_table_equals_chart);
  g_test_add_func ("/chart/properties-and-end", test_properties_and_end);
  return g_test_run ();
}
