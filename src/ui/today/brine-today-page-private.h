/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"
#include "brine-today-page.h"

G_BEGIN_DECLS

/* The widgets of the page: brine-today-layout.c makes them and lays them out, brine-today-page.c
 * gives them what they show. */
typedef struct
{
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *navigation; /* hidden when narrow, where the next two take its place */
  GtkWidget *date;
  GtkWidget *today_button;
  GtkWidget *narrow_days; /* NULL until it was narrow, so is the next */
  GtkWidget *foot;
  GtkWidget *columns;
  GtkWidget *main;
  GtkWidget *side;
  GtkWidget *summary_slot; /* in the main column, for one column */
  GtkWidget *quota_slot;
  GtkWidget *checkin;
  GtkWidget *pause;
  GtkWidget *next;
  GtkWidget *list;
  GtkWidget *empty; /* NULL until there was nothing */
  GtkWidget *summary;
  GtkWidget *quotas;
  gboolean two_columns;
} BrineTodayLayout;

void brine_today_layout_init (BrineTodayLayout *layout, const BrineActs *acts,
                              BrineAgendaModel *agenda);
/* The main column alone, or the side column beside it. */
void brine_today_layout_set_two_columns (BrineTodayLayout *layout, gboolean two_columns);
/* On a day that lies ahead there is nothing to say of one's mood. */
void brine_today_layout_set_ahead (BrineTodayLayout *layout, gboolean ahead);
/* Says, below the rows, that nothing is planned. */
void brine_today_layout_set_empty (BrineTodayLayout *layout, gboolean empty);
void brine_today_layout_set_narrow (BrineTodayLayout *layout, gboolean narrow);

G_END_DECLS
