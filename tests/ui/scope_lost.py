#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The question which ones are meant tells what an edit of a series cannot keep."""

import re
import unittest

import tap
from desktop import wait
from diary import DiaryCase


class Lost(DiaryCase):
    now = "2026-11-19T14:10"

    def starts(self, title):
        rows = self.ctl("agenda", "--from", "2026-11-19", "--to", "2026-12-03")["occurrences"]
        return [row["start"][5:16] for row in rows if row["title"] == title]

    def test_days_that_cannot_be_kept(self):
        walk = self.ctl("plan", "add", "--practice", "walk", "--title", "Walk", "--start",
                        "2026-11-19T17:30", "--minutes", "20", "--rrule", "FREQ=DAILY")["id"]
        for day in ("21", "22", "24"):
            self.ctl("plan", "edit", f"{walk}@2026-11-{day}T17:30", "--title", "Long walk")
        with self.app() as app:
            app.take_keyboard()
            app.action("edit-occurrence", walk, "2026-11-20T17:30:00")
            app.find("text", "Title")
            app.take_keyboard()
            app.find(role="combo box", name="Repeats").click()
            app.find(role="label", name="Every day")
            app.keys("Down", "Down", "Return")
            app.find(role="label", name="Next days")
            app.find(role="label", name=re.compile("^Fri 20 Nov, Mon 23 Nov, "))
            app.keys("ctrl+s")
            self.dialog(app, "Change Which Ones?")
            choice = app.find(role="push button", name="All")
            self.assertIn("2 changed days cannot be kept: Sat", choice.description)
            choice.click()
            app.find("label", "Walk changed")
            self.assertEqual(self.starts("Long walk"), ["11-24T17:30"])
            self.assertEqual(len(self.starts("Walk")), 10)
            # By the key, which has no end: the words and their button go after ten seconds.
            app.keys("ctrl+z")
            wait(lambda: len(self.starts("Walk")) == 12, "the series to be back", step=0.2)
        self.assertEqual(self.starts("Long walk"), ["11-21T17:30", "11-22T17:30", "11-24T17:30"])


if __name__ == "__main__":
    tap.main()
