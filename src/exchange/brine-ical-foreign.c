/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-ical-private.h"
#include "brine-ical-reading-private.h"

#include <string.h>

/* A carriage return inside a line would end it. Without it a value that could not be read, and was
 * kept for that reason, might be readable the next time; with a space in its place it stays as it
 * was understood. */
static void
append_foreign_text (GString *foreign, const char *prefix, const char *text)
{
  if (foreign->len > 0)
    g_string_append_c (foreign, '\n');
  g_string_append (foreign, prefix);
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (foreign, *c == '\r' || *c == '\n' ? ' ' : *c);
}

void
brine_ical_keep_line (BrineIcalEvent *event, BrineIcalLine *line)
{
  g_autofree char *text = brine_ical_line_dup_text (line);

  append_foreign_text (event->foreign, "", text);
}

void
brine_ical_keep_original (BrineIcalEvent *event, BrineIcalLine *line)
{
  g_autofree char *text = brine_ical_line_dup_text (line);

  append_foreign_text (event->foreign, BRINE_ICAL_X_ORIGINAL ":", text);
}

/* Names of lines that we write ourselves, in the order in which we write them. */
static const char *const kept_names[] = { "UID",     "DTSTART",     "RRULE",
                                          "SUMMARY", "DESCRIPTION", "LOCATION" };
G_STATIC_ASSERT (G_N_ELEMENTS (kept_names) == BRINE_ICAL_N_KEPT_PARAMS);

/* Whether @params, cleaned as they are, still read as what they are: no open quote, and no
 * parameter of ours that only came about by the cleaning. */
static gboolean
can_be_kept (const char *params)
{
  g_autofree char *text = g_strconcat ("X", params, ":", NULL);
  g_autofree char *tzid = NULL;
  g_autofree char *value = NULL;
  BrineIcalLine *probe = brine_ical_line_new (text);
  gboolean quoted = FALSE;

  tzid = brine_ical_line_dup_param (probe, "TZID");
  value = brine_ical_line_dup_param (probe, "VALUE");
  brine_ical_line_free (probe);
  for (const char *c = params; *c != '\0'; c++)
    quoted ^= *c == '"';
  return !quoted && tzid == NULL && value == NULL;
}

/* Parameters of such a line, so that they come back on it. */
void
brine_ical_keep_params (BrineIcalReading *reading, const char *name)
{
  static const char *const ours[] = { "TZID", "VALUE", NULL };
  g_autofree char *params = brine_ical_line_dup_params (reading->line, ours);
  g_auto (GStrv) pieces = g_strsplit_set (params, "\r\n", -1);
  gsize i = 0;

  g_free (params);
  params = g_strjoinv ("", pieces);
  if (*params == '\0')
    return;
  if (!can_be_kept (params))
    {
      brine_ical_keep_original (reading->event, reading->line);
      return;
    }
  while (!g_str_equal (kept_names[i], name))
    i++;
  g_free (reading->event->params[i]);
  reading->event->params[i] = g_steal_pointer (&params);
}

void
brine_ical_append_foreign (GString *foreign, BrineIcalComponent *component)
{
  const char *name = brine_ical_component_get_name (component);
  BrineIcalLine *line;
  BrineIcalComponent *child;

  append_foreign_text (foreign, "BEGIN:", name);
  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL)
      brine_ical_append_foreign (foreign, child);
    else if (brine_ical_line_has_name (line))
      {
        g_autofree char *text = brine_ical_line_dup_text (line);
        append_foreign_text (foreign, "", text);
      }
  append_foreign_text (foreign, "END:", name);
}

/* Parameters first, then lines, then components: the order in which they are written, so that a
 * second reading finds them the same. */
void
brine_ical_order_foreign (BrineIcalEvent *event, GString *components)
{
  GString *all = g_string_new (NULL);

  for (gsize i = 0; i < BRINE_ICAL_N_KEPT_PARAMS; i++)
    if (event->params[i] != NULL)
      {
        g_autofree char *text =
            g_strconcat (BRINE_ICAL_X_PARAM, event->params[i], ":", kept_names[i], NULL);
        append_foreign_text (all, "", text);
      }
  if (event->foreign->len > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", event->foreign->str);
  if (components->len > 0)
    g_string_append_printf (all, "%s%s", all->len > 0 ? "\n" : "", components->str);
  g_string_free (event->foreign, TRUE);
  event->foreign = all;
}

/* DTSTAMP is the time of the export, so it says nothing about the event. */
static void
digest_component (GChecksum *checksum, BrineIcalComponent *component)
{
  BrineIcalLine *line;
  BrineIcalComponent *child;

  for (guint i = 0; brine_ical_component_get_child (component, i, &line, &child); i++)
    if (child != NULL)
      digest_component (checksum, child);
    else if (!brine_ical_line_is (line, "DTSTAMP"))
      {
        g_autofree char *text = brine_ical_line_dup_text (line);
        g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text) + 1);
      }
}

char *
brine_ical_digest (BrineIcalComponent *component)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  digest_component (checksum, component);
  return g_strdup_printf ("brine-%.32s", g_checksum_get_string (checksum));
}
