/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-data-page.h"

#include "brine-control-row.h"
#include "brine-import-row.h"

#include <glib/gi18n.h>

struct _BrineDataPage
{
  AdwPreferencesPage parent_instance;

  BrineStore *store;
  GtkWidget *import_row; /* closed with the page, whoever else holds it */
  GCancellable *cancellable;
  GtkFileChooserNative *chooser; /* while it is open */

  GtkWidget *folder;  /* AdwActionRow */
  GtkWidget *backup;  /* GtkButton */
  GtkWidget *restore; /* GtkButton */
  GtkWidget *spinner;
};

G_DEFINE_FINAL_TYPE (BrineDataPage, brine_data_page, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  SIGNAL_TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_busy (BrineDataPage *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->backup, !busy);
  gtk_widget_set_sensitive (self->restore, !busy && !brine_store_is_read_only (self->store));
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

/* What went wrong, in words that say what to do. */
static const char *
get_problem (const GError *error)
{
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_FOREIGN))
    return _ ("This file is not a Brine diary; choose a backup that Brine has made.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NEWER))
    return _ ("This backup was made by a newer version; update Brine first.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_DAMAGED))
    return _ ("This backup is damaged; choose another one. Nothing was changed.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_FULL))
    return _ ("The disk is full; make room and try again. Nothing was changed.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY))
    return _ ("Nothing can be written there; choose another folder.");

  return _ ("The file cannot be read or written; choose another one. Nothing was changed.");
}

static void
report (BrineDataPage *self, const GError *error, const char *success)
{
  set_busy (self, FALSE);
  if (error == NULL)
    g_signal_emit (self, signals[SIGNAL_TOAST], 0, success, FALSE);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_TOAST], 0, get_problem (error), FALSE);
}

static void
on_backup_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineDataPage) self = user_data;
  g_autoptr (GError) error = NULL;

  brine_store_backup_finish (BRINE_STORE (source), result, &error);
  report (self, error, _ ("Backup saved"));
}

static void
on_restore_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineDataPage) self = user_data;
  g_autoptr (GError) error = NULL;

  brine_store_restore_finish (BRINE_STORE (source), result, &error);
  report (self, error, _ ("Backup restored; the diary before it is saved beside it"));
}

static void
on_chosen_cb (BrineDataPage *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  gboolean saves =
      gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_TOAST], 0,
                     _ ("Brine reads and writes backups on this computer only."), FALSE);
      return;
    }
  set_busy (self, TRUE);
  if (saves)
    brine_store_backup_async (self->store, path, self->cancellable, on_backup_done_cb,
                              g_object_ref (self));
  else
    brine_store_restore_async (self->store, path, self->cancellable, on_restore_done_cb,
                               g_object_ref (self));
}

static void
choose (BrineDataPage *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (root), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Brine Backups"));
  gtk_file_filter_add_pattern (filter, "*.db");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_backup_clicked_cb (BrineDataPage *self)
{
  choose (self, _ ("Save a Backup"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  /* Translators: name of a file; keep the ending */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _ ("brine-backup.db"));
}

static void
on_restore_clicked_cb (BrineDataPage *self)
{
  choose (self, _ ("Restore a Backup"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Restore"));
}

static void
on_open_clicked_cb (BrineDataPage *self)
{
  g_autofree char *uri = g_filename_to_uri (brine_store_get_dir (self->store), NULL, NULL);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (root), uri, GDK_CURRENT_TIME);
}

static GtkWidget *
make_row (BrineDataPage *self, const char *title, const char *subtitle, const char *label,
          GCallback callback, GtkWidget **out_button)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  *out_button = button;
  return brine_control_row_new (title, subtitle, button);
}

static void
on_import_toast_cb (BrineDataPage *self, const char *text, gboolean can_undo)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, can_undo);
}

static void
make_import_row (BrineDataPage *self, BrineHistory *history, BrineClock *clock)
{
  self->import_row = g_object_ref_sink (brine_import_row_new (history, clock));
  g_signal_connect_object (self->import_row, "toast", G_CALLBACK (on_import_toast_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build (BrineDataPage *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *open;

  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Your diary"));
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Everything is in one file on this computer. Only you can read it."));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), self->spinner);

  self->folder = make_row (self, _ ("Data Folder"), brine_store_get_dir (self->store), _ ("_Open"),
                           G_CALLBACK (on_open_clicked_cb), &open);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->folder), 2);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->folder);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (self, _ ("Backup"), _ ("Saves the whole diary as one file"),
                                       _ ("_Save…"), G_CALLBACK (on_backup_clicked_cb),
                                       &self->backup));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (self, _ ("Restore"),
                                       _ ("The diary as it is now is saved first"), _ ("_Choose…"),
                                       G_CALLBACK (on_restore_clicked_cb), &self->restore));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->import_row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  set_busy (self, FALSE);
}

static void
brine_data_page_dispose (GObject *object)
{
  BrineDataPage *self = BRINE_DATA_PAGE (object);

  if (self->import_row != NULL)
    brine_import_row_close (BRINE_IMPORT_ROW (self->import_row));
  g_clear_object (&self->import_row);
  g_clear_object (&self->chooser);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (brine_data_page_parent_class)->dispose (object);
}

static void
brine_data_page_class_init (BrineDataPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_data_page_dispose;
  signals[SIGNAL_TOAST] =
      g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
brine_data_page_init (BrineDataPage *self)
{
  self->cancellable = g_cancellable_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Data"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "drive-harddisk-symbolic");
}

GtkWidget *
brine_data_page_new (BrineHistory *history, BrineClock *clock)
{
  BrineDataPage *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_DATA_PAGE, NULL);
  g_set_object (&self->store, brine_history_get_store (history));
  make_import_row (self, history, clock);
  build (self);

  return GTK_WIDGET (self);
}
