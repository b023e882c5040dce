/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_PAGE_SLOT (brine_page_slot_get_type ())
G_DECLARE_FINAL_TYPE (BrinePageSlot, brine_page_slot, BRINE, PAGE_SLOT, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_page_slot_new (void);

/* @page: (nullable): what was there goes away. */
void brine_page_slot_set_page (BrinePageSlot *self, GtkWidget *page);
/* (transfer none) (nullable) */
GtkWidget *brine_page_slot_get_page (BrinePageSlot *self);

G_END_DECLS
