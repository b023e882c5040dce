/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a title. Laying out one of a megabyte would hold the window up for seconds. */
#define BRINE_TITLE_MAX 500

/**
 * brine_title_clean:
 * @text: valid UTF-8, of any length
 *
 * What a title of the plan is made from that comes from elsewhere: control characters would reach a
 * terminal, and an embedding or an override of the direction of writing would turn the sentence
 * around that the title stands in. Pure; any thread.
 *
 * Returns: (transfer full): @text on one line without these, without white space around it, and cut
 *   to BRINE_TITLE_MAX characters; may be empty
 */
char *brine_title_clean (const char *text);

/**
 * brine_title_fits:
 * @title: valid UTF-8
 *
 * Returns: whether it has BRINE_TITLE_MAX characters at most
 */
gboolean brine_title_fits (const char *title);

G_END_DECLS
