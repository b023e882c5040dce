/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What things cost in the whole calendar, by counts: rows that change, blocks and cells that are
 * drawn, styles that are computed, queries.
 */
#include <adwaita.h>

#include "brine-hour-grid-private.h"
#include "brine-month-cell.h"
#include "brine-store-private.h"
#include "brine-year-grid-private.h"
#include "page-world.h"

#define NOW "2026-11-19T14:10"
#define TODAY (FIXTURE_MONDAY - 4)
#define STRESS_ITEMS 200
#define N_STEPS 12

/* What a range costs at most: its logs, nights and pauses and a look whether the file changed;
 * the day model reads logs and the rest in one statement each; the quotas logs and pauses of
 * their week. */
#define AGENDA_QUERIES 4
#define DAYS_QUERIES 3
#define QUOTA_QUERIES 3

static struct
{
  void (*snapshot) (GtkWidget *widget, GtkSnapshot *snapshot);
  void (*css_changed) (GtkWidget *widget, GtkCssStyleChange *change);
  guint n_drawn;
  guint n_styled;
} blocks, cells;

static void
draw_block (GtkWidget *widget, GtkSnapshot *snapshot)
{
  blocks.n_drawn++;
  blocks.snapshot (widget, snapshot);
}

static void
style_block (GtkWidget *widget, GtkCssStyleChange *change)
{
  blocks.n_styled++;
  blocks.css_changed (widget, change);
}

static void
draw_cell (GtkWidget *widget, GtkSnapshot *snapshot)
{
  cells.n_drawn++;
  cells.snapshot (widget, snapshot);
}

static void
watch_classes (void)
{
  GtkWidgetClass *block = g_type_class_ref (BRINE_TYPE_OCCURRENCE_BLOCK);
  GtkWidgetClass *cell = g_type_class_ref (BRINE_TYPE_MONTH_CELL);

  blocks.snapshot = block->snapshot;
  blocks.css_changed = block->css_changed;
  block->snapshot = draw_block;
  block->css_changed = style_block;
  cells.snapshot = cell->snapshot;
  cell->snapshot = draw_cell;
}

typedef struct
{
  PageWorld world;
  BrinePlanItem *walk;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  page_world_open (&self->world, "UTC", NOW);
  fixture_fill (self->world.store, TODAY - 1, 400, 7);
  self->walk = fixture_item (BRINE_PRACTICE_WALK, "Evening walk", brine_local (TODAY, 17, 30), 20,
                             "FREQ=DAILY");
  fixture_put_item (self->world.store, self->walk);
  page_world_show (&self->world);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  brine_plan_item_free (self->walk);
  page_world_close (&self->world);
}

static void
log_walk_on (Fixture *self, BrineDay day)
{
  g_autoptr (BrineLog) log = fixture_log (self->walk, brine_local (day, 17, 30), BRINE_STATE_DONE);

  fixture_put_log (self->world.store, log);
  page_world_settle (&self->world);
}

static void
log_walk (Fixture *self)
{
  log_walk_on (self, TODAY);
}

static void
forget_counts (void)
{
  blocks.n_drawn = blocks.n_styled = 0;
  cells.n_drawn = 0;
}

/* "position-removed+added" of one row that is another. */
static void
assert_one_row (GString *changes)
{
  guint position, removed, added;

  g_assert_null (strchr (changes->str, ' '));
  g_assert_cmpint (sscanf (changes->str, "%u-%u+%u", &position, &removed, &added), ==, 3);
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (added, ==, 1);
}

/* A logged walk ------------------------------------------------------------------------------- */

static void
test_walk_in_week (Fixture *self, gconstpointer data)
{
  guint least_styled = G_MAXUINT;
  guint least_drawn = G_MAXUINT;

  for (BrineDay day = TODAY; day < TODAY + 4; day++)
    {
      g_autoptr (GString) agenda = fixture_watch_items (G_LIST_MODEL (self->world.page->agenda));
      g_autoptr (GString) days = fixture_watch_items (G_LIST_MODEL (self->world.page->days));

      forget_counts ();
      log_walk_on (self, day);
      assert_one_row (agenda);
      assert_one_row (days);
      g_assert_cmpuint (blocks.n_drawn, >=, 1);
      least_styled = MIN (least_styled, blocks.n_styled);
      least_drawn = MIN (least_drawn, blocks.n_drawn);
      g_signal_handlers_disconnect_by_data (self->world.page->agenda, agenda);
      g_signal_handlers_disconnect_by_data (self->world.page->days, days);
    }
  /* The first windows are styled again while the settings of the desktop come. */
  g_assert_cmpuint (least_drawn, ==, 1);
  g_assert_cmpuint (least_styled, ==, 1);
}

static void
test_walk_in_month (Fixture *self, gconstpointer data)
{
  page_world_go (&self->world, BRINE_CALENDAR_MONTH, TODAY);
  forget_counts ();
  page_world_run_frames (&self->world, 3);
  g_assert_cmpuint (cells.n_drawn, ==, 0);
  log_walk (self);
  g_assert_cmpuint (cells.n_drawn, ==, 1);
  /* The hours rest below. */
  g_assert_cmpuint (blocks.n_drawn, ==, 0);
  g_assert_cmpuint (blocks.n_styled, ==, 0);
  g_assert_cmpuint (page_world_get_grid (&self->world)->rebuild_tick, ==, 0);
}

static void
test_walk_in_year (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) agenda = NULL;
  g_autoptr (GString) days = NULL;

  page_world_go (&self->world, BRINE_CALENDAR_MONTH, TODAY);
  page_world_go (&self->world, BRINE_CALENDAR_YEAR, TODAY);
  BrineYearGrid *grid = BRINE_YEAR_GRID (page_world_find (self->world.page->year, "yeargrid"));
  GskRenderNode *drawn = grid->drawn;
  /* Twelve sentences, and no question to the display */
  g_assert_true (gtk_widget_get_has_tooltip (grid->heads[0]));
  g_assert_null (gtk_widget_get_tooltip_text (grid->heads[0]));
  BrineYearDay before[BRINE_YEAR_MAX_DAYS];
  int n_changed = 0;

  memcpy (before, grid->days, sizeof before);
  days = fixture_watch_items (G_LIST_MODEL (self->world.page->days));
  forget_counts ();
  page_world_run_frames (&self->world, 3);
  g_assert_true (grid->drawn == drawn);
  log_walk (self);
  assert_one_row (days);
  for (int i = 0; i < grid->n_days; i++)
    n_changed += !brine_year_day_equal (&before[i], &grid->days[i]);
  g_assert_cmpint (n_changed, ==, 1);
  g_assert_cmpuint (blocks.n_drawn + cells.n_drawn, ==, 0);
}

/* What is shown stays as it is until the other view has its rows, and is no work after that. */
static void
test_leave_year (Fixture *self, gconstpointer data)
{
  page_world_go (&self->world, BRINE_CALENDAR_YEAR, TODAY);
  BrineYearGrid *grid = BRINE_YEAR_GRID (page_world_find (self->world.page->year, "yeargrid"));
  g_autofree BrineYearDay *before = g_memdup2 (grid->days, sizeof grid->days);

  for (BrineCalendarView view = BRINE_CALENDAR_DAY; view < BRINE_CALENDAR_YEAR; view++)
    {
      page_world_go (&self->world, view, TODAY);
      for (int i = 0; i < grid->n_days; i++)
        g_assert_true (brine_year_day_equal (&before[i], &grid->days[i]));
      page_world_go (&self->world, BRINE_CALENDAR_YEAR, TODAY);
    }
}

static void
test_leave_others (Fixture *self, gconstpointer data)
{
  page_world_go (&self->world, BRINE_CALENDAR_MONTH, TODAY);
  page_world_go (&self->world, BRINE_CALENDAR_WEEK, TODAY);
  BrineHourGrid *grid = page_world_get_grid (&self->world);
  guint n_rebuilds = grid->n_rebuilds;

  page_world_go (&self->world, BRINE_CALENDAR_MONTH, TODAY);
  g_assert_cmpuint (grid->n_rebuilds, ==, n_rebuilds);
  forget_counts ();
  page_world_go (&self->world, BRINE_CALENDAR_WEEK, TODAY);
  g_assert_cmpuint (grid->n_rebuilds, ==, n_rebuilds + 1);
  g_assert_cmpuint (cells.n_drawn, ==, 0);
  g_assert_cmpuint (blocks.n_styled, ==, 0);
}

/* Forth and back before the rows came: the view has its models again. */
static void
test_stay_after_all (Fixture *self, gconstpointer data)
{
  page_world_go (&self->world, BRINE_CALENDAR_YEAR, TODAY);
  BrineYearGrid *grid = BRINE_YEAR_GRID (page_world_find (self->world.page->year, "yeargrid"));
  g_autofree BrineYearDay *before = g_memdup2 (grid->days, sizeof grid->days);
  int n_changed = 0;

  brine_calendar_page_set_view (self->world.page, BRINE_CALENDAR_WEEK);
  g_assert_true (self->world.page->days_stale);
  page_world_go (&self->world, BRINE_CALENDAR_YEAR, TODAY);
  log_walk (self);
  for (int i = 0; i < grid->n_days; i++)
    n_changed += !brine_year_day_equal (&before[i], &grid->days[i]);
  g_assert_cmpint (n_changed, ==, 1);
}

/* Queries ------------------------------------------------------------------------------------- */

static int
count_step (PageWorld *world, BrineCalendarView view, BrineDay day)
{
  int before = brine_store_count_queries (world->store);

  page_world_go (world, view, day);
  return brine_store_count_queries (world->store) - before;
}

/* Another view of the same day, and steps in it. */
static void
assert_queries (PageWorld *world, BrineCalendarView view, int step_days, int at_most)
{
  for (int i = 0; i <= 4; i++)
    {
      int step = count_step (world, view, TODAY - step_days * i);
      g_test_message ("view %d: step %d queries", view, step);
      g_assert_cmpint (step, <=, at_most);
    }
  page_world_go (world, view, TODAY);
}

static void
test_queries (Fixture *self, gconstpointer data)
{
  PageWorld *world = &self->world;

  assert_queries (world, BRINE_CALENDAR_MONTH, 31, AGENDA_QUERIES + DAYS_QUERIES);
  assert_queries (world, BRINE_CALENDAR_WEEK, 7, AGENDA_QUERIES + DAYS_QUERIES + QUOTA_QUERIES);
  assert_queries (world, BRINE_CALENDAR_DAY, 1, AGENDA_QUERIES + DAYS_QUERIES + QUOTA_QUERIES);
  assert_queries (world, BRINE_CALENDAR_YEAR, 366, DAYS_QUERIES);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  static const BrineCalendarView views[] = { BRINE_CALENDAR_DAY, BRINE_CALENDAR_WEEK,
                                             BRINE_CALENDAR_MONTH, BRINE_CALENDAR_YEAR };
  PageWorld *world = &self->world;
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (world->page->filter_actions));

  g_assert_cmpuint (g_strv_length (names), >=, BRINE_N_PRACTICES);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      page_world_go (world, views[i], TODAY);
      int before = brine_store_count_queries (world->store);
      for (guint n = 0; names[n] != NULL; n++)
        for (int twice = 0; twice < 2; twice++)
          g_action_group_activate_action (G_ACTION_GROUP (world->page->filter_actions), names[n],
                                          NULL);
      page_world_settle (world);
      g_assert_cmpint (brine_store_count_queries (world->store) - before, ==, 0);
    }
}

/* Another page is shown: nothing is drawn, styled or laid out for a calendar that nobody sees. */
static void
test_hidden (Fixture *self, gconstpointer data)
{
  PageWorld *world = &self->world;
  GtkWidget *stack = gtk_stack_new ();

  g_object_ref (world->page);
  gtk_window_set_child (GTK_WINDOW (world->window), stack);
  gtk_stack_add_named (GTK_STACK (stack), GTK_WIDGET (world->page), "calendar");
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new ("Another page"), "other");
  g_object_unref (world->page);
  page_world_settle (world);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "other");
  gtk_widget_set_visible (GTK_WIDGET (world->page), FALSE);
  forget_counts ();
  g_autoptr (BrineLog) log =
      fixture_log (self->walk, brine_local (TODAY, 17, 30), BRINE_STATE_DONE);
  g_autoptr (GString) days = fixture_watch_items (G_LIST_MODEL (world->page->days));
  fixture_put_log (world->store, log);
  while (days->len == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_wait_loaded (world->page->agenda);
  fixture_drain ();
  g_assert_cmpuint (blocks.n_drawn, ==, 0);
  g_assert_cmpuint (blocks.n_styled, ==, 0);
  gtk_widget_set_visible (GTK_WIDGET (world->page), TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "calendar");
  page_world_settle (world);
}

/* Steps --------------------------------------------------------------------------------------- */

static guint
count_blocks (BrineHourGrid *grid)
{
  return grid->night_pool->len + grid->block_pool->len;
}

static void
test_steps (Fixture *self, gconstpointer data)
{
  PageWorld *world = &self->world;
  BrineHourGrid *grid = page_world_get_grid (world);

  for (int i = 1; i <= 3; i++)
    page_world_go (world, BRINE_CALENDAR_WEEK, TODAY - 7 * i);
  forget_counts ();
  for (int i = 0; i < N_STEPS; i++)
    page_world_go (world, BRINE_CALENDAR_WEEK, TODAY - 7 * (1 + i % 3));
  g_test_message ("%u styled in %d steps of %u blocks", blocks.n_styled, N_STEPS,
                  grid->blocks->len);
  /* Most weeks look alike: a block changes its look when its state does. */
  g_assert_cmpuint (blocks.n_styled, <=, N_STEPS * grid->blocks->len / 2);
}

/* Two hundred things a week, some of them all at the same time. */
static void
put_stress (PageWorld *world)
{
  BrineChange *change = brine_change_new ();
  BrineDay monday = FIXTURE_MONDAY - 7;

  for (int i = 0; i < STRESS_ITEMS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Thing %d", i);
      g_autoptr (BrinePlanItem) item =
          fixture_item (i % BRINE_N_PRACTICES == BRINE_PRACTICE_SLEEP ? BRINE_PRACTICE_OWN
                                                                      : i % BRINE_N_PRACTICES,
                        title, brine_local (monday - 70 + i % 7, 6 + i / 7 % 16, i * 5 % 60),
                        20 + i % 5 * 10, "FREQ=WEEKLY");
      brine_change_put_item (change, item);
    }
  fixture_apply_and_forget (world->store, change);
}

static guint
count_hidden (BrineHourGrid *grid)
{
  guint n = 0;

  for (guint i = 0; i < grid->pieces->len; i++)
    n += g_array_index (grid->pieces, BrineGridPiece, i).hidden;
  return n;
}

/* Every piece has a place in its column, or a chip that counts it. */
static void
assert_layout (BrineHourGrid *grid)
{
  guint counted = 0;

  for (guint i = 0; i < grid->pieces->len; i++)
    {
      const BrineGridPiece *p = &g_array_index (grid->pieces, BrineGridPiece, i);
      double left = brine_grid_get_column_x (grid->geometry.width, grid->n_days, p->column);
      double right = brine_grid_get_column_x (grid->geometry.width, grid->n_days, p->column + 1);

      if (p->hidden)
        continue;
      g_assert_cmpfloat (p->x, >=, left);
      g_assert_cmpfloat (p->x + p->width, <=, right + 0.5);
      g_assert_cmpfloat (p->width, >=, 1);
      for (guint j = 0; j < i; j++)
        {
          const BrineGridPiece *q = &g_array_index (grid->pieces, BrineGridPiece, j);
          if (q->hidden || q->band || p->band || q->column != p->column)
            continue;
          g_assert_true (p->x >= q->x + q->width || q->x >= p->x + p->width
                         || p->y >= q->y + q->height || q->y >= p->y + p->height);
        }
    }
  for (guint i = 0; i < grid->chips->len; i++)
    {
      const BrineGridChip *chip = &g_array_index (grid->chips, BrineGridChip, i);
      g_autofree char *text = g_strdup_printf ("+%d", chip->count);

      counted += chip->count;
      g_assert_cmpstr (gtk_button_get_label (g_ptr_array_index (grid->chip_pool, i)), ==, text);
      g_assert_true (gtk_widget_get_child_visible (g_ptr_array_index (grid->chip_pool, i)));
    }
  g_assert_cmpuint (counted, ==, count_hidden (grid));
}

static void
test_stress (Fixture *self, gconstpointer data)
{
  PageWorld *world = &self->world;
  BrineHourGrid *grid = page_world_get_grid (world);

  put_stress (world);
  page_world_settle (world);
  g_assert_cmpuint (grid->pieces->len, >=, STRESS_ITEMS);
  g_assert_cmpuint (count_hidden (grid), >, 0);
  assert_layout (grid);
  for (int i = 1; i <= 3; i++)
    page_world_go (world, BRINE_CALENDAR_WEEK, TODAY - 7 * i);
  guint n_blocks = count_blocks (grid);
  forget_counts ();
  for (int i = 0; i < N_STEPS; i++)
    {
      int queries = count_step (world, BRINE_CALENDAR_WEEK, TODAY - 7 * (1 + i % 3));
      g_assert_cmpint (queries, <=, AGENDA_QUERIES + DAYS_QUERIES + QUOTA_QUERIES);
      assert_layout (grid);
    }
  g_test_message ("stress: %u blocks, %u hidden, %u styled and %u drawn in %d steps", n_blocks,
                  count_hidden (grid), blocks.n_styled, blocks.n_drawn, N_STEPS);
  g_assert_cmpuint (count_blocks (grid), ==, n_blocks);
  g_assert_cmpuint (blocks.n_styled, <=, N_STEPS * grid->blocks->len / 2);
  /* Each at most once a step */
  g_assert_cmpuint (blocks.n_drawn, <=, N_STEPS * grid->blocks->len);
  page_world_go (world, BRINE_CALENDAR_DAY, TODAY);
  assert_layout (grid);
}

int
main (int argc, char **argv)
{
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  watch_classes ();
#define ADD(name, test)                                                                            \
  g_test_add ("/calendar/counts/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("walk-in-week", test_walk_in_week);
  ADD ("walk-in-month", test_walk_in_month);
  ADD ("walk-in-year", test_walk_in_year);
  ADD ("leave-year", test_leave_year);
  ADD ("leave-others", test_leave_others);
  ADD ("stay-after-all", test_stay_after_all);
  ADD ("queries", test_queries);
  ADD ("filter", test_filter);
  ADD ("hidden", test_hidden);
  ADD ("steps", test_steps);
  ADD ("stress", test_stress);
#undef ADD
  return g_test_run ();
}
