/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-sample-private.h"

#include <glib/gi18n.h>

/* Menus change with the season, as a household's do. */
#define WEEKS_PER_SEASON 13

typedef struct
{
  BrineMealSlot slot;
  int hour, minute, minutes;
  const char *recipes[7]; /* catalogue ids, Monday first */
} MenuRow;

static const MenuRow menus[][4] = {
  {
      { BRINE_MEAL_SLOT_BREAKFAST, 8, 0, 20, { "b01", "b06", "b02", "b01", "b07", "b03", "b01" } },
      { BRINE_MEAL_SLOT_LUNCH, 12, 30, 30, { "l02", "l01", "l04", "l02", "l08", "l09", "l10" } },
      { BRINE_MEAL_SLOT_SNACK, 16, 0, 10, { "s01", "s05", "s02", "s01", "s03", "s02", "s01" } },
      { BRINE_MEAL_SLOT_DINNER, 19, 0, 45, { "d02", "d01", "d04", "d05", "d03", "d06", "d11" } },
  },
  {
      { BRINE_MEAL_SLOT_BREAKFAST, 7, 45, 20, { "b08", "b12", "b10", "b08", "b09", "b11", "b07" } },
      { BRINE_MEAL_SLOT_LUNCH, 12, 30, 30, { "l03", "l06", "l14", "l11", "l05", "l15", "l12" } },
      { BRINE_MEAL_SLOT_SNACK, 15, 45, 10, { "s02", "s08", "s05", "s01", "s02", "s11", "s03" } },
      { BRINE_MEAL_SLOT_DINNER, 18, 45, 45, { "d07", "d13", "d10", "d14", "d12", "d09", "d08" } },
  },
  {
      { BRINE_MEAL_SLOT_BREAKFAST, 8, 0, 20, { "b07", "b01", "b05", "b04", "b02", "b03", "b12" } },
      { BRINE_MEAL_SLOT_LUNCH, 12, 30, 30, { "l07", "l12", "l02", "l01", "l06", "l10", "l16" } },
      { BRINE_MEAL_SLOT_SNACK, 16, 0, 10, { "s09", "s01", "s02", "s06", "s01", "s05", "s02" } },
      { BRINE_MEAL_SLOT_DINNER, 19, 0, 45, { "d11", "d03", "d09", "d02", "d15", "d06", "d08" } },
  },
};

static const char *const weekday_codes[7] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* @weekdays: bit 0 Monday; @last: the series ends with that day, or BRINE_DAY_INVALID. */
static BrineRule *
make_weekly_rule (unsigned weekdays, BrineDay last)
{
  g_autoptr (GString) text = g_string_new ("FREQ=WEEKLY;BYDAY=");
  g_autoptr (GError) error = NULL;
  BrineRule *rule;
  gboolean first = TRUE;

  for (int i = 0; i < 7; i++)
    {
      if ((weekdays & (1u << i)) == 0)
        continue;
      g_string_append_printf (text, "%s%s", first ? "" : ",", weekday_codes[i]);
      first = FALSE;
    }
  if (last != BRINE_DAY_INVALID)
    {
      int year, month, day;

      brine_day_get_ymd (last, &year, &month, &day);
      g_string_append_printf (text, ";UNTIL=%04d%02d%02dT235959", year, month, day);
    }

  rule = brine_rule_parse (text->str, &error);
  g_assert_no_error (error);
  return rule;
}

/* Takes the rule. Returns the item, owned by the sample, not yet in the change. */
static BrinePlanItem *
add_item (BrineSample *sample, BrinePractice practice, const char *title, BrineLocal start,
          int minutes, BrineRule *rule)
{
  BrinePlanItem *item = brine_plan_item_new (practice, title, start, minutes);

  g_free (item->id);
  g_free (item->uid);
  item->id = brine_sample_id (sample);
  item->uid = g_strdup (item->id);
  item->rule = rule;
  g_ptr_array_add (sample->items, item);

  return item;
}

static void
add_goal (BrinePlanItem *item, BrineDay from, const char *text)
{
  BrineGoalPeriod period = { .valid_from = from };

  if (brine_goal_parse (text, &period.goal, NULL))
    g_array_append_val (item->goals, period);
}

static void
add_reminder (BrinePlanItem *item, int minutes_before)
{
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, minutes_before, 0 };

  brine_reminders_add (item->reminders, reminder);
}

/* One weekly item for each recipe of a row, on the weekdays that serve it. */
static void
add_menu_row (BrineSample *sample, const MenuRow *row, BrineDay monday, BrineDay last)
{
  unsigned served = 0;

  for (int i = 0; i < 7; i++)
    {
      BrineRecipe *recipe = brine_catalogue_find_recipe (sample->catalogue, row->recipes[i]);
      unsigned weekdays = 0;
      BrinePlanItem *item;

      if (recipe == NULL || (served & (1u << i)) != 0)
        continue;
      for (int j = i; j < 7; j++)
        if (g_str_equal (row->recipes[j], row->recipes[i]))
          weekdays |= 1u << j;
      served |= weekdays;

      item = add_item (sample, BRINE_PRACTICE_MEAL,
                       brine_sample_translate (sample, "recipe", brine_recipe_get_title (recipe)),
                       brine_local (monday + i, row->hour, row->minute), row->minutes,
                       make_weekly_rule (weekdays, last));
      item->slot = row->slot;
      item->recipe_id = g_strdup (row->recipes[i]);
    }
}

static void
add_menus (BrineSample *sample)
{
  int n_weeks = (sample->last - sample->first) / 7 + 1;

  for (int week = 0, season = 0; week < n_weeks; week += WEEKS_PER_SEASON, season++)
    {
      BrineDay monday = sample->first + 7 * week;
      BrineDay last = monday + 7 * WEEKS_PER_SEASON - 1;
      const MenuRow *menu = menus[season % G_N_ELEMENTS (menus)];

      /* The menu of the present season goes on until the user changes it. */
      if (week + WEEKS_PER_SEASON >= n_weeks)
        last = BRINE_DAY_INVALID;
      for (int i = 0; i < 4; i++)
        add_menu_row (sample, &menu[i], monday, last);
    }
}

static void
add_practices (BrineSample *sample)
{
  const unsigned every_day = 0x7f;
  BrineDay first = sample->first;
  BrinePlanItem *item;

  item =
      add_item (sample, BRINE_PRACTICE_SLEEP, brine_sample_translate (sample, NULL, N_ ("Sleep")),
                brine_local (first, 23, 0), 480, make_weekly_rule (every_day, BRINE_DAY_INVALID));
  add_goal (item, first, "7-9 h");

  item = add_item (sample, BRINE_PRACTICE_MEDITATION,
                   brine_sample_translate (sample, NULL, N_ ("Meditation")),
                   brine_local (first, 7, 15), 10, make_weekly_rule (every_day, BRINE_DAY_INVALID));
  add_goal (item, first, ">=10 min");
  add_reminder (item, 0);

  item =
      add_item (sample, BRINE_PRACTICE_WALK, brine_sample_translate (sample, NULL, N_ ("Walk")),
                brine_local (first, 17, 30), 20, make_weekly_rule (every_day, BRINE_DAY_INVALID));
  add_goal (item, first, ">=20 min");
  add_reminder (item, 10);
  item->location = g_strdup (brine_sample_translate (sample, NULL, N_ ("By the river")));

  item = add_item (sample, BRINE_PRACTICE_BREATHWORK,
                   brine_sample_translate (sample, NULL, N_ ("Breathwork")),
                   brine_local (first, 21, 45), 5, make_weekly_rule (every_day, BRINE_DAY_INVALID));
  add_goal (item, first, ">=5 min");

  add_item (sample, BRINE_PRACTICE_OWN, brine_sample_translate (sample, NULL, N_ ("Choir")),
            brine_local (first + 2, 19, 45), 90, make_weekly_rule (1u << 2, BRINE_DAY_INVALID));
}

static void
add_quota (BrineSample *sample, BrinePractice practice, const char *title, int minutes, int times)
{
  BrinePlanItem *item = add_item (sample, practice, brine_sample_translate (sample, NULL, title),
                                  brine_local (sample->first, 0, 0), minutes, NULL);

  item->quota_per_week = times;
}

static void
add_pauses (BrineSample *sample)
{
  static const struct
  {
    BrinePauseReason reason;
    int days;
  } kinds[] = { { BRINE_PAUSE_TRAVEL, 6 },
                { BRINE_PAUSE_ILL, 3 },
                { BRINE_PAUSE_TRAVEL, 9 },
                { BRINE_PAUSE_ANTIBIOTICS, 7 } };
  /* The first pause comes in the sixth week, then about one in three months. */
  BrineDay day = sample->first + 38;

  for (guint i = 0; day + 10 < sample->last; i++)
    {
      BrinePause *pause = brine_pause_new ();

      g_free (pause->id);
      pause->id = brine_sample_id (sample);
      pause->from = day;
      pause->to = day + kinds[i % G_N_ELEMENTS (kinds)].days - 1;
      pause->reason = kinds[i % G_N_ELEMENTS (kinds)].reason;
      brine_change_put_pause (sample->change, pause);
      g_ptr_array_add (sample->pauses, pause);
      day += g_rand_int_range (sample->rand, 70, 120);
    }
}

void
brine_sample_make_plan (BrineSample *sample)
{
  add_practices (sample);
  add_menus (sample);
  add_quota (sample, BRINE_PRACTICE_OWN, N_ ("Sauna"), 45, 2);
  add_quota (sample, BRINE_PRACTICE_WALK, N_ ("Long walk"), 90, 1);
  add_quota (sample, BRINE_PRACTICE_OWN, N_ ("Call a friend"), 20, 1);
  add_pauses (sample);

  for (guint i = 0; i < sample->items->len; i++)
    brine_change_put_item (sample->change, g_ptr_array_index (sample->items, i));

  brine_change_put_setting (sample->change, BRINE_SETTING_LIVE_GOAL, "2");
}
