/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-pause-join.h"

static BrinePause *
make (BrineDay from, BrineDay to, BrinePauseReason reason, const char *note)
{
  BrinePause *pause = brine_pause_new ();

  pause->from = from;
  pause->to = to;
  pause->reason = reason;
  pause->note = g_strdup (note);
  return pause;
}

static void
test_absorb (void)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);
  g_autoptr (BrinePause) pause = make (10, 12, BRINE_PAUSE_ILL, "flu");

  g_ptr_array_add (others, make (20, 21, BRINE_PAUSE_ILL, NULL));        /* too far … */
  g_ptr_array_add (others, make (13, 19, BRINE_PAUSE_ILL, "and cough")); /* … but for this one */
  g_ptr_array_add (others, make (5, 8, BRINE_PAUSE_ILL, NULL));          /* a day between */
  g_ptr_array_add (others, make (9, 9, BRINE_PAUSE_TRAVEL, NULL));
  g_ptr_array_add (others, brine_pause_copy (pause)); /* itself, as it was */
  g_autoptr (GPtrArray) absorbed = brine_pause_absorb (pause, others);

  g_assert_cmpint (pause->from, ==, 10);
  g_assert_cmpint (pause->to, ==, 21);
  g_assert_cmpstr (pause->note, ==, "flu\nand cough");
  g_assert_cmpuint (absorbed->len, ==, 2);
}

static void
test_conflict (void)
{
  static const struct
  {
    BrineDay from;
    BrineDay to;
    BrinePauseReason reason;
    gboolean conflict;
  } rows[] = {
    { 1, 9, BRINE_PAUSE_ILL, FALSE },     { 1, 10, BRINE_PAUSE_ILL, TRUE },
    { 12, 30, BRINE_PAUSE_ILL, TRUE },    { 13, 30, BRINE_PAUSE_ILL, FALSE },
    { 11, 11, BRINE_PAUSE_ILL, TRUE },    { 1, 30, BRINE_PAUSE_OTHER, TRUE },
    { 1, 30, BRINE_PAUSE_TRAVEL, FALSE }, /* that one is joined */
  };
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_pause_free);

  g_ptr_array_add (others, make (10, 12, BRINE_PAUSE_TRAVEL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrinePause) pause = make (rows[i].from, rows[i].to, rows[i].reason, NULL);
      g_assert_true ((brine_pause_find_conflict (pause, others) != NULL) == rows[i].conflict);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pause-join/absorb", test_absorb);
  g_test_add_func ("/pause-join/conflict", test_conflict);
  return g_test_run ();
}
