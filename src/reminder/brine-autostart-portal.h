/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * brine_autostart_portal_request:
 * @program: what to start, a path of the sandbox
 *
 * Asks org.freedesktop.portal.Background and waits for the answer, at most two minutes long, in
 * which the portal may ask the user. Not on the main thread.
 *
 * Returns: FALSE with @error when there was no answer
 */
gboolean brine_autostart_portal_request (GDBusConnection *bus, const char *program,
                                         gboolean enabled, const char *parent_window,
                                         const char *reason, GCancellable *cancellable,
                                         gboolean *out_granted, GError **error);

G_END_DECLS
