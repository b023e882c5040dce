/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-delivery.h"

#include "brine-nicks.h"

static const char *const delivery_state_nicks[] = { "claimed", "shown",     "snoozed", "done",
                                                    "skipped", "dismissed", "expired" };
static const char *const due_source_nicks[] = { "plan",     "quota",     "wind-down",
                                                "check-in", "look-back", "ask" };

BRINE_DEFINE_NICKS (BrineDeliveryState, delivery_state)
BRINE_DEFINE_NICKS (BrineDueSource, due_source)

gboolean
brine_delivery_state_is_open (BrineDeliveryState state)
{
  return state == BRINE_DELIVERY_CLAIMED || state == BRINE_DELIVERY_SHOWN
         || state == BRINE_DELIVERY_SNOOZED;
}

BrineDelivery *
brine_delivery_new (const char *key, BrineDueSource source)
{
  BrineDelivery *delivery;

  g_return_val_if_fail (key != NULL, NULL);

  delivery = g_new0 (BrineDelivery, 1);
  delivery->key = g_strdup (key);
  delivery->source = source;
  return delivery;
}

BrineDelivery *
brine_delivery_copy (const BrineDelivery *delivery)
{
  BrineDelivery *copy;

  g_return_val_if_fail (delivery != NULL, NULL);

  copy = g_memdup2 (delivery, sizeof *delivery);
  copy->key = g_strdup (delivery->key);
  copy->item_id = g_strdup (delivery->item_id);
  copy->title = g_strdup (delivery->title);
  copy->notice_id = g_strdup (delivery->notice_id);
  return copy;
}

void
brine_delivery_free (BrineDelivery *delivery)
{
  if (delivery == NULL)
    return;

  g_free (delivery->key);
  g_free (delivery->item_id);
  g_free (delivery->title);
  g_free (delivery->notice_id);
  g_free (delivery);
}

gboolean
brine_delivery_equal (const BrineDelivery *a, const BrineDelivery *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (a->key, b->key) == 0 && a->source == b->source
         && g_strcmp0 (a->item_id, b->item_id) == 0 && brine_local_equal (a->original, b->original)
         && brine_local_equal (a->nominal, b->nominal) && a->day == b->day
         && a->practice == b->practice && g_strcmp0 (a->title, b->title) == 0
         && a->state == b->state && a->shown == b->shown
         && brine_instant_compare (a->at, b->at) == 0
         && brine_instant_compare (a->until, b->until) == 0
         && g_strcmp0 (a->notice_id, b->notice_id) == 0;
}
