/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-notification.h"
#include "brine-shown-ids.h"

G_BEGIN_DECLS

/**
 * BrineFreedesktopServer:
 *
 * Talks to org.freedesktop.Notifications. Its numbers are kept across our lives (BrineShownIds), and
 * each button carries its action with it, so a press is understood by whoever lives then. Main
 * thread.
 *
 * Signal "action" (const char *detailed_name, const char *token): a button or the body was
 * pressed; @detailed_name is what g_action_parse_detailed_name() reads and comes from outside;
 * @token is for the window that may come of it, or empty
 * Signal "dismissed" (const char *notice_id): the user put it away
 */
#define BRINE_TYPE_FREEDESKTOP_SERVER (brine_freedesktop_server_get_type ())
G_DECLARE_FINAL_TYPE (BrineFreedesktopServer, brine_freedesktop_server, BRINE, FREEDESKTOP_SERVER,
                      GObject)

/**
 * brine_freedesktop_server_new:
 * @bus: (transfer none): where it is
 * @ids_path: the file of the numbers
 * @desktop_id: whose name and icon it shows
 *
 * Returns: (transfer full): the connection to it
 */
BrineFreedesktopServer *brine_freedesktop_server_new (GDBusConnection *bus, const char *ids_path,
                                                      const char *desktop_id);

/**
 * brine_freedesktop_server_set_owner:
 * @owner: (nullable): the unique name of the server that runs; NULL: none
 *
 * Forgets what another server has shown.
 */
void brine_freedesktop_server_set_owner (BrineFreedesktopServer *self, const char *owner);

/**
 * brine_freedesktop_server_show_async:
 * @notification: (transfer none); it holds it
 * @timeout_ms: how long each answer may take
 *
 * Shows @notification, in place of the one of the same id; the server is started when it does not
 * run.
 *
 * A notification gets its number before it is handed over, and that is written down: most servers
 * keep a number that they are asked to replace and do not know, so that one who is killed while he
 * waits for the answer leaves a notification that the next life can replace.
 */
void brine_freedesktop_server_show_async (BrineFreedesktopServer *self,
                                          BrineNotification *notification, int timeout_ms,
                                          GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_freedesktop_server_show_finish:
 *
 * Returns: FALSE with an error of D-Bus
 */
gboolean brine_freedesktop_server_show_finish (BrineFreedesktopServer *self, GAsyncResult *result,
                                               GError **error);
/**
 * brine_freedesktop_server_withdraw:
 *
 * Withdraws what shows @notice_id, if anything does.
 */
void brine_freedesktop_server_withdraw (BrineFreedesktopServer *self, const char *notice_id);
/**
 * brine_freedesktop_server_plays_sounds:
 *
 * Returns: whether the server said that it plays the sound itself
 */
gboolean brine_freedesktop_server_plays_sounds (BrineFreedesktopServer *self);

G_END_DECLS
