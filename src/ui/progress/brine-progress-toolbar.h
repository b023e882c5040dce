/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Previous, next, what is shown, and the choice of a range; its buttons activate the actions
 * progress.previous, progress.next and progress.range of the page around it.
 */
#define BRINE_TYPE_PROGRESS_TOOLBAR (brine_progress_toolbar_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressToolbar, brine_progress_toolbar, BRINE, PROGRESS_TOOLBAR,
                      GtkWidget)

/* (transfer floating) */
GtkWidget *brine_progress_toolbar_new (void);
void brine_progress_toolbar_set_title (BrineProgressToolbar *self, const char *title);
void brine_progress_toolbar_set_narrow (BrineProgressToolbar *self, gboolean narrow);

G_END_DECLS
