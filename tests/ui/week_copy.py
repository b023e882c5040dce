#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies whole weeks of the plan, by keys and by the menu of a day, and takes all back at once."""

import re
import unittest

import tap
from desktop import xdotool
from diary import DiaryCase


class WeekCopy(DiaryCase):
    now = "2026-11-19T14:10"

    def setUp(self):
        super().setUp()
        for title, start in (("Lunch", "2026-11-19T12:30"), ("Yoga", "2026-11-16T09:00"),
                             ("Stroll", "2026-11-22T17:00")):
            self.ctl("plan", "add", "--practice", "own", "--title", title, "--start", start,
                     "--minutes", "30")

    def starts(self, first, last):
        rows = self.ctl("agenda", "--from", first, "--to", last)["occurrences"]
        return [(row["start"][:16], row["title"]) for row in rows]

    def open_hour(self, app):
        """An empty hour of the week, where the week and the day are meant."""
        app.take_keyboard()
        app.keys("alt+2")
        app.find(role="list item", name=re.compile("^Lunch, Thursday")).click()
        app.keys("Down")
        app.find("list item", re.compile("^Thursday 19 November, .*empty"))

    def check_pasted_and_undo(self, app):
        app.find("label", re.compile("^3 entries copied to "))
        app.find("list item", re.compile("^Lunch, Thursday 12:30"))
        self.assertEqual(self.starts("2026-11-23", "2026-11-29"),
                         [("2026-11-23T09:00", "Yoga"), ("2026-11-26T12:30", "Lunch"),
                          ("2026-11-29T17:00", "Stroll")])
        # By the key, which has no end: the words and their button go after ten seconds.
        app.keys("ctrl+z")
        app.gone("list item", re.compile("^(Lunch|Yoga|Stroll), "))
        self.assertEqual(self.starts("2026-11-23", "2026-11-29"), [])
        self.assertEqual(len(self.starts("2026-11-16", "2026-11-22")), 3)
        app.keys("ctrl+shift+z")
        app.find("list item", re.compile("^Lunch, Thursday 12:30"))
        self.assertEqual(len(self.starts("2026-11-23", "2026-11-29")), 3)

    def test_by_keys(self):
        with self.app() as app:
            self.open_hour(app)
            app.keys("ctrl+shift+c")
            app.find("label", "3 entries copied")
            app.keys("Page_Down")
            app.gone("list item", re.compile("^(Lunch|Yoga|Stroll), "))
            app.keys("ctrl+v")
            self.check_pasted_and_undo(app)

    def test_by_menu(self):
        with self.app() as app:
            self.open_hour(app)
            app.keys("Menu")
            app.find("menu item", "Copy Week").activate()
            app.find("label", "3 entries copied")
            app.keys("Page_Down")
            app.gone("list item", re.compile("^(Lunch|Yoga|Stroll), "))
            app.keys("Menu")
            app.find("menu item", "Paste Here").activate()
            self.check_pasted_and_undo(app)

    def test_by_pointer(self):
        with self.app() as app:
            app.find("page tab", "Calendar").click()
            lunch = app.find("list item", re.compile("^Lunch, Thursday"))
            x, y, width, height = lunch.box
            for item in ("Copy Week", "Paste Here"):
                # below what is there, where nothing is planned
                app.pointer_to(lunch, x + width // 2, y + height + 60)
                xdotool("click", 3)
                app.choose(item)
                if item == "Copy Week":
                    app.find("label", "3 entries copied")
                    app.find("push button", re.compile("^Next")).click()
                    app.gone("list item", re.compile("^(Lunch|Yoga|Stroll), "))
            self.check_pasted_and_undo(app)


if __name__ == "__main__":
    tap.main()
