/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-store-diary.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "brine-file-stamp.h"
#include "brine-reminder-engine.h"
#include "brine-reminder.h"
#include "brine-store-private.h"

#define N_DAYS 200
#define FIRST_DAY brine_day_from_ymd (2026, 1, 5)

static const char *own_path;

/* A notifier that writes down what it shows, as a screen would keep it ------------------------- */

#define SCREEN_TYPE_NOTIFIER (screen_notifier_get_type ())
G_DECLARE_FINAL_TYPE (ScreenNotifier, screen_notifier, SCREEN, NOTIFIER, GObject)

struct _ScreenNotifier
{
  GObject parent_instance;

  int fd;
};

static gboolean
is_available (BrineNotifier *notifier)
{
  return TRUE;
}

static void
show_async (BrineNotifier *notifier, const BrineNotice *notice, GAsyncReadyCallback callback,
            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (notifier, NULL, callback, user_data);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < notice->dues->len; i++)
    g_string_append_printf (lines, "%s %s\n", ((const BrineDue *)notice->dues->pdata[i])->key,
                            notice->id);
  g_assert_cmpint (write (SCREEN_NOTIFIER (notifier)->fd, lines->str, lines->len), ==,
                   (gssize)lines->len);
  g_task_return_boolean (task, TRUE);
}

static gboolean
show_finish (BrineNotifier *notifier, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
withdraw (BrineNotifier *notifier, const char *id)
{
}

static void
screen_notifier_iface_init (BrineNotifierInterface *iface)
{
  iface->is_available = is_available;
  iface->show_async = show_async;
  iface->show_finish = show_finish;
  iface->withdraw = withdraw;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ScreenNotifier, screen_notifier, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_NOTIFIER,
                                                      screen_notifier_iface_init))

static void
screen_notifier_class_init (ScreenNotifierClass *klass)
{
}

static void
screen_notifier_init (ScreenNotifier *self)
{
}

/* The process that is killed ------------------------------------------------------------------- */

static void
settle (BrineReminderEngine *engine)
{
  while (brine_reminder_engine_is_busy (engine))
    g_main_context_iteration (NULL, TRUE);
}

/* Somebody puts every notification away, so that Brine does not ask. */
static void
dismiss_all (BrineStore *store, BrineInstant now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineChange) change = brine_change_new ();
  g_autoptr (GPtrArray) open =
      brine_store_load_deliveries (store, (BrineInstant){ G_MAXINT64 }, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < open->len; i++)
    {
      BrineDelivery *delivery = open->pdata[i];

      delivery->state = BRINE_DELIVERY_DISMISSED;
      delivery->at = now;
      brine_change_put_delivery (change, delivery);
    }
  if (open->len > 0)
    brine_change_free (brine_store_apply (store, g_steal_pointer (&change), &error));
  g_assert_no_error (error);
}

static BrineInstant
read_now (const char *path)
{
  g_autofree char *text = NULL;
  BrineInstant now = { FIRST_DAY * INT64_C (86400000) };

  if (g_file_get_contents (path, &text, NULL, NULL))
    now.unix_ms = g_ascii_strtoll (text, NULL, 10);
  return now;
}

/* Goes from reminder to reminder until the days are over. */
static void
run_days (const char *dir)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *now_path = g_build_filename (dir, "now", NULL);
  g_autofree char *screen_path = g_build_filename (dir, "screen", NULL);
  BrineInstant now = read_now (now_path);
  BrineInstant end = { (FIRST_DAY + N_DAYS) * INT64_C (86400000) };
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  ScreenNotifier *notifier = g_object_new (SCREEN_TYPE_NOTIFIER, NULL);
  BrineClock *clock = brine_clock_new_fixed (now, utc);
  BrineReminderDiary *diary;
  BrineReminderEngine *engine;

  g_assert_no_error (error);
  notifier->fd = open (screen_path, O_WRONLY | O_APPEND | O_CREAT, 0600);
  g_assert_cmpint (notifier->fd, >=, 0);
  diary = brine_store_diary_new (store);
  engine = brine_reminder_engine_new (diary, BRINE_NOTIFIER (notifier), clock);
  brine_reminder_engine_start (engine);
  settle (engine);
  while (brine_instant_compare (now, end) < 0)
    {
      g_autofree char *text = NULL;

      dismiss_all (store, now);
      settle (engine);
      g_assert_true (brine_reminder_engine_get_wake (engine, &now));
      text = g_strdup_printf ("%" G_GINT64_FORMAT, now.unix_ms);
      g_assert_true (g_file_set_contents (now_path, text, -1, &error));
      brine_clock_set_now (clock, now);
      settle (engine);
    }
  _exit (0);
}

static GPid
start_child (const char *dir)
{
  g_autoptr (GError) error = NULL;
  const char *argv[] = { own_path, "--child", dir, NULL };
  GPid pid;

  g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error);
  g_assert_no_error (error);
  return pid;
}

/* What is on the screen in the end --------------------------------------------------------------- */

static void
check_screen (const char *dir, int n_kills)
{
  g_autofree char *path = g_build_filename (dir, "screen", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  int n_again = 0;
  int n_missed = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *space = strchr (lines[i], ' ');
      const char *before;

      *space = '\0';
      before = g_hash_table_lookup (ids, lines[i]);
      if (before != NULL)
        {
          n_again++;
          g_assert_cmpstr (before, ==, space + 1);
        }
      g_hash_table_insert (ids, lines[i], space + 1);
    }
  for (BrineDay day = FIRST_DAY + 1; day < FIRST_DAY + N_DAYS; day++)
    for (int minute = 710; minute <= 730; minute += 20)
      {
        BrineLocal original = { day, 720 * 60 };
        g_autofree char *key = brine_due_make_key (BRINE_DUE_PLAN, "lunch", original,
                                                   (BrineLocal){ day, minute * 60 });

        n_missed += !g_hash_table_contains (ids, key);
      }
  g_test_message ("%d days, %d kills: %u reminders shown, %d of them again under the same id, %d "
                  "missed, 0 doubled",
                  N_DAYS, n_kills, g_hash_table_size (ids), n_again, n_missed);
  g_assert_cmpint (n_missed, ==, 0);
  g_assert_cmpint (n_again, <=, 2 * n_kills);
}

static void
remove_dir (const char *dir)
{
  GDir *entries = g_dir_open (dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      g_unlink (path);
    }
  g_dir_close (entries);
  g_rmdir (dir);
}

static BrinePlanItem *
make_item (const char *id, int hour)
{
  BrinePlanItem *item =
      brine_plan_item_new (BRINE_PRACTICE_MEAL, "Lunch", brine_local (FIRST_DAY, hour, 0), 30);

  g_free (item->id);
  item->id = g_strdup (id);
  item->rule = brine_rule_parse ("FREQ=DAILY", NULL);
  brine_reminders_add (item->reminders, (BrineReminder){ BRINE_REMINDER_OFFSET, 10, 0 });
  brine_reminders_add (item->reminders, (BrineReminder){ BRINE_REMINDER_AT, 730, 0 });
  return item;
}

static void
put_item (BrineStore *store, const char *id, int hour)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BrinePlanItem) item = make_item (id, hour);
  BrineChange *change = brine_change_new ();

  brine_change_put_item (change, item);
  brine_change_free (brine_store_apply (store, change, &error));
  g_assert_no_error (error);
}

static void
test_kills (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("brine-reminder-XXXXXX", &error);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  int status = -1;
  int n_kills = 0;

  g_assert_no_error (error);
  put_item (store, "lunch", 12);
  g_object_unref (store);
  while (status != 0)
    {
      GPid pid = start_child (dir);

      /* The last ones may live, so that it ends. */
      if (n_kills < 60)
        {
          g_usleep ((gulong)g_rand_int_range (rand, 5000, 120000));
          kill (pid, SIGKILL);
        }
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      n_kills += status != 0;
      g_assert_true (status == 0 || (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL));
    }
  check_screen (dir, n_kills);
  remove_dir (dir);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      brine_reminder_diary_commit_finish (BRINE_REMINDER_DIARY (source), result, &error));
  g_assert_no_error (error);
  *done = TRUE;
}

static void
commit (BrineReminderDiary *diary, BrineDelivery *delivery)
{
  g_autoptr (GPtrArray) deliveries = g_ptr_array_new ();
  gboolean done = FALSE;

  g_ptr_array_add (deliveries, delivery);
  brine_reminder_diary_commit_async (diary, deliveries, NULL, on_committed_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static const BrineDelivery *
find_in (const GPtrArray *deliveries, const char *key)
{
  for (guint i = 0; i < deliveries->len; i++)
    if (strcmp (((const BrineDelivery *)deliveries->pdata[i])->key, key) == 0)
      return deliveries->pdata[i];
  return NULL;
}

static void
put_delivery (BrineStore *store, const BrineDelivery *delivery)
{
  BrineChange *change = brine_change_new ();
  g_autoptr (GError) error = NULL;

  brine_change_put_delivery (change, delivery);
  brine_change_free (brine_store_apply (store, change, &error));
  g_assert_no_error (error);
}

/* What somebody answered while the engine was thinking stands. */
static void
test_answers (void)
{
  static const struct
  {
    BrineDeliveryState stored;
    gboolean later; /* a snooze that is not over */
    BrineDeliveryState written;
    BrineDeliveryState expected;
  } rows[] = {
    { BRINE_DELIVERY_CLAIMED, FALSE, BRINE_DELIVERY_SHOWN, BRINE_DELIVERY_SHOWN },
    { BRINE_DELIVERY_DONE, FALSE, BRINE_DELIVERY_SHOWN, BRINE_DELIVERY_DONE },
    { BRINE_DELIVERY_DONE, FALSE, BRINE_DELIVERY_CLAIMED, BRINE_DELIVERY_DONE },
    { BRINE_DELIVERY_SKIPPED, FALSE, BRINE_DELIVERY_EXPIRED, BRINE_DELIVERY_SKIPPED },
    { BRINE_DELIVERY_DISMISSED, FALSE, BRINE_DELIVERY_EXPIRED, BRINE_DELIVERY_DISMISSED },
    { BRINE_DELIVERY_SNOOZED, TRUE, BRINE_DELIVERY_CLAIMED, BRINE_DELIVERY_SNOOZED },
    { BRINE_DELIVERY_SNOOZED, FALSE, BRINE_DELIVERY_CLAIMED, BRINE_DELIVERY_CLAIMED },
    { BRINE_DELIVERY_SNOOZED, TRUE, BRINE_DELIVERY_DONE, BRINE_DELIVERY_DONE },
    { BRINE_DELIVERY_SHOWN, FALSE, BRINE_DELIVERY_EXPIRED, BRINE_DELIVERY_EXPIRED },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("brine-reminder-XXXXXX", &error);
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  BrineReminderDiary *diary = brine_store_diary_new (store);
  BrineInstant now = { FIRST_DAY * INT64_C (86400000) };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = g_strdup_printf ("plan|item|%u", i);
      g_autoptr (BrineDelivery) delivery = brine_delivery_new (key, BRINE_DUE_PLAN);

      delivery->at = now;
      delivery->notice_id = g_strdup ("brine-1");
      delivery->state = rows[i].stored;
      delivery->until = brine_instant_add_seconds (now, rows[i].later ? 600 : -600);
      put_delivery (store, delivery);
      delivery->state = rows[i].written;
      commit (diary, delivery);

      g_autoptr (GPtrArray) all = brine_store_load_deliveries (store, (BrineInstant){ 0 }, &error);
      const BrineDelivery *found = find_in (all, key);
      g_assert_cmpint (found != NULL ? (int)found->state : -1, ==, (int)rows[i].expected);
    }
  g_object_unref (diary);
  g_object_unref (store);
  remove_dir (dir);
}

/* However much is planned, the facts cost as many queries. */
static void
test_queries (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("brine-reminder-XXXXXX", &error);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineInstant now = { (FIRST_DAY + 100) * INT64_C (86400000) };
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  int n_before, n_few, n_many;

  g_assert_no_error (error);
  put_item (store, "first", 8);
  n_before = brine_store_count_queries (store);
  g_autoptr (BrineReminderFacts) few = brine_reminder_facts_load (store, now, utc, 0, &error);
  n_few = brine_store_count_queries (store) - n_before;
  g_assert_no_error (error);
  g_assert_cmpuint (few->items->len, ==, 1);

  for (int i = 0; i < 199; i++)
    {
      g_autofree char *id = g_strdup_printf ("item-%d", i);

      put_item (store, id, i % 24);
    }
  g_autoptr (BrineReminderFacts) warm = brine_reminder_facts_load (store, now, utc, 0, &error);
  n_before = brine_store_count_queries (store);
  g_autoptr (BrineReminderFacts) many = brine_reminder_facts_load (store, now, utc, 0, &error);
  n_many = brine_store_count_queries (store) - n_before;
  g_assert_no_error (error);
  g_assert_cmpuint (many->items->len, ==, 200);
  g_assert_cmpuint (many->occurrences->len, ==, 200 * (guint)(many->to - many->from + 1));
  g_test_message ("%d queries for one item, %d for 200", n_few, n_many);
  g_assert_cmpint (n_many, <=, n_few);
  g_object_unref (store);
  remove_dir (dir);
}

static void
put_many (BrineStore *store, int n_days, BrineInstant now)
{
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();

  for (int day = 0; day < n_days; day++)
    for (int i = 0; i < 10; i++)
      {
        g_autofree char *key = g_strdup_printf ("plan|item-%d|%04d", i, day);
        g_autoptr (BrineDelivery) delivery = brine_delivery_new (key, BRINE_DUE_PLAN);

        delivery->item_id = g_strdup_printf ("item-%d", i);
        delivery->at = brine_instant_add_seconds (now, -(int64_t)day * BRINE_SECONDS_PER_DAY);
        delivery->nominal = delivery->original = (BrineLocal){ FIRST_DAY + 100 - day, i * 3600 };
        delivery->state = BRINE_DELIVERY_EXPIRED;
        delivery->shown = TRUE;
        brine_change_put_delivery (change, delivery);
      }
  brine_change_free (brine_store_apply (store, change, &error));
  g_assert_no_error (error);
}

/* How long deliveries are remembered is nothing that each look pays for; yet the last ones of an item
 * are known, the questions, and whatever is open. */
static void
test_known_deliveries (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("brine-reminder-XXXXXX", &error);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  BrineInstant now = { (FIRST_DAY + 100) * INT64_C (86400000) };
  BrineStore *store = brine_store_open (dir, BRINE_OPEN_CREATE, &error);
  guint n_few, n_many;
  static const struct
  {
    const char *key;
    BrineDueSource source;
    BrineDeliveryState state;
    int days_ago;
    gboolean known;
  } rows[] = {
    { "open", BRINE_DUE_PLAN, BRINE_DELIVERY_SHOWN, 40, TRUE },
    { "asked", BRINE_DUE_ASK, BRINE_DELIVERY_DISMISSED, 40, TRUE },
    { "asked long ago", BRINE_DUE_ASK, BRINE_DELIVERY_DISMISSED, 70, FALSE },
    { "prompt", BRINE_DUE_CHECKIN, BRINE_DELIVERY_DONE, 40, FALSE },
    { "yesterday", BRINE_DUE_CHECKIN, BRINE_DELIVERY_DONE, 1, TRUE },
    { "rare", BRINE_DUE_PLAN, BRINE_DELIVERY_EXPIRED, 40, TRUE },
    { "rare, long ago", BRINE_DUE_PLAN, BRINE_DELIVERY_EXPIRED, 70, FALSE },
  };

  put_many (store, 12, now);
  g_autoptr (BrineReminderFacts) few = brine_reminder_facts_load (store, now, utc, 0, &error);
  g_assert_no_error (error);
  n_few = few->deliveries->len;
  g_assert_cmpuint (n_few, ==, 10 * 11);
  put_many (store, 60, now);
  g_autoptr (BrineReminderFacts) many = brine_reminder_facts_load (store, now, utc, 0, &error);
  n_many = many->deliveries->len;
  g_assert_cmpuint (n_many, ==, n_few);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineDelivery) delivery = brine_delivery_new (rows[i].key, rows[i].source);

      delivery->item_id = g_strdup (rows[i].key);
      delivery->at =
          brine_instant_add_seconds (now, -(int64_t)rows[i].days_ago * BRINE_SECONDS_PER_DAY);
      delivery->nominal = delivery->original =
          (BrineLocal){ FIRST_DAY + 100 - rows[i].days_ago, 0 };
      delivery->state = rows[i].state;
      delivery->shown = TRUE;
      put_delivery (store, delivery);
    }
  g_autoptr (BrineReminderFacts) all = brine_reminder_facts_load (store, now, utc, 0, &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].key);
      g_assert_true ((find_in (all->deliveries, rows[i].key) != NULL) == rows[i].known);
    }
  g_object_unref (store);
  remove_dir (dir);
}

static void
test_stamp (void)
{
  g_autofree char *path = NULL;
  BrineFileStamp stamp = { 0 };
  int fd = g_file_open_tmp ("brine-stamp-XXXXXX", &path, NULL);
  static const struct timespec long_ago[2] = { { 1000, 0 }, { 1000, 0 } };

  g_assert_false (brine_file_stamp_update (&stamp, path)); /* the first look */
  g_assert_true (brine_file_stamp_update (&stamp, path));
  g_assert_cmpint (write (fd, "x", 1), ==, 1);
  g_assert_false (brine_file_stamp_update (&stamp, path));
  g_assert_true (brine_file_stamp_update (&stamp, path));
  g_assert_cmpint (utimensat (AT_FDCWD, path, long_ago, 0), ==, 0);
  g_assert_false (brine_file_stamp_update (&stamp, path));
  g_unlink (path);
  g_assert_false (brine_file_stamp_update (&stamp, path));
  g_assert_true (brine_file_stamp_update (&stamp, path)); /* not there, as before */
  close (fd);
}

int
main (int argc, char *argv[])
{
  own_path = argv[0];
  if (argc == 3 && strcmp (argv[1], "--child") == 0)
    run_days (argv[2]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/store-diary/queries", test_queries);
  g_test_add_func ("/reminder/store-diary/answers", test_answers);
  g_test_add_func ("/reminder/store-diary/known-deliveries", test_known_deliveries);
  g_test_add_func ("/reminder/store-diary/stamp", test_stamp);
  g_test_add_func ("/reminder/store-diary/kills", test_kills);

  return g_test_run ();
}
