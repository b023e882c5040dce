/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-change.h"
#include "brine-recipe-index.h"

G_BEGIN_DECLS

/**
 * brine_sample_make:
 * @catalogue: where the meals come from
 * @now: what the wall clock reads; nothing is logged after it
 * @zone: the zone the sample person lives in
 * @day_start_minutes: where civil days begin, 0 to 720
 * @weeks: weeks of history, the present one included, 1 to 1040
 * @seed: the same seed, @now and @zone give the same diary, ids included
 * @translate: (nullable): for titles (context "recipe") and notes (no context)
 *
 * Makes a believable diary: a plan with seasonal menus, nights, practices, quotas and pauses,
 * and what one person made of it. Mood follows a slow inner weather and, a little, the sleep;
 * the figures are invented and show no effect of any practice. Any thread.
 *
 * Returns: (transfer full): everything, to be applied in one transaction
 */
BrineChange *brine_sample_make (BrineCatalogue *catalogue, BrineLocal now, GTimeZone *zone,
                                int day_start_minutes, int weeks, guint32 seed,
                                BrineTranslate translate);

G_END_DECLS
