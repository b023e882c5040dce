/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

#include <stdio.h>
#include <string.h>

/* Reads lines "ZONE LOCAL" and answers each with the Unix time in seconds; zone-oracle.py
 * drives it. */
int
main (void)
{
  g_autoptr (GTimeZone) zone = NULL;
  char line[256];

  while (fgets (line, sizeof line, stdin))
    {
      char *local_text = strchr (g_strchomp (line), ' ');
      BrineLocal local;

      if (local_text == NULL)
        return 2;
      *local_text++ = '\0';
      if (!brine_local_parse (local_text, &local))
        return 2;

      if (zone == NULL || !g_str_equal (g_time_zone_get_identifier (zone), line))
        {
          g_clear_pointer (&zone, g_time_zone_unref);
          zone = g_time_zone_new_identifier (line);
        }
      if (zone == NULL)
        return 3;

      printf ("%" G_GINT64_FORMAT "\n", brine_zone_resolve (zone, local).unix_ms / 1000);
    }

  return 0;
}
