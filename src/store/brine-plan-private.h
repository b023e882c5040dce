/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

/*
 * Every live plan item as it was when it was read; immutable and shared by the rows of the agenda
 * that come from it. Reference counted, any thread.
 */
struct _BrinePlan
{
  GPtrArray *items;   /* BrinePlanItem, by start, then title */
  GHashTable *by_row; /* number of the row → index in items plus 1 */
};

BrinePlan *brine_plan_ref (BrinePlan *plan);
void brine_plan_unref (BrinePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePlan, brine_plan_unref)

/* Reads it, or takes the one of last time if no item changed. (transfer full) */
BrinePlan *brine_plan_load (BrineDatabase *db, GError **error);
/* Index of the item with that row number, or -1. */
int brine_plan_find_row (BrinePlan *plan, int64_t row);

/* The occurrences of all items in a range, found by original start. */
typedef struct
{
  BrinePlan *plan;
  GArray *slots; /* BrineSlot: those of item i at [offsets[i], offsets[i + 1]), by original */
  guint *offsets;
  guint *cursors; /* where the last look-up of the item ended: logs come nearly in order */
  GArray *nights; /* guint: index of each slot of practice sleep, by day */
} BrineSlots;

BrineSlots *brine_slots_new (BrinePlan *plan, BrineDay from, BrineDay to, int day_start_minutes);
void brine_slots_free (BrineSlots *slots);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineSlots, brine_slots_free)

/* Index in slots, or -1. */
int brine_slots_find (BrineSlots *slots, int item_index, BrineLocal original);
/* The planned night of @day that lies nearest to @bed, or -1. */
int brine_slots_find_night (BrineSlots *slots, BrineDay day, BrineLocal bed);
/* Whether an occurrence with that original start exists anywhere, in the range or not. */
gboolean brine_plan_has_occurrence (BrinePlan *plan, int item_index, BrineLocal original);

G_END_DECLS
