/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-series-private.h"

G_BEGIN_DECLS

/* Steps that one query may take: a month looked up, a unit tried, a start given. */
#define BRINE_MAX_STEPS 100000

typedef enum
{
  BRINE_WALK_FOUND,
  BRINE_WALK_END,
  BRINE_WALK_CAPPED, /* the steps are used up */
} BrineWalkResult;

/* Goes through the starts of a series in order, from any point of it; COUNT is not looked at.
 * Lives on the stack of one query. */
typedef struct
{
  const BrineSeries *series; /* borrowed */
  int64_t minimum;           /* nothing before it is given */
  guint steps;
  guint max_steps;
  /* The month whose mask is known. */
  int64_t month_first;
  int month_days; /* 0: none is known */
  guint32 month_mask;
  /* Without by_period: the unit to try next, or the one whose offsets are being given. */
  int64_t unit;
  gboolean in_unit;
  guint offset;
  /* With by_period: the first day to try next, and the starts of the period that is being given. */
  int64_t next_day;
  GArray *chosen; /* int64_t, ascending; NULL without by_period */
  guint chosen_index;
} BrineWalk;

/* Ready to give the starts from @from on. */
void brine_walk_init (BrineWalk *walk, const BrineSeries *series, int64_t from);
void brine_walk_clear (BrineWalk *walk);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrineWalk, brine_walk_clear)

/* The next start before @before (exclusive). After END or CAPPED it gives nothing more. */
BrineWalkResult brine_walk_next (BrineWalk *walk, int64_t before, int64_t *out_start);

/* Where the series ends by its COUNT: @out_last is its last start, or, with CAPPED, the last one
 * that could be counted; END: COUNT reaches past the end of the series. */
BrineWalkResult brine_series_find_count_end (const BrineSeries *series, int64_t *out_last);

G_END_DECLS
