/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-event-private.h"
#include "brine-ical-placement-private.h"

G_BEGIN_DECLS

/* An event with a RECURRENCE-ID: one changed occurrence of a series. */
typedef struct
{
  BrineIcalEvent *event;
  GArray *reminders;   /* int, of its plain alarms */
  GString *alarm_text; /* of the same */
} BrineIcalOverride;

/* @event: (transfer full); the component that it was read from must still be there. */
BrineIcalOverride *brine_ical_override_new (BrineIcalEvent *event, BrineImportReport *report);
void brine_ical_override_free (BrineIcalOverride *override);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIcalOverride, brine_ical_override_free)

/* Makes it an exception of @item, whose start lies at @placement. The exceptions are sorted by the
 * caller in the end. */
void brine_ical_override_attach (BrineIcalOverride *override, BrinePlanItem *item,
                                 const BrineIcalPlacement *placement, BrineImportReport *report);

/* Adds @all (int, sorted here) to the reminders of @item: ascending, each once. */
void brine_ical_set_reminders (BrinePlanItem *item, GArray *all);

G_END_DECLS
