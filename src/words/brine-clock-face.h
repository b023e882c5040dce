/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Twelve or twenty-four hours. The desktop's switch counts when somebody has set it, since its
 * default is no statement; else the locale says. Main thread.
 */

/* (transfer full) (nullable): the settings with the switch, key "clock-format"; NULL where the desktop
 * has none. Who lives long and rarely says a time reads anew rather than follow them. */
GSettings *brine_clock_face_open (void);
/* @settings: (nullable). Returns: 12, 24, or 0 when nobody has set it */
int brine_clock_face_read (GSettings *settings);
/* @hours: as brine_clock_face_read(). Returns: (transfer none): for g_date_time_format() */
const char *brine_clock_face_get_pattern (int hours);
/* "17:30" or "5:30 PM". (transfer full) */
char *brine_clock_face_format (BrineLocal local, const char *pattern);

G_END_DECLS
