/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-busy-layer.h"
#include "brine-grid-aim.h"
#include "brine-grid-layout.h"
#include "brine-grid-travel.h"
#include "brine-hour-grid.h"
#include "brine-occurrence-block.h"
#include "brine-overlaps.h"

G_BEGIN_DECLS

#define BRINE_HOUR_GRID_N_LABELS 25
#define BRINE_HOUR_GRID_N_GHOSTS 2

/* Who drags. */
typedef enum
{
  BRINE_DRAG_NONE,
  BRINE_DRAG_PRESSED, /* the button or a finger is down, it is no drag yet */
  BRINE_DRAG_POINTER,
  BRINE_DRAG_KEYS,  /* by modifiers with arrows, until they are released */
  BRINE_DRAG_GUEST, /* something of another widget is dragged over the hours */
} BrineDragBy;

/* What will become of it. */
typedef enum
{
  BRINE_DRAG_ADD,
  BRINE_DRAG_MOVE,
  BRINE_DRAG_COPY,
  BRINE_DRAG_RESIZE_START,
  BRINE_DRAG_RESIZE_END,
} BrineDragAct;

typedef struct
{
  BrineDragBy by;
  BrineDragAct act;
  BrineOccurrence *occurrence; /* owned; NULL: something is added */
  BrineGridPoint grabbed;      /* the point under the pointer when it was pressed */
  BrineGridPlace from;         /* where the occurrence is; of a guest only how long it takes */
  BrineGridPlace place;        /* where it would be now */
  gboolean touch;
  gboolean lost;   /* the gesture itself ended */
  gboolean aimed;  /* the pointer moved since it is a drag */
  gboolean fine;   /* Shift is down: 5 minutes */
  gboolean within; /* a guest has been away from the edge and the night over which it came */
  double x;        /* the pointer now, in the widget */
  double y;
  guint scroll_tick; /* scrolls on at the edges; 0: none, as the next */
  guint edge_timer;  /* steps to other days beyond the first or last column */
  int edge;          /* -1 or 1 where the timer runs, or where the drag began; else 0 */
  int steps;         /* how often it stepped; backwards is negative */
} BrineGridDrag;

struct _BrineHourGrid
{
  GtkWidget parent_instance;

  GListModel *model;
  BrineDay first;
  int n_days;
  BrineLocal now;
  unsigned paused;
  int zoom;
  GtkAdjustment *vadjustment;

  GPtrArray *occurrences;  /* BrineOccurrence, owned; those that touch the days */
  BrineOverlaps *overlaps; /* what of them and of other calendars meets */
  GArray *spans;           /* BrineGridSpan, same index as occurrences */
  GArray *pieces;          /* BrineGridPiece */
  GArray *chips;           /* BrineGridChip */
  GPtrArray *blocks;       /* BrineOccurrenceBlock, borrowed; same index as pieces */
  GPtrArray *night_pool;   /* BrineOccurrenceBlock, borrowed: children that lie below the others */
  GPtrArray *block_pool;   /* BrineOccurrenceBlock, borrowed */
  GPtrArray *chip_pool;    /* GtkButton, borrowed; the first chips->len are shown */
  BrineGridGeometry geometry;
  double text_scale;
  double unfolded_px; /* px an hour while the night is open for a drag; 0: it is not */
  guint rebuild_tick; /* 0: none */
  gboolean was_laid_out;

  GtkWidget *columns[BRINE_HOUR_GRID_MAX_DAYS];
  GtkWidget *hour_labels[BRINE_HOUR_GRID_N_LABELS];
  GtkWidget *busy_layer; /* other calendars, below everything that is planned */
  GtkWidget *now_line;
  GtkWidget *now_dot;
  GtkWidget *now_label;
  GtkWidget *cells[2]; /* the empty cell with the focus; two, so that each step moves the focus */
  GtkWidget *ghosts[BRINE_HOUR_GRID_N_GHOSTS]; /* what is dragged, where it would go */
  GtkWidget *add_frame;                        /* what is being added by dragging */
  GtkWidget *time_label;
  GtkWidget *grips[2];      /* shown at the ends of what is hovered or selected */
  int hovered;              /* index of the span under the pointer, -1: none */
  const char *cursor_name;  /* of the pointer; static, NULL: as usual */
  GtkGesture *drag_gesture; /* borrowed, as all controllers */

  BrineGridStop cursor;
  int cell;         /* which of the cells is at the cursor */
  BrineLocal named; /* the hour that it was named for */
  char *selected_key;
  char *moved_item;   /* what was dropped last and where: with its time its key may change */
  char *copied_title; /* what was copied last; its copy begins at moved_start. NULL: none */
  BrineLocal moved_start;
  BrineGridDrag drag;
  AdwAnimation *snap; /* owned; the ghosts glide to where they snap */
  graphene_rect_t glide_from[BRINE_HOUR_GRID_N_GHOSTS];
  graphene_rect_t drawn[BRINE_HOUR_GRID_N_GHOSTS]; /* where the ghosts are; empty: not shown */
  char *news;          /* what a screen reader is told at the cursor; NULL: nothing */
  GtkWidget *told;     /* which has it for a description; borrowed, a child */
  gboolean rebuilding; /* the focus is moved around by ourselves */
  guint n_rebuilds;    /* counted for the tests, as the next */
  guint n_blocks_made;

  GdkRGBA line_color;
};

/* x of the columns in the widget: mirrored in right-to-left. */
double brine_hour_grid_mirror_x (BrineHourGrid *self, double x, double width);
/* The time at a point of the widget, snapped to nothing; the day is clamped to those shown. */
BrineGridPoint brine_hour_grid_get_point_at (BrineHourGrid *self, double x, double y);
/* x in the columns, in reading direction. */
double brine_hour_grid_get_column_x (BrineHourGrid *self, double x);
/* Index of the piece at a point of the widget, -1: none. */
int brine_hour_grid_get_piece_at (BrineHourGrid *self, double x, double y);
BrineOccurrence *brine_hour_grid_get_occurrence (BrineHourGrid *self, int piece);
/* The scale for @height px of room. */
BrineHourScale brine_hour_grid_get_scale (BrineHourGrid *self, double height);
void brine_hour_grid_scroll_to_y (BrineHourGrid *self, double top, double bottom);
void brine_hour_grid_queue_rebuild (BrineHourGrid *self);

/* brine-hour-grid-size.c */
void brine_hour_grid_allocate (GtkWidget *widget, int width, int height, int baseline);
/* Whoever reads larger letters gets larger hours. */
void brine_hour_grid_read_text_scale (BrineHourGrid *self);

/* brine-hour-grid-build.c: rows to blocks */
void brine_hour_grid_rebuild (BrineHourGrid *self);
void brine_hour_grid_layout (BrineHourGrid *self);

/* brine-hour-grid-drag.c: what is dragged, and where it would go */
gboolean brine_hour_grid_is_dragging (BrineHourGrid *self);
/* Whether @occurrence can get another length by its ends. */
gboolean brine_hour_grid_can_resize (BrineOccurrence *occurrence);
/* Which end of which piece is held at a point; @out_piece: -1 when none is there. */
BrineGridGrip brine_hour_grid_get_grip_at (BrineHourGrid *self, double x, double y, int *out_piece);
void brine_hour_grid_press (BrineHourGrid *self, double x, double y, gboolean touch);
void brine_hour_grid_begin_drag (BrineHourGrid *self, BrineDragBy by, BrineDragAct act);
void brine_hour_grid_drag_to (BrineHourGrid *self, double x, double y, GdkModifierType state);
void brine_hour_grid_set_drag_state (BrineHourGrid *self, GdkModifierType state);
void brine_hour_grid_cancel_drag (BrineHourGrid *self);
void brine_hour_grid_drop (BrineHourGrid *self);
void brine_hour_grid_nudge (BrineHourGrid *self, BrineOccurrence *occurrence, BrineDragAct act,
                            int days, int minutes);
/* The days changed: a drag goes on there. */
void brine_hour_grid_follow_drag (BrineHourGrid *self);

/* brine-hour-grid-ghost.c: what is seen and heard of a drag */
void brine_hour_grid_add_ghosts (BrineHourGrid *self);
void brine_hour_grid_mark_origin (BrineHourGrid *self);
void brine_hour_grid_show_drag (BrineHourGrid *self);
void brine_hour_grid_hide_drag (BrineHourGrid *self);
void brine_hour_grid_allocate_drag (BrineHourGrid *self);
void brine_hour_grid_allocate_grips (BrineHourGrid *self);
/* Tells @text (nullable) to a screen reader at the cursor, again when the cursor gets another
 * widget. */
void brine_hour_grid_tell (BrineHourGrid *self, const char *text);
void brine_hour_grid_tell_again (BrineHourGrid *self);

/* brine-hour-grid-pointer.c: pointer and fingers */
void brine_hour_grid_add_pointer (BrineHourGrid *self);
void brine_hour_grid_show_pointer (BrineHourGrid *self, double x, double y);
void brine_hour_grid_release_pointer (BrineHourGrid *self);

/* brine-hour-grid-keys.c */
void brine_hour_grid_add_keys (BrineHourGrid *self);
void brine_hour_grid_show_cursor (BrineHourGrid *self, gboolean shown);
/* (transfer none): what has the focus when the grid has it */
GtkWidget *brine_hour_grid_get_cursor_widget (BrineHourGrid *self);
void brine_hour_grid_set_cursor (BrineHourGrid *self, BrineGridStop stop, gboolean focus);
void brine_hour_grid_set_selected_key (BrineHourGrid *self, const char *key);
void brine_hour_grid_allocate_cells (BrineHourGrid *self);
gboolean brine_hour_grid_focus_cursor (BrineHourGrid *self);
void brine_hour_grid_restore_cursor (BrineHourGrid *self, gboolean focused);

/* Emitting its signals, for the siblings. */
void brine_hour_grid_emit_activate (BrineHourGrid *self, BrineOccurrence *occurrence);
void brine_hour_grid_emit_add (BrineHourGrid *self, BrineLocal start, int minutes);
void brine_hour_grid_emit_move (BrineHourGrid *self, BrineOccurrence *occurrence, BrineLocal start);
void brine_hour_grid_emit_copy (BrineHourGrid *self, BrineOccurrence *occurrence, BrineLocal start);
void brine_hour_grid_emit_resize (BrineHourGrid *self, BrineOccurrence *occurrence,
                                  BrineGridPlace place);
void brine_hour_grid_emit_menu (BrineHourGrid *self, BrineOccurrence *occurrence,
                                const GdkRectangle *at);
void brine_hour_grid_emit_more (BrineHourGrid *self, GPtrArray *occurrences,
                                const GdkRectangle *at);
void brine_hour_grid_emit_step (BrineHourGrid *self, int direction);

G_END_DECLS
