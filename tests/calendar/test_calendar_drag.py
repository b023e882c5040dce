#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes the plan by hand, each act by pointer and by key, and takes each back."""

import re
import unittest

import tap
from calendar_app import Calendar, place_of
from desktop import wait, xdotool

SAUERKRAUT = "Start sauerkraut, Friday 15:00 to 16:30, planned"


def ends(node):
    """The y of the upper and the lower grip of an occurrence, on the screen."""
    _, y = place_of(node.app, node)
    return y + 2, y + node.box[3] - 3


def hold(app, start, end, steps=6, keys=()):
    """Presses at start and moves to end, and holds it there; keys go down on the way."""
    app.take_keyboard()
    xdotool("mousemove", "--sync", *start, "mousedown", 1)
    for i in range(1, steps + 1):
        if i == steps // 2:
            for key in keys:
                xdotool("keydown", key)
        xdotool("mousemove", start[0] + (end[0] - start[0]) * i // steps,
                start[1] + (end[1] - start[1]) * i // steps)


def undo(app, name):
    app.keys("ctrl+z")
    app.occurrence(name)


class Case(unittest.TestCase):
    def tearDown(self):
        """Nothing stays pressed for the next test."""
        xdotool("mouseup", 1, "keyup", "shift", "keyup", "alt", "keyup", "ctrl")


class Resizing(Case):
    def test_the_end_by_pointer(self):
        with Calendar() as app:
            x, _ = app.point("Friday", 16, 0)
            _, bottom = ends(app.occurrence("Start sauerkraut"))
            hold(app, (x, bottom), (x, app.point("Friday", 17, 24)[1]))
            app.find(role="label", name="Fri 15:00 – 17:30")
            xdotool("mouseup", 1)
            app.occurrence("Start sauerkraut, Friday 15:00 to 17:30, planned")
            app.find(name="Now 15:00 to 17:30")
            undo(app, SAUERKRAUT)

    def test_the_start_by_pointer(self):
        with Calendar() as app:
            x, _ = app.point("Friday", 16, 0)
            top, _ = ends(app.occurrence("Start sauerkraut"))
            app.drag((x, top), (x, app.point("Friday", 14, 0)[1]))
            app.occurrence("Start sauerkraut, Friday 14:00 to 16:30, planned")
            undo(app, SAUERKRAUT)

    def test_never_shorter_than_a_quarter_or_with_shift_five_minutes(self):
        with Calendar() as app:
            x, y = app.point("Friday", 13, 0)
            _, bottom = ends(app.occurrence("Start sauerkraut"))
            hold(app, (x, bottom), (x, y))
            app.find(role="label", name="Fri 15:00 – 15:15")
            xdotool("keydown", "shift")
            app.find(role="label", name="Fri 15:00 – 15:05")
            xdotool("keyup", "shift")
            app.find(role="label", name="Fri 15:00 – 15:15")
            xdotool("key", "Escape", "mouseup", 1)
            app.occurrence(SAUERKRAUT)

    def test_both_ends_by_key(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("shift+alt+Down")
            app.occurrence("Start sauerkraut, Friday 15:00 to 16:45, planned")
            app.keys("shift+ctrl+Up")
            app.occurrence("Start sauerkraut, Friday 14:45 to 16:45, planned")
            app.keys("ctrl+z")
            undo(app, SAUERKRAUT)

    def test_one_of_a_series(self):
        with Calendar() as app:
            x, _ = app.point("Friday", 12, 30)
            _, bottom = ends(app.occurrence("Kimchi rice bowl, Friday"))
            app.drag((x, bottom), (x, app.point("Friday", 13, 30)[1]))
            app.dialog("Change Which Ones?")
            app.answer("Only This One")
            app.occurrence("Kimchi rice bowl, Friday 12:30 to 13:30")
            app.occurrence("Kimchi rice bowl, Thursday 12:30 to 13:00")

    def test_a_night_over_midnight(self):
        with Calendar() as app:
            night = app.occurrence("Sleep, Sunday 23:20 to 06:40, done")
            x, y = place_of(app, night)
            app.drag((x + 40, y + night.box[3] - 3), (x + 40, app.point("Monday", 7, 54)[1]))
            app.occurrence("Sleep, Sunday 23:20 to 08:00, done")
            undo(app, "Sleep, Sunday 23:20 to 06:40, done")


class Copying(Case):
    def test_by_pointer_with_alt(self):
        with Calendar() as app:
            start, end = app.point("Friday", 15, 40), app.point("Thursday", 10, 40)
            hold(app, start, end, keys=["alt"])
            app.find(role="label", name="Thu 10:00 – 11:30")
            xdotool("mouseup", 1, "keyup", "alt")
            app.occurrence("Start sauerkraut, Thursday 10:00 to 11:30, ")
            app.occurrence(SAUERKRAUT)
            app.keys("ctrl+z")
            app.gone(role="list item", name=re.compile("^Start sauerkraut, Thursday"))

    def test_alt_may_be_released_on_the_way(self):
        with Calendar() as app:
            hold(app, app.point("Friday", 15, 40), app.point("Thursday", 10, 40), keys=["alt"])
            xdotool("keyup", "alt", "mouseup", 1)
            app.occurrence("Start sauerkraut, Thursday 10:00 to 11:30, ")
            app.gone(role="list item", name=re.compile("^Start sauerkraut, Friday"))

    def test_by_key(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("ctrl+d")
            copy = app.occurrence("Start sauerkraut, Friday 16:30 to 18:00, planned")
            wait(lambda: copy.has("focused"), "the copy to be selected")
            app.occurrence(SAUERKRAUT)
            app.keys("shift+Left")
            app.occurrence("Start sauerkraut, Thursday 16:30 to 18:00, planned")
            app.keys("ctrl+z", "ctrl+z")
            app.gone(role="list item", name=re.compile("^Start sauerkraut, (Thursday|Friday 16)"))
            app.occurrence(SAUERKRAUT)


class Moving(Case):
    def test_to_the_next_week_by_waiting_at_its_edge(self):
        with Calendar() as app:
            start = app.point("Friday", 15, 40)
            grid = app.find(role="list", name=re.compile("November"))
            x, _ = place_of(app, grid)
            edge = x + grid.box[2] - 4
            hold(app, start, (edge, start[1]))
            app.gone(role="label", name="16–22 November")
            xdotool("mousemove", edge - 60, start[1])
            app.find(role="label", name="Sun 15:00 – 16:30")
            xdotool("mouseup", 1)
            app.occurrence("Start sauerkraut, Sunday 15:00 to 16:30, planned")
            app.keys("ctrl+z")
            app.gone(role="list item", name=re.compile("^Start sauerkraut"))

    def test_escape_leads_back_to_the_week_it_began_in(self):
        with Calendar() as app:
            start = app.point("Friday", 15, 40)
            grid = app.find(role="list", name=re.compile("November"))
            x, _ = place_of(app, grid)
            hold(app, start, (x + grid.box[2] - 4, start[1]))
            app.gone(role="label", name="16–22 November")
            xdotool("key", "Escape", "mouseup", 1)
            app.find(role="label", name="16–22 November")
            app.occurrence(SAUERKRAUT)

    def test_to_the_next_week_by_key(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.take_keyboard()
            xdotool("keydown", "shift")
            for _ in range(3):
                xdotool("key", "Right")
            app.find(role="label", name="23–29 November")
            xdotool("keyup", "shift")
            node = app.occurrence("Start sauerkraut, Monday 15:00 to 16:30, planned")
            wait(lambda: node.has("focused"), "the focus to follow")


class Hearing(Case):
    """What has the focus tells where it goes, and then what became of it."""

    def test_a_move_by_key(self):
        with Calendar() as app:
            node = app.select("Start sauerkraut")
            app.take_keyboard()
            xdotool("keydown", "shift", "key", "Down")
            wait(lambda: node.description == "Friday 15:15 to 16:45", "the new time to be told")
            xdotool("key", "Down")
            wait(lambda: node.description == "Friday 15:30 to 17:00", "the next time to be told")
            xdotool("keyup", "shift")
            node = app.occurrence("Start sauerkraut, Friday 15:30 to 17:00")
            wait(lambda: node.description.startswith("Moved to Tomorrow, 15:30")
                 or node.description.startswith("Moved to "), "the move to be told")

    def test_nothing_is_told_of_what_was_before(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("shift+alt+Down")
            node = app.occurrence("Start sauerkraut, Friday 15:00 to 16:45")
            wait(lambda: node.description == "Now 15:00 to 16:45", "the new length to be told")
            app.keys("Down")
            wait(lambda: node.description == "", "the words to go")


class Cancelling(Case):
    def test_every_drag_by_escape(self):
        with Calendar() as app:
            x, middle = app.point("Friday", 15, 40)
            top, bottom = ends(app.occurrence("Start sauerkraut"))
            for y, keys, name in [(top, (), "Fri 1[34].* – 16:30"),
                                  (middle, ("alt",), "Fri 1[34].* – 1[456].*"),
                                  (bottom, (), "Fri 15:00 – 15:15")]:
                hold(app, (x, y), (x, app.point("Friday", 14, 10)[1]), keys=keys)
                app.find(role="label", name=re.compile(name))
                xdotool("key", "Escape")
                app.gone(role="label", name=re.compile("^Fri 1.* – "))
                xdotool("mouseup", 1, *[word for key in keys for word in ("keyup", key)])
                app.occurrence(SAUERKRAUT)
            self.assertFalse(app.matching(name=re.compile("Undo")))

    def test_keys_by_escape(self):
        with Calendar() as app:
            node = app.select("Start sauerkraut")
            app.take_keyboard()
            xdotool("keydown", "shift", "key", "Down", "key", "Escape", "keyup", "shift")
            app.gone(role="label", name=re.compile("^Fri 15:15"))
            app.occurrence(SAUERKRAUT)
            self.assertTrue(node.has("focused"))


if __name__ == "__main__":
    tap.main()
