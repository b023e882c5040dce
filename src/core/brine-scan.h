/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

/* Scanners of ISO 8601 text, private to core: each moves @text past what it read, or leaves it
 * where it was and returns FALSE. */
gboolean brine_scan_digits (const char **text, int n_digits, int *out_number);
gboolean brine_scan_char (const char **text, char character);
gboolean brine_scan_day (const char **text, BrineDay *out_day);
gboolean brine_scan_local (const char **text, BrineLocal *out_local);

G_END_DECLS
