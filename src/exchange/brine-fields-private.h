/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-archive.h"

G_BEGIN_DECLS

/*
 * The records of an archive described as tables of fields: what the JSON and the CSV are written
 * and read by, so that both always know the same fields. A new field of a record is one row here.
 */

typedef enum
{
  BRINE_FIELD_ID,        /* char *, never empty */
  BRINE_FIELD_STRING,    /* char *, may be empty, never NULL */
  BRINE_FIELD_TEXT,      /* char *, NULL allowed */
  BRINE_FIELD_INT,       /* int in [min, max] */
  BRINE_FIELD_DOUBLE,    /* double in [min, max], finite */
  BRINE_FIELD_BOOL,      /* gboolean */
  BRINE_FIELD_NICK,      /* an enum from min to max, by nick */
  BRINE_FIELD_DAY,       /* BrineDay */
  BRINE_FIELD_LOCAL,     /* BrineLocal */
  BRINE_FIELD_INSTANT,   /* BrineInstant, written in UTC */
  BRINE_FIELD_MOMENT,    /* BrineMoment: instant and offset; its day is a field of its own */
  BRINE_FIELD_RULE,      /* BrineRule *, NULL allowed */
  BRINE_FIELD_WORDS,     /* char **, NULL allowed */
  BRINE_FIELD_LOCALS,    /* GArray of BrineLocal */
  BRINE_FIELD_REMINDERS, /* GArray of BrineReminder */
  BRINE_FIELD_RECORDS,   /* GPtrArray of, or GArray with, the records of a table */
} BrineFieldKind;

typedef struct _BrineTable BrineTable;

typedef struct
{
  const char *key;    /* in JSON */
  const char *column; /* in CSV; NULL: not carried there */
  BrineFieldKind kind;
  gsize offset;
  int min;
  int max;
  const char *(*nick) (int value);
  const BrineTable *table; /* of RECORDS */
  gboolean blank_zero;     /* a 0 is an empty cell */
} BrineField;

struct _BrineTable
{
  const char *key;  /* in JSON: "logs" */
  const char *kind; /* in CSV: "log"; NULL: not carried there */
  const BrineField *fields;
  guint n_fields;
  gsize archive_offset; /* of its GPtrArray in BrineArchive; unused by inner tables */
  gsize element_size;   /* above 0: lies by value in a GArray */
  gpointer (*make) (void);
  void (*destroy) (gpointer record);
};

extern const BrineTable brine_tables[]; /* of an archive, in the order of the file */
extern const guint brine_n_tables;
extern const BrineTable brine_exception_table;
extern const BrineTable brine_quota_table;
extern const BrineTable brine_goal_table;
extern const BrineTable brine_entry_table;
extern const BrineTable brine_entry_goal_table;

#define BRINE_FIELD_POINTER(field, record) ((gpointer)((char *)(record) + (field)->offset))

/* Number of records and the record at @index of a RECORDS field or a table of @archive. */
guint brine_records_get_length (const BrineTable *table, gconstpointer array);
gpointer brine_records_get (const BrineTable *table, gconstpointer array, guint index);
/* Takes over @record (a copy of it when they lie by value; then it is freed). */
void brine_records_take (const BrineTable *table, gpointer array, gpointer record);

/* Every kind but RECORDS as text; the lists joined by ";" ("\" escapes). NULL: no value. */
char *brine_field_to_text (const BrineField *field, gconstpointer record);
/* The inverse. On failure @record is untouched and *@out_problem says what it should be, to
 * follow a path or a column ("“x” is not a date such as 2026-11-23."). */
gboolean brine_field_from_text (const BrineField *field, gpointer record, const char *text,
                                char **out_problem);
/* Checks the range of a number and stores it. */
gboolean brine_field_set_number (const BrineField *field, gpointer record, double number,
                                 char **out_problem);
/* Adds one to a REMINDERS field, at its place; once is enough. */
gboolean brine_field_add_reminder (GArray *reminders, BrineReminder reminder, char **out_problem);
/* The shortest decimal text that reads back as exactly @number; no value that is not finite. */
char *brine_number_to_exact_text (double number);

/* What a record as a whole must keep. Sorts what has an order. (nullable) (transfer full) */
char *brine_record_find_problem (const BrineTable *table, gpointer record);

G_END_DECLS
