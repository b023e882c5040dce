/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-delivery.h"
#include "brine-due.h"
#include "brine-reminder-settings.h"

G_BEGIN_DECLS

/**
 * BrineNoticeKind:
 * @BRINE_NOTICE_ONE: one reminder of the plan, of a quota, or to wind down
 * @BRINE_NOTICE_GROUP: several of them at once
 * @BRINE_NOTICE_DIGEST: several whose time is more than a quarter of an hour ago
 * @BRINE_NOTICE_CHECKIN: how are you?
 * @BRINE_NOTICE_LOOK_BACK: two weeks to look back at
 * @BRINE_NOTICE_ASK: whether an item should move or lose its reminders
 * @BRINE_NOTICE_TEST: somebody wants to see whether it works; no dues, no deliveries
 */
typedef enum
{
  BRINE_NOTICE_ONE,
  BRINE_NOTICE_GROUP,
  BRINE_NOTICE_DIGEST,
  BRINE_NOTICE_CHECKIN,
  BRINE_NOTICE_LOOK_BACK,
  BRINE_NOTICE_ASK,
  BRINE_NOTICE_TEST,
} BrineNoticeKind;

#define BRINE_NOTICE_TEST_ID "brine-test"

/**
 * BrineNotice:
 *
 * What one notification says, before it is put into words. Immutable, reference counted, any
 * thread. A notifier shows it under its id, in the place of one that has the same id.
 */
typedef struct
{
  char *id; /* "brine-" and a hash of its keys: the same after a crash */
  BrineNoticeKind kind;
  GPtrArray *dues;       /* BrineDue, in order */
  GPtrArray *deliveries; /* BrineDelivery, one for each of dues */
  gboolean late;         /* more than a quarter of an hour: say when it was planned */
  gboolean private_text; /* name nothing */
  BrineReminderSound sound;
  char **withdraw; /* (nullable): ids of notifications that this one takes the place of */
} BrineNotice;

/**
 * brine_notice_new:
 * @id: (nullable): NULL: made from the keys of @dues
 * @dues: (transfer full) (element-type BrineDue): one or more; an empty one for a test
 *
 * Returns: (transfer full): a notice whose deliveries are claimed at @now
 */
BrineNotice *brine_notice_new (const char *id, BrineNoticeKind kind, GPtrArray *dues,
                               const BrineReminderSettings *settings, BrineInstant now);
/**
 * brine_notice_new_test:
 *
 * Returns: (transfer full): a notice of kind %BRINE_NOTICE_TEST
 */
BrineNotice *brine_notice_new_test (const BrineReminderSettings *settings);
BrineNotice *brine_notice_ref (BrineNotice *notice);
void brine_notice_unref (BrineNotice *notice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineNotice, brine_notice_unref)

/**
 * brine_notice_make_id:
 * @dues: (element-type BrineDue)
 *
 * Returns: (transfer full): the id of a notice of these, whatever their order
 */
char *brine_notice_make_id (const GPtrArray *dues);

G_END_DECLS
