/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quota-weeks.h"

#include "brine-quota.h"

#define DAYS_A_WEEK 7

/* How often each quota was done in each week. */
typedef struct
{
  BrineDay first; /* of the first week */
  guint n_weeks;
  GHashTable *owners; /* id of a quota or of one of its times -> position of the quota, and one */
  GPtrArray *quotas;  /* BrinePlanItem, borrowed */
  guint *done;        /* of the first quota week by week, then of the next */
} Tally;

BrineDay
brine_quota_get_first_day (const BrineQuotaSpan *span)
{
  g_return_val_if_fail (span != NULL, BRINE_DAY_INVALID);

  return brine_day_get_week_start (span->from, span->first_weekday);
}

static guint
count_weeks (const BrineQuotaSpan *span, BrineDay first)
{
  BrineDay end = MIN (span->to, span->today - 1);

  return end - first >= DAYS_A_WEEK - 1 ? (guint)(end - first + 1) / DAYS_A_WEEK : 0;
}

static void
add_quotas (Tally *tally, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = items->pdata[i];

      if (item->quota_per_week == 0)
        continue;
      g_ptr_array_add (tally->quotas, (gpointer)item);
      g_hash_table_insert (tally->owners, item->id, GUINT_TO_POINTER (tally->quotas->len));
    }
}

/* The times that were planned of them count as well. */
static void
add_times (Tally *tally, const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = items->pdata[i];
      guint owner = item->split_from != NULL
                        ? GPOINTER_TO_UINT (g_hash_table_lookup (tally->owners, item->split_from))
                        : 0;

      if (owner > 0 && brine_quota_has_time (tally->quotas->pdata[owner - 1], item))
        g_hash_table_insert (tally->owners, item->id, GUINT_TO_POINTER (owner));
    }
}

static void
add_log (Tally *tally, const BrineLog *log)
{
  guint owner = log->item_id != NULL
                    ? GPOINTER_TO_UINT (g_hash_table_lookup (tally->owners, log->item_id))
                    : 0;
  guint week;

  if (owner == 0 || log->at.day < tally->first
      || (log->state != BRINE_STATE_DONE && log->state != BRINE_STATE_PARTLY))
    return;
  week = (guint)(log->at.day - tally->first) / DAYS_A_WEEK;
  if (week < tally->n_weeks)
    tally->done[(owner - 1) * tally->n_weeks + week]++;
}

/* What is to be said of a week that began before the number of now did. */
static void
note_number (BrineQuotaSum *sum, BrineDay week, int times)
{
  const GArray *quotas = sum->item->quotas;
  BrineDay since;

  if (quotas->len == 0)
    return;
  since = g_array_index (quotas, BrineQuotaPeriod, quotas->len - 1).valid_from;
  if (since <= week + DAYS_A_WEEK / 2)
    return;
  sum->low_before = sum->low_before == 0 ? times : MIN (sum->low_before, times);
  sum->high_before = MAX (sum->high_before, times);
  sum->since = since;
}

static BrineQuotaSum
sum_weeks (const Tally *tally, guint position, const int *paused_days)
{
  BrineQuotaSum sum = { .item = tally->quotas->pdata[position] };

  for (guint i = 0; i < tally->n_weeks; i++)
    {
      BrineDay week = tally->first + (BrineDay)i * DAYS_A_WEEK;
      int times = brine_quota_get_times (sum.item, week);
      int asked = brine_quota_get_due (times, paused_days[i]);
      int done = (int)tally->done[position * tally->n_weeks + i];

      /* The week that it begins in is no whole one. */
      if (asked == 0 || week < sum.item->start.day)
        continue;
      note_number (&sum, week, times);
      sum.weeks++;
      sum.reached += done >= asked;
      sum.asked += asked;
      sum.done += MIN (done, asked);
    }
  return sum;
}

static GArray *
sum_all (const Tally *tally, const GPtrArray *pauses)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (BrineQuotaSum));
  g_autofree int *paused_days = g_new (int, tally->n_weeks);

  for (guint i = 0; i < tally->n_weeks; i++)
    paused_days[i] =
        brine_quota_count_paused_days (pauses, tally->first + (BrineDay)i * DAYS_A_WEEK);
  for (guint i = 0; i < tally->quotas->len; i++)
    {
      BrineQuotaSum sum = sum_weeks (tally, i, paused_days);

      if (sum.weeks > 0)
        g_array_append_val (sums, sum);
    }
  return sums;
}

GArray *
brine_quota_sum_weeks (const GPtrArray *items, const GPtrArray *logs, const GPtrArray *pauses,
                       const BrineQuotaSpan *span)
{
  g_return_val_if_fail (items != NULL && logs != NULL && pauses != NULL, NULL);
  g_return_val_if_fail (span != NULL && span->from <= span->to, NULL);

  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) quotas = g_ptr_array_new ();
  Tally tally = { .first = brine_quota_get_first_day (span), .owners = owners, .quotas = quotas };
  g_autofree guint *done = NULL;

  tally.n_weeks = count_weeks (span, tally.first);
  add_quotas (&tally, items);
  add_times (&tally, items);
  tally.done = done = g_new0 (guint, (gsize)quotas->len * tally.n_weeks);
  for (guint i = 0; i < logs->len; i++)
    add_log (&tally, logs->pdata[i]);
  return sum_all (&tally, pauses);
}
