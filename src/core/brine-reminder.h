/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Four weeks: how far before or after the start a reminder may come. */
#define BRINE_REMINDER_MAX_MINUTES (28 * BRINE_MINUTES_PER_DAY)
/* How many reminders an item may have. */
#define BRINE_REMINDERS_MAX 20

/**
 * BrineReminderKind:
 * @BRINE_REMINDER_OFFSET: some minutes before the start, or after it
 * @BRINE_REMINDER_AT: at a time of the wall clock, on the civil day of the start
 */
typedef enum
{
  BRINE_REMINDER_OFFSET,
  BRINE_REMINDER_AT,
} BrineReminderKind;

/**
 * BrineReminder:
 * @minutes: OFFSET: before the start, negative after it, within four weeks; AT: minute of the day by
 *   the wall clock, 0 to 1,439. A minute before the hour at which days start lies on the next
 *   date: it ends the civil day.
 * @weekdays: bit 0 Monday to bit 6 Sunday, of the civil day of the start; 0 is every day, and so
 *   are all seven
 *
 * When somebody wants to be reminded of one entry of the plan. A plain value.
 */
typedef struct
{
  BrineReminderKind kind;
  int minutes;
  unsigned weekdays;
} BrineReminder;

/* Everything here is pure and may be used from any thread. */

/**
 * brine_reminder_compare:
 *
 * Returns: -1, 0 or 1: offsets first, then by minutes, then by weekdays
 */
int brine_reminder_compare (const BrineReminder *a, const BrineReminder *b);
/**
 * brine_reminder_equal:
 *
 * Returns: whether both come at the same times
 */
gboolean brine_reminder_equal (const BrineReminder *a, const BrineReminder *b);
/**
 * brine_reminder_is_valid:
 *
 * Returns: whether its fields are in their ranges
 */
gboolean brine_reminder_is_valid (const BrineReminder *reminder);

/**
 * brine_reminder_is_plain:
 *
 * Returns: whether it is minutes before or after the start and no more, on every day
 */
gboolean brine_reminder_is_plain (const BrineReminder *reminder);

/**
 * brine_reminder_parse:
 * @text: "10" (minutes before), "-5" (after), "\@07:30", each also with weekdays behind it:
 *   "10/mo,we,fr"
 * @out_reminder: (out): the reminder; left alone when @text is none
 *
 * Returns: whether @text is a reminder; else @error is %BRINE_ERROR_INVALID and quotes it
 */
gboolean brine_reminder_parse (const char *text, BrineReminder *out_reminder, GError **error);
/**
 * brine_reminder_to_string:
 * @reminder: a valid one
 *
 * Returns: (transfer full): what brine_reminder_parse() reads as an equal one
 */
char *brine_reminder_to_string (const BrineReminder *reminder);

/**
 * brine_reminder_get_nominal:
 * @start: when what it reminds of begins; of something without a time of day the start of its civil
 *   day, see brine_civil_day_get_start()
 * @day_start_minutes: when days start, in minutes after midnight, 0 to 720
 * @out_nominal: (out) (optional): what the wall clock reads when it comes; left alone when it does
 *   not
 *
 * The civil day is that of @start, also of a night, which counts for the day of waking: who wants
 * to hear of it at 21:30 means the evening before.
 *
 * Returns: whether it comes at all: whether that day is one of its weekdays
 */
gboolean brine_reminder_get_nominal (const BrineReminder *reminder, BrineLocal start,
                                     int day_start_minutes, BrineLocal *out_nominal);
/**
 * brine_reminder_get_instant:
 * @start: as above
 * @zone: (transfer none): where one is
 * @out_instant: (out): when it comes; left alone when it does not
 *
 * As RFC 5545 counts a duration (section 3.3.6): whole days by the wall clock, the hours and
 * minutes as they pass. Ten minutes before a start just after a change of the clocks is therefore
 * ten minutes before it, though the nominal time may not exist or occur twice.
 *
 * Returns: whether it comes at all
 */
gboolean brine_reminder_get_instant (const BrineReminder *reminder, BrineLocal start,
                                     int day_start_minutes, GTimeZone *zone,
                                     BrineInstant *out_instant);

/* Lists: GArray of BrineReminder, in order, each once ------------------------------------- */

/**
 * brine_reminders_new:
 *
 * Returns: (transfer full) (element-type BrineReminder): an empty list
 */
GArray *brine_reminders_new (void);
/**
 * brine_reminders_add:
 * @reminders: (element-type BrineReminder): a list in order
 *
 * Adds @reminder at its place.
 *
 * Returns: FALSE when it was there already, or the list is full (%BRINE_REMINDERS_MAX)
 */
gboolean brine_reminders_add (GArray *reminders, BrineReminder reminder);
/**
 * brine_reminders_equal:
 * @a: (element-type BrineReminder)
 * @b: (element-type BrineReminder)
 *
 * Returns: whether both hold the same in the same order
 */
gboolean brine_reminders_equal (const GArray *a, const GArray *b);
/**
 * brine_reminders_parse:
 * @text: reminders as brine_reminder_parse() reads them, with spaces between; empty: none
 *
 * Returns: (transfer full) (element-type BrineReminder): the list, or NULL with
 *   %BRINE_ERROR_INVALID
 */
GArray *brine_reminders_parse (const char *text, GError **error);
/**
 * brine_reminders_to_string:
 * @reminders: (element-type BrineReminder)
 *
 * Returns: (transfer full): what brine_reminders_parse() reads
 */
char *brine_reminders_to_string (const GArray *reminders);
/**
 * brine_reminders_validate:
 * @reminders: (element-type BrineReminder)
 *
 * Returns: whether it is such a list: each valid and in order, at most %BRINE_REMINDERS_MAX; else
 *   @error is %BRINE_ERROR_INVALID and says in a sentence what is wrong
 */
gboolean brine_reminders_validate (const GArray *reminders, GError **error);

G_END_DECLS
