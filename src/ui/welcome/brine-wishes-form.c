/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-wishes-form.h"

#include "brine-control-row.h"
#include "brine-diet-group.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-remind-group.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

typedef enum
{
  TIME_BED,
  TIME_WAKE,
  TIME_WALK,
  N_TIMES
} Time;

struct _BrineWishesForm
{
  AdwBin parent_instance;

  GtkWidget *practices[BRINE_N_PRACTICES]; /* GtkSwitch; NULL for own */
  GtkWidget *times[N_TIMES];               /* BrineTimeEntry */
  GtkWidget *diet;                         /* BrineDietGroup */
  GtkWidget *remind;                       /* BrineRemindGroup */
};

G_DEFINE_FINAL_TYPE (BrineWishesForm, brine_wishes_form, ADW_TYPE_BIN)

static const char *const practice_words[BRINE_N_PRACTICES] = {
  [BRINE_PRACTICE_MEAL] = N_ ("Three meals and a snack, about one live serving a day"),
  [BRINE_PRACTICE_SLEEP] = N_ ("Seven to nine hours, at regular times"),
  [BRINE_PRACTICE_MEDITATION] = N_ ("Ten minutes in the morning"),
  [BRINE_PRACTICE_BREATHWORK] = N_ ("Five slow minutes on three evenings"),
  [BRINE_PRACTICE_WALK] = N_ ("Twenty minutes a day"),
};

static GtkWidget *
make_practices (BrineWishesForm *self)
{
  GtkWidget *group = brine_group_new (_ ("What matters to you"));

  for (int i = 0; i < BRINE_PRACTICE_OWN; i++)
    {
      GtkWidget *row = brine_switch_row_new (brine_practice_get_plural (i), _ (practice_words[i]),
                                             &self->practices[i]);

      gtk_switch_set_active (GTK_SWITCH (self->practices[i]), TRUE);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), brine_practice_icon_new (i));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  return group;
}

static GtkWidget *
make_times (BrineWishesForm *self)
{
  const char *const titles[N_TIMES] = { _ ("To bed"), _ ("Up"), _ ("Walk") };
  const BrineFirstWeekWishes usual = BRINE_FIRST_WEEK_WISHES_DEFAULT;
  const int minutes[N_TIMES] = { usual.bed_minute, usual.wake_minute, usual.walk_minute };
  GtkWidget *group = brine_group_new (_ ("Your day"));

  for (int i = 0; i < N_TIMES; i++)
    {
      self->times[i] = brine_time_entry_new (titles[i]);
      brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->times[i]), minutes[i]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 brine_control_row_new (titles[i], NULL, self->times[i]));
    }

  return group;
}

static int
get_minute (BrineWishesForm *self, Time time)
{
  return brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->times[time]));
}

static void
show_night (BrineWishesForm *self)
{
  brine_remind_group_set_night (BRINE_REMIND_GROUP (self->remind), get_minute (self, TIME_BED),
                                get_minute (self, TIME_WAKE));
}

static void
brine_wishes_form_class_init (BrineWishesFormClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "wishesform");
}

static void
brine_wishes_form_init (BrineWishesForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_box_append (GTK_BOX (box), make_practices (self));
  gtk_box_append (GTK_BOX (box), make_times (self));
  self->diet = brine_diet_group_new ();
  gtk_box_append (GTK_BOX (box), self->diet);
  self->remind = brine_remind_group_new ();
  gtk_box_append (GTK_BOX (box), self->remind);
  for (int i = 0; i < N_TIMES; i++)
    g_signal_connect_object (self->times[i], "notify::minute", G_CALLBACK (show_night), self,
                             G_CONNECT_SWAPPED);
  show_night (self);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
brine_wishes_form_new (void)
{
  return g_object_new (BRINE_TYPE_WISHES_FORM, NULL);
}

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_switch_get_active (GTK_SWITCH (toggle));
}

BrineFirstWeekWishes
brine_wishes_form_get_wishes (BrineWishesForm *self)
{
  BrineFirstWeekWishes wishes = { 0 };

  g_return_val_if_fail (BRINE_IS_WISHES_FORM (self), wishes);

  wishes.bed_minute = get_minute (self, TIME_BED);
  wishes.wake_minute = get_minute (self, TIME_WAKE);
  wishes.walk_minute = get_minute (self, TIME_WALK);
  wishes.meals = is_on (self->practices[BRINE_PRACTICE_MEAL]);
  wishes.sleep = is_on (self->practices[BRINE_PRACTICE_SLEEP]);
  wishes.meditation = is_on (self->practices[BRINE_PRACTICE_MEDITATION]);
  wishes.breathwork = is_on (self->practices[BRINE_PRACTICE_BREATHWORK]);
  wishes.walk = is_on (self->practices[BRINE_PRACTICE_WALK]);
  wishes.diet = brine_diet_group_get_diet (BRINE_DIET_GROUP (self->diet));

  return wishes;
}

BrineRemindGroup *
brine_wishes_form_get_remind (BrineWishesForm *self)
{
  g_return_val_if_fail (BRINE_IS_WISHES_FORM (self), NULL);

  return BRINE_REMIND_GROUP (self->remind);
}
