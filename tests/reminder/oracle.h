/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-world.h"

G_BEGIN_DECLS

/*
 * What reminders have to do, told a second time and in another way than the
 * engine does it: by going through the days with nothing but weekdays and
 * minutes, and by keeping a ledger of what became due. It never looks at the
 * deliveries.
 */

/* The question that was asked about an item. */
typedef struct
{
  gboolean asked;
  gboolean kept;       /* "keep it as it is" */
  gboolean may_repeat; /* killed before the screen was confirmed */
  BrineLocal original;
  BrineLocal nominal;
  int revision; /* of the item */
  char *notice_id;
  char *key;
} OracleAsk;

/* One thing of the plan that happens on some weekdays at a minute of the day, or some times a week.
 */
typedef struct
{
  char *id;
  BrinePractice practice;
  unsigned weekdays;   /* bit 0 Monday */
  int minute;          /* of the day, of its start */
  int minutes;         /* its length */
  GArray *reminders;   /* BrineReminder */
  BrineDay first;      /* no occurrence before it */
  GHashTable *moved;   /* original day → start in minutes since 1970, by the wall
                        clock, plus 1; 0 is cancelled */
  GHashTable *logged;  /* original day */
  int quota;           /* times a week; 0: on weekdays */
  GHashTable *skipped; /* civil days on which a reminder of the quota was skipped */
  int revision;        /* counts edits */
  gboolean ignored;    /* the user has had enough of it for now */
  OracleAsk ask;
} OracleItem;

typedef struct _Oracle Oracle;

struct _Oracle
{
  FakeWorld *world;
  guint32 seed;       /* for messages */
  GPtrArray *items;   /* OracleItem */
  GHashTable *ledger; /* text → Entry */
  int n_must;         /* had to be shown, and were */
  int n_shown;
  int n_again; /* shown again after a kill before the screen was confirmed */
  int n_late;
  int n_digests;
  int n_dropped;
  int n_snoozed;
  int n_asks;
  int n_by_source[BRINE_DUE_ASK + 1]; /* how many were shown */
  guint turn;
  int n_asked_now;       /* questions of this turn */
  gpointer must_ask_now; /* (nullable): Entry of this turn in whose place a question has to come */
  GHashTable *drawn;     /* day and part → minute: the random prompts of the setting below */
  char *drawn_for;
  int n_at_once;           /* notifications of this turn */
  int64_t able_since_ms;   /* since when nothing has kept the engine from showing;
                            INT64_MAX: not */
  int64_t bundle_until_ms; /* until when something of a bundle may be on its way */
};

Oracle *oracle_new (FakeWorld *world, guint32 seed);
void oracle_free (Oracle *oracle);

/* With quota 0 on weekdays, else @weekdays, @minute and @minutes mean nothing. */
OracleItem *oracle_item_new (const char *id, BrinePractice practice, unsigned weekdays, int minute,
                             int minutes, BrineDay first);
/* Puts @item, or what it is now, into the diary as well. */
void oracle_put_item (Oracle *oracle, OracleItem *item);
void oracle_remove_item (Oracle *oracle, OracleItem *item);
BrineLocal oracle_item_get_original (const OracleItem *item, BrineDay day);

/* The time has come to where the clock of the world is, and nothing else
 * happened: whatever became due is owed from now on. */
void oracle_pass_time (Oracle *oracle);
/* The plan, the settings or the logs were changed just now. What that brings
 * into the past is not owed: never when somebody looks at the time (@watched),
 * and else as the engine likes. */
void oracle_note_edit (Oracle *oracle, gboolean watched);
/* The clock was set or the zone is another one. */
void oracle_note_jump (Oracle *oracle);
/* The engine had its turn: whatever is owed and may be shown must have been. */
void oracle_judge (Oracle *oracle);

/* Once a day. */
void oracle_forget_old (Oracle *oracle);

/* What the screen tells. */
void oracle_note_show (Oracle *oracle, const BrineNotice *notice);
/* The user answered a delivery; with @until it comes again. */
void oracle_note_answer (Oracle *oracle, const BrineDelivery *delivery, BrineInstant until);
/* "Skip" of a quota, and "Keep" of a question. */
void oracle_note_skipped_day (Oracle *oracle, const BrineDelivery *delivery);
void oracle_note_kept (Oracle *oracle, const BrineDelivery *delivery);
/* The process was killed: what was shown and not yet confirmed may be shown
 * once more. */
void oracle_note_kill (Oracle *oracle);
OracleItem *oracle_find_item (Oracle *oracle, const char *id);

G_END_DECLS
