/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recurrence.h"

G_BEGIN_DECLS

/* The numbers -366 to -1 and 1 to 366, one bit each: bit n of a side stands for n or for -n. */
#define BRINE_SIGNED_SET_WORDS 6
#define BRINE_SIGNED_SET_MAX 366

typedef struct
{
  guint64 positive[BRINE_SIGNED_SET_WORDS];
  guint64 negative[BRINE_SIGNED_SET_WORDS];
} BrineSignedSet;

static inline void
brine_signed_set_add (BrineSignedSet *set, int number)
{
  unsigned bit = number < 0 ? -number : number;
  guint64 *side = number < 0 ? set->negative : set->positive;

  side[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
}

static inline gboolean
brine_signed_set_has (const BrineSignedSet *set, int number)
{
  unsigned bit = number < 0 ? -number : number;
  const guint64 *side = number < 0 ? set->negative : set->positive;

  return bit <= BRINE_SIGNED_SET_MAX && (side[bit / 64] >> (bit % 64) & 1) != 0;
}

static inline gboolean
brine_signed_set_is_empty (const BrineSignedSet *set)
{
  guint64 all = 0;

  for (int i = 0; i < BRINE_SIGNED_SET_WORDS; i++)
    all |= set->positive[i] | set->negative[i];
  return all == 0;
}

/* What stands in an RRULE. An empty set stands for a part that is not there; a list in the text
 * is never empty. Weekdays are counted from 0, Monday; bits of the others are the numbers. */
typedef struct
{
  BrineFreq freq;
  int interval;
  int count; /* 0: none */
  gboolean has_until;
  gboolean until_is_date; /* only how it is written: until is then the last second of the day */
  BrineLocal until;
  int week_start; /* 1 Monday to 7 Sunday */
  guint64 seconds;
  guint64 minutes;
  guint64 hours;
  guint64 months;
  unsigned weekdays;       /* BYDAY without an ordinal */
  guint64 nth_positive[7]; /* BYDAY with one: bit n of the weekday */
  guint64 nth_negative[7];
  BrineSignedSet month_days;
  BrineSignedSet year_days;
  BrineSignedSet week_numbers;
  BrineSignedSet positions;
} BrineRuleParts;

struct _BrineRule
{
  gatomicrefcount ref_count;
  BrineRuleParts parts;
};

/* As they stand in an RRULE; indexed by BrineFreq, and by weekday from 0, Monday. */
extern const char *const brine_freq_names[7];
extern const char *const brine_weekday_names[7];

/* (transfer full) A rule of the given parts. */
BrineRule *brine_rule_new (const BrineRuleParts *parts);
gboolean brine_rule_parts_have_ordinals (const BrineRuleParts *parts);
/* Whether a part chooses among days: all but BYHOUR, BYMINUTE, BYSECOND and BYSETPOS. */
gboolean brine_rule_parts_choose_days (const BrineRuleParts *parts);

/* The rule of a series whose occurrence at @from goes to @to: weekdays, days of the month, months,
 * hours and UNTIL follow. (transfer full) BRINE_ERROR_INVALID when the rule says too much for
 * that, such as BYSETPOS, BYYEARDAY or the Friday that is a 13th. */
BrineRule *brine_rule_shift (const BrineRule *rule, BrineLocal from, BrineLocal to, GError **error);
/* (transfer full) The same rule with another COUNT. */
BrineRule *brine_rule_with_count (const BrineRule *rule, int count);

/* Seconds of the wall clock since 1970-01-01T00:00:00, for plain arithmetic. */
static inline int64_t
brine_local_to_seconds (BrineLocal local)
{
  return (int64_t)local.day * BRINE_SECONDS_PER_DAY + local.second;
}

static inline int64_t
brine_floor_div (int64_t number, int64_t divisor)
{
  return number / divisor - (number % divisor < 0);
}

static inline BrineLocal
brine_local_from_seconds (int64_t seconds)
{
  int64_t day = brine_floor_div (seconds, BRINE_SECONDS_PER_DAY);

  return (BrineLocal){ .day = (BrineDay)day,
                       .second = (int32_t)(seconds - day * BRINE_SECONDS_PER_DAY) };
}

G_END_DECLS
