/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

G_BEGIN_DECLS

/* Sets the scales so that they hold every column. */
void brine_progress_data_fit_scales (BrineProgressData *self);

G_END_DECLS
