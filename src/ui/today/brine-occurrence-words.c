/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-words.h"

#include "brine-format.h"
#include "brine-translate.h"

#include <glib/gi18n.h>
#include <math.h>

/* Joins what is there; the dot is punctuation, the parts stand alone. */
static void
add_part (GString *words, char *part)
{
  if (part != NULL && part[0] != '\0')
    {
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append (words, part);
    }
  g_free (part);
}

char *
brine_occurrence_dup_row_title (BrineOccurrence *occurrence)
{
  const BrineNight *night = brine_occurrence_get_night (occurrence);
  g_autofree char *hours = NULL;

  if (night == NULL)
    return g_strdup (brine_occurrence_get_local_title (occurrence));
  hours = brine_format_hours (brine_night_get_minutes (night));
  /* Translators: %s is a duration: "Slept 7 h 20". */
  return g_strdup_printf (_ ("Slept %s"), hours);
}

BrineLocal
brine_occurrence_get_row_time (BrineOccurrence *occurrence)
{
  if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP)
    return brine_occurrence_get_end (occurrence);
  return brine_occurrence_get_start (occurrence);
}

static void
add_night_words (GString *words, BrineOccurrence *occurrence)
{
  const BrineNight *night = brine_occurrence_get_night (occurrence);
  BrineLocal start = brine_occurrence_get_start (occurrence);
  BrineLocal end = brine_occurrence_get_end (occurrence);

  add_part (words, brine_format_time_range (start, end));
  if (night != NULL && night->rested > 0)
    /* Translators: how rested one woke, 1 to 5. */
    add_part (words, g_strdup_printf (_ ("rested %d of 5"), night->rested));
}

static void
add_meal_words (GString *words, BrineOccurrence *occurrence, BrineCatalogue *catalogue)
{
  const BrineLog *log = brine_occurrence_get_log (occurrence);
  const char *id = brine_occurrence_get_recipe_id (occurrence);
  BrineRecipe *recipe = NULL;
  double live = log != NULL ? log->live_servings : 0;
  double portions = brine_occurrence_get_portions (occurrence);
  const BrineRecipeFacts *facts;
  guint plants;

  if (catalogue != NULL && id != NULL)
    recipe = brine_catalogue_find_recipe (catalogue, id);
  if (recipe == NULL)
    {
      if (live > 0)
        add_part (words, brine_format_live_servings (live));
      return;
    }
  facts = brine_recipe_get_facts (recipe);
  if (log == NULL)
    live = facts->live_servings * (portions > 0 ? portions : 1);
  if (live > 0)
    add_part (words, brine_format_live_servings (live));
  else if (brine_recipe_get_minutes (recipe) > 0)
    /* Translators: how long a meal takes to make. */
    add_part (words, g_strdup_printf (ngettext ("%d min to cook", "%d min to cook",
                                                (gulong)brine_recipe_get_minutes (recipe)),
                                      brine_recipe_get_minutes (recipe)));
  plants = facts->plant_keys != NULL ? g_strv_length (facts->plant_keys) : 0;
  if (plants > 0)
    add_part (words, g_strdup_printf (ngettext ("%u plant", "%u plants", plants), plants));
}

static void
add_minutes (GString *words, BrineOccurrence *occurrence)
{
  const BrineLog *log = brine_occurrence_get_log (occurrence);
  int planned = brine_occurrence_get_minutes (occurrence);
  double done = log != NULL ? brine_amount_get_minutes (log->amount) : -1;

  if (done >= 0 && planned > 0 && brine_occurrence_get_item_id (occurrence) != NULL
      && lround (done) != planned)
    /* Translators: minutes done of minutes planned: "10 of 20 min". */
    add_part (words, g_strdup_printf (_ ("%ld of %d min"), lround (done), planned));
  else if (done > 0)
    add_part (words, brine_format_duration ((int)lround (done)));
  else if (planned > 0)
    add_part (words, brine_format_duration (planned));
}

static void
add_state (GString *words, BrineOccurrence *occurrence)
{
  const BrineLog *log = brine_occurrence_get_log (occurrence);

  switch (brine_occurrence_get_state (occurrence))
    {
    case BRINE_STATE_PARTLY:
      add_part (words, g_strdup (_ ("Partly")));
      break;
    case BRINE_STATE_SKIPPED:
      if (log != NULL && log->reason != BRINE_SKIP_NONE)
        /* Translators: %s is a reason such as "No time". */
        add_part (words,
                  g_strdup_printf (_ ("Skipped: %s"), brine_skip_reason_get_name (log->reason)));
      else
        add_part (words, g_strdup (_ ("Skipped")));
      break;
    case BRINE_STATE_MISSED:
      add_part (words, g_strdup (_ ("Not logged")));
      break;
    case BRINE_STATE_PAUSED:
      add_part (words, g_strdup (_ ("Paused")));
      break;
    default:
      break;
    }
}

char *
brine_occurrence_dup_row_subtitle (BrineOccurrence *occurrence, BrineCatalogue *catalogue)
{
  GString *words = g_string_new (NULL);
  BrinePractice practice = brine_occurrence_get_practice (occurrence);

  add_state (words, occurrence);
  if (practice == BRINE_PRACTICE_SLEEP)
    add_night_words (words, occurrence);
  else if (practice == BRINE_PRACTICE_MEAL)
    add_meal_words (words, occurrence, catalogue);
  else if (brine_occurrence_get_state (occurrence) != BRINE_STATE_SKIPPED)
    add_minutes (words, occurrence);
  add_part (words, g_strdup (brine_occurrence_get_location (occurrence)));
  if (brine_occurrence_get_item_id (occurrence) == NULL && practice != BRINE_PRACTICE_SLEEP)
    /* Translators: of a log that was not planned. */
    add_part (words, g_strdup (_ ("not planned")));
  return g_string_free (words, FALSE);
}
