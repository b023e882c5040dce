/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-month-layout.h"
#include "brine-types.h"

G_BEGIN_DECLS

/**
 * BrineMonthPaint:
 *
 * Colours, icons and the hatch of one widget and its cells, looked up once for a theme and not at
 * each of some hundred marks. What is drawn takes rectangles as they are on the screen.
 */
typedef struct
{
  GdkRGBA foreground;
  GdkRGBA secondary;
  GdkRGBA ground; /* of the window */
  GdkRGBA card;
  GdkRGBA line;
  GdkRGBA line_strong;
  GdkRGBA hatch;
  GdkRGBA missed;
  GdkRGBA accent;
  GdkRGBA accent_bg;
  GdkRGBA accent_fg;
  GdkRGBA face;
  GdkRGBA dots; /* around a day without a mood */
  GdkRGBA solid[BRINE_N_PRACTICES];
  GdkRGBA tint[BRINE_N_PRACTICES];
  GdkRGBA text[BRINE_N_PRACTICES];
  GdkRGBA mood[5];
  GdkRGBA mood_text[5];
  GdkRGBA mood_border;
  gboolean high_contrast;
  gboolean mirrored;
  int scale; /* px of the device for one of ours */
  double text_scale;
} BrineMonthColors;

typedef struct
{
  GtkWidget *widget; /* borrowed: whose style it is */
  BrineMonthColors colors;
  /* Drawn when first needed: a picture is cheaper each time than what it is made of. */
  GHashTable *icons; /* char * of name and colour -> GdkTexture */
  GdkTexture *marks[BRINE_N_PRACTICES][BRINE_STATE_PAUSED + 1];
  GdkTexture *hatch; /* one tile */
} BrineMonthPaint;

void brine_month_paint_init (BrineMonthPaint *self, GtkWidget *widget);
void brine_month_paint_clear (BrineMonthPaint *self);
/* Looks the colours up again. Returns: whether anything has to be drawn again. */
gboolean brine_month_paint_refresh (BrineMonthPaint *self);

/* @size by @size in the middle of @place. */
void brine_month_paint_icon (BrineMonthPaint *self, GtkSnapshot *snapshot, const char *name,
                             BrineMonthRect place, int size, GdkRGBA color);
/* (transfer full): what @node draws in @width by @height at the origin. */
GdkTexture *brine_month_paint_make_picture (BrineMonthPaint *self, GskRenderNode *node,
                                            double width, double height);
void brine_month_paint_picture (GtkSnapshot *snapshot, GdkTexture *picture, BrineMonthRect place);
/* At the start edge of @place, in its vertical middle; @place in reading direction within something
 * @width wide. Returns: the width that it took. */
double brine_month_paint_layout (BrineMonthPaint *self, GtkSnapshot *snapshot, PangoLayout *layout,
                                 BrineMonthRect place, double width, GdkRGBA color);
void brine_month_paint_fill (GtkSnapshot *snapshot, BrineMonthRect rect, double radius,
                             GdkRGBA color);
void brine_month_paint_outline (GtkSnapshot *snapshot, BrineMonthRect rect, double radius,
                                double thickness, GdkRGBA color);
/* Like the outline; @on and @off px in turn. */
void brine_month_paint_dashes (GtkSnapshot *snapshot, BrineMonthRect rect, double radius,
                               double thickness, double on, double off, GdkRGBA color);
void brine_month_paint_hatch (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                              double radius);
/* The mark of a practice in a state. */
void brine_month_paint_mark (BrineMonthPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                             BrinePractice practice, BrineState state);

G_END_DECLS
