/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"
#include "brine-service-link.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Preferences. What belongs to the diary (day start, week start, goal, diet) is stored in it,
 * through @history, and undone like anything else; how the window looks is in @settings. */
#define BRINE_TYPE_PREFERENCES_WINDOW (brine_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (BrinePreferencesWindow, brine_preferences_window, BRINE, PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

/* @settings: (nullable): without the schema of the settings there is no style to choose
 * @link: to what delivers reminders */
GtkWidget *brine_preferences_window_new (BrineHistory *history, BrineClock *clock,
                                         GSettings *settings, BrineServiceLink *link);

G_END_DECLS
