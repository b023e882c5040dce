/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

G_BEGIN_DECLS

/* A food of the catalogue. All strings owned; only @notes may be NULL. */
typedef struct
{
  char *id;
  char *name;
  char *group;
  char *serving; /* its usual portion, in words */
  double serving_g;
  double fibre_g; /* of one serving, so for the next two */
  double sodium_mg;
  double vitamin_k_ug; /* NAN: not known */
  char *tyramine;      /* low, moderate, high, unknown */
  char *fodmap;        /* low, moderate, high, unknown */
  char **allergens;
  char *plant_key; /* empty: no plant */
  double plant_points;
  gboolean counts_live;
  char *live_cultures;
  char *notes;
  char *source;
} BrineFood;

typedef struct
{
  char *food_id; /* NULL: free text only */
  char *text;    /* name to show; never NULL */
  double amount;
  char *unit; /* "" for a bare number */
  double grams;
  gboolean heated; /* a heated ingredient never counts as live */
  /* Of an ingredient without a food: what its text alone cannot tell. */
  char **allergens;     /* NULL: none */
  double live_servings; /* of the whole amount */
} BrineIngredient;

/* Instructions for a meal. Read-only once made; derived fields are per serving. */
#define BRINE_TYPE_RECIPE (brine_recipe_get_type ())
G_DECLARE_FINAL_TYPE (BrineRecipe, brine_recipe, BRINE, RECIPE, GObject)

typedef struct
{
  double fibre_g;
  double sodium_mg; /* without added salt */
  double live_servings;
  double plant_points;
  char **plant_keys;    /* sorted, NULL-terminated */
  double *plant_values; /* same index as plant_keys: points of that plant */
  char **allergens;     /* sorted */
  char *tyramine;
  char *fodmap;
} BrineRecipeFacts;

void brine_food_free (BrineFood *food);
void brine_ingredient_free (BrineIngredient *ingredient);
void brine_recipe_facts_free (BrineRecipeFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineFood, brine_food_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIngredient, brine_ingredient_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineRecipeFacts, brine_recipe_facts_free)

/**
 * brine_recipe_new:
 * @id: its stable name
 * @title: not translated; the ui and cli translate it in the context "recipe"
 * @servings: how many the amounts serve, at least 1
 * @minutes: from start to plate
 * @ingredients: (element-type BrineIngredient) (transfer full): with its free function set
 * @steps: (nullable) (transfer none): what to do
 * @tags: (nullable) (transfer none): "vegan" and so on
 * @facts: (transfer full): what follows from the ingredients, per serving
 *
 * Returns: (transfer full): a recipe, which never changes; any thread may read it
 */
BrineRecipe *brine_recipe_new (const char *id, const char *title, BrineMealSlot slot, int servings,
                               int minutes, GPtrArray *ingredients, const char *const *steps,
                               const char *const *tags, BrineRecipeFacts *facts);
const char *brine_recipe_get_id (BrineRecipe *self);
const char *brine_recipe_get_title (BrineRecipe *self);
BrineMealSlot brine_recipe_get_slot (BrineRecipe *self);
int brine_recipe_get_servings (BrineRecipe *self);
int brine_recipe_get_minutes (BrineRecipe *self);

/**
 * brine_recipe_get_ingredients:
 *
 * Returns: (transfer none) (element-type BrineIngredient): the ingredients; not to be changed
 */
GPtrArray *brine_recipe_get_ingredients (BrineRecipe *self);

/**
 * brine_recipe_get_steps:
 *
 * Returns: (transfer none) (array zero-terminated=1): the steps; never %NULL, so too the tags
 */
const char *const *brine_recipe_get_steps (BrineRecipe *self);
const char *const *brine_recipe_get_tags (BrineRecipe *self);
gboolean brine_recipe_has_tag (BrineRecipe *self, const char *tag);

/**
 * brine_recipe_get_facts:
 *
 * Returns: (transfer none): what follows from the ingredients, per serving
 */
const BrineRecipeFacts *brine_recipe_get_facts (BrineRecipe *self);

/**
 * brine_recipe_dup_plants:
 *
 * Returns: (transfer full): "key:points;key:points" as a #BrineLog keeps it; empty for no plants
 */
char *brine_recipe_dup_plants (BrineRecipe *self);

/**
 * BrineCatalogue:
 *
 * Foods and recipes by id: immutable after loading, so any thread may read it. A #GListModel of
 * #BrineRecipe in the catalogue's order.
 */
#define BRINE_TYPE_CATALOGUE (brine_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (BrineCatalogue, brine_catalogue, BRINE, CATALOGUE, GObject)

/**
 * brine_catalogue_new:
 * @version: grows with every release that changes the catalogue
 * @foods: (element-type BrineFood) (transfer full): with its free function set, each id once
 * @recipes: (element-type BrineRecipe) (transfer full): with its free function set, each id once
 *
 * Returns: (transfer full): a catalogue
 */
BrineCatalogue *brine_catalogue_new (int version, GPtrArray *foods, GPtrArray *recipes);
int brine_catalogue_get_version (BrineCatalogue *self);

/**
 * brine_catalogue_find_food:
 * @id: (nullable): of a food
 *
 * Returns: (transfer none) (nullable): the food, or %NULL when there is none of that id
 */
const BrineFood *brine_catalogue_find_food (BrineCatalogue *self, const char *id);

/**
 * brine_catalogue_find_recipe:
 * @id: (nullable): of a recipe
 *
 * Returns: (transfer none) (nullable): the recipe, or %NULL when there is none of that id
 */
BrineRecipe *brine_catalogue_find_recipe (BrineCatalogue *self, const char *id);

/**
 * brine_catalogue_get_foods:
 *
 * Returns: (transfer none) (element-type BrineFood): the foods in the catalogue's order
 */
GPtrArray *brine_catalogue_get_foods (BrineCatalogue *self);

G_END_DECLS
