/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-import-report.h"
#include "brine-plan-item.h"

G_BEGIN_DECLS

/*
 * Plan items as iCalendar events (RFC 5545 VEVENT), both ways. Times are floating in what Brine
 * writes; what it reads may be in UTC or in a zone and is turned into the reader's local time.
 * What Brine has no field for goes into BrinePlanItem.foreign, line by line and unfolded, and
 * comes back on export. Pure and synchronous; any thread.
 */

/* Gets each item as soon as it is whole; @item: (transfer full). FALSE with @error set ends the
 * reading. */
typedef gboolean (*BrineIcalTakeFunc) (BrinePlanItem *item, gpointer user_data, GError **error);
/* How far the reading is, often: byte @at of @length in @pass 0 or 1. */
typedef void (*BrineIcalReadFunc) (guint pass, gsize at, gsize length, gpointer user_data);

/**
 * BrineIcalReader:
 * @zone: the reader's zone, into which zoned times are turned
 * @day_start_minutes: where all-day events begin, 0 to 720
 * @untitled: (nullable): title of an event that has none, in the words of the user
 * @take: gets the items
 * @progress: (nullable)
 * @user_data: for both
 */
typedef struct
{
  GTimeZone *zone;
  int day_start_minutes;
  const char *untitled;
  BrineIcalTakeFunc take;
  BrineIcalReadFunc progress;
  gpointer user_data;
} BrineIcalReader;

/**
 * brine_ical_read_items:
 * @cancellable: (nullable): looked at before each event
 * @error: as brine_ical_parse(); G_IO_ERROR_CANCELLED; or what @reader->take said
 *
 * Reads a calendar as brine_ical_import_items() does and holds one item at a time; of those that
 * were taken no more than some hundred bytes each. The text is walked twice: the changed
 * occurrences of a series may stand anywhere in it. In order of the file; changed occurrences
 * without a series come at the end.
 *
 * Returns: whether all was read
 */
gboolean brine_ical_read_items (GBytes *bytes, const BrineIcalReader *reader,
                                BrineImportReport *report, GCancellable *cancellable,
                                GError **error);

/**
 * brine_ical_import_items:
 * @bytes: the file
 * @zone: the reader's zone, into which zoned times are turned
 * @day_start_minutes: where all-day events begin, 0 to 720
 * @report: gets the counts and a message for everything that was not taken as it stood
 * @error: as brine_ical_parse()
 *
 * Reads every VEVENT. An event with a RECURRENCE-ID becomes an exception of its series, or an item
 * of its own when the series is missing. A rule that cannot be read is kept in foreign and the
 * event taken once. An event without a UID gets one made from its content, so that importing a
 * file again finds the same items; two different events with one UID are both taken, the second
 * under a UID with its digest. Alarms are read as reminders; nothing in them is ever run.
 *
 * Returns: (transfer full) (element-type BrinePlanItem): valid items in the order of the file
 */
GPtrArray *brine_ical_import_items (GBytes *bytes, GTimeZone *zone, int day_start_minutes,
                                    BrineImportReport *report, GError **error);

/**
 * brine_ical_export_items:
 * @items: (element-type BrinePlanItem)
 * @now: what DTSTAMP says
 *
 * Returns: (transfer full): a whole VCALENDAR with CRLF line ends, folded at 75 octets
 */
GBytes *brine_ical_export_items (GPtrArray *items, BrineInstant now);

G_END_DECLS
