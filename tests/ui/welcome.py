#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes with Brine: a plan that keeps to what was told, sample data that goes without
a trace, or an empty diary."""

import contextlib
import os
import re
import sqlite3
import unittest

import tap
from desktop import wait
from diary import DiaryCase
from fake_service import FakeService


class Welcome(DiaryCase):
    now = "2026-11-23T16:40"

    def test_keys_alone(self):
        with self.app() as app:
            wait(lambda: app.find("push button", "Plan My First Week").has("focused"),
                 "the focus on the main button")
            app.keys("Return")
            app.find(name="A Few Words about Your Week")
            app.keys("Escape")
            app.find(name="Welcome to Brine")
            app.keys("Return")
            app.find("push button", "See My Week").activate()
            app.find(name="Your First Week")
            app.find("label", "28 meals a week")
            app.keys("Escape")
            app.find(name="A Few Words about Your Week")

    def test_the_whole_plan_is_in_sight(self):
        """Two lists side by side, one above the other where there is no room."""
        def top(words):
            return app.find("label", re.compile(words)).box[1]

        with self.app() as app:
            app.find("push button", "Plan My First Week").activate()
            app.resize(1180, 800)
            app.find("push button", "See My Week").activate()
            button = app.find("push button", "Use This Plan")
            wait(lambda: 0 < button.box[1] and button.box[1] + button.box[3] <= 800,
                 "the button without scrolling")
            wait(lambda: top("^28 meals a week") == top("^Walk, "), "two lists side by side")
            # The keys go down one list, then down the other, then to the buttons.
            for words in ("Sleep, ", "Meditation, ", "Walk, ", "Breathwork, ", "Change Something"):
                app.keys("Tab")
                wait(lambda words=words: any(node.has("focused") and node.name.startswith(words)
                                             for node in app.walk()), f"the focus on {words}")
            app.resize(360, 800)
            wait(lambda: top("^28 meals a week") < top("^Meditation, ") < top("^Walk, "),
                 "one list above the other")

    def test_plan_begins_now_and_keeps_to_the_wishes(self):
        with self.app() as app:
            app.find("push button", "Plan My First Week").activate()
            app.find("check box", "Meditation").activate()
            app.find("push button", "See My Week").activate()
            app.find(name="Your First Week")
            app.find("push button", "Use This Plan").activate()
            app.find("label", "Your week is planned")
            # Who goes on by key is on the pages.
            previous = app.find("push button", "Previous Day")
            wait(lambda: previous.has("focused"), "the focus on Today")
            app.keys("4", "alt+4")
            app.find("page tab", "Progress", where=lambda node: node.has("selected"))
            wait(lambda: any(node.has("focused") for node in app.walk()
                             if node.name in ("Week", "Month")), "the focus on Progress")
        today = self.agenda("2026-11-23")
        self.assertTrue(today)
        for row in today:
            self.assertGreaterEqual(row["start"], "2026-11-23T16:40", row)
        tomorrow = self.agenda("2026-11-24")
        self.assertEqual(sorted(row["practice"] for row in tomorrow),
                         ["meal"] * 4 + ["sleep", "walk"])

    def settings(self):
        """key to value, of what is not as usual."""
        path = os.path.join(self.folder, "brine.db")
        with contextlib.closing(sqlite3.connect(path)) as base:
            return dict(base.execute("SELECT id, value FROM settings WHERE deleted_at IS NULL"))

    def form(self, app):
        app.find("push button", "Plan My First Week").activate()
        app.find(name="A Few Words about Your Week")

    def use_plan(self, app):
        app.find("push button", "See My Week").activate()
        app.find("push button", "Use This Plan").activate()
        app.find("label", "Your week is planned")
        wait(lambda: self.agenda("2026-11-24"), "the plan", step=0.2)

    def test_reminders_keep_quiet_at_night(self):
        with FakeService(self.folder) as service, self.app() as app:
            self.form(app)
            app.find("label", re.compile("45 min before bed"))
            app.find("label", "No reminder from 23:00 to 07:00")
            bed = app.find("spin button", "To bed")
            bed.click()
            app.keys("ctrl+a")
            app.type("22:30")
            app.keys("Tab")
            app.find("label", "No reminder from 22:30 to 07:00")
            # Without a program to start there is nothing to switch on, and it says why.
            wait(lambda: service.asked, "the service to be asked")
            app.find("label", re.compile("^Not possible: .* is not installed here"))
            self.assertFalse(app.find("check box", "Start at Login").has("sensitive"))
            self.use_plan(app)
        settings = self.settings()
        self.assertEqual(settings["quiet-hours"], "22:30-07:00")
        self.assertNotIn("reminders", settings)

    def test_without_reminders(self):
        with FakeService(self.folder, unit="disabled") as service, self.app() as app:
            self.form(app)
            login = app.find("check box", "Start at Login")
            login.activate()
            app.find("check box", "Remind Me").activate()
            wait(lambda: not login.has("sensitive"), "the rest to be insensitive")
            self.assertFalse(app.find("check box", "Quiet Hours").has("sensitive"))
            self.use_plan(app)
            app.find("page tab", "Today")
            self.assertEqual(service.unit, "disabled")
        settings = self.settings()
        self.assertEqual(settings["reminders"], "0")
        self.assertNotIn("quiet-hours", settings)

    def test_start_at_login(self):
        with FakeService(self.folder, unit="disabled") as service, self.app() as app:
            self.form(app)
            app.find("label", re.compile("^Otherwise reminders wait after each login"))
            app.find("check box", "Start at Login").activate()
            self.assertEqual(service.unit, "disabled")
            self.use_plan(app)
            wait(lambda: service.unit == "enabled", "the service to be enabled")

    def test_empty_diary(self):
        with self.app() as app:
            app.find("push button", "Begin with an Empty Diary").activate()
            app.find(name="A Free Day")
            app.gone(name=re.compile("^0 of 0 "))
        self.assertEqual(self.agenda("2026-11-23"), [])

    def test_first_week_later(self):
        """An empty diary offers the form for as long as nothing is planned."""
        with self.app() as app:
            app.find("push button", "Begin with an Empty Diary").activate()
            app.find("push button", "Plan My First Week")
            app.keys("alt+2")
            app.find("push button", "Add Something")
            self.form(app)
            self.use_plan(app)
            app.gone("push button", "Plan My First Week")
            app.keys("alt+1")
            app.keys("ctrl+z")
            app.find("push button", "Plan My First Week")
            self.assertEqual(self.agenda("2026-11-24"), [])

    def test_page_fills_the_window(self):
        with self.app() as app:
            sample = app.find("push button", "Look Around with Sample Data")
            app.resize(760, 600)
            sample.activate()
            app.find("label", re.compile("^(This is sample data|Sample data)"))

            def page_ends_below():
                _, top, _, height = app.find("scroll pane").box
                return top + height == app.find("frame").box[3]
            wait(page_ends_below, "no blank band below the page")

    def test_sample_data_comes_and_goes(self):
        with self.app() as app:
            app.find("push button", "Look Around with Sample Data").activate()
            app.find("label", re.compile("^(This is sample data|Sample data)"))
            wait(lambda: app.matching(name=re.compile(r"^\d+ of \d+ done$")), "a day of the sample")
            app.find("push button", "Remove It and Start").activate()
            app.find(name="Welcome to Brine")
        self.assertEqual(self.agenda("2026-11-23"), [])


if __name__ == "__main__":
    tap.main()
