/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-trouble-page.h"

#include "brine-error.h"

#include <glib/gi18n.h>

typedef struct
{
  int code;
  const char *title;
  const char *text;
  const char *button; /* NULL: try again */
  const char *action;
} Trouble;

static const Trouble troubles[] = {
  { BRINE_ERROR_DAMAGED, N_ ("The Diary Cannot Be Opened"),
    N_ ("The file is damaged. It was not changed. Restore a backup, or look at the file."),
    N_ ("Restore…"), "win.restore" },
  { BRINE_ERROR_NEWER, N_ ("The Diary Is From a Newer Brine"),
    N_ ("A later version wrote it, and this one might lose something of it. "
        "It was not changed. Update Brine, then open it again."),
    N_ ("Open Folder"), "win.open-folder" },
  { BRINE_ERROR_FOREIGN, N_ ("This Is Not a Diary"),
    N_ ("Another program wrote the file “brine.db” in the data folder. It was not changed. "
        "Move it elsewhere, then try again."),
    N_ ("Open Folder"), "win.open-folder" },
  { BRINE_ERROR_FOREIGN_LOG, N_ ("A File Beside the Diary Is Not Its Own"),
    N_ ("The file “brine.db-wal” in the data folder belongs to another database. Neither was "
        "changed. Move that file elsewhere, leave “brine.db”, then try again."),
    N_ ("Open Folder"), "win.open-folder" },
  { BRINE_ERROR_FULL, N_ ("The Disk Is Full"),
    N_ ("There is no room for the diary. Nothing was lost. Make some room, then try again."), NULL,
    NULL },
  { BRINE_ERROR_BUSY, N_ ("The Diary Is in Use"),
    N_ ("Another program holds it for long. Close that program, then try again."), NULL, NULL },
  { BRINE_ERROR_READ_ONLY, N_ ("The Diary Cannot Be Written"),
    N_ ("Its folder does not let Brine write. Change its permissions, then try again."),
    N_ ("Open Folder"), "win.open-folder" },
};

static const Trouble other = { -1, N_ ("The Diary Cannot Be Opened"),
                               N_ ("It was not changed. Look at its folder, then try again."),
                               N_ ("Open Folder"), "win.open-folder" };

static const Trouble *
find_trouble (const GError *error)
{
  if (error->domain != BRINE_ERROR)
    return &other;
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    if (troubles[i].code == error->code)
      return &troubles[i];
  return &other;
}

static GtkWidget *
add_button (GtkBox *box, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
  return button;
}

GtkWidget *
brine_trouble_page_new (const GError *error, const char *data_dir)
{
  const Trouble *trouble;
  GtkWidget *page;
  GtkWidget *buttons;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  trouble = find_trouble (error);
  page = adw_status_page_new ();
  /* The page reads its description as markup. */
  folder = g_markup_escape_text (data_dir, -1);
  text = g_strdup_printf ("%s\n\n%s", _ (trouble->text), folder);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "brine-app-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (trouble->title));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  if (trouble->button != NULL)
    {
      GtkWidget *button =
          add_button (GTK_BOX (buttons), _ (trouble->button), trouble->action, TRUE);

      if (g_str_equal (trouble->action, "win.open-folder"))
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", data_dir);
    }
  add_button (GTK_BOX (buttons), _ ("Try Again"), "win.retry", trouble->button == NULL);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);
  return page;
}
