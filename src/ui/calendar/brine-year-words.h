/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-year-day.h"

G_BEGIN_DECLS

/* All (transfer full). Main thread. */

/* "November", as it stands alone. */
char *brine_year_words_make_month (int month);
/* Beside the name of a month: "middle 4", "183 of 240", "12 shown" of what is filtered; NULL: there
 * is nothing yet. */
char *brine_year_words_make_head (const BrineYearStats *stats, BrineYearMeasure measure);
/* "Mood logged on 25 of 28 days. 2 paused days are left out. Middle value 4." Before it, where
 * something is filtered, "12 shown, on 9 days." */
char *brine_year_words_make_summary (const BrineYearStats *stats, BrineYearMeasure measure);
/* Inside a cell: "4", "7/8"; NULL: nothing. */
char *brine_year_words_make_number (const BrineYearDay *day, BrineYearMeasure measure);
/* What a screen reader says of a day: "Wednesday 18 November, mood good, 7 of 8 done, 3 shown". */
char *brine_year_words_make_name (const BrineYearDay *day, BrineDay today);
/* The second line of the card: "Mood 4 · 7 of 8 done", "Paused: travelling", "Not logged". */
char *brine_year_words_make_card (const BrineYearDay *day);

G_END_DECLS
