/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-archive.h"

G_BEGIN_DECLS

/*
 * A diary as JSON: complete and lossless. One object with "format" ("brine-diary"), "version",
 * "settings" (an object of texts) and one array a kind of record ("items", "logs", "checkins",
 * "nights", "pauses", "contacts", "templates"), a record a line. Days are 2026-11-23, plan times
 * 2026-11-23T08:00:00, instants 2026-11-23T08:00:00+01:00; numbers read back exactly.
 * Pure and synchronous; any thread.
 */

#define BRINE_JSON_FORMAT "brine-diary"
/* 2: with templates. 3: reminders may be texts. */
#define BRINE_JSON_VERSION 4

/**
 * brine_json_export:
 * Returns: (transfer full): UTF-8 text; the same archive gives the same bytes
 */
GBytes *brine_json_export (const BrineArchive *archive);

/**
 * brine_json_import:
 * @bytes: the file
 * @error: BRINE_ERROR_INVALID names the field ("logs[12].at: …"), BRINE_ERROR_FOREIGN when it is
 *   JSON of something else, BRINE_ERROR_NEWER when a later version wrote it,
 *   BRINE_ERROR_TOO_COMPLEX past 256 MB
 *
 * A field that is left out keeps its default, one that is not known is refused.
 *
 * Returns: (transfer full) (nullable): all of it, or nothing
 */
BrineArchive *brine_json_import (GBytes *bytes, GError **error);

G_END_DECLS
