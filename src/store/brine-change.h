/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-delivery.h"
#include "brine-plan-item.h"
#include "brine-records.h"
#include "brine-template.h"

G_BEGIN_DECLS

/**
 * BrineChange:
 *
 * A set of rows to write in one transaction: each either put (inserted or replaced by id) or
 * removed (kept as a tombstone). Applying one yields its inverse, which is all that undo needs.
 * Records given to it are copied. Not thread safe; hand it over when it is applied.
 */
typedef struct _BrineChange BrineChange;

/**
 * BrineKind:
 *
 * What a row is. `1u << kind` is its bit in the "changed" signal of the store.
 */
typedef enum
{
  BRINE_KIND_ITEM,
  BRINE_KIND_LOG,
  BRINE_KIND_CHECKIN,
  BRINE_KIND_NIGHT,
  BRINE_KIND_PAUSE,
  BRINE_KIND_CONTACT,
  BRINE_KIND_TEMPLATE,
  BRINE_KIND_SETTING,
  BRINE_KIND_DELIVERY,
} BrineKind;
#define BRINE_N_KINDS 9

/**
 * brine_change_new:
 *
 * Returns: (transfer full): a change that changes nothing yet
 */
BrineChange *brine_change_new (void);
/**
 * brine_change_free:
 * @change: (nullable) (transfer full)
 */
void brine_change_free (BrineChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineChange, brine_change_free)
/**
 * brine_change_is_empty:
 *
 * Returns: whether applying it would write nothing; of an inverse: whether nothing was changed
 */
gboolean brine_change_is_empty (const BrineChange *change);

/**
 * brine_change_put_item:
 * @item: (transfer none): anything brine_plan_item_validate() accepts; else applying fails with
 *   BRINE_ERROR_INVALID
 *
 * As for all records: `stamps.created` is kept if it is set, `stamps.modified` is filled.
 */
void brine_change_put_item (BrineChange *change, const BrinePlanItem *item);
/**
 * brine_change_put_copy:
 * @item: (transfer none): a new one that happens once, copied from elsewhere in the plan or from a
 *   template
 *
 * As brine_change_put_item(). It counts for the quota that its split_from names; if the diary has
 * no such quota any more when this is applied, it stands by itself, and its split_from is NULL.
 */
void brine_change_put_copy (BrineChange *change, const BrinePlanItem *item);
/**
 * brine_change_put_log:
 * @log: (transfer none): state DONE, PARTLY or SKIPPED
 *
 * An occurrence has one log: another that it has already is removed (not for quota items). The
 * item may be unknown yet: the log waits for it.
 */
void brine_change_put_log (BrineChange *change, const BrineLog *log);
/**
 * brine_change_put_checkin:
 * @checkin: (transfer none): mood 1 to 5, the others 0 to 5; each factor one line, not empty
 */
void brine_change_put_checkin (BrineChange *change, const BrineCheckin *checkin);
/**
 * brine_change_put_night:
 * @night: (transfer none): wakes after bed; rested 0 to 5
 */
void brine_change_put_night (BrineChange *change, const BrineNight *night);
/**
 * brine_change_put_pause:
 * @pause: (transfer none): does not end before it begins
 */
void brine_change_put_pause (BrineChange *change, const BrinePause *pause);
/**
 * brine_change_put_contact:
 * @contact: (transfer none)
 */
void brine_change_put_contact (BrineChange *change, const BrineContact *contact);
/**
 * brine_change_put_template:
 * @template: (transfer none): anything brine_template_validate() accepts; else applying fails with
 *   BRINE_ERROR_INVALID
 */
void brine_change_put_template (BrineChange *change, const BrineTemplate *template);
/**
 * brine_change_put_delivery:
 * @delivery: (transfer none): replaces the one with its key; a key of 1 to 500 bytes, else applying
 *   fails with BRINE_ERROR_INVALID
 *
 * A claimed one brings a purge of those that ended 60 days before it; the last thousand stay.
 */
void brine_change_put_delivery (BrineChange *change, const BrineDelivery *delivery);
/**
 * brine_change_put_setting:
 * @key: one of BRINE_SETTING_…
 * @value: (nullable): NULL removes the setting
 */
void brine_change_put_setting (BrineChange *change, const char *key, const char *value);
/**
 * brine_change_remove:
 * @id: of the record; for a setting or a delivery its key. One that does not exist is no error.
 *
 * The logs of a removed item stay and stand alone.
 */
void brine_change_remove (BrineChange *change, BrineKind kind, const char *id);
/**
 * brine_change_put_edit:
 * @id: of the item that was edited
 * @edit: (transfer none)
 *
 * Puts edit->changed (or removes @id when it is NULL) and edit->added; logs go where their
 * occurrences went.
 */
void brine_change_put_edit (BrineChange *change, const char *id, const BrineEdit *edit);

/* Keys of settings that live with the data. */
#define BRINE_SETTING_DAY_START "day-start-minutes"
#define BRINE_SETTING_WEEK_START "week-start"        /* locale, monday, saturday, sunday */
#define BRINE_SETTING_LIVE_GOAL "live-servings-goal" /* a day */
#define BRINE_SETTING_SAMPLE "sample-data"           /* "1" in a diary of sample data */
#define BRINE_SETTING_COUNTRY "support-country"
#define BRINE_SETTING_DIET "diet" /* a line of brine_diet_to_string() */
/* Of reminders. What cannot be read is as if it were not set. */
#define BRINE_SETTING_REMINDERS "reminders"          /* "0": none at all */
#define BRINE_SETTING_REMINDERS_OFF "reminders-off"  /* practices without: nicks, by comma */
#define BRINE_SETTING_QUIET "quiet-hours"            /* "22:00-07:00"; empty: none */
#define BRINE_SETTING_FOCUS "reminders-paused-until" /* an instant */
#define BRINE_SETTING_BUNDLE "reminders-bundle"      /* "1": one a part of the day */
#define BRINE_SETTING_PRIVATE "reminders-private"    /* "1": say nothing of what it is about */
#define BRINE_SETTING_SOUND "reminders-sound"        /* none (default), message, bell */
#define BRINE_SETTING_WIND_DOWN "wind-down-minutes"  /* before bed; 45 by default, 0: none */
/* "09:00 21:00", or "random 2 09:00-21:00"; empty (default): none */
#define BRINE_SETTING_CHECKIN_PROMPTS "check-in-prompts"
/* "2026-11-22 18:00": the first one, then every 14 days; empty (default): none */
#define BRINE_SETTING_LOOK_BACK "look-back"
#define BRINE_SETTING_REMINDER_SEED "reminder-seed" /* a number: of random times */

G_END_DECLS
