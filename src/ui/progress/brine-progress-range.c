/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-range.h"

#define DAYS_BY_DAY 183
#define DAYS_BY_WEEK 731

static const int range_days[BRINE_N_RANGES] = {
  [BRINE_RANGE_WEEK] = 7,
  [BRINE_RANGE_MONTH] = 28,
  [BRINE_RANGE_QUARTER] = 84,
  [BRINE_RANGE_YEAR] = 364,
};

static const char *const range_nicks[BRINE_N_RANGES] = { "week", "month", "quarter", "year",
                                                         "all" };

const char *
brine_range_to_nick (BrineRangeKind kind)
{
  g_return_val_if_fail ((guint)kind < BRINE_N_RANGES, NULL);

  return range_nicks[kind];
}

gboolean
brine_range_from_nick (const char *nick, BrineRangeKind *out_kind)
{
  g_return_val_if_fail (nick != NULL && out_kind != NULL, FALSE);

  for (int kind = 0; kind < BRINE_N_RANGES; kind++)
    if (g_str_equal (nick, range_nicks[kind]))
      {
        *out_kind = (BrineRangeKind)kind;
        return TRUE;
      }
  return FALSE;
}

int
brine_range_get_days (BrineRangeKind kind)
{
  g_return_val_if_fail ((guint)kind < BRINE_N_RANGES, 0);

  return range_days[kind];
}

BrineRangeKind
brine_range_fit (BrineDay first, BrineDay today, BrineRangeKind widest)
{
  g_return_val_if_fail ((guint)widest < BRINE_N_RANGES, widest);

  for (int kind = BRINE_RANGE_WEEK; first != BRINE_DAY_INVALID && kind < (int)widest; kind++)
    if (first > today - range_days[kind])
      return (BrineRangeKind)kind;
  return widest;
}

BrineBucket
brine_range_get (BrineRangeKind kind, BrineDay end, BrineDay today, BrineDay first)
{
  BrineBucket range = { MIN (end, today), MIN (end, today) };

  g_return_val_if_fail ((guint)kind < BRINE_N_RANGES, range);

  if (kind != BRINE_RANGE_ALL)
    {
      range.from = range.to - range_days[kind] + 1;
      return range;
    }
  range.to = today;
  range.from = today - range_days[BRINE_RANGE_MONTH] + 1;
  if (first != BRINE_DAY_INVALID)
    range.from = MIN (range.from, first);
  return range;
}

gboolean
brine_range_can_step (BrineRangeKind kind, BrineDay end, BrineDay today, BrineDay first, int steps)
{
  BrineDay last = MIN (end, today) + steps * brine_range_get_days (kind);

  if (kind == BRINE_RANGE_ALL || first == BRINE_DAY_INVALID)
    return FALSE;
  /* A later range may be cut at today, as long as it shows something new. */
  if (steps > 0)
    return MIN (end, today) < today;
  return last >= first;
}

BrineDay
brine_range_step (BrineRangeKind kind, BrineDay end, BrineDay today, int steps)
{
  return MIN (MIN (end, today) + steps * brine_range_get_days (kind), today);
}

BrineBucketBy
brine_range_choose_by (int days)
{
  if (days <= DAYS_BY_DAY)
    return BRINE_BUCKET_BY_DAY;
  return days <= DAYS_BY_WEEK ? BRINE_BUCKET_BY_WEEK : BRINE_BUCKET_BY_MONTH;
}
