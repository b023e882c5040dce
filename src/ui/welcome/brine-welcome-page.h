/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-narrow-page.h"
#include "brine-recipe.h"
#include "brine-service-link.h"

G_BEGIN_DECLS

/* What somebody sees who has no diary yet: a greeting, a short form, and the week that comes of
 * it. Property "narrow" (gboolean). Signals: "finished" (), when the plan is on its way to the
 * disk or the user skips; "sample" (), when the user would rather look around. */
#define BRINE_TYPE_WELCOME_PAGE (brine_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineWelcomePage, brine_welcome_page, BRINE, WELCOME_PAGE, BrineNarrowPage)

/* @link: (nullable): what delivers reminders */
GtkWidget *brine_welcome_page_new (BrineHistory *history, BrineClock *clock,
                                   BrineCatalogue *catalogue, BrineServiceLink *link);

G_END_DECLS
