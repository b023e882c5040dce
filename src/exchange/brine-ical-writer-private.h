/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-event-private.h"
#include "brine-ical-private.h"

G_BEGIN_DECLS

/* What the parts of the export share while an item is written. */
typedef struct
{
  GString *out;
  const BrinePlanItem *item;
  BrineIcalComponent *foreign; /* the item's, parsed; NULL: none */
  BrineIcalComponent *lines;   /* of the event that is being written: foreign or an override's */
  BrineInstant now;
  int all_day_second; /* -1: timed */
} BrineIcalWriter;

/* Writes one line, folded. */
void brine_ical_write_line (BrineIcalWriter *writer, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Writes the components of the event: those of other programs as they came, and an alarm for each
 * reminder that one can say and none of theirs does. @minutes: how long the event lasts. */
void brine_ical_write_components (BrineIcalWriter *writer, int minutes, const char *title);

G_END_DECLS
