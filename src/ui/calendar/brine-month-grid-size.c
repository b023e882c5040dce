/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "brine-format.h"
#include "brine-month-grid-private.h"

/* Where everything in a month goes: weekdays in the longest form that fits, weeks, days and the
 * lines between them. */

#define GUTTER 30
#define ROW_MINIMUM 40
#define ROW_NATURAL 113
#define NARROW_ROW 54
#define CELL_MINIMUM 40
#define CELL_NATURAL 160

typedef enum
{
  HEAD_FULL,
  HEAD_SHORT,
  HEAD_INITIAL,
  N_HEAD_FORMS,
} HeadForm;

static const char *
get_weekday (BrineMonthGrid *self, int column, HeadForm form)
{
  int weekday = brine_month_layout_get_weekday (self->first_weekday, column);

  if (form == HEAD_FULL)
    return brine_format_weekday (weekday);
  if (form == HEAD_SHORT)
    return brine_format_weekday_short (weekday);
  return brine_format_weekday_letter (weekday);
}

static void
write_heads (BrineMonthGrid *self, HeadForm form)
{
  self->head_form = (int)form;
  for (int i = 0; i < 7; i++)
    {
      const char *text = get_weekday (self, i, form);
      int weekday = brine_month_layout_get_weekday (self->first_weekday, i);

      if (!g_str_equal (gtk_label_get_text (GTK_LABEL (self->heads[i])), text))
        gtk_label_set_text (GTK_LABEL (self->heads[i]), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, brine_format_weekday (weekday),
                                      -1);
    }
}

void
brine_month_grid_rewrite_heads (BrineMonthGrid *self)
{
  write_heads (self, (HeadForm)self->head_form);
}

/* The longest form of the weekdays that fits into a column. */
static HeadForm
choose_form (BrineMonthGrid *self, int room)
{
  for (HeadForm form = HEAD_FULL; form < HEAD_INITIAL; form++)
    {
      int widest = 0;

      for (int i = 0; i < 7; i++)
        {
          const char *text = get_weekday (self, i, form);
          g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->heads[i], text);
          int width;

          pango_layout_get_pixel_size (layout, &width, NULL);
          widest = MAX (widest, width);
        }
      if (widest + 18 <= room)
        return form;
    }
  return HEAD_INITIAL;
}

static int
get_head_height (BrineMonthGrid *self)
{
  int height;

  gtk_widget_measure (self->heads[0], GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return height;
}

static int
get_gutter (BrineMonthGrid *self)
{
  return self->narrow ? 0 : (int)round (GUTTER * self->paint.colors.text_scale);
}

void
brine_month_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (widget);
  double scale = self->paint.colors.text_scale;
  int weeks = MAX ((self->n_days + 6) / 7, 1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_gutter (self) + 7 * CELL_MINIMUM;
      *natural = get_gutter (self) + 7 * CELL_NATURAL;
      return;
    }
  int head = get_head_height (self);
  int narrow_row = (int)round (NARROW_ROW + (scale - 1) * 26);
  *minimum = head + weeks * (self->narrow ? narrow_row : (int)round (ROW_MINIMUM * scale));
  *natural = self->narrow ? *minimum : head + weeks * ROW_NATURAL;
}

/* Of a cell: beside its lines. */
static BrineMonthRect
leave_lines (BrineMonthGrid *self, BrineMonthRect rect)
{
  int start = self->narrow ? 0 : 1;

  rect.x += self->geometry.mirrored ? 0 : start;
  rect.width -= start;
  rect.y += 1;
  rect.height -= 1;
  return rect;
}

static void
place (GtkWidget *child, BrineMonthRect rect)
{
  int unused;

  if (!gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &unused, NULL, NULL, NULL);
  gtk_widget_size_allocate (
      child, &(GtkAllocation){ (int)rect.x, (int)rect.y, (int)rect.width, (int)rect.height }, -1);
}

void
brine_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (widget);

  self->geometry = (BrineMonthGeometry){
    .width = width,
    .height = height,
    .head = get_head_height (self),
    .gutter = get_gutter (self),
    .n_weeks = MAX ((self->n_days + 6) / 7, 1),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  write_heads (self, choose_form (self, (width - get_gutter (self)) / 7));
  for (int i = 0; i < 7; i++)
    place (self->heads[i], brine_month_layout_get_head (&self->geometry, i));
  for (int i = 0; i < self->geometry.n_weeks; i++)
    place (self->weeks[i], brine_month_layout_get_week (&self->geometry, i));
  for (int i = 0; i < self->n_days; i++)
    place (self->cells[i], leave_lines (self, brine_month_layout_get_cell (&self->geometry, i)));
}

/* Lines --------------------------------------------------------------------------------------- */

/* Between weeks and, where there is room for it, between days. As borders of cells they would be
 * polygons as large as the cells; these are rectangles. */
void
brine_month_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineMonthGrid *self = BRINE_MONTH_GRID (widget);
  const BrineMonthGeometry *geometry = &self->geometry;
  GdkRGBA line = self->paint.colors.line;

  for (int i = 0; i < geometry->n_weeks; i++)
    {
      BrineMonthRect cell = brine_month_layout_get_cell (geometry, i * 7);
      BrineMonthRect across = { geometry->mirrored ? 0 : geometry->gutter, cell.y,
                                geometry->width - geometry->gutter, 1 };
      brine_month_paint_fill (snapshot, across, 0, line);
    }
  for (int i = 0; i < 7 && !self->narrow; i++)
    {
      BrineMonthRect cell = brine_month_layout_get_cell (geometry, i);
      BrineMonthRect down = { geometry->mirrored ? cell.x + cell.width - 1 : cell.x, geometry->head,
                              1, geometry->height - geometry->head };
      brine_month_paint_fill (snapshot, down, 0, line);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}
