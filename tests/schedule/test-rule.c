/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recurrence.h"

/* Canonical text; NULL: the same. */
static const struct
{
  const char *text;
  const char *canonical;
} good_rules[] = {
  { "FREQ=DAILY", NULL },
  { "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,12", NULL },
  { "rrule:freq=weekly;byday=mo,we;wkst=su", "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU" },
  { " INTERVAL=1;FREQ=DAILY;COUNT=3; ", "FREQ=DAILY;COUNT=3" },
  { "FREQ=WEEKLY;BYDAY=SU,MO,SU;WKST=MO", "FREQ=WEEKLY;BYDAY=MO,SU" },
  { "FREQ=MONTHLY;BYDAY=-1FR,+2TU,MO", "FREQ=MONTHLY;BYDAY=MO,2TU,-1FR" },
  { "FREQ=MONTHLY;BYMONTHDAY=-1,+15,2", "FREQ=MONTHLY;BYMONTHDAY=2,15,-1" },
  { "FREQ=YEARLY;BYYEARDAY=366,-366,1;BYWEEKNO=53,-53;BYSETPOS=-1,366",
    "FREQ=YEARLY;BYYEARDAY=1,366,-366;BYWEEKNO=53,-53;BYSETPOS=366,-1" },
  { "FREQ=MINUTELY;BYHOUR=0,23;BYMINUTE=59,0;BYSECOND=60",
    "FREQ=MINUTELY;BYSECOND=59;BYMINUTE=0,59;BYHOUR=0,23" },
  { "FREQ=DAILY;UNTIL=20280229", NULL },
  { "FREQ=DAILY;UNTIL=20261231T235960Z", "FREQ=DAILY;UNTIL=20261231T235959" },
  { "FREQ=WEEKLY;BYDAY=2MO", "FREQ=WEEKLY;BYDAY=MO" },
  { "FREQ=DAILY;INTERVAL=2147483646;COUNT=2147483646", NULL },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good_rules); i++)
    {
      const char *canonical =
          good_rules[i].canonical != NULL ? good_rules[i].canonical : good_rules[i].text;
      g_autoptr (GError) error = NULL;
      g_autoptr (BrineRule) rule = brine_rule_parse (good_rules[i].text, &error);
      g_autoptr (BrineRule) again = NULL;
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = brine_rule_to_string (rule);
      g_assert_cmpstr (text, ==, canonical);
      again = brine_rule_parse (text, &error);
      g_assert_no_error (error);
      g_assert_true (brine_rule_equal (rule, again));
    }
}

static const struct
{
  const char *text;
  BrineError code;
  const char *named; /* what the sentence must name */
} bad_rules[] = {
  { "", BRINE_ERROR_INVALID, "FREQ" },
  { "BYDAY=MO", BRINE_ERROR_INVALID, "FREQ" },
  { "FREQ=", BRINE_ERROR_INVALID, "FREQ" },
  { "FREQ=FORTNIGHTLY", BRINE_ERROR_INVALID, "FORTNIGHTLY" },
  { "FREQ=DAILY;FREQ=DAILY", BRINE_ERROR_INVALID, "once" },
  { "FREQ=DAILY;X-EVERY=2", BRINE_ERROR_INVALID, "X-EVERY" },
  { "FREQ=DAILY;RSCALE=HEBREW", BRINE_ERROR_INVALID, "RSCALE" },
  { "FREQ=DAILY;INTERVAL", BRINE_ERROR_INVALID, "INTERVAL" },
  { "FREQ=DAILY;INTERVAL=0", BRINE_ERROR_INVALID, "INTERVAL" },
  { "FREQ=DAILY;INTERVAL=-1", BRINE_ERROR_INVALID, "INTERVAL" },
  { "FREQ=DAILY;INTERVAL=2147483648", BRINE_ERROR_TOO_COMPLEX, "INTERVAL" },
  { "FREQ=DAILY;COUNT=0", BRINE_ERROR_INVALID, "COUNT" },
  { "FREQ=DAILY;COUNT=100000000000", BRINE_ERROR_TOO_COMPLEX, "COUNT" },
  { "FREQ=DAILY;COUNT=1.5", BRINE_ERROR_INVALID, "COUNT" },
  { "FREQ=DAILY;COUNT=2;UNTIL=20261231", BRINE_ERROR_INVALID, "both COUNT and UNTIL" },
  { "FREQ=DAILY;UNTIL=20260229", BRINE_ERROR_INVALID, "UNTIL" },
  { "FREQ=DAILY;UNTIL=20261231Z", BRINE_ERROR_INVALID, "UNTIL" },
  { "FREQ=DAILY;UNTIL=20261231T240000", BRINE_ERROR_INVALID, "UNTIL" },
  { "FREQ=DAILY;UNTIL=00000101", BRINE_ERROR_INVALID, "UNTIL" },
  { "FREQ=WEEKLY;BYDAY=", BRINE_ERROR_INVALID, "BYDAY" },
  { "FREQ=WEEKLY;BYDAY=MO,,TU", BRINE_ERROR_INVALID, "BYDAY" },
  { "FREQ=MONTHLY;BYDAY=255SU", BRINE_ERROR_INVALID, "255SU" },
  { "FREQ=MONTHLY;BYDAY=0SU", BRINE_ERROR_INVALID, "0SU" },
  { "FREQ=MONTHLY;BYDAY=--1SU", BRINE_ERROR_INVALID, "--1SU" },
  { "FREQ=MONTHLY;BYMONTHDAY=32", BRINE_ERROR_INVALID, "BYMONTHDAY" },
  { "FREQ=MONTHLY;BYMONTHDAY=0", BRINE_ERROR_INVALID, "BYMONTHDAY" },
  { "FREQ=YEARLY;BYMONTH=13", BRINE_ERROR_INVALID, "1 to 12" },
  { "FREQ=YEARLY;BYMONTH=-1", BRINE_ERROR_INVALID, "BYMONTH" },
  { "FREQ=YEARLY;BYWEEKNO=54", BRINE_ERROR_INVALID, "BYWEEKNO" },
  { "FREQ=YEARLY;BYYEARDAY=367", BRINE_ERROR_INVALID, "BYYEARDAY" },
  { "FREQ=YEARLY;BYSETPOS=99999999999999999999", BRINE_ERROR_INVALID, "BYSETPOS" },
  { "FREQ=DAILY;BYHOUR=24", BRINE_ERROR_INVALID, "BYHOUR" },
  { "FREQ=DAILY;BYMINUTE=60", BRINE_ERROR_INVALID, "BYMINUTE" },
  { "FREQ=DAILY;BYSECOND=61", BRINE_ERROR_INVALID, "BYSECOND" },
  { "FREQ=DAILY;WKST=1MO", BRINE_ERROR_INVALID, "WKST" },
  { "FREQ=DAILY;BYDAY=\xff", BRINE_ERROR_INVALID, "UTF-8" },
};

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_rules); i++)
    {
      g_autoptr (GError) error = NULL;
      BrineRule *rule = brine_rule_parse (bad_rules[i].text, &error);

      g_assert_null (rule);
      g_assert_error (error, BRINE_ERROR, (int)bad_rules[i].code);
      g_assert_nonnull (strstr (error->message, bad_rules[i].named));
    }
}

/* Every prefix and every text with one byte changed is read or refused; none is misread: what is
 * read prints as a text that means the same. */
static void
test_mangled (void)
{
  const char *whole = "FREQ=YEARLY;INTERVAL=3;BYSECOND=1,59;BYMINUTE=30;BYHOUR=8;BYDAY=MO,-53SU;"
                      "BYMONTHDAY=-31,1;BYYEARDAY=100;BYWEEKNO=-1;BYMONTH=6;BYSETPOS=-366;WKST=TH;"
                      "UNTIL=20300101T000000Z";
  size_t length = strlen (whole);

  for (size_t cut = 0; cut <= length; cut++)
    for (int byte = 1; byte < 256; byte += 7)
      {
        g_autofree char *text = g_strdup (whole);
        g_autoptr (GError) error = NULL;
        g_autoptr (BrineRule) rule = NULL;

        text[cut] = (char)byte;
        text[MIN (cut + (size_t)byte, length)] = '\0';
        rule = brine_rule_parse (text, &error);
        g_assert_true ((rule == NULL) == (error != NULL));
        if (rule != NULL)
          {
            g_autofree char *canonical = brine_rule_to_string (rule);
            g_autoptr (BrineRule) again = brine_rule_parse (canonical, NULL);

            g_assert_true (brine_rule_equal (rule, again));
          }
      }
}

static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("FREQ=YEARLY;BYYEARDAY=1");
  g_autoptr (GError) error = NULL;

  while (text->len < 20000)
    g_string_append (text, ",1");
  g_assert_null (brine_rule_parse (text->str, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_TOO_COMPLEX);
}

static BrineRule *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  BrineRule *rule = brine_rule_parse (text, &error);

  g_assert_no_error (error);
  return rule;
}

static void
test_getters (void)
{
  g_autoptr (BrineRule) rule = parse ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;UNTIL=20261231");
  g_autoptr (BrineRule) endless = parse ("FREQ=MONTHLY;BYDAY=1MO");
  BrineLocal until = { 0 };

  g_assert_cmpint (brine_rule_get_freq (rule), ==, BRINE_FREQ_WEEKLY);
  g_assert_cmpint (brine_rule_get_interval (rule), ==, 2);
  g_assert_cmpint (brine_rule_get_count (rule), ==, 0);
  g_assert_cmpint (brine_rule_get_weekdays (rule), ==, 0x41);
  g_assert_true (brine_rule_is_simple (rule));
  g_assert_true (brine_rule_get_until (rule, &until));
  g_assert_cmpint (until.day, ==, brine_day_from_ymd (2026, 12, 31));
  g_assert_cmpint (until.second, ==, 86399);
  g_assert_false (brine_rule_get_until (endless, NULL));
  g_assert_false (brine_rule_is_simple (endless));
  g_assert_cmpint (brine_rule_get_weekdays (endless), ==, 0);
}

static void
test_equal (void)
{
  const char *const texts[] = { "FREQ=DAILY",
                                "FREQ=WEEKLY",
                                "FREQ=DAILY;INTERVAL=2",
                                "FREQ=DAILY;COUNT=2",
                                "FREQ=DAILY;BYHOUR=2",
                                "FREQ=DAILY;BYMINUTE=2",
                                "FREQ=DAILY;WKST=SU",
                                "FREQ=DAILY;BYSECOND=2",
                                "FREQ=DAILY;BYMONTH=2",
                                "FREQ=DAILY;BYDAY=TU",
                                "FREQ=MONTHLY;BYDAY=TU",
                                "FREQ=MONTHLY;BYDAY=1TU",
                                "FREQ=MONTHLY;BYDAY=-1TU",
                                "FREQ=DAILY;BYMONTHDAY=2",
                                "FREQ=DAILY;BYMONTHDAY=-2",
                                "FREQ=DAILY;BYYEARDAY=2",
                                "FREQ=DAILY;BYWEEKNO=2",
                                "FREQ=DAILY;BYSETPOS=2",
                                "FREQ=DAILY;UNTIL=20261231",
                                "FREQ=DAILY;UNTIL=20261231T235959" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (BrineRule) a = parse (texts[i]);
        g_autoptr (BrineRule) b = parse (texts[j]);

        g_assert_cmpint (brine_rule_equal (a, b), ==, i == j);
      }
}

static void
test_with_end (void)
{
  static const struct
  {
    const char *text;
    const char *end;
    const char *ended;
  } cases[] = {
    { "FREQ=DAILY", "2026-11-23T08:00", "FREQ=DAILY;UNTIL=20261123T075959" },
    { "FREQ=DAILY;COUNT=9", "2026-11-23T00:00", "FREQ=DAILY;UNTIL=20261122T235959" },
    { "FREQ=DAILY;UNTIL=20261101", "2026-11-23T08:00", "FREQ=DAILY;UNTIL=20261101" },
    { "FREQ=DAILY;UNTIL=20261123", "2026-11-23T08:00", "FREQ=DAILY;UNTIL=20261123T075959" },
    { "FREQ=DAILY", "2024-03-01T00:00", "FREQ=DAILY;UNTIL=20240229T235959" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BrineRule) rule = parse (cases[i].text);
      g_autoptr (BrineRule) ended = NULL;
      g_autofree char *text = NULL;
      BrineLocal end;

      g_assert_true (brine_local_parse (cases[i].end, &end));
      ended = brine_rule_with_end (rule, end);
      text = brine_rule_to_string (ended);
      g_assert_cmpstr (text, ==, cases[i].ended);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/good", test_good);
  g_test_add_func ("/rule/bad", test_bad);
  g_test_add_func ("/rule/mangled", test_mangled);
  g_test_add_func ("/rule/long", test_long);
  g_test_add_func ("/rule/getters", test_getters);
  g_test_add_func ("/rule/equal", test_equal);
  g_test_add_func ("/rule/with-end", test_with_end);
  return g_test_run ();
}
