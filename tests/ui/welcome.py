#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes with Brine: a plan that keeps to what was told, sample data that goes without
a trace, or an empty diary."""

import re
import unittest

import tap
from desktop import wait
from diary import DiaryCase


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

    def test_plan_begins_now_and_keeps_to_the_wishes(self):
        with self.app() as app:
            app.find("push button", "Plan My First Week").activate()
            app.find("check box", "Meditation").activate()
            app.find("push button", "See My Week").activate()
            app.find(name="Your First Week")
            app.find("push button", "Use This Plan").activate()
            app.find("label", "Your week is planned")
        today = self.agenda("2026-11-23")
        self.assertTrue(today)
        for row in today:
            self.assertGreaterEqual(row["start"], "2026-11-23T16:40", row)
        tomorrow = self.agenda("2026-11-24")
        self.assertEqual(sorted(row["practice"] for row in tomorrow),
                         ["meal"] * 4 + ["sleep", "walk"])

    def test_empty_diary(self):
        with self.app() as app:
            app.find("push button", "Begin with an Empty Diary").activate()
            app.find(name="A Free Day")
            app.gone(name=re.compile("^0 of 0 "))
        self.assertEqual(self.agenda("2026-11-23"), [])

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
