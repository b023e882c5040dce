/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * brine_sound_is_supported:
 *
 * Returns: whether this build plays sounds, and may where it runs
 */
gboolean brine_sound_is_supported (void);

/**
 * brine_sound_play:
 * @name: of the sound naming specification: "bell-window-system"
 *
 * Plays a sound of the desktop's theme once and lets go of everything afterwards: a connection to
 * the sound server that waits for the next reminder would cost more than all the rest of the
 * service. What cannot be played stays silent. Main thread.
 */
void brine_sound_play (const char *name);

G_END_DECLS
