/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-scope-words.h"

#include <locale.h>

#define DAY ((BrineDay)20776) /* Thursday 19 November 2026 */

static const struct
{
  BrineScopeVerb verb;
  BrineScope scope;
  BrinePractice practice;
  int days_later;
  BrineEditImpact impact;
  const char *sentence;
  const char *detail;
} rows[] = {
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS,
    BRINE_PRACTICE_WALK,
    0,
    { .changes_this = TRUE, .n_total = 10, .n_changed = 1 },
    "Moves this walk only",
    NULL },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_WALK,
    0,
    { .changes_this = TRUE, .n_total = 13, .n_changed = 13, .n_later = 12 },
    "Moves this and 12 later walks to 18:00",
    NULL },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_WALK,
    0,
    { .n_total = 13, .n_changed = 12, .n_later = 12, .n_logged = 1 },
    "Moves 12 later walks to 18:00",
    "This one is logged and stays as it was." },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_MEAL,
    0,
    { .changes_this = TRUE, .n_total = 3, .n_changed = 2, .n_later = 1 },
    "Moves this and 1 later meal to 18:00",
    NULL },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_WALK,
    0,
    { .endless = TRUE, .changes_this = TRUE },
    "Moves this and every later walk to 18:00",
    NULL },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_WALK,
    0,
    { .endless = TRUE, .n_logged = 1 },
    "Moves every later walk to 18:00",
    "This one is logged and stays as it was." },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_SLEEP,
    1,
    { .endless = TRUE, .changes_this = TRUE, .n_before = 330, .n_logged = 300, .from = DAY + 4 },
    "Moves every night to 18:00, 1 day later",
    "330 before Mon 23 November stay as they were." },
  { BRINE_SCOPE_VERB_MOVE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_OWN,
    -2,
    { .changes_this = TRUE, .n_total = 9, .n_changed = 9 },
    "Moves all 9 entries to 18:00, 2 days earlier",
    NULL },
  { BRINE_SCOPE_VERB_CHANGE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_WALK,
    0,
    { .changes_this = TRUE, .n_total = 84, .n_changed = 54, .n_logged = 30 },
    "Changes all 84 walks",
    "30 that are logged stay as they were." },
  { BRINE_SCOPE_VERB_CHANGE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_WALK,
    0,
    { .n_total = 2, .n_logged = 2 },
    "Changes nothing",
    "2 that are logged stay as they were." },
  { BRINE_SCOPE_VERB_CHANGE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_MEDITATION,
    0,
    { .changes_this = TRUE,
      .n_total = 9,
      .n_changed = 9,
      .n_put = 1,
      .n_lost = 2,
      .lost = { { DAY, 0 }, { DAY + 1, 0 } } },
    "Changes all 9 meditations",
    "1 that was moved by itself stays where it is.\n"
    "2 changed days cannot be kept: Thu 19 November, Fri 20 November" },
  { BRINE_SCOPE_VERB_RESIZE,
    BRINE_SCOPE_ALL,
    BRINE_PRACTICE_BREATHWORK,
    0,
    { .changes_this = TRUE, .n_total = 2, .n_changed = 2 },
    "Changes all 2 breathing exercises to 18:00 – 18:45",
    NULL },
  { BRINE_SCOPE_VERB_REMOVE,
    BRINE_SCOPE_THIS_AND_LATER,
    BRINE_PRACTICE_WALK,
    0,
    { .changes_this = TRUE, .n_total = 5, .n_changed = 1 },
    "Removes this walk",
    NULL },
};

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineScopeDeed deed = { rows[i].verb,
                              rows[i].practice,
                              brine_local (DAY, 17, 0),
                              brine_local (DAY + rows[i].days_later, 18, 0),
                              45,
                              DAY };
      g_autofree char *sentence = brine_scope_dup_sentence (&deed, &rows[i].impact, rows[i].scope);
      g_autofree char *detail = brine_scope_dup_detail (&deed, &rows[i].impact);

      g_assert_cmpstr (sentence, ==, rows[i].sentence);
      g_assert_cmpstr (detail, ==, rows[i].detail);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope-words/sentences", test_sentences);
  return g_test_run ();
}
