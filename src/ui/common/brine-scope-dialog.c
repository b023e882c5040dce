/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-scope-dialog.h"

#include <glib/gi18n.h>

#include "brine-edit-impact.h"

#define CHOICE_WIDTH_CHARS 34

typedef struct
{
  BrineScopeFunc func;
  gpointer user_data;
  GDestroyNotify free_func;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  if (answer->free_func != NULL)
    answer->free_func (answer->user_data);
  g_free (answer);
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Answer *answer)
{
  if (g_str_equal (response, "this"))
    answer->func (FALSE, BRINE_SCOPE_THIS, answer->user_data);
  else if (g_str_equal (response, "later"))
    answer->func (FALSE, BRINE_SCOPE_THIS_AND_LATER, answer->user_data);
  else if (g_str_equal (response, "all"))
    answer->func (FALSE, BRINE_SCOPE_ALL, answer->user_data);
  else
    answer->func (TRUE, BRINE_SCOPE_THIS, answer->user_data);
}

static void
on_choice_cb (GtkButton *button, AdwMessageDialog *dialog)
{
  adw_message_dialog_response (dialog, gtk_widget_get_name (GTK_WIDGET (button)));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Choices: a button each, with what it would do ---------------------------------------------- */

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), CHOICE_WIDTH_CHARS / 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHOICE_WIDTH_CHARS);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* @name: of the answer. */
static GtkWidget *
make_choice (const char *name, const char *title, const char *sentence, const char *detail,
             gboolean destructive)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = add_line (box, NULL, "heading");
  g_autofree char *said = detail != NULL ? g_strdup_printf ("%s. %s", sentence, detail) : NULL;

  gtk_label_set_text_with_mnemonic (GTK_LABEL (label), title);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  if (destructive)
    gtk_widget_add_css_class (label, "error");
  add_line (box, sentence, NULL);
  if (detail != NULL)
    add_line (box, detail, "caption");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "scope-choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  said != NULL ? said : sentence, -1);
  return button;
}

static void
add_choice (AdwMessageDialog *dialog, GtkWidget *choices, const BrineScopeQuestion *question,
            BrineScope scope, gpointer user_data)
{
  static const char *const names[] = { "this", "later", "all" };
  const char *const titles[] = { _ ("_Only This One"), _ ("This and _Later"), _ ("_All") };
  g_autoptr (BrineEdit) edit = question->edit (question->item, scope, question->logged, user_data);
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;
  BrineEditImpact impact;
  GtkWidget *choice;

  if (edit == NULL)
    return;
  brine_edit_measure (edit, question->item, question->original, scope, question->logged, &impact);
  sentence = brine_scope_dup_sentence (&question->deed, &impact, scope);
  detail = brine_scope_dup_detail (&question->deed, &impact);
  choice = make_choice (names[scope], titles[scope], sentence, detail,
                        question->deed.verb == BRINE_SCOPE_VERB_REMOVE);
  g_signal_connect_object (choice, "clicked", G_CALLBACK (on_choice_cb), dialog, 0);
  gtk_box_append (GTK_BOX (choices), choice);
}

void
brine_scope_dialog_ask (GtkWidget *parent, const BrineScopeQuestion *question, BrineScopeFunc func,
                        gpointer user_data, GDestroyNotify free_func)
{
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (question != NULL && question->edit != NULL && func != NULL);

  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *widget = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              question->heading, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);
  GtkWidget *choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Answer *answer = g_new0 (Answer, 1);
  *answer = (Answer){ func, user_data, free_func };

  for (int scope = question->series_only ? BRINE_SCOPE_THIS_AND_LATER : BRINE_SCOPE_THIS;
       scope <= BRINE_SCOPE_ALL; scope++)
    add_choice (dialog, choices, question, (BrineScope)scope, user_data);
  adw_message_dialog_set_extra_child (dialog, choices);
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), answer, answer_free, 0);
  if (gtk_widget_get_first_child (choices) == NULL)
    adw_message_dialog_set_body (dialog, _ ("It cannot be changed like this. Perhaps it is no "
                                            "longer in the plan; else try another time."));
  else
    gtk_window_set_focus (GTK_WINDOW (dialog), gtk_widget_get_first_child (choices));
  gtk_window_present (GTK_WINDOW (dialog));
}
