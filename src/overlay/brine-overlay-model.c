/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlay-model.h"

#include "brine-list-diff.h"
#include "brine-overlay-file-private.h"

struct _BrineOverlayModel
{
  GObject parent_instance;

  BrineOverlay *overlay;
  BrineDay from; /* BRINE_DAY_INVALID: no range yet */
  BrineDay to;
  GPtrArray *rows;      /* BrineBusy, owned */
  GCancellable *asking; /* NULL: nothing is on its way */
};

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineOverlayModel, brine_overlay_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Asking -------------------------------------------------------------------------------- */

/* A file as it was when it was asked; the thread touches everything but the file itself. */
typedef struct
{
  BrineOverlayFile *file;
  BrineBusyCalendar *calendar;
  char *name;
  int colour;
  gboolean complete; /* the thread's answer */
} Source;

typedef struct
{
  GPtrArray *sources; /* Source */
  BrineDay from;
  BrineDay to;
} Question;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->file);
  brine_busy_calendar_unref (source->calendar);
  g_free (source->name);
  g_free (source);
}

static void
question_free (gpointer data)
{
  Question *question = data;

  g_ptr_array_unref (question->sources);
  g_free (question);
}

static Question *
make_question (BrineOverlayModel *self)
{
  Question *question = g_new0 (Question, 1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->overlay));

  question->sources = g_ptr_array_new_with_free_func (source_free);
  question->from = self->from;
  question->to = self->to;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOverlayFile) file = g_list_model_get_item (G_LIST_MODEL (self->overlay), i);
      BrineBusyCalendar *calendar = brine_overlay_file_get_calendar (file);
      if (calendar == NULL || !brine_overlay_file_is_shown (file))
        continue;
      Source *source = g_new0 (Source, 1);
      source->calendar = brine_busy_calendar_ref (calendar);
      source->name = g_strdup (brine_overlay_file_get_name (file));
      source->colour = brine_overlay_file_get_colour (file);
      source->file = g_steal_pointer (&file);
      g_ptr_array_add (question->sources, source);
    }
  return question;
}

static void
answer_source (const Question *question, Source *source, GPtrArray *rows)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BrineBusySpan));

  source->complete =
      brine_busy_calendar_expand (source->calendar, question->from, question->to, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const BrineBusySpan *span = &g_array_index (spans, BrineBusySpan, i);
      g_ptr_array_add (rows, brine_busy_new (span->start, span->end, span->all_day, span->title,
                                             source->name, source->colour));
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return brine_busy_compare (*(BrineBusy *const *)a, *(BrineBusy *const *)b);
}

static void
answer_thread (GTask *task, gpointer object, gpointer task_data, GCancellable *cancellable)
{
  const Question *question = task_data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < question->sources->len; i++)
    if (!g_cancellable_is_cancelled (cancellable))
      answer_source (question, g_ptr_array_index (question->sources, i), rows);
  g_ptr_array_sort (rows, compare_rows);
  g_task_return_pointer (task, rows, (GDestroyNotify)g_ptr_array_unref);
}

/* Rows ---------------------------------------------------------------------------------- */

static int
compare_busy (gpointer a, gpointer b)
{
  return brine_busy_compare (a, b);
}

static void
tell_files (const Question *question)
{
  for (guint i = 0; i < question->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (question->sources, i);
      brine_overlay_file_set_complete (source->file, source->complete);
    }
}

static void
on_answer_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  BrineOverlayModel *self = BRINE_OVERLAY_MODEL (object);
  g_autoptr (GPtrArray) rows = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled: another question is on its way. */
  if (rows == NULL || g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;
  g_clear_object (&self->asking);
  tell_files (g_task_get_task_data (G_TASK (result)));
  brine_list_diff (G_LIST_MODEL (self), self->rows, rows, compare_busy, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
stop_asking (BrineOverlayModel *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (BrineOverlayModel *self)
{
  g_autoptr (GTask) task = NULL;
  gboolean was_loading = self->asking != NULL;

  if (self->from == BRINE_DAY_INVALID)
    return;
  stop_asking (self);
  self->asking = g_cancellable_new ();
  task = g_task_new (self, self->asking, on_answer_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, make_question (self), question_free);
  g_task_run_in_thread (task, answer_thread);
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Object -------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *model)
{
  return BRINE_TYPE_BUSY;
}

static guint
get_n_items (GListModel *model)
{
  return BRINE_OVERLAY_MODEL (model)->rows->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  BrineOverlayModel *self = BRINE_OVERLAY_MODEL (model);

  if (position >= self->rows->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->rows, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
brine_overlay_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, BRINE_OVERLAY_MODEL (object)->asking != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_overlay_model_dispose (GObject *object)
{
  BrineOverlayModel *self = BRINE_OVERLAY_MODEL (object);

  stop_asking (self);
  g_clear_object (&self->overlay);
  G_OBJECT_CLASS (brine_overlay_model_parent_class)->dispose (object);
}

static void
brine_overlay_model_finalize (GObject *object)
{
  g_ptr_array_unref (BRINE_OVERLAY_MODEL (object)->rows);
  G_OBJECT_CLASS (brine_overlay_model_parent_class)->finalize (object);
}

static void
brine_overlay_model_class_init (BrineOverlayModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_overlay_model_get_property;
  object_class->dispose = brine_overlay_model_dispose;
  object_class->finalize = brine_overlay_model_finalize;
  properties[PROP_LOADING] =
      g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_overlay_model_init (BrineOverlayModel *self)
{
  self->from = BRINE_DAY_INVALID;
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

BrineOverlayModel *
brine_overlay_model_new (BrineOverlay *overlay)
{
  BrineOverlayModel *self;

  g_return_val_if_fail (BRINE_IS_OVERLAY (overlay), NULL);

  self = g_object_new (BRINE_TYPE_OVERLAY_MODEL, NULL);
  self->overlay = g_object_ref (overlay);
  g_signal_connect_object (overlay, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  return self;
}

void
brine_overlay_model_set_range (BrineOverlayModel *self, BrineDay from, BrineDay to)
{
  g_return_if_fail (BRINE_IS_OVERLAY_MODEL (self));
  g_return_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to) && from <= to);

  if (self->from == from && self->to == to)
    return;
  self->from = from;
  self->to = to;
  ask (self);
}

gboolean
brine_overlay_model_is_loading (BrineOverlayModel *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_MODEL (self), FALSE);

  return self->asking != NULL;
}
