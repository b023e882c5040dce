/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "brine-time.h"
#include "brine-types.h"

G_BEGIN_DECLS

/*
 * What a printed plan says, in cells. Main thread: it formats for the user.
 */

typedef enum
{
  BRINE_PRINT_WEEK,
  BRINE_PRINT_MONTH,
} BrinePrintPeriod;

/* Entries of other calendars in a cell; what is beyond is counted. */
#define BRINE_PRINT_MAX_BUSY 6

/* Something planned or done, or of another calendar, as it stands in a cell. */
typedef struct
{
  char *time; /* "08:00"; of another calendar "09:00 – 17:00", or "" */
  char *title;
  gboolean busy;    /* of another calendar: no box to tick */
  BrineState state; /* unless it is */
} BrinePrintEntry;

typedef struct
{
  char *head;         /* NULL: nothing above the entries */
  GPtrArray *entries; /* BrinePrintEntry, never NULL, by time */
  guint n_busy;       /* that are there, of other calendars */
} BrinePrintCell;

/* Rows of cells, with what stands above the columns and before the rows. */
typedef struct
{
  BrinePrintPeriod period;
  char *title; /* "16–22 November" */
  int n_rows;
  int n_columns;
  char **column_heads;   /* NULL-terminated */
  char **row_heads;      /* NULL-terminated; NULL: none */
  BrinePrintCell *cells; /* by row and column */
  gboolean has_busy;
} BrinePrintPlan;

/* The dates that a plan around @date shows, first and last. */
void brine_print_plan_get_days (BrinePrintPeriod period, BrineDay date, int first_weekday,
                                BrineDay *out_first, BrineDay *out_last);

/**
 * brine_print_plan_new:
 * @agenda: GListModel of BrineOccurrence, which has one day more on either side
 * @busy: (nullable) GListModel of BrineBusy, by their start
 * @day_start_minutes: what is before it stands in the evening of the day before
 * @upright: the paper is higher than wide: the days of a week go down, not across
 */
BrinePrintPlan *brine_print_plan_new (BrinePrintPeriod period, BrineDay date, int first_weekday,
                                      int day_start_minutes, GListModel *agenda, GListModel *busy,
                                      gboolean upright);
void brine_print_plan_free (BrinePrintPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePrintPlan, brine_print_plan_free)

G_END_DECLS
