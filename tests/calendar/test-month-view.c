/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The month and the year as widgets: what a change draws again, how much a drawing holds, and that
 * no size, style or direction is too much.
 */
#include <adwaita.h>

#include "brine-month-cell.h"
#include "brine-month-view.h"
#include "brine-year-view.h"
#include "fixture.h"

#define TODAY (FIXTURE_MONDAY - 4) /* Thursday 2026-11-19 */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineClock *clock;
  BrineDayModel *days;
  BrineAgendaModel *agenda;
  BrinePlanItem *walk;
} Diary;

static void
open_diary (Diary *diary, BrineDay from, BrineDay to)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  BrineInstant now;

  brine_instant_parse ("2026-11-19T14:10", zone, &now);
  diary->dir = fixture_make_dir ();
  diary->store = fixture_open (diary->dir);
  fixture_fill (diary->store, TODAY - 1, 60, 7);
  diary->walk = fixture_item (BRINE_PRACTICE_WALK, "Evening walk", brine_local (TODAY, 17, 30), 20,
                              "FREQ=DAILY");
  fixture_put_item (diary->store, diary->walk);
  diary->clock = brine_clock_new_fixed (now, zone);
  diary->days = brine_day_model_new (diary->store, diary->clock);
  diary->agenda = brine_agenda_model_new (diary->store, diary->clock);
  brine_day_model_set_range (diary->days, from, to);
  brine_agenda_model_set_range (diary->agenda, from, to);
  fixture_wait_loaded (diary->days);
  fixture_wait_loaded (diary->agenda);
}

static void
close_diary (Diary *diary)
{
  brine_plan_item_free (diary->walk);
  g_object_unref (diary->agenda);
  g_object_unref (diary->days);
  g_object_unref (diary->clock);
  g_object_unref (diary->store);
  fixture_remove_dir (diary->dir);
}

static void
on_frame_cb (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/* Until @n frames were painted, asked for one by one. */
static void
wait_frames (GtkWidget *widget, guint n)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_frame_cb), &n_frames);

  while (n_frames < n)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

static GtkWidget *
open_window (GtkWidget *view)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1180, 760);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  /* A window that becomes active is styled again, which draws. */
  while (!gtk_widget_get_mapped (view) || !gtk_window_is_active (GTK_WINDOW (window)))
    g_main_context_iteration (NULL, TRUE);
  wait_frames (view, 5);
  return window;
}

/* One day changes: one cell is drawn -------------------------------------------------------- */

static guint n_drawn;
static BrineDay last_drawn;
static void (*draw_cell) (GtkWidget *widget, GtkSnapshot *snapshot);

static void
count_cell (GtkWidget *widget, GtkSnapshot *snapshot)
{
  n_drawn++;
  last_drawn = brine_month_cell_get_day (BRINE_MONTH_CELL (widget))->day;
  draw_cell (widget, snapshot);
}

static void
test_logged_walk (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (BRINE_TYPE_MONTH_CELL);
  GtkWidget *view = brine_month_view_new ();
  Diary diary;
  BrineDay first;
  int n_days;

  brine_month_view_get_range (TODAY, 1, &first, &n_days);
  open_diary (&diary, first, first + n_days - 1);
  draw_cell = GTK_WIDGET_CLASS (klass)->snapshot;
  GTK_WIDGET_CLASS (klass)->snapshot = count_cell;
  brine_month_view_set_models (BRINE_MONTH_VIEW (view), G_LIST_MODEL (diary.days),
                               G_LIST_MODEL (diary.agenda));
  brine_month_view_show (BRINE_MONTH_VIEW (view), TODAY, TODAY, 1);
  GtkWidget *window = open_window (view);
  g_assert_cmpuint (n_drawn, >=, (guint)n_days);

  n_drawn = 0;
  wait_frames (view, 3);
  g_assert_cmpuint (n_drawn, ==, 0);
  g_autoptr (BrineLog) log =
      fixture_log (diary.walk, brine_local (TODAY, 17, 30), BRINE_STATE_DONE);
  g_autoptr (GString) changes = fixture_watch_items (G_LIST_MODEL (diary.days));
  fixture_put_log (diary.store, log);
  while (changes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_wait_loaded (diary.agenda);
  wait_frames (view, 3);
  g_assert_cmpuint (n_drawn, ==, 1);
  g_assert_cmpint (last_drawn, ==, TODAY);

  GTK_WIDGET_CLASS (klass)->snapshot = draw_cell;
  gtk_window_destroy (GTK_WINDOW (window));
  close_diary (&diary);
}

/* What a drawing holds ---------------------------------------------------------------------- */

typedef struct
{
  guint n_nodes;
  guint n_cairo;
  double largest_cairo; /* px², of one node */
} NodeCount;

static void count_nodes (GskRenderNode *node, NodeCount *count);

static GskRenderNode *
get_only_child (GskRenderNode *node)
{
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_TRANSFORM_NODE:
      return gsk_transform_node_get_child (node);
    case GSK_OPACITY_NODE:
      return gsk_opacity_node_get_child (node);
    case GSK_COLOR_MATRIX_NODE:
      return gsk_color_matrix_node_get_child (node);
    case GSK_REPEAT_NODE:
      return gsk_repeat_node_get_child (node);
    case GSK_CLIP_NODE:
      return gsk_clip_node_get_child (node);
    case GSK_ROUNDED_CLIP_NODE:
      return gsk_rounded_clip_node_get_child (node);
    case GSK_DEBUG_NODE:
      return gsk_debug_node_get_child (node);
    default:
      return NULL;
    }
}

static void
count_nodes (GskRenderNode *node, NodeCount *count)
{
  GskRenderNode *child = get_only_child (node);
  graphene_rect_t bounds;

  count->n_nodes++;
  if (child != NULL)
    count_nodes (child, count);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count_nodes (gsk_container_node_get_child (node, i), count);
  if (gsk_render_node_get_node_type (node) != GSK_CAIRO_NODE)
    return;
  gsk_render_node_get_bounds (node, &bounds);
  count->n_cairo++;
  count->largest_cairo = MAX (count->largest_cairo, (double)bounds.size.width * bounds.size.height);
}

/* Draws @widget at a size, without waiting for a frame. */
static NodeCount
draw (GtkWidget *widget, int width, int height)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GtkRequisition minimum;
  NodeCount count = { 0 };

  gtk_widget_get_preferred_size (widget, &minimum, NULL);
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation){ 0, 0, MAX (width, minimum.width),
                                              MAX (height, minimum.height) },
                            -1);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  if (node != NULL)
    count_nodes (node, &count);
  return count;
}

static GtkWidget *
find_child (GtkWidget *widget, const char *css_name)
{
  GtkWidget *found = NULL;

  if (g_str_equal (gtk_widget_get_css_name (widget), css_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, css_name);
  return found;
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

static void
test_cell_is_light (void)
{
  GtkWidget *view = brine_month_view_new ();
  Diary diary;
  BrineDay first;
  int n_days;

  brine_month_view_get_range (TODAY, 1, &first, &n_days);
  open_diary (&diary, first, first + n_days - 1);
  brine_month_view_set_models (BRINE_MONTH_VIEW (view), G_LIST_MODEL (diary.days),
                               G_LIST_MODEL (diary.agenda));
  brine_month_view_show (BRINE_MONTH_VIEW (view), TODAY, TODAY, 1);
  GtkWidget *window = open_window (view);
  GtkWidget *cell = find_child (view, "monthcell");
  for (int i = 0; i < n_days; i++, cell = gtk_widget_get_next_sibling (cell))
    {
      NodeCount count = draw (cell, 169, 113);

      g_assert_null (gtk_widget_get_first_child (cell));
      g_assert_cmpuint (count.n_nodes, >, 1);
      g_assert_cmpuint (count.n_nodes, <, 40);
      g_assert_cmpfloat (count.largest_cairo, <=, 22 * 22);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  close_diary (&diary);
}

static void
test_year_is_light (void)
{
  GtkWidget *view = brine_year_view_new ();
  Diary diary;

  open_diary (&diary, brine_day_from_ymd (2026, 1, 1), brine_day_from_ymd (2026, 12, 31));
  brine_year_view_set_model (BRINE_YEAR_VIEW (view), G_LIST_MODEL (diary.days));
  brine_year_view_show (BRINE_YEAR_VIEW (view), 2026, TODAY, TODAY, 1);
  GtkWidget *window = open_window (view);
  GtkWidget *grid = find_child (view, "yeargrid");
  g_assert_cmpuint (count_widgets (grid), <, 50);
  for (int numbers = 0; numbers < 2; numbers++)
    for (int measure = BRINE_YEAR_MOOD; measure <= BRINE_YEAR_ADHERENCE; measure++)
      {
        brine_year_view_set_measure (BRINE_YEAR_VIEW (view), measure);
        brine_year_view_set_show_numbers (BRINE_YEAR_VIEW (view), numbers);
        NodeCount count = draw (grid, 1180, 660);
        g_assert_cmpuint (count.n_cairo, ==, 0);
        g_assert_cmpuint (count.n_nodes, >, 365);
        g_assert_cmpuint (count.n_nodes, <, 366 * 9);
      }
  gtk_window_destroy (GTK_WINDOW (window));
  close_diary (&diary);
}

/* The card of the day with the focus comes with its words, whichever came first: the focus, or the
 * key that makes it visible. */
static void
assert_card (GtkWidget *view, gboolean shown)
{
  GtkWidget *card = find_child (view, "yearcard");

  wait_frames (view, 2);
  g_assert_cmpint (gtk_widget_get_child_visible (card), ==, shown);
  GtkWidget *line = gtk_widget_get_first_child (card);
  for (; shown && line != NULL; line = gtk_widget_get_next_sibling (line))
    g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (line)), !=, "");
}

static void
test_year_card (void)
{
  GtkWidget *view = brine_year_view_new ();
  Diary diary;

  open_diary (&diary, brine_day_from_ymd (2026, 1, 1), brine_day_from_ymd (2026, 12, 31));
  brine_year_view_set_model (BRINE_YEAR_VIEW (view), G_LIST_MODEL (diary.days));
  brine_year_view_show (BRINE_YEAR_VIEW (view), 2026, TODAY, TODAY, 1);
  GtkWidget *window = open_window (view);
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  g_assert_true (gtk_widget_grab_focus (view));
  assert_card (view, FALSE);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  assert_card (view, TRUE);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  assert_card (view, FALSE);
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  g_assert_true (gtk_widget_grab_focus (view));
  assert_card (view, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  close_diary (&diary);
}

/* Whatever the size and the style ----------------------------------------------------------- */

static void
set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                           : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
show_on (GtkWidget *view, BrineDay day, int first_weekday)
{
  int year;

  brine_day_get_ymd (day, &year, NULL, NULL);
  if (BRINE_IS_YEAR_VIEW (view))
    brine_year_view_show (BRINE_YEAR_VIEW (view), year, day, TODAY, first_weekday);
  else
    brine_month_view_show (BRINE_MONTH_VIEW (view), day, TODAY, first_weekday);
}

static void
check_pathological (GtkWidget *view)
{
  static const int widths[] = { 0, 1, 150, 360, 1180, 4000 };
  static const int heights[] = { 0, 1, 200, 760, 3000 };
  const BrineDay days[] = { BRINE_DAY_MIN, brine_day_from_ymd (2024, 2, 29), TODAY, BRINE_DAY_MAX };

  g_object_ref_sink (view);
  for (int form = 0; form < 8; form++)
    {
      set_dark (form % 2 == 1);
      g_object_set (view, "narrow", form % 4 >= 2, NULL);
      gtk_widget_set_direction (view, form >= 4 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        {
          show_on (view, days[i], form % 7 + 1);
          for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
            for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
              draw (view, widths[w], heights[h]);
        }
    }
  set_dark (FALSE);
  g_assert_finalize_object (view);
}

static void
test_pathological (void)
{
  check_pathological (brine_month_view_new ());
  check_pathological (brine_year_view_new ());
}

/* A view lets go of its models, and the models of the view. */
static void
test_finalize (void)
{
  g_autoptr (GListStore) days = g_list_store_new (BRINE_TYPE_DAY_SUMMARY);
  g_autoptr (GListStore) agenda = g_list_store_new (BRINE_TYPE_OCCURRENCE);
  GtkWidget *month = g_object_ref_sink (brine_month_view_new ());
  GtkWidget *year = g_object_ref_sink (brine_year_view_new ());

  brine_month_view_set_models (BRINE_MONTH_VIEW (month), G_LIST_MODEL (days),
                               G_LIST_MODEL (agenda));
  brine_year_view_set_model (BRINE_YEAR_VIEW (year), G_LIST_MODEL (days));
  show_on (month, TODAY, 1);
  show_on (year, TODAY, 1);
  g_object_run_dispose (G_OBJECT (month));
  g_object_run_dispose (G_OBJECT (year));
  g_assert_finalize_object (month);
  g_assert_finalize_object (year);
  g_list_model_items_changed (G_LIST_MODEL (days), 0, 0, 0);
}

/* Properties notify once, when they change. */
static void
count_notify (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_properties (void)
{
  GtkWidget *view = g_object_ref_sink (brine_year_view_new ());
  guint n = 0;

  g_signal_connect (view, "notify::measure", G_CALLBACK (count_notify), &n);
  g_signal_connect (view, "notify::show-numbers", G_CALLBACK (count_notify), &n);
  brine_year_view_set_measure (BRINE_YEAR_VIEW (view), BRINE_YEAR_MOOD);
  g_assert_cmpuint (n, ==, 0);
  brine_year_view_set_measure (BRINE_YEAR_VIEW (view), BRINE_YEAR_ADHERENCE);
  brine_year_view_set_show_numbers (BRINE_YEAR_VIEW (view), TRUE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (brine_year_view_get_measure (BRINE_YEAR_VIEW (view)), ==, BRINE_YEAR_ADHERENCE);
  g_assert_true (brine_year_view_get_show_numbers (BRINE_YEAR_VIEW (view)));
  g_assert_finalize_object (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/brineapp/Brine/icons");
  g_test_add_func ("/month/logged-walk", test_logged_walk);
  g_test_add_func ("/month/cell-is-light", test_cell_is_light);
  g_test_add_func ("/year/is-light", test_year_is_light);
  g_test_add_func ("/year/card", test_year_card);
  g_test_add_func ("/views/pathological", test_pathological);
  g_test_add_func ("/views/finalize", test_finalize);
  g_test_add_func ("/views/properties", test_properties);
  return g_test_run ();
}
