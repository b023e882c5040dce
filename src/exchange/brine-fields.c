/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-fields-private.h"
#include "brine-title.h"

#include <string.h>

/* Of something that was done, whatever its unit; no more can be typed either. */
#define MAX_AMOUNT 1000000
#define MAX_NIGHT_MS (INT64_C (1000) * BRINE_SECONDS_PER_DAY)

/* Nicks --------------------------------------------------------------------------------- */

#define DEFINE_NICK(name, Type)                                                                    \
  static const char *name##_nick (int value)                                                       \
  {                                                                                                \
    return brine_##name##_to_nick ((Type)value);                                                   \
  }

DEFINE_NICK (practice, BrinePractice)
DEFINE_NICK (state, BrineState)
DEFINE_NICK (skip_reason, BrineSkipReason)
DEFINE_NICK (pause_reason, BrinePauseReason)
DEFINE_NICK (meal_slot, BrineMealSlot)
DEFINE_NICK (unit, BrineUnit)

static const char *
goal_kind_nick (int value)
{
  static const char *const nicks[] = { "none", "at-least", "at-most", "between" };

  return nicks[value];
}

static const char *
per_nick (int value)
{
  return value == BRINE_PER_WEEK ? "week" : "day";
}

/* Fields -------------------------------------------------------------------------------- */

#define FIELD(Type, member, key, column, KIND)                                                     \
  {                                                                                                \
    key, column, BRINE_FIELD_##KIND, G_STRUCT_OFFSET (Type, member)                                \
  }
#define RANGE(Type, member, key, column, KIND, min, max)                                           \
  {                                                                                                \
    key, column, BRINE_FIELD_##KIND, G_STRUCT_OFFSET (Type, member), min, max                      \
  }
#define BLANK(Type, member, key, column, KIND, min, max)                                           \
  {                                                                                                \
    key, column, BRINE_FIELD_##KIND, G_STRUCT_OFFSET (Type, member), min, max, NULL, NULL, TRUE    \
  }
#define NICK(Type, member, key, column, nick, min, max)                                            \
  {                                                                                                \
    key, column, BRINE_FIELD_NICK, G_STRUCT_OFFSET (Type, member), min, max, nick                  \
  }
#define STAMPS(Type)                                                                               \
  FIELD (Type, stamps.created, "created", NULL, INSTANT),                                          \
      FIELD (Type, stamps.modified, "modified", NULL, INSTANT)

static const BrineField exception_fields[] = {
  FIELD (BrineException, original, "original", "original", LOCAL),
  FIELD (BrineException, cancelled, "cancelled", "cancelled", BOOL),
  FIELD (BrineException, start, "start", "start", LOCAL),
  RANGE (BrineException, minutes, "minutes", "minutes", INT, 0, INT_MAX),
  FIELD (BrineException, title, "title", "title", TEXT),
  FIELD (BrineException, notes, "notes", "note", TEXT),
  FIELD (BrineException, recipe_id, "recipe", "recipe", TEXT),
};

static const BrineField goal_fields[] = {
  FIELD (BrineGoalPeriod, valid_from, "from", "date", DAY),
  NICK (BrineGoalPeriod, goal.kind, "kind", "goal", goal_kind_nick, 0, BRINE_GOAL_BETWEEN),
  RANGE (BrineGoalPeriod, goal.low, "low", "amount", DOUBLE, 0, INT_MAX),
  RANGE (BrineGoalPeriod, goal.high, "high", "amount_to", DOUBLE, 0, INT_MAX),
  NICK (BrineGoalPeriod, goal.unit, "unit", "unit", unit_nick, 0, BRINE_UNIT_KILOMETRES),
  NICK (BrineGoalPeriod, goal.per, "per", "per", per_nick, 0, BRINE_PER_WEEK),
};

static const BrineField quota_fields[] = {
  FIELD (BrineQuotaPeriod, valid_from, "from", "date", DAY),
  RANGE (BrineQuotaPeriod, times_a_week, "times", "times_a_week", INT, 0, INT_MAX),
};

static const BrineField item_fields[] = {
  FIELD (BrinePlanItem, id, "id", "id", ID),
  FIELD (BrinePlanItem, uid, "uid", "uid", ID),
  NICK (BrinePlanItem, practice, "practice", "practice", practice_nick, 0, BRINE_PRACTICE_OWN),
  FIELD (BrinePlanItem, title, "title", "title", STRING),
  FIELD (BrinePlanItem, start, "start", "start", LOCAL),
  RANGE (BrinePlanItem, minutes, "minutes", "minutes", INT, 0, INT_MAX),
  FIELD (BrinePlanItem, rule, "rule", "repeat", RULE),
  FIELD (BrinePlanItem, rdates, "rdates", "also_on", LOCALS),
  FIELD (BrinePlanItem, exdates, "exdates", "not_on", LOCALS),
  { "exceptions", NULL, BRINE_FIELD_RECORDS, G_STRUCT_OFFSET (BrinePlanItem, exceptions), 0, 0,
    NULL, &brine_exception_table },
  BLANK (BrinePlanItem, quota_per_week, "quota", "times_a_week", INT, 0, INT_MAX),
  { "quotas", NULL, BRINE_FIELD_RECORDS, G_STRUCT_OFFSET (BrinePlanItem, quotas), 0, 0, NULL,
    &brine_quota_table },
  { "goals", NULL, BRINE_FIELD_RECORDS, G_STRUCT_OFFSET (BrinePlanItem, goals), 0, 0, NULL,
    &brine_goal_table },
  FIELD (BrinePlanItem, reminders, "reminders", "remind", REMINDERS),
  NICK (BrinePlanItem, slot, "slot", "slot", meal_slot_nick, 0, BRINE_MEAL_SLOT_SNACK),
  FIELD (BrinePlanItem, recipe_id, "recipe", "recipe", TEXT),
  RANGE (BrinePlanItem, portions, "portions", "portions", DOUBLE, 0, INT_MAX),
  FIELD (BrinePlanItem, location, "location", "location", TEXT),
  FIELD (BrinePlanItem, notes, "notes", "note", TEXT),
  FIELD (BrinePlanItem, split_from, "split_from", "split_from", TEXT),
  FIELD (BrinePlanItem, foreign, "foreign", NULL, TEXT),
  STAMPS (BrinePlanItem),
};

/* The goal of an entry of a template holds on its day. */
static const BrineField entry_goal_fields[] = {
  NICK (BrineGoalPeriod, goal.kind, "kind", NULL, goal_kind_nick, 0, BRINE_GOAL_BETWEEN),
  RANGE (BrineGoalPeriod, goal.low, "low", NULL, DOUBLE, 0, INT_MAX),
  RANGE (BrineGoalPeriod, goal.high, "high", NULL, DOUBLE, 0, INT_MAX),
  NICK (BrineGoalPeriod, goal.unit, "unit", NULL, unit_nick, 0, BRINE_UNIT_KILOMETRES),
  NICK (BrineGoalPeriod, goal.per, "per", NULL, per_nick, 0, BRINE_PER_WEEK),
};

static const BrineField entry_fields[] = {
  RANGE (BrinePlanEntry, day, "day", NULL, INT, 0, 6),
  RANGE (BrinePlanEntry, day_offset, "day_offset", NULL, INT, -366, 366),
  RANGE (BrinePlanEntry, second, "second", NULL, INT, 0, 86399),
  NICK (BrinePlanEntry, practice, "practice", NULL, practice_nick, 0, BRINE_PRACTICE_OWN),
  FIELD (BrinePlanEntry, title, "title", NULL, STRING),
  RANGE (BrinePlanEntry, minutes, "minutes", NULL, INT, 0, INT_MAX),
  NICK (BrinePlanEntry, slot, "slot", NULL, meal_slot_nick, 0, BRINE_MEAL_SLOT_SNACK),
  FIELD (BrinePlanEntry, recipe_id, "recipe", NULL, TEXT),
  RANGE (BrinePlanEntry, portions, "portions", NULL, DOUBLE, 0, INT_MAX),
  FIELD (BrinePlanEntry, location, "location", NULL, TEXT),
  FIELD (BrinePlanEntry, notes, "notes", NULL, TEXT),
  FIELD (BrinePlanEntry, quota_id, "quota", NULL, TEXT),
  { "goals", NULL, BRINE_FIELD_RECORDS, G_STRUCT_OFFSET (BrinePlanEntry, goals), 0, 0, NULL,
    &brine_entry_goal_table },
  FIELD (BrinePlanEntry, reminders, "reminders", NULL, REMINDERS),
};

static const BrineField template_fields[] = {
  FIELD (BrineTemplate, id, "id", NULL, ID),
  FIELD (BrineTemplate, name, "name", NULL, STRING),
  { "entries", NULL, BRINE_FIELD_RECORDS, G_STRUCT_OFFSET (BrineTemplate, entries), 0, 0, NULL,
    &brine_entry_table },
  STAMPS (BrineTemplate),
};

static const BrineField log_fields[] = {
  FIELD (BrineLog, id, "id", "id", ID),
  FIELD (BrineLog, item_id, "item", "item", TEXT),
  FIELD (BrineLog, original, "original", "original", LOCAL),
  NICK (BrineLog, practice, "practice", "practice", practice_nick, 0, BRINE_PRACTICE_OWN),
  FIELD (BrineLog, title, "title", "title", TEXT),
  NICK (BrineLog, state, "state", "state", state_nick, BRINE_STATE_DONE, BRINE_STATE_SKIPPED),
  NICK (BrineLog, reason, "reason", "reason", skip_reason_nick, 0, BRINE_SKIP_OTHER),
  BLANK (BrineLog, amount.value, "amount", "amount", DOUBLE, 0, MAX_AMOUNT),
  NICK (BrineLog, amount.unit, "unit", "unit", unit_nick, 0, BRINE_UNIT_KILOMETRES),
  FIELD (BrineLog, at, "at", "start", MOMENT),
  FIELD (BrineLog, at.day, "day", "date", DAY),
  FIELD (BrineLog, recipe_id, "recipe", "recipe", TEXT),
  BLANK (BrineLog, live_servings, "live_servings", "live_servings", DOUBLE, 0, MAX_AMOUNT),
  FIELD (BrineLog, plants, "plants", "plants", TEXT),
  FIELD (BrineLog, feel, "feel", "feel", TEXT),
  FIELD (BrineLog, note, "note", "note", TEXT),
  STAMPS (BrineLog),
};

static const BrineField checkin_fields[] = {
  FIELD (BrineCheckin, id, "id", "id", ID),
  FIELD (BrineCheckin, at, "at", "start", MOMENT),
  FIELD (BrineCheckin, at.day, "day", "date", DAY),
  RANGE (BrineCheckin, mood, "mood", "mood", INT, 1, 5),
  BLANK (BrineCheckin, energy, "energy", "energy", INT, 0, 5),
  BLANK (BrineCheckin, stress, "stress", "stress", INT, 0, 5),
  BLANK (BrineCheckin, gut, "gut", "gut", INT, 0, 5),
  FIELD (BrineCheckin, factors, "factors", "factors", WORDS),
  FIELD (BrineCheckin, note, "note", "note", TEXT),
  STAMPS (BrineCheckin),
};

static const BrineField night_fields[] = {
  FIELD (BrineNight, id, "id", "id", ID),
  FIELD (BrineNight, bed, "bed", "start", MOMENT),
  FIELD (BrineNight, bed.day, "bed_day", "start_date", DAY),
  FIELD (BrineNight, wake, "wake", "end", MOMENT),
  FIELD (BrineNight, wake.day, "day", "date", DAY),
  BLANK (BrineNight, rested, "rested", "rested", INT, 0, 5),
  FIELD (BrineNight, note, "note", "note", TEXT),
  STAMPS (BrineNight),
};

static const BrineField pause_fields[] = {
  FIELD (BrinePause, id, "id", "id", ID),
  FIELD (BrinePause, from, "from", "date", DAY),
  FIELD (BrinePause, to, "to", "date_to", DAY),
  NICK (BrinePause, reason, "reason", "reason", pause_reason_nick, 0, BRINE_PAUSE_OTHER),
  FIELD (BrinePause, note, "note", "note", TEXT),
  STAMPS (BrinePause),
};

static const BrineField contact_fields[] = {
  FIELD (BrineContact, id, "id", NULL, ID),
  FIELD (BrineContact, name, "name", NULL, TEXT),
  FIELD (BrineContact, detail, "detail", NULL, TEXT),
  FIELD (BrineContact, number, "number", NULL, TEXT),
  RANGE (BrineContact, position, "position", NULL, INT, INT_MIN, INT_MAX),
  STAMPS (BrineContact),
};

/* Tables -------------------------------------------------------------------------------- */

#define DEFINE_RECORD(name, Type)                                                                  \
  static gpointer make_##name (void)                                                               \
  {                                                                                                \
    return brine_##name##_new ();                                                                  \
  }                                                                                                \
  static void destroy_##name (gpointer record)                                                     \
  {                                                                                                \
    brine_##name##_free (record);                                                                  \
  }

/* What a file may not leave out, and what can be worked out when it does, begins impossible. */
#define MISSING_MS INT64_MIN

static void
clear_moment (BrineMoment *moment)
{
  moment->instant.unix_ms = MISSING_MS;
  moment->day = BRINE_DAY_INVALID;
}

static gpointer
make_log (void)
{
  BrineLog *log = brine_log_new ();

  clear_moment (&log->at);
  return log;
}

static void
destroy_log (gpointer record)
{
  brine_log_free (record);
}

static gpointer
make_checkin (void)
{
  BrineCheckin *checkin = brine_checkin_new ();

  clear_moment (&checkin->at);
  return checkin;
}

static void
destroy_checkin (gpointer record)
{
  brine_checkin_free (record);
}

static gpointer
make_night (void)
{
  BrineNight *night = brine_night_new ();

  clear_moment (&night->bed);
  clear_moment (&night->wake);
  return night;
}

static void
destroy_night (gpointer record)
{
  brine_night_free (record);
}

DEFINE_RECORD (pause, BrinePause)
DEFINE_RECORD (contact, BrineContact)

static gpointer
make_entry (void)
{
  return brine_plan_entry_new ();
}

static void
destroy_entry (gpointer record)
{
  brine_plan_entry_free (record);
}

static gpointer
make_template (void)
{
  return brine_template_new ("");
}

static void
destroy_template (gpointer record)
{
  brine_template_free (record);
}

static gpointer
make_item (void)
{
  return brine_plan_item_new (BRINE_PRACTICE_OWN, "", brine_local (0, 0, 0), 0);
}

static void
destroy_item (gpointer record)
{
  brine_plan_item_free (record);
}

static gpointer
make_exception (void)
{
  return brine_exception_new (brine_local (0, 0, 0));
}

static void
destroy_exception (gpointer record)
{
  brine_exception_free (record);
}

static gpointer
make_goal (void)
{
  return g_new0 (BrineGoalPeriod, 1);
}

static gpointer
make_quota (void)
{
  BrineQuotaPeriod *period = g_new0 (BrineQuotaPeriod, 1);

  period->valid_from = BRINE_DAY_INVALID;
  return period;
}

const BrineTable brine_exception_table = {
  "exceptions",   "change",         exception_fields, G_N_ELEMENTS (exception_fields), 0, 0,
  make_exception, destroy_exception
};
const BrineTable brine_goal_table = { "goals",     "goal",
                                      goal_fields, G_N_ELEMENTS (goal_fields),
                                      0,           sizeof (BrineGoalPeriod),
                                      make_goal,   g_free };

const BrineTable brine_quota_table = {
  "quotas",   "quota", quota_fields, G_N_ELEMENTS (quota_fields), 0, sizeof (BrineQuotaPeriod),
  make_quota, g_free
};

const BrineTable brine_entry_table = { "entries", NULL, entry_fields, G_N_ELEMENTS (entry_fields),
                                       0,         0,    make_entry,   destroy_entry };
const BrineTable brine_entry_goal_table = { "entry-goals",
                                            NULL,
                                            entry_goal_fields,
                                            G_N_ELEMENTS (entry_goal_fields),
                                            0,
                                            sizeof (BrineGoalPeriod),
                                            make_goal,
                                            g_free };

#define TABLE(name, key, kind, member)                                                             \
  {                                                                                                \
    key, kind, name##_fields, G_N_ELEMENTS (name##_fields),                                        \
        G_STRUCT_OFFSET (BrineArchive, member), 0, make_##name, destroy_##name                     \
  }

const BrineTable brine_tables[] = {
  TABLE (item, "items", "plan", items),
  TABLE (log, "logs", "log", logs),
  TABLE (checkin, "checkins", "check-in", checkins),
  TABLE (night, "nights", "night", nights),
  TABLE (pause, "pauses", "pause", pauses),
  TABLE (contact, "contacts", NULL, contacts),
  TABLE (template, "templates", NULL, templates),
};
const guint brine_n_tables = G_N_ELEMENTS (brine_tables);

guint
brine_records_get_length (const BrineTable *table, gconstpointer array)
{
  return table->element_size > 0 ? ((const GArray *)array)->len : ((const GPtrArray *)array)->len;
}

gpointer
brine_records_get (const BrineTable *table, gconstpointer array, guint index)
{
  if (table->element_size > 0)
    return ((const GArray *)array)->data + index * table->element_size;
  return ((const GPtrArray *)array)->pdata[index];
}

void
brine_records_take (const BrineTable *table, gpointer array, gpointer record)
{
  if (table->element_size == 0)
    {
      g_ptr_array_add (array, record);
      return;
    }
  g_array_append_vals (array, record, 1);
  table->destroy (record);
}

/* Whole records ------------------------------------------------------------------------- */

static int
compare_locals (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (*(const BrineLocal *)a, *(const BrineLocal *)b);
}

static int
compare_exceptions (gconstpointer a, gconstpointer b)
{
  const BrineException *const *first = a, *const *second = b;

  return brine_local_compare ((*first)->original, (*second)->original);
}

static int
compare_quotas (gconstpointer a, gconstpointer b)
{
  const BrineQuotaPeriod *first = a, *second = b;

  return (first->valid_from > second->valid_from) - (first->valid_from < second->valid_from);
}

static int
compare_goals (gconstpointer a, gconstpointer b)
{
  const BrineGoalPeriod *first = a, *second = b;

  return (first->valid_from > second->valid_from) - (first->valid_from < second->valid_from);
}

static char *
find_item_problem (BrinePlanItem *item)
{
  g_autoptr (GError) error = NULL;

  g_array_sort (item->rdates, compare_locals);
  g_array_sort (item->exdates, compare_locals);
  g_ptr_array_sort (item->exceptions, compare_exceptions);
  g_array_sort (item->quotas, compare_quotas);
  g_array_sort (item->goals, compare_goals);
  if (brine_plan_item_validate (item, &error))
    return NULL;
  return g_strdup (error->message);
}

/* A day that is not told is the one of the usual start of days. */
static char *
settle_moment (BrineMoment *moment, const char *name)
{
  if (moment->instant.unix_ms == MISSING_MS)
    return g_strdup_printf ("The %s is missing.", name);
  if (moment->day == BRINE_DAY_INVALID)
    moment->day =
        brine_civil_day_of_local (brine_moment_get_local (moment), BRINE_DAY_START_DEFAULT_MINUTES);
  return NULL;
}

static char *
find_checkin_problem (BrineCheckin *checkin)
{
  char *problem = settle_moment (&checkin->at, "time");

  if (problem == NULL && checkin->mood < 1)
    problem = g_strdup ("The mood is missing.");
  return problem;
}

static char *
find_night_problem (BrineNight *night)
{
  int64_t ms;
  char *problem = settle_moment (&night->bed, "time of going to bed");

  if (problem == NULL)
    problem = settle_moment (&night->wake, "time of waking");
  if (problem != NULL)
    return problem;
  ms = night->wake.instant.unix_ms - night->bed.instant.unix_ms;
  if (ms <= 0 || ms > MAX_NIGHT_MS)
    return g_strdup ("Waking must come after going to bed, by 24 hours at most.");
  return NULL;
}

static char *
find_log_problem (BrineLog *log)
{
  if (log->title != NULL && !brine_title_fits (log->title))
    return g_strdup_printf ("The title has more than %d characters.", BRINE_TITLE_MAX);
  return settle_moment (&log->at, "time");
}

static char *
find_contact_problem (const BrineContact *contact)
{
  const char *texts[] = { contact->name, contact->detail, contact->number };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && !brine_title_fits (texts[i]))
      return g_strdup_printf ("A text has more than %d characters.", BRINE_TITLE_MAX);
  return NULL;
}

static char *
find_template_problem (BrineTemplate *template)
{
  g_autoptr (GError) error = NULL;

  if (brine_template_validate (template, &error))
    return NULL;
  return g_strdup (error->message);
}

char *
brine_record_find_problem (const BrineTable *table, gpointer record)
{
  const BrinePause *pause = record;

  if (g_str_equal (table->key, "items"))
    return find_item_problem (record);
  if (g_str_equal (table->key, "templates"))
    return find_template_problem (record);
  if (g_str_equal (table->key, "logs"))
    return find_log_problem (record);
  if (g_str_equal (table->key, "contacts"))
    return find_contact_problem (record);
  if (g_str_equal (table->key, "checkins"))
    return find_checkin_problem (record);
  if (g_str_equal (table->key, "nights"))
    return find_night_problem (record);
  if (g_str_equal (table->key, "pauses") && pause->to < pause->from)
    return g_strdup ("The pause ends before it begins.");
  return NULL;
}
