/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-acts.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_QUOTA_LIST (brine_quota_list_get_type ())
G_DECLARE_FINAL_TYPE (BrineQuotaList, brine_quota_list, BRINE, QUOTA_LIST, AdwBin)

/* "This week, any day": what is done n times a week. @acts: borrowed, outlives it. Hides when
 * there is nothing of the kind. (transfer floating) */
GtkWidget *brine_quota_list_new (const BrineActs *acts);
void brine_quota_list_set_day (BrineQuotaList *self, BrineDay day, int first_weekday);

G_END_DECLS
