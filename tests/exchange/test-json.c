/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-json.h"
#include "brine-quota.h"
#include "brine-title.h"
#include "random-archive.h"

#include <float.h>
#include <math.h>
#include <string.h>

static BrineArchive *
import (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return brine_json_import (bytes, error);
}

/* Round trip ---------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (BrineArchive) archive = random_archive (rand, g_rand_int_range (rand, 0, 6));
      g_autoptr (GBytes) bytes = brine_json_export (archive);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) back = brine_json_import (bytes, &error);
      g_autoptr (GBytes) again = NULL;

      g_assert_no_error (error);
      g_assert_true (brine_archive_equal (archive, back));
      again = brine_json_export (back);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* Stamps do not count as equality, but they travel. */
static void
test_stamps (void)
{
  g_autoptr (BrineArchive) archive = brine_archive_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BrineArchive) back = NULL;
  BrineLog *log = brine_log_new ();

  log->stamps.created.unix_ms = INT64_C (1763798400123);
  log->stamps.modified.unix_ms = -1;
  g_ptr_array_add (archive->logs, log);
  bytes = brine_json_export (archive);
  back = brine_json_import (bytes, NULL);
  g_assert_cmpint (((BrineLog *)back->logs->pdata[0])->stamps.created.unix_ms, ==,
                   INT64_C (1763798400123));
  g_assert_cmpint (((BrineLog *)back->logs->pdata[0])->stamps.modified.unix_ms, ==, -1);
}

static void
test_numbers (void)
{
  static const double rows[] = { 0.1,    1.0 / 3, 1e308, 5e-324,  123456789012345680.0, 0,
                                 1e-300, 2.5,     1e18,  DBL_MAX, 0.30000000000000004,  1000000 };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineArchive) archive = brine_archive_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (BrineArchive) back = NULL;
      BrinePlanItem *item =
          brine_plan_item_new (BRINE_PRACTICE_MEAL, "Rice", brine_local (0, 8, 0), 30);

      item->portions = rows[i];
      g_ptr_array_add (archive->items, item);
      bytes = brine_json_export (archive);
      back = brine_json_import (bytes, NULL);
      g_assert_nonnull (back);
      item = back->items->pdata[0];
      g_assert_true (item->portions == rows[i]);
    }
}

static void
test_not_a_number (void)
{
  g_autoptr (BrineArchive) archive = brine_archive_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BrineArchive) back = NULL;
  BrineLog *log = brine_log_new ();

  log->live_servings = NAN;
  log->amount.value = INFINITY;
  g_ptr_array_add (archive->logs, log);
  bytes = brine_json_export (archive);
  back = brine_json_import (bytes, NULL);
  g_assert_nonnull (back);
  g_assert_cmpfloat (((BrineLog *)back->logs->pdata[0])->live_servings, ==, 0);
}

/* A title is laid out as one: no file may bring one that holds the window up. */
static void
test_long_titles (void)
{
  static const char *const parts[] = {
    "\"items\":[{\"title\":\"",
    "\"items\":[{\"title\":\"x\",\"exceptions\":[{\"title\":\"",
    "\"logs\":[{\"at\":\"2026-11-23T08:00:00Z\",\"title\":\"",
    "\"contacts\":[{\"name\":\"",
    "\"templates\":[{\"name\":\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (gsize more = 0; more <= 1; more++)
      {
        g_autofree char *title = g_strnfill (BRINE_TITLE_MAX + more, 't');
        g_autofree char *text =
            g_strconcat ("{\"format\":\"brine-diary\",\"version\":1,", parts[i], title,
                         strstr (parts[i], "exceptions") != NULL ? "\"}]}]}" : "\"}]}", NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (BrineArchive) archive = import (text, &error);

        g_assert_cmpint (archive != NULL, ==, more == 0);
        if (more > 0)
          g_assert_nonnull (strstr (error->message, "more than 500 characters"));
      }
}

/* Refused ------------------------------------------------------------------------------- */

#define AT "\"at\":\"2026-11-23T08:00:00Z\""
#define DOC(body) "{\"format\":\"brine-diary\",\"version\":1," body "}"

static const struct
{
  const char *text;
  int code;
  const char *message; /* begins so */
} bad_rows[] = {
  { "", BRINE_ERROR_INVALID, "the file: The file ends" },
  { "nonsense", BRINE_ERROR_INVALID, "the file: A value" },
  { "[]", BRINE_ERROR_INVALID, "the file: An object" },
  { "{\"format\":\"other\"}", BRINE_ERROR_FOREIGN, "format:" },
  { "{\"format\":\"brine-diary\"}", BRINE_ERROR_INVALID, "version:" },
  { "{\"format\":\"brine-diary\",\"version\":5,\"later\":[]}", BRINE_ERROR_NEWER, "version:" },
  { "{\"format\":\"brine-diary\",\"version\":0}", BRINE_ERROR_INVALID, "version:" },
  { DOC ("\"later\":1"), BRINE_ERROR_INVALID, "later: The field is not known" },
  { DOC ("\"logs\":{}"), BRINE_ERROR_INVALID, "logs: A list" },
  { DOC ("\"logs\":[1]"), BRINE_ERROR_INVALID, "logs[0]: An object" },
  { DOC ("\"logs\":[{" AT "},{\"at\":\"yesterday\"}]"), BRINE_ERROR_INVALID,
    "logs[1].at: “yesterday”" },
  { DOC ("\"logs\":[{\"at\":\"2026-11-23T08:00:00\"}]"), BRINE_ERROR_INVALID, "logs[0].at:" },
  { DOC ("\"logs\":[{\"at\":7}]"), BRINE_ERROR_INVALID, "logs[0].at: A text" },
  { DOC ("\"logs\":[{\"mood\":7}]"), BRINE_ERROR_INVALID, "logs[0].mood: The field" },
  { DOC ("\"logs\":[{\"state\":\"planned\"}]"), BRINE_ERROR_INVALID,
    "logs[0].state: “planned” is not one of done, partly, skipped" },
  { DOC ("\"logs\":[{\"live_servings\":1e999}]"), BRINE_ERROR_INVALID,
    "logs[0].live_servings: A number is too large" },
  { DOC ("\"logs\":[{\"live_servings\":99999999999999999999}]"), BRINE_ERROR_INVALID,
    "logs[0].live_servings: A number is too large" },
  { DOC ("\"logs\":[{\"id\":\"\"}]"), BRINE_ERROR_INVALID, "logs[0].id:" },
  { DOC ("\"logs\":[{\"id\":\"a\"," AT "},{\"id\":\"a\"," AT "}]"), BRINE_ERROR_INVALID,
    "logs[1].id: Another" },
  { DOC ("\"logs\":[{\"note\":\"a\",\"note\":\"b\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: The key is given twice" },
  { DOC ("\"logs\":[{\"note\":\"a\",\"n\\u006fte\":\"b\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: The key is given twice" },
  { DOC ("\"logs\":[{\"note\":\"\\ud800\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: A text holds half" },
  { DOC ("\"logs\":[{\"note\":\"\\udc00\\ud800\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: A text holds half" },
  { DOC ("\"logs\":[{\"note\":\"\\u0000\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: A text holds a NUL" },
  { DOC ("\"logs\":[{\"note\":\"a\nb\"}]"), BRINE_ERROR_INVALID,
    "logs[0].note: A text holds a control" },
  { DOC ("\"logs\":[{\"note\":\"\xff\"}]"), BRINE_ERROR_INVALID,
    "the file: The text is not valid" },
  { DOC ("\"logs\":[{\"note\":\"a\"}"), BRINE_ERROR_INVALID, "logs[0]: A comma" },
  { DOC ("\"logs\":[]") "x", BRINE_ERROR_INVALID, "the file: There is something after" },
  { DOC ("\"logs\":[],"), BRINE_ERROR_INVALID, "logs: A key" },
  { DOC ("\"logs\":[01]"), BRINE_ERROR_INVALID, "logs[0]: A number" },
  { DOC ("\"logs\":[NaN]"), BRINE_ERROR_INVALID, "logs[0]: A value" },
  { DOC ("/* no */\"logs\":[]"), BRINE_ERROR_INVALID, "version: A key" },
  { DOC ("\"checkins\":[{\"mood\":6}]"), BRINE_ERROR_INVALID,
    "checkins[0].mood: “6” is not a whole" },
  { DOC ("\"checkins\":[{\"mood\":2.5}]"), BRINE_ERROR_INVALID, "checkins[0].mood: “2.5”" },
  { DOC ("\"checkins\":[{\"mood\":true}]"), BRINE_ERROR_INVALID, "checkins[0].mood: A number" },
  { DOC ("\"checkins\":[{\"factors\":[1]}]"), BRINE_ERROR_INVALID, "checkins[0].factors[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"rule\":\"FREQ=NEVER\"}]"), BRINE_ERROR_INVALID,
    "items[0].rule:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"rdates\":[\"x\"]}]"), BRINE_ERROR_INVALID,
    "items[0].rdates[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[1.5]}]"), BRINE_ERROR_INVALID,
    "items[0].reminders[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[10,1e99]}]"), BRINE_ERROR_INVALID,
    "items[0].reminders[1]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[40321]}]"), BRINE_ERROR_INVALID,
    "items[0].reminders[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[\"@24:00\"]}]"), BRINE_ERROR_INVALID,
    "items[0].reminders[0]: A reminder such as" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[null]}]"), BRINE_ERROR_INVALID,
    "items[0].reminders[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"reminders\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,"
         "19,20,21]}]"),
    BRINE_ERROR_INVALID, "items[0].reminders[20]: There are more than 20" },
  { DOC ("\"items\":[{\"title\":\"x\",\"exceptions\":[{\"start\":\"x\"}]}]"), BRINE_ERROR_INVALID,
    "items[0].exceptions[0].start:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"minutes\":-1}]"), BRINE_ERROR_INVALID,
    "items[0].minutes:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"minutes\":99999999}]"), BRINE_ERROR_INVALID, "items[0]:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"quota\":5,\"quotas\":[{\"from\":\"soon\"}]}]"),
    BRINE_ERROR_INVALID, "items[0].quotas[0].from:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"quota\":5,\"quotas\":[{\"from\":\"2026-11-02\",\"times\":-"
         "1}]}"
         "]"),
    BRINE_ERROR_INVALID, "items[0].quotas[0].times:" },
  { DOC ("\"items\":[{\"title\":\"x\",\"quota\":3,\"quotas\":[{\"from\":\"2026-11-02\",\"times\":5}"
         "]}]"),
    BRINE_ERROR_INVALID, "items[0]: The last of the numbers" },
  { DOC ("\"items\":[{\"title\":\"x\",\"quota\":3,\"quotas\":[{\"times\":3}]}]"),
    BRINE_ERROR_INVALID, "items[0]: " },
  { DOC ("\"pauses\":[{\"from\":\"2026-02-30\"}]"), BRINE_ERROR_INVALID, "pauses[0].from:" },
  { DOC ("\"logs\":[{}]"), BRINE_ERROR_INVALID, "logs[0]: The time is missing" },
  { DOC ("\"checkins\":[{" AT "}]"), BRINE_ERROR_INVALID, "checkins[0]: The mood is missing" },
  { DOC ("\"nights\":[{\"bed\":\"2026-11-23T08:00:00Z\"}]"), BRINE_ERROR_INVALID,
    "nights[0]: The time of waking" },
  { DOC ("\"nights\":[{\"bed\":\"2026-11-23T08:00:00Z\",\"wake\":\"2026-11-23T08:00:00Z\"}]"),
    BRINE_ERROR_INVALID, "nights[0]: Waking must come after" },
  { DOC ("\"nights\":[{\"bed\":\"2026-11-22T08:00:00Z\",\"wake\":\"2026-11-23T08:00:01Z\"}]"),
    BRINE_ERROR_INVALID, "nights[0]: Waking must come after" },
  { DOC ("\"logs\":[{" AT ",\"live_servings\":-1}]"), BRINE_ERROR_INVALID,
    "logs[0].live_servings: “-1” is not a number from 0" },
  { DOC ("\"logs\":[{" AT ",\"amount\":1000001}]"), BRINE_ERROR_INVALID, "logs[0].amount:" },
  { DOC ("\"logs\":[{\"\\u001b[31m\":1}]"), BRINE_ERROR_INVALID, "logs[0].?[31m: The field" },
  { DOC ("\"settings\":{\"a\":1}"), BRINE_ERROR_INVALID, "settings.a:" },
};

static void
test_refused (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) archive = import (bad_rows[i].text, &error);

      g_assert_null (archive);
      g_assert_error (error, BRINE_ERROR, bad_rows[i].code);
      if (!g_str_has_prefix (error->message, bad_rows[i].message))
        g_error ("“%s” should begin with “%s”", error->message, bad_rows[i].message);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"brine-diary\",\"version\":1,\"logs\":");
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  archive = import (text->str, &error);
  g_assert_null (archive);
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_true (strstr (error->message, "nested") != NULL);
}

/* What each version wrote, in any order. */
static void
test_reminders (void)
{
  static const char *const rows[][2] = {
    { "{\"format\":\"brine-diary\",\"version\":1,\"items\":[{\"title\":\"x\","
      "\"reminders\":[30,-5,10,30]}]}",
      "-5 10 30" },
    { "{\"format\":\"brine-diary\",\"version\":2,\"items\":[{\"title\":\"x\","
      "\"reminders\":[10]}]}",
      "10" },
    { "{\"format\":\"brine-diary\",\"version\":3,\"items\":[{\"title\":\"x\","
      "\"reminders\":[\"@07:30/fr,mo\",10,\"10/sa\",\"-5\"]}]}",
      "-5 10 10/sa @07:30/mo,fr" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) archive = import (rows[i][0], &error);
      g_autofree char *reminders = NULL;

      g_assert_no_error (error);
      reminders =
          brine_reminders_to_string (((BrinePlanItem *)archive->items->pdata[0])->reminders);
      g_assert_cmpstr (reminders, ==, rows[i][1]);
    }
}

/* Before version 4 there was one number, which holds for all time. */
static void
test_quotas (void)
{
  static const struct
  {
    const char *text;
    int before; /* 2 November */
    guint n_periods;
  } rows[] = {
    { "{\"format\":\"brine-diary\",\"version\":1,\"items\":[{\"title\":\"x\",\"quota\":5}]}", 5,
      0 },
    { "{\"format\":\"brine-diary\",\"version\":2,\"items\":[{\"title\":\"x\",\"quota\":5}]}", 5,
      0 },
    { "{\"format\":\"brine-diary\",\"version\":3,\"items\":[{\"title\":\"x\",\"quota\":5}]}", 5,
      0 },
    { "{\"format\":\"brine-diary\",\"version\":4,\"items\":[{\"title\":\"x\",\"quota\":5,"
      "\"quotas\":[]}]}",
      5, 0 },
    { "{\"format\":\"brine-diary\",\"version\":4,\"items\":[{\"title\":\"x\",\"quota\":5,"
      "\"quotas\":["
      "{\"from\":\"2026-11-02\",\"times\":5},{\"from\":\"2026-10-14\",\"times\":3}]}]}",
      3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) archive = import (rows[i].text, &error);
      const BrinePlanItem *item;

      g_assert_no_error (error);
      item = archive->items->pdata[0];
      g_assert_cmpuint (item->quotas->len, ==, rows[i].n_periods);
      g_assert_cmpint (brine_quota_get_times (item, brine_day_from_ymd (2026, 10, 26)), ==,
                       rows[i].before);
      g_assert_cmpint (brine_quota_get_times (item, brine_day_from_ymd (2026, 11, 2)), ==, 5);
    }
}

static void
test_accepted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive =
      import ("\xef\xbb\xbf" DOC (" \"checkins\" : [ {\"note\":\"\\ud83e\\udd6c\\u00e4\\/\","
                                  "\"mood\":4,\"at\":\"2026-11-22T09:00:00.250-03:30\"} ] "),
              &error);
  BrineCheckin *checkin;

  g_assert_no_error (error);
  checkin = archive->checkins->pdata[0];
  g_assert_cmpstr (checkin->note, ==, "🥬ä/");
  g_assert_cmpint (checkin->at.offset_seconds, ==, -12600);
  g_assert_cmpint (checkin->at.instant.unix_ms % 1000, ==, 250);
  g_assert_cmpint (checkin->energy, ==, 0);
  /* No day was told. */
  g_assert_cmpint (checkin->at.day, ==, brine_day_from_ymd (2026, 11, 22));
}

/* Cut anywhere, a document is refused whole. */
static void
test_truncated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BrineArchive) archive = random_archive (rand, 1);
  g_autoptr (GBytes) bytes = brine_json_export (archive);
  gsize length = g_bytes_get_size (bytes);

  for (gsize n = 0; n < length - 2; n++)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) back = brine_json_import (part, &error);
      g_assert_null (back);
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/json/stamps", test_stamps);
  g_test_add_func ("/exchange/json/numbers", test_numbers);
  g_test_add_func ("/exchange/json/not-a-number", test_not_a_number);
  g_test_add_func ("/exchange/json/long-titles", test_long_titles);
  g_test_add_func ("/exchange/json/refused", test_refused);
  g_test_add_func ("/exchange/json/deep", test_deep);
  g_test_add_func ("/exchange/json/accepted", test_accepted);
  g_test_add_func ("/exchange/json/reminders", test_reminders);
  g_test_add_func ("/exchange/json/quotas", test_quotas);
  g_test_add_func ("/exchange/json/truncated", test_truncated);

  return g_test_run ();
}
