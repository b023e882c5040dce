/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-parts.h"

#include "brine-control-row.h"
#include "brine-menu-button.h"
#include "brine-title.h"

#include <glib/gi18n.h>

#define PAGE_MARGIN 12

void
brine_set_margins (GtkWidget *widget, int margin)
{
  gtk_widget_set_margin_top (widget, margin);
  gtk_widget_set_margin_bottom (widget, margin);
  gtk_widget_set_margin_start (widget, margin);
  gtk_widget_set_margin_end (widget, margin);
}

GtkWidget *
brine_text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
brine_heading_new (const char *text)
{
  GtkWidget *label = brine_text_new (text, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

GtkWidget *
brine_boxed_list_new (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");

  return list;
}

GtkWidget *
brine_quiet_row_new (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

void
brine_clear_children (GtkWidget *list_or_box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (list_or_box)) != NULL)
    {
      if (GTK_IS_LIST_BOX (list_or_box))
        gtk_list_box_remove (GTK_LIST_BOX (list_or_box), child);
      else
        gtk_box_remove (GTK_BOX (list_or_box), child);
    }
}

void
brine_let_button_wrap (GtkWidget *widget)
{
  GtkWidget *content;

  if (!GTK_IS_BUTTON (widget) || !brine_text_is_large (widget))
    return;
  content = gtk_button_get_child (GTK_BUTTON (widget));
  if (ADW_IS_BUTTON_CONTENT (content))
    content = gtk_widget_get_last_child (content);
  if (GTK_IS_LABEL (content))
    gtk_label_set_wrap (GTK_LABEL (content), TRUE);
}

GtkWidget *
brine_icon_button_new (const char *icon_name, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  brine_let_button_wrap (button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

GtkWidget *
brine_first_week_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Plan My First Week"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.plan-first-week");
  g_object_bind_property (button, "sensitive", button, "visible", G_BINDING_SYNC_CREATE);
  return button;
}

GtkWidget *
brine_page_scroller_new (GtkWidget *content, int width)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_set_margin_top (content, 20);
  gtk_widget_set_margin_bottom (content, 24);
  gtk_widget_set_margin_start (content, PAGE_MARGIN);
  gtk_widget_set_margin_end (content, PAGE_MARGIN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width + 2 * PAGE_MARGIN);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);

  return scrolled;
}

void
brine_reveal_at_once (GtkWidget *revealer, gboolean revealed)
{
  GtkRevealer *self = GTK_REVEALER (revealer);
  guint duration_ms;

  g_return_if_fail (GTK_IS_REVEALER (revealer));

  duration_ms = gtk_revealer_get_transition_duration (self);
  gtk_revealer_set_transition_duration (self, 0);
  gtk_revealer_set_reveal_child (self, revealed);
  gtk_revealer_set_transition_duration (self, duration_ms);
}

GtkWidget *
brine_group_new (const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);

  /* A group reads its title as markup. */
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  brine_let_title_wrap (group);

  return group;
}

/* (nullable) */
static GtkWidget *
find_heading (GtkWidget *inside)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (inside) && gtk_widget_has_css_class (inside, "heading"))
    return inside;
  for (GtkWidget *child = gtk_widget_get_first_child (inside); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_heading (child);
  return found;
}

void
brine_let_title_wrap (GtkWidget *group)
{
  GtkWidget *heading = find_heading (group);

  if (heading == NULL)
    return;
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (heading), PANGO_WRAP_WORD_CHAR);
}

GtkWidget *
brine_switch_row_new (const char *title, const char *subtitle, GtkWidget **out_switch)
{
  *out_switch = gtk_switch_new ();

  return brine_control_row_new (title, subtitle, *out_switch);
}

void
brine_let_wheel_pass (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_widget_remove_controller (spin, controller);
    }
}

GtkWidget *
brine_spin_button_new (double min, double max, double step)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (min, max, step);

  brine_let_wheel_pass (spin);
  return spin;
}

int
brine_scale_width (GtkWidget *widget, int width_px)
{
  /* In 1024ths of a dot per inch; the text scale of the desktop is in it. */
  const int usual_dpi = 96 * 1024;
  int dpi = usual_dpi;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > usual_dpi ? (int)((gint64)width_px * dpi / usual_dpi) : width_px;
}

gboolean
brine_text_is_large (GtkWidget *widget)
{
  return brine_scale_width (widget, 100) >= 125;
}

gboolean
brine_text_is_very_large (GtkWidget *widget)
{
  return brine_scale_width (widget, 100) >= 175;
}

static void
let_shrink (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

void
brine_limit_to_title (GtkWidget *entry)
{
  gtk_text_set_max_length (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry))),
                           BRINE_TITLE_MAX);
}

gboolean
brine_fit_buttons (GtkWidget *header, GtkWidget *first, GtkWidget *second, int width)
{
  int minimum, natural;

  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  if (natural <= width)
    return TRUE;
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_bin_new ());
  gtk_widget_measure (header, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > width)
    {
      let_shrink (first);
      let_shrink (second);
    }
  return FALSE;
}

static gboolean
on_query_hint_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (brine_is_behind_menu (widget))
    return FALSE;
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), "hint"));
  return TRUE;
}

void
brine_set_hint (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), "hint"), text) == 0)
    return;
  g_signal_handlers_disconnect_by_func (widget, on_query_hint_cb, NULL);
  g_object_set_data_full (G_OBJECT (widget), "hint", g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
  if (text != NULL)
    g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query_hint_cb), NULL);
}

static void
forget_label (GtkWidget *button)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

void
brine_set_spoken_name (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  forget_label (button);
  /* The content with an icon makes itself the label when it comes to a window. */
  g_signal_handlers_disconnect_by_func (button, forget_label, NULL);
  g_signal_connect (button, "notify::root", G_CALLBACK (forget_label), NULL);
}
