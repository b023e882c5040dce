/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-score-scale.h"

#include "brine-parts.h"

#include <glib/gi18n.h>

#define N_SCORES 5

/**
 * BrineScoreScale:
 *
 * One to five by one click; a second click on the same number takes it back. CSS node
 * `scorescale`.
 */
struct _BrineScoreScale
{
  AdwBin parent_instance;

  int score;
  GtkWidget *low;
  GtkWidget *high;
  GtkWidget *buttons[N_SCORES];
};

G_DEFINE_FINAL_TYPE (BrineScoreScale, brine_score_scale, ADW_TYPE_BIN)

static guint picked_signal;

static void
show_score (BrineScoreScale *self)
{
  for (int i = 0; i < N_SCORES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i + 1 == self->score);
}

static void
on_clicked_cb (BrineScoreScale *self, GtkWidget *button)
{
  for (int i = 0; i < N_SCORES; i++)
    {
      if (self->buttons[i] != button)
        continue;
      brine_score_scale_set_score (self, self->score == i + 1 ? 0 : i + 1);
      g_signal_emit (self, picked_signal, 0, self->score);
      return;
    }
}

static void
brine_score_scale_class_init (BrineScoreScaleClass *klass)
{
  picked_signal = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scorescale");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_end (GtkBox *row)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (row, label);
  return label;
}

static void
brine_score_scale_init (BrineScoreScale *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->low = add_end (GTK_BOX (row));
  gtk_widget_set_hexpand (self->low, TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->low), 1);
  gtk_widget_set_margin_end (self->low, 4);
  for (int i = 0; i < N_SCORES; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i + 1);

      self->buttons[i] = gtk_toggle_button_new_with_label (digit);
      gtk_widget_add_css_class (self->buttons[i], "numeric");
      gtk_box_append (GTK_BOX (row), self->buttons[i]);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (on_clicked_cb), self,
                               G_CONNECT_SWAPPED);
    }
  self->high = add_end (GTK_BOX (row));
  gtk_widget_set_margin_start (self->high, 4);
  gtk_label_set_xalign (GTK_LABEL (self->high), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->high), 5);
  adw_bin_set_child (ADW_BIN (self), row);
}

GtkWidget *
brine_score_scale_new (const char *name, const char *low, const char *high)
{
  BrineScoreScale *self = g_object_new (BRINE_TYPE_SCORE_SCALE, NULL);

  gtk_label_set_text (GTK_LABEL (self->low), low);
  gtk_label_set_text (GTK_LABEL (self->high), high);
  for (int i = 0; i < N_SCORES; i++)
    {
      /* Translators: what a screen reader says of a number on a scale: "Energy, 4 of 5". */
      g_autofree char *words = g_strdup_printf (_ ("%s, %d of 5"), name, i + 1);

      brine_set_spoken_name (self->buttons[i], words);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
brine_score_scale_set_score (BrineScoreScale *self, int score)
{
  g_return_if_fail (BRINE_IS_SCORE_SCALE (self));
  g_return_if_fail (score >= 0 && score <= N_SCORES);

  self->score = score;
  show_score (self);
}

int
brine_score_scale_get_score (BrineScoreScale *self)
{
  g_return_val_if_fail (BRINE_IS_SCORE_SCALE (self), 0);

  return self->score;
}

void
brine_score_scale_set_compact (BrineScoreScale *self, gboolean compact)
{
  g_return_if_fail (BRINE_IS_SCORE_SCALE (self));

  gtk_widget_set_visible (self->low, !compact);
  gtk_widget_set_visible (self->high, !compact);
  for (int i = 0; i < N_SCORES; i++)
    gtk_widget_set_hexpand (self->buttons[i], compact);
}
