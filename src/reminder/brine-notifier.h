/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-notice.h"

G_BEGIN_DECLS

/**
 * BrineNotifier:
 *
 * What brings a notice to a screen. Main thread.
 *
 * Signal "available-changed" (no arguments): whether it can show anything is different now.
 */
#define BRINE_TYPE_NOTIFIER (brine_notifier_get_type ())
G_DECLARE_INTERFACE (BrineNotifier, brine_notifier, BRINE, NOTIFIER, GObject)

struct _BrineNotifierInterface
{
  GTypeInterface parent;

  gboolean (*is_available) (BrineNotifier *self);
  void (*show_async) (BrineNotifier *self, const BrineNotice *notice, GAsyncReadyCallback callback,
                      gpointer user_data);
  gboolean (*show_finish) (BrineNotifier *self, GAsyncResult *result, GError **error);
  void (*withdraw) (BrineNotifier *self, const char *id);
};

/**
 * brine_notifier_is_available:
 *
 * Returns: whether somebody would see what is shown, as far as can be told
 */
gboolean brine_notifier_is_available (BrineNotifier *self);
/**
 * brine_notifier_show_async:
 * @notice: (transfer none): takes the place of one with the same id
 *
 * Hands it over without waiting: what shows notifications may take its time to answer.
 */
void brine_notifier_show_async (BrineNotifier *self, const BrineNotice *notice,
                                GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_notifier_show_finish:
 *
 * Returns: whether it was handed over; else @error says why not, and showing it may be tried again
 */
gboolean brine_notifier_show_finish (BrineNotifier *self, GAsyncResult *result, GError **error);
/**
 * brine_notifier_withdraw:
 *
 * Takes the notification with that @id from the screen and from the list of notifications, after
 * whatever was handed over before, and without waiting. Harmless when there is none.
 */
void brine_notifier_withdraw (BrineNotifier *self, const char *id);
/* For those who implement it. */
void brine_notifier_emit_available_changed (BrineNotifier *self);

G_END_DECLS
