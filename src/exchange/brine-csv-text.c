/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-csv-text-private.h"
#include "brine-error.h"

#include <string.h>

/* Writing ------------------------------------------------------------------------------- */

static gboolean
is_run_by_spreadsheets (char c)
{
  return c != '\0' && strchr ("=+-@\t\r", c) != NULL;
}

static gboolean
needs_guard (const char *text)
{
  while (*text == '\'')
    text++;
  return is_run_by_spreadsheets (*text);
}

void
brine_csv_append_cell (GString *out, gboolean first, const char *text)
{
  gboolean quoted;

  if (!first)
    g_string_append_c (out, ',');
  if (text == NULL || *text == '\0')
    return;
  quoted = strpbrk (text, ",;\t\"\r\n") != NULL || *text == ' ' || text[strlen (text) - 1] == ' ';
  if (quoted)
    g_string_append_c (out, '"');
  if (needs_guard (text))
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

char *
brine_csv_strip_guard (char *cell)
{
  if (*cell == '\'' && needs_guard (cell))
    memmove (cell, cell + 1, strlen (cell));
  return cell;
}

/* Reading ------------------------------------------------------------------------------- */

struct _BrineCsvReader
{
  GBytes *bytes;
  const char *at;
  const char *end;
  char separator;
  guint line;
  guint n_rows;
};

static gboolean
fail (const BrineCsvReader *reader, GError **error, BrineError code, const char *sentence)
{
  g_set_error (error, BRINE_ERROR, code, "line %u: %s", reader->line, sentence);
  return FALSE;
}

/* Whatever follows the first cell of the heading. */
static char
find_separator (const char *at, const char *end)
{
  gboolean quoted = FALSE;

  while (at < end && (*at == '\n' || *at == '\r'))
    at++;
  for (; at < end && (quoted || (*at != '\n' && *at != '\r')); at++)
    {
      if (*at == '"')
        quoted = !quoted;
      else if (!quoted && (*at == ',' || *at == ';' || *at == '\t'))
        return *at;
    }
  return ',';
}

BrineCsvReader *
brine_csv_reader_new (GBytes *bytes, GError **error)
{
  g_autoptr (BrineCsvReader) reader = g_new0 (BrineCsvReader, 1);
  const char *bad;
  gsize length;

  reader->bytes = g_bytes_ref (bytes);
  reader->at = g_bytes_get_data (bytes, &length);
  if (length == 0)
    reader->at = "";
  reader->end = reader->at + length;
  reader->line = 1;
  if (length > BRINE_CSV_MAX_BYTES)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX,
                           "The file is larger than 256 MB.");
      return NULL;
    }
  if (!g_utf8_validate_len (reader->at, length, &bad))
    {
      for (const char *c = reader->at; c < bad; c++)
        reader->line += *c == '\n';
      fail (reader, error, BRINE_ERROR_INVALID, "The text is not valid UTF-8.");
      return NULL;
    }
  if (length >= 3 && memcmp (reader->at, "\xef\xbb\xbf", 3) == 0)
    reader->at += 3;
  reader->separator = find_separator (reader->at, reader->end);
  return g_steal_pointer (&reader);
}

void
brine_csv_reader_free (BrineCsvReader *reader)
{
  if (reader == NULL)
    return;

  g_bytes_unref (reader->bytes);
  g_free (reader);
}

static gboolean
at_row_end (const BrineCsvReader *reader)
{
  return reader->at >= reader->end || *reader->at == '\n' || *reader->at == '\r';
}

static void
skip_row_end (BrineCsvReader *reader)
{
  if (reader->at < reader->end && *reader->at == '\r')
    reader->at++;
  if (reader->at < reader->end && *reader->at == '\n')
    reader->at++;
  reader->line++;
}

static gboolean
read_quoted (BrineCsvReader *reader, GString *cell, GError **error)
{
  for (reader->at++; reader->at < reader->end; reader->at++)
    {
      if (*reader->at == '"')
        {
          if (reader->at + 1 >= reader->end || reader->at[1] != '"')
            break;
          reader->at++;
        }
      reader->line += *reader->at == '\n';
      g_string_append_c (cell, *reader->at);
      if (cell->len > BRINE_CSV_MAX_CELL)
        return fail (reader, error, BRINE_ERROR_TOO_COMPLEX, "A cell is larger than 1 MB.");
    }
  if (reader->at >= reader->end)
    return fail (reader, error, BRINE_ERROR_INVALID, "A quoted cell is never ended.");
  reader->at++;
  if (!at_row_end (reader) && *reader->at != reader->separator)
    return fail (reader, error, BRINE_ERROR_INVALID,
                 "A quoted cell is followed by something other than a separator.");
  return TRUE;
}

static gboolean
read_cell (BrineCsvReader *reader, GPtrArray *row, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (row->len >= BRINE_CSV_MAX_COLUMNS)
    return fail (reader, error, BRINE_ERROR_TOO_COMPLEX, "A row has more than 256 cells.");
  if (!at_row_end (reader) && *reader->at == '"')
    {
      if (!read_quoted (reader, cell, error))
        return FALSE;
    }
  else
    while (!at_row_end (reader) && *reader->at != reader->separator)
      {
        g_string_append_c (cell, *reader->at++);
        if (cell->len > BRINE_CSV_MAX_CELL)
          return fail (reader, error, BRINE_ERROR_TOO_COMPLEX, "A cell is larger than 1 MB.");
      }
  brine_csv_strip_guard (cell->str);
  g_ptr_array_add (row, g_strdup (cell->str));
  return TRUE;
}

GPtrArray *
brine_csv_reader_read_row (BrineCsvReader *reader, guint *out_line, GError **error)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  while (reader->at < reader->end && at_row_end (reader))
    skip_row_end (reader);
  if (reader->at >= reader->end)
    return NULL;
  if (++reader->n_rows > BRINE_CSV_MAX_ROWS)
    {
      fail (reader, error, BRINE_ERROR_TOO_COMPLEX, "The file has more than a million rows.");
      return NULL;
    }
  *out_line = reader->line;
  for (;;)
    {
      if (!read_cell (reader, row, error))
        return NULL;
      if (at_row_end (reader))
        break;
      reader->at++;
    }
  skip_row_end (reader);
  return g_steal_pointer (&row);
}
