/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-block-icons.h"

/* Practices and states in the colours of a style or two; what is over that is old. */
#define MAX_ICONS 256

typedef struct
{
  const char *icon_name; /* interned */
  int size;
  int scale;
  GtkTextDirection direction;
  guint32 color; /* 8 bits each */
} IconKey;

static guint
icon_key_hash (gconstpointer key)
{
  const IconKey *k = key;
  return g_direct_hash (k->icon_name) ^ k->color ^ (guint)(k->size << 8) ^ (guint)(k->scale << 16)
         ^ (guint)(k->direction << 20);
}

static gboolean
icon_key_equal (gconstpointer a, gconstpointer b)
{
  const IconKey *k = a;
  const IconKey *l = b;
  return k->icon_name == l->icon_name && k->size == l->size && k->scale == l->scale
         && k->direction == l->direction && k->color == l->color;
}

static guint32
pack_color (const GdkRGBA *color)
{
  return (guint32)(color->red * 255 + 0.5) << 24 | (guint32)(color->green * 255 + 0.5) << 16
         | (guint32)(color->blue * 255 + 0.5) << 8 | (guint32)(color->alpha * 255 + 0.5);
}

static GHashTable *
get_table (GtkIconTheme *theme)
{
  GHashTable *table = g_object_get_data (G_OBJECT (theme), "brine-block-icons");

  if (table != NULL)
    return table;
  table = g_hash_table_new_full (icon_key_hash, icon_key_equal, g_free,
                                 (GDestroyNotify)gsk_render_node_unref);
  g_object_set_data_full (G_OBJECT (theme), "brine-block-icons", table,
                          (GDestroyNotify)g_hash_table_unref);
  g_signal_connect_data (theme, "changed", G_CALLBACK (g_hash_table_remove_all),
                         g_hash_table_ref (table),
                         (GClosureNotify)(void (*) (void))g_hash_table_unref, G_CONNECT_SWAPPED);
  return table;
}

static GskRenderNode *
snapshot_icon (GtkIconTheme *theme, const IconKey *key, const GdkRGBA *color)
{
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, key->icon_name, NULL, key->size, key->scale,
                                  key->direction, 0);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, key->size,
                                            key->size, color, 1);
  return gtk_snapshot_to_node (snapshot);
}

static GskRenderNode *
make_node (GtkIconTheme *theme, const IconKey *key, const GdkRGBA *color)
{
  int side = key->size * key->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  GskRenderNode *drawn = snapshot_icon (theme, key, color);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, key->scale, key->scale);
  if (drawn != NULL)
    gsk_render_node_draw (drawn, cr);
  g_clear_pointer (&drawn, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  gsize stride = (gsize)cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) pixels =
      g_bytes_new (cairo_image_surface_get_data (surface), stride * (gsize)side);
  g_autoptr (GdkTexture) texture =
      gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, pixels, stride);
  cairo_surface_destroy (surface);
  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, key->size, key->size));
}

GskRenderNode *
brine_block_icons_get (GtkWidget *widget, const char *icon_name, int size, const GdkRGBA *color)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (icon_name != NULL && size > 0, NULL);

  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GHashTable *table = get_table (theme);
  IconKey key = { g_intern_string (icon_name), size, gtk_widget_get_scale_factor (widget),
                  gtk_widget_get_direction (widget), pack_color (color) };
  GskRenderNode *node = g_hash_table_lookup (table, &key);

  if (node != NULL)
    return node;
  if (g_hash_table_size (table) >= MAX_ICONS)
    g_hash_table_remove_all (table);
  node = make_node (theme, &key, color);
  g_hash_table_insert (table, g_memdup2 (&key, sizeof key), node);
  return node;
}
