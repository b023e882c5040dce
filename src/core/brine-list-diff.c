/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-list-diff.h"

typedef int (*Compare) (gpointer a, gpointer b);
typedef gboolean (*Equal) (gpointer a, gpointer b);

/* Where the next run of differences ends, given that it begins at old[*old_end], new[*new_end]. */
static void
find_end (GPtrArray *rows, GPtrArray *fresh, Compare compare, Equal equal, guint *old_end,
          guint *new_end)
{
  while (*old_end < rows->len || *new_end < fresh->len)
    {
      int order;

      if (*old_end == rows->len)
        order = 1;
      else if (*new_end == fresh->len)
        order = -1;
      else
        order = compare (g_ptr_array_index (rows, *old_end), g_ptr_array_index (fresh, *new_end));

      if (order == 0
          && (equal == NULL
              || equal (g_ptr_array_index (rows, *old_end), g_ptr_array_index (fresh, *new_end))))
        return;
      *old_end += order <= 0;
      *new_end += order >= 0;
    }
}

static void
replace (GPtrArray *rows, guint position, guint n_removed, GPtrArray *fresh, guint from,
         guint n_added)
{
  if (n_removed > 0)
    g_ptr_array_remove_range (rows, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (rows, position + i, g_object_ref (g_ptr_array_index (fresh, from + i)));
}

void
brine_list_diff (GListModel *model, GPtrArray *rows, GPtrArray *fresh, Compare compare, Equal equal)
{
  guint position = 0; /* in rows */
  guint next = 0;     /* in fresh */

  g_return_if_fail (G_IS_LIST_MODEL (model));
  g_return_if_fail (rows != NULL && fresh != NULL && compare != NULL);

  while (position < rows->len || next < fresh->len)
    {
      guint old_end = position;
      guint new_end = next;

      find_end (rows, fresh, compare, equal, &old_end, &new_end);
      guint n_removed = old_end - position;
      guint n_added = new_end - next;
      if (n_removed > 0 || n_added > 0)
        {
          replace (rows, position, n_removed, fresh, next, n_added);
          g_list_model_items_changed (model, position, n_removed, n_added);
        }
      /* Past the run, and past the equal row that ended it. */
      position += n_added + 1;
      next = new_end + 1;
    }
}
