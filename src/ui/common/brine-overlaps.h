/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy.h"
#include "brine-occurrence.h"

G_BEGIN_DECLS

/**
 * BrineOverlaps:
 *
 * What a view shows, and what of it meets what by brine_conflict_between(): for hints, in words.
 * All (transfer full). Main thread.
 */
typedef struct _BrineOverlaps BrineOverlaps;

BrineOverlaps *brine_overlaps_new (void);
/* @self: (nullable) */
void brine_overlaps_free (BrineOverlaps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineOverlaps, brine_overlaps_free)

/* @occurrences: (element-type BrineOccurrence); @busy: (nullable) GListModel of BrineBusy */
void brine_overlaps_set (BrineOverlaps *self, GPtrArray *occurrences, GListModel *busy);
/* "at the same time as Work", or NULL. */
char *brine_overlaps_dup_hint (BrineOverlaps *self, BrineOccurrence *occurrence);
/* "Overlaps Work, 09:00 – 17:00" for something of @practice at that time, or NULL. @except:
 * (nullable): the occurrence that is there already, which does not meet itself. */
char *brine_overlaps_dup_line (BrineOverlaps *self, BrinePractice practice, BrineLocal start,
                               BrineLocal end, BrineOccurrence *except);

G_END_DECLS
