/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-helplines.h"

static BrineHelplines *
read_shipped (void)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "data", "support", "helplines.tsv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return brine_helplines_parse (text);
}

/* Rows that say nothing of use are left out, and the others are kept. */
static void
test_malformed (void)
{
  static const char *const rows[] = {
    "",
    "#",
    "DE",
    "DE\tcall",
    "DE\tcall\tName\t123\tdetail",                  /* a field too few */
    "DE\tcall\tName\t123\tdetail\tconfirmed\tmore", /* a field too many */
    "DE\tshout\tName\t123\tdetail\tconfirmed",      /* no such kind */
    "DE\tCALL\tName\t123\tdetail\tconfirmed",       /* */
    "\tcall\tName\t123\tdetail\tconfirmed",         /* of no country */
    "DE\tcall\t\t123\tdetail\tconfirmed",           /* of nobody */
    "DE\tcall\tName\t\tdetail\tconfirmed",          /* no number */
    "DE  call  Name  123  detail  confirmed",       /* no tabs */
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (BrineHelplines) lines = NULL;
  const BrineHelpline *line;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_string_append_printf (text, "%s\n", rows[i]);
  g_string_append (text, "DE\ttext\tName\t12 3\t\t\nDE\tcall\tLast\t9\td\tconfirmed");
  lines = brine_helplines_parse (text->str);

  g_assert_cmpuint (lines->lines->len, ==, 2);
  line = g_ptr_array_index (lines->lines, 0);
  g_assert_cmpstr (line->country, ==, "DE");
  g_assert_cmpint (line->kind, ==, BRINE_HELPLINE_TEXT);
  g_assert_cmpstr (line->number, ==, "12 3");
  g_assert_false (line->confirmed);
  line = g_ptr_array_index (lines->lines, 1);
  g_assert_cmpstr (line->service, ==, "Last");
  g_assert_true (line->confirmed);
}

static void
test_marks (void)
{
  static const struct
  {
    const char *made, *status, *today;
    gboolean marked;
  } rows[] = {
    { "2026-11", "confirmed", "2026-11-23", FALSE },
    { "2026-11", "", "2026-11-23", TRUE },
    { "2026-11", "confirmed", "2027-10-31", FALSE },
    { "2026-11", "confirmed", "2027-11-01", FALSE },
    { "2026-11", "confirmed", "2027-11-02", TRUE },
    { "2028-02", "confirmed", "2029-02-01", FALSE },
    { "2028-02", "confirmed", "2029-02-02", TRUE },
    { "nonsense", "confirmed", "2026-11-23", TRUE },
    { "", "confirmed", "2026-11-23", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("# made\t%s\nDE\tcall\tName\t1\t\t%s\n", rows[i].made, rows[i].status);
      g_autoptr (BrineHelplines) lines = brine_helplines_parse (text);
      BrineDay today;

      g_assert_true (brine_day_parse (rows[i].today, &today));
      g_assert_cmpuint (lines->lines->len, ==, 1);
      g_assert_cmpint (brine_helpline_needs_mark (lines, g_ptr_array_index (lines->lines, 0),
                                                  today),
                       ==, rows[i].marked);
    }
}

static void
test_country_of_locale (void)
{
  static const struct
  {
    const char *locale, *country;
  } rows[] = {
    { "de_DE.UTF-8", "DE" }, { "de_AT", "AT" },
    { "en_GB.UTF-8", "GB" }, { "ca_ES@valencia", "ES" },
    { "zh_Hant_TW", NULL },  { "es_419", NULL },
    { "C", NULL },           { "C.UTF-8", NULL },
    { "POSIX", NULL },       { "de", NULL },
    { "de_", NULL },         { "de_D", NULL },
    { "de_de", NULL },       { "", NULL },
    { NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *country = brine_helplines_country_of_locale (rows[i].locale);

      g_assert_cmpstr (country, ==, rows[i].country);
    }
}

/* The shipped list: every country has a name and one emergency number, and nearly every one a line
 * that one can call. */
static void
test_shipped (void)
{
  g_autoptr (BrineHelplines) lines = read_shipped ();
  g_autoptr (GPtrArray) countries = brine_helplines_get_countries (lines);
  guint without_line = 0;

  g_assert_cmpuint (countries->len, >=, 26);
  g_assert_cmpint (lines->made, >, brine_day_from_ymd (2026, 1, 1));
  for (guint i = 0; i < countries->len; i++)
    {
      const char *country = g_ptr_array_index (countries, i);
      guint emergency = 0, others = 0;

      g_assert_cmpstr (brine_helplines_get_country_name (country), !=, country);
      for (guint j = 0; j < lines->lines->len; j++)
        {
          const BrineHelpline *line = g_ptr_array_index (lines->lines, j);

          if (!g_str_equal (line->country, country))
            continue;
          if (line->kind == BRINE_HELPLINE_EMERGENCY)
            emergency++;
          else
            others++;
        }
      g_test_message ("%s: %u, %u", country, emergency, others);
      g_assert_cmpuint (emergency, ==, 1);
      without_line += others == 0;
    }
  /* Japan: no number that could be confirmed. */
  g_assert_cmpuint (without_line, <=, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/helplines/malformed", test_malformed);
  g_test_add_func ("/helplines/marks", test_marks);
  g_test_add_func ("/helplines/country-of-locale", test_country_of_locale);
  g_test_add_func ("/helplines/shipped", test_shipped);

  return g_test_run ();
}
