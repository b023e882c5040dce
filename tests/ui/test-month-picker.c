/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-day-button.h"
#include "brine-month-picker.h"

#include <adwaita.h>

/* A month to choose from in a window, on Thursday 19 November 2026, which is today. */
typedef struct
{
  GtkWidget *window;
  BrineMonthPicker *picker;
  int notified;
  int chosen;
} World;

static BrineDay
parse (const char *text)
{
  BrineDay day;

  g_assert_true (brine_day_parse (text, &day));
  return day;
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
world_set_up (World *world, gconstpointer data)
{
  world->window = gtk_window_new ();
  world->picker = BRINE_MONTH_PICKER (brine_month_picker_new ());
  brine_month_picker_begin (world->picker, parse ("2026-11-19"), parse ("2026-11-19"), 1);
  g_signal_connect_swapped (world->picker, "notify::day", G_CALLBACK (count_cb), &world->notified);
  g_signal_connect_swapped (world->picker, "chosen", G_CALLBACK (count_cb), &world->chosen);
  gtk_window_set_child (GTK_WINDOW (world->window), GTK_WIDGET (world->picker));
}

static void
world_tear_down (World *world, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (world->window));
}

/* The first widget of @role below @widget after @skip others. */
static GtkWidget *
find (GtkWidget *widget, GtkAccessibleRole role, int *skip)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == role && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, role, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_part (World *world, GtkAccessibleRole role, int index)
{
  return find (GTK_WIDGET (world->picker), role, &index);
}

static GtkWidget *
get_cell (World *world, int index)
{
  return get_part (world, GTK_ACCESSIBLE_ROLE_GRID_CELL, index);
}

static gboolean
press (World *world, guint key, GdkModifierType state)
{
  GtkWidget *grid = get_part (world, GTK_ACCESSIBLE_ROLE_GRID, 0);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
    }
  return taken;
}

static void
assert_day (World *world, const char *expected)
{
  g_autofree char *text = brine_day_to_string (brine_month_picker_get_day (world->picker));

  g_assert_cmpstr (text, ==, expected);
}

static const struct
{
  guint key;
  GdkModifierType state;
  const char *there;
  const char *mirrored; /* NULL: the same */
} key_rows[] = {
  { GDK_KEY_Left, 0, "2026-11-18", "2026-11-20" },
  { GDK_KEY_Right, 0, "2026-11-20", "2026-11-18" },
  { GDK_KEY_KP_Right, 0, "2026-11-20", "2026-11-18" },
  { GDK_KEY_Up, 0, "2026-11-12", NULL },
  { GDK_KEY_Down, 0, "2026-11-26", NULL },
  { GDK_KEY_Page_Up, 0, "2026-10-19", NULL },
  { GDK_KEY_Page_Down, 0, "2026-12-19", NULL },
  { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "2025-11-19", NULL },
  { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "2027-11-19", NULL },
  { GDK_KEY_Home, 0, "2026-11-16", NULL },
  { GDK_KEY_End, 0, "2026-11-22", NULL },
};

static void
test_keys (World *world, gconstpointer data)
{
  gboolean mirrored = GPOINTER_TO_INT (data);

  gtk_widget_set_direction (GTK_WIDGET (world->picker),
                            mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < G_N_ELEMENTS (key_rows); i++)
    {
      gboolean other = mirrored && key_rows[i].mirrored != NULL;

      g_test_message ("row %u", i);
      brine_month_picker_set_day (world->picker, parse ("2026-11-19"));
      world->notified = 0;
      g_assert_true (press (world, key_rows[i].key, key_rows[i].state));
      assert_day (world, other ? key_rows[i].mirrored : key_rows[i].there);
      g_assert_cmpint (world->notified, ==, 1);
    }
  g_assert_cmpint (world->chosen, ==, 0);
}

static void
test_other_keys (World *world, gconstpointer data)
{
  g_assert_false (press (world, GDK_KEY_Tab, 0));
  g_assert_false (press (world, GDK_KEY_Escape, 0));
  g_assert_false (press (world, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (press (world, GDK_KEY_Return, GDK_CONTROL_MASK));
  assert_day (world, "2026-11-19");
  brine_month_picker_set_day (world->picker, parse ("2030-01-01"));
  g_assert_true (press (world, GDK_KEY_Home, GDK_CONTROL_MASK));
  assert_day (world, "2026-11-19");
  g_assert_cmpint (world->chosen, ==, 0);
}

static void
test_choose (World *world, gconstpointer data)
{
  g_assert_true (press (world, GDK_KEY_Return, 0));
  g_assert_true (press (world, GDK_KEY_space, 0));
  g_assert_cmpint (world->chosen, ==, 2);
  g_assert_cmpint (world->notified, ==, 0);
  /* Of the month before, and chosen all the same. */
  g_signal_emit_by_name (get_cell (world, 2), "clicked");
  assert_day (world, "2026-10-28");
  g_assert_cmpint (world->chosen, ==, 3);
  g_assert_cmpint (world->notified, ==, 1);
}

static void
test_month_buttons (World *world, gconstpointer data)
{
  GtkWidget *previous = get_part (world, GTK_ACCESSIBLE_ROLE_BUTTON, 0);
  GtkWidget *next = get_part (world, GTK_ACCESSIBLE_ROLE_BUTTON, 1);

  gtk_test_accessible_assert_property (previous, GTK_ACCESSIBLE_PROPERTY_LABEL, "Previous Month");
  g_signal_emit_by_name (next, "clicked");
  g_signal_emit_by_name (next, "clicked");
  assert_day (world, "2027-01-19");
  g_signal_emit_by_name (previous, "clicked");
  assert_day (world, "2026-12-19");
  g_assert_cmpint (world->notified, ==, 3);
  g_assert_cmpint (world->chosen, ==, 0);
  brine_month_picker_set_day (world->picker, BRINE_DAY_MIN);
  g_assert_false (gtk_widget_get_sensitive (previous));
  g_assert_true (gtk_widget_get_sensitive (next));
  brine_month_picker_set_day (world->picker, BRINE_DAY_MAX);
  g_assert_true (gtk_widget_get_sensitive (previous));
  g_assert_false (gtk_widget_get_sensitive (next));
}

static void
test_accessible (World *world, gconstpointer data)
{
  GtkWidget *grid = get_part (world, GTK_ACCESSIBLE_ROLE_GRID, 0);
  int selected = 0;

  gtk_test_accessible_assert_property (grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "November 2026");
  gtk_test_accessible_assert_property (get_part (world, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday");
  gtk_test_accessible_assert_property (get_cell (world, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 26 October 2026");
  gtk_test_accessible_assert_property (get_cell (world, 24), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Thursday 19 November 2026, today");
  gtk_test_accessible_assert_state (get_cell (world, 24), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  gtk_test_accessible_assert_state (get_cell (world, 25), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  for (int i = 0; i < 42; i++)
    selected += gtk_widget_has_css_class (get_cell (world, i), "chosen");
  g_assert_cmpint (selected, ==, 1);
  g_assert_true (gtk_widget_has_css_class (get_cell (world, 24), "today"));
  g_assert_true (gtk_widget_has_css_class (get_cell (world, 0), "other"));
  g_assert_false (gtk_widget_has_css_class (get_cell (world, 6), "other"));
}

/* Its days begin on the weekday that it is told, and its cells stay the same. */
static void
test_first_weekday (World *world, gconstpointer data)
{
  GtkWidget *cell = get_cell (world, 0);

  brine_month_picker_begin (world->picker, parse ("2028-02-29"), BRINE_DAY_INVALID, 6);
  g_assert_true (get_cell (world, 0) == cell);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saturday 29 January 2028");
  gtk_test_accessible_assert_property (get_part (world, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Saturday");
  gtk_test_accessible_assert_state (get_cell (world, 31), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_null (get_cell (world, 42));
}

/* What is beyond the first and the last day of all cannot be chosen. */
static void
test_ends (World *world, gconstpointer data)
{
  brine_month_picker_begin (world->picker, BRINE_DAY_MIN, BRINE_DAY_INVALID, 7);
  g_assert_false (gtk_widget_get_sensitive (get_cell (world, 0)));
  g_assert_true (gtk_widget_get_sensitive (get_cell (world, 1)));
  gtk_test_accessible_assert_property (get_cell (world, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Monday 1 January 1");
  world->notified = 0;
  g_assert_true (press (world, GDK_KEY_Left, 0));
  g_assert_true (press (world, GDK_KEY_Page_Up, 0));
  g_assert_true (press (world, GDK_KEY_Home, 0));
  g_assert_cmpint (world->notified, ==, 0);
  g_assert_cmpint (brine_month_picker_get_day (world->picker), ==, BRINE_DAY_MIN);
  brine_month_picker_begin (world->picker, BRINE_DAY_MAX, BRINE_DAY_INVALID, 1);
  g_assert_false (gtk_widget_get_sensitive (get_cell (world, 41)));
  g_assert_true (press (world, GDK_KEY_Down, 0));
  g_assert_cmpint (brine_month_picker_get_day (world->picker), ==, BRINE_DAY_MAX);
}

static void
use_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/brineapp/Brine/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static int
get_minimum_width (GtkWidget *widget)
{
  int width;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

static void
test_width (World *world, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  use_style ();
  brine_month_picker_set_show_weeks (world->picker, TRUE);
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
  g_assert_cmpint (get_minimum_width (GTK_WIDGET (world->picker)), <=, 300);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  g_assert_cmpint (get_minimum_width (GTK_WIDGET (world->picker)), <=, 344);
  g_object_set (settings, "gtk-xft-dpi", 96 * PANGO_SCALE, NULL);
}

static void
iterate_until_focused (GtkWidget *window, GtkWidget *widget)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (gtk_root_get_focus (GTK_ROOT (window)) != widget && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == widget);
}

/* The focus goes with the day, though only when it is among the days. */
static void
test_focus (World *world, gconstpointer data)
{
  GtkWidget *next = get_part (world, GTK_ACCESSIBLE_ROLE_BUTTON, 1);

  gtk_window_present (GTK_WINDOW (world->window));
  gtk_widget_grab_focus (GTK_WIDGET (world->picker));
  iterate_until_focused (world->window, get_cell (world, 24));
  press (world, GDK_KEY_Right, 0);
  iterate_until_focused (world->window, get_cell (world, 25));
  g_assert_false (gtk_widget_get_focusable (get_cell (world, 24)));
  gtk_widget_grab_focus (next);
  brine_month_picker_set_day (world->picker, parse ("2026-12-01"));
  iterate_until_focused (world->window, next);
}

static void
test_day_button (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *button = brine_day_button_new ("Day", parse ("2026-11-19"), parse ("2026-11-19"), 7);
  int skip = 0, notified = 0;
  World world = { .window = window };

  gtk_window_set_child (GTK_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect_swapped (button, "notify::day", G_CALLBACK (count_cb), &notified);
  gtk_menu_button_popup (GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (button))));
  GtkWidget *grid = find (button, GTK_ACCESSIBLE_ROLE_GRID, &skip);
  world.picker = BRINE_MONTH_PICKER (gtk_widget_get_ancestor (grid, BRINE_TYPE_MONTH_PICKER));
  iterate_until_focused (window, get_cell (&world, 18));
  /* Keys alone decide nothing. */
  press (&world, GDK_KEY_Down, 0);
  g_assert_cmpint (notified, ==, 0);
  press (&world, GDK_KEY_Return, 0);
  g_assert_cmpint (notified, ==, 1);
  g_assert_cmpint (brine_day_button_get_day (BRINE_DAY_BUTTON (button)), ==, parse ("2026-11-26"));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/month-picker/" path, World, data, world_set_up, function, world_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("keys", GINT_TO_POINTER (FALSE), test_keys);
  ADD ("keys-mirrored", GINT_TO_POINTER (TRUE), test_keys);
  ADD ("other-keys", NULL, test_other_keys);
  ADD ("choose", NULL, test_choose);
  ADD ("month-buttons", NULL, test_month_buttons);
  ADD ("accessible", NULL, test_accessible);
  ADD ("first-weekday", NULL, test_first_weekday);
  ADD ("ends", NULL, test_ends);
  ADD ("width", NULL, test_width);
  ADD ("focus", NULL, test_focus);
  g_test_add_func ("/month-picker/day-button", test_day_button);
  return g_test_run ();
}
