/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-error.h"
#include "brine-reminder.h"

#define MO (1u << 0)
#define WE (1u << 2)
#define FR (1u << 4)
#define SU (1u << 6)

static const struct
{
  const char *text;
  BrineReminder reminder;
  const char *printed; /* NULL: as text */
} texts[] = {
  { "0", { BRINE_REMINDER_OFFSET, 0, 0 }, NULL },
  { "10", { BRINE_REMINDER_OFFSET, 10, 0 }, NULL },
  { "-5", { BRINE_REMINDER_OFFSET, -5, 0 }, NULL },
  { "40320", { BRINE_REMINDER_OFFSET, 40320, 0 }, NULL },
  { "-40320/su", { BRINE_REMINDER_OFFSET, -40320, SU }, NULL },
  { "@07:30", { BRINE_REMINDER_AT, 450, 0 }, NULL },
  { "@00:00", { BRINE_REMINDER_AT, 0, 0 }, NULL },
  { "@23:59/mo,we,fr", { BRINE_REMINDER_AT, 1439, MO | WE | FR }, NULL },
  { "10/FR,mo,We,mo", { BRINE_REMINDER_OFFSET, 10, MO | WE | FR }, "10/mo,we,fr" },
  { "010", { BRINE_REMINDER_OFFSET, 10, 0 }, "10" },
  { "-0", { BRINE_REMINDER_OFFSET, 0, 0 }, "0" },
  { "10/mo,tu,we,th,fr,sa,su", { BRINE_REMINDER_OFFSET, 10, 0 }, "10" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *printed = NULL;
      BrineReminder reminder;

      g_assert_true (brine_reminder_parse (texts[i].text, &reminder, &error));
      g_assert_no_error (error);
      g_assert_true (brine_reminder_equal (&reminder, &texts[i].reminder));
      g_assert_cmpuint (reminder.weekdays, ==, texts[i].reminder.weekdays);
      g_assert_true (brine_reminder_is_valid (&reminder));
      printed = brine_reminder_to_string (&reminder);
      g_assert_cmpstr (printed, ==, texts[i].printed != NULL ? texts[i].printed : texts[i].text);
    }
}

static void
test_refused_texts (void)
{
  static const char *const refused[] = {
    "",       " 10",      "10 ",       "+10",       "--5",      "-",    "ten",
    "10.5",   "40321",    "-40321",    "100000",    "99999999", "@",    "@7:30",
    "@24:00", "@12:60",   "@-1:00",    "@12:30:00", "10/",      "/mo",  "10/xx",
    "10/mo,", "10/mo we", "10/mo,,we", "10/monday", "10,mo",    "\xff", "@07:30\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      BrineReminder reminder = { BRINE_REMINDER_AT, 77, 3 };

      g_assert_false (brine_reminder_parse (refused[i], &reminder, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpint (reminder.minutes, ==, 77);
    }
}

/* The wall clock and the instant, in Berlin; days start at 04:00. */
static const struct
{
  const char *what;
  const char *reminder;
  const char *start;
  const char *nominal; /* NULL: does not come that day */
  const char *instant;
} nominals[] = {
  { "before", "10", "2026-11-23T12:30", "2026-11-23T12:20:00", "2026-11-23T12:20:00+01:00" },
  { "at the start", "0", "2026-11-23T12:30", "2026-11-23T12:30:00", "2026-11-23T12:30:00+01:00" },
  { "after", "-5", "2026-11-23T23:58", "2026-11-24T00:03:00", "2026-11-24T00:03:00+01:00" },
  { "the evening before", "60", "2026-11-23T00:30", "2026-11-22T23:30:00",
    "2026-11-22T23:30:00+01:00" },
  { "two days before", "2880", "2026-11-23T12:30", "2026-11-21T12:30:00",
    "2026-11-21T12:30:00+01:00" },
  { "at a time", "@07:30", "2026-11-23T12:30", "2026-11-23T07:30:00", "2026-11-23T07:30:00+01:00" },
  { "at a time after the start", "@18:00", "2026-11-23T12:30", "2026-11-23T18:00:00",
    "2026-11-23T18:00:00+01:00" },
  { "late in the civil day", "@00:30", "2026-11-23T12:30", "2026-11-24T00:30:00",
    "2026-11-24T00:30:00+01:00" },
  { "when days start", "@04:00", "2026-11-23T12:30", "2026-11-23T04:00:00",
    "2026-11-23T04:00:00+01:00" },
  { "a night", "@21:30", "2026-11-23T22:30", "2026-11-23T21:30:00", "2026-11-23T21:30:00+01:00" },
  { "a night that begins after midnight", "@21:30", "2026-11-24T00:30", "2026-11-23T21:30:00",
    "2026-11-23T21:30:00+01:00" },
  { "on its weekday", "10/mo", "2026-11-23T12:30", "2026-11-23T12:20:00",
    "2026-11-23T12:20:00+01:00" },
  { "on no other", "10/tu,we,th,fr,sa,su", "2026-11-23T12:30", NULL, NULL },
  { "the weekday of the civil day", "10/mo", "2026-11-24T01:00", "2026-11-24T00:50:00",
    "2026-11-24T00:50:00+01:00" },
  { "at a time on no other", "@07:30/su", "2026-11-23T12:30", NULL, NULL },
  { "a Sunday", "@07:30/su", "2026-11-22T12:30", "2026-11-22T07:30:00",
    "2026-11-22T07:30:00+01:00" },
  /* Spring: 29 March 2026 has no 02:30. Ten minutes before 03:05 are ten minutes. */
  { "spring", "10", "2026-03-29T03:05", "2026-03-29T02:55:00", "2026-03-29T01:55:00+01:00" },
  { "spring, a day before", "1440", "2026-03-29T12:00", "2026-03-28T12:00:00",
    "2026-03-28T12:00:00+01:00" },
  { "spring, a day and an hour", "1500", "2026-03-30T02:30", "2026-03-29T01:30:00",
    "2026-03-29T01:30:00+01:00" },
  { "spring, at a time in the gap", "@02:30", "2026-03-28T12:00", "2026-03-29T02:30:00",
    "2026-03-29T03:30:00+02:00" },
  /* Autumn: 25 October 2026 has 02:30 twice. */
  { "autumn", "10", "2026-10-25T03:05", "2026-10-25T02:55:00", "2026-10-25T02:55:00+01:00" },
  { "autumn, two hours", "120", "2026-10-25T03:30", "2026-10-25T01:30:00",
    "2026-10-25T02:30:00+02:00" },
  { "autumn, after", "-60", "2026-10-25T01:30", "2026-10-25T02:30:00",
    "2026-10-25T02:30:00+02:00" },
  { "autumn, a day after", "-1440", "2026-10-24T12:00", "2026-10-25T12:00:00",
    "2026-10-25T12:00:00+01:00" },
  { "autumn, at a time that is twice", "@02:30", "2026-10-24T12:00", "2026-10-25T02:30:00",
    "2026-10-25T02:30:00+02:00" },
  { "leap", "1440", "2028-03-01T12:00", "2028-02-29T12:00:00", "2028-02-29T12:00:00+01:00" },
  { "leap, late in the day", "@01:00", "2028-02-29T12:00", "2028-03-01T01:00:00",
    "2028-03-01T01:00:00+01:00" },
  { "no leap", "@01:00", "2027-02-28T12:00", "2027-03-01T01:00:00", "2027-03-01T01:00:00+01:00" },
};

static void
test_nominal (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  for (guint i = 0; i < G_N_ELEMENTS (nominals); i++)
    {
      BrineReminder reminder;
      BrineLocal start, nominal = { 1, 1 };
      BrineInstant instant = { 7 }, wanted;
      gboolean comes = nominals[i].nominal != NULL;

      g_test_message ("%s", nominals[i].what);
      g_assert_true (brine_reminder_parse (nominals[i].reminder, &reminder, NULL));
      g_assert_true (brine_local_parse (nominals[i].start, &start));
      g_assert_cmpint (brine_reminder_get_nominal (&reminder, start, 240, &nominal), ==, comes);
      g_assert_cmpint (brine_reminder_get_instant (&reminder, start, 240, berlin, &instant), ==,
                       comes);
      if (comes)
        {
          g_autofree char *text = brine_local_to_string (nominal);

          g_assert_cmpstr (text, ==, nominals[i].nominal);
          g_assert_true (brine_instant_parse (nominals[i].instant, berlin, &wanted));
          g_assert_cmpint (instant.unix_ms, ==, wanted.unix_ms);
        }
      else
        {
          g_assert_cmpint (nominal.day, ==, 1);
          g_assert_cmpint (instant.unix_ms, ==, 7);
        }
    }
}

/* A civil day of something without a time begins when days start; so at the ends of time. */
static void
test_day_and_limits (void)
{
  BrineReminder at = { BRINE_REMINDER_AT, 60, 0 };
  BrineReminder before = { BRINE_REMINDER_OFFSET, BRINE_REMINDER_MAX_MINUTES, 0 };
  BrineLocal nominal;

  g_assert_true (
      brine_reminder_get_nominal (&at, brine_civil_day_get_start (100, 240), 240, &nominal));
  g_assert_true (brine_local_equal (nominal, brine_local (101, 1, 0)));
  g_assert_true (brine_reminder_get_nominal (&at, brine_civil_day_get_start (100, 0), 0, &nominal));
  g_assert_true (brine_local_equal (nominal, brine_local (100, 1, 0)));
  g_assert_true (
      brine_reminder_get_nominal (&at, brine_local (BRINE_DAY_MAX, 12, 0), 240, &nominal));
  g_assert_true (brine_day_is_valid (nominal.day));
  g_assert_true (
      brine_reminder_get_nominal (&before, brine_local (BRINE_DAY_MIN, 5, 0), 240, &nominal));
  g_assert_true (brine_day_is_valid (nominal.day));
}

static void
test_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) list = brine_reminders_parse ("@07:30 10  -5/mo 10 -5 @07:30/mo", &error);
  g_autoptr (GArray) again = NULL;
  g_autofree char *text = NULL;
  BrineReminder first = { BRINE_REMINDER_OFFSET, -10, 0x7f };

  g_assert_no_error (error);
  text = brine_reminders_to_string (list);
  g_assert_cmpstr (text, ==, "-5 -5/mo 10 @07:30 @07:30/mo");
  g_assert_true (brine_reminders_validate (list, &error));
  again = brine_reminders_parse (text, NULL);
  g_assert_true (brine_reminders_equal (list, again));

  g_assert_true (brine_reminders_add (list, first));
  g_assert_false (brine_reminders_add (list, first));
  g_assert_cmpuint (g_array_index (list, BrineReminder, 0).weekdays, ==, 0);
  g_assert_false (brine_reminders_equal (list, again));
  g_assert_null (brine_reminders_parse ("10 x", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

static void
test_list_limits (void)
{
  g_autoptr (GArray) list = brine_reminders_new ();
  g_autoptr (GError) error = NULL;
  BrineReminder reminder = { BRINE_REMINDER_OFFSET, 0, 0 };

  for (int i = 0; i < BRINE_REMINDERS_MAX + 3; i++)
    {
      reminder.minutes = i;
      g_assert_cmpint (brine_reminders_add (list, reminder), ==, i < BRINE_REMINDERS_MAX);
    }
  g_assert_cmpuint (list->len, ==, BRINE_REMINDERS_MAX);
  g_assert_true (brine_reminders_validate (list, &error));
  g_array_append_val (list, reminder);
  g_assert_false (brine_reminders_validate (list, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
}

static void
test_refused_lists (void)
{
  static const BrineReminder refused[][2] = {
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_OFFSET, 10, 0x7f } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_OFFSET, 5, 0 } },
    { { BRINE_REMINDER_AT, 10, 0 }, { BRINE_REMINDER_OFFSET, 50, 0 } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_AT, 1440, 0 } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_AT, -1, 0 } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_OFFSET, G_MAXINT, 0 } },
    { { BRINE_REMINDER_OFFSET, G_MININT, 0 }, { BRINE_REMINDER_OFFSET, 5, 0 } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { BRINE_REMINDER_OFFSET, 11, 0x80 } },
    { { BRINE_REMINDER_OFFSET, 10, 0 }, { (BrineReminderKind)2, 11, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GArray) list = brine_reminders_new ();
      g_autoptr (GError) error = NULL;

      g_array_append_vals (list, refused[i], 2);
      g_assert_false (brine_reminders_validate (list, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/texts", test_texts);
  g_test_add_func ("/reminder/refused-texts", test_refused_texts);
  g_test_add_func ("/reminder/nominal", test_nominal);
  g_test_add_func ("/reminder/day-and-limits", test_day_and_limits);
  g_test_add_func ("/reminder/list", test_list);
  g_test_add_func ("/reminder/list-limits", test_list_limits);
  g_test_add_func ("/reminder/refused-lists", test_refused_lists);

  return g_test_run ();
}
