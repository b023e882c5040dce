/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-prompts-group.h"

#include "brine-choice-row.h"
#include "brine-control-row.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

/* More than this many times a day to set by hand is no choice but a list. */
#define MAX_TIMES 4
#define MAX_RANDOM 6
#define DEFAULT_RANDOM 2
#define DEFAULT_FROM_MINUTE (9 * 60)
#define DEFAULT_TO_MINUTE (21 * 60)
#define DEFAULT_LOOK_BACK_MINUTE (18 * 60)

static const int default_minutes[MAX_TIMES] = { 21 * 60, 9 * 60, 13 * 60, 17 * 60 };

struct _BrinePromptsGroup
{
  AdwPreferencesGroup parent_instance;

  BrineClock *clock;
  gboolean showing;           /* rows change by program */
  BrineLocal look_back_first; /* as it is stored: a new time of day keeps its day */
  gboolean has_first;

  GtkWidget *kind; /* BrineCheckinPrompts */
  GtkWidget *count_row;
  GtkWidget *count;
  GtkWidget *time_rows[MAX_TIMES];
  GtkWidget *times[MAX_TIMES];
  GtkWidget *from_row;
  GtkWidget *from;
  GtkWidget *to_row;
  GtkWidget *to;
  GtkWidget *look_back;
  GtkWidget *look_back_row;
  GtkWidget *look_back_time;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrinePromptsGroup, brine_prompts_group, ADW_TYPE_PREFERENCES_GROUP)

static BrineCheckinPrompts
get_kind (BrinePromptsGroup *self)
{
  return (BrineCheckinPrompts)adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));
}

static int
get_count (BrinePromptsGroup *self)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
}

static void
show_rows (BrinePromptsGroup *self)
{
  BrineCheckinPrompts kind = get_kind (self);

  gtk_widget_set_visible (self->count_row, kind != BRINE_CHECKIN_PROMPTS_OFF);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->count), 1,
                             kind == BRINE_CHECKIN_PROMPTS_AT ? MAX_TIMES : MAX_RANDOM);
  for (int i = 0; i < MAX_TIMES; i++)
    gtk_widget_set_visible (self->time_rows[i],
                            kind == BRINE_CHECKIN_PROMPTS_AT && i < get_count (self));
  gtk_widget_set_visible (self->from_row, kind == BRINE_CHECKIN_PROMPTS_RANDOM);
  gtk_widget_set_visible (self->to_row, kind == BRINE_CHECKIN_PROMPTS_RANDOM);
  gtk_widget_set_visible (self->look_back_row,
                          gtk_switch_get_active (GTK_SWITCH (self->look_back)));
}

static void
on_changed_cb (BrinePromptsGroup *self)
{
  if (self->showing)
    return;
  self->showing = TRUE; /* the range of the count may change it */
  show_rows (self);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Making --------------------------------------------------------------------------------- */

static GtkWidget *
add_row (BrinePromptsGroup *self, const char *title, const char *subtitle, GtkWidget *control)
{
  GtkWidget *row = brine_control_row_new (title, subtitle, control);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static void
watch (BrinePromptsGroup *self, GtkWidget *control, const char *signal)
{
  g_signal_connect_object (control, signal, G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
add_time (BrinePromptsGroup *self, const char *title, const char *name, GtkWidget **out_row)
{
  GtkWidget *entry = brine_time_entry_new (name);

  *out_row = add_row (self, title, NULL, entry);
  watch (self, entry, "notify::minute");
  return entry;
}

static void
make_kind (BrinePromptsGroup *self)
{
  const char *const kinds[] = { _ ("Never"), _ ("At Set Times"), _ ("At Random Times"), NULL };

  self->kind =
      brine_choice_row_new (_ ("Ask How I Am"),
                            _ ("Random times catch ordinary moments, not only good habits"), kinds);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->kind);
  watch (self, self->kind, "notify::selected");
}

static void
make_times (BrinePromptsGroup *self)
{
  self->count = brine_spin_button_new (1, MAX_RANDOM, 1);
  self->count_row = add_row (self, _ ("Times a Day"), NULL, self->count);
  watch (self, self->count, "value-changed");
  for (int i = 0; i < MAX_TIMES; i++)
    {
      /* Translators: one of several times of day at which Brine asks; %d counts them */
      g_autofree char *title = g_strdup_printf (_ ("Time %d"), i + 1);
      /* Translators: accessible name; one of several times of day; %d counts them */
      g_autofree char *name = g_strdup_printf (_ ("Ask at, time %d"), i + 1);

      self->times[i] = add_time (self, title, name, &self->time_rows[i]);
    }
  /* Translators: random times of day begin at */
  self->from = add_time (self, _ ("Not Before"), _ ("Ask not before"), &self->from_row);
  /* Translators: random times of day end at */
  self->to = add_time (self, _ ("Not After"), _ ("Ask not after"), &self->to_row);
}

static void
make_look_back (BrinePromptsGroup *self)
{
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (self),
      brine_switch_row_new (_ ("Look Back Every Two Weeks"),
                            _ ("A minute to see how the last two weeks went"), &self->look_back));
  watch (self, self->look_back, "notify::active");
  self->look_back_time =
      /* Translators: the time of day of something that comes every two weeks */
      add_time (self, _ ("At"), _ ("Look back at"), &self->look_back_row);
}

/* A group of preferences outlives its window: libadwaita 1.2 never lets go of it. So it lets go of
 * the rest when it leaves the window. */
static void
let_go (BrinePromptsGroup *self)
{
  g_clear_object (&self->clock);
}

static void
brine_prompts_group_unroot (GtkWidget *widget)
{
  let_go (BRINE_PROMPTS_GROUP (widget));

  GTK_WIDGET_CLASS (brine_prompts_group_parent_class)->unroot (widget);
}

static void
brine_prompts_group_dispose (GObject *object)
{
  let_go (BRINE_PROMPTS_GROUP (object));

  G_OBJECT_CLASS (brine_prompts_group_parent_class)->dispose (object);
}

static void
brine_prompts_group_class_init (BrinePromptsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_prompts_group_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = brine_prompts_group_unroot;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_prompts_group_init (BrinePromptsGroup *self)
{
  self->showing = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Questions"));
  make_kind (self);
  make_times (self);
  make_look_back (self);
  self->showing = FALSE;
}

GtkWidget *
brine_prompts_group_new (BrineClock *clock)
{
  BrinePromptsGroup *self;

  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_PROMPTS_GROUP, NULL);
  g_set_object (&self->clock, clock);
  return GTK_WIDGET (self);
}

/* Showing and reading --------------------------------------------------------------------- */

static void
show_checkins (BrinePromptsGroup *self, const BrineReminderSettings *settings)
{
  BrineCheckinPrompts kind = settings->checkin_prompts;
  gboolean at = kind == BRINE_CHECKIN_PROMPTS_AT;
  gboolean random = kind == BRINE_CHECKIN_PROMPTS_RANDOM;

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), kind);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->count), 1, MAX_RANDOM);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), kind == BRINE_CHECKIN_PROMPTS_OFF
                                                                ? DEFAULT_RANDOM
                                                                : settings->n_checkins);
  for (int i = 0; i < MAX_TIMES; i++)
    brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->times[i]),
                                 at && i < settings->n_checkins ? settings->checkin_minutes[i]
                                                                : default_minutes[i]);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->from),
                               random ? settings->checkin_from_minute : DEFAULT_FROM_MINUTE);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->to),
                               random ? settings->checkin_to_minute : DEFAULT_TO_MINUTE);
}

void
brine_prompts_group_show (BrinePromptsGroup *self, const BrineReminderSettings *settings)
{
  g_return_if_fail (BRINE_IS_PROMPTS_GROUP (self));
  g_return_if_fail (settings != NULL);

  self->showing = TRUE;
  show_checkins (self, settings);
  self->has_first = settings->look_back;
  self->look_back_first = settings->look_back_first;
  gtk_switch_set_active (GTK_SWITCH (self->look_back), settings->look_back);
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (self->look_back_time),
                               settings->look_back
                                   ? brine_local_get_minute_of_day (settings->look_back_first)
                                   : DEFAULT_LOOK_BACK_MINUTE);
  show_rows (self);
  self->showing = FALSE;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* In order, each once: two rows of the same time are one question. */
static void
read_times (BrinePromptsGroup *self, BrineReminderSettings *settings)
{
  int minutes[MAX_TIMES];
  int n = 0;

  for (int i = 0; i < get_count (self) && i < MAX_TIMES; i++)
    minutes[i] = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->times[i]));
  qsort (minutes, MIN (get_count (self), MAX_TIMES), sizeof (int), compare_minutes);
  for (int i = 0; i < get_count (self) && i < MAX_TIMES; i++)
    if (n == 0 || settings->checkin_minutes[n - 1] != minutes[i])
      settings->checkin_minutes[n++] = minutes[i];
  settings->n_checkins = n;
}

/* More than there are rows for was set elsewhere; it stays until somebody changes what is shown. */
static gboolean
is_more_than_shown (BrinePromptsGroup *self, const BrineReminderSettings *stored)
{
  BrineCheckinPrompts kind = get_kind (self);
  int max = kind == BRINE_CHECKIN_PROMPTS_AT ? MAX_TIMES : MAX_RANDOM;

  if (stored->checkin_prompts != kind || stored->n_checkins <= max || get_count (self) != max)
    return FALSE;
  for (int i = 0; kind == BRINE_CHECKIN_PROMPTS_AT && i < MAX_TIMES; i++)
    if (brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->times[i]))
        != stored->checkin_minutes[i])
      return FALSE;
  return TRUE;
}

/* Of a window that ends before it begins, or has no room for so many, the beginning counts. */
static void
read_window (BrinePromptsGroup *self, BrineReminderSettings *settings)
{
  int room = settings->n_checkins * BRINE_CHECKIN_PROMPTS_ROOM_MINUTES;
  int last = BRINE_MINUTES_PER_DAY - 1;
  int from = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->from));
  int to = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->to));

  settings->checkin_to_minute = CLAMP (to, MIN (from + room, last), last);
  settings->checkin_from_minute = MIN (from, settings->checkin_to_minute - room);
}

static void
read_checkins (BrinePromptsGroup *self, BrineReminderSettings *settings)
{
  if (!is_more_than_shown (self, settings))
    {
      settings->n_checkins = get_count (self);
      if (get_kind (self) == BRINE_CHECKIN_PROMPTS_AT)
        read_times (self, settings);
    }
  settings->checkin_prompts = get_kind (self);
  if (settings->checkin_prompts == BRINE_CHECKIN_PROMPTS_RANDOM)
    read_window (self, settings);
}

void
brine_prompts_group_read (BrinePromptsGroup *self, BrineReminderSettings *settings)
{
  int minute;

  g_return_if_fail (BRINE_IS_PROMPTS_GROUP (self));
  g_return_if_fail (settings != NULL);

  read_checkins (self, settings);
  settings->look_back = gtk_switch_get_active (GTK_SWITCH (self->look_back));
  minute = brine_time_entry_get_minute (BRINE_TIME_ENTRY (self->look_back_time));
  settings->look_back_first =
      brine_local (self->has_first ? self->look_back_first.day
                                   : brine_clock_get_local (self->clock).day,
                   minute / 60, minute % 60);
}
