/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card over hours that have nothing in them: what that means, and buttons that help. Around its
 * buttons the pointer reaches what lies below. */
#define BRINE_TYPE_CALENDAR_EMPTY (brine_calendar_empty_get_type ())
G_DECLARE_FINAL_TYPE (BrineCalendarEmpty, brine_calendar_empty, BRINE, CALENDAR_EMPTY, GtkBox)

GtkWidget *brine_calendar_empty_new (void);
/* Nothing is planned here: offers to add something. Texts are translated. */
void brine_calendar_empty_show_free (BrineCalendarEmpty *self, const char *title);
/* The filter hides all: offers to show it. */
void brine_calendar_empty_show_filtered (BrineCalendarEmpty *self);

G_END_DECLS
