/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-edit-impact.h"

G_BEGIN_DECLS

typedef enum
{
  BRINE_SCOPE_VERB_CHANGE,
  BRINE_SCOPE_VERB_MOVE,
  BRINE_SCOPE_VERB_RESIZE,
  BRINE_SCOPE_VERB_REMOVE,
} BrineScopeVerb;

/* What is done to an occurrence, for the words of the question which ones are meant. */
typedef struct
{
  BrineScopeVerb verb;
  BrinePractice practice;
  BrineLocal was;   /* where it begins now */
  BrineLocal start; /* where it shall begin, of MOVE and RESIZE */
  int minutes;      /* how long it shall last, of RESIZE */
  BrineDay today;
} BrineScopeDeed;

/* (transfer full) "Moves this and 12 later walks to 18:00", translated. */
char *brine_scope_dup_sentence (const BrineScopeDeed *deed, const BrineEditImpact *impact,
                                BrineScope scope);
/* (transfer full) (nullable) What stays, and what cannot be kept, in one sentence each. */
char *brine_scope_dup_detail (const BrineScopeDeed *deed, const BrineEditImpact *impact);
/* (transfer full) What the scope means, as the object of a sentence: "this and 12 later walks". */
char *brine_scope_dup_object (const BrineEditImpact *impact, BrineScope scope,
                              BrinePractice practice);

G_END_DECLS
