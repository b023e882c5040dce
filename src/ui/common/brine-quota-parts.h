/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-dots.h"
#include "brine-models.h"

G_BEGIN_DECLS

/* What Today and the calendar show of something that is done n times a week. */

/* Times that are done, planned and left. */
void brine_quota_show_dots (BrineDots *dots, BrineQuotaStatus *status);
/* "1 of 2", against what the week asks for; where a pause leaves nothing to ask for "Paused", or how
 * many were done all the same. (transfer full) */
char *brine_quota_format_count (BrineQuotaStatus *status);
/* What a pause takes off the week: "3 without the pause"; NULL where it takes nothing. (transfer full)
 */
char *brine_quota_format_pause (BrineQuotaStatus *status);
/* For a screen reader: "Sauna, 0 of 2 this week, 1 planned; 3 without the pause". (transfer full) */
char *brine_quota_make_name (BrineQuotaStatus *status);

G_END_DECLS
