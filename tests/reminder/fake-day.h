/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fake-world.h"

G_BEGIN_DECLS

/* Everything that an engine would do from one time to another, in words: "12:20 one brine(a)" for
 * each notification, by the wall clock. */
typedef struct
{
  FakeWorld *world;
  GString *said;
} FakeDay;

void fake_day_init (FakeDay *day, const char *zone, const char *now);
void fake_day_clear (FakeDay *day);
/* "2026-11-23T08:00:00" */
BrineLocal fake_day_read (const char *text);
/* Lets time pass until then, waking up whenever the engine wants to. */
void fake_day_go_to (FakeDay *day, const char *text);
/* @rule: (nullable); @reminders: with spaces between. (transfer none) */
BrinePlanItem *fake_day_add_item (FakeDay *day, const char *id, BrinePractice practice,
                                  const char *start, const char *rule, const char *reminders);

G_END_DECLS
