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

/**
 * brine_rule_parse:
 * @text: an RRULE in upper or lower case, with or without "RRULE:" before it
 *
 * Reads all of RFC 5545 section 3.3.10. What the RFC leaves open or forbids and others write
 * nonetheless is read so:
 *
 * - UNTIL as a date includes that day; UNTIL in UTC is read as the wall clock, since plan times
 *   float.
 * - BYDAY with an ordinal outside MONTHLY and YEARLY is the weekday alone; BYWEEKNO outside
 *   YEARLY, BYYEARDAY in DAILY to MONTHLY and BYMONTHDAY in WEEKLY limit the days.
 * - BYWEEKNO without another part that names days is every day of the week.
 * - BYSECOND=60 is 59 (section 3.3.12).
 *
 * Unknown parts (X-, RSCALE), a part given twice, and COUNT together with UNTIL are refused.
 *
 * Returns: (transfer full) (nullable): the rule, or NULL with BRINE_ERROR_INVALID, which names
 *   the part that is wrong, or BRINE_ERROR_TOO_COMPLEX for a text above 16 KiB and a COUNT or
 *   INTERVAL above 2147483646
 */
BrineRule *brine_rule_parse (const char *text, GError **error);
/**
 * brine_rule_to_string:
 *
 * Returns: (transfer full): the canonical text, whose parse equals @rule: FREQ first, then
 *   INTERVAL, BY parts in the order of the RFC, BYSETPOS, WKST, COUNT or UNTIL; numbers ascending,
 *   those from the end after the others; nothing that is the default
 */
char *brine_rule_to_string (const BrineRule *rule);
BrineRule *brine_rule_ref (BrineRule *rule);
void brine_rule_unref (BrineRule *rule);
/* The same text; FREQ=DAILY;BYDAY=MO and FREQ=WEEKLY;BYDAY=MO are not equal. */
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
int brine_rule_get_count (const BrineRule *rule); /* 0: none */
/* FALSE: none. An UNTIL that is a date gives the last second of that day. @out_until nullable. */
gboolean brine_rule_get_until (const BrineRule *rule, BrineLocal *out_until);
/* Bit 0 Monday … bit 6 Sunday of BYDAY without ordinals; 0 when there is none. */
unsigned brine_rule_get_weekdays (const BrineRule *rule);
/* TRUE when the rule has nothing but FREQ, INTERVAL, COUNT/UNTIL, WKST and plain BYDAY. */
gboolean brine_rule_is_simple (const BrineRule *rule);
/* (transfer full) The rule ended before @end (exclusive): COUNT is dropped for UNTIL, and an
 * UNTIL that is earlier stays. */
BrineRule *brine_rule_with_end (const BrineRule *rule, BrineLocal end);

/**
 * BrineRecurrence:
 *
 * A start with its rule, extra dates and excluded dates: the recurrence set of RFC 5545 section
 * 3.8.5. Immutable, reference counted, any thread.
 *
 * With a rule, DTSTART is an occurrence, and the first that COUNT counts, when the rule gives it;
 * RFC 5545 leaves a start that its rule does not give undefined, and here it is none. Without a
 * rule it always is one. Excluded dates are left out whatever gave them; COUNT counts them.
 *
 * A query costs what its range costs, however long ago the start was, and takes at most 100,000
 * steps (about 15 ms); it then says BRINE_EXPANSION_TOO_COMPLEX. No start lies after the year 9997.
 */
typedef struct _BrineRecurrence BrineRecurrence;

/* (transfer full). @rule nullable; @rdates and @exdates: nullable, (element-type BrineLocal), in
 * any order, copied. */
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

/* Appends every start in [@from, @to) to @out_starts (element-type BrineLocal), in order, each
 * once. TOO_COMPLEX: those up to some point. */
BrineExpansion brine_recurrence_expand (BrineRecurrence *self, BrineLocal from, BrineLocal to,
                                        GArray *out_starts);
/* As brine_recurrence_expand(), and tells how many steps the query took (@out_steps, nullable), so
 * that whoever asks many recurrences of somebody else's file can set a limit to all together. */
BrineExpansion brine_recurrence_expand_counted (BrineRecurrence *self, BrineLocal from,
                                                BrineLocal to, GArray *out_starts,
                                                guint *out_steps);
/* First start strictly after @after. @out_found FALSE: there is none, or, with TOO_COMPLEX, none
 * was found; @out_next is then untouched. */
BrineExpansion brine_recurrence_next (BrineRecurrence *self, BrineLocal after, BrineLocal *out_next,
                                      gboolean *out_found);
/* Whether @start is one of its starts; FALSE as well where that is too complex to tell. */
gboolean brine_recurrence_contains (BrineRecurrence *self, BrineLocal start);

G_END_DECLS
