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
/* Puts @exception (transfer full) (nullable) in the place of the one of @original. */
void brine_plan_item_replace_exception (BrinePlanItem *item, BrineLocal original,
                                        BrineException *exception);
/* (transfer full) (nullable) What an exception keeps of a text: nothing when it is the item's, and
 * an empty text when it was taken away. */
char *brine_text_dup_override (const char *wanted, const char *of_item);

/* Before any day that is valid. */
#define BRINE_EDIT_BEGINNING ((BrineLocal){ BRINE_DAY_MIN, 0 })

/* brine-edit-logged.c: what is logged stays. @logged: (element-type BrineLocal), sorted. */

/* Whether @logged has @original. FALSE as well when it is NULL. */
gboolean brine_edit_is_logged (const GArray *logged, BrineLocal original);
/* Whether ALL has to leave the history whole: it is long, or what changes cannot be kept from it. */
gboolean brine_edit_leaves_history (const BrineEditRequest *request, const GArray *logged);
/* ALL of what comes after the history. */
BrineEdit *brine_edit_all_but_history (const BrineEditRequest *request, const GArray *logged,
                                       GError **error);
/* Gives every logged occurrence back what it was before @edit. */
void brine_edit_keep_logged (BrineEdit *edit, const BrinePlanItem *item, const GArray *logged);
/* The series without what is not logged, from @original on or, when @all, of it all. */
BrineEdit *brine_edit_cancel_series (const BrineEditRequest *request, gboolean all,
                                     const GArray *logged);
/* Texts compare with NULL the same as empty. */
gboolean brine_text_equal (const char *a, const char *b);

G_END_DECLS
