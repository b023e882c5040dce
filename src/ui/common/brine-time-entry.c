/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-time-entry.h"

#include "brine-format.h"
#include "brine-parts.h"

#include <math.h>

#define STEP_MINUTES 5

/**
 * BrineTimeEntry:
 *
 * One spin button that shows its minutes as a time in the user's clock: arrows step by five
 * minutes, Page Up and Down by an hour, past midnight and on; or one types the time in any of the
 * usual ways.
 */
struct _BrineTimeEntry
{
  AdwBin parent_instance;

  GtkWidget *spin;
};

G_DEFINE_FINAL_TYPE (BrineTimeEntry, brine_time_entry, ADW_TYPE_BIN)

enum
{
  PROP_MINUTE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
skip_digits (const char *text, int *out_value, int *out_digits)
{
  *out_value = 0;
  *out_digits = 0;
  while (g_ascii_isdigit (*text) && *out_digits < 4)
    {
      *out_value = *out_value * 10 + (*text - '0');
      (*out_digits)++;
      text++;
    }
  return text;
}

static const char *
skip_spaces (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

/* Takes 12 AM to 0 and 7 PM to 19; FALSE for an hour that no clock shows. */
static gboolean
apply_half_of_day (const char *text, int *hour)
{
  gboolean morning = g_ascii_tolower (text[0]) == 'a';

  if (text[0] == '\0')
    return *hour <= 23;
  if (!morning && g_ascii_tolower (text[0]) != 'p')
    return FALSE;
  if (*hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (morning ? 0 : 12);
  return TRUE;
}

gboolean
brine_time_entry_parse (const char *text, int *out_minute)
{
  int hour, minute = 0, digits;

  g_return_val_if_fail (text != NULL && out_minute != NULL, FALSE);

  text = skip_digits (skip_spaces (text), &hour, &digits);
  if (digits == 0)
    return FALSE;
  if (digits > 2)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (*text == ':' || *text == '.' || *text == 'h')
    {
      text = skip_digits (text + 1, &minute, &digits);
      if (digits > 2)
        return FALSE;
    }
  if (minute > 59 || !apply_half_of_day (skip_spaces (text), &hour))
    return FALSE;
  *out_minute = hour * 60 + minute;
  return TRUE;
}

static gboolean
on_output_cb (BrineTimeEntry *self, GtkSpinButton *spin)
{
  int minute = (int)lround (gtk_spin_button_get_value (spin));
  g_autofree char *text = brine_format_time (brine_local (0, minute / 60, minute % 60));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
on_input_cb (BrineTimeEntry *self, double *out_value, GtkSpinButton *spin)
{
  int minute;

  if (!brine_time_entry_parse (gtk_editable_get_text (GTK_EDITABLE (spin)), &minute))
    return GTK_INPUT_ERROR;
  *out_value = minute;
  return TRUE;
}

static void
on_value_changed_cb (BrineTimeEntry *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MINUTE]);
}

static void
brine_time_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTE:
      g_value_set_int (value, brine_time_entry_get_minute (BRINE_TIME_ENTRY (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_time_entry_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MINUTE:
      brine_time_entry_set_minute (BRINE_TIME_ENTRY (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Else it would take the focus that leaves it backwards, and give it to the button again. */
static gboolean
brine_time_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (BRINE_TIME_ENTRY (widget)->spin, direction);
}

static gboolean
brine_time_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRINE_TIME_ENTRY (widget)->spin);
}

static void
brine_time_entry_class_init (BrineTimeEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = brine_time_entry_get_property;
  object_class->set_property = brine_time_entry_set_property;
  GTK_WIDGET_CLASS (klass)->focus = brine_time_entry_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = brine_time_entry_grab_focus;
  properties[PROP_MINUTE] =
      g_param_spec_int ("minute", NULL, NULL, 0, BRINE_MINUTES_PER_DAY - 1, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_time_entry_init (BrineTimeEntry *self)
{
  GtkAdjustment *adjustment =
      gtk_adjustment_new (0, 0, BRINE_MINUTES_PER_DAY - 1, STEP_MINUTES, 60, 0);

  self->spin = gtk_spin_button_new (adjustment, STEP_MINUTES, 0);
  brine_let_wheel_pass (self->spin);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (self->spin), TRUE);
  gtk_spin_button_set_update_policy (GTK_SPIN_BUTTON (self->spin), GTK_UPDATE_IF_VALID);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 7);
  gtk_widget_add_css_class (self->spin, "numeric");
  gtk_widget_set_valign (self->spin, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->spin, "output", G_CALLBACK (on_output_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "input", G_CALLBACK (on_input_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->spin, "value-changed", G_CALLBACK (on_value_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_output_cb (self, GTK_SPIN_BUTTON (self->spin));
  adw_bin_set_child (ADW_BIN (self), self->spin);
}

GtkWidget *
brine_time_entry_new (const char *label)
{
  BrineTimeEntry *self = g_object_new (BRINE_TYPE_TIME_ENTRY, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

void
brine_time_entry_set_minute (BrineTimeEntry *self, int minute)
{
  g_return_if_fail (BRINE_IS_TIME_ENTRY (self));
  g_return_if_fail (minute >= 0 && minute < BRINE_MINUTES_PER_DAY);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spin), minute);
}

int
brine_time_entry_get_minute (BrineTimeEntry *self)
{
  g_return_val_if_fail (BRINE_IS_TIME_ENTRY (self), 0);

  return (int)lround (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->spin)));
}
