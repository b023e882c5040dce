/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"
#include "brine-records.h"

G_BEGIN_DECLS

/**
 * BrineChange:
 *
 * A set of rows to write in one transaction: each either put (inserted or replaced by id) or
 * removed (kept as a tombstone). Applying one yields its inverse, which is all that undo needs.
 * Records given to it are copied. Not thread safe; hand it over when it is applied.
 */
typedef struct _BrineChange BrineChange;

typedef enum
{
  BRINE_KIND_ITEM,
  BRINE_KIND_LOG,
  BRINE_KIND_CHECKIN,
  BRINE_KIND_NIGHT,
  BRINE_KIND_PAUSE,
  BRINE_KIND_CONTACT,
  BRINE_KIND_SETTING,
} BrineKind;
#define BRINE_N_KINDS 7

BrineChange *brine_change_new (void);
void brine_change_free (BrineChange *change);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineChange, brine_change_free)
gboolean brine_change_is_empty (const BrineChange *change);

void brine_change_put_item (BrineChange *change, const BrinePlanItem *item);
void brine_change_put_log (BrineChange *change, const BrineLog *log);
void brine_change_put_checkin (BrineChange *change, const BrineCheckin *checkin);
void brine_change_put_night (BrineChange *change, const BrineNight *night);
void brine_change_put_pause (BrineChange *change, const BrinePause *pause);
void brine_change_put_contact (BrineChange *change, const BrineContact *contact);
/* @value NULL removes the setting. */
void brine_change_put_setting (BrineChange *change, const char *key, const char *value);
void brine_change_remove (BrineChange *change, BrineKind kind, const char *id);
/* Puts edit->changed (or removes @id when it is NULL) and edit->added; logs go where their
 * occurrences went. */
void brine_change_put_edit (BrineChange *change, const char *id, const BrineEdit *edit);

/* Keys of settings that live with the data. */
#define BRINE_SETTING_DAY_START "day-start-minutes"
#define BRINE_SETTING_WEEK_START "week-start"        /* locale, monday, saturday, sunday */
#define BRINE_SETTING_LIVE_GOAL "live-servings-goal" /* a day */
#define BRINE_SETTING_SAMPLE "sample-data"           /* "1" in a diary of sample data */
#define BRINE_SETTING_COUNTRY "support-country"
#define BRINE_SETTING_DIET "diet" /* a line of brine_diet_to_string() */

G_END_DECLS
