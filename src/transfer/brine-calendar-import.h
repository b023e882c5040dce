/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-archive.h"
#include "brine-batch.h"
#include "brine-import-report.h"
#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineCalendarImport:
 *
 * One iCalendar file on its way into a diary, event by event and in one transaction: however large
 * the file, little memory is needed, and when it is cancelled or fails nothing of it is in the
 * diary. Reading the same file again changes nothing. It is used once.
 */
#define BRINE_TYPE_CALENDAR_IMPORT (brine_calendar_import_get_type ())
G_DECLARE_FINAL_TYPE (BrineCalendarImport, brine_calendar_import, BRINE, CALENDAR_IMPORT, GObject)

/**
 * brine_calendar_import_new:
 * @path: the file
 * @zone: the reader's zone, into which zoned times are turned
 * @day_start_minutes: where all-day events begin, 0 to 720
 * @untitled: title of an event that has none, in the words of the user
 * @translate: (nullable): for the messages of the report; called on a thread
 *
 * Returns: (transfer full): an import that waits to be run
 */
BrineCalendarImport *brine_calendar_import_new (const char *path, GTimeZone *zone,
                                                int day_start_minutes, const char *untitled,
                                                BrineTranslate translate);

/**
 * brine_calendar_import_run_async:
 * @store: (nullable): the diary; %NULL with @dry_run: as if it were empty
 * @dry_run: only find out what would be done
 * @cancellable: (nullable): looked at before each event
 */
void brine_calendar_import_run_async (BrineCalendarImport *self, BrineStore *store,
                                      gboolean dry_run, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
/**
 * brine_calendar_import_run_finish:
 * @error: as brine_safe_file_read(), brine_ical_parse(), brine_store_apply(); or
 *   G_IO_ERROR_CANCELLED
 *
 * Returns: whether all of it is in the diary; else nothing of it is
 */
gboolean brine_calendar_import_run_finish (BrineCalendarImport *self, GAsyncResult *result,
                                           GError **error);

/* How much of the work is done, 0 to 1. Any thread, while it runs too. */
double brine_calendar_import_get_progress (BrineCalendarImport *self);
/* What became of the events. Once it has run. */
BrineMergeCounts brine_calendar_import_get_counts (BrineCalendarImport *self);
/* (transfer full) (nullable): what takes all of it back in one; NULL: nothing was put, or more than
 * BRINE_BATCH_UNDO_MAX items. Once it has run, and only once. */
BrineChange *brine_calendar_import_steal_inverse (BrineCalendarImport *self);
/* (transfer none): what was left out, and why. Once it has run. */
const BrineImportReport *brine_calendar_import_get_report (BrineCalendarImport *self);

G_END_DECLS
