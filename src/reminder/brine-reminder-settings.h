/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"

G_BEGIN_DECLS

/* How a reminder sounds; nicks "none", "message", "bell". */
typedef enum
{
  BRINE_REMINDER_SOUND_NONE,
  BRINE_REMINDER_SOUND_MESSAGE,
  BRINE_REMINDER_SOUND_BELL,
} BrineReminderSound;

/**
 * BrineCheckinPrompts:
 * @BRINE_CHECKIN_PROMPTS_OFF: none
 * @BRINE_CHECKIN_PROMPTS_AT: at fixed times
 * @BRINE_CHECKIN_PROMPTS_RANDOM: at random times, one in each equal part of a window
 */
typedef enum
{
  BRINE_CHECKIN_PROMPTS_OFF,
  BRINE_CHECKIN_PROMPTS_AT,
  BRINE_CHECKIN_PROMPTS_RANDOM,
} BrineCheckinPrompts;

/* As many prompts a day as there may be. */
#define BRINE_CHECKIN_PROMPTS_MAX 12
/* The window of random ones has so much room for each at least. */
#define BRINE_CHECKIN_PROMPTS_ROOM_MINUTES 30
#define BRINE_WIND_DOWN_DEFAULT_MINUTES 45
#define BRINE_WIND_DOWN_MAX_MINUTES 240
#define BRINE_LOOK_BACK_DAYS 14

/**
 * BrineReminderSettings:
 *
 * How somebody wants to be reminded: what the settings of the diary say. A plain value without
 * pointers. Minutes of the day are those of the wall clock, 0 to 1,439.
 */
typedef struct
{
  gboolean on;
  unsigned practices_off; /* bit `1u << BrinePractice` */
  gboolean has_quiet_hours;
  int quiet_from_minute; /* of the day; may lie after quiet_to_minute: over midnight */
  int quiet_to_minute;
  BrineInstant paused_until; /* nothing comes before it; 0: not paused */
  gboolean bundle;           /* what belongs to a part of the day comes at once */
  gboolean private_text;     /* notifications name nothing */
  BrineReminderSound sound;
  int wind_down_minutes; /* before bed; 0: off */
  BrineCheckinPrompts checkin_prompts;
  int checkin_minutes[BRINE_CHECKIN_PROMPTS_MAX]; /* AT: minutes of the day, ascending */
  int n_checkins;                                 /* a day */
  int checkin_from_minute;                        /* RANDOM: the window, within one day */
  int checkin_to_minute;
  gboolean look_back;
  BrineLocal look_back_first; /* the first one; then every two weeks */
  guint64 seed;               /* of random times; 0: none was drawn yet */
} BrineReminderSettings;

/* Everything here is pure and may be used from any thread. */

/**
 * brine_reminder_settings_parse:
 * @values: (nullable) (element-type utf8 utf8): all settings, of brine_store_dup_settings()
 * @out_settings: (out): each text that makes no sense counts as not set
 */
void brine_reminder_settings_parse (GHashTable *values, BrineReminderSettings *out_settings);
/**
 * brine_reminder_settings_set:
 * @key: one of the keys of reminders, BRINE_SETTING_REMINDERS and so on
 * @text: (nullable): the value; NULL or empty: the default
 *
 * Reads one setting strictly, for what somebody typed.
 *
 * Returns: whether @text is understood; else @self is as it was and @error %BRINE_ERROR_INVALID
 *   says what may be written
 */
gboolean brine_reminder_settings_set (BrineReminderSettings *self, const char *key,
                                      const char *text, GError **error);
/**
 * brine_reminder_settings_dup_value:
 * @key: one of the keys of reminders
 *
 * Returns: (transfer full) (nullable): the text to store under @key; NULL for the default, which is
 *   stored as no setting
 */
char *brine_reminder_settings_dup_value (const BrineReminderSettings *self, const char *key);
/**
 * brine_reminder_settings_put:
 *
 * Adds to @change every setting in which @self differs from @before.
 */
void brine_reminder_settings_put (const BrineReminderSettings *self,
                                  const BrineReminderSettings *before, BrineChange *change);
/**
 * brine_reminder_settings_equal:
 *
 * Returns: whether both say the same
 */
gboolean brine_reminder_settings_equal (const BrineReminderSettings *a,
                                        const BrineReminderSettings *b);
/**
 * brine_reminder_settings_get_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of all settings of reminders
 */
const char *const *brine_reminder_settings_get_keys (void);

/**
 * brine_reminder_settings_get_hold:
 * @zone: (transfer none): where one is
 * @out_until: (out) (optional): when notifications may come again, later than @now
 *
 * Returns: whether @now lies in the quiet hours or before the end of a pause of reminders
 */
gboolean brine_reminder_settings_get_hold (const BrineReminderSettings *self, BrineInstant now,
                                           GTimeZone *zone, BrineInstant *out_until);

const char *brine_reminder_sound_to_nick (BrineReminderSound sound);
/* FALSE for an unknown nick and for NULL; @out_sound is then left alone. */
gboolean brine_reminder_sound_from_nick (const char *nick, BrineReminderSound *out_sound);

G_END_DECLS
