/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-import-notes.h"

#include <glib/gi18n.h>

#define WIDTH 480
#define HEIGHT 420
#define MARGIN 18
#define LINE_SPACING 6

static void
append_note (GString *words, const BrineImportMessage *message)
{
  if (words->len > 0)
    g_string_append_c (words, '\n');
  if (message->line == 0)
    g_string_append (words, message->text);
  else
    /* Translators: a line of a calendar file, and what was found there */
    g_string_append_printf (words, _ ("Line %u: %s"), message->line, message->text);
}

char *
brine_import_notes_dup_words (const BrineImportReport *report)
{
  GString *words;

  g_return_val_if_fail (report != NULL, NULL);

  if (report->messages->len == 0)
    return NULL;
  words = g_string_new (NULL);
  for (guint i = 0; i < report->messages->len; i++)
    append_note (words, g_ptr_array_index (report->messages, i));
  if (report->n_untold > 0)
    {
      g_string_append_c (words, '\n');
      g_string_append_printf (words, ngettext ("and %d more", "and %d more", report->n_untold),
                              (int)report->n_untold);
    }
  return g_string_free (words, FALSE);
}

/* Text rather than rows: there may be hundreds, and one may want to copy them. */
static GtkWidget *
make_text (const char *words)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (text), LINE_SPACING);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), MARGIN);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), words, -1);
  gtk_widget_add_css_class (text, "notes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Notes on the Import"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWidget *
brine_import_notes_new (GtkWindow *parent, const char *words)
{
  GtkWidget *window;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *escape;

  g_return_val_if_fail (words != NULL, NULL);

  window = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Notes on the Import"), "modal", TRUE,
                         "transient-for", parent, "default-width", WIDTH, "default-height", HEIGHT,
                         "content", box, NULL);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_text (words));
  escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                             gtk_named_action_new ("window.close"));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
  return window;
}
