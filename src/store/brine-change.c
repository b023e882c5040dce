/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-change-private.h"

#include "brine-clock.h"
#include "brine-rows-private.h"

typedef struct
{
  BrineKind kind;
  char *id;
  gpointer record;  /* of that kind, owned; NULL: remove */
  gboolean is_copy; /* an item that is one time of a quota only while there is that quota */
  BrineEdit *edit;  /* owned; not NULL: the logs of the item @id follow this edit, no more */
} Step;

struct _BrineChange
{
  gatomicrefcount n_refs; /* history keeps what it hands over, for when it fails */
  GPtrArray *steps;       /* in the order of writing */
  gboolean is_inverse;    /* brings back exactly what was, rivals and all */
};

static void
step_free (gpointer data)
{
  Step *step = data;

  if (step->record != NULL)
    brine_record_classes[step->kind]->free (step->record);
  brine_edit_free (step->edit);
  g_free (step->id);
  g_free (step);
}

/* @record: (transfer full) (nullable) */
static void
add_step (BrineChange *change, BrineKind kind, const char *id, gpointer record)
{
  Step *step = g_new0 (Step, 1);

  step->kind = kind;
  step->id = g_strdup (id);
  step->record = record;
  g_ptr_array_add (change->steps, step);
}

static void
put (BrineChange *change, BrineKind kind, gconstpointer record)
{
  const BrineRecordClass *klass = brine_record_classes[kind];

  add_step (change, kind, klass->get_id (record), klass->copy (record));
}

static gboolean
write_step (const Step *step, BrineDatabase *db, int64_t now_ms, GError **error)
{
  const BrineRecordClass *klass = brine_record_classes[step->kind];

  if (step->record != NULL)
    return klass->put (db, step->record, now_ms, error);

  g_autoptr (BrineQuery) query = brine_database_query (db, klass->remove_sql, error);
  if (query == NULL)
    return FALSE;
  if (step->kind == BRINE_KIND_ITEM)
    brine_database_forget_plan (db);
  brine_query_bind (query, "it", now_ms, step->id);
  return brine_query_run (query, error);
}

/* Writes a step after noting in @inverse what was there before. */
static gboolean
write_invertibly (const Step *step, BrineDatabase *db, int64_t now_ms, BrineChange *inverse,
                  GError **error)
{
  GError *local_error = NULL;
  gpointer before = brine_record_classes[step->kind]->load (db, step->id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (before == NULL && step->record == NULL)
    return TRUE;
  add_step (inverse, step->kind, step->id, before);
  return write_step (step, db, now_ms, error);
}

/* Removes what the record of @step takes the place of. */
static gboolean
remove_rivals (const Step *step, BrineDatabase *db, int64_t now_ms, BrineChange *inverse,
               GError **error)
{
  const BrineRecordClass *klass = brine_record_classes[step->kind];
  g_autoptr (GPtrArray) ids = NULL;

  if (step->record == NULL || klass->find_rivals == NULL)
    return TRUE;
  ids = klass->find_rivals (db, step->record, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Step remove = { .kind = step->kind, .id = g_ptr_array_index (ids, i) };

      if (!write_invertibly (&remove, db, now_ms, inverse, error))
        return FALSE;
    }
  return ids != NULL;
}

/* A log names its occurrence by the original start, and that changes when a series moves or is
 * split: each log goes where its occurrence went. One whose occurrence is gone stays as it is.
 * Logs that pass one another are no rivals. */
static gboolean
move_logs (const Step *step, BrineDatabase *db, int64_t now_ms, BrineChange *inverse,
           GError **error)
{
  g_autoptr (GPtrArray) logs = brine_rows_load_item_logs (db, step->id, step->edit->from, error);

  for (guint i = 0; logs != NULL && i < logs->len; i++)
    {
      BrineLog *log = g_ptr_array_index (logs, i);
      Step move = { .kind = BRINE_KIND_LOG, .id = log->id, .record = log };
      BrineLocal original = log->original;
      const BrinePlanItem *item = brine_edit_find (step->edit, log->original, &original);

      if (item == NULL
          || (g_str_equal (item->id, step->id) && brine_local_equal (original, log->original)))
        continue;
      log->original = original;
      g_free (log->item_id);
      log->item_id = g_strdup (item->id);
      if (!write_invertibly (&move, db, now_ms, inverse, error))
        return FALSE;
    }
  return logs != NULL;
}

/* A copy whose quota is gone, or was made something else, stands by itself. */
static gboolean
write_copy (const Step *step, BrineDatabase *db, int64_t now_ms, BrineChange *inverse,
            GError **error)
{
  g_autoptr (BrinePlanItem) item = brine_plan_item_copy (step->record);
  Step copy = { .kind = step->kind, .id = step->id, .record = item };
  g_autoptr (BrinePlanItem) quota = NULL;
  GError *local_error = NULL;

  if (item->split_from != NULL)
    quota = brine_record_classes[BRINE_KIND_ITEM]->load (db, item->split_from, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  if (quota == NULL || quota->quota_per_week == 0)
    g_clear_pointer (&item->split_from, g_free);
  return write_invertibly (&copy, db, now_ms, inverse, error);
}

static gboolean
apply_step (const Step *step, BrineDatabase *db, int64_t now_ms, gboolean is_inverse,
            BrineChange *inverse, GError **error)
{
  if (step->edit != NULL)
    return move_logs (step, db, now_ms, inverse, error);
  if (step->is_copy)
    return write_copy (step, db, now_ms, inverse, error);
  return (is_inverse || remove_rivals (step, db, now_ms, inverse, error))
         && write_invertibly (step, db, now_ms, inverse, error);
}

void
brine_change_reverse (BrineChange *change)
{
  gpointer *steps = change->steps->pdata;
  guint n = change->steps->len;

  for (guint i = 0; i < n / 2; i++)
    {
      gpointer step = steps[i];
      steps[i] = steps[n - 1 - i];
      steps[n - 1 - i] = step;
    }
  change->is_inverse = TRUE;
}

gboolean
brine_change_write_steps (const BrineChange *change, BrineDatabase *db, int64_t now_ms,
                          BrineChange *inverse, guint *kinds, GError **error)
{
  for (guint i = 0; i < change->steps->len; i++)
    {
      const Step *step = g_ptr_array_index (change->steps, i);

      if (!apply_step (step, db, now_ms, change->is_inverse, inverse, error))
        return FALSE;
      *kinds |= 1u << step->kind;
    }
  return TRUE;
}

BrineChange *
brine_change_write (const BrineChange *change, BrineDatabase *db, guint *out_kinds, GError **error)
{
  g_autoptr (BrineChange) inverse = brine_change_new ();
  int64_t now_ms = brine_clock_read_stamp ().unix_ms;
  gboolean written;
  guint kinds = 0;

  if (!brine_database_begin (db, error))
    return NULL;
  written = brine_change_write_steps (change, db, now_ms, inverse, &kinds, error);
  if (!written)
    brine_database_rollback (db);
  if (!written || !brine_database_commit (db, error))
    {
      /* What was read in the failed transaction may never have been. */
      brine_database_forget_plan (db);
      return NULL;
    }
  brine_change_reverse (inverse);
  *out_kinds = kinds;
  return g_steal_pointer (&inverse);
}

BrineChange *
brine_change_new (void)
{
  BrineChange *change = g_new0 (BrineChange, 1);

  g_atomic_ref_count_init (&change->n_refs);
  change->steps = g_ptr_array_new_with_free_func (step_free);
  return change;
}

void
brine_change_add_inverse (BrineChange *inverse, BrineKind kind, const char *id, gpointer before)
{
  add_step (inverse, kind, id, before);
}

BrineChange *
brine_change_ref (BrineChange *change)
{
  g_atomic_ref_count_inc (&change->n_refs);
  return change;
}

void
brine_change_free (BrineChange *change)
{
  if (change == NULL || !g_atomic_ref_count_dec (&change->n_refs))
    return;
  g_ptr_array_unref (change->steps);
  g_free (change);
}

gboolean
brine_change_is_empty (const BrineChange *change)
{
  g_return_val_if_fail (change != NULL, TRUE);
  return change->steps->len == 0;
}

void
brine_change_put_item (BrineChange *change, const BrinePlanItem *item)
{
  g_return_if_fail (change != NULL && item != NULL && item->id != NULL);
  put (change, BRINE_KIND_ITEM, item);
}

void
brine_change_put_copy (BrineChange *change, const BrinePlanItem *item)
{
  g_return_if_fail (change != NULL && item != NULL && item->id != NULL);
  put (change, BRINE_KIND_ITEM, item);
  ((Step *)g_ptr_array_index (change->steps, change->steps->len - 1))->is_copy = TRUE;
}

void
brine_change_put_log (BrineChange *change, const BrineLog *log)
{
  g_return_if_fail (change != NULL && log != NULL && log->id != NULL);
  put (change, BRINE_KIND_LOG, log);
}

void
brine_change_put_checkin (BrineChange *change, const BrineCheckin *checkin)
{
  g_return_if_fail (change != NULL && checkin != NULL && checkin->id != NULL);
  put (change, BRINE_KIND_CHECKIN, checkin);
}

void
brine_change_put_night (BrineChange *change, const BrineNight *night)
{
  g_return_if_fail (change != NULL && night != NULL && night->id != NULL);
  put (change, BRINE_KIND_NIGHT, night);
}

void
brine_change_put_pause (BrineChange *change, const BrinePause *pause)
{
  g_return_if_fail (change != NULL && pause != NULL && pause->id != NULL);
  put (change, BRINE_KIND_PAUSE, pause);
}

void
brine_change_put_contact (BrineChange *change, const BrineContact *contact)
{
  g_return_if_fail (change != NULL && contact != NULL && contact->id != NULL);
  put (change, BRINE_KIND_CONTACT, contact);
}

void
brine_change_put_template (BrineChange *change, const BrineTemplate *template)
{
  g_return_if_fail (change != NULL && template != NULL && template->id != NULL);
  put (change, BRINE_KIND_TEMPLATE, template);
}

void
brine_change_put_delivery (BrineChange *change, const BrineDelivery *delivery)
{
  g_return_if_fail (change != NULL && delivery != NULL && delivery->key != NULL);
  put (change, BRINE_KIND_DELIVERY, delivery);
}

void
brine_change_put_setting (BrineChange *change, const char *key, const char *value)
{
  g_return_if_fail (change != NULL && key != NULL);
  add_step (change, BRINE_KIND_SETTING, key, value == NULL ? NULL : brine_setting_new (key, value));
}

void
brine_change_remove (BrineChange *change, BrineKind kind, const char *id)
{
  g_return_if_fail (change != NULL && id != NULL && (int)kind >= 0 && kind < BRINE_N_KINDS);
  add_step (change, kind, id, NULL);
}

void
brine_change_put_edit (BrineChange *change, const char *id, const BrineEdit *edit)
{
  g_return_if_fail (change != NULL && id != NULL && edit != NULL);
  if (edit->changed != NULL)
    brine_change_put_item (change, edit->changed);
  else
    brine_change_remove (change, BRINE_KIND_ITEM, id);
  if (edit->added != NULL)
    brine_change_put_item (change, edit->added);
  if (edit->changed == NULL || (edit->added == NULL && edit->shift_seconds == 0))
    return;
  add_step (change, BRINE_KIND_LOG, id, NULL);
  ((Step *)g_ptr_array_index (change->steps, change->steps->len - 1))->edit =
      brine_edit_copy (edit);
}
