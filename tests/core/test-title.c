/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-title.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *title;
  } rows[] = {
    { "Walk", "Walk" },
    { "", "" },
    { " \t\r\n ", "" },
    { "  Walk\tslowly\r\nhome ", "Walk slowly  home" },
    { "\033[31mred\a\177\302\205", "[31mred" },
    { "\342\200\256evil\342\200\254", "evil" }, /* an override and its end */
    { "\342\201\246a\342\201\251 b", "a b" },   /* an isolate */
    { "\342\200\217\327\251\342\200\216 x", "\342\200\217\327\251\342\200\216 x" }, /* marks stay */
    { "<b>Walk</b> &amp;", "<b>Walk</b> &amp;" },
    { "Gr\303\274n \360\237\245\227", "Gr\303\274n \360\237\245\227" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = brine_title_clean (rows[i].text);
      g_autofree char *again = brine_title_clean (title);

      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (again, ==, title);
    }
}

static void
test_length (void)
{
  g_autoptr (GString) text = g_string_new ("  ");
  g_autofree char *title = NULL;
  g_autofree char *again = NULL;

  for (int i = 0; i < BRINE_TITLE_MAX - 1; i++)
    g_string_append (text, "\303\244");
  g_assert_true (brine_title_fits (text->str + 2));
  g_string_append (text, " b c");
  g_assert_false (brine_title_fits (text->str));
  title = brine_title_clean (text->str);
  again = brine_title_clean (title);
  /* The space where it was cut goes as well. */
  g_assert_cmpint (g_utf8_strlen (title, -1), ==, BRINE_TITLE_MAX - 1);
  g_assert_true (brine_title_fits (title));
  g_assert_cmpstr (again, ==, title);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/clean", test_clean);
  g_test_add_func ("/title/length", test_length);
  return g_test_run ();
}
