/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-reminder-actions.h"

#include <string.h>

#define ID "brine-0123456789abcdef0123456789abcdef"

typedef struct
{
  GSimpleActionGroup *actions;
  char *last; /* what was called; NULL: nothing */
} World;

static void
on_act (const char *notice_id, BrineActKind act, int argument, gpointer user_data)
{
  World *world = user_data;

  g_free (world->last);
  world->last = g_strdup_printf ("%s %d %d", notice_id, act, argument);
}

static void
on_open (const char *notice_id, gpointer user_data)
{
  World *world = user_data;

  g_free (world->last);
  world->last = g_strdup_printf ("%s open", notice_id);
}

static void
set_up (World *world, gconstpointer data)
{
  static const BrineReminderActionFuncs funcs = { .act = on_act, .open = on_open };

  world->actions = g_simple_action_group_new ();
  brine_reminder_actions_add (G_ACTION_MAP (world->actions), &funcs, world);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_clear_object (&world->actions);
  g_clear_pointer (&world->last, g_free);
}

/* Calls an action by what a notification carries; returns what came of it. */
static const char *
press (World *world, const char *name, const char *target)
{
  g_autoptr (GError) error = NULL;
  GVariant *value = g_variant_parse (NULL, target, NULL, NULL, &error);

  g_assert_no_error (error);
  g_clear_pointer (&world->last, g_free);
  g_assert_true (g_variant_is_of_type (
      value, g_action_group_get_action_parameter_type (G_ACTION_GROUP (world->actions), name)));
  g_action_group_activate_action (G_ACTION_GROUP (world->actions), name, value);
  return world->last;
}

static void
test_acts (World *world, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *target;
    const char *expected;
  } table[] = {
    { "reminder-done", "'" ID "'", ID " 0 0" },
    { "reminder-later", "('" ID "', 10)", ID " 1 10" },
    { "reminder-later", "('" ID "', -1)", ID " 1 -1" },
    { "reminder-later", "('" ID "', 1440)", ID " 1 1440" },
    { "reminder-skip", "'" ID "'", ID " 2 0" },
    { "reminder-mood", "('" ID "', 1)", ID " 3 1" },
    { "reminder-mood", "('" ID "', 5)", ID " 3 5" },
    { "reminder-keep", "'" ID "'", ID " 5 0" },
    { "reminder-drop", "'" ID "'", ID " 6 0" },
    { "reminder-open", "'" ID "'", ID " open" },
    { "reminder-open", "'brine-test'", "brine-test open" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpstr (press (world, table[i].name, table[i].target), ==, table[i].expected);
}

/* Numbers out of range, and ids that no notice has. */
static void
test_junk (World *world, gconstpointer data)
{
  static const char *const ids[] = { "",         "brine-",     "brine",         "x" ID,
                                     ID "x y",   "brine-../x", "brine-%s%n",    "brine-ä",
                                     "BRINE-12", "brine-a\nb", "brine-'; drop;" };
  static const int later[] = { -2, 0, 1441, G_MAXINT, G_MININT };
  static const int moods[] = { -1, 0, 6, G_MAXINT, G_MININT };
  g_autofree char *endless = g_strnfill (1000 * 1000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (ids[i]));
      g_autofree char *text = g_variant_print (target, FALSE);

      g_assert_false (brine_reminder_notice_id_is_valid (ids[i]));
      g_assert_null (press (world, "reminder-done", text));
      g_assert_null (press (world, "reminder-open", text));
    }
  memcpy (endless, "brine-", strlen ("brine-"));
  g_assert_false (brine_reminder_notice_id_is_valid (endless));
  g_assert_false (brine_reminder_notice_id_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autofree char *text = g_strdup_printf ("('" ID "', %d)", later[i]);

      g_assert_null (press (world, "reminder-later", text));
    }
  for (guint i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      g_autofree char *text = g_strdup_printf ("('" ID "', %d)", moods[i]);

      g_assert_null (press (world, "reminder-mood", text));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/actions/acts", World, NULL, set_up, test_acts, tear_down);
  g_test_add ("/actions/junk", World, NULL, set_up, test_junk, tear_down);
  return g_test_run ();
}
