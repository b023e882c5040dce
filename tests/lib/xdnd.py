# SPDX-License-Identifier: GPL-3.0-or-later
"""Drags files onto a window as a file manager does: the source's half of XDND, version 5.

The pointer is not moved, as the target is told the place in each message; what is dragged is given out
through the selection, when the target asks for it."""

import pathlib
import select
import time

from Xlib import X, display
from Xlib.protocol import event

VERSION = 5
BOUND = 60
STEPS = 5
URI_LIST = "text/uri-list"


class FileDrag:
    """Files that are dragged from a window of our own."""

    def __init__(self, *paths):
        self.data = "".join(pathlib.Path(path).as_uri() + "\r\n" for path in paths).encode()
        self.display = display.Display()
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.asked = []

    def __enter__(self):
        self.window.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)
        return self

    def __exit__(self, *error):
        self.window.destroy()
        self.display.close()

    def atom(self, name):
        return self.display.intern_atom(name)

    def send(self, name, *numbers):
        data = [self.window.id, *numbers]
        message = event.ClientMessage(window=self.target, client_type=self.atom(name),
                                      data=(32, data + [0] * (5 - len(data))))
        self.target.send_event(message)
        self.display.flush()

    def answer(self, request):
        """Gives out what is dragged, in the one form there is."""
        name = self.display.get_atom_name(request.target)
        self.asked.append(name)
        given = request.property if name == URI_LIST else X.NONE
        if given != X.NONE:
            request.requestor.change_property(given, request.target, 8, self.data)
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=given))
        self.display.flush()

    def wait(self, name):
        """The numbers of the next message of the target with that name."""
        end = time.monotonic() + BOUND
        while True:
            while self.display.pending_events():
                got = self.display.next_event()
                if got.type == X.SelectionRequest:
                    self.answer(got)
                elif got.type == X.ClientMessage and got.client_type == self.atom(name):
                    return got.data[1]
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"waited {BOUND} s for {name} of the window")
            select.select([self.display], [], [], left)

    def move(self, window, x, y):
        """Over a place of the screen in an X window; whether files may be dropped there."""
        self.target = self.display.create_resource_object("window", window)
        self.send("XdndEnter", VERSION << 24, self.atom(URI_LIST))
        # A pointer that moves sends many; GTK answers the first before its widgets have seen it.
        for _ in range(STEPS):
            self.send("XdndPosition", 0, x << 16 | y, X.CurrentTime, self.atom("XdndActionCopy"))
            if self.wait("XdndStatus")[1] & 1:
                return True
        return False

    def drop(self):
        """Whether the files were taken."""
        self.send("XdndDrop", 0, X.CurrentTime)
        return bool(self.wait("XdndFinished")[1] & 1)

    def leave(self):
        self.send("XdndLeave")
