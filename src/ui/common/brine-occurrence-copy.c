/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-occurrence-acts.h"
#include "brine-plan-copy.h"
#include "brine-translate.h"

/* What happened without a plan, planned: as long as it was by the wall clock. (transfer full) */
static BrinePlanItem *
plan_record (BrineOccurrence *occurrence, BrineLocal start)
{
  int64_t seconds = brine_local_diff_seconds (brine_occurrence_get_end (occurrence),
                                              brine_occurrence_get_start (occurrence));
  BrinePlanItem *item = brine_plan_item_new (brine_occurrence_get_practice (occurrence),
                                             brine_occurrence_get_local_title (occurrence), start,
                                             (int)MAX (seconds / 60, 0));

  item->recipe_id = g_strdup (brine_occurrence_get_recipe_id (occurrence));
  return item;
}

void
brine_occurrence_copy (const BrineActs *acts, GtkWidget *parent, BrineOccurrence *occurrence,
                       BrineLocal start)
{
  g_return_if_fail (acts != NULL && BRINE_IS_HISTORY (acts->history));
  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (BRINE_IS_OCCURRENCE (occurrence));

  const BrineSlot *planned = brine_occurrence_get_planned (occurrence);
  g_autoptr (BrinePlanItem) copy =
      planned != NULL ? brine_plan_copy_slot (planned, start) : plan_record (occurrence, start);
  BrineChange *change = brine_change_new ();
  BrineDay today = brine_clock_get_local (acts->clock).day;
  g_autofree char *day = brine_format_day_relative (start.day, today);
  g_autofree char *time = brine_format_time (start);
  /* Translators: toast; a day and a time, for example "Copied to Friday 20 November, 17:30" */
  g_autofree char *label = g_strdup_printf (_ ("Copied to %s, %s"), day, time);

  brine_change_put_copy (change, copy);
  brine_history_apply (acts->history, label, change);
}
