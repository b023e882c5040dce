/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-item-editor.h"

G_BEGIN_DECLS

struct _BrineItemEditor
{
  AdwWindow parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue; /* NULL: no recipes */
  BrinePlanItem *item;       /* as it is stored; NULL: something new */
  BrinePlanItem *shown;      /* as the form began; what is typed is compared with it */
  BrineLocal original;
  BrineDay today;
  gboolean building; /* set by the program, not by the user */
  gboolean titled;   /* the user gave the title; else it follows the practice */
  GArray *logged;    /* BrineLocal: what is logged of it; NULL: not asked yet */
  char *label;       /* what is on its way to the disk; NULL: nothing */

  GtkWidget *header;
  GtkWidget *cancel;
  GtkWidget *save;
  GtkWidget *error_revealer;
  GtkWidget *error;
  GtkWidget *practices[BRINE_N_PRACTICES];
  GtkWidget *title;
  GtkWidget *place;
  GtkWidget *date;
  GtkWidget *time_row;
  GtkWidget *time;
  GtkWidget *overlap; /* what it would overlap; hidden when it is nothing */
  GtkWidget *minutes_row;
  GtkWidget *minutes;
  GtkWidget *repeat;
  GtkWidget *goal;
  GtkWidget *reminders;
  GtkWidget *meal_group;
  GtkWidget *slot;
  GtkWidget *recipe; /* NULL without a catalogue */
  GtkWidget *portions;
  GtkWidget *notes;
};

/* brine-item-editor-form.c: the widgets, filled from @shown */
void brine_item_editor_build (BrineItemEditor *self);
/* What the form says. (transfer full) */
BrinePlanItem *brine_item_editor_collect (BrineItemEditor *self);
/* One sentence on what is wrong, and the widget where; NULL: it is fine. (transfer none) */
const char *brine_item_editor_check (BrineItemEditor *self, GtkWidget **out_where);
void brine_item_editor_show_error (BrineItemEditor *self, const char *sentence, GtkWidget *where);
BrinePractice brine_item_editor_get_practice (BrineItemEditor *self);

G_END_DECLS
