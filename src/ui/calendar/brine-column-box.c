/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-column-box.h"

#include "brine-grid-layout.h"
#include "brine-hour-grid.h"

/* CSS: columnbox. Child i stands over day i; the room of the hour labels stays free. */
struct _BrineColumnBox
{
  GtkWidget parent_instance;

  int n_columns;
};

G_DEFINE_FINAL_TYPE (BrineColumnBox, brine_column_box, GTK_TYPE_WIDGET)

static void
brine_column_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineColumnBox *self = BRINE_COLUMN_BOX (widget);
  int widest = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
      widest = MAX (widest, child_minimum);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    widest = BRINE_HOUR_GRID_GUTTER + widest * self->n_columns;
  *minimum = *natural = widest;
}

static void
brine_column_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineColumnBox *self = BRINE_COLUMN_BOX (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double room = MAX (width - BRINE_HOUR_GRID_GUTTER, 0);
  int column = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && column < self->n_columns;
       child = gtk_widget_get_next_sibling (child), column++)
    {
      int x = brine_grid_get_column_x (room, self->n_columns, column);
      int end = brine_grid_get_column_x (room, self->n_columns, column + 1);
      int left = BRINE_HOUR_GRID_GUTTER + x;
      GtkAllocation place = { rtl ? width - left - (end - x) : left, 0, end - x, height };
      gtk_widget_size_allocate (child, &place, -1);
    }
}

/* One stop of the tab key: inside the arrows travel. */
static gboolean
brine_column_box_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && gtk_widget_grab_focus (child))
      return TRUE;
  return FALSE;
}

static void
brine_column_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (brine_column_box_parent_class)->dispose (object);
}

static void
brine_column_box_class_init (BrineColumnBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_column_box_dispose;
  widget_class->measure = brine_column_box_measure;
  widget_class->size_allocate = brine_column_box_size_allocate;
  widget_class->focus = brine_column_box_focus;
  gtk_widget_class_set_css_name (widget_class, "columnbox");
}

static void
brine_column_box_init (BrineColumnBox *self)
{
  self->n_columns = BRINE_HOUR_GRID_MAX_DAYS;
}

GtkWidget *
brine_column_box_new (void)
{
  return g_object_new (BRINE_TYPE_COLUMN_BOX, NULL);
}

GtkWidget *
brine_column_box_get_child (BrineColumnBox *self, int column)
{
  g_return_val_if_fail (BRINE_IS_COLUMN_BOX (self), NULL);

  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (int i = 0; i < column && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

int
brine_column_box_get_column (BrineColumnBox *self, double x)
{
  g_return_val_if_fail (BRINE_IS_COLUMN_BOX (self), -1);

  int width = gtk_widget_get_width (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  if (x < BRINE_HOUR_GRID_GUTTER)
    return -1;
  return brine_grid_get_column (MAX (width - BRINE_HOUR_GRID_GUTTER, 0), self->n_columns,
                                x - BRINE_HOUR_GRID_GUTTER);
}

void
brine_column_box_append (BrineColumnBox *self, GtkWidget *child)
{
  g_return_if_fail (BRINE_IS_COLUMN_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
brine_column_box_set_n_columns (BrineColumnBox *self, int n_columns)
{
  g_return_if_fail (BRINE_IS_COLUMN_BOX (self));
  g_return_if_fail (n_columns >= 1 && n_columns <= BRINE_HOUR_GRID_MAX_DAYS);

  if (self->n_columns == n_columns)
    return;
  self->n_columns = n_columns;
  int column = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, column++ < n_columns);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
