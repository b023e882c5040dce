/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-go-to.h"

#include <glib/gi18n.h>

#include "brine-date-parse.h"
#include "brine-format.h"
#include "brine-month-picker.h"

/*
 * CSS: popover.go-to with entry, label.preview and monthpicker. What is typed is read at once: the
 * line below says which day it is, or in one sentence what is not understood; it is the entry's
 * description too.
 */
struct _BrineGoTo
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *preview;
  GtkWidget *picker;
  BrineDay today;
  BrineDay typed; /* BRINE_DAY_INVALID: nothing that can be opened */
};

enum
{
  GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineGoTo, brine_go_to, GTK_TYPE_POPOVER)

/* Less than a month is wide, which so gives the width of both. */
#define WIDTH_CHARS 20
#define DAYS_TOLD 14
#define WEEKS_TOLD 53

/* (nullable): how far away @day is, while that is easy to grasp. */
static char *
make_distance (BrineDay day, BrineDay today)
{
  int days = ABS (day - today);
  int weeks = days / 7;

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days < DAYS_TOLD)
    return day > today ? g_strdup_printf (ngettext ("in %d day", "in %d days", days), days)
                       : g_strdup_printf (ngettext ("%d day ago", "%d days ago", days), days);
  if (weeks < WEEKS_TOLD)
    return day > today ? g_strdup_printf (ngettext ("in %d week", "in %d weeks", weeks), weeks)
                       : g_strdup_printf (ngettext ("%d week ago", "%d weeks ago", weeks), weeks);
  return NULL;
}

static char *
make_preview (BrineDay day, BrineDay today)
{
  g_autofree char *date = brine_format_day_long (day, today);
  g_autofree char *distance = make_distance (day, today);

  if (distance == NULL)
    return g_strdup_printf (_ ("Opens %s"), date);
  /* Translators: "Opens Monday 23 November, in 4 days" */
  return g_strdup_printf (_ ("Opens %s, %s"), date, distance);
}

static void
set_preview (BrineGoTo *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->preview), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
on_changed_cb (BrineGoTo *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  self->typed = BRINE_DAY_INVALID;
  if (typed[0] == '\0')
    said = g_strdup (_ ("Such as “24 December”, “next Monday” or “in 3 weeks”."));
  else if (!brine_date_parse (typed, self->today, brine_date_words_get (), &self->typed, &error))
    said = g_strdup (error->message);
  else
    said = make_preview (self->typed, self->today);
  set_preview (self, said);
  if (self->typed != BRINE_DAY_INVALID)
    brine_month_picker_set_day (BRINE_MONTH_PICKER (self->picker), self->typed);
}

static void
go (BrineGoTo *self, BrineDay day)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[GO], 0, (int)day);
}

static void
on_activate_cb (BrineGoTo *self)
{
  if (self->typed != BRINE_DAY_INVALID)
    go (self, self->typed);
  else
    gtk_widget_error_bell (self->entry);
}

static void
on_chosen_cb (BrineGoTo *self)
{
  go (self, brine_month_picker_get_day (BRINE_MONTH_PICKER (self->picker)));
}

static void
brine_go_to_class_init (BrineGoToClass *klass)
{
  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
brine_go_to_init (BrineGoTo *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->typed = BRINE_DAY_INVALID;
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Go to date"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to date"), -1);
  self->preview = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->preview), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->preview), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->preview), WIDTH_CHARS);
  gtk_widget_add_css_class (self->preview, "preview");
  gtk_widget_add_css_class (self->preview, "secondary");
  self->picker = brine_month_picker_new ();
  brine_month_picker_set_show_weeks (BRINE_MONTH_PICKER (self->picker), TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), self->picker);
  gtk_popover_set_child (GTK_POPOVER (self), brine_month_picker_make_scroller (box));
  gtk_widget_add_css_class (GTK_WIDGET (self), "go-to");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
  g_signal_connect_swapped (self->picker, "chosen", G_CALLBACK (on_chosen_cb), self);
}

GtkWidget *
brine_go_to_new (void)
{
  return g_object_new (BRINE_TYPE_GO_TO, NULL);
}

void
brine_go_to_begin (BrineGoTo *self, BrineDay date, BrineDay today, int first_weekday)
{
  g_return_if_fail (BRINE_IS_GO_TO (self));
  g_return_if_fail (brine_day_is_valid (date));
  g_return_if_fail (brine_day_is_valid (today));

  self->today = today;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  on_changed_cb (self);
  brine_month_picker_begin (BRINE_MONTH_PICKER (self->picker), date, today, first_weekday);
  gtk_widget_grab_focus (self->entry);
}
