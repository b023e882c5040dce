/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy-calendar.h"
#include "brine-ical-zones-private.h"
#include "brine-recurrence.h"

G_BEGIN_DECLS

/* An event, or one changed occurrence, with its times as they read in its own zone. */
typedef struct
{
  char *title;
  BrineIcalZone *zone; /* NULL: the reader's, or none, or all day */
  gboolean all_day;
  BrineLocal start;
  int64_t seconds;             /* elapsed with a zone, else of the wall clock; 0 or more */
  BrineRule *rule;             /* NULL: none */
  GArray *rdates;              /* BrineLocal; NULL: none */
  GArray *exdates;             /* BrineLocal; NULL: none */
  BrineRecurrence *recurrence; /* made of the above when all is read; NULL: once */
} BrineBusyEvent;

/* What an event says beside its times. */
typedef struct
{
  BrineBusyEvent *event; /* NULL: it has no start that can be read */
  char *uid;             /* NULL: none */
  gboolean is_override;
  BrineIcalTime recurrence_id;
  gboolean cancelled;
  gboolean free;
  gboolean is_unzoned; /* its zone is unknown */
} BrineBusyReading;

/* Reads a VEVENT; out of range of the calendar nothing is read but this component. */
void brine_busy_read_event (BrineIcalComponent *component, BrineIcalZones *zones, GTimeZone *target,
                            BrineBusyReading *out_reading);
void brine_busy_reading_clear (BrineBusyReading *reading);
/* The reading of @time in the zone of @event: what names one of its occurrences. */
BrineLocal brine_busy_event_place (const BrineBusyEvent *event, const BrineIcalTime *time,
                                   GTimeZone *target);
void brine_busy_event_exclude (BrineBusyEvent *event, BrineLocal original);
/* Makes the recurrence; no date can be added afterwards. */
void brine_busy_event_close (BrineBusyEvent *event);
void brine_busy_event_free (BrineBusyEvent *event);

G_END_DECLS
