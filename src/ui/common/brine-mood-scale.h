/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_MOOD_SCALE (brine_mood_scale_get_type ())
G_DECLARE_FINAL_TYPE (BrineMoodScale, brine_mood_scale, BRINE, MOOD_SCALE, AdwBin)

/* (transfer floating) */
GtkWidget *brine_mood_scale_new (void);
/* The chosen face, 1 to 5; 0: none. Setting it emits no "picked". */
void brine_mood_scale_set_mood (BrineMoodScale *self, int mood);
int brine_mood_scale_get_mood (BrineMoodScale *self);
/* Whether it stands on a narrow page, which may have no room for each face's word. */
void brine_mood_scale_set_narrow (BrineMoodScale *self, gboolean narrow);

/* Signal "picked" (int mood): the user clicked a face, be it the chosen one. The face is chosen
 * already when it is emitted. */

G_END_DECLS
