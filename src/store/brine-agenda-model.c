/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-loaded-list-private.h"

struct _BrineAgendaModel
{
  BrineLoadedList parent_instance;

  BrineDay from; /* BRINE_DAY_INVALID: no range yet */
  BrineDay to;
};

G_DEFINE_FINAL_TYPE (BrineAgendaModel, brine_agenda_model, BRINE_TYPE_LOADED_LIST)

static void
load (gpointer owner, BrineStore *store, GCancellable *cancellable, GAsyncReadyCallback callback,
      gpointer user_data)
{
  BrineAgendaModel *self = owner;

  brine_store_load_agenda_async (store, self->from, self->to,
                                 brine_clock_get_local (brine_loaded_list_get_clock (owner)),
                                 cancellable, callback, user_data);
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

static void
brine_agenda_model_class_init (BrineAgendaModelClass *klass)
{
  BrineLoadedListClass *list_class = BRINE_LOADED_LIST_CLASS (klass);

  list_class->item_type = BRINE_TYPE_OCCURRENCE;
  list_class->source.kinds = 1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_NIGHT
                             | 1u << BRINE_KIND_PAUSE | 1u << BRINE_KIND_SETTING;
  list_class->source.load = load;
  list_class->source.finish = brine_store_load_agenda_finish;
  list_class->compare = compare;
  list_class->equal = equal;
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
  return brine_loaded_list_new (BRINE_TYPE_AGENDA_MODEL, store, clock);
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
  brine_loaded_list_restart (BRINE_LOADED_LIST (self));
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
