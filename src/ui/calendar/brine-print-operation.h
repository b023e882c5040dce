/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-print-plan.h"

G_BEGIN_DECLS

/* What is printed; @agenda and @busy as in brine_print_plan_new(). */
typedef struct
{
  BrinePrintPeriod period;
  BrineDay date;
  int first_weekday;
  int day_start_minutes;
  GListModel *agenda;
  GListModel *busy; /* NULL: other calendars are left out */
} BrinePrintRequest;

/**
 * brine_print_operation_new:
 * @request: copied; its models are referenced
 *
 * Returns: (transfer full): an operation that is ready to run, on the paper of the locale laid
 *   across; the plan follows the paper that is chosen
 */
GtkPrintOperation *brine_print_operation_new (const BrinePrintRequest *request);

G_END_DECLS
