/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical-event-private.h"
#include "brine-ical-placement-private.h"

G_BEGIN_DECLS

/* An event with a RECURRENCE-ID: one changed occurrence of a series. */
typedef struct
{
  BrineIcalEvent *event;
  GArray *reminders;   /* int, minutes before, of its plain alarms */
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

/* Whether @item has a reminder of that many minutes before its start, and no more than that. */
gboolean brine_ical_has_reminder (const BrinePlanItem *item, int minutes);
/* Adds @minutes (int: before the start) to the reminders of @item. FALSE: there are more than an
 * item can have; the first ones were taken. */
gboolean brine_ical_add_reminders (BrinePlanItem *item, const GArray *minutes);

G_END_DECLS
