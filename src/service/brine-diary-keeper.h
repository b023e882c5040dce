/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-store.h"

G_BEGIN_DECLS

/**
 * BrineDiaryKeeper:
 *
 * Has the diary of a folder open: waits for one to be made when there is none (the service makes
 * none: the window greets newcomers), and takes up another file that was put in its place. It
 * watches the folder and does nothing between; one that does not open is tried again, every five
 * minutes in the end. Main thread.
 *
 * Signal "changed": there is another store, or none, or another problem
 */
#define BRINE_TYPE_DIARY_KEEPER (brine_diary_keeper_get_type ())
G_DECLARE_FINAL_TYPE (BrineDiaryKeeper, brine_diary_keeper, BRINE, DIARY_KEEPER, GObject)

/**
 * brine_diary_keeper_new:
 * @dir: the folder, which must be there
 *
 * Returns: (transfer full): begins to open at once
 */
BrineDiaryKeeper *brine_diary_keeper_new (const char *dir);

/**
 * brine_diary_keeper_look:
 *
 * Looks at once whether there is a diary, or another one.
 */
void brine_diary_keeper_look (BrineDiaryKeeper *self);

/**
 * brine_diary_keeper_get_store:
 *
 * Returns: (transfer none) (nullable): the diary, open
 */
BrineStore *brine_diary_keeper_get_store (BrineDiaryKeeper *self);

/**
 * brine_diary_keeper_get_problem:
 *
 * Returns: as the property Problem of org.brineapp.Brine.Service1: "starting", "no-diary",
 *   "diary", "read-only" or empty
 */
const char *brine_diary_keeper_get_problem (BrineDiaryKeeper *self);

G_END_DECLS
