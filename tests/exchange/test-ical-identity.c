/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-archive.h"
#include "brine-ical-items.h"
#include "brine-ical.h"
#include "brine-quota.h"
#include "ical-fixture.h"
#include "random-archive.h"

#include <string.h>

/* Foreign lines ------------------------------------------------------------------------- */

static void
test_foreign_lines (void)
{
  static const char *const kept[] = {
    "SUMMARY;LANGUAGE=de;X-A=\"b:c\":Gehen",
    "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT10M",
    "ATTENDEE;CN=\"Doe, J\";PARTSTAT=ACCEPTED:mailto:j@example.org",
    "TRANSP:OPAQUE",
    "GEO:52.5;13.4",
    "DESCRIPTION;ALTREP=\"data:text/html,x\":Note",
    "BEGIN:X-PART\r\nX-IN:1\r\nEND:X-PART",
    "X-BRINE-ORIGINAL:DTSTART;TZID=America/New_York:20261123T080000"
  };
  g_autoptr (GPtrArray) items =
      ical_import (WRAP (EVENT ("SUMMARY;LANGUAGE=de;X-A=\"b:c\":Gehen\r\n"
                                "DTSTART;TZID=America/New_York:20261123T080000\r\n"
                                "X-APPLE-TRAVEL-DURATION;VALUE=DURATION:PT10M\r\n"
                                "ATTENDEE;CN=\"Doe, J\";PARTSTAT=ACCEPTED:mailto:j@example.org\r\n"
                                "TRANSP:OPAQUE\r\nGEO:52.5;13.4\r\n"
                                "DESCRIPTION;ALTREP=\"data:text/html,x\":Note\r\n"
                                "BEGIN:X-PART\r\nX-IN:1\r\nEND:X-PART\r\n")));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) second = NULL;

  text = ical_export (items);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
  /* They stay through a second pass, and through an edit. */
  second = ical_import (text);
  g_assert_cmpstr (((BrinePlanItem *)second->pdata[0])->foreign, ==, item->foreign);
  g_free (item->title);
  item->title = g_strdup ("Moved");
  item->start.day++;
  g_free (text);
  text = ical_export (items);
  g_assert_nonnull (strstr (text, "SUMMARY;LANGUAGE=de;X-A=\"b:c\":Moved"));
  for (gsize i = 1; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (text, kept[i]));
}

/* What could not be read because of a carriage return is not understood the next time either. */
static void
test_foreign_return (void)
{
  g_autoptr (GPtrArray) items = ical_import (
      WRAP (EVENT (START "BEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                         "TRIGGER;VALUE=DATE-TIME:20261123T06\r3000Z\r\nEND:VALARM\r\n")));
  g_autofree char *first = ical_export (items);
  g_autoptr (GPtrArray) again = ical_import (first);
  g_autofree char *second = ical_export (again);

  g_assert_cmpuint (((BrinePlanItem *)again->pdata[0])->reminders->len, ==, 0);
  g_assert_cmpstr (second, ==, first);
}

static void
test_all_day_goes_back (void)
{
  g_autoptr (GPtrArray) items =
      ical_import (WRAP (EVENT ("DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261125\r\n"
                                "RRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20271123\r\n")));
  BrinePlanItem *item = items->pdata[0];
  g_autofree char *text = ical_export (items);

  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20261123\r\n"));
  g_assert_nonnull (strstr (text, "DURATION:P2D\r\n"));
  g_assert_nonnull (strstr (text, "EXDATE;VALUE=DATE:20271123\r\n"));
  /* Moved to a time of day it is an all-day event no longer. */
  item->start.second = 36000;
  item->minutes = 60;
  g_array_set_size (item->exdates, 0);
  g_free (text);
  text = ical_export (items);
  g_assert_nonnull (strstr (text, "DTSTART:20261123T100000\r\n"));
  g_assert_null (strstr (text, "X-BRINE-ALL-DAY"));
}

/* Identity ------------------------------------------------------------------------------ */

static void
test_uids (void)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();
  g_autofree char *huge = g_strnfill (65536, 'u');
  g_autofree char *text = g_strdup_printf (
      WRAP ("BEGIN:VEVENT\r\nDTSTART:20261123T080000\r\nSUMMARY:none\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART:20261123T080000\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:../../x/%%0A\r\nDTSTART:20261123T080000\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261123T080000\r\nSUMMARY:a\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261124T080000\r\nSUMMARY:b\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:twice\r\nDTSTART:20261123T080000\r\nSUMMARY:a\r\nEND:VEVENT\r\n"),
      huge);
  g_autoptr (GPtrArray) items = ical_import_in (text, "UTC", report);
  g_autoptr (GPtrArray) again = ical_import_in (text, "UTC", report);

  g_assert_cmpuint (items->len, ==, 5);
  for (guint i = 0; i < items->len; i++)
    {
      BrinePlanItem *item = items->pdata[i], *other = again->pdata[i];
      g_assert_cmpstr (item->uid, ==, other->uid);
      g_assert_cmpuint (strlen (item->uid), <=, 1024);
    }
  g_assert_cmpstr (((BrinePlanItem *)items->pdata[2])->uid, ==, "../../x/%0A");
  g_assert_true (ical_has_message (report, "same UID"));
  g_assert_true (ical_has_message (report, "twice"));
}

static void
test_import_twice (void)
{
  g_autoptr (GPtrArray) existing = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = ical_import (
      WRAP (EVENT (START "SUMMARY:a\r\n") "BEGIN:VEVENT\r\nUID:2\r\n" START "END:VEVENT\r\n"));
  g_autoptr (GPtrArray) second = ical_import (
      WRAP (EVENT (START "SUMMARY:b\r\n") "BEGIN:VEVENT\r\nUID:2\r\n" START "END:VEVENT\r\n"));
  BrineMergeCounts counts;
  g_autoptr (GPtrArray) added = brine_archive_merge_items (existing, first, &counts);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) changed = NULL;

  g_assert_cmpuint (counts.n_added, ==, 2);
  g_assert_cmpuint (added->len, ==, 2);
  same = brine_archive_merge_items (added, first, &counts);
  g_assert_cmpuint (same->len, ==, 0);
  g_assert_cmpuint (counts.n_unchanged, ==, 2);
  changed = brine_archive_merge_items (added, second, &counts);
  g_assert_cmpuint (changed->len, ==, 1);
  g_assert_cmpuint (counts.n_changed, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)changed->pdata[0])->id, ==,
                   ((BrinePlanItem *)added->pdata[0])->id);
}

/* A file cannot take over the id of an item that is another one. */
static void
test_merge_guards_ids (void)
{
  g_autoptr (GPtrArray) existing =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GPtrArray) imported =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autoptr (GPtrArray) merged = NULL;
  BrinePlanItem *mine =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "Mine", brine_local (20000, 8, 0), 20);
  BrinePlanItem *theirs = brine_plan_item_copy (mine);

  g_free (theirs->uid);
  theirs->uid = g_strdup ("other@example.org");
  g_ptr_array_add (existing, mine);
  g_ptr_array_add (imported, theirs);
  merged = brine_archive_merge_items (existing, imported, NULL);
  g_assert_cmpuint (merged->len, ==, 1);
  g_assert_cmpstr (((BrinePlanItem *)merged->pdata[0])->id, !=, mine->id);
}

/* The diary knows the item under another id: the logs and templates that come with it follow. */
static void
test_relink (void)
{
  g_autoptr (BrineArchive) mine = brine_archive_new ();
  g_autoptr (BrineArchive) theirs = brine_archive_new ();
  g_autoptr (GPtrArray) merged = NULL;
  BrinePlanItem *item =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "x", brine_local (20000, 8, 0), 20);
  BrinePlanItem *other = brine_plan_item_copy (item);
  BrineLog *log = brine_log_new ();
  BrineTemplate *template = brine_template_new ("Winter");
  BrinePlanEntry *entry = brine_plan_entry_new ();

  entry->quota_id = g_strdup ("other");
  g_ptr_array_add (template->entries, entry);
  g_ptr_array_add (theirs->templates, template);
  g_free (other->id);
  other->id = g_strdup ("other");
  log->item_id = g_strdup ("other");
  g_ptr_array_add (mine->items, item);
  g_ptr_array_add (theirs->items, other);
  g_ptr_array_add (theirs->logs, log);
  brine_archive_relink (theirs, mine->items);
  merged = brine_archive_merge_items (mine->items, theirs->items, NULL);
  g_assert_cmpuint (merged->len, ==, 0);
  g_assert_cmpstr (log->item_id, ==, item->id);
  g_assert_cmpstr (entry->quota_id, ==, item->id);
}

/* A file that tells of no other number leaves those that are known; one that says otherwise holds. */
static void
test_merge_quotas (void)
{
  static const struct
  {
    int times; /* in the file */
    guint n_periods;
  } rows[] = { { 5, 2 }, { 4, 0 }, { 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) existing =
          g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
      g_autoptr (GPtrArray) imported =
          g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
      g_autoptr (GPtrArray) merged = NULL;
      BrinePlanItem *known =
          brine_plan_item_new (BRINE_PRACTICE_OWN, "x", brine_local (20000, 0, 0), 20);
      BrinePlanItem *told = brine_plan_item_copy (known);
      const BrinePlanItem *item;

      known->quota_per_week = 3;
      brine_quota_set_times (known, 5, 20100);
      told->quota_per_week = rows[i].times;
      g_free (told->title);
      told->title = g_strdup ("y");
      g_ptr_array_add (existing, known);
      g_ptr_array_add (imported, told);
      merged = brine_archive_merge_items (existing, imported, NULL);
      g_assert_cmpuint (merged->len, ==, 1);
      item = merged->pdata[0];
      g_assert_cmpint (item->quota_per_week, ==, rows[i].times);
      g_assert_cmpuint (item->quotas->len, ==, rows[i].n_periods);
      g_assert_true (brine_plan_item_validate (item, NULL));
    }
}

/* Round trip ---------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) items =
          g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
      g_autoptr (BrineImportReport) report = brine_import_report_new ();
      g_autoptr (GPtrArray) back = NULL;
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;

      for (int j = 0; j < 3; j++)
        g_ptr_array_add (items, random_item (rand));
      text = ical_export (items);
      back = ical_import_in (text, "America/New_York", report);
      again = ical_export (back);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpuint (report->messages->len, ==, 0);
      g_assert_cmpuint (back->len, ==, items->len);
      for (guint j = 0; j < items->len; j++)
        if (!brine_plan_item_equal (items->pdata[j], back->pdata[j]))
          g_error ("changed by the round trip:\n%s", text);
    }
}

static void
test_export_shape (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify)brine_plan_item_free);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (int j = 0; j < 200; j++)
    g_ptr_array_add (items, random_item (rand));
  text = ical_export (items);
  lines = g_strsplit (text, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_null (strchr (lines[i], '\n'));
    }
  g_assert_cmpstr (lines[0], ==, "BEGIN:VCALENDAR");
  g_assert_cmpstr (lines[1], ==, "VERSION:2.0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/ical-identity/foreign-lines", test_foreign_lines);
  g_test_add_func ("/exchange/ical-identity/foreign-return", test_foreign_return);
  g_test_add_func ("/exchange/ical-identity/all-day", test_all_day_goes_back);
  g_test_add_func ("/exchange/ical-identity/uids", test_uids);
  g_test_add_func ("/exchange/ical-identity/import-twice", test_import_twice);
  g_test_add_func ("/exchange/ical-identity/merge-guards-ids", test_merge_guards_ids);
  g_test_add_func ("/exchange/ical-identity/merge-quotas", test_merge_quotas);
  g_test_add_func ("/exchange/ical-identity/relink", test_relink);
  g_test_add_func ("/exchange/ical-identity/round-trip", test_round_trip);
  g_test_add_func ("/exchange/ical-identity/export-shape", test_export_shape);

  return g_test_run ();
}
