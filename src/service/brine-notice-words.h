/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-notice.h"
#include "brine-notification.h"

G_BEGIN_DECLS

/**
 * brine_notice_words_new:
 * @now: what the wall clock reads
 *
 * Puts a notice into words of the user's language, with its icon and its buttons. A private notice
 * names nothing of the diary, and its icon tells nothing either. Titles come from outside: they are
 * cut to one line.
 *
 * Returns: (transfer full): what to show, under the id of @notice
 */
BrineNotification *brine_notice_words_new (const BrineNotice *notice, BrineLocal now);

#define BRINE_NOT_WRITTEN_ID "brine-unwritten"
/**
 * brine_notice_words_new_not_written:
 *
 * Returns: (transfer full): says, under %BRINE_NOT_WRITTEN_ID, that what was pressed is not in the
 *   diary
 */
BrineNotification *brine_notice_words_new_not_written (void);

G_END_DECLS
