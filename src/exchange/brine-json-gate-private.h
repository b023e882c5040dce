/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define BRINE_JSON_MAX_BYTES (256u * 1024 * 1024)
#define BRINE_JSON_MAX_DEPTH 32

/**
 * brine_json_gate:
 * @text: the document, after any byte order mark
 * @error: BRINE_ERROR_INVALID or BRINE_ERROR_TOO_COMPLEX, with line and field path
 *
 * Lets only strict JSON (RFC 8259) through to a parser that is more forgiving: valid UTF-8, bounded
 * depth, each key once in its object, no lone surrogate, no NUL, no number that is beyond a double
 * or, when whole, beyond 64 bits.
 */
gboolean brine_json_gate (const char *text, gsize length, GError **error);

G_END_DECLS
