/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-contact-dialog.h"

#include "brine-form.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

const BrineHardDaysField brine_hard_days_fields[4] = {
  { "hard-days-signs", N_ ("Signs I know") },
  { "hard-days-helps", N_ ("Things that help") },
  { "hard-days-people", N_ ("Places and people") },
  { "hard-days-reasons", N_ ("Reasons") },
};

/* What a dialog works on; freed with the window. */
typedef struct
{
  BrineHistory *history;
  BrineContact *contact; /* a copy; NULL in the dialog of the hard days */
  gboolean is_new;
  BrineForm *window;
  GtkWidget *entries[4];
} Form;

static void
form_free (Form *form)
{
  g_clear_object (&form->history);
  brine_contact_free (form->contact);
  g_free (form);
}

static char *
dup_text (GtkWidget *entry)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* The dialog with an entry for each title; the first has the focus. */
static void
make_window (Form *form, GtkWidget *parent, const char *title, const char *const titles[], int n)
{
  form->window = brine_form_new (parent, title, _ ("_Save"));
  g_object_set_data_full (G_OBJECT (form->window), "form", form, (GDestroyNotify)form_free);
  for (int i = 0; i < n; i++)
    {
      form->entries[i] = adw_entry_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->entries[i]), titles[i]);
      adw_entry_row_set_activates_default (ADW_ENTRY_ROW (form->entries[i]), TRUE);
      brine_limit_to_title (form->entries[i]);
      brine_form_add_row (form->window, form->entries[i]);
    }
  gtk_widget_grab_focus (form->entries[0]);
}

static void
on_save_contact_cb (BrineForm *window, gpointer user_data)
{
  Form *form = user_data;
  BrineChange *change = brine_change_new ();

  g_free (form->contact->name);
  g_free (form->contact->number);
  g_free (form->contact->detail);
  form->contact->name = dup_text (form->entries[0]);
  form->contact->number = dup_text (form->entries[1]);
  form->contact->detail = dup_text (form->entries[2]);
  brine_change_put_contact (change, form->contact);
  brine_history_apply (form->history, form->is_new ? _ ("Person added") : _ ("Person changed"),
                       change);
}

static void
on_remove_contact_cb (GtkButton *button, gpointer user_data)
{
  Form *form = user_data;
  BrineChange *change = brine_change_new ();

  brine_change_remove (change, BRINE_KIND_CONTACT, form->contact->id);
  brine_history_apply (form->history, _ ("Person removed"), change);
  gtk_window_close (GTK_WINDOW (form->window));
}

/* A person without a name or a number helps nobody. */
static void
on_contact_changed_cb (GtkEditable *editable, gpointer user_data)
{
  Form *form = user_data;
  g_autofree char *name = dup_text (form->entries[0]);
  g_autofree char *number = dup_text (form->entries[1]);

  brine_form_set_can_accept (form->window, name != NULL && number != NULL);
}

static void
fill_in_contact (Form *form)
{
  const BrineContact *contact = form->contact;
  const char *const texts[] = { contact->name, contact->number, contact->detail };
  GtkWidget *remove = gtk_button_new_with_mnemonic (_ ("_Remove"));

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_editable_set_text (GTK_EDITABLE (form->entries[i]), texts[i] != NULL ? texts[i] : "");
  gtk_widget_add_css_class (remove, "pill");
  gtk_widget_set_margin_top (remove, 18);
  gtk_widget_set_halign (remove, GTK_ALIGN_CENTER);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove_contact_cb), form);
  brine_form_add_row (form->window, remove);
}

void
brine_contact_dialog_present (GtkWidget *parent, BrineHistory *history, const BrineContact *contact,
                              int position)
{
  const char *const titles[] = { _ ("Name"), _ ("Number"), _ ("What to Know") };
  Form *form = g_new0 (Form, 1);

  form->history = g_object_ref (history);
  form->is_new = contact == NULL;
  form->contact = contact != NULL ? brine_contact_copy (contact) : brine_contact_new ();
  if (contact == NULL)
    form->contact->position = position;

  make_window (form, parent, contact == NULL ? _ ("Add a Person") : _ ("Edit a Person"), titles,
               G_N_ELEMENTS (titles));
  if (contact != NULL)
    fill_in_contact (form);
  for (gsize i = 0; i < 2; i++)
    g_signal_connect (form->entries[i], "changed", G_CALLBACK (on_contact_changed_cb), form);
  on_contact_changed_cb (NULL, form);
  g_signal_connect (form->window, "accepted", G_CALLBACK (on_save_contact_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}

static void
on_save_hard_days_cb (BrineForm *window, gpointer user_data)
{
  Form *form = user_data;
  BrineChange *change = brine_change_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (brine_hard_days_fields); i++)
    {
      g_autofree char *text = dup_text (form->entries[i]);

      brine_change_put_setting (change, brine_hard_days_fields[i].key, text);
    }
  brine_history_apply (form->history, _ ("Plan for hard days saved"), change);
}

void
brine_hard_days_dialog_present (GtkWidget *parent, BrineHistory *history)
{
  const char *titles[G_N_ELEMENTS (brine_hard_days_fields)];
  Form *form = g_new0 (Form, 1);

  form->history = g_object_ref (history);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    titles[i] = _ (brine_hard_days_fields[i].title);
  make_window (form, parent, _ ("My Plan for Hard Days"), titles, G_N_ELEMENTS (titles));
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = brine_store_dup_setting (brine_history_get_store (history),
                                                       brine_hard_days_fields[i].key);

      gtk_editable_set_text (GTK_EDITABLE (form->entries[i]), text != NULL ? text : "");
    }

  g_signal_connect (form->window, "accepted", G_CALLBACK (on_save_hard_days_cb), form);
  gtk_window_present (GTK_WINDOW (form->window));
}
