/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_SCORE_SCALE (brine_score_scale_get_type ())
G_DECLARE_FINAL_TYPE (BrineScoreScale, brine_score_scale, BRINE, SCORE_SCALE, AdwBin)

/* Five numbers with a word at each end. @name: "Energy", @low: "low", @high: "high", translated.
 * (transfer floating) */
GtkWidget *brine_score_scale_new (const char *name, const char *low, const char *high);
/* 1 to 5, or 0 for "not said". Setting it emits no "picked". */
void brine_score_scale_set_score (BrineScoreScale *self, int score);
int brine_score_scale_get_score (BrineScoreScale *self);
/* Without the words at the ends where there is no room for them; the numbers fill the width. */
void brine_score_scale_set_compact (BrineScoreScale *self, gboolean compact);

/* Signal "picked" (int score): the user chose a number, or took it back with a second click (0). */

G_END_DECLS
