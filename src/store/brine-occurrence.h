/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"
#include "brine-records.h"

G_BEGIN_DECLS

/**
 * BrineOccurrence:
 *
 * One row of the agenda: an occurrence with what became of it, a spontaneous log, or a night.
 * A planned night (practice sleep) and the night that was slept on the same civil day are one
 * occurrence, in the state done. What a log says goes before what a night says.
 *
 * Immutable, so any thread may read it. Strings and records are (transfer none) and live as long
 * as the object; uid, recipe, notes and location are nullable. Times are wall clock readings.
 */
#define BRINE_TYPE_OCCURRENCE (brine_occurrence_get_type ())
G_DECLARE_FINAL_TYPE (BrineOccurrence, brine_occurrence, BRINE, OCCURRENCE, GObject)

/* Stable while it exists: "item-id@original" or the id of the log or night. */
const char *brine_occurrence_get_key (BrineOccurrence *self);
/* NULL for a spontaneous log or an unplanned night. Of a log it may name a quota item, or one
 * that is gone. */
const char *brine_occurrence_get_item_id (BrineOccurrence *self);
/* The iCalendar UID; NULL without an item that still is in the plan. */
const char *brine_occurrence_get_uid (BrineOccurrence *self);
/* (nullable) (transfer none): what the plan says of it; NULL when nothing does. */
const BrineSlot *brine_occurrence_get_planned (BrineOccurrence *self);
/* With the item's id what names an occurrence for good. */
BrineLocal brine_occurrence_get_original (BrineOccurrence *self);
/* Where it is drawn: as planned; for a night that was slept, as it was slept; a spontaneous log for as
 * long as it took by the clock that it began with. */
BrineLocal brine_occurrence_get_start (BrineOccurrence *self);
BrineLocal brine_occurrence_get_end (BrineOccurrence *self);
/* As planned, by the wall clock: end - start. Of a night that was slept and of a spontaneous log what
 * elapsed, which is not end - start for a night in which the clocks changed. */
int brine_occurrence_get_minutes (BrineOccurrence *self);
/* The civil day that it counts for: a night for the day of waking. */
BrineDay brine_occurrence_get_day (BrineOccurrence *self);
BrinePractice brine_occurrence_get_practice (BrineOccurrence *self);
BrineState brine_occurrence_get_state (BrineOccurrence *self);
/* Never NULL; empty for an unplanned night. */
const char *brine_occurrence_get_title (BrineOccurrence *self);
gboolean brine_occurrence_is_recurring (BrineOccurrence *self);
gboolean brine_occurrence_is_moved (BrineOccurrence *self);
/* What the plan says: goal of the day, recipe, portions, slot, notes, place. */
BrineGoal brine_occurrence_get_goal (BrineOccurrence *self);
const char *brine_occurrence_get_recipe_id (BrineOccurrence *self);
double brine_occurrence_get_portions (BrineOccurrence *self);
BrineMealSlot brine_occurrence_get_slot (BrineOccurrence *self);
const char *brine_occurrence_get_notes (BrineOccurrence *self);
const char *brine_occurrence_get_location (BrineOccurrence *self);
/* (transfer none) (nullable): what happened. */
const BrineLog *brine_occurrence_get_log (BrineOccurrence *self);
const BrineNight *brine_occurrence_get_night (BrineOccurrence *self);
/* Same content: nothing to redraw. */
gboolean brine_occurrence_equal (BrineOccurrence *a, BrineOccurrence *b);
/* Order of the agenda: start, longer first, title, key; 0 only for the same key. */
int brine_occurrence_compare (BrineOccurrence *a, BrineOccurrence *b);

G_END_DECLS
