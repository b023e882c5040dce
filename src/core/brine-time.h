/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdint.h>

G_BEGIN_DECLS

/**
 * BrineDay:
 *
 * A calendar date, as days since 1970-01-01 in the proleptic Gregorian calendar. Arithmetic is
 * plain: the day a week later is `day + 7`. Valid dates lie in years 1 to 9999.
 */
typedef int32_t BrineDay;

#define BRINE_DAY_INVALID ((BrineDay)INT32_MIN)
#define BRINE_DAY_MIN ((BrineDay)-719162) /* 0001-01-01 */
#define BRINE_DAY_MAX ((BrineDay)2932896) /* 9999-12-31 */

#define BRINE_MINUTES_PER_DAY 1440
#define BRINE_SECONDS_PER_DAY 86400

/**
 * BrineLocal:
 * @day: the calendar date that the wall clock shows
 * @second: seconds of the wall clock since 00:00, 0 to 86,399
 *
 * A floating local time: what a wall clock reads, in no particular zone.
 */
typedef struct
{
  BrineDay day;
  int32_t second;
} BrineLocal;

/**
 * BrineInstant:
 * @unix_ms: milliseconds since 1970-01-01T00:00:00Z
 *
 * A point in time, the same everywhere.
 */
typedef struct
{
  int64_t unix_ms;
} BrineInstant;

/* Everything here is pure and may be used from any thread. Texts are ISO 8601. The parsers return
 * FALSE for what is malformed or does not exist, such as 30 February, and then leave @out alone. */

/* Days ---------------------------------------------------------------------------------- */

/**
 * brine_day_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day_of_month: 1 to 31
 *
 * Returns: the day, or %BRINE_DAY_INVALID when there is no such date
 */
BrineDay brine_day_from_ymd (int year, int month, int day_of_month);

/**
 * brine_day_get_ymd:
 * @day: a valid day
 * @out_year: (out) (optional): 1 to 9999
 * @out_month: (out) (optional): 1 to 12
 * @out_day_of_month: (out) (optional): 1 to 31
 */
void brine_day_get_ymd (BrineDay day, int *out_year, int *out_month, int *out_day_of_month);

/**
 * brine_day_is_valid:
 *
 * Returns: whether @day lies in the years 1 to 9999
 */
gboolean brine_day_is_valid (BrineDay day);

/**
 * brine_day_get_weekday:
 * @day: a valid day
 *
 * Returns: 1 for Monday to 7 for Sunday (ISO 8601)
 */
int brine_day_get_weekday (BrineDay day);

/**
 * brine_day_get_iso_week:
 * @day: a valid day
 * @out_week_year: (out) (optional): the year that the week belongs to, which may be the one before
 *   or after the year of @day
 *
 * Returns: the ISO 8601 week number, 1 to 53
 */
int brine_day_get_iso_week (BrineDay day, int *out_week_year);

/**
 * brine_day_get_days_in_month:
 * @year: 1 to 9999
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int brine_day_get_days_in_month (int year, int month);

/**
 * brine_day_get_week_start:
 * @day: a valid day
 * @first_weekday: the day that weeks start on, 1 for Monday to 7 for Sunday
 *
 * Returns: the first day of the week of @day
 */
BrineDay brine_day_get_week_start (BrineDay day, int first_weekday);

/**
 * brine_day_add_months:
 * @day: a valid day
 * @months: how many later; negative for earlier
 *
 * Returns: the same day of that month, or its last when it is shorter; within the valid days
 */
BrineDay brine_day_add_months (BrineDay day, int months);

/**
 * brine_day_parse:
 * @text: (nullable): "2026-11-23"
 * @out_day: (out): the day
 *
 * Returns: whether @text is a date
 */
gboolean brine_day_parse (const char *text, BrineDay *out_day);

/**
 * brine_day_to_string:
 * @day: a valid day
 *
 * Returns: (transfer full): "2026-11-23"
 */
char *brine_day_to_string (BrineDay day);

/* Local times --------------------------------------------------------------------------- */

/**
 * brine_local:
 * @hour: of the clock; beyond 0 to 23 it runs into other days, as @minute does
 *
 * Returns: @hour and @minute on @day
 */
BrineLocal brine_local (BrineDay day, int hour, int minute);

/**
 * brine_local_add_seconds:
 * @seconds: of the wall clock; may be negative or more than a day
 *
 * Returns: what the wall clock reads @seconds later, were there no change of the clocks; within
 *   the valid days
 */
BrineLocal brine_local_add_seconds (BrineLocal local, int64_t seconds);

/**
 * brine_local_diff_seconds:
 *
 * Returns: seconds of the wall clock from @earlier to @later; negative when they are in the other
 *   order
 */
int64_t brine_local_diff_seconds (BrineLocal later, BrineLocal earlier);

/**
 * brine_local_compare:
 *
 * Returns: -1, 0 or 1 as @a is before, the same as or after @b
 */
int brine_local_compare (BrineLocal a, BrineLocal b);
gboolean brine_local_equal (BrineLocal a, BrineLocal b);

/**
 * brine_local_get_minute_of_day:
 *
 * Returns: minutes since 00:00, 0 to 1,439
 */
int brine_local_get_minute_of_day (BrineLocal local);

/**
 * brine_local_parse:
 * @text: (nullable): "2026-11-23T08:00" or "2026-11-23T08:00:00", with T or a space; no zone.
 *   A leap second is read as the second before it.
 * @out_local: (out): the time
 *
 * Returns: whether @text is a local time
 */
gboolean brine_local_parse (const char *text, BrineLocal *out_local);

/**
 * brine_local_to_string:
 *
 * Returns: (transfer full): "2026-11-23T08:00:00"
 */
char *brine_local_to_string (BrineLocal local);

/* Instants and zones -------------------------------------------------------------------- */

/**
 * brine_zone_resolve:
 * @zone: (transfer none): a zone
 * @local: what the wall clock reads there
 *
 * Resolves @local in @zone as RFC 5545 section 3.3.5 says: a time in a gap is read with the
 * offset before the gap, a time that occurs twice is its first occurrence.
 *
 * Returns: the instant
 */
BrineInstant brine_zone_resolve (GTimeZone *zone, BrineLocal local);

/* Seconds east of UTC, less than a day either way, that @zone has at an instant. */
typedef int (*BrineZoneOffset) (gconstpointer zone, int64_t unix_seconds);

/**
 * brine_zone_resolve_by:
 * @offset: tells the offsets of @zone
 * @zone: what they are the offsets of
 * @local: what the wall clock reads there
 *
 * As brine_zone_resolve(), for a zone that is no GTimeZone.
 *
 * Returns: the instant
 */
BrineInstant brine_zone_resolve_by (BrineZoneOffset offset, gconstpointer zone, BrineLocal local);

/**
 * brine_zone_get_local:
 * @zone: (transfer none): a zone
 * @out_offset_seconds: (out) (optional): seconds east of UTC at @instant
 *
 * Returns: what a wall clock in @zone reads at @instant; within the valid days
 */
BrineLocal brine_zone_get_local (GTimeZone *zone, BrineInstant instant, int *out_offset_seconds);

/**
 * brine_instant_parse:
 * @text: (nullable): "2026-11-22T09:00[:00[.000]][Z|+01:00]"
 * @zone: (transfer none): what a text without an offset is resolved in
 * @out_instant: (out): the instant
 *
 * Returns: whether @text is an instant
 */
gboolean brine_instant_parse (const char *text, GTimeZone *zone, BrineInstant *out_instant);

/**
 * brine_instant_to_string:
 * @offset_seconds: east of UTC, whole minutes
 *
 * Returns: (transfer full): "2026-11-22T09:00:00+01:00", with milliseconds only when they are not
 *   zero
 */
char *brine_instant_to_string (BrineInstant instant, int offset_seconds);

/**
 * brine_instant_compare:
 *
 * Returns: -1, 0 or 1 as @a is before, the same as or after @b
 */
int brine_instant_compare (BrineInstant a, BrineInstant b);
BrineInstant brine_instant_add_seconds (BrineInstant instant, int64_t seconds);

/* Civil days ---------------------------------------------------------------------------- */

#define BRINE_DAY_START_DEFAULT_MINUTES 240

/**
 * brine_civil_day_of_local:
 * @local: what the wall clock reads
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * Returns: the civil day, which is the day before until days start
 */
BrineDay brine_civil_day_of_local (BrineLocal local, int day_start_minutes);

/**
 * brine_civil_day_of_instant:
 * @zone: (transfer none): where it is
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * Returns: the civil day of @instant in @zone
 */
BrineDay brine_civil_day_of_instant (BrineInstant instant, GTimeZone *zone, int day_start_minutes);

/**
 * brine_civil_day_get_start:
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * Returns: the first local time of civil day @day
 */
BrineLocal brine_civil_day_get_start (BrineDay day, int day_start_minutes);

G_END_DECLS
