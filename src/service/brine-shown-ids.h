/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineShownIds:
 *
 * The numbers a server of org.freedesktop.Notifications gave to our notices. They mean something to
 * that one process only, so they are kept with its name on the bus, in a file of the session
 * (0600) that holds nothing but names: whoever starts after us can replace and withdraw what we
 * have shown. Main thread.
 */
typedef struct _BrineShownIds BrineShownIds;

/**
 * brine_shown_ids_new:
 * @path: the file; it need not be there, and what is not well formed in it is left out
 *
 * Returns: (transfer full): what was remembered
 */
BrineShownIds *brine_shown_ids_new (const char *path);
void brine_shown_ids_free (BrineShownIds *self);

/**
 * brine_shown_ids_set_server:
 * @server: the unique name of the server, with the bus it is on
 *
 * Forgets the numbers of another server.
 */
void brine_shown_ids_set_server (BrineShownIds *self, const char *server);

/**
 * brine_shown_ids_put:
 * @number: what the server answered; 0 forgets the notice
 *
 * Remembers it on the disk, too.
 */
void brine_shown_ids_put (BrineShownIds *self, const char *notice_id, guint32 number);
/**
 * brine_shown_ids_get:
 *
 * Returns: the number, or 0
 */
guint32 brine_shown_ids_get (BrineShownIds *self, const char *notice_id);
/**
 * brine_shown_ids_dup_notice:
 *
 * Returns: (transfer full) (nullable): the notice that has this number
 */
char *brine_shown_ids_dup_notice (BrineShownIds *self, guint32 number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineShownIds, brine_shown_ids_free)

G_END_DECLS
