/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe.h"

struct _BrineCatalogue
{
  GObject parent_instance;

  int version;
  GPtrArray *foods;
  GPtrArray *recipes;
  GHashTable *foods_by_id;   /* borrowed key and BrineFood */
  GHashTable *recipes_by_id; /* borrowed key and BrineRecipe */
};

static GType
brine_catalogue_get_item_type (GListModel *model)
{
  return BRINE_TYPE_RECIPE;
}

static guint
brine_catalogue_get_n_items (GListModel *model)
{
  return BRINE_CATALOGUE (model)->recipes->len;
}

static gpointer
brine_catalogue_get_item (GListModel *model, guint position)
{
  BrineCatalogue *self = BRINE_CATALOGUE (model);

  if (position >= self->recipes->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->recipes, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = brine_catalogue_get_item_type;
  iface->get_n_items = brine_catalogue_get_n_items;
  iface->get_item = brine_catalogue_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineCatalogue, brine_catalogue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
brine_catalogue_finalize (GObject *object)
{
  BrineCatalogue *self = BRINE_CATALOGUE (object);

  g_hash_table_unref (self->foods_by_id);
  g_hash_table_unref (self->recipes_by_id);
  g_ptr_array_unref (self->foods);
  g_ptr_array_unref (self->recipes);

  G_OBJECT_CLASS (brine_catalogue_parent_class)->finalize (object);
}

static void
brine_catalogue_class_init (BrineCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_catalogue_finalize;
}

static void
brine_catalogue_init (BrineCatalogue *self)
{
  self->foods_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->recipes_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

BrineCatalogue *
brine_catalogue_new (int version, GPtrArray *foods, GPtrArray *recipes)
{
  BrineCatalogue *self;

  g_return_val_if_fail (foods != NULL && recipes != NULL, NULL);

  self = g_object_new (BRINE_TYPE_CATALOGUE, NULL);
  self->version = version;
  self->foods = foods;
  self->recipes = recipes;

  for (guint i = 0; i < foods->len; i++)
    {
      BrineFood *food = g_ptr_array_index (foods, i);

      g_hash_table_insert (self->foods_by_id, food->id, food);
    }
  for (guint i = 0; i < recipes->len; i++)
    {
      BrineRecipe *recipe = g_ptr_array_index (recipes, i);

      g_hash_table_insert (self->recipes_by_id, (gpointer)brine_recipe_get_id (recipe), recipe);
    }

  return self;
}

int
brine_catalogue_get_version (BrineCatalogue *self)
{
  g_return_val_if_fail (BRINE_IS_CATALOGUE (self), 0);

  return self->version;
}

const BrineFood *
brine_catalogue_find_food (BrineCatalogue *self, const char *id)
{
  g_return_val_if_fail (BRINE_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (self->foods_by_id, id) : NULL;
}

BrineRecipe *
brine_catalogue_find_recipe (BrineCatalogue *self, const char *id)
{
  g_return_val_if_fail (BRINE_IS_CATALOGUE (self), NULL);

  return id ? g_hash_table_lookup (self->recipes_by_id, id) : NULL;
}

GPtrArray *
brine_catalogue_get_foods (BrineCatalogue *self)
{
  g_return_val_if_fail (BRINE_IS_CATALOGUE (self), NULL);

  return self->foods;
}
