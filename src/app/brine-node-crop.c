/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-node-crop.h"

static GskRenderNode *
crop_container (GskRenderNode *node, const graphene_rect_t *area)
{
  guint n = gsk_container_node_get_n_children (node);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_full (n, (GDestroyNotify)gsk_render_node_unref);

  for (guint i = 0; i < n; i++)
    {
      GskRenderNode *child = brine_node_crop (gsk_container_node_get_child (node, i), area);
      if (child != NULL)
        g_ptr_array_add (kept, child);
    }
  if (kept->len == 0)
    return NULL;
  return gsk_container_node_new ((GskRenderNode **)kept->pdata, kept->len);
}

/* Only what is moved is looked into; what is turned or scaled stays whole. */
static GskRenderNode *
crop_moved (GskRenderNode *node, const graphene_rect_t *area)
{
  GskTransform *transform = gsk_transform_node_get_transform (node);
  graphene_rect_t moved;
  float dx, dy;

  if (gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
    return gsk_render_node_ref (node);
  gsk_transform_to_translate (transform, &dx, &dy);
  graphene_rect_offset_r (area, -dx, -dy, &moved);
  GskRenderNode *child = brine_node_crop (gsk_transform_node_get_child (node), &moved);
  if (child == NULL)
    return NULL;
  GskRenderNode *cropped = gsk_transform_node_new (child, transform);
  gsk_render_node_unref (child);
  return cropped;
}

static GskRenderNode *
crop_clipped (GskRenderNode *node, const graphene_rect_t *area)
{
  const graphene_rect_t *clip = gsk_clip_node_get_clip (node);
  graphene_rect_t seen;

  if (!graphene_rect_intersection (area, clip, &seen))
    return NULL;
  GskRenderNode *child = brine_node_crop (gsk_clip_node_get_child (node), &seen);
  if (child == NULL)
    return NULL;
  GskRenderNode *cropped = gsk_clip_node_new (child, clip);
  gsk_render_node_unref (child);
  return cropped;
}

GskRenderNode *
brine_node_crop (GskRenderNode *node, const graphene_rect_t *area)
{
  graphene_rect_t bounds;

  g_return_val_if_fail (node != NULL, NULL);

  gsk_render_node_get_bounds (node, &bounds);
  if (!graphene_rect_intersection (area, &bounds, NULL))
    return NULL;
  if (graphene_rect_contains_rect (area, &bounds))
    return gsk_render_node_ref (node);
  switch ((int)gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      return crop_container (node, area);
    case GSK_TRANSFORM_NODE:
      return crop_moved (node, area);
    case GSK_CLIP_NODE:
      return crop_clipped (node, area);
    default:
      return gsk_render_node_ref (node);
    }
}
