/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property: whatever is done to a plan in a session, taking all of it back leads to the diary that
 * was, and doing all of it again to the diary that became of it, byte for byte in its JSON.
 */
#include "brine-editable.h"
#include "brine-json.h"
#include "brine-models.h"
#include "brine-quota.h"

#include <glib/gstdio.h>

#define MONDAY ((BrineDay)20780) /* 23 November 2026 */

typedef struct
{
  char *dir;
  BrineStore *store;
  BrineHistory *history;
  GRand *rand;
  guint n_failed;
} Session;

static void
on_failed_cb (BrineHistory *history, const char *label, GError *error, Session *session)
{
  g_test_message ("%s: %s", label, error->message);
  session->n_failed++;
}

static void
set_up (Session *session, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  session->dir = g_dir_make_tmp ("brine-undo-XXXXXX", &error);
  g_assert_no_error (error);
  session->store = brine_store_open (session->dir, BRINE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  session->history = brine_history_new (session->store);
  g_signal_connect (session->history, "failed", G_CALLBACK (on_failed_cb), session);
}

static void
tear_down (Session *session, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (session->dir, 0, NULL);
  const char *name;

  g_object_unref (session->history);
  brine_store_close (session->store);
  g_object_unref (session->store);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (session->dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (session->dir);
  g_free (session->dir);
}

static void
settle (Session *session)
{
  while (brine_history_is_busy (session->history))
    g_main_context_iteration (NULL, TRUE);
}

/* The diary without the times of change: taking back is a change as well. */
static char *export(Session *session)
{
  g_autoptr (BrineArchive) archive = brine_archive_new ();
  BrineStore *store = session->store;
  GPtrArray **lists[] = { &archive->items, &archive->logs, &archive->pauses, &archive->templates };
  GPtrArray *loaded[] = { brine_store_load_items (store, NULL),
                          brine_store_load_logs (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL),
                          brine_store_load_pauses (store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL),
                          brine_store_load_templates (store, NULL) };
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_ptr_array_unref (*lists[i]);
      *lists[i] = loaded[i];
    }
  for (guint i = 0; i < archive->items->len; i++)
    ((BrinePlanItem *)archive->items->pdata[i])->stamps.modified.unix_ms = 0;
  for (guint i = 0; i < archive->logs->len; i++)
    ((BrineLog *)archive->logs->pdata[i])->stamps.modified.unix_ms = 0;
  for (guint i = 0; i < archive->pauses->len; i++)
    ((BrinePause *)archive->pauses->pdata[i])->stamps.modified.unix_ms = 0;
  for (guint i = 0; i < archive->templates->len; i++)
    ((BrineTemplate *)archive->templates->pdata[i])->stamps.modified.unix_ms = 0;
  bytes = brine_json_export (archive);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What a person may do ----------------------------------------------------------------------- */

static int
below (Session *session, int n)
{
  return g_rand_int_range (session->rand, 0, n);
}

static void
apply (Session *session, BrineChange *change)
{
  brine_history_apply (session->history, "label", change);
}

/* (nullable): one of them. */
static gpointer
pick (Session *session, GPtrArray *list)
{
  return list->len > 0 ? list->pdata[below (session, (int)list->len)] : NULL;
}

static void
add_item (Session *session)
{
  static const char *const rules[] = { "FREQ=DAILY", "FREQ=DAILY;COUNT=12",
                                       "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYDAY=-1SU" };
  BrinePractice practice = (BrinePractice)below (session, BRINE_N_PRACTICES);
  g_autoptr (BrinePlanItem) item =
      brine_plan_item_new (practice, "Entry",
                           brine_local (MONDAY + below (session, 7), below (session, 24), 15),
                           10 + below (session, 100));
  BrineChange *change = brine_change_new ();
  int kind = below (session, 6);

  if (kind < 4)
    item->rule = brine_rule_parse (rules[kind], NULL);
  else if (kind == 4)
    item->quota_per_week = 1 + below (session, 4);
  brine_change_put_item (change, item);
  apply (session, change);
}

static GPtrArray *
load_week (Session *session, BrineDay first)
{
  GPtrArray *rows =
      brine_store_load_agenda (session->store, first, first + 6, brine_local (MONDAY, 8, 0), NULL);

  g_assert_nonnull (rows);
  return rows;
}

static BrineEdit *
edit_randomly (Session *session, const BrinePlanItem *item, BrineLocal original, BrineLocal start,
               const GArray *logged)
{
  BrineScope scope = (BrineScope)below (session, 3);
  BrineLocal to = brine_local_add_seconds (start, (below (session, 200) - 100) * 1800);
  g_autoptr (BrinePlanItem) wanted = NULL;

  switch (below (session, 4))
    {
    case 0:
      return brine_plan_item_cancel (item, original, scope, logged, NULL);
    case 1:
      return brine_plan_item_resize (item, original, to, 1 + below (session, 90), scope, logged,
                                     NULL);
    case 2:
      wanted = brine_plan_item_copy (item);
      wanted->start = start;
      g_free (wanted->title);
      wanted->title = g_strdup_printf ("Entry %d", below (session, 100));
      return brine_plan_item_edit (item, original, wanted, scope, MONDAY, logged, NULL);
    default:
      return brine_plan_item_move (item, original, to, -1, scope, logged, NULL);
    }
}

static void
edit_item (Session *session)
{
  g_autoptr (GPtrArray) rows = load_week (session, MONDAY + below (session, 3) * 7);
  BrineOccurrence *row = pick (session, rows);
  const BrineSlot *slot = row != NULL ? brine_occurrence_get_planned (row) : NULL;
  g_autoptr (BrineEditable) editable = NULL;
  g_autoptr (BrineEdit) edit = NULL;
  BrineChange *change;

  if (slot == NULL)
    return;
  editable = brine_store_load_editable (session->store, slot->item->id, NULL);
  edit = edit_randomly (session, editable->item, slot->original, slot->start, editable->logged);
  if (edit == NULL)
    return;
  change = brine_change_new ();
  brine_change_put_edit (change, editable->item->id, edit);
  apply (session, change);
}

/* The past keeps its number, so the whole list of numbers has to come back. */
static void
change_quota (Session *session)
{
  g_autoptr (GPtrArray) items = brine_store_load_items (session->store, NULL);
  BrineChange *change = brine_change_new ();

  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = items->pdata[i];

      if (item->quota_per_week == 0 || below (session, 2) == 0)
        continue;
      brine_quota_set_times (item, 1 + below (session, 6), MONDAY + 7 * below (session, 6));
      brine_change_put_item (change, item);
    }
  apply (session, change);
}

static void
log_something (Session *session)
{
  g_autoptr (GPtrArray) rows = load_week (session, MONDAY);
  g_autoptr (GPtrArray) items = brine_store_load_items (session->store, NULL);
  g_autoptr (BrineLog) log = brine_log_new ();
  BrineOccurrence *row = pick (session, rows);
  BrinePlanItem *item = pick (session, items);
  BrineChange *change = brine_change_new ();

  log->state = BRINE_STATE_DONE;
  log->title = g_strdup ("Entry");
  log->at.day = MONDAY + below (session, 7);
  log->at.instant.unix_ms = (int64_t)log->at.day * 86400000;
  log->original = (BrineLocal){ log->at.day, 0 };
  if (row != NULL && brine_occurrence_get_planned (row) != NULL)
    {
      log->item_id = g_strdup (brine_occurrence_get_item_id (row));
      log->original = brine_occurrence_get_original (row);
    }
  else if (item != NULL && item->quota_per_week > 0)
    {
      log->item_id = g_strdup (item->id);
    }
  brine_change_put_log (change, log);
  apply (session, change);
}

static void
unlog_something (Session *session)
{
  g_autoptr (GPtrArray) logs =
      brine_store_load_logs (session->store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);
  BrineLog *log = pick (session, logs);
  BrineChange *change = brine_change_new ();

  if (log != NULL)
    brine_change_remove (change, BRINE_KIND_LOG, log->id);
  apply (session, change);
}

static void
change_pause (Session *session)
{
  g_autoptr (GPtrArray) pauses =
      brine_store_load_pauses (session->store, BRINE_DAY_MIN, BRINE_DAY_MAX, NULL);
  BrinePause *known = below (session, 3) > 0 ? pick (session, pauses) : NULL;
  g_autoptr (BrinePause) pause = known != NULL ? brine_pause_copy (known) : brine_pause_new ();
  BrineChange *change = brine_change_new ();

  pause->from = MONDAY + below (session, 20);
  pause->to = pause->from + below (session, 5);
  if (known != NULL && below (session, 2) == 0)
    brine_change_remove (change, BRINE_KIND_PAUSE, known->id);
  else
    brine_change_put_pause (change, pause);
  apply (session, change);
}

static GArray *
collect (GPtrArray *rows)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  for (guint i = 0; i < rows->len; i++)
    if (brine_occurrence_get_planned (rows->pdata[i]) != NULL)
      g_array_append_vals (slots, brine_occurrence_get_planned (rows->pdata[i]), 1);
  return slots;
}

static void
change_template (Session *session)
{
  g_autoptr (GPtrArray) templates = brine_store_load_templates (session->store, NULL);
  BrineTemplate *known = pick (session, templates);
  g_autoptr (GPtrArray) rows = load_week (session, MONDAY);
  g_autoptr (GArray) slots = collect (rows);
  g_autoptr (BrineTemplate) template = brine_template_new ("Week");
  BrineChange *change = brine_change_new ();

  g_ptr_array_unref (template->entries);
  template->entries = brine_plan_copy_days (slots, MONDAY, 7);
  if (known == NULL || below (session, 3) == 0)
    {
      brine_change_put_template (change, template);
    }
  else if (below (session, 2) == 0)
    {
      g_free (known->name);
      known->name = g_strdup_printf ("Week %d", below (session, 50));
      brine_change_put_template (change, known);
    }
  else
    {
      brine_change_remove (change, BRINE_KIND_TEMPLATE, known->id);
    }
  apply (session, change);
}

/* A copied week, or a template, put on another one. */
static void
add_week (Session *session)
{
  BrineDay first = MONDAY + 7 + 7 * below (session, 2);
  g_autoptr (GPtrArray) templates = brine_store_load_templates (session->store, NULL);
  BrineTemplate *template = pick (session, templates);
  g_autoptr (GPtrArray) rows = load_week (session, MONDAY);
  g_autoptr (GArray) slots = collect (rows);
  g_autoptr (GPtrArray) entries = brine_plan_copy_days (slots, MONDAY, 1);
  g_autoptr (GPtrArray) there_rows = load_week (session, first);
  g_autoptr (GArray) there = collect (there_rows);
  g_autoptr (GPtrArray) items =
      brine_plan_paste_week (template != NULL ? template->entries : entries, first, there);
  BrineChange *change = brine_change_new ();

  for (guint i = 0; i < items->len && i < 12; i++)
    brine_change_put_item (change, items->pdata[i]);
  apply (session, change);
}

static void
do_something (Session *session)
{
  static void (*const acts[]) (Session *) = {
    add_item,     edit_item,    edit_item,       edit_item, log_something, unlog_something,
    change_pause, change_pause, change_template, add_week,  change_quota,
  };

  acts[below (session, G_N_ELEMENTS (acts))](session);
  settle (session);
}

/* The property ------------------------------------------------------------------------------- */

static guint
take_all_back (Session *session)
{
  guint n = 0;

  for (; brine_history_can_undo (session->history); n++)
    {
      brine_history_undo (session->history);
      settle (session);
    }
  return n;
}

static void
test_all_and_back (Session *session, gconstpointer data)
{
  const guint32 seed = GPOINTER_TO_UINT (data);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  guint n;

  session->rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);
  add_item (session);
  settle (session);
  brine_history_undo (session->history);
  settle (session);
  start = export(session);
  for (int i = 0; i < 150; i++)
    do_something (session);
  end = export(session);
  g_assert_cmpstr (start, !=, end);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *taken_back = NULL;
      g_autofree char *again = NULL;

      n = take_all_back (session);
      taken_back = export(session);
      g_assert_cmpstr (taken_back, ==, start);
      g_assert_cmpuint (n, >, 80);
      for (guint i = 0; i < n; i++)
        {
          brine_history_redo (session->history);
          settle (session);
        }
      g_assert_false (brine_history_can_redo (session->history));
      again = export(session);
      g_assert_cmpstr (again, ==, end);
    }
  g_assert_cmpuint (session->n_failed, ==, 0);
  g_assert_true (brine_store_check (session->store, NULL));
  g_rand_free (session->rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/undo/all-and-back/%u", seed);

      g_test_add (path, Session, GUINT_TO_POINTER (20261120 + seed), set_up, test_all_and_back,
                  tear_down);
    }
  return g_test_run ();
}
