/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-plan-fields.h"
#include "brine-quota.h"

#include <glib/gi18n.h>

void
brine_cli_plan_options_clear (BrineCliPlanOptions *options)
{
  g_free (options->practice);
  g_free (options->title);
  g_free (options->start);
  g_free (options->minutes);
  g_free (options->rrule);
  g_free (options->quota);
  g_free (options->goal);
  g_free (options->recipe);
  g_free (options->portions);
  g_free (options->slot);
  g_free (options->notes);
  g_free (options->location);
  g_strfreev (options->reminders);
  g_strfreev (options->rdates);
  g_strfreev (options->exdates);
}

GOptionEntry *
brine_cli_plan_options_make_entries (BrineCliPlanOptions *options, const GOptionEntry *more)
{
  const GOptionEntry own[] = {
    { "practice", 0, 0, G_OPTION_ARG_STRING, &options->practice,
      N_ ("meal, sleep, meditation, breathwork, walk or own"), "PRACTICE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options->title, N_ ("What it is called"), "TITLE" },
    { "start", 0, 0, G_OPTION_ARG_STRING, &options->start, N_ ("Local start, 2026-11-23T08:00"),
      "TIME" },
    { "minutes", 0, 0, G_OPTION_ARG_STRING, &options->minutes, N_ ("Duration in minutes"), "N" },
    { "rrule", 0, 0, G_OPTION_ARG_STRING, &options->rrule,
      N_ ("Recurrence as in iCalendar, FREQ=WEEKLY;BYDAY=MO"), "RRULE" },
    { "rdate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->rdates, N_ ("An extra start; repeatable"),
      "TIME" },
    { "exdate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->exdates,
      N_ ("A start that is left out; repeatable"), "TIME" },
    { "quota", 0, 0, G_OPTION_ARG_STRING, &options->quota,
      N_ ("N times a week, on any days, at no fixed time"), "N" },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &options->goal, N_ ("\">=20 min\", \"7-9 h\""), "GOAL" },
    { "remind", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->reminders,
      N_ ("10, -5, @07:30, 10/mo,we,fr; repeatable"), "WHEN" },
    { "recipe", 0, 0, G_OPTION_ARG_STRING, &options->recipe, N_ ("Recipe of a meal"), "ID" },
    { "portions", 0, 0, G_OPTION_ARG_STRING, &options->portions, N_ ("Portions of a meal"), "N" },
    { "slot", 0, 0, G_OPTION_ARG_STRING, &options->slot, N_ ("breakfast, lunch, dinner or snack"),
      "SLOT" },
    { "notes", 0, 0, G_OPTION_ARG_STRING, &options->notes, N_ ("Notes"), "TEXT" },
    { "location", 0, 0, G_OPTION_ARG_STRING, &options->location, N_ ("Place"), "TEXT" },
  };
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  g_array_append_vals (entries, own, G_N_ELEMENTS (own));
  for (; more != NULL && more->long_name != NULL; more++)
    g_array_append_vals (entries, more, 1);
  return (GOptionEntry *)g_array_free (entries, FALSE);
}

gboolean
brine_cli_fail_word (const char *option, const char *text, const char *choices, GError **error)
{
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, _ ("%s: “%s” is none of: %s."), option,
               text, choices);
  return FALSE;
}

static gboolean
set_dates (GArray *dates, const char *option, char **texts, GError **error)
{
  g_array_set_size (dates, 0);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      BrineLocal local;

      /* An empty one clears the list. */
      if (*texts[i] == '\0')
        continue;
      if (!brine_cli_parse_local (option, texts[i], &local, error))
        return FALSE;
      g_array_append_val (dates, local);
    }

  g_array_sort (dates, (GCompareFunc)brine_cli_compare_locals);
  return TRUE;
}

static gboolean
set_reminders (BrinePlanItem *item, char **texts, GError **error)
{
  g_array_set_size (item->reminders, 0);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      BrineReminder reminder;

      if (*texts[i] == '\0')
        continue;
      if (!brine_reminder_parse (texts[i], &reminder, error))
        {
          g_prefix_error (error, "--remind: ");
          return FALSE;
        }
      if (!brine_reminders_add (item->reminders, reminder)
          && item->reminders->len >= BRINE_REMINDERS_MAX)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("--remind: there can be at most %d reminders."), BRINE_REMINDERS_MAX);
          return FALSE;
        }
    }

  return TRUE;
}

/* From this week on; those before keep their number. */
static gboolean
set_quota (BrineCli *cli, BrinePlanItem *item, const char *text, GError **error)
{
  BrineDay today = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  int times;

  if (!brine_cli_parse_int ("--quota", text, 0, 50, &times, error))
    return FALSE;
  brine_quota_set_times (item, times,
                         brine_day_get_week_start (today, brine_cli_get_first_weekday (cli)));
  return TRUE;
}

static gboolean
set_recurrence (BrineCli *cli, BrinePlanItem *item, const BrineCliPlanOptions *options,
                GError **error)
{
  if (options->rrule != NULL)
    {
      g_clear_pointer (&item->rule, brine_rule_unref);
      if (*options->rrule != '\0')
        {
          item->rule = brine_rule_parse (options->rrule, error);
          if (item->rule == NULL)
            {
              g_prefix_error (error, "--rrule: ");
              return FALSE;
            }
        }
    }
  if (options->rdates != NULL && !set_dates (item->rdates, "--rdate", options->rdates, error))
    return FALSE;
  if (options->exdates != NULL && !set_dates (item->exdates, "--exdate", options->exdates, error))
    return FALSE;

  return options->quota == NULL || set_quota (cli, item, options->quota, error);
}

static gboolean
set_goal (BrineCli *cli, BrinePlanItem *item, const char *text, GError **error)
{
  BrineGoalPeriod period = { 0 };

  if (*text != '\0' && !brine_goal_parse (text, &period.goal, error))
    {
      g_prefix_error (error, "--goal: ");
      return FALSE;
    }

  /* The past keeps the goal of its day; a goal that was set today is simply replaced. */
  period.valid_from = brine_clock_get_today (cli->clock, brine_cli_get_day_start (cli));
  if (item->goals->len == 0)
    period.valid_from = MIN (period.valid_from, item->start.day);
  for (guint i = item->goals->len; i > 0; i--)
    if (g_array_index (item->goals, BrineGoalPeriod, i - 1).valid_from >= period.valid_from)
      g_array_remove_index (item->goals, i - 1);
  g_array_append_val (item->goals, period);
  return TRUE;
}

static gboolean
set_meal (BrineCli *cli, BrinePlanItem *item, const BrineCliPlanOptions *options, GError **error)
{
  if (options->slot != NULL && !brine_meal_slot_from_nick (options->slot, &item->slot))
    return brine_cli_fail_word ("--slot", options->slot, "breakfast, lunch, dinner, snack", error);
  if (options->portions != NULL)
    {
      char *end = NULL;
      double portions = g_ascii_strtod (options->portions, &end);

      if (*end != '\0' || !(portions > 0 && portions <= 100))
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                       _ ("--portions: “%s” is not a number above 0, 100 at most."),
                       options->portions);
          return FALSE;
        }
      item->portions = portions;
    }
  if (options->recipe != NULL)
    {
      BrineCatalogue *catalogue = brine_cli_get_catalogue (cli, error);

      if (catalogue == NULL)
        return FALSE;
      if (*options->recipe != '\0'
          && brine_catalogue_find_recipe (catalogue, options->recipe) == NULL)
        {
          g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                       _ ("There is no recipe “%s”; “brinectl meal list” shows them."),
                       options->recipe);
          return FALSE;
        }
      g_free (item->recipe_id);
      item->recipe_id = *options->recipe != '\0' ? g_strdup (options->recipe) : NULL;
    }

  return TRUE;
}

static void
set_text (char **field, const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = *text != '\0' ? g_strdup (text) : NULL;
}

gboolean
brine_cli_plan_set_fields (BrineCli *cli, BrinePlanItem *item, const BrineCliPlanOptions *options,
                           GError **error)
{
  if (options->practice != NULL && !brine_practice_from_nick (options->practice, &item->practice))
    return brine_cli_fail_word ("--practice", options->practice,
                                "meal, sleep, meditation, breathwork, walk, own", error);
  if (options->start != NULL
      && !brine_cli_parse_local ("--start", options->start, &item->start, error))
    return FALSE;
  if (options->minutes != NULL
      && !brine_cli_parse_int ("--minutes", options->minutes, 0, 7 * BRINE_MINUTES_PER_DAY,
                               &item->minutes, error))
    return FALSE;
  if (options->title != NULL)
    {
      g_free (item->title);
      item->title = brine_cli_dup_title (options->title, error);
      if (item->title == NULL)
        return FALSE;
    }
  set_text (&item->notes, options->notes);
  set_text (&item->location, options->location);

  return set_recurrence (cli, item, options, error)
         && (options->goal == NULL || set_goal (cli, item, options->goal, error))
         && (options->reminders == NULL || set_reminders (item, options->reminders, error))
         && set_meal (cli, item, options, error);
}
