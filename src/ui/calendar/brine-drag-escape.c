/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-drag-escape.h"

#ifdef HAVE_X11
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

/* For the time of a drag GTK grabs Escape on the root window (drag_grab () in gdkdrag-x11.c), and
 * then drops what it hears there, for the root window is none of its surfaces (get_event_surface ()
 * in gdkdevicemanager-xi2.c). Without that grab the key goes to the window that has the keyboard,
 * and from there to the drag. To let go twice, as GTK does at the end, is no error. */
static void
release_escape (GdkDrag *drag)
{
  GdkDisplay *display = gdk_drag_get_display (drag);
  GdkSeat *seat = gdk_device_get_seat (gdk_drag_get_device (drag));
  XIGrabModifiers plain = { .modifiers = 0 };

  if (!GDK_IS_X11_DISPLAY (display))
    return;
  Display *x = gdk_x11_display_get_xdisplay (display);
  KeyCode escape = XKeysymToKeycode (x, XK_Escape);
  if (escape != 0)
    XIUngrabKeycode (x, gdk_x11_device_get_id (gdk_seat_get_keyboard (seat)), escape,
                     DefaultRootWindow (x), 1, &plain);
}
#else
static void
release_escape (GdkDrag *drag)
{
}
#endif

static void
on_drag_begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  release_escape (drag);
}

void
brine_drag_source_add_escape (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));

  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), NULL);
}
