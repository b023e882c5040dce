/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-import.h"

#include "brine-ical-items.h"
#include "brine-ical.h"
#include "brine-safe-file.h"

#include <string.h>

/* Of a thousand: finding the changed occurrences, before events are taken. */
#define SURVEY_SHARE 150

/* How much of a mapped file stays in memory. */
#define PIECE_BYTES (4u * 1024 * 1024)

struct _BrineCalendarImport
{
  GObject parent_instance;

  char *path;
  GTimeZone *zone;
  int day_start_minutes;
  char *untitled;
  BrineImportReport *report;
  BrineMergeCounts counts;
  BrineChange *inverse; /* nullable */
  int progress;         /* of a thousand; atomic */

  /* While it runs. */
  gboolean dry_run;
  GCancellable *cancellable;
  GBytes *bytes;
  gsize forgotten;       /* bytes of the file, from its beginning */
  BrineBatch *batch;     /* NULL: there is no diary */
  BrineArchive *archive; /* NULL unless items of the file name one another */
};

G_DEFINE_FINAL_TYPE (BrineCalendarImport, brine_calendar_import, G_TYPE_OBJECT)

static void
brine_calendar_import_finalize (GObject *object)
{
  BrineCalendarImport *self = BRINE_CALENDAR_IMPORT (object);

  g_free (self->untitled);
  g_free (self->path);
  g_time_zone_unref (self->zone);
  brine_import_report_free (self->report);
  brine_change_free (self->inverse);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->archive, brine_archive_free);

  G_OBJECT_CLASS (brine_calendar_import_parent_class)->finalize (object);
}

static void
brine_calendar_import_class_init (BrineCalendarImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_calendar_import_finalize;
}

static void
brine_calendar_import_init (BrineCalendarImport *self)
{
  self->report = brine_import_report_new ();
}

/* Into the diary ------------------------------------------------------------------------- */

/* A fresh id where another item has it. */
static gboolean
settle_id (BrineCalendarImport *self, BrinePlanItem *item, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (BrinePlanItem) other = brine_batch_load_item (self->batch, item->id, &local_error);

  if (other != NULL)
    {
      g_free (item->id);
      item->id = brine_id_new ();
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* One of them, or NULL and none. */
static GPtrArray *
make_list (BrinePlanItem *item)
{
  GPtrArray *list = g_ptr_array_new ();

  if (item != NULL)
    g_ptr_array_add (list, item);
  return list;
}

static gboolean
merge (BrineCalendarImport *self, BrinePlanItem *item, GError **error)
{
  GError *local_error = NULL;
  g_autoptr (BrinePlanItem) known =
      self->batch != NULL ? brine_batch_find_item (self->batch, item->uid, &local_error) : NULL;
  g_autoptr (GPtrArray) existing = make_list (known);
  g_autoptr (GPtrArray) imported = make_list (item);
  g_autoptr (GPtrArray) merged = NULL;
  BrineMergeCounts counts;

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  merged = brine_archive_merge_items (existing, imported, &counts);
  self->counts.n_added += counts.n_added;
  self->counts.n_changed += counts.n_changed;
  self->counts.n_unchanged += counts.n_unchanged;
  if (merged->len == 0 || self->dry_run)
    return TRUE;
  return (known != NULL || settle_id (self, merged->pdata[0], error))
         && brine_batch_put_item (self->batch, merged->pdata[0], error);
}

/* The items of the diary that have the UIDs of the archive. */
static GPtrArray *
find_existing (BrineCalendarImport *self, GError **error)
{
  g_autoptr (GPtrArray) existing =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  GError *local_error = NULL;

  for (guint i = 0; self->batch != NULL && i < self->archive->items->len; i++)
    {
      BrinePlanItem *item = self->archive->items->pdata[i];
      BrinePlanItem *known = brine_batch_find_item (self->batch, item->uid, &local_error);

      if (known != NULL)
        g_ptr_array_add (existing, known);
      if (local_error != NULL)
        {
          g_propagate_error (error, local_error);
          return NULL;
        }
    }
  return g_steal_pointer (&existing);
}

/* Halves of split series follow their other halves to the ids that those have in the diary, so
 * all ids are settled before the first item is written. */
static gboolean
merge_archive (BrineCalendarImport *self, GError **error)
{
  g_autoptr (GPtrArray) existing = find_existing (self, error);

  if (existing == NULL)
    return FALSE;
  brine_archive_relink (self->archive, existing);
  for (guint i = 0; i < self->archive->items->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
        || !merge (self, self->archive->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Out of the file ------------------------------------------------------------------------ */

static gboolean
take (BrinePlanItem *item, gpointer user_data, GError **error)
{
  BrineCalendarImport *self = user_data;
  gboolean merged;

  if (self->archive != NULL)
    {
      g_ptr_array_add (self->archive->items, item);
      return TRUE;
    }
  merged = merge (self, item, error);
  brine_plan_item_free (item);
  return merged;
}

static void
tell (guint pass, gsize at, gsize length, gpointer user_data)
{
  BrineCalendarImport *self = user_data;
  double share = (double)at / (double)MAX (length, 1);

  g_atomic_int_set (&self->progress,
                    (int)(pass == 0 ? share * SURVEY_SHARE
                                    : SURVEY_SHARE + share * (1000 - SURVEY_SHARE)));
  if (at < self->forgotten || at - self->forgotten > PIECE_BYTES)
    {
      brine_safe_file_forget (self->bytes, at);
      self->forgotten = at;
    }
}

/* Our own split series alone name other items. UTF-16 is only converted later. */
static gboolean
may_have_links (GBytes *bytes)
{
  static const char name[] = "X-BRINE-SPLIT-FROM";
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 2 && (data[0] == '\0' || data[1] == '\0' || (guchar)data[0] >= 0xfe))
    return TRUE;
  for (gsize at = 0; at < length; at += PIECE_BYTES)
    {
      if (memmem (data + at, MIN (PIECE_BYTES + strlen (name), length - at), name, strlen (name))
          != NULL)
        return TRUE;
      brine_safe_file_forget (bytes, at);
    }
  return FALSE;
}

static gboolean
run (BrineBatch *batch, gpointer user_data, GError **error)
{
  BrineCalendarImport *self = user_data;
  const BrineIcalReader reader = { .zone = self->zone,
                                   .day_start_minutes = self->day_start_minutes,
                                   .untitled = self->untitled,
                                   .take = take,
                                   .progress = tell,
                                   .user_data = self };

  self->batch = batch;
  self->bytes = brine_safe_file_read (self->path, BRINE_ICAL_MAX_BYTES, error);
  if (self->bytes == NULL)
    return FALSE;
  if (may_have_links (self->bytes))
    self->archive = brine_archive_new ();
  return brine_ical_read_items (self->bytes, &reader, self->report, self->cancellable, error)
         && (self->archive == NULL || merge_archive (self, error));
}

/* Entry ---------------------------------------------------------------------------------- */

static void
run_alone (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (NULL, source, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_batch_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BrineCalendarImport *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (brine_store_run_batch_finish (BRINE_STORE (source), result, &self->inverse, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
brine_calendar_import_run_async (BrineCalendarImport *self, BrineStore *store, gboolean dry_run,
                                 GCancellable *cancellable, GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRINE_IS_CALENDAR_IMPORT (self));
  g_return_if_fail (BRINE_IS_STORE (store) || (store == NULL && dry_run));
  g_return_if_fail (self->bytes == NULL);

  /* What is on the disk is never called cancelled: the task itself does not look. */
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, brine_calendar_import_run_async);
  g_task_set_name (task, "[brine] calendar import");
  self->dry_run = dry_run;
  g_set_object (&self->cancellable, cancellable);
  if (store != NULL)
    brine_store_run_batch_async (store, run, !dry_run, self, on_batch_done_cb,
                                 g_steal_pointer (&task));
  else
    g_task_run_in_thread (task, run_alone);
}

gboolean
brine_calendar_import_run_finish (BrineCalendarImport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

BrineCalendarImport *
brine_calendar_import_new (const char *path, GTimeZone *zone, int day_start_minutes,
                           const char *untitled, BrineTranslate translate)
{
  BrineCalendarImport *self;

  g_return_val_if_fail (path != NULL && zone != NULL && untitled != NULL, NULL);
  g_return_val_if_fail (day_start_minutes >= 0 && day_start_minutes <= 720, NULL);

  self = g_object_new (BRINE_TYPE_CALENDAR_IMPORT, NULL);
  self->path = g_strdup (path);
  self->zone = g_time_zone_ref (zone);
  self->day_start_minutes = day_start_minutes;
  self->untitled = g_strdup (untitled);
  self->report->translate = translate;
  return self;
}

double
brine_calendar_import_get_progress (BrineCalendarImport *self)
{
  g_return_val_if_fail (BRINE_IS_CALENDAR_IMPORT (self), 0);

  return g_atomic_int_get (&self->progress) / 1000.0;
}

BrineMergeCounts
brine_calendar_import_get_counts (BrineCalendarImport *self)
{
  g_return_val_if_fail (BRINE_IS_CALENDAR_IMPORT (self), (BrineMergeCounts){ 0 });

  return self->counts;
}

BrineChange *
brine_calendar_import_steal_inverse (BrineCalendarImport *self)
{
  g_return_val_if_fail (BRINE_IS_CALENDAR_IMPORT (self), NULL);

  return g_steal_pointer (&self->inverse);
}

const BrineImportReport *
brine_calendar_import_get_report (BrineCalendarImport *self)
{
  g_return_val_if_fail (BRINE_IS_CALENDAR_IMPORT (self), NULL);

  return self->report;
}
