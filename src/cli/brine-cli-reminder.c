/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

#include "brine-due.h"
#include "brine-store-diary.h"

#define DEFAULT_COUNT 10
#define MAX_COUNT 1000
/* How far ahead is looked for reminders. */
#define AHEAD_DAYS 35
#define DEFAULT_DAYS 7
#define MAX_DAYS 60

static BrineReminderFacts *
load_facts (BrineCli *cli, BrineInstant now, GError **error)
{
  return brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
             ? brine_reminder_facts_load (cli->store, now, brine_clock_get_zone (cli->clock),
                                          AHEAD_DAYS, error)
             : NULL;
}

static void
begin_list (JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "reminders");
  json_builder_begin_array (builder);
}

static void
end_list (BrineCli *cli, JsonBuilder *builder)
{
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);
}

/* What comes ------------------------------------------------------------------------------------ */

static void
print_due (BrineCli *cli, JsonBuilder *builder, const BrineDue *due)
{
  g_autofree char *nominal = brine_local_to_string (due->nominal);
  BrineMoment at =
      brine_moment_new (due->at, brine_clock_get_zone (cli->clock), brine_cli_get_day_start (cli));

  if (!cli->json)
    {
      brine_cli_print ("%.10s %.5s  %-9s  %s", nominal, nominal + 11,
                       brine_due_source_to_nick (due->source), due->title);
      return;
    }
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "item", due->item_id);
  brine_cli_add_string (builder, "title", due->title);
  brine_cli_add_string (builder, "source", brine_due_source_to_nick (due->source));
  brine_cli_add_local (builder, "start", due->start);
  brine_cli_add_local (builder, "nominal", due->nominal);
  brine_cli_add_moment (builder, "at", &at);
  brine_cli_add_day (builder, "day", due->day);
  json_builder_end_object (builder);
}

static gboolean
reminders_next (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *after_text = NULL;
  g_autofree char *count_text = NULL;
  const GOptionEntry entries[] = {
    { "after", 0, 0, G_OPTION_ARG_STRING, &after_text, N_ ("Only what comes after this time"),
      "TIME" },
    { "count", 0, 0, G_OPTION_ARG_STRING, &count_text, N_ ("How many at most, 1 to 1000"), "N" },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrineMoment after;
  int count = DEFAULT_COUNT;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || (count_text != NULL
          && !brine_cli_parse_int ("--count", count_text, 1, MAX_COUNT, &count, error))
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !brine_cli_parse_moment (cli, "--after", after_text, &after, error))
    return FALSE;
  g_autoptr (BrineReminderFacts) facts = load_facts (cli, after.instant, error);
  if (facts == NULL)
    return FALSE;

  g_autoptr (GPtrArray) coming = brine_dues_list_coming (facts, after.instant, (guint)count,
                                                         brine_clock_get_zone (cli->clock));
  begin_list (builder);
  for (guint i = 0; i < coming->len; i++)
    print_due (cli, builder, coming->pdata[i]);
  end_list (cli, builder);
  return TRUE;
}

/* What came ------------------------------------------------------------------------------------- */

static void
print_delivery (BrineCli *cli, JsonBuilder *builder, const BrineDelivery *delivery)
{
  g_autofree char *nominal = brine_local_to_string (delivery->nominal);
  BrineMoment at = brine_moment_new (delivery->at, brine_clock_get_zone (cli->clock),
                                     brine_cli_get_day_start (cli));

  if (!cli->json)
    {
      brine_cli_print ("%.10s %.5s  %-9s  %-9s  %s", nominal, nominal + 11,
                       brine_due_source_to_nick (delivery->source),
                       brine_delivery_state_to_nick (delivery->state),
                       delivery->title != NULL ? delivery->title : "");
      return;
    }
  json_builder_begin_object (builder);
  brine_cli_add_string (builder, "item", delivery->item_id);
  brine_cli_add_string (builder, "title", delivery->title);
  brine_cli_add_string (builder, "source", brine_due_source_to_nick (delivery->source));
  brine_cli_add_string (builder, "state", brine_delivery_state_to_nick (delivery->state));
  brine_cli_add_boolean (builder, "shown", delivery->shown);
  brine_cli_add_local (builder, "nominal", delivery->nominal);
  brine_cli_add_moment (builder, "changed", &at);
  brine_cli_add_day (builder, "day", delivery->day);
  json_builder_end_object (builder);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const BrineDelivery *x = *(const BrineDelivery *const *)a;
  const BrineDelivery *y = *(const BrineDelivery *const *)b;
  int order = brine_local_compare (y->nominal, x->nominal);

  return order != 0 ? order : strcmp (x->key, y->key);
}

static gboolean
reminders_recent (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *days_text = NULL;
  const GOptionEntry entries[] = {
    { "days", 0, 0, G_OPTION_ARG_STRING, &days_text, N_ ("How many days back, 1 to 60"), "N" },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  int days = DEFAULT_DAYS;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error)
      || (days_text != NULL
          && !brine_cli_parse_int ("--days", days_text, 1, MAX_DAYS, &days, error))
      || !brine_cli_open (cli, BRINE_OPEN_EXISTING, error))
    return FALSE;
  BrineInstant since =
      brine_instant_add_seconds (brine_clock_get_now (cli->clock), -(int64_t)days * 86400);
  g_autoptr (GPtrArray) recent = brine_store_load_deliveries (cli->store, since, error);
  if (recent == NULL)
    return FALSE;

  g_ptr_array_sort (recent, compare_newest_first);
  begin_list (builder);
  for (guint i = 0; i < recent->len; i++)
    print_delivery (cli, builder, recent->pdata[i]);
  end_list (cli, builder);
  return TRUE;
}

const BrineCliCommand brine_cli_reminder_commands[] = {
  { "reminders", "next", reminders_next, "[--after TIME] [--count N]",
    N_ ("Lists the reminders that come next.") },
  { "reminders", "recent", reminders_recent, "[--days N]",
    N_ ("Lists what became of the last reminders.") },
  { "reminders", "pause", brine_cli_reminders_pause, "1h|today|off",
    N_ ("Lets no reminder come for a while; those of that time follow as one.") },
  { "reminders", "resume", brine_cli_reminders_resume, "", N_ ("Lets reminders come again.") },
  { "reminders", "settings", brine_cli_reminders_settings, "[KEY [VALUE]]",
    N_ ("Shows or changes the settings of reminders.") },
  { NULL },
};
