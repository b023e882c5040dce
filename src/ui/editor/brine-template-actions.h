/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-models.h"

G_BEGIN_DECLS

/**
 * brine_template_actions_add:
 *
 * Adds to @window what is done with weeks under a name: "save-template" and "apply-template", each
 * with the first day of a week (i, a BrineDay).
 */
void brine_template_actions_add (GtkApplicationWindow *window, BrineHistory *history,
                                 BrineClock *clock);

G_END_DECLS
