/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the window; what changes is kept until g_settings_apply (). A program that is run before it is installed may find no schema:
 * then NULL, and the window keeps its defaults. (transfer full) (nullable) */
GSettings *brine_settings_new (void);

G_END_DECLS
