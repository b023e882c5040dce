/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-occurrence.h"
#include "brine-plan-copy.h"

G_BEGIN_DECLS

/**
 * BrinePlanClip:
 *
 * Entries of the plan on the clipboard: one occurrence, a day or a week. Other programs get them as
 * an agenda that can be read. Immutable. Main thread.
 */
#define BRINE_TYPE_PLAN_CLIP (brine_plan_clip_get_type ())
G_DECLARE_FINAL_TYPE (BrinePlanClip, brine_plan_clip, BRINE, PLAN_CLIP, GObject)

/**
 * brine_plan_clip_new:
 * @occurrences: (element-type BrineOccurrence): what is planned among them is copied
 * @first: the first day
 * @n_days: 1 for a day, 7 for a week
 */
BrinePlanClip *brine_plan_clip_new (GPtrArray *occurrences, BrineDay first, int n_days);
/* (transfer none) (element-type BrinePlanEntry) */
const GPtrArray *brine_plan_clip_get_entries (BrinePlanClip *self);
int brine_plan_clip_get_n_days (BrinePlanClip *self);
/* (transfer full) An agenda: each day, and below it its entries. */
char *brine_plan_clip_dup_text (BrinePlanClip *self);

/* Puts @self on the clipboard of @widget. */
void brine_plan_clip_copy (BrinePlanClip *self, GtkWidget *widget);
/* (transfer full) (nullable) What this program put on the clipboard of @widget; NULL: nothing, or
 * another program has put something there since. */
BrinePlanClip *brine_plan_clip_paste (GtkWidget *widget);

/* (transfer full) (element-type BrineSlot) What the plan says of @occurrences; it borrows. */
GArray *brine_plan_clip_collect_slots (GPtrArray *occurrences);

G_END_DECLS
