/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-print-layout.h"

/* A table whose entries have the heights that a test says. */
typedef struct
{
  int n_columns;
  const guint *counts; /* by row and column */
  double height;       /* of every entry; below 0: by its place */
} Table;

static guint
count (int row, int column, gpointer data)
{
  const Table *table = data;

  return table->counts[row * table->n_columns + column];
}

static double
measure (int row, int column, guint entry, double width, gpointer data)
{
  const Table *table = data;

  return table->height > 0 ? table->height : 8 + (row * 7 + column * 5 + entry * 3) % 29;
}

static BrinePrintShape
make_shape (int n_rows, int n_columns)
{
  return (BrinePrintShape){ .n_rows = n_rows,
                            .n_columns = n_columns,
                            .width = 700,
                            .height = 400,
                            .row_head_width = 60,
                            .head_height = 20,
                            .cell_head_height = 12,
                            .padding = 3 };
}

/* Each entry once and in order, nothing beyond the paper, nothing over anything else. */
static void
assert_sound (const BrinePrintShape *shape, const Table *table, const GArray *boxes, int n_pages)
{
  guint n_entries = 0, n_found = 0;

  for (int i = 0; i < shape->n_rows * shape->n_columns; i++)
    n_entries += table->counts[i];
  for (guint i = 0; i < boxes->len; i++)
    {
      const BrinePrintBox *box = &g_array_index (boxes, BrinePrintBox, i);
      g_assert_cmpint (box->page, <, n_pages);
      g_assert_cmpfloat (box->x, >=, 0);
      g_assert_cmpfloat (box->y, >=, 0);
      g_assert_cmpfloat (box->x + box->width, <=, shape->width + 0.1);
      g_assert_cmpfloat (box->y + box->height, <=, shape->height + 0.1);
      if (box->kind != BRINE_PRINT_ENTRY)
        continue;
      n_found++;
      for (guint j = i + 1; j < boxes->len; j++)
        {
          const BrinePrintBox *other = &g_array_index (boxes, BrinePrintBox, j);
          if (other->kind != BRINE_PRINT_ENTRY || other->row != box->row
              || other->column != box->column)
            continue;
          g_assert_cmpuint (other->entry, >, box->entry);
          g_assert_true (other->page > box->page || other->y >= box->y + box->height - 0.1);
        }
    }
  g_assert_cmpuint (n_found, ==, n_entries);
}

static guint
count_kind (const GArray *boxes, BrinePrintKind kind, int page)
{
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    n += g_array_index (boxes, BrinePrintBox, i).kind == kind
         && g_array_index (boxes, BrinePrintBox, i).page == page;
  return n;
}

static void
test_one_page (void)
{
  static const guint counts[] = { 1, 2, 0, 3, 0, 1 };
  Table table = { 3, counts, 10 };
  BrinePrintShape shape = make_shape (2, 3);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));

  g_assert_cmpint (brine_print_layout (&shape, count, measure, &table, boxes), ==, 1);
  assert_sound (&shape, &table, boxes, 1);
  g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_COLUMN_HEAD, 0), ==, 3);
  g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_ROW_HEAD, 0), ==, 2);
  g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_CELL, 0), ==, 6);
  /* The page is filled to its foot. */
  const BrinePrintBox *last = &g_array_index (boxes, BrinePrintBox, boxes->len - 2);
  g_assert_cmpint (last->kind, ==, BRINE_PRINT_CELL);
  g_assert_cmpfloat_with_epsilon (last->y + last->height, shape.height, 0.1);
}

/* Rows that fit onto a page are not torn apart. */
static void
test_rows_stay_together (void)
{
  static const guint counts[] = { 20, 18, 14 };
  Table table = { 1, counts, 10 };
  BrinePrintShape shape = make_shape (3, 1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));

  g_assert_cmpint (brine_print_layout (&shape, count, measure, &table, boxes), ==, 2);
  assert_sound (&shape, &table, boxes, 2);
  for (guint i = 0; i < boxes->len; i++)
    {
      const BrinePrintBox *box = &g_array_index (boxes, BrinePrintBox, i);
      if (box->kind == BRINE_PRINT_ENTRY)
        g_assert_cmpint (box->page, ==, box->row > 0);
    }
}

static void
test_long_row (void)
{
  static const guint counts[] = { 100, 3 };
  Table table = { 2, counts, 10 };
  BrinePrintShape shape = make_shape (1, 2);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));
  int n_pages = brine_print_layout (&shape, count, measure, &table, boxes);

  g_assert_cmpint (n_pages, ==, 3);
  assert_sound (&shape, &table, boxes, n_pages);
  /* Each page has its heads. */
  for (int page = 0; page < n_pages; page++)
    {
      g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_COLUMN_HEAD, page), ==, 2);
      g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_ROW_HEAD, page), ==, 1);
    }
}

static void
test_giant_entry (void)
{
  static const guint counts[] = { 2 };
  Table table = { 1, counts, 5000 };
  BrinePrintShape shape = make_shape (1, 1);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));
  int n_pages = brine_print_layout (&shape, count, measure, &table, boxes);

  g_assert_cmpint (n_pages, ==, 2);
  assert_sound (&shape, &table, boxes, n_pages);
}

static void
test_empty (void)
{
  static const guint counts[] = { 0, 0, 0, 0 };
  Table table = { 2, counts, 10 };
  BrinePrintShape shape = make_shape (2, 2);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));

  g_assert_cmpint (brine_print_layout (&shape, count, measure, &table, boxes), ==, 1);
  g_assert_cmpuint (count_kind (boxes, BRINE_PRINT_CELL, 0), ==, 4);
}

static void
test_random (void)
{
  for (int round = 0; round < 200; round++)
    {
      int n_rows = g_test_rand_int_range (1, 8);
      int n_columns = g_test_rand_int_range (1, 8);
      g_autofree guint *counts = g_new0 (guint, n_rows * n_columns);
      Table table = { n_columns, counts, -1 };
      BrinePrintShape shape = make_shape (n_rows, n_columns);
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (BrinePrintBox));
      for (int i = 0; i < n_rows * n_columns; i++)
        counts[i] = g_test_rand_int_range (0, round % 10 == 0 ? 60 : 6);
      int n_pages = brine_print_layout (&shape, count, measure, &table, boxes);
      assert_sound (&shape, &table, boxes, n_pages);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print-layout/one-page", test_one_page);
  g_test_add_func ("/print-layout/rows-stay-together", test_rows_stay_together);
  g_test_add_func ("/print-layout/long-row", test_long_row);
  g_test_add_func ("/print-layout/giant-entry", test_giant_entry);
  g_test_add_func ("/print-layout/empty", test_empty);
  g_test_add_func ("/print-layout/random", test_random);
  return g_test_run ();
}
