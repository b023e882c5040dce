/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-notifier.h"

enum
{
  AVAILABLE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (BrineNotifier, brine_notifier, G_TYPE_OBJECT)

static void
brine_notifier_default_init (BrineNotifierInterface *iface)
{
  signals[AVAILABLE_CHANGED] =
      g_signal_new ("available-changed", BRINE_TYPE_NOTIFIER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
}

gboolean
brine_notifier_is_available (BrineNotifier *self)
{
  g_return_val_if_fail (BRINE_IS_NOTIFIER (self), FALSE);

  return BRINE_NOTIFIER_GET_IFACE (self)->is_available (self);
}

void
brine_notifier_show_async (BrineNotifier *self, const BrineNotice *notice,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_NOTIFIER (self));
  g_return_if_fail (notice != NULL);

  BRINE_NOTIFIER_GET_IFACE (self)->show_async (self, notice, callback, user_data);
}

gboolean
brine_notifier_show_finish (BrineNotifier *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (BRINE_IS_NOTIFIER (self), FALSE);

  return BRINE_NOTIFIER_GET_IFACE (self)->show_finish (self, result, error);
}

void
brine_notifier_withdraw (BrineNotifier *self, const char *id)
{
  g_return_if_fail (BRINE_IS_NOTIFIER (self));
  g_return_if_fail (id != NULL);

  BRINE_NOTIFIER_GET_IFACE (self)->withdraw (self, id);
}

void
brine_notifier_emit_available_changed (BrineNotifier *self)
{
  g_return_if_fail (BRINE_IS_NOTIFIER (self));

  g_signal_emit (self, signals[AVAILABLE_CHANGED], 0);
}
