/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heads of the days of a week: what they say, and what goes where there is less room.
 */
#include <adwaita.h>

#include "brine-column-box.h"
#include "brine-day-head.h"

#define TODAY brine_day_from_ymd (2026, 11, 19)
#define N_DAYS 3

typedef struct
{
  GtkWidget *box;
  GtkWidget *heads[N_DAYS];
} HeadFixture;

static void
set_up (HeadFixture *fixture, gconstpointer data)
{
  fixture->box = g_object_ref_sink (brine_column_box_new ());
  brine_column_box_set_n_columns (BRINE_COLUMN_BOX (fixture->box), N_DAYS);
  for (int i = 0; i < N_DAYS; i++)
    {
      fixture->heads[i] = brine_day_head_new ();
      brine_column_box_append (BRINE_COLUMN_BOX (fixture->box), fixture->heads[i]);
    }
}

static void
tear_down (HeadFixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->box);
}

static void
show (HeadFixture *fixture, int i, BrineDayCount count)
{
  brine_day_head_show (BRINE_DAY_HEAD (fixture->heads[i]), TODAY - N_DAYS + i, TODAY, NULL, count);
}

static gboolean
says (HeadFixture *fixture, int i, const char *words)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->heads[i]); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) && gtk_widget_get_child_visible (child)
        && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), words))
      return TRUE;
  return FALSE;
}

static void
allocate (HeadFixture *fixture, int width)
{
  int unused;

  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, &unused, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation){ 0, 0, width, 46 }, -1);
}

/* Numbers are there for all days or for none, however long each is. */
static void
test_counts (HeadFixture *fixture, gconstpointer data)
{
  gboolean were = FALSE;

  show (fixture, 0, (BrineDayCount){ .done = 1, .planned = 7, .shown = -1 });
  show (fixture, 1, (BrineDayCount){ .done = 11, .planned = 12, .shown = -1 });
  show (fixture, 2, (BrineDayCount){ .done = 0, .planned = 8, .shown = -1 });
  for (int width = 200; width <= 800; width += 3)
    {
      allocate (fixture, width);
      gboolean are = says (fixture, 1, "11 of 12");
      g_assert_cmpint (says (fixture, 0, "1 of 7"), ==, are);
      g_assert_cmpint (says (fixture, 2, "0 of 8"), ==, are);
      g_assert_true (says (fixture, 0, "16"));
      g_assert_true (are || !were);
      were = are;
    }
  g_assert_true (were);
}

/* A longer number may come later, and goes again. */
static void
test_longer (HeadFixture *fixture, gconstpointer data)
{
  int width = 200;

  for (int i = 0; i < N_DAYS; i++)
    show (fixture, i, (BrineDayCount){ .done = 1, .planned = 7, .shown = -1 });
  for (allocate (fixture, width); !says (fixture, 0, "1 of 7"); allocate (fixture, width))
    g_assert_cmpint (width += 3, <, 800);
  show (fixture, 2, (BrineDayCount){ .done = 11, .planned = 12, .shown = -1 });
  allocate (fixture, width);
  g_assert_false (says (fixture, 0, "1 of 7"));
  show (fixture, 2, (BrineDayCount){ .done = 2, .planned = 7, .shown = -1 });
  allocate (fixture, width);
  g_assert_true (says (fixture, 0, "1 of 7"));
}

/* The reason of a pause is as long as it is, and takes nothing from the days before. */
static void
test_pause (HeadFixture *fixture, gconstpointer data)
{
  int width = 200;

  for (int i = 0; i < N_DAYS; i++)
    show (fixture, i, (BrineDayCount){ .done = 1, .planned = 7, .shown = -1 });
  for (allocate (fixture, width); !says (fixture, 0, "1 of 7"); allocate (fixture, width))
    g_assert_cmpint (width += 3, <, 800);
  show (fixture, 2,
        (BrineDayCount){ .shown = -1, .paused = TRUE, .pause_reason = BRINE_PAUSE_TRAVEL });
  allocate (fixture, width);
  g_assert_true (says (fixture, 0, "1 of 7"));
  g_assert_true (says (fixture, 1, "1 of 7"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(path, func) g_test_add ("/day-head/" path, HeadFixture, NULL, set_up, func, tear_down)
  ADD ("counts", test_counts);
  ADD ("longer", test_longer);
  ADD ("pause", test_pause);
  return g_test_run ();
}
