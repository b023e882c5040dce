/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-plan-item.h"

G_BEGIN_DECLS

/* One edit of one occurrence, as it was shown and as it is wanted. Everything is borrowed. */
typedef struct
{
  const BrinePlanItem *item;
  const BrinePlanItem *wanted;
  const BrineException *exception; /* of this occurrence, nullable */
  BrineLocal original;
  BrineLocal start; /* what was shown: where it is now, not where its series would have it */
  int minutes;
  const char *title;
  const char *notes;
  const char *recipe_id;
  BrineDay today;
} BrineEditRequest;

/* BRINE_ERROR_NOT_FOUND when @item has no occurrence @original. @wanted nullable. */
gboolean brine_edit_request_init (BrineEditRequest *request, const BrinePlanItem *item,
                                  BrineLocal original, const BrinePlanItem *wanted, GError **error);
/* No occurrence lies before this one; BRINE_ERROR_TOO_COMPLEX when that cannot be told. */
gboolean brine_edit_request_is_first (const BrineEditRequest *request, gboolean *out_is_first,
                                      GError **error);

/* The whole series as wanted. */
BrineEdit *brine_edit_all (const BrineEditRequest *request, GError **error);
/* The series ended before the occurrence, and its continuation as wanted. */
BrineEdit *brine_edit_split (const BrineEditRequest *request, GError **error);
/* (transfer full) The item without the occurrences from @original on. */
BrinePlanItem *brine_plan_item_end_before (const BrinePlanItem *item, BrineLocal original);
/* Texts compare with NULL the same as empty. */
gboolean brine_text_equal (const char *a, const char *b);

G_END_DECLS
