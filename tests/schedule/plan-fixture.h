/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plan items written as short as a test can read them. */
#pragma once

#include "brine-plan-item.h"

static inline BrineLocal
local (const char *text)
{
  BrineLocal result;

  g_assert_true (brine_local_parse (text, &result));
  return result;
}

static inline BrineDay
day (const char *text)
{
  BrineDay result;

  g_assert_true (brine_day_parse (text, &result));
  return result;
}

static inline BrinePlanItem *
make_item (BrinePractice practice, const char *start, int minutes, const char *rule)
{
  BrinePlanItem *item = brine_plan_item_new (practice, "Walk", local (start), minutes);

  if (rule != NULL)
    item->rule = brine_rule_parse (rule, NULL);
  g_assert_true (rule == NULL || item->rule != NULL);
  return item;
}

static inline BrineException *
add_exception (BrinePlanItem *item, const char *original, const char *start)
{
  BrineException *exception = brine_exception_new (local (original));

  exception->cancelled = start == NULL;
  exception->minutes = item->minutes;
  if (start != NULL)
    exception->start = local (start);
  g_ptr_array_add (item->exceptions, exception);
  return exception;
}

static inline void
add_local (GArray *locals, const char *text)
{
  BrineLocal value = local (text);

  g_array_append_val (locals, value);
}
