/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * brine_zone_read:
 * @identifier: what TZ may hold: a name of the zone database, the path of a file of rules, either
 *   behind a colon; an offset ("+02:00"), or a rule of POSIX ("CET-1CEST,M3.5.0,M10.5.0/3"; one
 *   that does not say when summer is gets the days that the C library takes, those of the US)
 *
 * For g_time_zone_new_identifier() a name means what it meant first for as long as anybody holds
 * such a zone, so a program that runs for weeks would never see that the zone database was updated.
 * This gives the rules that are on the disk now; zones that were given before stay what they are.
 * Any thread.
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL if there is none, or its file is damaged
 */
GTimeZone *brine_zone_read (const char *identifier);

/**
 * brine_zone_get_name:
 *
 * What a zone of brine_zone_read() is called. Its identifier changes with its rules, which is how
 * two states of one zone are told apart.
 *
 * Returns: (transfer none): a name of the zone database, or a path, an offset, a rule
 */
const char *brine_zone_get_name (GTimeZone *zone);

/**
 * brine_zone_dup_name_of_link:
 * @path: /etc/localtime
 *
 * Systems link that file to one of the zone database, in steps as well. Some copy it.
 *
 * Returns: (transfer full) (nullable): the name of the zone whose rules lie there; else @path, for
 *   brine_zone_read(), if it is rules all the same; else %NULL
 */
char *brine_zone_dup_name_of_link (const char *path);

/**
 * brine_zone_dup_path:
 *
 * Returns: (transfer full): where the rules of a zone called @name are, if it has a file; "" names
 *   the folder of the zone database
 */
char *brine_zone_dup_path (const char *name);

/**
 * brine_zone_look:
 *
 * Looks whether the rules of any zone that was read are others by now: one look at the file each.
 * Any thread.
 *
 * Returns: a number that is another one after every change that was seen
 */
guint brine_zone_look (void);

G_END_DECLS
