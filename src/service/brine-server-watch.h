/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BrineServerKind:
 * @BRINE_SERVER_GTK: org.gtk.Notifications, of GNOME: keeps notifications by our ids, and across
 *   our lives
 * @BRINE_SERVER_FREEDESKTOP: org.freedesktop.Notifications: everybody else
 * @BRINE_SERVER_PORTAL: org.freedesktop.portal.Notification, the only one in a sandbox
 * @BRINE_SERVER_NONE: nothing shows notifications
 */
typedef enum
{
  BRINE_SERVER_GTK,
  BRINE_SERVER_FREEDESKTOP,
  BRINE_SERVER_PORTAL,
  BRINE_SERVER_NONE,
} BrineServerKind;
#define BRINE_N_SERVERS 3

/**
 * BrineServerWatch:
 *
 * Knows which programs that show notifications are there, or can be started by D-Bus, and tells
 * when one comes or goes. Main thread.
 *
 * Signal "changed": the answer of brine_server_watch_choose() or an owner may be another
 */
#define BRINE_TYPE_SERVER_WATCH (brine_server_watch_get_type ())
G_DECLARE_FINAL_TYPE (BrineServerWatch, brine_server_watch, BRINE, SERVER_WATCH, GObject)

/**
 * brine_server_watch_new:
 * @session_bus: (transfer none): where they are
 * @sandboxed: whether only the portal may be talked to
 *
 * Returns: (transfer full): the watch, which knows of none yet
 */
BrineServerWatch *brine_server_watch_new (GDBusConnection *session_bus, gboolean sandboxed);

/**
 * brine_server_watch_choose:
 *
 * Returns: the one to show with: one that runs before one that has to be started, GNOME's own
 *   before the common one
 */
BrineServerKind brine_server_watch_choose (BrineServerWatch *self);

/**
 * brine_server_watch_refuse:
 *
 * Leaves the running owner of @kind out of the choice: it does not take our notifications.
 */
void brine_server_watch_refuse (BrineServerWatch *self, BrineServerKind kind);

/**
 * brine_server_watch_get_owner:
 *
 * Returns: (transfer none) (nullable): the unique name of who runs it
 */
const char *brine_server_watch_get_owner (BrineServerWatch *self, BrineServerKind kind);

/**
 * brine_server_kind_get_bus_name:
 *
 * Returns: the well-known name; empty for none
 */
const char *brine_server_kind_get_bus_name (BrineServerKind kind);

G_END_DECLS
