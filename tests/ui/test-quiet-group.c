/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-quiet-group.h"

/* 2026-11-23T14:00Z */
#define NOW_MS G_GINT64_CONSTANT (1795442400000)
#define HOUR_MS (60 * 60 * 1000)
#define BOUND_SECONDS 60

/* The button of @group with this text, shown or not. (transfer none) */
static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
assert_paused (GtkWidget *group, gboolean paused)
{
  g_assert_cmpint (gtk_widget_get_visible (find_button (group, "Resume")), ==, paused);
  g_assert_cmpint (gtk_widget_get_visible (find_button (group, "1 Hour")), ==, !paused);
}

static GtkWidget *
make_group (BrineClock *clock, BrineInstant paused_until)
{
  GtkWidget *group = g_object_ref_sink (brine_quiet_group_new (clock));
  BrineReminderSettings settings = { .paused_until = paused_until };

  brine_quiet_group_show (BRINE_QUIET_GROUP (group), &settings, 240);
  return group;
}

static void
test_clock_is_set (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (BrineClock) clock = brine_clock_new_fixed ((BrineInstant){ NOW_MS }, zone);
  GtkWidget *group = make_group (clock, (BrineInstant){ NOW_MS + HOUR_MS });

  assert_paused (group, TRUE);
  brine_clock_set_now (clock, (BrineInstant){ NOW_MS + HOUR_MS - 1 });
  assert_paused (group, TRUE);
  brine_clock_set_now (clock, (BrineInstant){ NOW_MS + HOUR_MS });
  assert_paused (group, FALSE);
  g_object_unref (group);
  brine_clock_set_now (clock, (BrineInstant){ NOW_MS });
}

static gboolean
on_bound_cb (gpointer user_data)
{
  g_error ("The pause does not end");
  return G_SOURCE_REMOVE;
}

/* Nobody sets the clock of the system; it goes on. */
static void
test_time_goes_on (void)
{
  g_autoptr (BrineClock) clock = brine_clock_new_system ();
  BrineInstant end = brine_clock_get_now (clock);
  guint bound = g_timeout_add_seconds (BOUND_SECONDS, on_bound_cb, NULL);

  end.unix_ms += 1500;
  GtkWidget *group = make_group (clock, end);
  assert_paused (group, TRUE);
  while (gtk_widget_get_visible (find_button (group, "Resume")))
    g_main_context_iteration (NULL, TRUE);
  assert_paused (group, FALSE);
  g_assert_cmpint (brine_clock_get_now (clock).unix_ms, >=, end.unix_ms);
  g_source_remove (bound);
  g_object_unref (group);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/quiet-group/clock-is-set", test_clock_is_set);
  g_test_add_func ("/quiet-group/time-goes-on", test_time_goes_on);
  return g_test_run ();
}
