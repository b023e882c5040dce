/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-repeat.h"

#include "brine-quota.h"

#define WORKING_DAYS 0x1fu
#define ALL_WEEKDAYS 0x7fu
#define LAST_SECOND (BRINE_SECONDS_PER_DAY - 1)

static const char *const weekday_codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

int
brine_repeat_get_ordinal (BrineDay day)
{
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  int ordinal = (day_of_month - 1) / 7 + 1;
  return ordinal > 4 ? -1 : ordinal;
}

gboolean
brine_repeat_offers (BrineRepeatKind kind, BrineDay day)
{
  int year, month, day_of_month;

  if (kind != BRINE_REPEAT_MONTHLY_LAST)
    return TRUE;
  brine_day_get_ymd (day, &year, &month, &day_of_month);
  return day_of_month <= 28 && day_of_month + 7 > brine_day_get_days_in_month (year, month);
}

static unsigned
get_weekday_bit (BrineDay day)
{
  return 1u << (brine_day_get_weekday (day) - 1);
}

/* To a rule ----------------------------------------------------------------------------------- */

static void
append_weekdays (GString *text, unsigned weekdays)
{
  const char *separator = ";BYDAY=";

  for (int i = 0; i < 7; i++)
    if (weekdays & (1u << i))
      {
        g_string_append_printf (text, "%s%s", separator, weekday_codes[i]);
        separator = ",";
      }
}

static void
append_end (GString *text, const BrineRepeat *repeat)
{
  int year, month, day;

  if (repeat->end == BRINE_REPEAT_COUNT)
    g_string_append_printf (text, ";COUNT=%d", repeat->count);
  if (repeat->end != BRINE_REPEAT_UNTIL)
    return;
  brine_day_get_ymd (repeat->until.day, &year, &month, &day);
  g_string_append_printf (text, ";UNTIL=%04d%02d%02dT%02d%02d%02d", year, month, day,
                          repeat->until.second / 3600, repeat->until.second / 60 % 60,
                          repeat->until.second % 60);
}

static void
append_step (GString *text, const BrineRepeat *repeat)
{
  if (repeat->interval > 1)
    g_string_append_printf (text, ";INTERVAL=%d", repeat->interval);
}

char *
brine_repeat_to_rule (const BrineRepeat *repeat, BrineLocal start)
{
  static const char *const freqs[] = { [BRINE_REPEAT_DAILY] = "DAILY",
                                       [BRINE_REPEAT_WEEKDAYS] = "WEEKLY",
                                       [BRINE_REPEAT_WEEKLY] = "WEEKLY",
                                       [BRINE_REPEAT_MONTHLY_DAY] = "MONTHLY",
                                       [BRINE_REPEAT_MONTHLY_WEEKDAY] = "MONTHLY",
                                       [BRINE_REPEAT_MONTHLY_LAST] = "MONTHLY",
                                       [BRINE_REPEAT_YEARLY] = "YEARLY" };

  g_return_val_if_fail (repeat != NULL, NULL);

  if (repeat->kind >= G_N_ELEMENTS (freqs) || freqs[repeat->kind] == NULL)
    return NULL;
  GString *text = g_string_new ("FREQ=");
  g_string_append (text, freqs[repeat->kind]);
  append_step (text, repeat);
  if (repeat->kind == BRINE_REPEAT_WEEKDAYS)
    append_weekdays (text, WORKING_DAYS);
  else if (repeat->kind == BRINE_REPEAT_WEEKLY)
    append_weekdays (text, repeat->weekdays);
  else if (repeat->kind == BRINE_REPEAT_MONTHLY_WEEKDAY)
    g_string_append_printf (text, ";BYDAY=%d%s", brine_repeat_get_ordinal (start.day),
                            weekday_codes[brine_day_get_weekday (start.day) - 1]);
  else if (repeat->kind == BRINE_REPEAT_MONTHLY_LAST)
    g_string_append_printf (text, ";BYDAY=-1%s",
                            weekday_codes[brine_day_get_weekday (start.day) - 1]);
  append_end (text, repeat);
  return g_string_free (text, FALSE);
}

/* From a rule --------------------------------------------------------------------------------- */

static gboolean
makes_rule (const BrineRepeat *repeat, const BrinePlanItem *item)
{
  g_autofree char *text = brine_repeat_to_rule (repeat, item->start);
  g_autoptr (BrineRule) rule = text != NULL ? brine_rule_parse (text, NULL) : NULL;

  return rule != NULL && brine_rule_equal (rule, item->rule);
}

/* Whatever the words of the form would write is what they can read. */
static gboolean
find_kind (BrineRepeat *repeat, const BrinePlanItem *item)
{
  static const BrineRepeatKind kinds[] = { BRINE_REPEAT_DAILY,           BRINE_REPEAT_WEEKDAYS,
                                           BRINE_REPEAT_WEEKLY,          BRINE_REPEAT_MONTHLY_DAY,
                                           BRINE_REPEAT_MONTHLY_WEEKDAY, BRINE_REPEAT_MONTHLY_LAST,
                                           BRINE_REPEAT_YEARLY };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      repeat->kind = kinds[i];
      if (brine_repeat_offers (kinds[i], item->start.day) && makes_rule (repeat, item))
        return TRUE;
    }
  return FALSE;
}

/* Weekly without BYDAY means the weekday of the start. */
static gboolean
is_bare_weekly (BrineRepeat *repeat, const BrinePlanItem *item)
{
  if (brine_rule_get_freq (item->rule) != BRINE_FREQ_WEEKLY || repeat->weekdays != 0)
    return FALSE;
  repeat->kind = BRINE_REPEAT_WEEKLY;
  if (!makes_rule (repeat, item))
    return FALSE;
  repeat->weekdays = get_weekday_bit (item->start.day);
  return TRUE;
}

BrineRepeat
brine_repeat_read (const BrinePlanItem *item)
{
  BrineRepeat repeat = { .kind = BRINE_REPEAT_ONCE, .interval = 1, .quota = 3, .count = 10 };

  g_return_val_if_fail (item != NULL, repeat);

  repeat.weekdays = get_weekday_bit (item->start.day);
  repeat.until = (BrineLocal){ item->start.day + 90, LAST_SECOND };
  if (item->quota_per_week > 0)
    {
      repeat.kind = BRINE_REPEAT_QUOTA;
      repeat.quota = item->quota_per_week;
      return repeat;
    }
  if (item->rule == NULL)
    {
      repeat.kind = item->rdates->len > 0 ? BRINE_REPEAT_FOREIGN : BRINE_REPEAT_ONCE;
      return repeat;
    }

  BrineRepeat defaults = repeat;
  repeat.interval = brine_rule_get_interval (item->rule);
  repeat.weekdays = brine_rule_get_weekdays (item->rule);
  if (brine_rule_get_count (item->rule) > 0)
    {
      repeat.end = BRINE_REPEAT_COUNT;
      repeat.count = brine_rule_get_count (item->rule);
    }
  else if (brine_rule_get_until (item->rule, &repeat.until))
    repeat.end = BRINE_REPEAT_UNTIL;
  if (item->rdates->len > 0 || (!is_bare_weekly (&repeat, item) && !find_kind (&repeat, item)))
    {
      repeat = defaults;
      repeat.kind = BRINE_REPEAT_FOREIGN;
    }
  else if (repeat.weekdays == 0)
    repeat.weekdays = defaults.weekdays;
  else if (repeat.kind == BRINE_REPEAT_WEEKLY && repeat.weekdays == ALL_WEEKDAYS
           && repeat.interval == 1)
    {
      repeat.kind = BRINE_REPEAT_DAILY;
      repeat.weekdays = defaults.weekdays;
    }
  return repeat;
}

/* Compare and apply --------------------------------------------------------------------------- */

gboolean
brine_repeat_equal (const BrineRepeat *a, const BrineRepeat *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == BRINE_REPEAT_ONCE || a->kind == BRINE_REPEAT_FOREIGN)
    return TRUE;
  if (a->kind == BRINE_REPEAT_QUOTA)
    return a->quota == b->quota;
  if (a->interval != b->interval || a->end != b->end)
    return FALSE;
  if (a->kind == BRINE_REPEAT_WEEKLY && a->weekdays != b->weekdays)
    return FALSE;
  if (a->end == BRINE_REPEAT_COUNT)
    return a->count == b->count;
  return a->end == BRINE_REPEAT_FOREVER || brine_local_equal (a->until, b->until);
}

static void
move_to_weekday (BrinePlanItem *item, unsigned weekdays)
{
  for (int i = 0; i < 7 && (weekdays & get_weekday_bit (item->start.day)) == 0; i++)
    item->start.day++;
}

void
brine_repeat_apply (const BrineRepeat *repeat, BrinePlanItem *item, BrineDay week_start)
{
  g_return_if_fail (repeat != NULL && item != NULL);

  BrineRepeat now = brine_repeat_read (item);
  if (repeat->kind == BRINE_REPEAT_FOREIGN || brine_repeat_equal (repeat, &now))
    return;

  if (repeat->kind == BRINE_REPEAT_WEEKDAYS)
    move_to_weekday (item, WORKING_DAYS);
  else if (repeat->kind == BRINE_REPEAT_WEEKLY)
    move_to_weekday (item, repeat->weekdays);
  g_autofree char *text = brine_repeat_to_rule (repeat, item->start);
  g_clear_pointer (&item->rule, brine_rule_unref);
  if (text != NULL)
    item->rule = brine_rule_parse (text, NULL);
  g_array_set_size (item->rdates, 0);
  brine_quota_set_times (item, repeat->kind == BRINE_REPEAT_QUOTA ? repeat->quota : 0, week_start);
}

BrineRepeatFault
brine_repeat_check (const BrineRepeat *repeat, BrineLocal start)
{
  g_return_val_if_fail (repeat != NULL, BRINE_REPEAT_FINE);

  if (repeat->kind == BRINE_REPEAT_WEEKLY && repeat->weekdays == 0)
    return BRINE_REPEAT_NO_WEEKDAY;
  if (repeat->kind > BRINE_REPEAT_ONCE && repeat->kind < BRINE_REPEAT_QUOTA
      && repeat->end == BRINE_REPEAT_UNTIL && brine_local_compare (repeat->until, start) < 0)
    return BRINE_REPEAT_ENDS_BEFORE;
  return BRINE_REPEAT_FINE;
}
