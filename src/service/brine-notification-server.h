/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-notification.h"

G_BEGIN_DECLS

/**
 * BrineNotificationServer:
 *
 * Whoever shows notifications in this session: GNOME, the portal of a sandbox, or any server of
 * org.freedesktop.Notifications.
 *
 * GNotification, which talks to the same three, chooses one for the life of a process, tells nobody
 * whether a notification arrived, and forgets at the end of a process what it showed on the
 * third. A service that starts before the desktop, that has to know what was delivered, and that
 * may be killed at any time can do with none of these. The ids and actions on the wire are those
 * of GNotification, so a press reaches the application as an action in any case.
 *
 * Main thread.
 *
 * Signal "changed": whether something is there, or who, may have changed
 * Signal "action" (const char *detailed_name, const char *token): see BrineFreedesktopServer;
 *   the other two call the actions of the application themselves
 * Signal "dismissed" (const char *notice_id): likewise
 */
#define BRINE_TYPE_NOTIFICATION_SERVER (brine_notification_server_get_type ())
G_DECLARE_FINAL_TYPE (BrineNotificationServer, brine_notification_server, BRINE,
                      NOTIFICATION_SERVER, GObject)

/**
 * brine_notification_server_new:
 * @bus: (transfer none): the session bus
 * @sender: the id of the application whose actions a press calls
 * @desktop_id: whose name and icon are shown where the sender has none
 * @ids_path: a file of the session, for what org.freedesktop.Notifications shows
 *
 * Returns: (transfer full): the servers, none of them known yet
 */
BrineNotificationServer *brine_notification_server_new (GDBusConnection *bus, const char *sender,
                                                        const char *desktop_id,
                                                        const char *ids_path);

/**
 * brine_notification_server_get_name:
 *
 * Returns: the bus name of the one in use; empty when nothing shows notifications
 */
const char *brine_notification_server_get_name (BrineNotificationServer *self);

/**
 * brine_notification_server_show_async:
 * @notification: (transfer none); it holds it
 *
 * Shows @notification in place of the one of the same id. The answer may take ten seconds, which
 * nobody waits for.
 */
void brine_notification_server_show_async (BrineNotificationServer *self,
                                           BrineNotification *notification,
                                           GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_notification_server_show_finish:
 *
 * Returns: FALSE with G_IO_ERROR_NOT_CONNECTED when nothing shows notifications, or with an error
 *   of D-Bus
 */
gboolean brine_notification_server_show_finish (BrineNotificationServer *self, GAsyncResult *result,
                                                GError **error);

/**
 * brine_notification_server_withdraw:
 *
 * Withdraws what shows @notice_id, in this life or in an earlier one, if anything does.
 */
void brine_notification_server_withdraw (BrineNotificationServer *self, const char *notice_id);

/**
 * brine_notification_server_plays_sounds:
 *
 * Returns: whether the one in use plays the sound of a notification itself
 */
gboolean brine_notification_server_plays_sounds (BrineNotificationServer *self);

G_END_DECLS
