/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-picker.h"

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-month-picker-layout.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

/*
 * Six weeks of days below the month's name. GtkCalendar knows the first weekday of the locale
 * alone, and cannot become narrow enough for a phone with large text.
 *
 * CSS: monthpicker with label.month, label.weekday, label.week and button.day[.other][.today]
 * [.chosen]. Role: grid of grid cells, of which one is selected. Mirrored in right-to-left. The
 * cells are made once and used for every month.
 *
 * Keys: arrows by day and week, Home and End to the ends of the week, Page Up and Page Down by
 * month, with Ctrl by year, Ctrl+Home to today, Enter or Space chooses. Tab enters and leaves the
 * days as one thing, since only the day that the keys are on takes the focus.
 */
struct _BrineMonthPicker
{
  AdwBin parent_instance;

  BrineDay day;
  BrineDay today;
  int first_weekday;
  BrineDay first; /* of the cells; at the ends of the calendar some are no valid days */

  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *month;
  GtkWidget *grid;
  GtkWidget *weekdays[7];
  GtkWidget *weeks[BRINE_MONTH_PICKER_WEEKS];
  GtkWidget *cells[BRINE_MONTH_PICKER_DAYS];
};

enum
{
  PROP_DAY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineMonthPicker, brine_month_picker, ADW_TYPE_BIN)

/* Show ---------------------------------------------------------------------------------------- */

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static char *
make_name (BrineMonthPicker *self, BrineDay day)
{
  /* Seen from another year, a date says its own. */
  BrineDay elsewhere = brine_day_add_months (day, day < BRINE_DAY_MIN + 366 ? 12 : -12);
  g_autofree char *date = brine_format_day_long (day, elsewhere);

  if (day != self->today)
    return g_steal_pointer (&date);
  /* Translators: to a screen reader: "Thursday 19 November 2026, today" */
  return g_strdup_printf (_ ("%s, today"), date);
}

static gboolean
is_in_month_of (BrineMonthPicker *self, BrineDay day)
{
  return brine_month_picker_layout_is_same_month (self->day, day);
}

/* Beyond the ends of the calendar a cell is empty. */
static void
show_cell (BrineMonthPicker *self, int index)
{
  GtkWidget *cell = self->cells[index];
  BrineDay day = self->first + index;
  gboolean valid = brine_day_is_valid (day);
  g_autofree char *name = valid ? make_name (self, day) : g_strdup ("");
  g_autofree char *number = NULL;
  int day_of_month;

  if (valid)
    {
      brine_day_get_ymd (day, NULL, NULL, &day_of_month);
      number = g_strdup_printf ("%d", day_of_month);
    }
  gtk_button_set_label (GTK_BUTTON (cell), number != NULL ? number : "");
  gtk_widget_set_sensitive (cell, valid);
  gtk_widget_set_focusable (cell, day == self->day);
  set_class (cell, "other", !is_in_month_of (self, day));
  set_class (cell, "today", day == self->today);
  set_class (cell, "chosen", day == self->day);
  brine_set_spoken_name (cell, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_SELECTED,
                               day == self->day, -1);
}

static void
show_weekdays (BrineMonthPicker *self)
{
  for (int i = 0; i < 7; i++)
    {
      int weekday = (self->first_weekday - 1 + i) % 7 + 1;
      const char *name = brine_format_weekday (weekday);

      gtk_label_set_text (GTK_LABEL (self->weekdays[i]), brine_format_weekday_letter (weekday));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->weekdays[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
show_week (BrineMonthPicker *self, int row)
{
  int week = brine_month_picker_layout_get_week (self->first, row);
  g_autofree char *number = week > 0 ? g_strdup_printf ("%d", week) : g_strdup ("");
  g_autofree char *name = g_strdup_printf (_ ("Week %d"), week);

  gtk_label_set_text (GTK_LABEL (self->weeks[row]), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->weeks[row]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  week > 0 ? name : "", -1);
}

static gboolean
has_focus_in_days (BrineMonthPicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->grid);
}

static void
show_month (BrineMonthPicker *self)
{
  gboolean focused = has_focus_in_days (self);
  g_autofree char *month = brine_format_month (self->day);

  self->first = brine_month_picker_layout_get_first (self->day, self->first_weekday);
  gtk_label_set_text (GTK_LABEL (self->month), month);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, month,
                                  -1);
  gtk_widget_set_sensitive (self->previous, !is_in_month_of (self, BRINE_DAY_MIN));
  gtk_widget_set_sensitive (self->next, !is_in_month_of (self, BRINE_DAY_MAX));
  for (int i = 0; i < BRINE_MONTH_PICKER_DAYS; i++)
    show_cell (self, i);
  for (int i = 0; i < BRINE_MONTH_PICKER_WEEKS; i++)
    show_week (self, i);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Input --------------------------------------------------------------------------------------- */

static void
step (BrineMonthPicker *self, BrineMonthPickerStep by, int count)
{
  brine_month_picker_set_day (self, brine_month_picker_layout_step (self->day, by, count,
                                                                    self->first_weekday));
}

static void
on_previous_cb (BrineMonthPicker *self)
{
  step (self, BRINE_MONTH_PICKER_MONTH, -1);
}

static void
on_next_cb (BrineMonthPicker *self)
{
  step (self, BRINE_MONTH_PICKER_MONTH, 1);
}

static void
on_clicked_cb (BrineMonthPicker *self, GtkWidget *cell)
{
  int index = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "index"));

  brine_month_picker_set_day (self, self->first + index);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* What a key without modifiers, or with Ctrl, does on its way. */
static const struct
{
  guint key;
  guint keypad;
  gboolean ctrl;
  BrineMonthPickerStep by;
  int count;
} key_steps[] = {
  { GDK_KEY_Left, GDK_KEY_KP_Left, FALSE, BRINE_MONTH_PICKER_DAY, -1 },
  { GDK_KEY_Right, GDK_KEY_KP_Right, FALSE, BRINE_MONTH_PICKER_DAY, 1 },
  { GDK_KEY_Up, GDK_KEY_KP_Up, FALSE, BRINE_MONTH_PICKER_WEEK, -1 },
  { GDK_KEY_Down, GDK_KEY_KP_Down, FALSE, BRINE_MONTH_PICKER_WEEK, 1 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, FALSE, BRINE_MONTH_PICKER_MONTH, -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, FALSE, BRINE_MONTH_PICKER_MONTH, 1 },
  { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, TRUE, BRINE_MONTH_PICKER_YEAR, -1 },
  { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, TRUE, BRINE_MONTH_PICKER_YEAR, 1 },
  { GDK_KEY_Home, GDK_KEY_KP_Home, FALSE, BRINE_MONTH_PICKER_WEEK_START, 1 },
  { GDK_KEY_End, GDK_KEY_KP_End, FALSE, BRINE_MONTH_PICKER_WEEK_END, 1 },
};

static gboolean
step_by_key (BrineMonthPicker *self, guint key, gboolean ctrl)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (key_steps); i++)
    if ((key == key_steps[i].key || key == key_steps[i].keypad) && ctrl == key_steps[i].ctrl)
      {
        gboolean across = key_steps[i].by == BRINE_MONTH_PICKER_DAY;

        step (self, key_steps[i].by, across && mirrored ? -key_steps[i].count : key_steps[i].count);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_choosing_key (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter
         || key == GDK_KEY_space || key == GDK_KEY_KP_Space;
}

static gboolean
on_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
           BrineMonthPicker *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers & ~GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (step_by_key (self, key, modifiers != 0))
    return GDK_EVENT_STOP;
  if (modifiers == 0 && is_choosing_key (key))
    {
      g_signal_emit (self, signals[CHOSEN], 0);
      return GDK_EVENT_STOP;
    }
  if (modifiers != 0 && (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
      && brine_day_is_valid (self->today))
    {
      brine_month_picker_set_day (self, self->today);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
brine_month_picker_grab_focus (GtkWidget *widget)
{
  BrineMonthPicker *self = BRINE_MONTH_PICKER (widget);

  return gtk_widget_grab_focus (self->cells[self->day - self->first]);
}

/* Parts --------------------------------------------------------------------------------------- */

static GtkWidget *
make_arrow (BrineMonthPicker *self, const char *icon_name, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  brine_set_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_head (BrineMonthPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->previous =
      make_arrow (self, "go-previous-symbolic", _ ("Previous Month"), G_CALLBACK (on_previous_cb));
  self->next = make_arrow (self, "go-next-symbolic", _ ("Next Month"), G_CALLBACK (on_next_cb));
  self->month = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->month), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->month, TRUE);
  gtk_widget_add_css_class (self->month, "month");
  gtk_widget_add_css_class (self->month, "numeric");
  gtk_box_append (GTK_BOX (box), self->previous);
  gtk_box_append (GTK_BOX (box), self->month);
  gtk_box_append (GTK_BOX (box), self->next);
  return box;
}

static GtkWidget *
add_label (BrineMonthPicker *self, const char *css_class, GtkAccessibleRole role, int column,
           int row)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
  return label;
}

static GtkWidget *
add_cell (BrineMonthPicker *self, int index)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL,
                                  "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (cell, "flat");
  gtk_widget_add_css_class (cell, "day");
  gtk_widget_add_css_class (cell, "numeric");
  g_object_set_data (G_OBJECT (cell), "index", GINT_TO_POINTER (index));
  g_signal_connect_object (cell, "clicked", G_CALLBACK (on_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (self->grid), cell, 1 + index % 7, 1 + index / 7, 1, 1);
  return cell;
}

static GtkWidget *
make_grid (BrineMonthPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  for (int i = 0; i < 7; i++)
    self->weekdays[i] = add_label (self, "weekday", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, 1 + i, 0);
  for (int i = 0; i < BRINE_MONTH_PICKER_WEEKS; i++)
    {
      self->weeks[i] = add_label (self, "week", GTK_ACCESSIBLE_ROLE_ROW_HEADER, 0, 1 + i);
      gtk_widget_set_visible (self->weeks[i], FALSE);
    }
  for (int i = 0; i < BRINE_MONTH_PICKER_DAYS; i++)
    self->cells[i] = add_cell (self, i);
  /* Before a cell takes Enter, which a button answers late. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), self);
  gtk_widget_add_controller (self->grid, keys);
  return self->grid;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_month_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, BRINE_MONTH_PICKER (object)->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_month_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      brine_month_picker_set_day (BRINE_MONTH_PICKER (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_month_picker_class_init (BrineMonthPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_month_picker_get_property;
  object_class->set_property = brine_month_picker_set_property;
  widget_class->grab_focus = brine_month_picker_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "monthpicker");
  properties[PROP_DAY] =
      g_param_spec_int ("day", NULL, NULL, BRINE_DAY_MIN, BRINE_DAY_MAX, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_month_picker_init (BrineMonthPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->today = BRINE_DAY_INVALID;
  self->first_weekday = 1;
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_grid (self));
  adw_bin_set_child (ADW_BIN (self), box);
  show_weekdays (self);
  show_month (self);
}

GtkWidget *
brine_month_picker_new (void)
{
  return g_object_new (BRINE_TYPE_MONTH_PICKER, NULL);
}

void
brine_month_picker_begin (BrineMonthPicker *self, BrineDay day, BrineDay today, int first_weekday)
{
  g_return_if_fail (BRINE_IS_MONTH_PICKER (self));
  g_return_if_fail (brine_day_is_valid (day));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  gboolean changed = day != self->day;

  self->day = day;
  self->today = today;
  self->first_weekday = first_weekday;
  show_weekdays (self);
  show_month (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

void
brine_month_picker_set_day (BrineMonthPicker *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_MONTH_PICKER (self));
  g_return_if_fail (brine_day_is_valid (day));

  if (day == self->day)
    return;
  self->day = day;
  show_month (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

BrineDay
brine_month_picker_get_day (BrineMonthPicker *self)
{
  g_return_val_if_fail (BRINE_IS_MONTH_PICKER (self), 0);

  return self->day;
}

void
brine_month_picker_set_show_weeks (BrineMonthPicker *self, gboolean show_weeks)
{
  g_return_if_fail (BRINE_IS_MONTH_PICKER (self));

  for (int i = 0; i < BRINE_MONTH_PICKER_WEEKS; i++)
    gtk_widget_set_visible (self->weeks[i], show_weeks);
}

GtkWidget *
brine_month_picker_make_scroller (GtkWidget *content)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), content);
  return scroller;
}
