/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

char *
fixture_make_dir (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("brine-store-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

void
fixture_remove_dir (char *dir)
{
  GDir *entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        fixture_remove_dir (g_strdup (path));
      else
        g_unlink (path);
    }
  g_clear_pointer (&entries, g_dir_close);
  g_rmdir (dir);
  g_free (dir);
}

BrineStore *
fixture_open (const char *dir)
{
  g_autoptr (GError) error = NULL;
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
on_timeout_cb (gpointer data)
{
  g_error ("What was waited for did not come within a minute.");
  return G_SOURCE_REMOVE;
}

void
fixture_wait (const gboolean *done)
{
  guint source = g_timeout_add_seconds (60, on_timeout_cb, NULL);

  while (!*done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

void
fixture_wait_loaded (gpointer model)
{
  guint source = g_timeout_add_seconds (60, on_timeout_cb, NULL);
  gboolean loading = TRUE;

  while (fixture_drain (), g_object_get (model, "loading", &loading, NULL), loading)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

void
fixture_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
fixture_run_child (int argc, char **argv, const FixtureChild *children, guint n_children)
{
  if (argc != 4 || strcmp (argv[1], "--child") != 0)
    return;
  for (guint i = 0; i < n_children; i++)
    if (strcmp (children[i].name, argv[2]) == 0)
      {
        children[i].run (argv[3]);
        exit (0);
      }
  exit (2);
}

GPid
fixture_start_child (const char *name, const char *dir, int *out_stdout)
{
  const char *arguments[] = { "/proc/self/exe", "--child", name, dir, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **)arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, out_stdout, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

int
fixture_wait_for_child (GPid pid)
{
  int status;

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status;
}

void
fixture_become_nobody (void)
{
  if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
    exit (77);
}

BrineChange *
fixture_apply (BrineStore *store, BrineChange *change)
{
  g_autoptr (GError) error = NULL;
  BrineChange *inverse = brine_store_apply (store, change, &error);

  g_assert_no_error (error);
  g_assert_nonnull (inverse);
  return inverse;
}

void
fixture_apply_and_forget (BrineStore *store, BrineChange *change)
{
  brine_change_free (fixture_apply (store, change));
}

BrinePlanItem *
fixture_item (BrinePractice practice, const char *title, BrineLocal start, int minutes,
              const char *rule)
{
  g_autoptr (GError) error = NULL;
  BrinePlanItem *item = brine_plan_item_new (practice, title, start, minutes);

  if (rule != NULL)
    item->rule = brine_rule_parse (rule, &error);
  g_assert_no_error (error);
  return item;
}

BrineMoment
fixture_moment (BrineLocal local)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  return brine_moment_new (brine_zone_resolve (utc, local), utc, BRINE_DAY_START_DEFAULT_MINUTES);
}

BrineLog *
fixture_log (const BrinePlanItem *item, BrineLocal original, BrineState state)
{
  BrineLog *log = brine_log_new ();

  log->item_id = g_strdup (item == NULL ? NULL : item->id);
  log->practice = item == NULL ? BRINE_PRACTICE_WALK : item->practice;
  log->title = g_strdup (item == NULL ? "Spontaneous" : item->title);
  log->original = original;
  log->state = state;
  log->at = fixture_moment (original);
  return log;
}

BrineNight *
fixture_night (BrineLocal bed, BrineLocal wake)
{
  BrineNight *night = brine_night_new ();

  night->bed = fixture_moment (bed);
  night->wake = fixture_moment (wake);
  night->rested = 4;
  return night;
}

BrineCheckin *
fixture_checkin (BrineLocal at, int mood)
{
  BrineCheckin *checkin = brine_checkin_new ();

  checkin->at = fixture_moment (at);
  checkin->mood = mood;
  return checkin;
}

void
fixture_put_item (BrineStore *store, const BrinePlanItem *item)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, item);
  fixture_apply_and_forget (store, change);
}

void
fixture_put_log (BrineStore *store, const BrineLog *log)
{
  BrineChange *change = brine_change_new ();

  brine_change_put_log (change, log);
  fixture_apply_and_forget (store, change);
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                     gpointer user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%s%u-%u+%u", text->len == 0 ? "" : " ", position, removed, added);
}

GString *
fixture_watch_items (GListModel *model)
{
  GString *text = g_string_new (NULL);

  g_signal_connect (model, "items-changed", G_CALLBACK (on_items_changed_cb), text);
  return text;
}

/* The plan of the filled diary. */
static const struct
{
  BrinePractice practice;
  const char *title;
  int hour;
  int minutes;
  const char *rule;
} filled_plan[] = {
  { BRINE_PRACTICE_SLEEP, "Night", 22, 540, "FREQ=DAILY" },
  { BRINE_PRACTICE_MEAL, "Breakfast", 7, 20, "FREQ=DAILY" },
  { BRINE_PRACTICE_MEAL, "Lunch", 12, 30, "FREQ=DAILY" },
  { BRINE_PRACTICE_MEAL, "Dinner", 18, 40, "FREQ=DAILY" },
  { BRINE_PRACTICE_WALK, "Walk", 8, 20, "FREQ=DAILY" },
  { BRINE_PRACTICE_MEDITATION, "Sit", 6, 10, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" },
  { BRINE_PRACTICE_BREATHWORK, "Breathe", 21, 5, "FREQ=DAILY" },
  { BRINE_PRACTICE_OWN, "Read", 20, 30, "FREQ=DAILY;INTERVAL=2" },
};

static void
fill_day (BrineChange *change, BrinePlanItem **items, BrineDay day, GRand *rand)
{
  g_autoptr (BrineNight) night =
      fixture_night (brine_local (day - 1, 22, g_rand_int_range (rand, 0, 60)),
                     brine_local (day, 6, g_rand_int_range (rand, 0, 60)));
  g_autoptr (BrineCheckin) checkin =
      fixture_checkin (brine_local (day, 19, 0), g_rand_int_range (rand, 1, 6));

  brine_change_put_night (change, night);
  brine_change_put_checkin (change, checkin);
  for (guint i = 1; i < G_N_ELEMENTS (filled_plan); i++)
    {
      BrineLocal original = brine_local (day, filled_plan[i].hour, 0);
      g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (items[i]);
      g_autoptr (BrineLog) log = NULL;

      if (g_rand_int_range (rand, 0, 10) == 0 || !brine_recurrence_contains (recurrence, original))
        continue;
      log =
          fixture_log (items[i], original, BRINE_STATE_DONE + g_rand_int_range (rand, 0, 12) / 10);
      log->amount = (BrineAmount){ filled_plan[i].minutes, BRINE_UNIT_MINUTES };
      if (filled_plan[i].practice == BRINE_PRACTICE_MEAL)
        {
          log->live_servings = g_rand_int_range (rand, 0, 3) * 0.5;
          log->plants =
              g_strdup_printf ("cabbage:1;carrot:1;p%d:1;dill:0.25;p%d:1",
                               g_rand_int_range (rand, 0, 30), g_rand_int_range (rand, 0, 30));
        }
      brine_change_put_log (change, log);
    }
}

void
fixture_fill (BrineStore *store, BrineDay last, int n_days, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BrinePlanItem *items[G_N_ELEMENTS (filled_plan)];
  BrineChange *change = brine_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filled_plan); i++)
    {
      items[i] = fixture_item (filled_plan[i].practice, filled_plan[i].title,
                               brine_local (last - n_days, filled_plan[i].hour, 0),
                               filled_plan[i].minutes, filled_plan[i].rule);
      brine_change_put_item (change, items[i]);
    }
  for (BrineDay day = last - n_days + 1; day <= last; day++)
    fill_day (change, items, day, rand);
  fixture_apply_and_forget (store, change);
  for (guint i = 0; i < G_N_ELEMENTS (filled_plan); i++)
    brine_plan_item_free (items[i]);
}
