/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-archive.h"

G_BEGIN_DECLS

/*
 * A diary as one table for spreadsheets (RFC 4180, UTF-8, CRLF). The first row names the columns;
 * the column "kind" says what a row is: plan, change (of one occurrence of a plan item), goal (of a
 * plan item, from a day on), log, check-in, night or pause. Rows of changes and goals, like logs,
 * name their plan item in the column "item". An empty cell is "not said".
 *
 * It does not carry contacts, settings, lines of other calendar programs, the times at which rows
 * were written, and the difference between an empty text and none. What it carries reads back the
 * same. A cell that begins with = + - @ TAB or CR is written with a ' in front, which is taken off
 * again. Pure and synchronous; any thread.
 */

/* (transfer full) */
GBytes *brine_csv_export (const BrineArchive *archive);

/**
 * brine_csv_import:
 * @bytes: the file; columns in any order, further ones refused, missing ones empty; separated by
 *   commas, semicolons or tabs
 * @error: BRINE_ERROR_INVALID with line and column ("line 12, column “mood”: …"), or
 *   BRINE_ERROR_TOO_COMPLEX past a limit
 *
 * A row without an id gets one made from its content, so that importing a file twice finds the
 * same records.
 *
 * Returns: (transfer full) (nullable): all of it, or nothing
 */
BrineArchive *brine_csv_import (GBytes *bytes, GError **error);

G_END_DECLS
