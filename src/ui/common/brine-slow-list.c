/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-slow-list.h"

#include <gtk/gtk.h>

/* About a frame: each gets its own bit to style, to lay out and to draw. */
#define TURN_MS 16

struct _BrineSlowList
{
  GObject parent_instance;

  GtkSliceListModel *slice;
  guint first;
  guint step;
  guint timer; /* 0: all is there */
};

static GType
brine_slow_list_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (G_LIST_MODEL (BRINE_SLOW_LIST (list)->slice));
}

static guint
brine_slow_list_get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (BRINE_SLOW_LIST (list)->slice));
}

static gpointer
brine_slow_list_get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (BRINE_SLOW_LIST (list)->slice), position);
}

static void
brine_slow_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = brine_slow_list_get_item_type;
  iface->get_n_items = brine_slow_list_get_n_items;
  iface->get_item = brine_slow_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineSlowList, brine_slow_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      brine_slow_list_list_model_init))

static gboolean
on_turn_cb (gpointer user_data)
{
  BrineSlowList *self = user_data;
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < n)
    {
      gtk_slice_list_model_set_size (self->slice, size + self->step);
      return G_SOURCE_CONTINUE;
    }
  self->timer = 0;
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

static void
brine_slow_list_dispose (GObject *object)
{
  BrineSlowList *self = BRINE_SLOW_LIST (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->slice != NULL)
    g_signal_handlers_disconnect_by_data (self->slice, self);
  g_clear_object (&self->slice);

  G_OBJECT_CLASS (brine_slow_list_parent_class)->dispose (object);
}

static void
brine_slow_list_class_init (BrineSlowListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_slow_list_dispose;
}

static void
brine_slow_list_init (BrineSlowList *self)
{
}

BrineSlowList *
brine_slow_list_new (GListModel *model, guint first, guint step)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (step > 0, NULL);

  BrineSlowList *self = g_object_new (BRINE_TYPE_SLOW_LIST, NULL);
  self->first = first;
  self->step = step;
  self->slice = gtk_slice_list_model_new (g_object_ref (model), 0, first);
  g_signal_connect_swapped (self->slice, "items-changed", G_CALLBACK (g_list_model_items_changed),
                            self);
  brine_slow_list_begin (self);
  return self;
}

void
brine_slow_list_begin (BrineSlowList *self)
{
  g_return_if_fail (BRINE_IS_SLOW_LIST (self));

  gtk_slice_list_model_set_size (self->slice, self->first);
  if (self->timer == 0)
    self->timer = g_timeout_add_full (G_PRIORITY_LOW, TURN_MS, on_turn_cb, self, NULL);
}
