/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"
#include "brine-names.h"

#include <glib/gi18n.h>

static void
add_log (JsonBuilder *builder, const BrineLog *log)
{
  g_autofree char *amount =
      log->amount.unit != BRINE_UNIT_NONE ? brine_amount_to_string (log->amount) : NULL;

  json_builder_set_member_name (builder, "log");
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "id", log->id);
  brine_cli_add_string (builder, "state", brine_state_to_nick (log->state));
  brine_cli_add_string (builder, "reason",
                        log->reason != BRINE_SKIP_NONE ? brine_skip_reason_to_nick (log->reason)
                                                       : NULL);
  brine_cli_add_string (builder, "amount", amount);
  brine_cli_add_moment (builder, "at", &log->at);
  brine_cli_add_double (builder, "live_servings", log->live_servings);
  brine_cli_add_string (builder, "note", log->note);
  json_builder_end_object (builder);
}

static void
add_night (JsonBuilder *builder, const BrineNight *night)
{
  json_builder_set_member_name (builder, "night");
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "id", night->id);
  brine_cli_add_moment (builder, "bed", &night->bed);
  brine_cli_add_moment (builder, "wake", &night->wake);
  brine_cli_add_int (builder, "minutes", brine_night_get_minutes (night));
  json_builder_set_member_name (builder, "rested");
  if (night->rested > 0)
    json_builder_add_int_value (builder, night->rested);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
}

/* The instant of a floating start in the zone of this machine. */
static void
add_instant (BrineCli *cli, JsonBuilder *builder, BrineLocal start)
{
  GTimeZone *zone = brine_clock_get_zone (cli->clock);
  BrineInstant instant = brine_zone_resolve (zone, start);
  g_autofree char *text = NULL;
  int offset_seconds;

  brine_zone_get_local (zone, instant, &offset_seconds);
  text = brine_instant_to_string (instant, offset_seconds);
  brine_cli_add_string (builder, "at", text);
}

static void
add_occurrence (BrineCli *cli, JsonBuilder *builder, BrineOccurrence *occurrence)
{
  gboolean planned = brine_occurrence_get_item_id (occurrence) != NULL;
  BrineMealSlot slot = brine_occurrence_get_slot (occurrence);

  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "item", brine_occurrence_get_item_id (occurrence));
  brine_cli_add_string (builder, "uid", brine_occurrence_get_uid (occurrence));
  brine_cli_add_string (builder, "practice",
                        brine_practice_to_nick (brine_occurrence_get_practice (occurrence)));
  brine_cli_add_string (builder, "title", brine_occurrence_get_title (occurrence));
  if (planned)
    brine_cli_add_local (builder, "original", brine_occurrence_get_original (occurrence));
  else
    brine_cli_add_string (builder, "original", NULL);
  brine_cli_add_local (builder, "start", brine_occurrence_get_start (occurrence));
  brine_cli_add_local (builder, "end", brine_occurrence_get_end (occurrence));
  add_instant (cli, builder, brine_occurrence_get_start (occurrence));
  brine_cli_add_day (builder, "day", brine_occurrence_get_day (occurrence));
  brine_cli_add_int (builder, "minutes", brine_occurrence_get_minutes (occurrence));
  brine_cli_add_string (builder, "state",
                        brine_state_to_nick (brine_occurrence_get_state (occurrence)));
  brine_cli_add_boolean (builder, "recurring", brine_occurrence_is_recurring (occurrence));
  brine_cli_add_string (builder, "slot",
                        slot != BRINE_MEAL_SLOT_NONE ? brine_meal_slot_to_nick (slot) : NULL);
  brine_cli_add_string (builder, "recipe", brine_occurrence_get_recipe_id (occurrence));
  if (brine_occurrence_get_log (occurrence) != NULL)
    add_log (builder, brine_occurrence_get_log (occurrence));
  if (brine_occurrence_get_night (occurrence) != NULL)
    add_night (builder, brine_occurrence_get_night (occurrence));
  json_builder_end_object (builder);
}

/* A night has no title. */
static const char *
get_words (BrineOccurrence *occurrence)
{
  const char *title = brine_occurrence_get_title (occurrence);

  return title != NULL && *title != '\0'
             ? title
             : brine_practice_get_name (brine_occurrence_get_practice (occurrence));
}

static void
print_occurrence (BrineOccurrence *occurrence, BrineDay *last_day)
{
  BrineDay day = brine_occurrence_get_day (occurrence);
  BrineLocal start = brine_occurrence_get_start (occurrence);
  BrineLocal end = brine_occurrence_get_end (occurrence);
  const char *id = brine_occurrence_get_item_id (occurrence);
  int from = brine_local_get_minute_of_day (start);
  int to = brine_local_get_minute_of_day (end);

  if (day != *last_day)
    {
      g_autofree char *text = brine_day_to_string (day);

      brine_cli_print ("%s", text);
      *last_day = day;
    }
  brine_cli_print ("  %02d:%02d–%02d:%02d  %-8s  %s%s%.8s%s", from / 60, from % 60, to / 60,
                   to % 60, brine_state_to_nick (brine_occurrence_get_state (occurrence)),
                   get_words (occurrence), id != NULL ? "  [" : "", id != NULL ? id : "",
                   id != NULL ? "]" : "");
}

static gboolean
agenda (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First civil day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Last civil day"), "DATE" },
    { NULL },
  };
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrineDay last_day = BRINE_DAY_INVALID;
  BrineDay from, to;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !brine_cli_parse_range (cli, from_text, to_text, &from, &to, error))
    return FALSE;
  occurrences =
      brine_store_load_agenda (cli->store, from, to, brine_clock_get_local (cli->clock), error);
  if (occurrences == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "occurrences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occurrences->len; i++)
    {
      if (cli->json)
        add_occurrence (cli, builder, g_ptr_array_index (occurrences, i));
      else
        print_occurrence (g_ptr_array_index (occurrences, i), &last_day);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);

  return TRUE;
}

const BrineCliCommand brine_cli_view_commands[] = {
  { "agenda", NULL, agenda, "[--from DATE] [--to DATE]",
    N_ ("Shows the occurrences of a range of days with what became of them.") },
  { "progress", NULL, brine_cli_progress, "[--from DATE] [--to DATE] [--by day|week|month]",
    N_ ("Shows adherence, mood, sleep and live servings.") },
  { NULL },
};
