/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-page-private.h"
#include "brine-overlay-model.h"

G_BEGIN_DECLS

/* brine-calendar-page-beside.c: other calendars beside the plan, and the menu of the page. */

struct _BrineCalendarBeside
{
  BrineOverlay *overlay;    /* NULL: none was given */
  BrineOverlayModel *model; /* NULL as well */
  GtkWidget *shelf;         /* what takes whole days */
};

/* What the page appends above its grid. (transfer floating) */
GtkWidget *brine_calendar_page_make_beside (BrineCalendarPage *self);
/* "Other Calendars…", "Print…". (transfer floating) */
GtkWidget *brine_calendar_page_make_menu_button (void);
/* The days that come, and those that are shown now. */
void brine_calendar_page_load_beside (BrineCalendarPage *self);
/* (transfer none) (nullable): GListModel of BrineBusy */
GListModel *brine_calendar_page_get_busy (BrineCalendarPage *self);
void brine_calendar_page_show_beside (BrineCalendarPage *self);
void brine_calendar_page_clear_beside (BrineCalendarPage *self);
void brine_calendar_page_install_beside (GtkWidgetClass *widget_class);

/* brine-calendar-page-print.c */
void brine_calendar_page_install_print (GtkWidgetClass *widget_class);

G_END_DECLS
