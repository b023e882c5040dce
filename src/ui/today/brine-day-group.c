/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-group.h"

#include "brine-occurrence-row.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

#define FOLD_MS 150

/**
 * BrineDayGroup:
 *
 * Morning, Afternoon or Evening. A finished one says "3 of 3 done" and can be folded; it never
 * folds by itself under the pointer, only when the day is opened. Rows are made when they are
 * first seen.
 */
struct _BrineDayGroup
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  char *title;
  GPtrArray *occurrences; /* BrineOccurrence */
  gboolean finished;

  GtkWidget *heading;
  GtkWidget *count;
  GtkWidget *fold_button;
  GtkWidget *revealer;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (BrineDayGroup, brine_day_group, ADW_TYPE_BIN)

static void
show_folded (BrineDayGroup *self, gboolean folded)
{
  /* Translators: the button that folds a part of the day away, to a screen reader. */
  g_autofree char *name = g_strdup_printf (folded ? _ ("Show %s") : _ ("Hide %s"), self->title);

  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button),
                            folded ? "pan-down-symbolic" : "pan-up-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               !folded, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
set_folded (BrineDayGroup *self, gboolean folded)
{
  brine_reveal_at_once (self->revealer, !folded);
  show_folded (self, folded);
}

/* Rows ------------------------------------------------------------------------------------- */

static const char *
get_row_key (GtkWidget *row)
{
  BrineOccurrence *occurrence = brine_occurrence_row_get_occurrence (BRINE_OCCURRENCE_ROW (row));

  return occurrence != NULL ? brine_occurrence_get_key (occurrence) : "";
}

static void
drop_row (BrineDayGroup *self, GtkWidget *row)
{
  brine_occurrence_row_set_occurrence (BRINE_OCCURRENCE_ROW (row), NULL);
  gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static gboolean
contains_key (GPtrArray *occurrences, const char *key)
{
  for (guint i = 0; i < occurrences->len; i++)
    if (g_str_equal (brine_occurrence_get_key (g_ptr_array_index (occurrences, i)), key))
      return TRUE;
  return FALSE;
}

static void
drop_gone_rows (BrineDayGroup *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!contains_key (self->occurrences, get_row_key (row)))
        drop_row (self, row);
      row = next;
    }
}

/* A day has a dozen rows: looking along them is cheaper than a table. */
static GtkWidget *
find_row (BrineDayGroup *self, const char *key)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (get_row_key (row), key))
      return row;
  return NULL;
}

static GtkWidget *
make_row (BrineDayGroup *self, int index)
{
  GtkWidget *row = brine_occurrence_row_new (self->acts);

  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, index);
  return row;
}

static void
place_row (BrineDayGroup *self, GtkWidget *row, BrineOccurrence *occurrence, int index)
{
  if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != index)
    {
      g_object_ref (row);
      gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
      gtk_list_box_insert (GTK_LIST_BOX (self->list), row, index);
      g_object_unref (row);
    }
  brine_occurrence_row_set_occurrence (BRINE_OCCURRENCE_ROW (row), occurrence);
}

static gboolean
has_rows (BrineDayGroup *self)
{
  return gtk_widget_get_first_child (self->list) != NULL;
}

static void
show_rows (BrineDayGroup *self)
{
  gtk_widget_set_visible (self->list, has_rows (self));
  gtk_widget_set_visible (GTK_WIDGET (self),
                          has_rows (self)
                              || (brine_day_group_is_folded (self) && self->occurrences->len > 0));
}

/* Places all rows that are there, and makes up to @room of the others; returns how many. */
static guint
make_rows (BrineDayGroup *self, guint room)
{
  guint made = 0;
  int index = 0;

  for (guint i = 0; i < self->occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (self->occurrences, i);
      GtkWidget *row = find_row (self, brine_occurrence_get_key (occurrence));
      if (row == NULL && made == room)
        continue;
      if (row == NULL)
        {
          row = make_row (self, index);
          made++;
        }
      place_row (self, row, occurrence, index++);
    }
  show_rows (self);
  return made;
}

/* Only what the user folds is seen to move. */
static void
toggle_fold (BrineDayGroup *self)
{
  gboolean folded = !brine_day_group_is_folded (self);

  if (!self->finished)
    return;
  make_rows (self, G_MAXUINT);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), !folded);
  show_folded (self, folded);
}

static void
show_count (BrineDayGroup *self)
{
  GPtrArray *occurrences = self->occurrences;
  guint done = 0, closed = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < occurrences->len; i++)
    {
      BrineState state = brine_occurrence_get_state (g_ptr_array_index (occurrences, i));

      /* As the ring of the day counts; what was done partly is no longer open, though. */
      done += state == BRINE_STATE_DONE;
      closed +=
          state == BRINE_STATE_DONE || state == BRINE_STATE_PARTLY || state == BRINE_STATE_SKIPPED;
    }
  self->finished = occurrences->len > 0 && closed == occurrences->len;
  /* Translators: how many things of a part of the day are done: "3 of 3 done". */
  words = g_strdup_printf (ngettext ("%u of %u done", "%u of %u done", occurrences->len), done,
                           occurrences->len);
  gtk_label_set_text (GTK_LABEL (self->count), words);
  gtk_widget_set_visible (self->count, self->finished);
  gtk_widget_set_visible (self->fold_button, self->finished);
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  brine_occurrence_row_edit (BRINE_OCCURRENCE_ROW (row));
}

static void
brine_day_group_finalize (GObject *object)
{
  BrineDayGroup *self = BRINE_DAY_GROUP (object);

  g_ptr_array_unref (self->occurrences);
  g_free (self->title);
  G_OBJECT_CLASS (brine_day_group_parent_class)->finalize (object);
}

static void
brine_day_group_class_init (BrineDayGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_day_group_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_head (BrineDayGroup *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->heading = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  self->fold_button = gtk_button_new ();
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_add_css_class (self->count, "secondary");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->fold_button, "flat");
  gtk_widget_add_css_class (self->fold_button, "fold");
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_widget_set_halign (self->count, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), self->heading);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), self->fold_button);
  gtk_widget_add_css_class (head, "group-head");
  g_signal_connect_object (self->fold_button, "clicked", G_CALLBACK (toggle_fold), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (toggle_fold), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (head, GTK_EVENT_CONTROLLER (click));
  return head;
}

static void
brine_day_group_init (BrineDayGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->occurrences = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), make_head (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_duration (GTK_REVEALER (self->revealer), FOLD_MS);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->list);
  gtk_widget_set_overflow (self->revealer, GTK_OVERFLOW_VISIBLE);
  gtk_box_append (GTK_BOX (box), self->revealer);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
brine_day_group_new (const BrineActs *acts, const char *title)
{
  BrineDayGroup *self = g_object_new (BRINE_TYPE_DAY_GROUP, NULL);

  self->acts = acts;
  self->title = g_strdup (title);
  gtk_label_set_text (GTK_LABEL (self->heading), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  set_folded (self, FALSE);
  return GTK_WIDGET (self);
}

void
brine_day_group_set_occurrences (BrineDayGroup *self, GPtrArray *occurrences, gboolean fold)
{
  g_return_if_fail (BRINE_IS_DAY_GROUP (self));
  g_return_if_fail (occurrences != NULL);

  g_ptr_array_ref (occurrences);
  g_ptr_array_unref (self->occurrences);
  self->occurrences = occurrences;
  drop_gone_rows (self);
  show_count (self);
  if (fold || !self->finished)
    set_folded (self, fold && self->finished);
  make_rows (self, 0);
}

guint
brine_day_group_fill (BrineDayGroup *self, guint room)
{
  g_return_val_if_fail (BRINE_IS_DAY_GROUP (self), 0);

  if (!has_rows (self) && brine_day_group_is_folded (self))
    return 0;
  return make_rows (self, room);
}

gboolean
brine_day_group_is_folded (BrineDayGroup *self)
{
  g_return_val_if_fail (BRINE_IS_DAY_GROUP (self), FALSE);

  return !gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}
