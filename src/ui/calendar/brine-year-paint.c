/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-paint.h"

#include <math.h>

#include "brine-year-layout.h"
#include "brine-year-words.h"

#define WORD_SIZE 0.833
#define DOTTED 1.5
#define DIM 0.55f
/* Whose colour shows how much is done: 3 to 1 on every ground, and one below numbers. */
#define FILL_MOOD 4
#define NUMBER_FILL_MOOD 2

void
brine_year_paint_init (BrineYearPaint *self, GtkWidget *widget)
{
  *self = (BrineYearPaint){ 0 };
  brine_month_paint_init (&self->base, widget);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
brine_year_paint_clear (BrineYearPaint *self)
{
  brine_month_paint_clear (&self->base);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_object (&self->dotted);
}

gboolean
brine_year_paint_refresh (BrineYearPaint *self)
{
  if (!brine_month_paint_refresh (&self->base))
    return FALSE;
  g_clear_object (&self->dotted);
  brine_year_paint_drop_words (self);
  return TRUE;
}

void
brine_year_paint_drop_words (BrineYearPaint *self)
{
  g_hash_table_remove_all (self->layouts);
}

/* Words --------------------------------------------------------------------------------------- */

static PangoLayout *
get_layout (BrineYearPaint *self, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->layouts, text);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout != NULL)
    return layout;
  layout = gtk_widget_create_pango_layout (self->base.widget, text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (WORD_SIZE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (self->layouts, g_strdup (text), layout);
  return layout;
}

static void
paint_words (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect, const char *text,
             GdkRGBA color)
{
  PangoLayout *layout = get_layout (self, text);
  PangoRectangle extents;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)round (rect.x + (rect.width - extents.width) / 2)
                                          - (float)extents.x,
                                      (float)round (rect.y + (rect.height - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static gboolean
fits (BrineYearPaint *self, const char *text, double width)
{
  int text_width;

  pango_layout_get_pixel_size (get_layout (self, text), &text_width, NULL);
  return text_width <= width - 2;
}

static char *
make_number (BrineYearPaint *self, const BrineYearDay *day, BrineYearMeasure measure, double width)
{
  g_autofree char *number = brine_year_words_make_number (day, measure);

  if (number == NULL || measure == BRINE_YEAR_MOOD || fits (self, number, width))
    return g_steal_pointer (&number);
  return g_strdup_printf ("%d", day->day.done);
}

/* Kinds of days ------------------------------------------------------------------------------- */

static void
paint_date (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
            const BrineYearDay *day, GdkRGBA color)
{
  char text[4];
  int day_of_month;

  brine_day_get_ymd (day->day.day, NULL, NULL, &day_of_month);
  g_snprintf (text, sizeof text, "%d", day_of_month);
  paint_words (self, snapshot, rect, text, color);
}

static void
paint_blank (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
             const BrineYearDay *day)
{
  GdkRGBA color = self->base.colors.foreground;

  if (self->base.colors.high_contrast)
    color = self->base.colors.secondary;
  else
    color.alpha *= DIM;
  paint_date (self, snapshot, rect, day, color);
}

static void
paint_match (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
             const BrineYearDay *day)
{
  brine_month_paint_outline (snapshot, rect, BRINE_YEAR_RADIUS, 1, self->base.colors.line_strong);
  paint_date (self, snapshot, rect, day, self->base.colors.foreground);
}

static GdkTexture *
draw_dotted (BrineYearPaint *self, BrineMonthRect rect)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  brine_month_paint_dashes (snapshot, (BrineMonthRect){ 0, 0, rect.width, rect.height },
                            BRINE_YEAR_RADIUS, DOTTED, DOTTED, DOTTED, self->base.colors.dots);
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  return brine_month_paint_make_picture (&self->base, node, rect.width, rect.height);
}

static void
paint_dotted (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect)
{
  if (rect.width < 1 || rect.height < 1)
    return;
  if (self->dotted == NULL || self->dotted_width < rect.width || self->dotted_width > rect.width
      || self->dotted_height < rect.height || self->dotted_height > rect.height)
    {
      g_clear_object (&self->dotted);
      self->dotted = draw_dotted (self, rect);
      self->dotted_width = rect.width;
      self->dotted_height = rect.height;
    }
  brine_month_paint_picture (snapshot, self->dotted, rect);
}

static void
paint_mood (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
            const BrineYearDay *day, gboolean number)
{
  const BrineMonthColors *colors = &self->base.colors;
  int mood = day->day.mood;

  brine_month_paint_fill (snapshot, rect, BRINE_YEAR_RADIUS, colors->mood[mood - 1]);
  if (mood <= 2 || colors->high_contrast)
    brine_month_paint_outline (snapshot, rect, BRINE_YEAR_RADIUS, 1, colors->mood_border);
  if (!number)
    return;
  g_autofree char *text = make_number (self, day, BRINE_YEAR_MOOD, rect.width);
  paint_words (self, snapshot, rect, text, colors->mood_text[mood - 1]);
}

/* Filled from below, a fifth for each fifth that is done. Under a number, which then tells how
 * much it is, the lighter colour lets it be read wherever the fill ends. */
static void
paint_adherence (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                 const BrineYearDay *day, gboolean number)
{
  const BrineMonthColors *colors = &self->base.colors;
  int fill = number ? NUMBER_FILL_MOOD : FILL_MOOD;
  double filled = round (rect.height * brine_year_day_get_fifths (day) / 5);
  BrineMonthRect below = { rect.x, rect.y + rect.height - filled, rect.width, filled };
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT ((float)rect.x, (float)rect.y, (float)rect.width, (float)rect.height);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, BRINE_YEAR_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colors->card, &bounds);
  brine_month_paint_fill (snapshot, below, 0, colors->mood[fill - 1]);
  gtk_snapshot_pop (snapshot);
  brine_month_paint_outline (snapshot, rect, BRINE_YEAR_RADIUS, 1, colors->line_strong);
  if (!number)
    return;
  g_autofree char *text = make_number (self, day, BRINE_YEAR_ADHERENCE, rect.width);
  paint_words (self, snapshot, rect, text, colors->mood_text[fill - 1]);
}

void
brine_year_paint_cell (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                       const BrineYearDay *day, BrineYearMeasure measure, gboolean number)
{
  switch (brine_year_day_get_kind (day, measure))
    {
    case BRINE_YEAR_LOGGED:
      if (measure == BRINE_YEAR_MOOD)
        paint_mood (self, snapshot, rect, day, number);
      else
        paint_adherence (self, snapshot, rect, day, number);
      break;
    case BRINE_YEAR_NOT_LOGGED:
      paint_dotted (self, snapshot, rect);
      break;
    case BRINE_YEAR_PAUSED:
      brine_month_paint_hatch (&self->base, snapshot, rect, BRINE_YEAR_RADIUS);
      brine_month_paint_outline (snapshot, rect, BRINE_YEAR_RADIUS, 1,
                                 self->base.colors.line_strong);
      break;
    case BRINE_YEAR_MATCH:
      paint_match (self, snapshot, rect, day);
      break;
    case BRINE_YEAR_BLANK:
    default:
      paint_blank (self, snapshot, rect, day);
    }
}

void
brine_year_paint_frame (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                        GdkRGBA color)
{
  BrineMonthRect frame = { rect.x - 3, rect.y - 3, rect.width + 6, rect.height + 6 };
  BrineMonthRect gap = { rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2 };

  brine_month_paint_outline (snapshot, gap, BRINE_YEAR_RADIUS + 1, 1, self->base.colors.ground);
  brine_month_paint_outline (snapshot, frame, BRINE_YEAR_RADIUS + 3, 2, color);
}
