/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"

G_BEGIN_DECLS

/**
 * BrineServiceLock:
 *
 * What keeps a diary from being reminded of twice, also by services of two sessions or of two
 * packages, which the name on the bus cannot: a lock on service.lock beside the diary. The kernel
 * drops it when the process ends, however it ends.
 */
typedef struct _BrineServiceLock BrineServiceLock;

/**
 * brine_service_lock_take:
 * @dir: the folder of the diary; it is made (0700) when it is not there
 *
 * Takes the lock and writes the process id into its file (0600). Any thread.
 *
 * Returns: (transfer full): the lock, or NULL: BRINE_ERROR_BUSY when another process holds it,
 *   which the message names; BRINE_ERROR_READ_ONLY when the folder cannot be written, _IO
 */
BrineServiceLock *brine_service_lock_take (const char *dir, GError **error);

/**
 * brine_service_lock_free:
 *
 * Drops the lock. The file stays: removing it could let two processes lock one each.
 */
void brine_service_lock_free (BrineServiceLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineServiceLock, brine_service_lock_free)

G_END_DECLS
