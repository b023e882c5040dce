/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-types.h"

#include "brine-nicks.h"

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

gboolean
brine_nick_find (const char *const *nicks, guint n_nicks, const char *nick, guint *out_index)
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

BRINE_DEFINE_NICKS (BrinePractice, practice)
BRINE_DEFINE_NICKS (BrineState, state)
BRINE_DEFINE_NICKS (BrineSkipReason, skip_reason)
BRINE_DEFINE_NICKS (BrinePauseReason, pause_reason)
BRINE_DEFINE_NICKS (BrineMealSlot, meal_slot)
BRINE_DEFINE_NICKS (BrineUnit, unit)

char *
brine_id_new (void)
{
  return g_uuid_string_random ();
}
