/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-archive.h"

BrineArchive *
brine_archive_new (void)
{
  BrineArchive *archive = g_new0 (BrineArchive, 1);

  archive->items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  archive->logs = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_log_free);
  archive->checkins = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_checkin_free);
  archive->nights = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_night_free);
  archive->pauses = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  archive->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_contact_free);
  archive->templates = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_template_free);
  archive->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return archive;
}

void
brine_archive_free (BrineArchive *archive)
{
  if (archive == NULL)
    return;

  g_ptr_array_unref (archive->items);
  g_ptr_array_unref (archive->logs);
  g_ptr_array_unref (archive->checkins);
  g_ptr_array_unref (archive->nights);
  g_ptr_array_unref (archive->pauses);
  g_ptr_array_unref (archive->contacts);
  g_ptr_array_unref (archive->templates);
  g_hash_table_unref (archive->settings);
  g_free (archive);
}

/* The records' own comparisons behind one type, so that no function is called by a foreign one. */
typedef gboolean (*RecordEqual) (gconstpointer a, gconstpointer b);

static gboolean
items_equal (gconstpointer a, gconstpointer b)
{
  return brine_plan_item_equal (a, b);
}

static gboolean
logs_equal (gconstpointer a, gconstpointer b)
{
  return brine_log_equal (a, b);
}

static gboolean
checkins_equal (gconstpointer a, gconstpointer b)
{
  return brine_checkin_equal (a, b);
}

static gboolean
nights_equal (gconstpointer a, gconstpointer b)
{
  return brine_night_equal (a, b);
}

static gboolean
pauses_equal (gconstpointer a, gconstpointer b)
{
  return brine_pause_equal (a, b);
}

static gboolean
contacts_equal (gconstpointer a, gconstpointer b)
{
  return brine_contact_equal (a, b);
}

static gboolean
templates_equal (gconstpointer a, gconstpointer b)
{
  return brine_template_equal (a, b);
}

static gboolean
arrays_equal (const GPtrArray *a, const GPtrArray *b, RecordEqual equal)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!equal (a->pdata[i], b->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
settings_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (g_strcmp0 (value, g_hash_table_lookup (b, key)) != 0)
      return FALSE;
  return TRUE;
}

gboolean
brine_archive_equal (const BrineArchive *a, const BrineArchive *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return arrays_equal (a->items, b->items, items_equal)
         && arrays_equal (a->logs, b->logs, logs_equal)
         && arrays_equal (a->checkins, b->checkins, checkins_equal)
         && arrays_equal (a->nights, b->nights, nights_equal)
         && arrays_equal (a->pauses, b->pauses, pauses_equal)
         && arrays_equal (a->contacts, b->contacts, contacts_equal)
         && arrays_equal (a->templates, b->templates, templates_equal)
         && settings_equal (a->settings, b->settings);
}

/* Merging ------------------------------------------------------------------------------- */

/* What a file cannot say about an item that is here already stays as it is here. */
static void
take_over (BrinePlanItem *item, const BrinePlanItem *known)
{
  g_free (item->id);
  item->id = g_strdup (known->id);
  item->stamps = known->stamps;
  if (item->foreign == NULL)
    item->foreign = g_strdup (known->foreign);
  if (item->split_from == NULL)
    item->split_from = g_strdup (known->split_from);
  if (item->quotas->len == 0 && item->quota_per_week == known->quota_per_week
      && known->quotas->len > 0)
    g_array_append_vals (item->quotas, known->quotas->data, known->quotas->len);
  if (item->goals->len == 0 && known->goals->len > 0)
    g_array_append_vals (item->goals, known->goals->data, known->goals->len);
}

/* UID → index of its last appearance: a file that lists an item twice means its last state. */
static GHashTable *
index_by_uid (GPtrArray *items)
{
  GHashTable *by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = items->pdata[i];
      if (item->uid != NULL)
        g_hash_table_replace (by_uid, item->uid, GUINT_TO_POINTER (i));
    }
  return by_uid;
}

GPtrArray *
brine_archive_merge_items (GPtrArray *existing, GPtrArray *imported, BrineMergeCounts *out_counts)
{
  g_autoptr (GHashTable) known_by_uid = NULL;
  g_autoptr (GHashTable) last_by_uid = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  BrineMergeCounts counts = { 0 };
  GPtrArray *result;

  g_return_val_if_fail (existing != NULL && imported != NULL, NULL);

  known_by_uid = index_by_uid (existing);
  last_by_uid = index_by_uid (imported);
  for (guint i = 0; i < existing->len; i++)
    g_hash_table_add (ids, g_strdup (((BrinePlanItem *)existing->pdata[i])->id));

  result = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  for (guint i = 0; i < imported->len; i++)
    {
      const BrinePlanItem *given = imported->pdata[i];
      g_autoptr (BrinePlanItem) item = NULL;
      gpointer index;

      if (given->uid != NULL && g_hash_table_lookup_extended (last_by_uid, given->uid, NULL, &index)
          && GPOINTER_TO_UINT (index) != i)
        continue;

      item = brine_plan_item_copy (given);
      if (given->uid != NULL
          && g_hash_table_lookup_extended (known_by_uid, given->uid, NULL, &index))
        {
          const BrinePlanItem *known = existing->pdata[GPOINTER_TO_UINT (index)];
          take_over (item, known);
          if (brine_plan_item_equal (item, known))
            {
              counts.n_unchanged++;
              continue;
            }
          counts.n_changed++;
        }
      else
        {
          if (!g_hash_table_add (ids, g_strdup (item->id)))
            {
              g_free (item->id);
              item->id = brine_id_new ();
              g_hash_table_add (ids, g_strdup (item->id));
            }
          counts.n_added++;
        }
      g_ptr_array_add (result, g_steal_pointer (&item));
    }
  if (out_counts != NULL)
    *out_counts = counts;
  return result;
}

static void
replace_id (char **id, GHashTable *new_ids)
{
  const char *new_id = *id != NULL ? g_hash_table_lookup (new_ids, *id) : NULL;

  if (new_id == NULL)
    return;
  g_free (*id);
  *id = g_strdup (new_id);
}

static void
relink_template (BrineTemplate *template, GHashTable *new_ids)
{
  for (guint i = 0; i < template->entries->len; i++)
    replace_id (&((BrinePlanEntry *)template->entries->pdata[i])->quota_id, new_ids);
}

void
brine_archive_relink (BrineArchive *imported, GPtrArray *existing)
{
  g_autoptr (GHashTable) known_by_uid = NULL;
  g_autoptr (GHashTable) new_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail (imported != NULL && existing != NULL);

  known_by_uid = index_by_uid (existing);
  for (guint i = 0; i < imported->items->len; i++)
    {
      const BrinePlanItem *item = imported->items->pdata[i];
      gpointer index;
      if (item->uid != NULL && g_hash_table_lookup_extended (known_by_uid, item->uid, NULL, &index))
        g_hash_table_insert (new_ids, g_strdup (item->id),
                             ((BrinePlanItem *)existing->pdata[GPOINTER_TO_UINT (index)])->id);
    }
  for (guint i = 0; i < imported->items->len; i++)
    {
      BrinePlanItem *item = imported->items->pdata[i];
      replace_id (&item->id, new_ids);
      replace_id (&item->split_from, new_ids);
    }
  for (guint i = 0; i < imported->logs->len; i++)
    replace_id (&((BrineLog *)imported->logs->pdata[i])->item_id, new_ids);
  for (guint i = 0; i < imported->templates->len; i++)
    relink_template (imported->templates->pdata[i], new_ids);
}
