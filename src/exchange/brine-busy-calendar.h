/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "brine-error.h"
#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineBusyCalendar:
 *
 * When somebody is busy, by an iCalendar file that is only looked at: titles and times, no more.
 * An event is left out when it is cancelled, when it says that its time is free (TRANSP) or when it
 * cannot be read. Nothing that a file refers to is ever opened. Immutable, reference counted, any
 * thread.
 *
 * A series keeps its own zone: its occurrences stand where their zone puts them, whatever the
 * clocks of the reader do meanwhile. A zone without a known name is read from what the file
 * says about it (VTIMEZONE); one that is not described there either is read as the reader's.
 */
typedef struct _BrineBusyCalendar BrineBusyCalendar;

/* Events beyond this are not read. */
#define BRINE_BUSY_MAX_EVENTS 100000
/* Times that one query gives at most. */
#define BRINE_BUSY_MAX_SPANS 1000
/* Letters of a title that are kept. */
#define BRINE_BUSY_MAX_TITLE 200

/**
 * brine_busy_calendar_parse:
 * @bytes: the file
 * @zone: the reader's zone, into which all times are turned
 * @error: as brine_ical_parse()
 *
 * Returns: (transfer full) (nullable): the calendar; one without events is none the worse
 */
BrineBusyCalendar *brine_busy_calendar_parse (GBytes *bytes, GTimeZone *zone, GError **error);
BrineBusyCalendar *brine_busy_calendar_ref (BrineBusyCalendar *self);
/* @self: (nullable) */
void brine_busy_calendar_unref (BrineBusyCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineBusyCalendar, brine_busy_calendar_unref)

/* Events and changed occurrences that are shown, however often they recur. */
guint brine_busy_calendar_get_n_events (const BrineBusyCalendar *self);
/* Events left out because their time is free. */
guint brine_busy_calendar_get_n_free (const BrineBusyCalendar *self);
/* Events left out because they cannot be read, or are beyond the limit. */
guint brine_busy_calendar_get_n_unread (const BrineBusyCalendar *self);
/* Events that are shown as the clock reads here, because nobody knows their zone. */
guint brine_busy_calendar_get_n_unzoned (const BrineBusyCalendar *self);

/**
 * BrineBusySpan:
 * @start: by the reader's wall clock; of an all-day one its first midnight
 * @end: likewise; of an all-day one the midnight after its last day
 * @title: one line of valid UTF-8, never NULL, perhaps empty; borrowed from the calendar
 */
typedef struct
{
  BrineLocal start;
  BrineLocal end;
  gboolean all_day;
  const char *title;
} BrineBusySpan;

/**
 * brine_busy_calendar_expand:
 * @from: the first date
 * @to: the last date
 * @out_spans: (element-type BrineBusySpan): gets what touches these dates, by start, the longer
 *   first
 *
 * Returns: whether that is all; FALSE: a series has a rule that takes too long, and is
 *   left out, or there are more than BRINE_BUSY_MAX_SPANS times, and the rest is left out
 */
gboolean brine_busy_calendar_expand (BrineBusyCalendar *self, BrineDay from, BrineDay to,
                                     GArray *out_spans);

G_END_DECLS
