/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_SWITCHER_TITLE (brine_switcher_title_get_type ())
G_DECLARE_FINAL_TYPE (BrineSwitcherTitle, brine_switcher_title, BRINE, SWITCHER_TITLE, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_switcher_title_new (AdwViewStack *stack);

/* Makes the switcher with names below its icons at once, for a window that opens at a width where
 * it is likely to be needed. */
void brine_switcher_title_prepare_narrow (BrineSwitcherTitle *self);

void brine_switcher_title_set_title (BrineSwitcherTitle *self, const char *title);

/* Without switchers the title shows whatever the width. */
void brine_switcher_title_set_switcher_enabled (BrineSwitcherTitle *self, gboolean enabled);

gboolean brine_switcher_title_is_title_visible (BrineSwitcherTitle *self);

G_END_DECLS
