/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-first-week.h"

#include <glib/gi18n.h>
#include <math.h>

#define N_DAYS 7
#define N_SLOTS 4
#define MAX_USES 2
/* Live servings a day to begin with. */
#define LIVE_TARGET 1.0
/* Start low, go slow: more than the first only where nothing else is left, never more than the
 * second. */
#define MUCH_LIVE_A_DAY 1.25
#define MAX_LIVE_A_DAY 2.0
/* Nobody wants to stand in the kitchen for long on a weekday. */
#define WEEKDAY_MINUTES 45

static const char *const weekday_codes[N_DAYS] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* In the order in which a day is filled: first where there is the least to choose from. */
static const BrineMealSlot slots[N_SLOTS] = {
  BRINE_MEAL_SLOT_SNACK,
  BRINE_MEAL_SLOT_BREAKFAST,
  BRINE_MEAL_SLOT_LUNCH,
  BRINE_MEAL_SLOT_DINNER,
};

typedef struct
{
  const BrineFirstWeekWishes *wishes;
  BrineCatalogue *catalogue;
  BrineTranslate translate;
  BrineLocal from; /* nothing is planned before */
  GPtrArray *items;
  GHashTable *plants;                 /* plant keys already on the menu, borrowed */
  GHashTable *uses;                   /* BrineRecipe to number of uses */
  BrineRecipe *menu[N_DAYS][N_SLOTS]; /* borrowed from the catalogue, nullable */
} Planner;

static const char *
tr (const Planner *planner, const char *context, const char *msgid)
{
  return planner->translate != NULL ? planner->translate (context, msgid) : msgid;
}

static int
normalise_minute (int minute)
{
  return ((minute % BRINE_MINUTES_PER_DAY) + BRINE_MINUTES_PER_DAY) % BRINE_MINUTES_PER_DAY;
}

static BrineRule *
make_rule (unsigned weekdays)
{
  g_autoptr (GString) text = NULL;

  if (weekdays == 0x7f)
    return brine_rule_parse ("FREQ=DAILY", NULL);

  text = g_string_new ("FREQ=WEEKLY;BYDAY=");
  for (int i = 0; i < N_DAYS; i++)
    if ((weekdays & (1u << i)) != 0)
      g_string_append_printf (text, "%s,", weekday_codes[i]);
  g_string_truncate (text, text->len - 1);

  return brine_rule_parse (text->str, NULL);
}

/* The first of @weekdays (bit 0 Monday) at @minute that is not over yet. */
static BrineLocal
find_start (const Planner *planner, unsigned weekdays, int minute)
{
  BrineLocal start = brine_local (planner->from.day, minute / 60, minute % 60);

  for (int i = 0; i <= N_DAYS; i++, start.day++)
    if ((weekdays & (1u << (brine_day_get_weekday (start.day) - 1))) != 0
        && brine_local_compare (start, planner->from) >= 0)
      break;

  return start;
}

/* Returns the item, owned by the planner. */
static BrinePlanItem *
add_item (Planner *planner, BrinePractice practice, const char *title, unsigned weekdays,
          int minute, int minutes)
{
  BrinePlanItem *item =
      brine_plan_item_new (practice, title,
                           find_start (planner, weekdays, normalise_minute (minute)), minutes);

  item->rule = make_rule (weekdays);
  g_ptr_array_add (planner->items, item);
  return item;
}

static void
set_goal (BrinePlanItem *item, const char *text)
{
  BrineGoalPeriod period = { .valid_from = item->start.day };

  if (brine_goal_parse (text, &period.goal, NULL))
    g_array_append_val (item->goals, period);
}

static void
set_reminder (BrinePlanItem *item, int minutes_before)
{
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, minutes_before, 0 };

  brine_reminders_add (item->reminders, reminder);
}

static void
add_practices (Planner *planner)
{
  const BrineFirstWeekWishes *wishes = planner->wishes;
  const unsigned every_day = 0x7f;
  const unsigned three_days = 1u << 0 | 1u << 2 | 1u << 4;
  BrinePlanItem *item;

  if (wishes->sleep)
    {
      item = add_item (planner, BRINE_PRACTICE_SLEEP, tr (planner, NULL, N_ ("Sleep")), every_day,
                       wishes->bed_minute,
                       normalise_minute (wishes->wake_minute - wishes->bed_minute));
      set_goal (item, "7-9 h");
    }
  if (wishes->meditation)
    {
      item = add_item (planner, BRINE_PRACTICE_MEDITATION, tr (planner, NULL, N_ ("Meditation")),
                       every_day, wishes->wake_minute + 15, 10);
      set_goal (item, ">=10 min");
      set_reminder (item, 0);
    }
  if (wishes->walk)
    {
      item = add_item (planner, BRINE_PRACTICE_WALK, tr (planner, NULL, N_ ("Walk")), every_day,
                       wishes->walk_minute, 20);
      set_goal (item, ">=20 min");
      set_reminder (item, 10);
    }
  if (wishes->breathwork)
    {
      item = add_item (planner, BRINE_PRACTICE_BREATHWORK, tr (planner, NULL, N_ ("Breathwork")),
                       three_days, wishes->bed_minute - 75, 5);
      set_goal (item, ">=5 min");
      set_reminder (item, 0);
    }
}

static double
get_live_of_day (const Planner *planner, int day)
{
  double live = 0;

  for (int slot = 0; slot < N_SLOTS; slot++)
    if (planner->menu[day][slot] != NULL)
      live += brine_recipe_get_facts (planner->menu[day][slot])->live_servings;

  return live;
}

static double
count_new_plants (const Planner *planner, const BrineRecipeFacts *facts)
{
  double points = 0;

  for (guint i = 0; facts->plant_keys[i] != NULL; i++)
    if (!g_hash_table_contains (planner->plants, facts->plant_keys[i]))
      points += facts->plant_values[i];

  return points;
}

/* How well @recipe suits; the weights were set so that a menu of the shipped recipes reaches
 * 30 plants and one live serving a day. */
static double
rate (const Planner *planner, BrineRecipe *recipe, int day)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  double live = get_live_of_day (planner, day) + facts->live_servings;
  int uses = GPOINTER_TO_INT (g_hash_table_lookup (planner->uses, recipe));
  gboolean weekday = day < 5;
  double score = count_new_plants (planner, facts);

  score -= 2.0 * fabs (live - LIVE_TARGET);
  /* Too much only where nothing else is left. */
  score -= 50.0 * fmax (0, live - MUCH_LIVE_A_DAY);
  score -= 1.5 * uses;
  if (weekday && brine_recipe_get_minutes (recipe) > WEEKDAY_MINUTES)
    score -= 2.0;
  /* The same dish on two days running is left-overs, not a plan. */
  for (int slot = 0; day > 0 && slot < N_SLOTS; slot++)
    if (planner->menu[day - 1][slot] == recipe)
      score -= 4.0;

  return score;
}

static gboolean
may_take (const Planner *planner, BrineRecipe *recipe, int day)
{
  double live = brine_recipe_get_facts (recipe)->live_servings;

  if (GPOINTER_TO_INT (g_hash_table_lookup (planner->uses, recipe)) >= MAX_USES)
    return FALSE;
  if (live > 0 && get_live_of_day (planner, day) + live > MAX_LIVE_A_DAY)
    return FALSE;

  return brine_diet_check (&planner->wishes->diet, recipe, planner->catalogue) == BRINE_DIET_FITS;
}

static BrineRecipe *
choose (const Planner *planner, int day, BrineMealSlot slot)
{
  GListModel *recipes = G_LIST_MODEL (planner->catalogue);
  BrineRecipe *best = NULL;
  double best_score = -G_MAXDOUBLE;

  for (guint i = 0; i < g_list_model_get_n_items (recipes); i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (recipes, i);
      double score;

      if (brine_recipe_get_slot (recipe) != slot || !may_take (planner, recipe, day))
        continue;
      score = rate (planner, recipe, day);
      if (score > best_score)
        {
          best = recipe; /* the catalogue holds it */
          best_score = score;
        }
    }

  return best;
}

static void
take (Planner *planner, int day, int slot, BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  int uses = GPOINTER_TO_INT (g_hash_table_lookup (planner->uses, recipe));

  planner->menu[day][slot] = recipe;
  g_hash_table_insert (planner->uses, recipe, GINT_TO_POINTER (uses + 1));
  for (guint i = 0; facts->plant_keys[i] != NULL; i++)
    g_hash_table_add (planner->plants, facts->plant_keys[i]);
}

static void
fill_menu (Planner *planner)
{
  for (int day = 0; day < N_DAYS; day++)
    for (int slot = 0; slot < N_SLOTS; slot++)
      {
        BrineRecipe *recipe = choose (planner, day, slots[slot]);

        if (recipe != NULL)
          take (planner, day, slot, recipe);
      }
}

/* Meals follow the day that was told: breakfast an hour after waking. */
static int
get_meal_minute (const BrineFirstWeekWishes *wishes, BrineMealSlot slot)
{
  int breakfast = wishes->wake_minute + 60;

  switch (slot)
    {
    case BRINE_MEAL_SLOT_BREAKFAST:
      return breakfast;
    case BRINE_MEAL_SLOT_LUNCH:
      return breakfast + 270;
    case BRINE_MEAL_SLOT_SNACK:
      return breakfast + 480;
    case BRINE_MEAL_SLOT_DINNER:
      return breakfast + 660;
    case BRINE_MEAL_SLOT_NONE:
    default:
      return breakfast;
    }
}

static int
get_meal_minutes (BrineMealSlot slot)
{
  if (slot == BRINE_MEAL_SLOT_SNACK)
    return 10;
  return slot == BRINE_MEAL_SLOT_BREAKFAST ? 20 : 30;
}

/* One weekly item for each dish of a slot, on the weekdays that have it. */
static void
add_meals_of_slot (Planner *planner, int slot)
{
  unsigned served = 0;

  for (int day = 0; day < N_DAYS; day++)
    {
      BrineRecipe *recipe = planner->menu[day][slot];
      unsigned weekdays = 0;
      BrinePlanItem *item;

      if (recipe == NULL || (served & (1u << day)) != 0)
        continue;
      for (int other = day; other < N_DAYS; other++)
        if (planner->menu[other][slot] == recipe)
          weekdays |= 1u << other;
      served |= weekdays;

      item =
          add_item (planner, BRINE_PRACTICE_MEAL,
                    tr (planner, "recipe", brine_recipe_get_title (recipe)), weekdays,
                    get_meal_minute (planner->wishes, slots[slot]), get_meal_minutes (slots[slot]));
      item->slot = slots[slot];
      item->recipe_id = g_strdup (brine_recipe_get_id (recipe));
    }
}

GPtrArray *
brine_first_week_make (const BrineFirstWeekWishes *wishes, BrineCatalogue *catalogue,
                       BrineLocal from, BrineTranslate translate)
{
  g_autoptr (GHashTable) plants = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) uses = g_hash_table_new (NULL, NULL);
  Planner planner = { 0 };

  g_return_val_if_fail (wishes != NULL, NULL);
  g_return_val_if_fail (BRINE_IS_CATALOGUE (catalogue), NULL);

  planner.wishes = wishes;
  planner.catalogue = catalogue;
  planner.translate = translate;
  planner.from = from;
  planner.items = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  planner.plants = plants;
  planner.uses = uses;

  add_practices (&planner);
  if (wishes->meals)
    fill_menu (&planner);
  for (int slot = 0; slot < N_SLOTS; slot++)
    add_meals_of_slot (&planner, slot);

  return planner.items;
}
