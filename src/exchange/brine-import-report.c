/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-import-report.h"

static void
message_free (BrineImportMessage *message)
{
  g_free (message->text);
  g_free (message);
}

BrineImportReport *
brine_import_report_new (void)
{
  BrineImportReport *report = g_new0 (BrineImportReport, 1);

  report->messages = g_ptr_array_new_with_free_func ((GDestroyNotify)message_free);
  return report;
}

void
brine_import_report_free (BrineImportReport *report)
{
  if (report == NULL)
    return;

  g_ptr_array_unref (report->messages);
  g_free (report);
}

/* A message ends up on a terminal: no escape sequence of the file may get there. */
static char *
clean_text (const BrineImportReport *report, const char *format, va_list args)
{
  const char *words = report->translate != NULL ? report->translate (NULL, format) : format;
  g_autofree char *raw = g_strdup_vprintf (words, args);
  char *text = g_utf8_make_valid (raw, -1);

  for (char *c = text; *c != '\0'; c++)
    if ((unsigned char)*c < 0x20 || *c == 0x7f)
      *c = '?';
  return text;
}

static void
add (BrineImportReport *report, guint line, char *text)
{
  BrineImportMessage *message;

  if (report->messages->len >= BRINE_IMPORT_REPORT_MAX)
    {
      report->n_untold++;
      g_free (text);
      return;
    }
  message = g_new0 (BrineImportMessage, 1);
  message->line = line;
  message->text = text;
  g_ptr_array_add (report->messages, message);
}

void
brine_import_report_add (BrineImportReport *report, guint line, const char *format, ...)
{
  va_list args;

  g_return_if_fail (report != NULL && format != NULL);

  va_start (args, format);
  brine_import_report_add_va (report, line, format, args);
  va_end (args);
}

void
brine_import_report_add_plain (BrineImportReport *report, guint line, const char *sentence)
{
  g_return_if_fail (report != NULL && sentence != NULL);

  add (report, line,
       g_strdup (report->translate != NULL ? report->translate (NULL, sentence) : sentence));
}

void
brine_import_report_add_va (BrineImportReport *report, guint line, const char *format, va_list args)
{
  g_return_if_fail (report != NULL && format != NULL);

  add (report, line, clean_text (report, format, args));
}

void
brine_import_report_add_once (BrineImportReport *report, guint line, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  g_return_if_fail (report != NULL && format != NULL);

  va_start (args, format);
  text = clean_text (report, format, args);
  va_end (args);
  for (guint i = 0; i < report->messages->len; i++)
    if (g_str_equal (((BrineImportMessage *)report->messages->pdata[i])->text, text))
      return;
  add (report, line, g_steal_pointer (&text));
}
