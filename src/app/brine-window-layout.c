/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-adaptive-bin.h"
#include "brine-menu-button.h"
#include "brine-page-slot.h"
#include "brine-page-table.h"
#include "brine-parts.h"
#include "brine-switcher-bar.h"
#include "brine-switcher-title.h"
#include "brine-window-private.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

static GMenuModel *
make_add_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) log = g_menu_new ();
  g_autoptr (GMenu) plan = g_menu_new ();

  g_menu_append (log, _ ("Log Something…"), "win.log");
  g_menu_append (log, _ ("Log a Night…"), "win.log-night");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (log));
  g_menu_append (plan, _ ("Add to Plan…"), "win.add-item('')");
  g_menu_append (plan, _ ("Pause…"), "win.pause");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_main_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) help = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();

  g_menu_append (help, _ ("Get Support"), "win.support");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (help));
  g_menu_append (program, _ ("Preferences"), "win.preferences");
  g_menu_append (program, _ ("Keyboard Shortcuts"), "win.show-help-overlay");
  g_menu_append (program, _ ("About Brine"), "win.about");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));
  return G_MENU_MODEL (menu);
}

/* A menu is a dozen widgets, so it is made when it is first opened. */
static void
on_create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (user_data));
}

static GtkWidget *
make_menu_button (const char *icon_name, const char *name, GMenuModel *menu, gboolean primary)
{
  GtkWidget *button = brine_menu_button_new (icon_name, name);

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_create_menu_cb, menu,
                                         g_object_unref);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), primary);
  return button;
}

static GtkWidget *
make_header (BrineWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->header = header;
  self->title = brine_switcher_title_new (ADW_VIEW_STACK (self->stack));
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (header), ADW_CENTERING_POLICY_STRICT);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  self->add_button = make_menu_button ("list-add-symbolic", _ ("Add"), make_add_menu (), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->add_button);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header),
                           make_menu_button ("open-menu-symbolic", _ ("Main Menu"),
                                             make_main_menu (), TRUE));
  return header;
}

/* What is invisible is neither styled nor measured, when the window opens above all. */
static void
on_revealed_cb (GtkRevealer *revealer)
{
  if (!gtk_revealer_get_reveal_child (revealer) && !gtk_revealer_get_child_revealed (revealer))
    gtk_widget_set_visible (GTK_WIDGET (revealer), FALSE);
}

/* A line above the pages that says something and offers one thing to do. */
static GtkWidget *
make_bar (const char *button_text, const char *action, GtkWidget **out_label)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new_with_label (button_text);

  *out_label = label;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  if (brine_text_is_large (bar))
    gtk_widget_set_layout_manager (bar, brine_wrap_layout_new (6));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (bar), label);
  gtk_box_append (GTK_BOX (bar), button);
  gtk_widget_add_css_class (bar, "sample-bar");
  gtk_revealer_set_child (GTK_REVEALER (revealer), bar);
  gtk_widget_set_visible (revealer, FALSE);
  g_signal_connect (revealer, "notify::child-revealed", G_CALLBACK (on_revealed_cb), NULL);
  return revealer;
}

void
brine_window_reveal_bar (GtkWidget *bar, gboolean shown)
{
  if (shown)
    gtk_widget_set_visible (bar, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (bar), shown);
}

GtkWidget *
brine_window_make_unread_bar (void)
{
  GtkWidget *label;
  GtkWidget *bar = make_bar (_ ("Try Again"), "win.read-again", &label);

  gtk_label_set_text (GTK_LABEL (label),
                      _ ("The diary could not be read; what you see may be old."));
  return bar;
}

static void
make_bars (BrineWindow *self)
{
  self->sample_bar = make_bar (_ ("Remove It and Start"), "win.remove-sample", &self->sample_label);
  self->unread_bar = brine_window_make_unread_bar ();
}

static void
make_stack (BrineWindow *self)
{
  self->stack = adw_view_stack_new ();
  for (int page = 0; page < BRINE_N_PAGES; page++)
    {
      self->slots[page] = brine_page_slot_new ();
      adw_view_stack_add_titled_with_icon (ADW_VIEW_STACK (self->stack), self->slots[page],
                                           brine_page_table_get_name ((BrinePage)page),
                                           brine_page_table_get_title ((BrinePage)page),
                                           brine_page_table_get_icon_name ((BrinePage)page));
    }
  adw_view_stack_set_vhomogeneous (ADW_VIEW_STACK (self->stack), FALSE);
  adw_view_stack_set_hhomogeneous (ADW_VIEW_STACK (self->stack), FALSE);
}

/* Below the pages -------------------------------------------------------------------------- */

static void
make_switcher_bar (BrineWindow *self)
{
  self->switcher_bar = brine_switcher_bar_new (ADW_VIEW_STACK (self->stack));
  gtk_box_append (GTK_BOX (self->main), self->switcher_bar);
}

/* It comes and goes at once: a bar that is revealed in the frame that lays it out first gets a
 * height of less than nothing. */
static gboolean
on_switcher_bar_idle_cb (gpointer user_data)
{
  BrineWindow *self = user_data;
  /* Before the window shows, the title has not been laid out. */
  gboolean narrow = gtk_widget_get_mapped (GTK_WIDGET (self))
                        ? brine_switcher_title_is_title_visible (BRINE_SWITCHER_TITLE (self->title))
                        : brine_adaptive_bin_is_narrow (BRINE_ADAPTIVE_BIN (self->adaptive));
  gboolean shown = self->cover == NULL && narrow;

  self->switcher_bar_idle = 0;
  if (shown && self->switcher_bar == NULL)
    make_switcher_bar (self);
  if (self->switcher_bar != NULL)
    gtk_widget_set_visible (self->switcher_bar, shown);
  if (shown)
    gtk_widget_add_css_class (self->toasts, "above-switcher");
  else
    gtk_widget_remove_css_class (self->toasts, "above-switcher");
  return G_SOURCE_REMOVE;
}

/* The title tells while it is laid out, when nobody hears that the bar's place is free. */
void
brine_window_update_switcher_bar (BrineWindow *self)
{
  if (self->switcher_bar_idle == 0)
    self->switcher_bar_idle =
        g_idle_add_full (GDK_PRIORITY_EVENTS, on_switcher_bar_idle_cb, self, NULL);
}

GtkWidget *
brine_window_make_main (BrineWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  make_stack (self);
  self->body = gtk_stack_new ();
  self->cover_slot = brine_page_slot_new ();
  gtk_stack_add_named (GTK_STACK (self->body), self->stack, "pages");
  gtk_stack_add_named (GTK_STACK (self->body), self->cover_slot, "cover");
  gtk_stack_set_transition_type (GTK_STACK (self->body), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->body), 150);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->body), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->body), FALSE);
  gtk_widget_set_vexpand (self->body, TRUE);
  make_bars (self);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), self->sample_bar);
  gtk_box_append (GTK_BOX (box), self->unread_bar);
  gtk_box_append (GTK_BOX (box), self->body);
  g_signal_connect_object (self->title, "notify::title-visible",
                           G_CALLBACK (brine_window_update_switcher_bar), self, G_CONNECT_SWAPPED);
  return box;
}
