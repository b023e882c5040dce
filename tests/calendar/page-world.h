/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-page-private.h"
#include "fixture.h"

G_BEGIN_DECLS

/* The whole calendar in a window, somewhere in the world at some time. */
typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  GTimeZone *zone;
  BrineClock *clock;
  GtkWidget *window;
  BrineCalendarPage *page;
} PageWorld;

/* An empty diary. @now: as 2026-11-19T14:10, in @zone or with an offset. */
void page_world_open (PageWorld *self, const char *zone, const char *now);
/* Makes the page and its window. */
void page_world_show (PageWorld *self);
void page_world_close (PageWorld *self);

/* Until nothing is loaded or written any more and what came is laid out and drawn. */
void page_world_settle (PageWorld *self);
void page_world_go (PageWorld *self, BrineCalendarView view, BrineDay day);
/* Paints @n frames that nobody asked for. */
void page_world_run_frames (PageWorld *self, guint n);

/* (transfer none): where the hours are. */
BrineHourGrid *page_world_get_grid (PageWorld *self);
/* The first descendant of @widget with this CSS name; NULL: none. */
GtkWidget *page_world_find (GtkWidget *widget, const char *css_name);

G_END_DECLS
