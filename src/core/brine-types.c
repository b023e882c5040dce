/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-types.h"

static const char *const practice_nicks[] = { "meal",       "sleep", "meditation",
                                              "breathwork", "walk",  "own" };
static const char *const state_nicks[] = { "planned", "due",    "done",  "partly",
                                           "skipped", "missed", "paused" };
static const char *const skip_reason_nicks[] = { "none",   "no-time",   "ill",
                                                 "travel", "not-today", "other" };
static const char *const pause_reason_nicks[] = { "ill", "travel", "antibiotics", "other" };
static const char *const meal_slot_nicks[] = { "none", "breakfast", "lunch", "dinner", "snack" };
static const char *const unit_nicks[] = {
  "none", "min", "h", "servings", "portions", "times", "km"
};

static gboolean
find_nick (const char *const *nicks, guint n_nicks, const char *nick, guint *out_index)
{
  if (nick == NULL)
    return FALSE;

  for (guint i = 0; i < n_nicks; i++)
    if (nicks[i][0] == nick[0] && g_str_equal (nicks[i], nick))
      {
        *out_index = i;
        return TRUE;
      }

  return FALSE;
}

/* Both directions between an enum and its nicks. */
#define DEFINE_NICKS(Type, name)                                                                   \
  const char *brine_##name##_to_nick (Type value)                                                  \
  {                                                                                                \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (name##_nicks), name##_nicks[0]);            \
    return name##_nicks[value];                                                                    \
  }                                                                                                \
  gboolean brine_##name##_from_nick (const char *nick, Type *out_value)                            \
  {                                                                                                \
    guint index;                                                                                   \
    g_return_val_if_fail (out_value != NULL, FALSE);                                               \
    if (!find_nick (name##_nicks, G_N_ELEMENTS (name##_nicks), nick, &index))                      \
      return FALSE;                                                                                \
    *out_value = (Type)index;                                                                      \
    return TRUE;                                                                                   \
  }

DEFINE_NICKS (BrinePractice, practice)
DEFINE_NICKS (BrineState, state)
DEFINE_NICKS (BrineSkipReason, skip_reason)
DEFINE_NICKS (BrinePauseReason, pause_reason)
DEFINE_NICKS (BrineMealSlot, meal_slot)
DEFINE_NICKS (BrineUnit, unit)

char *
brine_id_new (void)
{
  return g_uuid_string_random ();
}
