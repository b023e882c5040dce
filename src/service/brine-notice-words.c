/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-notice-words.h"

#include "brine-clock-face.h"
#include "brine-names.h"
#include "brine-reminder-actions.h"

#include <glib/gi18n.h>

/* More than a line of any desktop. */
#define MAX_TITLE_CHARS 80
/* As many as a notification can show. */
#define MAX_LISTED 5
#define LATER_MINUTES 10
#define LATER_LONG_MINUTES 60

/* Icons are installed under the name of the application, which a sandbox may give out. */
#define ICON(name) BRINE_APP_ID "." name "-symbolic"
#define APP_ICON BRINE_APP_ID "-symbolic"

static const char *const practice_icons[BRINE_N_PRACTICES] = {
  [BRINE_PRACTICE_MEAL] = ICON ("meal"),
  [BRINE_PRACTICE_SLEEP] = ICON ("sleep"),
  [BRINE_PRACTICE_MEDITATION] = ICON ("meditation"),
  [BRINE_PRACTICE_BREATHWORK] = ICON ("breathwork"),
  [BRINE_PRACTICE_WALK] = ICON ("walk"),
  [BRINE_PRACTICE_OWN] = ICON ("own"),
};

static const char *const sound_names[] = {
  [BRINE_REMINDER_SOUND_NONE] = NULL,
  [BRINE_REMINDER_SOUND_MESSAGE] = "message-new-instant",
  [BRINE_REMINDER_SOUND_BELL] = "bell-window-system",
};

/* Parts ------------------------------------------------------------------------------------ */

/* One line of @title, which may be anything that somebody typed or imported. */
static char *
dup_line (const char *title)
{
  g_autofree char *valid = g_utf8_make_valid (title, -1);
  g_autofree char *line = NULL;

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= MAX_TITLE_CHARS)
    return g_steal_pointer (&valid);
  line = g_utf8_substring (valid, 0, MAX_TITLE_CHARS - 1);
  return g_strconcat (line, "…", NULL);
}

/* The switch is read anew each time: a service lives long, and to follow it costs more. */
static char *
dup_time (BrineLocal local)
{
  g_autoptr (GSettings) settings = brine_clock_face_open ();

  return brine_clock_face_format (local,
                                  brine_clock_face_get_pattern (brine_clock_face_read (settings)));
}

static const char *
get_weekday (BrineDay day)
{
  return brine_format_weekday (brine_day_get_weekday (day));
}

/* The title with the time when it begins, and the day if that is another one. */
static char *
dup_heading (const BrineDue *due, BrineLocal now)
{
  g_autofree char *title = dup_line (due->title);
  g_autofree char *time = dup_time (due->start);

  if (due->start.day == now.day)
    /* Translators: a thing of the plan and the time of day when it begins: "Walk at 17:30". */
    return g_strdup_printf (_ ("%1$s at %2$s"), title, time);
  if (due->start.day == now.day + 1)
    /* Translators: a thing of the plan, and when it begins: "Walk tomorrow at 17:30". */
    return g_strdup_printf (_ ("%1$s tomorrow at %2$s"), title, time);
  if (due->start.day == now.day - 1)
    /* Translators: a thing of the plan, and when it began: "Walk yesterday at 17:30". */
    return g_strdup_printf (_ ("%1$s yesterday at %2$s"), title, time);
  /* Translators: a thing of the plan, the weekday and time when it begins: "Walk, Friday 17:30". */
  return g_strdup_printf (_ ("%1$s, %2$s %3$s"), title, get_weekday (due->start.day), time);
}

static char *
dup_length (int minutes)
{
  return minutes > 0 ? g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes)
                     : g_strdup ("");
}

static void
add_later (BrineNotification *notification, int minutes)
{
  g_autofree char *label = NULL;

  if (minutes == LATER_LONG_MINUTES)
    /* Translators: a button: remind me again then. Header capitalisation. */
    label = g_strdup (_ ("In 1 Hour"));
  else
    /* Translators: a button: remind me again then. Header capitalisation. */
    label = g_strdup_printf (ngettext ("In %d Minute", "In %d Minutes", minutes), minutes);
  brine_notification_add_button (notification, label, BRINE_REMINDER_ACTION_LATER,
                                 g_variant_new ("(si)", notification->id, minutes));
}

static void
add_plain (BrineNotification *notification, const char *label, const char *action)
{
  brine_notification_add_button (notification, label, action,
                                 g_variant_new_string (notification->id));
}

static const BrineDue *
get_first (const BrineNotice *notice)
{
  return g_ptr_array_index (notice->dues, 0);
}

/* One line a reminder; what does not fit is counted. */
static char *
dup_list (const BrineNotice *notice)
{
  GString *list = g_string_new (NULL);
  guint listed = MIN (notice->dues->len, MAX_LISTED);
  int more = (int)(notice->dues->len - listed);

  for (guint i = 0; i < listed; i++)
    {
      const BrineDue *due = g_ptr_array_index (notice->dues, i);
      g_autofree char *time = dup_time (due->start);
      g_autofree char *title =
          due->source == BRINE_DUE_WIND_DOWN ? g_strdup (_ ("Wind down")) : dup_line (due->title);

      if (i > 0)
        g_string_append_c (list, '\n');
      if (due->source == BRINE_DUE_QUOTA)
        g_string_append (list, title);
      else
        /* Translators: a time of day and a thing of the plan, in a list: "17:30 Walk". */
        g_string_append_printf (list, _ ("%1$s %2$s"), time, title);
    }
  if (more > 0)
    {
      g_string_append_c (list, '\n');
      g_string_append_printf (list, ngettext ("and %d more", "and %d more", more), more);
    }
  return g_string_free (list, FALSE);
}

/* Kinds ------------------------------------------------------------------------------------ */

static BrineNotification *
word_wind_down (const BrineNotice *notice, const BrineDue *due)
{
  g_autofree char *time = dup_time (due->start);
  /* Translators: what follows is a time of day. */
  g_autofree char *body = g_strdup_printf (_ ("Bed is planned for %s."), time);
  BrineNotification *notification =
      brine_notification_new (notice->id, _ ("Time to wind down"), body, ICON ("sleep"));

  add_later (notification, LATER_MINUTES);
  return notification;
}

static char *
dup_body (const BrineNotice *notice, const BrineDue *due, BrineLocal now)
{
  g_autofree char *time = NULL;

  if (due->source == BRINE_DUE_QUOTA)
    return g_strdup (_ ("One of the times you planned for this week."));
  if (!notice->late)
    return dup_length (due->minutes);
  time = dup_time (due->nominal);
  if (due->nominal.day == now.day)
    /* Translators: a reminder that comes late, since the computer slept; then a time of day. */
    return g_strdup_printf (_ ("This reminder was for %s."), time);
  if (due->nominal.day == now.day - 1)
    /* Translators: a reminder that comes late, since the computer slept; then a time of day. */
    return g_strdup_printf (_ ("This reminder was for yesterday at %s."), time);
  /* Translators: a reminder that comes days late, since it was put off before the computer was
   * switched off; the weekday and the time of day: "Friday at 17:30". */
  return g_strdup_printf (_ ("This reminder was for %1$s at %2$s."), get_weekday (due->nominal.day),
                          time);
}

/* A night is done when one wakes; a reminder of bedtime comes before. */
static gboolean
can_be_done (const BrineDue *due, BrineLocal now)
{
  BrineLocal end = brine_local_add_seconds (due->start, (int64_t)due->minutes * 60);

  return due->practice != BRINE_PRACTICE_SLEEP || brine_local_compare (end, now) <= 0;
}

static BrineNotification *
word_one (const BrineNotice *notice, BrineLocal now)
{
  const BrineDue *due = get_first (notice);
  BrineNotification *notification;
  g_autofree char *title = NULL;
  g_autofree char *body = NULL;

  if (due->source == BRINE_DUE_WIND_DOWN)
    return word_wind_down (notice, due);
  title = due->source == BRINE_DUE_QUOTA ? dup_line (due->title) : dup_heading (due, now);
  body = dup_body (notice, due, now);
  notification = brine_notification_new (notice->id, title, body, practice_icons[due->practice]);
  if (can_be_done (due, now))
    add_plain (notification, brine_practice_get_done_word (due->practice),
               BRINE_REMINDER_ACTION_DONE);
  add_later (notification, LATER_MINUTES);
  /* Translators: a button: it will not be done this time. */
  add_plain (notification, _ ("Skip"), BRINE_REMINDER_ACTION_SKIP);
  return notification;
}

static BrineNotification *
word_several (const BrineNotice *notice, BrineLocal now)
{
  int count = (int)notice->dues->len;
  gboolean digest = notice->kind == BRINE_NOTICE_DIGEST;
  g_autofree char *body = dup_list (notice);
  g_autofree char *title =
      g_strdup_printf (digest ? ngettext ("%d reminder while you were away",
                                          "%d reminders while you were away", count)
                              : ngettext ("%d reminder", "%d reminders", count),
                       count);
  BrineNotification *notification =
      brine_notification_new (notice->id, title, body, ICON ("later"));

  if (!digest)
    {
      /* Translators: a button below several reminders: everything listed was done. */
      add_plain (notification, _ ("All Done"), BRINE_REMINDER_ACTION_DONE);
      add_later (notification, LATER_MINUTES);
    }
  return notification;
}

static BrineNotification *
word_checkin (const BrineNotice *notice, BrineLocal now)
{
  const int first_mood = 2, last_mood = 4;
  BrineNotification *notification =
      brine_notification_new (notice->id, _ ("How are you?"),
                              _ ("One press is enough, or open it for more."), ICON ("mood-4"));

  for (int mood = first_mood; mood <= last_mood; mood++)
    brine_notification_add_button (notification, brine_mood_get_name (mood),
                                   BRINE_REMINDER_ACTION_MOOD,
                                   g_variant_new ("(si)", notice->id, mood));
  return notification;
}

static BrineNotification *
word_look_back (const BrineNotice *notice, BrineLocal now)
{
  BrineNotification *notification =
      brine_notification_new (notice->id, _ ("Two weeks to look back at"),
                              _ ("What you did, beside how you felt."), ICON ("progress"));

  add_later (notification, LATER_LONG_MINUTES);
  return notification;
}

static BrineNotification *
word_ask (const BrineNotice *notice, BrineLocal now)
{
  const BrineDue *due = get_first (notice);
  g_autofree char *name = dup_line (due->title);
  /* Translators: the name of something planned, whose last reminders nobody answered. */
  g_autofree char *title = g_strdup_printf (_ ("Is this a good time for “%s”?"), name);
  BrineNotification *notification = brine_notification_new (
      notice->id, title,
      _ ("Its last three reminders went by. It can move, or stay in the plan without them."),
      practice_icons[due->practice]);

  /* Translators: buttons that follow "Is this a good time for “Walk”?". */
  add_plain (notification, _ ("Keep"), BRINE_REMINDER_ACTION_KEEP);
  add_plain (notification, _ ("Move…"), BRINE_REMINDER_ACTION_OPEN);
  add_plain (notification, _ ("No More Reminders"), BRINE_REMINDER_ACTION_DROP);
  return notification;
}

static BrineNotification *
word_test (const BrineNotice *notice, BrineLocal now)
{
  return brine_notification_new (notice->id, _ ("Reminders work"),
                                 _ ("They come like this, also while the window is closed."),
                                 APP_ICON);
}

BrineNotification *
brine_notice_words_new_not_written (void)
{
  /* Translators: what was pressed in a notification, such as "Done". */
  return brine_notification_new (BRINE_NOT_WRITTEN_ID, _ ("Your answer is not in the diary yet"),
                                 _ ("It cannot be written to at the moment. Open it to see why."),
                                 APP_ICON);
}

static BrineNotification *
word_private (const BrineNotice *notice, BrineLocal now)
{
  const BrineDue *due = get_first (notice);
  BrineNotification *notification =
      brine_notification_new (notice->id, _ ("A reminder from Brine"),
                              _ ("Open it to see what it is about."), APP_ICON);

  /* What an ask or a check-in could be answered with would tell what it is about. */
  if (notice->kind == BRINE_NOTICE_ONE && due->source != BRINE_DUE_WIND_DOWN
      && can_be_done (due, now))
    add_plain (notification, _ ("Done"), BRINE_REMINDER_ACTION_DONE);
  if (notice->kind != BRINE_NOTICE_DIGEST && notice->kind != BRINE_NOTICE_ASK)
    add_later (notification, LATER_MINUTES);
  if (notice->kind == BRINE_NOTICE_ONE && due->source != BRINE_DUE_WIND_DOWN)
    add_plain (notification, _ ("Skip"), BRINE_REMINDER_ACTION_SKIP);
  return notification;
}

BrineNotification *
brine_notice_words_new (const BrineNotice *notice, BrineLocal now)
{
  static BrineNotification *(*const table[]) (const BrineNotice *, BrineLocal) = {
    [BRINE_NOTICE_ONE] = word_one,
    [BRINE_NOTICE_GROUP] = word_several,
    [BRINE_NOTICE_DIGEST] = word_several,
    [BRINE_NOTICE_CHECKIN] = word_checkin,
    [BRINE_NOTICE_LOOK_BACK] = word_look_back,
    [BRINE_NOTICE_ASK] = word_ask,
    [BRINE_NOTICE_TEST] = word_test,
  };
  BrineNotification *notification;

  g_return_val_if_fail (notice != NULL, NULL);
  g_return_val_if_fail ((guint)notice->kind < G_N_ELEMENTS (table), NULL);
  g_return_val_if_fail (notice->kind == BRINE_NOTICE_TEST || notice->dues->len > 0, NULL);

  notification = notice->private_text && notice->kind != BRINE_NOTICE_TEST
                     ? word_private (notice, now)
                     : table[notice->kind](notice, now);
  notification->sound_name = sound_names[notice->sound];
  return notification;
}
