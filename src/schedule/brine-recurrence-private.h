/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-recurrence.h"

G_BEGIN_DECLS

/* As the public function, and tells how many steps the query took (nullable): what the tests
 * hold against the promise that a query costs what its range costs. */
BrineExpansion brine_recurrence_next_counted (BrineRecurrence *self, BrineLocal after,
                                              BrineLocal *out_next, gboolean *out_found,
                                              guint *out_steps);

G_END_DECLS
