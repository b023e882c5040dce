/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-models.h"
#include "brine-recipe.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_TODAY_PAGE (brine_today_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineTodayPage, brine_today_page, BRINE, TODAY_PAGE, AdwBin)

/* One day to do and to log. Properties "narrow" (gboolean) and "title" (string, read-only: the
 * date). @catalogue nullable: meals then show no servings. (transfer floating) */
GtkWidget *brine_today_page_new (BrineHistory *history, BrineClock *clock,
                                 BrineCatalogue *catalogue);
/* Opens civil day @day. */
void brine_today_page_show_day (BrineTodayPage *self, BrineDay day);

/* Actions: today.previous, today.next, today.today, today.mood(i), today.pause, today.log,
 * today.log-night. */

G_END_DECLS
