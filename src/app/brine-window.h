/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_WINDOW (brine_window_get_type ())
G_DECLARE_FINAL_TYPE (BrineWindow, brine_window, BRINE, WINDOW, AdwApplicationWindow)

/* A window without a diary yet. @settings nullable. (transfer full) */
BrineWindow *brine_window_new (AdwApplication *application, BrineClock *clock, GSettings *settings);
/* Presents the window: the first time as soon as its page is filled, or shows what is over it. */
void brine_window_appear (BrineWindow *self);
/* The diary is open: pages are made as they are visited. Takes the place of another one. */
void brine_window_set_diary (BrineWindow *self, BrineHistory *history, BrineCatalogue *catalogue);
/* A newcomer is asked what the plan shall be. */
void brine_window_show_welcome (BrineWindow *self);
/* The diary does not open. */
void brine_window_show_trouble (BrineWindow *self, const GError *error, const char *data_dir);

/* The sample diary is gone; who did not mean it takes it back from the toast. */
void brine_window_offer_sample (BrineWindow *self);

/* Opens what the notification @notice_id was about. */
void brine_window_open_notice (BrineWindow *self, const char *notice_id);
/* What was pressed on a notification was not carried out. */
void brine_window_tell_unanswered (BrineWindow *self);

/* Signals: "retry" (): open the diary again; "sample" (gboolean): open, or throw away, the sample
 * diary; "sample-back" (): bring what was thrown away back; "restore" (GFile *): a backup was chosen for a diary that does not open. */

G_END_DECLS
