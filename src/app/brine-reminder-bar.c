/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminder-bar.h"

#include "brine-due.h"
#include "brine-fold-layout.h"
#include "brine-menu-button.h"
#include "brine-store-diary.h"

#include <glib/gi18n.h>

/* What is planned further ahead may be changed before it is due. */
#define LOOK_AHEAD_DAYS 7
/* What is later than this is not delivered any more. */
#define LATE_SECONDS (12 * 60 * 60)
/* What decides over it. */
#define KINDS                                                                                      \
  (1u << BRINE_KIND_ITEM | 1u << BRINE_KIND_SETTING | 1u << BRINE_KIND_LOG | 1u << BRINE_KIND_PAUSE)
#define HIDDEN_KEY "reminder-bar-hidden"

struct _BrineReminderBar
{
  AdwBin parent_instance;

  GSettings *settings;    /* nullable */
  BrineServiceLink *link; /* NULL: nothing to tell, so are the next two */
  BrineStore *store;
  BrineClock *clock;
  gulong heard_id;
  gulong changed_id;
  GCancellable *looking; /* for what has a reminder; nullable */
  gboolean has_reminders;
  gboolean on_today;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *login;
  GtkWidget *details;
  GtkWidget *hide;
};

G_DEFINE_FINAL_TYPE (BrineReminderBar, brine_reminder_bar, ADW_TYPE_BIN)

static BrineDelivering
get_delivering (BrineReminderBar *self)
{
  return self->link != NULL ? brine_service_link_get_delivering (self->link)
                            : BRINE_DELIVERING_UNKNOWN;
}

static guint
get_n_unwritten (BrineReminderBar *self)
{
  return self->link != NULL ? brine_service_link_get_n_unwritten (self->link) : 0;
}

/* Whether there is something to say of what is planned. */
static gboolean
is_told (BrineReminderBar *self)
{
  BrineDelivering delivering = get_delivering (self);

  if (delivering == BRINE_DELIVERING_UNKNOWN || delivering == BRINE_DELIVERING_WORKS)
    return FALSE;
  return delivering != BRINE_DELIVERING_THIS_SESSION || self->settings == NULL
         || !g_settings_get_boolean (self->settings, HIDDEN_KEY);
}

static char *
dup_words (BrineReminderBar *self)
{
  BrineDelivering delivering = get_delivering (self);
  guint n = get_n_unwritten (self);

  /* It was said to be done, so it comes first. */
  if (n > 0)
    return g_strdup_printf (
        /* Translators: what was pressed in notifications waits to be written to the diary */
        g_dngettext (GETTEXT_PACKAGE, "%u answer to a reminder is not written yet.",
                     "%u answers to reminders are not written yet.", n),
        n);
  if (delivering == BRINE_DELIVERING_THIS_SESSION)
    return g_strdup (_ ("Reminders stop when you log out."));
  if (delivering == BRINE_DELIVERING_READ_ONLY)
    return g_strdup (_ ("Your diary can only be read: answers to reminders are not kept."));
  return g_strdup (_ ("Reminders do not arrive now."));
}

static void
show (BrineReminderBar *self)
{
  gboolean unwritten = get_n_unwritten (self) > 0;
  gboolean session = !unwritten && get_delivering (self) == BRINE_DELIVERING_THIS_SESSION;
  gboolean login = session && brine_service_link_can_start_at_login (self->link);
  gboolean told = unwritten || (self->has_reminders && is_told (self));
  g_autofree char *words = told ? dup_words (self) : NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), self->on_today && told);
  if (!told)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), words);
  gtk_widget_set_visible (self->login, login);
  gtk_widget_set_visible (self->hide, session);
  /* Says, among other things, why it cannot start at login. */
  gtk_widget_set_visible (self->details, !login);
}

/* Whether anything of the next days would remind ----------------------------------------------- */

/* What is due and was not delivered counts as well, unless it is about a later login. */
static gboolean
has_coming (const BrineReminderFacts *facts, BrineDelivering delivering, BrineClock *clock)
{
  BrineInstant after = brine_clock_get_now (clock);
  g_autoptr (GPtrArray) coming = NULL;

  if (delivering != BRINE_DELIVERING_THIS_SESSION)
    {
      after = brine_instant_add_seconds (after, -LATE_SECONDS);
      for (guint i = 0; i < facts->deliveries->len; i++)
        if (((const BrineDelivery *)facts->deliveries->pdata[i])->state == BRINE_DELIVERY_CLAIMED)
          return TRUE;
    }
  coming = brine_dues_list_coming (facts, after, 1, brine_clock_get_zone (clock));
  return coming->len > 0;
}

static void
on_facts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderBar) self = BRINE_REMINDER_BAR (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineReminderFacts) facts =
      brine_reminder_facts_load_finish (BRINE_STORE (source), result, &error);

  if (facts == NULL || self->store == NULL)
    return;
  self->has_reminders = has_coming (facts, get_delivering (self), self->clock);
  show (self);
}

/* Only when there is something to say: as long as all is well it costs nothing. */
static void
look (BrineReminderBar *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->store == NULL || !is_told (self))
    {
      show (self);
      return;
    }
  self->looking = g_cancellable_new ();
  brine_reminder_facts_load_async (self->store, brine_clock_get_now (self->clock),
                                   brine_clock_get_zone (self->clock), LOOK_AHEAD_DAYS,
                                   self->looking, on_facts_cb, g_object_ref (self));
}

static void
on_changed_cb (BrineReminderBar *self, guint kinds)
{
  if ((kinds & KINDS) != 0)
    look (self);
}

/* Buttons -------------------------------------------------------------------------------------- */

static void
on_enabled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderBar) self = BRINE_REMINDER_BAR (user_data);
  g_autoptr (GError) error = NULL;

  /* Why it could not be is told, and can be tried again, in the preferences. */
  if (!brine_service_link_start_at_login_finish (BRINE_SERVICE_LINK (source), result, &error)
      && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.reminders", NULL);
}

static void
on_login_cb (BrineReminderBar *self)
{
  if (self->link != NULL)
    brine_service_link_start_at_login_async (self->link, TRUE, "",
                                             _ ("Reminders arrive while Brine is closed."), NULL,
                                             on_enabled_cb, g_object_ref (self));
}

static void
on_hide_cb (BrineReminderBar *self)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, HIDDEN_KEY, TRUE);
  self->has_reminders = FALSE;
  show (self);
}

static GtkWidget *
add_button (GtkWidget *buttons, GtkWidget *button)
{
  gtk_box_append (GTK_BOX (buttons), button);
  return button;
}

static GtkWidget *
make_buttons (BrineReminderBar *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->login = add_button (buttons, gtk_button_new_with_label (_ ("Start at Login")));
  /* Translators: opens the page of preferences that says why reminders do not arrive */
  self->details = add_button (buttons, gtk_button_new_with_label (_ ("Details")));
  self->hide = add_button (buttons, gtk_button_new_from_icon_name ("window-close-symbolic"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->details), "win.reminders");
  gtk_widget_add_css_class (self->hide, "flat");
  brine_set_tooltip (self->hide, _ ("Hide"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->hide), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Hide"), -1);
  g_signal_connect_object (self->login, "clicked", G_CALLBACK (on_login_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hide, "clicked", G_CALLBACK (on_hide_cb), self, G_CONNECT_SWAPPED);
  return buttons;
}

static GtkWidget *
make_bar (BrineReminderBar *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = make_buttons (self);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "sample-bar");
  gtk_widget_set_layout_manager (bar, brine_fold_layout_new (6));
  gtk_box_append (GTK_BOX (bar), self->label);
  gtk_box_append (GTK_BOX (bar), buttons);
  return bar;
}

/* Object --------------------------------------------------------------------------------------- */

static void
drop_link (BrineReminderBar *self)
{
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->link != NULL)
    g_clear_signal_handler (&self->heard_id, self->link);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_id, self->store);
  g_clear_object (&self->link);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  self->has_reminders = FALSE;
}

static void
brine_reminder_bar_dispose (GObject *object)
{
  BrineReminderBar *self = BRINE_REMINDER_BAR (object);

  drop_link (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (brine_reminder_bar_parent_class)->dispose (object);
}

static void
brine_reminder_bar_class_init (BrineReminderBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_reminder_bar_dispose;
}

static void
brine_reminder_bar_init (BrineReminderBar *self)
{
  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), make_bar (self));
  adw_bin_set_child (ADW_BIN (self), self->revealer);
}

GtkWidget *
brine_reminder_bar_new (GSettings *settings)
{
  BrineReminderBar *self;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (BRINE_TYPE_REMINDER_BAR, NULL);
  g_set_object (&self->settings, settings);
  return GTK_WIDGET (self);
}

void
brine_reminder_bar_set_link (BrineReminderBar *self, BrineServiceLink *link, BrineStore *store,
                             BrineClock *clock)
{
  g_return_if_fail (BRINE_IS_REMINDER_BAR (self));
  g_return_if_fail (link == NULL || BRINE_IS_SERVICE_LINK (link));
  g_return_if_fail (link == NULL || (BRINE_IS_STORE (store) && BRINE_IS_CLOCK (clock)));

  drop_link (self);
  if (link != NULL)
    {
      self->link = g_object_ref (link);
      self->store = g_object_ref (store);
      self->clock = g_object_ref (clock);
      self->heard_id =
          g_signal_connect_object (link, "heard", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
      self->changed_id = g_signal_connect_object (store, "changed", G_CALLBACK (on_changed_cb),
                                                  self, G_CONNECT_SWAPPED);
    }
  show (self);
}

void
brine_reminder_bar_set_on_today (BrineReminderBar *self, gboolean on_today)
{
  g_return_if_fail (BRINE_IS_REMINDER_BAR (self));

  self->on_today = on_today;
  show (self);
}
