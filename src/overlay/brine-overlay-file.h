/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "brine-error.h"

G_BEGIN_DECLS

/**
 * BrineOverlayFile:
 *
 * An iCalendar file that the user wants to see beside the plan. It is read on a thread and again
 * whenever it changes; it is never written. A file that is gone stays in the list, and is read as
 * soon as it is back. Main thread.
 *
 * Properties "name" (string), "shown" (boolean), both writable; "state" (int, BrineOverlayState)
 * and "calendar-complete" (boolean), read-only; all notify.
 */
#define BRINE_TYPE_OVERLAY_FILE (brine_overlay_file_get_type ())
G_DECLARE_FINAL_TYPE (BrineOverlayFile, brine_overlay_file, BRINE, OVERLAY_FILE, GObject)

typedef enum
{
  BRINE_OVERLAY_LOADING, /* for the first time; while it is read again the old content stands */
  BRINE_OVERLAY_READY,
  BRINE_OVERLAY_FAILED,
} BrineOverlayState;

/* Larger files are refused; they are read into memory whole. */
#define BRINE_OVERLAY_MAX_BYTES (32u * 1024 * 1024)
/* Bytes of a name. */
#define BRINE_OVERLAY_MAX_NAME 200

GFile *brine_overlay_file_get_file (BrineOverlayFile *self);
const char *brine_overlay_file_get_name (BrineOverlayFile *self);
/* An empty @name gives it the name of the file. */
void brine_overlay_file_set_name (BrineOverlayFile *self, const char *name);
gboolean brine_overlay_file_is_shown (BrineOverlayFile *self);
void brine_overlay_file_set_shown (BrineOverlayFile *self, gboolean shown);
/* 0 to BRINE_BUSY_N_COLOURS - 1 */
int brine_overlay_file_get_colour (BrineOverlayFile *self);
BrineOverlayState brine_overlay_file_get_state (BrineOverlayFile *self);
/* (transfer none) (nullable): why it is FAILED, with the codes of brine_safe_file_read() and
 * brine_busy_calendar_parse() in exchange. */
const GError *brine_overlay_file_get_error (BrineOverlayFile *self);
/* What it holds: events that are shown, that leave one free, and that cannot be read. 0 unless it
 * is READY. */
guint brine_overlay_file_get_n_events (BrineOverlayFile *self);
guint brine_overlay_file_get_n_free (BrineOverlayFile *self);
guint brine_overlay_file_get_n_unread (BrineOverlayFile *self);
/* Of those that are shown: whose zone is unknown, and which stand as the clock reads here. */
guint brine_overlay_file_get_n_unzoned (BrineOverlayFile *self);
/* FALSE: of the days shown last not all could be given, see there. */
gboolean brine_overlay_file_is_complete (BrineOverlayFile *self);

G_END_DECLS
