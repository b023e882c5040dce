/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-diet-group.h"

#include "brine-parts.h"

#include <glib/gi18n.h>

#define N_AVOIDED 6

struct _BrineDietGroup
{
  AdwBin parent_instance;

  GtkWidget *eating;                     /* AdwComboRow, index BrineEating */
  GtkWidget *avoided[N_AVOIDED];         /* GtkSwitch, in the order of the rows */
  GtkWidget *cautions[BRINE_N_CAUTIONS]; /* GtkSwitch, bit 1 << index */
  gboolean setting;                      /* rows change by program */
};

G_DEFINE_FINAL_TYPE (BrineDietGroup, brine_diet_group, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const avoided_words[N_AVOIDED] = {
  N_ ("Gluten"), N_ ("Milk"), N_ ("Nuts"), N_ ("Soya"), N_ ("Fish and seafood"), N_ ("Eggs"),
};

static const struct
{
  const char *title;
  const char *subtitle;
} caution_words[BRINE_N_CAUTIONS] = {
  { N_ ("MAOI antidepressant or linezolid"),
    N_ ("Leaves out what is high in tyramine or unknown. Ask your prescriber for their list.") },
  { N_ ("Weakened immunity"), N_ ("Leaves out live cultures. Ask your team.") },
  { N_ ("Pregnant or breastfeeding"),
    N_ ("Leaves out kombucha, raw ferments of vegetables and soya, and blue cheese.") },
  { N_ ("No alcohol at all"), N_ ("Leaves out kefir and kombucha, which hold traces.") },
  { N_ ("Histamine intolerance"),
    N_ ("Leaves out ferments, spinach, tomato, aubergine and tinned fish. Lists differ.") },
  { N_ ("Low FODMAP"), N_ ("Few of the shipped recipes fit; the week will have gaps.") },
};

static void
on_row_changed_cb (BrineDietGroup *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* @out_switch: the switch of the row. */
static GtkWidget *
make_switch_row (BrineDietGroup *self, const char *title, const char *subtitle,
                 GtkWidget **out_switch)
{
  GtkWidget *row = brine_switch_row_new (title, subtitle, out_switch);

  g_signal_connect_object (*out_switch, "notify::active", G_CALLBACK (on_row_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return row;
}

static GtkWidget *
make_eating_row (BrineDietGroup *self)
{
  const char *const words[] = { _ ("Anything"), _ ("Vegetarian"), _ ("Vegan"), NULL };
  g_autoptr (GtkStringList) eating = gtk_string_list_new (words);

  self->eating = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->eating), _ ("I eat"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->eating), G_LIST_MODEL (eating));
  g_signal_connect_object (self->eating, "notify::selected", G_CALLBACK (on_row_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self->eating;
}

static GtkWidget *
make_avoided_row (BrineDietGroup *self)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Leave Out"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _ ("Allergies; always check labels"));
  for (int i = 0; i < N_AVOIDED; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row), make_switch_row (self, _ (avoided_words[i]),
                                                                       NULL, &self->avoided[i]));

  return row;
}

static GtkWidget *
make_cautions_row (BrineDietGroup *self)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Things to Know About Me"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row),
                                 _ ("Stays on this computer; only filters recipes"));
  for (int i = 0; i < BRINE_N_CAUTIONS; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              make_switch_row (self, _ (caution_words[i].title),
                                               _ (caution_words[i].subtitle), &self->cautions[i]));

  return row;
}

static void
brine_diet_group_class_init (BrineDietGroupClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_diet_group_init (BrineDietGroup *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What you eat"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_eating_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_avoided_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_cautions_row (self));
  adw_bin_set_child (ADW_BIN (self), group);
}

GtkWidget *
brine_diet_group_new (void)
{
  return g_object_new (BRINE_TYPE_DIET_GROUP, NULL);
}

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_switch_get_active (GTK_SWITCH (toggle));
}

BrineDiet
brine_diet_group_get_diet (BrineDietGroup *self)
{
  BrineDiet diet = { 0 };

  g_return_val_if_fail (BRINE_IS_DIET_GROUP (self), diet);

  diet.eating = adw_combo_row_get_selected (ADW_COMBO_ROW (self->eating));
  diet.no_gluten = is_on (self->avoided[0]);
  diet.no_milk = is_on (self->avoided[1]);
  diet.no_nuts = is_on (self->avoided[2]);
  diet.no_soy = is_on (self->avoided[3]);
  diet.no_fish = is_on (self->avoided[4]);
  diet.no_egg = is_on (self->avoided[5]);
  for (int i = 0; i < BRINE_N_CAUTIONS; i++)
    if (is_on (self->cautions[i]))
      diet.cautions |= 1u << i;

  return diet;
}

void
brine_diet_group_set_diet (BrineDietGroup *self, const BrineDiet *diet)
{
  g_return_if_fail (BRINE_IS_DIET_GROUP (self));
  g_return_if_fail (diet != NULL);

  self->setting = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->eating), diet->eating);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[0]), diet->no_gluten);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[1]), diet->no_milk);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[2]), diet->no_nuts);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[3]), diet->no_soy);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[4]), diet->no_fish);
  gtk_switch_set_active (GTK_SWITCH (self->avoided[5]), diet->no_egg);
  for (int i = 0; i < BRINE_N_CAUTIONS; i++)
    gtk_switch_set_active (GTK_SWITCH (self->cautions[i]), (diet->cautions & (1u << i)) != 0);
  self->setting = FALSE;
}
