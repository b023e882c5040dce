/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * brine_zone_file_is_valid:
 * @bytes: (array length=length): what a file of the zone database holds
 *
 * GLib asserts what such a file says about itself and reads where that leads, so nothing else is
 * ever given to it. RFC 8536, section 3.
 *
 * Returns: whether @bytes are whole rules of a zone
 */
gboolean brine_zone_file_is_valid (const guint8 *bytes, gsize length);

G_END_DECLS
