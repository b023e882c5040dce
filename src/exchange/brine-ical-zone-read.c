/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-zone-private.h"

#include <stdlib.h>

#include "brine-ical-value-private.h"
#include "brine-recurrence.h"

/* STANDARD or DAYLIGHT: when its offset comes into force, by the clock of the offset before it. */
typedef struct
{
  BrineLocal start;
  gboolean has_start;
  int from;
  gboolean has_from;
  int to;
  gboolean has_to;
  char *rrule;    /* NULL: none */
  GArray *rdates; /* BrineLocal */
} Observance;

typedef struct
{
  GArray *onsets; /* BrineIcalOnset */
  int before;
  int64_t first; /* instant of the first onset so far */
  guint n_observances;
  guint *steps_left;
} Reader;

static void
observance_clear (Observance *observance)
{
  g_free (observance->rrule);
  g_array_unref (observance->rdates);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Observance, observance_clear)

/* Lines --------------------------------------------------------------------------------- */

/* UTC-OFFSET (3.3.14): a sign, hours, minutes, perhaps seconds; some write a colon between them. */
static gboolean
parse_offset (const char *text, int *out_seconds)
{
  int parts[3] = { 0, 0, 0 };
  int n_digits = 0;

  if (*text != '+' && *text != '-')
    return FALSE;
  for (const char *c = text + 1; *c != '\0'; c++)
    {
      if (*c == ':' && n_digits > 0 && n_digits % 2 == 0)
        continue;
      if (!g_ascii_isdigit (*c) || n_digits == 6)
        return FALSE;
      parts[n_digits / 2] = parts[n_digits / 2] * 10 + (*c - '0');
      n_digits++;
    }
  if ((n_digits != 4 && n_digits != 6) || parts[0] > 23 || parts[1] > 59 || parts[2] > 59)
    return FALSE;
  *out_seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2];
  if (*text == '-')
    *out_seconds = -*out_seconds;
  return TRUE;
}

static gboolean
read_rdates (Observance *observance, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      BrineLocal local;
      gboolean is_date, is_utc;
      if (!brine_ical_parse_reading (g_strstrip (parts[i]), &local, &is_date, &is_utc))
        return FALSE;
      g_array_append_val (observance->rdates, local);
    }
  return TRUE;
}

/* FALSE: the line is needed and cannot be read. */
static gboolean
read_line (Observance *observance, BrineIcalLine *line)
{
  g_autofree char *value = g_strstrip (brine_ical_line_dup_value (line));
  gboolean is_date, is_utc;

  if (brine_ical_line_is (line, "DTSTART"))
    return observance->has_start =
               brine_ical_parse_reading (value, &observance->start, &is_date, &is_utc);
  if (brine_ical_line_is (line, "TZOFFSETFROM"))
    return observance->has_from = parse_offset (value, &observance->from);
  if (brine_ical_line_is (line, "TZOFFSETTO"))
    return observance->has_to = parse_offset (value, &observance->to);
  if (brine_ical_line_is (line, "RDATE"))
    return read_rdates (observance, value);
  if (!brine_ical_line_is (line, "RRULE"))
    return TRUE;
  if (observance->rrule != NULL)
    return FALSE;
  observance->rrule = g_steal_pointer (&value);
  return TRUE;
}

static gboolean
read_lines (Observance *observance, BrineIcalComponent *component)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (line != NULL && brine_ical_line_has_name (line) && !read_line (observance, line))
      return FALSE;
  return observance->has_start && observance->has_from && observance->has_to;
}

/* Days after which the calendar repeats itself, weekdays and all: 400 years. */
#define CYCLE_DAYS 146097

/* Onsets -------------------------------------------------------------------------------- */

/* UNTIL is in UTC here; the rule reads the clock of the offset before. */
static char *
place_until (const char *text, gpointer user_data)
{
  const Observance *observance = user_data;
  BrineLocal until;
  gboolean is_date, is_utc;

  if (!brine_ical_parse_reading (text, &until, &is_date, &is_utc) || !is_utc)
    return NULL;
  return brine_ical_date_time_to_string (brine_local_add_seconds (until, observance->from));
}

/* (nullable): none, or one that cannot be read */
static BrineRule *
make_rule (Observance *observance, gboolean *out_is_sound)
{
  g_autofree char *text = NULL;
  BrineRule *rule;

  *out_is_sound = TRUE;
  if (observance->rrule == NULL)
    return NULL;
  text = brine_ical_replace_until (observance->rrule, place_until, observance);
  rule = brine_rule_parse (text, NULL);
  *out_is_sound = rule != NULL;
  return rule;
}

static gboolean
is_endless (const BrineRule *rule)
{
  return rule != NULL && brine_rule_get_count (rule) == 0 && !brine_rule_get_until (rule, NULL);
}

/* Exchange begins in the year 1, which our series keep off; a cycle later it is the same. */
static BrineLocal
get_series_start (const Observance *observance, const BrineRule *rule)
{
  BrineLocal start = observance->start;

  if (is_endless (rule) && brine_rule_get_interval (rule) == 1
      && start.day < BRINE_DAY_MIN + CYCLE_DAYS)
    start.day += CYCLE_DAYS;
  return start;
}

static void
add_onset (Reader *reader, const Observance *observance, BrineLocal local)
{
  BrineIcalOnset onset = {
    brine_local_diff_seconds (local, (BrineLocal){ 0, 0 }) - observance->from, observance->to
  };

  if (reader->onsets->len == 0 || onset.unix_seconds < reader->first)
    {
      reader->first = onset.unix_seconds;
      reader->before = observance->from;
    }
  g_array_append_val (reader->onsets, onset);
}

static gboolean
spend (Reader *reader, guint steps)
{
  gboolean enough = steps <= *reader->steps_left;

  *reader->steps_left -= MIN (steps, *reader->steps_left);
  return enough;
}

static gboolean
expand (Reader *reader, Observance *observance)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (BrineLocal));
  g_autoptr (BrineRecurrence) recurrence = NULL;
  g_autoptr (BrineRule) rule = NULL;
  BrineLocal from = { BRINE_DAY_MIN, 0 };
  BrineLocal to = { brine_day_from_ymd (BRINE_ICAL_ZONE_LAST_YEAR + 1, 1, 1), 0 };
  BrineExpansion expansion;
  gboolean is_sound;
  guint steps;

  rule = make_rule (observance, &is_sound);
  if (*reader->steps_left == 0 || !is_sound)
    return FALSE;
  if (is_endless (rule))
    from.day = brine_day_from_ymd (BRINE_ICAL_ZONE_FIRST_YEAR, 1, 1);
  recurrence =
      brine_recurrence_new (get_series_start (observance, rule), rule, observance->rdates, NULL);
  expansion = brine_recurrence_expand_counted (recurrence, from, to, starts, &steps);
  if (!spend (reader, steps + starts->len) || expansion != BRINE_EXPANSION_COMPLETE
      || reader->onsets->len + starts->len > BRINE_ICAL_ZONE_MAX_ONSETS)
    return FALSE;
  for (guint i = 0; i < starts->len; i++)
    add_onset (reader, observance, g_array_index (starts, BrineLocal, i));
  return TRUE;
}

static gboolean
read_observance (Reader *reader, BrineIcalComponent *component)
{
  g_auto (Observance) observance = { .rdates = g_array_new (FALSE, FALSE, sizeof (BrineLocal)) };

  return reader->n_observances++ < BRINE_ICAL_ZONE_MAX_OBSERVANCES
         && read_lines (&observance, component) && expand (reader, &observance);
}

static int
compare_onsets (gconstpointer a, gconstpointer b)
{
  const BrineIcalOnset *first = a, *second = b;

  if (first->unix_seconds != second->unix_seconds)
    return first->unix_seconds < second->unix_seconds ? -1 : 1;
  /* Two at once contradict each other; the order shall not depend on the sort. */
  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Public -------------------------------------------------------------------------------- */

static gboolean
is_observance (BrineIcalComponent *component)
{
  const char *name = brine_ical_component_get_name (component);

  return g_str_equal (name, "STANDARD") || g_str_equal (name, "DAYLIGHT");
}

BrineIcalZone *
brine_ical_zone_read (BrineIcalComponent *component, guint *steps_left)
{
  g_autoptr (GArray) onsets = g_array_new (FALSE, FALSE, sizeof (BrineIcalOnset));
  Reader reader = { .onsets = onsets, .steps_left = steps_left };
  BrineIcalLine *line;
  BrineIcalComponent *child;

  g_return_val_if_fail (component != NULL && steps_left != NULL, NULL);

  if (brine_ical_component_get_fault (component) != NULL)
    return NULL;
  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL && is_observance (child) && !read_observance (&reader, child))
      return NULL;
  if (onsets->len == 0)
    return NULL;
  g_array_sort (onsets, compare_onsets);
  return brine_ical_zone_new_described (reader.before, g_steal_pointer (&onsets));
}
