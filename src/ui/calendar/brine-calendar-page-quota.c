/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-any-day-shelf.h"
#include "brine-calendar-page-private.h"
#include "brine-column-box.h"
#include "brine-plan-time-popover.h"

/* What is done n times a week on any day: logged from the menu of its chip, or by dropping the chip
 * onto the head of a day; planned from there too, or by dropping it onto an hour. */

static BrineQuotaStatus *
find_quota (BrineCalendarPage *self, const char *item_id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->quotas));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineQuotaStatus) status = g_list_model_get_item (G_LIST_MODEL (self->quotas), i);
      if (g_str_equal (brine_quota_status_get_item (status)->id, item_id))
        return g_steal_pointer (&status);
    }
  return NULL;
}

static void
on_log_quota (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineActs acts = brine_calendar_page_get_acts (self);
  const char *item_id;
  int day;

  g_variant_get (parameter, "(&si)", &item_id, &day);
  g_autoptr (BrineQuotaStatus) status = find_quota (self, item_id);
  if (status != NULL && brine_day_is_valid (day))
    brine_quota_log (&acts, status, day);
}

/* Planning ------------------------------------------------------------------------------------ */

#define LAST_HOUR 23

/* Today or the first day that is shown, at the next full hour. */
static BrineLocal
get_usual_start (BrineCalendarPage *self)
{
  BrineLocal now = brine_clock_get_local (self->clock);
  BrineDay today = brine_calendar_page_get_today (self);
  int hour = MIN (brine_local_get_minute_of_day (now) / 60 + 1, LAST_HOUR);
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  return brine_local (today >= first && today < first + n_days ? today : first, hour, 0);
}

static void
on_time_accepted_cb (GtkWidget *popover, int day, int second, BrineCalendarPage *self)
{
  BrineActs acts = brine_calendar_page_get_acts (self);
  g_autoptr (BrineQuotaStatus) status =
      find_quota (self, g_object_get_data (G_OBJECT (popover), "item-id"));

  if (status != NULL)
    brine_quota_plan (&acts, status, (BrineLocal){ day, second });
}

static void
on_plan_quota (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  const char *item_id = g_variant_get_string (parameter, NULL);
  GtkWidget *chip = brine_any_day_shelf_find_chip (BRINE_ANY_DAY_SHELF (self->shelf), item_id);
  g_autoptr (BrineQuotaStatus) status = find_quota (self, item_id);
  graphene_rect_t at;

  if (status == NULL || chip == NULL || !gtk_widget_compute_bounds (chip, widget, &at))
    return;
  GdkRectangle place = { at.origin.x, at.origin.y, at.size.width, at.size.height };
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  self->popover =
      brine_plan_time_popover_new (brine_quota_status_get_item (status)->title,
                                   get_usual_start (self), brine_calendar_page_get_today (self),
                                   self->first_weekday);
  g_object_set_data_full (G_OBJECT (self->popover), "item-id", g_strdup (item_id), g_free);
  gtk_widget_set_parent (self->popover, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  brine_calendar_page_keep_keys (self->popover);
  g_signal_connect_object (self->popover, "accepted", G_CALLBACK (on_time_accepted_cb), self, 0);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), chip,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* What it was opened on says its tooltip no more. */
  gtk_widget_trigger_tooltip_query (chip);
}

/* NULL until it is known what is dragged. */
static BrineQuotaStatus *
get_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL ? g_value_get_object (value) : NULL;
}

static gboolean
wants_fine (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL
         && (gdk_device_get_modifier_state (gdk_drop_get_device (drop)) & GDK_SHIFT_MASK) != 0;
}

static GdkDragAction
on_hours_motion_cb (GtkDropTarget *target, double x, double y, BrineCalendarPage *self)
{
  BrineQuotaStatus *status = get_dragged (target);

  if (status == NULL)
    return GDK_ACTION_COPY;
  brine_hour_grid_drag_guest (BRINE_HOUR_GRID (self->grid), x, y,
                              brine_quota_status_get_item (status)->minutes, wants_fine (target));
  return GDK_ACTION_COPY;
}

static void
on_hours_leave_cb (GtkDropTarget *target, BrineCalendarPage *self)
{
  brine_hour_grid_leave_guest (BRINE_HOUR_GRID (self->grid));
}

static gboolean
on_hours_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y,
                  BrineCalendarPage *self)
{
  BrineQuotaStatus *status = g_value_get_object (value);
  BrineActs acts = brine_calendar_page_get_acts (self);
  BrineLocal start;

  brine_hour_grid_drag_guest (BRINE_HOUR_GRID (self->grid), x, y,
                              brine_quota_status_get_item (status)->minutes, wants_fine (target));
  if (!brine_hour_grid_drop_guest (BRINE_HOUR_GRID (self->grid), &start))
    return FALSE;
  brine_quota_plan (&acts, status, start);
  return TRUE;
}

static void
add_hours_target (BrineCalendarPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (BRINE_TYPE_QUOTA_STATUS, GDK_ACTION_COPY);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (on_hours_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_hours_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_hours_drop_cb), self);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (target));
}

/* Onto the heads ------------------------------------------------------------------------------ */

static GdkDragAction
on_drop_motion_cb (GtkDropTarget *target, double x, double y, BrineCalendarPage *self)
{
  int column = brine_column_box_get_column (BRINE_COLUMN_BOX (self->heads), x);
  BrineDay first;
  int n_days;

  /* What lies ahead was not done yet. */
  brine_calendar_page_get_range (self, &first, &n_days);
  return column >= 0 && first + column <= brine_calendar_page_get_today (self) ? GDK_ACTION_COPY
                                                                               : 0;
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, BrineCalendarPage *self)
{
  int column = brine_column_box_get_column (BRINE_COLUMN_BOX (self->heads), x);
  BrineActs acts = brine_calendar_page_get_acts (self);
  BrineDay first;
  int n_days;

  if (on_drop_motion_cb (target, x, y, self) == 0)
    return FALSE;
  brine_calendar_page_get_range (self, &first, &n_days);
  brine_quota_log (&acts, g_value_get_object (value), first + column);
  return TRUE;
}

void
brine_calendar_page_install_quota (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.log-quota", "(si)", on_log_quota }, /* id, day */
    { "calendar.plan-quota", "s", on_plan_quota },  /* id */
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
}

void
brine_calendar_page_add_quota (BrineCalendarPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (BRINE_TYPE_QUOTA_STATUS, GDK_ACTION_COPY);

  g_signal_connect (target, "motion", G_CALLBACK (on_drop_motion_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (self->heads, GTK_EVENT_CONTROLLER (target));
  add_hours_target (self);
}
