/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-fields-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

char *
brine_number_to_exact_text (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (!isfinite (number))
    return NULL;
  for (int digits = 15; digits < 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
      g_ascii_formatd (text, sizeof text, format, number);
      if (g_ascii_strtod (text, NULL) == number)
        return g_strdup (text);
    }
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.17g", number));
}

/* Moments: an ISO 8601 time with its offset, to the second where the offset needs it ------------ */

static char *
moment_to_text (const BrineMoment *moment)
{
  g_autofree char *text = brine_instant_to_string (moment->instant, moment->offset_seconds);
  int seconds = ABS (moment->offset_seconds) % 60;

  return seconds == 0 ? g_steal_pointer (&text) : g_strdup_printf ("%s:%02d", text, seconds);
}

/* Reads the offset at the end of @text and cuts seconds off it; 0 for a Z. */
static gboolean
cut_offset (char *text, int *out_seconds)
{
  gsize length = strlen (text);
  int hours, minutes, seconds = 0;
  char *sign;

  if (length > 0 && text[length - 1] == 'Z')
    {
      *out_seconds = 0;
      return TRUE;
    }
  sign = length > 6 ? strpbrk (text + MIN (length, 11), "+-") : NULL;
  if (sign == NULL || (strlen (sign) != 6 && strlen (sign) != 9) || sign[3] != ':')
    return FALSE;
  hours = atoi (sign + 1);
  minutes = atoi (sign + 4);
  if (sign[6] == ':')
    {
      seconds = atoi (sign + 7);
      sign[6] = '\0';
    }
  if (hours > 23 || minutes > 59 || seconds < 0 || seconds > 59)
    return FALSE;
  *out_seconds = (hours * 3600 + minutes * 60 + seconds) * (*sign == '-' ? -1 : 1);
  return TRUE;
}

static gboolean
moment_from_text (const char *text, BrineMoment *moment)
{
  g_autofree char *rest = g_strdup (text);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineInstant instant;
  int offset;

  if (!cut_offset (rest, &offset) || !brine_instant_parse (rest, utc, &instant))
    return FALSE;
  /* The text was read with the offset's whole minutes. */
  moment->instant = brine_instant_add_seconds (instant, -(offset % 60));
  moment->offset_seconds = offset;
  return TRUE;
}

/* Lists --------------------------------------------------------------------------------- */

static void
append_part (GString *list, const char *part)
{
  if (list->len > 0)
    g_string_append_c (list, ';');
  for (const char *c = part; *c != '\0'; c++)
    {
      if (*c == ';' || *c == '\\')
        g_string_append_c (list, '\\');
      g_string_append_c (list, *c);
    }
}

static char **
split_parts (const char *text)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autoptr (GString) part = g_string_new (NULL);

  for (const char *c = text;; c++)
    {
      if (*c == ';' || *c == '\0')
        {
          g_strv_builder_add (parts, part->str);
          g_string_truncate (part, 0);
          if (*c == '\0')
            break;
        }
      else if (*c == '\\' && c[1] != '\0')
        g_string_append_c (part, *++c);
      else
        g_string_append_c (part, *c);
    }
  return g_strv_builder_end (parts);
}

static char *
words_to_text (char **words)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (gsize i = 0; words != NULL && words[i] != NULL; i++)
    append_part (list, words[i]);
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static char *
locals_to_text (const GArray *locals)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < locals->len; i++)
    {
      g_autofree char *part = brine_local_to_string (g_array_index (locals, BrineLocal, i));
      append_part (list, part);
    }
  return list->len > 0 ? g_strdup (list->str) : NULL;
}

static char *
reminders_to_text (const GArray *reminders)
{
  g_autofree char *text = brine_reminders_to_string (reminders);

  return *text != '\0' ? g_strdelimit (g_steal_pointer (&text), " ", ';') : NULL;
}

/* Out ----------------------------------------------------------------------------------- */

char *
brine_field_to_text (const BrineField *field, gconstpointer record)
{
  gconstpointer at = BRINE_FIELD_POINTER (field, record);
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case BRINE_FIELD_ID:
    case BRINE_FIELD_STRING:
    case BRINE_FIELD_TEXT:
      return g_strdup (*(char *const *)at);
    case BRINE_FIELD_INT:
      return g_strdup_printf ("%d", *(const int *)at);
    case BRINE_FIELD_DOUBLE:
      text = brine_number_to_exact_text (*(const double *)at);
      return text != NULL ? g_steal_pointer (&text) : g_strdup ("0");
    case BRINE_FIELD_BOOL:
      return g_strdup (*(const gboolean *)at ? "yes" : "no");
    case BRINE_FIELD_NICK:
      return g_strdup (field->nick (CLAMP (*(const int *)at, field->min, field->max)));
    case BRINE_FIELD_DAY:
      return brine_day_to_string (*(const BrineDay *)at);
    case BRINE_FIELD_LOCAL:
      return brine_local_to_string (*(const BrineLocal *)at);
    case BRINE_FIELD_INSTANT:
      return brine_instant_to_string (*(const BrineInstant *)at, 0);
    case BRINE_FIELD_MOMENT:
      return moment_to_text (at);
    case BRINE_FIELD_RULE:
      return *(BrineRule *const *)at != NULL ? brine_rule_to_string (*(BrineRule *const *)at)
                                             : NULL;
    case BRINE_FIELD_WORDS:
      return words_to_text (*(char **const *)at);
    case BRINE_FIELD_LOCALS:
      return locals_to_text (*(GArray *const *)at);
    case BRINE_FIELD_REMINDERS:
      return reminders_to_text (*(GArray *const *)at);
    case BRINE_FIELD_RECORDS:
      break;
    }
  g_return_val_if_reached (NULL);
}

/* In ------------------------------------------------------------------------------------ */

static gboolean
fail (char **out_problem, const char *text, const char *expected)
{
  g_autofree char *shown = brine_error_shorten (text);

  *out_problem = g_strdup_printf ("“%s” is not %s.", shown, expected);
  return FALSE;
}

gboolean
brine_field_set_number (const BrineField *field, gpointer record, double number, char **out_problem)
{
  gpointer at = BRINE_FIELD_POINTER (field, record);
  gboolean whole = field->kind == BRINE_FIELD_INT;
  /* INT_MIN and INT_MAX stand for "any" where the number need not be whole. */
  gboolean low = whole || field->min > INT_MIN, high = whole || field->max < INT_MAX;

  if (!isfinite (number) || (whole && number != floor (number)) || (low && number < field->min)
      || (high && number > field->max))
    {
      g_autofree char *text = brine_number_to_exact_text (number);
      g_autofree char *expected =
          g_strdup_printf (high ? "a %snumber from %d to %d" : "a %snumber from %d",
                           whole ? "whole " : "", field->min, field->max);
      return fail (out_problem, text != NULL ? text : "infinity", expected);
    }
  if (whole)
    *(int *)at = (int)number;
  else
    *(double *)at = number;
  return TRUE;
}

static gboolean
number_from_text (const BrineField *field, gpointer record, const char *text, char **out_problem)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0')
    return fail (out_problem, text, "a number");
  return brine_field_set_number (field, record, number, out_problem);
}

static gboolean
nick_from_text (const BrineField *field, gpointer record, const char *text, char **out_problem)
{
  g_autoptr (GString) nicks = g_string_new ("one of");

  for (int value = field->min; value <= field->max; value++)
    {
      if (g_str_equal (field->nick (value), text))
        {
          *(int *)BRINE_FIELD_POINTER (field, record) = value;
          return TRUE;
        }
      g_string_append_printf (nicks, "%s %s", value > field->min ? "," : "", field->nick (value));
    }
  return fail (out_problem, text, nicks->str);
}

static gboolean
rule_from_text (BrineRule **at, const char *text, char **out_problem)
{
  g_autoptr (GError) error = NULL;
  BrineRule *rule = brine_rule_parse (text, &error);

  if (rule == NULL)
    {
      *out_problem = g_strdup (error->message);
      return FALSE;
    }
  g_clear_pointer (at, brine_rule_unref);
  *at = rule;
  return TRUE;
}

/* Empty words are none. */
static void
words_from_text (char ***at, const char *text)
{
  g_auto (GStrv) parts = split_parts (text);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean any = FALSE;

  for (gsize i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      {
        g_strv_builder_add (words, parts[i]);
        any = TRUE;
      }
  g_clear_pointer (at, g_strfreev);
  if (any)
    *at = g_strv_builder_end (words);
}

static gboolean
locals_from_text (GArray *at, const char *text, char **out_problem)
{
  g_auto (GStrv) parts = split_parts (text);
  g_autoptr (GArray) locals = g_array_new (FALSE, FALSE, sizeof (BrineLocal));

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      BrineLocal local;
      if (!brine_local_parse (parts[i], &local))
        return fail (out_problem, parts[i], "a date and time such as 2026-11-23T08:00");
      g_array_append_val (locals, local);
    }
  g_array_set_size (at, 0);
  g_array_append_vals (at, locals->data, locals->len);
  return TRUE;
}

gboolean
brine_field_add_reminder (GArray *reminders, BrineReminder reminder, char **out_problem)
{
  if (brine_reminders_add (reminders, reminder) || reminders->len < BRINE_REMINDERS_MAX)
    return TRUE;
  *out_problem = g_strdup_printf ("There are more than %d reminders.", BRINE_REMINDERS_MAX);
  return FALSE;
}

static gboolean
reminders_from_text (GArray *at, const char *text, char **out_problem)
{
  g_auto (GStrv) parts = split_parts (text);
  g_autoptr (GArray) reminders = brine_reminders_new ();

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      BrineReminder reminder;
      if (!brine_reminder_parse (parts[i], &reminder, NULL))
        return fail (out_problem, parts[i], "a reminder such as 10, -5 or @07:30/mo,we,fr");
      if (!brine_field_add_reminder (reminders, reminder, out_problem))
        return FALSE;
    }
  g_array_set_size (at, 0);
  g_array_append_vals (at, reminders->data, reminders->len);
  return TRUE;
}

static gboolean
text_from_text (const BrineField *field, char **at, const char *text, char **out_problem)
{
  if (field->kind == BRINE_FIELD_ID && *text == '\0')
    {
      *out_problem = g_strdup ("The text is empty.");
      return FALSE;
    }
  g_free (*at);
  *at = g_strdup (text);
  return TRUE;
}

static gboolean
bool_from_text (gboolean *at, const char *text, char **out_problem)
{
  if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
    return fail (out_problem, text, "yes or no");
  *at = g_str_equal (text, "yes");
  return TRUE;
}

static gboolean
instant_from_text (BrineInstant *at, const char *text, char **out_problem)
{
  BrineMoment moment;

  if (!moment_from_text (text, &moment))
    return fail (out_problem, text, "a time with its offset such as 2026-11-23T08:00:00+01:00");
  *at = moment.instant;
  return TRUE;
}

gboolean
brine_field_from_text (const BrineField *field, gpointer record, const char *text,
                       char **out_problem)
{
  gpointer at = BRINE_FIELD_POINTER (field, record);

  switch (field->kind)
    {
    case BRINE_FIELD_ID:
    case BRINE_FIELD_STRING:
    case BRINE_FIELD_TEXT:
      return text_from_text (field, at, text, out_problem);
    case BRINE_FIELD_INT:
    case BRINE_FIELD_DOUBLE:
      return number_from_text (field, record, text, out_problem);
    case BRINE_FIELD_BOOL:
      return bool_from_text (at, text, out_problem);
    case BRINE_FIELD_NICK:
      return nick_from_text (field, record, text, out_problem);
    case BRINE_FIELD_DAY:
      return brine_day_parse (text, at) || fail (out_problem, text, "a date such as 2026-11-23");
    case BRINE_FIELD_LOCAL:
      return brine_local_parse (text, at)
             || fail (out_problem, text, "a date and time such as 2026-11-23T08:00");
    case BRINE_FIELD_INSTANT:
      return instant_from_text (at, text, out_problem);
    case BRINE_FIELD_MOMENT:
      return moment_from_text (text, at)
             || fail (out_problem, text,
                      "a time with its offset such as 2026-11-23T08:00:00+01:00");
    case BRINE_FIELD_RULE:
      return rule_from_text (at, text, out_problem);
    case BRINE_FIELD_WORDS:
      words_from_text (at, text);
      return TRUE;
    case BRINE_FIELD_LOCALS:
      return locals_from_text (*(GArray **)at, text, out_problem);
    case BRINE_FIELD_REMINDERS:
      return reminders_from_text (*(GArray **)at, text, out_problem);
    case BRINE_FIELD_RECORDS:
      break;
    }
  g_return_val_if_reached (FALSE);
}
