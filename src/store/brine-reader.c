/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reader.h"

#include "brine-store-private.h"

struct _BrineReader
{
  gatomicrefcount n_refs; /* the owner's and one of each load under way */
  gpointer owner;         /* borrowed; NULL once it is gone */
  const BrineReaderSource *source;
  BrineStore *store;
  gulong handler;
  GCancellable *cancellable; /* of the load under way, NULL: none */
  gboolean stale;            /* something changed while it was under way */
  gboolean asked;            /* there is a question to ask again */
  gboolean unread;           /* the last answer was none: what is shown may be old */
};

/* One load: a late answer must not be taken for that of a newer question. */
typedef struct
{
  BrineReader *reader;
  GCancellable *cancellable;
} Load;

static void start (BrineReader *self);

static void
unref (BrineReader *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_object (&self->store);
  g_free (self);
}

static void
set_under_way (BrineReader *self, GCancellable *cancellable)
{
  gboolean was_loading = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_loading != (cancellable != NULL) && self->source->loading_changed != NULL)
    self->source->loading_changed (self->owner);
}

static void
set_unread (BrineReader *self, gboolean unread)
{
  if (self->unread == unread)
    return;
  self->unread = unread;
  brine_store_count_unread (self->store, unread ? 1 : -1);
}

static gboolean
waits_for (BrineReader *self, GCancellable *cancellable)
{
  return self->owner != NULL && self->cancellable == cancellable;
}

static void
take (BrineReader *self, GPtrArray *rows, const GError *error)
{
  if (rows == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (rows == NULL)
    g_debug ("Something could not be read: %s", error->message);
  /* Whoever is told may let the owner go. */
  set_unread (self, rows == NULL);
  if (self->owner != NULL)
    self->source->take (self->owner, rows);
}

static void
on_loaded_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autofree Load *load = data;
  g_autoptr (GCancellable) cancellable = load->cancellable;
  BrineReader *self = load->reader;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = self->source->finish (BRINE_STORE (object), result, &error);

  if (waits_for (self, cancellable))
    take (self, rows, error);
  /* Whoever took it may have let the owner go or asked something else. */
  if (waits_for (self, cancellable))
    {
      if (self->stale)
        start (self);
      else
        set_under_way (self, NULL);
    }
  unref (self);
}

static void
ask (BrineReader *self, GCancellable *cancellable)
{
  Load *load = g_new0 (Load, 1);

  load->reader = self;
  load->cancellable = g_object_ref (cancellable);
  g_atomic_ref_count_inc (&self->n_refs);
  self->source->load (self->owner, self->store, cancellable, on_loaded_cb, load);
}

static void
start (BrineReader *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  self->stale = FALSE;
  self->asked = TRUE;
  g_atomic_ref_count_inc (&self->n_refs);
  set_under_way (self, cancellable);
  if (waits_for (self, cancellable))
    ask (self, cancellable);
  unref (self);
}

static void
on_store_changed_cb (BrineReader *self, guint kinds)
{
  if ((kinds & self->source->kinds) != 0)
    brine_reader_refresh (self);
}

BrineReader *
brine_reader_new (gpointer owner, const BrineReaderSource *source, BrineStore *store)
{
  BrineReader *self;

  g_return_val_if_fail (owner != NULL && source != NULL, NULL);
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);

  self = g_new0 (BrineReader, 1);
  g_atomic_ref_count_init (&self->n_refs);
  self->owner = owner;
  self->source = source;
  self->store = g_object_ref (store);
  self->handler =
      g_signal_connect_swapped (store, "changed", G_CALLBACK (on_store_changed_cb), self);
  return self;
}

void
brine_reader_free (BrineReader *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_signal_handler (&self->handler, self->store);
  self->owner = NULL;
  set_unread (self, FALSE);
  unref (self);
}

void
brine_reader_restart (BrineReader *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->cancellable);
  start (self);
}

void
brine_reader_refresh (BrineReader *self)
{
  g_return_if_fail (self != NULL);

  if (self->cancellable != NULL)
    self->stale = TRUE;
  else if (self->asked)
    start (self);
}

gboolean
brine_reader_is_loading (BrineReader *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cancellable != NULL;
}
