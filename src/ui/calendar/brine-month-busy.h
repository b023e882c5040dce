/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy.h"
#include "brine-month-paint.h"

G_BEGIN_DECLS

/* Rows that are kept of a day; the others are counted. */
#define BRINE_MONTH_MAX_BUSY 20

/**
 * BrineMonthBusy:
 * @rows: (element-type BrineBusy) (nullable): the first of them; NULL: none
 * @n: how many there are
 *
 * What other calendars hold on a day of a month. It counts for nothing.
 */
typedef struct
{
  GPtrArray *rows;
  guint n;
} BrineMonthBusy;

void brine_month_busy_clear (BrineMonthBusy *self);
/* Takes over what @from has, and empties it. */
void brine_month_busy_take (BrineMonthBusy *self, BrineMonthBusy *from);
gboolean brine_month_busy_equal (const BrineMonthBusy *a, const BrineMonthBusy *b);

/* The last date that it stands on, as brine_month_busy_collect() says. */
BrineDay brine_month_busy_get_last_day (BrineBusy *busy);

/**
 * brine_month_busy_collect:
 * @busy: (nullable) GListModel of BrineBusy
 * @out_days: (array length=n_days): empty ones; each gets what is on its date
 *
 * What has a time and lasts less than a day stands on the date on which it begins, so that a night
 * shift is one; anything longer on each date that it touches.
 */
void brine_month_busy_collect (GListModel *busy, BrineDay first, int n_days,
                               BrineMonthBusy *out_days);

/* "Work, 09:00 to 17:00, from shifts" in a line each, at most @max_lines, and how many more there
 * are; NULL: nothing. (transfer full) */
char *brine_month_busy_make_words (const BrineMonthBusy *self, guint max_lines);
/* "2 more in other calendars". (transfer full) */
char *brine_month_busy_make_more (guint n_more);

/* How high brine_month_busy_draw() draws. */
double brine_month_busy_get_height (BrineMonthPaint *paint);
/* The name of the first and the number of the others in @place, in reading direction; where there
 * is no room for a name, its hatch alone. */
void brine_month_busy_draw (const BrineMonthBusy *self, BrineMonthPaint *paint, GtkWidget *cell,
                            GtkSnapshot *snapshot, BrineMonthRect place);
/* A line of hatch: there is something. */
void brine_month_busy_draw_line (const BrineMonthBusy *self, BrineMonthPaint *paint,
                                 GtkWidget *cell, GtkSnapshot *snapshot, BrineMonthRect place);

G_END_DECLS
