/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-swipe.h"

#include <math.h>

/* How much more it goes sideways than up or down. */
#define SIDEWAYS 2.0
#define PINCH_FACTOR 1.4

gboolean
brine_swipe_is_sideways (double dx, double dy)
{
  return dx != 0 && fabs (dx) >= SIDEWAYS * fabs (dy);
}

int
brine_swipe_scroll (BrineSwipe *self, double dx_px)
{
  self->x_px += dx_px;
  if (self->stepped || fabs (self->x_px) < BRINE_SWIPE_PX)
    return 0;
  self->stepped = TRUE;
  return self->x_px > 0 ? 1 : -1;
}

int
brine_swipe_wheel (BrineSwipe *self, double notches, guint32 time_ms)
{
  if (fabs (notches) >= 1)
    return notches > 0 ? 1 : -1;
  /* The difference is right also where the clock of events begins again. */
  if (time_ms - self->last_ms > BRINE_SWIPE_REST_MS)
    *self = (BrineSwipe){ 0 };
  self->last_ms = time_ms;
  return brine_swipe_scroll (self, notches * BRINE_SWIPE_PX);
}

int
brine_swipe_flick (double x_px_per_s, double y_px_per_s)
{
  if (fabs (x_px_per_s) < BRINE_SWIPE_PX_PER_S || !brine_swipe_is_sideways (x_px_per_s, y_px_per_s))
    return 0;
  return x_px_per_s < 0 ? 1 : -1;
}

int
brine_swipe_pinch (double factor)
{
  g_return_val_if_fail (factor > 0, 0);

  return (int)round (log (factor) / log (PINCH_FACTOR));
}
