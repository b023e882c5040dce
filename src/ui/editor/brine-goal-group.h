/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-types.h"

G_BEGIN_DECLS

#define BRINE_TYPE_GOAL_GROUP (brine_goal_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineGoalGroup, brine_goal_group, BRINE, GOAL_GROUP, AdwPreferencesGroup)

/* A goal to fill in, or none. (transfer floating) */
GtkWidget *brine_goal_group_new (BrineGoal goal);
BrineGoal brine_goal_group_get_goal (BrineGoalGroup *self);
/* What is usual for @practice is offered while there is no goal yet. */
void brine_goal_group_set_practice (BrineGoalGroup *self, BrinePractice practice);

/* Signal "changed" () */

G_END_DECLS
