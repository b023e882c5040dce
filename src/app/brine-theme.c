/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-theme.h"

#include <adwaita.h>

#define VARIABLE "GTK_THEME"
#define EMPTY_THEME "Adwaita-empty"
#define EMPTY_THEME_PATH "/org/gtk/libgtk/theme/" EMPTY_THEME "/gtk.css"

void
brine_theme_prepare (void)
{
  /* libadwaita registers its resources when it is loaded. */
  if (g_resources_get_info (EMPTY_THEME_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    g_setenv (VARIABLE, EMPTY_THEME, FALSE);
}

void
brine_theme_init (void)
{
  gtk_init ();
  gtk_settings_get_default ();
  if (g_strcmp0 (g_getenv (VARIABLE), EMPTY_THEME) == 0)
    g_unsetenv (VARIABLE);
}
