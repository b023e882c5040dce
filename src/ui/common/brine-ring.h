/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BRINE_RING_SMALL,  /* 22 px, in a month cell */
  BRINE_RING_MEDIUM, /* 40 px, in a day strip */
  BRINE_RING_LARGE,  /* 84 px, with the numbers inside */
} BrineRingSize;

#define BRINE_TYPE_RING (brine_ring_get_type ())
G_DECLARE_FINAL_TYPE (BrineRing, brine_ring, BRINE, RING, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_ring_new (BrineRingSize size);
/* How much of a day is done: 0 <= @done <= @planned; 0 of 0 is an empty track. Fractions of an
 * occurrence count, as half of one that was done partly. Moves there in 250 ms. */
void brine_ring_set_value (BrineRing *self, double done, int planned);

/* For widgets that draw many: a ring without numbers in the middle of @bounds, in the colours of
 * @widget's style. @fraction: 0 to 1. */
void brine_ring_snapshot_at (GtkWidget *widget, GtkSnapshot *snapshot, BrineRingSize size,
                             double fraction, const graphene_rect_t *bounds);

G_END_DECLS
