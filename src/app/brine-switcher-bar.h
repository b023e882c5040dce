/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_SWITCHER_BAR (brine_switcher_bar_get_type ())
G_DECLARE_FINAL_TYPE (BrineSwitcherBar, brine_switcher_bar, BRINE, SWITCHER_BAR, GtkWidget)

/* The pages of @stack at the foot of a narrow window: icons with names, or, where large text has
 * no room for whole names, icons alone, whose names are hints. (transfer floating) */
GtkWidget *brine_switcher_bar_new (AdwViewStack *stack);

G_END_DECLS
