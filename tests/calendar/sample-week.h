/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-store.h"

G_BEGIN_DECLS

/* Thursday 2026-11-19, 14:10: with things behind and ahead in the week. */
#define SAMPLE_NOW "2026-11-19T14:10"

/* A believable week around SAMPLE_NOW, with every state, an overlap, quotas and a pause. */
void sample_week_fill (BrineStore *store);
/* @n items a day, every day since ten years before SAMPLE_NOW, logged most of the time. */
void sample_years_fill (BrineStore *store, int n_a_day);

G_END_DECLS
