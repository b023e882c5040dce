/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-day.h"

BrineLocal
fake_day_read (const char *text)
{
  BrineLocal local;

  g_assert_true (brine_local_parse (text, &local));
  return local;
}

static void
on_show (const BrineNotice *notice, gpointer user_data)
{
  static const char *const kinds[] = { "one", "group", "digest", "check-in", "look-back", "ask" };
  FakeDay *day = user_data;
  g_autofree char *now = brine_local_to_string (brine_clock_get_local (day->world->clock));

  g_string_append_printf (day->said, "%s%.5s %s", day->said->len > 0 ? "; " : "", now + 11,
                          kinds[notice->kind]);
  for (guint i = 0; i < notice->dues->len; i++)
    {
      const BrineDue *due = notice->dues->pdata[i];

      g_string_append_printf (day->said, " %s",
                              due->item_id != NULL ? due->item_id
                                                   : brine_due_source_to_nick (due->source));
    }
}

void
fake_day_go_to (FakeDay *day, const char *text)
{
  BrineInstant until =
      brine_zone_resolve (brine_clock_get_zone (day->world->clock), fake_day_read (text));
  BrineInstant wake;

  while (day->world->engine != NULL && brine_reminder_engine_get_wake (day->world->engine, &wake)
         && brine_instant_compare (wake, until) < 0)
    fake_world_set_now (day->world, wake);
  fake_world_set_now (day->world, until);
}

void
fake_day_init (FakeDay *day, const char *zone, const char *now)
{
  g_autoptr (GTimeZone) where = g_time_zone_new_identifier (zone);

  day->world = fake_world_new (brine_zone_resolve (where, fake_day_read (now)), zone);
  day->world->on_show = on_show;
  day->world->user_data = day;
  day->said = g_string_new (NULL);
}

void
fake_day_clear (FakeDay *day)
{
  fake_world_free (day->world);
  g_string_free (day->said, TRUE);
}

BrinePlanItem *
fake_day_add_item (FakeDay *day, const char *id, BrinePractice practice, const char *start,
                   const char *rule, const char *reminders)
{
  BrinePlanItem *item = brine_plan_item_new (practice, id, fake_day_read (start), 20);
  g_auto (GStrv) texts = g_strsplit (reminders, " ", -1);

  g_free (item->id);
  item->id = g_strdup (id);
  if (rule != NULL)
    item->rule = brine_rule_parse (rule, NULL);
  for (guint i = 0; texts[i] != NULL && texts[i][0] != '\0'; i++)
    fake_world_add_reminder (item, texts[i]);
  g_ptr_array_add (day->world->items, item);
  return item;
}
