/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

G_BEGIN_DECLS

/*
 * The numbers of a range in words: the sentence on top, what a column says, the cards. All
 * translated; (transfer full) unless said otherwise. Main thread.
 */

/* "67 %"; "–" for NAN. */
char *brine_progress_words_percent (double value);
/* "3", "3.5": a mood in the locale's digits; "–" for NAN. */
char *brine_progress_words_mood (double mood);
/* "23:15" */
char *brine_progress_words_hour (double hour);
/* The name of a practice's row. (transfer none) */
const char *brine_progress_words_practice (BrinePractice practice, gboolean narrow);
/* "7–9 h" */
char *brine_progress_words_sleep_target (BrineSleepTarget target);

/* Pango markup: "Mood logged on <b>73 of 78 days</b>, 6 paused days left out. Middle value 3." */
char *brine_progress_words_summary_markup (const BrineProgressData *data);
/* The same without markup, with what the other rows say: for those who hear the chart. */
char *brine_progress_words_description (const BrineProgressData *data);

/* "Thursday 15 October", "12–18 October", "October 2026" */
char *brine_progress_words_column_title (const BrineProgressData *data, guint column);
/* (array zero-terminated=1): "Mood 3, 7-day median 4", "Slept 8 h 13 · 1½ live servings", … */
char **brine_progress_words_column_lines (const BrineProgressData *data, guint column);

/* "46 of 69 days", "15 of 21 meals" */
char *brine_progress_words_counts (BrinePractice practice, const BrineAdherence *adherence);
/* "13 of 16 times" */
char *brine_progress_words_times (const BrineQuotaFigure *quota);
/* "reached in 6 of 8 weeks" */
char *brine_progress_words_reached (const BrineQuotaFigure *quota);
/* "now 5 a week, 3 before 2 November"; NULL where one number held in all of its weeks. (nullable) */
char *brine_progress_words_numbers (const BrineQuotaFigure *quota, BrineDay today);
/* "46 of 74 nights" */
char *brine_progress_words_nights (int in_target, int nights);
/* "was 61 % before", "about as before"; "" when the two cannot be compared. */
char *brine_progress_words_trend (BrineTrend trend, double before);

G_END_DECLS
