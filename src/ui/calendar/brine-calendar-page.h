/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-calendar-range.h"
#include "brine-models.h"
#include "brine-overlay.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

#define BRINE_TYPE_CALENDAR_PAGE (brine_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (BrineCalendarPage, brine_calendar_page, BRINE, CALENDAR_PAGE, AdwBin)

/**
 * brine_calendar_page_new:
 * @history: every write goes through it
 * @clock: what is now
 * @catalogue: (nullable): live servings of meals
 *
 * The plan by day, week, month and year, with one date and one filter.
 *
 * Properties: "narrow" (gboolean): the window is below 600 px wide; "settings" (GSettings,
 * nullable): where the view and the zoom are remembered.
 *
 * Returns: (transfer floating)
 */
GtkWidget *brine_calendar_page_new (BrineHistory *history, BrineClock *clock,
                                    BrineCatalogue *catalogue);

void brine_calendar_page_set_view (BrineCalendarPage *self, BrineCalendarView view);
BrineCalendarView brine_calendar_page_get_view (BrineCalendarPage *self);
/* Shows the day or week with @day in it. */
void brine_calendar_page_show_day (BrineCalendarPage *self, BrineDay day);
/* The days that are shown. */
void brine_calendar_page_get_range (BrineCalendarPage *self, BrineDay *out_first, int *out_n_days);

/* Other calendars beside the plan. */
void brine_calendar_page_set_overlay (BrineCalendarPage *self, BrineOverlay *overlay);

G_END_DECLS
