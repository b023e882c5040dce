/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-event-private.h"
#include "brine-ical-value-private.h"

gboolean
brine_ical_practice_from_category (const char *category, BrinePractice *out_practice)
{
  static const struct
  {
    const char *name;
    BrinePractice practice;
  } names[] = {
    { "meal", BRINE_PRACTICE_MEAL },
    { "meals", BRINE_PRACTICE_MEAL },
    { "mahlzeit", BRINE_PRACTICE_MEAL },
    { "mahlzeiten", BRINE_PRACTICE_MEAL },
    { "essen", BRINE_PRACTICE_MEAL },
    { "sleep", BRINE_PRACTICE_SLEEP },
    { "schlaf", BRINE_PRACTICE_SLEEP },
    { "schlafen", BRINE_PRACTICE_SLEEP },
    { "meditation", BRINE_PRACTICE_MEDITATION },
    { "breathwork", BRINE_PRACTICE_BREATHWORK },
    { "breathing", BRINE_PRACTICE_BREATHWORK },
    { "atemübung", BRINE_PRACTICE_BREATHWORK },
    { "atemübungen", BRINE_PRACTICE_BREATHWORK },
    { "atmen", BRINE_PRACTICE_BREATHWORK },
    { "walk", BRINE_PRACTICE_WALK },
    { "walks", BRINE_PRACTICE_WALK },
    { "walking", BRINE_PRACTICE_WALK },
    { "spaziergang", BRINE_PRACTICE_WALK },
    { "spaziergänge", BRINE_PRACTICE_WALK },
    { "gehen", BRINE_PRACTICE_WALK },
    { "own", BRINE_PRACTICE_OWN },
    { "eigenes", BRINE_PRACTICE_OWN },
  };
  g_autofree char *normal = g_utf8_normalize (category, -1, G_NORMALIZE_NFC);
  g_autofree char *lower = normal != NULL ? g_utf8_strdown (normal, -1) : NULL;

  for (gsize i = 0; lower != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name, lower))
      {
        *out_practice = names[i].practice;
        return TRUE;
      }
  return FALSE;
}

gboolean
brine_ical_practice_from_categories (const char *value, BrinePractice *out_practice)
{
  g_auto (GStrv) parts = brine_ical_split_text (value);

  for (gsize i = 0; parts[i] != NULL; i++)
    if (brine_ical_practice_from_category (parts[i], out_practice))
      return TRUE;
  return FALSE;
}
