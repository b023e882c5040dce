/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-button.h"

#include "brine-format.h"
#include "brine-month-picker.h"
#include "brine-parts.h"

#include <glib/gi18n.h>

struct _BrineDayButton
{
  AdwBin parent_instance;

  BrineDay day;
  BrineDay today;
  int first_weekday;
  char *label;
  GtkWidget *button;
  GtkWidget *picker; /* NULL until it is opened; of the button's popover */
};

G_DEFINE_FINAL_TYPE (BrineDayButton, brine_day_button, ADW_TYPE_BIN)

enum
{
  PROP_DAY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_this_year (BrineDayButton *self)
{
  int year, year_now, month, day_of_month;

  brine_day_get_ymd (self->day, &year, &month, &day_of_month);
  brine_day_get_ymd (self->today, &year_now, &month, &day_of_month);
  return year == year_now;
}

/* The long date has no room in a row of large text; a screen reader says it all the same. */
static char *
make_label (BrineDayButton *self)
{
  if (!brine_text_is_large (self->button) || ABS (self->day - self->today) <= 1)
    return brine_format_day_relative (self->day, self->today);
  if (brine_text_is_very_large (self->button) && is_this_year (self))
    return brine_format_day_short (self->day);
  return brine_format_day_medium (self->day, self->today);
}

static void
show_day (BrineDayButton *self)
{
  g_autofree char *label = make_label (self);
  g_autofree char *date = brine_format_day_relative (self->day, self->today);
  /* Translators: a field and its value, to a screen reader: "Day, Thursday 19 November". */
  g_autofree char *words = g_strdup_printf (_ ("%s, %s"), self->label, date);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
}

static void
on_chosen_cb (BrineDayButton *self)
{
  brine_day_button_set_day (self, brine_month_picker_get_day (BRINE_MONTH_PICKER (self->picker)));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* Each time it opens; its parts are made the first time. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  BrineDayButton *self = BRINE_DAY_BUTTON (user_data);

  if (self->picker == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->picker = brine_month_picker_new ();
      g_signal_connect_object (self->picker, "chosen", G_CALLBACK (on_chosen_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (popover, "show", G_CALLBACK (gtk_widget_grab_focus), self->picker,
                               G_CONNECT_SWAPPED);
      gtk_popover_set_child (GTK_POPOVER (popover),
                             brine_month_picker_make_scroller (self->picker));
      gtk_menu_button_set_popover (button, popover);
    }
  brine_month_picker_begin (BRINE_MONTH_PICKER (self->picker), self->day, self->today,
                            self->first_weekday);
}

static void
brine_day_button_finalize (GObject *object)
{
  g_free (BRINE_DAY_BUTTON (object)->label);
  G_OBJECT_CLASS (brine_day_button_parent_class)->finalize (object);
}

static void
brine_day_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      g_value_set_int (value, BRINE_DAY_BUTTON (object)->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_day_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DAY:
      brine_day_button_set_day (BRINE_DAY_BUTTON (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_day_button_class_init (BrineDayButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = brine_day_button_finalize;
  object_class->get_property = brine_day_button_get_property;
  object_class->set_property = brine_day_button_set_property;
  properties[PROP_DAY] =
      g_param_spec_int ("day", NULL, NULL, BRINE_DAY_MIN, BRINE_DAY_MAX, 0,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_day_button_init (BrineDayButton *self)
{
  self->label = g_strdup (_ ("Day"));
  self->first_weekday = 1;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self,
                                         NULL);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "choice");
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->button);
  show_day (self);
}

GtkWidget *
brine_day_button_new (const char *label, BrineDay day, BrineDay today, int first_weekday)
{
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  BrineDayButton *self = g_object_new (BRINE_TYPE_DAY_BUTTON, NULL);

  g_free (self->label);
  self->label = g_strdup (label);
  self->day = day;
  self->today = today;
  self->first_weekday = first_weekday;
  show_day (self);
  return GTK_WIDGET (self);
}

void
brine_day_button_set_day (BrineDayButton *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_DAY_BUTTON (self));
  g_return_if_fail (brine_day_is_valid (day));

  if (day == self->day)
    return;
  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

BrineDay
brine_day_button_get_day (BrineDayButton *self)
{
  g_return_val_if_fail (BRINE_IS_DAY_BUTTON (self), 0);

  return self->day;
}
