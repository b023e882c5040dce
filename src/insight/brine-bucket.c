/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-bucket.h"

static const char *const by_nicks[] = { "day", "week", "month" };

static BrineDay
get_last_of_bucket (BrineDay day, BrineBucketBy by, int first_weekday)
{
  int year, month, day_of_month;

  switch (by)
    {
    case BRINE_BUCKET_BY_WEEK:
      return brine_day_get_week_start (day, first_weekday) + 6;
    case BRINE_BUCKET_BY_MONTH:
      brine_day_get_ymd (day, &year, &month, &day_of_month);
      return day - day_of_month + brine_day_get_days_in_month (year, month);
    case BRINE_BUCKET_BY_DAY:
    default:
      return day;
    }
}

GArray *
brine_bucket_split (BrineDay from, BrineDay to, BrineBucketBy by, int first_weekday)
{
  g_autoptr (GArray) buckets = g_array_new (FALSE, FALSE, sizeof (BrineBucket));

  g_return_val_if_fail (brine_day_is_valid (from) && brine_day_is_valid (to), NULL);
  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, NULL);

  while (from <= to)
    {
      BrineBucket bucket = { from, MIN (to, get_last_of_bucket (from, by, first_weekday)) };

      g_array_append_val (buckets, bucket);
      from = bucket.to + 1;
    }
  return g_steal_pointer (&buckets);
}

/* Index of the first fact on or after @day. */
static gsize
find_first (const BrineDayFacts *facts, gsize n_facts, BrineDay day)
{
  gsize low = 0, high = n_facts;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (facts[middle].day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

const BrineDayFacts *
brine_bucket_slice (BrineBucket bucket, const BrineDayFacts *facts, gsize n_facts, gsize *out_n)
{
  gsize first, end;

  g_return_val_if_fail (facts != NULL || n_facts == 0, NULL);
  g_return_val_if_fail (out_n != NULL, NULL);

  first = find_first (facts, n_facts, bucket.from);
  end = first;
  while (end < n_facts && facts[end].day <= bucket.to)
    end++;
  *out_n = end - first;
  return end > first ? facts + first : NULL;
}

const char *
brine_bucket_by_to_nick (BrineBucketBy by)
{
  g_return_val_if_fail ((guint)by < G_N_ELEMENTS (by_nicks), NULL);

  return by_nicks[by];
}

gboolean
brine_bucket_by_from_nick (const char *nick, BrineBucketBy *out_by)
{
  g_return_val_if_fail (nick != NULL && out_by != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (by_nicks); i++)
    if (g_str_equal (nick, by_nicks[i]))
      {
        *out_by = (BrineBucketBy)i;
        return TRUE;
      }
  return FALSE;
}
