/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is logged stays as it was, however its series is edited, and what an edit would do is told
 * beforehand.
 */
#include "brine-edit-impact.h"
#include "plan-fixture.h"

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

/* "11-23T08:00 11-24T08:00" of 2026, or NULL for none. */
static GArray *
parse_logged (const char *text)
{
  GArray *logged = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autofree char *whole = g_strdup_printf ("2026-%s", words[i]);

      add_local (logged, whole);
    }
  return logged;
}

/* What an occurrence was or is, to be compared as text. */
static char *
describe_slot (const BrineSlot *slot)
{
  g_autofree char *start = brine_local_to_string (slot->start);
  const BrineException *own = slot->exception;

  return g_strdup_printf ("%s+%d %s %s", start, slot->minutes,
                          own != NULL && own->title != NULL ? own->title : slot->item->title,
                          brine_practice_to_nick (slot->item->practice));
}

static GArray *
expand (const BrinePlanItem *item)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  if (item != NULL)
    brine_plan_item_expand (item, day ("2025-06-01"), day ("2028-01-01"), 240, slots);
  return slots;
}

/* (nullable) */
static char *
describe_original (const BrinePlanItem *item, BrineLocal original)
{
  g_autoptr (GArray) slots = expand (item);

  for (guint i = 0; i < slots->len; i++)
    if (brine_local_equal (g_array_index (slots, BrineSlot, i).original, original))
      return describe_slot (&g_array_index (slots, BrineSlot, i));
  return NULL;
}

static char *
describe_item (const BrinePlanItem *item)
{
  g_autoptr (GArray) slots = expand (item);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < slots->len; i++)
    {
      g_autofree char *start = brine_local_to_string (g_array_index (slots, BrineSlot, i).start);

      g_string_append_printf (text, "%s%.11s", i > 0 ? " " : "", start + 5);
    }
  return g_string_free (text, FALSE);
}

/* Tables ----------------------------------------------------------------------------------- */

static const struct
{
  const char *rule;
  const char *logged;
  BrineScope scope;
  const char *original;
  const char *to;
  const char *changed;
  const char *added;
} moves[] = {
  { "FREQ=DAILY;COUNT=4", "11-23T08:00 11-25T08:00", BRINE_SCOPE_ALL, "2026-11-24T08:00",
    "2026-11-24T18:00", "11-23T08:00 11-24T18:00 11-25T08:00 11-26T18:00", "" },
  /* To another day: the name of a logged one goes along, its time does not. */
  { "FREQ=DAILY;COUNT=3", "11-23T08:00", BRINE_SCOPE_ALL, "2026-11-24T08:00", "2026-11-25T08:00",
    "11-23T08:00 11-25T08:00 11-26T08:00", "" },
  /* The one that was edited is logged itself. */
  { "FREQ=DAILY;COUNT=3", "11-23T08:00", BRINE_SCOPE_ALL, "2026-11-23T08:00", "2026-11-23T09:00",
    "11-23T08:00 11-24T09:00 11-25T09:00", "" },
  { "FREQ=DAILY;COUNT=3", "11-24T08:00", BRINE_SCOPE_THIS_AND_LATER, "2026-11-24T08:00",
    "2026-11-24T09:00", "11-23T08:00", "11-24T08:00 11-25T09:00" },
  /* Logged before its time. */
  { "FREQ=DAILY;COUNT=4", "11-26T08:00", BRINE_SCOPE_THIS_AND_LATER, "2026-11-24T08:00",
    "2026-11-24T09:00", "11-23T08:00", "11-24T09:00 11-25T09:00 11-26T08:00" },
  /* A single one may be corrected. */
  { "FREQ=DAILY;COUNT=2", "11-23T08:00", BRINE_SCOPE_THIS, "2026-11-23T08:00", "2026-11-23T09:00",
    "11-23T09:00 11-24T08:00", "" },
};

static void
test_moves (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, moves[i].rule);
      g_autoptr (GArray) logged = parse_logged (moves[i].logged);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit =
          brine_plan_item_move (item, local (moves[i].original), local (moves[i].to), -1,
                                moves[i].scope, logged, &error);
      g_autofree char *changed = NULL;
      g_autofree char *added = NULL;

      g_assert_no_error (error);
      changed = describe_item (edit->changed);
      added = describe_item (edit->added);
      g_assert_cmpstr (changed, ==, moves[i].changed);
      g_assert_cmpstr (added, ==, moves[i].added);
    }
}

static const struct
{
  BrineScope scope;
  const char *logged;
  const char *original;
  const char *changed; /* NULL: nothing is left */
} cancels[] = {
  { BRINE_SCOPE_ALL, NULL, "2026-11-24T08:00", NULL },
  { BRINE_SCOPE_ALL, "11-23T08:00 11-25T08:00", "2026-11-24T08:00", "11-23T08:00 11-25T08:00" },
  { BRINE_SCOPE_THIS_AND_LATER, "11-26T08:00", "2026-11-24T08:00", "11-23T08:00 11-26T08:00" },
  { BRINE_SCOPE_THIS_AND_LATER, "11-23T08:00", "2026-11-23T08:00", "11-23T08:00" },
};

static void
test_cancels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cancels); i++)
    for (int dates = 0; dates < 2; dates++)
      {
        g_autoptr (BrinePlanItem) item = make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20,
                                                    dates ? NULL : "FREQ=DAILY;COUNT=4");
        g_autoptr (GArray) logged = parse_logged (cancels[i].logged);
        g_autoptr (BrineEdit) edit = NULL;
        g_autofree char *changed = NULL;

        for (int n = 1; dates && n < 4; n++)
          {
            BrineLocal date = { item->start.day + n, item->start.second };

            g_array_append_val (item->rdates, date);
          }
        edit = brine_plan_item_cancel (item, local (cancels[i].original), cancels[i].scope, logged,
                                       NULL);
        changed = edit->changed != NULL ? describe_item (edit->changed) : NULL;
        g_assert_cmpstr (changed, ==, cancels[i].changed);
        g_assert_true (edit->changed == NULL || brine_plan_item_validate (edit->changed, NULL));
      }
}

/* Three hundred days of history are not kept one by one: the series goes on beside them. */
static void
test_long_history (void)
{
  g_autoptr (BrinePlanItem) item =
      make_item (BRINE_PRACTICE_WALK, "2026-01-01T08:00", 20, "FREQ=DAILY");
  g_autoptr (GArray) logged = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autoptr (BrineEdit) edit = NULL;
  BrineEditImpact impact;

  for (int i = 0; i < 300; i += 2)
    {
      BrineLocal start = { item->start.day + i, item->start.second };

      g_array_append_val (logged, start);
    }
  edit = brine_plan_item_move (item, local ("2026-11-24T08:00"), local ("2026-11-24T18:00"), -1,
                               BRINE_SCOPE_ALL, logged, NULL);
  g_assert_cmpuint (edit->changed->exceptions->len, ==, 0);
  g_assert_cmpuint (edit->added->exceptions->len, ==, 0);
  g_assert_cmpint (edit->added->start.day, ==, item->start.day + 299);
  brine_edit_measure (edit, item, local ("2026-11-24T08:00"), BRINE_SCOPE_ALL, logged, &impact);
  g_assert_true (impact.endless);
  g_assert_cmpint (impact.n_logged, ==, 150);
  g_assert_cmpint (impact.n_before, ==, 299);
  g_assert_cmpint (impact.from, ==, item->start.day + 299);
}

/* A walk that becomes another practice, or a quota, was a walk as long as it was logged. */
static void
test_change_of_kind (void)
{
  for (int quota = 0; quota < 2; quota++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=4");
      g_autoptr (BrinePlanItem) wanted = brine_plan_item_copy (item);
      g_autoptr (GArray) logged = parse_logged ("11-23T08:00 11-25T08:00");
      g_autoptr (BrineEdit) edit = NULL;
      g_autofree char *changed = NULL;
      g_autofree char *added = NULL;

      wanted->practice = BRINE_PRACTICE_MEDITATION;
      if (quota)
        {
          g_clear_pointer (&wanted->rule, brine_rule_unref);
          wanted->quota_per_week = 3;
        }
      edit = brine_plan_item_edit (item, item->start, wanted, BRINE_SCOPE_ALL, day ("2026-11-26"),
                                   logged, NULL);
      changed = describe_item (edit->changed);
      added = describe_item (edit->added);
      g_assert_cmpint (edit->changed->practice, ==, BRINE_PRACTICE_WALK);
      g_assert_cmpint (edit->added->practice, ==, BRINE_PRACTICE_MEDITATION);
      g_assert_cmpint (edit->added->quota_per_week, ==, quota ? 3 : 0);
      g_assert_cmpstr (changed, ==, "11-23T08:00 11-24T08:00 11-25T08:00");
      g_assert_cmpstr (added, ==, quota ? "" : "11-26T08:00");
    }
}

/* What an edit would do ----------------------------------------------------------------------- */

typedef enum
{
  MOVE,
  CANCEL,
  REPEAT, /* on Mondays instead */
} Act;

static const struct
{
  const char *rule;
  Act act;
  BrineScope scope;
  const char *original;
  const char *logged;
  const char *put; /* one that was moved by itself */
  const char *put_to;
  gboolean endless;
  gboolean changes_this;
  int n_total;
  int n_changed;
  int n_later;
  int n_logged;
  int n_put;
  int n_lost;
} impacts[] = {
  { "FREQ=DAILY;COUNT=10", MOVE, BRINE_SCOPE_THIS, "2026-11-25T08:00", "11-23T08:00", NULL, NULL,
    FALSE, TRUE, 10, 1, 0, 0, 0, 0 },
  { "FREQ=DAILY;COUNT=10", MOVE, BRINE_SCOPE_THIS_AND_LATER, "2026-11-25T08:00", "11-23T08:00",
    NULL, NULL, FALSE, TRUE, 10, 8, 7, 0, 0, 0 },
  { "FREQ=DAILY;COUNT=10", MOVE, BRINE_SCOPE_ALL, "2026-11-25T08:00", "11-23T08:00 11-24T08:00",
    NULL, NULL, FALSE, TRUE, 10, 8, 7, 2, 0, 0 },
  /* It is logged itself. */
  { "FREQ=DAILY;COUNT=10", MOVE, BRINE_SCOPE_THIS_AND_LATER, "2026-11-25T08:00", "11-25T08:00",
    NULL, NULL, FALSE, FALSE, 10, 7, 7, 1, 0, 0 },
  { "FREQ=DAILY", MOVE, BRINE_SCOPE_THIS_AND_LATER, "2026-11-25T08:00", "11-23T08:00 11-27T08:00",
    NULL, NULL, TRUE, TRUE, 0, 0, 0, 1, 0, 0 },
  { "FREQ=DAILY;UNTIL=20261126", MOVE, BRINE_SCOPE_ALL, "2026-11-25T08:00", NULL, NULL, NULL, FALSE,
    TRUE, 4, 4, 1, 0, 0, 0 },
  /* Somewhere else already: stays there, unless it is the one that is moved. */
  { "FREQ=DAILY;COUNT=5", MOVE, BRINE_SCOPE_ALL, "2026-11-25T08:00", NULL, "2026-11-26T08:00",
    "2026-11-26T12:00", FALSE, TRUE, 5, 4, 1, 0, 1, 0 },
  { "FREQ=DAILY;COUNT=5", MOVE, BRINE_SCOPE_ALL, "2026-11-26T08:00", NULL, "2026-11-26T08:00",
    "2026-11-26T12:00", FALSE, TRUE, 5, 5, 1, 0, 0, 0 },
  { "FREQ=DAILY;COUNT=5", REPEAT, BRINE_SCOPE_ALL, "2026-11-23T08:00", NULL, "2026-11-26T08:00",
    "2026-11-26T12:00", FALSE, TRUE, 5, 5, 4, 0, 0, 1 },
  { "FREQ=DAILY;COUNT=5", CANCEL, BRINE_SCOPE_THIS, "2026-11-25T08:00", NULL, NULL, NULL, FALSE,
    TRUE, 5, 1, 0, 0, 0, 0 },
  { "FREQ=DAILY;COUNT=5", CANCEL, BRINE_SCOPE_THIS_AND_LATER, "2026-11-25T08:00", "11-26T08:00",
    "2026-11-27T08:00", "2026-11-27T12:00", FALSE, TRUE, 5, 2, 1, 1, 0, 0 },
  { "FREQ=DAILY;COUNT=5", CANCEL, BRINE_SCOPE_ALL, "2026-11-25T08:00", "11-23T08:00 11-24T08:00",
    NULL, NULL, FALSE, TRUE, 5, 3, 2, 2, 0, 0 },
};

static BrineEdit *
make_edit (const BrinePlanItem *item, guint row, const GArray *logged)
{
  BrineLocal original = local (impacts[row].original);
  g_autoptr (BrinePlanItem) wanted = NULL;

  if (impacts[row].act == CANCEL)
    return brine_plan_item_cancel (item, original, impacts[row].scope, logged, NULL);
  if (impacts[row].act == MOVE)
    return brine_plan_item_move (item, original, brine_local_add_seconds (original, 36000), -1,
                                 impacts[row].scope, logged, NULL);
  wanted = brine_plan_item_copy (item);
  brine_rule_unref (wanted->rule);
  wanted->rule = brine_rule_parse ("FREQ=WEEKLY;BYDAY=MO", NULL);
  return brine_plan_item_edit (item, original, wanted, impacts[row].scope, original.day, logged,
                               NULL);
}

static void
test_impacts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (impacts); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, impacts[i].rule);
      g_autoptr (GArray) logged = parse_logged (impacts[i].logged);
      g_autoptr (BrineEdit) edit = NULL;
      BrineEditImpact impact;

      if (impacts[i].put != NULL)
        add_exception (item, impacts[i].put, impacts[i].put_to);
      edit = make_edit (item, i, logged);
      g_assert_nonnull (edit);
      brine_edit_measure (edit, item, local (impacts[i].original), impacts[i].scope, logged,
                          &impact);
      g_test_message ("row %u", i);
      g_assert_cmpint (impact.endless, ==, impacts[i].endless);
      g_assert_cmpint (impact.changes_this, ==, impacts[i].changes_this);
      g_assert_cmpint (impact.n_total, ==, impacts[i].n_total);
      g_assert_cmpint (impact.n_changed, ==, impacts[i].n_changed);
      g_assert_cmpint (impact.n_later, ==, impacts[i].n_later);
      g_assert_cmpint (impact.n_logged, ==, impacts[i].n_logged);
      g_assert_cmpint (impact.n_put, ==, impacts[i].n_put);
      g_assert_cmpint (impact.n_lost, ==, impacts[i].n_lost);
      if (impact.n_lost > 0)
        g_assert_true (brine_local_equal (impact.lost[0], local (impacts[i].put_to)));
    }
}

/* Whatever is done ---------------------------------------------------------------------------- */

static const char *const rules[] = {
  "FREQ=DAILY",
  "FREQ=DAILY;COUNT=40",
  "FREQ=WEEKLY;BYDAY=MO,WE,FR",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;UNTIL=20260801",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYMONTHDAY=28",
  "FREQ=DAILY;UNTIL=20260601T120000",
};

static BrineRule *
pick_rule (GRand *rand)
{
  return brine_rule_parse (rules[g_rand_int_range (rand, 0, G_N_ELEMENTS (rules))], NULL);
}

static BrinePlanItem *
make_random_item (GRand *rand, GArray *out_logged)
{
  BrinePlanItem *item = make_item (BRINE_PRACTICE_WALK, "2026-02-24T08:00", 20, NULL);
  g_autoptr (BrineRecurrence) recurrence = NULL;
  g_autoptr (GArray) slots = NULL;
  int log_one_in = g_rand_int_range (rand, 1, 8);

  item->rule = pick_rule (rand);
  recurrence = brine_plan_item_get_recurrence (item);
  slots = expand (item);
  for (guint i = 0; i < slots->len; i++)
    {
      BrineLocal at = g_array_index (slots, BrineSlot, i).original;

      if (g_rand_int_range (rand, 0, 8) == 0)
        {
          BrineException *exception = brine_exception_new (at);

          exception->cancelled = g_rand_int_range (rand, 0, 3) == 0;
          exception->minutes = g_rand_int_range (rand, 5, 90);
          if (g_rand_boolean (rand))
            exception->start =
                brine_local_add_seconds (at, g_rand_int_range (rand, -200, 200) * 3600);
          if (g_rand_boolean (rand))
            exception->title = g_strdup ("Hike");
          g_ptr_array_add (item->exceptions, exception);
          if (exception->cancelled)
            continue;
        }
      if (at.day < day ("2026-09-01") && g_rand_int_range (rand, 0, log_one_in) == 0)
        g_array_append_val (out_logged, at);
    }
  g_array_sort (out_logged, compare_locals);
  return item;
}

static BrineEdit *
edit_randomly (GRand *rand, const BrinePlanItem *item, const BrineSlot *slot, BrineScope scope,
               const GArray *logged, GError **error)
{
  g_autoptr (BrinePlanItem) wanted = brine_plan_item_copy (item);

  if (g_rand_int_range (rand, 0, 6) == 0)
    return brine_plan_item_cancel (item, slot->original, scope, logged, error);
  wanted->start = slot->start;
  wanted->minutes = slot->minutes;
  if (g_rand_boolean (rand))
    wanted->start =
        brine_local_add_seconds (slot->start, g_rand_int_range (rand, -150, 150) * 1800);
  if (g_rand_boolean (rand))
    wanted->minutes = g_rand_int_range (rand, 1, 200);
  if (g_rand_boolean (rand))
    {
      g_free (wanted->title);
      wanted->title = g_strdup ("Stroll");
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      brine_rule_unref (wanted->rule);
      wanted->rule = g_rand_int_range (rand, 0, 6) > 0 ? pick_rule (rand) : NULL;
    }
  if (g_rand_int_range (rand, 0, 10) == 0)
    wanted->practice = BRINE_PRACTICE_OWN;
  if (g_rand_int_range (rand, 0, 12) == 0)
    {
      g_clear_pointer (&wanted->rule, brine_rule_unref);
      wanted->quota_per_week = 3;
    }
  return brine_plan_item_edit (item, slot->original, wanted, scope, slot->start.day, logged, error);
}

static void
test_random (void)
{
  const guint32 seed = 20261123;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_checked = 0;

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GArray) logged = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
      g_autoptr (BrinePlanItem) item = make_random_item (rand, logged);
      g_autoptr (GArray) slots = expand (item);
      const BrineSlot *slot =
          &g_array_index (slots, BrineSlot, g_rand_int_range (rand, 0, MIN (slots->len, 60)));
      BrineScope scope = (BrineScope)g_rand_int_range (rand, 0, 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineEdit) edit = edit_randomly (rand, item, slot, scope, logged, &error);

      if (edit == NULL)
        continue; /* a rule that cannot follow: nothing is changed */
      if (edit->changed != NULL)
        brine_plan_item_validate (edit->changed, &error);
      if (edit->added != NULL && error == NULL)
        brine_plan_item_validate (edit->added, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < logged->len; i++)
        {
          BrineLocal original = g_array_index (logged, BrineLocal, i);
          g_autofree char *was = describe_original (item, original);
          const BrinePlanItem *where;
          g_autofree char *is = NULL;
          BrineLocal found;

          if (scope == BRINE_SCOPE_THIS && brine_local_equal (original, slot->original))
            continue;
          where = brine_edit_find (edit, original, &found);
          g_assert_nonnull (where);
          is = describe_original (where, found);
          g_assert_cmpstr (is, ==, was);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 5000);
}

/* Other dates of a series that is logged: by its rule, by an extra date, and not at all. */
static const struct
{
  const char *logged;
  const char *rdates;
  const char *exdates;
  const char *result;
} dates[] = {
  { "", "", "11-24T08:00", "11-23T08:00 11-25T08:00" },
  { "11-24T08:00", "", "11-24T08:00", "11-23T08:00 11-24T08:00 11-25T08:00" },
  { "11-24T18:00", "", "", "11-23T08:00 11-24T08:00 11-24T18:00 11-25T08:00" },
  { "11-24T18:00", "11-26T18:00", "11-25T08:00",
    "11-23T08:00 11-24T08:00 11-24T18:00 11-26T18:00" },
  /* What it never had is not made up. */
  { "11-22T08:00", "", "", "11-23T08:00 11-24T08:00 11-25T08:00" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (BrinePlanItem) item =
          make_item (BRINE_PRACTICE_WALK, "2026-11-23T08:00", 20, "FREQ=DAILY;COUNT=3");
      g_autoptr (GArray) logged = parse_logged (dates[i].logged);
      g_autoptr (GArray) rdates = parse_logged (dates[i].rdates);
      g_autoptr (GArray) exdates = parse_logged (dates[i].exdates);
      g_autoptr (GString) text = g_string_new (NULL);

      add_local (item->rdates, "2026-11-24T18:00");
      g_autoptr (BrineEdit) edit = brine_plan_item_edit_dates (item, rdates, exdates, logged, NULL);
      g_autoptr (GArray) slots = expand (edit->changed);
      for (guint j = 0; j < slots->len; j++)
        {
          g_autofree char *start =
              brine_local_to_string (g_array_index (slots, BrineSlot, j).start);
          g_string_append_printf (text, "%s%.11s", j > 0 ? " " : "", start + 5);
        }
      g_assert_cmpstr (text->str, ==, dates[i].result);
      g_assert_true (brine_plan_item_validate (edit->changed, NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit-logged/moves", test_moves);
  g_test_add_func ("/edit-logged/cancels", test_cancels);
  g_test_add_func ("/edit-logged/long-history", test_long_history);
  g_test_add_func ("/edit-logged/change-of-kind", test_change_of_kind);
  g_test_add_func ("/edit-logged/impacts", test_impacts);
  g_test_add_func ("/edit-logged/dates", test_dates);
  g_test_add_func ("/edit-logged/random", test_random);
  return g_test_run ();
}
