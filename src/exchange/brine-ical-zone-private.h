/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical.h"
#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineIcalZone:
 *
 * A zone that a calendar file names: one of the zone database, or one that the file describes
 * itself. Immutable, reference counted, any thread.
 */
typedef struct _BrineIcalZone BrineIcalZone;

/* From an instant on, clocks are @offset seconds east of UTC. */
typedef struct
{
  int64_t unix_seconds;
  int offset;
} BrineIcalOnset;

/* What a VTIMEZONE may cost to read, in steps of its recurrences; one that costs more is unread. */
#define BRINE_ICAL_ZONE_MAX_STEPS 500000u
#define BRINE_ICAL_ZONE_MAX_OBSERVANCES 1000u
#define BRINE_ICAL_ZONE_MAX_ONSETS 10000u
/* The years in which an endless rule of a VTIMEZONE is followed; what is in force at their end
 * stays so. */
#define BRINE_ICAL_ZONE_FIRST_YEAR 1900
#define BRINE_ICAL_ZONE_LAST_YEAR 2199

/* (transfer full): @zone under our type. */
BrineIcalZone *brine_ical_zone_new (GTimeZone *zone);
/* (transfer full) (nullable): the zone that a TZID names by itself, of the zone database or as
 * Outlook and Exchange call it; NULL: it names none. */
BrineIcalZone *brine_ical_zone_find_named (const char *tzid);

/**
 * brine_ical_zone_read:
 * @component: a VTIMEZONE (RFC 5545 section 3.6.5)
 * @steps_left: (inout): how many steps may be taken; what was taken is subtracted
 *
 * Reads the zone from its observances by our own recurrence engine. A time before the first of them
 * has the offset that the first one ends.
 *
 * Returns: (transfer full) (nullable): the zone; NULL when a part of it cannot be read or is beyond
 *   the limits: half a zone would put times wrongly without a word
 */
BrineIcalZone *brine_ical_zone_read (BrineIcalComponent *component, guint *steps_left);

BrineIcalZone *brine_ical_zone_ref (BrineIcalZone *self);
/* @self: (nullable) */
void brine_ical_zone_unref (BrineIcalZone *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIcalZone, brine_ical_zone_unref)

/* As brine_zone_resolve() and brine_zone_get_local(). */
BrineInstant brine_ical_zone_resolve (const BrineIcalZone *self, BrineLocal local);
BrineLocal brine_ical_zone_get_local (const BrineIcalZone *self, BrineInstant instant);
/* Whether it is @zone, by its name in the zone database. */
gboolean brine_ical_zone_is_same (const BrineIcalZone *self, GTimeZone *zone);

/* Of the files of the zone: @before: the offset before the first onset; @onsets: (element-type
 * BrineIcalOnset) (transfer full), by time. (transfer full) */
BrineIcalZone *brine_ical_zone_new_described (int before, GArray *onsets);

G_END_DECLS
