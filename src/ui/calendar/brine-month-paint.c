/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-paint.h"

#include <adwaita.h>
#include <math.h>

#include "brine-format.h"

#define ICON_SIZE 13
#define FACE_ALPHA 0.8f
#define DOTS_ALPHA 0.55f /* 3.3 to 1 */
#define MARK_RADIUS 5.0
#define EDGE 1.5
#define EDGE_HIGH_CONTRAST 2.0
/* Two lines a tile, 6 px apart across: 6 px times the root of two, twice. */
#define HATCH_TILE 17
#define USUAL_XFT_DPI (96 * 1024.0)
/* Without tints, a grey ground tells what is done. */
#define GROUND_ALPHA 0.22f

/* Colours ------------------------------------------------------------------------------------- */

static void
lookup (GtkStyleContext *context, const char *name, GdkRGBA *out_color)
{
  if (!gtk_style_context_lookup_color (context, name, out_color))
    gtk_style_context_get_color (context, out_color);
}

static void
lookup_practices (GtkStyleContext *context, BrineMonthColors *out)
{
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    {
      const char *nick = brine_practice_get_css_class (i);
      g_autofree char *solid = g_strdup_printf ("practice_%s", nick);
      g_autofree char *tint = g_strdup_printf ("practice_%s_tint", nick);
      g_autofree char *text = g_strdup_printf ("practice_%s_text", nick);

      lookup (context, solid, &out->solid[i]);
      lookup (context, tint, &out->tint[i]);
      lookup (context, text, &out->text[i]);
    }
}

static void
lookup_moods (GtkStyleContext *context, BrineMonthColors *out)
{
  for (int i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("mood_%d", i + 1);
      g_autofree char *text = g_strdup_printf ("mood_%d_text", i + 1);

      lookup (context, name, &out->mood[i]);
      lookup (context, text, &out->mood_text[i]);
    }
  lookup (context, "mood_border", &out->mood_border);
}

static double
get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / USUAL_XFT_DPI, 0.5, 4) : 1;
}

static void
lookup_colors (GtkWidget *widget, BrineMonthColors *out)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  memset (out, 0, sizeof *out); /* the gaps as well: it is compared as memory */
  gtk_style_context_get_color (context, &out->foreground);
  lookup (context, "secondary_color", &out->secondary);
  lookup (context, "window_bg_color", &out->ground);
  lookup (context, "block_bg_color", &out->card);
  lookup (context, "line_color", &out->line);
  lookup (context, "line_strong_color", &out->line_strong);
  lookup (context, "hatch_color", &out->hatch);
  lookup (context, "missed_bg_color", &out->missed);
  lookup (context, "accent_color", &out->accent);
  lookup (context, "accent_bg_color", &out->accent_bg);
  lookup (context, "accent_fg_color", &out->accent_fg);
  lookup_practices (context, out);
  lookup_moods (context, out);
  out->face = out->foreground;
  out->face.alpha *= FACE_ALPHA;
  out->dots = out->foreground;
  out->dots.alpha *= DOTS_ALPHA;
  out->high_contrast = adw_style_manager_get_high_contrast (manager);
  if (out->high_contrast)
    out->dots = out->secondary;
  out->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  out->scale = gtk_widget_get_scale_factor (widget);
  out->text_scale = get_text_scale (widget);
}

void
brine_month_paint_init (BrineMonthPaint *self, GtkWidget *widget)
{
  *self = (BrineMonthPaint){ .widget = widget };
  self->icons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  lookup_colors (widget, &self->colors);
}

static void
drop_pictures (BrineMonthPaint *self)
{
  g_hash_table_remove_all (self->icons);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    for (guint state = 0; state < G_N_ELEMENTS (self->marks[i]); state++)
      g_clear_object (&self->marks[i][state]);
  g_clear_object (&self->hatch);
}

void
brine_month_paint_clear (BrineMonthPaint *self)
{
  drop_pictures (self);
  g_clear_pointer (&self->icons, g_hash_table_unref);
}

gboolean
brine_month_paint_refresh (BrineMonthPaint *self)
{
  BrineMonthColors colors;

  lookup_colors (self->widget, &colors);
  if (memcmp (&colors, &self->colors, sizeof colors) == 0)
    return FALSE;
  memcpy (&self->colors, &colors, sizeof colors);
  drop_pictures (self);
  return TRUE;
}

/* Pictures ------------------------------------------------------------------------------------ */

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize)cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize)height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

GdkTexture *
brine_month_paint_make_picture (BrineMonthPaint *self, GskRenderNode *node, double width,
                                double height)
{
  int scale = self->colors.scale;
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAX ((int)width * scale, 1),
                                  MAX ((int)height * scale, 1));
  cairo_t *cr = cairo_create (surface);
  GdkTexture *picture;

  cairo_scale (cr, scale, scale);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  picture = make_texture (surface);
  cairo_surface_destroy (surface);
  return picture;
}

void
brine_month_paint_picture (GtkSnapshot *snapshot, GdkTexture *picture, BrineMonthRect place)
{
  gtk_snapshot_append_texture (snapshot, picture,
                               &GRAPHENE_RECT_INIT ((float)place.x, (float)place.y,
                                                    (float)place.width, (float)place.height));
}

/* A symbolic icon would be coloured anew each time. */
static GdkTexture *
draw_icon (BrineMonthPaint *self, const char *name, int size, GdkRGBA color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, size, self->colors.scale,
                                  gtk_widget_get_direction (self->widget),
                                  GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GdkRGBA colors[4] = { color, color, color, color };

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, size, size,
                                            colors, G_N_ELEMENTS (colors));
  g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (snapshot);
  return brine_month_paint_make_picture (self, node, size, size);
}

void
brine_month_paint_icon (BrineMonthPaint *self, GtkSnapshot *snapshot, const char *name,
                        BrineMonthRect place, int size, GdkRGBA color)
{
  g_autofree char *hue = gdk_rgba_to_string (&color);
  g_autofree char *key = g_strdup_printf ("%s %d %s", name, size, hue);
  GdkTexture *picture = g_hash_table_lookup (self->icons, key);

  if (picture == NULL)
    {
      picture = draw_icon (self, name, size, color);
      g_hash_table_insert (self->icons, g_steal_pointer (&key), picture);
    }
  brine_month_paint_picture (snapshot, picture,
                             (BrineMonthRect){ round (place.x + (place.width - size) / 2),
                                               round (place.y + (place.height - size) / 2), size,
                                               size });
}

/* Shapes -------------------------------------------------------------------------------------- */

static graphene_rect_t
to_graphene (BrineMonthRect rect)
{
  return GRAPHENE_RECT_INIT ((float)rect.x, (float)rect.y, (float)MAX (rect.width, 0),
                             (float)MAX (rect.height, 0));
}

static GskRoundedRect
round_off (BrineMonthRect rect, double radius)
{
  graphene_rect_t bounds = to_graphene (rect);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, (float)radius);
  return rounded;
}

double
brine_month_paint_layout (BrineMonthPaint *self, GtkSnapshot *snapshot, PangoLayout *layout,
                          BrineMonthRect place, double width, GdkRGBA color)
{
  PangoRectangle extents;

  pango_layout_set_width (layout, (int)(MAX (place.width, 0) * PANGO_SCALE));
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  place.width = extents.width;
  if (self->colors.mirrored)
    place = brine_month_rect_mirror (place, width);
  /* Where the words stand within the width depends on their own direction. */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot,
      &GRAPHENE_POINT_INIT ((float)round (place.x) - (float)extents.x,
                            (float)round (place.y + (place.height - extents.height) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return extents.width;
}

void
brine_month_paint_fill (GtkSnapshot *snapshot, BrineMonthRect rect, double radius, GdkRGBA color)
{
  GskRoundedRect rounded = round_off (rect, radius);

  if (radius > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

void
brine_month_paint_outline (GtkSnapshot *snapshot, BrineMonthRect rect, double radius,
                           double thickness, GdkRGBA color)
{
  GskRoundedRect rounded = round_off (rect, radius);
  float line = (float)thickness;

  gtk_snapshot_append_border (snapshot, &rounded, (float[4]){ line, line, line, line },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
trace_rounded (cairo_t *cr, BrineMonthRect rect, double radius)
{
  double right = rect.x + rect.width;
  double bottom = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect.x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
brine_month_paint_dashes (GtkSnapshot *snapshot, BrineMonthRect rect, double radius,
                          double thickness, double on, double off, GdkRGBA color)
{
  graphene_rect_t bounds = to_graphene (rect);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  double inset = thickness / 2;
  double dashes[] = { on, off };

  rect = (BrineMonthRect){ rect.x + inset, rect.y + inset, rect.width - thickness,
                           rect.height - thickness };
  trace_rounded (cr, rect, MAX (radius - inset, 0));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, thickness);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* Hatch --------------------------------------------------------------------------------------- */

static GdkTexture *
draw_hatch_tile (const BrineMonthColors *colors)
{
  int size = HATCH_TILE * colors->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  GdkTexture *tile;

  cairo_scale (cr, colors->scale, colors->scale);
  gdk_cairo_set_source_rgba (cr, &colors->hatch);
  cairo_set_line_width (cr, 1);
  for (int i = -2; i <= 4; i++)
    {
      cairo_move_to (cr, i * HATCH_TILE / 2.0, HATCH_TILE);
      cairo_line_to (cr, i * HATCH_TILE / 2.0 + HATCH_TILE, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  tile = make_texture (surface);
  cairo_surface_destroy (surface);
  return tile;
}

void
brine_month_paint_hatch (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                         double radius)
{
  GskRoundedRect rounded = round_off (rect, radius);
  graphene_rect_t tile = GRAPHENE_RECT_INIT ((float)rect.x, (float)rect.y, HATCH_TILE, HATCH_TILE);

  if (self->hatch == NULL)
    self->hatch = draw_hatch_tile (&self->colors);
  if (radius > 0)
    gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_push_repeat (snapshot, &rounded.bounds, &tile);
  gtk_snapshot_append_texture (snapshot, self->hatch, &tile);
  gtk_snapshot_pop (snapshot);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

/* Marks --------------------------------------------------------------------------------------- */

static void
paint_ground (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
              BrinePractice practice, gboolean half)
{
  const BrineMonthColors *colors = &self->colors;
  GskRoundedRect rounded = round_off (rect, MARK_RADIUS);
  GdkRGBA ground = colors->tint[practice];
  BrineMonthRect part = rect;

  if (colors->high_contrast)
    {
      ground = colors->text[practice];
      ground.alpha *= GROUND_ALPHA;
    }
  if (half)
    {
      part.width = round (part.width / 2);
      if (colors->mirrored)
        part.x += rect.width - part.width;
    }
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colors->card, &rounded.bounds);
  brine_month_paint_fill (snapshot, part, 0, ground);
  gtk_snapshot_pop (snapshot);
}

static void
draw_mark (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
           BrinePractice practice, BrineState state)
{
  const BrineMonthColors *colors = &self->colors;
  double edge = colors->high_contrast ? EDGE_HIGH_CONTRAST : EDGE;
  GdkRGBA color = colors->text[practice];

  switch (state)
    {
    case BRINE_STATE_DONE:
      paint_ground (self, snapshot, rect, practice, FALSE);
      if (colors->high_contrast)
        brine_month_paint_outline (snapshot, rect, MARK_RADIUS, 1, colors->line_strong);
      break;
    case BRINE_STATE_PARTLY:
      paint_ground (self, snapshot, rect, practice, TRUE);
      brine_month_paint_outline (snapshot, rect, MARK_RADIUS, edge, colors->solid[practice]);
      break;
    case BRINE_STATE_SKIPPED:
      brine_month_paint_dashes (snapshot, rect, MARK_RADIUS, edge, 3, 2, colors->solid[practice]);
      break;
    case BRINE_STATE_MISSED:
    case BRINE_STATE_PAUSED:
      brine_month_paint_fill (snapshot, rect, MARK_RADIUS, colors->missed);
      if (colors->high_contrast)
        brine_month_paint_outline (snapshot, rect, MARK_RADIUS, 1, colors->line_strong);
      color = colors->secondary;
      break;
    case BRINE_STATE_PLANNED:
    case BRINE_STATE_DUE:
    default:
      brine_month_paint_fill (snapshot, rect, MARK_RADIUS, colors->card);
      brine_month_paint_outline (snapshot, rect, MARK_RADIUS, edge, colors->solid[practice]);
    }
  brine_month_paint_icon (self, snapshot, brine_practice_get_icon_name (practice), rect, ICON_SIZE,
                          color);
}

void
brine_month_paint_mark (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                        BrinePractice practice, BrineState state)
{
  GdkTexture **picture = &self->marks[practice][state];

  if (*picture == NULL)
    {
      g_autoptr (GtkSnapshot) drawing = gtk_snapshot_new ();

      draw_mark (self, drawing, (BrineMonthRect){ 0, 0, rect.width, rect.height }, practice, state);
      g_autoptr (GskRenderNode) node = gtk_snapshot_to_node (drawing);
      *picture = brine_month_paint_make_picture (self, node, rect.width, rect.height);
    }
  brine_month_paint_picture (snapshot, *picture, rect);
}
