/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-rule-private.h"

/* Where one occurrence of a series goes, and its series with it. */
typedef struct
{
  BrineLocal from;
  BrineLocal to;
  int days; /* by the calendar, whatever the clock says */
} Shift;

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               "This recurrence cannot be moved to another %s as a whole; change its rule instead, "
               "or move a single occurrence.",
               what);
  return FALSE;
}

static gboolean
is_single (guint64 numbers)
{
  return numbers != 0 && (numbers & (numbers - 1)) == 0;
}

static int
count_numbers (const BrineSignedSet *set)
{
  int n = 0;

  for (int i = 1; i <= BRINE_SIGNED_SET_MAX; i++)
    n += brine_signed_set_has (set, i) + brine_signed_set_has (set, -i);
  return n;
}

/* The clock --------------------------------------------------------------------------- */

/* Several hours a day move together by whole hours, as long as none leaves its day. */
static gboolean
shift_hours (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  int seconds = shift->to.second - shift->from.second;
  guint64 moved = 0;

  if (seconds % 3600 != 0 || shift->days != 0)
    return fail (error, "time of day");
  for (int hour = 0; hour < 24; hour++)
    if (parts->hours >> hour & 1)
      {
        int to = hour + seconds / 3600;

        if (to < 0 || to > 23)
          return fail (error, "time of day");
        moved |= G_GUINT64_CONSTANT (1) << to;
      }
  parts->hours = moved;
  return TRUE;
}

static gboolean
shift_clock (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  guint64 *const numbers[] = { &parts->hours, &parts->minutes, &parts->seconds };
  const int values[] = { shift->to.second / 3600, shift->to.second / 60 % 60,
                         shift->to.second % 60 };

  if (shift->from.second == shift->to.second)
    return TRUE;
  if (parts->freq < BRINE_FREQ_DAILY)
    {
      if (parts->hours != 0 || parts->minutes != 0 || parts->seconds != 0
          || brine_rule_parts_choose_days (parts))
        return fail (error, "time of day");
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (*numbers[i] != 0 && !is_single (*numbers[i]))
      return shift_hours (parts, shift, error);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (*numbers[i] != 0)
      *numbers[i] = G_GUINT64_CONSTANT (1) << values[i];
  return TRUE;
}

/* Days -------------------------------------------------------------------------------- */

static unsigned
rotate_weekdays (unsigned weekdays, int days)
{
  int turn = (days % 7 + 7) % 7;

  return (weekdays << turn | weekdays >> (7 - turn)) & 0x7f;
}

/* With an interval or positions the bounds of the week matter, so that they move as well. */
static void
shift_weekdays (BrineRuleParts *parts, const Shift *shift)
{
  gboolean by_week = parts->freq == BRINE_FREQ_WEEKLY
                     && (parts->interval > 1 || !brine_signed_set_is_empty (&parts->positions));

  parts->weekdays = rotate_weekdays (parts->weekdays, shift->days);
  if (by_week)
    parts->week_start = ((parts->week_start - 1 + shift->days) % 7 + 7) % 7 + 1;
}

/* The second Tuesday becomes the second Wednesday when it is moved to one; the last Friday the
 * last Thursday. A fifth weekday is not in every month, so it becomes the last. */
static void
set_ordinal (BrineRuleParts *parts, BrineDay day, gboolean from_end)
{
  gboolean in_year = parts->freq == BRINE_FREQ_YEARLY && parts->months == 0;
  int weekday = brine_day_get_weekday (day) - 1;
  int year;
  int month;
  int day_of_month;
  BrineDay first;
  BrineDay last;
  int nth;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  first = brine_day_from_ymd (year, in_year ? 1 : month, 1);
  last = in_year ? brine_day_from_ymd (year, 12, 31)
                 : first + brine_day_get_days_in_month (year, month) - 1;
  nth = (day - first) / 7 + 1;
  for (int i = 0; i < 7; i++)
    parts->nth_positive[i] = parts->nth_negative[i] = 0;
  if (from_end || (!in_year && nth == 5))
    parts->nth_negative[weekday] = G_GUINT64_CONSTANT (1) << ((last - day) / 7 + 1);
  else
    parts->nth_positive[weekday] = G_GUINT64_CONSTANT (1) << nth;
}

static gboolean
shift_ordinals (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  int n_positive = 0;
  int n_negative = 0;

  for (int i = 0; i < 7; i++)
    {
      n_positive += __builtin_popcountll (parts->nth_positive[i]);
      n_negative += __builtin_popcountll (parts->nth_negative[i]);
    }
  if (n_positive + n_negative != 1 || parts->weekdays != 0)
    return fail (error, "day");
  set_ordinal (parts, shift->to.day, n_negative == 1);
  return TRUE;
}

/* Several days of the month move together only where every month has them all. */
static gboolean
shift_several_month_days (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  BrineSignedSet moved = { 0 };

  for (int i = 1; i <= 31; i++)
    {
      if (brine_signed_set_has (&parts->month_days, -i))
        return fail (error, "day");
      if (!brine_signed_set_has (&parts->month_days, i))
        continue;
      if (i > 28 || i + shift->days < 1 || i + shift->days > 28)
        return fail (error, "day");
      brine_signed_set_add (&moved, i + shift->days);
    }
  parts->month_days = moved;
  return TRUE;
}

static gboolean
shift_month_days (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  gboolean from_end = FALSE;
  int year;
  int month;
  int day_of_month;

  if (parts->freq < BRINE_FREQ_MONTHLY)
    return fail (error, "day");
  if (count_numbers (&parts->month_days) > 1)
    return shift_several_month_days (parts, shift, error);
  for (int i = 1; i <= 31; i++)
    from_end |= brine_signed_set_has (&parts->month_days, -i);
  brine_day_get_ymd (shift->to.day, &year, &month, &day_of_month);
  parts->month_days = (BrineSignedSet){ 0 };
  brine_signed_set_add (&parts->month_days,
                        from_end ? day_of_month - brine_day_get_days_in_month (year, month) - 1
                                 : day_of_month);
  return TRUE;
}

/* A yearly rule of one month follows into another; any other choice of months stays. */
static gboolean
shift_months (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  guint64 bit;
  int month;

  brine_day_get_ymd (shift->to.day, NULL, &month, NULL);
  bit = G_GUINT64_CONSTANT (1) << month;
  if (parts->months == 0 || (parts->months & bit) != 0)
    return TRUE;
  if (parts->freq != BRINE_FREQ_YEARLY || !is_single (parts->months))
    return fail (error, "month");
  parts->months = bit;
  return TRUE;
}

static gboolean
shift_days (BrineRuleParts *parts, const Shift *shift, GError **error)
{
  gboolean has_month_days = !brine_signed_set_is_empty (&parts->month_days);
  gboolean has_ordinals = brine_rule_parts_have_ordinals (parts);

  if (shift->days == 0 || !brine_rule_parts_choose_days (parts))
    return TRUE;
  if (!brine_signed_set_is_empty (&parts->year_days)
      || !brine_signed_set_is_empty (&parts->week_numbers)
      || (has_month_days && (has_ordinals || parts->weekdays != 0))
      || (parts->freq >= BRINE_FREQ_MONTHLY && !brine_signed_set_is_empty (&parts->positions)))
    return fail (error, "day");
  if (!shift_months (parts, shift, error))
    return FALSE;
  if (has_month_days)
    return shift_month_days (parts, shift, error);
  if (has_ordinals)
    return shift_ordinals (parts, shift, error);
  if (parts->weekdays != 0)
    shift_weekdays (parts, shift);
  return TRUE;
}

static void
shift_until (BrineRuleParts *parts, const Shift *shift)
{
  int64_t seconds = brine_local_diff_seconds (shift->to, shift->from);

  if (!parts->has_until)
    return;
  if (parts->until_is_date)
    seconds = (int64_t)shift->days * BRINE_SECONDS_PER_DAY;
  parts->until = brine_local_add_seconds (parts->until, seconds);
}

BrineRule *
brine_rule_shift (const BrineRule *rule, BrineLocal from, BrineLocal to, GError **error)
{
  Shift shift = { from, to, to.day - from.day };
  BrineRuleParts parts;

  g_assert (rule != NULL);

  parts = rule->parts;
  if (!shift_clock (&parts, &shift, error) || !shift_days (&parts, &shift, error))
    return NULL;
  shift_until (&parts, &shift);
  return brine_rule_new (&parts);
}

BrineRule *
brine_rule_with_count (const BrineRule *rule, int count)
{
  BrineRuleParts parts;

  g_assert (rule != NULL);
  g_assert (count > 0);

  parts = rule->parts;
  parts.count = count;
  return brine_rule_new (&parts);
}
