/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * brine_week_get_first_weekday:
 * @setting: (nullable): "monday", "saturday" or "sunday"; anything else, and NULL, is as the locale
 *   says
 *
 * Returns: the day that weeks start on, 1 for Monday to 7 for Sunday; Monday where the locale says
 *   nothing
 */
int brine_week_get_first_weekday (const char *setting);

G_END_DECLS
