/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-theme.h"

#include <adwaita.h>

#define VARIABLE "GTK_THEME"
#define EMPTY_THEME "Adwaita-empty"
#define EMPTY_THEME_PATH "/org/gtk/libgtk/theme/" EMPTY_THEME "/gtk.css"

/* The folders of icons, while the icon theme looks into none. */
static char **icon_folders;

void
brine_theme_prepare (void)
{
  /* libadwaita registers its resources when it is loaded. */
  if (g_resources_get_info (EMPTY_THEME_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    g_setenv (VARIABLE, EMPTY_THEME, FALSE);
}

static GtkIconTheme *
get_icons (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  return display == NULL ? NULL : gtk_icon_theme_get_for_display (display);
}

static void
empty_icons (void)
{
  static const char *const none[] = { NULL };
  GtkIconTheme *icons = get_icons ();

  if (icons == NULL)
    return;
  icon_folders = gtk_icon_theme_get_search_path (icons);
  gtk_icon_theme_set_search_path (icons, none);
}

void
brine_theme_init (void)
{
  gtk_init ();
  gtk_settings_get_default ();
  if (g_strcmp0 (g_getenv (VARIABLE), EMPTY_THEME) == 0)
    g_unsetenv (VARIABLE);
  empty_icons ();
}

/* The first question has the theme read; the answer does not matter. */
static void
read_icons_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  gtk_icon_theme_has_icon (GTK_ICON_THEME (source), "open-menu-symbolic");
  g_task_return_boolean (task, TRUE);
}

void
brine_theme_read_icons (void)
{
  GtkIconTheme *icons = get_icons ();
  g_autoptr (GTask) task = NULL;

  if (icons == NULL || icon_folders == NULL)
    return;
  gtk_icon_theme_set_search_path (icons, (const char *const *)icon_folders);
  g_clear_pointer (&icon_folders, g_strfreev);
  task = g_task_new (icons, NULL, NULL, NULL);
  g_task_set_source_tag (task, brine_theme_read_icons);
  g_task_run_in_thread (task, read_icons_thread);
}
