/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-editor-overlap.h"

#include "brine-overlaps.h"
#include "brine-overlay-model.h"

/*
 * CSS: editoroverlap > box.overlap > image and label. The text is told to a screen reader when it
 * comes, as what describes it.
 */
struct _BrineEditorOverlap
{
  GtkWidget parent_instance;

  BrineAgendaModel *agenda;
  BrineOverlayModel *busy; /* NULL: there are no other calendars */
  BrineOverlaps *overlaps;
  GtkWidget *box;
  GtkWidget *label;

  gboolean has_time;
  BrinePractice practice;
  BrineLocal start;
  BrineLocal end;
  char *item_id; /* NULL: something new */
  BrineLocal original;
};

G_DEFINE_FINAL_TYPE (BrineEditorOverlap, brine_editor_overlap, GTK_TYPE_WIDGET)

#define OVERLAY_KEY "brine-editor-overlay"

/* @out_edited: (transfer none) (nullable): the occurrence that the form is about. */
static GPtrArray *
collect_occurrences (BrineEditorOverlap *self, BrineOccurrence **out_edited)
{
  GPtrArray *occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));

  *out_edited = NULL;
  for (guint i = 0; i < n; i++)
    {
      BrineOccurrence *occurrence = g_list_model_get_item (G_LIST_MODEL (self->agenda), i);
      g_ptr_array_add (occurrences, occurrence);
      if (self->item_id != NULL
          && g_strcmp0 (brine_occurrence_get_item_id (occurrence), self->item_id) == 0
          && brine_local_equal (brine_occurrence_get_original (occurrence), self->original))
        *out_edited = occurrence;
    }
  return occurrences;
}

static void
update (BrineEditorOverlap *self)
{
  BrineOccurrence *edited;
  g_autoptr (GPtrArray) occurrences = collect_occurrences (self, &edited);
  g_autofree char *line = NULL;

  brine_overlaps_set (self->overlaps, occurrences,
                      self->busy != NULL ? G_LIST_MODEL (self->busy) : NULL);
  if (self->has_time)
    line = brine_overlaps_dup_line (self->overlaps, self->practice, self->start, self->end, edited);
  if (line != NULL)
    gtk_label_set_text (GTK_LABEL (self->label), line);
  gtk_widget_set_visible (GTK_WIDGET (self), line != NULL);
}

/* A night of the day before, or one that ends the day after, may be met as well. */
static void
load (BrineEditorOverlap *self)
{
  brine_agenda_model_set_range (self->agenda, MAX (self->start.day - 1, BRINE_DAY_MIN),
                                MIN (self->end.day + 1, BRINE_DAY_MAX));
  if (self->busy != NULL)
    brine_overlay_model_set_range (self->busy, self->start.day, self->end.day);
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_editor_overlap_dispose (GObject *object)
{
  BrineEditorOverlap *self = BRINE_EDITOR_OVERLAP (object);

  g_clear_object (&self->agenda);
  g_clear_object (&self->busy);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (brine_editor_overlap_parent_class)->dispose (object);
}

static void
brine_editor_overlap_finalize (GObject *object)
{
  BrineEditorOverlap *self = BRINE_EDITOR_OVERLAP (object);

  brine_overlaps_free (self->overlaps);
  g_free (self->item_id);
  G_OBJECT_CLASS (brine_editor_overlap_parent_class)->finalize (object);
}

static void
brine_editor_overlap_class_init (BrineEditorOverlapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_editor_overlap_dispose;
  object_class->finalize = brine_editor_overlap_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "editoroverlap");
}

static void
brine_editor_overlap_init (BrineEditorOverlap *self)
{
  self->overlaps = brine_overlaps_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_box_append (GTK_BOX (self->box), gtk_image_new_from_icon_name ("brine-overlap-symbolic"));
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_widget_add_css_class (self->box, "secondary");
  gtk_widget_set_margin_top (self->box, 9);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_editor_overlap_new (BrineStore *store, BrineClock *clock)
{
  BrineEditorOverlap *self;

  g_return_val_if_fail (BRINE_IS_STORE (store), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_EDITOR_OVERLAP, NULL);
  self->agenda = brine_agenda_model_new (store, clock);
  g_signal_connect_object (self->agenda, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
brine_editor_overlap_set_overlay (BrineEditorOverlap *self, BrineOverlay *overlay)
{
  g_return_if_fail (BRINE_IS_EDITOR_OVERLAP (self));
  g_return_if_fail (overlay == NULL || BRINE_IS_OVERLAY (overlay));

  g_clear_object (&self->busy);
  if (overlay == NULL)
    return;
  self->busy = brine_overlay_model_new (overlay);
  g_signal_connect_object (self->busy, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  if (self->has_time)
    load (self);
}

void
brine_editor_overlap_show (BrineEditorOverlap *self, const BrinePlanItem *wanted,
                           const char *item_id, BrineLocal original)
{
  g_return_if_fail (BRINE_IS_EDITOR_OVERLAP (self));

  self->has_time = wanted != NULL;
  if (wanted != NULL)
    {
      self->practice = wanted->practice;
      self->start = wanted->start;
      self->end = brine_local_add_seconds (wanted->start, (int64_t)wanted->minutes * 60);
      self->original = original;
      g_free (self->item_id);
      self->item_id = g_strdup (item_id);
      load (self);
    }
  update (self);
}

/* Window -------------------------------------------------------------------------------- */

void
brine_editor_overlap_attach (GtkWindow *window, BrineOverlay *overlay)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (BRINE_IS_OVERLAY (overlay));

  g_object_set_data_full (G_OBJECT (window), OVERLAY_KEY, g_object_ref (overlay), g_object_unref);
}

BrineOverlay *
brine_editor_overlap_find (GtkWindow *window)
{
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  return g_object_get_data (G_OBJECT (window), OVERLAY_KEY);
}
