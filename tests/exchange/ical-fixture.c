/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ical-fixture.h"

#include "brine-ical-items.h"

#include <string.h>

GPtrArray *
ical_import_in (const char *text, const char *zone_name, BrineImportReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GError) error = NULL;
  GPtrArray *items = brine_ical_import_items (bytes, zone, 240, report, &error);

  g_assert_no_error (error);
  return items;
}

GPtrArray *
ical_import (const char *text)
{
  g_autoptr (BrineImportReport) report = brine_import_report_new ();

  return ical_import_in (text, "Europe/Berlin", report);
}

char *
ical_export (GPtrArray *items)
{
  g_autoptr (GBytes) bytes = brine_ical_export_items (items, (BrineInstant){ 0 });
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

void
ical_assert_local (BrineLocal local, const char *expected)
{
  g_autofree char *text = brine_local_to_string (local);

  g_assert_cmpstr (text, ==, expected);
}

gboolean
ical_has_message (BrineImportReport *report, const char *part)
{
  for (guint i = 0; i < report->messages->len; i++)
    if (strstr (((BrineImportMessage *)report->messages->pdata[i])->text, part) != NULL)
      return TRUE;
  return FALSE;
}
