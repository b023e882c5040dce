/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-keys.h"

/* The arrow that points to what was lies on the side where time begins. */
static const struct
{
  guint key;
  const char *action;
  const char *mirrored;
} keys[] = {
  { GDK_KEY_Left, "progress.previous", "progress.next" },
  { GDK_KEY_Right, "progress.next", "progress.previous" },
  { GDK_KEY_Home, "progress.now", "progress.now" },
};

static gboolean
on_shortcut_cb (GtkWidget *page, GVariant *arguments, gpointer user_data)
{
  guint index = g_variant_get_uint32 (arguments);
  gboolean mirrored = gtk_widget_get_direction (page) == GTK_TEXT_DIR_RTL;

  /* Shortcuts of the whole window reach the pages behind the shown one too. */
  if (!gtk_widget_get_mapped (page))
    return FALSE;
  return gtk_widget_activate_action (page, mirrored ? keys[index].mirrored : keys[index].action,
                                     NULL);
}

void
brine_progress_keys_attach (GtkWidget *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_ALT_MASK),
                            gtk_callback_action_new (on_shortcut_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_uint32 (i));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (page, controller);
}
