/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-occurrence.h"

G_BEGIN_DECLS

#define BRINE_TYPE_OCCURRENCE_BLOCK (brine_occurrence_block_get_type ())
G_DECLARE_FINAL_TYPE (BrineOccurrenceBlock, brine_occurrence_block, BRINE, OCCURRENCE_BLOCK,
                      GtkWidget)

/**
 * BrineBlockPart:
 * @BRINE_BLOCK_WHOLE: begins and ends here
 * @BRINE_BLOCK_EVENING: goes on after midnight
 * @BRINE_BLOCK_MORNING: began before midnight
 * @BRINE_BLOCK_MIDDLE: neither begins nor ends here
 */
typedef enum
{
  BRINE_BLOCK_WHOLE,
  BRINE_BLOCK_EVENING,
  BRINE_BLOCK_MORNING,
  BRINE_BLOCK_MIDDLE,
} BrineBlockPart;

/* (transfer floating) */
GtkWidget *brine_occurrence_block_new (void);

/* Shows the part @part of @occurrence (nullable: nothing, to be used again later). Nothing is
 * touched that stays the same. @start: where it is drawn, elsewhere while it is dragged. */
void brine_occurrence_block_show (BrineOccurrenceBlock *self, BrineOccurrence *occurrence,
                                  BrineBlockPart part, BrineLocal start);
/* @hint: (nullable): what it meets, such as "at the same time as Work": a mark, and words in its name. */
void brine_occurrence_block_set_hint (BrineOccurrenceBlock *self, const char *hint);
/* The same while an end of it is drawn: it lasts from @start to @end. */
void brine_occurrence_block_show_span (BrineOccurrenceBlock *self, BrineOccurrence *occurrence,
                                       BrineBlockPart part, BrineLocal start, BrineLocal end);
/* Keeps the words @inset px away from the end where they stand. */
void brine_occurrence_block_set_inset (BrineOccurrenceBlock *self, int inset);
#define BRINE_BLOCK_N_MARKS 4
/* Where it has icons and words now, in its own coordinates: what nothing may strike through.
 * Returns how many. */
guint brine_occurrence_block_get_marks (BrineOccurrenceBlock *self,
                                        graphene_rect_t marks[BRINE_BLOCK_N_MARKS]);
/* (transfer none) (nullable) */
BrineOccurrence *brine_occurrence_block_get_occurrence (BrineOccurrenceBlock *self);
BrineBlockPart brine_occurrence_block_get_part (BrineOccurrenceBlock *self);

G_END_DECLS
