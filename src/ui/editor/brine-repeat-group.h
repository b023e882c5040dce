/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-repeat.h"

G_BEGIN_DECLS

#define BRINE_TYPE_REPEAT_GROUP (brine_repeat_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineRepeatGroup, brine_repeat_group, BRINE, REPEAT_GROUP,
                      AdwPreferencesGroup)

/* How something repeats, in words, with the days that come of it. @item: (transfer none): what is
 * edited, for its rule; @today: for dates; @first_weekday: that weeks begin on, 1 Monday to 7 Sunday.
 * (transfer floating) */
GtkWidget *brine_repeat_group_new (const BrinePlanItem *item, BrineDay today, int first_weekday);
BrineRepeat brine_repeat_group_get_repeat (BrineRepeatGroup *self);
/* The start that the words refer to ("on the third Thursday") and the preview begins with. */
void brine_repeat_group_set_start (BrineRepeatGroup *self, BrineLocal start);

/* Signal "changed" () */

G_END_DECLS
