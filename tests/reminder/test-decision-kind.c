/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-settings.h"

#include "fake-day.h"

/* That reminders do not go on about what was answered, nor come in disorder. */

static BrinePlanItem *
add_quota (FakeDay *day, const char *id, int times, const char *reminders)
{
  BrinePlanItem *item =
      fake_day_add_item (day, id, BRINE_PRACTICE_WALK, "2026-11-23T00:00:00", NULL, reminders);

  item->quota_per_week = times;
  return item;
}

static void
answer_all (FakeDay *day, BrineDeliveryState state)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, day->world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      BrineDelivery *delivery = value;

      if (brine_delivery_state_is_open (delivery->state))
        delivery->state = state;
    }
  fake_world_changed (day->world);
}

/* "Skip" of a quota is said of the day, "put away" of one reminder. */
static void
test_quota_skip (void)
{
  static const struct
  {
    BrineDeliveryState state;
    const char *said;
  } rows[] = {
    { BRINE_DELIVERY_SKIPPED, "08:00 one a; 08:00 one a" },
    { BRINE_DELIVERY_DISMISSED, "08:00 one a; 12:00 one a; 18:00 one a; 08:00 one a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      FakeDay day = { 0 };

      fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
      add_quota (&day, "a", 3, "@08:00 @12:00 @18:00");
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-23T09:00:00");
      answer_all (&day, rows[i].state);
      fake_day_go_to (&day, "2026-11-24T09:00:00");
      g_assert_cmpstr (day.said->str, ==, rows[i].said);
      fake_day_clear (&day);
    }
}

/* Skipped while another one of the day waits on the screen: that goes, too. */
static void
test_quota_skip_withdraws (void)
{
  FakeDay day = { 0 };
  GHashTableIter iter;
  gpointer value;

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  add_quota (&day, "a", 3, "@08:00 @12:00");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T13:00:00");
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 2);
  g_hash_table_iter_init (&iter, day.world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value) && !((BrineDelivery *)value)->shown)
    ;
  ((BrineDelivery *)value)->state = BRINE_DELIVERY_SKIPPED;
  fake_world_changed (day.world);
  g_hash_table_iter_init (&iter, day.world->deliveries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((BrineDelivery *)value)->shown)
      g_assert_cmpint (((BrineDelivery *)value)->state, ==, BRINE_DELIVERY_SKIPPED);
  /* The one that was answered left by itself. */
  g_assert_cmpuint (g_hash_table_size (day.world->screen), ==, 1);
  fake_day_clear (&day);
}

/* 02:30 by the wall clock, and half an hour before 03:00: in autumn these are two moments of one
 * name, and one reminder, wherever something else lies between. */
static void
test_doubled_hour (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-10-25T00:00:00");
  day.world->day_start_minutes = 0;
  fake_day_add_item (&day, "a", BRINE_PRACTICE_WALK, "2026-10-25T03:00:00", NULL, "@02:30 30");
  fake_day_add_item (&day, "b", BRINE_PRACTICE_WALK, "2026-10-25T02:45:00", NULL, "0");
  fake_day_go_to (&day, "2026-10-25T05:00:00");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  g_assert_cmpstr (day.said->str, ==, "05:00 digest a b");
  fake_day_clear (&day);

  fake_day_init (&day, "Europe/Berlin", "2026-10-25T00:00:00");
  day.world->day_start_minutes = 0;
  fake_day_add_item (&day, "a", BRINE_PRACTICE_WALK, "2026-10-25T03:00:00", NULL, "@02:30 30");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-10-25T05:00:00");
  g_assert_cmpstr (day.said->str, ==, "02:30 one a");
  fake_day_clear (&day);
}

/* Lines stand in the order of time, those of one time in that of their titles, whatever their ids. */
static void
test_order (void)
{
  static const struct
  {
    const char *id;
    const char *title;
    const char *start;
    const char *reminders;
  } items[] = {
    { "9", "Apple", "2026-11-23T12:30:00", "10" }, { "1", "Zucchini", "2026-11-23T12:30:00", "10" },
    { "2", "Miso", "2026-11-23T12:30:00", "10" },  { "8", "Later", "2026-11-23T12:50:00", "30" },
    { "7", "Before", "2026-11-23T12:20:00", "0" },
  };
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      BrinePlanItem *item = fake_day_add_item (&day, items[i].id, BRINE_PRACTICE_MEAL,
                                               items[i].start, NULL, items[i].reminders);

      g_free (item->title);
      item->title = g_strdup (items[i].title);
    }
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T13:00:00");
  g_assert_cmpstr (day.said->str, ==, "12:20 group 7 9 2 1 8");
  fake_day_clear (&day);
}

/* Hours that end where they begin are none, and both ends are kept for whoever changes one. */
static void
test_equal_quiet_hours (void)
{
  FakeDay day = { 0 };
  BrineReminderSettings settings;
  g_autofree char *text = NULL;

  fake_day_init (&day, "Europe/Berlin", "2026-11-23T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", NULL, "0");
  fake_world_set_setting (day.world, BRINE_SETTING_QUIET, "08:00-08:00");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-23T09:00:00");
  g_assert_cmpstr (day.said->str, ==, "08:00 one a");
  brine_reminder_settings_parse (day.world->settings, &settings);
  text = brine_reminder_settings_dup_value (&settings, BRINE_SETTING_QUIET);
  g_assert_cmpstr (text, ==, "08:00-08:00");
  fake_day_clear (&day);
}

/* Reminders of two days that lie between each other are two days, however often they change. */
static void
test_interleaved (void)
{
  FakeDay day = { 0 };

  fake_day_init (&day, "Europe/Berlin", "2026-11-22T07:00:00");
  fake_day_add_item (&day, "a", BRINE_PRACTICE_MEAL, "2026-11-23T08:00:00", "FREQ=DAILY", "0 1440");
  fake_world_start (day.world);
  fake_world_settle (day.world);
  fake_day_go_to (&day, "2026-11-24T12:00:00");
  g_assert_cmpstr (day.said->str, ==, "08:00 one a; 08:00 group a a; 08:00 group a a");
  g_string_truncate (day.said, 0);
  /* The 23rd is over, the 24th and the 25th are not. */
  fake_day_go_to (&day, "2026-11-25T12:00:00");
  g_assert_cmpstr (day.said->str, ==, "08:00 group a a");
  fake_day_clear (&day);
}

/* Set back by an hour within the minute that it came in, or by a second that is counted twice, the
 * clock passes the same minutes again: nothing comes twice, and what is yet to come does. */
static void
test_clock_back (void)
{
  static const char *const back_to[] = { "2026-11-23T06:50:30", "2026-11-23T07:50:00",
                                         "2026-11-23T07:49:59" };

  for (guint i = 0; i < G_N_ELEMENTS (back_to); i++)
    {
      FakeDay day = { 0 };

      g_test_message ("%s", back_to[i]);
      fake_day_init (&day, "Europe/Berlin", "2026-11-23T06:30:00");
      fake_day_add_item (&day, "a", BRINE_PRACTICE_WALK, "2026-11-23T08:00:00", NULL, "10 5");
      fake_day_add_item (&day, "b", BRINE_PRACTICE_MEAL, "2026-11-23T07:30:00", NULL, "10");
      fake_world_start (day.world);
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-23T07:50:30");
      g_assert_cmpstr (day.said->str, ==, "07:20 one b; 07:50 one a");
      fake_world_set_now (day.world, brine_zone_resolve (brine_clock_get_zone (day.world->clock),
                                                         fake_day_read (back_to[i])));
      fake_world_settle (day.world);
      fake_day_go_to (&day, "2026-11-23T09:00:00");
      g_assert_cmpstr (day.said->str, ==, "07:20 one b; 07:50 one a; 07:55 one a");
      fake_day_clear (&day);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/decision-kind/quota-skip", test_quota_skip);
  g_test_add_func ("/reminder/decision-kind/quota-skip-withdraws", test_quota_skip_withdraws);
  g_test_add_func ("/reminder/decision-kind/doubled-hour", test_doubled_hour);
  g_test_add_func ("/reminder/decision-kind/clock-back", test_clock_back);
  g_test_add_func ("/reminder/decision-kind/order", test_order);
  g_test_add_func ("/reminder/decision-kind/interleaved", test_interleaved);
  g_test_add_func ("/reminder/decision-kind/equal-quiet-hours", test_equal_quiet_hours);

  return g_test_run ();
}
