/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-models.h"
#include "brine-recipe.h"

G_BEGIN_DECLS

/**
 * brine_editor_actions_add:
 * @window: gets the actions "add-item" and "edit-occurrence"; replaces those of another diary
 * @history: the diary
 * @clock: tells today
 * @catalogue: (nullable): recipes
 *
 * "add-item" (s): opens the editor for something new that begins at a local time
 * "2026-11-19T16:00", perhaps with a length "…/PT45M"; "" is the next full hour.
 * "edit-occurrence" (ss): item id, and original start of the occurrence or "".
 */
void brine_editor_actions_add (GtkApplicationWindow *window, BrineHistory *history,
                               BrineClock *clock, BrineCatalogue *catalogue);

/* Reads "2026-11-19T16:00" or "2026-11-19T16:00/PT45M". @out_minutes: 0 when it says none. */
gboolean brine_editor_parse_start (const char *text, BrineLocal *out_start, int *out_minutes);

G_END_DECLS
