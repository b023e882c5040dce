/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Whether reminders arrive while the window is closed, why not, and what can be done; and a
 * notification to try it. Signal "toast" (const char *text). */
#define BRINE_TYPE_DELIVERY_GROUP (brine_delivery_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineDeliveryGroup, brine_delivery_group, BRINE, DELIVERY_GROUP,
                      AdwPreferencesGroup)

/* (transfer floating) */
GtkWidget *brine_delivery_group_new (BrineServiceLink *link);

G_END_DECLS
