/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-records.h"

#include <string.h>

/* Each record has a list of changes, one for every field. The law: a copy is equal, a change to
 * any field makes it unequal both ways, and the stamps do not matter. */

typedef void (*Change) (gpointer record);

typedef struct
{
  gpointer (*make) (void);
  gpointer (*copy) (gconstpointer record);
  void (*free) (gpointer record);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
  const Change *changes; /* NULL-terminated */
} RecordType;

#define SET_STRING(Type, name, field)                                                              \
  static void name##_##field (gpointer record)                                                     \
  {                                                                                                \
    Type *self = record;                                                                           \
    char *old = self->field;                                                                       \
    self->field = g_strconcat (old ? old : "", "x", NULL);                                         \
    g_free (old);                                                                                  \
  }

#define ADD_ONE(Type, name, label, field)                                                          \
  static void name##_##label (gpointer record)                                                     \
  {                                                                                                \
    ((Type *)record)->field += 1;                                                                  \
  }

SET_STRING (BrineLog, log, id)
SET_STRING (BrineLog, log, item_id)
ADD_ONE (BrineLog, log, original_day, original.day)
ADD_ONE (BrineLog, log, original_second, original.second)
ADD_ONE (BrineLog, log, practice, practice)
SET_STRING (BrineLog, log, title)
ADD_ONE (BrineLog, log, state, state)
ADD_ONE (BrineLog, log, reason, reason)
ADD_ONE (BrineLog, log, amount_value, amount.value)
ADD_ONE (BrineLog, log, amount_unit, amount.unit)
ADD_ONE (BrineLog, log, at_instant, at.instant.unix_ms)
ADD_ONE (BrineLog, log, at_offset, at.offset_seconds)
ADD_ONE (BrineLog, log, at_day, at.day)
SET_STRING (BrineLog, log, recipe_id)
ADD_ONE (BrineLog, log, live_servings, live_servings)
SET_STRING (BrineLog, log, plants)
SET_STRING (BrineLog, log, feel)
SET_STRING (BrineLog, log, note)

static const Change log_changes[] = {
  log_id,     log_item_id,   log_original_day,  log_original_second, log_practice,   log_title,
  log_state,  log_reason,    log_amount_value,  log_amount_unit,     log_at_instant, log_at_offset,
  log_at_day, log_recipe_id, log_live_servings, log_plants,          log_feel,       log_note,
  NULL
};

SET_STRING (BrineCheckin, checkin, id)
ADD_ONE (BrineCheckin, checkin, at_instant, at.instant.unix_ms)
ADD_ONE (BrineCheckin, checkin, at_offset, at.offset_seconds)
ADD_ONE (BrineCheckin, checkin, at_day, at.day)
ADD_ONE (BrineCheckin, checkin, mood, mood)
ADD_ONE (BrineCheckin, checkin, energy, energy)
ADD_ONE (BrineCheckin, checkin, stress, stress)
ADD_ONE (BrineCheckin, checkin, gut, gut)
SET_STRING (BrineCheckin, checkin, note)

static void
checkin_factors (gpointer record)
{
  BrineCheckin *self = record;
  g_autofree char *old = self->factors ? g_strjoinv (",", self->factors) : g_strdup ("coffee");
  g_autofree char *new = g_strconcat (old, ",alcohol", NULL);

  g_strfreev (self->factors);
  self->factors = g_strsplit (new, ",", -1);
}

static const Change checkin_changes[] = { checkin_id,
                                          checkin_at_instant,
                                          checkin_at_offset,
                                          checkin_at_day,
                                          checkin_mood,
                                          checkin_energy,
                                          checkin_stress,
                                          checkin_gut,
                                          checkin_note,
                                          checkin_factors,
                                          NULL };

SET_STRING (BrineNight, night, id)
ADD_ONE (BrineNight, night, bed_instant, bed.instant.unix_ms)
ADD_ONE (BrineNight, night, bed_offset, bed.offset_seconds)
ADD_ONE (BrineNight, night, bed_day, bed.day)
ADD_ONE (BrineNight, night, wake_instant, wake.instant.unix_ms)
ADD_ONE (BrineNight, night, wake_offset, wake.offset_seconds)
ADD_ONE (BrineNight, night, wake_day, wake.day)
ADD_ONE (BrineNight, night, rested, rested)
SET_STRING (BrineNight, night, note)

static const Change night_changes[] = {
  night_id,          night_bed_instant, night_bed_offset, night_bed_day, night_wake_instant,
  night_wake_offset, night_wake_day,    night_rested,     night_note,    NULL
};

SET_STRING (BrinePause, pause, id)
ADD_ONE (BrinePause, pause, from, from)
ADD_ONE (BrinePause, pause, to, to)
ADD_ONE (BrinePause, pause, reason, reason)
SET_STRING (BrinePause, pause, note)

static const Change pause_changes[] = { pause_id,     pause_from, pause_to,
                                        pause_reason, pause_note, NULL };

SET_STRING (BrineContact, contact, id)
SET_STRING (BrineContact, contact, name)
SET_STRING (BrineContact, contact, detail)
SET_STRING (BrineContact, contact, number)
ADD_ONE (BrineContact, contact, position, position)

static const Change contact_changes[] = { contact_id,     contact_name,     contact_detail,
                                          contact_number, contact_position, NULL };

/* Functions of the right types for the table, so that nothing is called through a cast. */
#define DEFINE_TYPE(Type, name)                                                                    \
  static gpointer name##_make (void)                                                               \
  {                                                                                                \
    return brine_##name##_new ();                                                                  \
  }                                                                                                \
  static gpointer name##_copy (gconstpointer record)                                               \
  {                                                                                                \
    return brine_##name##_copy (record);                                                           \
  }                                                                                                \
  static void name##_free (gpointer record)                                                        \
  {                                                                                                \
    brine_##name##_free (record);                                                                  \
  }                                                                                                \
  static gboolean name##_equal (gconstpointer a, gconstpointer b)                                  \
  {                                                                                                \
    return brine_##name##_equal (a, b);                                                            \
  }                                                                                                \
  static void name##_restamp (gpointer record)                                                     \
  {                                                                                                \
    ((Type *)record)->stamps.created.unix_ms += 1;                                                 \
    ((Type *)record)->stamps.modified.unix_ms += 1;                                                \
  }                                                                                                \
  static void test_##name (void)                                                                   \
  {                                                                                                \
    static const RecordType type = { name##_make, name##_copy, name##_free, name##_equal,          \
                                     name##_changes };                                             \
    assert_laws (&type, name##_restamp);                                                           \
  }

static void
assert_laws (const RecordType *type, Change restamp)
{
  gpointer original = type->make ();
  gpointer other = type->make ();
  gpointer stamped;

  g_assert_true (type->equal (original, original));
  g_assert_false (type->equal (original, other)); /* a fresh id */
  type->free (other);

  /* Empty first, then with every field set. */
  for (int round = 0; round < 2; round++)
    {
      for (guint i = 0; type->changes[i]; i++)
        {
          gpointer copy = type->copy (original);

          g_assert_true (type->equal (original, copy));
          g_assert_true (type->equal (copy, original));
          type->changes[i](copy);
          g_assert_false (type->equal (original, copy));
          g_assert_false (type->equal (copy, original));
          type->free (copy);
        }
      for (guint i = 0; type->changes[i]; i++)
        type->changes[i](original);
    }

  stamped = type->copy (original);
  restamp (stamped);
  g_assert_true (type->equal (original, stamped));
  type->free (stamped);
  type->free (original);
  type->free (NULL);
}

DEFINE_TYPE (BrineLog, log)
DEFINE_TYPE (BrineCheckin, checkin)
DEFINE_TYPE (BrineNight, night)
DEFINE_TYPE (BrinePause, pause)
DEFINE_TYPE (BrineContact, contact)

static void
test_moment (void)
{
  static const struct
  {
    const char *instant;
    const char *local;
    const char *day;
    int offset_minutes;
  } rows[] = {
    { "2026-11-22T01:00:00Z", "2026-11-22T02:00:00", "2026-11-21", 60 },
    { "2026-03-29T01:30:00Z", "2026-03-29T03:30:00", "2026-03-28", 120 }, /* spring */
    { "2026-10-25T00:30:00Z", "2026-10-25T02:30:00", "2026-10-24", 120 }, /* autumn, first */
    { "2026-10-25T01:30:00Z", "2026-10-25T02:30:00", "2026-10-24", 60 },  /* autumn, second */
    { "2024-02-29T03:00:00Z", "2024-02-29T04:00:00", "2024-02-29", 60 },
    { "1969-12-31T23:59:59.500Z", "1970-01-01T00:59:59", "1969-12-31", 60 },
  };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      BrineInstant instant;
      BrineMoment moment;
      g_autofree char *local = NULL;
      g_autofree char *day = NULL;

      g_assert_true (brine_instant_parse (rows[i].instant, berlin, &instant));
      moment = brine_moment_new (instant, berlin, 240);
      local = brine_local_to_string (brine_moment_get_local (&moment));
      day = brine_day_to_string (moment.day);
      g_assert_cmpstr (local, ==, rows[i].local);
      g_assert_cmpstr (day, ==, rows[i].day);
      g_assert_cmpint (moment.offset_seconds, ==, rows[i].offset_minutes * 60);
    }
}

/* A night lasts as long as it lasted, whatever the clocks did. */
static void
test_night_minutes (void)
{
  static const struct
  {
    const char *bed, *wake;
    int minutes;
  } rows[] = {
    { "2026-11-21T23:00", "2026-11-22T07:00", 480 },
    { "2026-03-28T23:00", "2026-03-29T07:00", 420 },
    { "2026-10-24T23:00", "2026-10-25T07:00", 540 },
    { "2026-12-31T23:30", "2027-01-01T00:15", 45 },
    { "2026-11-22T07:00", "2026-11-22T07:00", 0 },
    { "2026-11-22T07:00", "2026-11-21T23:00", 0 }, /* the wrong way round */
  };
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");

  g_assert_nonnull (berlin);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (BrineNight) night = brine_night_new ();
      BrineInstant bed, wake;

      g_assert_true (brine_instant_parse (rows[i].bed, berlin, &bed));
      g_assert_true (brine_instant_parse (rows[i].wake, berlin, &wake));
      night->bed = brine_moment_new (bed, berlin, 240);
      night->wake = brine_moment_new (wake, berlin, 240);
      g_assert_cmpint (brine_night_get_minutes (night), ==, rows[i].minutes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/log", test_log);
  g_test_add_func ("/records/checkin", test_checkin);
  g_test_add_func ("/records/night", test_night);
  g_test_add_func ("/records/pause", test_pause);
  g_test_add_func ("/records/contact", test_contact);
  g_test_add_func ("/records/moment", test_moment);
  g_test_add_func ("/records/night-minutes", test_night_minutes);

  return g_test_run ();
}
