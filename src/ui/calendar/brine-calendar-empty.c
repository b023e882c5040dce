/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-empty.h"

#include <glib/gi18n.h>

#include "brine-parts.h"

#define ICON_SIZE 64

/*
 * No status page: that scrolls, so it asks for no more room than a word needs.
 *
 * CSS: box.calendar-empty. Actions of the calendar page: calendar.add, calendar.show-all.
 */
struct _BrineCalendarEmpty
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *first_week;
  GtkWidget *add;
  GtkWidget *show_all;
};

G_DEFINE_FINAL_TYPE (BrineCalendarEmpty, brine_calendar_empty, GTK_TYPE_BOX)

/* Only its buttons are in the way of the pointer. */
static gboolean
brine_calendar_empty_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static GtkWidget *
add_label (BrineCalendarEmpty *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_can_target (label, FALSE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static GtkWidget *
add_button (BrineCalendarEmpty *self, GtkWidget *button, const char *action)
{
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
brine_calendar_empty_class_init (BrineCalendarEmptyClass *klass)
{
  GTK_WIDGET_CLASS (klass)->contains = brine_calendar_empty_contains;
}

static void
brine_calendar_empty_init (BrineCalendarEmpty *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("brine-calendar-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "calendar-empty");
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_can_target (icon, FALSE);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), ICON_SIZE);
  gtk_box_append (GTK_BOX (self), icon);
  self->title = add_label (self, "title-2");
  self->text = add_label (self, "body");
  self->first_week = brine_first_week_button_new ();
  gtk_box_append (GTK_BOX (self), self->first_week);
  self->add = add_button (self, gtk_button_new_with_label (_ ("Add Something")), "calendar.add");
  self->show_all =
      add_button (self, gtk_button_new_with_label (_ ("Show Everything")), "calendar.show-all");
}

GtkWidget *
brine_calendar_empty_new (void)
{
  return g_object_new (BRINE_TYPE_CALENDAR_EMPTY, NULL);
}

static void
show (BrineCalendarEmpty *self, gboolean filtered, const char *title, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->text), text);
  gtk_widget_set_visible (self->add, !filtered);
  gtk_widget_set_visible (self->show_all, filtered);
}

void
brine_calendar_empty_show_free (BrineCalendarEmpty *self, const char *title)
{
  g_return_if_fail (BRINE_IS_CALENDAR_EMPTY (self));

  show (self, FALSE, title, _ ("Drag over the hours to add something."));
}

void
brine_calendar_empty_show_filtered (BrineCalendarEmpty *self)
{
  g_return_if_fail (BRINE_IS_CALENDAR_EMPTY (self));

  show (self, TRUE, _ ("Nothing to Show"), _ ("The filter lets nothing through here."));
}
