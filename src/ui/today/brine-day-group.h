/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_DAY_GROUP (brine_day_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayGroup, brine_day_group, BRINE, DAY_GROUP, AdwBin)

/* A part of the day: heading and rows. @title: "Morning", translated. @acts: borrowed, outlives
 * the group. (transfer floating) */
GtkWidget *brine_day_group_new (const BrineActs *acts, const char *title);
/* Shows @occurrences (element-type BrineOccurrence), in this order, and keeps them. Rows of the same
 * key stay, so that focus stays; those that are new come when the group is filled, and until it has
 * any it is hidden. @fold: another day is opened, where a finished group is folded. An unfinished one
 * never is. */
void brine_day_group_set_occurrences (BrineDayGroup *self, GPtrArray *occurrences, gboolean fold);
/* Makes rows that are still to come, up to @room. Returns how many it made; fewer than @room: all are
 * there. */
guint brine_day_group_fill (BrineDayGroup *self, guint room);
gboolean brine_day_group_is_folded (BrineDayGroup *self);

G_END_DECLS
