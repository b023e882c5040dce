/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-editable.h"

#include "brine-rows-private.h"
#include "brine-store-private.h"

void
brine_editable_free (BrineEditable *editable)
{
  if (editable == NULL)
    return;
  brine_plan_item_free (editable->item);
  g_clear_pointer (&editable->logged, g_array_unref);
  g_free (editable);
}

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

static gboolean
add_logs (BrineDatabase *db, BrineEditable *editable, GError **error)
{
  BrineLocal beginning = { BRINE_DAY_MIN, 0 };
  g_autoptr (GPtrArray) logs = brine_rows_load_item_logs (db, editable->item->id, beginning, error);

  for (guint i = 0; logs != NULL && i < logs->len; i++)
    g_array_append_val (editable->logged, ((BrineLog *)logs->pdata[i])->original);
  return logs != NULL;
}

/* A night names no item: it is the night of the occurrence that counts for its day. Both lists are
 * in order of days. */
static gboolean
add_nights (BrineDatabase *db, BrineEditable *editable, int day_start_minutes, GError **error)
{
  g_autoptr (GPtrArray) nights = brine_rows_load_nights (db, BRINE_DAY_MIN, BRINE_DAY_MAX, error);
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  if (nights == NULL)
    return FALSE;
  if (nights->len == 0)
    return TRUE;
  for (guint i = 0; i < nights->len; i++)
    g_hash_table_add (days, GINT_TO_POINTER (((BrineNight *)nights->pdata[i])->wake.day));
  brine_plan_item_expand (editable->item, ((BrineNight *)nights->pdata[0])->wake.day,
                          ((BrineNight *)nights->pdata[nights->len - 1])->wake.day,
                          day_start_minutes, slots);
  for (guint i = 0; i < slots->len; i++)
    if (g_hash_table_contains (days, GINT_TO_POINTER (g_array_index (slots, BrineSlot, i).day)))
      g_array_append_val (editable->logged, g_array_index (slots, BrineSlot, i).original);
  return TRUE;
}

static void
sort_and_thin (GArray *locals)
{
  guint n = 0;

  g_array_sort (locals, compare_locals);
  for (guint i = 0; i < locals->len; i++)
    {
      BrineLocal local = g_array_index (locals, BrineLocal, i);

      if (n == 0 || !brine_local_equal (g_array_index (locals, BrineLocal, n - 1), local))
        g_array_index (locals, BrineLocal, n++) = local;
    }
  g_array_set_size (locals, n);
}

/* What the call is about; the store is borrowed: the task or the caller holds it. */
typedef struct
{
  BrineStore *store;
  char *id;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_free (input->id);
  g_free (input);
}

static gpointer
load_job (BrineWorker *worker, BrineDatabase *db, gpointer data, GError **error)
{
  Input *input = data;
  g_autoptr (BrineEditable) editable = g_new0 (BrineEditable, 1);
  GError *local_error = NULL;

  editable->logged = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  editable->item = brine_item_class.load (db, input->id, &local_error);
  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else if (editable->item == NULL)
    g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND, "There is no such plan item.");
  if (editable->item == NULL)
    return NULL;
  if (editable->item->quota_per_week > 0)
    return g_steal_pointer (&editable);
  if (!add_logs (db, editable, error)
      || (editable->item->practice == BRINE_PRACTICE_SLEEP
          && !add_nights (db, editable, brine_store_get_day_start_minutes (input->store), error)))
    return NULL;
  sort_and_thin (editable->logged);
  return g_steal_pointer (&editable);
}

static void
free_result (gpointer data)
{
  brine_editable_free (data);
}

BrineEditable *
brine_store_load_editable (BrineStore *self, const char *id, GError **error)
{
  g_return_val_if_fail (BRINE_IS_STORE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  return brine_store_run (self, load_job, &(Input){ self, (char *)id }, error);
}

void
brine_store_load_editable_async (BrineStore *self, const char *id, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (BRINE_IS_STORE (self));
  g_return_if_fail (id != NULL);

  Input *input = g_new0 (Input, 1);
  *input = (Input){ self, g_strdup (id) };
  brine_store_queue (self, brine_store_load_editable_async, load_job, input, input_free,
                     free_result, cancellable, callback, user_data);
}

BrineEditable *
brine_store_load_editable_finish (BrineStore *self, GAsyncResult *result, GError **error)
{
  return brine_store_finish (self, result, brine_store_load_editable_async, error);
}
