/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-notice-words.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Thursday. */
#define TODAY (brine_day_from_ymd (2026, 11, 19))
#define AT(hour, minute) ((hour)*60 + (minute))
#define MEAL_EN "Eaten|In 10 Minutes|Skip"
#define MEAL_DE "Gegessen|In 10 Minuten|Auslassen"
#define OPEN_EN "Open it to see what it is about."

typedef struct
{
  const char *title;
  const char *body;
  const char *buttons; /* labels, separated by "|" */
} Words;

typedef struct
{
  const char *path;
  BrineNoticeKind kind;
  BrineDueSource source;
  int n_dues;
  int minutes;
  int start_minute; /* of the wall clock, from 00:00 of today on; may be another day's */
  int now_minute;
  gboolean private_text;
  Words english;
  Words german;
  BrinePractice practice;
} Case;

static const Case cases[] = {
  { "/words/one",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (12, 30),
    AT (12, 20),
    FALSE,
    { "Kimchi at 12:30", "20 minutes", MEAL_EN },
    { "Kimchi um 12:30", "20 Minuten", MEAL_DE } },
  { "/words/one-minute",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    1,
    AT (12, 30),
    AT (12, 30),
    FALSE,
    { "Kimchi at 12:30", "1 minute", MEAL_EN },
    { "Kimchi um 12:30", "1 Minute", MEAL_DE } },
  { "/words/no-length",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    0,
    AT (12, 30),
    AT (12, 20),
    FALSE,
    { "Kimchi at 12:30", "", MEAL_EN },
    { "Kimchi um 12:30", "", MEAL_DE } },
  { "/words/tomorrow",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (32, 0),
    AT (20, 0),
    FALSE,
    { "Kimchi tomorrow at 08:00", "20 minutes", MEAL_EN },
    { "Kimchi morgen um 08:00", "20 Minuten", MEAL_DE } },
  { "/words/another-day",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (80, 0),
    AT (20, 0),
    FALSE,
    { "Kimchi, Sunday 08:00", "20 minutes", MEAL_EN },
    { "Kimchi, Sunday 08:00", "20 Minuten", MEAL_DE } },
  { "/words/late",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (12, 30),
    AT (13, 30),
    FALSE,
    { "Kimchi at 12:30", "This reminder was for 12:30.", MEAL_EN },
    { "Kimchi um 12:30", "Diese Erinnerung war für 12:30 gedacht.", MEAL_DE } },
  { "/words/late-yesterday",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (-1, 0),
    AT (3, 0),
    FALSE,
    { "Kimchi yesterday at 23:00", "This reminder was for yesterday at 23:00.", MEAL_EN },
    { "Kimchi gestern um 23:00", "Diese Erinnerung war für gestern um 23:00 gedacht.", MEAL_DE } },
  { "/words/late-by-days",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (-72, 0),
    AT (9, 0),
    FALSE,
    { "Kimchi, Monday 00:00", "This reminder was for Monday at 00:00.", MEAL_EN },
    { "Kimchi, Monday 00:00", "Diese Erinnerung war für Monday um 00:00 gedacht.", MEAL_DE } },
  { "/words/quota",
    BRINE_NOTICE_ONE,
    BRINE_DUE_QUOTA,
    1,
    20,
    0,
    AT (9, 0),
    FALSE,
    { "Kimchi", "One of the times you planned for this week.", MEAL_EN },
    { "Kimchi", "Eines der Male, die du für diese Woche geplant hast.", MEAL_DE } },
  { "/words/wind-down",
    BRINE_NOTICE_ONE,
    BRINE_DUE_WIND_DOWN,
    1,
    480,
    AT (23, 0),
    AT (22, 15),
    FALSE,
    { "Time to wind down", "Bed is planned for 23:00.", "In 10 Minutes" },
    { "Zeit, zur Ruhe zu kommen", "Ins Bett geht es um 23:00.", "In 10 Minuten" } },
  { "/words/bedtime",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    480,
    AT (23, 0),
    AT (22, 50),
    FALSE,
    { "Kimchi at 23:00", "480 minutes", "In 10 Minutes|Skip" },
    { "Kimchi um 23:00", "480 Minuten", "In 10 Minuten|Auslassen" },
    BRINE_PRACTICE_SLEEP },
  { "/words/group",
    BRINE_NOTICE_GROUP,
    BRINE_DUE_PLAN,
    2,
    20,
    AT (12, 30),
    AT (12, 30),
    FALSE,
    { "2 reminders", "12:30 Kimchi\n12:30 Kimchi", "All Done|In 10 Minutes" },
    { "2 Erinnerungen", "12:30 Kimchi\n12:30 Kimchi", "Alles erledigt|In 10 Minuten" } },
  { "/words/group-of-seven",
    BRINE_NOTICE_GROUP,
    BRINE_DUE_QUOTA,
    7,
    20,
    AT (12, 30),
    AT (12, 30),
    FALSE,
    { "7 reminders", "Kimchi\nKimchi\nKimchi\nKimchi\nKimchi\nand 2 more",
      "All Done|In 10 Minutes" },
    { "7 Erinnerungen", "Kimchi\nKimchi\nKimchi\nKimchi\nKimchi\nund 2 weitere",
      "Alles erledigt|In 10 Minuten" } },
  { "/words/digest",
    BRINE_NOTICE_DIGEST,
    BRINE_DUE_PLAN,
    3,
    20,
    AT (12, 30),
    AT (15, 0),
    FALSE,
    { "3 reminders while you were away", "12:30 Kimchi\n12:30 Kimchi\n12:30 Kimchi", "" },
    { "3 Erinnerungen, während du weg warst", "12:30 Kimchi\n12:30 Kimchi\n12:30 Kimchi", "" } },
  { "/words/check-in",
    BRINE_NOTICE_CHECKIN,
    BRINE_DUE_CHECKIN,
    1,
    0,
    AT (21, 0),
    AT (21, 0),
    FALSE,
    { "How are you?", "One press is enough, or open it for more.", "Low|Okay|Good" },
    { "Wie geht es dir?", "Ein Druck genügt, oder öffnen für mehr.", "Gedrückt|Okay|Gut" } },
  { "/words/look-back",
    BRINE_NOTICE_LOOK_BACK,
    BRINE_DUE_LOOK_BACK,
    1,
    0,
    AT (18, 0),
    AT (18, 0),
    FALSE,
    { "Two weeks to look back at", "What you did, beside how you felt.", "In 1 Hour" },
    { "Ein Blick auf zwei Wochen", "Was du getan hast, neben dem, wie es dir ging.",
      "In 1 Stunde" } },
  { "/words/ask",
    BRINE_NOTICE_ASK,
    BRINE_DUE_ASK,
    1,
    20,
    AT (12, 30),
    AT (12, 30),
    FALSE,
    { "Is this a good time for “Kimchi”?",
      "Its last three reminders went by. It can move, or stay in the plan without them.",
      "Keep|Move…|No More Reminders" },
    { "Passt die Zeit für „Kimchi“?",
      "Die letzten drei Erinnerungen blieben offen. Es kann verschoben werden oder ohne sie im "
      "Plan "
      "bleiben.",
      "Behalten|Verschieben\302\240…|Nicht mehr erinnern" } },
  { "/words/test",
    BRINE_NOTICE_TEST,
    BRINE_DUE_PLAN,
    0,
    0,
    0,
    AT (12, 0),
    FALSE,
    { "Reminders work", "They come like this, also while the window is closed.", "" },
    { "Erinnerungen funktionieren", "So kommen sie, auch wenn das Fenster geschlossen ist.", "" } },
  { "/words/private",
    BRINE_NOTICE_ONE,
    BRINE_DUE_PLAN,
    1,
    20,
    AT (12, 30),
    AT (12, 30),
    TRUE,
    { "A reminder from Brine", OPEN_EN, "Done|In 10 Minutes|Skip" },
    { "Eine Erinnerung von Brine", "Öffnen, um zu sehen, worum es geht.",
      "Erledigt|In 10 Minuten|Auslassen" } },
  { "/words/private-group",
    BRINE_NOTICE_GROUP,
    BRINE_DUE_PLAN,
    2,
    20,
    AT (12, 30),
    AT (12, 30),
    TRUE,
    { "A reminder from Brine", OPEN_EN, "In 10 Minutes" },
    { "Eine Erinnerung von Brine", NULL, "In 10 Minuten" } },
  { "/words/private-check-in",
    BRINE_NOTICE_CHECKIN,
    BRINE_DUE_CHECKIN,
    1,
    0,
    AT (21, 0),
    AT (21, 0),
    TRUE,
    { "A reminder from Brine", OPEN_EN, "In 10 Minutes" },
    { "Eine Erinnerung von Brine", NULL, "In 10 Minuten" } },
  { "/words/private-wind-down",
    BRINE_NOTICE_ONE,
    BRINE_DUE_WIND_DOWN,
    1,
    480,
    AT (23, 0),
    AT (22, 15),
    TRUE,
    { "A reminder from Brine", OPEN_EN, "In 10 Minutes" },
    { "Eine Erinnerung von Brine", NULL, "In 10 Minuten" } },
  { "/words/private-ask",
    BRINE_NOTICE_ASK,
    BRINE_DUE_ASK,
    1,
    20,
    AT (12, 30),
    AT (12, 30),
    TRUE,
    { "A reminder from Brine", OPEN_EN, "" },
    { "Eine Erinnerung von Brine", NULL, "" } },
};

static BrineDue *
make_due (const Case *what, const char *title)
{
  BrineLocal start =
      brine_local_add_seconds (brine_local (TODAY, 0, 0), what->start_minute * INT64_C (60));
  BrineDue *due = g_new0 (BrineDue, 1);

  due->source = what->source;
  due->start = due->nominal = due->original = start;
  due->key = brine_due_make_key (what->source, "item", start, start);
  due->item_id = g_strdup ("item");
  due->minutes = what->minutes;
  due->practice = what->practice;
  due->title = g_strdup (title);
  due->day = start.day;
  return due;
}

static BrineNotice *
make_notice (const Case *what, const char *title)
{
  const BrineReminderSettings settings = { .on = TRUE, .private_text = what->private_text };
  const BrineInstant never = { 0 };
  GPtrArray *dues;
  BrineNotice *notice;

  if (what->kind == BRINE_NOTICE_TEST)
    return brine_notice_new_test (&settings);
  dues = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_due_free);
  for (int i = 0; i < what->n_dues; i++)
    g_ptr_array_add (dues, make_due (what, title));
  notice = brine_notice_new (NULL, what->kind, dues, &settings, never);
  notice->late = what->now_minute > what->start_minute + 15;
  return notice;
}

static char *
join_buttons (const BrineNotification *notification)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < notification->n_buttons; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", notification->buttons[i].label);
  return g_string_free (labels, FALSE);
}

/* Newer C libraries translate nothing in the locale "C.UTF-8", which may be the only one there is;
 * then one is made in `folder`. Only the messages take it: times stay as the tests expect them. */
static void
choose_locale (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "de_DE.utf8", NULL);
  const char *const command[] = { "localedef", "-i",           "de_DE", "-f",
                                  "UTF-8",     "--no-archive", path,    NULL };

  setlocale (LC_ALL, "");
  if (setlocale (LC_MESSAGES, "de_DE.UTF-8") != NULL)
    return;
  g_spawn_sync (NULL, (char **)command, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  setlocale (LC_MESSAGES, "de_DE.UTF-8");
}

static void
remove_locale (const char *folder)
{
  const char *const command[] = { "rm", "-rf", folder, NULL };

  g_assert_true (g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, NULL, NULL));
}

static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* The library looks at the variable again only when a domain is bound. */
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("BRINE_TEST_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
assert_words (const Case *what, const Words *expected)
{
  g_autoptr (BrineNotice) notice = make_notice (what, "Kimchi");
  g_autoptr (BrineNotification) notification =
      brine_notice_words_new (notice,
                              brine_local (TODAY, what->now_minute / 60, what->now_minute % 60));
  g_autofree char *buttons = join_buttons (notification);

  g_assert_cmpstr (notification->id, ==, notice->id);
  g_assert_cmpstr (notification->title, ==, expected->title);
  if (expected->body != NULL)
    g_assert_cmpstr (notification->body, ==, expected->body);
  g_assert_cmpstr (buttons, ==, expected->buttons);
  if (!what->private_text)
    return;
  g_assert_null (strstr (notification->title, "Kimchi"));
  g_assert_null (strstr (notification->body, "Kimchi"));
  g_assert_null (strstr (notification->icon_name, "meal"));
}

static void
test_case (gconstpointer data)
{
  const Case *what = data;

  speak ("en");
  assert_words (what, &what->english);
  speak ("de");
  assert_words (what, &what->german);
}

/* What somebody typed or imported may be anything. */
static void
test_odd_titles (void)
{
  g_autofree char *long_title = g_strnfill (1000 * 1000, 'x');
  const char *const titles[] = { "", "a\nb\tc\x1b[31m", "\xff\xfe broken", long_title,
                                 "100 %s %n <b>&amp;" };

  speak ("en");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
      {
        g_autoptr (BrineNotice) notice = make_notice (&cases[k], titles[i]);
        g_autoptr (BrineNotification) notification =
            brine_notice_words_new (notice, brine_local (TODAY, 12, 0));

        g_assert_true (g_utf8_validate (notification->title, -1, NULL));
        g_assert_true (g_utf8_validate (notification->body, -1, NULL));
        g_assert_cmpint (g_utf8_strlen (notification->title, -1), <=, 120);
        g_assert_cmpint (g_utf8_strlen (notification->body, -1), <=, 600);
        for (const char *p = notification->title; *p != '\0'; p++)
          g_assert_false (g_ascii_iscntrl (*p));
      }
}

/* What a press sends back is what the actions take. */
static void
test_serialized (void)
{
  g_autoptr (BrineNotice) notice = make_notice (&cases[0], "Walk");
  g_autoptr (BrineNotification) notification = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autoptr (GVariant) buttons = NULL;
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  speak ("en");
  notification = brine_notice_words_new (notice, brine_local (TODAY, 12, 20));
  value = g_variant_ref_sink (brine_notification_serialize (notification));
  buttons = g_variant_lookup_value (value, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  text = g_variant_print (buttons, FALSE);
  expected = g_strdup_printf (
      "[{'label': <'Eaten'>, 'action': <'app.reminder-done'>, 'target': <'%1$s'>}, "
      "{'label': <'In 10 Minutes'>, 'action': <'app.reminder-later'>, 'target': <('%1$s', 10)>}, "
      "{'label': <'Skip'>, 'action': <'app.reminder-skip'>, 'target': <'%1$s'>}]",
      notice->id);
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("brine-locale.XXXXXX", NULL);
  int status;

  choose_locale (folder);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, &cases[i], test_case);
  g_test_add_func ("/words/odd-titles", test_odd_titles);
  g_test_add_func ("/words/serialized", test_serialized);
  status = g_test_run ();
  remove_locale (folder);
  return status;
}
