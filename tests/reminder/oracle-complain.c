/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "oracle-private.h"

/* What the oracle and the diary know of an item. */
static void
dump (Oracle *oracle, const Entry *of)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, oracle->ledger);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;

      if (g_strcmp0 (entry->item_id, of->item_id) == 0)
        g_printerr ("ledger %s: nominal %d.%d, original %d.%d, status %d, shown %d, unsure %d\n",
                    brine_due_source_to_nick (entry->source), entry->nominal.day,
                    entry->nominal.second, entry->original.day, entry->original.second,
                    entry->status, entry->was_shown, entry->unsure);
    }
  g_hash_table_iter_init (&iter, oracle->world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const BrineDelivery *delivery = value;

      if (g_strcmp0 (delivery->item_id, of->item_id) == 0)
        g_printerr ("diary %s: %s, shown %d\n", delivery->key,
                    brine_delivery_state_to_nick (delivery->state), delivery->shown);
    }
}

void
oracle_complain (Oracle *oracle, const Entry *entry, const char *format, ...)
{
  g_autofree char *now = brine_local_to_string (brine_clock_get_local (oracle->world->clock));
  g_autofree char *nominal = brine_local_to_string (entry->nominal);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (g_getenv ("BRINE_PROPERTY_DEBUG") != NULL)
    dump (oracle, entry);
  g_error ("seed %u, %s in %s: %s of %s, nominal %s, original day %d.%d, status %d, "
           "optional %d: %s",
           oracle->seed, now,
           g_time_zone_get_identifier (brine_clock_get_zone (oracle->world->clock)),
           brine_due_source_to_nick (entry->source), entry->item_id, nominal, entry->original.day,
           entry->original.second, entry->status, entry->optional, what);
}
