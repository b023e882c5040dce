/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-food-table.h"

#include <math.h>
#include <string.h>

#define MAX_FOODS 20000
#define MAX_COLUMNS 64

typedef enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_GROUP,
  COLUMN_LIVE_CULTURES,
  COLUMN_SERVING,
  COLUMN_SERVING_G,
  COLUMN_FIBRE_G,
  COLUMN_TYRAMINE,
  COLUMN_ALLERGENS,
  COLUMN_FODMAP,
  COLUMN_NOTES,
  COLUMN_PLANT_KEY,
  COLUMN_PLANT_POINTS,
  COLUMN_SODIUM_MG,
  COLUMN_VITAMIN_K_UG,
  COLUMN_COUNTS_LIVE,
  COLUMN_SOURCE,
  N_COLUMNS,
} Column;

static const char *const column_names[N_COLUMNS] = {
  "id",           "name",      "group",        "live_cultures", "serving", "serving_g",
  "fibre_g",      "tyramine",  "allergens",    "fodmap",        "notes",   "plant_key",
  "plant_points", "sodium_mg", "vitamin_k_ug", "counts_live",   "source",
};

static const char *const levels[] = { "low", "moderate", "high", "unknown", NULL };
static const char *const live_words[] = { "yes", "no", "if-unpasteurised", NULL };

/* One line of the table. */
typedef struct
{
  guint line;
  char **cells;
  const guint *positions; /* of each column in @cells */
} Row;

static const char *
get_cell (const Row *row, Column column)
{
  return row->cells[row->positions[column]];
}

G_GNUC_PRINTF (3, 4)
static void
set_error (GError **error, guint line, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *valid = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* A cell may have been cut within a character. */
  valid = g_utf8_make_valid (message, -1);
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID, "foods.tsv, line %u: %s", line, valid);
}

static gboolean
read_number (const Row *row, Column column, double *out_number, GError **error)
{
  const char *cell = get_cell (row, column);
  char *end = NULL;
  double number = g_ascii_strtod (cell, &end);

  if (!g_ascii_isdigit (cell[0]) || *end != '\0' || !(number <= 1e6))
    {
      set_error (error, row->line, "“%s” is “%.40s”; write a number from 0 to 1,000,000.",
                 column_names[column], cell);
      return FALSE;
    }

  *out_number = number;
  return TRUE;
}

static gboolean
read_word (const Row *row, Column column, const char *const *words, char **out_word, GError **error)
{
  const char *cell = get_cell (row, column);

  if (!g_strv_contains (words, cell))
    {
      g_autofree char *list = g_strjoinv (", ", (char **)words);

      set_error (error, row->line, "“%s” is “%.40s”; write one of %s.", column_names[column], cell,
                 list);
      return FALSE;
    }

  *out_word = g_strdup (cell);
  return TRUE;
}

static gboolean
read_required (const Row *row, Column column, char **out_text, GError **error)
{
  const char *cell = get_cell (row, column);

  if (*cell == '\0')
    {
      set_error (error, row->line, "“%s” is empty.", column_names[column]);
      return FALSE;
    }

  *out_text = g_strdup (cell);
  return TRUE;
}

static gboolean
read_numbers (const Row *row, BrineFood *food, GError **error)
{
  const char *counts_live = get_cell (row, COLUMN_COUNTS_LIVE);

  if (!read_number (row, COLUMN_SERVING_G, &food->serving_g, error)
      || !read_number (row, COLUMN_FIBRE_G, &food->fibre_g, error)
      || !read_number (row, COLUMN_SODIUM_MG, &food->sodium_mg, error)
      || !read_number (row, COLUMN_PLANT_POINTS, &food->plant_points, error))
    return FALSE;

  if (food->serving_g <= 0)
    {
      set_error (error, row->line, "“serving_g” must be more than 0.");
      return FALSE;
    }

  food->vitamin_k_ug = NAN;
  if (*get_cell (row, COLUMN_VITAMIN_K_UG) != '\0'
      && !read_number (row, COLUMN_VITAMIN_K_UG, &food->vitamin_k_ug, error))
    return FALSE;

  food->counts_live = g_str_equal (counts_live, "1");
  if (!food->counts_live && !g_str_equal (counts_live, "0"))
    {
      set_error (error, row->line, "“counts_live” is “%.40s”; write 0 or 1.", counts_live);
      return FALSE;
    }

  return TRUE;
}

static BrineFood *
read_food (const Row *row, GError **error)
{
  g_autoptr (BrineFood) food = g_new0 (BrineFood, 1);
  const char *notes = get_cell (row, COLUMN_NOTES);

  if (!read_required (row, COLUMN_ID, &food->id, error)
      || !read_required (row, COLUMN_NAME, &food->name, error)
      || !read_required (row, COLUMN_GROUP, &food->group, error)
      || !read_required (row, COLUMN_SERVING, &food->serving, error)
      || !read_word (row, COLUMN_LIVE_CULTURES, live_words, &food->live_cultures, error)
      || !read_word (row, COLUMN_TYRAMINE, levels, &food->tyramine, error)
      || !read_word (row, COLUMN_FODMAP, levels, &food->fodmap, error)
      || !read_numbers (row, food, error))
    return NULL;

  food->allergens = g_strsplit (get_cell (row, COLUMN_ALLERGENS), ";", -1);
  food->plant_key = g_strdup (get_cell (row, COLUMN_PLANT_KEY));
  food->source = g_strdup (get_cell (row, COLUMN_SOURCE));
  food->notes = *notes != '\0' ? g_strdup (notes) : NULL;

  return g_steal_pointer (&food);
}

/* Where each column stands, from the line of names. */
static gboolean
read_names (char **names, guint *positions, GError **error)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      guint position = 0;

      while (names[position] && !g_str_equal (names[position], column_names[column]))
        position++;
      if (names[position] == NULL)
        {
          set_error (error, 1, "there is no column “%s”.", column_names[column]);
          return FALSE;
        }
      positions[column] = position;
    }

  return TRUE;
}

static gboolean
read_row (const Row *row, GHashTable *ids, GPtrArray *foods, GError **error)
{
  BrineFood *food = read_food (row, error);

  if (food == NULL)
    return FALSE;

  g_ptr_array_add (foods, food);
  if (!g_hash_table_add (ids, food->id))
    {
      set_error (error, row->line, "the id “%.40s” is there twice.", food->id);
      return FALSE;
    }

  return TRUE;
}

GPtrArray *
brine_food_table_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) foods = g_ptr_array_new_with_free_func ((GDestroyNotify)brine_food_free);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) names = NULL;
  guint positions[N_COLUMNS];

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  lines = g_strsplit (text, "\n", MAX_FOODS + 2);
  names = g_strsplit (lines[0] ? lines[0] : "", "\t", MAX_COLUMNS);
  if (!read_names (names, positions, error))
    return NULL;

  for (guint i = 1; lines[i]; i++)
    {
      g_auto (GStrv) cells = NULL;
      Row row = { i + 1, NULL, positions };

      if (*lines[i] == '\0' && lines[i + 1] == NULL)
        break;

      row.cells = cells = g_strsplit (lines[i], "\t", MAX_COLUMNS);
      if (g_strv_length (cells) != g_strv_length (names))
        {
          set_error (error, row.line, "there are %u columns, but %u names.", g_strv_length (cells),
                     g_strv_length (names));
          return NULL;
        }
      if (!read_row (&row, ids, foods, error))
        return NULL;
    }

  return g_steal_pointer (&foods);
}
