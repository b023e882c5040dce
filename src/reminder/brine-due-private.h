/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-due.h"

G_BEGIN_DECLS

/* The question to a source, and where its answers go. */
typedef struct
{
  const BrineReminderFacts *facts;
  BrineInstant from; /* inclusive */
  BrineInstant to;   /* exclusive */
  GTimeZone *zone;
  GPtrArray *out_dues; /* BrineDue, in any order */
} BrineDueRange;

/* Adds every due time of one kind within the range. */
typedef void (*BrineDueSourceFunc) (const BrineDueRange *range);

/* All kinds; another one is one more row. */
extern const BrineDueSourceFunc brine_due_sources[];
extern const guint brine_n_due_sources;

/* Without a title, on the day of @nominal, whose practice is the user's own. (transfer full) */
BrineDue *brine_due_new (BrineDueSource source, const char *item_id, BrineLocal original,
                         BrineLocal nominal, BrineInstant at);

G_END_DECLS
