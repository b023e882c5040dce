/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-reminder-acts.h"

G_BEGIN_DECLS

/* More presses than anybody makes while a diary opens. */
#define BRINE_KEPT_ACTS_MAX 50

/**
 * BrineKeptAct:
 * @notice_id: of the notification that was answered
 * @pressed: when
 *
 * An answer that the diary did not take yet.
 */
typedef struct
{
  char *notice_id;
  BrineActKind act;
  int argument;
  BrineInstant pressed;
} BrineKeptAct;

void brine_kept_act_free (BrineKeptAct *act);

/**
 * BrineKeptActs:
 *
 * Keeps answers in a file beside the diary, for the next life of the service. The file has one size
 * for ever, and its room is taken when it is made, so that it can be written on a disk that is full
 * by then. That holds where writing over a file takes no new room: not on file systems that copy on
 * write (btrfs, ZFS). Two copies are written in turn, each with a checksum: of a write that was
 * broken off, the one before stays. Main thread.
 */
typedef struct _BrineKeptActs BrineKeptActs;

/**
 * brine_kept_acts_new:
 * @dir: the folder of the diary, of which nobody else keeps answers: the lock is held
 *
 * Makes the file, only its owner may read it. Where that cannot be, nothing is kept.
 *
 * Returns: (transfer full)
 */
BrineKeptActs *brine_kept_acts_new (const char *dir);
void brine_kept_acts_free (BrineKeptActs *self);

/**
 * brine_kept_acts_load:
 *
 * What is in the file may come from anybody: it is checked like a call from another program.
 *
 * Returns: (transfer full) (element-type BrineKeptAct): in the order of the presses, at most
 *   %BRINE_KEPT_ACTS_MAX; none when there is nothing, or nothing that can be trusted
 */
GPtrArray *brine_kept_acts_load (BrineKeptActs *self);

/**
 * brine_kept_acts_save:
 * @acts: (element-type BrineKeptAct): all that are to be kept, the first %BRINE_KEPT_ACTS_MAX of them
 *
 * It outlives this process when it returns, and a loss of power soon after.
 *
 * Returns: whether it is kept
 */
gboolean brine_kept_acts_save (BrineKeptActs *self, const GPtrArray *acts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineKeptAct, brine_kept_act_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineKeptActs, brine_kept_acts_free)

G_END_DECLS
