/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A small modal window with rows to fill in, Cancel and one button that accepts. Escape cancels,
 * Ctrl+Return accepts. It fills a narrow screen by itself. */
#define BRINE_TYPE_FORM (brine_form_get_type ())
G_DECLARE_FINAL_TYPE (BrineForm, brine_form, BRINE, FORM, AdwWindow)

/* @title in header capitals and @accept, translated. Present it with gtk_window_present().
 * (transfer none) */
BrineForm *brine_form_new (GtkWidget *parent, const char *title, const char *accept);
/* A row with @title and @control at its end; returns the row. @control: (transfer floating) */
GtkWidget *brine_form_add (BrineForm *self, const char *title, GtkWidget *control);
/* Any row, such as AdwEntryRow. @row: (transfer floating) */
void brine_form_add_row (BrineForm *self, GtkWidget *row);
/* One quiet sentence below the rows; NULL takes it away. */
void brine_form_set_hint (BrineForm *self, const char *hint);
void brine_form_set_can_accept (BrineForm *self, gboolean can_accept);

/* Signal "accepted" (): the user wants it; the form closes itself afterwards. */

G_END_DECLS
