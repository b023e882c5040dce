/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-filter.h"
#include "brine-calendar-page.h"
#include "brine-day-range.h"
#include "brine-hour-grid.h"
#include "brine-occurrence-acts.h"
#include "brine-reader.h"
#include "brine-swipe.h"

G_BEGIN_DECLS

/*
 * One way to look at the calendar. The page has one date, one filter and one set of models; the
 * pane that is shown declares what they hold, and the others rest: they let go of the models.
 * One that is still shown while the rows of another come lets go of them too, and stays as it is.
 */
typedef struct
{
  const char *name;                              /* child of the stack */
  gboolean lists;                                /* shows occurrences, not only days in numbers */
  gboolean follows;                              /* shows other rows of the same days by itself */
  GtkWidget *(*build) (BrineCalendarPage *self); /* when it is first shown */
  /* The days that the models have to hold. */
  void (*get_days) (BrineCalendarPage *self, BrineDay *out_first, BrineDay *out_last);
  void (*wake) (BrineCalendarPage *self);
  void (*let_go) (BrineCalendarPage *self);
  void (*rest) (BrineCalendarPage *self);
  /* The date, its range, the filter or today changed, and the rows are there. */
  void (*show) (BrineCalendarPage *self);
  /* What the arrows travel in. */
  GtkWidget *(*get_focus) (BrineCalendarPage *self);
} BrineCalendarPane;

extern const BrineCalendarPane brine_calendar_hours;
extern const BrineCalendarPane brine_calendar_month;
extern const BrineCalendarPane brine_calendar_year;

typedef struct _BrineCalendarBeside BrineCalendarBeside;

struct _BrineCalendarPage
{
  AdwBin parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  GSettings *settings; /* NULL: nothing is remembered */
  gboolean narrow;
  BrineCalendarView view;
  BrineCalendarView wide_view; /* what it was before the window became narrow */
  int wide_zoom;
  BrineDay date;        /* a day that is shown: what the next view opens on */
  BrineDay shown_today; /* what the views take for today */
  int first_weekday;
  gboolean days_stale;           /* the models are on their way to other days */
  gboolean pane_let_go;          /* @pane is shown without its models */
  guint minute_timer;            /* 0: none */
  const BrineCalendarPane *pane; /* the one that is shown; NULL before the first rows */

  BrineAgendaModel *agenda;
  BrineDayModel *days;
  BrineQuotaModel *quotas;

  BrineCalendarFilter filter;
  GActionMap *filter_actions; /* filter.*: one for each practice and state */
  GtkFilter *occurrence_filter;
  GtkFilter *quota_filter;
  GListModel *shown_agenda; /* agenda, what the filter lets through */
  GListModel *shown_quotas;

  GtkWidget *stack;
  /* the bars */
  GtkWidget *wide_bar;
  GtkWidget *narrow_bar;
  GtkWidget *period;
  GtkWidget *week_number;
  GtkWidget *date_buttons[2];
  GtkWidget *filter_buttons[2];
  GtkWidget *filter_pills[2];
  GtkWidget *view_buttons[BRINE_CALENDAR_N_VIEWS]; /* the wide bar's */
  GtkWidget *narrow_view_buttons[BRINE_CALENDAR_N_VIEWS];
  GtkWidget *narrow_today;
  GtkWidget *strip;
  GtkWidget *day_title;
  GtkWidget *day_words;
  GtkWidget *day_face;
  /* Day and Week */
  GtkWidget *heads;
  BrineDayRange *day_range;  /* owned: days chosen at their heads */
  GPtrArray *pauses;         /* BrinePause: all there are */
  BrineReader *pause_reader; /* NULL before the diary is known */
  GtkWidget *shelf;
  GtkWidget *scroller;
  GtkWidget *grid;
  GtkWidget *empty; /* what is said where nothing is shown */
  GtkWidget *key_line;

  /* Month and Year; NULL: not shown yet */
  GtkWidget *month;
  GtkWidget *year;

  gboolean scroll_pending;      /* the hours have not been scrolled to now yet */
  BrineSwipe swipe;             /* of two fingers on a touchpad */
  graphene_point_t touch_start; /* where a finger was put on the views */
  int pinched_from;             /* the zoom when two fingers were put on the hours */
  double pointer_y;             /* over the hours, from the top of what is seen */
  BrineCalendarBeside *beside;  /* brine-calendar-beside.h: other calendars */

  GtkWidget *popover; /* NULL: none was opened yet */
};

BrineDay brine_calendar_page_get_log_day (BrineCalendarPage *self);

/* brine-calendar-page-days.c: the days that are shown and the models behind them */
BrineDay brine_calendar_page_get_today (BrineCalendarPage *self);
/* The days that the view asks the models for, before they are there. */
void brine_calendar_page_get_loaded_days (BrineCalendarPage *self, BrineDay *out_first,
                                          BrineDay *out_last);
/* What the arrows travel in. (transfer none) */
GtkWidget *brine_calendar_page_get_focus (BrineCalendarPage *self);
gboolean brine_calendar_page_has_day (BrineCalendarPage *self, BrineDay day);
/* (transfer full) (nullable) */
BrineDaySummary *brine_calendar_page_find_summary (BrineCalendarPage *self, BrineDay day);
void brine_calendar_page_bind_models (BrineCalendarPage *self);
/* The models go to the days of the date and the view; the views follow when the rows are there. */
void brine_calendar_page_load_days (BrineCalendarPage *self);
void brine_calendar_page_show_days (BrineCalendarPage *self);

/* brine-calendar-page-build.c */
void brine_calendar_page_build (BrineCalendarPage *self);

/* brine-calendar-page-hours.c: Day and Week */
void brine_calendar_page_show_now (BrineCalendarPage *self);
/* As soon as the hours are seen. */
void brine_calendar_page_scroll_to_now (BrineCalendarPage *self);
void brine_calendar_page_set_zoom (BrineCalendarPage *self, int step);
/* @y: px below the top of the hours that are seen, where the time stays */
void brine_calendar_page_zoom_at (BrineCalendarPage *self, int by, double y);

/* brine-calendar-page-gestures.c: swipes and the wheel */
void brine_calendar_page_add_swipe (BrineCalendarPage *self, GtkWidget *views);
void brine_calendar_page_add_zoom (BrineCalendarPage *self);

/* brine-calendar-page-filter.c: what of the days is shown */
void brine_calendar_page_install_filter (GtkWidgetClass *widget_class);
void brine_calendar_page_drop_filter (BrineCalendarPage *self);
void brine_calendar_page_add_filter (BrineCalendarPage *self);
GtkWidget *brine_calendar_page_make_chips (BrineCalendarPage *self);
GtkWidget *brine_calendar_page_make_filter_popover (void);
void brine_calendar_page_bind_filter (BrineCalendarPage *self);
/* "4 of 8 done", or how much is shown, of one day */
BrineDayCount brine_calendar_page_count_day (BrineCalendarPage *self, BrineDay day,
                                             BrineDaySummary *summary);

/* brine-calendar-page-bar.c: the bars above the views */
GtkWidget *brine_calendar_page_make_wide_bar (BrineCalendarPage *self);
GtkWidget *brine_calendar_page_make_narrow_bar (BrineCalendarPage *self);
/* Keys that nothing in @popover wants do not act on the calendar below it. */
void brine_calendar_page_keep_keys (GtkWidget *popover);
void brine_calendar_page_show_period (BrineCalendarPage *self);
void brine_calendar_page_show_strip (BrineCalendarPage *self);
/* "day", "week", "month", "year": action target and setting. (transfer none) */
const char *brine_calendar_view_to_nick (BrineCalendarView view);
gboolean brine_calendar_view_from_nick (const char *nick, BrineCalendarView *out_view);

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
/* Follows the signals of a view of whole days: "activate-day", "select-day", "step", "menu". */
void brine_calendar_page_follow_days (BrineCalendarPage *self, GtkWidget *view);
void brine_calendar_page_zoom (BrineCalendarPage *self, int by);
void brine_calendar_page_remember (BrineCalendarPage *self);

/* brine-calendar-page-plan.c: entries of the plan */
void brine_calendar_page_install_plan (GtkWidgetClass *widget_class);
void brine_calendar_page_add (BrineCalendarPage *self, BrineLocal start, int minutes);

/* brine-calendar-page-copy.c: days and weeks put somewhere else */
void brine_calendar_page_install_copy (GtkWidgetClass *widget_class);
/* Appends sections for copying @day and its week, and for templates. */
void brine_calendar_page_append_copy (GMenu *menu, BrineDay day);

/* brine-calendar-page-selection.c: what is selected */
void brine_calendar_page_install_selection (GtkWidgetClass *widget_class);
void brine_calendar_page_edit (BrineCalendarPage *self, BrineOccurrence *occurrence);
void brine_calendar_page_move (BrineCalendarPage *self, BrineOccurrence *occurrence,
                               BrineLocal start);

/* brine-calendar-page-quota.c: what is done n times a week */
void brine_calendar_page_install_quota (GtkWidgetClass *widget_class);
void brine_calendar_page_add_quota (BrineCalendarPage *self);

/* brine-calendar-page-pause.c: days that count for nothing */
void brine_calendar_page_install_pause (GtkWidgetClass *widget_class);
void brine_calendar_page_add_pause (BrineCalendarPage *self);
void brine_calendar_page_bind_pause (BrineCalendarPage *self);

/* brine-calendar-page-direct.c: by dragging in the grid */
void brine_calendar_page_install_direct (GtkWidgetClass *widget_class);
void brine_calendar_page_add_direct (BrineCalendarPage *self);
void brine_calendar_page_bind_direct (BrineCalendarPage *self);

/* brine-calendar-page-menu.c: menus at an occurrence and at "+2" */
void brine_calendar_page_open_menu (BrineCalendarPage *self, BrineOccurrence *occurrence,
                                    const GdkRectangle *at);
/* @owner: the view whose day it is */
void brine_calendar_page_open_day_menu (BrineCalendarPage *self, GtkWidget *owner, BrineDay day,
                                        const GdkRectangle *at);
void brine_calendar_page_open_quota (BrineCalendarPage *self, BrineQuotaStatus *status,
                                     GtkWidget *chip);
void brine_calendar_page_open_more (BrineCalendarPage *self, GPtrArray *occurrences,
                                    const GdkRectangle *at);

G_END_DECLS
