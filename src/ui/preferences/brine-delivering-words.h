/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-service-link.h"

G_BEGIN_DECLS

/* Whether reminders arrive, in words. All translated, (transfer none). */

/* Whether they arrive now, with the window closed. Something may be wrong with the answers to them. */
gboolean brine_delivering_is_yes (BrineDelivering delivering);
/* "Reminders Arrive" */
const char *brine_delivering_get_title (BrineDelivering delivering);
/* Why not, or until when, and what helps; one or two sentences. */
const char *brine_delivering_get_reason (BrineDelivering delivering);

G_END_DECLS
