/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-database-private.h"

G_BEGIN_DECLS

/* A BrineQuotaStatus for each quota item: what was done in the week that begins on @week_start,
 * and the log of @day. (transfer full) */
GPtrArray *brine_quota_load (BrineDatabase *db, BrineDay week_start, BrineDay day, GError **error);

G_END_DECLS
