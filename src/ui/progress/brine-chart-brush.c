/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-chart-private.h"

#include "brine-format.h"

#include <adwaita.h>
#include <math.h>

/* As the style class caption. */
#define TEXT_SCALE 0.82

static void
lookup (GtkStyleContext *context, const char *name, GdkRGBA *out_color)
{
  if (!gtk_style_context_lookup_color (context, name, out_color))
    gtk_style_context_get_color (context, out_color);
}

void
brine_chart_brush_init (BrineChartBrush *self, GtkWidget *widget)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  self->widget = widget;
  self->mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  self->high_contrast = adw_style_manager_get_high_contrast (manager);
  gtk_style_context_get_color (context, &self->foreground);
  lookup (context, "secondary_color", &self->secondary);
  lookup (context, "line_color", &self->line);
  lookup (context, "line_strong_color", &self->line_strong);
  lookup (context, "hatch_color", &self->hatch);
  lookup (context, "missed_bg_color", &self->pause);
  lookup (context, "block_bg_color", &self->ground);
  lookup (context, "mood_line_color", &self->mood);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      const char *css_class = brine_practice_get_css_class (practice);
      g_autofree char *solid = g_strdup_printf ("practice_%s", css_class);
      g_autofree char *text = g_strdup_printf ("practice_%s_text", css_class);

      lookup (context, solid, &self->solid[practice]);
      lookup (context, text, &self->text[practice]);
    }
}

GdkRGBA
brine_chart_brush_fade (GdkRGBA color, double alpha)
{
  color.alpha *= (float)alpha;
  return color;
}

double
brine_chart_brush_map (const BrineChartBrush *self, double x)
{
  return self->mirrored ? self->layout->width - x : x;
}

double
brine_chart_brush_get_x (const BrineChartBrush *self, double share)
{
  return self->layout->plot_x + share * self->layout->plot_width;
}

static graphene_rect_t
map_rect (const BrineChartBrush *self, double x, double y, double width, double height)
{
  if (self->mirrored)
    x = self->layout->width - x - width;
  return GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height);
}

void
brine_chart_brush_fill (BrineChartBrush *self, double x, double y, double width, double height,
                        GdkRGBA color)
{
  graphene_rect_t rect = map_rect (self, x, y, width, height);

  if (width > 0 && height > 0)
    gtk_snapshot_append_color (self->snapshot, &color, &rect);
}

void
brine_chart_brush_fill_round (BrineChartBrush *self, double x, double y, double width,
                              double height, double radius, GdkRGBA color)
{
  graphene_rect_t rect = map_rect (self, x, y, width, height);
  GskRoundedRect round;

  radius = MIN (radius, MIN (width, height) / 2);
  if (radius < 0.75)
    {
      brine_chart_brush_fill (self, x, y, width, height, color);
      return;
    }
  gsk_rounded_rect_init_from_rect (&round, &rect, (float)radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &round);
  gtk_snapshot_append_color (self->snapshot, &color, &rect);
  gtk_snapshot_pop (self->snapshot);
}

void
brine_chart_brush_outline (BrineChartBrush *self, double x, double y, double width, double height,
                           double thickness, GdkRGBA color)
{
  graphene_rect_t rect = map_rect (self, x, y, width, height);
  float line = (float)thickness;
  GskRoundedRect round;

  if (width <= 0 || height <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&round, &rect, 1);
  gtk_snapshot_append_border (self->snapshot, &round, (float[4]){ line, line, line, line },
                              (GdkRGBA[4]){ color, color, color, color });
}

static PangoLayout *
make_layout (GtkWidget *widget, const char *text, BrineChartWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SCALE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (weight == BRINE_CHART_TEXT_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

double
brine_chart_text_get_width (GtkWidget *widget, const char *text, BrineChartWeight weight)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, text, weight);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

double
brine_chart_text_get_height (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = make_layout (widget, "0", BRINE_CHART_TEXT_PLAIN);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

double
brine_chart_brush_text (BrineChartBrush *self, const char *text, double x, double y,
                        BrineChartAlign align, BrineChartWeight weight, GdkRGBA color)
{
  g_autoptr (PangoLayout) layout = make_layout (self->widget, text, weight);
  graphene_rect_t rect;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (align == BRINE_CHART_ALIGN_CENTER)
    x -= width / 2.0;
  else if (align == BRINE_CHART_ALIGN_END)
    x -= width;
  rect = map_rect (self, x, y - height / 2.0, width, height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (roundf (rect.origin.x), roundf (rect.origin.y)));
  gtk_snapshot_append_layout (self->snapshot, layout, &color);
  gtk_snapshot_restore (self->snapshot);
  return width;
}

void
brine_chart_brush_icon (BrineChartBrush *self, const char *name, double x, double y, double size,
                        GdkRGBA color)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (self->widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, (int)size,
                                  gtk_widget_get_scale_factor (self->widget),
                                  gtk_widget_get_direction (self->widget),
                                  GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  graphene_rect_t rect = map_rect (self, x, y - size / 2, size, size);
  GdkRGBA colors[4] = { color, color, color, color };

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot,
                          &GRAPHENE_POINT_INIT (roundf (rect.origin.x), roundf (rect.origin.y)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), self->snapshot, size,
                                            size, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (self->snapshot);
}

cairo_t *
brine_chart_brush_begin (BrineChartBrush *self, double x, double y, double width, double height)
{
  graphene_rect_t rect = map_rect (self, x, y, MAX (width, 0), MAX (height, 0));

  return gtk_snapshot_append_cairo (self->snapshot, &rect);
}
