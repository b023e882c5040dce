/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-helplines.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define RESOURCE_PATH "/org/brineapp/Brine/support/helplines.tsv"
#define N_COLUMNS 6
#define STALE_MONTHS 12

static const struct
{
  const char *code;
  const char *name;
} country_names[] = {
  { "AT", N_ ("Austria") },        { "AU", N_ ("Australia") },    { "BE", N_ ("Belgium") },
  { "BR", N_ ("Brazil") },         { "CA", N_ ("Canada") },       { "CH", N_ ("Switzerland") },
  { "CZ", N_ ("Czechia") },        { "DE", N_ ("Germany") },      { "DK", N_ ("Denmark") },
  { "ES", N_ ("Spain") },          { "FI", N_ ("Finland") },      { "FR", N_ ("France") },
  { "GB", N_ ("United Kingdom") }, { "IE", N_ ("Ireland") },      { "IN", N_ ("India") },
  { "IT", N_ ("Italy") },          { "JP", N_ ("Japan") },        { "KR", N_ ("South Korea") },
  { "NL", N_ ("Netherlands") },    { "NO", N_ ("Norway") },       { "NZ", N_ ("New Zealand") },
  { "PL", N_ ("Poland") },         { "PT", N_ ("Portugal") },     { "SE", N_ ("Sweden") },
  { "US", N_ ("United States") },  { "ZA", N_ ("South Africa") },
};

static void
helpline_free (BrineHelpline *line)
{
  g_free (line->country);
  g_free (line->service);
  g_free (line->number);
  g_free (line->detail);
  g_free (line);
}

void
brine_helplines_free (BrineHelplines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static gboolean
parse_kind (const char *text, BrineHelplineKind *out_kind)
{
  static const char *const kinds[] = { "emergency", "call", "text" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (text, kinds[i]))
      {
        *out_kind = i;
        return TRUE;
      }

  return FALSE;
}

static void
parse_row (BrineHelplines *self, const char *row)
{
  g_auto (GStrv) fields = g_strsplit (row, "\t", N_COLUMNS + 1);
  BrineHelplineKind kind;
  BrineHelpline *line;

  if (g_str_has_prefix (row, "# made\t"))
    {
      g_autofree char *first = g_strdup_printf ("%s-01", fields[1]);

      brine_day_parse (first, &self->made);
      return;
    }
  if (row[0] == '#' || g_strv_length (fields) != N_COLUMNS || !parse_kind (fields[1], &kind))
    return;
  /* A line that nobody can call, or of no country, helps nobody. */
  if (*fields[0] == '\0' || *fields[2] == '\0' || *fields[3] == '\0')
    return;

  line = g_new0 (BrineHelpline, 1);
  line->country = g_strdup (fields[0]);
  line->kind = kind;
  line->service = g_strdup (fields[2]);
  line->number = g_strdup (fields[3]);
  line->detail = g_strdup (fields[4]);
  line->confirmed = g_str_equal (fields[5], "confirmed");
  g_ptr_array_add (self->lines, line);
}

BrineHelplines *
brine_helplines_parse (const char *text)
{
  BrineHelplines *self = g_new0 (BrineHelplines, 1);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)helpline_free);
  self->made = BRINE_DAY_MIN;
  for (gsize i = 0; rows[i] != NULL; i++)
    parse_row (self, rows[i]);

  return self;
}

BrineHelplines *
brine_helplines_load (void)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  if (bytes != NULL)
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return brine_helplines_parse (text != NULL ? text : "");
}

static int
compare_countries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (brine_helplines_get_country_name (*(char *const *)a),
                         brine_helplines_get_country_name (*(char *const *)b));
}

GPtrArray *
brine_helplines_get_countries (const BrineHelplines *self)
{
  GPtrArray *countries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const BrineHelpline *line = g_ptr_array_index (self->lines, i);

      if (g_hash_table_add (seen, line->country))
        g_ptr_array_add (countries, g_strdup (line->country));
    }
  g_ptr_array_sort (countries, compare_countries);

  return countries;
}

gboolean
brine_helpline_needs_mark (const BrineHelplines *self, const BrineHelpline *line, BrineDay today)
{
  return !line->confirmed || brine_day_add_months (self->made, STALE_MONTHS) < today;
}

char *
brine_helplines_country_of_locale (const char *locale)
{
  const char *underscore = locale != NULL ? strchr (locale, '_') : NULL;

  if (underscore == NULL || !g_ascii_isupper (underscore[1]) || !g_ascii_isupper (underscore[2])
      || g_ascii_isalpha (underscore[3]))
    return NULL;

  return g_strndup (underscore + 1, 2);
}

const char *
brine_helplines_get_country_name (const char *country)
{
  for (gsize i = 0; i < G_N_ELEMENTS (country_names); i++)
    if (g_str_equal (country_names[i].code, country))
      return _ (country_names[i].name);

  return country;
}
