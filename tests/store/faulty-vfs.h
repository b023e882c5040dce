/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A layer under SQLite that lets the n-th write, sync or truncation fail and every one after it,
 * as a full or a dying disk does. Register it before anything is opened.
 */
void faulty_vfs_register (void);
/* Fails from the @n-th of them from now on (1 is the next) with @sqlite_code and @system_errno;
 * 0: none. */
void faulty_vfs_fail_from (int n, int sqlite_code, int system_errno);
/* From now on @dir (nullable: no more) holds each file as it was when it was last synced: what a
 * power cut leaves on a disk that had written nothing else. */
void faulty_vfs_mirror_synced (const char *dir);
/* Whether one failed since then. */
gboolean faulty_vfs_has_failed (void);

G_END_DECLS
