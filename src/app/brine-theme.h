/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* GTK reads the style sheet of its own theme as soon as it has settings. libadwaita, which starts
 * next, puts an empty theme in its place and its own style beside it. Reading what is thrown away
 * takes a seventh of the time in which a window with nothing in it opens, so the empty theme is
 * named beforehand, in the one way there is: the environment. A theme that the user has named so
 * is left alone.
 *
 * GTK reads the icon theme on a thread as soon as there is one. libadwaita and the application then
 * name icons of their own: they wait until all is read, make it void, and with the first icon all is
 * read again while the window waits. So the theme is given no folder to look into until everybody
 * has named theirs. */

/* Before any thread is there. */
void brine_theme_prepare (void);
/* Starts GTK with it, and forgets it before libadwaita looks. Takes the folders of icons away. */
void brine_theme_init (void);
/* Gives the folders back and has them read on a thread, once, while the window is made. */
void brine_theme_read_icons (void);

G_END_DECLS
