/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-weekday-picker.h"

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"

struct _BrineWeekdayPicker
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *buttons[7]; /* 0 Monday */
  gboolean setting;      /* the buttons change by program */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineWeekdayPicker, brine_weekday_picker, ADW_TYPE_BIN)

static void
on_toggled_cb (BrineWeekdayPicker *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_button (BrineWeekdayPicker *self, int weekday)
{
  const char *name = brine_format_weekday (weekday + 1);
  GtkWidget *button = gtk_toggle_button_new_with_label (brine_format_weekday_letter (weekday + 1));

  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "weekday");
  brine_set_tooltip (button, name);
  brine_set_spoken_name (button, name);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
brine_weekday_picker_class_init (BrineWeekdayPickerClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_weekday_picker_init (BrineWeekdayPicker *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  for (int i = 0; i < 7; i++)
    {
      self->buttons[i] = make_button (self, i);
      gtk_box_append (GTK_BOX (self->box), self->buttons[i]);
    }
  adw_bin_set_child (ADW_BIN (self), self->box);
}

GtkWidget *
brine_weekday_picker_new (int first_weekday)
{
  BrineWeekdayPicker *self = g_object_new (BRINE_TYPE_WEEKDAY_PICKER, NULL);

  brine_weekday_picker_set_first_weekday (self, first_weekday);
  return GTK_WIDGET (self);
}

void
brine_weekday_picker_set_first_weekday (BrineWeekdayPicker *self, int first_weekday)
{
  g_return_if_fail (BRINE_IS_WEEKDAY_PICKER (self));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  for (int i = 0; i < 7; i++)
    {
      GtkWidget *before = i > 0 ? self->buttons[(first_weekday + i - 2) % 7] : NULL;

      gtk_box_reorder_child_after (GTK_BOX (self->box), self->buttons[(first_weekday + i - 1) % 7],
                                   before);
    }
}

void
brine_weekday_picker_set_weekdays (BrineWeekdayPicker *self, unsigned weekdays)
{
  g_return_if_fail (BRINE_IS_WEEKDAY_PICKER (self));

  self->setting = TRUE;
  for (int i = 0; i < 7; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), (weekdays >> i & 1) != 0);
  self->setting = FALSE;
}

unsigned
brine_weekday_picker_get_weekdays (BrineWeekdayPicker *self)
{
  unsigned weekdays = 0;

  g_return_val_if_fail (BRINE_IS_WEEKDAY_PICKER (self), 0);

  for (int i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->buttons[i])))
      weekdays |= 1u << i;
  return weekdays;
}
