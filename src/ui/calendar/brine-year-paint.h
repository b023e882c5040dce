/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-month-paint.h"
#include "brine-year-day.h"

G_BEGIN_DECLS

/**
 * BrineYearPaint:
 *
 * What the days of a year are drawn with. Words are laid out once each, and the dotted border,
 * which would be a drawing of its own for each day, is drawn once for all of them.
 */
typedef struct
{
  BrineMonthPaint base;
  GHashTable *layouts; /* char * -> PangoLayout */
  GdkTexture *dotted;
  double dotted_width;
  double dotted_height;
} BrineYearPaint;

void brine_year_paint_init (BrineYearPaint *self, GtkWidget *widget);
void brine_year_paint_clear (BrineYearPaint *self);
/* Returns: whether anything has to be drawn again. */
gboolean brine_year_paint_refresh (BrineYearPaint *self);
/* The font is another one. */
void brine_year_paint_drop_words (BrineYearPaint *self);

void brine_year_paint_cell (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                            const BrineYearDay *day, BrineYearMeasure measure, gboolean number);
/* Around @rect, with a gap of the ground between. */
void brine_year_paint_frame (BrineYearPaint *self, GtkSnapshot *snapshot, BrineMonthRect rect,
                             GdkRGBA color);

G_END_DECLS
