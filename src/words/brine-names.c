/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-names.h"

#include "brine-time.h"

#include <glib/gi18n.h>

/* One row a practice, in the order of the enum. */
static const struct
{
  const char *name;
  const char *plural;
  const char *done_word;
  const char *css_class;
  const char *icon_name;
} practices[BRINE_N_PRACTICES] = {
  { N_ ("Meal"), N_ ("Meals"), N_ ("Eaten"), "meal", "brine-meal-symbolic" },
  { N_ ("Sleep"), N_ ("Sleep"), N_ ("Slept"), "sleep", "brine-sleep-symbolic" },
  { N_ ("Meditation"), N_ ("Meditation"), N_ ("Done"), "meditation", "brine-meditation-symbolic" },
  { N_ ("Breathwork"), N_ ("Breathwork"), N_ ("Done"), "breathwork", "brine-breathwork-symbolic" },
  { N_ ("Walk"), N_ ("Walk"), N_ ("Walked"), "walk", "brine-walk-symbolic" },
  /* Translators: a practice of the user's own, beside Meals, Sleep, Walk and so on. */
  { N_ ("Own"), N_ ("Own"), N_ ("Done"), "own", "brine-own-symbolic" },
};

static const struct
{
  const char *name;
  const char *css_class;
  const char *icon_name;
} states[] = {
  [BRINE_STATE_PLANNED] = { N_ ("planned"), "planned", NULL },
  [BRINE_STATE_DUE] = { N_ ("due"), "planned", NULL },
  [BRINE_STATE_DONE] = { N_ ("done"), "done", "brine-state-done-symbolic" },
  [BRINE_STATE_PARTLY] = { N_ ("partly done"), "partly", "brine-state-partly-symbolic" },
  [BRINE_STATE_SKIPPED] = { N_ ("skipped"), "skipped", "brine-state-skipped-symbolic" },
  [BRINE_STATE_MISSED] = { N_ ("missed"), "missed", "brine-state-missed-symbolic" },
  [BRINE_STATE_PAUSED] = { N_ ("paused"), "paused", "brine-state-paused-symbolic" },
};

static const struct
{
  const char *name;
  const char *icon_name;
  const char *filled_icon_name;
} moods[] = {
  { N_ ("Rough"), "brine-mood-1-symbolic", "brine-mood-1-filled-symbolic" },
  { N_ ("Low"), "brine-mood-2-symbolic", "brine-mood-2-filled-symbolic" },
  { N_ ("Okay"), "brine-mood-3-symbolic", "brine-mood-3-filled-symbolic" },
  { N_ ("Good"), "brine-mood-4-symbolic", "brine-mood-4-filled-symbolic" },
  { N_ ("Great"), "brine-mood-5-symbolic", "brine-mood-5-filled-symbolic" },
};

static const struct
{
  const char *nick;
  const char *name;
} factors[] = {
  { "sugar", N_ ("Sugar") },
  { "alcohol", N_ ("Alcohol") },
  { "ultra-processed", N_ ("Processed food") },
  { "antibiotics", N_ ("Antibiotics") },
  { "stress", N_ ("Stress") },
  { "poor-sleep", N_ ("Poor sleep") },
  { "late-screen", N_ ("Late screen") },
  { "ill", N_ ("Ill") },
  { "period", N_ ("Period") },
};

const char *
brine_practice_get_name (BrinePractice practice)
{
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  return _ (practices[practice].name);
}

const char *
brine_practice_get_plural (BrinePractice practice)
{
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  return _ (practices[practice].plural);
}

const char *
brine_practice_get_icon_name (BrinePractice practice)
{
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  return practices[practice].icon_name;
}

const char *
brine_practice_get_css_class (BrinePractice practice)
{
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  return practices[practice].css_class;
}

const char *
brine_practice_get_done_word (BrinePractice practice)
{
  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  return _ (practices[practice].done_word);
}

const char *
brine_state_get_name (BrineState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), NULL);

  return _ (states[state].name);
}

const char *
brine_state_get_css_class (BrineState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), NULL);

  return states[state].css_class;
}

const char *
brine_state_get_icon_name (BrineState state)
{
  g_return_val_if_fail ((guint)state < G_N_ELEMENTS (states), NULL);

  return states[state].icon_name;
}

const char *
brine_mood_get_name (int mood)
{
  g_return_val_if_fail (mood >= 1 && mood <= 5, NULL);

  return _ (moods[mood - 1].name);
}

const char *
brine_mood_get_icon_name (int mood, gboolean filled)
{
  g_return_val_if_fail (mood >= 1 && mood <= 5, NULL);

  return filled ? moods[mood - 1].filled_icon_name : moods[mood - 1].icon_name;
}

const char *
brine_pause_reason_get_name (BrinePauseReason reason)
{
  switch (reason)
    {
    case BRINE_PAUSE_ILL:
      return C_ ("pause", "ill");
    case BRINE_PAUSE_TRAVEL:
      return C_ ("pause", "travelling");
    case BRINE_PAUSE_ANTIBIOTICS:
      return C_ ("pause", "antibiotics");
    case BRINE_PAUSE_OTHER:
    default:
      return C_ ("pause", "a break");
    }
}

const char *
brine_skip_reason_get_name (BrineSkipReason reason)
{
  switch (reason)
    {
    case BRINE_SKIP_NO_TIME:
      return C_ ("skip", "No time");
    case BRINE_SKIP_ILL:
      return C_ ("skip", "Ill");
    case BRINE_SKIP_TRAVEL:
      return C_ ("skip", "Travelling");
    case BRINE_SKIP_NOT_TODAY:
      return C_ ("skip", "Not today");
    case BRINE_SKIP_OTHER:
      return C_ ("skip", "Something else");
    case BRINE_SKIP_NONE:
    default:
      return C_ ("skip", "No reason");
    }
}

const char *
brine_meal_slot_get_name (BrineMealSlot slot)
{
  switch (slot)
    {
    case BRINE_MEAL_SLOT_BREAKFAST:
      return _ ("Breakfast");
    case BRINE_MEAL_SLOT_LUNCH:
      return _ ("Lunch");
    case BRINE_MEAL_SLOT_DINNER:
      return _ ("Dinner");
    case BRINE_MEAL_SLOT_SNACK:
      return _ ("Snack");
    case BRINE_MEAL_SLOT_NONE:
    default:
      return _ ("Meal");
    }
}

const char *
brine_factor_get_name (const char *factor)
{
  g_return_val_if_fail (factor != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (g_str_equal (factors[i].nick, factor))
      return _ (factors[i].name);
  return factor;
}

const char *const *
brine_factor_get_defaults (void)
{
  static const char *const nicks[] = { "sugar", "alcohol", "late-screen", "ill", NULL };

  return nicks;
}

const char *const *
brine_factor_get_more (void)
{
  static const char *const nicks[] = { "ultra-processed", "poor-sleep", "stress",
                                       "antibiotics",     "period",     NULL };

  return nicks;
}

/* 1970-01-05 was a Monday. */
static const char *
intern_weekday (int weekday, const char *pattern)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (1970, 1, 4 + weekday, 12, 0, 0);
  g_autofree char *name = g_date_time_format (date, pattern);

  return g_intern_string (name);
}

const char *
brine_format_weekday (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return intern_weekday (weekday, "%A");
}

const char *
brine_format_weekday_short (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return intern_weekday (weekday, "%a");
}

const char *
brine_format_weekday_letter (int weekday)
{
  /* In Arabic all long names begin with the article, and so with one letter. */
  const char *name = brine_format_weekday_short (weekday);
  g_autofree char *letter = name != NULL ? g_utf8_substring (name, 0, 1) : NULL;

  return g_intern_string (letter);
}
