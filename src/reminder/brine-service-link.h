/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-autostart.h"

G_BEGIN_DECLS

/**
 * BrineDelivering:
 * @BRINE_DELIVERING_UNKNOWN: not heard yet
 * @BRINE_DELIVERING_WORKS: also after the next login
 * @BRINE_DELIVERING_THIS_SESSION: until the user logs out: the service does not start at login
 * @BRINE_DELIVERING_NO_SERVICE: the service cannot be reached or started
 * @BRINE_DELIVERING_NO_SERVER: nothing shows notifications
 * @BRINE_DELIVERING_NOT_SHOWN: what shows notifications refused one
 * @BRINE_DELIVERING_OTHER_DIARY: the service minds the diary of another folder
 * @BRINE_DELIVERING_READ_ONLY: until the service ends, which may read the diary and not write it:
 *   neither what it shows nor what is answered is remembered
 * @BRINE_DELIVERING_NO_DIARY: the service cannot read or write the diary
 *
 * Whether reminders arrive while the window is closed, and if not why.
 */
typedef enum
{
  BRINE_DELIVERING_UNKNOWN,
  BRINE_DELIVERING_WORKS,
  BRINE_DELIVERING_THIS_SESSION,
  BRINE_DELIVERING_NO_SERVICE,
  BRINE_DELIVERING_NO_SERVER,
  BRINE_DELIVERING_NOT_SHOWN,
  BRINE_DELIVERING_OTHER_DIARY,
  BRINE_DELIVERING_READ_ONLY,
  BRINE_DELIVERING_NO_DIARY,
} BrineDelivering;

/**
 * BrineServiceLink:
 *
 * The window's side of brine-service (org.brineapp.Brine.Service1): starts it, follows whether it
 * can deliver, and lets it show a test. Main thread.
 *
 * Property "delivering" (#BrineDelivering as int, notify). Signal "heard" (): the service answered
 * anew, whether or not that changed.
 */
#define BRINE_TYPE_SERVICE_LINK (brine_service_link_get_type ())
G_DECLARE_FINAL_TYPE (BrineServiceLink, brine_service_link, BRINE, SERVICE_LINK, GObject)

/**
 * brine_service_link_new:
 * @bus: (transfer none) (nullable): the session's; NULL: there is none, and no service
 * @data_dir: the folder of the diary that the window shows, absolute
 * @autostart: (transfer none) (nullable): how the service starts at login
 *
 * Returns: (transfer full): it has asked nothing yet; see brine_service_link_refresh()
 */
BrineServiceLink *brine_service_link_new (GDBusConnection *bus, const char *data_dir,
                                          BrineAutostart *autostart);

/**
 * brine_service_link_refresh:
 *
 * Asks the service how it is, which starts it when it does not run. The answer is told by
 * "notify::delivering" and "heard". It asks again by itself when the service comes, goes or has
 * another problem.
 */
void brine_service_link_refresh (BrineServiceLink *self);

/**
 * brine_service_link_close:
 *
 * Lets go of the bus: what is asked is cancelled, and nothing more is heard. A question that is on
 * its way keeps the link alive, so its owner closes it.
 */
void brine_service_link_close (BrineServiceLink *self);

BrineDelivering brine_service_link_get_delivering (BrineServiceLink *self);
/**
 * brine_service_link_can_play_sounds:
 *
 * Returns: whether the service said that it can play a sound; FALSE until it was heard
 */
gboolean brine_service_link_can_play_sounds (BrineServiceLink *self);

/**
 * brine_service_link_get_n_unwritten:
 *
 * Returns: how many answers to notifications wait to be written, since the diary could not be; 0
 *   until the service was heard
 */
guint brine_service_link_get_n_unwritten (BrineServiceLink *self);

/**
 * brine_service_link_keeps_unwritten:
 *
 * Returns: whether these outlive the service, as far as that is known
 */
gboolean brine_service_link_keeps_unwritten (BrineServiceLink *self);

/**
 * brine_service_link_test_async:
 *
 * Lets the service show a notification that says that reminders work.
 */
void brine_service_link_test_async (BrineServiceLink *self, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_service_link_test_finish:
 *
 * Returns: whether it was handed over; else an error of D-Bus or of the service
 */
gboolean brine_service_link_test_finish (BrineServiceLink *self, GAsyncResult *result,
                                         GError **error);

/**
 * brine_service_link_list_async:
 * @recent: all that came in the last week; else what comes next
 * @count: of what comes, how many at most, 1 to 100
 */
void brine_service_link_list_async (BrineServiceLink *self, gboolean recent, guint count,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
/**
 * brine_service_link_list_finish:
 *
 * Returns: (transfer full): "aa{sv}" as the interface tells, with the keys of Next() or Recent(),
 *   or NULL with an error of D-Bus
 */
GVariant *brine_service_link_list_finish (BrineServiceLink *self, GAsyncResult *result,
                                          GError **error);

/**
 * brine_service_link_start_at_login_async:
 * @parent_window: as brine_autostart_set_enabled_async(), and so @reason
 *
 * Lets the service start at login from now on, or no more, and asks it anew.
 */
void brine_service_link_start_at_login_async (BrineServiceLink *self, gboolean enabled,
                                              const char *parent_window, const char *reason,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_service_link_start_at_login_finish:
 *
 * Returns: FALSE with an error of brine_autostart_set_enabled_finish()
 */
gboolean brine_service_link_start_at_login_finish (BrineServiceLink *self, GAsyncResult *result,
                                                   GError **error);

/**
 * brine_service_link_can_start_at_login:
 *
 * Returns: whether there is a service here that could, as far as was heard
 */
gboolean brine_service_link_can_start_at_login (BrineServiceLink *self);
/**
 * brine_service_link_starts_at_login:
 *
 * Returns: whether the service starts at login, as far as was heard
 */
gboolean brine_service_link_starts_at_login (BrineServiceLink *self);

G_END_DECLS
