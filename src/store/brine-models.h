/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"
#include "brine-store.h"

G_BEGIN_DECLS

/*
 * List models for the range that a view declares. Each loads on the worker, follows the store's
 * change feed and the clock, and emits minimal items-changed: an unchanged row keeps its object.
 * Property "loading" (gboolean, read-only, notifies). Main thread.
 */

/* GListModel of BrineOccurrence. */
#define BRINE_TYPE_AGENDA_MODEL (brine_agenda_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineAgendaModel, brine_agenda_model, BRINE, AGENDA_MODEL, GObject)
BrineAgendaModel *brine_agenda_model_new (BrineStore *store, BrineClock *clock);
/* Civil days [@from, @to]. */
void brine_agenda_model_set_range (BrineAgendaModel *self, BrineDay from, BrineDay to);
void brine_agenda_model_get_range (BrineAgendaModel *self, BrineDay *out_from, BrineDay *out_to);
gboolean brine_agenda_model_is_loading (BrineAgendaModel *self);
/* Loads again when states may have changed with the time (a view's minute timer calls it). */
void brine_agenda_model_refresh (BrineAgendaModel *self);

/* GListModel of BrineDaySummary, one a day of the range, always complete once loaded. */
#define BRINE_TYPE_DAY_SUMMARY (brine_day_summary_get_type ())
G_DECLARE_FINAL_TYPE (BrineDaySummary, brine_day_summary, BRINE, DAY_SUMMARY, GObject)
const BrineDayFacts *brine_day_summary_get_facts (BrineDaySummary *self);
BrineDay brine_day_summary_get_day (BrineDaySummary *self);
/* Over all practices, paused and skipped left out: "4 of 8". */
void brine_day_summary_get_done (BrineDaySummary *self, int *out_done, int *out_planned);

#define BRINE_TYPE_DAY_MODEL (brine_day_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineDayModel, brine_day_model, BRINE, DAY_MODEL, GObject)
BrineDayModel *brine_day_model_new (BrineStore *store, BrineClock *clock);
void brine_day_model_set_range (BrineDayModel *self, BrineDay from, BrineDay to);
gboolean brine_day_model_is_loading (BrineDayModel *self);
void brine_day_model_refresh (BrineDayModel *self);

/* GListModel of BrineQuotaStatus: the quota items with what was done in the week of a day. */
#define BRINE_TYPE_QUOTA_STATUS (brine_quota_status_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuotaStatus, brine_quota_status, BRINE, QUOTA_STATUS, GObject)
const BrinePlanItem *brine_quota_status_get_item (BrineQuotaStatus *self);
int brine_quota_status_get_done (BrineQuotaStatus *self); /* this week */
int brine_quota_status_get_target (BrineQuotaStatus *self);
/* (nullable) the log of the civil day that the model was given */
const BrineLog *brine_quota_status_get_log (BrineQuotaStatus *self);

#define BRINE_TYPE_QUOTA_MODEL (brine_quota_model_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuotaModel, brine_quota_model, BRINE, QUOTA_MODEL, GObject)
BrineQuotaModel *brine_quota_model_new (BrineStore *store, BrineClock *clock);
/* @first_weekday 1 Monday to 7 Sunday. */
void brine_quota_model_set_day (BrineQuotaModel *self, BrineDay day, int first_weekday);

/**
 * BrineHistory:
 *
 * Applies changes and remembers their inverses: undo and redo without end within a session.
 * One at a time and in order. Signals: "applied" (const char *label): a change that the user
 * made is on the disk; "failed" (const char *label, GError *error); properties "can-undo",
 * "can-redo" (gboolean).
 */
#define BRINE_TYPE_HISTORY (brine_history_get_type ())
G_DECLARE_FINAL_TYPE (BrineHistory, brine_history, BRINE, HISTORY, GObject)
BrineHistory *brine_history_new (BrineStore *store);
BrineStore *brine_history_get_store (BrineHistory *self);
/* @label: what was done, translated, for the toast ("Walk logged"); NULL: no toast. @change consumed. */
void brine_history_apply (BrineHistory *self, const char *label, BrineChange *change);
void brine_history_undo (BrineHistory *self);
void brine_history_redo (BrineHistory *self);
gboolean brine_history_can_undo (BrineHistory *self);
gboolean brine_history_can_redo (BrineHistory *self);
/* Number of applied changes still on their way to the disk; "busy" notifies. */
gboolean brine_history_is_busy (BrineHistory *self);

G_END_DECLS
