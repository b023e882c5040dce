/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

typedef struct
{
  BrineDay week_start;
  BrineDay day;   /* of the log */
  BrineDay today; /* what was planned before is over */
} BrineQuotaAsk;

/* A BrineQuotaStatus for each quota item that stands by the end of the week: what was done and what is planned in the week that begins
 * on @week_start, and the log of @day. (transfer full) */
GPtrArray *brine_quota_load (BrineDatabase *db, const BrineQuotaAsk *ask, GError **error);

G_END_DECLS
