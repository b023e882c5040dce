/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-grid.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-month-grid-private.h"

/*
 * The weeks of a month: weekdays on top, week numbers at the start edge, a cell a day.
 *
 * CSS: monthgrid with label.weekday, label.week and monthcell (see BrineMonthCell). Role: grid of
 * grid cells. Mirrored in right-to-left. The cells are made once and used for every month.
 *
 * Keys: arrows by day and week, Home and End to the ends of the week, Page Up and Page Down by
 * month, Ctrl+Home to today, Enter or Space opens the day, Menu or Shift+F10 its menu. Tab enters
 * and leaves the grid as one thing.
 */

static void brine_month_grid_chooser_init (BrineDayChooserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineMonthGrid, brine_month_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_DAY_CHOOSER,
                                                      brine_month_grid_chooser_init))

/* Days ---------------------------------------------------------------------------------------- */

GtkWidget *
brine_month_grid_get_cell (BrineMonthGrid *self, BrineDay day)
{
  if (day < self->first || day >= self->first + self->n_days)
    return NULL;
  return self->cells[day - self->first];
}

static void
update_cells (BrineMonthGrid *self)
{
  for (int i = 0; i < BRINE_MONTH_MAX_DAYS; i++)
    {
      gboolean shown = i < self->n_days;
      gboolean chosen = shown && self->first + i == self->date;

      gtk_widget_set_visible (self->cells[i], shown);
      brine_month_cell_set_place (BRINE_MONTH_CELL (self->cells[i]), i == 0, self->narrow, chosen);
    }
}

static void
update_weeks (BrineMonthGrid *self)
{
  for (int i = 0; i < BRINE_MONTH_MAX_WEEKS; i++)
    {
      gboolean shown = i * 7 < self->n_days && !self->narrow;

      gtk_widget_set_visible (self->weeks[i], shown);
      if (!shown)
        continue;
      int number = brine_month_layout_get_week_number (self->first + i * 7);
      g_autofree char *text = g_strdup_printf ("%d", number);
      /* Translators: the number of a week in its year. */
      g_autofree char *name = g_strdup_printf (_ ("Week %d"), number);
      gtk_label_set_text (GTK_LABEL (self->weeks[i]), text);
      brine_set_tooltip (self->weeks[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->weeks[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Style --------------------------------------------------------------------------------------- */

static void
restyle (BrineMonthGrid *self)
{
  if (!brine_month_paint_refresh (&self->paint))
    return;
  for (int i = 0; i < BRINE_MONTH_MAX_DAYS; i++)
    brine_month_cell_restyle (BRINE_MONTH_CELL (self->cells[i]));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
brine_month_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (brine_month_grid_parent_class)->css_changed (widget, change);
  restyle (BRINE_MONTH_GRID (widget));
}

static void
brine_month_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (brine_month_grid_parent_class)->direction_changed (widget, previous);
  restyle (BRINE_MONTH_GRID (widget));
}

static void
brine_month_grid_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_month_grid_parent_class)->realize (widget);
  restyle (BRINE_MONTH_GRID (widget));
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (restyle), widget, G_CONNECT_SWAPPED);
}

static void
brine_month_grid_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), restyle, widget);
  GTK_WIDGET_CLASS (brine_month_grid_parent_class)->unrealize (widget);
}

/* Focus --------------------------------------------------------------------------------------- */

static gboolean
brine_month_grid_grab_focus (GtkWidget *widget)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (widget);
  GtkWidget *cell = brine_month_grid_get_cell (self, self->date);

  return cell != NULL && gtk_widget_grab_focus (cell);
}

/* Tab enters the grid at the chosen day; from there it leaves the grid. */
static gboolean
brine_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return brine_month_grid_grab_focus (widget);
}

void
brine_month_grid_select (BrineMonthGrid *self, BrineDay day, gboolean focus)
{
  gboolean changed = day != self->date;

  if (!brine_day_is_valid (day))
    return;
  self->date = day;
  update_cells (self);
  if (changed)
    brine_day_chooser_emit_select (BRINE_DAY_CHOOSER (self), day);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static BrineDay
hit (BrineDayChooser *chooser, double x, double y)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (chooser);
  int index = brine_month_layout_hit (&self->geometry, x, y);

  return index < 0 || index >= self->n_days ? BRINE_DAY_INVALID : self->first + index;
}

/* In the narrow form the day is shown below. */
static void
choose (BrineDayChooser *chooser, BrineDay day, gboolean click)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (chooser);

  brine_month_grid_select (self, day, TRUE);
  if (click && !self->narrow)
    brine_day_chooser_emit_activate (chooser, day);
}

static void
brine_month_grid_chooser_init (BrineDayChooserInterface *iface)
{
  iface->hit = hit;
  iface->choose = choose;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_month_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_month_grid_parent_class)->dispose (object);
}

static void
brine_month_grid_finalize (GObject *object)
{
  brine_month_paint_clear (&BRINE_MONTH_GRID (object)->paint);
  G_OBJECT_CLASS (brine_month_grid_parent_class)->finalize (object);
}

static void
brine_month_grid_class_init (BrineMonthGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_month_grid_dispose;
  object_class->finalize = brine_month_grid_finalize;
  widget_class->measure = brine_month_grid_measure;
  widget_class->size_allocate = brine_month_grid_size_allocate;
  widget_class->snapshot = brine_month_grid_snapshot;
  widget_class->css_changed = brine_month_grid_css_changed;
  widget_class->direction_changed = brine_month_grid_direction_changed;
  widget_class->realize = brine_month_grid_realize;
  widget_class->unrealize = brine_month_grid_unrealize;
  widget_class->focus = brine_month_grid_focus;
  widget_class->grab_focus = brine_month_grid_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static GtkWidget *
add_label (BrineMonthGrid *self, const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
on_cell_activate_cb (BrineMonthGrid *self, BrineMonthCell *cell)
{
  BrineDay day = brine_month_cell_get_day (cell)->day;

  if (brine_month_grid_get_cell (self, day) == NULL)
    return;
  brine_month_grid_select (self, day, TRUE);
  brine_day_chooser_emit_activate (BRINE_DAY_CHOOSER (self), day);
}

static void
brine_month_grid_init (BrineMonthGrid *self)
{
  self->date = BRINE_DAY_INVALID;
  self->today = BRINE_DAY_INVALID;
  self->first_weekday = 1;
  self->geometry.n_weeks = 1;
  brine_month_paint_init (&self->paint, GTK_WIDGET (self));
  for (int i = 0; i < 7; i++)
    {
      self->heads[i] = add_label (self, "weekday", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
      gtk_label_set_xalign (GTK_LABEL (self->heads[i]), 0);
    }
  for (int i = 0; i < BRINE_MONTH_MAX_WEEKS; i++)
    {
      self->weeks[i] = add_label (self, "week", GTK_ACCESSIBLE_ROLE_ROW_HEADER);
      gtk_label_set_yalign (GTK_LABEL (self->weeks[i]), 0);
    }
  for (int i = 0; i < BRINE_MONTH_MAX_DAYS; i++)
    {
      self->cells[i] = brine_month_cell_new (&self->paint);
      g_signal_connect_object (self->cells[i], "activate", G_CALLBACK (on_cell_activate_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  brine_month_grid_add_input (self);
}

GtkWidget *
brine_month_grid_new (void)
{
  return g_object_new (BRINE_TYPE_MONTH_GRID, NULL);
}

void
brine_month_grid_show (BrineMonthGrid *self, BrineDay date, BrineDay today, int first_weekday)
{
  gboolean focused;

  g_return_if_fail (BRINE_IS_MONTH_GRID (self));
  g_return_if_fail (brine_day_is_valid (date));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  self->date = date;
  self->today = today;
  self->first_weekday = first_weekday;
  brine_month_layout_get_range (date, first_weekday, &self->first, &self->n_days);
  g_autofree char *name = brine_format_month (date);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  brine_month_grid_rewrite_heads (self);
  update_weeks (self);
  update_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

void
brine_month_grid_set_narrow (BrineMonthGrid *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_MONTH_GRID (self));

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  update_weeks (self);
  update_cells (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
brine_month_grid_get_days (BrineMonthGrid *self, BrineDay *out_first, int *out_n_days)
{
  g_return_if_fail (BRINE_IS_MONTH_GRID (self));

  *out_first = self->first;
  *out_n_days = self->n_days;
}

void
brine_month_grid_set_day (BrineMonthGrid *self, int index, const BrineMonthDay *day,
                          BrineOccurrence *event, int n_events)
{
  g_return_if_fail (BRINE_IS_MONTH_GRID (self));
  g_return_if_fail (index >= 0 && index < self->n_days);

  brine_month_cell_set_day (BRINE_MONTH_CELL (self->cells[index]), day, self->today, event,
                            n_events);
}

void
brine_month_grid_take_busy (BrineMonthGrid *self, int index, BrineMonthBusy *busy)
{
  g_return_if_fail (BRINE_IS_MONTH_GRID (self));
  g_return_if_fail (index >= 0 && index < self->n_days);

  brine_month_cell_take_busy (BRINE_MONTH_CELL (self->cells[index]), busy);
}
