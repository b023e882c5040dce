/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-any-day-shelf.h"

G_BEGIN_DECLS

/* A pause over its days, as far as they are shown. */
typedef struct
{
  BrinePause *pause; /* owned; while an end is drawn with its new days */
  GtkWidget *widget; /* borrowed, a child */
  int lane;          /* line of its own when another has these days too */
} BrineShelfBar;

struct _BrineAnyDayShelf
{
  GtkWidget parent_instance;

  GListModel *quotas;
  BrineDay first;
  int n_days;
  BrineDay today;
  GtkWidget *caption;
  GtkWidget *chips;
  GPtrArray *pauses;  /* BrinePause; nullable */
  GPtrArray *bars;    /* BrineShelfBar, owned */
  GtkGesture *drag;   /* borrowed */
  int held;           /* index of the bar whose end is drawn, -1: none */
  gboolean at_end;    /* which end */
  gboolean drawing;   /* it is a drag by now */
  BrineDay held_from; /* its days before */
  BrineDay held_to;
};

/* brine-shelf-pauses.c */
void brine_any_day_shelf_add_bars (BrineAnyDayShelf *self);
void brine_any_day_shelf_clear_bars (BrineAnyDayShelf *self);
int brine_any_day_shelf_count_lanes (BrineAnyDayShelf *self);
/* In px from the first column on, in reading direction. */
void brine_any_day_shelf_get_bar_place (BrineAnyDayShelf *self, const BrineShelfBar *bar, int width,
                                        int *out_x, int *out_width);

void brine_any_day_shelf_update_visible (BrineAnyDayShelf *self);
void brine_any_day_shelf_emit_edit (BrineAnyDayShelf *self, const BrinePause *pause,
                                    GtkWidget *bar);
void brine_any_day_shelf_emit_change (BrineAnyDayShelf *self, const BrinePause *pause);
void brine_any_day_shelf_emit_remove (BrineAnyDayShelf *self, const BrinePause *pause);

G_END_DECLS
