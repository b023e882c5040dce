/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminders-page.h"

#include "brine-choice-row.h"
#include "brine-delivering-words.h"
#include "brine-delivery-group.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-prompts-group.h"
#include "brine-quiet-group.h"
#include "brine-reminder-list-row.h"

#include <glib/gi18n.h>

static const int wind_down_choices[] = { 0, 15, 30, 45, 60, 90 };

struct _BrineRemindersPage
{
  AdwPreferencesPage parent_instance;

  BrineHistory *history;
  BrineClock *clock;
  gulong changed_id;
  gboolean showing;               /* rows change by program */
  BrineReminderSettings settings; /* as they are stored */

  GtkWidget *remind;
  GtkWidget *practices_row;
  GtkWidget *practices[BRINE_N_PRACTICES];
  GtkWidget *wind_down;
  GtkWidget *bundle;
  GtkWidget *private_text;
  GtkWidget *sound;
  GtkWidget *quiet;
  GtkWidget *prompts;
  GtkWidget *groups[4]; /* borrowed, in order */
  BrineServiceLink *link;
};

enum
{
  TOAST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineRemindersPage, brine_reminders_page, ADW_TYPE_PREFERENCES_PAGE)

/* From the diary to the rows ----------------------------------------------------------------- */

static guint
find_wind_down (int minutes)
{
  guint best = 0;

  /* What brinectl set and is not offered shows as the nearest below. */
  for (guint i = 0; i < G_N_ELEMENTS (wind_down_choices); i++)
    if (wind_down_choices[i] <= minutes)
      best = i;
  return best;
}

static void
show_switches (BrineRemindersPage *self)
{
  const BrineReminderSettings *settings = &self->settings;

  gtk_switch_set_active (GTK_SWITCH (self->remind), settings->on);
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    gtk_switch_set_active (GTK_SWITCH (self->practices[i]),
                           (settings->practices_off & (1u << i)) == 0);
  gtk_switch_set_active (GTK_SWITCH (self->bundle), settings->bundle);
  gtk_switch_set_active (GTK_SWITCH (self->private_text), settings->private_text);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->sound), settings->sound);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->wind_down),
                              find_wind_down (settings->wind_down_minutes));
}

/* With reminders off, what follows changes nothing; it stays as it was and cannot be reached. */
static void
show_sensitive (BrineRemindersPage *self)
{
  gtk_widget_set_sensitive (self->practices_row, self->settings.on);
  gtk_widget_set_sensitive (self->wind_down, self->settings.on);
  for (guint i = 1; i < G_N_ELEMENTS (self->groups); i++)
    gtk_widget_set_sensitive (self->groups[i], self->settings.on);
}

static void
show_settings (BrineRemindersPage *self)
{
  BrineStore *store = brine_history_get_store (self->history);
  g_autoptr (GHashTable) values = brine_store_dup_settings (store);

  self->showing = TRUE;
  brine_reminder_settings_parse (values, &self->settings);
  show_switches (self);
  show_sensitive (self);
  brine_quiet_group_show (BRINE_QUIET_GROUP (self->quiet), &self->settings,
                          brine_store_get_day_start_minutes (store));
  brine_prompts_group_show (BRINE_PROMPTS_GROUP (self->prompts), &self->settings);
  self->showing = FALSE;
}

static void
on_store_changed_cb (BrineStore *store, guint kinds, BrineRemindersPage *self)
{
  if ((kinds & (1u << BRINE_KIND_SETTING)) != 0)
    show_settings (self);
}

/* From the rows to the diary ----------------------------------------------------------------- */

static void
read_rows (BrineRemindersPage *self, BrineReminderSettings *settings)
{
  guint wind_down = adw_combo_row_get_selected (ADW_COMBO_ROW (self->wind_down));

  settings->on = gtk_switch_get_active (GTK_SWITCH (self->remind));
  settings->practices_off = 0;
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    if (!gtk_switch_get_active (GTK_SWITCH (self->practices[i])))
      settings->practices_off |= 1u << i;
  settings->bundle = gtk_switch_get_active (GTK_SWITCH (self->bundle));
  settings->private_text = gtk_switch_get_active (GTK_SWITCH (self->private_text));
  settings->sound = adw_combo_row_get_selected (ADW_COMBO_ROW (self->sound));
  if (wind_down != find_wind_down (settings->wind_down_minutes))
    settings->wind_down_minutes = wind_down_choices[wind_down];
  brine_quiet_group_read (BRINE_QUIET_GROUP (self->quiet), settings);
  brine_prompts_group_read (BRINE_PROMPTS_GROUP (self->prompts), settings);
}

static void
on_row_changed_cb (BrineRemindersPage *self)
{
  BrineReminderSettings wanted = self->settings;
  BrineChange *change;

  if (self->showing)
    return;
  read_rows (self, &wanted);
  change = brine_change_new ();
  brine_reminder_settings_put (&wanted, &self->settings, change);
  if (brine_change_is_empty (change))
    {
      brine_change_free (change);
      return;
    }
  self->settings = wanted;
  show_sensitive (self);
  brine_history_apply (self->history, NULL, change);
}

/* Making ------------------------------------------------------------------------------------- */

static void
watch (BrineRemindersPage *self, GtkWidget *control, const char *signal)
{
  g_signal_connect_object (control, signal, G_CALLBACK (on_row_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static GtkWidget *
make_switch_row (BrineRemindersPage *self, const char *title, const char *subtitle,
                 GtkWidget **out_switch)
{
  GtkWidget *row = brine_switch_row_new (title, subtitle, out_switch);

  watch (self, *out_switch, "notify::active");
  return row;
}

static GtkWidget *
make_combo_row (BrineRemindersPage *self, const char *title, const char *subtitle,
                const char *const *words)
{
  GtkWidget *row = brine_choice_row_new (title, subtitle, words);

  watch (self, row, "notify::selected");
  return row;
}

static void
make_practices (BrineRemindersPage *self)
{
  self->practices_row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->practices_row), _ ("Practices"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->practices_row),
                                 _ ("Which of them may remind me"));
  for (int i = 0; i < BRINE_N_PRACTICES; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self->practices_row),
                              make_switch_row (self, brine_practice_get_name (i), NULL,
                                               &self->practices[i]));
}

static void
make_wind_down (BrineRemindersPage *self)
{
  g_auto (GStrv) words = g_new0 (char *, G_N_ELEMENTS (wind_down_choices) + 1);

  words[0] = g_strdup (_ ("Off"));
  for (guint i = 1; i < G_N_ELEMENTS (wind_down_choices); i++)
    {
      g_autofree char *duration = brine_format_duration (wind_down_choices[i]);

      /* Translators: a duration, for example "45 min before" */
      words[i] = g_strdup_printf (_ ("%s before"), duration);
    }
  self->wind_down =
      make_combo_row (self, _ ("Wind Down Before Bed"), _ ("For each night that is planned"),
                      (const char *const *)words);
}

static GtkWidget *
make_what (BrineRemindersPage *self)
{
  GtkWidget *group = brine_group_new (_ ("Reminders"));

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_switch_row (self, _ ("Remind Me"),
                                              _ ("At the times that an entry of the plan says"),
                                              &self->remind));
  make_practices (self);
  make_wind_down (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->practices_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->wind_down);
  return group;
}

static GtkWidget *
make_how (BrineRemindersPage *self)
{
  const char *const sounds[] = { _ ("None"), _ ("Message"), _ ("Bell"), NULL };
  GtkWidget *group = brine_group_new (_ ("Notifications"));

  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      make_switch_row (self, _ ("One for Each Part of the Day"),
                       _ ("Morning, afternoon and evening, each as one message"), &self->bundle));
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      make_switch_row (self, _ ("Hide Details"),
                       _ ("Says “A reminder from Brine” and nothing of what it is"),
                       &self->private_text));
  self->sound = make_combo_row (self, _ ("Sound"), NULL, sounds);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->sound);
  return group;
}

static void
make_groups (BrineRemindersPage *self)
{
  self->quiet = brine_quiet_group_new (self->clock);
  self->prompts = brine_prompts_group_new (self->clock);
  watch (self, self->quiet, "changed");
  watch (self, self->prompts, "changed");
  self->groups[0] = make_what (self);
  self->groups[1] = self->quiet;
  self->groups[2] = make_how (self);
  self->groups[3] = self->prompts;
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (self->groups[i]));
}

static void
on_delivery_toast_cb (BrineRemindersPage *self, const char *text)
{
  g_signal_emit (self, signals[TOAST], 0, text, FALSE);
}

/* A sound that nobody plays is no choice. Until the service was heard it may be one. */
static void
on_heard_cb (BrineRemindersPage *self)
{
  BrineDelivering delivering = brine_service_link_get_delivering (self->link);
  gboolean silent =
      brine_delivering_is_yes (delivering) && !brine_service_link_can_play_sounds (self->link);

  gtk_widget_set_sensitive (self->sound, !silent);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->sound),
                               silent ? _ ("Brine was built without sounds") : "");
}

static void
add_delivery (BrineRemindersPage *self, BrineServiceLink *link)
{
  GtkWidget *group = brine_delivery_group_new (link);

  g_signal_connect_object (group, "toast", G_CALLBACK (on_delivery_toast_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

static void
add_lists (BrineRemindersPage *self, BrineServiceLink *link)
{
  GtkWidget *group = brine_group_new (_ ("What Comes and What Came"));

  for (int recent = FALSE; recent <= TRUE; recent++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               brine_reminder_list_row_new (link, self->clock, recent));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

static void
brine_reminders_page_dispose (GObject *object)
{
  BrineRemindersPage *self = BRINE_REMINDERS_PAGE (object);

  if (self->history != NULL)
    g_clear_signal_handler (&self->changed_id, brine_history_get_store (self->history));
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  g_clear_object (&self->history);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (brine_reminders_page_parent_class)->dispose (object);
}

static void
brine_reminders_page_class_init (BrineRemindersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_reminders_page_dispose;
  signals[TOAST] = g_signal_new ("toast", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
brine_reminders_page_init (BrineRemindersPage *self)
{
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Reminders"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "alarm-symbolic");
  adw_preferences_page_set_name (ADW_PREFERENCES_PAGE (self), "reminders");
}

GtkWidget *
brine_reminders_page_new (BrineHistory *history, BrineClock *clock, BrineServiceLink *link)
{
  BrineRemindersPage *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (link), NULL);

  self = g_object_new (BRINE_TYPE_REMINDERS_PAGE, NULL);
  g_set_object (&self->history, history);
  g_set_object (&self->clock, clock);
  self->showing = TRUE;
  add_delivery (self, link);
  make_groups (self);
  add_lists (self, link);
  self->link = g_object_ref (link);
  g_signal_connect_object (link, "heard", G_CALLBACK (on_heard_cb), self, G_CONNECT_SWAPPED);
  on_heard_cb (self);
  show_settings (self);
  self->changed_id = g_signal_connect (brine_history_get_store (history), "changed",
                                       G_CALLBACK (on_store_changed_cb), self);
  return GTK_WIDGET (self);
}
