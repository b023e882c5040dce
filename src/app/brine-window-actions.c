/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

#include "brine-about.h"
#include "brine-page-table.h"
#include "brine-support-page.h"
#include "brine-today-page.h"

#include <glib/gi18n.h>

static BrineDay
get_today (BrineWindow *self)
{
  return brine_clock_get_today (self->clock, brine_store_get_day_start_minutes (
                                                 brine_history_get_store (self->history)));
}

/* Pages ------------------------------------------------------------------------------------ */

void
brine_window_focus_page (BrineWindow *self)
{
  GtkWidget *slot = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack));

  /* The stack may have given it back to where it was. */
  if (gtk_widget_get_focus_child (slot) == NULL)
    gtk_widget_child_focus (slot, GTK_DIR_TAB_FORWARD);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  BrinePage page;

  if (!brine_page_table_find (g_variant_get_string (parameter, NULL), &page))
    return;
  brine_window_show_page (self, page);
  /* Who comes by key goes on by key. */
  brine_window_focus_page (self);
}

static void
show_day_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  BrineDay day = g_variant_get_int32 (parameter);
  GtkWidget *page = brine_window_ensure_page (self, BRINE_PAGE_TODAY);

  if (page == NULL || !brine_day_is_valid (day))
    return;
  brine_today_page_show_day (BRINE_TODAY_PAGE (page), day);
  brine_window_show_page (self, BRINE_PAGE_TODAY);
}

/* The forms of Today, from any page. They log on the day that Today shows, which is today when
 * one comes from elsewhere. */
static void
today_form_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  g_autofree char *name = g_strconcat ("today.", g_action_get_name (G_ACTION (action)), NULL);
  GtkWidget *page = brine_window_ensure_page (self, BRINE_PAGE_TODAY);

  if (page == NULL)
    return;
  if (!gtk_widget_get_mapped (page))
    brine_today_page_show_day (BRINE_TODAY_PAGE (page), get_today (self));
  gtk_widget_activate_action (page, name, NULL);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_pop (BRINE_WINDOW (user_data));
}

static void
on_copied_cb (BrineWindow *self)
{
  brine_window_add_toast (self, _ ("Copied"), FALSE);
}

/* What a page has to say that changed nothing. */
static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_add_toast (BRINE_WINDOW (user_data), g_variant_get_string (parameter, NULL), FALSE);
}

static void
support_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  GtkWidget *page = brine_support_page_new (self->history, self->clock);

  g_signal_connect_object (page, "copied", G_CALLBACK (on_copied_cb), self, G_CONNECT_SWAPPED);
  brine_window_push (self, page, _ ("Get Support"));
}

/* Undo ------------------------------------------------------------------------------------- */

/* While one types, Ctrl+Z belongs to the text. */
static gboolean
give_to_text (BrineWindow *self, const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return FALSE;
  gtk_widget_activate_action (focus, action, NULL);
  return TRUE;
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);

  if (self->history != NULL)
    brine_history_undo (self->history);
}

static void
undo_key_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!give_to_text (BRINE_WINDOW (user_data), "text.undo"))
    undo_cb (action, parameter, user_data);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);

  if (self->history != NULL)
    brine_history_redo (self->history);
}

static void
redo_key_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  if (!give_to_text (BRINE_WINDOW (user_data), "text.redo"))
    redo_cb (action, parameter, user_data);
}

/* Windows ---------------------------------------------------------------------------------- */

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_show_preferences (BRINE_WINDOW (user_data), NULL);
}

static void
reminders_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_show_preferences (BRINE_WINDOW (user_data), "reminders");
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/brineapp/Brine/brine-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (user_data));
  gtk_window_present (window);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_about_present (GTK_WINDOW (user_data));
}

/* A diary that does not open, and sample data ---------------------------------------------- */

static void
open_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *uri = g_filename_to_uri (g_variant_get_string (parameter, NULL), NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (user_data), uri, GDK_CURRENT_TIME);
}

static void
retry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "retry");
}

static void
remove_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "sample", FALSE);
}

static void
plan_first_week_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_plan_first_week (user_data);
}

static void
read_again_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  BrineWindow *self = user_data;

  if (self->history != NULL)
    brine_store_read_again (brine_history_get_store (self->history));
}

static void
sample_back_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_signal_emit_by_name (user_data, "sample-back");
}

static void
on_backup_chosen_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  BrineWindow *self = BRINE_WINDOW (user_data);
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_signal_emit_by_name (self, "restore", file);
    }
  g_object_unref (dialog);
}

static void
restore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Restore a Backup"), GTK_WINDOW (user_data),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Restore"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_backup_chosen_cb), user_data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Table ------------------------------------------------------------------------------------ */

static void
add_calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  brine_window_add_calendar (BRINE_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static const GActionEntry entries[] = {
  { .name = "show-page", .activate = show_page_cb, .parameter_type = "s" },
  { .name = "show-day", .activate = show_day_cb, .parameter_type = "i" },
  { .name = "log", .activate = today_form_cb },
  { .name = "log-night", .activate = today_form_cb },
  { .name = "pause", .activate = today_form_cb },
  { .name = "back", .activate = back_cb },
  { .name = "tell", .activate = tell_cb, .parameter_type = "s" },
  { .name = "support", .activate = support_cb },
  { .name = "undo", .activate = undo_cb },
  { .name = "undo-key", .activate = undo_key_cb },
  { .name = "redo", .activate = redo_cb },
  { .name = "redo-key", .activate = redo_key_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "reminders", .activate = reminders_cb },
  { .name = "show-help-overlay", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
  { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" },
  { .name = "retry", .activate = retry_cb },
  { .name = "restore", .activate = restore_cb },
  { .name = "add-calendar", .activate = add_calendar_cb, .parameter_type = "s" },
  { .name = "plan-first-week", .activate = plan_first_week_cb },
  { .name = "remove-sample", .activate = remove_sample_cb },
  { .name = "sample-back", .activate = sample_back_cb },
  { .name = "read-again", .activate = read_again_cb },
};

static void
set_enabled (BrineWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
brine_window_update_actions (BrineWindow *self)
{
  gboolean open = self->history != NULL;
  gboolean writable = open && !brine_store_is_read_only (brine_history_get_store (self->history));

  if (!open)
    set_enabled (self, "plan-first-week", FALSE);
  set_enabled (self, "log", writable);
  set_enabled (self, "log-night", writable);
  set_enabled (self, "pause", writable);
  set_enabled (self, "preferences", open);
  set_enabled (self, "reminders", open);
  set_enabled (self, "undo", open && brine_history_can_undo (self->history));
  set_enabled (self, "redo", open && brine_history_can_redo (self->history));
}

void
brine_window_add_actions (BrineWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  brine_window_update_actions (self);
}
