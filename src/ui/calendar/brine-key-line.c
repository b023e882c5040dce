/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-key-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-hour-scale.h"
#include "brine-menu-button.h"

static GtkWidget *
make_mark (BrineState state, const char *name)
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
  label = gtk_label_new (name);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_button (const char *icon_name, const char *action_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  brine_set_tooltip (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

GtkWidget *
brine_key_line_new (void)
{
  const struct
  {
    BrineState state;
    const char *name;
  } marks[] = {
    { BRINE_STATE_PLANNED, _ ("Planned") }, { BRINE_STATE_DONE, _ ("Done") },
    { BRINE_STATE_PARTLY, _ ("Partly") },   { BRINE_STATE_SKIPPED, _ ("Skipped") },
    { BRINE_STATE_MISSED, _ ("Missed") },   { BRINE_STATE_PAUSED, _ ("Paused") },
  };
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", "keyline", "spacing", 12, NULL);
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *fold = gtk_label_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_box_append (GTK_BOX (key), make_mark (marks[i].state, marks[i].name));
  gtk_widget_set_hexpand (key, TRUE);
  gtk_box_append (GTK_BOX (line), key);
  gtk_widget_add_css_class (fold, "secondary");
  gtk_box_append (GTK_BOX (line), fold);
  gtk_box_append (GTK_BOX (line),
                  make_button ("list-remove-symbolic", "calendar.zoom-out", _ ("Zoom Out")));
  gtk_box_append (GTK_BOX (line),
                  make_button ("list-add-symbolic", "calendar.zoom-in", _ ("Zoom In")));
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
