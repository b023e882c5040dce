/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-import-report.h"
#include "brine-plan-item.h"

#define WRAP(body) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" body "END:VCALENDAR\r\n"
#define EVENT(body) "BEGIN:VEVENT\r\nUID:1\r\n" body "END:VEVENT\r\n"
#define START "DTSTART:20261123T080000\r\n"

/* What the tests of calendar files share. Both imports fail the test on an error. */
GPtrArray *ical_import_in (const char *text, const char *zone_name, BrineImportReport *report);
/* In Europe/Berlin. */
GPtrArray *ical_import (const char *text);
char *ical_export (GPtrArray *items);
void ical_assert_local (BrineLocal local, const char *expected);
/* Whether a message of @report holds @part. */
gboolean ical_has_message (BrineImportReport *report, const char *part);
