/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-event-private.h"

G_BEGIN_DECLS

/* One line of an event on its way into the event. */
typedef struct
{
  BrineIcalEvent *event;
  BrineIcalZones *zones;
  BrineImportReport *report;
  BrineIcalLine *line;
  char *value; /* as brine_ical_line_dup_value() gives it; may be changed in place */
} BrineIcalReading;

/* Takes a line that only Brine writes, or a stamp. FALSE: it is none, or cannot be read, and is
 * kept with the foreign ones. */
gboolean brine_ical_read_own_line (BrineIcalReading *reading);

/* Keeps a line of another program; one whose place is taken, or which was only taken in part, as
 * BRINE_ICAL_X_ORIGINAL. */
void brine_ical_keep_line (BrineIcalEvent *event, BrineIcalLine *line);
void brine_ical_keep_original (BrineIcalEvent *event, BrineIcalLine *line);
/* Keeps another program's parameters of the line @name that we write ourselves. */
void brine_ical_keep_params (BrineIcalReading *reading, const char *name);
/* Puts everything that was kept, and @components, in the order in which it is written. */
void brine_ical_order_foreign (BrineIcalEvent *event, GString *components);

G_END_DECLS
