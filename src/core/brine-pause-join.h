/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-records.h"

G_BEGIN_DECLS

/* No two pauses share a day. Pure; any thread. */

/**
 * brine_pause_absorb:
 * @pause: grows over the pauses that it takes in
 * @others: (element-type BrinePause): those there are; one with the id of @pause is not looked at
 *
 * Joins @pause with the pauses of the same reason that it overlaps or touches. Their notes are
 * kept, each on a line of its own.
 *
 * Returns: (transfer container) (element-type BrinePause): what was taken in and is to be removed
 */
GPtrArray *brine_pause_absorb (BrinePause *pause, const GPtrArray *others);
/**
 * brine_pause_find_conflict:
 *
 * Returns: (nullable) (transfer none): the first of @others that overlaps @pause for another reason
 */
const BrinePause *brine_pause_find_conflict (const BrinePause *pause, const GPtrArray *others);

G_END_DECLS
