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
/* The days that are shown; what is today decides which of them need no year. */
void brine_any_day_shelf_set_days (BrineAnyDayShelf *self, BrineDay first, int n_days,
                                   BrineDay today);
/* @pauses: (nullable) (element-type BrinePause): drawn over their days */
void brine_any_day_shelf_set_pauses (BrineAnyDayShelf *self, GPtrArray *pauses);

/* (transfer none) (nullable): the chip of the quota item with that id */
GtkWidget *brine_any_day_shelf_find_chip (BrineAnyDayShelf *self, const char *item_id);

/* Signals: "toggle" (BrineQuotaStatus *): a chip was clicked: log one, or take that log back;
 * "menu" (BrineQuotaStatus *, GtkWidget *chip): its menu is asked for; "edit-pause"
 * (BrinePause *, GtkWidget *bar); "change-pause" (BrinePause *): with other days; "remove-pause"
 * (BrinePause *). */

G_END_DECLS
