/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* CSV text (RFC 4180), cell by cell. */

#define BRINE_CSV_MAX_BYTES (256u * 1024 * 1024)
#define BRINE_CSV_MAX_CELL (1024u * 1024)
#define BRINE_CSV_MAX_ROWS 1000000u
#define BRINE_CSV_MAX_COLUMNS 256u

/* Appends one cell, quoted where it must be. A cell that a spreadsheet would run (it begins with
 * = + - @ TAB or CR) gets a ' in front, as OWASP ASVS 1.2.10 says; so does one that would then be
 * mistaken for such a one. @text: (nullable) */
void brine_csv_append_cell (GString *out, gboolean first, const char *text);
/* The text that was given to brine_csv_append_cell(), in place. */
char *brine_csv_strip_guard (char *cell);

typedef struct _BrineCsvReader BrineCsvReader;

/* Text in UTF-8 with or without a byte order mark, rows ended by LF, CRLF or CR; the separator
 * (comma, semicolon or tab) is told from the first row. BRINE_ERROR_INVALID, _TOO_COMPLEX. */
BrineCsvReader *brine_csv_reader_new (GBytes *bytes, GError **error);
void brine_csv_reader_free (BrineCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineCsvReader, brine_csv_reader_free)

/* The next row that is not empty, its guards stripped; 1-based @out_line of its first line. NULL
 * without an error: the end. (transfer full) (element-type utf8) */
GPtrArray *brine_csv_reader_read_row (BrineCsvReader *reader, guint *out_line, GError **error);

G_END_DECLS
