/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A list that comes bit by bit: a view that makes widgets for all of its rows at once keeps the
 * main loop longer than a frame lasts, so the list begins with some and gets more of them in
 * later turns until all of @model is there. What @model changes later is there at once, unless
 * the list is begun again.
 */
#define BRINE_TYPE_SLOW_LIST (brine_slow_list_get_type ())
G_DECLARE_FINAL_TYPE (BrineSlowList, brine_slow_list, BRINE, SLOW_LIST, GObject)

/* @first: rows to begin with; @step: rows a turn. (transfer full) */
BrineSlowList *brine_slow_list_new (GListModel *model, guint first, guint step);

/* Before rows are added that shall come bit by bit: shows none but the first. */
void brine_slow_list_begin (BrineSlowList *self);

G_END_DECLS
