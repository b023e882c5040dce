/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-support-rows.h"

#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

GtkWidget *
brine_support_card (GtkWidget **out_box)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (card, "card");
  brine_set_margins (box, 18);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (card), box);

  *out_box = box;
  return card;
}

GtkWidget *
brine_support_copy_button (const char *text, const char *name)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  /* Translators: accessible name; %s is whose number it is, or a sentence */
  g_autofree char *label = g_strdup_printf (_ ("Copy %s"), name);

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "edit-copy-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Copy"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "support.copy");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", text);
  brine_set_spoken_name (button, label);

  return button;
}

/* At the end of a row, or @below the words where large text leaves them no room beside it. */
static void
append_copy_button (GtkWidget *row, GtkWidget *words, const char *text, const char *name,
                    gboolean below)
{
  GtkWidget *button = brine_support_copy_button (text, name);

  gtk_widget_set_halign (button, below ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (below ? words : row), button);
}

/* Icon, two lines of text, the number and a copy button. In a narrow window the number stands
 * under the name, because it must never be cut. */
static GtkWidget *
make_number_row (GtkWidget *icon, const char *name, const char *detail, const char *number,
                 gboolean narrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *figure = brine_text_new (number, "title-4");

  gtk_widget_add_css_class (box, "support-row");
  gtk_widget_set_valign (icon, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), brine_text_new (name, NULL));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = brine_text_new (detail, "caption");

      gtk_widget_add_css_class (label, "secondary");
      gtk_box_append (GTK_BOX (words), label);
    }
  gtk_widget_add_css_class (figure, "numeric");
  gtk_label_set_wrap (GTK_LABEL (figure), narrow);
  gtk_widget_set_valign (figure, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (narrow ? words : box), figure);
  append_copy_button (box, words, number, name, narrow && brine_text_is_large (box));

  return box;
}

GtkWidget *
brine_support_helpline_row (const BrineHelpline *line, gboolean marked, gboolean narrow)
{
  GtkWidget *icon = brine_practice_icon_new_neutral (
      line->kind == BRINE_HELPLINE_TEXT ? "mail-unread-symbolic" : "call-start-symbolic");
  g_autofree char *detail = NULL;

  if (!marked)
    detail = g_strdup (*line->detail != '\0' ? _ (line->detail) : "");
  else if (*line->detail != '\0')
    /* Translators: %s is what is known of a helpline, such as "free, any time" */
    detail = g_strdup_printf (_ ("%s · not checked: look it up before you rely on it"),
                              _ (line->detail));
  else
    detail = g_strdup (_ ("Not checked: look it up before you rely on it"));

  return brine_quiet_row_new (make_number_row (icon, line->service, detail, line->number, narrow));
}

GtkWidget *
brine_support_contact_row (const BrineContact *contact, gboolean narrow)
{
  GtkWidget *icon = brine_practice_icon_new_neutral ("avatar-default-symbolic");
  GtkWidget *child = make_number_row (icon, contact->name, contact->detail,
                                      contact->number != NULL ? contact->number : "", narrow);
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: accessible name; %s is a person's name */
  g_autofree char *label = g_strdup_printf (_ ("Edit %s"), contact->name);

  gtk_widget_add_css_class (edit, "flat");
  gtk_widget_set_valign (edit, GTK_ALIGN_CENTER);
  brine_set_tooltip (edit, _ ("Edit"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (edit), "support.edit-contact");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (edit), "s", contact->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (child), edit);

  return brine_quiet_row_new (child);
}

GtkWidget *
brine_support_message_row (const char *message)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = brine_text_new (message, NULL);

  gtk_widget_add_css_class (box, "support-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (box), words);
  append_copy_button (box, words, message, message, brine_text_is_large (box));

  return brine_quiet_row_new (box);
}

GtkWidget *
brine_support_text_row (const char *text)
{
  GtkWidget *label = brine_text_new (text, "secondary");

  gtk_widget_add_css_class (label, "support-row");

  return brine_quiet_row_new (label);
}

GtkWidget *
brine_support_heading (const char *text, GtkWidget *end)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = brine_text_new (text, "heading");

  gtk_widget_set_layout_manager (box, brine_wrap_layout_new (12));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_box_append (GTK_BOX (box), label);
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);

  return box;
}

void
brine_support_append_card (GtkWidget *column, const char *title, const char *text, GtkWidget *end)
{
  GtkWidget *box;
  GtkWidget *card = brine_support_card (&box);

  gtk_box_append (GTK_BOX (box), brine_text_new (title, "heading"));
  gtk_box_append (GTK_BOX (box), brine_text_new (text, "secondary"));
  if (end != NULL)
    {
      gtk_widget_set_margin_top (end, 6);
      gtk_box_append (GTK_BOX (box), end);
    }
  gtk_box_append (GTK_BOX (column), card);
}
