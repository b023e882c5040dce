/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The parts of a day, as Today groups them. */
typedef enum
{
  BRINE_PART_MORNING,
  BRINE_PART_AFTERNOON, /* from 12:00 */
  BRINE_PART_EVENING,   /* from 18:00, and what is left of the civil day after midnight */
} BrineDayPart;
#define BRINE_N_DAY_PARTS 3

BrineDayPart brine_day_part_of (BrineOccurrence *occurrence);

#define BRINE_TYPE_DAY_LIST (brine_day_list_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayList, brine_day_list, BRINE, DAY_LIST, AdwBin)

/* @acts: borrowed, outlives the list. @agenda: follows its range. (transfer floating) */
GtkWidget *brine_day_list_new (const BrineActs *acts, BrineAgendaModel *agenda);
/* The next rows that come are of another day: finished groups fold. */
void brine_day_list_begin_day (BrineDayList *self, BrineDay day);
/* Shows everything again: the time has moved on. */
void brine_day_list_refresh (BrineDayList *self);

G_END_DECLS
