/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-narrow-page.h"

G_BEGIN_DECLS

/* Get support: the emergency number, one's own people, helplines of the country, words to send,
 * and a plan for hard days in one's own words. Works offline, asks nothing, tells nobody.
 * Property "narrow" (gboolean): one column. Signal "copied" (): something was put on the
 * clipboard, for a toast. */
#define BRINE_TYPE_SUPPORT_PAGE (brine_support_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineSupportPage, brine_support_page, BRINE, SUPPORT_PAGE, BrineNarrowPage)

/* @history: (nullable): without a diary the page shows what is shipped. */
GtkWidget *brine_support_page_new (BrineHistory *history, BrineClock *clock);

G_END_DECLS
