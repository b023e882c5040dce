/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "oracle.h"

G_BEGIN_DECLS

#define MINUTE_MS INT64_C (60000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

/* A due time as the plan has it now. */
typedef struct
{
  const OracleItem *item; /* NULL: none */
  BrineDueSource source;
  BrineLocal original;
  BrineLocal start;
  BrineLocal nominal;
  int64_t at_ms;
} Due;

typedef void (*DueFunc) (Oracle *oracle, const Due *due, gpointer user_data);

/* What is due on the days [@from, @to], of one occurrence, and of the prompts
 * of one day. */
void oracle_each_due (Oracle *oracle, BrineDay from, BrineDay to, DueFunc func, gpointer user_data);
void oracle_each_of_occurrence (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
                                gpointer user_data);
void oracle_each_checkin (Oracle *oracle, BrineDay day, DueFunc func, gpointer user_data);

int64_t oracle_resolve (Oracle *oracle, BrineLocal local);
BrineDay oracle_get_civil_day (Oracle *oracle, BrineLocal local);
int oracle_get_setting (Oracle *oracle, const char *key, int missing);
void oracle_item_free (OracleItem *item);

G_END_DECLS
