/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-print-plan.h"

#include <glib/gi18n.h>

#include "brine-busy-words.h"
#include "brine-format.h"
#include "brine-month-busy.h"
#include "brine-occurrence.h"
#include "brine-translate.h"

#define N_PARTS 3
#define NOON_MINUTE (12 * 60)
#define EVENING_MINUTE (18 * 60)

/* Where the cell of a day and part is. */
typedef struct
{
  BrinePrintPlan *plan;
  BrineDay first; /* of the table: in a month the first day of its first week */
  BrineDay from;  /* the days that are shown */
  BrineDay to;
  int day_start_minutes;
  gboolean upright;
} Table;

static void
entry_free (gpointer data)
{
  BrinePrintEntry *entry = data;

  g_free (entry->time);
  g_free (entry->title);
  g_free (entry);
}

void
brine_print_plan_get_days (BrinePrintPeriod period, BrineDay date, int first_weekday,
                           BrineDay *out_first, BrineDay *out_last)
{
  int year, month;

  if (period == BRINE_PRINT_WEEK)
    {
      *out_first = brine_day_get_week_start (date, first_weekday);
      *out_last = *out_first + 6;
      return;
    }
  brine_day_get_ymd (date, &year, &month, NULL);
  *out_first = brine_day_from_ymd (year, month, 1);
  *out_last = *out_first + brine_day_get_days_in_month (year, month) - 1;
}

/* Heads ----------------------------------------------------------------------------------- */

static char *
make_day_head (BrineDay day)
{
  int number;

  brine_day_get_ymd (day, NULL, NULL, &number);
  /* Translators: head of a day on paper, weekday and day of the month: "Mon 16" */
  return g_strdup_printf (_ ("%s %d"), brine_format_weekday_short (brine_day_get_weekday (day)),
                          number);
}

static char **
make_day_heads (BrineDay first)
{
  char **heads = g_new0 (char *, 8);

  for (int i = 0; i < 7; i++)
    heads[i] = make_day_head (first + i);
  return heads;
}

static char **
make_weekday_heads (int first_weekday)
{
  char **heads = g_new0 (char *, 8);

  for (int i = 0; i < 7; i++)
    heads[i] = g_strdup (brine_format_weekday ((first_weekday - 1 + i) % 7 + 1));
  return heads;
}

static char **
make_part_heads (void)
{
  char **heads = g_new0 (char *, N_PARTS + 1);

  heads[0] = g_strdup (_ ("Morning"));
  heads[1] = g_strdup (_ ("Afternoon"));
  heads[2] = g_strdup (_ ("Evening"));
  return heads;
}

static void
head_cells (Table *table)
{
  for (BrineDay day = table->from; day <= table->to; day++)
    {
      int number;
      brine_day_get_ymd (day, NULL, NULL, &number);
      table->plan->cells[day - table->first].head = g_strdup_printf ("%d", number);
    }
}

/* Entries --------------------------------------------------------------------------------- */

static int
get_part (int minute, gboolean late)
{
  if (late)
    return N_PARTS - 1;
  return minute < NOON_MINUTE ? 0 : (minute < EVENING_MINUTE ? 1 : 2);
}

/* Where what begins at @start stands; NULL: not in this table. */
static BrinePrintCell *
find_cell (Table *table, BrineLocal start)
{
  int minute = brine_local_get_minute_of_day (start);
  gboolean late = minute < table->day_start_minutes;
  BrineDay day = late ? start.day - 1 : start.day;
  int part = get_part (minute, late);
  int index = day - table->first;

  if (day < table->from || day > table->to)
    return NULL;
  if (table->plan->period == BRINE_PRINT_WEEK)
    index = table->upright ? index * N_PARTS + part : part * 7 + index;
  return &table->plan->cells[index];
}

static void
add_occurrence (Table *table, BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  BrinePrintCell *cell = find_cell (table, start);
  BrinePrintEntry *entry;

  if (cell == NULL)
    return;
  entry = g_new0 (BrinePrintEntry, 1);
  entry->time = brine_format_time (start);
  entry->title = g_strdup (brine_occurrence_get_local_title (occurrence));
  if (*entry->title == '\0')
    {
      g_free (entry->title);
      entry->title =
          g_strdup (brine_practice_get_name (brine_occurrence_get_practice (occurrence)));
    }
  entry->state = brine_occurrence_get_state (occurrence);
  g_ptr_array_add (cell->entries, entry);
}

/* Other calendars ------------------------------------------------------------------------- */

static void
add_busy_entry (Table *table, BrinePrintCell *cell, BrineBusy *busy)
{
  BrinePrintEntry *entry;

  table->plan->has_busy = TRUE;
  if (cell->n_busy++ >= BRINE_PRINT_MAX_BUSY)
    return;
  entry = g_new0 (BrinePrintEntry, 1);
  entry->busy = TRUE;
  entry->time = brine_busy_is_all_day (busy) ? g_strdup ("") : brine_busy_format_time (busy);
  entry->title = g_strdup (brine_busy_get_title (busy));
  g_ptr_array_add (cell->entries, entry);
}

/* On each date that it holds; on the first where it begins, on the others before everything. */
static void
add_busy (Table *table, BrineBusy *busy)
{
  BrineLocal start = brine_busy_get_start (busy);
  BrineDay from = MAX (start.day, table->from);
  BrineDay to = MIN (brine_month_busy_get_last_day (busy), table->to);

  /* Before the hour at which days begin, it may stand with a day that the table does not have. */
  if (start.day == table->to + 1 && !brine_busy_is_all_day (busy))
    to = start.day;
  for (BrineDay day = from; day <= to; day++)
    {
      gboolean begins = day == start.day && !brine_busy_is_all_day (busy);
      BrineLocal at = begins ? start : (BrineLocal){ day, table->day_start_minutes * 60 };
      BrinePrintCell *cell = find_cell (table, at);
      if (cell != NULL)
        add_busy_entry (table, cell, busy);
    }
}

static void
count_others (BrinePrintPlan *plan)
{
  for (int i = 0; i < plan->n_rows * plan->n_columns; i++)
    {
      BrinePrintCell *cell = &plan->cells[i];
      BrinePrintEntry *entry;
      if (cell->n_busy <= BRINE_PRINT_MAX_BUSY)
        continue;
      entry = g_new0 (BrinePrintEntry, 1);
      entry->busy = TRUE;
      entry->time = g_strdup ("");
      entry->title = brine_month_busy_make_more (cell->n_busy - BRINE_PRINT_MAX_BUSY);
      g_ptr_array_add (cell->entries, entry);
    }
}

/* Both lists stand by their start, and so do the cells. */
static void
add_entries (Table *table, GListModel *agenda, GListModel *busy)
{
  guint n = g_list_model_get_n_items (agenda);
  guint n_busy = busy != NULL ? g_list_model_get_n_items (busy) : 0;

  for (guint i = 0, at = 0; i < n || at < n_busy;)
    {
      g_autoptr (BrineOccurrence) occurrence = i < n ? g_list_model_get_item (agenda, i) : NULL;
      g_autoptr (BrineBusy) each = at < n_busy ? g_list_model_get_item (busy, at) : NULL;
      gboolean next_is_busy = each != NULL
                              && (occurrence == NULL
                                  || brine_local_compare (brine_busy_get_start (each),
                                                          brine_occurrence_get_start (occurrence))
                                         <= 0);
      if (next_is_busy)
        add_busy (table, each);
      else
        add_occurrence (table, occurrence);
      at += next_is_busy;
      i += !next_is_busy;
    }
  count_others (table->plan);
}

/* Plan ------------------------------------------------------------------------------------ */

static void
set_week (Table *table)
{
  BrinePrintPlan *plan = table->plan;

  plan->n_rows = table->upright ? 7 : N_PARTS;
  plan->n_columns = table->upright ? N_PARTS : 7;
  plan->row_heads = table->upright ? make_day_heads (table->from) : make_part_heads ();
  plan->column_heads = table->upright ? make_part_heads () : make_day_heads (table->from);
}

static void
set_month (Table *table, int first_weekday)
{
  BrinePrintPlan *plan = table->plan;

  plan->n_rows = (table->to - table->first) / 7 + 1;
  plan->n_columns = 7;
  plan->column_heads = make_weekday_heads (first_weekday);
}

static void
make_cells (BrinePrintPlan *plan)
{
  int n = plan->n_rows * plan->n_columns;

  plan->cells = g_new0 (BrinePrintCell, n);
  for (int i = 0; i < n; i++)
    plan->cells[i].entries = g_ptr_array_new_with_free_func (entry_free);
}

BrinePrintPlan *
brine_print_plan_new (BrinePrintPeriod period, BrineDay date, int first_weekday,
                      int day_start_minutes, GListModel *agenda, GListModel *busy, gboolean upright)
{
  BrinePrintPlan *plan;

  g_return_val_if_fail (G_IS_LIST_MODEL (agenda), NULL);
  g_return_val_if_fail (brine_day_is_valid (date), NULL);

  plan = g_new0 (BrinePrintPlan, 1);
  Table table = { .plan = plan, .day_start_minutes = day_start_minutes, .upright = upright };
  plan->period = period;
  brine_print_plan_get_days (period, date, first_weekday, &table.from, &table.to);
  table.first = brine_day_get_week_start (table.from, first_weekday);
  plan->title = period == BRINE_PRINT_WEEK ? brine_format_day_range_full (table.from, table.to)
                                           : brine_format_month (date);
  if (period == BRINE_PRINT_WEEK)
    set_week (&table);
  else
    set_month (&table, first_weekday);
  make_cells (plan);
  if (period == BRINE_PRINT_MONTH)
    head_cells (&table);
  add_entries (&table, agenda, busy);
  return plan;
}

void
brine_print_plan_free (BrinePrintPlan *plan)
{
  if (plan == NULL)
    return;
  for (int i = 0; i < plan->n_rows * plan->n_columns; i++)
    {
      g_free (plan->cells[i].head);
      g_ptr_array_unref (plan->cells[i].entries);
    }
  g_free (plan->cells);
  g_free (plan->title);
  g_strfreev (plan->column_heads);
  g_strfreev (plan->row_heads);
  g_free (plan);
}
