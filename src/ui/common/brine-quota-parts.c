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
brine_quota_make_name (BrineQuotaStatus *status)
{
  g_return_val_if_fail (BRINE_IS_QUOTA_STATUS (status), NULL);

  const char *title = brine_quota_status_get_item (status)->title;
  int done = brine_quota_status_get_done (status);
  int target = brine_quota_status_get_target (status);
  int planned = brine_quota_status_get_planned (status);

  if (planned == 0)
    /* Translators: accessible name; what, times done, times wanted: "Sauna, 1 of 2 this week" */
    return g_strdup_printf (_ ("%s, %d of %d this week"), title, done, target);
  /* Translators: accessible name; what, times done, times wanted, times that stand in the calendar
   * and are not done: "Sauna, 0 of 2 this week, 1 planned" */
  return g_strdup_printf (_ ("%s, %d of %d this week, %d planned"), title, done, target, planned);
}
