/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlay-row.h"

#include <glib/gi18n.h>

#include "brine-busy-swatch.h"
#include "brine-menu-button.h"

/*
 * Colour, name, what became of the file, a switch, and buttons to rename and to remove it. An error
 * is told in words; there is no sign for it that says no more.
 *
 * CSS: row.calendarfile[.error].
 */
struct _BrineOverlayRow
{
  AdwActionRow parent_instance;

  BrineOverlayFile *file;
  GtkWidget *shown;
  GtkWidget *rename;
  GtkWidget *entry;
  GtkWidget *remove;
};

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineOverlayRow, brine_overlay_row, ADW_TYPE_ACTION_ROW)

/* Words --------------------------------------------------------------------------------- */

static const char *
get_problem (const GError *error)
{
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND))
    return _ ("Cannot be read: the file is not there. It shows again when it is back.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX))
    return _ ("Cannot be read: the file is larger than 32 MB.");
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_INVALID))
    return _ ("Cannot be read: it is no calendar file. Export the calendar as iCalendar (.ics).");
  return _ ("Cannot be read: the file may not be opened. Check its permissions.");
}

static void
append_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", sentence);
}

static char *
describe_content (BrineOverlayFile *file)
{
  guint n_events = brine_overlay_file_get_n_events (file);
  guint n_free = brine_overlay_file_get_n_free (file);
  guint n_unread = brine_overlay_file_get_n_unread (file);
  guint n_unzoned = brine_overlay_file_get_n_unzoned (file);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u event", "%u events", n_events), n_events);
  if (n_free > 0)
    {
      /* Translators: events of a calendar file that do not take one's time */
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u leaves you free", "%u leave you free", n_free), n_free);
      append_sentence (text, words);
    }
  if (n_unread > 0)
    {
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u cannot be read", "%u cannot be read", n_unread), n_unread);
      append_sentence (text, words);
    }
  if (n_unzoned > 0)
    {
      /* Translators: events of a calendar file */
      g_autofree char *words =
          g_strdup_printf (ngettext ("%u in a time zone that nobody knows, shown as local time",
                                     "%u in time zones that nobody knows, shown as local time",
                                     n_unzoned),
                           n_unzoned);
      append_sentence (text, words);
    }
  if (!brine_overlay_file_is_complete (file))
    append_sentence (text, _ ("Some recur too often to be shown"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_state (BrineOverlayRow *self)
{
  BrineOverlayState state = brine_overlay_file_get_state (self->file);
  g_autofree char *words = NULL;

  if (state == BRINE_OVERLAY_LOADING)
    words = g_strdup (_ ("Being read…"));
  else if (state == BRINE_OVERLAY_FAILED)
    words = g_strdup (get_problem (brine_overlay_file_get_error (self->file)));
  else
    words = describe_content (self->file);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  if (state == BRINE_OVERLAY_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
}

static void
name_widget (GtkWidget *widget, const char *format, const char *name)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *text = g_strdup_printf (format, name);
#pragma GCC diagnostic pop

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_name (BrineOverlayRow *self)
{
  const char *name = brine_overlay_file_get_name (self->file);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  /* Translators: accessible name of a switch; %s is the name of a calendar */
  name_widget (self->shown, _ ("Show %s"), name);
  /* Translators: accessible name of a button; %s is the name of a calendar */
  name_widget (self->rename, _ ("Rename %s"), name);
  /* Translators: accessible name of a button; %s is the name of a calendar */
  name_widget (self->remove, _ ("Remove %s"), name);
}

/* Parts --------------------------------------------------------------------------------- */

static void
on_renamed_cb (BrineOverlayRow *self)
{
  brine_overlay_file_set_name (self->file, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->rename));
}

/* What was typed and not confirmed with Enter holds as well: nothing typed is lost. */
static void
on_rename_closed_cb (BrineOverlayRow *self)
{
  brine_overlay_file_set_name (self->file, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), brine_overlay_file_get_name (self->file));
}

static GtkWidget *
make_rename_button (BrineOverlayRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), BRINE_OVERLAY_MAX_NAME / 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the Calendar"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_renamed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), self->entry);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_rename_closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  brine_set_tooltip (button, _ ("Rename"));
  return button;
}

static void
on_remove_clicked_cb (BrineOverlayRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
add_suffix (BrineOverlayRow *self, GtkWidget *widget, gboolean flat)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  if (flat)
    gtk_widget_add_css_class (widget, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), widget);
}

static void
build (BrineOverlayRow *self)
{
  adw_action_row_add_prefix (ADW_ACTION_ROW (self),
                             brine_busy_swatch_new (brine_overlay_file_get_colour (self->file)));
  self->rename = make_rename_button (self);
  self->remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  brine_set_tooltip (self->remove, _ ("Remove"));
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->shown = gtk_switch_new ();
  g_object_bind_property (self->file, "shown", self->shown, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  add_suffix (self, self->rename, TRUE);
  add_suffix (self, self->remove, TRUE);
  add_suffix (self, self->shown, FALSE);
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_overlay_row_dispose (GObject *object)
{
  g_clear_object (&BRINE_OVERLAY_ROW (object)->file);
  G_OBJECT_CLASS (brine_overlay_row_parent_class)->dispose (object);
}

static void
brine_overlay_row_class_init (BrineOverlayRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_overlay_row_dispose;
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_overlay_row_init (BrineOverlayRow *self)
{
  /* Names and paths are data: no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calendarfile");
}

GtkWidget *
brine_overlay_row_new (BrineOverlayFile *file)
{
  BrineOverlayRow *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (file), NULL);

  self = g_object_new (BRINE_TYPE_OVERLAY_ROW, NULL);
  self->file = g_object_ref (file);
  build (self);
  path = g_file_get_parse_name (brine_overlay_file_get_file (file));
  brine_set_tooltip (GTK_WIDGET (self), path);
  show_name (self);
  show_state (self);
  g_signal_connect_object (file, "notify::name", G_CALLBACK (show_name), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (file, "notify::calendar-complete", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

BrineOverlayFile *
brine_overlay_row_get_file (BrineOverlayRow *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_ROW (self), NULL);

  return self->file;
}
