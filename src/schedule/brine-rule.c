/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-rule-private.h"

#include <string.h>

const char *const brine_freq_names[7] = { "SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                          "WEEKLY",   "MONTHLY",  "YEARLY" };
const char *const brine_weekday_names[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

BrineRule *
brine_rule_new (const BrineRuleParts *parts)
{
  BrineRule *rule = g_new0 (BrineRule, 1);

  g_atomic_ref_count_init (&rule->ref_count);
  rule->parts = *parts;
  return rule;
}

BrineRule *
brine_rule_ref (BrineRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  g_atomic_ref_count_inc (&rule->ref_count);
  return rule;
}

void
brine_rule_unref (BrineRule *rule)
{
  g_return_if_fail (rule != NULL);

  if (g_atomic_ref_count_dec (&rule->ref_count))
    g_free (rule);
}

static gboolean
signed_set_equal (const BrineSignedSet *a, const BrineSignedSet *b)
{
  return memcmp (a, b, sizeof *a) == 0;
}

static gboolean
ends_equal (const BrineRuleParts *a, const BrineRuleParts *b)
{
  if (a->count != b->count || a->has_until != b->has_until)
    return FALSE;
  return !a->has_until
         || (a->until_is_date == b->until_is_date && brine_local_equal (a->until, b->until));
}

gboolean
brine_rule_equal (const BrineRule *rule_a, const BrineRule *rule_b)
{
  const BrineRuleParts *a;
  const BrineRuleParts *b;

  g_return_val_if_fail (rule_a != NULL, FALSE);
  g_return_val_if_fail (rule_b != NULL, FALSE);

  a = &rule_a->parts;
  b = &rule_b->parts;
  return a->freq == b->freq && a->interval == b->interval && a->week_start == b->week_start
         && ends_equal (a, b) && a->seconds == b->seconds && a->minutes == b->minutes
         && a->hours == b->hours && a->months == b->months && a->weekdays == b->weekdays
         && memcmp (a->nth_positive, b->nth_positive, sizeof a->nth_positive) == 0
         && memcmp (a->nth_negative, b->nth_negative, sizeof a->nth_negative) == 0
         && signed_set_equal (&a->month_days, &b->month_days)
         && signed_set_equal (&a->year_days, &b->year_days)
         && signed_set_equal (&a->week_numbers, &b->week_numbers)
         && signed_set_equal (&a->positions, &b->positions);
}

BrineFreq
brine_rule_get_freq (const BrineRule *rule)
{
  g_return_val_if_fail (rule != NULL, BRINE_FREQ_DAILY);

  return rule->parts.freq;
}

int
brine_rule_get_interval (const BrineRule *rule)
{
  g_return_val_if_fail (rule != NULL, 1);

  return rule->parts.interval;
}

int
brine_rule_get_count (const BrineRule *rule)
{
  g_return_val_if_fail (rule != NULL, 0);

  return rule->parts.count;
}

gboolean
brine_rule_get_until (const BrineRule *rule, BrineLocal *out_until)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  if (rule->parts.has_until && out_until != NULL)
    *out_until = rule->parts.until;
  return rule->parts.has_until;
}

unsigned
brine_rule_get_weekdays (const BrineRule *rule)
{
  g_return_val_if_fail (rule != NULL, 0);

  return rule->parts.weekdays;
}

gboolean
brine_rule_parts_have_ordinals (const BrineRuleParts *parts)
{
  guint64 all = 0;

  for (int i = 0; i < 7; i++)
    all |= parts->nth_positive[i] | parts->nth_negative[i];
  return all != 0;
}

gboolean
brine_rule_parts_choose_days (const BrineRuleParts *parts)
{
  return parts->months != 0 || parts->weekdays != 0 || brine_rule_parts_have_ordinals (parts)
         || !brine_signed_set_is_empty (&parts->month_days)
         || !brine_signed_set_is_empty (&parts->year_days)
         || !brine_signed_set_is_empty (&parts->week_numbers);
}

gboolean
brine_rule_is_simple (const BrineRule *rule)
{
  BrineRuleParts parts;

  g_return_val_if_fail (rule != NULL, FALSE);

  parts = rule->parts;
  parts.weekdays = 0;
  return !brine_rule_parts_choose_days (&parts) && parts.seconds == 0 && parts.minutes == 0
         && parts.hours == 0 && brine_signed_set_is_empty (&parts.positions);
}

BrineRule *
brine_rule_with_end (const BrineRule *rule, BrineLocal end)
{
  BrineRuleParts parts;
  BrineLocal until;

  g_return_val_if_fail (rule != NULL, NULL);

  parts = rule->parts;
  parts.count = 0;
  until = brine_local_add_seconds (end, -1);
  if (!parts.has_until || brine_local_compare (until, parts.until) < 0)
    {
      parts.has_until = TRUE;
      parts.until_is_date = FALSE;
      parts.until = until;
    }
  return brine_rule_new (&parts);
}
