#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the plan by day, week, month and year, goes to dates and filters, by keys and by
pointer; and comes back to the view that was left."""

import os
import re
import unittest

import tap
from desktop import App, wait, xdotool
from diary import ZONE, DiaryCase

FILTERED = re.compile("^Filtered: only")


class Views(DiaryCase):
    now = "2026-11-19T14:10"

    def setUp(self):
        super().setUp()
        for practice, title, start in (("walk", "Walk", "17:30"), ("meditation", "Sit", "07:00")):
            self.ctl("plan", "add", "--practice", practice, "--title", title, "--start",
                     f"2026-11-16T{start}", "--minutes", "20", "--rrule", "FREQ=DAILY")

    def calendar(self, app):
        app.keys("alt+2")
        app.find("list item", re.compile("^Walk, Thursday"))
        return app

    def period(self, app, text):
        app.find("push button", text)

    @staticmethod
    def pressed(app, name):
        wait(lambda: app.find("push button", name).has("pressed"), f"{name} to be chosen")

    @staticmethod
    def popover(app, name):
        """A popover has the keyboard as soon as its widget has the focus."""
        node = app.find(name=name, where=lambda found: found.role in ("text", "check box"))
        wait(lambda: node.has("focused"), f"the focus on {name}")
        return node

    def test_keys_and_clicks_change_the_view(self):
        with self.app() as app:
            self.calendar(app)
            app.keys("ctrl+1")
            self.period(app, "Thursday 19 November")
            self.pressed(app, "Day")
            app.keys("ctrl+3")
            self.period(app, "November 2026")
            self.pressed(app, "Month")
            app.find("push button", "Year").click()
            self.period(app, "2026")
            app.find(name=re.compile("^Mood logged on|logged"))
            app.keys("ctrl+2")
            self.period(app, "16–22 November")
            app.find("list item", re.compile("^Walk, Thursday"))

    def test_a_step_is_what_the_view_shows(self):
        with self.app() as app:
            self.calendar(app)
            for view, there in (("ctrl+1", "Friday 20 November"), ("ctrl+2", "23–29 November"),
                                ("ctrl+3", "December 2026"), ("ctrl+4", "2027")):
                app.keys(view, "Next")
                self.period(app, there)
                app.keys("ctrl+t")

    def test_a_day_of_the_month_opens(self):
        with self.app() as app:
            self.calendar(app)
            app.keys("ctrl+3")
            self.period(app, "November 2026")
            app.keys("Right", "Return")
            self.period(app, "Friday 20 November")
            app.find("list item", re.compile("^Walk, Friday"))

    def test_go_to_a_date(self):
        with self.app() as app:
            self.calendar(app)
            app.keys("ctrl+g")
            entry = self.popover(app, "Go to date")
            xdotool("type", "--delay", 15, "next tues")
            app.find("label", "Opens Tuesday 24 November, in 5 days")
            wait(lambda: entry.description.startswith("Opens Tuesday"), "the entry to say it too")
            xdotool("key", "Return")
            self.period(app, "23–29 November")
            app.find("push button", "23–29 November").click()
            self.popover(app, "Go to date")
            # Keys that the calendar knows are letters here, and none of them steps.
            xdotool("type", "--delay", 15, "30 n february 2027")
            app.find("label", re.compile("^“n” is not understood"))
            xdotool("key", "Next", "Return")
            xdotool("key", "ctrl+a")
            xdotool("type", "--delay", 15, "30 february 2027")
            app.find("label", "February 2027 has 28 days.")
            xdotool("key", "Escape")
            self.period(app, "23–29 November")

    def test_filter_by_practice_and_back(self):
        with self.app() as app:
            self.calendar(app)
            app.find("push button", "Walk").click()
            app.gone("list item", re.compile("^Walk, Thursday"))
            app.find("list item", re.compile("^Sit, Thursday"))
            app.find(name="Wednesday 18 November, 0 of 1 done")
            pill = app.find("push button", FILTERED)
            self.assertNotIn("Walk", pill.name)
            # It holds for the other views, until one click.
            app.keys("ctrl+1")
            self.period(app, "Thursday 19 November")
            app.find("list item", re.compile("^Sit, Thursday"))
            self.assertFalse(app.matching("list item", re.compile("^Walk, ")))
            pill.click()
            app.find("list item", re.compile("^Walk, Thursday"))
            app.gone("push button", FILTERED)

    def test_filter_by_state_by_keys(self):
        with self.app() as app:
            self.calendar(app)
            app.keys("ctrl+f")
            self.popover(app, "Meals")
            xdotool("key", *["Down"] * 10)
            missed = app.find("check box", "Missed")
            wait(lambda: missed.has("focused"), "the focus on Missed")
            xdotool("key", "space")
            app.gone("list item", re.compile("^Walk, Wednesday"))
            app.find("list item", re.compile("^Walk, Friday"))
            app.find(name="Wednesday 18 November, 0 shown")
            xdotool("key", "Escape")
            app.find("push button", FILTERED)
            app.keys("shift+ctrl+f")
            app.find("list item", re.compile("^Walk, Wednesday"))

    def test_nothing_left_says_so(self):
        with self.app() as app:
            self.calendar(app)
            for name in ("Walk", "Meditation"):
                app.find("push button", name).click()
            app.find("label", "Nothing to Show")

    def test_a_wheel_that_goes_sideways_steps(self):
        with self.app() as app:
            self.calendar(app)
            node = app.find("list item", re.compile("^Walk, Thursday"))
            app.pointer_to(node, node.box[0] + 5, node.box[1] + 5)
            xdotool("click", 7)
            self.period(app, "23–29 November")
            xdotool("click", 6)
            self.period(app, "16–22 November")

    def test_the_time_under_the_pointer_stays(self):
        with self.app() as app:
            self.calendar(app)
            app.keys("ctrl+plus", "ctrl+plus", "ctrl+plus")

            def walk():
                return app.find("list item", re.compile("^Walk, Thursday"))

            def at_rest():
                before = walk().box
                return before if before == walk().box and before[1] > 0 else None
            before = wait(at_rest, "the zoom to end", step=0.2)
            app.pointer_to(walk(), before[0] + 5, before[1] + 1)
            xdotool("keydown", "Control_L", "click", 4, "keyup", "Control_L")
            wait(lambda: walk().box[3] > before[3], "larger hours")
            self.assertLessEqual(abs(walk().box[1] - before[1]), 3)

    def test_the_view_is_remembered(self):
        def app():
            return App([os.environ["BRINE"], "--data-dir", self.folder, "--now", self.now],
                       env={"TZ": ZONE, "XDG_CONFIG_HOME": self.folder + "/config"})
        with app() as first:
            self.calendar(first)
            first.keys("ctrl+3")
            self.period(first, "November 2026")
            self.pressed(first, "Month")
        with app() as again:
            again.keys("alt+2")
            self.period(again, "November 2026")
            self.pressed(again, "Month")


if __name__ == "__main__":
    tap.main()
