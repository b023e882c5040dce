/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-format-detect.h"

#include <string.h>

/* How much of a file is looked at. */
#define HEAD_BYTES 4096

static const char *const nicks[] = { NULL, "ics", "json", "csv" };

/* The head as text of single bytes: marks, NULs (of UTF-16) and leading space taken out. */
static char *
dup_head (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GString *head = g_string_new (NULL);
  gsize i = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    i = 2;
  for (; i < MIN (length, HEAD_BYTES); i++)
    if (data[i] != '\0' && (head->len > 0 || !g_ascii_isspace (data[i])))
      g_string_append_c (head, data[i]);
  return g_string_free (head, FALSE);
}

static gboolean
has_begin_line (const char *head)
{
  for (const char *line = head; line != NULL; line = strpbrk (line, "\r\n"))
    {
      line += strspn (line, "\r\n");
      if (g_ascii_strncasecmp (line, "BEGIN:V", strlen ("BEGIN:V")) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_columns (const char *head)
{
  gsize length = strcspn (head, "\r\n");

  for (gsize i = 0; i < length; i++)
    if ((guchar)head[i] < 0x20 && head[i] != '\t')
      return FALSE;
  return length > 0 && strcspn (head, ",;\t") < length;
}

BrineFormat
brine_format_detect (GBytes *bytes, const char *filename)
{
  g_autofree char *head = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (bytes != NULL, BRINE_FORMAT_UNKNOWN);

  if (g_bytes_get_size (bytes) == 0)
    return BRINE_FORMAT_UNKNOWN;
  head = dup_head (bytes);
  if (head[0] == '{' || head[0] == '[')
    return BRINE_FORMAT_JSON;
  if (has_begin_line (head))
    return BRINE_FORMAT_ICS;
  if (has_columns (head))
    return BRINE_FORMAT_CSV;
  /* A single column is CSV only when it says so. */
  lower = filename != NULL ? g_ascii_strdown (filename, -1) : g_strdup ("");
  if (*head != '\0' && g_str_has_suffix (lower, ".csv"))
    return BRINE_FORMAT_CSV;
  return BRINE_FORMAT_UNKNOWN;
}

const char *
brine_format_to_nick (BrineFormat format)
{
  g_return_val_if_fail ((guint)format < G_N_ELEMENTS (nicks), NULL);

  return nicks[format];
}

gboolean
brine_format_from_nick (const char *nick, BrineFormat *out_format)
{
  g_return_val_if_fail (out_format != NULL, FALSE);

  for (guint i = 1; nick != NULL && i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], nick))
      {
        *out_format = (BrineFormat)i;
        return TRUE;
      }
  return FALSE;
}
