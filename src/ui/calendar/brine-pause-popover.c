/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-pause-popover.h"

#include <glib/gi18n.h>

#include "brine-day-button.h"
#include "brine-format.h"
#include "brine-pause-join.h"
#include "brine-wrap-layout.h"

/* CSS: popover.pause with .heading, box of button.chip, .caption. Enter accepts, Escape closes. */
struct _BrinePausePopover
{
  GtkPopover parent_instance;

  BrinePause *pause;
  GPtrArray *others;
  BrineDay today;
  int first_weekday;
  GtkWidget *reasons[BRINE_PAUSE_OTHER + 1];
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *note;
  GtkWidget *error;
  GtkWidget *accept;
};

enum
{
  ACCEPTED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrinePausePopover, brine_pause_popover, GTK_TYPE_POPOVER)

#define MARGIN 12
#define WIDTH 280

static gboolean
is_known (const BrinePause *pause, const GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (g_strcmp0 (((const BrinePause *)g_ptr_array_index (others, i))->id, pause->id) == 0)
      return TRUE;
  return FALSE;
}

static void
read_form (BrinePausePopover *self)
{
  self->pause->from = brine_day_button_get_day (BRINE_DAY_BUTTON (self->from));
  self->pause->to = brine_day_button_get_day (BRINE_DAY_BUTTON (self->to));
  for (int reason = BRINE_PAUSE_ILL; reason <= BRINE_PAUSE_OTHER; reason++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->reasons[reason])))
      self->pause->reason = (BrinePauseReason)reason;
  g_free (self->pause->note);
  self->pause->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
}

/* Says in one sentence why it cannot be so. */
static void
check (BrinePausePopover *self)
{
  read_form (self);
  const BrinePause *conflict = brine_pause_find_conflict (self->pause, self->others);

  gtk_widget_set_visible (self->error, conflict != NULL);
  gtk_widget_set_sensitive (self->accept, conflict == NULL);
  if (conflict == NULL)
    return;
  g_autofree char *days = brine_format_day_range (conflict->from, conflict->to, self->today);
  /* Translators: days, and why they are paused: "16–22 November is paused already: travelling." */
  g_autofree char *text = g_strdup_printf (_ ("%s is paused already: %s."), days,
                                           brine_pause_reason_get_name (conflict->reason));
  gtk_label_set_text (GTK_LABEL (self->error), text);
}

/* The last day never lies before the first: whichever was changed pulls the other along. */
static void
on_from_changed_cb (BrinePausePopover *self)
{
  BrineDay from = brine_day_button_get_day (BRINE_DAY_BUTTON (self->from));

  if (brine_day_button_get_day (BRINE_DAY_BUTTON (self->to)) < from)
    brine_day_button_set_day (BRINE_DAY_BUTTON (self->to), from);
  check (self);
}

static void
on_to_changed_cb (BrinePausePopover *self)
{
  BrineDay to = brine_day_button_get_day (BRINE_DAY_BUTTON (self->to));

  if (brine_day_button_get_day (BRINE_DAY_BUTTON (self->from)) > to)
    brine_day_button_set_day (BRINE_DAY_BUTTON (self->from), to);
  check (self);
}

static void
on_accept_cb (BrinePausePopover *self)
{
  g_autoptr (BrinePausePopover) keep = g_object_ref (self);

  read_form (self);
  if (brine_pause_find_conflict (self->pause, self->others) != NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[ACCEPTED], 0, self->pause);
}

static void
on_remove_cb (BrinePausePopover *self)
{
  g_autoptr (BrinePausePopover) keep = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[REMOVED], 0, self->pause);
}

/* Widgets ------------------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_reasons (BrinePausePopover *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);

  gtk_widget_set_layout_manager (box, brine_wrap_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Why"),
                                  -1);
  for (int reason = BRINE_PAUSE_ILL; reason <= BRINE_PAUSE_OTHER; reason++)
    {
      GtkWidget *button =
          gtk_toggle_button_new_with_label (brine_pause_reason_get_name ((BrinePauseReason)reason));
      gtk_widget_add_css_class (button, "chip");
      if (reason > BRINE_PAUSE_ILL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     GTK_TOGGLE_BUTTON (self->reasons[BRINE_PAUSE_ILL]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), reason == (int)self->pause->reason);
      gtk_box_append (GTK_BOX (box), button);
      self->reasons[reason] = button;
    }
  return box;
}

static GtkWidget *
make_row (const char *title, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (title, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);
  return row;
}

static GtkWidget *
make_buttons (BrinePausePopover *self, gboolean known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (known)
    {
      GtkWidget *removal = gtk_button_new_with_mnemonic (_ ("_Remove"));
      g_signal_connect_swapped (removal, "clicked", G_CALLBACK (on_remove_cb), self);
      gtk_box_append (GTK_BOX (box), removal);
    }
  self->accept = gtk_button_new_with_mnemonic (known ? _ ("_Save") : _ ("_Add"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_hexpand (self->accept, TRUE);
  gtk_widget_set_halign (self->accept, GTK_ALIGN_END);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (on_accept_cb), self);
  gtk_box_append (GTK_BOX (box), self->accept);
  return box;
}

static void
build (BrinePausePopover *self)
{
  gboolean known = is_known (self->pause, self->others);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkWidget *reasons = make_reasons (self);

  self->from =
      brine_day_button_new (_ ("First day"), self->pause->from, self->today, self->first_weekday);
  self->to =
      brine_day_button_new (_ ("Last day"), self->pause->to, self->today, self->first_weekday);
  self->note = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("Note"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note"), -1);
  gtk_editable_set_text (GTK_EDITABLE (self->note),
                         self->pause->note != NULL ? self->pause->note : "");
  self->error = make_label (NULL, "caption");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 30);
  gtk_box_append (GTK_BOX (box), make_label (known ? _ ("Pause") : _ ("New Pause"), "heading"));
  gtk_box_append (GTK_BOX (box), reasons);
  gtk_box_append (GTK_BOX (box), make_row (_ ("First day"), self->from));
  gtk_box_append (GTK_BOX (box), make_row (_ ("Last day"), self->to));
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_box_append (GTK_BOX (box), make_buttons (self, known));
  gtk_widget_set_size_request (box, WIDTH, -1);
  g_object_set (box, "margin-start", MARGIN, "margin-end", MARGIN, "margin-top", MARGIN,
                "margin-bottom", MARGIN, NULL);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

static void
connect_form (BrinePausePopover *self)
{
  for (int reason = BRINE_PAUSE_ILL; reason <= BRINE_PAUSE_OTHER; reason++)
    g_signal_connect_swapped (self->reasons[reason], "toggled", G_CALLBACK (check), self);
  g_signal_connect_swapped (self->from, "notify::day", G_CALLBACK (on_from_changed_cb), self);
  g_signal_connect_swapped (self->to, "notify::day", G_CALLBACK (on_to_changed_cb), self);
  g_signal_connect_swapped (self->note, "activate", G_CALLBACK (on_accept_cb), self);
}

static void
brine_pause_popover_finalize (GObject *object)
{
  BrinePausePopover *self = BRINE_PAUSE_POPOVER (object);

  brine_pause_free (self->pause);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  G_OBJECT_CLASS (brine_pause_popover_parent_class)->finalize (object);
}

static void
brine_pause_popover_class_init (BrinePausePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_pause_popover_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
brine_pause_popover_init (BrinePausePopover *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "pause");
}

GtkWidget *
brine_pause_popover_new (const BrinePause *pause, GPtrArray *others, BrineDay today,
                         int first_weekday)
{
  g_return_val_if_fail (pause != NULL && others != NULL, NULL);

  BrinePausePopover *self = g_object_new (BRINE_TYPE_PAUSE_POPOVER, NULL);
  self->pause = brine_pause_copy (pause);
  self->others = g_ptr_array_ref (others);
  self->today = today;
  self->first_weekday = first_weekday;
  build (self);
  connect_form (self);
  check (self);
  return GTK_WIDGET (self);
}
