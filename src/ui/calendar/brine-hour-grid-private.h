/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-busy-layer.h"
#include "brine-grid-layout.h"
#include "brine-grid-travel.h"
#include "brine-hour-grid.h"
#include "brine-occurrence-block.h"
#include "brine-overlaps.h"

G_BEGIN_DECLS

#define BRINE_HOUR_GRID_N_LABELS 25
#define BRINE_HOUR_GRID_N_GHOSTS 2

typedef enum
{
  BRINE_DRAG_NONE,
  BRINE_DRAG_PRESSED, /* the button is down, it is no drag yet */
  BRINE_DRAG_MOVE,
  BRINE_DRAG_ADD,
  BRINE_DRAG_KEYS, /* moved by Shift or Alt with arrows, until the key is released */
} BrineDragKind;

typedef struct
{
  BrineDragKind kind;
  BrineOccurrence *occurrence; /* owned; what is moved */
  BrineLocal grabbed;          /* the time under the pointer when it was pressed */
  BrineLocal start;            /* where it would begin now */
  int minutes;                 /* how long, when something is added */
  double x;                    /* the pointer now, in the widget */
  double y;
  guint scroll_tick; /* scrolls on at the edges; 0: none */
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
  GtkGesture *drag_gesture; /* borrowed, as all controllers */

  BrineGridStop cursor;
  int cell;         /* which of the cells is at the cursor */
  BrineLocal named; /* the hour that it was named for */
  char *selected_key;
  char *moved_item; /* what was dropped last and where: with its time its key may change */
  BrineLocal moved_start;
  BrineGridDrag drag;

  GdkRGBA line_color;
};

/* x of the columns in the widget: mirrored in right-to-left. */
double brine_hour_grid_mirror_x (BrineHourGrid *self, double x, double width);
/* The time at a point of the widget, snapped to nothing; the day is clamped to those shown. */
BrineLocal brine_hour_grid_get_time_at (BrineHourGrid *self, double x, double y);
/* Index of the piece at a point of the widget, -1: none. */
int brine_hour_grid_get_piece_at (BrineHourGrid *self, double x, double y);
BrineOccurrence *brine_hour_grid_get_occurrence (BrineHourGrid *self, int piece);
/* The scale for @height px of room. */
BrineHourScale brine_hour_grid_get_scale (BrineHourGrid *self, double height);
void brine_hour_grid_scroll_to_y (BrineHourGrid *self, double top, double bottom);
void brine_hour_grid_queue_rebuild (BrineHourGrid *self);

/* brine-hour-grid-size.c */
void brine_hour_grid_allocate (GtkWidget *widget, int width, int height, int baseline);

/* brine-hour-grid-build.c: rows to blocks */
void brine_hour_grid_rebuild (BrineHourGrid *self);
void brine_hour_grid_layout (BrineHourGrid *self);

/* brine-hour-grid-drag.c */
void brine_hour_grid_add_drag (BrineHourGrid *self);
gboolean brine_hour_grid_is_dragging (BrineHourGrid *self);
void brine_hour_grid_cancel_drag (BrineHourGrid *self);
void brine_hour_grid_nudge (BrineHourGrid *self, BrineOccurrence *occurrence, int days,
                            int minutes);
void brine_hour_grid_drop (BrineHourGrid *self);
void brine_hour_grid_allocate_drag (BrineHourGrid *self);

/* brine-hour-grid-keys.c */
void brine_hour_grid_add_keys (BrineHourGrid *self);
void brine_hour_grid_show_cursor (BrineHourGrid *self, gboolean shown);
void brine_hour_grid_set_cursor (BrineHourGrid *self, BrineGridStop stop, gboolean focus);
void brine_hour_grid_set_selected_key (BrineHourGrid *self, const char *key);
void brine_hour_grid_allocate_cells (BrineHourGrid *self);
gboolean brine_hour_grid_focus_cursor (BrineHourGrid *self);
void brine_hour_grid_restore_cursor (BrineHourGrid *self, gboolean focused);

/* Emitting its signals, for the siblings. */
void brine_hour_grid_emit_activate (BrineHourGrid *self, BrineOccurrence *occurrence);
void brine_hour_grid_emit_add (BrineHourGrid *self, BrineLocal start, int minutes);
void brine_hour_grid_emit_move (BrineHourGrid *self, BrineOccurrence *occurrence, BrineLocal start);
void brine_hour_grid_emit_menu (BrineHourGrid *self, BrineOccurrence *occurrence,
                                const GdkRectangle *at);
void brine_hour_grid_emit_more (BrineHourGrid *self, GPtrArray *occurrences,
                                const GdkRectangle *at);
void brine_hour_grid_emit_step (BrineHourGrid *self, int direction);

G_END_DECLS
