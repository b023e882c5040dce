/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tables: whatever comes in is refused whole or read whole, and what was read is written and read
 * again without a loss.
 */
#include "brine-csv.h"
#include "fuzz.h"

const char *const fuzz_seeds[] = {
  "kind,id,item,title,start,original,repeat,remind,date,goal,amount,unit,minutes,note\r\n"
  "plan,w,,Walk,2026-11-23T08:00,,FREQ=DAILY,\"30;@07:30/mo,we\",,,,,20,\"a\"\"b,\r\nc\"\r\n"
  "goal,,w,,,,,,2026-11-01,at-least,20,min,,\r\n"
  "change,,w,,2026-11-24T09:00,2026-11-24T08:00,,,,,,,20,'=1\r\n"
  "log,l,w,,2026-11-23T08:00:00+01:00,2026-11-23T08:00,,,,,20,min,,\r\n",
  "\xef\xbb\xbfkind;start;mood;factors;date;end;rested;reason;date_to\n"
  "check-in;2026-11-23T08:00:00Z;4;\"sugar;alcohol\\;\";2026-11-23;;;;\n"
  "night;2026-11-22T23:00:00Z;;;2026-11-23;2026-11-23T07:00:00Z;4;;\n"
  "pause;;;;2026-11-01;;;ill;2026-11-05\n",
  NULL,
};
const char *const fuzz_words[] = {
  ",",     ";",
  "\t",    "\"",
  "\"\"",  "\n",
  "\r\n",  "\r",
  "'",     "'=",
  "=",     "plan,",
  "log,",  "goal,",
  "kind,", "2026-02-30",
  "1e999", "-1",
  "\xff",  "\xc3",
  "\\",    ",,,,,,,,,,,,,,,,,,,,,,,,,",
  NULL,
};

void
fuzz_take (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive = brine_csv_import (bytes, &error);
  g_autoptr (BrineArchive) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_true ((archive == NULL) == (error != NULL));
  if (archive == NULL)
    return;
  written = brine_csv_export (archive);
  again = brine_csv_import (written, &error);
  g_assert_no_error (error);
  g_assert_true (brine_archive_equal (archive, again));
  rewritten = brine_csv_export (again);
  g_assert_true (g_bytes_equal (written, rewritten));
}
