/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_CHECKIN_DETAILS (brine_checkin_details_get_type ())
G_DECLARE_FINAL_TYPE (BrineCheckinDetails, brine_checkin_details, BRINE, CHECKIN_DETAILS, AdwBin)

/* Energy, stress, gut comfort, factors and a note. (transfer floating) */
GtkWidget *brine_checkin_details_new (void);
/* Shows @checkin. @known (nullable): the user's own factors, offered as chips as well. A note that
 * is being typed is left alone. */
void brine_checkin_details_set_checkin (BrineCheckinDetails *self, const BrineCheckin *checkin,
                                        GPtrArray *known);
/* Writes what is shown into @checkin. */
void brine_checkin_details_read (BrineCheckinDetails *self, BrineCheckin *checkin);
/* Says "edited" now about a note that is still being typed. */
void brine_checkin_details_flush (BrineCheckinDetails *self);
/* One column for narrow windows. */
void brine_checkin_details_set_narrow (BrineCheckinDetails *self, gboolean narrow);

/* Signal "edited" (): the user changed something. */

G_END_DECLS
