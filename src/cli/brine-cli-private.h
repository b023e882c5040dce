/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-calendar-import.h"
#include "brine-clock.h"
#include "brine-recipe.h"
#include "brine-store.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _BrineCli BrineCli;

/* A command: argv[0] is its name; options are parsed by brine_cli_parse. FALSE with an error. */
typedef gboolean (*BrineCliFunc) (BrineCli *cli, int argc, char **argv, GError **error);

typedef struct
{
  const char *group; /* "plan" */
  const char *name;  /* "add"; NULL: the group is the command */
  BrineCliFunc run;
  const char *usage;   /* what follows the name, for help */
  const char *summary; /* one sentence, translatable */
} BrineCliCommand;

/* One command line while it runs. */
struct _BrineCli
{
  char *data_dir; /* --data-dir; NULL: the default */
  char *now;      /* --now */
  gboolean json;
  const BrineCliCommand *command; /* never NULL in a command */
  BrineClock *clock;              /* never NULL in a command */
  BrineStore *store;              /* opened on demand, brine_cli_open */
  BrineCatalogue *catalogue;      /* loaded on demand, brine_cli_get_catalogue */
};

extern const BrineCliCommand brine_cli_plan_commands[];
extern const BrineCliCommand brine_cli_pause_commands[];
extern const BrineCliCommand brine_cli_log_commands[];
extern const BrineCliCommand brine_cli_view_commands[];
extern const BrineCliCommand brine_cli_meal_commands[];
extern const BrineCliCommand brine_cli_reminder_commands[];
extern const BrineCliCommand brine_cli_data_commands[];

/* Help ---------------------------------------------------------------------------------- */

void brine_cli_print_help (void);
gboolean brine_cli_is_help (const char *word);
/* The commands that begin with @group, one of brine_cli_is_group. */
void brine_cli_print_group_help (const char *group);
gboolean brine_cli_is_group (const char *word);
/* "plan show ID" (transfer full) */
char *brine_cli_dup_usage (const BrineCliCommand *command);
/* (nullable): the command that the words begin with; @out_words: how many of them name it. */
const BrineCliCommand *brine_cli_find_command (int argc, char **argv, int *out_words);

/* Options ------------------------------------------------------------------------------- */

/* Parses @entries and the global options; leaves the positional arguments in @out_args (transfer
 * full, without the command's name). Wants from @min to @max of them (@max -1: any number). */
gboolean brine_cli_parse (BrineCli *cli, const GOptionEntry *entries, int argc, char **argv,
                          int min, int max, GStrv *out_args, GError **error);

/* A required option that is missing: a usage error. */
gboolean brine_cli_require (const char *option, const void *value, GError **error);

/* (transfer full) (nullable): what stands behind --title, on one line; NULL when it is empty or too
 * long. */
char *brine_cli_dup_title (const char *text, GError **error);
gboolean brine_cli_parse_day (const char *option, const char *text, BrineDay *out_day,
                              GError **error);
gboolean brine_cli_parse_local (const char *option, const char *text, BrineLocal *out_local,
                                GError **error);
/* A range of civil days, the default is today; at most 200 years. */
gboolean brine_cli_parse_range (BrineCli *cli, const char *from, const char *to, BrineDay *out_from,
                                BrineDay *out_to, GError **error);
/* An integer option given as text. */
gboolean brine_cli_parse_int (const char *option, const char *text, int min, int max, int *out,
                              GError **error);
/* The moment of --at, or now when @text is NULL. */
gboolean brine_cli_parse_moment (BrineCli *cli, const char *option, const char *text,
                                 BrineMoment *out_moment, GError **error);
/* "ID@START", or "ID" alone when @out_has_start is not NULL. A unique beginning of an id of at
 * least four characters will do. (transfer full) */
BrinePlanItem *brine_cli_find_occurrence (BrineCli *cli, const char *text, BrineLocal *out_start,
                                          gboolean *out_has_start, GError **error);

/* GCompareFunc for BrineLocal in a GArray. */
int brine_cli_compare_locals (gconstpointer a, gconstpointer b);

/* In a file of their own, brine-cli-plan-view.c. */
gboolean brine_cli_plan_list (BrineCli *cli, int argc, char **argv, GError **error);
gboolean brine_cli_plan_show (BrineCli *cli, int argc, char **argv, GError **error);
/* brine-cli-reminder-settings.c */
gboolean brine_cli_reminders_pause (BrineCli *cli, int argc, char **argv, GError **error);
gboolean brine_cli_reminders_resume (BrineCli *cli, int argc, char **argv, GError **error);
gboolean brine_cli_reminders_settings (BrineCli *cli, int argc, char **argv, GError **error);
/* brine-cli-template.c */
gboolean brine_cli_plan_template (BrineCli *cli, int argc, char **argv, GError **error);
/* brine-cli-progress.c */
gboolean brine_cli_progress (BrineCli *cli, int argc, char **argv, GError **error);
/* brine-cli-exchange.c */
gboolean brine_cli_import (BrineCli *cli, int argc, char **argv, GError **error);
gboolean brine_cli_export (BrineCli *cli, int argc, char **argv, GError **error);

/* Diary --------------------------------------------------------------------------------- */

gboolean brine_cli_open (BrineCli *cli, BrineOpenMode mode, GError **error);
gboolean brine_cli_apply (BrineCli *cli, BrineChange *change, GError **error);
BrineCatalogue *brine_cli_get_catalogue (BrineCli *cli, GError **error);
int brine_cli_get_day_start (BrineCli *cli);
/* 1 Monday to 7 Sunday, from the diary's setting. */
int brine_cli_get_first_weekday (BrineCli *cli);

/* Output -------------------------------------------------------------------------------- */

/* Prints @builder's document when --json was given. */
void brine_cli_print_json (JsonBuilder *builder);
void brine_cli_add_string (JsonBuilder *builder, const char *key, const char *value);
void brine_cli_add_int (JsonBuilder *builder, const char *key, gint64 value);
/* NAN becomes null. */
void brine_cli_add_double (JsonBuilder *builder, const char *key, double value);
void brine_cli_add_boolean (JsonBuilder *builder, const char *key, gboolean value);
void brine_cli_add_day (JsonBuilder *builder, const char *key, BrineDay day);
void brine_cli_add_local (JsonBuilder *builder, const char *key, BrineLocal local);
void brine_cli_add_moment (JsonBuilder *builder, const char *key, const BrineMoment *moment);
/* Prints the id alone, or {"id": …}. */
void brine_cli_print_id (BrineCli *cli, const char *id);
/* Says what was done: @sentence, or {@key: @value}. */
void brine_cli_print_done (BrineCli *cli, const char *key, const char *value, const char *sentence);
/* (transfer full): @text as one line of UTF-8 that a terminal shows and does not obey. */
char *brine_cli_dup_line (const char *text);
/* A line of text for people; terminal control characters in data are shown as spaces. */
void brine_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Import -------------------------------------------------------------------------------- */

/* Reads a calendar into the diary that is open, none for a dry run. On a terminal it shows how far
 * it is; Ctrl+C ends it and leaves the diary as it was. (nullable) (transfer full) */
BrineCalendarImport *brine_cli_run_calendar_import (BrineCli *cli, const char *path,
                                                    gboolean dry_run, GError **error);

G_END_DECLS
