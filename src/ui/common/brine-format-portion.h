/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-portion.h"

G_BEGIN_DECLS

/**
 * brine_format_portion:
 * @portion: an amount of an ingredient
 *
 * Main thread.
 *
 * Returns: (transfer full): the amount in the user's language, to stand before the ingredient:
 *   "250 g", "1½ tbsp", "2 slices", "½", "1 tsp, grated"
 */
char *brine_format_portion (const BrinePortion *portion);

G_END_DECLS
