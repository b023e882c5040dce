/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-recipe-notes.h"

#include "brine-parts.h"
#include "brine-translate.h"

#include <glib/gi18n.h>

/* One sentence for each caution, in the order of its bits. */
static const char *const caution_sentences[BRINE_N_CAUTIONS] = {
  N_ ("It is high in tyramine, or nobody has measured it: with an MAOI medicine or linezolid, ask "
      "your prescriber or pharmacist first."),
  N_ ("It may hold live cultures: with a weakened immunity, ask your team first."),
  N_ ("It holds a raw ferment or a blue cheese: when pregnant or breastfeeding, ask your midwife "
      "or "
      "doctor first."),
  N_ ("It holds kefir or kombucha, which have traces of alcohol."),
  N_ ("It holds something that is often rich in histamine; lists differ."),
  N_ ("It is not low in FODMAPs, or nobody knows."),
};

static GtkWidget *
make_card (const char *title, GPtrArray *sentences)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (box), brine_text_new (title, "heading"));
  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (GTK_BOX (box), brine_text_new (g_ptr_array_index (sentences, i), "secondary"));
  brine_set_margins (box, 16);
  gtk_box_append (GTK_BOX (card), box);

  return card;
}

static void
add (GPtrArray *sentences, const char *sentence)
{
  g_ptr_array_add (sentences, g_strdup (sentence));
}

static void
add_allergens (GPtrArray *sentences, const BrineDiet *diet, BrineRecipe *recipe)
{
  g_auto (GStrv) allergens = brine_diet_find_allergens (diet, recipe);
  g_autofree char *list = NULL;

  if (allergens[0] == NULL)
    return;
  for (gsize i = 0; allergens[i] != NULL; i++)
    {
      g_autofree char *word = allergens[i];

      allergens[i] = g_strdup (brine_translate ("allergen", word));
    }
  list = g_strjoinv (", ", allergens);
  /* Translators: %s is a list of allergens */
  g_ptr_array_add (sentences, g_strdup_printf (_ ("It contains %s, which you leave out."), list));
}

GtkWidget *
brine_recipe_diet_note_new (const BrineDiet *diet, BrineRecipe *recipe, BrineCatalogue *catalogue)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  unsigned cautions = brine_diet_find_cautions (diet, recipe, catalogue);

  if (!brine_diet_is_eaten (diet, recipe))
    add (sentences,
         diet->eating == BRINE_EATING_VEGAN ? _ ("It is not vegan.") : _ ("It is not vegetarian."));
  add_allergens (sentences, diet, recipe);
  for (int i = 0; i < BRINE_N_CAUTIONS; i++)
    if ((cautions & (1u << i)) != 0)
      add (sentences, _ (caution_sentences[i]));
  if (sentences->len > 0)
    {
      add (sentences, _ ("You can plan it all the same."));
      return make_card (_ ("Not among what you told Brine you eat"), sentences);
    }

  /* Not left out, but worth a word. */
  if ((diet->cautions & BRINE_CAUTION_TYRAMINE) != 0
      && g_str_equal (brine_recipe_get_facts (recipe)->tyramine, "moderate"))
    {
      add (sentences, _ ("It holds some tyramine: with an MAOI medicine or linezolid, ask your "
                         "prescriber or pharmacist for their list."));
      return make_card (_ ("For You to Know"), sentences);
    }

  return NULL;
}

GtkWidget *
brine_recipe_advice_new (BrineRecipe *recipe)
{
  const BrineRecipeFacts *facts = brine_recipe_get_facts (recipe);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (facts->live_servings > 0)
    add (sentences, _ ("Heating ends the live cultures, so what is live goes in cold."));
  if (g_str_equal (facts->tyramine, "high"))
    add (sentences, _ ("It is high in tyramine: with an MAOI medicine, ask a pharmacist first."));
  else if (g_str_equal (facts->tyramine, "unknown"))
    add (sentences, _ ("Nobody has measured its tyramine: with an MAOI medicine, ask a pharmacist "
                       "first."));
  if (facts->allergens != NULL && facts->allergens[0] != NULL)
    add (sentences, _ ("Products differ: check the labels."));

  return sentences->len > 0 ? make_card (_ ("Good to know"), sentences) : NULL;
}
