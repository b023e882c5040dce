/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include "brine-adherence.h"
#include "brine-models.h"
#include "brine-mood.h"
#include "brine-servings.h"
#include "brine-sleep.h"

#include <glib/gi18n.h>
#include <math.h>

/* A range split into buckets, with the facts of its days. */
typedef struct
{
  GArray *facts;   /* BrineDayFacts */
  GArray *buckets; /* BrineBucket */
  GPtrArray
      *quotas; /* for each bucket that is a week a GPtrArray of BrineQuotaStatus; else empty */
  int first_weekday;
} Progress;

/* Writes the figures of one bucket into an open object. */
typedef void (*AddFigures) (JsonBuilder *builder, const BrineDayFacts *facts, gsize n_facts);

static void
add_range (JsonBuilder *builder, BrineBucket bucket)
{
  brine_cli_add_day (builder, "from", bucket.from);
  brine_cli_add_day (builder, "to", bucket.to);
}

static const BrineDayFacts *
get_slice (const Progress *progress, guint i, gsize *out_n)
{
  return brine_bucket_slice (g_array_index (progress->buckets, BrineBucket, i),
                             &g_array_index (progress->facts, BrineDayFacts, 0),
                             progress->facts->len, out_n);
}

static void
add_adherence (JsonBuilder *builder, BrineBucket bucket, BrinePractice practice,
               const BrineAdherence *adherence)
{
  json_builder_begin_object (builder);
  add_range (builder, bucket);
  brine_cli_add_string (builder, "practice", brine_practice_to_nick (practice));
  brine_cli_add_int (builder, "planned",
                     adherence->counted + adherence->skipped + adherence->paused + adherence->open);
  brine_cli_add_int (builder, "counted", adherence->counted);
  brine_cli_add_int (builder, "done", adherence->done);
  brine_cli_add_int (builder, "partly", adherence->partly);
  brine_cli_add_int (builder, "missed", adherence->missed);
  brine_cli_add_int (builder, "skipped", adherence->skipped);
  brine_cli_add_int (builder, "paused", adherence->paused);
  brine_cli_add_int (builder, "open", adherence->open);
  brine_cli_add_int (builder, "extra", adherence->extra);
  brine_cli_add_double (builder, "adherence", adherence->value);
  json_builder_end_object (builder);
}

static void
add_all_adherence (JsonBuilder *builder, const Progress *progress)
{
  json_builder_set_member_name (builder, "adherence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < progress->buckets->len; i++)
    for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
      {
        gsize n;
        const BrineDayFacts *facts = get_slice (progress, i, &n);
        BrineAdherence adherence = brine_adherence_get (facts, n, practice);

        /* A practice that is neither planned nor done has nothing to say. */
        if (adherence.counted + adherence.skipped + adherence.paused + adherence.open
                + adherence.extra
            > 0)
          add_adherence (builder, g_array_index (progress->buckets, BrineBucket, i), practice,
                         &adherence);
      }
  json_builder_end_array (builder);
}

static void
add_mood (JsonBuilder *builder, const BrineDayFacts *facts, gsize n_facts)
{
  BrineMoodStats stats = brine_mood_get_stats (facts, n_facts);

  brine_cli_add_int (builder, "days", stats.days);
  brine_cli_add_int (builder, "logged", stats.logged);
  brine_cli_add_int (builder, "checkins", stats.checkins);
  brine_cli_add_double (builder, "mean", stats.mean);
  brine_cli_add_double (builder, "median", stats.median);
}

static void
add_sleep (JsonBuilder *builder, const BrineDayFacts *facts, gsize n_facts)
{
  BrineSleepStats stats = brine_sleep_get_stats (facts, n_facts, BRINE_SLEEP_TARGET_DEFAULT);

  brine_cli_add_int (builder, "nights", stats.nights);
  brine_cli_add_int (builder, "in_target", stats.in_target);
  brine_cli_add_double (builder, "mean_minutes", stats.mean_minutes);
  brine_cli_add_double (builder, "median_minutes", stats.median_minutes);
}

static void
add_servings (JsonBuilder *builder, const BrineDayFacts *facts, gsize n_facts)
{
  BrineServingStats stats = brine_servings_get_stats (facts, n_facts);

  brine_cli_add_int (builder, "days", stats.days);
  brine_cli_add_double (builder, "live_servings", stats.live);
  brine_cli_add_double (builder, "mean_a_day", stats.mean_live);
}

/* What is done some times a week, against what the week asks for: no part of the adherence, since it
 * has no days that it could be missed on. The week is whole also where the range cuts it. */
static void
add_quotas (JsonBuilder *builder, const Progress *progress)
{
  json_builder_set_member_name (builder, "quotas");
  json_builder_begin_array (builder);
  for (guint i = 0; i < progress->quotas->len; i++)
    {
      const GPtrArray *quotas = progress->quotas->pdata[i];
      BrineDay week =
          brine_day_get_week_start (g_array_index (progress->buckets, BrineBucket, i).from,
                                    progress->first_weekday);

      for (guint j = 0; j < quotas->len; j++)
        {
          BrineQuotaStatus *status = quotas->pdata[j];
          const BrinePlanItem *item = brine_quota_status_get_item (status);

          json_builder_begin_object (builder);
          add_range (builder, (BrineBucket){ week, week + 6 });
          brine_cli_add_string (builder, "item", item->id);
          brine_cli_add_string (builder, "title", item->title);
          brine_cli_add_int (builder, "done", brine_quota_status_get_done (status));
          brine_cli_add_int (builder, "asked", brine_quota_status_get_target (status));
          brine_cli_add_int (builder, "a_week", brine_quota_status_get_times (status));
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
print_quotas (const GPtrArray *quotas)
{
  for (guint i = 0; i < quotas->len; i++)
    {
      BrineQuotaStatus *status = quotas->pdata[i];
      const BrinePlanItem *item = brine_quota_status_get_item (status);
      int done = brine_quota_status_get_done (status);
      int asked = brine_quota_status_get_target (status);
      int times = brine_quota_status_get_times (status);

      if (asked == times)
        /* Translators: a thing of the plan that is done some times a week: "Sauna: 1 of 2 times" */
        brine_cli_print (_ ("  %s: %d of %d times"), item->title, done, asked);
      else
        /* Translators: the week is paused in part: "Sauna: 1 of 1 times, 2 without the pause" */
        brine_cli_print (_ ("  %s: %d of %d times, %d without the pause"), item->title, done, asked,
                         times);
    }
}

static void
add_series (JsonBuilder *builder, const char *key, const Progress *progress, AddFigures add_figures)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < progress->buckets->len; i++)
    {
      gsize n;
      const BrineDayFacts *facts = get_slice (progress, i, &n);

      json_builder_begin_object (builder);
      add_range (builder, g_array_index (progress->buckets, BrineBucket, i));
      add_figures (builder, facts, n);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* "81 %" or "–" */
static char *
format_share (double value)
{
  return isnan (value) ? g_strdup ("–") : g_strdup_printf ("%.0f %%", 100 * value);
}

static char *
format_number (double value, const char *format)
{
  return isnan (value) ? g_strdup ("–") : g_strdup_printf (format, value);
}

static void
print_bucket (const Progress *progress, guint i)
{
  BrineBucket bucket = g_array_index (progress->buckets, BrineBucket, i);
  gsize n;
  const BrineDayFacts *facts = get_slice (progress, i, &n);
  BrineMoodStats mood = brine_mood_get_stats (facts, n);
  BrineSleepStats sleep = brine_sleep_get_stats (facts, n, BRINE_SLEEP_TARGET_DEFAULT);
  BrineServingStats servings = brine_servings_get_stats (facts, n);
  g_autofree char *from = brine_day_to_string (bucket.from);
  g_autofree char *to = brine_day_to_string (bucket.to);
  g_autofree char *median = format_number (mood.median, "%.1f");
  g_autofree char *hours = format_number (sleep.median_minutes / 60, "%.1f");
  g_autofree char *live = format_number (servings.mean_live, "%.1f");

  brine_cli_print ("%s – %s", from, to);
  brine_cli_print (_ ("  mood %s (%d of %d days), sleep %s h (%d nights), live servings %s a day"),
                   median, mood.logged, mood.days, hours, sleep.nights, live);
  for (int practice = 0; practice < BRINE_N_PRACTICES; practice++)
    {
      BrineAdherence adherence = brine_adherence_get (facts, n, practice);
      g_autofree char *share = format_share (adherence.value);

      if (adherence.counted > 0)
        brine_cli_print (_ ("  %-11s %5s  %d of %d done, %d partly, %d skipped"),
                         brine_practice_to_nick (practice), share, adherence.done,
                         adherence.counted, adherence.partly, adherence.skipped);
    }
  if (i < progress->quotas->len)
    print_quotas (progress->quotas->pdata[i]);
}

static void
print_progress (BrineCli *cli, const Progress *progress, BrineBucket range, BrineBucketBy by)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      for (guint i = 0; i < progress->buckets->len; i++)
        print_bucket (progress, i);
      return;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_range (builder, range);
  brine_cli_add_string (builder, "by", brine_bucket_by_to_nick (by));
  add_all_adherence (builder, progress);
  if (by == BRINE_BUCKET_BY_WEEK)
    add_quotas (builder, progress);
  add_series (builder, "mood", progress, add_mood);
  add_series (builder, "sleep", progress, add_sleep);
  add_series (builder, "servings", progress, add_servings);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
}

/* FALSE with an error when a week cannot be read. */
static gboolean
load_quotas (BrineCli *cli, const Progress *progress, GError **error)
{
  BrineDay today =
      brine_clock_get_today (cli->clock, brine_store_get_day_start_minutes (cli->store));

  for (guint i = 0; i < progress->buckets->len; i++)
    {
      GPtrArray *quotas =
          brine_quota_status_load (cli->store,
                                   g_array_index (progress->buckets, BrineBucket, i).from,
                                   progress->first_weekday, today, error);

      if (quotas == NULL)
        return FALSE;
      g_ptr_array_add (progress->quotas, quotas);
    }
  return TRUE;
}

gboolean
brine_cli_progress (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *from_text = NULL;
  g_autofree char *to_text = NULL;
  g_autofree char *by_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("First civil day"), "DATE" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("Last civil day"), "DATE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by_text, N_ ("day, week or month"), "BUCKET" },
    { NULL },
  };
  g_autoptr (GArray) facts = NULL;
  g_autoptr (GArray) buckets = NULL;
  g_autoptr (GPtrArray) quotas = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  BrineBucketBy by = BRINE_BUCKET_BY_DAY;
  BrineDay from, to;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error))
    return FALSE;
  if (by_text != NULL && !brine_bucket_by_from_nick (by_text, &by))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("--by: “%s” is none of: day, week, month."), by_text);
      return FALSE;
    }
  if (!brine_cli_open (cli, BRINE_OPEN_EXISTING, error)
      || !brine_cli_parse_range (cli, from_text, to_text, &from, &to, error))
    return FALSE;

  facts = brine_store_load_facts (cli->store, from, to, brine_clock_get_local (cli->clock), error);
  if (facts == NULL)
    return FALSE;
  int first_weekday = brine_cli_get_first_weekday (cli);
  buckets = brine_bucket_split (from, to, by, first_weekday);
  Progress progress = { facts, buckets, quotas, first_weekday };
  if (by == BRINE_BUCKET_BY_WEEK && !load_quotas (cli, &progress, error))
    return FALSE;
  print_progress (cli, &progress, (BrineBucket){ from, to }, by);
  return TRUE;
}
