/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe.h"

#include "brine-number.h"

struct _BrineRecipe
{
  GObject parent_instance;

  char *id;
  char *title;
  BrineMealSlot slot;
  int servings;
  int minutes;
  GPtrArray *ingredients;
  char **steps;
  char **tags;
  BrineRecipeFacts *facts;
};

G_DEFINE_FINAL_TYPE (BrineRecipe, brine_recipe, G_TYPE_OBJECT)

void
brine_food_free (BrineFood *food)
{
  if (food == NULL)
    return;

  g_free (food->id);
  g_free (food->name);
  g_free (food->group);
  g_free (food->serving);
  g_free (food->tyramine);
  g_free (food->fodmap);
  g_strfreev (food->allergens);
  g_free (food->plant_key);
  g_free (food->live_cultures);
  g_free (food->notes);
  g_free (food->source);
  g_free (food);
}

void
brine_ingredient_free (BrineIngredient *ingredient)
{
  if (ingredient == NULL)
    return;

  g_free (ingredient->food_id);
  g_free (ingredient->text);
  g_free (ingredient->unit);
  g_strfreev (ingredient->allergens);
  g_free (ingredient);
}

void
brine_recipe_facts_free (BrineRecipeFacts *facts)
{
  if (facts == NULL)
    return;

  g_strfreev (facts->plant_keys);
  g_free (facts->plant_values);
  g_strfreev (facts->allergens);
  g_free (facts->tyramine);
  g_free (facts->fodmap);
  g_free (facts);
}

static void
brine_recipe_finalize (GObject *object)
{
  BrineRecipe *self = BRINE_RECIPE (object);

  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->ingredients);
  g_strfreev (self->steps);
  g_strfreev (self->tags);
  brine_recipe_facts_free (self->facts);

  G_OBJECT_CLASS (brine_recipe_parent_class)->finalize (object);
}

static void
brine_recipe_class_init (BrineRecipeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_recipe_finalize;
}

static void
brine_recipe_init (BrineRecipe *self)
{
}

static char **
copy_strings (const char *const *strings)
{
  return strings ? g_strdupv ((char **)strings) : g_new0 (char *, 1);
}

BrineRecipe *
brine_recipe_new (const char *id, const char *title, BrineMealSlot slot, int servings, int minutes,
                  GPtrArray *ingredients, const char *const *steps, const char *const *tags,
                  BrineRecipeFacts *facts)
{
  BrineRecipe *self;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);
  g_return_val_if_fail (servings > 0 && minutes >= 0, NULL);
  g_return_val_if_fail (ingredients != NULL && facts != NULL, NULL);

  self = g_object_new (BRINE_TYPE_RECIPE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->slot = slot;
  self->servings = servings;
  self->minutes = minutes;
  self->ingredients = ingredients;
  self->steps = copy_strings (steps);
  self->tags = copy_strings (tags);
  self->facts = facts;

  return self;
}

const char *
brine_recipe_get_id (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return self->id;
}

const char *
brine_recipe_get_title (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return self->title;
}

BrineMealSlot
brine_recipe_get_slot (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), BRINE_MEAL_SLOT_NONE);

  return self->slot;
}

int
brine_recipe_get_servings (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), 1);

  return self->servings;
}

int
brine_recipe_get_minutes (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), 0);

  return self->minutes;
}

GPtrArray *
brine_recipe_get_ingredients (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return self->ingredients;
}

const char *const *
brine_recipe_get_steps (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return (const char *const *)self->steps;
}

const char *const *
brine_recipe_get_tags (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return (const char *const *)self->tags;
}

gboolean
brine_recipe_has_tag (BrineRecipe *self, const char *tag)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), FALSE);
  g_return_val_if_fail (tag != NULL, FALSE);

  return g_strv_contains ((const char *const *)self->tags, tag);
}

const BrineRecipeFacts *
brine_recipe_get_facts (BrineRecipe *self)
{
  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  return self->facts;
}

char *
brine_recipe_dup_plants (BrineRecipe *self)
{
  GString *plants;

  g_return_val_if_fail (BRINE_IS_RECIPE (self), NULL);

  plants = g_string_new (NULL);
  for (guint i = 0; self->facts->plant_keys && self->facts->plant_keys[i]; i++)
    {
      g_autofree char *points = brine_number_to_string (self->facts->plant_values[i]);

      g_string_append_printf (plants, "%s%s:%s", i > 0 ? ";" : "", self->facts->plant_keys[i],
                              points);
    }

  return g_string_free (plants, FALSE);
}
