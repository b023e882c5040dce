/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-private.h"

#include <string.h>

BrineIcalLine *
brine_ical_line_new (const char *text)
{
  BrineIcalLine *line = g_new0 (BrineIcalLine, 1);

  line->kind = BRINE_ICAL_NODE_LINE;
  line->owned = g_strdup (text);
  line->text = line->owned;
  line->text_length = strlen (text);
  return line;
}

void
brine_ical_line_free (BrineIcalLine *line)
{
  if (line == NULL)
    return;

  g_free (line->owned);
  g_free (line);
}

guint
brine_ical_line_get_number (const BrineIcalLine *line)
{
  g_return_val_if_fail (line != NULL, 0);

  return line->number;
}

gsize
brine_ical_line_get_name_length (const BrineIcalLine *line)
{
  gsize n = 0;

  while (n < line->text_length
         && (g_ascii_isalnum (line->text[n]) || line->text[n] == '-' || line->text[n] == '_'))
    n++;
  return n < line->text_length && (line->text[n] == ':' || line->text[n] == ';') ? n : 0;
}

/* End of one parameter (RFC 5545 section 3.1): the next ; or : outside quotes, or the end. */
static gsize
skip_param (const BrineIcalLine *line, gsize at)
{
  gboolean quoted = FALSE;

  for (; at < line->text_length; at++)
    {
      if (line->text[at] == '"')
        quoted = !quoted;
      else if (!quoted && (line->text[at] == ';' || line->text[at] == ':'))
        break;
    }
  return at;
}

/* Offset of the colon before the value; text_length when there is none. A quote that is never
 * closed swallows the line: then the first colon counts. */
static gsize
find_colon (const BrineIcalLine *line)
{
  gsize at = brine_ical_line_get_name_length (line);
  const char *colon;

  if (at == 0)
    return line->text_length;
  while (at < line->text_length && line->text[at] == ';')
    at = skip_param (line, at + 1);
  if (at < line->text_length)
    return at;
  colon = memchr (line->text, ':', line->text_length);
  return colon != NULL ? (gsize)(colon - line->text) : line->text_length;
}

gboolean
brine_ical_line_has_name (const BrineIcalLine *line)
{
  g_return_val_if_fail (line != NULL, FALSE);

  return find_colon (line) < line->text_length;
}

gboolean
brine_ical_line_is (const BrineIcalLine *line, const char *name)
{
  gsize length;

  g_return_val_if_fail (line != NULL && name != NULL, FALSE);

  length = strlen (name);
  return line->text_length > length && (line->text[length] == ':' || line->text[length] == ';')
         && g_ascii_strncasecmp (line->text, name, length) == 0;
}

const char *
brine_ical_line_get_value (const BrineIcalLine *line, gsize *out_length)
{
  gsize colon;

  g_return_val_if_fail (line != NULL && out_length != NULL, NULL);

  colon = find_colon (line);
  if (colon >= line->text_length)
    {
      *out_length = 0;
      return "";
    }
  *out_length = line->text_length - colon - 1;
  return line->text + colon + 1;
}

static char *
drop_nuls (const char *data, gsize length)
{
  char *text = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (data[i] != '\0')
      text[n++] = data[i];
  text[n] = '\0';
  return text;
}

static char *
to_utf8 (const char *data, gsize length)
{
  g_autofree char *text = drop_nuls (data, length);
  char *converted;

  if (g_utf8_validate (text, -1, NULL))
    return g_steal_pointer (&text);
  converted = g_convert (text, -1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return converted != NULL ? converted : g_utf8_make_valid (text, -1);
}

char *
brine_ical_line_dup_value (const BrineIcalLine *line)
{
  const char *value;
  gsize length;

  g_return_val_if_fail (line != NULL, NULL);

  value = brine_ical_line_get_value (line, &length);
  return to_utf8 (value, length);
}

char *
brine_ical_line_dup_text (const BrineIcalLine *line)
{
  g_return_val_if_fail (line != NULL, NULL);

  return to_utf8 (line->text, line->text_length);
}

/* RFC 6868: ^n newline, ^' quote, ^^ circumflex. */
static char *
decode_param (const char *data, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      char next = i + 1 < length ? data[i + 1] : '\0';
      if (data[i] == '^' && (next == 'n' || next == '\'' || next == '^'))
        {
          g_string_append_c (text, next == 'n' ? '\n' : next == '\'' ? '"' : '^');
          i++;
        }
      else
        g_string_append_c (text, data[i]);
    }
  return to_utf8 (text->str, text->len);
}

/* The value of the parameter text[from..to), that is "NAME=value,value", when it is called
 * @name. */
static char *
match_param (const BrineIcalLine *line, gsize from, gsize to, const char *name)
{
  gsize name_length = strlen (name);
  const char *value = line->text + from + name_length + 1;
  const char *end = line->text + to;
  const char *stop;

  if (to - from <= name_length || line->text[from + name_length] != '='
      || g_ascii_strncasecmp (line->text + from, name, name_length) != 0)
    return NULL;
  if (value < end && *value == '"')
    {
      value++;
      stop = memchr (value, '"', end - value);
    }
  else
    stop = memchr (value, ',', end - value);
  return decode_param (value, (stop != NULL ? stop : end) - value);
}

char *
brine_ical_line_dup_param (const BrineIcalLine *line, const char *name)
{
  gsize colon, at;

  g_return_val_if_fail (line != NULL && name != NULL, NULL);

  colon = find_colon (line);
  if (colon >= line->text_length)
    return NULL;
  at = brine_ical_line_get_name_length (line);
  while (at < colon && line->text[at] == ';')
    {
      gsize end = MIN (skip_param (line, at + 1), colon);
      char *value = match_param (line, at + 1, end, name);
      if (value != NULL)
        return value;
      at = end;
    }
  return NULL;
}

static gboolean
is_called (const char *data, gsize length, const char *const *names)
{
  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      gsize n = strlen (names[i]);
      if (length > n && data[n] == '=' && g_ascii_strncasecmp (data, names[i], n) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
brine_ical_line_dup_params (const BrineIcalLine *line, const char *const *except)
{
  g_autoptr (GString) params = g_string_new (NULL);
  gsize colon, at;

  g_return_val_if_fail (line != NULL, NULL);

  colon = find_colon (line);
  if (colon >= line->text_length)
    return g_strdup ("");
  at = brine_ical_line_get_name_length (line);
  while (at < colon && line->text[at] == ';')
    {
      gsize end = MIN (skip_param (line, at + 1), colon);
      if (!is_called (line->text + at + 1, end - at - 1, except))
        g_string_append_len (params, line->text + at, end - at);
      at = end;
    }
  return to_utf8 (params->str, params->len);
}
