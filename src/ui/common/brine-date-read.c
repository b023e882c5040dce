/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-date-parse-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "brine-error.h"

/* From text to a reading: numbers, names and keywords, whatever their language and order. */

#define MAX_BYTES 200
#define SHORTEST_NAME 3

static const BrineDateWords english = {
  .words = {
    [BRINE_DATE_WORD_TODAY] = "today|now",
    [BRINE_DATE_WORD_TOMORROW] = "tomorrow",
    [BRINE_DATE_WORD_YESTERDAY] = "yesterday",
    [BRINE_DATE_WORD_OVERMORROW] = "day after tomorrow|the day after tomorrow",
    [BRINE_DATE_WORD_EREYESTERDAY] = "day before yesterday|the day before yesterday",
    [BRINE_DATE_WORD_NEXT] = "next",
    [BRINE_DATE_WORD_LAST] = "last|previous",
    [BRINE_DATE_WORD_IN] = "in",
    [BRINE_DATE_WORD_AGO] = "ago",
    [BRINE_DATE_WORD_ONE] = "a|an|one",
    [BRINE_DATE_WORD_DAYS] = "day|days|d",
    [BRINE_DATE_WORD_WEEKS] = "week|weeks",
    [BRINE_DATE_WORD_MONTHS] = "month|months",
    [BRINE_DATE_WORD_YEARS] = "year|years|y",
    [BRINE_DATE_WORD_WEEK_NUMBER] = "w|wk|week number",
    [BRINE_DATE_WORD_FILLER] = "on|the|of|this|at|st|nd|rd|th",
  },
  .months = { "January", "February", "March", "April", "May", "June", "July", "August",
              "September", "October", "November", "December" },
  .weekdays = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
};

/* Without case, accents, signs of direction, and with digits from 0 to 9. */
static char *
fold (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = parts != NULL ? g_utf8_casefold (parts, -1) : g_strdup ("");
  GString *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);
      int digit = g_unichar_digit_value (c);

      if (digit >= 0)
        g_string_append_c (folded, (char)('0' + digit));
      else if (c == 0x2212 || c == 0x2013)
        g_string_append_c (folded, '-');
      else if (g_unichar_isspace (c))
        g_string_append_c (folded, ' ');
      else if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_FORMAT)
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_letter (const char *at)
{
  return g_unichar_isalpha (g_utf8_get_char (at)) || *at == '\'';
}

/* How many bytes at @at are one of the @alternatives and end there; 0: none. */
static size_t
match_words (const char *at, const char *alternatives)
{
  g_auto (GStrv) all = g_strsplit (alternatives != NULL ? alternatives : "", "|", -1);
  size_t longest = 0;

  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *word = fold (g_strstrip (all[i]));
      size_t length = strlen (word);
      /* Abbreviations of the locale end in a full stop, which nobody types. */
      while (length > 0 && word[length - 1] == '.')
        word[--length] = '\0';
      if (length > longest && strncmp (at, word, length) == 0 && !is_letter (at + length))
        longest = length;
    }
  return longest;
}

static size_t
get_word_length (const char *at)
{
  const char *end = at;

  while (*end != '\0' && is_letter (end))
    end = g_utf8_next_char (end);
  return (size_t)(end - at);
}

/* The beginning of a name is enough when it is long enough. */
static gboolean
begins_name (const char *at, size_t length, const char *alternatives)
{
  g_auto (GStrv) all = g_strsplit (alternatives != NULL ? alternatives : "", "|", -1);

  if (g_utf8_strlen (at, (gssize)length) < SHORTEST_NAME)
    return FALSE;
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *name = fold (g_strstrip (all[i]));
      if (strncmp (name, at, length) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
find_whole_name (const char *at, const char *const *names, int n, size_t *length)
{
  for (int i = 0; i < n; i++)
    {
      size_t match = match_words (at, names[i]);
      if (match > 0)
        {
          *length = match;
          return i + 1;
        }
    }
  return 0;
}

static int
find_begun_name (const char *at, const char *const *names, int n, size_t length)
{
  for (int i = 0; i < n; i++)
    if (begins_name (at, length, names[i]))
      return i + 1;
  return 0;
}

static gboolean
read_keyword (BrineDateReading *self, const char *at, const BrineDateWords *words, size_t *length)
{
  int found = -1;

  *length = 0;
  for (int i = 0; i < BRINE_N_DATE_WORDS; i++)
    {
      size_t match = match_words (at, words->words[i]);
      if (match > *length)
        {
          *length = match;
          found = i;
        }
    }
  if (found < 0)
    return FALSE;
  if ((found == BRINE_DATE_WORD_WEEKS && self->n_numbers == 0)
      || found == BRINE_DATE_WORD_WEEK_NUMBER)
    self->week_first = TRUE;
  self->has[found] = TRUE;
  return TRUE;
}

/* Whole names go before their beginnings, and the user's language before English. */
static gboolean
read_word (BrineDateReading *self, const char *at, const BrineDateWords *local, size_t *length)
{
  const BrineDateWords *tables[] = { local != NULL ? local : &english, &english };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      int month = find_whole_name (at, tables[i]->months, 12, length);
      int weekday = month == 0 ? find_whole_name (at, tables[i]->weekdays, 7, length) : 0;
      if (month > 0)
        self->month = month;
      if (weekday > 0)
        self->weekday = weekday;
      if (month > 0 || weekday > 0 || read_keyword (self, at, tables[i], length))
        return TRUE;
    }
  *length = get_word_length (at);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      int month = find_begun_name (at, tables[i]->months, 12, *length);
      int weekday = month == 0 ? find_begun_name (at, tables[i]->weekdays, 7, *length) : 0;
      if (month > 0)
        self->month = month;
      if (weekday > 0)
        self->weekday = weekday;
      if (month > 0 || weekday > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_number (BrineDateReading *self, const char *at, size_t *length)
{
  size_t n_digits = strspn (at, "0123456789");

  *length = n_digits;
  if (n_digits > 8 || self->n_numbers == BRINE_DATE_MAX_NUMBERS)
    return FALSE;
  self->numbers[self->n_numbers++] =
      (BrineDateNumber){ (int)g_ascii_strtoll (at, NULL, 10), (int)n_digits };
  return TRUE;
}

static gboolean
is_sign (const BrineDateReading *self, const char *at)
{
  return (*at == '+' || *at == '-') && self->n_numbers == 0;
}

static void
set_unknown (const char *word, size_t length, GError **error)
{
  g_autofree char *part = g_strndup (word, length > 0 ? length : strlen (word));
  g_autofree char *shown = brine_error_shorten (part);

  /* Translators: %s is what was typed and is not understood. */
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("“%s” is not understood. Try “24 December”, “next Monday” or “in 3 weeks”."),
               shown);
}

gboolean
brine_date_read (const char *text, const BrineDateWords *local, BrineDateReading *out_reading,
                 GError **error)
{
  g_autofree char *start = g_strndup (text, MAX_BYTES);
  g_autofree char *valid = g_utf8_make_valid (start, -1);
  g_autofree char *folded = fold (valid);
  BrineDateReading reading = { 0 };

  for (const char *at = g_strstrip (folded); *at != '\0';)
    {
      size_t length = 1;
      gboolean known = TRUE;

      if (g_ascii_isdigit (*at))
        known = read_number (&reading, at, &length);
      else if (is_letter (at))
        known = read_word (&reading, at, local, &length);
      else if (is_sign (&reading, at))
        reading.sign = *at == '+' ? 1 : -1;
      else if (strchr (" .,/-", *at) == NULL)
        known = FALSE;
      if (!known)
        {
          set_unknown (at, length, error);
          return FALSE;
        }
      at += length;
    }
  *out_reading = reading;
  return TRUE;
}
