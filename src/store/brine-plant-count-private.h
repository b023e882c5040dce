/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/*
 * Plant points of each of many days. People eat the same dishes again and again, so the texts
 * that logs hold are taken apart once each, not once a log, and a day is counted in the end from
 * the dishes that it had. Any one thread.
 */
typedef struct _BrinePlantCount BrinePlantCount;

BrinePlantCount *brine_plant_count_new (guint n_days);
void brine_plant_count_free (BrinePlantCount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrinePlantCount, brine_plant_count_free)

/* @plants: "key:points;key:points", copied; pieces that are not of that form are passed over. */
void brine_plant_count_add (BrinePlantCount *self, guint day, const char *plants);
/* Every plant of the day counts once, with the most points that it was logged with. Days may be
 * asked for in any order, each once. */
double brine_plant_count_get_points (BrinePlantCount *self, guint day);

G_END_DECLS
