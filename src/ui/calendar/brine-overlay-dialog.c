/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlay-dialog.h"

#include <glib/gi18n.h>

#include "brine-menu-button.h"
#include "brine-overlay-row.h"
#include "brine-parts.h"

/*
 * Keys: Ctrl+O adds files, Delete on a row removes it, Ctrl+Z brings it back, Escape closes. Files
 * may be dropped on it.
 */
struct _BrineOverlayDialog
{
  AdwWindow parent_instance;

  BrineOverlay *overlay;
  GtkWidget *toasts;
  GtkWidget *stack; /* "empty" or "list" */
  GtkWidget *list;
  GtkFileChooserNative *chooser; /* NULL: none is open */
  AdwToast *toast;               /* weak; what offers to undo */
  BrineOverlayFile *removed;     /* NULL: nothing to undo */
  guint removed_position;
};

G_DEFINE_FINAL_TYPE (BrineOverlayDialog, brine_overlay_dialog, ADW_TYPE_WINDOW)

#define UNDO_SECONDS 10
#define WIDTH 520
#define HEIGHT 480

/* Toasts -------------------------------------------------------------------------------- */

static void
drop_toast (BrineOverlayDialog *self)
{
  AdwToast *toast = self->toast;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
show_toast (BrineOverlayDialog *self, const char *text, gboolean undo)
{
  /* The toast reads its title as markup. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  drop_toast (self);
  if (undo)
    {
      adw_toast_set_timeout (toast, UNDO_SECONDS);
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "calendars.undo");
    }
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

/* Adding -------------------------------------------------------------------------------- */

void
brine_overlay_dialog_add (BrineOverlayDialog *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (BRINE_IS_OVERLAY_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  if (brine_overlay_add (self->overlay, file, &error) != NULL)
    return;
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX))
    show_toast (self, _ ("Not added: there are 20 calendars already; remove one first"), FALSE);
  else
    show_toast (self, _ ("Not added: only files on this computer can be shown"), FALSE);
}

static void
on_chosen_cb (BrineOverlayDialog *self, int response, GtkFileChooserNative *chooser)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      brine_overlay_dialog_add (self, file);
    }
}

void
brine_overlay_dialog_choose (BrineOverlayDialog *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_return_if_fail (BRINE_IS_OVERLAY_DIALOG (self));

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Add Calendars"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _ ("Calendars (iCalendar)"));
  gtk_file_filter_add_pattern (filter, "*.ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
on_drop_cb (GtkDropTarget *target, const GValue *value, double x, double y,
            BrineOverlayDialog *self)
{
  for (GSList *files = g_value_get_boxed (value); files != NULL; files = files->next)
    brine_overlay_dialog_add (self, files->data);
  return TRUE;
}

/* Rows ---------------------------------------------------------------------------------- */

static void
on_remove_cb (BrineOverlayDialog *self, BrineOverlayRow *row)
{
  BrineOverlayFile *file = brine_overlay_row_get_file (row);
  guint position;

  if (!brine_overlay_find (self->overlay, file, &position))
    return;
  /* Translators: toast; %s is the name of a calendar */
  g_autofree char *text = g_strdup_printf (_ ("%s removed; the file is still there"),
                                           brine_overlay_file_get_name (file));
  g_set_object (&self->removed, file);
  self->removed_position = position;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendars.undo", TRUE);
  brine_overlay_remove (self->overlay, file);
  show_toast (self, text, TRUE);
}

static gboolean
on_delete_cb (GtkWidget *row, GVariant *args, gpointer data)
{
  g_signal_emit_by_name (row, "remove");
  return TRUE;
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  BrineOverlayDialog *self = data;
  GtkWidget *row = brine_overlay_row_new (item);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                        gtk_callback_action_new (on_delete_cb, NULL, NULL)));
  gtk_widget_add_controller (row, keys);
  return row;
}

static void
show_list (BrineOverlayDialog *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->overlay)) == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), empty ? "empty" : "list");
}

/* Actions ------------------------------------------------------------------------------- */

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_overlay_dialog_choose (BRINE_OVERLAY_DIALOG (widget));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOverlayDialog *self = BRINE_OVERLAY_DIALOG (widget);
  g_autoptr (BrineOverlayFile) file = g_steal_pointer (&self->removed);

  gtk_widget_action_set_enabled (widget, "calendars.undo", FALSE);
  drop_toast (self);
  if (file != NULL)
    brine_overlay_restore (self->overlay, file, self->removed_position);
}

/* Parts --------------------------------------------------------------------------------- */

static GtkWidget *
make_list (BrineOverlayDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Other Calendars"), -1);
  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _ ("Shown behind your plan and never changed. Brine follows the files and fetches nothing."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->list);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add Calendar…"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "brine-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Plan around Your Life"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page),
      _ ("Add work hours, shifts or lessons as iCalendar files (.ics), or drop them here."));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  brine_let_button_wrap (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "calendars.add");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  gtk_widget_add_css_class (page, "compact");
  return page;
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

  brine_set_tooltip (add, _ ("Add Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (add), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add Calendar"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "calendars.add");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), add);
  return header;
}

static void
build (BrineOverlayDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->stack);
  gtk_widget_set_vexpand (self->toasts, TRUE);
  gtk_box_append (GTK_BOX (box), make_header ());
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect (drop, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_overlay_dialog_dispose (GObject *object)
{
  BrineOverlayDialog *self = BRINE_OVERLAY_DIALOG (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->chooser);
  g_clear_object (&self->removed);
  g_clear_object (&self->overlay);
  G_OBJECT_CLASS (brine_overlay_dialog_parent_class)->dispose (object);
}

static void
brine_overlay_dialog_class_init (BrineOverlayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_overlay_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "calendars.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "calendars.undo", NULL, on_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "calendars.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "calendars.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
brine_overlay_dialog_init (BrineOverlayDialog *self)
{
  gtk_window_set_title (GTK_WINDOW (self), _ ("Other Calendars"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendars.undo", FALSE);
  build (self);
}

GtkWidget *
brine_overlay_dialog_new (BrineOverlay *overlay)
{
  BrineOverlayDialog *self;

  g_return_val_if_fail (BRINE_IS_OVERLAY (overlay), NULL);

  self = g_object_new (BRINE_TYPE_OVERLAY_DIALOG, NULL);
  self->overlay = g_object_ref (overlay);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (overlay), make_row, self, NULL);
  g_signal_connect_object (overlay, "items-changed", G_CALLBACK (show_list), self,
                           G_CONNECT_SWAPPED);
  show_list (self);
  return GTK_WIDGET (self);
}

void
brine_overlay_dialog_present (BrineOverlayDialog *self, GtkWindow *parent)
{
  int width = WIDTH;
  int height = HEIGHT;

  g_return_if_fail (BRINE_IS_OVERLAY_DIALOG (self));
  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    {
      width = MIN (width, gtk_widget_get_width (GTK_WIDGET (parent)));
      height = MIN (height, gtk_widget_get_height (GTK_WIDGET (parent)));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  gtk_window_present (GTK_WINDOW (self));
}
