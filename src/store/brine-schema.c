/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-schema-private.h"

#include "brine-backup-private.h"

/*
 * Every table has a number for speed (row) and a UUID for the world (id), stamps in UTC
 * milliseconds, and keeps removed rows as tombstones. Dates are days since 1970-01-01, times of
 * day seconds; an instant stands beside its zone's offset and its civil day. Nicks are stored by
 * name. The indexes named *_day hold all that the facts of a day need, so that ten years are read
 * without touching the tables; deleted_at is among it, though always NULL there, since SQLite reads
 * a table for a column that a WHERE names even where the index implies the answer.
 */
#define STAMPS                                                                                     \
  "created_at INTEGER NOT NULL,"                                                                   \
  "modified_at INTEGER NOT NULL,"                                                                  \
  "deleted_at INTEGER"

/* What schema 2 brought: weeks to be planned again. A goal is none where its kind is NULL. */
#define TEMPLATES                                                                                  \
  "CREATE TABLE templates ("                                                                       \
  "  row INTEGER PRIMARY KEY,"                                                                     \
  "  id TEXT NOT NULL UNIQUE,"                                                                     \
  "  name TEXT NOT NULL," STAMPS ") STRICT;"                                                       \
  "CREATE TABLE template_entries ("                                                                \
  "  template INTEGER NOT NULL REFERENCES templates (row) ON DELETE CASCADE,"                      \
  "  position INTEGER NOT NULL,"                                                                   \
  "  day INTEGER NOT NULL CHECK (day BETWEEN 0 AND 6)," /* 0 Monday */                             \
  "  day_offset INTEGER NOT NULL,"                                                                 \
  "  second INTEGER NOT NULL CHECK (second BETWEEN 0 AND 86399),"                                  \
  "  practice TEXT NOT NULL,"                                                                      \
  "  title TEXT NOT NULL,"                                                                         \
  "  minutes INTEGER NOT NULL CHECK (minutes >= 0),"                                               \
  "  slot TEXT NOT NULL,"                                                                          \
  "  recipe_id TEXT,"                                                                              \
  "  portions REAL NOT NULL,"                                                                      \
  "  location TEXT,"                                                                               \
  "  notes TEXT,"                                                                                  \
  "  goal_kind TEXT,"                                                                              \
  "  goal_low REAL NOT NULL,"                                                                      \
  "  goal_high REAL NOT NULL,"                                                                     \
  "  goal_unit TEXT,"                                                                              \
  "  goal_per TEXT,"                                                                               \
  "  reminders TEXT," /* as brine_reminders_to_string() writes them */                             \
  "  PRIMARY KEY (template, position)) STRICT, WITHOUT ROWID;"

/* What schema 3 brought: the quota that an entry is one time of, no matter whether it exists. */
#define QUOTA_OF_ENTRY "ALTER TABLE template_entries ADD COLUMN quota_id TEXT;"

/* What schema 4 brought: reminders at a time of day and on weekdays, and what became of each. A
 * delivery names its item by id, and stays when that is gone. */
#define REMINDERS                                                                                  \
  "CREATE TABLE item_reminders ("                                                                  \
  "  item INTEGER NOT NULL REFERENCES items (row) ON DELETE CASCADE,"                              \
  "  position INTEGER NOT NULL,"                                                                   \
  "  kind TEXT NOT NULL CHECK (kind IN ('offset', 'at')),"                                         \
  "  minutes INTEGER NOT NULL,"                                                                    \
  "  weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 0 AND 127)," /* bit 0 Monday; 0: all */     \
  "  PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;"
#define DELIVERIES                                                                                 \
  "CREATE TABLE deliveries ("                                                                      \
  "  row INTEGER PRIMARY KEY,"                                                                     \
  "  id TEXT NOT NULL UNIQUE," /* the key */                                                       \
  "  source TEXT NOT NULL,"                                                                        \
  "  item_id TEXT,"                                                                                \
  "  original_day INTEGER NOT NULL,"                                                               \
  "  original_second INTEGER NOT NULL CHECK (original_second BETWEEN 0 AND 86399),"                \
  "  nominal_day INTEGER NOT NULL,"                                                                \
  "  nominal_second INTEGER NOT NULL CHECK (nominal_second BETWEEN 0 AND 86399),"                  \
  "  day INTEGER NOT NULL,"                                                                        \
  "  practice TEXT NOT NULL,"                                                                      \
  "  title TEXT,"                                                                                  \
  "  state TEXT NOT NULL,"                                                                         \
  "  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),"                                              \
  "  at_ms INTEGER NOT NULL,"                                                                      \
  "  until_ms INTEGER NOT NULL,"                                                                   \
  "  notice_id TEXT," STAMPS ") STRICT;"                                                           \
  "CREATE INDEX deliveries_at ON deliveries (at_ms) WHERE deleted_at IS NULL;"                     \
  "CREATE INDEX deliveries_open ON deliveries (state)"                                             \
  "  WHERE deleted_at IS NULL AND state IN ('claimed', 'shown', 'snoozed');"

/* What schema 5 brought: the numbers of times a week that a quota had, each from the first day of a
 * week on. A quota without any has had one number for all time, as all had before. */
#define QUOTAS                                                                                     \
  "CREATE TABLE item_quotas ("                                                                     \
  "  item INTEGER NOT NULL REFERENCES items (row) ON DELETE CASCADE,"                              \
  "  position INTEGER NOT NULL,"                                                                   \
  "  valid_from INTEGER NOT NULL,"                                                                 \
  "  times_a_week INTEGER NOT NULL CHECK (times_a_week > 0),"                                      \
  "  PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;"

static const char schema[] =
    "CREATE TABLE items ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  uid TEXT NOT NULL,"
    "  practice TEXT NOT NULL,"
    "  title TEXT NOT NULL,"
    "  start_day INTEGER NOT NULL,"
    "  start_second INTEGER NOT NULL CHECK (start_second BETWEEN 0 AND 86399),"
    "  minutes INTEGER NOT NULL CHECK (minutes >= 0),"
    "  rule TEXT,"
    "  quota_per_week INTEGER NOT NULL CHECK (quota_per_week >= 0),"
    "  slot TEXT NOT NULL,"
    "  recipe_id TEXT,"
    "  portions REAL NOT NULL,"
    "  location TEXT,"
    "  notes TEXT,"
    "  split_from TEXT,"
    "  foreign_lines TEXT," STAMPS ") STRICT;"
    "CREATE INDEX items_uid ON items (uid);"

    "CREATE TABLE item_dates ("
    "  item INTEGER NOT NULL REFERENCES items (row) ON DELETE CASCADE,"
    "  excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),"
    "  position INTEGER NOT NULL,"
    "  day INTEGER NOT NULL,"
    "  second INTEGER NOT NULL CHECK (second BETWEEN 0 AND 86399),"
    "  PRIMARY KEY (item, excluded, position)) STRICT, WITHOUT ROWID;"

    "CREATE TABLE item_exceptions ("
    "  item INTEGER NOT NULL REFERENCES items (row) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL,"
    "  original_day INTEGER NOT NULL,"
    "  original_second INTEGER NOT NULL CHECK (original_second BETWEEN 0 AND 86399),"
    "  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),"
    "  start_day INTEGER NOT NULL,"
    "  start_second INTEGER NOT NULL CHECK (start_second BETWEEN 0 AND 86399),"
    "  minutes INTEGER NOT NULL CHECK (minutes >= 0),"
    "  title TEXT,"
    "  notes TEXT,"
    "  recipe_id TEXT,"
    "  PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;"
    "CREATE INDEX item_exceptions_moved ON item_exceptions (start_day)"
    "  WHERE cancelled = 0 AND start_day <> original_day;"

    "CREATE TABLE item_goals ("
    "  item INTEGER NOT NULL REFERENCES items (row) ON DELETE CASCADE,"
    "  position INTEGER NOT NULL,"
    "  valid_from INTEGER NOT NULL,"
    "  kind TEXT NOT NULL,"
    "  low REAL NOT NULL,"
    "  high REAL NOT NULL,"
    "  unit TEXT NOT NULL,"
    "  per TEXT NOT NULL,"
    "  PRIMARY KEY (item, position)) STRICT, WITHOUT ROWID;"

    "CREATE TABLE logs ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  item INTEGER REFERENCES items (row),"
    "  original_day INTEGER NOT NULL,"
    "  original_second INTEGER NOT NULL,"
    "  practice TEXT NOT NULL,"
    "  title TEXT,"
    "  state TEXT NOT NULL CHECK (state IN ('done', 'partly', 'skipped')),"
    "  reason TEXT NOT NULL,"
    "  amount REAL NOT NULL,"
    "  unit TEXT NOT NULL,"
    "  at_ms INTEGER NOT NULL,"
    "  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -93600 AND 93600),"
    "  at_day INTEGER NOT NULL,"
    "  recipe_id TEXT,"
    "  live_servings REAL NOT NULL,"
    "  plants TEXT,"
    "  feel TEXT,"
    "  note TEXT," STAMPS ") STRICT;"
    "CREATE INDEX logs_day ON logs (at_day, at_ms, item, original_day, original_second, practice,"
    "  state, amount, unit, live_servings, plants, deleted_at) WHERE deleted_at IS NULL;"
    "CREATE INDEX logs_item ON logs (item, original_day, original_second)"
    "  WHERE deleted_at IS NULL AND item IS NOT NULL;"
    "CREATE INDEX logs_displaced ON logs (original_day, at_day)"
    "  WHERE deleted_at IS NULL AND item IS NOT NULL AND original_day <> at_day;"

    "CREATE TABLE checkins ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  at_ms INTEGER NOT NULL,"
    "  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -93600 AND 93600),"
    "  at_day INTEGER NOT NULL,"
    "  mood INTEGER NOT NULL CHECK (mood BETWEEN 1 AND 5),"
    "  energy INTEGER NOT NULL CHECK (energy BETWEEN 0 AND 5),"
    "  stress INTEGER NOT NULL CHECK (stress BETWEEN 0 AND 5),"
    "  gut INTEGER NOT NULL CHECK (gut BETWEEN 0 AND 5),"
    "  factors TEXT," /* one a line */
    "  note TEXT," STAMPS ") STRICT;"
    "CREATE INDEX checkins_day ON checkins (at_day, at_ms, mood, energy, stress, gut, deleted_at)"
    "  WHERE deleted_at IS NULL;"

    "CREATE TABLE nights ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  bed_ms INTEGER NOT NULL,"
    "  bed_offset INTEGER NOT NULL CHECK (bed_offset BETWEEN -93600 AND 93600),"
    "  bed_day INTEGER NOT NULL,"
    "  wake_ms INTEGER NOT NULL,"
    "  wake_offset INTEGER NOT NULL CHECK (wake_offset BETWEEN -93600 AND 93600),"
    "  wake_day INTEGER NOT NULL,"
    "  rested INTEGER NOT NULL CHECK (rested BETWEEN 0 AND 5),"
    "  note TEXT," STAMPS ", CHECK (wake_ms > bed_ms)) STRICT;"
    "CREATE INDEX nights_day ON nights (wake_day, bed_ms, bed_offset, wake_ms, wake_offset, rested,"
    "  deleted_at) WHERE deleted_at IS NULL;"

    "CREATE TABLE pauses ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  from_day INTEGER NOT NULL,"
    "  to_day INTEGER NOT NULL,"
    "  reason TEXT NOT NULL,"
    "  note TEXT," STAMPS ", CHECK (to_day >= from_day)) STRICT;"
    "CREATE INDEX pauses_day ON pauses (to_day, from_day, reason, deleted_at) WHERE deleted_at IS "
    "NULL;"

    "CREATE TABLE contacts ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE,"
    "  name TEXT,"
    "  detail TEXT,"
    "  number TEXT,"
    "  position INTEGER NOT NULL," STAMPS ") STRICT;"

    "CREATE TABLE settings ("
    "  row INTEGER PRIMARY KEY,"
    "  id TEXT NOT NULL UNIQUE," /* the key */
    "  value TEXT NOT NULL," STAMPS
    ") STRICT;" TEMPLATES QUOTA_OF_ENTRY REMINDERS DELIVERIES QUOTAS;

static gboolean
add_templates (BrineDatabase *db, GError **error)
{
  return brine_database_exec (db, TEMPLATES, error);
}

static gboolean
add_quota_of_entry (BrineDatabase *db, GError **error)
{
  return brine_database_exec (db, QUOTA_OF_ENTRY, error);
}

/* Old reminders are minutes before, and keep their places. */
static gboolean
add_deliveries (BrineDatabase *db, GError **error)
{
  static const char sql[] =
      "ALTER TABLE item_reminders RENAME TO old_reminders;" REMINDERS
      "INSERT INTO item_reminders (item, position, kind, minutes, weekdays)"
      "  SELECT item, position, 'offset', minutes_before, 0 FROM old_reminders;"
      "DROP TABLE old_reminders;" DELIVERIES;

  return brine_database_exec (db, sql, error);
}

static gboolean
add_quotas (BrineDatabase *db, GError **error)
{
  return brine_database_exec (db, QUOTAS, error);
}

static const BrineMigration steps[] = { add_templates, add_quota_of_entry, add_deliveries,
                                        add_quotas };

const BrineMigrations brine_migrations = { steps, G_N_ELEMENTS (steps) };

int
brine_migrations_get_newest (const BrineMigrations *migrations)
{
  return migrations->n_steps + 1;
}

static gboolean
set_version (BrineDatabase *db, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return brine_database_exec (db, sql, error);
}

gboolean
brine_schema_create (BrineDatabase *db, GError **error)
{
  g_autofree char *id = g_strdup_printf ("PRAGMA application_id = %d", BRINE_APPLICATION_ID);

  if (!brine_database_begin (db, error))
    return FALSE;
  if (!brine_database_exec (db, id, error) || !brine_database_exec (db, schema, error)
      || !set_version (db, brine_migrations_get_newest (&brine_migrations), error))
    {
      brine_database_rollback (db);
      return FALSE;
    }
  return brine_database_commit (db, error);
}

static gboolean
run_steps (BrineDatabase *db, const BrineMigrations *migrations, GError **error)
{
  int64_t version;

  /* Read again inside the transaction: another process may have been faster. */
  if (!brine_database_read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  for (int i = (int)version - 1; i < migrations->n_steps; i++)
    if (!migrations->steps[i](db, error) || !set_version (db, i + 2, error))
      return FALSE;
  return TRUE;
}

gboolean
brine_schema_migrate (BrineDatabase *db, const BrineMigrations *migrations, GError **error)
{
  int64_t version;

  if (!brine_database_read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= brine_migrations_get_newest (migrations))
    return TRUE;

  g_autofree char *prefix = g_strdup_printf ("brine-v%d", (int)version);
  if (!brine_backup_write_dated (db, prefix, NULL, error) || !brine_database_begin (db, error))
    return FALSE;
  if (!run_steps (db, migrations, error))
    {
      brine_database_rollback (db);
      return FALSE;
    }
  return brine_database_commit (db, error);
}
