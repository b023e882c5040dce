/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

typedef enum
{
  BRINE_REPEAT_ONCE,
  BRINE_REPEAT_DAILY,
  BRINE_REPEAT_WEEKDAYS, /* Monday to Friday */
  BRINE_REPEAT_WEEKLY,   /* on chosen weekdays */
  BRINE_REPEAT_MONTHLY_DAY,
  BRINE_REPEAT_MONTHLY_WEEKDAY, /* on the third Thursday; the fifth is the last */
  BRINE_REPEAT_MONTHLY_LAST,    /* on the last Sunday, where that is the fourth as well */
  BRINE_REPEAT_YEARLY,
  BRINE_REPEAT_QUOTA,   /* n times a week on any days */
  BRINE_REPEAT_FOREIGN, /* a rule or dates that the form has no words for: kept as they are */
} BrineRepeatKind;

typedef enum
{
  BRINE_REPEAT_FOREVER,
  BRINE_REPEAT_UNTIL,
  BRINE_REPEAT_COUNT,
} BrineRepeatEnd;

typedef enum
{
  BRINE_REPEAT_FINE,
  BRINE_REPEAT_NO_WEEKDAY,
  BRINE_REPEAT_ENDS_BEFORE,
} BrineRepeatFault;

/**
 * BrineRepeat:
 * @kind: what the user chose
 * @interval: every so many days, weeks, months or years; at least 1
 * @weekdays: bit 0 Monday to bit 6 Sunday; of WEEKLY
 * @quota: times a week; of QUOTA
 * @until: last possible start; of UNTIL
 * @count: how often in all; of COUNT
 *
 * How something repeats, as the form shows it. A value without anything owned.
 */
typedef struct
{
  BrineRepeatKind kind;
  int interval;
  unsigned weekdays;
  int quota;
  BrineRepeatEnd end;
  BrineLocal until;
  int count;
} BrineRepeat;

/* What the form shows for @item. Never fails: what it has no words for is FOREIGN. */
BrineRepeat brine_repeat_read (const BrinePlanItem *item);
/* Text of the RRULE for @start; NULL when there is none (ONCE, QUOTA, FOREIGN).
 * (transfer full) (nullable) */
char *brine_repeat_to_rule (const BrineRepeat *repeat, BrineLocal start);
/**
 * brine_repeat_apply:
 * @item: gets rule and quota; its rule and dates stay verbatim when it repeats so already
 * @week_start: first day of the week under way, from which another number of times a week holds
 *
 * A start that no chosen weekday has moves on to the next one that it has, since the first start
 * counts as one of the series.
 */
void brine_repeat_apply (const BrineRepeat *repeat, BrinePlanItem *item, BrineDay week_start);
BrineRepeatFault brine_repeat_check (const BrineRepeat *repeat, BrineLocal start);
gboolean brine_repeat_equal (const BrineRepeat *a, const BrineRepeat *b);
/* Which weekday of its month @day is: 1 to 4, -1 the last. */
int brine_repeat_get_ordinal (BrineDay day);
/* Whether a series that begins on @day could be meant by @kind: MONTHLY_LAST only where the fourth
 * of a weekday is its last. */
gboolean brine_repeat_offers (BrineRepeatKind kind, BrineDay day);

G_END_DECLS
