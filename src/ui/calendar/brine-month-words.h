/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-month-day.h"

G_BEGIN_DECLS

/*
 * What a month and a year say in words. All (transfer full) unless said otherwise. Main thread.
 */

/* "mood good". (transfer none) */
const char *brine_month_words_get_mood (int mood);
/* "Travelling": why a day is paused, where it stands alone. (transfer none) */
const char *brine_month_words_get_pause (BrinePauseReason reason);
/* "paused: travelling", within a sentence. (transfer full) */
char *brine_month_words_dup_paused (BrinePauseReason reason);

/**
 * brine_month_words_make_name:
 * @event: (nullable): what the day is about
 *
 * Returns: what a screen reader says: "Thursday 19 November, mood good, 4 of 8 done, paused:
 *   travelling"
 */
char *brine_month_words_make_name (const BrineMonthDay *day, BrineDay today, const char *event);
/* "Meals: done, Walk: planned"; NULL when there is nothing to tell. */
char *brine_month_words_make_description (const BrineMonthDay *day);
/* "19", with the month where one begins: "1 Nov" */
char *brine_month_words_make_date (BrineDay day, gboolean with_month);

G_END_DECLS
