/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How long things are where clocks change: what is planned by the wall clock, what was slept as it
 * elapsed, and both as the grid stretches them.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "page-world.h"

static BrineLocal
local (const char *text)
{
  BrineLocal parsed;

  g_assert_true (brine_local_parse (text, &parsed));
  return parsed;
}

static const struct
{
  const char *zone;
  const char *start;
  int minutes;
  const char *end;
  int slept_minutes; /* of a night from start to end */
} rows[] = {
  /* Over the hour that is not, to its middle, and from it */
  { "Europe/Berlin", "2026-03-28T23:00", 480, "2026-03-29T07:00", 420 },
  { "Europe/Berlin", "2026-03-29T01:30", 120, "2026-03-29T03:30", 60 },
  { "Europe/Berlin", "2026-03-29T01:30", 60, "2026-03-29T02:30", 60 },
  { "Europe/Berlin", "2026-03-29T02:45", 30, "2026-03-29T03:15", 30 },
  /* Over the hour that comes twice, from its first half */
  { "Europe/Berlin", "2026-10-24T23:00", 480, "2026-10-25T07:00", 540 },
  { "Europe/Berlin", "2026-10-25T02:30", 90, "2026-10-25T04:00", 150 },
  { "Europe/Berlin", "2028-02-28T23:00", 480, "2028-02-29T07:00", 480 },
  /* Half an hour */
  { "Australia/Lord_Howe", "2026-10-03T23:00", 480, "2026-10-04T07:00", 450 },
  { "Australia/Lord_Howe", "2026-10-04T01:30", 60, "2026-10-04T02:30", 30 },
  { "Australia/Lord_Howe", "2027-04-03T23:00", 480, "2027-04-04T07:00", 510 },
};

/* The only thing that is shown. (transfer none) */
static BrineOccurrence *
get_only (PageWorld *world)
{
  BrineHourGrid *grid = page_world_get_grid (world);

  g_assert_cmpuint (grid->occurrences->len, ==, 1);
  return g_ptr_array_index (grid->occurrences, 0);
}

static void
assert_span (PageWorld *world, BrineLocal start, BrineLocal end, int minutes)
{
  BrineOccurrence *occurrence = get_only (world);

  g_assert_true (brine_local_equal (brine_occurrence_get_start (occurrence), start));
  g_assert_true (brine_local_equal (brine_occurrence_get_end (occurrence), end));
  g_assert_cmpint (brine_occurrence_get_minutes (occurrence), ==, minutes);
}

/* As the grid says it when an end was dragged to @end. */
static void
stretch (PageWorld *world, BrineLocal start, BrineLocal end)
{
  g_autoptr (BrineOccurrence) occurrence = g_object_ref (get_only (world));

  g_signal_emit_by_name (page_world_get_grid (world), "resize", occurrence, (int)start.day,
                         (int)start.second, (int)(brine_local_diff_seconds (end, start) / 60));
  page_world_settle (world);
}

static void
test_planned (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PageWorld world = { 0 };
      BrineLocal start = local (rows[i].start);
      BrineLocal end = local (rows[i].end);
      BrineLocal later = brine_local_add_seconds (end, 15 * 60);
      g_autoptr (BrinePlanItem) item =
          fixture_item (BRINE_PRACTICE_WALK, "Walk", start, rows[i].minutes, NULL);

      g_test_message ("%s %s", rows[i].zone, rows[i].start);
      page_world_open (&world, rows[i].zone, rows[i].start);
      fixture_put_item (world.store, item);
      page_world_show (&world);
      page_world_go (&world, BRINE_CALENDAR_DAY, start.day);
      assert_span (&world, start, end, rows[i].minutes);
      stretch (&world, start, later);
      assert_span (&world, start, later, rows[i].minutes + 15);
      page_world_close (&world);
    }
}

static void
put_night (PageWorld *world, BrineLocal bed, BrineLocal wake)
{
  g_autoptr (BrineNight) night = brine_night_new ();
  BrineChange *change = brine_change_new ();

  night->bed = brine_moment_new (brine_zone_resolve (world->zone, bed), world->zone,
                                 BRINE_DAY_START_DEFAULT_MINUTES);
  night->wake = brine_moment_new (brine_zone_resolve (world->zone, wake), world->zone,
                                  BRINE_DAY_START_DEFAULT_MINUTES);
  brine_change_put_night (change, night);
  fixture_apply_and_forget (world->store, change);
}

/* Shortened to what it lasted already, by the wall clock: no reason to leave it as it was. */
static void
test_slept (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PageWorld world = { 0 };
      BrineLocal start = local (rows[i].start);
      BrineLocal end = local (rows[i].end);

      if (rows[i].minutes < 480) /* whole nights, which end after the change */
        continue;
      BrineLocal moved = brine_local_add_seconds (start, (int64_t)rows[i].slept_minutes * 60);
      int by = (int)(brine_local_diff_seconds (moved, end) / 60);

      g_test_message ("%s %s", rows[i].zone, rows[i].start);
      page_world_open (&world, rows[i].zone, rows[i].end);
      put_night (&world, start, end);
      page_world_show (&world);
      page_world_go (&world, BRINE_CALENDAR_DAY, end.day);
      assert_span (&world, start, end, rows[i].slept_minutes);
      stretch (&world, start, moved);
      assert_span (&world, start, moved, rows[i].slept_minutes + by);
      page_world_close (&world);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/calendar/lengths/planned", test_planned);
  g_test_add_func ("/calendar/lengths/slept", test_slept);
  return g_test_run ();
}
