/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineDayChooser:
 *
 * A view of days of which one is chosen: the month, the year, and the grids within them.
 *
 * Signals:
 * "activate-day" (int day): open this day
 * "select-day" (int day): the chosen day is another one; it may lie outside of the days shown
 * "step" (int direction): what comes before (-1) or after (1) is asked for
 * "menu" (int day, GdkRectangle *): the menu of a day is asked for, at a place in the widget
 */
#define BRINE_TYPE_DAY_CHOOSER (brine_day_chooser_get_type ())
G_DECLARE_INTERFACE (BrineDayChooser, brine_day_chooser, BRINE, DAY_CHOOSER, GtkWidget)

/* Both are needed by brine_day_chooser_add_pointer() alone. */
struct _BrineDayChooserInterface
{
  GTypeInterface parent;

  /* The day at a place in the widget, or BRINE_DAY_INVALID. */
  BrineDay (*hit) (BrineDayChooser *self, double x, double y);
  /* Chooses @day and gives it the focus; @click: by a click, which may open it as well. */
  void (*choose) (BrineDayChooser *self, BrineDay day, gboolean click);
};

void brine_day_chooser_emit_activate (BrineDayChooser *self, BrineDay day);
void brine_day_chooser_emit_select (BrineDayChooser *self, BrineDay day);
void brine_day_chooser_emit_step (BrineDayChooser *self, int direction);
/* @at: in @self */
void brine_day_chooser_emit_menu (BrineDayChooser *self, BrineDay day, const GdkRectangle *at);

/* A click chooses a day, the other button and a long touch ask for its menu. */
void brine_day_chooser_add_pointer (BrineDayChooser *self);
/* What is asked of @part, which lies in @whole, is asked of @whole from now on. Handlers of @part that
 * were there before come first. */
void brine_day_chooser_forward (BrineDayChooser *part, BrineDayChooser *whole);

G_END_DECLS
