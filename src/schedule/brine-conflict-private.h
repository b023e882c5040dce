/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-conflict.h"

G_BEGIN_DECLS

/* As brine_conflicts_find(), and adds to @steps (nullable) how many spans and groups of spans were
 * looked at: what the tests hold against the promise that many busy times cost little. */
int brine_conflicts_find_counted (const BrineConflicts *self, const BrineConflictSpan *span,
                                  int except, guint *steps);

G_END_DECLS
