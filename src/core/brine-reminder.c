/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder.h"

#include "brine-number.h"
#include "brine-scan.h"

#define EVERY_DAY 0x7f

static const char *const weekday_words[] = { "mo", "tu", "we", "th", "fr", "sa", "su" };

/* All seven days are no choice of days. */
static unsigned
get_weekdays (const BrineReminder *reminder)
{
  return reminder->weekdays == EVERY_DAY ? 0 : reminder->weekdays;
}

static int
compare_ints (int64_t a, int64_t b)
{
  return a < b ? -1 : a > b;
}

int
brine_reminder_compare (const BrineReminder *a, const BrineReminder *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->kind != b->kind)
    return compare_ints (a->kind, b->kind);
  if (a->minutes != b->minutes)
    return compare_ints (a->minutes, b->minutes);
  return compare_ints (get_weekdays (a), get_weekdays (b));
}

gboolean
brine_reminder_equal (const BrineReminder *a, const BrineReminder *b)
{
  return brine_reminder_compare (a, b) == 0;
}

gboolean
brine_reminder_is_valid (const BrineReminder *reminder)
{
  g_return_val_if_fail (reminder != NULL, FALSE);

  if (reminder->weekdays > EVERY_DAY)
    return FALSE;
  if (reminder->kind == BRINE_REMINDER_AT)
    return reminder->minutes >= 0 && reminder->minutes < BRINE_MINUTES_PER_DAY;
  return reminder->kind == BRINE_REMINDER_OFFSET && reminder->minutes >= -BRINE_REMINDER_MAX_MINUTES
         && reminder->minutes <= BRINE_REMINDER_MAX_MINUTES;
}

gboolean
brine_reminder_is_plain (const BrineReminder *reminder)
{
  g_return_val_if_fail (reminder != NULL, FALSE);

  return reminder->kind == BRINE_REMINDER_OFFSET && get_weekdays (reminder) == 0;
}

/* Text -------------------------------------------------------------------------------------- */

static gboolean
scan_clock (const char **text, int *out_minutes)
{
  int hour, minute;

  if (!brine_scan_digits (text, 2, &hour) || !brine_scan_char (text, ':')
      || !brine_scan_digits (text, 2, &minute) || hour > 23 || minute > 59)
    return FALSE;
  *out_minutes = hour * 60 + minute;
  return TRUE;
}

/* Up to five digits: more than four weeks. */
static gboolean
scan_offset (const char **text, int *out_minutes)
{
  gboolean after = brine_scan_char (text, '-');
  gsize length = strspn (*text, "0123456789");

  if (length == 0 || length > 5 || !brine_scan_digits (text, (int)length, out_minutes))
    return FALSE;
  if (after)
    *out_minutes = -*out_minutes;
  return TRUE;
}

static gboolean
scan_weekday (const char **text, unsigned *weekdays)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekday_words); i++)
    if (g_ascii_strncasecmp (*text, weekday_words[i], 2) == 0)
      {
        *weekdays |= 1u << i;
        *text += 2;
        return TRUE;
      }
  return FALSE;
}

static gboolean
scan_weekdays (const char **text, unsigned *out_weekdays)
{
  if (!brine_scan_char (text, '/'))
    return TRUE;
  do
    if (!scan_weekday (text, out_weekdays))
      return FALSE;
  while (brine_scan_char (text, ','));
  return TRUE;
}

static gboolean
scan (const char *text, BrineReminder *reminder)
{
  gboolean is_at = brine_scan_char (&text, '@');

  reminder->kind = is_at ? BRINE_REMINDER_AT : BRINE_REMINDER_OFFSET;
  return (is_at ? scan_clock (&text, &reminder->minutes) : scan_offset (&text, &reminder->minutes))
         && scan_weekdays (&text, &reminder->weekdays) && *text == '\0';
}

gboolean
brine_reminder_parse (const char *text, BrineReminder *out_reminder, GError **error)
{
  BrineReminder reminder = { 0 };

  g_return_val_if_fail (text != NULL && out_reminder != NULL, FALSE);

  if (!scan (text, &reminder))
    {
      brine_refuse_input (error, text,
                          "is not a reminder: give minutes before the start such as 10, minutes "
                          "after it such as -5, or a time such as @07:30, with weekdays behind it "
                          "if it is not for every day: 10/mo,we,fr.");
      return FALSE;
    }
  if (!brine_reminder_is_valid (&reminder))
    {
      brine_refuse_input (error, text,
                          "is not a reminder: it must lie within four weeks of the "
                          "start.");
      return FALSE;
    }
  reminder.weekdays = get_weekdays (&reminder);
  *out_reminder = reminder;
  return TRUE;
}

char *
brine_reminder_to_string (const BrineReminder *reminder)
{
  GString *text;
  char separator = '/';

  g_return_val_if_fail (reminder != NULL, NULL);

  text = g_string_new (NULL);
  if (reminder->kind == BRINE_REMINDER_AT)
    g_string_append_printf (text, "@%02d:%02d", reminder->minutes / 60, reminder->minutes % 60);
  else
    g_string_append_printf (text, "%d", reminder->minutes);
  for (guint i = 0; i < G_N_ELEMENTS (weekday_words); i++)
    if ((get_weekdays (reminder) & 1u << i) != 0)
      {
        g_string_append_printf (text, "%c%s", separator, weekday_words[i]);
        separator = ',';
      }
  return g_string_free (text, FALSE);
}

/* When it comes ----------------------------------------------------------------------------- */

gboolean
brine_reminder_get_nominal (const BrineReminder *reminder, BrineLocal start, int day_start_minutes,
                            BrineLocal *out_nominal)
{
  BrineLocal nominal;
  BrineDay day;

  g_return_val_if_fail (reminder != NULL, FALSE);

  day = brine_civil_day_of_local (start, day_start_minutes);
  if (get_weekdays (reminder) != 0
      && (reminder->weekdays & 1u << (brine_day_get_weekday (day) - 1)) == 0)
    return FALSE;
  if (reminder->kind == BRINE_REMINDER_OFFSET)
    nominal = brine_local_add_seconds (start, -(int64_t)reminder->minutes * 60);
  else
    nominal =
        brine_local (reminder->minutes < day_start_minutes ? day + 1 : day, 0, reminder->minutes);
  if (out_nominal != NULL)
    *out_nominal = nominal;
  return TRUE;
}

gboolean
brine_reminder_get_instant (const BrineReminder *reminder, BrineLocal start, int day_start_minutes,
                            GTimeZone *zone, BrineInstant *out_instant)
{
  BrineLocal nominal;

  g_return_val_if_fail (reminder != NULL && zone != NULL && out_instant != NULL, FALSE);

  if (!brine_reminder_get_nominal (reminder, start, day_start_minutes, &nominal))
    return FALSE;
  if (reminder->kind == BRINE_REMINDER_OFFSET)
    {
      int64_t days = reminder->minutes / BRINE_MINUTES_PER_DAY;
      int64_t rest = reminder->minutes % BRINE_MINUTES_PER_DAY;
      BrineLocal day = brine_local_add_seconds (start, -days * BRINE_SECONDS_PER_DAY);

      *out_instant = brine_instant_add_seconds (brine_zone_resolve (zone, day), -rest * 60);
    }
  else
    *out_instant = brine_zone_resolve (zone, nominal);
  return TRUE;
}

/* Lists ------------------------------------------------------------------------------------- */

GArray *
brine_reminders_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BrineReminder));
}

static const BrineReminder *
get (const GArray *reminders, guint i)
{
  return &g_array_index (reminders, BrineReminder, i);
}

gboolean
brine_reminders_add (GArray *reminders, BrineReminder reminder)
{
  guint i = 0;

  g_return_val_if_fail (reminders != NULL, FALSE);

  while (i < reminders->len && brine_reminder_compare (get (reminders, i), &reminder) < 0)
    i++;
  if (reminders->len >= BRINE_REMINDERS_MAX
      || (i < reminders->len && brine_reminder_equal (get (reminders, i), &reminder)))
    return FALSE;
  reminder.weekdays = get_weekdays (&reminder);
  g_array_insert_val (reminders, i, reminder);
  return TRUE;
}

gboolean
brine_reminders_equal (const GArray *a, const GArray *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!brine_reminder_equal (get (a, i), get (b, i)))
      return FALSE;
  return TRUE;
}

GArray *
brine_reminders_parse (const char *text, GError **error)
{
  g_autoptr (GArray) reminders = brine_reminders_new ();
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit (text, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      BrineReminder reminder;

      if (*words[i] == '\0')
        continue;
      if (!brine_reminder_parse (words[i], &reminder, error))
        return NULL;
      brine_reminders_add (reminders, reminder);
    }
  return g_steal_pointer (&reminders);
}

char *
brine_reminders_to_string (const GArray *reminders)
{
  GString *text;

  g_return_val_if_fail (reminders != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < reminders->len; i++)
    {
      g_autofree char *word = brine_reminder_to_string (get (reminders, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", word);
    }
  return g_string_free (text, FALSE);
}

static gboolean
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID, sentence);
  return FALSE;
}

gboolean
brine_reminders_validate (const GArray *reminders, GError **error)
{
  g_return_val_if_fail (reminders != NULL, FALSE);

  if (reminders->len > BRINE_REMINDERS_MAX)
    return fail (error, "A plan item can have at most 20 reminders.");
  for (guint i = 0; i < reminders->len; i++)
    {
      if (!brine_reminder_is_valid (get (reminders, i)))
        return fail (error, "A reminder must lie within four weeks of the start, or be at a time "
                            "of the day.");
      if (i > 0 && brine_reminder_compare (get (reminders, i - 1), get (reminders, i)) >= 0)
        return fail (error, "The reminders are not in order, or one is there twice.");
    }
  return TRUE;
}
