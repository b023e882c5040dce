/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-error.h"

G_DEFINE_QUARK (brine - error - quark, brine_error)

#define MAX_CHARACTERS 40

char *
brine_error_shorten (const char *input)
{
  g_autofree char *start = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (input != NULL, NULL);

  /* No character takes more than six bytes, and one more tells whether there is more. */
  start = g_strndup (input, (MAX_CHARACTERS + 1) * 6);
  valid = g_utf8_make_valid (start, -1);
  /* It may end up on a terminal. */
  for (char *c = valid; *c != '\0'; c++)
    if ((guchar)*c < 0x20 || *c == 0x7f)
      *c = '?';
  if (g_utf8_strlen (valid, -1) <= MAX_CHARACTERS)
    return g_steal_pointer (&valid);

  cut = g_utf8_substring (valid, 0, MAX_CHARACTERS);
  return g_strconcat (cut, "…", NULL);
}
