/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-time.h"

#include "brine-scan.h"

BrineLocal
brine_local (BrineDay day, int hour, int minute)
{
  return brine_local_add_seconds ((BrineLocal){ day, 0 },
                                  (gint64)hour * 3600 + (gint64)minute * 60);
}

BrineLocal
brine_local_add_seconds (BrineLocal local, int64_t seconds)
{
  const int64_t limit = (int64_t)BRINE_SECONDS_PER_DAY * 8000000; /* more than all valid years */
  int64_t total, day;

  seconds = CLAMP (seconds, -limit, limit);
  total = (int64_t)local.second + seconds;
  day = total / BRINE_SECONDS_PER_DAY;
  if (total % BRINE_SECONDS_PER_DAY < 0)
    day--;
  total -= day * BRINE_SECONDS_PER_DAY;
  day += local.day;

  if (day < BRINE_DAY_MIN)
    return (BrineLocal){ BRINE_DAY_MIN, 0 };
  if (day > BRINE_DAY_MAX)
    return (BrineLocal){ BRINE_DAY_MAX, BRINE_SECONDS_PER_DAY - 1 };

  return (BrineLocal){ (BrineDay)day, (int32_t)total };
}

int64_t
brine_local_diff_seconds (BrineLocal later, BrineLocal earlier)
{
  return ((int64_t)later.day - earlier.day) * BRINE_SECONDS_PER_DAY + later.second - earlier.second;
}

int
brine_local_compare (BrineLocal a, BrineLocal b)
{
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  if (a.second != b.second)
    return a.second < b.second ? -1 : 1;

  return 0;
}

gboolean
brine_local_equal (BrineLocal a, BrineLocal b)
{
  return brine_local_compare (a, b) == 0;
}

int
brine_local_get_minute_of_day (BrineLocal local)
{
  return local.second / 60;
}

gboolean
brine_scan_local (const char **text, BrineLocal *out_local)
{
  const char *p = *text;
  BrineDay day;
  int hour, minute, second = 0;

  if (!brine_scan_day (&p, &day))
    return FALSE;
  if (!brine_scan_char (&p, 'T') && !brine_scan_char (&p, ' '))
    return FALSE;
  if (!brine_scan_digits (&p, 2, &hour) || !brine_scan_char (&p, ':')
      || !brine_scan_digits (&p, 2, &minute))
    return FALSE;
  if (brine_scan_char (&p, ':') && !brine_scan_digits (&p, 2, &second))
    return FALSE;
  if (hour > 23 || minute > 59 || second > 60)
    return FALSE;

  /* A leap second is the last second of its minute to us. */
  *out_local = (BrineLocal){ day, hour * 3600 + minute * 60 + MIN (second, 59) };
  *text = p;
  return TRUE;
}

gboolean
brine_local_parse (const char *text, BrineLocal *out_local)
{
  BrineLocal local;

  g_return_val_if_fail (out_local != NULL, FALSE);

  if (text == NULL || !brine_scan_local (&text, &local) || *text != '\0')
    return FALSE;

  *out_local = local;
  return TRUE;
}

char *
brine_local_to_string (BrineLocal local)
{
  g_autofree char *day = brine_day_to_string (local.day);

  return g_strdup_printf ("%sT%02d:%02d:%02d", day, local.second / 3600, local.second / 60 % 60,
                          local.second % 60);
}
