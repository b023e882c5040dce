/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"
#include "random-records.h"

/* Every field of every record comes back as it was put, and every change can be taken back. */

typedef struct
{
  char *dir;
  BrineStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = fixture_make_dir ();
  fixture->store = fixture_open (fixture->dir);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  brine_store_close (fixture->store);
  fixture_drain ();
  g_assert_finalize_object (fixture->store);
  fixture_remove_dir (fixture->dir);
}

static int
below (GRand *rand, int n)
{
  return g_rand_int_range (rand, 0, n);
}

/* The whole diary as it is told to the outside: sorted lists of every kind. ------------------- */

#define N_LISTS 8
static const char *const setting_keys[] = { BRINE_SETTING_WEEK_START, BRINE_SETTING_LIVE_GOAL };

typedef struct
{
  GPtrArray *lists[N_LISTS];
  char *settings[G_N_ELEMENTS (setting_keys)];
} Snapshot;

typedef gboolean (*EqualRecords) (gconstpointer a, gconstpointer b);

static const EqualRecords equal_records[N_LISTS] = {
  (EqualRecords)brine_plan_item_equal, (EqualRecords)brine_log_equal,
  (EqualRecords)brine_checkin_equal,   (EqualRecords)brine_night_equal,
  (EqualRecords)brine_pause_equal,     (EqualRecords)brine_contact_equal,
  (EqualRecords)brine_template_equal,  (EqualRecords)brine_delivery_equal,
};

static Snapshot
take_snapshot (BrineStore *store)
{
  BrineDay from = BRINE_DAY_MIN;
  BrineDay to = BRINE_DAY_MAX;
  Snapshot snapshot = {
    .lists = { brine_store_load_items (store, NULL), brine_store_load_logs (store, from, to, NULL),
               brine_store_load_checkins (store, from, to, NULL),
               brine_store_load_nights (store, from, to, NULL),
               brine_store_load_pauses (store, from, to, NULL),
               brine_store_load_contacts (store, NULL), brine_store_load_templates (store, NULL),
               brine_store_load_deliveries (store, (BrineInstant){ 0 }, NULL) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (setting_keys); i++)
    snapshot.settings[i] = brine_store_dup_setting (store, setting_keys[i]);
  for (int i = 0; i < N_LISTS; i++)
    g_assert_nonnull (snapshot.lists[i]);
  return snapshot;
}

static void
clear_snapshot (Snapshot *snapshot)
{
  for (int i = 0; i < N_LISTS; i++)
    g_ptr_array_unref (snapshot->lists[i]);
  for (guint i = 0; i < G_N_ELEMENTS (setting_keys); i++)
    g_free (snapshot->settings[i]);
}

static gboolean
equal_snapshots (const Snapshot *a, const Snapshot *b)
{
  for (int kind = 0; kind < N_LISTS; kind++)
    {
      const GPtrArray *x = a->lists[kind];
      const GPtrArray *y = b->lists[kind];

      if (x->len != y->len)
        return FALSE;
      for (guint i = 0; i < x->len; i++)
        if (!equal_records[kind](x->pdata[i], y->pdata[i]))
          return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (setting_keys); i++)
    if (g_strcmp0 (a->settings[i], b->settings[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Tests ------------------------------------------------------------------------------------- */

#define N_RECORDS 40

/* Puts @record, reads the diary and finds exactly it. */
#define assert_round_trip(fixture, type, put, list, free_record)                                   \
  for (int i = 0; i < N_RECORDS; i++)                                                              \
    {                                                                                              \
      g_autoptr (type) record = list (rand);                                                       \
      BrineChange *change = brine_change_new ();                                                   \
      BrineChange *inverse;                                                                        \
                                                                                                   \
      put (change, record);                                                                        \
      inverse = fixture_apply (fixture->store, change);                                            \
      Snapshot snapshot = take_snapshot (fixture->store);                                          \
      g_assert_cmpuint (snapshot.lists[kind]->len, ==, 1);                                         \
      g_assert_true (equal_records[kind](snapshot.lists[kind]->pdata[0], record));                 \
      clear_snapshot (&snapshot);                                                                  \
      brine_change_free (fixture_apply (fixture->store, inverse));                                 \
    }

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int kind = 0;

  g_test_message ("seed %u", seed);
  assert_round_trip (fixture, BrinePlanItem, brine_change_put_item, random_item, item);
  kind++;
  assert_round_trip (fixture, BrineLog, brine_change_put_log, random_log, log);
  kind++;
  assert_round_trip (fixture, BrineCheckin, brine_change_put_checkin, random_checkin, checkin);
  kind++;
  assert_round_trip (fixture, BrineNight, brine_change_put_night, random_night, night);
  kind++;
  assert_round_trip (fixture, BrinePause, brine_change_put_pause, random_pause, pause);
  kind++;
  assert_round_trip (fixture, BrineContact, brine_change_put_contact, random_contact, contact);
  kind++;
  assert_round_trip (fixture, BrineTemplate, brine_change_put_template, random_template, template);
  kind++;
  assert_round_trip (fixture, BrineDelivery, brine_change_put_delivery, random_delivery, delivery);
}

/* Ids that steps of a random change share, so that they meet the same rows. */
#define N_IDS 6

static void
add_random_step (GRand *rand, BrineChange *change, char *const *ids)
{
  static const BrineKind removable[] = { BRINE_KIND_ITEM,     BRINE_KIND_LOG,
                                         BRINE_KIND_CHECKIN,  BRINE_KIND_NIGHT,
                                         BRINE_KIND_PAUSE,    BRINE_KIND_CONTACT,
                                         BRINE_KIND_TEMPLATE, BRINE_KIND_DELIVERY };
  char *id = ids[below (rand, N_IDS)];

#define PUT(type, field, put, make)                                                                \
  {                                                                                                \
    g_autoptr (type) record = make (rand);                                                         \
    g_free (record->field);                                                                        \
    record->field = g_strdup (id);                                                                 \
    put (change, record);                                                                          \
    break;                                                                                         \
  }
  switch (below (rand, 11))
    {
    case 0:
      PUT (BrinePlanItem, id, brine_change_put_item, random_item)
    case 1:
      {
        g_autoptr (BrineLog) log = random_log (rand);

        g_free (log->id);
        log->id = g_strdup (id);
        log->item_id = below (rand, 2) ? g_strdup (ids[below (rand, N_IDS)]) : NULL;
        log->original = brine_local (FIXTURE_MONDAY, below (rand, 3), 0);
        brine_change_put_log (change, log);
        break;
      }
    case 2:
      PUT (BrineCheckin, id, brine_change_put_checkin, random_checkin)
    case 3:
      PUT (BrineNight, id, brine_change_put_night, random_night)
    case 4:
      PUT (BrinePause, id, brine_change_put_pause, random_pause)
    case 5:
      PUT (BrineContact, id, brine_change_put_contact, random_contact)
    case 6:
      PUT (BrineTemplate, id, brine_change_put_template, random_template)
    case 7:
      PUT (BrineDelivery, key, brine_change_put_delivery, random_delivery)
    case 8:
      brine_change_put_setting (change, setting_keys[below (rand, 2)],
                                below (rand, 3) == 0 ? NULL : "value");
      break;
    default:
      brine_change_remove (change, removable[below (rand, G_N_ELEMENTS (removable))], id);
    }
#undef PUT
}

/* Property: undoing everything leads back through every state, redoing forward again. */
static void
test_undo_all (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N_CHANGES = 80
  };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Snapshot states[N_CHANGES + 1];
  BrineChange *inverses[N_CHANGES];
  char *ids[N_IDS];

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_IDS; i++)
    ids[i] = brine_id_new ();
  states[0] = take_snapshot (fixture->store);
  for (int i = 0; i < N_CHANGES; i++)
    {
      BrineChange *change = brine_change_new ();

      for (int j = below (rand, 6); j >= 0; j--)
        add_random_step (rand, change, ids);
      inverses[i] = fixture_apply (fixture->store, change);
      states[i + 1] = take_snapshot (fixture->store);
    }
  for (int round = 0; round < 2; round++)
    {
      for (int i = N_CHANGES - 1; i >= 0; i--)
        {
          inverses[i] = fixture_apply (fixture->store, inverses[i]);
          Snapshot now = take_snapshot (fixture->store);
          g_assert_true (equal_snapshots (&now, &states[i]));
          clear_snapshot (&now);
        }
      for (int i = 0; i < N_CHANGES; i++)
        {
          inverses[i] = fixture_apply (fixture->store, inverses[i]);
          Snapshot now = take_snapshot (fixture->store);
          g_assert_true (equal_snapshots (&now, &states[i + 1]));
          clear_snapshot (&now);
        }
    }
  g_assert_true (brine_store_check (fixture->store, NULL));
  for (int i = 0; i <= N_CHANGES; i++)
    clear_snapshot (&states[i]);
  for (int i = 0; i < N_CHANGES; i++)
    brine_change_free (inverses[i]);
  for (int i = 0; i < N_IDS; i++)
    g_free (ids[i]);
}

/* A change that fails at its end leaves nothing of its beginning. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BrineContact) contact = random_contact (rand);
  g_autoptr (BrineCheckin) bad = random_checkin (rand);
  g_autoptr (BrinePlanItem) walk = random_item (rand);
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();

  bad->mood = 6;
  g_free (bad->note);
  bad->note = g_strdup ("secret");
  brine_change_put_contact (change, contact);
  brine_change_put_item (change, walk);
  brine_change_put_checkin (change, bad);
  g_assert_null (brine_store_apply (fixture->store, change, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
  g_assert_null (strstr (error->message, "secret"));

  Snapshot after = take_snapshot (fixture->store);
  for (int i = 0; i < N_LISTS; i++)
    g_assert_cmpuint (after.lists[i]->len, ==, 0);
  clear_snapshot (&after);
}

/* What the diary does not take is said, in one sentence that names none of the user's words. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  enum
  {
    MOOD,
    GUT,
    FACTOR,
    EMPTY_FACTOR,
    NIGHT,
    PAUSE,
    STATE,
    RESTED,
    ITEM,
    N_CASES
  };

  for (int i = 0; i < N_CASES; i++)
    {
      g_autoptr (BrineCheckin) checkin = random_checkin (rand);
      g_autoptr (BrineNight) night = random_night (rand);
      g_autoptr (BrinePause) pause = random_pause (rand);
      g_autoptr (BrineLog) log = random_log (rand);
      g_autoptr (BrinePlanItem) item = random_item (rand);
      g_autoptr (GError) error = NULL;
      BrineChange *change = brine_change_new ();

      g_strfreev (checkin->factors);
      checkin->factors = g_strsplit (i == FACTOR ? "my\nsecret" : "mine", "|", -1);
      if (i == EMPTY_FACTOR)
        checkin->factors[0][0] = '\0';
      checkin->mood = i == MOOD ? 0 : 3;
      checkin->gut = i == GUT ? 6 : 3;
      if (i == NIGHT)
        night->wake = night->bed;
      night->rested = i == RESTED ? -1 : 0;
      pause->to = i == PAUSE ? pause->from - 1 : pause->to;
      log->state = i == STATE ? BRINE_STATE_MISSED : BRINE_STATE_DONE;
      item->minutes = i == ITEM ? -5 : 5;
      brine_change_put_checkin (change, checkin);
      brine_change_put_night (change, night);
      brine_change_put_pause (change, pause);
      brine_change_put_log (change, log);
      brine_change_put_item (change, item);
      g_assert_null (brine_store_apply (fixture->store, change, &error));
      g_assert_error (error, BRINE_ERROR, BRINE_ERROR_INVALID);
      g_assert_null (strstr (error->message, "secret"));
    }
}

static void
test_stamps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BrinePause) pause = random_pause (rand);
  BrineChange *change = brine_change_new ();
  BrineStamps first;

  brine_change_put_pause (change, pause);
  fixture_apply_and_forget (fixture->store, change);
  Snapshot snapshot = take_snapshot (fixture->store);
  first = ((BrinePause *)snapshot.lists[4]->pdata[0])->stamps;
  clear_snapshot (&snapshot);
  g_assert_cmpint (first.created.unix_ms, >, 0);
  g_assert_cmpint (first.created.unix_ms, ==, first.modified.unix_ms);

  pause->to += 1;
  change = brine_change_new ();
  brine_change_put_pause (change, pause);
  fixture_apply_and_forget (fixture->store, change);
  snapshot = take_snapshot (fixture->store);
  BrineStamps second = ((BrinePause *)snapshot.lists[4]->pdata[0])->stamps;
  clear_snapshot (&snapshot);
  g_assert_cmpint (second.created.unix_ms, ==, first.created.unix_ms);
  g_assert_cmpint (second.modified.unix_ms, >=, first.modified.unix_ms);
}

/* Years 1970 and 2106 and far beyond: stored as they are. */
static void
test_odd_instants (Fixture *fixture, gconstpointer data)
{
  static const int64_t instants[] = {
    0, 1, -1, 4294967296000, G_MAXINT64 / 4, -(int64_t)62135596800000
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      g_autoptr (BrineCheckin) checkin = random_checkin (rand);
      BrineChange *change = brine_change_new ();

      checkin->at.instant.unix_ms = instants[i];
      brine_change_put_checkin (change, checkin);
      BrineChange *inverse = fixture_apply (fixture->store, change);
      Snapshot snapshot = take_snapshot (fixture->store);
      g_assert_true (brine_checkin_equal (snapshot.lists[2]->pdata[0], checkin));
      clear_snapshot (&snapshot);
      brine_change_free (fixture_apply (fixture->store, inverse));
    }
}

/* A second log of the same occurrence takes the place of the first; a quota has several. */
static void
test_one_log_an_occurrence (Fixture *fixture, gconstpointer data)
{
  BrineLocal start = brine_local (FIXTURE_MONDAY, 8, 0);
  g_autoptr (BrinePlanItem) walk =
      fixture_item (BRINE_PRACTICE_WALK, "Walk", start, 20, "FREQ=DAILY");
  g_autoptr (BrinePlanItem) yoga = fixture_item (BRINE_PRACTICE_OWN, "Yoga", start, 20, NULL);
  const struct
  {
    BrinePlanItem *item;
    guint n_logs;
  } cases[] = { { walk, 1 }, { yoga, 3 } };

  yoga->quota_per_week = 3;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BrineLog) first = fixture_log (cases[i].item, start, BRINE_STATE_SKIPPED);
      g_autoptr (BrineLog) second = fixture_log (cases[i].item, start, BRINE_STATE_DONE);
      BrineChange *change = brine_change_new ();

      fixture_put_item (fixture->store, cases[i].item);
      fixture_put_log (fixture->store, first);
      brine_change_put_log (change, second);
      BrineChange *inverse = fixture_apply (fixture->store, change);
      Snapshot snapshot = take_snapshot (fixture->store);
      g_assert_cmpuint (snapshot.lists[1]->len, ==, cases[i].n_logs);
      clear_snapshot (&snapshot);

      brine_change_free (fixture_apply (fixture->store, inverse));
      snapshot = take_snapshot (fixture->store);
      g_assert_cmpuint (snapshot.lists[1]->len, ==, i + 1);
      clear_snapshot (&snapshot);
    }
}

static void
test_load_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr (BrinePlanItem) item = random_item (rand);

      fixture_put_item (fixture->store, item);
      g_autoptr (BrinePlanItem) loaded = brine_store_load_item (fixture->store, item->id, NULL);
      g_assert_true (brine_plan_item_equal (item, loaded));
    }
  g_assert_null (brine_store_load_item (fixture->store, "nobody", &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
}

static void
test_span (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BrineCheckin) first = fixture_checkin (brine_local (FIXTURE_MONDAY - 9, 9, 0), 3);
  g_autoptr (BrineNight) last = fixture_night (brine_local (FIXTURE_MONDAY + 4, 23, 0),
                                               brine_local (FIXTURE_MONDAY + 5, 7, 0));
  g_autoptr (GError) error = NULL;
  BrineChange *change = brine_change_new ();
  BrineDay from = 0;
  BrineDay to = 0;

  g_assert_false (brine_store_load_span (fixture->store, &from, &to, &error));
  g_assert_no_error (error);
  brine_change_put_checkin (change, first);
  brine_change_put_night (change, last);
  fixture_apply_and_forget (fixture->store, change);
  g_assert_true (brine_store_load_span (fixture->store, &from, &to, &error));
  g_assert_cmpint (from, ==, FIXTURE_MONDAY - 9);
  g_assert_cmpint (to, ==, FIXTURE_MONDAY + 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/records/round-trip", test_round_trip);
  ADD ("/records/undo-all", test_undo_all);
  ADD ("/records/all-or-nothing", test_all_or_nothing);
  ADD ("/records/invalid", test_invalid);
  ADD ("/records/stamps", test_stamps);
  ADD ("/records/odd-instants", test_odd_instants);
  ADD ("/records/one-log-an-occurrence", test_one_log_an_occurrence);
  ADD ("/records/load-item", test_load_item);
  ADD ("/records/span", test_span);
#undef ADD
  return g_test_run ();
}
