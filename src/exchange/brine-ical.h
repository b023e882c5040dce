/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-import-report.h"

G_BEGIN_DECLS

/*
 * iCalendar text (RFC 5545 section 3.1) as a tree that loses nothing: each line keeps the bytes
 * it came as, with its folds and line ends, so that a file in which nothing was changed is
 * written back byte for byte, and an edit touches no line but its own. Data from outside is
 * length-based throughout (a NUL ends nothing) and never trusted:
 *
 * - a file of more than BRINE_ICAL_MAX_BYTES is refused;
 * - a line of more than BRINE_ICAL_MAX_LINE bytes spoils the item it stands in, as does nesting
 *   deeper than BRINE_ICAL_MAX_DEPTH and a BEGIN or END without its partner. Spoiled items have
 *   a fault; their neighbours are sound.
 *
 * Lines end with LF, CRLF or, in a file without any LF, CR. UTF-16 with or without a byte order
 * mark is converted first. Not thread safe; any one thread.
 */

#define BRINE_ICAL_MAX_BYTES (128u * 1024 * 1024)
#define BRINE_ICAL_MAX_LINE (1024u * 1024)
#define BRINE_ICAL_MAX_DEPTH 32

typedef struct _BrineIcalLine BrineIcalLine;
typedef struct _BrineIcalComponent BrineIcalComponent;

void brine_ical_component_free (BrineIcalComponent *component);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineIcalComponent, brine_ical_component_free)

/* Parsing and writing ------------------------------------------------------------------- */

/**
 * brine_ical_parse:
 * @bytes: the file
 * @report: (nullable): gets a message for each fault
 * @error: BRINE_ERROR_INVALID when the text holds no component at all or is no text,
 *   BRINE_ERROR_TOO_COMPLEX when it is too large
 *
 * Returns: (transfer full): a root without a name whose children are everything in the file
 */
BrineIcalComponent *brine_ical_parse (GBytes *bytes, BrineImportReport *report, GError **error);

/* Called for each component of a calendar, faulty ones too, which is freed afterwards. FALSE with
 * @error set ends the walk. */
typedef gboolean (*BrineIcalItemFunc) (BrineIcalComponent *item, gpointer user_data,
                                       GError **error);
/* Called now and then with how many bytes of @length are read. */
typedef void (*BrineIcalProgressFunc) (gsize at, gsize length, gpointer user_data);

/**
 * BrineIcalWalk:
 * @func: gets each item
 * @progress: (nullable): hears how far the walk is
 * @user_data: for both
 * @cancellable: (nullable): looked at before every item and at least once in 64 KB
 */
typedef struct
{
  BrineIcalItemFunc func;
  BrineIcalProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} BrineIcalWalk;

/**
 * brine_ical_foreach_item:
 * As brine_ical_parse(), but holds no more than one item of a calendar at a time.
 *
 * Returns: FALSE with @error set as there, by the function, or as G_IO_ERROR_CANCELLED
 */
gboolean brine_ical_foreach_item (GBytes *bytes, BrineImportReport *report,
                                  const BrineIcalWalk *walk, GError **error);

/**
 * brine_ical_serialise:
 * Returns: (transfer full): the text of @component; untouched lines as they came, new ones
 * folded at 75 octets and ended with CRLF
 */
GBytes *brine_ical_serialise (const BrineIcalComponent *component);

/**
 * brine_ical_append_folded:
 * Appends one content line to @out, folded at 75 octets without cutting a UTF-8 sequence, ended
 * with CRLF (RFC 5545 section 3.1).
 */
void brine_ical_append_folded (GString *out, const char *text, gssize length);

/* Components ---------------------------------------------------------------------------- */

/* A new, empty one. @name: upper case. (transfer full) */
BrineIcalComponent *brine_ical_component_new (const char *name);
/* Upper case; "" for the root. (transfer none) */
const char *brine_ical_component_get_name (const BrineIcalComponent *component);
/* Line of its BEGIN, 1-based; 0 for the root and for new ones. */
guint brine_ical_component_get_line_number (const BrineIcalComponent *component);
/* What is wrong with it or a component within, a whole sentence; NULL: sound. (transfer none) */
const char *brine_ical_component_get_fault (const BrineIcalComponent *component);
/* Children in the order of the file; exactly one of the outputs is set (both transfer none).
 * FALSE past the end. */
gboolean brine_ical_component_get_child (BrineIcalComponent *component, guint index,
                                         BrineIcalLine **out_line,
                                         BrineIcalComponent **out_component);
/* First line called @name, in any case. (nullable) (transfer none) */
BrineIcalLine *brine_ical_component_find (BrineIcalComponent *component, const char *name);
/* First child component called @name. (nullable) (transfer none) */
BrineIcalComponent *brine_ical_component_find_child (BrineIcalComponent *component,
                                                     const char *name);
/* Removes the child at @index. */
void brine_ical_component_remove (BrineIcalComponent *component, guint index);
/* Inserts a content line, unfolded, without its line end; @index as in get_child, or G_MAXUINT. */
void brine_ical_component_insert_line (BrineIcalComponent *component, guint index,
                                       const char *text);
/* @child: (transfer full) */
void brine_ical_component_insert_child (BrineIcalComponent *component, guint index,
                                        BrineIcalComponent *child);

/* Lines --------------------------------------------------------------------------------- */

/* 1-based physical line that it begins on; 0 for new ones. */
guint brine_ical_line_get_number (const BrineIcalLine *line);
/* Whether it is called @name (in any case). A line without a name is called nothing. */
gboolean brine_ical_line_is (const BrineIcalLine *line, const char *name);
/* FALSE for an empty line or one that is no content line. */
gboolean brine_ical_line_has_name (const BrineIcalLine *line);
/* The value as it stands, escapes and all; may hold NUL and any other byte. (transfer none) */
const char *brine_ical_line_get_value (const BrineIcalLine *line, gsize *out_length);
/* The value as valid UTF-8 without NUL; what is not UTF-8 is read as Windows-1252.
 * (transfer full) */
char *brine_ical_line_dup_value (const BrineIcalLine *line);
/* The whole unfolded line, so converted. (transfer full) */
char *brine_ical_line_dup_text (const BrineIcalLine *line);
/* First value of parameter @name without its quotes, RFC 6868 escapes undone. (nullable)
 * (transfer full) */
char *brine_ical_line_dup_param (const BrineIcalLine *line, const char *name);
/* All parameters but those named in @except (NULL-terminated, nullable), as they stand and each
 * with its leading ";": "" when there is none. (transfer full) */
char *brine_ical_line_dup_params (const BrineIcalLine *line, const char *const *except);

G_END_DECLS
