/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-plan-item.h"
#include "brine-scope-words.h"

G_BEGIN_DECLS

/* @cancelled: the user thought better of it; @scope then means nothing. */
typedef void (*BrineScopeFunc) (gboolean cancelled, BrineScope scope, gpointer user_data);

/**
 * BrineScopeEditFunc:
 *
 * Returns: (transfer full) (nullable): what becomes of @item with @scope; NULL: it cannot be done
 */
typedef BrineEdit *(*BrineScopeEditFunc) (const BrinePlanItem *item, BrineScope scope,
                                          const GArray *logged, gpointer user_data);

/**
 * BrineScopeQuestion:
 * @heading: the question, translated
 * @item: the series
 * @original: the occurrence that is edited
 * @logged: original starts of what is logged of it
 * @deed: what is done to it
 * @series_only: what is changed is no matter of one occurrence alone
 * @edit: computes what each answer would do
 *
 * Everything is borrowed, for the time of the call.
 */
typedef struct
{
  const char *heading;
  const BrinePlanItem *item;
  BrineLocal original;
  const GArray *logged;
  BrineScopeDeed deed;
  gboolean series_only;
  BrineScopeEditFunc edit;
} BrineScopeQuestion;

/**
 * brine_scope_dialog_ask:
 * @parent: in whose window it is asked
 * @func: called once with the answer
 * @user_data: (transfer full): for @question->edit and @func
 * @free_func: (nullable): frees @user_data after the call
 *
 * Asks whether only this occurrence, this and later ones, or all of a series are meant, and says
 * in a sentence what each of them would change.
 */
void brine_scope_dialog_ask (GtkWidget *parent, const BrineScopeQuestion *question,
                             BrineScopeFunc func, gpointer user_data, GDestroyNotify free_func);

G_END_DECLS
