/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/*
 * What happened: plain structs with public fields. Strings are owned by the struct and nullable
 * unless said otherwise; `_new` makes an empty one with a fresh id, `_copy` is deep, `_equal`
 * compares everything but the stamps. The store fills `created` and `modified` (UTC).
 */

typedef struct
{
  BrineInstant created;
  BrineInstant modified;
} BrineStamps;

/* An instant as it was lived: with the zone's offset and the civil day at the time of logging,
 * so that a log never shifts when one travels. */
typedef struct
{
  BrineInstant instant;
  int offset_seconds; /* east of UTC */
  BrineDay day;       /* civil day */
} BrineMoment;

/**
 * brine_moment_new:
 * @zone: (transfer none): where one is
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 *
 * Returns: @instant with the offset of @zone and its civil day
 */
BrineMoment brine_moment_new (BrineInstant instant, GTimeZone *zone, int day_start_minutes);
/**
 * brine_moment_get_local:
 *
 * Returns: what the wall clock read at that moment, wherever one is now
 */
BrineLocal brine_moment_get_local (const BrineMoment *moment);

typedef struct
{
  char *id;
  char *item_id; /* NULL: spontaneous */
  /* Original start of the occurrence; for a quota item the civil day of `at`, 00:00. */
  BrineLocal original;
  BrinePractice practice;
  char *title;      /* as it was planned, or typed for a spontaneous one */
  BrineState state; /* DONE, PARTLY or SKIPPED */
  BrineSkipReason reason;
  BrineAmount amount;
  BrineMoment at;
  char *recipe_id;
  double live_servings; /* eaten alive with this meal */
  char *plants;         /* plant keys of this meal, "key:points;key:points" */
  char *feel;           /* "pleasant", "neutral", "unpleasant" after a session, else NULL */
  char *note;
  BrineStamps stamps;
} BrineLog;

BrineLog *brine_log_new (void);
BrineLog *brine_log_copy (const BrineLog *log);
void brine_log_free (BrineLog *log);
gboolean brine_log_equal (const BrineLog *a, const BrineLog *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineLog, brine_log_free)

typedef struct
{
  char *id;
  BrineMoment at;
  int mood;   /* 1 to 5 */
  int energy; /* 1 to 5, 0: not said; so for the next two */
  int stress;
  int gut;
  char **factors; /* NULL-terminated nicks or the user's own words; NULL: none */
  char *note;
  BrineStamps stamps;
} BrineCheckin;

BrineCheckin *brine_checkin_new (void);
BrineCheckin *brine_checkin_copy (const BrineCheckin *checkin);
void brine_checkin_free (BrineCheckin *checkin);
gboolean brine_checkin_equal (const BrineCheckin *a, const BrineCheckin *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineCheckin, brine_checkin_free)

typedef struct
{
  char *id;
  BrineMoment bed;
  BrineMoment wake; /* the night belongs to wake.day */
  int rested;       /* 1 to 5, 0: not said */
  char *note;
  BrineStamps stamps;
} BrineNight;

BrineNight *brine_night_new (void);
BrineNight *brine_night_copy (const BrineNight *night);
void brine_night_free (BrineNight *night);
gboolean brine_night_equal (const BrineNight *a, const BrineNight *b);
/**
 * brine_night_get_minutes:
 *
 * Returns: elapsed minutes from bed to wake, whatever the clocks did; 0 when wake is not later
 */
int brine_night_get_minutes (const BrineNight *night);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineNight, brine_night_free)

typedef struct
{
  char *id;
  BrineDay from; /* inclusive civil days */
  BrineDay to;
  BrinePauseReason reason;
  char *note;
  BrineStamps stamps;
} BrinePause;

BrinePause *brine_pause_new (void);
BrinePause *brine_pause_copy (const BrinePause *pause);
void brine_pause_free (BrinePause *pause);
gboolean brine_pause_equal (const BrinePause *a, const BrinePause *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePause, brine_pause_free)

/* Somebody to call; shown on Get Support before any helpline. */
typedef struct
{
  char *id;
  char *name;
  char *detail;
  char *number;
  int position;
  BrineStamps stamps;
} BrineContact;

BrineContact *brine_contact_new (void);
BrineContact *brine_contact_copy (const BrineContact *contact);
void brine_contact_free (BrineContact *contact);
gboolean brine_contact_equal (const BrineContact *a, const BrineContact *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineContact, brine_contact_free)

G_END_DECLS
