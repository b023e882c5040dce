/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"

G_BEGIN_DECLS

/**
 * BrineAutostartKind:
 * @BRINE_AUTOSTART_NONE: the service starts when the window does, and not at login
 * @BRINE_AUTOSTART_SYSTEMD: the user's systemd starts it, and again should it end badly
 * @BRINE_AUTOSTART_FILE: the desktop starts it, by a file in the autostart folder
 * @BRINE_AUTOSTART_PORTAL: the portal starts it, from its sandbox
 *
 * How the service is started at login. Never two of them. Nicks "none", "systemd", "file",
 * "portal".
 */
typedef enum
{
  BRINE_AUTOSTART_NONE,
  BRINE_AUTOSTART_SYSTEMD,
  BRINE_AUTOSTART_FILE,
  BRINE_AUTOSTART_PORTAL,
} BrineAutostartKind;

/* (transfer none) */
const char *brine_autostart_kind_to_nick (BrineAutostartKind kind);

/**
 * BrineAutostart:
 *
 * Lets the service start at login. In a sandbox the portal does, which may ask the user; elsewhere
 * systemd, when it knows the service and the session uses it; else a file in the autostart folder.
 * Main thread; the work is done on another.
 */
#define BRINE_TYPE_AUTOSTART (brine_autostart_get_type ())
G_DECLARE_FINAL_TYPE (BrineAutostart, brine_autostart, BRINE, AUTOSTART, GObject)

/**
 * brine_autostart_is_sandboxed:
 *
 * Goes by the rules of GLib: a file that Flatpak puts there, or GTK_USE_PORTAL=1.
 *
 * Returns: whether this process is to use portals
 */
gboolean brine_autostart_is_sandboxed (void);

/**
 * brine_autostart_new:
 * @session_bus: (transfer none) (nullable): where systemd and the portal are
 * @config_dir: the user's configuration, g_get_user_config_dir()
 * @program: the service, an absolute path
 * @sandboxed: whether the portal has to be asked
 *
 * Returns: (transfer full): it has looked at nothing yet
 */
BrineAutostart *brine_autostart_new (GDBusConnection *session_bus, const char *config_dir,
                                     const char *program, gboolean sandboxed);

/**
 * brine_autostart_query_async:
 *
 * Looks how the service is started at login. Of the portal it knows what was answered last.
 */
void brine_autostart_query_async (BrineAutostart *self, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_autostart_query_finish:
 * @out_kind: (out): how
 *
 * Returns: FALSE when it was cancelled
 */
gboolean brine_autostart_query_finish (BrineAutostart *self, GAsyncResult *result,
                                       BrineAutostartKind *out_kind, GError **error);

/**
 * brine_autostart_is_possible:
 *
 * Returns: whether there is anything that could be started at login, as the last query found; FALSE
 *   before. It is not where Brine was built and not installed.
 */
gboolean brine_autostart_is_possible (BrineAutostart *self);

/**
 * brine_autostart_set_enabled_async:
 * @enabled: whether the service is to start at login
 * @parent_window: the window that asks, as portals name it; may be empty
 * @reason: what the portal tells the user; one sentence
 *
 * Switches it on, in the one way that fits here, or off in each. The portal may ask the user, so
 * call it from a press in the window, never by itself: where the question cannot be shown, the
 * portal remembers a no.
 */
void brine_autostart_set_enabled_async (BrineAutostart *self, gboolean enabled,
                                        const char *parent_window, const char *reason,
                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
/**
 * brine_autostart_set_enabled_finish:
 * @out_kind: (out): how it starts now
 *
 * Returns: FALSE and everything is as it was, or off: BRINE_ERROR_IO, or BRINE_ERROR_READ_ONLY when
 *   the user, or who looks after the computer, said no
 */
gboolean brine_autostart_set_enabled_finish (BrineAutostart *self, GAsyncResult *result,
                                             BrineAutostartKind *out_kind, GError **error);

G_END_DECLS
