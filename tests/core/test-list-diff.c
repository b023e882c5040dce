/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-list-diff.h"

/* A row: a key to sort by and a content. */
static GObject *
make_row (int key, int content)
{
  GObject *row = g_object_new (G_TYPE_OBJECT, NULL);

  g_object_set_data (row, "key", GINT_TO_POINTER (key));
  g_object_set_data (row, "content", GINT_TO_POINTER (content));
  return row;
}

static int
compare_keys (gpointer a, gpointer b)
{
  return GPOINTER_TO_INT (g_object_get_data (a, "key"))
         - GPOINTER_TO_INT (g_object_get_data (b, "key"));
}

static gboolean
equal_contents (gpointer a, gpointer b)
{
  return g_object_get_data (a, "content") == g_object_get_data (b, "content");
}

static GPtrArray *
make_rows (GRand *rand, int n_keys)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int key = 0; key < n_keys; key++)
    if (g_rand_int_range (rand, 0, 3) > 0)
      g_ptr_array_add (rows, make_row (key, g_rand_int_range (rand, 0, 2)));
  return rows;
}

typedef struct
{
  GPtrArray *rows;   /* the list itself */
  GPtrArray *shadow; /* what a view believes that it holds, borrowed objects */
  int n_changes;
} Replay;

static void
on_rows_changed_cb (GListModel *model, guint position, guint removed, guint added,
                    gpointer user_data)
{
  Replay *replay = user_data;

  g_assert_cmpuint (removed + added, >, 0);
  if (removed > 0)
    g_ptr_array_remove_range (replay->shadow, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (replay->shadow, position + i, replay->rows->pdata[position + i]);
  /* At every moment the view and the list agree. */
  g_assert_cmpuint (replay->shadow->len, ==, replay->rows->len);
  for (guint i = 0; i < replay->rows->len; i++)
    g_assert_true (replay->shadow->pdata[i] == replay->rows->pdata[i]);
  replay->n_changes++;
}

/* Runs of keys that differ, counted from the keys alone. */
static int
count_runs (GPtrArray *old, GPtrArray *fresh, int n_keys, gboolean by_key)
{
  int n_runs = 0;
  gboolean in_run = FALSE;

  for (int key = 0; key < n_keys; key++)
    {
      g_autoptr (GObject) wanted = make_row (key, 0);
      gpointer a = NULL;
      gpointer b = NULL;

      for (guint i = 0; i < old->len; i++)
        if (compare_keys (old->pdata[i], wanted) == 0)
          a = old->pdata[i];
      for (guint i = 0; i < fresh->len; i++)
        if (compare_keys (fresh->pdata[i], wanted) == 0)
          b = fresh->pdata[i];
      if (a == NULL && b == NULL)
        continue;
      gboolean differs = a == NULL || b == NULL || (!by_key && !equal_contents (a, b));
      n_runs += differs && !in_run;
      in_run = differs;
    }
  return n_runs;
}

/* Half of the time the keys are all there is to compare. */
static void
test_law_of_difference (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      gboolean by_key = i % 2 == 1;
      int n_keys = g_rand_int_range (rand, 0, 12);
      g_autoptr (GListStore) model = g_list_store_new (G_TYPE_OBJECT);
      g_autoptr (GPtrArray) rows = make_rows (rand, n_keys);
      g_autoptr (GPtrArray) fresh = make_rows (rand, n_keys);
      g_autoptr (GPtrArray) old = g_ptr_array_new ();
      g_autoptr (GPtrArray) shadow = g_ptr_array_new ();
      Replay replay = { rows, shadow, 0 };

      for (guint j = 0; j < rows->len; j++)
        {
          g_ptr_array_add (shadow, rows->pdata[j]);
          g_ptr_array_add (old, g_object_ref (rows->pdata[j]));
        }
      int n_runs = count_runs (rows, fresh, n_keys, by_key);
      g_signal_connect (model, "items-changed", G_CALLBACK (on_rows_changed_cb), &replay);
      brine_list_diff (G_LIST_MODEL (model), rows, fresh, compare_keys,
                       by_key ? NULL : equal_contents);
      g_assert_cmpint (replay.n_changes, ==, n_runs);
      g_assert_cmpuint (rows->len, ==, fresh->len);
      for (guint j = 0; j < rows->len; j++)
        {
          gboolean kept = g_ptr_array_find (old, rows->pdata[j], NULL);

          g_assert_true (kept || rows->pdata[j] == fresh->pdata[j]);
          g_assert_cmpint (compare_keys (rows->pdata[j], fresh->pdata[j]), ==, 0);
          g_assert_true (by_key || equal_contents (rows->pdata[j], fresh->pdata[j]));
        }
      g_ptr_array_foreach (old, (GFunc)(void (*) (void))g_object_unref, NULL);
    }
}

/* Two rows that nothing tells apart are two rows. */
static void
test_twins (void)
{
  g_autoptr (GListStore) model = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fresh = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) shadow = g_ptr_array_new ();
  Replay replay = { rows, shadow, 0 };

  for (int i = 0; i < 2; i++)
    g_ptr_array_add (fresh, make_row (7, i));
  g_signal_connect (model, "items-changed", G_CALLBACK (on_rows_changed_cb), &replay);
  brine_list_diff (G_LIST_MODEL (model), rows, fresh, compare_keys, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  brine_list_diff (G_LIST_MODEL (model), rows, fresh, compare_keys, NULL);
  g_assert_cmpint (replay.n_changes, ==, 1);
  g_ptr_array_remove_index (fresh, 0);
  brine_list_diff (G_LIST_MODEL (model), rows, fresh, compare_keys, NULL);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (replay.n_changes, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-diff/law", test_law_of_difference);
  g_test_add_func ("/list-diff/twins", test_twins);

  return g_test_run ();
}
