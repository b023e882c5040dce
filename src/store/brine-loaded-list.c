/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-loaded-list-private.h"

#include "brine-list-diff.h"

typedef struct
{
  BrineReader *reader; /* NULL once disposed */
  BrineClock *clock;
  GPtrArray *rows; /* GObject, owned */
} BrineLoadedListPrivate;

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (BrineLoadedList, brine_loaded_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (BrineLoadedList)
                                      G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static BrineLoadedListPrivate *
get_private (gpointer self)
{
  return brine_loaded_list_get_instance_private (self);
}

static GType
get_item_type (GListModel *model)
{
  return BRINE_LOADED_LIST_GET_CLASS (model)->item_type;
}

static guint
get_n_items (GListModel *model)
{
  return get_private (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *rows = get_private (model)->rows;

  return position < rows->len ? g_object_ref (rows->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* A handler of items-changed may let the list go. */
static void
take (gpointer owner, GPtrArray *rows)
{
  g_autoptr (BrineLoadedList) self = g_object_ref (owner);
  BrineLoadedListClass *klass = BRINE_LOADED_LIST_GET_CLASS (self);

  if (rows != NULL)
    brine_list_diff (G_LIST_MODEL (self), get_private (self)->rows, rows, klass->compare,
                     klass->equal);
}

static void
on_loading_changed (gpointer owner)
{
  g_object_notify_by_pspec (owner, properties[PROP_LOADING]);
}

static void
brine_loaded_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, brine_loaded_list_is_loading (BRINE_LOADED_LIST (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_loaded_list_dispose (GObject *object)
{
  BrineLoadedListPrivate *priv = get_private (object);

  g_clear_pointer (&priv->reader, brine_reader_free);
  g_clear_object (&priv->clock);
  G_OBJECT_CLASS (brine_loaded_list_parent_class)->dispose (object);
}

static void
brine_loaded_list_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (object)->rows);
  G_OBJECT_CLASS (brine_loaded_list_parent_class)->finalize (object);
}

static void
brine_loaded_list_class_init (BrineLoadedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_loaded_list_get_property;
  object_class->dispose = brine_loaded_list_dispose;
  object_class->finalize = brine_loaded_list_finalize;
  klass->source.take = take;
  klass->source.loading_changed = on_loading_changed;

  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_loaded_list_init (BrineLoadedList *self)
{
  get_private (self)->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

gpointer
brine_loaded_list_new (GType type, BrineStore *store, BrineClock *clock)
{
  BrineLoadedList *self;
  BrineLoadedListPrivate *priv;

  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (type, NULL);
  priv = get_private (self);
  priv->clock = g_object_ref (clock);
  priv->reader = brine_reader_new (self, &BRINE_LOADED_LIST_GET_CLASS (self)->source, store);
  g_signal_connect_object (clock, "changed", G_CALLBACK (brine_loaded_list_refresh), self,
                           G_CONNECT_SWAPPED);
  return self;
}

BrineClock *
brine_loaded_list_get_clock (BrineLoadedList *self)
{
  return get_private (self)->clock;
}

void
brine_loaded_list_restart (BrineLoadedList *self)
{
  brine_reader_restart (get_private (self)->reader);
}

void
brine_loaded_list_refresh (BrineLoadedList *self)
{
  g_return_if_fail (BRINE_IS_LOADED_LIST (self));

  if (get_private (self)->reader != NULL)
    brine_reader_refresh (get_private (self)->reader);
}

gboolean
brine_loaded_list_is_loading (BrineLoadedList *self)
{
  BrineReader *reader;

  g_return_val_if_fail (BRINE_IS_LOADED_LIST (self), FALSE);

  reader = get_private (self)->reader;
  return reader != NULL && brine_reader_is_loading (reader);
}
