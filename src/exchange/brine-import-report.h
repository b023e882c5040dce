/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thing that an importer could not use as it stood. */
typedef struct
{
  guint line; /* 1-based physical line of the file; 0: the file as a whole */
  char *text; /* a whole sentence */
} BrineImportMessage;

/**
 * BrineImportReport:
 *
 * What an import found: nothing is left out of a file in silence. At most
 * BRINE_IMPORT_REPORT_MAX messages are kept; n_untold counts the rest. Any one thread.
 */
typedef struct
{
  BrineTranslate translate; /* (nullable): for the messages, which are English without it */
  guint n_read;             /* entries taken */
  guint n_skipped;          /* entries left out; each has its message */
  GPtrArray *messages;      /* BrineImportMessage, in the order they came up, never NULL */
  guint n_untold;           /* messages beyond the limit */
} BrineImportReport;

#define BRINE_IMPORT_REPORT_MAX 500

/* (transfer full) */
BrineImportReport *brine_import_report_new (void);
/* @report: (nullable) */
void brine_import_report_free (BrineImportReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineImportReport, brine_import_report_free)

/* Adds a message; @format is marked to be translated. Control characters in it are replaced: it may quote the file. */
void brine_import_report_add (BrineImportReport *report, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
/* As it, with a sentence in which nothing is to be filled in. */
void brine_import_report_add_plain (BrineImportReport *report, guint line, const char *sentence);
void brine_import_report_add_va (BrineImportReport *report, guint line, const char *format,
                                 va_list args) G_GNUC_PRINTF (3, 0);
/* Adds a message unless the same text is there already (warnings that hold for a whole file). */
void brine_import_report_add_once (BrineImportReport *report, guint line, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
