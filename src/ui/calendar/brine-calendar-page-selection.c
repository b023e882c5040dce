/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-page-private.h"

/* occurrence.*: what is selected in the view. */

static BrineOccurrence *
get_selected (BrineCalendarPage *self)
{
  /* What is selected in a grid that nobody sees is not what a key means. */
  if (self->pane != &brine_calendar_hours)
    return NULL;
  return brine_hour_grid_get_selected (BRINE_HOUR_GRID (self->grid));
}

void
brine_calendar_page_edit (BrineCalendarPage *self, BrineOccurrence *occurrence)
{
  const char *item_id = brine_occurrence_get_item_id (occurrence);
  g_autofree char *original = brine_local_to_string (brine_occurrence_get_original (occurrence));

  if (item_id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-occurrence", "(ss)", item_id,
                                original);
  else
    /* What happened without a plan is changed where it was logged. */
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-day", "i",
                                (int)brine_occurrence_get_day (occurrence));
}

void
brine_calendar_page_move (BrineCalendarPage *self, BrineOccurrence *occurrence, BrineLocal start)
{
  BrineActs acts = brine_calendar_page_get_acts (self);
  BrineDay first;
  int n_days;

  brine_occurrence_move (&acts, GTK_WIDGET (self), occurrence, start);
  brine_calendar_page_get_range (self, &first, &n_days);
  if (start.day < first || start.day >= first + n_days)
    brine_calendar_page_show_day (self, start.day);
}

static void
log_selected (BrineCalendarPage *self, BrineState state, BrineSkipReason reason)
{
  BrineOccurrence *selected = get_selected (self);
  BrineActs acts = brine_calendar_page_get_acts (self);
  BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

  if (selected != NULL)
    brine_occurrence_log (&acts, selected, state, reason, as_planned);
}

static void
on_done (GtkWidget *widget, const char *name, GVariant *parameter)
{
  log_selected (BRINE_CALENDAR_PAGE (widget), BRINE_STATE_DONE, BRINE_SKIP_NONE);
}

static void
on_partly (GtkWidget *widget, const char *name, GVariant *parameter)
{
  log_selected (BRINE_CALENDAR_PAGE (widget), BRINE_STATE_PARTLY, BRINE_SKIP_NONE);
}

static void
on_skip (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineSkipReason reason = BRINE_SKIP_NONE;

  brine_skip_reason_from_nick (g_variant_get_string (parameter, NULL), &reason);
  log_selected (BRINE_CALENDAR_PAGE (widget), BRINE_STATE_SKIPPED, reason);
}

static void
on_unlog (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineActs acts = brine_calendar_page_get_acts (self);

  if (get_selected (self) != NULL)
    brine_occurrence_unlog (&acts, get_selected (self));
}

static void
on_toggle (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineActs acts = brine_calendar_page_get_acts (self);

  if (get_selected (self) != NULL)
    brine_occurrence_toggle (&acts, get_selected (self));
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  if (get_selected (self) != NULL)
    brine_calendar_page_edit (self, get_selected (self));
}

static void
on_shift (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineOccurrence *selected = get_selected (self);

  if (selected != NULL)
    brine_calendar_page_move (self, selected,
                              brine_local_add_seconds (brine_occurrence_get_start (selected),
                                                       (int64_t)g_variant_get_int32 (parameter)
                                                           * 60));
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineActs acts = brine_calendar_page_get_acts (self);

  if (get_selected (self) != NULL)
    brine_occurrence_remove (&acts, widget, get_selected (self));
}

static gboolean
on_keypad_delete (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "occurrence.remove", NULL);
}

void
brine_calendar_page_install_selection (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "occurrence.toggle", NULL, on_toggle },
    { "occurrence.done", NULL, on_done },
    { "occurrence.partly", NULL, on_partly },
    { "occurrence.skip", "s", on_skip }, /* nick of the reason */
    { "occurrence.unlog", NULL, on_unlog },
    { "occurrence.edit", NULL, on_edit },
    { "occurrence.shift", "i", on_shift }, /* minutes */
    { "occurrence.remove", NULL, on_remove },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "occurrence.toggle", NULL);
  /* A key bound to the action itself would be the one the menu tells. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_keypad_delete, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "occurrence.remove", NULL);
}
