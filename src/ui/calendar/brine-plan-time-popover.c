/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plan-time-popover.h"

#include <glib/gi18n.h>

#include "brine-day-button.h"
#include "brine-time-entry.h"

/* CSS: popover.plan-time with .heading. Enter at the time accepts, Escape closes. */
struct _BrinePlanTimePopover
{
  GtkPopover parent_instance;

  GtkWidget *day;
  GtkWidget *time;
  GtkWidget *accept;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrinePlanTimePopover, brine_plan_time_popover, GTK_TYPE_POPOVER)

#define MARGIN 12
#define WIDTH 260
#define HEADING_CHARS 30

static void
accept (BrinePlanTimePopover *self)
{
  g_autoptr (BrinePlanTimePopover) keep = g_object_ref (self);
  int day = (int)brine_day_button_get_day (BRINE_DAY_BUTTON (self->day));
  int minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->time));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ACCEPTED], 0, day, minute * 60);
}

static gboolean
on_time_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                BrinePlanTimePopover *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  /* What was typed is read when the focus leaves it. */
  gtk_widget_grab_focus (self->accept);
  accept (self);
  return TRUE;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_row (const char *title, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);

  gtk_box_append (GTK_BOX (row), make_label (title));
  gtk_box_append (GTK_BOX (row), control);
  return row;
}

static GtkWidget *
make_heading (const char *title)
{
  /* Translators: heading; %s is what is planned: "Plan Sauna" */
  g_autofree char *text = g_strdup_printf (_ ("Plan %s"), title);
  GtkWidget *heading = make_label (text);

  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), HEADING_CHARS);
  gtk_widget_add_css_class (heading, "heading");
  return heading;
}

static void
make_accept (BrinePlanTimePopover *self)
{
  self->accept = gtk_button_new_with_mnemonic (_ ("_Plan"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_halign (self->accept, GTK_ALIGN_END);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (accept), self);
}

static void
brine_plan_time_popover_class_init (BrinePlanTimePopoverClass *klass)
{
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
}

static void
brine_plan_time_popover_init (BrinePlanTimePopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "plan-time");
}

GtkWidget *
brine_plan_time_popover_new (const char *title, BrineLocal start, BrineDay today, int first_weekday)
{
  g_return_val_if_fail (title != NULL, NULL);

  BrinePlanTimePopover *self = g_object_new (BRINE_TYPE_PLAN_TIME_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->day = brine_day_button_new (_ ("Day"), start.day, today, first_weekday);
  self->time = brine_time_entry_new (_ ("Time"));
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->time), start.second / 60);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_time_key_cb), self);
  gtk_widget_add_controller (self->time, keys);
  make_accept (self);
  gtk_box_append (GTK_BOX (box), make_heading (title));
  gtk_box_append (GTK_BOX (box), make_row (_ ("Day"), self->day));
  gtk_box_append (GTK_BOX (box), make_row (_ ("Time"), self->time));
  gtk_box_append (GTK_BOX (box), self->accept);
  gtk_widget_set_size_request (box, WIDTH, -1);
  g_object_set (box, "margin-start", MARGIN, "margin-end", MARGIN, "margin-top", MARGIN,
                "margin-bottom", MARGIN, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  return GTK_WIDGET (self);
}
