/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers questions about rules for check-rules.py. Each line of standard input holds, between
 * tabs: "expand" or "next", DTSTART, RRULE, from, to (or the time after which the next is sought).
 * Each answer is one line: the canonical rule, "complete" or "too-complex", and the starts, all
 * between tabs; or "error" and the sentence.
 */
#include <stdio.h>

#include "brine-recurrence.h"

static void
print_answer (BrineRule *rule, BrineExpansion expansion, const GArray *starts)
{
  g_autofree char *text = brine_rule_to_string (rule);

  printf ("%s\t%s", text, expansion == BRINE_EXPANSION_COMPLETE ? "complete" : "too-complex");
  for (guint i = 0; i < starts->len; i++)
    {
      g_autofree char *start = brine_local_to_string (g_array_index (starts, BrineLocal, i));

      printf ("\t%s", start);
    }
  printf ("\n");
}

static void
answer (char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineRule) rule = brine_rule_parse (words[2], &error);
  g_autoptr (BrineRecurrence) recurrence = NULL;
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  BrineLocal dtstart;
  BrineLocal from;
  BrineLocal to;
  BrineExpansion expansion;
  gboolean found = FALSE;

  if (rule == NULL)
    {
      printf ("error\t%s\n", error->message);
      return;
    }
  if (!brine_local_parse (words[1], &dtstart) || !brine_local_parse (words[3], &from)
      || !brine_local_parse (words[4], &to))
    g_error ("the question is malformed");
  recurrence = brine_recurrence_new (dtstart, rule, NULL, NULL);
  if (g_str_equal (words[0], "expand"))
    {
      expansion = brine_recurrence_expand (recurrence, from, to, starts);
    }
  else
    {
      expansion = brine_recurrence_next (recurrence, to, &from, &found);
      if (found)
        g_array_append_val (starts, from);
    }
  print_answer (rule, expansion, starts);
}

int
main (void)
{
  char *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) words = g_strsplit (g_strchomp (line), "\t", -1);

      if (g_strv_length (words) != 5)
        g_error ("a question has five words");
      answer (words);
    }
  free (line);
  return 0;
}
