/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf.h"
#include "brine-busy-shelf.h"
#include "brine-calendar-beside.h"
#include "brine-calendar-empty.h"
#include "brine-column-box.h"
#include "brine-day-head.h"
#include "brine-format.h"
#include "brine-hour-scale.h"
#include "brine-key-line.h"

/* Where the hours begin when now is not among them, in minutes of the day. */
#define USUAL_MORNING (6 * 60)

/* Day and Week: heads, the "Any day" shelf, the hour grid and the key of its marks. */

/* What is shown ------------------------------------------------------------------------------- */

static void
get_days (BrineCalendarPage *self, BrineDay *out_first, BrineDay *out_last)
{
  int n_days;

  brine_calendar_page_get_range (self, out_first, &n_days);
  *out_last = *out_first + n_days - 1;
  if (!self->narrow)
    return;
  /* The strip above has the week of the date. */
  BrineDay week = brine_day_get_week_start (self->date, self->first_weekday);
  *out_first = MIN (*out_first, week);
  *out_last = MAX (*out_last, week + 6);
}

static void
show_empty (BrineCalendarPage *self)
{
  gboolean filtered = !brine_calendar_filter_is_all (self->filter);
  gboolean planned = g_list_model_get_n_items (G_LIST_MODEL (self->agenda)) > 0;
  gboolean shown = g_list_model_get_n_items (self->shown_agenda) == 0;

  if (filtered && planned)
    brine_calendar_empty_show_filtered (BRINE_CALENDAR_EMPTY (self->empty));
  else
    brine_calendar_empty_show_free (BRINE_CALENDAR_EMPTY (self->empty),
                                    self->view == BRINE_CALENDAR_DAY ? _ ("A Free Day")
                                                                     : _ ("An Empty Week"));
  gtk_widget_set_visible (self->empty, shown);
}

static void
show_heads (BrineCalendarPage *self, BrineDay first, int n_days)
{
  unsigned paused = 0;

  gtk_widget_set_visible (gtk_widget_get_parent (self->heads),
                          !self->narrow || self->view == BRINE_CALENDAR_WEEK);
  brine_column_box_set_n_columns (BRINE_COLUMN_BOX (self->heads), n_days);
  for (int i = 0; i < n_days; i++)
    {
      g_autoptr (BrineDaySummary) summary = brine_calendar_page_find_summary (self, first + i);
      GtkWidget *head = brine_column_box_get_child (BRINE_COLUMN_BOX (self->heads), i);
      brine_day_head_show (BRINE_DAY_HEAD (head), first + i, self->shown_today, summary,
                           brine_calendar_page_count_day (self, first + i, summary));
      if (summary != NULL && brine_day_summary_get_facts (summary)->paused)
        paused |= 1u << i;
    }
  brine_hour_grid_set_paused_days (BRINE_HOUR_GRID (self->grid), paused);
}

static void
show (BrineCalendarPage *self)
{
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  g_autofree char *period = brine_format_day_range (first, first + n_days - 1, self->shown_today);
  brine_hour_grid_set_days (BRINE_HOUR_GRID (self->grid), first, n_days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  period, -1);
  show_heads (self, first, n_days);
  brine_any_day_shelf_set_days (BRINE_ANY_DAY_SHELF (self->shelf), first, n_days,
                                self->shown_today);
  brine_calendar_page_show_beside (self);
  brine_quota_model_set_day (self->quotas, brine_calendar_page_get_log_day (self),
                             self->first_weekday);
  gtk_widget_set_visible (self->key_line, !self->narrow);
  show_empty (self);
}

static void
show_busy (BrineCalendarPage *self, GListModel *busy)
{
  brine_hour_grid_set_busy (BRINE_HOUR_GRID (self->grid), busy);
  brine_busy_shelf_set_model (BRINE_BUSY_SHELF (self->beside->shelf), busy);
}

static void
wake (BrineCalendarPage *self)
{
  brine_calendar_page_show_now (self);
  brine_hour_grid_set_model (BRINE_HOUR_GRID (self->grid), self->shown_agenda);
  brine_any_day_shelf_set_quotas (BRINE_ANY_DAY_SHELF (self->shelf), self->shown_quotas);
  show_busy (self, brine_calendar_page_get_busy (self));
}

static void
let_go (BrineCalendarPage *self)
{
  brine_hour_grid_set_model (BRINE_HOUR_GRID (self->grid), NULL);
}

static void
rest (BrineCalendarPage *self)
{
  let_go (self);
  show_busy (self, NULL);
}

static GtkWidget *
get_focus (BrineCalendarPage *self)
{
  return self->grid;
}

/* Time ---------------------------------------------------------------------------------------- */

void
brine_calendar_page_show_now (BrineCalendarPage *self)
{
  brine_hour_grid_set_now (BRINE_HOUR_GRID (self->grid), brine_clock_get_local (self->clock));
}

/* Waits for the frame that knows how high everything is. */
static gboolean
on_scroll_tick_cb (GtkWidget *grid, GdkFrameClock *clock, gpointer data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (data);
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  BrineLocal now = brine_clock_get_local (self->clock);

  if (!gtk_widget_get_mapped (grid))
    return G_SOURCE_REMOVE;
  if (gtk_adjustment_get_page_size (adjustment) <= 1)
    return G_SOURCE_CONTINUE;
  self->scroll_pending = FALSE;
  brine_hour_grid_scroll_to (BRINE_HOUR_GRID (grid),
                             brine_calendar_page_has_day (self, now.day)
                                 ? MAX (brine_local_get_minute_of_day (now) - 60, 0)
                                 : USUAL_MORNING);
  return G_SOURCE_REMOVE;
}

/* A page may open on a view without hours: they scroll when they are first seen. */
static void
on_grid_mapped_cb (BrineCalendarPage *self)
{
  if (self->scroll_pending)
    gtk_widget_add_tick_callback (self->grid, on_scroll_tick_cb, self, NULL);
}

void
brine_calendar_page_scroll_to_now (BrineCalendarPage *self)
{
  self->scroll_pending = TRUE;
  if (gtk_widget_get_mapped (self->grid))
    on_grid_mapped_cb (self);
}

static void
show_zoom (BrineCalendarPage *self)
{
  brine_key_line_set_zoom (self->key_line, brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid)));
  brine_calendar_page_update_actions (self);
}

void
brine_calendar_page_set_zoom (BrineCalendarPage *self, int step)
{
  brine_hour_grid_set_zoom (BRINE_HOUR_GRID (self->grid), step);
  show_zoom (self);
}

void
brine_calendar_page_zoom_at (BrineCalendarPage *self, int by, double y)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));

  brine_hour_grid_zoom_at (BRINE_HOUR_GRID (self->grid),
                           CLAMP (step + by, 0, BRINE_HOUR_SCALE_N_STEPS - 1), y);
  show_zoom (self);
  brine_calendar_page_remember (self);
}

/* Widgets ------------------------------------------------------------------------------------- */

/* The number of the week stands over the hours. */
static GtkWidget *
make_heads (BrineCalendarPage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->heads = brine_column_box_new ();
  for (int i = 0; i < BRINE_HOUR_GRID_MAX_DAYS; i++)
    brine_column_box_append (BRINE_COLUMN_BOX (self->heads), brine_day_head_new ());
  self->week_number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->week_number, "week-number");
  gtk_widget_add_css_class (self->week_number, "numeric");
  gtk_widget_set_size_request (self->week_number, BRINE_HOUR_GRID_GUTTER, -1);
  gtk_label_set_xalign (GTK_LABEL (self->week_number), 1);
  gtk_widget_set_halign (self->week_number, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->heads);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->week_number);
  return overlay;
}

static void
on_quota_toggle_cb (BrineAnyDayShelf *shelf, BrineQuotaStatus *status, BrineCalendarPage *self)
{
  BrineActs acts = brine_calendar_page_get_acts (self);

  if (brine_quota_status_get_log (status) != NULL)
    brine_quota_unlog (&acts, status);
  else
    brine_quota_log (&acts, status, brine_calendar_page_get_log_day (self));
}

static void
on_quota_menu_cb (BrineAnyDayShelf *shelf, BrineQuotaStatus *status, GtkWidget *chip,
                  BrineCalendarPage *self)
{
  brine_calendar_page_open_quota (self, status, chip);
}

static void
on_activate_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, BrineCalendarPage *self)
{
  brine_calendar_page_edit (self, occurrence);
}

static void
on_add_cb (BrineHourGrid *grid, int day, int minute, int minutes, BrineCalendarPage *self)
{
  brine_calendar_page_add (self, brine_local (day, minute / 60, minute % 60), minutes);
}

static void
on_move_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, int day, int second,
            BrineCalendarPage *self)
{
  brine_calendar_page_move (self, occurrence, (BrineLocal){ day, second });
}

static void
on_menu_cb (BrineHourGrid *grid, BrineOccurrence *occurrence, GdkRectangle *at,
            BrineCalendarPage *self)
{
  if (occurrence != NULL)
    brine_calendar_page_open_menu (self, occurrence, at);
  else
    brine_calendar_page_open_day_menu (self, self->grid, brine_hour_grid_get_cursor (grid).day, at);
}

static void
on_more_cb (BrineHourGrid *grid, GPtrArray *occurrences, GdkRectangle *at, BrineCalendarPage *self)
{
  brine_calendar_page_open_more (self, occurrences, at);
}

static void
on_step_cb (BrineHourGrid *grid, int direction, BrineCalendarPage *self)
{
  brine_calendar_page_step (self, direction);
}

static void
make_empty (BrineCalendarPage *self)
{
  self->empty = brine_calendar_empty_new ();
  gtk_widget_set_halign (self->empty, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->empty, GTK_ALIGN_CENTER);
  /* Over the days, not over the hours beside them. */
  gtk_widget_set_margin_start (self->empty, BRINE_HOUR_GRID_GUTTER);
  gtk_widget_set_visible (self->empty, FALSE);
}

static GtkWidget *
make_grid (BrineCalendarPage *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);
  GtkWidget *overlay = gtk_overlay_new ();

  self->grid = brine_hour_grid_new ();
  g_signal_connect (self->grid, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect (self->grid, "add", G_CALLBACK (on_add_cb), self);
  g_signal_connect (self->grid, "move", G_CALLBACK (on_move_cb), self);
  g_signal_connect (self->grid, "menu", G_CALLBACK (on_menu_cb), self);
  g_signal_connect (self->grid, "more", G_CALLBACK (on_more_cb), self);
  g_signal_connect (self->grid, "step", G_CALLBACK (on_step_cb), self);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->grid);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), viewport);
  brine_hour_grid_set_vadjustment (BRINE_HOUR_GRID (self->grid),
                                   gtk_scrolled_window_get_vadjustment (
                                       GTK_SCROLLED_WINDOW (self->scroller)));
  brine_calendar_page_add_zoom (self);
  g_signal_connect_object (self->grid, "map", G_CALLBACK (on_grid_mapped_cb), self,
                           G_CONNECT_SWAPPED);

  make_empty (self);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->empty);
  gtk_widget_set_vexpand (overlay, TRUE);
  return overlay;
}

static GtkWidget *
build (BrineCalendarPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  GtkWidget *heads = make_heads (self);
  self->shelf = brine_any_day_shelf_new ();
  g_signal_connect (self->shelf, "toggle", G_CALLBACK (on_quota_toggle_cb), self);
  g_signal_connect (self->shelf, "menu", G_CALLBACK (on_quota_menu_cb), self);
  self->key_line = brine_key_line_new ();
  gtk_box_append (GTK_BOX (box), heads);
  gtk_box_append (GTK_BOX (box), brine_calendar_page_make_beside (self));
  gtk_box_append (GTK_BOX (box), self->shelf);
  gtk_box_append (GTK_BOX (box), make_grid (self));
  gtk_box_append (GTK_BOX (box), self->key_line);
  brine_calendar_page_add_direct (self);
  brine_calendar_page_add_pause (self);
  brine_calendar_page_add_quota (self);
  return box;
}

const BrineCalendarPane brine_calendar_hours = {
  .name = "hours",
  .lists = TRUE,
  .build = build,
  .get_days = get_days,
  .wake = wake,
  .let_go = let_go,
  .rest = rest,
  .show = show,
  .get_focus = get_focus,
};
