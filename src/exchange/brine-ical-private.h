/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-ical.h"

G_BEGIN_DECLS

typedef enum
{
  BRINE_ICAL_NODE_LINE,
  BRINE_ICAL_NODE_COMPONENT,
} BrineIcalNodeKind;

struct _BrineIcalLine
{
  BrineIcalNodeKind kind;
  guint number;
  const char *raw; /* into the root's source, line ends included; NULL: made or changed by us */
  gsize raw_length;
  char *owned;      /* unfolded text when it is not a part of raw */
  const char *text; /* unfolded; owned, or a part of raw */
  gsize text_length;
  gboolean too_long; /* text was not kept */
};

struct _BrineIcalComponent
{
  BrineIcalNodeKind kind;
  guint number;
  char *name;
  BrineIcalLine *begin; /* NULL for the root */
  BrineIcalLine *end;   /* NULL when it is missing */
  GPtrArray *children;  /* BrineIcalLine or BrineIcalComponent, told apart by kind; owned */
  char *fault;
  GBytes *source; /* of the root: what the raw pointers point into */
};

/* @bytes, or what they say in UTF-8 when they are UTF-16. (nullable) (transfer full) */
GBytes *brine_ical_decode (GBytes *bytes, BrineImportReport *report, GError **error);
/* As brine_ical_foreach_item() with text that is decoded. @first_line: number of its first line. */
gboolean brine_ical_walk_text (GBytes *text, guint first_line, BrineImportReport *report,
                               const BrineIcalWalk *walk, GError **error);

/* Loose lines and components, as BrinePlanItem.foreign has them, as children of one component.
 * (nullable) (transfer full) */
BrineIcalComponent *brine_ical_parse_fragment (const char *text);

/* A component that was read: no END yet. Both (transfer full). */
BrineIcalComponent *brine_ical_component_take (char *name, BrineIcalLine *begin);
BrineIcalLine *brine_ical_line_new (const char *text);
void brine_ical_line_free (BrineIcalLine *line);
/* Length of its name; 0: none. */
gsize brine_ical_line_get_name_length (const BrineIcalLine *line);

G_END_DECLS
