#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits the plan in the calendar as somebody would, by keys and by ear."""

import os
import re
import unittest

import tap
from desktop import wait
from diary import DiaryCase

UNDO = re.compile("^_?Undo")


class Plan(DiaryCase):
    now = "2026-11-19T14:10"

    def plan(self, title, start, minutes=20, practice="walk", rule=None):
        repeat = ("--rrule", rule) if rule else ()
        return self.ctl("plan", "add", "--practice", practice, "--title", title, "--start", start,
                        "--minutes", str(minutes), *repeat)["id"]

    def starts(self, title, first, last):
        rows = self.ctl("agenda", "--from", first, "--to", last)["occurrences"]
        return [row["start"][:16] for row in rows if row["title"] == title]

    def calendar(self):
        return self.app()

    @staticmethod
    def select(app, name):
        app.take_keyboard()
        app.keys("alt+2")
        node = app.find(role="list item", name=re.compile("^" + name))
        node.click()
        wait(lambda: node.has("focused"), f"the focus on {name}", step=0.2)

    def choice(self, app, title):
        return app.find(role="push button", name=title)

    def test_this_and_later_says_what_it_moves(self):
        self.plan("Walk", "2026-11-16T17:30", rule="FREQ=DAILY;COUNT=10")
        for day in ("16", "17"):
            rows = self.ctl("agenda", "--from", f"2026-11-{day}", "--to", f"2026-11-{day}")
            row = rows["occurrences"][0]
            self.ctl("log", f"{row['item']}@2026-11-{day}T17:30", "done")
        with self.calendar() as app:
            self.select(app, "Walk, Friday")
            app.keys("shift+Down")
            self.dialog(app, "Move Which Ones?")
            self.assertEqual(self.choice(app, "Only This One").description, "Moves this walk only")
            self.assertEqual(self.choice(app, "This and Later").description,
                             "Moves this and 5 later walks to 17:45")
            self.assertEqual(self.choice(app, "All").description,
                             "Moves all 10 walks to 17:45. 2 that are logged stay as they were.")
            self.choice(app, "This and Later").click()
            app.find(role="list item", name=re.compile("^Walk, Friday 17:45"))
        self.assertEqual(self.starts("Walk", "2026-11-16", "2026-11-30"),
                         [f"2026-11-{day}T17:30" for day in range(16, 20)]
                         + [f"2026-11-{day}T17:45" for day in range(20, 26)])


if __name__ == "__main__":
    tap.main()
