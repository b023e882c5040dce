/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

G_BEGIN_DECLS

/*
 * What the list models have in common: rows loaded on the worker, loaded again when the store or
 * the clock says so, laid over the old ones with the least items-changed. A model owns one and
 * forwards GListModel to it.
 */
typedef struct _BrineListLoader BrineListLoader;

typedef struct
{
  GType item_type;
  guint kinds; /* bits of BrineKind whose change loads again */
  /* Starts loading for @owner; ends in @callback. */
  void (*load) (gpointer owner, BrineStore *store, BrineClock *clock, GCancellable *cancellable,
                GAsyncReadyCallback callback, gpointer user_data);
  /* Rows (GObject) in the order of @compare. (transfer full) */
  GPtrArray *(*finish) (gpointer owner, BrineStore *store, GAsyncResult *result, GError **error);
  int (*compare) (gpointer a, gpointer b); /* 0: the same row */
  gboolean (*equal) (gpointer a, gpointer b);
} BrineListSource;

/* @owner: a GListModel that frees the loader in its dispose, borrowed; @loading: its property. */
BrineListLoader *brine_list_loader_new (gpointer owner, GParamSpec *loading,
                                        const BrineListSource *source, BrineStore *store,
                                        BrineClock *clock);
void brine_list_loader_free (BrineListLoader *loader);

/* Another question was asked: what is under way is dropped. */
void brine_list_loader_restart (BrineListLoader *loader);
/* The same question again, once what is under way has come; nothing before the first. */
void brine_list_loader_refresh (BrineListLoader *loader);
gboolean brine_list_loader_is_loading (BrineListLoader *loader);
/* (element-type GObject) (transfer none) */
GPtrArray *brine_list_loader_get_rows (BrineListLoader *loader);

/* Makes @rows equal to @fresh (both sorted by @compare), keeping the objects of unchanged rows,
 * and emits one items-changed on @model for each run of rows that differ. */
void brine_list_diff (GListModel *model, GPtrArray *rows, GPtrArray *fresh,
                      int (*compare) (gpointer a, gpointer b),
                      gboolean (*equal) (gpointer a, gpointer b));

/* GListModel for a type that holds its loader in a field of that name. */
#define BRINE_DEFINE_LOADED_LIST(TypeName, type_name)                                              \
  static GType type_name##_get_item_type (GListModel *model)                                       \
  {                                                                                                \
    return type_name##_source.item_type;                                                           \
  }                                                                                                \
                                                                                                   \
  static guint type_name##_get_n_items (GListModel *model)                                         \
  {                                                                                                \
    TypeName *self = (TypeName *)model;                                                            \
                                                                                                   \
    return self->loader == NULL ? 0 : brine_list_loader_get_rows (self->loader)->len;              \
  }                                                                                                \
                                                                                                   \
  static gpointer type_name##_get_item (GListModel *model, guint position)                         \
  {                                                                                                \
    TypeName *self = (TypeName *)model;                                                            \
                                                                                                   \
    if (position >= type_name##_get_n_items (model))                                               \
      return NULL;                                                                                 \
    return g_object_ref (g_ptr_array_index (brine_list_loader_get_rows (self->loader), position)); \
  }                                                                                                \
                                                                                                   \
  static void type_name##_list_init (GListModelInterface *iface)                                   \
  {                                                                                                \
    iface->get_item_type = type_name##_get_item_type;                                              \
    iface->get_n_items = type_name##_get_n_items;                                                  \
    iface->get_item = type_name##_get_item;                                                        \
  }

G_END_DECLS
