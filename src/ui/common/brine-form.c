/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-form.h"

#include "brine-control-row.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

#define FORM_WIDTH 460

struct _BrineForm
{
  AdwWindow parent_instance;

  GtkWidget *header;
  GtkWidget *cancel;
  GtkWidget *title;
  GtkWidget *accept;
  GtkWidget *clamp; /* what scrolls, with the group in it */
  GtkWidget *group;
};

G_DEFINE_FINAL_TYPE (BrineForm, brine_form, ADW_TYPE_WINDOW)

static guint accepted_signal;

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineForm *self = BRINE_FORM (widget);

  if (!gtk_widget_get_sensitive (self->accept))
    return;
  g_object_ref (self);
  g_signal_emit (self, accepted_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static GtkWidget *
find_text (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_sensitive (widget))
    return NULL;
  if (GTK_IS_TEXT (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *text = find_text (child);

      if (text != NULL)
        return text;
    }
  return NULL;
}

/* What scrolls is asked how high it would be on one long line, and a hint then has not enough. */
static void
fit_height (BrineForm *self)
{
  int width, height, header_height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  gtk_widget_measure (self->header, GTK_ORIENTATION_VERTICAL, width, NULL, &header_height, NULL,
                      NULL);
  gtk_widget_measure (self->clamp, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, header_height + height);
}

/* The first thing to type has the focus, from where Return accepts; not the button that leaves. */
static void
brine_form_show (GtkWidget *widget)
{
  BrineForm *self = BRINE_FORM (widget);
  GtkWidget *text = find_text (self->group);

  fit_height (self);
  if (text != NULL)
    gtk_widget_grab_focus (text);
  else
    gtk_widget_child_focus (self->group, GTK_DIR_TAB_FORWARD);
  GTK_WIDGET_CLASS (brine_form_parent_class)->show (widget);
}

static void
make_texts_accept (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    gtk_text_set_activates_default (GTK_TEXT (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_texts_accept (child);
}

static void
brine_form_class_init (BrineFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  accepted_signal = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  widget_class->show = brine_form_show;
  gtk_widget_class_install_action (widget_class, "form.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "form.accept", NULL);
}

static GtkWidget *
make_header (BrineForm *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->accept = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->accept), TRUE);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->accept), "form.accept");
  self->title = adw_window_title_new (NULL, NULL);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  self->cancel = cancel;
  return header;
}

static void
brine_form_init (BrineForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->header = make_header (self);
  self->clamp = adw_clamp_new ();
  self->group = adw_preferences_group_new ();
  gtk_widget_set_margin_top (self->group, 18);
  gtk_widget_set_margin_bottom (self->group, 24);
  gtk_widget_set_margin_start (self->group, 12);
  gtk_widget_set_margin_end (self->group, 12);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->group);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), self->header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  /* Entries that activate the default accept with Return. */
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
}

BrineForm *
brine_form_new (GtkWidget *parent, const char *title, const char *accept)
{
  BrineForm *self;
  GtkRoot *root;
  int width = FORM_WIDTH;

  g_return_val_if_fail (GTK_IS_WIDGET (parent), NULL);

  root = gtk_widget_get_root (parent);
  self = g_object_new (BRINE_TYPE_FORM, "accessible-role", GTK_ACCESSIBLE_ROLE_DIALOG, "modal",
                       TRUE, "title", title, "destroy-with-parent", TRUE, NULL);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), title);
  gtk_button_set_label (GTK_BUTTON (self->accept), accept);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      if (gtk_widget_get_width (GTK_WIDGET (root)) > 0)
        width = MIN (FORM_WIDTH, gtk_widget_get_width (GTK_WIDGET (root)));
      gtk_window_set_default_size (GTK_WINDOW (self), width, -1);
    }
  if (!brine_fit_buttons (self->header, self->cancel, self->accept, width))
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), title);
  return self;
}

GtkWidget *
brine_form_add (BrineForm *self, const char *title, GtkWidget *control)
{
  GtkWidget *row;

  g_return_val_if_fail (BRINE_IS_FORM (self), NULL);

  row = brine_control_row_new (title, NULL, control);
  brine_form_add_row (self, row);
  return row;
}

void
brine_form_add_row (BrineForm *self, GtkWidget *row)
{
  g_return_if_fail (BRINE_IS_FORM (self));

  make_texts_accept (row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
}

void
brine_form_set_hint (BrineForm *self, const char *hint)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (BRINE_IS_FORM (self));

  /* The group reads its description as markup. */
  escaped = hint != NULL ? g_markup_escape_text (hint, -1) : NULL;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), escaped);
}

void
brine_form_set_can_accept (BrineForm *self, gboolean can_accept)
{
  g_return_if_fail (BRINE_IS_FORM (self));

  gtk_widget_set_sensitive (self->accept, can_accept);
}
