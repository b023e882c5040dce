/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-decision-private.h"

/* The diary forgets deliveries after 60 days; a question that keeps an item silent is written anew
 * before that. */
#define KEEP_AFTER_MS (INT64_C (30) * BRINE_MINUTES_PER_DAY * 60000)

/* Only these are an item's own; winding down is a setting. */
static gboolean
is_of_item (const BrineDelivery *delivery, const char *item_id)
{
  return (delivery->source == BRINE_DUE_PLAN || delivery->source == BRINE_DUE_QUOTA)
         && g_strcmp0 (delivery->item_id, item_id) == 0;
}

/* A question that nobody has shown, since nothing could, was not asked; nor is one that just now turns
 * out to be too late for it. */
static gboolean
was_asked (const BrineDeciding *self, const BrineDelivery *ask)
{
  if (ask->shown)
    return TRUE;
  for (guint i = 0; i < self->out->ended->len; i++)
    if (strcmp (((const BrineDelivery *)self->out->ended->pdata[i])->key, ask->key) == 0)
      return FALSE;
  return brine_delivery_state_is_open (ask->state);
}

static const BrineDelivery *
find_last_ask (const BrineDeciding *self, const char *item_id)
{
  const BrineDelivery *last = NULL;

  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      const BrineDelivery *delivery = self->facts->deliveries->pdata[i];

      if (delivery->source == BRINE_DUE_ASK && g_strcmp0 (delivery->item_id, item_id) == 0
          && was_asked (self, delivery)
          && (last == NULL || brine_local_compare (delivery->nominal, last->nominal) > 0))
        last = delivery;
    }
  return last;
}

/* Whether an occurrence from @original on is logged, in whatever way. */
static gboolean
is_logged_since (const BrineDeciding *self, const char *item_id, BrineLocal original)
{
  for (guint i = 0; i < self->facts->logs->len; i++)
    {
      const BrineLog *log = self->facts->logs->pdata[i];

      if (g_strcmp0 (log->item_id, item_id) == 0
          && brine_local_compare (log->original, original) >= 0)
        return TRUE;
    }
  /* A night is no log: only its occurrence knows that it was slept. */
  for (guint i = 0; i < self->facts->occurrences->len; i++)
    {
      const BrineReminderOccurrence *occurrence =
          &g_array_index (self->facts->occurrences, BrineReminderOccurrence, i);

      if (occurrence->logged && g_strcmp0 (occurrence->item->id, item_id) == 0
          && brine_local_compare (occurrence->original, original) >= 0)
        return TRUE;
    }
  return FALSE;
}

/* The stamp tells whether the item was edited since the question; that is all it is used for. */
static char *
make_ask_key (const BrinePlanItem *item, BrineLocal original, BrineLocal nominal)
{
  g_autofree char *key = brine_due_make_key (BRINE_DUE_ASK, item->id, original, nominal);

  return g_strdup_printf ("%s|%" G_GINT64_FORMAT, key, (gint64)item->stamps.modified.unix_ms);
}

static gboolean
is_edited_since (const BrineDeciding *self, const BrineDelivery *ask)
{
  const BrinePlanItem *item = brine_reminder_facts_find_item (self->facts, ask->item_id);

  if (item == NULL)
    return TRUE;
  g_autofree char *key = make_ask_key (item, ask->original, ask->nominal);
  return strcmp (key, ask->key) != 0;
}

static gboolean
keeps_silent (const BrineDeciding *self, const BrineDelivery *ask)
{
  return ask->state != BRINE_DELIVERY_DONE && !is_edited_since (self, ask)
         && !is_logged_since (self, ask->item_id, ask->original);
}

gboolean
brine_deciding_is_ask_open (const BrineDeciding *self, const BrineDelivery *delivery)
{
  return keeps_silent (self, delivery);
}

/* Answers ------------------------------------------------------------------------------------- */

/* Reminders of two occurrences may lie between each other, so those of one are put together. */
static int
compare_latest_first (gconstpointer a, gconstpointer b)
{
  const BrineDelivery *x = *(const BrineDelivery *const *)a;
  const BrineDelivery *y = *(const BrineDelivery *const *)b;
  int order = brine_local_compare (y->original, x->original);

  return order != 0 ? order : brine_local_compare (y->nominal, x->nominal);
}

/* What was shown of the item since the last question and is over, the latest first. */
static GPtrArray *
list_shown (const BrineDeciding *self, const char *item_id, const BrineDelivery *ask)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      BrineDelivery *delivery = self->facts->deliveries->pdata[i];

      if (delivery->shown && is_of_item (delivery, item_id)
          && !brine_delivery_state_is_open (delivery->state)
          && (ask == NULL || brine_local_compare (delivery->nominal, ask->nominal) > 0))
        g_ptr_array_add (shown, delivery);
    }
  g_ptr_array_sort (shown, compare_latest_first);
  return shown;
}

/* Whether the last three occurrences that were reminded of passed without any answer. */
static gboolean
is_ignored (const BrineDeciding *self, const GPtrArray *shown)
{
  const BrineDelivery *last = NULL;
  int n = 0;

  for (guint i = 0; i < shown->len; i++)
    {
      const BrineDelivery *delivery = shown->pdata[i];
      gboolean other = last == NULL || !brine_local_equal (delivery->original, last->original);

      if (other && n == BRINE_REMINDER_ASK_AFTER)
        break;
      if (delivery->state != BRINE_DELIVERY_EXPIRED)
        return FALSE;
      n += other;
      last = delivery;
    }
  return n == BRINE_REMINDER_ASK_AFTER && !is_logged_since (self, last->item_id, last->original);
}

BrineAttention
brine_deciding_get_attention (const BrineDeciding *self, const BrineDue *due)
{
  if (due->source != BRINE_DUE_PLAN && due->source != BRINE_DUE_QUOTA)
    return BRINE_ATTENTION_NORMAL;
  if (self->ask != NULL && g_strcmp0 (self->ask->item_id, due->item_id) == 0)
    return BRINE_ATTENTION_SILENT;

  const BrineDelivery *ask = find_last_ask (self, due->item_id);
  if (ask != NULL && keeps_silent (self, ask))
    return BRINE_ATTENTION_SILENT;
  g_autoptr (GPtrArray) shown = list_shown (self, due->item_id, ask);
  return is_ignored (self, shown) ? BRINE_ATTENTION_ASK : BRINE_ATTENTION_NORMAL;
}

BrineDue *
brine_deciding_make_ask (const BrineDeciding *self, const BrineDue *due)
{
  const BrinePlanItem *item = brine_reminder_facts_find_item (self->facts, due->item_id);
  BrineDue *ask = brine_due_copy (due);

  g_free (ask->key);
  ask->source = BRINE_DUE_ASK;
  ask->key = item != NULL
                 ? make_ask_key (item, due->original, due->nominal)
                 : brine_due_make_key (BRINE_DUE_ASK, due->item_id, due->original, due->nominal);
  return ask;
}

void
brine_deciding_keep_asks (BrineDeciding *self)
{
  for (guint i = 0; i < self->facts->deliveries->len; i++)
    {
      const BrineDelivery *ask = self->facts->deliveries->pdata[i];

      if (ask->source != BRINE_DUE_ASK || brine_delivery_state_is_open (ask->state)
          || self->now.unix_ms - ask->at.unix_ms < KEEP_AFTER_MS
          || ask != find_last_ask (self, ask->item_id) || !keeps_silent (self, ask))
        continue;
      BrineDelivery *kept = brine_delivery_copy (ask);
      kept->at = self->now;
      g_ptr_array_add (self->out->ended, kept);
    }
}
