/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-facts.h"
#include "brine-names.h"
#include "brine-plan-item.h"
#include "brine-types.h"

G_BEGIN_DECLS

/*
 * Values in the user's words: translated, in the locale's order and clock. All (transfer full)
 * unless said otherwise. Main thread.
 */

/* "08:00" or "8:00 AM", as the desktop's clock setting says, else the locale. */
char *brine_format_time (BrineLocal local);
/* "08:00 – 08:20" */
char *brine_format_time_range (BrineLocal start, BrineLocal end);
/* "Thursday 19 November", with the year when it is not @today's. */
char *brine_format_day_long (BrineDay day, BrineDay today);
/* "Thu 19 November", or "Thu 29 Feb 2024" when the year is not @today's. */
char *brine_format_day_medium (BrineDay day, BrineDay today);
/* "19 Nov" */
char *brine_format_day_short (BrineDay day);
/* "Today", "Yesterday", "Tomorrow" or the long form. */
char *brine_format_day_relative (BrineDay day, BrineDay today);
/* "16–22 November", "28 August – 19 November", years when they differ from @today's. */
char *brine_format_day_range (BrineDay from, BrineDay to, BrineDay today);
/* The same with the year, for what is read in another one: "16–22 November 2026". */
char *brine_format_day_range_full (BrineDay from, BrineDay to);
/* "November 2026" and "2026": the month and the year of a day. */
char *brine_format_month (BrineDay day);
char *brine_format_year (BrineDay day);
/* "20 min", "1 h 20 min" */
char *brine_format_duration (int minutes);
/* "7 h 20", the short form for sleep */
char *brine_format_hours (int minutes);
/* @number, a mixed one such as "1½", so that it is read from left to right in either direction of
 * text. (transfer full) */
char *brine_format_isolate (const char *number);
/* "1½", "2", "0.3": halves and quarters as fractions */
char *brine_format_quantity (double value);
/* "1½ live servings" */
char *brine_format_live_servings (double value);
char *brine_format_amount (BrineAmount amount);
/* "at least 20 min a day" */
char *brine_format_goal (const BrineGoal *goal);
/* "every day", "Monday, Wednesday and Friday", "every 2 weeks on Tuesday, until 3 May 2027" */
char *brine_format_recurrence (const BrinePlanItem *item);
/* "in 1 h 50 min", "now", "25 min ago" */
char *brine_format_from_now (BrineLocal when, BrineLocal now);

/* 1 Monday to 7 Sunday. @setting: value of BRINE_SETTING_WEEK_START, nullable: as the locale says. */
int brine_format_get_first_weekday (const char *setting);

/* "Walk, Monday 08:00 to 08:20, done": the accessible name of an occurrence. */
char *brine_format_occurrence_name (const char *title, BrineLocal start, BrineLocal end,
                                    BrineState state);

G_END_DECLS
