/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* In which order somebody writes the numbers of a date. */
typedef enum
{
  BRINE_DATE_ORDER_DMY,
  BRINE_DATE_ORDER_MDY,
  BRINE_DATE_ORDER_YMD,
} BrineDateOrder;

typedef enum
{
  BRINE_DATE_WORD_TODAY,
  BRINE_DATE_WORD_TOMORROW,
  BRINE_DATE_WORD_YESTERDAY,
  BRINE_DATE_WORD_OVERMORROW,
  BRINE_DATE_WORD_EREYESTERDAY,
  BRINE_DATE_WORD_NEXT,
  BRINE_DATE_WORD_LAST,
  BRINE_DATE_WORD_IN,
  BRINE_DATE_WORD_AGO,
  BRINE_DATE_WORD_ONE,
  BRINE_DATE_WORD_DAYS,
  BRINE_DATE_WORD_WEEKS,
  BRINE_DATE_WORD_MONTHS,
  BRINE_DATE_WORD_YEARS,
  BRINE_DATE_WORD_WEEK_NUMBER,
  BRINE_DATE_WORD_FILLER,
} BrineDateWord;
#define BRINE_N_DATE_WORDS 16

/**
 * BrineDateWords:
 * @order: of the numbers of a date
 * @words: by BrineDateWord: alternatives with "|" between them; each may be several words
 * @months: from January on, alternatives as above: "March|Mar"
 * @weekdays: from Monday on, likewise
 *
 * How a language speaks of days. Case, accents and a full stop at the end make no difference.
 */
typedef struct
{
  BrineDateOrder order;
  const char *words[BRINE_N_DATE_WORDS];
  const char *months[12];
  const char *weekdays[7];
} BrineDateWords;

/**
 * brine_date_words_get:
 *
 * The words of the user's language and the order of the locale. Main thread.
 *
 * Returns: (transfer none): made once
 */
const BrineDateWords *brine_date_words_get (void);

/**
 * brine_date_parse:
 * @text: what somebody typed
 * @today: what "today" means, and what is near when no year is given
 * @words: (nullable): of the user's language; English is understood as well
 * @out_day: (out): the day; left alone when there is none
 *
 * Understands ISO dates and weeks ("2026-11-23", "2026-W48"), the locale's numbers ("23.11.",
 * "11/23/26"), month names ("23 November", "March 2027"), weekdays ("next Monday"), days from
 * today ("tomorrow", "in 3 weeks", "2 days ago", "+10", "-2 weeks"), a day of this month ("23"), a
 * week ("week 12") and a year ("2027"). Without a year the nearest such day is meant; a weekday
 * alone is the next one, today included. A name may be cut after three letters.
 *
 * Pure but for the words of @error; any thread.
 *
 * Returns: whether @text is a day; else @error is %BRINE_ERROR_INVALID and says in the user's
 *   language what is wrong with it
 */
gboolean brine_date_parse (const char *text, BrineDay today, const BrineDateWords *words,
                           BrineDay *out_day, GError **error);

G_END_DECLS
