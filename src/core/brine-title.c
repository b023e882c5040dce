/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-title.h"

#include <string.h>

/* C0, DEL and C1. */
static gboolean
is_control (gunichar c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Embeddings, overrides and isolates; the marks of one character (U+200E, U+200F) do no harm. */
static gboolean
is_direction (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
brine_title_clean (const char *text)
{
  GString *title;
  int n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  while (*text != '\0' && strchr (" \t\r\n", *text) != NULL)
    text++;
  title = g_string_new (NULL);
  for (const char *c = text; *c != '\0' && n < BRINE_TITLE_MAX; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (strchr ("\t\r\n", *c) != NULL)
        character = ' ';
      else if (is_control (character) || is_direction (character))
        continue;
      g_string_append_unichar (title, character);
      n++;
    }
  return g_strstrip (g_string_free (title, FALSE));
}

gboolean
brine_title_fits (const char *title)
{
  g_return_val_if_fail (title != NULL, FALSE);

  return g_utf8_strlen (title, -1) <= BRINE_TITLE_MAX;
}
