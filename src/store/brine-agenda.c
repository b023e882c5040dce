/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-agenda-private.h"

#include "brine-occurrence-private.h"
#include "brine-rows-private.h"

gboolean
brine_range_check (BrineDay from, BrineDay to, GError **error)
{
  if (brine_day_is_valid (from) && brine_day_is_valid (to) && from <= to
      && to - from < BRINE_MAX_RANGE_DAYS)
    return TRUE;
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       "The range of days is empty, longer than two hundred years, or outside the "
                       "years 1 to 9999.");
  return FALSE;
}

/* What is known while the rows of an agenda are put together. */
typedef struct
{
  BrineDay from;
  BrineDay to;
  BrineLocal now;
  int day_start_minutes;
  BrineSlots *slots;
  BrineLog **logs; /* of each slot, nullable, owned until a row takes it; so the nights */
  BrineNight **nights;
  GPtrArray *pauses;
  GPtrArray *rows; /* BrineOccurrence */
} Agenda;

static void
add_log (Agenda *agenda, BrineLog *log, int64_t item_row)
{
  int item = item_row == 0 ? -1 : brine_plan_find_row (agenda->slots->plan, item_row);
  int slot = item < 0 ? -1 : brine_slots_find (agenda->slots, item, log->original);

  if (slot >= 0 && agenda->logs[slot] == NULL)
    agenda->logs[slot] = log;
  else if (log->at.day >= agenda->from && log->at.day <= agenda->to
           && (slot >= 0 || item < 0
               || !brine_plan_has_occurrence (agenda->slots->plan, item, log->original)))
    g_ptr_array_add (agenda->rows, brine_occurrence_new_log (log));
  else
    brine_log_free (log); /* belongs to an occurrence outside the range */
}

/* A planned night takes the longest of its day. */
static void
add_night (Agenda *agenda, BrineNight *night)
{
  BrineLocal bed = brine_moment_get_local (&night->bed);
  int slot = brine_slots_find_night (agenda->slots, night->wake.day, bed);

  if (slot >= 0 && agenda->nights[slot] != NULL
      && brine_night_get_minutes (agenda->nights[slot]) < brine_night_get_minutes (night))
    {
      BrineNight *shorter = agenda->nights[slot];
      agenda->nights[slot] = night;
      night = shorter;
    }
  if (slot >= 0 && agenda->nights[slot] == NULL)
    agenda->nights[slot] = night;
  else if (slot < 0 || agenda->nights[slot] != night)
    g_ptr_array_add (agenda->rows, brine_occurrence_new_night (night));
}

static gboolean
is_paused (const Agenda *agenda, BrineDay day)
{
  for (guint i = 0; i < agenda->pauses->len; i++)
    {
      const BrinePause *pause = g_ptr_array_index (agenda->pauses, i);

      if (pause->from <= day && day <= pause->to)
        return TRUE;
    }
  return FALSE;
}

static void
add_slots (Agenda *agenda)
{
  for (guint i = 0; i < agenda->slots->slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (agenda->slots->slots, BrineSlot, i);
      BrineState state = brine_slot_get_state (slot, agenda->logs[i], is_paused (agenda, slot->day),
                                               agenda->now, agenda->day_start_minutes);

      if (agenda->logs[i] == NULL && agenda->nights[i] != NULL)
        state = BRINE_STATE_DONE;
      g_ptr_array_add (agenda->rows,
                       brine_occurrence_new_planned (agenda->slots->plan, slot, state,
                                                     agenda->logs[i], agenda->nights[i]));
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  return brine_occurrence_compare (*(BrineOccurrence *const *)a, *(BrineOccurrence *const *)b);
}

/* Takes the records out of @logs and @nights. */
static GPtrArray *
assemble (Agenda *agenda, GPtrArray *logs, const GArray *log_rows, GPtrArray *nights)
{
  agenda->rows = g_ptr_array_new_with_free_func (g_object_unref);
  agenda->logs = g_new0 (BrineLog *, agenda->slots->slots->len + 1);
  agenda->nights = g_new0 (BrineNight *, agenda->slots->slots->len + 1);

  g_ptr_array_set_free_func (logs, NULL);
  g_ptr_array_set_free_func (nights, NULL);
  for (guint i = 0; i < nights->len; i++)
    add_night (agenda, g_ptr_array_index (nights, i));
  for (guint i = 0; i < logs->len; i++)
    add_log (agenda, g_ptr_array_index (logs, i), g_array_index (log_rows, int64_t, i));
  add_slots (agenda);
  g_ptr_array_sort (agenda->rows, compare_rows);

  g_free (agenda->logs);
  g_free (agenda->nights);
  return agenda->rows;
}

GPtrArray *
brine_agenda_load_in_snapshot (BrineDatabase *db, BrineDay from, BrineDay to, BrineLocal now,
                               GError **error)
{
  g_autoptr (GArray) log_rows = g_array_new (FALSE, FALSE, sizeof (int64_t));

  if (!brine_range_check (from, to, error) || !brine_database_look (db, error))
    return NULL;
  g_autoptr (BrinePlan) plan = brine_plan_load (db, error);
  if (plan == NULL)
    return NULL;
  g_autoptr (GPtrArray) logs =
      brine_rows_load_agenda_logs (db, from - BRINE_RANGE_MARGIN_DAYS, to + BRINE_RANGE_MARGIN_DAYS,
                                   log_rows, error);
  if (logs == NULL)
    return NULL;
  g_autoptr (GPtrArray) nights = brine_rows_load_nights (db, from, to, error);
  if (nights == NULL)
    return NULL;
  g_autoptr (GPtrArray) pauses = brine_rows_load_pauses (db, from, to, error);
  if (pauses == NULL)
    return NULL;

  g_autoptr (BrineSlots) slots = brine_slots_new (plan, from, to, db->day_start_minutes);
  Agenda agenda = { .from = from,
                    .to = to,
                    .now = now,
                    .day_start_minutes = db->day_start_minutes,
                    .slots = slots,
                    .pauses = pauses };
  return assemble (&agenda, logs, log_rows, nights);
}

GPtrArray *
brine_agenda_load (BrineDatabase *db, BrineDay from, BrineDay to, BrineLocal now, GError **error)
{
  if (!brine_database_begin_read (db, error))
    return NULL;

  GPtrArray *rows = brine_agenda_load_in_snapshot (db, from, to, now, error);
  brine_database_rollback (db);
  return rows;
}
