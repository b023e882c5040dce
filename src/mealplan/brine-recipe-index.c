/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-recipe-index.h"

#include <string.h>

/* Shorter words match only where a word begins: "egg" should not find "veggie". */
#define MIN_LETTERS_INSIDE 4
#define MAX_QUERY_BYTES 200

struct _BrineRecipeIndex
{
  GHashTable *texts; /* id to folded text */
};

char *
brine_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text ? text : "", -1, G_NORMALIZE_ALL);
  g_autofree char *lower = normal ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *folded = g_string_new (" ");

  for (const char *p = lower; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_ismark (letter) || letter == 0x00ad)
        continue;
      if (g_unichar_isalnum (letter))
        g_string_append_unichar (folded, letter);
      else if (folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');

  return g_string_free (folded, FALSE);
}

static void
append (GString *text, BrineTranslate translate, const char *context, const char *word)
{
  g_string_append_c (text, ' ');
  g_string_append (text, translate ? translate (context, word) : word);
}

static char *
build_text (BrineRecipe *recipe, BrineTranslate translate)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);
  const char *const *tags = brine_recipe_get_tags (recipe);
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, translate, "recipe", brine_recipe_get_title (recipe));
  for (guint i = 0; i < ingredients->len; i++)
    append (text, translate, "food",
            ((const BrineIngredient *)g_ptr_array_index (ingredients, i))->text);
  for (guint i = 0; tags[i]; i++)
    append (text, translate, "tag", tags[i]);

  return brine_text_fold (text->str);
}

BrineRecipeIndex *
brine_recipe_index_new (GListModel *recipes, BrineTranslate translate)
{
  BrineRecipeIndex *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (recipes), NULL);

  self = g_new0 (BrineRecipeIndex, 1);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (recipes); i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (recipes, i);

      g_hash_table_insert (self->texts, g_strdup (brine_recipe_get_id (recipe)),
                           build_text (recipe, translate));
    }

  return self;
}

void
brine_recipe_index_free (BrineRecipeIndex *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->texts);
  g_free (self);
}

static gboolean
matches_word (const char *text, const char *word)
{
  g_autofree char *at_start = g_strconcat (" ", word, NULL);

  if (strstr (text, at_start))
    return TRUE;

  return g_utf8_strlen (word, -1) >= MIN_LETTERS_INSIDE && strstr (text, word);
}

gboolean
brine_recipe_index_matches (const BrineRecipeIndex *self, BrineRecipe *recipe, const char *query)
{
  g_autofree char *valid = NULL;
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  const char *text;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (BRINE_IS_RECIPE (recipe), FALSE);

  text = g_hash_table_lookup (self->texts, brine_recipe_get_id (recipe));
  if (text == NULL)
    return FALSE;

  valid =
      g_utf8_make_valid (query ? query : "", query ? (gssize)strnlen (query, MAX_QUERY_BYTES) : 0);
  folded = brine_text_fold (valid);
  words = g_strsplit (g_strstrip (folded), " ", -1);
  for (guint i = 0; words[i]; i++)
    if (!matches_word (text, words[i]))
      return FALSE;

  return TRUE;
}
