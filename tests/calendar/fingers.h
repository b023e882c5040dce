/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Fingers on a screen, for a test that tests/lib/broadway.py runs. Each call returns when the window
 * has got the event; the time of an event is the test's own.
 */
typedef struct
{
  GtkWidget *window;
  GtkEventController *watch;
  guint n_sent;
  guint n_seen;
  guint time_ms;
} Fingers;

/* Before the first window. FALSE: the test does not run on such a screen. */
gboolean fingers_start (void);
void fingers_init (Fingers *self, GtkWidget *window);

/* @finger: 1 or more; @x, @y: in @widget; @after_ms: since the last event of any finger */
void fingers_down (Fingers *self, int finger, GtkWidget *widget, double x, double y,
                   guint after_ms);
void fingers_move (Fingers *self, int finger, GtkWidget *widget, double x, double y,
                   guint after_ms);
void fingers_up (Fingers *self, int finger, GtkWidget *widget, double x, double y, guint after_ms);

/* One finger from one place to another in @n_moves, each @ms after the last. */
void fingers_stroke (Fingers *self, GtkWidget *widget, graphene_point_t from, graphene_point_t to,
                     guint n_moves, guint ms);

G_END_DECLS
