/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-mood-scale.h"

#include "brine-format.h"
#include "brine-menu-button.h"

#include <glib/gi18n.h>

#define N_FACES 5
/* What a card of the narrowest page has for the row. */
#define NARROW_WIDTH 304

/**
 * BrineMoodScale:
 *
 * Five faces in a row, Rough to Great, each a round of 46 px with its word below; where five words
 * have no room, those of both ends are left. Arrow keys and Tab travel as in any row of buttons; from left to
 * right in the text direction.
 *
 * CSS: `moodscale[.brief] > box.face[.chosen] > button, label`.
 */
struct _BrineMoodScale
{
  AdwBin parent_instance;

  int mood;
  GtkWidget *faces[N_FACES];   /* boxes */
  GtkWidget *buttons[N_FACES]; /* same index as faces */
};

G_DEFINE_FINAL_TYPE (BrineMoodScale, brine_mood_scale, ADW_TYPE_BIN)

static guint picked_signal;

static void
show_mood (BrineMoodScale *self)
{
  for (int i = 0; i < N_FACES; i++)
    {
      gboolean chosen = i + 1 == self->mood;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), chosen);
      if (chosen)
        gtk_widget_add_css_class (self->faces[i], "chosen");
      else
        gtk_widget_remove_css_class (self->faces[i], "chosen");
    }
}

static void
show_words (BrineMoodScale *self, gboolean all)
{
  if (all)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "brief");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "brief");
  for (int i = 1; i < N_FACES - 1; i++)
    gtk_widget_set_visible (gtk_widget_get_last_child (self->faces[i]), all);
}

static void
on_face_clicked_cb (BrineMoodScale *self, GtkWidget *button)
{
  for (int i = 0; i < N_FACES; i++)
    {
      if (self->buttons[i] != button)
        continue;
      brine_mood_scale_set_mood (self, i + 1);
      /* A second click has switched the button off. */
      show_mood (self);
      g_signal_emit (self, picked_signal, 0, i + 1);
      return;
    }
}

static void
add_face (BrineMoodScale *self, GtkBox *row, int mood)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (brine_mood_get_name (mood));
  /* Translators: what a screen reader says of a face: "Good, 4 of 5". */
  g_autofree char *name = g_strdup_printf (_ ("%s, %d of 5"), brine_mood_get_name (mood), mood);

  gtk_button_set_icon_name (GTK_BUTTON (button), brine_mood_get_icon_name (mood, FALSE));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  brine_set_tooltip (button, brine_mood_get_name (mood));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_face_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (face, "face");
  gtk_box_append (GTK_BOX (face), button);
  gtk_box_append (GTK_BOX (face), label);
  gtk_box_append (row, face);
  self->faces[mood - 1] = face;
  self->buttons[mood - 1] = button;
}

static void
add_space (GtkBox *row)
{
  GtkWidget *space = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_add_css_class (space, "spacer");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (row, space);
}

static void
brine_mood_scale_class_init (BrineMoodScaleClass *klass)
{
  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "moodscale");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
brine_mood_scale_init (BrineMoodScale *self)
{
  /* Spread: the first face at the start edge, the last at the end edge. */
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (int mood = 1; mood <= N_FACES; mood++)
    {
      if (mood > 1)
        add_space (GTK_BOX (row));
      add_face (self, GTK_BOX (row), mood);
    }
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
brine_mood_scale_new (void)
{
  return g_object_new (BRINE_TYPE_MOOD_SCALE, NULL);
}

void
brine_mood_scale_set_mood (BrineMoodScale *self, int mood)
{
  g_return_if_fail (BRINE_IS_MOOD_SCALE (self));
  g_return_if_fail (mood >= 0 && mood <= N_FACES);

  if (mood == self->mood)
    return;
  self->mood = mood;
  show_mood (self);
}

int
brine_mood_scale_get_mood (BrineMoodScale *self)
{
  g_return_val_if_fail (BRINE_IS_MOOD_SCALE (self), 0);

  return self->mood;
}

void
brine_mood_scale_set_narrow (BrineMoodScale *self, gboolean narrow)
{
  int minimum;

  g_return_if_fail (BRINE_IS_MOOD_SCALE (self));

  show_words (self, TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  show_words (self, !narrow || minimum <= NARROW_WIDTH);
}
