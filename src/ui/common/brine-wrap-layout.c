/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-wrap-layout.h"

struct _BrineWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (BrineWrapLayout, brine_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Where the next child goes; shared by measure and allocate, so that they agree. */
typedef struct
{
  int width;
  int spacing;
  int x;
  int y;
  int line_height;
} Cursor;

static GtkRequisition
get_size (GtkWidget *child, int width)
{
  GtkRequisition size;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &size.width, NULL, NULL);
  size.width = MIN (size.width, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height, NULL, NULL);
  return size;
}

static void
cursor_place (Cursor *cursor, const GtkRequisition *size, GtkAllocation *out_place)
{
  if (cursor->x > 0 && cursor->x + size->width > cursor->width)
    {
      cursor->x = 0;
      cursor->y += cursor->line_height + cursor->spacing;
      cursor->line_height = 0;
    }
  *out_place = (GtkAllocation){ cursor->x, cursor->y, size->width, size->height };
  cursor->x += size->width + cursor->spacing;
  cursor->line_height = MAX (cursor->line_height, size->height);
}

static GtkSizeRequestMode
brine_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (BrineWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
measure_height (BrineWrapLayout *self, GtkWidget *widget, int for_width, int *height)
{
  Cursor cursor = { .width = for_width < 0 ? G_MAXINT / 2 : for_width, .spacing = self->spacing };
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      size = get_size (child, cursor.width);
      cursor_place (&cursor, &size, &place);
    }
  *height = cursor.y + cursor.line_height;
}

static void
brine_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  BrineWrapLayout *self = BRINE_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  measure_height (self, widget, for_size, minimum);
  *natural = *minimum;
}

/* Where all is one line, it is as high as the line, and what is left goes to the one that expands. */
static void
allocate_line (BrineWrapLayout *self, GtkWidget *widget, int width, int height, int left)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child;
  int x = 0;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { .height = height };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          place.width += left;
          left = 0;
        }
      place.x = rtl ? width - x - place.width : x;
      x += place.width + self->spacing;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
brine_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  BrineWrapLayout *self = BRINE_WRAP_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Cursor cursor = { .width = width, .spacing = self->spacing };
  GtkWidget *child;
  int minimum = 0, natural = 0;

  measure_width (self, widget, &minimum, &natural);
  if (natural <= width)
    {
      allocate_line (self, widget, width, height, width - natural);
      return;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;
      GtkAllocation place;

      if (!gtk_widget_should_layout (child))
        continue;
      size = get_size (child, width);
      cursor_place (&cursor, &size, &place);
      if (rtl)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
brine_wrap_layout_class_init (BrineWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = brine_wrap_layout_get_request_mode;
  layout_class->measure = brine_wrap_layout_measure;
  layout_class->allocate = brine_wrap_layout_allocate;
}

static void
brine_wrap_layout_init (BrineWrapLayout *self)
{
}

GtkLayoutManager *
brine_wrap_layout_new (int spacing)
{
  BrineWrapLayout *self = g_object_new (BRINE_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = MAX (spacing, 0);
  return GTK_LAYOUT_MANAGER (self);
}
