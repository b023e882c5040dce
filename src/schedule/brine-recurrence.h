/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-error.h"
#include "brine-time.h"

G_BEGIN_DECLS

/**
 * BrineRule:
 *
 * A parsed RRULE of RFC 5545 section 3.3.10; immutable, reference counted, any thread.
 */
typedef struct _BrineRule BrineRule;

/* BRINE_ERROR_INVALID names the part that is wrong, BRINE_ERROR_TOO_COMPLEX a limit. */
BrineRule *brine_rule_parse (const char *text, GError **error);
/* Canonical text: FREQ first, then INTERVAL, BY parts in RFC order, BYSETPOS, WKST, COUNT or UNTIL. */
char *brine_rule_to_string (const BrineRule *rule);
BrineRule *brine_rule_ref (BrineRule *rule);
void brine_rule_unref (BrineRule *rule);
gboolean brine_rule_equal (const BrineRule *a, const BrineRule *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineRule, brine_rule_unref)

typedef enum
{
  BRINE_FREQ_SECONDLY,
  BRINE_FREQ_MINUTELY,
  BRINE_FREQ_HOURLY,
  BRINE_FREQ_DAILY,
  BRINE_FREQ_WEEKLY,
  BRINE_FREQ_MONTHLY,
  BRINE_FREQ_YEARLY,
} BrineFreq;

/* For editors and for words: what the usual rules are made of. */
BrineFreq brine_rule_get_freq (const BrineRule *rule);
int brine_rule_get_interval (const BrineRule *rule);
int brine_rule_get_count (const BrineRule *rule);                             /* 0: none */
gboolean brine_rule_get_until (const BrineRule *rule, BrineLocal *out_until); /* FALSE: none */
/* Bit 0 Monday … bit 6 Sunday of BYDAY without ordinals; 0 when there is none. */
unsigned brine_rule_get_weekdays (const BrineRule *rule);
/* TRUE when the rule has nothing but FREQ, INTERVAL, COUNT/UNTIL, WKST and plain BYDAY. */
gboolean brine_rule_is_simple (const BrineRule *rule);
/* The rule ended before @end (exclusive): COUNT is dropped for UNTIL. */
BrineRule *brine_rule_with_end (const BrineRule *rule, BrineLocal end);

/**
 * BrineRecurrence:
 *
 * A start with its rule, extra dates and excluded dates: the recurrence set of RFC 5545 section
 * 3.8.5. Immutable, reference counted, any thread.
 */
typedef struct _BrineRecurrence BrineRecurrence;

/* @rule nullable; @rdates and @exdates: nullable, (element-type BrineLocal), copied. */
BrineRecurrence *brine_recurrence_new (BrineLocal start, BrineRule *rule, const GArray *rdates,
                                       const GArray *exdates);
BrineRecurrence *brine_recurrence_ref (BrineRecurrence *self);
void brine_recurrence_unref (BrineRecurrence *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineRecurrence, brine_recurrence_unref)

BrineLocal brine_recurrence_get_start (const BrineRecurrence *self);
BrineRule *brine_recurrence_get_rule (const BrineRecurrence *self); /* (transfer none) (nullable) */
const GArray *brine_recurrence_get_rdates (const BrineRecurrence *self);  /* sorted, never NULL */
const GArray *brine_recurrence_get_exdates (const BrineRecurrence *self); /* sorted, never NULL */
gboolean brine_recurrence_equal (const BrineRecurrence *a, const BrineRecurrence *b);

typedef enum
{
  BRINE_EXPANSION_COMPLETE,
  BRINE_EXPANSION_TOO_COMPLEX, /* the step cap was reached; what was found so far is given */
} BrineExpansion;

/* Appends every start in [@from, @to) to @out_starts (BrineLocal), in order, each once. */
BrineExpansion brine_recurrence_expand (BrineRecurrence *self, BrineLocal from, BrineLocal to,
                                        GArray *out_starts);
/* First start strictly after @after. @out_found FALSE: there is none. */
BrineExpansion brine_recurrence_next (BrineRecurrence *self, BrineLocal after, BrineLocal *out_next,
                                      gboolean *out_found);
/* Whether @start is one of its starts. */
gboolean brine_recurrence_contains (BrineRecurrence *self, BrineLocal start);

G_END_DECLS
