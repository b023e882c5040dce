/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-key-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-hour-scale.h"
#include "brine-wrap-layout.h"

static GtkWidget *
make_mark (BrineState state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *mark =
      g_object_new (ADW_TYPE_BIN, "css-name", "occurrence", "valign", GTK_ALIGN_CENTER,
                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label;

  gtk_widget_set_size_request (mark, 26, 13);
  gtk_widget_add_css_class (mark, "neutral");
  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_add_css_class (mark, brine_state_get_css_class (state));
  gtk_box_append (GTK_BOX (box), mark);
  label = gtk_label_new (brine_state_get_name (state));
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_button (const char *icon_name, const char *action_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

GtkWidget *
brine_key_line_new (void)
{
  static const BrineState states[] = {
    BRINE_STATE_PLANNED, BRINE_STATE_DONE,   BRINE_STATE_PARTLY,
    BRINE_STATE_SKIPPED, BRINE_STATE_MISSED, BRINE_STATE_PAUSED
  };
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", "keyline", "spacing", 12, NULL);
  GtkWidget *marks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *fold = gtk_label_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_box_append (GTK_BOX (marks), make_mark (states[i]));
  gtk_widget_set_hexpand (marks, TRUE);
  gtk_box_append (GTK_BOX (line), marks);
  gtk_widget_add_css_class (fold, "secondary");
  gtk_box_append (GTK_BOX (line), fold);
  gtk_box_append (GTK_BOX (line),
                  make_button ("zoom-out-symbolic", "calendar.zoom-out", _ ("Zoom Out")));
  gtk_box_append (GTK_BOX (line),
                  make_button ("zoom-in-symbolic", "calendar.zoom-in", _ ("Zoom In")));
  g_object_set_data (G_OBJECT (line), "fold", fold);
  brine_key_line_set_zoom (line, BRINE_HOUR_SCALE_FIT);
  return line;
}

void
brine_key_line_set_zoom (GtkWidget *key_line, int step)
{
  g_return_if_fail (GTK_IS_BOX (key_line));

  GtkWidget *fold = g_object_get_data (G_OBJECT (key_line), "fold");
  gtk_label_set_text (GTK_LABEL (fold),
                      step == BRINE_HOUR_SCALE_FIT ? _ ("Night hours folded") : "");
}
