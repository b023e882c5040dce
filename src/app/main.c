/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-application.h"
#include "brine-theme.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int argc, char *argv[])
{
  g_autoptr (BrineApplication) application = NULL;
  const char *translations = g_getenv ("BRINE_LOCALE_DIR");

#ifdef __GLIBC__
  /* Threads that work one after the other need no heap each. */
  mallopt (M_ARENA_MAX, 1);
#endif
  brine_theme_prepare ();
  setlocale (LC_ALL, "");
  /* What was built and not installed can be seen in other languages, too. */
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : BRINE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Translators: the name of the program. */
  g_set_application_name (_ ("Brine"));
  application = brine_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
