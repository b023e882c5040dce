/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-overlay.h"
#include "brine-service-link.h"
#include "brine-window.h"

G_BEGIN_DECLS

/* The pages of the view stack, in its order. */
typedef enum
{
  BRINE_PAGE_TODAY,
  BRINE_PAGE_CALENDAR,
  BRINE_PAGE_MEALS,
  BRINE_PAGE_PROGRESS,
} BrinePage;
#define BRINE_N_PAGES 4

struct _BrineWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings; /* nullable */
  BrineClock *clock;
  BrineHistory *history; /* NULL until the diary is open, so is the next */
  BrineCatalogue *catalogue;
  BrineOverlay *overlay; /* NULL until the calendar was visited */

  GtkWidget *toasts;
  AdwToast *toast; /* weak: the last one with Undo */
  GtkWidget *adaptive;
  GtkWidget *leaflet;
  GtkWidget *main;  /* first child of the leaflet */
  GtkWidget *cover; /* shown over the pages: trouble or welcome; NULL: none */
  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *add_button;
  GtkWidget *sample_bar;
  GtkWidget *sample_label;
  GtkWidget *unread_bar;
  GtkWidget *body; /* stack of "pages" and "cover" */
  GtkWidget *stack;
  GtkWidget *switcher_bar;         /* NULL until there was no room for a switcher above */
  GtkWidget *cover_slot;           /* BrinePageSlot in the body */
  GtkWidget *slots[BRINE_N_PAGES]; /* BrinePageSlot in the stack */
  GtkWidget *pages[BRINE_N_PAGES]; /* what is in the slots; NULL until made */
  guint patience_timer;            /* while it waits to appear; 0: none, so are the next */
  guint prepare_timer;
  guint switcher_bar_idle;

  BrineServiceLink *link;  /* to what delivers reminders; NULL until the diary is open */
  GtkWidget *reminder_bar; /* NULL until the service was asked */
  guint ask_timer;         /* 0: none */
  char *notice_id;         /* to be shown when the diary is open; nullable */
};

/* Makes page @page if it is not there yet. (transfer none) (nullable) */
GtkWidget *brine_window_ensure_page (BrineWindow *self, BrinePage page);
void brine_window_show_page (BrineWindow *self, BrinePage page);
/* A passing word; @undo adds the button that takes the last change back. */
void brine_window_add_toast (BrineWindow *self, const char *text, gboolean undo);

/* The bar below shows when the switcher has no room above. */
void brine_window_update_switcher_bar (BrineWindow *self);

/* Shows or hides a line above the pages. */
void brine_window_reveal_bar (GtkWidget *bar, gboolean shown);

/* brine-window-appear.c: if the window waits for its page, it appears when that is filled. */
void brine_window_await_page (BrineWindow *self);

/* brine-window-layout.c: header, bars and the stack of pages. (transfer floating) */
GtkWidget *brine_window_make_main (BrineWindow *self);
/* The line above a page that says that it may be old. (transfer floating) */
GtkWidget *brine_window_make_unread_bar (void);

/* brine-window-back.c: around what make_main() made. (transfer floating) */
GtkWidget *brine_window_make_leaflet (BrineWindow *self);
/* Puts @page over everything, with a way back. @title in header capitals, translated. */
void brine_window_push (BrineWindow *self, GtkWidget *page, const char *title);
void brine_window_pop (BrineWindow *self);
void brine_window_arrange_back_pages (BrineWindow *self, gboolean narrow);
/* Tells a page its property "narrow", if it has that. */
void brine_window_set_narrow (GtkWidget *page, gboolean narrow);
void brine_window_update_unread_bar (BrineWindow *self);

/* brine-window-actions.c */
void brine_window_add_actions (BrineWindow *self);
/* Something to do on the visible page has the focus. */
void brine_window_focus_page (BrineWindow *self);
void brine_window_update_actions (BrineWindow *self);
/* brine-window-prepare.c: makes what was not visited, later */
void brine_window_prepare_pages (BrineWindow *self);

/* brine-window-overlay.c: other calendars; @page may be any page. */
void brine_window_give_overlay (BrineWindow *self, GtkWidget *page);
void brine_window_add_calendar (BrineWindow *self, const char *path);
/* brine-window-reminders.c: starts the service, and says when it cannot deliver */
void brine_window_follow_reminders (BrineWindow *self);
void brine_window_drop_reminders (BrineWindow *self);
/* If it could not deliver when it was asked last. */
void brine_window_ask_reminders_again (BrineWindow *self);
/* Shows what was pressed before the diary was open. */
void brine_window_open_waiting_notice (BrineWindow *self);
/* @page: (nullable): the name of the one to open at */
void brine_window_show_preferences (BrineWindow *self, const char *page);
/* brine-window-first-week.c: offers to plan a first week while nothing is planned */
void brine_window_follow_plan (BrineWindow *self);
void brine_window_plan_first_week (BrineWindow *self);
/* brine-window-recipes.c */
void brine_window_add_recipe_actions (BrineWindow *self);

G_END_DECLS
