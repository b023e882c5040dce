/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-zone-private.h"

G_BEGIN_DECLS

/* How a time was given. */
typedef enum
{
  BRINE_ICAL_TIME_FLOATING,
  BRINE_ICAL_TIME_DATE,
  BRINE_ICAL_TIME_ZONED,        /* with a TZID that is known, or in UTC */
  BRINE_ICAL_TIME_UNKNOWN_ZONE, /* with a TZID that is not: read as it stands */
} BrineIcalTimeKind;

typedef struct
{
  BrineIcalTimeKind kind;
  BrineLocal reading;   /* as it stands in the file */
  BrineLocal local;     /* in the target zone; the reading for all kinds but ZONED */
  BrineInstant instant; /* of a ZONED one; else the reading taken as UTC, for differences */
} BrineIcalTime;

/* Reads times into one target zone; remembers the zones that it met. A TZID means the zone of that
 * name, and only if there is none what the file describes under it (VTIMEZONE). */
typedef struct _BrineIcalZones BrineIcalZones;

/* @target: the reader's zone */
BrineIcalZones *brine_ical_zones_new (GTimeZone *target);
void brine_ical_zones_free (BrineIcalZones *zones);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIcalZones, brine_ical_zones_free)

/* Learns what a VTIMEZONE describes, within BRINE_ICAL_ZONE_MAX_STEPS for all of them together; what
 * cannot be read stays unknown. The first one of a name counts. */
void brine_ical_zones_define (BrineIcalZones *zones, BrineIcalComponent *component);
/* Whether a zone was defined after it had been asked for and was unknown, since the last call: what
 * was read in between has to be read again. */
gboolean brine_ical_zones_take_stale (BrineIcalZones *zones);

/* @value: one DATE or DATE-TIME; @tzid: (nullable) */
gboolean brine_ical_zones_read (BrineIcalZones *zones, const char *value, const char *tzid,
                                BrineIcalTime *out_time);
/* From @start to @end by the wall clock of the target zone; what elapses where that would be nothing,
 * as in the hour that comes twice. */
int64_t brine_ical_get_wall_seconds (const BrineIcalTime *start, const BrineIcalTime *end);
/* The zone in which brine_ical_zones_read() reads @value; NULL: it floats, is a date, or its zone
 * is unknown. (transfer none) (nullable) */
BrineIcalZone *brine_ical_zones_find (BrineIcalZones *zones, const char *value, const char *tzid);

G_END_DECLS
