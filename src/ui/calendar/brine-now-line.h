/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line as long as it is given room, but for its gaps. */
#define BRINE_TYPE_NOW_LINE (brine_now_line_get_type ())
G_DECLARE_FINAL_TYPE (BrineNowLine, brine_now_line, BRINE, NOW_LINE, GtkWidget)

/* From @start up to @end, in px along the line. */
typedef struct
{
  double start;
  double end;
} BrineNowGap;

/* @gaps: @n of them in any order, they may overlap and reach beyond the line; copied. */
void brine_now_line_set_gaps (BrineNowLine *self, const BrineNowGap *gaps, guint n);
/* What is drawn of a line of @length px, from left to right. (transfer full) (element-type
 * BrineNowGap) */
GArray *brine_now_line_get_strokes (BrineNowLine *self, double length);

G_END_DECLS
