/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-reminder-list-row.h"

#include "brine-delivery.h"
#include "brine-format.h"

#include <glib/gi18n.h>

/* More than this is a list for a page of its own; brinectl has all. */
#define MAX_ROWS 20

struct _BrineReminderListRow
{
  AdwExpanderRow parent_instance;

  BrineServiceLink *link;
  BrineClock *clock;
  gboolean recent;
  GCancellable *cancellable; /* the question that is on its way; cancelled in dispose */
  GPtrArray *rows;           /* GtkWidget, borrowed */
};

G_DEFINE_FINAL_TYPE (BrineReminderListRow, brine_reminder_list_row, ADW_TYPE_EXPANDER_ROW)

/* Words -------------------------------------------------------------------------------------- */

static const char *
get_state_words (BrineReminderListRow *self, const char *nick)
{
  BrineDeliveryState state;

  if (!brine_delivery_state_from_nick (nick, &state))
    return "";
  switch (state)
    {
    case BRINE_DELIVERY_CLAIMED:
      /* Translators: state of a reminder: it waits for something that shows notifications */
      return _ ("waits to be shown");
    case BRINE_DELIVERY_SHOWN:
      /* Translators: state of a reminder: its notification is on the screen */
      return _ ("shown");
    case BRINE_DELIVERY_SNOOZED:
      /* Translators: state of a reminder: it comes again later */
      return _ ("comes again");
    case BRINE_DELIVERY_DONE:
      /* Translators: state of a reminder: what it was about is done */
      return _ ("done");
    case BRINE_DELIVERY_SKIPPED:
      /* Translators: state of a reminder: what it was about was skipped */
      return _ ("skipped");
    case BRINE_DELIVERY_DISMISSED:
      /* Translators: state of a reminder: the user put its notification away */
      return _ ("put away");
    default:
      /* Translators: state of a reminder: its time passed */
      return _ ("passed");
    }
}

/* "Today, 17:30", with the state of what came. */
static char *
dup_subtitle (BrineReminderListRow *self, GVariant *reminder)
{
  gint64 at_ms = 0;
  const char *planned = NULL;
  const char *nick = NULL;
  BrineLocal local = { 0, 0 };
  BrineDay today = brine_clock_get_local (self->clock).day;

  g_variant_lookup (reminder, "at", "x", &at_ms);
  if (!g_variant_lookup (reminder, "planned", "&s", &planned)
      || !brine_local_parse (planned, &local))
    local =
        brine_zone_get_local (brine_clock_get_zone (self->clock), (BrineInstant){ at_ms }, NULL);
  g_variant_lookup (reminder, "state", "&s", &nick);

  g_autofree char *day = brine_format_day_relative (local.day, today);
  g_autofree char *time = brine_format_time (local);
  if (self->recent)
    /* Translators: a day, a time and what became of a reminder: "Today, 17:30 – done" */
    return g_strdup_printf (_ ("%s, %s – %s"), day, time, get_state_words (self, nick));
  /* Translators: a day and a time: "Today, 17:30" */
  return g_strdup_printf (_ ("%s, %s"), day, time);
}

/* Rows --------------------------------------------------------------------------------------- */

static void
clear_rows (BrineReminderListRow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (BrineReminderListRow *self, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, "title-lines", 2, NULL);

  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

/* What belongs to no item has no title. */
static const char *
get_title (GVariant *reminder)
{
  const char *title = "";
  const char *source = NULL;

  g_variant_lookup (reminder, "title", "&s", &title);
  g_variant_lookup (reminder, "source", "&s", &source);
  if (*title != '\0')
    return title;
  return g_strcmp0 (source, "look-back") == 0 ? _ ("Two weeks to look back at")
                                              : _ ("How are you?");
}

static void
show_list (BrineReminderListRow *self, GVariant *list)
{
  GVariantIter iter;
  GVariant *reminder;

  clear_rows (self);
  g_variant_iter_init (&iter, list);
  while (self->rows->len < MAX_ROWS && (reminder = g_variant_iter_next_value (&iter)) != NULL)
    {
      g_autofree char *subtitle = dup_subtitle (self, reminder);

      add_row (self, get_title (reminder), subtitle);
      g_variant_unref (reminder);
    }
  if (self->rows->len == 0)
    add_row (self, self->recent ? _ ("None in the last week") : _ ("None in the next two days"),
             "");
}

static void
on_list_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineReminderListRow) self = BRINE_REMINDER_LIST_ROW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) list =
      brine_service_link_list_finish (BRINE_SERVICE_LINK (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (list != NULL)
    {
      show_list (self, list);
      return;
    }
  clear_rows (self);
  add_row (self, _ ("Not known: the program that delivers reminders does not answer"), "");
}

static void
load (BrineReminderListRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->link == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->cancellable = g_cancellable_new ();
  brine_service_link_list_async (self->link, self->recent, MAX_ROWS, self->cancellable, on_list_cb,
                                 g_object_ref (self));
}

/* A group of preferences outlives its window: libadwaita 1.2 never lets go of it. So it lets go of
 * the rest when it leaves the window. */
static void
let_go (BrineReminderListRow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  g_clear_object (&self->clock);
}

static void
brine_reminder_list_row_unroot (GtkWidget *widget)
{
  let_go (BRINE_REMINDER_LIST_ROW (widget));

  GTK_WIDGET_CLASS (brine_reminder_list_row_parent_class)->unroot (widget);
}

static void
brine_reminder_list_row_dispose (GObject *object)
{
  let_go (BRINE_REMINDER_LIST_ROW (object));

  G_OBJECT_CLASS (brine_reminder_list_row_parent_class)->dispose (object);
}

static void
brine_reminder_list_row_finalize (GObject *object)
{
  BrineReminderListRow *self = BRINE_REMINDER_LIST_ROW (object);

  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (brine_reminder_list_row_parent_class)->finalize (object);
}

static void
brine_reminder_list_row_class_init (BrineReminderListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_reminder_list_row_dispose;
  GTK_WIDGET_CLASS (klass)->unroot = brine_reminder_list_row_unroot;
  G_OBJECT_CLASS (klass)->finalize = brine_reminder_list_row_finalize;
}

static void
brine_reminder_list_row_init (BrineReminderListRow *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
brine_reminder_list_row_new (BrineServiceLink *link, BrineClock *clock, gboolean recent)
{
  BrineReminderListRow *self;

  g_return_val_if_fail (BRINE_IS_SERVICE_LINK (link), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_REMINDER_LIST_ROW, NULL);
  g_set_object (&self->link, link);
  g_set_object (&self->clock, clock);
  self->recent = recent;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 recent ? _ ("Recent Reminders") : _ ("Coming Reminders"));
  g_signal_connect_object (self, "notify::expanded", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (link, "heard", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
