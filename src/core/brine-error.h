/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRINE_ERROR (brine_error_quark ())

/**
 * BrineError:
 * @BRINE_ERROR_INVALID: what was given is malformed or out of range; the user can mend it
 * @BRINE_ERROR_NOT_FOUND: no such row, file or occurrence
 * @BRINE_ERROR_TOO_COMPLEX: a rule or file passes the limits; nothing was read from it
 * @BRINE_ERROR_NEWER: the data was made by a newer version; it was not touched
 * @BRINE_ERROR_FOREIGN: the file is not a Brine diary; it was not touched
 * @BRINE_ERROR_FOREIGN_LOG: what lies beside the diary is not its log; neither was touched
 * @BRINE_ERROR_DAMAGED: the diary is damaged
 * @BRINE_ERROR_READ_ONLY: the diary can be read, but not written
 * @BRINE_ERROR_FULL: no room on the disk; nothing was half saved
 * @BRINE_ERROR_BUSY: another process holds the diary for too long
 * @BRINE_ERROR_IO: any other input or output failure
 *
 * The error domain of every layer below ui, with what a caller can act on. Messages are whole
 * English sentences for logs and for the terminal; the window has its own words for each code.
 */
typedef enum
{
  BRINE_ERROR_INVALID,
  BRINE_ERROR_NOT_FOUND,
  BRINE_ERROR_TOO_COMPLEX,
  BRINE_ERROR_NEWER,
  BRINE_ERROR_FOREIGN,
  BRINE_ERROR_FOREIGN_LOG,
  BRINE_ERROR_DAMAGED,
  BRINE_ERROR_READ_ONLY,
  BRINE_ERROR_FULL,
  BRINE_ERROR_BUSY,
  BRINE_ERROR_IO,
} BrineError;

GQuark brine_error_quark (void);

/**
 * brine_error_shorten:
 * @input: what somebody typed or a file holds; any bytes
 *
 * Makes it fit into a message. Any thread.
 *
 * Returns: (transfer full): the first forty characters in valid UTF-8, control
 * characters replaced by "?", with "…" where it was cut
 */
char *brine_error_shorten (const char *input);

G_END_DECLS
