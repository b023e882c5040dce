/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

/**
 * BrineEditImpact:
 * @endless: the series goes on for ever, so that @n_total, @n_changed and @n_later are 0
 * @changes_this: the occurrence that was edited is among those that change; not so when it is
 *   logged and several were meant
 * @n_total: occurrences of the series
 * @n_changed: those that are moved, changed or taken out
 * @n_later: those of them that come after the one that was edited
 * @n_logged: logged ones that the scope means and that stay as they were
 * @n_before: occurrences that are left alone by ALL since they come before @from, with those that
 *   are logged; 0 unless it leaves a history whole
 * @from: the first day that changes, when @n_before is not 0
 * @n_put: occurrences that were moved by themselves and stay where they were put
 * @n_lost: occurrences that were changed by themselves and cannot be kept
 * @lost: where they are, the first ones; their day and time as shown
 *
 * What an edit of a series would do, for the question which ones are meant.
 */
#define BRINE_EDIT_IMPACT_N_LOST 8
typedef struct
{
  gboolean endless;
  gboolean changes_this;
  int n_total;
  int n_changed;
  int n_later;
  int n_logged;
  int n_before;
  BrineDay from;
  int n_put;
  int n_lost;
  BrineLocal lost[BRINE_EDIT_IMPACT_N_LOST];
} BrineEditImpact;

/**
 * brine_edit_measure:
 * @edit: (nullable): what became of @item; NULL: nothing can be done
 * @item: as it was before
 * @original: the occurrence that was edited
 * @scope: what was meant
 * @logged: (nullable) (element-type BrineLocal): original starts of what is logged, sorted
 *
 * Counts what @edit changes. A rule too complex to be counted is taken for endless.
 */
void brine_edit_measure (const BrineEdit *edit, const BrinePlanItem *item, BrineLocal original,
                         BrineScope scope, const GArray *logged, BrineEditImpact *out_impact);

G_END_DECLS
