/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-due.h"

#include "brine-due-private.h"

char *
brine_due_make_key (BrineDueSource source, const char *item_id, BrineLocal original,
                    BrineLocal nominal)
{
  g_autofree char *first = brine_local_to_string (original);
  g_autofree char *second = brine_local_to_string (nominal);

  return g_strdup_printf ("%s|%s|%s|%s", brine_due_source_to_nick (source),
                          item_id != NULL ? item_id : "", first, second);
}

BrineDue *
brine_due_new (BrineDueSource source, const char *item_id, BrineLocal original, BrineLocal nominal,
               BrineInstant at)
{
  BrineDue *due = g_new0 (BrineDue, 1);

  due->key = brine_due_make_key (source, item_id, original, nominal);
  due->source = source;
  due->item_id = g_strdup (item_id);
  due->original = original;
  due->start = nominal;
  due->practice = BRINE_PRACTICE_OWN;
  due->title = g_strdup ("");
  due->nominal = nominal;
  due->at = at;
  due->day = nominal.day;
  return due;
}

BrineDue *
brine_due_copy (const BrineDue *due)
{
  g_return_val_if_fail (due != NULL, NULL);

  BrineDue *copy = g_new (BrineDue, 1);
  *copy = *due;
  copy->key = g_strdup (due->key);
  copy->item_id = g_strdup (due->item_id);
  copy->title = g_strdup (due->title);
  return copy;
}

void
brine_due_free (BrineDue *due)
{
  if (due == NULL)
    return;
  g_free (due->key);
  g_free (due->item_id);
  g_free (due->title);
  g_free (due);
}

int
brine_due_compare (const BrineDue *a, const BrineDue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  int order = brine_instant_compare (a->at, b->at);
  if (order == 0)
    order = brine_local_compare (a->nominal, b->nominal);
  return order != 0 ? order : strcmp (a->key, b->key);
}

gboolean
brine_due_is_quiet (const BrineDue *due)
{
  g_return_val_if_fail (due != NULL, FALSE);

  return due->logged || due->paused || due->silent;
}

BrineDue *
brine_due_new_from_delivery (const BrineDelivery *delivery, GTimeZone *zone)
{
  g_return_val_if_fail (delivery != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  BrineDue *due = brine_due_new (delivery->source, delivery->item_id, delivery->original,
                                 delivery->nominal, brine_zone_resolve (zone, delivery->nominal));
  g_free (due->key);
  due->key = g_strdup (delivery->key);
  due->practice = delivery->practice;
  due->day = delivery->day;
  if (delivery->title != NULL)
    {
      g_free (due->title);
      due->title = g_strdup (delivery->title);
    }
  return due;
}

BrineDelivery *
brine_due_make_delivery (const BrineDue *due, BrineDeliveryState state, BrineInstant now)
{
  g_return_val_if_fail (due != NULL, NULL);

  BrineDelivery *delivery = brine_delivery_new (due->key, due->source);
  delivery->item_id = g_strdup (due->item_id);
  delivery->original = due->original;
  delivery->nominal = due->nominal;
  delivery->day = due->day;
  delivery->practice = due->practice;
  delivery->title = due->title[0] != '\0' ? g_strdup (due->title) : NULL;
  delivery->state = state;
  delivery->at = now;
  return delivery;
}

/* Lists --------------------------------------------------------------------------------------- */

static int
compare_dues (gconstpointer a, gconstpointer b)
{
  return brine_due_compare (*(const BrineDue *const *)a, *(const BrineDue *const *)b);
}

/* Two reminders of an occurrence may come to the same minute of the wall clock: one key, one due
 * time, the earlier one. They need not be neighbours: in the hour that autumn has twice "at 02:30" is
 * the first and "half an hour before 03:00" the second. */
static void
drop_repeated (GPtrArray *dues)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (guint i = 0; i < dues->len; i++)
    {
      BrineDue *due = dues->pdata[i];

      dues->pdata[i] = NULL;
      if (g_hash_table_add (keys, due->key))
        dues->pdata[n++] = due;
      else
        brine_due_free (due);
    }
  g_ptr_array_set_size (dues, (int)n);
}

GPtrArray *
brine_dues_list (const BrineReminderFacts *facts, BrineInstant from, BrineInstant to,
                 GTimeZone *zone)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free);

  g_return_val_if_fail (facts != NULL, dues);
  g_return_val_if_fail (zone != NULL, dues);

  BrineDueRange range = { facts, from, to, zone, dues };
  for (guint i = 0; i < brine_n_due_sources; i++)
    brine_due_sources[i](&range);
  g_ptr_array_sort (dues, compare_dues);
  drop_repeated (dues);
  return dues;
}

static GHashTable *
collect_delivered (const BrineReminderFacts *facts)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->deliveries->len; i++)
    {
      const BrineDelivery *delivery = facts->deliveries->pdata[i];

      g_hash_table_add (keys, delivery->key);
    }
  return keys;
}

GPtrArray *
brine_dues_list_coming (const BrineReminderFacts *facts, BrineInstant after, guint count,
                        GTimeZone *zone)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  GPtrArray *coming = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free);
  g_autoptr (GHashTable) delivered = collect_delivered (facts);
  BrineInstant to = brine_zone_resolve (zone, brine_civil_day_get_start (facts->to + 1,
                                                                         facts->day_start_minutes));
  BrineInstant from = { after.unix_ms + 1 };

  if (!facts->settings.on)
    return coming;
  g_autoptr (GPtrArray) dues = brine_dues_list (facts, from, to, zone);
  for (guint i = 0; i < dues->len && coming->len < count; i++)
    {
      const BrineDue *due = dues->pdata[i];

      if (!brine_due_is_quiet (due) && !g_hash_table_contains (delivered, due->key))
        g_ptr_array_add (coming, brine_due_copy (due));
    }
  return coming;
}
