# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar in a window of its own, for the tests that drive it."""

import os
import re

from desktop import App, wait, xdotool

PROGRAM = os.environ["CALENDAR_WINDOW"]


def place_of(app, node):
    """The screen position of the top left corner of a widget."""
    app.pointer_to(node, node.box[0], node.box[1])
    told = dict(line.split("=") for line in xdotool("getmouselocation", "--shell").split())
    return int(told["X"]), int(told["Y"])


class Calendar(App):
    """The window with the sample week of Thursday 19 November 2026, 14:10."""

    def __init__(self, *arguments):
        super().__init__([PROGRAM, *arguments])

    def occurrence(self, name, **more):
        return self.find(role="list item", name=re.compile("^" + name), **more)

    def has_occurrence(self, name):
        return bool(self.matching(role="list item", name=re.compile("^" + name)))

    def start(self):
        """Goes on once everything is laid out."""
        super().start()
        seen = []

        def at_rest():
            seen.append(self.occurrence("Oats with kefir, Thursday").box)
            return len(seen) > 3 and seen[-1] == seen[-3]
        wait(at_rest, "the grid to come to rest", step=0.1)

    def select(self, name):
        self.take_keyboard()
        node = self.occurrence(name)
        node.click()

        def focused():
            if not node.has("focused"):
                self.take_keyboard()
            return node.has("focused")
        wait(focused, f"the focus on {name}", step=0.2)
        return node

    def point(self, day, hour, minute=0):
        """The screen position of a time, from two blocks that are always there."""
        first = self.occurrence(f"Oats with kefir, {day}")
        later = self.occurrence(f"Kimchi rice bowl, {day}")
        x, y = place_of(self, first)
        _, y_later = place_of(self, later)
        per_minute = (y_later - y) / 270.0
        return x + first.box[2] // 2, round(y + (hour * 60 + minute - 480) * per_minute)

    def dialog(self, name):
        """Waits until a dialog has the keyboard."""
        found = self.find(name=name)
        self.take_keyboard()
        return found

    def answer(self, label):
        """Presses a button of a message; its accessible name has the mnemonic as well."""
        self.take_keyboard()
        name = re.compile(label + "$")
        self.find(role="push button", name=name).click()
        self.gone(role="push button", name=name)
