/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/*
 * What things are called: translated, for the window, the terminal and notifications. (transfer none)
 * for all. Main thread.
 */

const char *brine_practice_get_name (BrinePractice practice);   /* "Meditation" */
const char *brine_practice_get_plural (BrinePractice practice); /* "Meals" */
const char *brine_practice_get_icon_name (BrinePractice practice);
const char *brine_practice_get_css_class (BrinePractice practice); /* "meal", … */
const char *brine_state_get_name (BrineState state);               /* "done" */
const char *brine_state_get_css_class (BrineState state);          /* "done"; due: "planned" */
const char *brine_state_get_icon_name (BrineState state);          /* NULL: planned has no badge */
const char *brine_mood_get_name (int mood);                        /* "Rough" … "Great" */
/* The word that goes with an act, by practice: "Eaten", "Done". */
const char *brine_practice_get_done_word (BrinePractice practice);
const char *brine_mood_get_icon_name (int mood, gboolean filled);
const char *brine_pause_reason_get_name (BrinePauseReason reason);
const char *brine_skip_reason_get_name (BrineSkipReason reason);
const char *brine_meal_slot_get_name (BrineMealSlot slot);
/* "sugar" -> "Sugar"; the user's own words stay as they are. */
const char *brine_factor_get_name (const char *factor);
/* NULL-terminated nicks offered by default. */
const char *const *brine_factor_get_defaults (void);
/* The other known nicks, one click further away. */
const char *const *brine_factor_get_more (void);

/* "Monday", "Mon" and "M"; weekday 1 Monday to 7 Sunday. A letter stands where
 * there is no room for more, above a column or on a button that says the name otherwise. */
const char *brine_format_weekday (int weekday);
const char *brine_format_weekday_short (int weekday);
const char *brine_format_weekday_letter (int weekday);

G_END_DECLS
