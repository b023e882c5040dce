/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-plan-clip.h"
#include "brine-store.h"

#include <glib/gstdio.h>
#include <locale.h>

#define THURSDAY ((BrineDay)20776) /* 19 November 2026 */

/* What is copied of a real diary, and how it reads in a mail. */
static GPtrArray *
load (BrineDay from, BrineDay to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("brine-clip-XXXXXX", &error);
  g_autoptr (BrineStore) store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  g_autoptr (BrinePlanItem) walk =
      brine_plan_item_new (BRINE_PRACTICE_WALK, "Walk", brine_local (THURSDAY - 3, 17, 30), 20);
  g_autoptr (BrinePlanItem) sleep =
      brine_plan_item_new (BRINE_PRACTICE_SLEEP, "Sleep", brine_local (THURSDAY - 1, 23, 0), 480);
  g_autoptr (BrineLog) log = brine_log_new ();
  g_autoptr (BrineChange) inverse = NULL;
  BrineChange *change = brine_change_new ();
  GPtrArray *rows;
  const char *name;

  walk->rule = brine_rule_parse ("FREQ=DAILY", NULL);
  log->title = g_strdup ("Spontaneous");
  log->state = BRINE_STATE_DONE;
  log->at.day = THURSDAY;
  log->at.instant.unix_ms = (int64_t)THURSDAY * 86400000 + 36000000;
  brine_change_put_item (change, walk);
  brine_change_put_item (change, sleep);
  brine_change_put_log (change, log);
  inverse = brine_store_apply (store, change, &error);
  g_assert_no_error (error);
  rows = brine_store_load_agenda (store, from, to, brine_local (THURSDAY, 8, 0), &error);
  g_assert_no_error (error);
  brine_store_close (store);

  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_unlink (path);
    }
  g_rmdir (dir);
  return rows;
}

static void
check (BrineDay first, int n_days, guint n_entries, const char *text)
{
  g_autoptr (GPtrArray) rows = load (first, first + n_days - 1);
  g_autoptr (BrinePlanClip) clip = brine_plan_clip_new (rows, first, n_days);
  g_autofree char *is = brine_plan_clip_dup_text (clip);

  g_assert_cmpint (brine_plan_clip_get_n_days (clip), ==, n_days);
  g_assert_cmpuint (brine_plan_clip_get_entries (clip)->len, ==, n_entries);
  g_assert_cmpstr (is, ==, text);
}

/* What happened without a plan is no plan. */
static void
test_day (void)
{
  check (THURSDAY, 1, 2,
         "Thursday 19 November\n"
         "23:00 – 07:00  Sleep\n"
         "17:30 – 17:50  Walk\n");
}

static void
test_days (void)
{
  check (THURSDAY, 2, 3,
         "Thursday 19 November\n"
         "23:00 – 07:00  Sleep\n"
         "17:30 – 17:50  Walk\n"
         "\n"
         "Friday 20 November\n"
         "17:30 – 17:50  Walk\n");
}

static void
test_nothing (void)
{
  check (THURSDAY - 10, 1, 0, "");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-clip/day", test_day);
  g_test_add_func ("/plan-clip/days", test_days);
  g_test_add_func ("/plan-clip/nothing", test_nothing);
  return g_test_run ();
}
