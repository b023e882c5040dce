/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-event-private.h"

G_BEGIN_DECLS

/* How the times of one series are placed on the reader's wall clock. */
typedef struct
{
  BrineIcalZones *zones;     /* borrowed */
  BrineImportReport *report; /* borrowed */
  gboolean all_day;
  int all_day_second;    /* where an all-day event begins */
  gboolean keep_reading; /* the rule's days forbid a turn into local time */
  int day_shift;         /* of the start, by the turn into local time */
  BrineLocal start;
} BrineIcalPlacement;

BrineIcalPlacement brine_ical_placement_new (const BrineIcalEvent *event, BrineIcalZones *zones,
                                             int day_start_minutes, BrineImportReport *report);
BrineLocal brine_ical_place_start (const BrineIcalPlacement *placement, const BrineIcalTime *time);
/* A time that names an occurrence: in an all-day series its date counts, and a bare date means the
 * occurrence of that day. */
BrineLocal brine_ical_place_occurrence (const BrineIcalPlacement *placement,
                                        const BrineIcalTime *time);
/* Planned minutes, rounded up; never negative. What happens once ends where the wall clock says;
 * all of a series last as long as its first, exactly (RFC 5545, 3.8.5.3), or its DURATION. */
int brine_ical_get_minutes (const BrineIcalEvent *event, BrineImportReport *report);
/* Gives @item its rule. One that cannot be read is kept with the event, which then happens once;
 * one whose days cannot move along brings the start back to its reading. */
void brine_ical_read_rule (BrineIcalEvent *event, BrineIcalPlacement *placement,
                           BrinePlanItem *item);
/* Gives @item its further, excluded and cancelled dates. */
void brine_ical_read_dates (BrineIcalEvent *event, const BrineIcalPlacement *placement,
                            BrinePlanItem *item);
/* By original; of equal ones the last is kept. */
void brine_ical_sort_exceptions (GPtrArray *exceptions);

G_END_DECLS
