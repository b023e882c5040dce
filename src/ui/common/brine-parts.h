/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small parts that several pages are put together from. Texts are translated, or of the user's;
 * none is read as markup. All widgets (transfer floating). */

void brine_set_margins (GtkWidget *widget, int margin);
/* Wraps, and stands at the start. @css_class: (nullable) */
GtkWidget *brine_text_new (const char *text, const char *css_class);
/* The heading over a list; takes the room that its line has. */
GtkWidget *brine_heading_new (const char *text);
/* A card-like list without a selection. */
GtkWidget *brine_boxed_list_new (void);
/* A row that only shows: nothing to activate, no stop for the focus. */
GtkWidget *brine_quiet_row_new (GtkWidget *child);
/* Takes all rows of a list box, or all children of a box, away. */
void brine_clear_children (GtkWidget *list_or_box);
/* Icon and word. @action: a detailed name without target, or NULL */
GtkWidget *brine_icon_button_new (const char *icon_name, const char *label, const char *action);
/* Leads to the form that plans a first week; shows only while nothing is planned. */
GtkWidget *brine_first_week_button_new (void);
/* @content in the middle, at most @width wide, with the page's margins; scrolls upright. */
GtkWidget *brine_page_scroller_new (GtkWidget *content, int width);

/* The tooltip of @widget, for what is many or changes often. GTK's own function asks the display
 * where the pointer is, each time, and waits for the answer. Not said behind a popover. @text:
 * (nullable) */
void brine_set_hint (GtkWidget *widget, const char *text);

/* What a button with a text is called where that text is too short to be understood when heard: a
 * digit, a letter. GTK 4.10 and later let the text be the name in spite of the property. */
void brine_set_spoken_name (GtkWidget *button, const char *name);

/* Shows or hides what is in a GtkRevealer without its transition: what comes with a page is there
 * with it, and moves only when the user makes it. */
void brine_reveal_at_once (GtkWidget *revealer, gboolean revealed);

/* Rows of settings. @subtitle: (nullable) */
GtkWidget *brine_group_new (const char *title);
/* Long words and large text take the title of an AdwPreferencesGroup a second line. */
void brine_let_title_wrap (GtkWidget *group);
/* @out_switch: (out) (transfer none): the row's switch */
GtkWidget *brine_switch_row_new (const char *title, const char *subtitle, GtkWidget **out_switch);

/* A number from @min to @max, where the wheel scrolls the page. */
GtkWidget *brine_spin_button_new (double min, double max, double step);
/* GTK's own would change the number of a spin button that the pointer comes over while one scrolls. */
void brine_let_wheel_pass (GtkWidget *spin);

/* @width_px at the user's text scale: a limit of width that is set by how much text fits. */
int brine_scale_width (GtkWidget *widget, int width_px);

/* Whether the user's text scale is so large that what stands side by side on a phone no longer
 * fits: 1.25 and more. */
gboolean brine_text_is_large (GtkWidget *widget);
/* Where text is large, the words of @widget may take a second line if it is a button. */
void brine_let_button_wrap (GtkWidget *widget);
/* Nor do rows of words: 1.75 and more. */
gboolean brine_text_is_very_large (GtkWidget *widget);

/* @entry (a GtkEditable with a text of its own) takes no more than a title may hold. */
void brine_limit_to_title (GtkWidget *entry);

/* Two buttons at the edges of a header bar that is @width pixels wide: large text or long words take
 * the title from between them, and then from their words. Returns: whether the title is there. */
gboolean brine_fit_buttons (GtkWidget *header, GtkWidget *first, GtkWidget *second, int width);

G_END_DECLS
