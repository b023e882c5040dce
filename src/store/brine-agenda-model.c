/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-list-loader-private.h"

struct _BrineAgendaModel
{
  GObject parent_instance;

  BrineListLoader *loader; /* NULL once disposed */
  BrineDay from;           /* BRINE_DAY_INVALID: no range yet */
  BrineDay to;
};

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
load (gpointer owner, BrineStore *store, BrineClock *clock, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data)
{
  BrineAgendaModel *self = owner;

  brine_store_load_agenda_async (store, self->from, self->to, brine_clock_get_local (clock),
                                 cancellable, callback, user_data);
}

static GPtrArray *
finish (gpointer owner, BrineStore *store, GAsyncResult *result, GError **error)
{
  return brine_store_load_agenda_finish (store, result, error);
}

static int
compare (gpointer a, gpointer b)
{
  return brine_occurrence_compare (a, b);
}

static gboolean
equal (gpointer a, gpointer b)
{
  return brine_occurrence_equal (a, b);
}

static BrineListSource brine_agenda_model_source = {
  .kinds = 1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_NIGHT
           | 1u << BRINE_KIND_PAUSE | 1u << BRINE_KIND_SETTING,
  .load = load,
  .finish = finish,
  .compare = compare,
  .equal = equal,
};

BRINE_DEFINE_LOADED_LIST (BrineAgendaModel, brine_agenda_model)

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineAgendaModel, brine_agenda_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      brine_agenda_model_list_init))

static void
brine_agenda_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, brine_agenda_model_is_loading (BRINE_AGENDA_MODEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_agenda_model_dispose (GObject *object)
{
  BrineAgendaModel *self = BRINE_AGENDA_MODEL (object);

  g_clear_pointer (&self->loader, brine_list_loader_free);
  G_OBJECT_CLASS (brine_agenda_model_parent_class)->dispose (object);
}

static void
brine_agenda_model_class_init (BrineAgendaModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_agenda_model_get_property;
  object_class->dispose = brine_agenda_model_dispose;

  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  brine_agenda_model_source.item_type = BRINE_TYPE_OCCURRENCE;
}

static void
brine_agenda_model_init (BrineAgendaModel *self)
{
  self->from = BRINE_DAY_INVALID;
  self->to = BRINE_DAY_INVALID;
}

BrineAgendaModel *
brine_agenda_model_new (BrineStore *store, BrineClock *clock)
{
  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  BrineAgendaModel *self = g_object_new (BRINE_TYPE_AGENDA_MODEL, NULL);
  self->loader = brine_list_loader_new (self, properties[PROP_LOADING], &brine_agenda_model_source,
                                        store, clock);
  return self;
}

void
brine_agenda_model_set_range (BrineAgendaModel *self, BrineDay from, BrineDay to)
{
  g_return_if_fail (BRINE_IS_AGENDA_MODEL (self));
  g_return_if_fail (from <= to);

  if (self->from == from && self->to == to)
    return;
  self->from = from;
  self->to = to;
  brine_list_loader_restart (self->loader);
}

void
brine_agenda_model_get_range (BrineAgendaModel *self, BrineDay *out_from, BrineDay *out_to)
{
  g_return_if_fail (BRINE_IS_AGENDA_MODEL (self));

  if (out_from != NULL)
    *out_from = self->from;
  if (out_to != NULL)
    *out_to = self->to;
}

gboolean
brine_agenda_model_is_loading (BrineAgendaModel *self)
{
  g_return_val_if_fail (BRINE_IS_AGENDA_MODEL (self), FALSE);
  return self->loader != NULL && brine_list_loader_is_loading (self->loader);
}

void
brine_agenda_model_refresh (BrineAgendaModel *self)
{
  g_return_if_fail (BRINE_IS_AGENDA_MODEL (self));
  brine_list_loader_refresh (self->loader);
}
