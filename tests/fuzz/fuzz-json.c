/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Exported diaries: whatever comes in is refused whole or read whole, and what was read is written
 * and read again without a loss.
 */
#include "brine-json.h"
#include "fuzz.h"

const char *const fuzz_seeds[] = {
  "{\"format\": \"brine-diary\", \"version\": 1, \"settings\": {\"week-start\": \"monday\"},\n"
  "\"items\": [{\"id\": \"a\", \"uid\": \"a\", \"practice\": \"walk\", \"title\": \"Walk\",\n"
  "\"start\": \"2026-11-23T08:00:00\", \"minutes\": 20, \"rule\": \"FREQ=DAILY\",\n"
  "\"rdates\": [\"2026-12-24T18:00:00\"], \"exdates\": [], \"exceptions\": [{\"original\":\n"
  "\"2026-11-24T08:00:00\", \"cancelled\": false, \"start\": \"2026-11-24T09:00:00\",\n"
  "\"minutes\": 30, \"title\": null}], \"quota\": 0, \"goals\": [{\"from\": \"2026-11-01\",\n"
  "\"kind\": \"at-least\", \"low\": 20, \"high\": 0, \"unit\": \"min\", \"per\": \"day\"}],\n"
  "\"reminders\": [10, \"@07:30/mo,we\", \"-5/sa\"], \"slot\": \"none\", \"portions\": 1.5, "
  "\"notes\": \"a\\n\\u00e4\"}]}",
  "{\"format\": \"brine-diary\", \"version\": 1, \"logs\": [{\"id\": \"l\", \"state\": \"done\",\n"
  "\"at\": \"2026-11-23T08:00:00.250+01:00\", \"day\": \"2026-11-23\", \"amount\": 2.5e1,\n"
  "\"unit\": \"min\", \"live_servings\": 0.25}], \"checkins\": [{\"id\": \"c\", \"mood\": 4,\n"
  "\"at\": \"2026-11-23T08:00:00Z\", \"factors\": [\"sugar\", \"\\ud83e\\udd6c\"]}],\n"
  "\"nights\": [{\"id\": \"n\", \"bed\": \"2026-11-22T23:00:00+00:53:28\",\n"
  "\"wake\": \"2026-11-23T07:00:00-03:30\", \"rested\": 4}], \"pauses\": [{\"id\": \"p\",\n"
  "\"from\": \"2026-11-01\", \"to\": \"2026-11-05\", \"reason\": \"ill\"}], \"contacts\": []}",
  NULL,
};
const char *const fuzz_words[] = {
  "{",
  "}",
  "[",
  "]",
  "\"",
  ":",
  ",",
  "null",
  "true",
  "-",
  "1e999",
  "0.1e-400",
  "\\u0000",
  "\\ud800",
  "\\udc00",
  "\"id\": \"a\", ",
  "\"at\": ",
  "\"day\": ",
  "\"mood\": 3, ",
  "[[[[[[[[[[[[[[[[[[[",
  "{\"a\":{\"a\":{\"a\":",
  "9999999999999999999",
  "2026-02-30",
  "\xff",
  "\xc3",
  "// x\n",
  "NaN",
  "\"version\": 2, ",
  "FREQ=SECONDLY",
  NULL,
};

void
fuzz_take (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrineArchive) archive = brine_json_import (bytes, &error);
  g_autoptr (BrineArchive) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_true ((archive == NULL) == (error != NULL));
  if (archive == NULL)
    return;
  written = brine_json_export (archive);
  again = brine_json_import (written, &error);
  g_assert_no_error (error);
  g_assert_true (brine_archive_equal (archive, again));
  rewritten = brine_json_export (again);
  g_assert_true (g_bytes_equal (written, rewritten));
}
