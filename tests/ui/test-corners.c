/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The corners of a window: what is clipped to them, and what is not.
 */
#include <adwaita.h>

#include "brine-corner-bin.h"
#include "brine-node-crop.h"

#define BOUND_SECONDS 60
#define STYLE                                                                                      \
  "window.round { border-radius: 12px; background-color: #ffffff; box-shadow: 0 1px 3px #000000; " \
  "}"                                                                                              \
  "window.edged { border-radius: 0; background-color: #ffffff; }"

/* Nodes --------------------------------------------------------------------------------------- */

static GskRenderNode *
make_square (float x, float y, float size)
{
  return gsk_color_node_new (&(GdkRGBA){ 1, 0, 0, 1 }, &GRAPHENE_RECT_INIT (x, y, size, size));
}

/* Squares of 10 at 0, 20, 40, … one below the other. */
static GskRenderNode *
make_column (guint n)
{
  g_autoptr (GPtrArray) squares =
      g_ptr_array_new_with_free_func ((GDestroyNotify)gsk_render_node_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (squares, make_square (0, 20.0f * i, 10));
  return gsk_container_node_new ((GskRenderNode **)squares->pdata, n);
}

static guint
count_squares (GskRenderNode *node)
{
  guint n = 0;

  switch ((int)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_squares (gsk_container_node_get_child (node, i));
      return n;
    case GSK_TRANSFORM_NODE:
      return count_squares (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return count_squares (gsk_clip_node_get_child (node));
    default:
      return 1;
    }
}

static guint
count_cropped (GskRenderNode *node, float y, float height)
{
  g_autoptr (GskRenderNode) part = brine_node_crop (node, &GRAPHENE_RECT_INIT (0, y, 100, height));

  return part != NULL ? count_squares (part) : 0;
}

static void
test_crop (void)
{
  g_autoptr (GskRenderNode) column = make_column (5);

  g_assert_cmpuint (count_cropped (column, 0, 100), ==, 5);
  g_assert_cmpuint (count_cropped (column, 0, 12), ==, 1);
  g_assert_cmpuint (count_cropped (column, 5, 20), ==, 2);
  g_assert_cmpuint (count_cropped (column, 88, 12), ==, 1);
  g_assert_cmpuint (count_cropped (column, 12, 6), ==, 0);
  /* What is there whole is not made again. */
  g_autoptr (GskRenderNode) all = brine_node_crop (column, &GRAPHENE_RECT_INIT (0, 0, 100, 100));
  g_assert_true (all == column);
}

static void
test_crop_moved (void)
{
  g_autoptr (GskRenderNode) column = make_column (5);
  g_autoptr (GskTransform) by = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (3, 40));
  g_autoptr (GskRenderNode) moved = gsk_transform_node_new (column, by);
  g_autoptr (GskTransform) turn = gsk_transform_rotate (NULL, 10);
  g_autoptr (GskRenderNode) turned = gsk_transform_node_new (column, turn);
  g_autoptr (GskRenderNode) clipped =
      gsk_clip_node_new (moved, &GRAPHENE_RECT_INIT (0, 40, 100, 12));

  g_assert_cmpuint (count_cropped (moved, 0, 39), ==, 0);
  g_assert_cmpuint (count_cropped (moved, 0, 52), ==, 1);
  g_assert_cmpuint (count_cropped (moved, 45, 20), ==, 2);
  g_assert_cmpuint (count_cropped (turned, 0, 12), ==, 5);
  g_assert_cmpuint (count_cropped (clipped, 45, 20), ==, 1);
  g_assert_cmpuint (count_cropped (clipped, 60, 20), ==, 0);
}

/* Windows ------------------------------------------------------------------------------------- */

typedef struct
{
  guint round;  /* texts within a round clip */
  guint square; /* texts that are not */
} Texts;

static void
count_texts (GskRenderNode *node, gboolean in_round, Texts *texts)
{
  switch ((int)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        count_texts (gsk_container_node_get_child (node, i), in_round, texts);
      break;
    case GSK_TRANSFORM_NODE:
      count_texts (gsk_transform_node_get_child (node), in_round, texts);
      break;
    case GSK_CLIP_NODE:
      count_texts (gsk_clip_node_get_child (node), in_round, texts);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      count_texts (gsk_rounded_clip_node_get_child (node), TRUE, texts);
      break;
    case GSK_TEXT_NODE:
      texts->round += in_round;
      texts->square += !in_round;
      break;
    default:
      break;
    }
}

static gboolean
on_late_cb (gpointer data)
{
  g_error ("No window in a minute");
  return G_SOURCE_REMOVE;
}

static gboolean
on_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  return ++*(guint *)frames < 2 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
show (GtkWidget *window)
{
  guint late = g_timeout_add_seconds (BOUND_SECONDS, on_late_cb, NULL);
  guint frames = 0;

  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_add_tick_callback (window, on_tick_cb, &frames, NULL);
  while (frames < 2)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static GtkWidget *
make_lines (int n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (box), gtk_label_new ("Line"));
  return box;
}

static Texts
draw (const char *css_class)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *corners = brine_corner_bin_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  Texts texts = { 0 };

  gtk_widget_set_css_classes (window, (const char *[]){ css_class, NULL });
  gtk_widget_set_overflow (window, GTK_OVERFLOW_HIDDEN);
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  adw_bin_set_child (ADW_BIN (corners), make_lines (20));
  gtk_window_set_child (GTK_WINDOW (window), corners);
  g_assert_true (gtk_widget_get_overflow (window) == GTK_OVERFLOW_VISIBLE);
  show (window);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (corners);
  gdk_paintable_snapshot (picture, snapshot, gtk_widget_get_width (corners),
                          gtk_widget_get_height (corners));
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  count_texts (node, FALSE, &texts);
  gtk_window_destroy (GTK_WINDOW (window));
  return texts;
}

/* All lines are drawn outside of the shape but for those at the edges, which meet its corners. */
static void
test_round (void)
{
  Texts texts = draw ("round");

  g_assert_cmpuint (texts.square, ==, 20);
  g_assert_cmpuint (texts.round, ==, 2);
}

static void
test_edged (void)
{
  Texts texts = draw ("edged");

  g_assert_cmpuint (texts.square, ==, 20);
  g_assert_cmpuint (texts.round, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (style, STYLE, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style), G_MAXUINT);
  g_test_add_func ("/corners/crop", test_crop);
  g_test_add_func ("/corners/crop-moved", test_crop_moved);
  g_test_add_func ("/corners/round", test_round);
  g_test_add_func ("/corners/edged", test_edged);
  return g_test_run ();
}
