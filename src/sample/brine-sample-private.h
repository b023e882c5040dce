/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-sample.h"

G_BEGIN_DECLS

/* Everything the two halves of the generator share. */
typedef struct
{
  BrineChange *change; /* owned by the caller */
  BrineCatalogue *catalogue;
  GTimeZone *zone;
  GRand *rand;
  BrineTranslate translate;
  BrineLocal now;
  BrineDay first; /* a Monday */
  BrineDay last;  /* the civil day of now */
  int day_start_minutes;
  GPtrArray *items;  /* BrinePlanItem, owned: what the history logs against */
  GPtrArray *pauses; /* BrinePause, owned */
} BrineSample;

/* @context nullable. */
const char *brine_sample_translate (const BrineSample *sample, const char *context,
                                    const char *msgid);
/* A version 4 UUID drawn from the sample's own generator, so that it repeats with the seed. */
char *brine_sample_id (BrineSample *sample);
gboolean brine_sample_chance (BrineSample *sample, double probability);
/* Roughly normal: the sum of twelve uniform numbers. */
double brine_sample_normal (BrineSample *sample, double mean, double sd);

void brine_sample_make_plan (BrineSample *sample);
void brine_sample_make_history (BrineSample *sample);

G_END_DECLS
