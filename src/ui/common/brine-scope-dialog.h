/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-plan-item.h"

G_BEGIN_DECLS

/* @cancelled: the user thought better of it; @scope then means nothing. */
typedef void (*BrineScopeFunc) (gboolean cancelled, BrineScope scope, gpointer user_data);

/**
 * BrineScopeAsk:
 * @BRINE_SCOPE_ASK_ANY: every answer is possible
 * @BRINE_SCOPE_ASK_SERIES: what is changed is no matter of one occurrence alone
 * @BRINE_SCOPE_ASK_REMOVE: every answer takes something away
 */
typedef enum
{
  BRINE_SCOPE_ASK_ANY,
  BRINE_SCOPE_ASK_SERIES,
  BRINE_SCOPE_ASK_REMOVE,
} BrineScopeAsk;

/**
 * brine_scope_dialog_ask:
 * @parent: in whose window it is asked
 * @heading: the question, translated
 * @body: (nullable): what will change, translated
 * @ask: which answers there are, and how they look
 * @func: called once with the answer
 * @user_data: (transfer full): for @func
 * @free_func: (nullable): frees @user_data after the call
 *
 * Asks whether only this occurrence, this and later ones, or all of a series are meant.
 */
void brine_scope_dialog_ask (GtkWidget *parent, const char *heading, const char *body,
                             BrineScopeAsk ask, BrineScopeFunc func, gpointer user_data,
                             GDestroyNotify free_func);

G_END_DECLS
