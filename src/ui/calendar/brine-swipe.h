/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrineSwipe:
 * @x_px: how far two fingers went sideways since they were put down
 * @stepped: they have stepped once; what follows until they are lifted is the same swipe
 * @last_ms: when a part of a notch came last; 0: none did
 *
 * What the movements of fingers over the calendar mean, in steps. Positive is to the right, as it
 * is scrolled: a view whose content goes to the left shows what comes to the right of it.
 */
typedef struct
{
  double x_px;
  gboolean stepped;
  guint32 last_ms;
} BrineSwipe;

/* How far two fingers go for a step, and how fast one finger is at least. */
#define BRINE_SWIPE_PX 90.0
#define BRINE_SWIPE_PX_PER_S 400.0

/**
 * brine_swipe_is_sideways:
 *
 * Returns: whether a movement or a speed goes sideways, rather than up or down on a slant
 */
gboolean brine_swipe_is_sideways (double dx, double dy);

/**
 * brine_swipe_scroll:
 * @self: since two fingers were put on a touchpad
 * @dx_px: how much further they scroll sideways
 *
 * Returns: -1 or 1 once, when they have gone BRINE_SWIPE_PX to one side; else 0
 */
int brine_swipe_scroll (BrineSwipe *self, double dx_px);

/* How long fingers rest until what follows is another swipe, where nothing tells that they were lifted. */
#define BRINE_SWIPE_REST_MS 250

/**
 * brine_swipe_wheel:
 * @notches: how far a wheel went sideways
 * @time_ms: of the event
 *
 * Most wheels give whole notches, and each is a step. X11 tells the fingers on a touchpad in parts of
 * one, and so do wheels that have no notches to feel; these step once, when they come to a whole one,
 * until they rest.
 *
 * Returns: -1, 0 or 1
 */
int brine_swipe_wheel (BrineSwipe *self, double notches, guint32 time_ms);

/**
 * brine_swipe_flick:
 * @x_px_per_s: how fast one finger was when it left the screen
 *
 * Returns: -1, 0 or 1: what is pulled to the left brings what is to the right
 */
int brine_swipe_flick (double x_px_per_s, double y_px_per_s);

/**
 * brine_swipe_pinch:
 * @factor: how much further two fingers are apart than when they were put down; above 0
 *
 * Returns: by how many steps to zoom since then. The steps of the hour scale are 1.4 apart, and a
 *   step is reached half-way.
 */
int brine_swipe_pinch (double factor);

G_END_DECLS
