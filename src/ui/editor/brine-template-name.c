/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-parts.h"
#include "brine-template-dialog.h"

typedef struct
{
  BrineNameFunc func;
  gpointer user_data;
  GDestroyNotify free_func;
  GtkWidget *entry; /* borrowed: of the dialog */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->free_func != NULL)
    question->free_func (question->user_data);
  g_free (question);
}

static char *
dup_name (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *name = dup_name (question->entry);

  if (g_str_equal (response, "save") && *name != '\0')
    question->func (name, question->user_data);
}

static void
on_changed_cb (GtkWidget *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = dup_name (entry);

  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

void
brine_template_ask_name (GtkWindow *parent, const char *heading, const char *body, const char *name,
                         const char *verb, BrineNameFunc func, gpointer user_data,
                         GDestroyNotify free_func)
{
  g_return_if_fail (heading != NULL && name != NULL && func != NULL);

  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry =
      g_object_new (ADW_TYPE_ENTRY_ROW, "title", _ ("Name"), "activates-default", TRUE, NULL);
  brine_limit_to_title (entry);
  Question *question = g_new0 (Question, 1);
  *question = (Question){ func, user_data, free_func, entry };

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry);
  adw_message_dialog_set_extra_child (dialog, group);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", verb, NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed_cb), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free,
                         0);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  on_changed_cb (entry, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
