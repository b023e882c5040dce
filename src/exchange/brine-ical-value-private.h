/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Values of RFC 5545 section 3.3: text, date, date-time, duration. All pure. */

/* TEXT (3.3.11): escapes undone, or done. (transfer full) */
char *brine_ical_unescape (const char *value);
char *brine_ical_escape (const char *text);
/* Splits at commas that are not escaped and unescapes each part. (transfer full) */
char **brine_ical_split_text (const char *value);
/* For notes: line breaks become \n and stay, so do tabs; other control characters go. */
char *brine_ical_clean_notes (const char *text);

/* DATE or DATE-TIME as it reads; a leap second reads as second 59. */
gboolean brine_ical_parse_reading (const char *value, BrineLocal *out_reading,
                                   gboolean *out_is_date, gboolean *out_is_utc);
char *brine_ical_date_to_string (BrineDay day);
char *brine_ical_date_time_to_string (BrineLocal local);
/* With the Z of UTC. */
char *brine_ical_utc_to_string (BrineInstant instant);

/* What the value of an UNTIL shall read instead; NULL: it stays. (transfer full) */
typedef char *(*BrineIcalUntilFunc) (const char *until, gpointer user_data);
/* An RRULE with its UNTIL so replaced. (transfer full) */
char *brine_ical_replace_until (const char *rule, BrineIcalUntilFunc replace, gpointer user_data);

/* DURATION (3.3.6) in seconds; at most 100 years either way. */
gboolean brine_ical_parse_duration (const char *value, int64_t *out_seconds);
/* Exact minutes, such as PT1H20M or -PT10M. */
char *brine_ical_duration_to_string (int minutes);

G_END_DECLS
