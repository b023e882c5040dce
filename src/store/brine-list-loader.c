/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-list-loader-private.h"

#include "brine-store-private.h"

struct _BrineListLoader
{
  gatomicrefcount n_refs; /* the owner's and one of each load under way */
  gpointer owner;         /* borrowed; NULL once it is gone */
  GParamSpec *loading_property;
  const BrineListSource *source;
  BrineStore *store;
  BrineClock *clock;
  gulong store_handler;
  gulong clock_handler;
  GCancellable *cancellable; /* of the load under way, NULL: none */
  gboolean stale;            /* something changed while it was under way */
  gboolean asked;            /* there is a question to ask again */
  gboolean unread;           /* the last answer was none: the rows may be old */
  GPtrArray *rows;
};

/* One load: a late answer must not be taken for that of a newer question. */
typedef struct
{
  BrineListLoader *loader;
  GCancellable *cancellable;
} Load;

static void start (BrineListLoader *loader);

static void
unref (BrineListLoader *loader)
{
  if (!g_atomic_ref_count_dec (&loader->n_refs))
    return;
  g_clear_object (&loader->store);
  g_clear_object (&loader->clock);
  g_clear_pointer (&loader->rows, g_ptr_array_unref);
  g_free (loader);
}

static void
set_under_way (BrineListLoader *loader, GCancellable *cancellable)
{
  gboolean was_loading = loader->cancellable != NULL;

  g_set_object (&loader->cancellable, cancellable);
  if (was_loading != (cancellable != NULL))
    g_object_notify_by_pspec (loader->owner, loader->loading_property);
}

static void
set_unread (BrineListLoader *loader, gboolean unread)
{
  if (loader->unread == unread)
    return;
  loader->unread = unread;
  brine_store_count_unread (loader->store, unread ? 1 : -1);
}

static void
take_rows (BrineListLoader *loader, GPtrArray *rows)
{
  g_autoptr (GObject) owner = g_object_ref (loader->owner);

  brine_list_diff (G_LIST_MODEL (owner), loader->rows, rows, loader->source->compare,
                   loader->source->equal);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autofree Load *load = data;
  g_autoptr (GCancellable) cancellable = load->cancellable;
  BrineListLoader *loader = load->loader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
      loader->source->finish (loader->owner, BRINE_STORE (object), result, &error);

  if (loader->owner != NULL && loader->cancellable == cancellable)
    {
      if (rows == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_debug ("A list could not be loaded: %s", error->message);
          set_unread (loader, TRUE);
        }
      else if (rows != NULL)
        {
          set_unread (loader, FALSE);
          take_rows (loader, rows);
        }
      /* A handler of items-changed may have let the owner go or asked something else. */
      if (loader->owner != NULL && loader->cancellable == cancellable)
        {
          if (loader->stale)
            start (loader);
          else
            set_under_way (loader, NULL);
        }
    }
  unref (loader);
}

static void
start (BrineListLoader *loader)
{
  Load *load = g_new0 (Load, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  loader->stale = FALSE;
  loader->asked = TRUE;
  load->loader = loader;
  load->cancellable = g_object_ref (cancellable);
  g_atomic_ref_count_inc (&loader->n_refs);
  set_under_way (loader, cancellable);
  loader->source->load (loader->owner, loader->store, loader->clock, cancellable, on_loaded_cb,
                        load);
}

static void
on_store_changed_cb (BrineListLoader *loader, guint kinds)
{
  if ((kinds & loader->source->kinds) != 0)
    brine_list_loader_refresh (loader);
}

static void
on_clock_changed_cb (BrineListLoader *loader)
{
  brine_list_loader_refresh (loader);
}

BrineListLoader *
brine_list_loader_new (gpointer owner, GParamSpec *loading, const BrineListSource *source,
                       BrineStore *store, BrineClock *clock)
{
  BrineListLoader *loader = g_new0 (BrineListLoader, 1);

  g_atomic_ref_count_init (&loader->n_refs);
  loader->owner = owner;
  loader->loading_property = loading;
  loader->source = source;
  loader->store = g_object_ref (store);
  loader->clock = g_object_ref (clock);
  loader->rows = g_ptr_array_new_with_free_func (g_object_unref);
  loader->store_handler =
      g_signal_connect_swapped (store, "changed", G_CALLBACK (on_store_changed_cb), loader);
  loader->clock_handler =
      g_signal_connect_swapped (clock, "changed", G_CALLBACK (on_clock_changed_cb), loader);
  return loader;
}

void
brine_list_loader_free (BrineListLoader *loader)
{
  if (loader->cancellable != NULL)
    g_cancellable_cancel (loader->cancellable);
  g_clear_object (&loader->cancellable);
  g_clear_signal_handler (&loader->store_handler, loader->store);
  g_clear_signal_handler (&loader->clock_handler, loader->clock);
  loader->owner = NULL;
  set_unread (loader, FALSE);
  unref (loader);
}

void
brine_list_loader_restart (BrineListLoader *loader)
{
  if (loader->cancellable != NULL)
    g_cancellable_cancel (loader->cancellable);
  start (loader);
}

void
brine_list_loader_refresh (BrineListLoader *loader)
{
  if (loader->cancellable != NULL)
    loader->stale = TRUE;
  else if (loader->asked)
    start (loader);
}

gboolean
brine_list_loader_is_loading (BrineListLoader *loader)
{
  return loader->cancellable != NULL;
}

GPtrArray *
brine_list_loader_get_rows (BrineListLoader *loader)
{
  return loader->rows;
}
