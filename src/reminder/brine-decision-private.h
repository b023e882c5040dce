/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-decision.h"

G_BEGIN_DECLS

/* A decision in the making; everything but out, fire and ask is borrowed or a container. */
typedef struct
{
  const BrineReminderFacts *facts;
  BrineInstant seen_until; /* 0: unknown */
  GHashTable *was_held;    /* nullable */
  BrineInstant now;
  GTimeZone *zone;
  BrineDay today;
  gboolean hold; /* quiet hours, or reminders are paused */
  BrineInstant hold_until;

  GPtrArray *dues;       /* BrineDue: of the past week and the days ahead, owned */
  GHashTable *by_key;    /* key → BrineDue of dues */
  GHashTable *delivered; /* key → BrineDelivery of facts that counts */

  GPtrArray *claimed; /* BrineDelivery to show again under its notice */
  GPtrArray *snoozed; /* BrineDelivery whose time has come again */
  GPtrArray *fire;    /* BrineDue of dues to show for the first time */
  BrineDue *ask;      /* nullable, owned: the question to be asked */

  BrineDecision *out;
} BrineDeciding;

/* brine-decision.c */

/* How late @at is, in milliseconds; negative: it lies ahead. */
int64_t brine_deciding_get_lateness_ms (const BrineDeciding *self, BrineInstant at);
void brine_deciding_wake_at (BrineDeciding *self, BrineInstant at);
/* Writes @delivery down in @state and, if it is the last of its notice, withdraws that. */
void brine_deciding_end (BrineDeciding *self, const BrineDelivery *delivery,
                         BrineDeliveryState state);
/* Nobody winds down after going to bed. */
gboolean brine_deciding_is_pointless (const BrineDeciding *self, const BrineDue *due);
/* Writes down that @due passed without being shown. */
void brine_deciding_pass (BrineDeciding *self, const BrineDue *due);

/* brine-decision-open.c: what becomes of the deliveries that are open; fills claimed and snoozed. */
void brine_deciding_look_at_open (BrineDeciding *self);
/* When a delivery was to come for the last time: a snoozed one comes again. */
BrineInstant brine_deciding_get_last_at (const BrineDeciding *self, const BrineDelivery *delivery);

/* brine-decision-ask.c: items whose reminders nobody answers. */
typedef enum
{
  BRINE_ATTENTION_NORMAL,
  BRINE_ATTENTION_ASK,    /* instead of its next reminder comes a question */
  BRINE_ATTENTION_SILENT, /* the question was asked */
} BrineAttention;
BrineAttention brine_deciding_get_attention (const BrineDeciding *self, const BrineDue *due);
/* The question that comes instead of @due. (transfer full) */
BrineDue *brine_deciding_make_ask (const BrineDeciding *self, const BrineDue *due);
/* Whether the question of @delivery still makes sense. */
gboolean brine_deciding_is_ask_open (const BrineDeciding *self, const BrineDelivery *delivery);
/* Writes the questions that keep items silent down again before the diary forgets them. */
void brine_deciding_keep_asks (BrineDeciding *self);

/* brine-decision-notices.c: puts claimed, snoozed, fire and ask into notices. */
void brine_deciding_make_notices (BrineDeciding *self);

G_END_DECLS
