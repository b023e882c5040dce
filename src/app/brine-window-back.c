/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-adaptive-bin.h"
#include "brine-menu-button.h"
#include "brine-window-private.h"

#include <glib/gi18n.h>

/* Pages with a way back: each is a child of the leaflet with a header of its own and the line that says
 * that it may be old, since it covers that of the pages. */

void
brine_window_set_narrow (GtkWidget *page, gboolean narrow)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "narrow") != NULL)
    g_object_set (page, "narrow", narrow, NULL);
}

void
brine_window_pop (BrineWindow *self)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (self->leaflet);

  if (adw_leaflet_get_visible_child (leaflet) != self->main)
    adw_leaflet_set_visible_child (leaflet, self->main);
}

/* The boxes of the pages that stand over the others. The leaflet has children of its own, too, and keeps
 * all in an order of its own. */
static GPtrArray *
list_boxes (BrineWindow *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_leaflet_get_pages (ADW_LEAFLET (self->leaflet));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AdwLeafletPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      GtkWidget *box = adw_leaflet_page_get_child (page);

      if (box != self->main)
        g_ptr_array_add (boxes, box);
    }
  return boxes;
}

/* A page that was left by its back button or by a swipe is not kept. */
static void
on_leaflet_settled_cb (BrineWindow *self)
{
  g_autoptr (GPtrArray) boxes = NULL;

  if (adw_leaflet_get_child_transition_running (ADW_LEAFLET (self->leaflet))
      || adw_leaflet_get_visible_child (ADW_LEAFLET (self->leaflet)) != self->main)
    return;
  boxes = list_boxes (self);
  for (guint i = 0; i < boxes->len; i++)
    adw_leaflet_remove (ADW_LEAFLET (self->leaflet), g_ptr_array_index (boxes, i));
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return gtk_widget_activate_action (widget, "win.back", NULL);
}

/* Last of all, after whatever has the focus has had its say. */
static void
add_escape (GtkWidget *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape_cb, NULL, NULL)));
  gtk_widget_add_controller (page, controller);
}

static GtkWidget *
make_header (const char *title)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  brine_set_tooltip (back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "win.back");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (title, NULL));
  return header;
}

void
brine_window_push (BrineWindow *self, GtkWidget *page, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = brine_window_make_unread_bar ();

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (title));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), page);
  g_object_set_data (G_OBJECT (box), "page", page);
  g_object_set_data (G_OBJECT (box), "unread-bar", bar);
  brine_window_set_narrow (page,
                           brine_adaptive_bin_is_narrow (BRINE_ADAPTIVE_BIN (self->adaptive)));
  add_escape (box);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), box);
  brine_window_update_unread_bar (self);
  adw_leaflet_set_visible_child (ADW_LEAFLET (self->leaflet), box);
  /* The first thing to do on the page has the focus, however the leaflet moved it. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

void
brine_window_arrange_back_pages (BrineWindow *self, gboolean narrow)
{
  g_autoptr (GPtrArray) boxes = list_boxes (self);

  for (guint i = 0; i < boxes->len; i++)
    brine_window_set_narrow (g_object_get_data (g_ptr_array_index (boxes, i), "page"), narrow);
}

void
brine_window_update_unread_bar (BrineWindow *self)
{
  BrineStore *store = self->history == NULL ? NULL : brine_history_get_store (self->history);
  gboolean unread = store != NULL && brine_store_is_unread (store);
  g_autoptr (GPtrArray) boxes = list_boxes (self);

  brine_window_reveal_bar (self->unread_bar, unread);
  for (guint i = 0; i < boxes->len; i++)
    brine_window_reveal_bar (g_object_get_data (g_ptr_array_index (boxes, i), "unread-bar"),
                             unread);
}

GtkWidget *
brine_window_make_leaflet (BrineWindow *self)
{
  self->leaflet = adw_leaflet_new ();
  adw_leaflet_set_can_unfold (ADW_LEAFLET (self->leaflet), FALSE);
  adw_leaflet_set_can_navigate_back (ADW_LEAFLET (self->leaflet), TRUE);
  adw_leaflet_set_homogeneous (ADW_LEAFLET (self->leaflet), FALSE);
  adw_leaflet_append (ADW_LEAFLET (self->leaflet), self->main);
  g_signal_connect_object (self->leaflet, "notify::child-transition-running",
                           G_CALLBACK (on_leaflet_settled_cb), self, G_CONNECT_SWAPPED);
  return self->leaflet;
}
