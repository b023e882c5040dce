/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlay.h"

#include "brine-busy.h"
#include "brine-overlay-file-private.h"
#include "brine-zone-rules.h"

struct _BrineOverlay
{
  GObject parent_instance;

  BrineClock *clock;
  GTimeZone *zone;  /* that the files are read for */
  guint rules;      /* of the zones that they name: a state of brine_zone_look() */
  GPtrArray *files; /* BrineOverlayFile, owned */
};

enum
{
  CHANGED,
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineOverlay, brine_overlay, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Following ----------------------------------------------------------------------------- */

static void
on_loaded_cb (BrineOverlay *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_edited_cb (BrineOverlay *self)
{
  g_signal_emit (self, signals[EDITED], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
follow (BrineOverlay *self, BrineOverlayFile *file)
{
  g_signal_connect_object (file, "loaded", G_CALLBACK (on_loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::name", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::shown", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  brine_overlay_file_follow (file, self->zone);
}

static void
unfollow (BrineOverlay *self, BrineOverlayFile *file)
{
  g_signal_handlers_disconnect_by_data (file, self);
  brine_overlay_file_rest (file);
}

/* Someone who travels reads the same calendars by another clock, and where the rules of a zone are
 * made anew, what is pinned to it comes at another time. */
static void
on_clock_changed_cb (BrineOverlay *self)
{
  GTimeZone *zone = brine_clock_get_zone (self->clock);
  guint rules = brine_zone_look ();

  if (g_str_equal (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone))
      && rules == self->rules)
    return;
  self->rules = rules;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  for (guint i = 0; i < self->files->len; i++)
    brine_overlay_file_follow (g_ptr_array_index (self->files, i), self->zone);
}

/* List ---------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return BRINE_TYPE_OVERLAY_FILE;
}

static guint
get_n_items (GListModel *model)
{
  return BRINE_OVERLAY (model)->files->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BrineOverlay *self = BRINE_OVERLAY (model);

  if (position >= self->files->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->files, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_overlay_dispose (GObject *object)
{
  BrineOverlay *self = BRINE_OVERLAY (object);

  for (guint i = 0; i < self->files->len; i++)
    unfollow (self, g_ptr_array_index (self->files, i));
  g_ptr_array_set_size (self->files, 0);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (brine_overlay_parent_class)->dispose (object);
}

static void
brine_overlay_finalize (GObject *object)
{
  BrineOverlay *self = BRINE_OVERLAY (object);

  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  G_OBJECT_CLASS (brine_overlay_parent_class)->finalize (object);
}

static void
brine_overlay_class_init (BrineOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = brine_overlay_dispose;
  object_class->finalize = brine_overlay_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_overlay_init (BrineOverlay *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

BrineOverlay *
brine_overlay_new (BrineClock *clock)
{
  BrineOverlay *self;

  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_OVERLAY, NULL);
  self->clock = g_object_ref (clock);
  self->zone = g_time_zone_ref (brine_clock_get_zone (clock));
  self->rules = brine_zone_look ();
  g_signal_connect_object (clock, "changed", G_CALLBACK (on_clock_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* Keeping ------------------------------------------------------------------------------- */

/* Nothing is ever fetched: a file lies on this machine. */
static gboolean
is_usable (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return g_file_is_native (file) && path != NULL;
}

static BrineOverlayFile *
find_by_file (BrineOverlay *self, GFile *file)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_file_equal (brine_overlay_file_get_file (g_ptr_array_index (self->files, i)), file))
      return g_ptr_array_index (self->files, i);
  return NULL;
}

static void
take_entry (BrineOverlay *self, const char *uri, const char *name, int colour, gboolean shown)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  BrineOverlayFile *entry;

  if (!is_usable (file) || find_by_file (self, file) != NULL
      || self->files->len == BRINE_OVERLAY_MAX_FILES)
    return;
  entry = brine_overlay_file_new (file, name, CLAMP (colour, 0, BRINE_BUSY_N_COLOURS - 1), shown);
  g_ptr_array_add (self->files, entry);
  follow (self, entry);
}

void
brine_overlay_set_files (BrineOverlay *self, GVariant *files)
{
  GVariantIter iter;
  const char *uri, *name;
  int colour;
  gboolean shown;
  guint n_removed;

  g_return_if_fail (BRINE_IS_OVERLAY (self));
  g_return_if_fail (g_variant_is_of_type (files, G_VARIANT_TYPE (BRINE_OVERLAY_FILES_TYPE)));

  n_removed = self->files->len;
  for (guint i = 0; i < n_removed; i++)
    unfollow (self, g_ptr_array_index (self->files, i));
  g_ptr_array_set_size (self->files, 0);
  g_variant_iter_init (&iter, files);
  while (g_variant_iter_next (&iter, "(&s&sib)", &uri, &name, &colour, &shown))
    take_entry (self, uri, name, colour, shown);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->files->len);
  g_signal_emit (self, signals[CHANGED], 0);
}

GVariant *
brine_overlay_dup_files (BrineOverlay *self)
{
  g_auto (GVariantBuilder) builder =
      G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (BRINE_OVERLAY_FILES_TYPE));

  g_return_val_if_fail (BRINE_IS_OVERLAY (self), NULL);

  for (guint i = 0; i < self->files->len; i++)
    {
      BrineOverlayFile *entry = g_ptr_array_index (self->files, i);
      g_autofree char *uri = g_file_get_uri (brine_overlay_file_get_file (entry));
      g_variant_builder_add (&builder, "(ssib)", uri, brine_overlay_file_get_name (entry),
                             brine_overlay_file_get_colour (entry),
                             brine_overlay_file_is_shown (entry));
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Editing ------------------------------------------------------------------------------- */

/* The colour that fewest have. */
static int
choose_colour (BrineOverlay *self)
{
  int counts[BRINE_BUSY_N_COLOURS] = { 0 };
  int best = 0;

  for (guint i = 0; i < self->files->len; i++)
    counts[brine_overlay_file_get_colour (g_ptr_array_index (self->files, i))]++;
  for (int i = 1; i < BRINE_BUSY_N_COLOURS; i++)
    if (counts[i] < counts[best])
      best = i;
  return best;
}

void
brine_overlay_restore (BrineOverlay *self, BrineOverlayFile *file, guint position)
{
  g_return_if_fail (BRINE_IS_OVERLAY (self));
  g_return_if_fail (BRINE_IS_OVERLAY_FILE (file));

  if (find_by_file (self, brine_overlay_file_get_file (file)) != NULL)
    return;
  position = MIN (position, self->files->len);
  g_ptr_array_insert (self->files, (int)position, g_object_ref (file));
  follow (self, file);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  on_edited_cb (self);
}

BrineOverlayFile *
brine_overlay_add (BrineOverlay *self, GFile *file, GError **error)
{
  BrineOverlayFile *known;
  g_autoptr (BrineOverlayFile) entry = NULL;

  g_return_val_if_fail (BRINE_IS_OVERLAY (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  known = find_by_file (self, file);
  if (known != NULL)
    {
      brine_overlay_file_set_shown (known, TRUE);
      return known;
    }
  if (!is_usable (file))
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           "Only files of this computer can be shown.");
      return NULL;
    }
  if (self->files->len >= BRINE_OVERLAY_MAX_FILES)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                   "No more than %d calendars can be shown.", BRINE_OVERLAY_MAX_FILES);
      return NULL;
    }
  entry = brine_overlay_file_new (file, NULL, choose_colour (self), TRUE);
  brine_overlay_restore (self, entry, G_MAXUINT);
  return entry;
}

void
brine_overlay_remove (BrineOverlay *self, BrineOverlayFile *file)
{
  guint position;

  g_return_if_fail (BRINE_IS_OVERLAY (self));

  if (!brine_overlay_find (self, file, &position))
    return;
  unfollow (self, file);
  g_ptr_array_remove_index (self->files, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  on_edited_cb (self);
}

gboolean
brine_overlay_find (BrineOverlay *self, BrineOverlayFile *file, guint *out_position)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY (self), FALSE);

  return g_ptr_array_find (self->files, file, out_position);
}
