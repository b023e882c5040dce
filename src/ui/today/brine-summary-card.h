/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_SUMMARY_CARD (brine_summary_card_get_type ())
G_DECLARE_FINAL_TYPE (BrineSummaryCard, brine_summary_card, BRINE, SUMMARY_CARD, AdwBin)

/* What is planned of the minutes of the day. */
typedef struct
{
  double walk_minutes;
  double meditation_minutes;
} BrineDayPlan;

/* (transfer floating) */
GtkWidget *brine_summary_card_new (void);
/* @title: "Today" or a weekday. */
void brine_summary_card_set_title (BrineSummaryCard *self, const char *title);
/* @summary nullable: nothing is known yet. @live_goal: live servings a day, 0: none. */
void brine_summary_card_update (BrineSummaryCard *self, BrineDaySummary *summary,
                                const BrineDayPlan *plan, double live_goal);
/* Without heading in a narrow window. */
void brine_summary_card_set_narrow (BrineSummaryCard *self, gboolean narrow);

G_END_DECLS
