/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-diet.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What one eats, leaves out and should be careful with, as rows. Signal "changed" (), when the
 * user changed a row. */
#define BRINE_TYPE_DIET_GROUP (brine_diet_group_get_type ())
G_DECLARE_FINAL_TYPE (BrineDietGroup, brine_diet_group, BRINE, DIET_GROUP, AdwBin)

GtkWidget *brine_diet_group_new (void);
BrineDiet brine_diet_group_get_diet (BrineDietGroup *self);
/* Does not emit "changed". */
void brine_diet_group_set_diet (BrineDietGroup *self, const BrineDiet *diet);

G_END_DECLS
