/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_PRACTICE_ICON (brine_practice_icon_get_type ())
G_DECLARE_FINAL_TYPE (BrinePracticeIcon, brine_practice_icon, BRINE, PRACTICE_ICON, AdwBin)

/* A round of 32 px in the practice's tint with its icon. (transfer floating) */
GtkWidget *brine_practice_icon_new (BrinePractice practice);
/* The same in the neutral colours with any icon: jars, people, telephones. (transfer floating) */
GtkWidget *brine_practice_icon_new_neutral (const char *icon_name);
void brine_practice_icon_set_practice (BrinePracticeIcon *self, BrinePractice practice);

G_END_DECLS
