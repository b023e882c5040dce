/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-later-dialog.h"

#include "brine-format.h"
#include "brine-reminder-actions.h"
#include "brine-time-entry.h"

#include <glib/gi18n.h>

#define EVENING_MINUTE (18 * 60)
/* As many as a notification lists. */
#define MAX_LISTED 5
#define MS_PER_MINUTE 60000

/* The choices of "remind me again", in their order. */
typedef enum
{
  AGAIN_TEN_MINUTES,
  AGAIN_HOUR,
  AGAIN_EVENING,
  AGAIN_AT,
} Again;

/* Owned by the handler of "response". */
typedef struct
{
  char *notice_id;
  BrineClock *clock;
  gboolean evening; /* is still to come, so it is a choice */
  GtkWidget *again; /* GtkDropDown */
  GtkWidget *time;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_free (question->notice_id);
  g_object_unref (question->clock);
  g_free (question);
}

/* Answers ------------------------------------------------------------------------------------ */

/* When the wall clock reads @minute next: later today, also when it does so for the second time, or
 * tomorrow. */
static BrineInstant
get_next (BrineInstant now, GTimeZone *zone, int minute)
{
  BrineLocal local = brine_zone_get_local (zone, now, NULL);
  BrineLocal then = brine_local (local.day, 0, minute);
  BrineInstant soon = brine_instant_add_seconds (now, then.second - local.second);
  BrineLocal reads = brine_zone_get_local (zone, soon, NULL);

  if (then.second > local.second && reads.day == then.day && reads.second == then.second)
    return soon;
  if (brine_instant_compare (brine_zone_resolve (zone, then), now) <= 0)
    then.day++;
  return brine_zone_resolve (zone, then);
}

int
brine_later_get_minutes (BrineInstant now, GTimeZone *zone, int minute)
{
  int64_t ms;

  g_return_val_if_fail (zone != NULL, 1);
  g_return_val_if_fail (minute >= 0 && minute < BRINE_MINUTES_PER_DAY, 1);

  ms = get_next (now, zone, minute).unix_ms - now.unix_ms;
  /* To the minute that is meant, and on the day of 25 hours no more than can be asked for. */
  return (int)CLAMP ((ms + MS_PER_MINUTE - 1) / MS_PER_MINUTE, 1, BRINE_LATER_MAX_MINUTES);
}

static Again
get_again (Question *question)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (question->again));

  return (Again)(selected >= AGAIN_EVENING && !question->evening ? selected + 1 : selected);
}

static int
get_later (Question *question)
{
  switch (get_again (question))
    {
    case AGAIN_TEN_MINUTES:
      return 10;
    case AGAIN_HOUR:
      return 60;
    case AGAIN_EVENING:
      return BRINE_LATER_EVENING;
    default:
      return brine_later_get_minutes (brine_clock_get_now (question->clock),
                                      brine_clock_get_zone (question->clock),
                                      brine_time_entry_get_minute (
                                          BRINE_TIME_ENTRY (question->time)));
    }
}

static void
on_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  GActionGroup *actions = G_ACTION_GROUP (g_application_get_default ());
  const char *id = question->notice_id;

  if (g_str_equal (response, "done"))
    g_action_group_activate_action (actions, BRINE_REMINDER_ACTION_DONE, g_variant_new_string (id));
  else if (g_str_equal (response, "skip"))
    g_action_group_activate_action (actions, BRINE_REMINDER_ACTION_SKIP, g_variant_new_string (id));
  else if (g_str_equal (response, "later"))
    g_action_group_activate_action (actions, BRINE_REMINDER_ACTION_LATER,
                                    g_variant_new ("(si)", id, get_later (question)));
}

/* Words -------------------------------------------------------------------------------------- */

static const char *
get_title (const BrineDelivery *delivery)
{
  if (delivery->source == BRINE_DUE_WIND_DOWN || delivery->title == NULL)
    return _ ("Wind Down");
  return delivery->title;
}

static char *
dup_heading (GPtrArray *deliveries)
{
  int count = (int)deliveries->len;

  if (count == 1)
    return g_strdup (get_title (g_ptr_array_index (deliveries, 0)));
  /* Translators: heading of a dialog about several reminders that came as one */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d Reminder", "%d Reminders",
                                       (gulong)count),
                          count);
}

/* "12:30 Kimchi Rice Bowl", a line each; what does not fit is counted. */
static char *
dup_list (GPtrArray *deliveries)
{
  GString *list = g_string_new (NULL);
  guint listed = MIN (deliveries->len, MAX_LISTED);
  int more = (int)(deliveries->len - listed);

  for (guint i = 0; i < listed; i++)
    {
      const BrineDelivery *delivery = g_ptr_array_index (deliveries, i);
      g_autofree char *time = brine_format_time (delivery->nominal);

      g_string_append (list, i > 0 ? "\n" : "");
      /* Translators: when a reminder was due, and what of: "17:20 Walk" */
      g_string_append_printf (list, _ ("%1$s %2$s"), time, get_title (delivery));
    }
  if (more > 0)
    {
      g_string_append_c (list, '\n');
      g_string_append_printf (
          list, g_dngettext (GETTEXT_PACKAGE, "and %d more", "and %d more", (gulong)more), more);
    }
  return g_string_free (list, FALSE);
}

static char *
dup_body (GPtrArray *deliveries)
{
  const BrineDelivery *first = g_ptr_array_index (deliveries, 0);
  g_autofree char *time = brine_format_time (first->nominal);

  if (deliveries->len > 1)
    return dup_list (deliveries);
  if (first->source == BRINE_DUE_QUOTA)
    return g_strdup (_ ("One of the times you planned for this week."));
  /* Translators: %s is a time, for example 12:30 */
  return g_strdup_printf (_ ("A reminder of %s."), time);
}

/* Making ------------------------------------------------------------------------------------- */

/* The question lives as long as the dialog, and so does the list. */
static void
on_again_cb (GtkWidget *again, GParamSpec *pspec, Question *question)
{
  gtk_widget_set_visible (question->time, get_again (question) == AGAIN_AT);
}

/* Below each other: a message is too narrow for words beside a choice. */
static GtkWidget *
make_again (Question *question)
{
  const char *const choices[] = { _ ("In 10 Minutes"), _ ("In 1 Hour"), _ ("This Evening"),
                                  _ ("At a Time"), NULL };
  const char *const late_choices[] = { choices[0], choices[1], choices[3], NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Remind Me Again"));

  question->again = gtk_drop_down_new_from_strings (question->evening ? choices : late_choices);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (question->again), AGAIN_HOUR);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (question->again),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  question->time = brine_time_entry_new (_ ("Remind me again at"));
  brine_time_entry_set_minute (BRINE_TIME_ENTRY (question->time), EVENING_MINUTE);
  gtk_widget_set_visible (question->time, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "heading");
  g_signal_connect (question->again, "notify::selected", G_CALLBACK (on_again_cb), question);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), question->again);
  gtk_box_append (GTK_BOX (box), question->time);
  return box;
}

/* A wind-down is nothing that is ticked. */
static gboolean
can_be_done (GPtrArray *deliveries)
{
  for (guint i = 0; i < deliveries->len; i++)
    if (((const BrineDelivery *)g_ptr_array_index (deliveries, i))->source != BRINE_DUE_WIND_DOWN)
      return TRUE;
  return FALSE;
}

static void
add_responses (AdwMessageDialog *dialog, GPtrArray *deliveries)
{
  const BrineDelivery *first = g_ptr_array_index (deliveries, 0);
  const char *suggested;
  const char *done =
      deliveries->len > 1 ? _ ("All Done") : brine_practice_get_done_word (first->practice);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  if (can_be_done (deliveries))
    adw_message_dialog_add_response (dialog, "skip", _ ("_Skip"));
  /* Translators: button: be reminded again at the time that was chosen */
  adw_message_dialog_add_response (dialog, "later", _ ("_Later"));
  if (can_be_done (deliveries))
    adw_message_dialog_add_response (dialog, "done", done);
  suggested = can_be_done (deliveries) ? "done" : "later";
  adw_message_dialog_set_response_appearance (dialog, suggested, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, suggested);
  adw_message_dialog_set_close_response (dialog, "close");
}

void
brine_later_dialog_present (GtkWidget *parent, GPtrArray *deliveries, BrineClock *clock)
{
  const BrineDelivery *first;
  GtkWidget *dialog;
  Question *question;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (deliveries != NULL && deliveries->len > 0);
  g_return_if_fail (BRINE_IS_CLOCK (clock));

  first = g_ptr_array_index (deliveries, 0);
  heading = dup_heading (deliveries);
  body = dup_body (deliveries);
  question = g_new0 (Question, 1);
  question->notice_id = g_strdup (first->notice_id);
  question->clock = g_object_ref (clock);
  question->evening =
      brine_local_get_minute_of_day (brine_clock_get_local (clock)) < EVENING_MINUTE;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (parent)), heading, body);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_again (question));
  add_responses (ADW_MESSAGE_DIALOG (dialog), deliveries);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response_cb), question, question_free,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
  /* The answer, and not the first control, so that Return gives it. */
  if (gtk_window_get_default_widget (GTK_WINDOW (dialog)) != NULL)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (dialog)));
}
