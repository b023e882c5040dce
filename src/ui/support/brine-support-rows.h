/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-helplines.h"
#include "brine-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Pieces of the support page. All (transfer floating). Whatever they copy, they activate the
 * action "support.copy" with it. */

/* A card with an inner margin; children are appended to *@out_box. */
GtkWidget *brine_support_card (GtkWidget **out_box);
/* A flat or plain button with a copy icon; @text is what it copies, @name who it is for. */
GtkWidget *brine_support_copy_button (const char *text, const char *name);
/* @marked: say that the number wants checking. @narrow: the number under the name. */
GtkWidget *brine_support_helpline_row (const BrineHelpline *line, gboolean marked, gboolean narrow);
/* Activates "support.edit-contact" with the contact's id. */
GtkWidget *brine_support_contact_row (const BrineContact *contact, gboolean narrow);
/* A sentence that says what may stand here. */
GtkWidget *brine_support_text_row (const char *text);
/* A sentence to send when words are hard. */
GtkWidget *brine_support_message_row (const char *message);
/* The heading of a list; @end (nullable) stands at its end. */
GtkWidget *brine_support_heading (const char *text, GtkWidget *end);
/* Appends a card of a title, a text and perhaps @end (nullable) below them to @column. */
void brine_support_append_card (GtkWidget *column, const char *title, const char *text,
                                GtkWidget *end);

G_END_DECLS
