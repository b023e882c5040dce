/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-application.h"
#include "brine-theme.h"

#include <glib/gi18n.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define MAX_HEAPS 8

int
main (int argc, char *argv[])
{
  g_autoptr (BrineApplication) application = NULL;
  const char *translations = g_getenv ("BRINE_LOCALE_DIR");

#ifdef __GLIBC__
  /* At the start half a dozen threads work at once: with one heap they wait for each other, with one
   * heap each for any number of threads they take memory for nothing. */
  mallopt (M_ARENA_MAX, MAX_HEAPS);
#endif
  brine_theme_prepare ();
  setlocale (LC_ALL, "");
  /* Again would be when threads are there, which must not see it change. */
  gtk_disable_setlocale ();
  /* What was built and not installed can be seen in other languages, too. */
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : BRINE_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Translators: the name of the program. */
  g_set_application_name (_ ("Brine"));
  application = brine_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
