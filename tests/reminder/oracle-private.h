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

typedef enum
{
  PENDING, /* due, or it will be */
  SHOWN,
  SNOOZED,
  ANSWERED, /* by the user, or by what happened to its occurrence */
  IGNORED,  /* its day went by */
  DROPPED,  /* passed, and is not to be shown */
} Status;

/* One due time in the ledger. */
typedef struct
{
  BrineDueSource source;
  char *item_id;
  BrineLocal original;
  BrineLocal nominal;
  char *key; /* of the delivery, once it was shown */
  Status status;
  gboolean optional;    /* it may be shown, or not */
  gboolean shown_now;   /* in this turn */
  gboolean was_snoozed; /* asked for, however late it gets */
  gboolean was_shown;
  gboolean may_repeat; /* the process was killed before the screen was confirmed */
  gboolean unsure;     /* nor is it known what it wrote down at the end */
  guint ended_turn;    /* in which it became answered or ignored */
  int64_t dropped_at_ms;
  int64_t shown_at_ms;
  int64_t until_ms;
  char *notice_id;
} Entry;

/* Whether an item is still reminded of. */
typedef enum
{
  ATTENTION_NORMAL,
  ATTENTION_ASK,    /* a question comes in the place of its next reminder */
  ATTENTION_SILENT, /* that was asked */
  ATTENTION_UNSURE, /* it depends on what a killed process or this very turn wrote first */
} Attention;

/* oracle.c */
int64_t oracle_get_now (Oracle *oracle);
void G_GNUC_PRINTF (3, 4) G_GNUC_NORETURN
    oracle_complain (Oracle *oracle, const Entry *entry, const char *format, ...);

/* oracle-attention.c: what becomes of what was shown, and who is asked about. */
Attention oracle_get_attention (Oracle *oracle, const OracleItem *item);
/* What was shown is over now: fills @out_status. */
gboolean oracle_is_over (Oracle *oracle, const Entry *entry, Status *out_status);
void oracle_note_ask (Oracle *oracle, const BrineNotice *notice);
/* Whether the last reminders of an item may still be needed to know that. */
gboolean oracle_is_remembered (Oracle *oracle, const Entry *entry);

/* oracle-plan.c */

/* What is due on the days [@from, @to], of one occurrence, and of the prompts
 * of one day. */
void oracle_each_due (Oracle *oracle, BrineDay from, BrineDay to, DueFunc func, gpointer user_data);
void oracle_each_of_occurrence (Oracle *oracle, const OracleItem *item, BrineDay day, DueFunc func,
                                gpointer user_data);
void oracle_each_prompt (Oracle *oracle, BrineDueSource source, BrineDay day, DueFunc func,
                         gpointer user_data);
/* The due time of @entry as the plan has it now; FALSE: it is gone. */
gboolean oracle_find_due (Oracle *oracle, const Entry *entry, Due *out_due);
/* Whether it is logged, as whatever. */
gboolean oracle_is_logged (Oracle *oracle, const Due *due);
/* Nothing is to be said of it now: that, or paused, or turned off. */
gboolean oracle_is_silent (Oracle *oracle, const Due *due);

int64_t oracle_resolve (Oracle *oracle, BrineLocal local);
BrineDay oracle_get_civil_day (Oracle *oracle, BrineLocal local);
int oracle_get_setting (Oracle *oracle, const char *key, int missing);
void oracle_item_free (OracleItem *item);

G_END_DECLS
