/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-picker-layout.h"

#define MONTHS_PER_YEAR 12
#define THURSDAY 4

BrineDay
brine_month_picker_layout_get_first (BrineDay day, int first_weekday)
{
  int day_of_month;

  brine_day_get_ymd (day, NULL, NULL, &day_of_month);
  return brine_day_get_week_start (day - day_of_month + 1, first_weekday);
}

int
brine_month_picker_layout_get_week (BrineDay first, int row)
{
  for (BrineDay day = first + 7 * row; day < first + 7 * (row + 1); day++)
    if (brine_day_is_valid (day) && brine_day_get_weekday (day) == THURSDAY)
      return brine_day_get_iso_week (day, NULL);
  return 0;
}

BrineDay
brine_month_picker_layout_step (BrineDay day, BrineMonthPickerStep step, int count,
                                int first_weekday)
{
  switch (step)
    {
    case BRINE_MONTH_PICKER_DAY:
      day += count;
      break;
    case BRINE_MONTH_PICKER_WEEK:
      day += 7 * count;
      break;
    case BRINE_MONTH_PICKER_MONTH:
      return brine_day_add_months (day, count);
    case BRINE_MONTH_PICKER_YEAR:
      return brine_day_add_months (day, MONTHS_PER_YEAR * count);
    case BRINE_MONTH_PICKER_WEEK_START:
      day = brine_day_get_week_start (day, first_weekday);
      break;
    case BRINE_MONTH_PICKER_WEEK_END:
      day = brine_day_get_week_start (day, first_weekday) + 6;
      break;
    default:
      g_return_val_if_reached (day);
    }
  return CLAMP (day, BRINE_DAY_MIN, BRINE_DAY_MAX);
}

gboolean
brine_month_picker_layout_is_same_month (BrineDay day, BrineDay other)
{
  int year, month, other_year, other_month;

  if (!brine_day_is_valid (other))
    return FALSE;
  brine_day_get_ymd (day, &year, &month, NULL);
  brine_day_get_ymd (other, &other_year, &other_month, NULL);
  return year == other_year && month == other_month;
}
