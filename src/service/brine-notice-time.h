/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Times in notifications. The window has its own words for many more; they come with a toolkit. */

/**
 * brine_notice_format_time:
 *
 * Follows the clock format that the desktop was told, else the locale.
 *
 * Returns: (transfer full): "17:30" or "5:30 PM"
 */
char *brine_notice_format_time (BrineLocal local);

/**
 * brine_notice_format_day:
 *
 * Returns: (transfer full): the name of the weekday in the user's language
 */
char *brine_notice_format_day (BrineDay day);

G_END_DECLS
