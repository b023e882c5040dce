/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BRINE_TYPE_STAT_CARD (brine_stat_card_get_type ())
G_DECLARE_FINAL_TYPE (BrineStatCard, brine_stat_card, BRINE, STAT_CARD, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_stat_card_new (BrinePractice practice);
/* The plants of a week. (transfer floating) */
GtkWidget *brine_stat_card_new_plants (void);
/* Something of @practice that is done some times a week. (transfer floating) */
GtkWidget *brine_stat_card_new_quota (BrinePractice practice);
BrinePractice brine_stat_card_get_practice (BrineStatCard *self);
/* @quota is only read. */
void brine_stat_card_show_quota (BrineStatCard *self, const BrineQuotaFigure *quota,
                                 BrineDay today);
/* Of sleep the nights in the target, of the others the adherence. @data is only read. */
void brine_stat_card_show (BrineStatCard *self, const BrineProgressData *data, int first_weekday);
/* Whether there is anything to show about @practice. */
gboolean brine_stat_card_is_wanted (const BrineProgressData *data, BrinePractice practice);

G_END_DECLS
