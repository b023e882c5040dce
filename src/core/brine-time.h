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

/* Days ---------------------------------------------------------------------------------- */

BrineDay brine_day_from_ymd (int year, int month, int day_of_month);
void brine_day_get_ymd (BrineDay day, int *out_year, int *out_month, int *out_day_of_month);
gboolean brine_day_is_valid (BrineDay day);
/* 1 Monday to 7 Sunday (ISO 8601). */
int brine_day_get_weekday (BrineDay day);
/* ISO 8601 week number 1 to 53 and the year that the week belongs to. */
int brine_day_get_iso_week (BrineDay day, int *out_week_year);
int brine_day_get_days_in_month (int year, int month);
/* First day of the week of @day when weeks start on @first_weekday (1 Monday to 7 Sunday). */
BrineDay brine_day_get_week_start (BrineDay day, int first_weekday);
/* The same day @months later; the day of month is clamped to the length of that month. */
BrineDay brine_day_add_months (BrineDay day, int months);
gboolean brine_day_parse (const char *text, BrineDay *out_day);
char *brine_day_to_string (BrineDay day);

/* Local times --------------------------------------------------------------------------- */

BrineLocal brine_local (BrineDay day, int hour, int minute);
/* @seconds may be negative or larger than a day; the result is normalised. */
BrineLocal brine_local_add_seconds (BrineLocal local, int64_t seconds);
int64_t brine_local_diff_seconds (BrineLocal later, BrineLocal earlier);
int brine_local_compare (BrineLocal a, BrineLocal b);
gboolean brine_local_equal (BrineLocal a, BrineLocal b);
int brine_local_get_minute_of_day (BrineLocal local);
/* Accepts 2026-11-23T08:00, …T08:00:00 and a space for T; no zone. */
gboolean brine_local_parse (const char *text, BrineLocal *out_local);
/* 2026-11-23T08:00:00 */
char *brine_local_to_string (BrineLocal local);

/* Instants and zones -------------------------------------------------------------------- */

/**
 * brine_zone_resolve:
 * Resolves @local in @zone as RFC 5545 section 3.3.5 says: a time in a gap is read with the
 * offset before the gap, a time that occurs twice is its first occurrence.
 */
BrineInstant brine_zone_resolve (GTimeZone *zone, BrineLocal local);
/* What a wall clock in @zone reads at @instant. @out_offset_seconds (nullable): east of UTC. */
BrineLocal brine_zone_get_local (GTimeZone *zone, BrineInstant instant, int *out_offset_seconds);
/* Reads 2026-11-22T09:00[:00[.000]][Z|+01:00]; without an offset it is resolved in @zone. */
gboolean brine_instant_parse (const char *text, GTimeZone *zone, BrineInstant *out_instant);
/* 2026-11-22T09:00:00+01:00, milliseconds only when they are not zero. */
char *brine_instant_to_string (BrineInstant instant, int offset_seconds);
int brine_instant_compare (BrineInstant a, BrineInstant b);
BrineInstant brine_instant_add_seconds (BrineInstant instant, int64_t seconds);

/* Civil days ---------------------------------------------------------------------------- */

#define BRINE_DAY_START_DEFAULT_MINUTES 240

/* The civil day of a wall clock reading when days start at @day_start_minutes (0 to 720). */
BrineDay brine_civil_day_of_local (BrineLocal local, int day_start_minutes);
BrineDay brine_civil_day_of_instant (BrineInstant instant, GTimeZone *zone, int day_start_minutes);
/* First local time of civil day @day. */
BrineLocal brine_civil_day_get_start (BrineDay day, int day_start_minutes);

G_END_DECLS
