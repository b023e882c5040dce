/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-scope-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  BrineScopeFunc func;
  gpointer user_data;
  GDestroyNotify free_func;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->free_func != NULL)
    question->free_func (question->user_data);
  g_free (question);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  if (g_str_equal (response, "this"))
    question->func (FALSE, BRINE_SCOPE_THIS, question->user_data);
  else if (g_str_equal (response, "later"))
    question->func (FALSE, BRINE_SCOPE_THIS_AND_LATER, question->user_data);
  else if (g_str_equal (response, "all"))
    question->func (FALSE, BRINE_SCOPE_ALL, question->user_data);
  else
    question->func (TRUE, BRINE_SCOPE_THIS, question->user_data);
}

static void
add_answer (AdwMessageDialog *dialog, const char *id, const char *label, BrineScopeAsk ask)
{
  adw_message_dialog_add_response (dialog, id, label);
  if (ask == BRINE_SCOPE_ASK_REMOVE)
    adw_message_dialog_set_response_appearance (dialog, id, ADW_RESPONSE_DESTRUCTIVE);
}

void
brine_scope_dialog_ask (GtkWidget *parent, const char *heading, const char *body, BrineScopeAsk ask,
                        BrineScopeFunc func, gpointer user_data, GDestroyNotify free_func)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (heading != NULL && func != NULL);

  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *widget =
      adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  Question *question = g_new0 (Question, 1);
  *question = (Question){ func, user_data, free_func };

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  if (ask != BRINE_SCOPE_ASK_SERIES)
    add_answer (dialog, "this", _ ("_Only This One"), ask);
  add_answer (dialog, "later", _ ("This and _Later"), ask);
  add_answer (dialog, "all", _ ("_All"), ask);
  adw_message_dialog_set_default_response (dialog,
                                           ask == BRINE_SCOPE_ASK_SERIES ? "later" : "this");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
