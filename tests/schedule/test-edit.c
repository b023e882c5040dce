/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-fixture.h"

/* The starts of an item in two years, "11-23T08:00 11-24T08:00"; an empty text without an item. */
static char *
describe (const BrinePlanItem *item)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  GString *text = g_string_new (NULL);

  if (item != NULL)
    brine_plan_item_expand (item, day ("2026-01-01"), day ("2027-12-31"), 240, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      g_autofree char *start = brine_local_to_string (g_array_index (slots, BrineSlot, i).start);

      g_string_append_printf (text, "%s%.11s", i > 0 ? " " : "", start + 5);
    }
  return g_string_free (text, FALSE);
}

static void
assert_item (const BrinePlanItem *item, const char *rule, const char *starts)
{
  g_autofree char *text = describe (item);
  g_autofree char *rule_text =
      item != NULL && item->rule != NULL ? brine_rule_to_string (item->rule) : NULL;
  g_autoptr (GError) error = NULL;

  if (item != NULL)
    brine_plan_item_validate (item, &error);
  g_assert_no_error (error);
  if (rule != NULL)
    g_assert_cmpstr (rule_text, ==, rule);
  g_assert_cmpstr (text, ==, starts);
}

/* Moves ---------------------------------------------------------------------------------- */

static const struct
{
  const char *start;
  const char *rule;
  BrineScope scope;
  const char *original;
  const char *to;
  const char *changed_rule;
  const char *changed;
  const char *added_rule; /* NULL: nothing is added */
  const char *added;
} moves[] = {
  /* Only this one: identity stays, the rule too; the last row goes back where it was. */
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=3", BRINE_SCOPE_THIS, "2026-11-24T08:00",
    "2026-11-26T09:00", "FREQ=DAILY;COUNT=3", "11-23T08:00 11-25T08:00 11-26T09:00", NULL, NULL },
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=2", BRINE_SCOPE_THIS, "2026-11-24T08:00",
    "2026-11-24T08:00", "FREQ=DAILY;COUNT=2", "11-23T08:00 11-24T08:00", NULL, NULL },
  /* This and later: COUNT is shared out, UNTIL ends the first half before its next start. */
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=4", BRINE_SCOPE_THIS_AND_LATER, "2026-11-25T08:00",
    "2026-11-25T09:30", "FREQ=DAILY;UNTIL=20261125T075959", "11-23T08:00 11-24T08:00",
    "FREQ=DAILY;COUNT=2", "11-25T09:30 11-26T09:30" },
  { "2026-11-23T08:00", "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261203", BRINE_SCOPE_THIS_AND_LATER,
    "2026-11-26T08:00", "2026-11-27T08:00", "FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261126T075959",
    "11-23T08:00", "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261204",
    "11-27T08:00 12-01T08:00 12-04T08:00" },
  /* At the first occurrence, this and later is all. */
  { "2026-11-23T08:00", "FREQ=DAILY;COUNT=2", BRINE_SCOPE_THIS_AND_LATER, "2026-11-23T08:00",
    "2026-11-23T07:00", "FREQ=DAILY;COUNT=2", "11-23T07:00 11-24T07:00", NULL, NULL },
  /* All: by the difference, wherever it was taken. */
  { "2026-11-23T08:00", "FREQ=WEEKLY;COUNT=2", BRINE_SCOPE_ALL, "2026-11-30T08:00",
    "2026-12-02T08:00", "FREQ=WEEKLY;COUNT=2", "11-25T08:00 12-02T08:00", NULL, NULL },
  { "2026-11-23T08:00", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", BRINE_SCOPE_ALL, "2026-11-25T08:00",
    "2026-11-24T08:00", "FREQ=WEEKLY;BYDAY=TU,SU;COUNT=3", "11-22T08:00 11-24T08:00 11-29T08:00",
    NULL, NULL },
  /* Every second week: the bounds of the week move along, or Sunday would skip one. */
  { "2026-11-23T08:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=3", BRINE_SCOPE_ALL,
    "2026-11-23T08:00", "2026-11-24T08:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=TU;COUNT=3",
    "11-24T08:00 11-30T08:00 12-08T08:00", NULL, NULL },
  { "2026-11-23T23:30", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", BRINE_SCOPE_ALL, "2026-11-23T23:30",
    "2026-11-24T00:15", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", "11-24T00:15 12-01T00:15", NULL, NULL },
  { "2026-11-23T08:00", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=2", BRINE_SCOPE_ALL,
    "2026-11-23T08:00", "2026-11-22T08:00", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,SU;COUNT=2",
    "11-22T08:00 11-23T08:00", NULL, NULL },
  { "2026-01-15T08:00", "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2", BRINE_SCOPE_ALL, "2026-01-15T08:00",
    "2026-01-20T08:00", "FREQ=MONTHLY;BYMONTHDAY=20;COUNT=2", "01-20T08:00 02-20T08:00", NULL,
    NULL },
  { "2026-01-31T08:00", "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", BRINE_SCOPE_ALL, "2026-01-31T08:00",
    "2026-01-30T08:00", "FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=2", "01-30T08:00 02-27T08:00", NULL,
    NULL },
  { "2026-01-01T08:00", "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3", BRINE_SCOPE_ALL, "2026-01-15T08:00",
    "2026-01-17T08:00", "FREQ=MONTHLY;BYMONTHDAY=3,17;COUNT=3",
    "01-03T08:00 01-17T08:00 02-03T08:00", NULL, NULL },
  { "2026-01-30T08:00", "FREQ=MONTHLY;COUNT=2", BRINE_SCOPE_ALL, "2026-01-30T08:00",
    "2026-02-02T08:00", "FREQ=MONTHLY;COUNT=2", "02-02T08:00 03-02T08:00", NULL, NULL },
  { "2026-01-13T08:00", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3", BRINE_SCOPE_ALL, "2026-01-13T08:00",
    "2026-01-14T08:00", "FREQ=MONTHLY;BYDAY=2WE;COUNT=3", "01-14T08:00 02-11T08:00 03-11T08:00",
    NULL, NULL },
  { "2026-01-30T08:00", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", BRINE_SCOPE_ALL, "2026-01-30T08:00",
    "2026-01-29T08:00", "FREQ=MONTHLY;BYDAY=-1TH;COUNT=2", "01-29T08:00 02-26T08:00", NULL, NULL },
  { "2026-03-29T02:30", "FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=3;COUNT=2", BRINE_SCOPE_ALL,
    "2026-03-29T02:30", "2026-04-02T02:30", "FREQ=YEARLY;BYMONTHDAY=2;BYMONTH=4;COUNT=2",
    "04-02T02:30 04-02T02:30", NULL, NULL },
  { "2026-11-23T08:00", "FREQ=DAILY;BYHOUR=8,20;COUNT=3", BRINE_SCOPE_ALL, "2026-11-23T20:00",
    "2026-11-23T21:00", "FREQ=DAILY;BYHOUR=9,21;COUNT=3", "11-23T09:00 11-23T21:00 11-24T09:00",
    NULL, NULL },
  { "2026-11-23T08:00", "FREQ=DAILY;BYHOUR=8;BYMINUTE=0;COUNT=1", BRINE_SCOPE_ALL,
    "2026-11-23T08:00", "2026-11-23T09:15", "FREQ=DAILY;BYMINUTE=15;BYHOUR=9;COUNT=1",
    "11-23T09:15", NULL, NULL },
  { "2026-11-23T08:00", "FREQ=HOURLY;INTERVAL=6;COUNT=2", BRINE_SCOPE_ALL, "2026-11-23T14:00",
    "2026-11-23T15:00", "FREQ=HOURLY;INTERVAL=6;COUNT=2", "11-23T09:00 11-23T15:00", NULL, NULL },
  /* Once: every scope is all. */
  { "2026-11-23T08:00", NULL, BRINE_SCOPE_THIS, "2026-11-23T08:00", "2026-11-24T09:00", NULL,
    "11-24T09:00", NULL, NULL },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, moves[i].start, 20, moves[i].rule);
      g_autoptr (BrinePlanItem) before = brine_plan_item_copy (item);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit =
          brine_plan_item_move (item, local (moves[i].original), local (moves[i].to), -1,
                                moves[i].scope, NULL, &error);
      BrineLocal found;

      g_test_message ("move %u: %s to %s", i, moves[i].rule, moves[i].to);
      g_assert_no_error (error);
      g_assert_true (brine_plan_item_equal (item, before));
      assert_item (edit->changed, moves[i].changed_rule, moves[i].changed);
      g_assert_cmpstr (edit->changed->id, ==, item->id);
      g_assert_true ((edit->added != NULL) == (moves[i].added_rule != NULL));
      if (edit->added != NULL)
        {
          assert_item (edit->added, moves[i].added_rule, moves[i].added);
          g_assert_cmpstr (edit->added->split_from, ==, item->id);
          g_assert_cmpstr (edit->added->id, !=, item->id);
          g_assert_cmpstr (edit->added->uid, ==, edit->added->id);
        }
      g_assert_true (brine_edit_find (edit, local (moves[i].original), &found)
                     == (edit->added != NULL ? edit->added : edit->changed));
      if (moves[i].scope != BRINE_SCOPE_THIS)
        g_assert_true (brine_local_equal (found, local (moves[i].to)));
    }
}

/* What cannot move as a whole says so, and an occurrence that is none is not found. */
static const struct
{
  const char *start;
  const char *rule;
  const char *original;
  const char *to;
  BrineError code;
} refused_moves[] = {
  { "2026-01-30T08:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-01-30T08:00",
    "2026-01-31T08:00", BRINE_ERROR_INVALID },
  { "2026-01-30T08:00", "FREQ=MONTHLY;BYMONTHDAY=1,30", "2026-01-30T08:00", "2026-01-31T08:00",
    BRINE_ERROR_INVALID },
  { "2026-02-13T08:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "2026-02-13T08:00",
    "2026-02-14T08:00", BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=YEARLY;BYYEARDAY=1", "2026-01-01T08:00", "2026-01-02T08:00",
    BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=YEARLY;BYWEEKNO=1", "2026-01-01T08:00", "2026-01-02T08:00",
    BRINE_ERROR_INVALID },
  { "2026-01-31T08:00", "FREQ=YEARLY;BYMONTH=1,6", "2026-01-31T08:00", "2026-02-01T08:00",
    BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=DAILY;BYHOUR=8,20", "2026-01-01T08:00", "2026-01-01T08:30",
    BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=DAILY;BYHOUR=8,20", "2026-01-01T08:00", "2026-01-01T13:00",
    BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=HOURLY;BYHOUR=8,20", "2026-01-01T08:00", "2026-01-01T09:00",
    BRINE_ERROR_INVALID },
  { "2026-01-01T08:00", "FREQ=DAILY;INTERVAL=2", "2026-01-02T08:00", "2026-01-02T09:00",
    BRINE_ERROR_NOT_FOUND },
  { "2026-01-01T08:00", NULL, "2026-01-02T08:00", "2026-01-02T09:00", BRINE_ERROR_NOT_FOUND },
};

static void
test_refused_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused_moves); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, refused_moves[i].start, 20, refused_moves[i].rule);
      g_autoptr (GError) error = NULL;
      BrineEdit *edit;

      g_test_message ("%s", refused_moves[i].rule);
      edit = brine_plan_item_move (item, local (refused_moves[i].original),
                                   local (refused_moves[i].to), -1, BRINE_SCOPE_ALL, NULL, &error);
      g_assert_null (edit);
      g_assert_error (error, BRINE_ERROR, (int)refused_moves[i].code);
    }
}

/* Lengths ---------------------------------------------------------------------------------- */

/* The starts and lengths of an item, "11-23T08:00+20 11-24T08:00+45". */
static char *
describe_lengths (const BrinePlanItem *item)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));
  GString *text = g_string_new (NULL);

  if (item != NULL)
    brine_plan_item_expand (item, day ("2026-01-01"), day ("2027-12-31"), 240, slots);
  for (guint i = 0; i < slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (slots, BrineSlot, i);
      g_autofree char *start = brine_local_to_string (slot->start);

      g_string_append_printf (text, "%s%.11s+%d", i > 0 ? " " : "", start + 5, slot->minutes);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  BrineScope scope;
  const char *original;
  const char *start;
  int minutes;
  const char *changed;
  const char *added;
} resizes[] = {
  /* The lower edge. */
  { BRINE_SCOPE_THIS, "2026-11-24T08:00", "2026-11-24T08:00", 45,
    "11-23T08:00+20 11-24T08:00+45 11-25T08:00+20", "" },
  { BRINE_SCOPE_THIS_AND_LATER, "2026-11-24T08:00", "2026-11-24T08:00", 45, "11-23T08:00+20",
    "11-24T08:00+45 11-25T08:00+45" },
  { BRINE_SCOPE_ALL, "2026-11-24T08:00", "2026-11-24T08:00", 45,
    "11-23T08:00+45 11-24T08:00+45 11-25T08:00+45", "" },
  /* The upper edge. */
  { BRINE_SCOPE_ALL, "2026-11-25T08:00", "2026-11-25T07:45", 35,
    "11-23T07:45+35 11-24T07:45+35 11-25T07:45+35", "" },
  /* Past midnight. */
  { BRINE_SCOPE_THIS, "2026-11-23T08:00", "2026-11-22T23:30", 530,
    "11-22T23:30+530 11-24T08:00+20 11-25T08:00+20", "" },
};

static void
test_resizes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (resizes); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=3");
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit =
          brine_plan_item_resize (item, local (resizes[i].original), local (resizes[i].start),
                                  resizes[i].minutes, resizes[i].scope, NULL, &error);
      g_autofree char *changed = NULL;
      g_autofree char *added = NULL;

      g_assert_no_error (error);
      changed = describe_lengths (edit->changed);
      added = describe_lengths (edit->added);
      g_assert_cmpstr (changed, ==, resizes[i].changed);
      g_assert_cmpstr (added, ==, resizes[i].added);
    }
}

/* One that was made shorter stays so when the others become longer; nothing lasts no time. */
static void
test_resize_limits (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=3");
  g_autoptr (BrineEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *changed = NULL;

  add_exception (item, "2026-11-24T08:00", "2026-11-24T08:00")->minutes = 10;
  edit = brine_plan_item_resize (item, local ("2026-11-23T08:00"), local ("2026-11-23T08:00"), 60,
                                 BRINE_SCOPE_ALL, NULL, NULL);
  changed = describe_lengths (edit->changed);
  g_assert_cmpstr (changed, ==, "11-23T08:00+60 11-24T08:00+10 11-25T08:00+60");

  g_assert_null (brine_plan_item_resize (item, local ("2026-11-23T08:00"),
                                         local ("2026-11-23T08:00"), 0, BRINE_SCOPE_ALL, NULL,
                                         &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

/* Changed occurrences and dates go along, and each is found again. */
static void
test_exceptions_go_along (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=6");
  g_autoptr (BrineEdit) split = NULL;
  g_autoptr (BrineEdit) all = NULL;
  BrineException *renamed;
  BrineLocal found;

  add_local (item->rdates, "2026-12-24T08:00");
  add_local (item->exdates, "2026-11-27T08:00");
  add_exception (item, "2026-11-24T08:00", NULL);
  renamed = add_exception (item, "2026-11-26T08:00", "2026-11-26T18:00");
  renamed->title = g_strdup ("Evening walk");
  assert_item (item, NULL, "11-23T08:00 11-25T08:00 11-26T18:00 11-28T08:00 12-24T08:00");

  split = brine_plan_item_move (item, local ("2026-11-25T08:00"), local ("2026-11-25T09:00"), 30,
                                BRINE_SCOPE_THIS_AND_LATER, NULL, NULL);
  assert_item (split->changed, NULL, "11-23T08:00");
  assert_item (split->added, "FREQ=DAILY;COUNT=4",
               "11-25T09:00 11-26T18:00 11-28T09:00 12-24T09:00");
  renamed = brine_plan_item_find_exception (split->added, local ("2026-11-26T09:00"));
  g_assert_cmpstr (renamed->title, ==, "Evening walk");
  g_assert_cmpint (renamed->minutes, ==, 30);
  g_assert_true (brine_edit_find (split, local ("2026-11-23T08:00"), &found) == split->changed);
  g_assert_true (brine_local_equal (found, local ("2026-11-23T08:00")));
  g_assert_true (brine_edit_find (split, local ("2026-11-26T08:00"), &found) == split->added);
  g_assert_true (brine_local_equal (found, local ("2026-11-26T09:00")));

  all = brine_plan_item_move (item, local ("2026-11-26T08:00"), local ("2026-11-27T18:00"), -1,
                              BRINE_SCOPE_ALL, NULL, NULL);
  assert_item (all->changed, NULL, "11-24T08:00 11-26T08:00 11-27T18:00 11-29T08:00 12-25T08:00");
}

/* A second Tuesday that becomes a second Wednesday takes its exceptions along by the month. */
static void
test_uneven_move (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-01-13T08:00", 20, "FREQ=MONTHLY;BYDAY=2TU;COUNT=5");
  g_autoptr (BrineEdit) edit = NULL;
  BrineLocal found;

  add_exception (item, "2026-04-14T08:00", NULL);
  edit = brine_plan_item_move (item, local ("2026-01-13T08:00"), local ("2026-01-14T08:00"), -1,
                               BRINE_SCOPE_ALL, NULL, NULL);
  assert_item (edit->changed, "FREQ=MONTHLY;BYDAY=2WE;COUNT=5",
               "01-14T08:00 02-11T08:00 03-11T08:00 05-13T08:00");
  g_assert_true (brine_edit_find (edit, local ("2026-04-14T08:00"), &found) == edit->changed);
  g_assert_true (brine_local_equal (found, local ("2026-04-08T08:00")));
}

/* A split at an extra date goes on with the next start of the rule. */
static void
test_split_at_rdate (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=WEEKLY;COUNT=3");
  g_autoptr (BrinePlanItem) dates = make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, NULL);
  g_autoptr (BrineEdit) edit = NULL;

  add_local (item->rdates, "2026-11-25T10:00");
  edit = brine_plan_item_move (item, local ("2026-11-25T10:00"), local ("2026-11-25T11:00"), -1,
                               BRINE_SCOPE_THIS_AND_LATER, NULL, NULL);
  assert_item (edit->changed, NULL, "11-23T08:00");
  assert_item (edit->added, "FREQ=WEEKLY;COUNT=2", "11-25T11:00 11-30T09:00 12-07T09:00");

  g_clear_pointer (&edit, brine_edit_free);
  add_local (dates->rdates, "2026-11-25T10:00");
  add_local (dates->rdates, "2026-11-27T10:00");
  edit = brine_plan_item_move (dates, local ("2026-11-25T10:00"), local ("2026-11-25T11:00"), -1,
                               BRINE_SCOPE_THIS_AND_LATER, NULL, NULL);
  assert_item (edit->changed, NULL, "11-23T08:00");
  assert_item (edit->added, NULL, "11-25T11:00 11-27T11:00");
}

/* Edits ---------------------------------------------------------------------------------- */

static BrinePlanItem *
make_wanted (const BrinePlanItem *item, const char *start)
{
  BrinePlanItem *wanted = brine_plan_item_copy (item);

  wanted->start = local (start);
  return wanted;
}

static void
replace_rule (BrinePlanItem *item, const char *text)
{
  g_clear_pointer (&item->rule, brine_rule_unref);
  item->rule = text != NULL ? brine_rule_parse (text, NULL) : NULL;
}

static BrineEdit *
edit_item (const BrinePlanItem *item, const char *original, const BrinePlanItem *wanted,
           BrineScope scope)
{
  g_autoptr (GError) error = NULL;
  BrineEdit *edit = brine_plan_item_edit (item, local (original), wanted, scope, day ("2026-11-26"),
                                          NULL, &error);

  g_assert_no_error (error);
  return edit;
}

static void
test_edit_one (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) wanted = make_wanted (item, "2026-11-25T08:00");
  g_autoptr (BrineEdit) edit = NULL;
  g_autoptr (BrineEdit) back = NULL;
  BrineException *exception;

  item->notes = g_strdup ("Take the long way.");
  g_free (wanted->title);
  wanted->title = g_strdup ("Run");
  wanted->minutes = 40;
  edit = edit_item (item, "2026-11-25T08:00", wanted, BRINE_SCOPE_THIS);
  g_assert_null (edit->added);
  g_assert_cmpstr (edit->changed->title, ==, "Walk");
  exception = brine_plan_item_find_exception (edit->changed, local ("2026-11-25T08:00"));
  g_assert_cmpstr (exception->title, ==, "Run");
  g_assert_cmpint (exception->minutes, ==, 40);
  g_assert_cmpstr (exception->notes, ==, ""); /* taken away from this one only */
  g_assert_null (exception->recipe_id);

  g_free (wanted->title);
  wanted->title = g_strdup (item->title);
  wanted->notes = g_strdup (item->notes);
  wanted->minutes = 20;
  back = edit_item (edit->changed, "2026-11-25T08:00", wanted, BRINE_SCOPE_THIS);
  g_assert_true (brine_plan_item_equal (back->changed, item));
}

/* What was left as it was shown for one changed occurrence does not spread to its series. */
static void
test_edit_all_from_changed_occurrence (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=3");
  BrineException *exception = add_exception (item, "2026-11-24T08:00", "2026-11-24T18:00");
  g_autoptr (BrinePlanItem) wanted = make_wanted (item, "2026-11-24T18:00");
  g_autoptr (BrineEdit) edit = NULL;

  exception->title = g_strdup ("Run");
  exception->minutes = 40;
  g_free (wanted->title);
  wanted->title = g_strdup ("Run");
  wanted->minutes = 40;
  wanted->location = g_strdup ("Park");
  edit = edit_item (item, "2026-11-24T08:00", wanted, BRINE_SCOPE_ALL);
  g_assert_cmpstr (edit->changed->title, ==, "Walk");
  g_assert_cmpint (edit->changed->minutes, ==, 20);
  g_assert_cmpstr (edit->changed->location, ==, "Park");
  assert_item (edit->changed, "FREQ=DAILY;COUNT=3", "11-23T08:00 11-24T18:00 11-25T08:00");
  exception = edit->changed->exceptions->pdata[0];
  g_assert_cmpstr (exception->title, ==, "Run");
  g_assert_cmpint (exception->minutes, ==, 40);
}

static void
test_edit_rule (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=6");
  g_autoptr (BrinePlanItem) wanted = make_wanted (item, "2026-11-25T09:00");
  g_autoptr (BrineEdit) weekly = NULL;
  g_autoptr (BrineEdit) once = NULL;
  g_autoptr (BrineEdit) quota = NULL;

  add_exception (item, "2026-11-26T08:00", NULL);
  replace_rule (wanted, "FREQ=WEEKLY;BYDAY=WE,TH;COUNT=4");
  weekly = edit_item (item, "2026-11-25T08:00", wanted, BRINE_SCOPE_THIS_AND_LATER);
  assert_item (weekly->changed, NULL, "11-23T08:00 11-24T08:00");
  assert_item (weekly->added, "FREQ=WEEKLY;BYDAY=WE,TH;COUNT=4",
               "11-25T09:00 12-02T09:00 12-03T09:00");

  replace_rule (wanted, NULL);
  once = edit_item (item, "2026-11-25T08:00", wanted, BRINE_SCOPE_ALL);
  assert_item (once->changed, NULL, "11-25T09:00");
  g_assert_false (brine_plan_item_is_recurring (once->changed));

  wanted->quota_per_week = 3;
  quota = edit_item (item, "2026-11-25T08:00", wanted, BRINE_SCOPE_THIS_AND_LATER);
  assert_item (quota->changed, NULL, "11-23T08:00 11-24T08:00");
  assert_item (quota->added, NULL, "");
  g_assert_cmpint (quota->added->quota_per_week, ==, 3);
}

static void
test_edit_quota (void)
{
  g_autoptr (BrinePlanItem) item = make_item (BRINE_PRACTICE_WALK, "2026-11-23T00:00", 20, NULL);
  g_autoptr (BrinePlanItem) wanted = NULL;
  g_autoptr (BrineEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  item->quota_per_week = 3;
  wanted = make_wanted (item, "2026-11-24T08:00");
  g_assert_null (
      brine_plan_item_move (item, item->start, wanted->start, -1, BRINE_SCOPE_ALL, NULL, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  wanted->quota_per_week = 0;
  replace_rule (wanted, "FREQ=WEEKLY;COUNT=2");
  edit = edit_item (item, "2026-11-26T00:00", wanted, BRINE_SCOPE_THIS);
  assert_item (edit->changed, "FREQ=WEEKLY;COUNT=2", "11-24T08:00 12-01T08:00");
}

/* A changed goal holds from today; the days before keep theirs, in both halves of a split. */
static void
test_edit_goal (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-01T08:00", 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) wanted = NULL;
  BrineGoalPeriod goal = { .valid_from = day ("2026-11-01") };

  g_assert_true (brine_goal_parse (">=20 min", &goal.goal, NULL));
  g_array_append_val (item->goals, goal);
  wanted = make_wanted (item, "2026-11-10T08:00");
  g_array_index (wanted->goals, BrineGoalPeriod, 0).goal.low = 30;
  for (BrineScope scope = BRINE_SCOPE_THIS_AND_LATER; scope <= BRINE_SCOPE_ALL; scope++)
    {
      g_autoptr (BrineEdit) edit = edit_item (item, "2026-11-10T08:00", wanted, scope);
      const BrinePlanItem *after = edit->added != NULL ? edit->added : edit->changed;

      g_assert_cmpfloat (brine_plan_item_get_goal (after, day ("2026-11-25")).low, ==, 20);
      g_assert_cmpfloat (brine_plan_item_get_goal (after, day ("2026-11-26")).low, ==, 30);
      g_assert_cmpfloat (brine_plan_item_get_goal (edit->changed, day ("2026-11-05")).low, ==, 20);
      g_assert_cmpuint (after->goals->len, ==, 2);
    }
}

static void
test_edit_invalid (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-11-01T08:00", 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) wanted = make_wanted (item, "2026-11-10T08:00");
  g_autoptr (GError) error = NULL;

  wanted->minutes = -5;
  g_assert_null (brine_plan_item_edit (item, local ("2026-11-10T08:00"), wanted, BRINE_SCOPE_ALL,
                                       day ("2026-11-10"), NULL, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

/* Cancelling ------------------------------------------------------------------------------- */

static const struct
{
  const char *rule;
  BrineScope scope;
  const char *original;
  const char *left; /* NULL: the item goes */
} cancels[] = {
  { "FREQ=DAILY;COUNT=3", BRINE_SCOPE_THIS, "2026-11-23T08:00", "11-24T08:00 11-25T08:00" },
  { "FREQ=DAILY;COUNT=3", BRINE_SCOPE_THIS, "2026-11-25T08:00", "11-23T08:00 11-24T08:00" },
  { "FREQ=DAILY;COUNT=3", BRINE_SCOPE_THIS_AND_LATER, "2026-11-24T08:00", "11-23T08:00" },
  { "FREQ=DAILY;COUNT=3", BRINE_SCOPE_THIS_AND_LATER, "2026-11-23T08:00", NULL },
  { "FREQ=DAILY;COUNT=3", BRINE_SCOPE_ALL, "2026-11-24T08:00", NULL },
  { NULL, BRINE_SCOPE_THIS, "2026-11-23T08:00", NULL },
};

static void
test_cancels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cancels); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, cancels[i].rule);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit = brine_plan_item_cancel (item, local (cancels[i].original),
                                                           cancels[i].scope, NULL, &error);

      g_assert_no_error (error);
      g_assert_null (edit->added);
      g_assert_true ((edit->changed == NULL) == (cancels[i].left == NULL));
      if (edit->changed != NULL)
        assert_item (edit->changed, NULL, cancels[i].left);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/resizes", test_resizes);
  g_test_add_func ("/edit/resize-limits", test_resize_limits);
  g_test_add_func ("/edit/moves", test_moves);
  g_test_add_func ("/edit/refused-moves", test_refused_moves);
  g_test_add_func ("/edit/exceptions-go-along", test_exceptions_go_along);
  g_test_add_func ("/edit/uneven-move", test_uneven_move);
  g_test_add_func ("/edit/split-at-rdate", test_split_at_rdate);
  g_test_add_func ("/edit/one", test_edit_one);
  g_test_add_func ("/edit/all-from-changed-occurrence", test_edit_all_from_changed_occurrence);
  g_test_add_func ("/edit/rule", test_edit_rule);
  g_test_add_func ("/edit/quota", test_edit_quota);
  g_test_add_func ("/edit/goal", test_edit_goal);
  g_test_add_func ("/edit/invalid", test_edit_invalid);
  g_test_add_func ("/edit/cancels", test_cancels);
  return g_test_run ();
}
