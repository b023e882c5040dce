/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"
#include "brine-log-maker.h"

#include <glib/gi18n.h>

/* The log that the occurrence already has, or NULL. */
static BrineLog *
find_log (BrineCli *cli, const char *item_id, BrineLocal original, GError **error)
{
  /* A log may be written late, and a night counts for the next day: look a while around. */
  g_autoptr (GPtrArray) logs =
      brine_store_load_logs (cli->store, BRINE_DAY_MIN, BRINE_DAY_MAX, error);

  for (guint i = 0; logs != NULL && i < logs->len; i++)
    {
      const BrineLog *log = g_ptr_array_index (logs, i);

      if (g_strcmp0 (log->item_id, item_id) == 0 && brine_local_equal (log->original, original))
        return brine_log_copy (log);
    }

  return NULL;
}

static gboolean
set_amount (BrineLog *log, const char *text, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (brine_amount_parse (text, &log->amount, error))
    return TRUE;

  g_prefix_error (error, "--amount: ");
  return FALSE;
}

/* What was eaten of a recipe: live servings and plants are kept with the log. */
static gboolean
set_eaten (BrineCli *cli, BrineLog *log, const char *recipe_id, double portions, GError **error)
{
  BrineLogMaker with = { 0 };

  if (recipe_id == NULL || log->state == BRINE_STATE_SKIPPED)
    return TRUE;
  with.catalogue = brine_cli_get_catalogue (cli, error);
  if (with.catalogue == NULL)
    return FALSE;

  if (log->amount.unit == BRINE_UNIT_NONE)
    log->amount = (BrineAmount){ log->state == BRINE_STATE_PARTLY ? portions / 2 : portions,
                                 BRINE_UNIT_PORTIONS };
  log->recipe_id = g_strdup (recipe_id);
  brine_log_add_meal (log, &with);
  return TRUE;
}

static gboolean
put_log (BrineCli *cli, const BrineLog *log, GError **error)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_log (change, log);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;

  brine_cli_print_id (cli, log->id);
  return TRUE;
}

static gboolean
parse_state (const char *text, BrineState *out_state, GError **error)
{
  BrineState state;

  if (brine_state_from_nick (text, &state)
      && (state == BRINE_STATE_DONE || state == BRINE_STATE_PARTLY || state == BRINE_STATE_SKIPPED))
    {
      *out_state = state;
      return TRUE;
    }

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("“%s” is none of: done, partly, skipped."), text);
  return FALSE;
}

static gboolean
parse_reason (const char *text, BrineSkipReason *out_reason, GError **error)
{
  if (text == NULL || brine_skip_reason_from_nick (text, out_reason))
    return TRUE;

  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
               _ ("--reason: “%s” is none of: no-time, ill, travel, not-today, other."), text);
  return FALSE;
}

/* When an occurrence was done if nobody says: now on its own day, else as it was planned. */
static BrineMoment
get_default_moment (BrineCli *cli, BrineLocal planned)
{
  BrineLogMaker with = { NULL, brine_clock_get_zone (cli->clock), brine_clock_get_now (cli->clock),
                         brine_cli_get_day_start (cli) };

  return brine_log_maker_get_moment (&with,
                                     brine_civil_day_of_local (planned, with.day_start_minutes),
                                     planned);
}

static gboolean
fill_log (BrineCli *cli, BrineLog *log, const BrinePlanItem *item, BrineLocal original,
          const char *amount, GError **error)
{
  const BrineException *exception = brine_plan_item_find_exception (item, original);
  const char *title =
      exception != NULL && exception->title != NULL ? exception->title : item->title;
  const char *recipe =
      exception != NULL && exception->recipe_id != NULL ? exception->recipe_id : item->recipe_id;

  log->item_id = g_strdup (item->id);
  log->original = original;
  log->practice = item->practice;
  log->title = g_strdup (title);
  if (!set_amount (log, amount, error))
    return FALSE;
  if (amount == NULL && log->state == BRINE_STATE_DONE && item->practice != BRINE_PRACTICE_MEAL
      && item->minutes > 0)
    log->amount = (BrineAmount){ item->minutes, BRINE_UNIT_MINUTES };

  return set_eaten (cli, log, recipe, item->portions, error);
}

static gboolean
log_occurrence (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *amount = NULL;
  g_autofree char *at = NULL;
  g_autofree char *note = NULL;
  g_autofree char *reason = NULL;
  const GOptionEntry entries[] = {
    { "amount", 0, 0, G_OPTION_ARG_STRING, &amount, N_ ("\"15 min\", \"2 portions\""), "AMOUNT" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When it was"), "TIME" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Note"), "TEXT" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason,
      N_ ("Of skipped: no-time, ill, travel, not-today or other"), "REASON" },
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrinePlanItem) item = NULL;
  g_autoptr (BrineLog) log = brine_log_new ();
  g_autoptr (BrineLog) old = NULL;
  g_autoptr (GError) local_error = NULL;
  BrineLocal original;

  if (!brine_cli_parse (cli, entries, argc, argv, 2, 2, &args, error)
      || !parse_state (args[1], &log->state, error) || !parse_reason (reason, &log->reason, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  item = brine_cli_find_occurrence (cli, args[0], &original, NULL, error);
  if (item == NULL || !fill_log (cli, log, item, original, amount, error))
    return FALSE;

  if (at == NULL)
    log->at = get_default_moment (cli, original);
  else if (!brine_cli_parse_moment (cli, "--at", at, &log->at, error))
    return FALSE;
  log->note = g_steal_pointer (&note);

  /* Logging an occurrence again corrects what was logged. */
  old = find_log (cli, item->id, original, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (old != NULL)
    {
      g_free (log->id);
      log->id = g_strdup (old->id);
    }
  return put_log (cli, log, error);
}

static gboolean
log_add (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *practice = NULL;
  g_autofree char *title = NULL;
  g_autofree char *at = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *recipe = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "practice", 0, 0, G_OPTION_ARG_STRING, &practice,
      N_ ("meal, sleep, meditation, breathwork, walk or own"), "PRACTICE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What it is called"), "TITLE" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When it was"), "TIME" },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &amount, N_ ("\"20 min\", \"2 portions\""), "AMOUNT" },
    { "recipe", 0, 0, G_OPTION_ARG_STRING, &recipe, N_ ("Recipe of a meal"), "ID" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Note"), "TEXT" },
    { NULL },
  };
  g_autoptr (BrineLog) log = brine_log_new ();

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || !brine_cli_require ("--practice", practice, error))
    return FALSE;
  if (!brine_practice_from_nick (practice, &log->practice) || log->practice == BRINE_PRACTICE_SLEEP)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("--practice: “%s” is none of: meal, meditation, breathwork, walk, own; for a "
                      "night use “brinectl sleep”."),
                   practice);
      return FALSE;
    }
  if (!brine_cli_open (cli, BRINE_OPEN_CREATE, error)
      || !brine_cli_parse_moment (cli, "--at", at, &log->at, error)
      || !set_amount (log, amount, error))
    return FALSE;

  log->state = BRINE_STATE_DONE;
  log->original = brine_moment_get_local (&log->at);
  log->title = title != NULL ? brine_cli_dup_title (title, error) : g_strdup (practice);
  if (log->title == NULL)
    return FALSE;
  log->note = g_steal_pointer (&note);
  return set_eaten (cli, log, recipe, 1, error) && put_log (cli, log, error);
}

static gboolean
set_scale (const char *option, const char *text, int *out, GError **error)
{
  return text == NULL || brine_cli_parse_int (option, text, 1, 5, out, error);
}

static gboolean
clean_factors (GStrv factors, GError **error)
{
  for (int i = 0; factors != NULL && factors[i] != NULL; i++)
    if (*g_strstrip (factors[i]) == '\0')
      {
        g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                             _ ("--factor is empty; write what it was."));
        return FALSE;
      }
  return TRUE;
}

static gboolean
mood (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *at = NULL;
  g_autofree char *energy = NULL;
  g_autofree char *stress = NULL;
  g_autofree char *gut = NULL;
  g_autofree char *note = NULL;
  g_auto (GStrv) factors = NULL;
  const GOptionEntry entries[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &at, N_ ("When it was"), "TIME" },
    { "energy", 0, 0, G_OPTION_ARG_STRING, &energy, N_ ("1 low to 5 high"), "N" },
    { "stress", 0, 0, G_OPTION_ARG_STRING, &stress, N_ ("1 calm to 5 tense"), "N" },
    { "gut", 0, 0, G_OPTION_ARG_STRING, &gut, N_ ("Gut comfort, 1 poor to 5 good"), "N" },
    { "factor", 0, 0, G_OPTION_ARG_STRING_ARRAY, &factors, N_ ("A factor; repeatable"), "FACTOR" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Note"), "TEXT" },
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (BrineCheckin) checkin = brine_checkin_new ();
  BrineChange *change;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error)
      || !brine_cli_parse_int (_ ("mood"), args[0], 1, 5, &checkin->mood, error)
      || !set_scale ("--energy", energy, &checkin->energy, error)
      || !set_scale ("--stress", stress, &checkin->stress, error)
      || !set_scale ("--gut", gut, &checkin->gut, error) || !clean_factors (factors, error)
      || !brine_cli_open (cli, BRINE_OPEN_CREATE, error)
      || !brine_cli_parse_moment (cli, "--at", at, &checkin->at, error))
    return FALSE;
  checkin->factors = g_steal_pointer (&factors);
  checkin->note = g_steal_pointer (&note);

  change = brine_change_new ();
  brine_change_put_checkin (change, checkin);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, checkin->id);
  return TRUE;
}

/* A night that overlaps one already logged corrects it. */
static gboolean
adopt_overlapping (BrineCli *cli, BrineNight *night, GError **error)
{
  g_autoptr (GPtrArray) nights =
      brine_store_load_nights (cli->store, night->wake.day - 1, night->wake.day + 1, error);

  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++)
    {
      const BrineNight *other = g_ptr_array_index (nights, i);

      if (brine_instant_compare (other->bed.instant, night->wake.instant) < 0
          && brine_instant_compare (night->bed.instant, other->wake.instant) < 0)
        {
          g_free (night->id);
          night->id = g_strdup (other->id);
          return TRUE;
        }
    }

  return TRUE;
}

static gboolean
sleep_night (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *bed = NULL;
  g_autofree char *wake = NULL;
  g_autofree char *rested = NULL;
  g_autofree char *note = NULL;
  const GOptionEntry entries[] = {
    { "bed", 0, 0, G_OPTION_ARG_STRING, &bed, N_ ("When you went to sleep"), "TIME" },
    { "wake", 0, 0, G_OPTION_ARG_STRING, &wake, N_ ("When you woke"), "TIME" },
    { "rested", 0, 0, G_OPTION_ARG_STRING, &rested, N_ ("1 not at all to 5 fully"), "N" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("Note"), "TEXT" },
    { NULL },
  };
  g_autoptr (BrineNight) night = brine_night_new ();
  BrineChange *change;
  int minutes;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || !brine_cli_require ("--bed", bed, error) || !brine_cli_require ("--wake", wake, error)
      || !set_scale ("--rested", rested, &night->rested, error)
      || !brine_cli_open (cli, BRINE_OPEN_CREATE, error)
      || !brine_cli_parse_moment (cli, "--bed", bed, &night->bed, error)
      || !brine_cli_parse_moment (cli, "--wake", wake, &night->wake, error))
    return FALSE;

  minutes = brine_night_get_minutes (night);
  if (minutes <= 0 || minutes > BRINE_MINUTES_PER_DAY)
    {
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                           _ ("--wake must lie after --bed, by 24 hours at most."));
      return FALSE;
    }
  night->note = g_steal_pointer (&note);
  if (!adopt_overlapping (cli, night, error))
    return FALSE;

  change = brine_change_new ();
  brine_change_put_night (change, night);
  if (!brine_cli_apply (cli, change, error))
    return FALSE;
  brine_cli_print_id (cli, night->id);
  return TRUE;
}

const BrineCliCommand brine_cli_log_commands[] = {
  { "log", NULL, log_occurrence, "ID@START done|partly|skipped [--amount AMOUNT] [--at TIME]",
    N_ ("Logs what became of an occurrence; logging it again corrects it.") },
  { "log", "add", log_add, "--practice P [--at TIME] [--amount AMOUNT] [--title T]",
    N_ ("Logs something that was not planned.") },
  { "mood", NULL, mood, "1..5 [--at TIME] [--energy N] [--stress N] [--gut N] [--factor F]…",
    N_ ("Logs a check-in, 1 rough to 5 great.") },
  { "sleep", NULL, sleep_night, "--bed TIME --wake TIME [--rested N]", N_ ("Logs a night.") },
  { NULL },
};
