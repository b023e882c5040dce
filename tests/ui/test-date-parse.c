/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-date-parse.h"
#include "brine-error.h"

#include <string.h>

/* Thursday */
#define TODAY "2026-11-19"

static const BrineDateWords german = {
  .order = BRINE_DATE_ORDER_DMY,
  .words = {
    [BRINE_DATE_WORD_TODAY] = "heute|jetzt",
    [BRINE_DATE_WORD_TOMORROW] = "morgen",
    [BRINE_DATE_WORD_YESTERDAY] = "gestern",
    [BRINE_DATE_WORD_OVERMORROW] = "übermorgen|uebermorgen",
    [BRINE_DATE_WORD_EREYESTERDAY] = "vorgestern",
    [BRINE_DATE_WORD_NEXT] = "nächster|nächsten|nächste|nächstes|kommenden",
    [BRINE_DATE_WORD_LAST] = "letzter|letzten|letzte|letztes",
    [BRINE_DATE_WORD_IN] = "in",
    [BRINE_DATE_WORD_AGO] = "vor",
    [BRINE_DATE_WORD_ONE] = "ein|eine|einer|einem",
    [BRINE_DATE_WORD_DAYS] = "tag|tage|tagen",
    [BRINE_DATE_WORD_WEEKS] = "woche|wochen",
    [BRINE_DATE_WORD_MONTHS] = "monat|monate|monaten",
    [BRINE_DATE_WORD_YEARS] = "jahr|jahre|jahren",
    [BRINE_DATE_WORD_WEEK_NUMBER] = "kw|kalenderwoche",
    [BRINE_DATE_WORD_FILLER] = "am|den|der|diesen",
  },
  .months = { "Januar|Jan", "Februar|Feb", "März|Mär", "April|Apr", "Mai", "Juni|Jun", "Juli|Jul",
              "August|Aug", "September|Sep", "Oktober|Okt", "November|Nov", "Dezember|Dez" },
  .weekdays = { "Montag|Mo", "Dienstag|Di", "Mittwoch|Mi", "Donnerstag|Do", "Freitag|Fr",
                "Samstag|Sa", "Sonntag|So" },
};

/* A form of several words, a short name with a full stop, and the year first. */
static const BrineDateWords french = {
  .order = BRINE_DATE_ORDER_YMD,
  .words = { [BRINE_DATE_WORD_AGO] = "il y a",
             [BRINE_DATE_WORD_DAYS] = "jour|jours",
             [BRINE_DATE_WORD_NEXT] = "prochain|prochaine",
             [BRINE_DATE_WORD_FILLER] = "le|er" },
  .months = { "janvier|janv.", "février|févr.", "mars", "avril|avr.", "mai", "juin",
              "juillet|juil.", "août", "septembre|sept.", "octobre|oct.", "novembre|nov.",
              "décembre|déc." },
  .weekdays = { "lundi|lun.", "mardi|mar.", "mercredi|mer.", "jeudi|jeu.", "vendredi|ven.",
                "samedi|sam.", "dimanche|dim." },
};

typedef struct
{
  const char *text;
  const char *day; /* NULL: none */
} Row;

static BrineDay
day (const char *text)
{
  BrineDay parsed = BRINE_DAY_INVALID;

  g_assert_true (brine_day_parse (text, &parsed));
  return parsed;
}

static void
check (const Row *rows, guint n, const BrineDateWords *words)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      BrineDay found = BRINE_DAY_INVALID;
      gboolean known = brine_date_parse (rows[i].text, day (TODAY), words, &found, &error);
      g_autofree char *said = known ? brine_day_to_string (found) : NULL;

      g_autofree char *shown = brine_error_shorten (rows[i].text);
      g_test_message ("%s: %s", shown, known ? said : error->message);
      g_assert_cmpstr (said, ==, rows[i].day);
      g_assert_true (known != (error != NULL));
      if (known)
        continue;
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_cmpint (found, ==, BRINE_DAY_INVALID);
    }
}

static const Row english_rows[] = {
  { "2026-11-23", "2026-11-23" },
  { "20261123", "2026-11-23" },
  { "2026-W48", "2026-11-23" },
  { "2026-W48-3", "2026-11-25" },
  { "2020w53", "2020-12-28" },
  { "2026-w54", NULL },
  { "2027-02", "2027-02-01" },
  { "2/2027", "2027-02-01" },
  { "today", "2026-11-19" },
  { " Tomorrow ", "2026-11-20" },
  { "yesterday", "2026-11-18" },
  { "the day after tomorrow", "2026-11-21" },
  { "day before yesterday", "2026-11-17" },
  { "Thursday", "2026-11-19" },
  { "monday", "2026-11-23" },
  { "next Monday", "2026-11-23" },
  { "next thursday", "2026-11-26" },
  { "last Thursday", "2026-11-12" },
  { "last wed", "2026-11-18" },
  { "this friday", "2026-11-20" },
  { "monday next week", "2026-11-23" },
  { "friday next week", "2026-11-27" },
  { "friday last week", "2026-11-13" },
  { "in 3 weeks", "2026-12-10" },
  { "3 weeks", "2026-12-10" },
  { "3 weeks ago", "2026-10-29" },
  { "in a month", "2026-12-19" },
  { "a year ago", "2025-11-19" },
  { "next week", "2026-11-26" },
  { "last month", "2026-10-19" },
  { "next year", "2027-11-19" },
  { "this week", "2026-11-19" },
  { "week 12", "2026-03-16" },
  { "week 1 2027", "2027-01-04" },
  { "week 53", "2026-12-28" },
  { "week 54", NULL },
  { "+3", "2026-11-22" },
  { "-3", "2026-11-16" },
  { "−3", "2026-11-16" },
  { "+2 weeks", "2026-12-03" },
  { "- 1 month", "2026-10-19" },
  { "15 march", "2027-03-15" },
  { "March 15", "2027-03-15" },
  { "March 15, 2024", "2024-03-15" },
  { "the 3rd of May 2027", "2027-05-03" },
  { "15 sept", "2026-09-15" },
  { "dec", "2026-12-01" },
  { "March 2027", "2027-03-01" },
  { "29 Feb", "2028-02-29" },
  { "monday 23 november", "2026-11-23" },
  { "23", "2026-11-23" },
  { "31", NULL },
  { "2030", "2030-01-01" },
  { "24/12", "2026-12-24" },
  { "12/24", "2026-12-24" },
  { "3/4/27", "2027-04-03" },
  { "3.4.1999", "1999-04-03" },
  { "1.1.80", "1980-01-01" },
  { "٢٤/١٢/٢٠٢٦", "2026-12-24" },
};

static const Row wrong_rows[] = {
  { "2027-02-29", NULL },
  { "30 February", NULL },
  { "2026-13-01", NULL },
  { "0", NULL },
  { "in 3", "2026-11-22" },
  { "in", NULL },
  { "next", NULL },
  { "", NULL },
  { "  ", NULL },
  { "foo", NULL },
  { "15 foo", NULL },
  { "march march 3 4 5 6", NULL },
  { "tomorrow 15", NULL },
  { "in 3 weeks monday", NULL },
  { "in 99999999 years", NULL },
  { "123456789012", NULL },
  { "+99999999", NULL },
  { "<b>", NULL },
  { "\xff\xfe", NULL },
};

static void
test_english (void)
{
  check (english_rows, G_N_ELEMENTS (english_rows), NULL);
}

static void
test_wrong (void)
{
  check (wrong_rows, G_N_ELEMENTS (wrong_rows), NULL);
}

static void
test_month_first (void)
{
  static const BrineDateWords american = { .order = BRINE_DATE_ORDER_MDY };
  static const Row rows[] = {
    { "3/4/2027", "2027-03-04" }, { "12/24", "2026-12-24" },    { "24/12", "2026-12-24" },
    { "3/4/27", "2027-03-04" },   { "2027/3/4", "2027-03-04" },
  };

  check (rows, G_N_ELEMENTS (rows), &american);
}

static void
test_german (void)
{
  static const Row rows[] = {
    { "heute", "2026-11-19" },
    { "übermorgen", "2026-11-21" },
    { "UBERMORGEN", "2026-11-21" },
    { "uebermorgen", "2026-11-21" },
    { "vorgestern", "2026-11-17" },
    { "nächsten Montag", "2026-11-23" },
    { "letzten Freitag", "2026-11-13" },
    { "nächste Woche", "2026-11-26" },
    { "in 3 Wochen", "2026-12-10" },
    { "in einem Monat", "2026-12-19" },
    { "vor 2 Tagen", "2026-11-17" },
    { "vor einem Jahr", "2025-11-19" },
    { "15. März", "2027-03-15" },
    { "am 15. Maerz", NULL },
    { "15 marz 2027", "2027-03-15" },
    { "3. Okt. 2026", "2026-10-03" },
    { "Mi", "2026-11-25" },
    { "mittw", "2026-11-25" },
    { "Montag nächste Woche", "2026-11-23" },
    { "KW 12", "2026-03-16" },
    { "24.12.", "2026-12-24" },
    { "24. 12. 2026", "2026-12-24" },
    { "4.3.27", "2027-03-04" },
    /* English is understood as well. */
    { "tomorrow", "2026-11-20" },
    { "15 October", "2026-10-15" },
  };

  check (rows, G_N_ELEMENTS (rows), &german);
}

static void
test_several_words (void)
{
  static const Row rows[] = {
    { "il y a 3 jours", "2026-11-16" }, { "mar", "2026-11-24" },
    { "mars", "2027-03-01" },           { "lundi prochain", "2026-11-23" },
    { "le 1er août", "2026-08-01" },    { "15 fevr. 2027", "2027-02-15" },
    { "27/3/4", "2027-03-04" },
  };

  check (rows, G_N_ELEMENTS (rows), &french);
}

/* The sentence says what is wrong with it. */
static void
test_words_of_errors (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } rows[] = {
    { "15 fooday", "“fooday”" },
    { "30 february 2027", "February 2027 has 28 days." },
    { "2026-13-01", "no month 13" },
    { "week 60", "2026 has no week 60." },
    { "in 99999999 years", "years 1 to 9999" },
    { "next", "not a whole date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      BrineDay found;
      g_assert_false (brine_date_parse (rows[i].text, day (TODAY), NULL, &found, &error));
      g_assert_nonnull (strstr (error->message, rows[i].said));
    }
}

/* Law: whatever is typed, at any time, it is a valid day or an error. */
static void
test_anything (void)
{
  static const char *const parts[] = { "next", "monday", "15", "march", "2026", "-", "+",  "week",
                                       ".",    "9999",   "W",  "in",    "ago",  "0", "31", "last",
                                       "year", "99",     "/",  "a",     "zzz",  "é", " ",  "day" };
  static const BrineDay todays[] = { BRINE_DAY_MIN, 0, BRINE_DAY_MAX };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 4000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      BrineDay found = BRINE_DAY_INVALID;
      int n = g_rand_int_range (rand, 0, 8);

      for (int i = 0; i < n; i++)
        g_string_append_printf (text, "%s%s", g_rand_boolean (rand) ? " " : "",
                                parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      if (brine_date_parse (text->str, todays[round % 3], &german, &found, &error))
        g_assert_true (brine_day_is_valid (found));
      else
        g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

/* What the program itself uses, in the locale of the tests. */
static void
test_own_words (void)
{
  static const Row rows[] = {
    { "day after tomorrow", "2026-11-21" },
    { "march 5", "2027-03-05" },
    { "next wed", "2026-11-25" },
    { "3/4/27", "2027-04-03" },
  };

  check (rows, G_N_ELEMENTS (rows), brine_date_words_get ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-parse/english", test_english);
  g_test_add_func ("/date-parse/wrong", test_wrong);
  g_test_add_func ("/date-parse/month-first", test_month_first);
  g_test_add_func ("/date-parse/german", test_german);
  g_test_add_func ("/date-parse/several-words", test_several_words);
  g_test_add_func ("/date-parse/words-of-errors", test_words_of_errors);
  g_test_add_func ("/date-parse/own-words", test_own_words);
  g_test_add_func ("/date-parse/anything", test_anything);
  return g_test_run ();
}
