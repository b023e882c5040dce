/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  BRINE_FORMAT_UNKNOWN,
  BRINE_FORMAT_ICS,
  BRINE_FORMAT_JSON,
  BRINE_FORMAT_CSV,
} BrineFormat;

/**
 * brine_format_detect:
 * @bytes: the file
 * @filename: (nullable): decides only between what the content leaves open
 *
 * Tells a file by its content, never by its name alone: a calendar by a BEGIN line near the top,
 * JSON by its first bracket, CSV by a first row of several columns. Pure; any thread.
 */
BrineFormat brine_format_detect (GBytes *bytes, const char *filename);

/* "ics", "json", "csv"; NULL for UNKNOWN. (transfer none) */
const char *brine_format_to_nick (BrineFormat format);
/* FALSE for an unknown nick; *@out_format is untouched then. */
gboolean brine_format_from_nick (const char *nick, BrineFormat *out_format);

G_END_DECLS
