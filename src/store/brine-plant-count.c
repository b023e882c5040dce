/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-plant-count-private.h"

#include <string.h>

#define LONGEST_KEY 63

typedef struct
{
  guint plant;
  double points;
} Portion;

/* A text taken apart. */
typedef struct
{
  guint n_portions;
  Portion portions[];
} Dish;

/* A dish of a day; the dishes of a day are a chain. */
typedef struct
{
  const Dish *dish;
  guint next; /* index in servings plus 1; 0: the last of its day */
} Serving;

/* What is known of a plant on the day that is counted. */
typedef struct
{
  guint day; /* plus 1; 0: none yet */
  double points;
} Plant;

struct _BrinePlantCount
{
  GHashTable *dishes; /* text → Dish, both owned */
  GHashTable *keys;   /* key, owned → index in plants */
  GArray *plants;     /* Plant */
  GArray *servings;   /* Serving */
  guint *first;       /* of each day: index in servings plus 1; 0: none */
};

BrinePlantCount *
brine_plant_count_new (guint n_days)
{
  BrinePlantCount *self = g_new0 (BrinePlantCount, 1);

  self->dishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->plants = g_array_new (FALSE, TRUE, sizeof (Plant));
  self->servings = g_array_new (FALSE, FALSE, sizeof (Serving));
  self->first = g_new0 (guint, n_days);
  return self;
}

void
brine_plant_count_free (BrinePlantCount *self)
{
  g_hash_table_unref (self->dishes);
  g_hash_table_unref (self->keys);
  g_array_unref (self->plants);
  g_array_unref (self->servings);
  g_free (self->first);
  g_free (self);
}

static guint
find_plant (BrinePlantCount *self, const char *name, gsize length)
{
  char key[LONGEST_KEY + 1];
  gpointer index;

  memcpy (key, name, length);
  key[length] = '\0';
  if (g_hash_table_lookup_extended (self->keys, key, NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_array_set_size (self->plants, self->plants->len + 1);
  g_hash_table_insert (self->keys, g_strdup (key), GUINT_TO_POINTER (self->plants->len - 1));
  return self->plants->len - 1;
}

static guint
count_pieces (const char *plants)
{
  guint n = 1;

  for (; *plants != '\0'; plants++)
    n += *plants == ';';
  return n;
}

static Dish *
take_apart (BrinePlantCount *self, const char *plants)
{
  Dish *dish = g_malloc (sizeof (Dish) + count_pieces (plants) * sizeof (Portion));

  dish->n_portions = 0;
  while (*plants != '\0')
    {
      gsize length = strcspn (plants, ";");
      const char *colon = memchr (plants, ':', length);
      gsize key_length = colon != NULL ? (gsize)(colon - plants) : 0;
      double points = colon != NULL ? g_ascii_strtod (colon + 1, NULL) : 0;

      if (key_length > 0 && key_length <= LONGEST_KEY && points > 0)
        dish->portions[dish->n_portions++] =
            (Portion){ find_plant (self, plants, key_length), points };
      plants += length + (plants[length] == ';');
    }
  return dish;
}

void
brine_plant_count_add (BrinePlantCount *self, guint day, const char *plants)
{
  Serving serving = { .dish = g_hash_table_lookup (self->dishes, plants),
                      .next = self->first[day] };

  if (serving.dish == NULL)
    {
      Dish *dish = take_apart (self, plants);

      g_hash_table_insert (self->dishes, g_strdup (plants), dish);
      serving.dish = dish;
    }
  g_array_append_val (self->servings, serving);
  self->first[day] = self->servings->len;
}

double
brine_plant_count_get_points (BrinePlantCount *self, guint day)
{
  double sum = 0;

  for (guint i = self->first[day]; i > 0;)
    {
      const Serving *serving = &g_array_index (self->servings, Serving, i - 1);

      for (guint j = 0; j < serving->dish->n_portions; j++)
        {
          const Portion *portion = &serving->dish->portions[j];
          Plant *plant = &g_array_index (self->plants, Plant, portion->plant);

          if (plant->day != day + 1)
            *plant = (Plant){ .day = day + 1, .points = 0 };
          sum += MAX (portion->points - plant->points, 0);
          plant->points = MAX (plant->points, portion->points);
        }
      i = serving->next;
    }
  return sum;
}
