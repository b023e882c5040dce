/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-models.h"

G_BEGIN_DECLS

#define BRINE_TYPE_ANY_DAY_SHELF (brine_any_day_shelf_get_type ())
G_DECLARE_FINAL_TYPE (BrineAnyDayShelf, brine_any_day_shelf, BRINE, ANY_DAY_SHELF, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_any_day_shelf_new (void);
/* @quotas: (nullable) GListModel of BrineQuotaStatus */
void brine_any_day_shelf_set_quotas (BrineAnyDayShelf *self, GListModel *quotas);
/* @days: (nullable) GListModel of BrineDaySummary: pauses are drawn over their days, of which
 * @n_days from @first on are shown. */
void brine_any_day_shelf_set_days (BrineAnyDayShelf *self, GListModel *days, BrineDay first,
                                   int n_days);

/* Signals: "toggle" (BrineQuotaStatus *): a chip was clicked: log one, or take that log back;
 * "menu" (BrineQuotaStatus *, GtkWidget *chip): its menu is asked for. */

G_END_DECLS
