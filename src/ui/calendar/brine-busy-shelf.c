/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-shelf.h"

#include <glib/gi18n.h>

#include "brine-busy-layer.h"
#include "brine-busy-words.h"
#include "brine-format.h"
#include "brine-grid-layout.h"
#include "brine-hour-grid.h"
#include "brine-menu-button.h"

/*
 * What takes whole days in other calendars: bars over their days, in at most three lines; what has
 * no room there is counted at the start.
 *
 * CSS: busyshelf with busybar > label.title and label.more. Not there at all when it has nothing to
 * show. Role: list, of items with their title and days.
 */
struct _BrineBusyShelf
{
  GtkWidget parent_instance;

  GListModel *busy;
  BrineDay first;
  int n_days;
  GArray *bars; /* Bar */
  int n_lines;
  GtkWidget *more; /* label: "+2" */
};

typedef struct
{
  GtkWidget *widget; /* borrowed */
  int from;          /* first column */
  int to;            /* last column */
  int line;
} Bar;

G_DEFINE_FINAL_TYPE (BrineBusyShelf, brine_busy_shelf, GTK_TYPE_WIDGET)

#define LINE 24
#define MAX_LINES 3
#define PADDING 3

/* Size ---------------------------------------------------------------------------------- */

static int
get_line_height (BrineBusyShelf *self)
{
  int height = LINE;

  for (guint i = 0; i < self->bars->len; i++)
    {
      int natural;
      gtk_widget_measure (g_array_index (self->bars, Bar, i).widget, GTK_ORIENTATION_VERTICAL, -1,
                          &natural, NULL, NULL, NULL);
      height = MAX (height, natural + 2);
    }
  return height;
}

static void
brine_busy_shelf_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineBusyShelf *self = BRINE_BUSY_SHELF (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = BRINE_HOUR_GRID_GUTTER + 40 * self->n_days;
  else
    *minimum = *natural = self->n_lines * get_line_height (self);
}

static void
place (GtkWidget *self, GtkWidget *child, int x, int y, int width, int height)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
brine_busy_shelf_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineBusyShelf *self = BRINE_BUSY_SHELF (widget);
  double room = MAX (width - BRINE_HOUR_GRID_GUTTER, 0);
  int line = get_line_height (self);

  if (gtk_widget_get_visible (self->more))
    place (widget, self->more, 0, 0, BRINE_HOUR_GRID_GUTTER - 6, line);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      int x = (int)brine_grid_get_column_x (room, self->n_days, bar->from);
      int end = (int)brine_grid_get_column_x (room, self->n_days, bar->to + 1);
      place (widget, bar->widget, BRINE_HOUR_GRID_GUTTER + x + PADDING, bar->line * line + 1,
             end - x - 2 * PADDING, line - 2);
    }
}

/* Bars ---------------------------------------------------------------------------------- */

static void
draw_edge (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA color;

  brine_busy_layer_get_color (GTK_WIDGET (area), GPOINTER_TO_INT (data), &color);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 2);
  for (int y = -width; y < height + width; y += 5)
    {
      cairo_move_to (cr, 0, y + width);
      cairo_line_to (cr, width, y);
    }
  cairo_stroke (cr);
}

static GtkWidget *
make_bar (BrineBusy *busy)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "busybar", "spacing", 6,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *edge = gtk_drawing_area_new ();
  GtkWidget *title = gtk_label_new (brine_busy_get_title (busy));
  g_autofree char *lines = brine_busy_format_lines (busy);
  BrineDay from = brine_busy_get_start (busy).day;
  BrineDay to = brine_busy_get_end (busy).day - 1;
  g_autofree char *days =
      to > from ? brine_format_day_range (from, to, from) : brine_format_day_long (from, from);
  /* Translators: accessible name of an all-day entry of another calendar; its title and its day or
   * days: "Holiday, all day, 23–25 November" */
  g_autofree char *name =
      g_strdup_printf (_ ("%s, all day, %s"), brine_busy_get_title (busy), days);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (edge), 5);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (edge), draw_edge,
                                  GINT_TO_POINTER (brine_busy_get_colour (busy)), NULL);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_overflow (bar, GTK_OVERFLOW_HIDDEN);
  brine_set_tooltip (bar, lines);
  gtk_box_append (GTK_BOX (bar), edge);
  gtk_box_append (GTK_BOX (bar), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return bar;
}

static int
find_line (BrineBusyShelf *self, int from)
{
  int ends[MAX_LINES] = { -1, -1, -1 };

  for (guint i = 0; i < self->bars->len; i++)
    {
      const Bar *bar = &g_array_index (self->bars, Bar, i);
      ends[bar->line] = MAX (ends[bar->line], bar->to);
    }
  for (int line = 0; line < MAX_LINES; line++)
    if (ends[line] < from)
      return line;
  return -1;
}

static void
add_bar (BrineBusyShelf *self, BrineBusy *busy, GString *more, guint *n_more)
{
  BrineDay from = brine_busy_get_start (busy).day - self->first;
  BrineDay to = brine_busy_get_end (busy).day - 1 - self->first;

  if (!brine_busy_is_all_day (busy) || to < 0 || from >= self->n_days)
    return;
  Bar bar = { NULL, MAX (from, 0), MIN (to, self->n_days - 1), 0 };
  bar.line = find_line (self, bar.from);
  if (bar.line < 0)
    {
      (*n_more)++;
      g_string_append_printf (more, "%s%s", more->len > 0 ? "\n" : "", brine_busy_get_title (busy));
      return;
    }
  bar.widget = make_bar (busy);
  gtk_widget_set_parent (bar.widget, GTK_WIDGET (self));
  self->n_lines = MAX (self->n_lines, bar.line + 1);
  g_array_append_val (self->bars, bar);
}

static void
clear_bars (BrineBusyShelf *self)
{
  for (guint i = 0; i < self->bars->len; i++)
    gtk_widget_unparent (g_array_index (self->bars, Bar, i).widget);
  g_array_set_size (self->bars, 0);
  self->n_lines = 0;
}

static void
show_more (BrineBusyShelf *self, const char *titles, guint n_more)
{
  g_autofree char *text = g_strdup_printf ("+%u", n_more);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  brine_set_tooltip (self->more, titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  titles, -1);
  gtk_widget_set_visible (self->more, n_more > 0);
}

static void
update (BrineBusyShelf *self)
{
  g_autoptr (GString) more = g_string_new (NULL);
  guint n = self->busy != NULL ? g_list_model_get_n_items (self->busy) : 0;
  guint n_more = 0;

  clear_bars (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) busy = g_list_model_get_item (self->busy, i);
      add_bar (self, busy, more, &n_more);
    }
  show_more (self, more->str, n_more);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_lines > 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_busy_shelf_dispose (GObject *object)
{
  BrineBusyShelf *self = BRINE_BUSY_SHELF (object);

  if (self->busy != NULL)
    g_signal_handlers_disconnect_by_data (self->busy, self);
  g_clear_object (&self->busy);
  clear_bars (self);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  G_OBJECT_CLASS (brine_busy_shelf_parent_class)->dispose (object);
}

static void
brine_busy_shelf_finalize (GObject *object)
{
  g_array_unref (BRINE_BUSY_SHELF (object)->bars);
  G_OBJECT_CLASS (brine_busy_shelf_parent_class)->finalize (object);
}

static void
brine_busy_shelf_class_init (BrineBusyShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_busy_shelf_dispose;
  object_class->finalize = brine_busy_shelf_finalize;
  widget_class->measure = brine_busy_shelf_measure;
  widget_class->size_allocate = brine_busy_shelf_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "busyshelf");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
brine_busy_shelf_init (BrineBusyShelf *self)
{
  self->n_days = BRINE_HOUR_GRID_MAX_DAYS;
  self->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  self->more = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->more, "more");
  gtk_label_set_xalign (GTK_LABEL (self->more), 1);
  gtk_widget_set_visible (self->more, FALSE);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All day in other calendars"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_busy_shelf_new (void)
{
  return g_object_new (BRINE_TYPE_BUSY_SHELF, NULL);
}

void
brine_busy_shelf_set_model (BrineBusyShelf *self, GListModel *busy)
{
  g_return_if_fail (BRINE_IS_BUSY_SHELF (self));
  g_return_if_fail (busy == NULL || G_IS_LIST_MODEL (busy));

  if (self->busy == busy)
    return;
  if (self->busy != NULL)
    g_signal_handlers_disconnect_by_data (self->busy, self);
  g_set_object (&self->busy, busy);
  if (busy != NULL)
    g_signal_connect_object (busy, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
brine_busy_shelf_set_days (BrineBusyShelf *self, BrineDay first, int n_days)
{
  g_return_if_fail (BRINE_IS_BUSY_SHELF (self));
  g_return_if_fail (n_days >= 1 && n_days <= BRINE_HOUR_GRID_MAX_DAYS);

  if (self->first == first && self->n_days == n_days)
    return;
  self->first = first;
  self->n_days = n_days;
  update (self);
}
