/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-plan-clip.h"
#include "brine-template-dialog.h"
#include "brine-translate.h"

/*
 * The templates, a row each: activating one plans it in the week that the window was opened for.
 * Renaming and deleting can be undone like all else.
 */

#define WIDTH 420
#define HEIGHT 420
#define DAYS_PER_WEEK 7
#define N_TITLES 4

#define BRINE_TYPE_TEMPLATE_WINDOW (brine_template_window_get_type ())
G_DECLARE_FINAL_TYPE (BrineTemplateWindow, brine_template_window, BRINE, TEMPLATE_WINDOW, AdwWindow)

struct _BrineTemplateWindow
{
  AdwWindow parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  BrineDay first;
  GPtrArray *templates;   /* BrineTemplate; NULL until they are loaded */
  BrineTemplate *applied; /* on its way to the week; NULL: none */
  GCancellable *cancellable;

  GtkWidget *stack;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (BrineTemplateWindow, brine_template_window, ADW_TYPE_WINDOW)

/* Applying --------------------------------------------------------------------------------- */

static void
add_items (BrineTemplateWindow *self, GPtrArray *items)
{
  BrineChange *change = brine_change_new ();
  int n = (int)items->len;
  /* Translators: toast; how many entries, and the name of a template */
  g_autofree char *label =
      g_strdup_printf (ngettext ("%d entry added from “%s”", "%d entries added from “%s”", n), n,
                       self->applied->name);

  for (guint i = 0; i < items->len; i++)
    brine_change_put_copy (change, items->pdata[i]);
  brine_history_apply (self->history, label, change);
}

static void
on_week_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BrineTemplateWindow) self = data;
  g_autoptr (GPtrArray) occurrences =
      brine_store_load_agenda_finish (BRINE_STORE (source), result, NULL);

  if (occurrences == NULL || self->applied == NULL)
    return;

  g_autoptr (GArray) there = brine_plan_clip_collect_slots (occurrences);
  g_autoptr (GPtrArray) items = brine_plan_paste_week (self->applied->entries, self->first, there);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (items->len > 0)
    add_items (self, items);
  else if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s",
                                _ ("All of it is planned there already"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static BrineTemplate *
get_template (BrineTemplateWindow *self, GtkWidget *row)
{
  return self->templates->pdata[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))];
}

static void
on_activated_cb (GtkListBox *list, GtkListBoxRow *row, BrineTemplateWindow *self)
{
  if (self->applied != NULL)
    return;
  self->applied = brine_template_copy (get_template (self, GTK_WIDGET (row)));
  brine_store_load_agenda_async (brine_history_get_store (self->history), self->first,
                                 self->first + DAYS_PER_WEEK - 1,
                                 brine_clock_get_local (self->clock), NULL, on_week_loaded_cb,
                                 g_object_ref (self));
}

/* Changing --------------------------------------------------------------------------------- */

typedef struct
{
  BrineHistory *history;
  BrineTemplate *template;
} Renaming;

static void
renaming_free (gpointer data)
{
  Renaming *renaming = data;

  g_object_unref (renaming->history);
  brine_template_free (renaming->template);
  g_free (renaming);
}

static void
on_named_cb (const char *name, gpointer data)
{
  Renaming *renaming = data;
  BrineChange *change = brine_change_new ();
  /* Translators: toast; the new name of a template */
  g_autofree char *label = g_strdup_printf (_ ("Template renamed to “%s”"), name);

  g_free (renaming->template->name);
  renaming->template->name = g_strdup (name);
  brine_change_put_template (change, renaming->template);
  brine_history_apply (renaming->history, label, change);
}

static void
on_rename_cb (GtkWidget *button, BrineTemplateWindow *self)
{
  BrineTemplate *template =
      get_template (self, gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->history = g_object_ref (self->history);
  renaming->template = brine_template_copy (template);
  brine_template_ask_name (GTK_WINDOW (self), _ ("Rename Template"), NULL, template->name,
                           _ ("_Rename"), on_named_cb, renaming, renaming_free);
}

static void
on_delete_cb (GtkWidget *button, BrineTemplateWindow *self)
{
  BrineTemplate *template =
      get_template (self, gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW));
  BrineChange *change = brine_change_new ();
  /* Translators: toast; the name of a template */
  g_autofree char *label = g_strdup_printf (_ ("Template “%s” deleted"), template->name);

  brine_change_remove (change, BRINE_KIND_TEMPLATE, template->id);
  brine_history_apply (self->history, label, change);
}

/* Rows --------------------------------------------------------------------------------------- */

/* "21 entries: Walk, Sleep, Lunch, Meditation…" */
static char *
describe (const BrineTemplate *template)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) titles = g_string_new (NULL);
  int n = (int)template->entries->len;

  for (guint i = 0; i < template->entries->len; i++)
    {
      const BrinePlanEntry *entry = template->entries->pdata[i];

      if (!g_hash_table_add (seen, entry->title))
        continue;
      if (g_hash_table_size (seen) > N_TITLES)
        {
          g_string_append (titles, "…");
          break;
        }
      if (titles->len > 0)
        g_string_append (titles, C_ ("list", ", "));
      g_string_append (titles, entry->title);
    }
  /* Translators: how many entries a template has, and what the first of them are: "21 entries:
   * Walk, Sleep…" */
  return g_strdup_printf (ngettext ("%d entry: %s", "%d entries: %s", n), n, titles->str);
}

static void
add_button (BrineTemplateWindow *self, GtkWidget *row, const char *icon, const char *label,
            const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and the name of a template: "Rename “Winter”" */
  g_autofree char *said = g_strdup_printf (_ ("%s “%s”"), label, name);

  brine_set_tooltip (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (BrineTemplateWindow *self, const BrineTemplate *template)
{
  g_autofree char *subtitle = describe (template);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", template->name,
                                 "subtitle", subtitle, "activatable", TRUE, NULL);

  add_button (self, row, "document-edit-symbolic", _ ("Rename"), template->name,
              G_CALLBACK (on_rename_cb));
  add_button (self, row, "user-trash-symbolic", _ ("Delete"), template->name,
              G_CALLBACK (on_delete_cb));
  return row;
}

static void
show_templates (BrineTemplateWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->templates->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, self->templates->pdata[i]));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->templates->len > 0 ? "list" : "empty");
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BrineTemplateWindow) self = data;
  g_autoptr (GPtrArray) templates =
      brine_store_load_templates_finish (BRINE_STORE (source), result, NULL);

  if (templates == NULL || self->history == NULL)
    return;
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = g_steal_pointer (&templates);
  show_templates (self);
}

static void
load (BrineTemplateWindow *self)
{
  brine_store_load_templates_async (brine_history_get_store (self->history), self->cancellable,
                                    on_loaded_cb, g_object_ref (self));
}

static void
on_changed_cb (BrineStore *store, guint kinds, BrineTemplateWindow *self)
{
  if ((kinds & (1u << BRINE_KIND_TEMPLATE)) != 0)
    load (self);
}

/* Object ------------------------------------------------------------------------------------- */

static void
brine_template_window_dispose (GObject *object)
{
  BrineTemplateWindow *self = BRINE_TEMPLATE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (brine_template_window_parent_class)->dispose (object);
}

static void
brine_template_window_finalize (GObject *object)
{
  BrineTemplateWindow *self = BRINE_TEMPLATE_WINDOW (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->applied, brine_template_free);
  G_OBJECT_CLASS (brine_template_window_parent_class)->finalize (object);
}

static void
brine_template_window_class_init (BrineTemplateWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_template_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = brine_template_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_list (BrineTemplateWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 12);
  gtk_widget_set_margin_bottom (self->list, 12);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  return scroller;
}

static void
brine_template_window_init (BrineTemplateWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty =
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "brine-calendar-symbolic", "title",
                    _ ("No Templates"), "description",
                    _ ("Open the menu of a day and choose “Use This Week as Template…”."), NULL);

  self->cancellable = g_cancellable_new ();
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_add_css_class (empty, "compact");
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "none");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
brine_template_window_new (GtkWindow *parent, BrineHistory *history, BrineClock *clock,
                           BrineDay first)
{
  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  BrineTemplateWindow *self =
      g_object_new (BRINE_TYPE_TEMPLATE_WINDOW, "transient-for", parent, "modal", TRUE, "title",
                    _ ("Apply Template"), "default-width", WIDTH, "default-height", HEIGHT, NULL);

  self->history = g_object_ref (history);
  self->clock = g_object_ref (clock);
  self->first = first;
  g_signal_connect_object (brine_history_get_store (history), "changed", G_CALLBACK (on_changed_cb),
                           self, 0);
  load (self);
  return GTK_WIDGET (self);
}
