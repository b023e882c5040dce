/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

/* Ranges of days are refused beyond this, so that no number from outside fills the memory. */
#define BRINE_MAX_RANGE_DAYS 73050 /* two hundred years */

/* Logs are looked for this many days around the range: an occurrence is logged under the civil
 * day it was logged on, which may be that of its start while a night counts for its end. */
#define BRINE_RANGE_MARGIN_DAYS 2

gboolean brine_range_check (BrineDay from, BrineDay to, GError **error);
/* In one snapshot, with a constant number of queries, as the next. */
GPtrArray *brine_agenda_load (BrineDatabase *db, BrineDay from, BrineDay to, BrineLocal now,
                              GError **error);
/* The same inside of a transaction that was begun. */
GPtrArray *brine_agenda_load_in_snapshot (BrineDatabase *db, BrineDay from, BrineDay to,
                                          BrineLocal now, GError **error);
GArray *brine_facts_load (BrineDatabase *db, BrineDay from, BrineDay to, BrineLocal now,
                          GError **error);

G_END_DECLS
