/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-about.h"

#include <glib/gi18n.h>

void
brine_about_present (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "transient-for", parent, "modal", TRUE, "application-name", _ ("Brine"),
                "application-icon", BRINE_APP_ID, "version", BRINE_VERSION, "developer-name",
                /* Translators: who made it, below the name of the program. */
                _ ("The Brine contributors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Feed your mood through your gut: plan fermented food, sleep, meditation and "
                   "walks, log them in one click, and look at the figures honestly.\n\n"
                   "Brine is not a medical device. It gives no diagnosis and no treatment; "
                   "what it shows are your own notes."),
                NULL);
  /* Translators: your name, one a line, with an address if you like. */
  if (g_strcmp0 (_ ("translator-credits"), "translator-credits") != 0)
    adw_about_window_set_translator_credits (ADW_ABOUT_WINDOW (about), _ ("translator-credits"));
  gtk_window_present (GTK_WINDOW (about));
}
