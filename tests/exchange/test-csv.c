/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-csv.h"
#include "brine-quota.h"
#include "random-archive.h"

#include <string.h>

static BrineArchive *
import (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return brine_csv_import (bytes, error);
}

static char *export(const BrineArchive *archive)
{
  g_autoptr (GBytes) bytes = brine_csv_export (archive);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
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
      g_autofree char *text = export(archive);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) back = import (text, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = export(back);
      g_assert_cmpstr (again, ==, text);
      /* What is not carried is taken out of the comparison. */
      g_ptr_array_set_size (archive->contacts, 0);
      g_ptr_array_set_size (archive->templates, 0);
      g_hash_table_remove_all (archive->settings);
      g_assert_true (brine_archive_equal (archive, back));
    }
}

/* Each cell on its own: what a spreadsheet would run is guarded, and comes back. */
static void
test_guards (void)
{
  static const struct
  {
    const char *note;
    const char *cell;
  } rows[] = {
    { "=1+1", "'=1+1" },
    { "+49 30", "'+49 30" },
    { "-5", "'-5" },
    { "@home", "'@home" },
    { "\tx", "\"'\tx\"" },
    { "\rx", "\"'\rx\"" },
    { "'=1", "''=1" },
    { "'plain'", "'plain'" },
    { "a=1", "a=1" },
    { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineArchive) archive = brine_archive_new ();
      g_autoptr (BrineArchive) back = NULL;
      g_autofree char *text = NULL;
      BrinePause *pause = brine_pause_new ();

      pause->note = g_strdup (rows[i].note);
      g_ptr_array_add (archive->pauses, pause);
      text = export(archive);
      g_assert_nonnull (strstr (text, rows[i].cell));
      back = import (text, NULL);
      g_assert_cmpstr (((BrinePause *)back->pauses->pdata[0])->note, ==, rows[i].note);
    }
}

/* Written by hand ----------------------------------------------------------------------- */

static const char *const accepted_rows[] = {
  "kind,start,mood,note\nlog,2026-11-23T08:00:00+01:00,,\ncheck-in,2026-11-23T09:00:00Z,4,\"a,"
  "\"\"b\"\"\"\n",
  "kind,start,mood,note\r\nlog,2026-11-23T08:00:00+01:00,,\r\ncheck-in,2026-11-23T09:00:00Z,4,\"a,"
  "\"\"b\"\"\"",
  "\xef\xbb\xbfkind;start;mood;note\rlog;2026-11-23T08:00:00+01:00\rcheck-in;2026-11-23T09:00:00Z;"
  "4;\"a,\"\"b\"\"\"\r",
  "\n\nnote\tkind\tmood\tstart\n\tlog\t\t2026-11-23T08:00:00+01:00\n\n\"a,\"\"b\"\"\"\tcheck-"
  "in\t4\t2026-11-23T09:00:00Z\n",
};

static void
test_accepted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accepted_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) archive = import (accepted_rows[i], &error);
      g_autoptr (BrineArchive) again = import (accepted_rows[i], NULL);
      BrineCheckin *checkin;

      g_assert_no_error (error);
      g_assert_cmpuint (archive->logs->len, ==, 1);
      checkin = archive->checkins->pdata[0];
      g_assert_cmpint (checkin->mood, ==, 4);
      g_assert_cmpstr (checkin->note, ==, "a,\"b\"");
      g_assert_cmpint (checkin->at.day, ==, brine_day_from_ymd (2026, 11, 23));
      /* The same rows are the same records. */
      g_assert_true (brine_archive_equal (archive, again));
    }
}

static void
test_parts_of_items (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive =
      import ("kind,id,item,title,start,original,repeat,remind,date,goal,amount,unit,minutes\n"
              "goal,,w,,,,,,2026-11-01,at-least,20,min,\n"
              "change,,w,,2026-11-24T09:00,2026-11-24T08:00,,,,,,,20\n"
              "plan,w,,Walk,2026-11-23T08:00,,FREQ=DAILY,\"30;10;30;@07:30/fr,mo\",,,,,20\n"
              "goal,,w,,,,,,2026-10-01,at-least,15,min,\n",
              &error);
  BrinePlanItem *item;

  g_assert_no_error (error);
  item = archive->items->pdata[0];
  g_assert_cmpstr (item->uid, ==, "w");
  g_autofree char *reminders = brine_reminders_to_string (item->reminders);
  g_assert_cmpstr (reminders, ==, "10 30 @07:30/mo,fr");
  g_assert_cmpuint (item->exceptions->len, ==, 1);
  g_assert_cmpuint (item->goals->len, ==, 2);
  g_assert_cmpfloat (g_array_index (item->goals, BrineGoalPeriod, 0).goal.low, ==, 15);
  g_assert_cmpint (brine_plan_item_get_goal (item, brine_day_from_ymd (2026, 11, 5)).unit, ==,
                   BRINE_UNIT_MINUTES);
}

/* The numbers that a quota had stand on rows of their own, in any order. */
static void
test_quotas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive = import ("kind,id,item,title,start,date,times_a_week\n"
                                             "quota,,s,,,2026-11-02,5\n"
                                             "plan,s,,Sauna,2026-10-14T00:00,,5\n"
                                             "quota,,s,,,2026-10-14,3\n",
                                             &error);
  const BrinePlanItem *item;

  g_assert_no_error (error);
  item = archive->items->pdata[0];
  g_assert_cmpuint (item->quotas->len, ==, 2);
  g_assert_cmpint (brine_quota_get_times (item, brine_day_from_ymd (2026, 10, 26)), ==, 3);
  g_assert_cmpint (brine_quota_get_times (item, brine_day_from_ymd (2026, 11, 2)), ==, 5);
}

static const struct
{
  const char *text;
  int code;
  const char *message;
} bad_rows[] = {
  { "", BRINE_ERROR_INVALID, "line 1: The file is empty" },
  { "a,b\n1,2\n", BRINE_ERROR_INVALID, "line 1, column “a”" },
  { "start,mood\n", BRINE_ERROR_INVALID, "line 1, column “kind”: The column is missing" },
  { "kind,mood,mood\n", BRINE_ERROR_INVALID, "line 1, column “mood”: The column is there twice" },
  { "kind,mood\nfeeling,3\n", BRINE_ERROR_INVALID, "line 2, column “kind”" },
  { "kind,mood,start\ncheck-in,6,2026-11-23T09:00:00Z\n", BRINE_ERROR_INVALID,
    "line 2, column “mood”: “6”" },
  { "kind,mood,start\ncheck-in,good,2026-11-23T09:00:00Z\n", BRINE_ERROR_INVALID,
    "line 2, column “mood”: “good” is not a number" },
  { "kind,mood,start\ncheck-in,3,\n", BRINE_ERROR_INVALID, "line 2: The time is missing" },
  { "kind,mood,start\ncheck-in,,2026-11-23T09:00:00Z\n", BRINE_ERROR_INVALID,
    "line 2: The mood is missing" },
  { "kind,mood,start\ncheck-in,3,2026-11-23T09:00:00\n", BRINE_ERROR_INVALID,
    "line 2, column “start”" },
  { "kind,mood,start\nlog,3,2026-11-23T09:00:00Z\n", BRINE_ERROR_INVALID,
    "line 2, column “mood”: A row of kind “log” has no such value" },
  { "kind\nlog,3\n", BRINE_ERROR_INVALID, "line 2: The row has more cells" },
  { "kind,note\n\nlog,\"a\nb\n", BRINE_ERROR_INVALID, "line 5: A quoted cell is never ended" },
  { "kind,note\nlog,\"a\"b\n", BRINE_ERROR_INVALID, "line 2: A quoted cell is followed" },
  { "kind,note\nlog,\xff\n", BRINE_ERROR_INVALID, "line 2: The text is not valid UTF-8" },
  { "kind,item,date,goal\ngoal,x,2026-11-01,none\n", BRINE_ERROR_INVALID, "line 2, column “item”" },
  { "kind,item,date,times_a_week\nquota,x,2026-11-01,3\n", BRINE_ERROR_INVALID,
    "line 2, column “item”" },
  { "kind,id,item,title,start,date,times_a_week\nplan,s,,x,2026-10-14T00:00,,5\n"
    "quota,,s,,,2026-11-02,3\n",
    BRINE_ERROR_INVALID, "line 2: The last of the numbers" },
  { "kind,id,start\nlog,a,2026-11-23T09:00:00Z\nlog,a,2026-11-23T09:00:00Z\n", BRINE_ERROR_INVALID,
    "line 3, column “id”" },
  { "kind,title,start,minutes\nplan,x,2026-11-23T08:00,-1\n", BRINE_ERROR_INVALID,
    "line 2, column “minutes”" },
  { "kind,title,start,minutes\nplan,x,2026-11-23T08:00,9999999\n", BRINE_ERROR_INVALID,
    "line 2: The duration" },
  { "kind,title,start,repeat\nplan,x,2026-11-23T08:00,FREQ=NEVER\n", BRINE_ERROR_INVALID,
    "line 2, column “repeat”" },
  { "kind,date,date_to\npause,2026-11-23,2026-11-20\n", BRINE_ERROR_INVALID,
    "line 2: The pause ends" },
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
test_limits (void)
{
  g_autofree char *cell = g_strnfill (1024 * 1024 + 1, 'a');
  g_autofree char *commas = g_strnfill (300, ',');
  g_autofree char *plain = g_strconcat ("kind,note\nlog,", cell, "\n", NULL);
  g_autofree char *quoted = g_strconcat ("kind,note\nlog,\"", cell, "\"\n", NULL);
  g_autofree char *wide = g_strconcat ("kind,note\nlog", commas, "\n", NULL);
  const char *const texts[] = { plain, quoted, wide };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineArchive) archive = import (texts[i], &error);
      g_assert_null (archive);
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/csv/round-trip", test_round_trip);
  g_test_add_func ("/exchange/csv/guards", test_guards);
  g_test_add_func ("/exchange/csv/accepted", test_accepted);
  g_test_add_func ("/exchange/csv/parts-of-items", test_parts_of_items);
  g_test_add_func ("/exchange/csv/quotas", test_quotas);
  g_test_add_func ("/exchange/csv/refused", test_refused);
  g_test_add_func ("/exchange/csv/limits", test_limits);

  return g_test_run ();
}
