/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thousand random steps through the calendar leave nothing behind: neither widgets nor other
 * objects, nor bytes on the heap. The seed is printed; --seed repeats the steps.
 */
#include <adwaita.h>
#include <malloc.h>

#include "brine-hour-grid-private.h"
#include "brine-hour-scale.h"
#include "page-world.h"

#define TODAY (FIXTURE_MONDAY - 4)
#define N_STEPS 1000
/* Some weeks are fuller than any before: so many blocks more may be made after warming up. */
#define SLACK_WIDGETS 8
#define SLACK_OCCURRENCES 42
#define SLACK_BYTES (1024 * 1024)

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* Those of a class that live. */
typedef struct
{
  GType type;
  void (*constructed) (GObject *object);
  void (*finalize) (GObject *object);
  int n_alive;
} Census;

static Census occurrences;
static Census summaries;
static Census blocks;

static Census *
find_census (GObject *object)
{
  Census *all[] = { &occurrences, &summaries, &blocks };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (G_OBJECT_TYPE (object) == all[i]->type)
      return all[i];
  g_assert_not_reached ();
}

/* On the worker's thread too. */
static void
count_constructed (GObject *object)
{
  Census *census = find_census (object);

  g_atomic_int_inc (&census->n_alive);
  census->constructed (object);
}

static void
count_finalize (GObject *object)
{
  Census *census = find_census (object);

  g_atomic_int_add (&census->n_alive, -1);
  census->finalize (object);
}

static void
watch (Census *census, GType type)
{
  GObjectClass *klass = g_type_class_ref (type);

  census->type = type;
  census->constructed = klass->constructed;
  census->finalize = klass->finalize;
  klass->constructed = count_constructed;
  klass->finalize = count_finalize;
}

static void
toggle_filter (PageWorld *world, GRand *rand)
{
  GActionGroup *group = G_ACTION_GROUP (world->page->filter_actions);
  g_auto (GStrv) names = g_action_group_list_actions (group);

  g_action_group_activate_action (group,
                                  names[g_rand_int_range (rand, 0, (gint32)g_strv_length (names))],
                                  NULL);
}

static void
select_any (PageWorld *world, GRand *rand)
{
  BrineHourGrid *grid = page_world_get_grid (world);

  if (world->page->pane != &brine_calendar_hours || grid->occurrences->len == 0)
    return;
  guint index = (guint)g_rand_int_range (rand, 0, (gint32)grid->occurrences->len);
  BrineOccurrence *occurrence = g_ptr_array_index (grid->occurrences, index);
  brine_hour_grid_set_selected_key (grid, brine_occurrence_get_key (occurrence));
  gtk_widget_grab_focus (GTK_WIDGET (grid));
}

static void
step (PageWorld *world, GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      brine_calendar_page_set_view (world->page,
                                    g_rand_int_range (rand, 0, BRINE_CALENDAR_N_VIEWS));
      break;
    case 1:
      brine_calendar_page_show_day (world->page, TODAY - g_rand_int_range (rand, 0, 400));
      break;
    case 2:
      brine_calendar_page_set_zoom (world->page,
                                    g_rand_int_range (rand, 0, BRINE_HOUR_SCALE_N_STEPS));
      break;
    case 3:
      toggle_filter (world, rand);
      break;
    case 4:
      select_any (world, rand);
      break;
    default:
      brine_calendar_page_step (world->page, g_rand_boolean (rand) ? 1 : -1);
      break;
    }
  /* Not each step waits for the one before. */
  if (g_rand_int_range (rand, 0, 4) != 0)
    fixture_drain ();
  if (g_rand_int_range (rand, 0, 16) == 0)
    page_world_settle (world);
}

typedef struct
{
  guint n_widgets;
  int n_occurrences;
  int n_summaries;
  int n_blocks;
  gsize n_bytes;
} Use;

/* At the same place each time. */
static Use
measure (PageWorld *world)
{
  gtk_widget_activate_action (GTK_WIDGET (world->page), "calendar.show-all", NULL);
  for (int view = BRINE_CALENDAR_N_VIEWS - 1; view >= 0; view--)
    page_world_go (world, view, TODAY - 30);
  page_world_go (world, BRINE_CALENDAR_WEEK, TODAY - 30);
  malloc_trim (0);
  return (Use){ count_widgets (world->window), g_atomic_int_get (&occurrences.n_alive),
                g_atomic_int_get (&summaries.n_alive), blocks.n_alive, mallinfo2 ().uordblks };
}

static void
test_steps (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PageWorld world = { 0 };

  g_test_message ("seed %u", seed);
  page_world_open (&world, "UTC", "2026-11-19T14:10");
  fixture_fill (world.store, TODAY - 1, 500, seed);
  page_world_show (&world);
  for (int i = 0; i < N_STEPS / 2; i++)
    step (&world, rand);
  Use before = measure (&world);
  for (int i = 0; i < N_STEPS; i++)
    step (&world, rand);
  Use after = measure (&world);
  g_test_message ("widgets %u %u, occurrences %d %d, days %d %d, blocks %d %d, heap %zu %zu",
                  before.n_widgets, after.n_widgets, before.n_occurrences, after.n_occurrences,
                  before.n_summaries, after.n_summaries, before.n_blocks, after.n_blocks,
                  before.n_bytes, after.n_bytes);
  g_assert_cmpint (before.n_occurrences, >, 0);
  g_assert_cmpint (before.n_blocks, >, 0);
  g_assert_cmpuint (after.n_widgets, <=, before.n_widgets + SLACK_WIDGETS);
  g_assert_cmpint (after.n_blocks, <=, before.n_blocks + SLACK_WIDGETS);
  /* Cells of a hidden month keep the few that they were about. */
  g_assert_cmpint (after.n_occurrences, <=, before.n_occurrences + SLACK_OCCURRENCES);
  g_assert_cmpint (after.n_summaries, ==, before.n_summaries);
  g_assert_cmpuint (after.n_bytes, <=, before.n_bytes + SLACK_BYTES);

  /* The page goes, and takes everything along. */
  gpointer page = world.page;
  g_object_add_weak_pointer (G_OBJECT (world.page), &page);
  page_world_close (&world);
  fixture_drain ();
  g_assert_null (page);
  g_assert_cmpint (occurrences.n_alive, ==, 0);
  g_assert_cmpint (summaries.n_alive, ==, 0);
  g_assert_cmpint (blocks.n_alive, ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  watch (&occurrences, BRINE_TYPE_OCCURRENCE);
  watch (&summaries, BRINE_TYPE_DAY_SUMMARY);
  watch (&blocks, BRINE_TYPE_OCCURRENCE_BLOCK);
  g_test_add_func ("/calendar/memory/thousand-steps", test_steps);
  return g_test_run ();
}
