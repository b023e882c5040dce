/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-busy.h"

#include <glib/gi18n.h>
#include <math.h>

#include "brine-busy-layer.h"
#include "brine-busy-words.h"

#define CAPTION 0.833
#define HEIGHT 18.0
#define EDGE 5.0
#define PADDING 4.0
#define RADIUS 4.0
#define NAME_ROOM 34.0

/* Days ---------------------------------------------------------------------------------------- */

void
brine_month_busy_clear (BrineMonthBusy *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->n = 0;
}

void
brine_month_busy_take (BrineMonthBusy *self, BrineMonthBusy *from)
{
  brine_month_busy_clear (self);
  *self = *from;
  *from = (BrineMonthBusy){ 0 };
}

gboolean
brine_month_busy_equal (const BrineMonthBusy *a, const BrineMonthBusy *b)
{
  if (a->n != b->n)
    return FALSE;
  for (guint i = 0; a->n > 0 && i < a->rows->len; i++)
    if (brine_busy_compare (a->rows->pdata[i], b->rows->pdata[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
add (BrineMonthBusy *self, BrineBusy *busy)
{
  if (self->rows == NULL)
    self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  if (self->n++ < BRINE_MONTH_MAX_BUSY)
    g_ptr_array_add (self->rows, g_object_ref (busy));
}

BrineDay
brine_month_busy_get_last_day (BrineBusy *busy)
{
  BrineLocal start = brine_busy_get_start (busy);
  BrineLocal end = brine_busy_get_end (busy);

  if (!brine_busy_is_all_day (busy)
      && brine_local_diff_seconds (end, start) < BRINE_SECONDS_PER_DAY)
    return start.day;
  return end.second == 0 && end.day > start.day ? end.day - 1 : end.day;
}

void
brine_month_busy_collect (GListModel *busy, BrineDay first, int n_days, BrineMonthBusy *out_days)
{
  guint n = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) each = g_list_model_get_item (busy, i);
      BrineDay from = MAX (brine_busy_get_start (each).day, first);
      BrineDay to = MIN (brine_month_busy_get_last_day (each), first + n_days - 1);
      for (BrineDay day = from; day <= to; day++)
        add (&out_days[day - first], each);
    }
}

/* Words --------------------------------------------------------------------------------------- */

char *
brine_month_busy_make_more (guint n_more)
{
  /* Translators: entries of other calendars on a day that are not told one by one */
  return g_strdup_printf (ngettext ("%u more in other calendars", "%u more in other calendars",
                                    n_more),
                          n_more);
}

char *
brine_month_busy_make_words (const BrineMonthBusy *self, guint max_lines)
{
  g_autoptr (GString) words = NULL;
  guint n;

  if (self->n == 0)
    return NULL;
  words = g_string_new (NULL);
  n = MIN (self->rows->len, max_lines);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = brine_busy_format_name (self->rows->pdata[i]);
      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (self->n > n)
    {
      g_autofree char *more = brine_month_busy_make_more (self->n - n);
      g_string_append_printf (words, "\n%s", more);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Drawing ------------------------------------------------------------------------------------- */

static BrineMonthRect
map (BrineMonthPaint *paint, GtkWidget *cell, BrineMonthRect rect)
{
  return paint->colors.mirrored ? brine_month_rect_mirror (rect, gtk_widget_get_width (cell))
                                : rect;
}

static void
append_hatch (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
              GtkSnapshot *snapshot, BrineMonthRect place)
{
  GdkRGBA color;
  graphene_rect_t bounds;

  place = map (paint, cell, place);
  graphene_rect_init (&bounds, (float)place.x, (float)place.y, (float)place.width,
                      (float)place.height);
  brine_busy_layer_get_color (cell, brine_busy_get_colour (self->rows->pdata[0]), &color);
  brine_busy_layer_append_hatch (snapshot, &bounds, &color);
}

void
brine_month_busy_draw_line (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
                            GtkSnapshot *snapshot, BrineMonthRect place)
{
  if (self->n > 0)
    append_hatch (self, paint, cell, snapshot, place);
}

static PangoLayout *
make_layout (GtkWidget *cell, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (cell, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (CAPTION));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* "+2" of the others at the end of @place. Returns: the width that it took. */
static double
draw_more (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
           GtkSnapshot *snapshot, BrineMonthRect place)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  if (self->n < 2)
    return 0;
  text = g_strdup_printf (C_ ("more than shown", "+%d"), (int)self->n - 1);
  layout = make_layout (cell, text);
  width = get_width (layout);
  place.x += place.width - width;
  place.width = width;
  brine_month_paint_layout (paint, snapshot, layout, place, gtk_widget_get_width (cell),
                            paint->colors.secondary);
  return width + PADDING;
}

static void
draw_pill (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
           GtkSnapshot *snapshot, BrineMonthRect place)
{
  BrineMonthRect edge = { place.x + 1, place.y + 1, EDGE, place.height - 2 };
  GdkRGBA color;

  brine_busy_layer_get_color (cell, brine_busy_get_colour (self->rows->pdata[0]), &color);
  color.alpha *= 0.6f;
  /* On the hatch of a pause, words need a ground of their own. */
  brine_month_paint_fill (snapshot, map (paint, cell, place), RADIUS, paint->colors.ground);
  append_hatch (self, paint, cell, snapshot, edge);
  brine_month_paint_outline (snapshot, map (paint, cell, place), RADIUS, 1, color);
}

double
brine_month_busy_get_height (BrineMonthPaint *paint)
{
  return round (HEIGHT * paint->colors.text_scale);
}

void
brine_month_busy_draw (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
                       GtkSnapshot *snapshot, BrineMonthRect place)
{
  g_autoptr (PangoLayout) name = NULL;
  double height = brine_month_busy_get_height (paint);
  double around = EDGE + 2 + 2 * PADDING;

  if (self->n == 0 || place.width < EDGE + 2)
    return;
  place.y += round ((place.height - height) / 2);
  place.height = height;
  if (place.width < around + NAME_ROOM * paint->colors.text_scale)
    {
      place.width = EDGE + 2;
      draw_pill (self, paint, cell, snapshot, place);
      return;
    }
  name = make_layout (cell, brine_busy_get_title (self->rows->pdata[0]));
  draw_pill (self, paint, cell, snapshot, place);
  place.x += EDGE + 2 + PADDING;
  place.width -= around;
  place.width -= draw_more (self, paint, cell, snapshot, place);
  brine_month_paint_layout (paint, snapshot, name, place, gtk_widget_get_width (cell),
                            paint->colors.secondary);
}
