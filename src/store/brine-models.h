/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-loaded-list.h"

G_BEGIN_DECLS

/**
 * BrineAgendaModel:
 *
 * GListModel of BrineOccurrence, in the order of brine_occurrence_compare().
 */
#define BRINE_TYPE_AGENDA_MODEL (brine_agenda_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineAgendaModel, brine_agenda_model, BRINE, AGENDA_MODEL, BrineLoadedList)
/**
 * brine_agenda_model_new:
 *
 * Returns: (transfer full): an empty list that waits for its range
 */
BrineAgendaModel *brine_agenda_model_new (BrineStore *store, BrineClock *clock);
/**
 * brine_agenda_model_set_range:
 *
 * Shows the civil days [@from, @to]. The rows of the old range stay until the new ones come.
 */
void brine_agenda_model_set_range (BrineAgendaModel *self, BrineDay from, BrineDay to);
/**
 * brine_agenda_model_get_range:
 * @out_from: (nullable): BRINE_DAY_INVALID before the first range
 * @out_to: (nullable): likewise
 */
void brine_agenda_model_get_range (BrineAgendaModel *self, BrineDay *out_from, BrineDay *out_to);

/**
 * BrineDaySummary:
 *
 * One day in numbers; immutable.
 */
#define BRINE_TYPE_DAY_SUMMARY (brine_day_summary_get_type ())
G_DECLARE_FINAL_TYPE (BrineDaySummary, brine_day_summary, BRINE, DAY_SUMMARY, GObject)
/**
 * brine_day_summary_get_facts:
 *
 * Returns: (transfer none): lives as long as @self
 */
const BrineDayFacts *brine_day_summary_get_facts (BrineDaySummary *self);
/**
 * brine_day_summary_get_day:
 *
 * Returns: the civil day
 */
BrineDay brine_day_summary_get_day (BrineDaySummary *self);
/**
 * brine_day_summary_get_done:
 * @out_done: (nullable): occurrences done
 * @out_planned: (nullable): occurrences planned
 *
 * Over all practices, skipped left out: "4 of 8". Nothing counts on a paused day, not even what was
 * done on it.
 */
void brine_day_summary_get_done (BrineDaySummary *self, int *out_done, int *out_planned);

/**
 * BrineDayModel:
 *
 * GListModel of BrineDaySummary, one a day of the range in order, always complete once loaded.
 */
#define BRINE_TYPE_DAY_MODEL (brine_day_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayModel, brine_day_model, BRINE, DAY_MODEL, BrineLoadedList)
/* These as those of BrineAgendaModel. */
BrineDayModel *brine_day_model_new (BrineStore *store, BrineClock *clock);
void brine_day_model_set_range (BrineDayModel *self, BrineDay from, BrineDay to);

/**
 * BrineQuotaStatus:
 *
 * A quota item with what was done of it in a week, and what is planned; immutable.
 */
#define BRINE_TYPE_QUOTA_STATUS (brine_quota_status_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuotaStatus, brine_quota_status, BRINE, QUOTA_STATUS, GObject)
/**
 * brine_quota_status_get_item:
 *
 * Returns: (transfer none): lives as long as @self
 */
const BrinePlanItem *brine_quota_status_get_item (BrineQuotaStatus *self);
/**
 * brine_quota_status_get_done:
 *
 * Returns: logs of the week, done or partly: its own and those of times of it that were planned. What
 *   is done on a paused day counts: a pause asks for less, and takes nothing away
 */
int brine_quota_status_get_done (BrineQuotaStatus *self);
/**
 * brine_quota_status_get_times:
 *
 * Returns: how many times are meant for the week without a pause: the number that holds in it, by
 *   brine_quota_get_times()
 */
int brine_quota_status_get_times (BrineQuotaStatus *self);
/**
 * brine_quota_status_get_target:
 *
 * Returns: how many times the week asks for: brine_quota_status_get_times(), less what its paused
 *   days take off by brine_quota_get_due(); 0 when too little is left of the week
 */
int brine_quota_status_get_target (BrineQuotaStatus *self);
/**
 * brine_quota_status_get_planned:
 *
 * Returns: how many of its times are planned in the week, from today on, and not logged: items
 *   without a recurrence that are split from the quota
 */
int brine_quota_status_get_planned (BrineQuotaStatus *self);
/**
 * brine_quota_status_find_planned:
 *
 * Returns: (nullable) (transfer none): the first of these on @day; lives as long as @self
 */
const BrinePlanItem *brine_quota_status_find_planned (BrineQuotaStatus *self, BrineDay day);
/**
 * brine_quota_status_get_log:
 *
 * Returns: (nullable) (transfer none): the last log of the civil day that the model was given
 */
const BrineLog *brine_quota_status_get_log (BrineQuotaStatus *self);

/**
 * brine_quota_status_load:
 * @day: any day of the week that is asked for
 * @first_weekday: on which weeks begin, 1 Monday to 7 Sunday
 * @today: what was planned before it is over
 *
 * Blocks until the worker has read three tables; for programs without a main loop.
 *
 * Returns: (transfer full) (element-type BrineQuotaStatus): one for each quota item that begins by
 *   the end of the week, in the order of the plan; on failure NULL and an error of the store
 */
GPtrArray *brine_quota_status_load (BrineStore *store, BrineDay day, int first_weekday,
                                    BrineDay today, GError **error);

/**
 * BrineQuotaModel:
 *
 * GListModel of BrineQuotaStatus: the quota items with what was done in the week of a day, in the
 * order of the plan.
 */
#define BRINE_TYPE_QUOTA_MODEL (brine_quota_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuotaModel, brine_quota_model, BRINE, QUOTA_MODEL, BrineLoadedList)
BrineQuotaModel *brine_quota_model_new (BrineStore *store, BrineClock *clock);
/**
 * brine_quota_model_set_day:
 * @first_weekday: on which weeks begin, 1 Monday to 7 Sunday
 */
void brine_quota_model_set_day (BrineQuotaModel *self, BrineDay day, int first_weekday);

/**
 * BrineHistory:
 *
 * Applies changes and remembers their inverses: undo and redo without end within a session.
 * Changes are written one at a time and in order; an undo given right after a change takes that
 * change back. A change of nothing or without a label is not remembered, so that nothing is taken
 * back unseen; an undo that failed can be tried again.
 * Main thread; it lives until what it was given is written.
 *
 * Signals: "applied" (const char *label): a change that the user made and that has a label is on
 * the disk; "reversed" (const char *label, gboolean redone): a change is taken back, or done again;
 * "failed" (const char *label (nullable), GError *error): a change, undo or redo is not.
 * Properties "can-undo", "can-redo" and "busy" (gboolean, read-only, notify).
 */
#define BRINE_TYPE_HISTORY (brine_history_get_type ())
G_DECLARE_FINAL_TYPE (BrineHistory, brine_history, BRINE, HISTORY, GObject)
BrineHistory *brine_history_new (BrineStore *store);
/* (transfer none) */
BrineStore *brine_history_get_store (BrineHistory *self);
/**
 * brine_history_apply:
 * @label: (nullable): what was done, translated, for the toast ("Walk logged"); NULL: no
 *   toast and no undo, as for a setting that shows where it was changed
 * @change: (transfer full)
 */
void brine_history_apply (BrineHistory *self, const char *label, BrineChange *change);
/**
 * brine_history_note:
 * @label: what was done, translated, for the toast
 * @inverse: (transfer full): of what is on the disk already, written by a batch
 *
 * The next undo takes it back.
 */
void brine_history_note (BrineHistory *self, const char *label, BrineChange *inverse);
/* Nothing happens when there is nothing to take back, or to do again. */
void brine_history_undo (BrineHistory *self);
void brine_history_redo (BrineHistory *self);
gboolean brine_history_can_undo (BrineHistory *self);
gboolean brine_history_can_redo (BrineHistory *self);
/* Whether something is still on its way to the disk: the property "busy". */
gboolean brine_history_is_busy (BrineHistory *self);

G_END_DECLS
