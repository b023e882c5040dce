/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-time.h"

G_BEGIN_DECLS

#define BRINE_TYPE_BUSY_SHELF (brine_busy_shelf_get_type ())
G_DECLARE_FINAL_TYPE (BrineBusyShelf, brine_busy_shelf, BRINE, BUSY_SHELF, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_busy_shelf_new (void);
/* @busy: (nullable) GListModel of BrineBusy; only what takes whole days is shown. */
void brine_busy_shelf_set_model (BrineBusyShelf *self, GListModel *busy);
void brine_busy_shelf_set_days (BrineBusyShelf *self, BrineDay first, int n_days);

G_END_DECLS
