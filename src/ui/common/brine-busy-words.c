/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-words.h"

#include <glib/gi18n.h>

#include "brine-format.h"

char *
brine_busy_format_time (BrineBusy *busy)
{
  g_return_val_if_fail (BRINE_IS_BUSY (busy), NULL);

  if (brine_busy_is_all_day (busy))
    return g_strdup (_ ("All day"));
  return brine_format_time_range (brine_busy_get_start (busy), brine_busy_get_end (busy));
}

/* A calendar that is called as what it holds is told once. */
static gboolean
is_named_apart (BrineBusy *busy)
{
  return !g_str_equal (brine_busy_get_title (busy), brine_busy_get_calendar (busy));
}

static char *
format_moments (BrineBusy *busy)
{
  g_autofree char *from = brine_format_time (brine_busy_get_start (busy));
  g_autofree char *to = brine_format_time (brine_busy_get_end (busy));

  if (brine_busy_is_all_day (busy))
    /* Translators: what a screen reader says of an entry of another calendar: "Holiday, all day" */
    return g_strdup_printf (_ ("%s, all day"), brine_busy_get_title (busy));
  /* Translators: what a screen reader says of an entry of another calendar: its title, when it
   * begins and when it ends, as in "Work, 09:00 to 17:00" */
  return g_strdup_printf (_ ("%1$s, %2$s to %3$s"), brine_busy_get_title (busy), from, to);
}

char *
brine_busy_format_name (BrineBusy *busy)
{
  g_autofree char *moments = NULL;

  g_return_val_if_fail (BRINE_IS_BUSY (busy), NULL);

  moments = format_moments (busy);
  if (!is_named_apart (busy))
    return g_steal_pointer (&moments);
  /* Translators: an entry of another calendar with its times, and the name of that calendar, as in
   * "Work, 09:00 to 17:00, from shifts" */
  return g_strdup_printf (_ ("%1$s, from %2$s"), moments, brine_busy_get_calendar (busy));
}

char *
brine_busy_format_lines (BrineBusy *busy)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (BRINE_IS_BUSY (busy), NULL);

  text = g_string_new (brine_busy_get_title (busy));
  if (!brine_busy_is_all_day (busy))
    {
      g_autofree char *range = brine_busy_format_time (busy);
      g_string_append_printf (text, "\n%s", range);
    }
  if (is_named_apart (busy))
    g_string_append_printf (text, "\n%s", brine_busy_get_calendar (busy));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_until (BrineBusy *busy)
{
  g_autofree char *end = brine_format_time (brine_busy_get_end (busy));

  if (brine_busy_is_all_day (busy))
    /* Translators: an entry of another calendar that takes the whole day, such as a holiday */
    return g_strdup_printf (_ ("%s all day"), brine_busy_get_title (busy));
  /* Translators: an entry of another calendar and when it ends: "Work until 17:00" */
  return g_strdup_printf (_ ("%s until %s"), brine_busy_get_title (busy), end);
}

char *
brine_busy_format_between (GListModel *busy, BrineLocal from, BrineLocal to)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) each = g_list_model_get_item (busy, i);
      BrineLocal start = brine_busy_get_start (each);
      gboolean begins = brine_local_compare (start, from) >= 0;
      /* They stand by their start. */
      if (brine_local_compare (start, to) >= 0)
        break;
      if (!begins && brine_local_compare (brine_busy_get_end (each), from) <= 0)
        continue;
      g_autofree char *until = format_until (each);
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", until);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}
