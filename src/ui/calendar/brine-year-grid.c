/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-grid.h"

#include <math.h>

#include "brine-format.h"
#include "brine-year-cell.h"
#include "brine-year-grid-private.h"

/*
 * Twelve months of days.
 *
 * CSS: yeargrid with yearhead[.current], yearcell and yearcard.osd. Role: grid. Mirrored in
 * right-to-left.
 *
 * 366 widgets would cost half a second to make and to lay out, and a screen reader would have to
 * walk through all of them. The days are therefore drawn by the grid, into one render node that is
 * kept until something changes. For the keyboard and for screen readers a cell widget lies over
 * the day that has the cursor, with its name; the arrows bring it to every other day. There are
 * two, which take turns: the focus moves at each step, so that it is spoken.
 *
 * Keys: arrows by day and week, Home and End to the ends of the month, Page Up and Page Down by
 * year, Ctrl+Home to today, Enter or Space opens the day, Menu or Shift+F10 its menu.
 */

static void brine_year_grid_chooser_init (BrineDayChooserInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineYearGrid, brine_year_grid, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_DAY_CHOOSER,
                                                      brine_year_grid_chooser_init))

#define NATURAL_WIDTH 1132

const BrineYearDay *
brine_year_grid_get_day (BrineYearGrid *self, BrineDay day)
{
  BrineDay first;

  if (self->n_days == 0)
    return NULL;
  first = brine_year_layout_get_first (self->year);
  return day < first || day >= first + self->n_days ? NULL : &self->days[day - first];
}

/* Drawing ------------------------------------------------------------------------------------- */

static void
queue_redraw (BrineYearGrid *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GskRenderNode *
draw_days (BrineYearGrid *self)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  for (int i = 0; i < self->n_days; i++)
    brine_year_paint_cell (&self->paint, snapshot,
                           brine_year_layout_get_cell (&self->layout, self->days[i].day.day),
                           &self->days[i], self->measure, self->show_numbers);
  return gtk_snapshot_to_node (snapshot);
}

/* The day under the pointer or with the focus shows its number. */
static void
snapshot_told_day (BrineYearGrid *self, GtkSnapshot *snapshot)
{
  BrineDay told = brine_year_grid_get_told_day (self);
  const BrineYearDay *day = brine_year_grid_get_day (self, told);
  BrineMonthRect rect;

  if (day == NULL)
    return;
  rect = brine_year_layout_get_cell (&self->layout, told);
  brine_month_paint_fill (snapshot, rect, 0, self->paint.base.colors.ground);
  brine_year_paint_cell (&self->paint, snapshot, rect, day, self->measure, TRUE);
  if (told == self->hovered)
    brine_year_paint_frame (&self->paint, snapshot, rect, self->paint.base.colors.foreground);
}

static void
brine_year_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (widget);

  if (self->n_days == 0)
    return;
  if (self->drawn == NULL)
    self->drawn = draw_days (self);
  if (self->drawn != NULL)
    gtk_snapshot_append_node (snapshot, self->drawn);
  if (brine_year_grid_get_day (self, self->today) != NULL)
    brine_year_paint_frame (&self->paint, snapshot,
                            brine_year_layout_get_cell (&self->layout, self->today),
                            self->paint.base.colors.accent);
  snapshot_told_day (self, snapshot);
  GTK_WIDGET_CLASS (brine_year_grid_parent_class)->snapshot (widget, snapshot);
}

/* Size ---------------------------------------------------------------------------------------- */

static BrineYearLayout
make_layout (BrineYearGrid *self, double width, double height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return brine_year_layout_make (self->year, self->first_weekday, width, height,
                                 self->paint.base.colors.text_scale, self->narrow, mirrored);
}

static GtkSizeRequestMode
brine_year_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
brine_year_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (widget);
  double scale = self->paint.base.colors.text_scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int)ceil (brine_year_layout_get_minimum_width (scale));
      *natural = MAX (NATURAL_WIDTH, *minimum);
      return;
    }
  BrineYearLayout layout = make_layout (self, for_size < 0 ? NATURAL_WIDTH : for_size, 0);
  *minimum = *natural = (int)ceil (brine_year_layout_get_height (&layout));
}

static void
place (GtkWidget *child, BrineMonthRect rect)
{
  int width, height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ (int)rect.x, (int)rect.y,
                                              MAX ((int)rect.width, width),
                                              MAX ((int)rect.height, height) },
                            -1);
}

static void
brine_year_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (widget);
  BrineYearLayout layout = make_layout (self, width, height);

  if (memcmp (&layout, &self->layout, sizeof layout) != 0)
    queue_redraw (self);
  self->layout = layout;
  for (int i = 0; i < 12; i++)
    place (self->heads[i], brine_year_layout_get_head (&self->layout, i + 1));
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    if (brine_year_grid_get_day (self, self->date) != NULL)
      place (self->cells[i], brine_year_layout_get_cell (&self->layout, self->date));
  brine_year_grid_allocate_card (self);
  brine_year_grid_scroll_if_wanted (self);
}

/* Style --------------------------------------------------------------------------------------- */

static void
restyle (BrineYearGrid *self)
{
  if (!brine_year_paint_refresh (&self->paint))
    return;
  queue_redraw (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
brine_year_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (brine_year_grid_parent_class)->css_changed (widget, change);
  restyle (BRINE_YEAR_GRID (widget));
}

static void
brine_year_grid_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (brine_year_grid_parent_class)->direction_changed (widget, previous);
  restyle (BRINE_YEAR_GRID (widget));
}

static void
on_dpi_changed (BrineYearGrid *self)
{
  brine_year_paint_drop_words (&self->paint);
  restyle (self);
}

static void
brine_year_grid_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_year_grid_parent_class)->realize (widget);
  restyle (BRINE_YEAR_GRID (widget));
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (on_dpi_changed), widget, G_CONNECT_SWAPPED);
  /* The first key makes the focus visible, and with it the card; and when the focus is said to
   * enter, it is not there yet. */
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-visible",
                           G_CALLBACK (brine_year_grid_update_card), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (brine_year_grid_update_card), widget, G_CONNECT_SWAPPED);
}

static void
brine_year_grid_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), on_dpi_changed, widget);
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), brine_year_grid_update_card,
                                        widget);
  GTK_WIDGET_CLASS (brine_year_grid_parent_class)->unrealize (widget);
}

/* Focus --------------------------------------------------------------------------------------- */

static gboolean
brine_year_grid_grab_focus (GtkWidget *widget)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (widget);

  return brine_year_grid_get_day (self, self->date) != NULL
         && gtk_widget_grab_focus (self->cells[self->cell]);
}

/* Tab enters the grid at the cursor; from there it leaves the grid. */
static gboolean
brine_year_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return brine_year_grid_grab_focus (widget);
}

static BrineDay
hit (BrineDayChooser *chooser, double x, double y)
{
  return brine_year_layout_hit (&BRINE_YEAR_GRID (chooser)->layout, x, y);
}

static void
choose (BrineDayChooser *chooser, BrineDay day, gboolean click)
{
  brine_year_grid_select (BRINE_YEAR_GRID (chooser), day, TRUE);
  if (click)
    brine_day_chooser_emit_activate (chooser, day);
}

static void
brine_year_grid_chooser_init (BrineDayChooserInterface *iface)
{
  iface->hit = hit;
  iface->choose = choose;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_year_grid_dispose (GObject *object)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (object);
  GtkWidget *child;

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  brine_year_grid_set_vadjustment (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_year_grid_parent_class)->dispose (object);
}

static void
brine_year_grid_finalize (GObject *object)
{
  BrineYearGrid *self = BRINE_YEAR_GRID (object);

  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  brine_year_paint_clear (&self->paint);
  G_OBJECT_CLASS (brine_year_grid_parent_class)->finalize (object);
}

static void
brine_year_grid_class_init (BrineYearGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_year_grid_dispose;
  object_class->finalize = brine_year_grid_finalize;
  widget_class->get_request_mode = brine_year_grid_get_request_mode;
  widget_class->measure = brine_year_grid_measure;
  widget_class->size_allocate = brine_year_grid_size_allocate;
  widget_class->snapshot = brine_year_grid_snapshot;
  widget_class->css_changed = brine_year_grid_css_changed;
  widget_class->direction_changed = brine_year_grid_direction_changed;
  widget_class->realize = brine_year_grid_realize;
  widget_class->unrealize = brine_year_grid_unrealize;
  widget_class->focus = brine_year_grid_focus;
  widget_class->grab_focus = brine_year_grid_grab_focus;

  gtk_widget_class_set_css_name (widget_class, "yeargrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
on_cell_activate_cb (BrineYearGrid *self)
{
  if (brine_year_grid_get_day (self, self->date) != NULL)
    brine_day_chooser_emit_activate (BRINE_DAY_CHOOSER (self), self->date);
}

static void
brine_year_grid_init (BrineYearGrid *self)
{
  self->date = BRINE_DAY_INVALID;
  self->today = BRINE_DAY_INVALID;
  self->hovered = BRINE_DAY_INVALID;
  self->year = 2001;
  self->first_weekday = 1;
  brine_year_paint_init (&self->paint, GTK_WIDGET (self));
  self->layout = make_layout (self, 0, 0);
  for (int i = 0; i < 12; i++)
    {
      self->heads[i] = brine_year_grid_make_head ();
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = brine_year_cell_new ();
      g_signal_connect_object (self->cells[i], "activate", G_CALLBACK (on_cell_activate_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  brine_year_grid_add_card (self);
  brine_year_grid_add_input (self);
}

static void
name_grid (BrineYearGrid *self)
{
  g_autofree char *name = brine_format_year (brine_year_layout_get_first (self->year));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
brine_year_grid_new (void)
{
  return g_object_new (BRINE_TYPE_YEAR_GRID, NULL);
}

void
brine_year_grid_show (BrineYearGrid *self, int year, BrineDay date, BrineDay today,
                      int first_weekday)
{
  gboolean focused;
  gboolean other_year;
  int its_year;

  g_return_if_fail (BRINE_IS_YEAR_GRID (self));
  g_return_if_fail (year >= 1 && year <= 9999);
  g_return_if_fail (brine_day_is_valid (date));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  /* The keyboard can enter any year, also one that the chosen day is not in. */
  brine_day_get_ymd (date, &its_year, NULL, NULL);
  date = brine_day_add_months (date, 12 * (year - its_year));
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  other_year = year != self->year || self->n_days == 0;
  self->year = year;
  self->today = today;
  self->first_weekday = first_weekday;
  if (other_year)
    {
      self->hovered = BRINE_DAY_INVALID;
      self->n_days = brine_year_layout_get_n_days (year);
      for (int i = 0; i < self->n_days; i++)
        self->days[i] = brine_year_day_make (brine_year_layout_get_first (year) + i, NULL, today,
                                             BRINE_CALENDAR_FILTER_ALL);
      name_grid (self);
      brine_year_grid_update_heads (self);
      self->scroll_wanted = TRUE;
    }
  brine_year_grid_move_cursor (self, date, focused);
  queue_redraw (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
brine_year_grid_set_days (BrineYearGrid *self, const BrineYearDay *days, int n_days)
{
  gboolean same = TRUE;

  g_return_if_fail (BRINE_IS_YEAR_GRID (self));
  g_return_if_fail (n_days == self->n_days);

  for (int i = 0; i < n_days && same; i++)
    same = brine_year_day_equal (&days[i], &self->days[i]);
  if (same)
    return;
  for (int i = 0; i < n_days; i++)
    self->days[i] = days[i];
  brine_year_grid_update_heads (self);
  brine_year_grid_name_cell (self);
  brine_year_grid_update_card (self);
  queue_redraw (self);
}

void
brine_year_grid_set_measure (BrineYearGrid *self, BrineYearMeasure measure)
{
  g_return_if_fail (BRINE_IS_YEAR_GRID (self));

  if (measure == self->measure)
    return;
  self->measure = measure;
  brine_year_grid_update_heads (self);
  queue_redraw (self);
}

void
brine_year_grid_set_show_numbers (BrineYearGrid *self, gboolean show_numbers)
{
  g_return_if_fail (BRINE_IS_YEAR_GRID (self));

  if (show_numbers == self->show_numbers)
    return;
  self->show_numbers = show_numbers;
  queue_redraw (self);
}

void
brine_year_grid_set_narrow (BrineYearGrid *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_YEAR_GRID (self));

  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  self->scroll_wanted = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_scrolled (BrineYearGrid *self)
{
  brine_year_grid_hover (self, BRINE_DAY_INVALID);
}

void
brine_year_grid_set_vadjustment (BrineYearGrid *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (BRINE_IS_YEAR_GRID (self));

  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->vadjustment, on_scrolled, self);
  g_set_object (&self->vadjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self,
                             G_CONNECT_SWAPPED);
}
