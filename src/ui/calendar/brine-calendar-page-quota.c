/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"
#include "brine-column-box.h"

/* What is done n times a week on any day: logged from the menu of its chip, or by dropping the chip
 * onto the head of a day. */

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
}
