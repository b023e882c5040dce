/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-diet.h"
#include "brine-recipe.h"
#include "brine-sample.h"

G_BEGIN_DECLS

/* What a newcomer tells on the first page: minutes are minutes of the day. */
typedef struct
{
  int bed_minute;
  int wake_minute;
  int walk_minute;
  gboolean meals;
  gboolean sleep;
  gboolean meditation;
  gboolean breathwork;
  gboolean walk;
  BrineDiet diet;
} BrineFirstWeekWishes;

/* What somebody gets who changes nothing: 23:00 to 07:00, walk at 17:30, everything on. */
#define BRINE_FIRST_WEEK_WISHES_DEFAULT                                                            \
  {                                                                                                \
    .bed_minute = 23 * 60, .wake_minute = 7 * 60, .walk_minute = 17 * 60 + 30, .meals = TRUE,      \
    .sleep = TRUE, .meditation = TRUE, .breathwork = TRUE, .walk = TRUE                            \
  }

/**
 * brine_first_week_make:
 * @wishes: what was told
 * @catalogue: where the meals come from
 * @from: what the wall clock reads; each series begins at its first time from then on, so that
 *   nothing is missed before it was planned
 * @translate: (nullable): for the titles
 *
 * Makes a plan from a few wishes: sleep, meditation, breathwork on three days, a walk, and a
 * menu of seven days that repeats weekly. The menu holds about one live serving a day and never
 * more than two (start low, go slow: the dose is raised by the user), no recipe more than twice,
 * many different plants, quick dishes on weekdays, and nothing that @wishes->diet leaves out; a
 * slot for which nothing is left stays empty. The same wishes give the same plan, but for the
 * ids. Pure but for random ids; any thread.
 *
 * Returns: (transfer full) (element-type BrinePlanItem): the items, with their free function
 */
GPtrArray *brine_first_week_make (const BrineFirstWeekWishes *wishes, BrineCatalogue *catalogue,
                                  BrineLocal from, BrineTranslate translate);

G_END_DECLS
