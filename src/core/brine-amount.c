/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-types.h"

#include <math.h>

#include "brine-number.h"

static const struct
{
  const char *word;
  BrineUnit unit;
} unit_words[] = {
  { "min", BRINE_UNIT_MINUTES },
  { "mins", BRINE_UNIT_MINUTES },
  { "minute", BRINE_UNIT_MINUTES },
  { "minutes", BRINE_UNIT_MINUTES },
  { "h", BRINE_UNIT_HOURS },
  { "hr", BRINE_UNIT_HOURS },
  { "hrs", BRINE_UNIT_HOURS },
  { "hour", BRINE_UNIT_HOURS },
  { "hours", BRINE_UNIT_HOURS },
  { "serving", BRINE_UNIT_SERVINGS },
  { "servings", BRINE_UNIT_SERVINGS },
  { "portion", BRINE_UNIT_PORTIONS },
  { "portions", BRINE_UNIT_PORTIONS },
  { "time", BRINE_UNIT_TIMES },
  { "times", BRINE_UNIT_TIMES },
  { "km", BRINE_UNIT_KILOMETRES },
  { "kilometre", BRINE_UNIT_KILOMETRES },
  { "kilometres", BRINE_UNIT_KILOMETRES },
  { "kilometer", BRINE_UNIT_KILOMETRES },
  { "kilometers", BRINE_UNIT_KILOMETRES },
};

gboolean
brine_number_scan (const char **text, double *out_value)
{
  g_autofree char *number = NULL;
  const char *p = *text;
  gsize length;
  double value;

  length = strspn (p, "0123456789");
  if (p[length] == '.' || p[length] == ',')
    length += 1 + strspn (p + length + 1, "0123456789");
  if (!g_ascii_isdigit (p[0]) || !g_ascii_isdigit (p[length - 1]) || length > 32)
    return FALSE;

  number = g_strndup (p, length);
  g_strdelimit (number, ",", '.');
  value = g_ascii_strtod (number, NULL);
  if (value > BRINE_NUMBER_MAX)
    return FALSE;

  *text = p + length;
  *out_value = value;
  return TRUE;
}

char *
brine_number_to_string (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE * 2];

  /* Never an exponent: the fewest decimals that read back as the same number. */
  for (int decimals = 0; decimals <= 17; decimals++)
    {
      char format[] = "%.00f";

      format[2] = (char)('0' + decimals / 10);
      format[3] = (char)('0' + decimals % 10);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }

  return g_strdup (buffer);
}

void
brine_refuse_input (GError **error, const char *input, const char *reason)
{
  g_autofree char *start = brine_error_shorten (input);

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "“%s” %s", start, reason);
}

static void
skip_space (const char **text)
{
  while (g_ascii_isspace (**text))
    (*text)++;
}

gboolean
brine_unit_scan (const char **text, BrineUnit *out_unit)
{
  gsize length = 0;

  while (g_ascii_isalpha ((*text)[length]))
    length++;

  for (guint i = 0; i < G_N_ELEMENTS (unit_words); i++)
    if (strlen (unit_words[i].word) == length
        && g_ascii_strncasecmp (unit_words[i].word, *text, length) == 0)
      {
        *text += length;
        *out_unit = unit_words[i].unit;
        return TRUE;
      }

  return FALSE;
}

/* The minutes after "1 h": "20", "20 min" or nothing. */
static gboolean
scan_minutes_after_hours (const char **text, BrineAmount *amount)
{
  double minutes;
  BrineUnit unit = BRINE_UNIT_MINUTES;

  skip_space (text);
  if (**text == '\0')
    return TRUE;
  if (amount->unit != BRINE_UNIT_HOURS || !brine_number_scan (text, &minutes) || minutes >= 60)
    return FALSE;
  skip_space (text);
  if (**text != '\0' && (!brine_unit_scan (text, &unit) || unit != BRINE_UNIT_MINUTES))
    return FALSE;
  skip_space (text);

  amount->value = amount->value * 60 + minutes;
  amount->unit = BRINE_UNIT_MINUTES;
  return **text == '\0' && amount->value <= BRINE_NUMBER_MAX;
}

gboolean
brine_amount_parse (const char *text, BrineAmount *out_amount, GError **error)
{
  const char *p = text;
  BrineAmount amount = { 0, BRINE_UNIT_NONE };

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out_amount != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  skip_space (&p);
  if (*p == '\0')
    {
      *out_amount = amount;
      return TRUE;
    }

  if (!brine_number_scan (&p, &amount.value))
    {
      brine_refuse_input (error, text,
                          "does not start with a number from 0 to 1,000,000; "
                          "write an amount such as “20 min”.");
      return FALSE;
    }

  skip_space (&p);
  if (!brine_unit_scan (&p, &amount.unit))
    {
      brine_refuse_input (error, text,
                          "has no unit that is known; "
                          "use min, h, servings, portions, times or km.");
      return FALSE;
    }

  if (!scan_minutes_after_hours (&p, &amount))
    {
      brine_refuse_input (error, text,
                          "goes on after the unit; write an amount such as “20 min” or “1 h 20”.");
      return FALSE;
    }

  *out_amount = amount;
  return TRUE;
}

char *
brine_amount_to_string (BrineAmount amount)
{
  g_autofree char *number = NULL;

  if (amount.unit == BRINE_UNIT_NONE)
    return g_strdup ("");

  number = brine_number_to_string (amount.value);

  return g_strdup_printf ("%s %s", number, brine_unit_to_nick (amount.unit));
}

double
brine_amount_get_minutes (BrineAmount amount)
{
  if (amount.unit == BRINE_UNIT_MINUTES)
    return amount.value;
  if (amount.unit == BRINE_UNIT_HOURS)
    return amount.value * 60;

  return -1;
}
