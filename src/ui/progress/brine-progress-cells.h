/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-progress-data.h"

G_BEGIN_DECLS

/* The table as text, for the window and for a file. Main thread. */

typedef enum
{
  BRINE_FIELD_TIME,
  BRINE_FIELD_MOOD,
  BRINE_FIELD_MEDIAN,
  BRINE_FIELD_BED,
  BRINE_FIELD_WAKE,
  BRINE_FIELD_SLEEP,
  BRINE_FIELD_LIVE,
  BRINE_FIELD_PRACTICE, /* plus the BrinePractice */
} BrineField;
#define BRINE_N_FIELDS (BRINE_FIELD_PRACTICE + BRINE_N_PRACTICES)

/* Whether @data has anything for @field. */
gboolean brine_progress_field_is_wanted (const BrineProgressData *data, guint field);
/* Translated. (transfer none) */
const char *brine_progress_field_get_title (const BrineProgressData *data, guint field);
/* Translated, "" for what is not known. (transfer full) */
char *brine_progress_field_dup_text (const BrineProgressData *data, guint column, guint field);

/* The same for programs: RFC 4180, oldest first, keys in English, ISO 8601 dates, points as
 * decimal separators, empty for what is not known. (transfer full) */
char *brine_progress_dup_csv (const BrineProgressData *data);

G_END_DECLS
