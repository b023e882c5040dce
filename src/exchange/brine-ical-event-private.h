/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-zones-private.h"
#include "brine-plan-item.h"

G_BEGIN_DECLS

/* Lines of our own in a VEVENT. */
#define BRINE_ICAL_X_ID "X-BRINE-ID"
#define BRINE_ICAL_X_PRACTICE "X-BRINE-PRACTICE"
#define BRINE_ICAL_X_SLOT "X-BRINE-SLOT"
#define BRINE_ICAL_X_RECIPE "X-BRINE-RECIPE"
#define BRINE_ICAL_X_PORTIONS "X-BRINE-PORTIONS"
#define BRINE_ICAL_X_QUOTA "X-BRINE-QUOTA"
/* "2026-11-23 5": a number that the quota had, and the first day of it; one line each. */
#define BRINE_ICAL_X_QUOTA_FROM "X-BRINE-QUOTA-FROM"
#define BRINE_ICAL_X_GOAL "X-BRINE-GOAL"
/* A reminder that no VALARM can say: at a time of day, or on some weekdays. */
#define BRINE_ICAL_X_REMINDER "X-BRINE-REMINDER"
#define BRINE_ICAL_X_SPLIT_FROM "X-BRINE-SPLIT-FROM"
/* The EXDATEs among all that are cancelled occurrences. */
#define BRINE_ICAL_X_CANCELLED "X-BRINE-CANCELLED"
/* Fields of an override that are its own although they equal the series'. */
#define BRINE_ICAL_X_KEEP "X-BRINE-KEEP"
/* Foreign lines only: a whole line that could not be taken as it stood; parameters of a line that
 * we write (the value names it); the time of day at which an all-day event stands; the
 * foreign lines of one override. */
#define BRINE_ICAL_X_ORIGINAL "X-BRINE-ORIGINAL"
#define BRINE_ICAL_X_PARAM "X-BRINE-PARAM"
#define BRINE_ICAL_X_ALL_DAY "X-BRINE-ALL-DAY"
#define BRINE_ICAL_X_OVERRIDE "X-BRINE-OVERRIDE"
#define BRINE_ICAL_X_FOR "X-BRINE-FOR"

typedef struct
{
  BrineIcalTime time;
  int minutes; /* of an RDATE that is a PERIOD; -1: as the event */
} BrineIcalDate;

#define BRINE_ICAL_N_KEPT_PARAMS 6

/* A VEVENT as it reads, before it is known whether it is a series or an override of one. */
typedef struct
{
  guint line;
  char *uid; /* never NULL: a digest stands for one that is missing */
  char *id;  /* X-BRINE-ID */
  char *title;
  char *notes;
  char *location;
  char *rrule; /* value of the first RRULE */
  guint rrule_line;
  gboolean has_start;
  BrineIcalTime start;
  gboolean has_end;
  BrineIcalTime end;
  int64_t duration_seconds; /* -1: no DURATION */
  gboolean is_override;
  BrineIcalTime recurrence_id;
  gboolean cancelled;
  GArray *rdates;          /* BrineIcalDate */
  GArray *exdates;         /* BrineIcalDate */
  GArray *cancelled_dates; /* BrineLocal */
  gboolean has_practice;
  gboolean practice_is_explicit; /* by X-BRINE-PRACTICE */
  BrinePractice practice;
  BrineMealSlot slot;
  char *recipe_id;
  double portions;
  int quota;
  char *split_from;
  char *keep;
  GArray *quotas;     /* BrineQuotaPeriod */
  GArray *goals;      /* BrineGoalPeriod */
  GArray *reminders;  /* BrineReminder, of X-BRINE-REMINDER */
  int all_day_second; /* X-BRINE-ALL-DAY; -1: none */
  BrineStamps stamps;
  GPtrArray *alarms; /* BrineIcalComponent, borrowed from the component that was read */
  char *params[BRINE_ICAL_N_KEPT_PARAMS]; /* other programs', of lines that we write; nullable */
  GString *foreign;
} BrineIcalEvent;

/* Reads @component. @report gets a message for each line that cannot be read. */
BrineIcalEvent *brine_ical_event_read (BrineIcalComponent *component, BrineIcalZones *zones,
                                       BrineImportReport *report);
void brine_ical_event_free (BrineIcalEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIcalEvent, brine_ical_event_free)

/* Appends the sound lines of @component, with BEGIN and END, to @foreign. */
void brine_ical_append_foreign (GString *foreign, BrineIcalComponent *component);
/* The practice that one category means: a nick, or its English or German name. */
gboolean brine_ical_practice_from_category (const char *category, BrinePractice *out_practice);
/* The practice of the first value that means one, in a CATEGORIES @value. */
gboolean brine_ical_practice_from_categories (const char *value, BrinePractice *out_practice);

/* A digest of what @component says, the same each time it is exported. (transfer full) */
char *brine_ical_digest (BrineIcalComponent *component);

/* Alarms -------------------------------------------------------------------------------- */

#define BRINE_ICAL_MAX_REPEATS 10

/* Appends to @minutes (int) how long before the start a VALARM rings, once for each repetition
 * (at most BRINE_ICAL_MAX_REPEATS). FALSE: it is none of ours (it mails or runs something, rings
 * at an absolute time, at no whole minute or weeks away) and is only kept. */
gboolean brine_ical_alarm_read (BrineIcalComponent *alarm, int event_minutes, GArray *minutes);
/* The same for one that rings once, at an absolute time (a DATE-TIME in UTC), of an event that
 * happens once, at @start on the reader's clock. FALSE: it is none, or weeks away. */
gboolean brine_ical_alarm_read_absolute (BrineIcalComponent *alarm, const BrineIcalEvent *event,
                                         BrineIcalZones *zones, BrineLocal start, GArray *minutes);
/* Whether it says no more than brine would write for a reminder of @title, or the same at an
 * absolute time. */
gboolean brine_ical_alarm_is_plain (BrineIcalComponent *alarm, const char *title);

G_END_DECLS
