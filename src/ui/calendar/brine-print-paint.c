/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-print-paint.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-print-layout.h"

struct _BrinePrintPainter
{
  BrinePrintPlan *plan;
  PangoContext *context;
  double width;
  double height;
  gboolean rtl;
  GArray *boxes; /* BrinePrintBox */
  int n_pages;
};

#define HEADER_HEIGHT 34.0
#define FOOTER_HEIGHT 22.0
#define GAP 4.0
#define TIGHT_GAP 1.5
#define LINE_WIDTH 0.5
#define TITLE_POINTS 17.0
#define HEAD_POINTS 10.0
#define FOOT_POINTS 8.0
#define WEEK_POINTS 9.5
#define MONTH_POINTS 7.5
/* Greys that any printer shows. */
#define INK 0.0
#define RULE 0.55
#define SHADE 0.93
#define BUSY_INK 0.35

/* Words ----------------------------------------------------------------------------------- */

static double
get_points (const BrinePrintPainter *self)
{
  return self->plan->period == BRINE_PRINT_WEEK ? WEEK_POINTS : MONTH_POINTS;
}

static PangoLayout *
make_layout (BrinePrintPainter *self, const char *text, double points, PangoWeight weight)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, Sans");

  pango_font_description_set_absolute_size (font, points * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static double
get_mark_size (const BrinePrintPainter *self)
{
  return get_points (self) * 0.85;
}

static PangoLayout *
make_entry_layout (BrinePrintPainter *self, const BrinePrintEntry *entry, double width)
{
  g_autofree char *text =
      g_strdup_printf ("%s%s%s", entry->time, *entry->time != '\0' ? " " : "", entry->title);
  PangoLayout *layout = make_layout (self, text, get_points (self), PANGO_WEIGHT_NORMAL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold =
      pango_attr_weight_new (entry->busy ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_BOLD);

  bold->end_index = (guint)strlen (entry->time);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (int)(MAX (width - get_mark_size (self) - GAP, 1) * PANGO_SCALE));
  return layout;
}

static double
get_layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

/* Layout ---------------------------------------------------------------------------------- */

static const BrinePrintCell *
get_cell (const BrinePrintPainter *self, int row, int column)
{
  return &self->plan->cells[row * self->plan->n_columns + column];
}

static guint
count_cb (int row, int column, gpointer data)
{
  return get_cell (data, row, column)->entries->len;
}

static double
measure_cb (int row, int column, guint entry, double width, gpointer data)
{
  BrinePrintPainter *self = data;
  g_autoptr (PangoLayout) layout =
      make_entry_layout (self, g_ptr_array_index (get_cell (self, row, column)->entries, entry),
                         width);

  return get_layout_height (layout) + (self->plan->period == BRINE_PRINT_WEEK ? GAP : TIGHT_GAP);
}

static void
lay_out (BrinePrintPainter *self)
{
  const BrinePrintPlan *plan = self->plan;
  BrinePrintShape shape = {
    .n_rows = plan->n_rows,
    .n_columns = plan->n_columns,
    .width = self->width,
    .height = MAX (self->height - HEADER_HEIGHT - FOOTER_HEIGHT, 100),
    .row_head_width = plan->row_heads != NULL ? 62 : 0,
    .head_height = HEAD_POINTS + 9,
    .cell_head_height = plan->period == BRINE_PRINT_MONTH ? HEAD_POINTS + 4 : 0,
    .padding = 4,
  };

  self->n_pages = brine_print_layout (&shape, count_cb, measure_cb, self, self->boxes);
}

BrinePrintPainter *
brine_print_painter_new (BrinePrintPlan *plan, PangoContext *context, double width, double height,
                         gboolean rtl)
{
  BrinePrintPainter *self;

  g_return_val_if_fail (plan != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (BrinePrintPainter, 1);
  self->plan = plan;
  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->rtl = rtl;
  self->boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  lay_out (self);
  return self;
}

void
brine_print_painter_free (BrinePrintPainter *self)
{
  if (self == NULL)
    return;
  brine_print_plan_free (self->plan);
  g_object_unref (self->context);
  g_array_unref (self->boxes);
  g_free (self);
}

int
brine_print_painter_get_n_pages (const BrinePrintPainter *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

/* Drawing --------------------------------------------------------------------------------- */

static void
set_grey (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static double
mirror_x (const BrinePrintPainter *self, double x, double width)
{
  return self->rtl ? self->width - x - width : x;
}

static void
draw_tick (cairo_t *cr, double x, double y, double size)
{
  cairo_set_line_width (cr, 1.2);
  cairo_move_to (cr, x + size * 0.2, y + size * 0.5);
  cairo_line_to (cr, x + size * 0.42, y + size * 0.75);
  cairo_line_to (cr, x + size * 0.82, y + size * 0.22);
  cairo_stroke (cr);
}

static void
draw_in_box (BrinePrintPainter *self, cairo_t *cr, BrineState state, double x, double y,
             double size)
{
  switch (state)
    {
    case BRINE_STATE_DONE:
      draw_tick (cr, x, y, size);
      break;
    case BRINE_STATE_PARTLY:
      cairo_rectangle (cr, self->rtl ? x + size / 2 : x, y, size / 2, size);
      cairo_fill (cr);
      break;
    case BRINE_STATE_SKIPPED:
      cairo_rectangle (cr, x + size * 0.2, y + size * 0.43, size * 0.6, size * 0.14);
      cairo_fill (cr);
      break;
    case BRINE_STATE_PAUSED:
      cairo_rectangle (cr, x + size * 0.28, y + size * 0.22, size * 0.14, size * 0.56);
      cairo_rectangle (cr, x + size * 0.58, y + size * 0.22, size * 0.14, size * 0.56);
      cairo_fill (cr);
      break;
    case BRINE_STATE_PLANNED:
    case BRINE_STATE_DUE:
    case BRINE_STATE_MISSED:
    default:
      break;
    }
}

/* A box to tick; what is over has something in it, what was missed has a dotted edge. */
static void
draw_mark (BrinePrintPainter *self, cairo_t *cr, BrineState state, double x, double y, double size)
{
  const double dots[] = { 1, 1.4 };

  cairo_save (cr);
  set_grey (cr, INK);
  cairo_set_line_width (cr, 0.8);
  if (state == BRINE_STATE_MISSED)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0);
  cairo_rectangle (cr, x + 0.4, y + 0.4, size - 0.8, size - 0.8);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_in_box (self, cr, state, x, y, size);
  cairo_restore (cr);
}

/* @layout: (transfer full), in the room from @x on, in reading direction. */
static void
draw_layout (BrinePrintPainter *self, cairo_t *cr, PangoLayout *layout, double x, double y,
             double width, gboolean at_end)
{
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_alignment (layout, at_end != self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  set_grey (cr, INK);
  cairo_move_to (cr, mirror_x (self, x, width), y);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

/* Of another calendar: an outline with a hatched edge, where one's own have a box. */
static void
draw_busy_mark (BrinePrintPainter *self, cairo_t *cr, double x, double y, double size)
{
  cairo_save (cr);
  set_grey (cr, BUSY_INK);
  cairo_set_line_width (cr, 0.6);
  cairo_rectangle (cr, x + size * 0.3, y + 0.3, size * 0.4, size - 0.6);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  for (double line = 0; line < size * 2; line += 2)
    {
      cairo_move_to (cr, x, y + line);
      cairo_line_to (cr, x + size, y + line - size);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
outline_busy (BrinePrintPainter *self, cairo_t *cr, double width, double height)
{
  set_grey (cr, RULE);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_rectangle (cr, -1, -0.5, width + 2, height);
  cairo_stroke (cr);
}

static void
draw_entry (BrinePrintPainter *self, cairo_t *cr, const BrinePrintBox *box)
{
  const BrinePrintEntry *entry =
      g_ptr_array_index (get_cell (self, box->row, box->column)->entries, box->entry);
  double mark = get_mark_size (self);
  double indent = mark + GAP;

  cairo_save (cr);
  cairo_translate (cr, mirror_x (self, box->x, box->width), HEADER_HEIGHT + box->y);
  cairo_scale (cr, box->scale, box->scale);
  PangoLayout *layout = make_entry_layout (self, entry, box->width);
  double x = self->rtl ? box->width - mark : 0;
  if (entry->busy)
    {
      outline_busy (self, cr, box->width, get_layout_height (layout));
      draw_busy_mark (self, cr, x, get_points (self) * 0.2, mark);
    }
  else
    draw_mark (self, cr, entry->state, x, get_points (self) * 0.2, mark);
  set_grey (cr, entry->busy ? BUSY_INK : INK);
  cairo_move_to (cr, self->rtl ? 0 : indent, 0);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
  cairo_restore (cr);
}

static void
draw_frame (BrinePrintPainter *self, cairo_t *cr, const BrinePrintBox *box, gboolean shaded)
{
  cairo_rectangle (cr, mirror_x (self, box->x, box->width), HEADER_HEIGHT + box->y, box->width,
                   box->height);
  if (shaded)
    {
      set_grey (cr, SHADE);
      cairo_fill_preserve (cr);
    }
  set_grey (cr, RULE);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

static void
draw_head (BrinePrintPainter *self, cairo_t *cr, const BrinePrintBox *box, const char *text)
{
  PangoLayout *layout = make_layout (self, text, HEAD_POINTS, PANGO_WEIGHT_BOLD);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  draw_frame (self, cr, box, TRUE);
  draw_layout (self, cr, layout, box->x + GAP, HEADER_HEIGHT + box->y + 3, box->width - 2 * GAP,
               FALSE);
}

static void
draw_cell_head (BrinePrintPainter *self, cairo_t *cr, const BrinePrintBox *box)
{
  const char *head = get_cell (self, box->row, box->column)->head;

  if (head != NULL)
    draw_layout (self, cr, make_layout (self, head, HEAD_POINTS, PANGO_WEIGHT_BOLD), box->x + GAP,
                 HEADER_HEIGHT + box->y, box->width - 2 * GAP, FALSE);
}

static void
draw_box (BrinePrintPainter *self, cairo_t *cr, const BrinePrintBox *box)
{
  switch (box->kind)
    {
    case BRINE_PRINT_COLUMN_HEAD:
      draw_head (self, cr, box, self->plan->column_heads[box->column]);
      break;
    case BRINE_PRINT_ROW_HEAD:
      draw_head (self, cr, box, self->plan->row_heads[box->row]);
      break;
    case BRINE_PRINT_CELL:
      draw_frame (self, cr, box, FALSE);
      break;
    case BRINE_PRINT_CELL_HEAD:
      draw_cell_head (self, cr, box);
      break;
    case BRINE_PRINT_ENTRY:
    default:
      draw_entry (self, cr, box);
    }
}

/* Foot ------------------------------------------------------------------------------------ */

/* Returns: the room that a word of the key takes from @x on, or 0 when it has none. @state: NULL for
 * other calendars. */
static double
draw_key_word (BrinePrintPainter *self, cairo_t *cr, const BrineState *state, const char *words,
               double x, double y, double width)
{
  PangoLayout *layout = make_layout (self, words, FOOT_POINTS, PANGO_WEIGHT_NORMAL);
  double mark = mirror_x (self, x, FOOT_POINTS);
  int text_width;

  pango_layout_get_size (layout, &text_width, NULL);
  double room = (double)text_width / PANGO_SCALE + 1;
  if (x + FOOT_POINTS + GAP + room > width)
    {
      g_object_unref (layout);
      return 0;
    }
  if (state != NULL)
    draw_mark (self, cr, *state, mark, y + 1.5, FOOT_POINTS);
  else
    draw_busy_mark (self, cr, mark, y + 1.5, FOOT_POINTS);
  draw_layout (self, cr, layout, x + FOOT_POINTS + GAP, y, room, FALSE);
  return FOOT_POINTS + GAP + room + 3 * GAP;
}

static void
draw_key (BrinePrintPainter *self, cairo_t *cr, double y, double width)
{
  static const BrineState states[] = {
    BRINE_STATE_PLANNED, BRINE_STATE_DONE,   BRINE_STATE_PARTLY,
    BRINE_STATE_SKIPPED, BRINE_STATE_MISSED, BRINE_STATE_PAUSED
  };
  double x = 0, taken = 1;

  for (guint i = 0; taken > 0 && i < G_N_ELEMENTS (states); i++)
    {
      taken = draw_key_word (self, cr, &states[i], brine_state_get_name (states[i]), x, y, width);
      x += taken;
    }
  if (taken > 0 && self->plan->has_busy)
    /* Translators: in the key of a printed plan, after the states */
    draw_key_word (self, cr, NULL, _ ("Other calendars"), x, y, width);
}

void
brine_print_painter_draw (BrinePrintPainter *self, cairo_t *cr, int page)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page >= 0 && page < self->n_pages);

  /* Translators: foot of a printed page: "Page 1 of 2" */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), page + 1, self->n_pages);
  double foot = self->height - FOOTER_HEIGHT + 8;

  draw_layout (self, cr, make_layout (self, self->plan->title, TITLE_POINTS, PANGO_WEIGHT_BOLD), 0,
               2, self->width, FALSE);
  for (guint i = 0; i < self->boxes->len; i++)
    if (g_array_index (self->boxes, BrinePrintBox, i).page == page)
      draw_box (self, cr, &g_array_index (self->boxes, BrinePrintBox, i));
  draw_key (self, cr, foot, self->width - 90);
  draw_layout (self, cr, make_layout (self, number, FOOT_POINTS, PANGO_WEIGHT_NORMAL),
               self->width - 90, foot, 90, TRUE);
}
