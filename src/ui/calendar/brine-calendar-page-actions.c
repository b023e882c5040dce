/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-page-private.h"
#include "brine-hour-scale.h"
#include "brine-key-line.h"

/*
 * calendar.*: the days. occurrence.*: what is selected in the grid. Menus, keys and buttons share
 * them. Adding and editing are actions of the window, which owns the editor.
 */

BrineActs
brine_calendar_page_get_acts (BrineCalendarPage *self)
{
  return (BrineActs){ self->history, self->clock, self->catalogue };
}

static BrineOccurrence *
get_selected (BrineCalendarPage *self)
{
  return brine_hour_grid_get_selected (BRINE_HOUR_GRID (self->grid));
}

/* Days ---------------------------------------------------------------------------------------- */

void
brine_calendar_page_step (BrineCalendarPage *self, int direction)
{
  int days = 1;

  if (self->view == BRINE_CALENDAR_WEEK)
    days = self->narrow ? 3 : 7;
  brine_calendar_page_show_day (self, self->date + direction * days);
}

void
brine_calendar_page_zoom (BrineCalendarPage *self, int by)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));

  step = CLAMP (step + by, 0, BRINE_HOUR_SCALE_N_STEPS - 1);
  brine_hour_grid_set_zoom (BRINE_HOUR_GRID (self->grid), step);
  brine_key_line_set_zoom (self->key_line, step);
  brine_calendar_page_update_actions (self);
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_step (BRINE_CALENDAR_PAGE (widget), -1);
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_step (BRINE_CALENDAR_PAGE (widget), 1);
}

static void
on_today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  brine_calendar_page_show_day (self, brine_clock_get_local (self->clock).day);
}

static void
on_zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_zoom (BRINE_CALENDAR_PAGE (widget), 1);
}

static void
on_zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_calendar_page_zoom (BRINE_CALENDAR_PAGE (widget), -1);
}

static void
on_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean day = g_str_equal (g_variant_get_string (parameter, NULL), "day");

  brine_calendar_page_set_view (BRINE_CALENDAR_PAGE (widget),
                                day ? BRINE_CALENDAR_DAY : BRINE_CALENDAR_WEEK);
}

void
brine_calendar_page_add (BrineCalendarPage *self, BrineLocal start, int minutes)
{
  g_autofree char *local = brine_local_to_string (start);
  g_autofree char *text =
      minutes > 0 ? g_strdup_printf ("%s/PT%dM", local, minutes) : g_strdup (local);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-item", "s", text);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  brine_calendar_page_add (self, brine_hour_grid_get_cursor (BRINE_HOUR_GRID (self->grid)), 0);
}

/* A whole entry, such as a quota; its logs stay. */
static void
on_remove_item (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  BrineChange *change = brine_change_new ();
  const char *id, *title;

  g_variant_get (parameter, "(&s&s)", &id, &title);
  /* Translators: toast; %s is what was planned, for example "Walk" */
  g_autofree char *label = g_strdup_printf (_ ("%s removed"), title);
  brine_change_remove (change, BRINE_KIND_ITEM, id);
  brine_history_apply (self->history, label, change);
}

/* The selection ------------------------------------------------------------------------------- */

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

/* Table --------------------------------------------------------------------------------------- */

static void
add_bindings (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "occurrence.toggle", NULL);
  /* A key bound to the action itself would be the one the menu tells. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, on_keypad_delete, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "occurrence.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "calendar.today", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, GDK_ALT_MASK, "calendar.today",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "day");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_CONTROL_MASK, "calendar.show",
                                       "s", "week");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK, "calendar.today",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "calendar.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "calendar.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "calendar.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK,
                                       "calendar.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK,
                                       "calendar.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK,
                                       "calendar.zoom-out", NULL);
}

void
brine_calendar_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "calendar.previous", NULL, on_previous },
    { "calendar.next", NULL, on_next },
    { "calendar.today", NULL, on_today },
    { "calendar.zoom-in", NULL, on_zoom_in },
    { "calendar.zoom-out", NULL, on_zoom_out },
    { "calendar.show", "s", on_show },
    { "calendar.add", NULL, on_add },
    { "calendar.remove-item", "(ss)", on_remove_item },
    /* id, title */ { "occurrence.toggle", NULL, on_toggle },
    { "occurrence.done", NULL, on_done },
    { "occurrence.partly", NULL, on_partly },
    { "occurrence.skip", "s", on_skip },
    { "occurrence.unlog", NULL, on_unlog },
    { "occurrence.edit", NULL, on_edit },
    { "occurrence.shift", "i", on_shift }, /* minutes */
    { "occurrence.remove", NULL, on_remove },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  add_bindings (widget_class);
}

void
brine_calendar_page_update_actions (BrineCalendarPage *self)
{
  int step = brine_hour_grid_get_zoom (BRINE_HOUR_GRID (self->grid));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-out", step > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.zoom-in",
                                 step < BRINE_HOUR_SCALE_N_STEPS - 1);
}
