/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-checkin-details.h"

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-score-scale.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

#define NOTE_MS 900
#define MAX_FACTOR_LENGTH 40
#define CHIP_CHARS 24

struct _BrineCheckinDetails
{
  AdwBin parent_instance;

  GtkWidget *columns;
  GtkWidget *energy;
  GtkWidget *stress;
  GtkWidget *gut;
  GtkWidget *chips;
  GtkWidget *add_button;
  GtkWidget *add_entry;
  GtkWidget *note;
  char *checkin_id;
  guint note_source; /* owned: saves the note a moment after the last key */
  gboolean showing;  /* while values are set from a check-in */
};

G_DEFINE_FINAL_TYPE (BrineCheckinDetails, brine_checkin_details, ADW_TYPE_BIN)

static guint edited_signal;

static void
emit_edited (BrineCheckinDetails *self)
{
  if (!self->showing)
    g_signal_emit (self, edited_signal, 0);
}

/* Factors ---------------------------------------------------------------------------------- */

static GtkWidget *
find_chip (BrineCheckinDetails *self, const char *factor)
{
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (chip), "factor"), factor) == 0)
      return chip;
  return NULL;
}

/* A file that was imported may hold any word: a page is not as wide as all of them. */
static GtkWidget *
make_chip (const char *name)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (name);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (chip)));

  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, CHIP_CHARS);
  if (g_utf8_strlen (name, -1) > CHIP_CHARS)
    brine_set_hint (chip, name);
  return chip;
}

static GtkWidget *
add_chip (BrineCheckinDetails *self, const char *factor)
{
  GtkWidget *chip = find_chip (self, factor);

  if (chip != NULL)
    return chip;
  chip = make_chip (brine_factor_get_name (factor));
  g_object_set_data_full (G_OBJECT (chip), "factor", g_strdup (factor), g_free);
  gtk_widget_add_css_class (chip, "chip");
  g_signal_connect_object (chip, "toggled", G_CALLBACK (emit_edited), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, self->chips, self->add_button);
  return chip;
}

static void
choose_factor (BrineCheckinDetails *self, const char *factor)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_chip (self, factor)), TRUE);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add_button));
}

static void
on_more_clicked_cb (BrineCheckinDetails *self, GtkWidget *button)
{
  choose_factor (self, g_object_get_data (G_OBJECT (button), "factor"));
}

static void
on_factor_added_cb (BrineCheckinDetails *self)
{
  g_autofree char *factor = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->add_entry)));

  g_strstrip (factor);
  if (factor[0] != '\0')
    choose_factor (self, factor);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
}

static GtkWidget *
make_more (BrineCheckinDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const *factors = brine_factor_get_more ();

  for (int i = 0; factors[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (brine_factor_get_name (factors[i]));

      g_object_set_data (G_OBJECT (button), "factor", (gpointer)factors[i]);
      gtk_widget_add_css_class (button, "flat");
      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_more_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_add_button (BrineCheckinDetails *self)
{
  GtkWidget *button = brine_menu_button_new ("list-add-symbolic", _ ("Add Factor"));
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->add_entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->add_entry), _ ("Something else"));
  gtk_entry_set_max_length (GTK_ENTRY (self->add_entry), MAX_FACTOR_LENGTH);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Another factor"), -1);
  g_signal_connect_object (self->add_entry, "activate", G_CALLBACK (on_factor_added_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), make_more (self));
  gtk_box_append (GTK_BOX (box), self->add_entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "chip-add");
  return button;
}

static void
show_factors (BrineCheckinDetails *self, const BrineCheckin *checkin, GPtrArray *known)
{
  GtkWidget *chip;

  for (guint i = 0; known != NULL && i < known->len; i++)
    add_chip (self, g_ptr_array_index (known, i));
  for (chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (GTK_IS_TOGGLE_BUTTON (chip))
      {
        const char *factor = g_object_get_data (G_OBJECT (chip), "factor");
        gboolean chosen = checkin->factors != NULL
                          && g_strv_contains ((const char *const *)checkin->factors, factor);

        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), chosen);
      }
  for (int i = 0; checkin->factors != NULL && checkin->factors[i] != NULL; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (add_chip (self, checkin->factors[i])), TRUE);
}

static char **
dup_chosen_factors (BrineCheckinDetails *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean any = FALSE;
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    if (GTK_IS_TOGGLE_BUTTON (chip) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (chip)))
      {
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (chip), "factor"));
        any = TRUE;
      }
  return any ? g_strv_builder_end (builder) : NULL;
}

/* Note ------------------------------------------------------------------------------------- */

static void
flush_note (BrineCheckinDetails *self)
{
  if (self->note_source == 0)
    return;
  g_clear_handle_id (&self->note_source, g_source_remove);
  emit_edited (self);
}

static gboolean
note_timeout_cb (gpointer user_data)
{
  BrineCheckinDetails *self = BRINE_CHECKIN_DETAILS (user_data);

  self->note_source = 0;
  emit_edited (self);
  return G_SOURCE_REMOVE;
}

static void
on_note_changed_cb (BrineCheckinDetails *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->note_source, g_source_remove);
  self->note_source = g_timeout_add (NOTE_MS, note_timeout_cb, self);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_checkin_details_unmap (GtkWidget *widget)
{
  /* Nothing typed is lost when the page is left at once. */
  flush_note (BRINE_CHECKIN_DETAILS (widget));
  GTK_WIDGET_CLASS (brine_checkin_details_parent_class)->unmap (widget);
}

static void
brine_checkin_details_dispose (GObject *object)
{
  BrineCheckinDetails *self = BRINE_CHECKIN_DETAILS (object);

  g_clear_handle_id (&self->note_source, g_source_remove);
  g_clear_pointer (&self->checkin_id, g_free);
  G_OBJECT_CLASS (brine_checkin_details_parent_class)->dispose (object);
}

static void
brine_checkin_details_class_init (BrineCheckinDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_checkin_details_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = brine_checkin_details_unmap;
  edited_signal = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_scale (BrineCheckinDetails *self, GtkGrid *grid, int row, const char *name, const char *low,
           const char *high)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *scale = brine_score_scale_new (name, low, high);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_set_hexpand (scale, TRUE);
  if (brine_text_is_large (GTK_WIDGET (self)))
    {
      gtk_grid_attach (grid, label, 0, 2 * row, 1, 1);
      gtk_grid_attach (grid, scale, 0, 2 * row + 1, 1, 1);
    }
  else
    {
      gtk_grid_attach (grid, label, 0, row, 1, 1);
      gtk_grid_attach (grid, scale, 1, row, 1, 1);
    }
  g_signal_connect_object (scale, "picked", G_CALLBACK (emit_edited), self, G_CONNECT_SWAPPED);
  return scale;
}

static GtkWidget *
make_scales (BrineCheckinDetails *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  /* Translators: the ends of the three scales: low to high, calm to tense, poor to good. */
  self->energy = add_scale (self, GTK_GRID (grid), 0, _ ("Energy"), C_ ("energy", "low"),
                            C_ ("energy", "high"));
  self->stress = add_scale (self, GTK_GRID (grid), 1, _ ("Stress"), C_ ("stress", "calm"),
                            C_ ("stress", "tense"));
  self->gut = add_scale (self, GTK_GRID (grid), 2, _ ("Gut comfort"), C_ ("gut", "poor"),
                         C_ ("gut", "good"));
  return grid;
}

static GtkWidget *
make_words (BrineCheckinDetails *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  const char *const *factors = brine_factor_get_defaults ();

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, brine_wrap_layout_new (6));
  self->add_button = make_add_button (self);
  gtk_box_append (GTK_BOX (self->chips), self->add_button);
  for (int i = 0; factors[i] != NULL; i++)
    add_chip (self, factors[i]);
  self->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("A few words, if you like"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note"), -1);
  gtk_widget_set_vexpand (self->note, TRUE);
  gtk_widget_set_valign (self->note, GTK_ALIGN_END);
  g_signal_connect_object (self->note, "changed", G_CALLBACK (on_note_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->note, "activate", G_CALLBACK (flush_note), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), self->note);
  return box;
}

static void
brine_checkin_details_init (BrineCheckinDetails *self)
{
  self->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  gtk_box_append (GTK_BOX (self->columns), make_scales (self));
  gtk_box_append (GTK_BOX (self->columns), make_words (self));
  gtk_box_set_homogeneous (GTK_BOX (self->columns), FALSE);
  gtk_widget_set_hexpand (gtk_widget_get_last_child (self->columns), TRUE);
  /* The note stands at the foot of its column; the card itself does not grow. */
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->columns);
}

GtkWidget *
brine_checkin_details_new (void)
{
  return g_object_new (BRINE_TYPE_CHECKIN_DETAILS, NULL);
}

void
brine_checkin_details_set_checkin (BrineCheckinDetails *self, const BrineCheckin *checkin,
                                   GPtrArray *known)
{
  gboolean same;

  g_return_if_fail (BRINE_IS_CHECKIN_DETAILS (self));
  g_return_if_fail (checkin != NULL);

  same = g_strcmp0 (self->checkin_id, checkin->id) == 0;
  if (!same)
    flush_note (self);
  self->showing = TRUE;
  g_free (self->checkin_id);
  self->checkin_id = g_strdup (checkin->id);
  brine_score_scale_set_score (BRINE_SCORE_SCALE (self->energy), checkin->energy);
  brine_score_scale_set_score (BRINE_SCORE_SCALE (self->stress), checkin->stress);
  brine_score_scale_set_score (BRINE_SCORE_SCALE (self->gut), checkin->gut);
  show_factors (self, checkin, known);
  if (!same || self->note_source == 0)
    {
      const char *note = checkin->note != NULL ? checkin->note : "";

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->note)), note))
        gtk_editable_set_text (GTK_EDITABLE (self->note), note);
    }
  self->showing = FALSE;
}

void
brine_checkin_details_read (BrineCheckinDetails *self, BrineCheckin *checkin)
{
  const char *note;

  g_return_if_fail (BRINE_IS_CHECKIN_DETAILS (self));
  g_return_if_fail (checkin != NULL);

  checkin->energy = brine_score_scale_get_score (BRINE_SCORE_SCALE (self->energy));
  checkin->stress = brine_score_scale_get_score (BRINE_SCORE_SCALE (self->stress));
  checkin->gut = brine_score_scale_get_score (BRINE_SCORE_SCALE (self->gut));
  g_strfreev (checkin->factors);
  checkin->factors = dup_chosen_factors (self);
  note = gtk_editable_get_text (GTK_EDITABLE (self->note));
  g_free (checkin->note);
  checkin->note = note[0] != '\0' ? g_strdup (note) : NULL;
}

void
brine_checkin_details_set_narrow (BrineCheckinDetails *self, gboolean narrow)
{
  g_return_if_fail (BRINE_IS_CHECKIN_DETAILS (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->columns), narrow ? 12 : 24);
  brine_score_scale_set_compact (BRINE_SCORE_SCALE (self->energy), narrow);
  brine_score_scale_set_compact (BRINE_SCORE_SCALE (self->stress), narrow);
  brine_score_scale_set_compact (BRINE_SCORE_SCALE (self->gut), narrow);
}

void
brine_checkin_details_flush (BrineCheckinDetails *self)
{
  g_return_if_fail (BRINE_IS_CHECKIN_DETAILS (self));

  flush_note (self);
}
