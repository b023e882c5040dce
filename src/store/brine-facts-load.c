/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-agenda-private.h"
#include "brine-plan-private.h"
#include "brine-plant-count-private.h"
#include "brine-rows-private.h"

#include <math.h>

/*
 * Ten years are some thirty thousand logs and as many occurrences, to be counted in 30 ms. So no
 * record is built: rows are counted as they stream by, each finding its occurrence by (item,
 * original start), and what is left without a log is counted by its state at the end.
 */

#define LOG_COLUMNS                                                                                \
  "item, original_day, original_second, at_day, practice, state, amount, unit, live_servings, "    \
  "plants"

typedef struct
{
  BrineDay from;
  BrineDay to;
  BrineDayFacts *days;
  BrineSlots *slots;
  guint8 *taken; /* of each slot: it has a log; so the next: it has a night */
  guint8 *slept;
  BrinePlantCount *plants;
} Facts;

static BrineDayFacts *
get_day (Facts *facts, BrineDay day)
{
  return day >= facts->from && day <= facts->to ? &facts->days[day - facts->from] : NULL;
}

static void
count_state (BrinePracticeFacts *practice, BrineState state)
{
  switch (state)
    {
    case BRINE_STATE_PLANNED:
    case BRINE_STATE_DUE:
      practice->open++;
      break;
    case BRINE_STATE_DONE:
      practice->done++;
      break;
    case BRINE_STATE_PARTLY:
      practice->partly++;
      break;
    case BRINE_STATE_SKIPPED:
      practice->skipped++;
      break;
    case BRINE_STATE_MISSED:
      practice->missed++;
      break;
    case BRINE_STATE_PAUSED:
      practice->paused++;
      break;
    default:
      break;
    }
}

typedef struct
{
  BrineState state;
  BrineAmount amount;
  double live_servings;
  const char *plants;
} LogFacts;

static gboolean
read_log (BrineQuery *query, BrinePractice *out_practice, LogFacts *out_log, GError **error)
{
  if (!brine_practice_from_nick (brine_query_get_text (query, 4), out_practice)
      || !brine_state_from_nick (brine_query_get_text (query, 5), &out_log->state)
      || !brine_rows_unit_from_nick (brine_query_get_text (query, 7), &out_log->amount.unit))
    return brine_rows_fail_nick (error);
  out_log->amount.value = sqlite3_column_double (query, 6);
  out_log->live_servings = sqlite3_column_double (query, 8);
  out_log->plants = brine_query_get_text (query, 9);
  return TRUE;
}

/* What a log says of its day whether it was planned or not. @planned_minutes: what "done" without
 * an amount means; 0: not known. */
static void
count_log (Facts *facts, BrineDayFacts *day, BrinePractice practice, const LogFacts *log,
           int planned_minutes)
{
  double minutes = brine_amount_get_minutes (log->amount);

  if (log->state == BRINE_STATE_SKIPPED)
    return;
  if (minutes >= 0)
    day->practices[practice].minutes += minutes;
  else if (log->state == BRINE_STATE_DONE)
    day->practices[practice].minutes += planned_minutes;
  day->live_servings += log->live_servings;
  if (log->plants != NULL)
    brine_plant_count_add (facts->plants, day->day - facts->from, log->plants);
}

static void
count_planned_log (Facts *facts, int index, const LogFacts *log)
{
  const BrineSlot *slot = &g_array_index (facts->slots->slots, BrineSlot, index);
  BrinePractice practice = slot->item->practice;
  BrineDayFacts *day = get_day (facts, slot->day);

  if (day == NULL)
    return;
  facts->taken[index] = TRUE;
  day->practices[practice].planned++;
  count_state (&day->practices[practice], log->state);
  /* The night itself says how long it was. */
  count_log (facts, day, practice, log,
             practice == BRINE_PRACTICE_SLEEP || facts->slept[index] ? 0 : slot->minutes);
}

static void
count_extra_log (Facts *facts, BrineDayFacts *day, BrinePractice practice, const LogFacts *log)
{
  if (log->state != BRINE_STATE_SKIPPED)
    day->practices[practice].extra++;
  count_log (facts, day, practice, log, 0);
}

static gboolean
count_log_row (Facts *facts, BrineQuery *query, GError **error)
{
  int64_t row = sqlite3_column_int64 (query, 0);
  int item = row == 0 ? -1 : brine_plan_find_row (facts->slots->plan, row);
  BrineLocal original = brine_query_get_local (query, 1);
  int slot = item < 0 ? -1 : brine_slots_find (facts->slots, item, original);
  BrineDayFacts *day = get_day (facts, sqlite3_column_int (query, 3));
  BrinePractice practice;
  LogFacts log = { 0 };

  if (!read_log (query, &practice, &log, error))
    return FALSE;
  if (slot >= 0 && !facts->taken[slot])
    count_planned_log (facts, slot, &log);
  else if (day != NULL
           && (slot >= 0 || item < 0
               || !brine_plan_has_occurrence (facts->slots->plan, item, original)))
    count_extra_log (facts, day, practice, &log);
  return TRUE;
}

static gboolean
count_logs (Facts *facts, BrineDatabase *db, GError **error)
{
  static const char sql[] = BRINE_LOGS_IN_RANGE (LOG_COLUMNS);
  g_autoptr (BrineQuery) query = brine_database_query (db, sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "nn", facts->from - BRINE_RANGE_MARGIN_DAYS,
                    facts->to + BRINE_RANGE_MARGIN_DAYS);
  while (brine_query_next (query, &local_error) && count_log_row (facts, query, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What a day knows beside its logs: check-ins, nights, pauses, in one statement. */
#define PART_COLUMNS_OF_CHECKIN "0, at_day, mood, energy, stress, gut, NULL"
#define PART_COLUMNS_OF_NIGHT "1, wake_day, bed_ms, bed_offset, wake_ms, wake_offset, rested"
#define PART_COLUMNS_OF_PAUSE "2, from_day, to_day, reason, NULL, NULL, NULL"

static const char days_sql[] =
    "SELECT * FROM (SELECT " PART_COLUMNS_OF_CHECKIN " FROM checkins WHERE deleted_at IS NULL "
    "AND at_day BETWEEN ?1 AND ?2 ORDER BY at_day, at_ms) UNION ALL "
    "SELECT " PART_COLUMNS_OF_NIGHT " FROM nights WHERE deleted_at IS NULL "
    "AND wake_day BETWEEN ?1 AND ?2 UNION ALL "
    "SELECT " PART_COLUMNS_OF_PAUSE " FROM pauses WHERE deleted_at IS NULL "
    "AND to_day >= ?1 AND from_day <= ?2";

static void
set_last (int *value, int said)
{
  if (said != 0)
    *value = said;
}

/* mood_mean holds the sum until the end. */
static void
count_checkin (Facts *facts, BrineQuery *query)
{
  BrineDayFacts *day = get_day (facts, sqlite3_column_int (query, 1));

  if (day == NULL)
    return;
  day->mood_mean += sqlite3_column_int (query, 2);
  day->n_checkins++;
  set_last (&day->mood_last, sqlite3_column_int (query, 2));
  set_last (&day->energy_last, sqlite3_column_int (query, 3));
  set_last (&day->stress_last, sqlite3_column_int (query, 4));
  set_last (&day->gut_last, sqlite3_column_int (query, 5));
}

/* The longest night is the night of its day; minutes are those of all. */
static void
count_night (Facts *facts, BrineQuery *query)
{
  BrineDayFacts *day = get_day (facts, sqlite3_column_int (query, 1));
  BrineMoment bed = { brine_query_get_instant (query, 2), sqlite3_column_int (query, 3), 0 };
  BrineMoment wake = { brine_query_get_instant (query, 4), sqlite3_column_int (query, 5), 0 };
  int minutes = (int)((wake.instant.unix_ms - bed.instant.unix_ms) / 60000);
  BrineLocal bed_local = brine_moment_get_local (&bed);

  if (day == NULL)
    return;
  int slot = brine_slots_find_night (facts->slots, day->day, bed_local);
  if (slot < 0 || facts->slept[slot])
    day->practices[BRINE_PRACTICE_SLEEP].extra++;
  else
    facts->slept[slot] = TRUE;
  day->practices[BRINE_PRACTICE_SLEEP].minutes += minutes;
  if (day->has_night && minutes <= day->sleep_minutes)
    return;
  day->has_night = TRUE;
  day->bed = bed_local;
  day->wake = brine_moment_get_local (&wake);
  day->sleep_minutes = minutes;
  day->rested = sqlite3_column_int (query, 6);
}

static gboolean
count_pause (Facts *facts, BrineQuery *query, GError **error)
{
  BrineDay from = MAX (sqlite3_column_int (query, 1), facts->from);
  BrineDay to = MIN (sqlite3_column_int (query, 2), facts->to);
  BrinePauseReason reason;

  if (!brine_pause_reason_from_nick (brine_query_get_text (query, 3), &reason))
    return brine_rows_fail_nick (error);
  for (BrineDay day = from; day <= to; day++)
    {
      BrineDayFacts *paused = &facts->days[day - facts->from];

      paused->paused = TRUE;
      paused->pause_reason = reason;
    }
  return TRUE;
}

static gboolean
count_day_row (Facts *facts, BrineQuery *query, GError **error)
{
  switch (sqlite3_column_int (query, 0))
    {
    case 0:
      count_checkin (facts, query);
      return TRUE;
    case 1:
      count_night (facts, query);
      return TRUE;
    default:
      return count_pause (facts, query, error);
    }
}

static gboolean
count_days (Facts *facts, BrineDatabase *db, GError **error)
{
  g_autoptr (BrineQuery) query = brine_database_query (db, days_sql, error);
  GError *local_error = NULL;

  if (query == NULL)
    return FALSE;
  brine_query_bind (query, "nn", facts->from, facts->to);
  while (brine_query_next (query, &local_error) && count_day_row (facts, query, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, local_error);
  return FALSE;
}

/* What was planned and has no log. */
static void
count_slots (Facts *facts, BrineLocal now, int day_start_minutes)
{
  for (guint i = 0; i < facts->slots->slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (facts->slots->slots, BrineSlot, i);
      BrineDayFacts *day = get_day (facts, slot->day);

      if (facts->taken[i] || day == NULL)
        continue;
      BrinePracticeFacts *practice = &day->practices[slot->item->practice];
      practice->planned++;
      count_state (practice, facts->slept[i] ? BRINE_STATE_DONE
                                             : brine_slot_get_state (slot, NULL, day->paused, now,
                                                                     day_start_minutes));
    }
}

static void
finish_days (Facts *facts)
{
  for (BrineDay day = facts->from; day <= facts->to; day++)
    {
      BrineDayFacts *facts_of_day = &facts->days[day - facts->from];

      facts_of_day->mood_mean =
          facts_of_day->n_checkins == 0 ? NAN : facts_of_day->mood_mean / facts_of_day->n_checkins;
      facts_of_day->plant_points = brine_plant_count_get_points (facts->plants, day - facts->from);
    }
}

static gboolean
load_in_snapshot (BrineDatabase *db, GArray *days, BrineLocal now, GError **error)
{
  Facts facts = { .days = (BrineDayFacts *)days->data };

  facts.from = facts.days[0].day;
  facts.to = facts.days[days->len - 1].day;
  if (!brine_database_look (db, error))
    return FALSE;
  g_autoptr (BrinePlan) plan = brine_plan_load (db, error);
  if (plan == NULL)
    return FALSE;

  g_autoptr (BrineSlots) slots =
      brine_slots_new (plan, facts.from, facts.to, db->day_start_minutes);
  g_autofree guint8 *taken = g_new0 (guint8, slots->slots->len + 1);
  g_autofree guint8 *slept = g_new0 (guint8, slots->slots->len + 1);
  g_autoptr (BrinePlantCount) plants = brine_plant_count_new (days->len);
  facts.slots = slots;
  facts.taken = taken;
  facts.slept = slept;
  facts.plants = plants;
  gboolean counted = count_days (&facts, db, error) && count_logs (&facts, db, error);
  if (counted)
    count_slots (&facts, now, db->day_start_minutes);
  finish_days (&facts);
  return counted;
}

GArray *
brine_facts_load (BrineDatabase *db, BrineDay from, BrineDay to, BrineLocal now, GError **error)
{
  if (!brine_range_check (from, to, error))
    return NULL;

  g_autoptr (GArray) days = g_array_sized_new (FALSE, TRUE, sizeof (BrineDayFacts), to - from + 1);
  g_array_set_size (days, to - from + 1);
  for (guint i = 0; i < days->len; i++)
    g_array_index (days, BrineDayFacts, i).day = from + (BrineDay)i;

  if (!brine_database_begin_read (db, error))
    return NULL;
  gboolean loaded = load_in_snapshot (db, days, now, error);
  brine_database_rollback (db);
  return loaded ? g_steal_pointer (&days) : NULL;
}
