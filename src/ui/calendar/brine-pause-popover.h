/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-records.h"

G_BEGIN_DECLS

#define BRINE_TYPE_PAUSE_POPOVER (brine_pause_popover_get_type ())
G_DECLARE_FINAL_TYPE (BrinePausePopover, brine_pause_popover, BRINE, PAUSE_POPOVER, GtkPopover)

/* A pause to add, or to change when it is among @others: why, its days, a note. @pause: copied;
 * @others: (element-type BrinePause), those there are, referenced. Days of a pause for another
 * reason are not accepted. @first_weekday: that weeks begin on, 1 Monday to 7 Sunday. (transfer
 * floating) */
GtkWidget *brine_pause_popover_new (const BrinePause *pause, GPtrArray *others, BrineDay today,
                                    int first_weekday);

/* Signals: "accepted" (BrinePause *): wanted so, the popover closes; "removed" (BrinePause *) */

G_END_DECLS
