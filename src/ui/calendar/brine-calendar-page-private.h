/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-page.h"
#include "brine-hour-grid.h"
#include "brine-occurrence-acts.h"

G_BEGIN_DECLS

struct _BrineCalendarPage
{
  AdwBin parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  gboolean narrow;
  BrineCalendarView view;
  BrineCalendarView wide_view; /* what it was before the window became narrow */
  BrineDay date;               /* a day that is shown: what the next view opens on */
  BrineDay shown_today;        /* what the heads take for today */
  int first_weekday;
  gboolean days_stale; /* the models are on their way to other days */
  guint minute_timer;  /* 0: none */

  BrineAgendaModel *agenda;
  BrineDayModel *days;
  BrineQuotaModel *quotas;

  GtkWidget *wide_bar;
  GtkWidget *period;
  GtkWidget *view_buttons[2]; /* by BrineCalendarView; the wide bar's */
  GtkWidget *narrow_view_buttons[2];
  GtkWidget *narrow_bar;
  GtkWidget *strip;
  GtkWidget *day_title;
  GtkWidget *day_words;
  GtkWidget *day_face;
  GtkWidget *heads;
  GtkWidget *shelf;
  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *empty;
  GtkWidget *key_line;
  GtkWidget *popover; /* NULL: none was opened yet */
};

BrineDay brine_calendar_page_get_log_day (BrineCalendarPage *self);

/* brine-calendar-page-days.c: the days that are shown and the models behind them */
BrineDay brine_calendar_page_get_today (BrineCalendarPage *self);
void brine_calendar_page_bind_models (BrineCalendarPage *self);
/* The models go to the days of the date and the view; the views follow when the rows are there. */
void brine_calendar_page_load_days (BrineCalendarPage *self);
void brine_calendar_page_show_days (BrineCalendarPage *self);
void brine_calendar_page_show_now (BrineCalendarPage *self);

/* brine-calendar-page-build.c: the widgets */
void brine_calendar_page_build (BrineCalendarPage *self);

typedef struct
{
  const char *name;
  const char *type; /* NULL: no parameter */
  GtkWidgetActionActivateFunc activate;
} BrineCalendarAction;

/* brine-calendar-page-actions.c: puts the concerns below together */
void brine_calendar_page_install_actions (GtkWidgetClass *widget_class);
void brine_calendar_page_install_table (GtkWidgetClass *widget_class,
                                        const BrineCalendarAction *actions, guint n_actions);
void brine_calendar_page_update_actions (BrineCalendarPage *self);
BrineActs brine_calendar_page_get_acts (BrineCalendarPage *self);

/* brine-calendar-page-travel.c: which days, which view, how large */
void brine_calendar_page_install_travel (GtkWidgetClass *widget_class);
void brine_calendar_page_step (BrineCalendarPage *self, int direction);
void brine_calendar_page_zoom (BrineCalendarPage *self, int by);

/* brine-calendar-page-plan.c: entries of the plan */
void brine_calendar_page_install_plan (GtkWidgetClass *widget_class);
void brine_calendar_page_add (BrineCalendarPage *self, BrineLocal start, int minutes);

/* brine-calendar-page-selection.c: what is selected */
void brine_calendar_page_install_selection (GtkWidgetClass *widget_class);
void brine_calendar_page_edit (BrineCalendarPage *self, BrineOccurrence *occurrence);
void brine_calendar_page_move (BrineCalendarPage *self, BrineOccurrence *occurrence,
                               BrineLocal start);

/* brine-calendar-page-menu.c: menus at an occurrence and at "+2" */
void brine_calendar_page_open_menu (BrineCalendarPage *self, BrineOccurrence *occurrence,
                                    const GdkRectangle *at);
void brine_calendar_page_open_quota (BrineCalendarPage *self, BrineQuotaStatus *status,
                                     GtkWidget *chip);
void brine_calendar_page_open_more (BrineCalendarPage *self, GPtrArray *occurrences,
                                    const GdkRectangle *at);

G_END_DECLS
