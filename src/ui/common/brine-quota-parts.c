/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-quota-parts.h"

#include <glib/gi18n.h>

void
brine_quota_show_dots (BrineDots *dots, BrineQuotaStatus *status)
{
  g_return_if_fail (BRINE_IS_DOTS (dots) && BRINE_IS_QUOTA_STATUS (status));

  brine_dots_set_value (dots, brine_quota_status_get_done (status),
                        brine_quota_status_get_target (status), NULL);
  brine_dots_set_planned (dots, brine_quota_status_get_planned (status));
}

char *
brine_quota_format_count (BrineQuotaStatus *status)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (status), NULL);

  int done = brine_quota_status_get_done (status);
  int target = brine_quota_status_get_target (status);

  if (target > 0)
    /* Translators: times that something was done this week, for example "1 of 2" */
    return g_strdup_printf (_ ("%d of %d"), done, target);
  if (done == 0)
    return g_strdup (C_ ("week", "Paused"));
  return g_strdup_printf (ngettext ("%d done", "%d done", (gulong)done), done);
}

char *
brine_quota_format_pause (BrineQuotaStatus *status)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (status), NULL);

  int times = brine_quota_status_get_times (status);

  if (brine_quota_status_get_target (status) == times)
    return NULL;
  /* Translators: how many times a week something is meant to be done; part of this week is paused,
   * so fewer are asked for. */
  return g_strdup_printf (ngettext ("%d without the pause", "%d without the pause", (gulong)times),
                          times);
}

/* "Sauna, 1 of 2 this week", against what the week asks for. */
static char *
name_week (BrineQuotaStatus *status)
{
  const char *title = brine_quota_status_get_item (status)->title;
  int done = brine_quota_status_get_done (status);
  int target = brine_quota_status_get_target (status);
  int planned = brine_quota_status_get_planned (status);

  if (target == 0 && done == 0)
    /* Translators: accessible name; what is done some times a week: "Sauna, paused this week" */
    return g_strdup_printf (_ ("%s, paused this week"), title);
  if (target == 0)
    /* Translators: accessible name; what, times done: "Sauna, 1 done this week, paused" */
    return g_strdup_printf (ngettext ("%s, %d done this week, paused",
                                      "%s, %d done this week, paused", (gulong)done),
                            title, done);
  if (planned == 0)
    /* Translators: accessible name; what, times done, times wanted: "Sauna, 1 of 2 this week" */
    return g_strdup_printf (_ ("%s, %d of %d this week"), title, done, target);
  /* Translators: accessible name; what, times done, times wanted, times that stand in the calendar
   * and are not done: "Sauna, 0 of 2 this week, 1 planned" */
  return g_strdup_printf (_ ("%s, %d of %d this week, %d planned"), title, done, target, planned);
}

char *
brine_quota_make_name (BrineQuotaStatus *status)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (status), NULL);

  g_autofree char *week = name_week (status);
  g_autofree char *pause = brine_quota_format_pause (status);

  if (pause == NULL)
    return g_steal_pointer (&week);
  /* Translators: accessible name; times of the week, and what a pause took off them:
   * "Sauna, 1 of 2 this week" and "3 without the pause" */
  return g_strdup_printf (_ ("%s; %s"), week, pause);
}
