/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-block-room.h"

#define GAP 6
#define ICON_FROM_WIDTH 96
#define TITLE_FROM_WIDTH 60
#define BADGE_FROM_WIDTH 40
#define DETAIL_FROM_HEIGHT 38
#define TWO_LINES 42
#define TIME_FROM_WIDTH 480
#define TIME_WIDTH 150

/* One line is centred in a low block; else text begins at the top, that of a morning ends at the
 * bottom, where the night ends. */
static int
get_text_y (const BrineBlockShape *shape)
{
  if (shape->part == BRINE_BLOCK_MORNING || (shape->night && shape->height >= TWO_LINES))
    return MAX (shape->height - shape->line - 3 - shape->inset, 0);
  if (shape->height < DETAIL_FROM_HEIGHT && shape->inset == 0)
    return MAX ((shape->height - shape->line) / 2, 0);
  return 2 + (shape->part == BRINE_BLOCK_EVENING ? shape->inset : 0);
}

static void
find_detail_room (const BrineBlockShape *shape, int end, BrineBlockRoom *room)
{
  if (room->title_width <= 0 || shape->part != BRINE_BLOCK_WHOLE)
    return;
  /* A day alone is wide enough to say the time in the same line. */
  if (shape->width >= TIME_FROM_WIDTH && shape->height < DETAIL_FROM_HEIGHT)
    {
      room->detail_at_end = TRUE;
      room->detail_width = TIME_WIDTH - GAP;
      room->detail_x = end - TIME_WIDTH;
      room->detail_y = room->y;
      room->title_width = MAX (room->detail_x - room->title_x, 0);
    }
  else if (shape->height >= MAX (DETAIL_FROM_HEIGHT, 2 * room->line + 2) && !shape->night)
    {
      room->detail_width = MAX (shape->width - room->title_x, 0);
      room->detail_x = room->title_x;
      room->detail_y = room->y + room->line;
      room->has_place = shape->place && shape->height - room->detail_y >= 2 * room->line;
    }
}

BrineBlockRoom
brine_block_room_find (const BrineBlockShape *shape)
{
  gboolean middle = shape->part == BRINE_BLOCK_MIDDLE;
  gboolean has_badge = shape->badge && !middle && shape->part != BRINE_BLOCK_EVENING
                       && shape->width >= BADGE_FROM_WIDTH;
  gboolean has_title = !middle && shape->width >= TITLE_FROM_WIDTH;
  gboolean has_icon =
      !middle && (shape->width >= ICON_FROM_WIDTH || shape->width < TITLE_FROM_WIDTH);
  int end = shape->width - (has_badge ? BRINE_BLOCK_ICON_ROOM + 2 : 0);
  BrineBlockRoom room = {
    .y = get_text_y (shape), .line = shape->line, .icon_x = -1, .badge_x = -1
  };

  if (has_badge)
    room.badge_x = end + 2;
  if (has_icon && end >= BRINE_BLOCK_ICON_ROOM)
    {
      room.icon_x = has_title ? 0 : (end - BRINE_BLOCK_ICON_ROOM) / 2;
      room.title_x = BRINE_BLOCK_ICON_ROOM + GAP;
    }
  if (has_title)
    room.title_width = MAX (end - room.title_x, 0);
  find_detail_room (shape, end, &room);
  return room;
}
