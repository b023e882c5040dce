/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-overlay-model.h"

/* An overlay in Europe/Berlin and a folder for its files. */
typedef struct
{
  char *folder;
  BrineClock *clock;
  BrineOverlay *overlay;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

/* The file @name of the folder. (transfer full) */
GFile *fixture_get_file (Fixture *fixture, const char *name);
/* Writes a calendar with @events in it under another name and renames it. */
void fixture_write (Fixture *fixture, const char *name, const char *events);
/* Writes it and adds it. (transfer none) */
BrineOverlayFile *fixture_add (Fixture *fixture, const char *name, const char *events);

/* Runs the main loop until @done is TRUE, and fails the test after a minute. */
typedef gboolean (*FixtureDone) (gpointer data);
void fixture_wait (FixtureDone done, gpointer data);
void fixture_wait_state (BrineOverlayFile *file, BrineOverlayState state);

#define BUSY(start, title)                                                                         \
  "BEGIN:VEVENT\r\nDTSTART:" start "\r\nDURATION:PT1H\r\nSUMMARY:" title "\r\nEND:VEVENT\r\n"
