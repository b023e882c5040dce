/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-corner-bin.h"

#include "brine-node-crop.h"

/*
 * libadwaita clips a window to the round shape of its corners. All that cairo draws in there has to
 * be intersected with that shape, which took it twice as long as to draw. Only two strips at
 * the top and the bottom, as high as the corners are, need it: what lies between them is
 * clipped to a rectangle, which costs nothing, and the strips get the few things that are in them.
 * Renderers on the graphics card clip a shape for nothing, and keep the whole.
 */
struct _BrineCornerBin
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (BrineCornerBin, brine_corner_bin, ADW_TYPE_BIN)

/* Above the shadows comes the ground, clipped to the shape when that is round. */
static const GskRoundedRect *
find_clip (GskRenderNode *node)
{
  if (gsk_render_node_get_node_type (node) == GSK_ROUNDED_CLIP_NODE)
    return gsk_rounded_clip_node_get_clip (node);
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return NULL;
  return find_clip (
      gsk_container_node_get_child (node, gsk_container_node_get_n_children (node) - 1));
}

/* The style of the window says how round it is (not at all when it is maximized or tiled), and GTK
 * tells this by what it would draw. */
static GskRoundedRect
find_shape (GtkWidget *widget, GtkWidget *window)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect shape;

  gtk_snapshot_render_background (snapshot, gtk_widget_get_style_context (window), 0, 0, width,
                                  height);
  g_autoptr (GskRenderNode) ground = gtk_snapshot_free_to_node (snapshot);
  const GskRoundedRect *clip = ground != NULL ? find_clip (ground) : NULL;
  if (clip != NULL)
    return *clip;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  return shape;
}

static float
get_height (const GskRoundedRect *shape, GskCorner left, GskCorner right)
{
  return ceilf (MAX (shape->corner[left].height, shape->corner[right].height));
}

static gboolean
is_drawn_by_cairo (GtkWidget *window)
{
  return GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (GTK_NATIVE (window)));
}

static void
append_whole (GtkSnapshot *snapshot, GskRenderNode *node, const GskRoundedRect *shape)
{
  gtk_snapshot_push_rounded_clip (snapshot, shape);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
}

static void
append_strip (GtkSnapshot *snapshot, GskRenderNode *node, const GskRoundedRect *shape,
              const graphene_rect_t *strip)
{
  g_autoptr (GskRenderNode) part = brine_node_crop (node, strip);

  if (part == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, strip);
  gtk_snapshot_push_rounded_clip (snapshot, shape);
  gtk_snapshot_append_node (snapshot, part);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
append_in_parts (GtkSnapshot *snapshot, GskRenderNode *node, const GskRoundedRect *shape)
{
  const graphene_size_t *size = &shape->bounds.size;
  float top = get_height (shape, GSK_CORNER_TOP_LEFT, GSK_CORNER_TOP_RIGHT);
  float bottom = get_height (shape, GSK_CORNER_BOTTOM_LEFT, GSK_CORNER_BOTTOM_RIGHT);

  if (top <= 0 && bottom <= 0)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  append_strip (snapshot, node, shape, &GRAPHENE_RECT_INIT (0, 0, size->width, top));
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, top, size->width, size->height - top - bottom));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_pop (snapshot);
  append_strip (snapshot, node, shape,
                &GRAPHENE_RECT_INIT (0, size->height - bottom, size->width, bottom));
}

static void
brine_corner_bin_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GtkWidget *child = adw_bin_get_child (ADW_BIN (widget));
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));

  if (child == NULL || window == NULL)
    return;
  GtkSnapshot *content = gtk_snapshot_new ();
  gtk_widget_snapshot_child (widget, child, content);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (content);
  if (node == NULL)
    return;
  GskRoundedRect shape = find_shape (widget, window);
  if (is_drawn_by_cairo (window))
    append_in_parts (snapshot, node, &shape);
  else
    append_whole (snapshot, node, &shape);
}

static void
brine_corner_bin_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_corner_bin_parent_class)->root (widget);
  gtk_widget_set_overflow (GTK_WIDGET (gtk_widget_get_root (widget)), GTK_OVERFLOW_VISIBLE);
}

static void
brine_corner_bin_class_init (BrineCornerBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = brine_corner_bin_snapshot;
  widget_class->root = brine_corner_bin_root;
}

static void
brine_corner_bin_init (BrineCornerBin *self)
{
}

GtkWidget *
brine_corner_bin_new (void)
{
  return g_object_new (BRINE_TYPE_CORNER_BIN, NULL);
}
