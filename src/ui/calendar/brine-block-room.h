/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-occurrence-block.h"

G_BEGIN_DECLS

#define BRINE_BLOCK_ICON_ROOM 14

/* What there is to show in a block, and its size within its padding, in px. */
typedef struct
{
  BrineBlockPart part;
  gboolean night;
  gboolean badge;
  gboolean place;
  int inset; /* to keep free at the end where the words stand */
  int line;  /* height of a line of words */
  int width;
  int height;
} BrineBlockShape;

/* Where a block has what; widths of 0 are of what is not shown. x runs in reading direction. */
typedef struct
{
  int y;
  int line;
  int title_x;
  int title_width;
  int detail_x;
  int detail_y;
  int detail_width;
  gboolean detail_at_end;
  gboolean has_place;
  int icon_x;  /* -1: none */
  int badge_x; /* -1: none */
} BrineBlockRoom;

/* What there is room for: without it the details go first, then the icon, then the title. */
BrineBlockRoom brine_block_room_find (const BrineBlockShape *shape);

G_END_DECLS
