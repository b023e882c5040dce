/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-cli-private.h"

#include <glib/gi18n.h>

#include "brine-portion.h"

/* Texts of the catalogue in the user's language; JSON keeps them as the catalogue has them. */
static const char *
translate (const char *context, const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, context, text);
}

/* The words of brine_portion_get_unit_word (), which are looked up with translate (). */
static const char *const unit_words[] G_GNUC_UNUSED = {
  /* Translators: kitchen units beside a number, as in "1 litre", "2 litres". */
  NC_ ("unit", "g"),     NC_ ("unit", "ml"),     NC_ ("unit", "litre"), NC_ ("unit", "litres"),
  NC_ ("unit", "tbsp"),  NC_ ("unit", "tsp"),    NC_ ("unit", "pinch"), NC_ ("unit", "pinches"),
  NC_ ("unit", "slice"), NC_ ("unit", "slices"), NC_ ("unit", "stalk"), NC_ ("unit", "stalks"),
  NC_ ("unit", "clove"), NC_ ("unit", "cloves"), NC_ ("unit", "sheet"), NC_ ("unit", "sheets"),
  NC_ ("unit", "bulb"),  NC_ ("unit", "bulbs"),  NC_ ("unit", "small"), NC_ ("unit", "medium"),
};

static char *
join_allergens (const BrineRecipeFacts *facts)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; facts->allergens != NULL && facts->allergens[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer)translate ("allergen", facts->allergens[i]));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **)names->pdata);
}

static void
add_strings (JsonBuilder *builder, const char *key, const char *const *strings)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_summary (JsonBuilder *builder, BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);

  brine_cli_add_string (builder, "id", brine_recipe_get_id (recipe));
  brine_cli_add_string (builder, "title", brine_recipe_get_title (recipe));
  brine_cli_add_string (builder, "slot", brine_meal_slot_to_nick (brine_recipe_get_slot (recipe)));
  brine_cli_add_int (builder, "servings", brine_recipe_get_servings (recipe));
  brine_cli_add_int (builder, "minutes", brine_recipe_get_minutes (recipe));
  add_strings (builder, "tags", brine_recipe_get_tags (recipe));
  brine_cli_add_double (builder, "live_servings", facts->live_servings);
  brine_cli_add_double (builder, "plant_points", facts->plant_points);
  brine_cli_add_double (builder, "fibre_g", facts->fibre_g);
  add_strings (builder, "allergens", (const char *const *)facts->allergens);
  brine_cli_add_string (builder, "tyramine", facts->tyramine);
  brine_cli_add_string (builder, "fodmap", facts->fodmap);
}

static gboolean
meal_list (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *slot_text = NULL;
  g_autofree char *tag = NULL;
  const GOptionEntry entries[] = {
    { "slot", 0, 0, G_OPTION_ARG_STRING, &slot_text, N_ ("breakfast, lunch, dinner or snack"),
      "SLOT" },
    { "tag", 0, 0, G_OPTION_ARG_STRING, &tag, N_ ("Only with this tag, such as vegan"), "TAG" },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrineMealSlot slot = BRINE_MEAL_SLOT_NONE;
  BrineCatalogue *catalogue;

  if (!brine_cli_parse (cli, entries, argc, argv, 0, 0, NULL, error))
    return FALSE;
  if (slot_text != NULL && !brine_meal_slot_from_nick (slot_text, &slot))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   _ ("--slot: “%s” is none of: breakfast, lunch, dinner, snack."), slot_text);
      return FALSE;
    }
  catalogue = brine_cli_get_catalogue (cli, error);
  if (catalogue == NULL)
    return FALSE;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "meals");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (catalogue)); i++)
    {
      g_autoptr (BrineRecipe) recipe = g_list_model_get_item (G_LIST_MODEL (catalogue), i);

      if ((slot != BRINE_MEAL_SLOT_NONE && brine_recipe_get_slot (recipe) != slot)
          || (tag != NULL && !brine_recipe_has_tag (recipe, tag)))
        continue;
      if (!cli->json)
        {
          brine_cli_print ("%-4s %-9s %3d min  %s", brine_recipe_get_id (recipe),
                           brine_meal_slot_to_nick (brine_recipe_get_slot (recipe)),
                           brine_recipe_get_minutes (recipe),
                           translate ("recipe", brine_recipe_get_title (recipe)));
          continue;
        }
      json_builder_begin_object (builder);
      add_summary (builder, recipe);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    brine_cli_print_json (builder);

  return TRUE;
}

static void
add_ingredients (JsonBuilder *builder, BrineRecipe *recipe, double factor)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);

  json_builder_set_member_name (builder, "ingredients");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ingredients->len; i++)
    {
      const BrineIngredient *ingredient = g_ptr_array_index (ingredients, i);

      json_builder_begin_object (builder);
      brine_cli_add_string (builder, "food", ingredient->food_id);
      brine_cli_add_string (builder, "name", ingredient->text);
      brine_cli_add_double (builder, "amount", factor * ingredient->amount);
      brine_cli_add_string (builder, "unit", ingredient->unit);
      brine_cli_add_double (builder, "grams", factor * ingredient->grams);
      brine_cli_add_boolean (builder, "heated", ingredient->heated);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_ingredient (const BrineIngredient *ingredient, int recipe_servings, int servings)
{
  g_autoptr (BrinePortion) portion = brine_portion_new (ingredient, recipe_servings, servings);
  const char *unit = brine_portion_get_unit_word (portion);

  brine_cli_print ("  %s%s%s %s%s%s", portion->number, *unit ? " " : "",
                   *unit ? translate ("unit", unit) : "", translate ("food", ingredient->text),
                   portion->state ? ", " : "",
                   portion->state ? translate ("state", portion->state) : "");
}

static void
print_recipe (BrineRecipe *recipe, int servings)
{
  GPtrArray *ingredients = brine_recipe_get_ingredients (recipe);
  const char *const *steps = brine_recipe_get_steps (recipe);
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  g_autofree char *allergens = join_allergens (facts);

  brine_cli_print ("%s", translate ("recipe", brine_recipe_get_title (recipe)));
  brine_cli_print (_ ("%d min · %g live servings and %g plant points a portion"),
                   brine_recipe_get_minutes (recipe), facts->live_servings, facts->plant_points);
  if (*allergens != '\0')
    brine_cli_print (_ ("Contains: %s. Check the labels."), allergens);
  g_print ("\n");
  for (guint i = 0; i < ingredients->len; i++)
    print_ingredient (g_ptr_array_index (ingredients, i), brine_recipe_get_servings (recipe),
                      servings);
  g_print ("\n");
  for (guint i = 0; steps[i] != NULL; i++)
    brine_cli_print ("%u. %s", i + 1, translate ("step", steps[i]));
}

static gboolean
meal_show (BrineCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *portions_text = NULL;
  const GOptionEntry entries[] = {
    { "portions", 0, 0, G_OPTION_ARG_STRING, &portions_text, N_ ("Scale to N portions"), "N" },
    { NULL },
  };
  g_auto (GStrv) args = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  BrineCatalogue *catalogue;
  BrineRecipe *recipe;
  double factor;
  int portions;

  if (!brine_cli_parse (cli, entries, argc, argv, 1, 1, &args, error))
    return FALSE;
  catalogue = brine_cli_get_catalogue (cli, error);
  if (catalogue == NULL)
    return FALSE;
  recipe = brine_catalogue_find_recipe (catalogue, args[0]);
  if (recipe == NULL)
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND,
                   _ ("There is no recipe “%s”; “brinectl meal list” shows them."), args[0]);
      return FALSE;
    }
  portions = brine_recipe_get_servings (recipe);
  if (portions_text != NULL
      && !brine_cli_parse_int ("--portions", portions_text, 1, 100, &portions, error))
    return FALSE;

  factor = (double)portions / brine_recipe_get_servings (recipe);
  if (!cli->json)
    {
      print_recipe (recipe, portions);
      return TRUE;
    }

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "meal");
  json_builder_begin_object (builder);
  add_summary (builder, recipe);
  brine_cli_add_int (builder, "portions", portions);
  add_ingredients (builder, recipe, factor);
  add_strings (builder, "steps", brine_recipe_get_steps (recipe));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  brine_cli_print_json (builder);
  return TRUE;
}

const BrineCliCommand brine_cli_meal_commands[] = {
  { "meal", "list", meal_list, "[--slot SLOT] [--tag TAG]", N_ ("Lists the recipes.") },
  { "meal", "show", meal_show, "ID [--portions N]", N_ ("Shows a recipe, scaled if wanted.") },
  { NULL },
};
