/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf.h"
#include "brine-calendar-page-private.h"
#include "brine-day-range.h"
#include "brine-pause-join.h"
#include "brine-pause-popover.h"

/* Pauses: chosen at the heads of the days, changed at their bars in the shelf. */

static void
apply (BrineCalendarPage *self, const char *label, const BrinePause *wanted)
{
  BrineChange *change = brine_change_new ();
  g_autoptr (BrinePause) pause = brine_pause_copy (wanted);
  g_autoptr (GPtrArray) absorbed = brine_pause_absorb (pause, self->pauses);

  for (guint i = 0; i < absorbed->len; i++)
    brine_change_remove (change, BRINE_KIND_PAUSE,
                         ((const BrinePause *)g_ptr_array_index (absorbed, i))->id);
  brine_change_put_pause (change, pause);
  brine_history_apply (self->history, label, change);
}

static void
remove_pause (BrineCalendarPage *self, const BrinePause *pause)
{
  BrineChange *change = brine_change_new ();

  brine_change_remove (change, BRINE_KIND_PAUSE, pause->id);
  brine_history_apply (self->history, _ ("Pause removed"), change);
}

static gboolean
is_known (BrineCalendarPage *self, const BrinePause *pause)
{
  for (guint i = 0; i < self->pauses->len; i++)
    if (g_str_equal (((const BrinePause *)g_ptr_array_index (self->pauses, i))->id, pause->id))
      return TRUE;
  return FALSE;
}

/* Popover ------------------------------------------------------------------------------------- */

static void
on_accepted_cb (BrinePausePopover *popover, const BrinePause *pause, BrineCalendarPage *self)
{
  apply (self, is_known (self, pause) ? _ ("Pause changed") : _ ("Pause added"), pause);
}

static void
on_removed_cb (BrinePausePopover *popover, const BrinePause *pause, BrineCalendarPage *self)
{
  remove_pause (self, pause);
}

static void
on_closed_cb (GtkPopover *popover, BrineCalendarPage *self)
{
  if (self->day_range != NULL)
    brine_day_range_clear (self->day_range);
}

/* At the place @at of @owner, which gets the focus back. */
static void
open_popover (BrineCalendarPage *self, const BrinePause *pause, GtkWidget *owner,
              const graphene_rect_t *at)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (at->origin.x, at->origin.y);
  graphene_point_t origin;

  if (!gtk_widget_compute_point (owner, GTK_WIDGET (self), &point, &origin))
    return;
  GdkRectangle place = { origin.x, origin.y, at->size.width, at->size.height };
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover =
      brine_pause_popover_new (pause, self->pauses, brine_calendar_page_get_today (self),
                               self->first_weekday);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  brine_calendar_page_keep_keys (self->popover);
  g_signal_connect_object (self->popover, "accepted", G_CALLBACK (on_accepted_cb), self, 0);
  g_signal_connect_object (self->popover, "removed", G_CALLBACK (on_removed_cb), self, 0);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (on_closed_cb), self, 0);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), owner,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* What it was opened on says its tooltip no more. */
  gtk_widget_trigger_tooltip_query (self->popover);
}

static GtkWidget *
get_head (BrineCalendarPage *self, BrineDay day)
{
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  if (!gtk_widget_get_mapped (self->heads) || day < first || day >= first + n_days)
    return NULL;
  return brine_column_box_get_child (BRINE_COLUMN_BOX (self->heads), day - first);
}

/* Below the heads of the days, or on top of the page where there are none. */
static void
open_new (BrineCalendarPage *self, BrineDay from, BrineDay to)
{
  g_autoptr (BrinePause) pause = brine_pause_new ();
  GtkWidget *head = get_head (self, from);
  GtkWidget *last = get_head (self, to);
  GtkWidget *owner = head != NULL ? GTK_WIDGET (self->heads) : GTK_WIDGET (self);
  graphene_rect_t at = GRAPHENE_RECT_INIT (gtk_widget_get_width (owner) / 2.0, 60, 1, 1);
  graphene_rect_t end;

  pause->from = MIN (from, to);
  pause->to = MAX (from, to);
  if (head != NULL && gtk_widget_compute_bounds (head, owner, &at) && last != NULL
      && gtk_widget_compute_bounds (last, owner, &end))
    graphene_rect_union (&at, &end, &at);
  open_popover (self, pause, owner, &at);
}

/* Heads and bars ------------------------------------------------------------------------------ */

static void
on_picked_cb (BrineDayRange *range, int first, int last, BrineCalendarPage *self)
{
  BrineDay day;
  int n_days;

  brine_calendar_page_get_range (self, &day, &n_days);
  open_new (self, day + first, day + last);
}

static void
on_head_menu_cb (BrineDayRange *range, int column, BrineCalendarPage *self)
{
  GtkWidget *head = brine_column_box_get_child (BRINE_COLUMN_BOX (self->heads), column);
  GdkRectangle at = { 0, 0, gtk_widget_get_width (head), gtk_widget_get_height (head) };
  BrineDay day;
  int n_days;

  brine_calendar_page_get_range (self, &day, &n_days);
  brine_calendar_page_open_day_menu (self, head, day + column, &at);
}

static void
on_edit_pause_cb (BrineAnyDayShelf *shelf, const BrinePause *pause, GtkWidget *bar,
                  BrineCalendarPage *self)
{
  graphene_rect_t at =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (bar), gtk_widget_get_height (bar));

  open_popover (self, pause, bar, &at);
}

/* Drawn over days of a pause for another reason it goes where it was, and the form says why. */
static void
on_change_pause_cb (BrineAnyDayShelf *shelf, const BrinePause *pause, BrineCalendarPage *self)
{
  graphene_rect_t at = GRAPHENE_RECT_INIT (gtk_widget_get_width (GTK_WIDGET (shelf)) / 2.0, 0, 1,
                                           gtk_widget_get_height (GTK_WIDGET (shelf)));

  if (brine_pause_find_conflict (pause, self->pauses) != NULL)
    open_popover (self, pause, GTK_WIDGET (shelf), &at);
  else
    apply (self, _ ("Pause changed"), pause);
}

static void
on_remove_pause_cb (BrineAnyDayShelf *shelf, const BrinePause *pause, BrineCalendarPage *self)
{
  remove_pause (self, pause);
}

static void
on_pause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  int from, to;

  g_variant_get (parameter, "(ii)", &from, &to);
  if (brine_day_is_valid (from) && brine_day_is_valid (to))
    open_new (BRINE_CALENDAR_PAGE (widget), from, to);
}

/* Loading ------------------------------------------------------------------------------------- */

/* All of them: they are few, and one that is drawn longer may meet any. */
static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  brine_store_load_pauses_async (store, BRINE_DAY_MIN, BRINE_DAY_MAX, cancellable, callback,
                                 user_data);
}

static void
take (gpointer owner, GPtrArray *pauses)
{
  BrineCalendarPage *self = owner;

  if (pauses == NULL || self->shelf == NULL)
    return;
  g_clear_pointer (&self->pauses, g_ptr_array_unref);
  self->pauses = g_ptr_array_ref (pauses);
  brine_any_day_shelf_set_pauses (BRINE_ANY_DAY_SHELF (self->shelf), pauses);
}

static const BrineReaderSource source = {
  .kinds = 1u << BRINE_KIND_PAUSE,
  .load = load,
  .finish = brine_store_load_pauses_finish,
  .take = take,
};

void
brine_calendar_page_install_pause (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.pause", "(ii)", on_pause }, /* first and last day */
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
}

void
brine_calendar_page_add_pause (BrineCalendarPage *self)
{
  self->pauses = g_ptr_array_new ();
  self->day_range = brine_day_range_new (BRINE_COLUMN_BOX (self->heads));
  g_signal_connect_object (self->day_range, "picked", G_CALLBACK (on_picked_cb), self, 0);
  g_signal_connect_object (self->day_range, "menu", G_CALLBACK (on_head_menu_cb), self, 0);
  g_signal_connect (self->shelf, "edit-pause", G_CALLBACK (on_edit_pause_cb), self);
  g_signal_connect (self->shelf, "change-pause", G_CALLBACK (on_change_pause_cb), self);
  g_signal_connect (self->shelf, "remove-pause", G_CALLBACK (on_remove_pause_cb), self);
}

void
brine_calendar_page_bind_pause (BrineCalendarPage *self)
{
  self->pause_reader = brine_reader_new (self, &source, brine_history_get_store (self->history));
  brine_reader_restart (self->pause_reader);
}
