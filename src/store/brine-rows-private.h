/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-database-private.h"

G_BEGIN_DECLS

/* A setting as a record among the others. */
typedef struct
{
  char *id; /* its key */
  char *value;
} BrineSetting;

BrineSetting *brine_setting_new (const char *key, const char *value);

/* How records of one kind are copied, read and written. */
typedef struct
{
  gpointer (*copy) (gconstpointer record);
  void (*free) (gpointer record);
  const char *(*get_id) (gconstpointer record);
  /* NULL without @error: there is none. */
  gpointer (*load) (BrineDatabase *db, const char *id, GError **error);
  /* Inserts or replaces by id and lifts the tombstone. @now_ms becomes modified_at. */
  gboolean (*put) (BrineDatabase *db, gconstpointer record, int64_t now_ms, GError **error);
  /* Nullable: ids (char *) of live records that @record replaces because there can be only one of
   * them; NULL and @error: failed. */
  GPtrArray *(*find_rivals) (BrineDatabase *db, gconstpointer record, GError **error);
  /* ?1 now, ?2 id: sets the tombstone. */
  const char *remove_sql;
} BrineRecordClass;

/* By BrineKind. */
extern const BrineRecordClass *const brine_record_classes[BRINE_N_KINDS];
extern const BrineRecordClass brine_item_class;
extern const BrineRecordClass brine_log_class;
extern const BrineRecordClass brine_checkin_class;
extern const BrineRecordClass brine_night_class;
extern const BrineRecordClass brine_pause_class;
extern const BrineRecordClass brine_contact_class;
extern const BrineRecordClass brine_setting_class;
extern const BrineRecordClass brine_template_class;
extern const BrineRecordClass brine_delivery_class;

/* Reading many. Lists are (transfer full) with their free func set. ------------------------- */

/* Live items by start, title; @out_rows (nullable): int64_t, the row number of each. */
GPtrArray *brine_rows_load_items (BrineDatabase *db, GArray *out_rows, GError **error);
GPtrArray *brine_rows_load_logs (BrineDatabase *db, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_rows_load_checkins (BrineDatabase *db, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_rows_load_nights (BrineDatabase *db, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_rows_load_pauses (BrineDatabase *db, BrineDay from, BrineDay to, GError **error);
GPtrArray *brine_rows_load_contacts (BrineDatabase *db, GError **error);
/* By name. */
GPtrArray *brine_rows_load_templates (BrineDatabase *db, GError **error);
/* Changed at @since or later, and all open ones; by the time of their last change. */
GPtrArray *brine_rows_load_last_deliveries (BrineDatabase *db, BrineInstant since, BrineDay from,
                                            BrineInstant remembered_since, int n_occurrences,
                                            GError **error);
GPtrArray *brine_rows_load_deliveries (BrineDatabase *db, BrineInstant since, GError **error);
/* char * → char *: every setting. */
GHashTable *brine_rows_load_settings (BrineDatabase *db, GError **error);

/* Logs of the item @item_id whose original start is not before @from, in that order. */
GPtrArray *brine_rows_load_item_logs (BrineDatabase *db, const char *item_id, BrineLocal from,
                                      GError **error);

/* For the agenda: logs of the days [@from, @to], and of occurrences whose original or present
 * start lies there, wherever they were logged. @out_rows: int64_t, row of the item or 0. */
GPtrArray *brine_rows_load_agenda_logs (BrineDatabase *db, BrineDay from, BrineDay to,
                                        GArray *out_rows, GError **error);

/* Helpers of the codecs. -------------------------------------------------------------------- */

/* The WHERE of that selection, ?1 from, ?2 to. Two arms that share no row. */
#define BRINE_LOGS_IN_RANGE(columns)                                                               \
  "SELECT " columns " FROM logs WHERE deleted_at IS NULL AND at_day BETWEEN ?1 AND ?2 "            \
  "UNION ALL "                                                                                     \
  "SELECT " columns " FROM logs WHERE deleted_at IS NULL AND at_day NOT BETWEEN ?1 AND ?2 "        \
  "AND row IN ("                                                                                   \
  "SELECT row FROM logs WHERE deleted_at IS NULL AND item IS NOT NULL "                            \
  "AND original_day <> at_day AND original_day BETWEEN ?1 AND ?2 "                                 \
  "UNION "                                                                                         \
  "SELECT l.row FROM item_exceptions AS e JOIN logs AS l ON l.item = e.item "                      \
  "AND l.original_day = e.original_day AND l.original_second = e.original_second "                 \
  "AND l.deleted_at IS NULL AND l.item IS NOT NULL "                                               \
  "WHERE e.cancelled = 0 AND e.start_day <> e.original_day "                                       \
  "AND e.start_day BETWEEN ?1 AND ?2)"

/* Every statement that puts a row ends its list of columns with the stamps. */
#define BRINE_STAMP_COLUMNS "created_at, modified_at, deleted_at"

/* The created stamp of a record that is put: its own if it has one. */
int64_t brine_rows_get_created (const BrineStamps *stamps, int64_t now_ms);
/* Reads created_at, modified_at from two columns on. */
BrineStamps brine_rows_read_stamps (BrineQuery *query, int column);
/* Reads ms, offset, day from three columns on. */
BrineMoment brine_rows_read_moment (BrineQuery *query, int column);
/* A nick that this version does not know: BRINE_ERROR_DAMAGED. */
gboolean brine_rows_fail_nick (GError **error);
gboolean brine_rows_unit_from_nick (const char *nick, BrineUnit *out_unit);
const char *brine_rows_goal_kind_to_nick (BrineGoalKind kind);
gboolean brine_rows_goal_kind_from_nick (const char *nick, BrineGoalKind *out_kind);
const char *brine_rows_per_to_nick (BrinePer per);
gboolean brine_rows_per_from_nick (const char *nick, BrinePer *out_per);
/* Runs @query to the end, @read each row; the list or NULL. */
typedef gpointer (*BrineRowReader) (BrineQuery *query, GError **error);
GPtrArray *brine_rows_collect (BrineQuery *query, BrineRowReader read, GDestroyNotify free_record,
                               GError **error);
/* The first row or NULL. */
gpointer brine_rows_first (BrineQuery *query, BrineRowReader read, GError **error);

G_END_DECLS
