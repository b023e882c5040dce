/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy.h"

G_BEGIN_DECLS

/* Times of other calendars in the user's words. All (transfer full). Main thread. */

/* "Work, 09:00 to 17:00, from shifts", "Holiday, all day, from shifts": what a screen reader says. */
char *brine_busy_format_name (BrineBusy *busy);
/* "09:00 – 17:00", "All day" */
char *brine_busy_format_time (BrineBusy *busy);
/* Title, time and calendar in three lines, as a tooltip has them. */
char *brine_busy_format_lines (BrineBusy *busy);
/* "Work until 17:00, Call until 10:30": what is busy between @from and @to, or NULL. @busy:
 * (nullable) GListModel of BrineBusy, by their start. */
char *brine_busy_format_between (GListModel *busy, BrineLocal from, BrineLocal to);

G_END_DECLS
