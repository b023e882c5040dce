#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences are kept with the diary and heard at once."""

import os
import re
import unittest

import tap
from desktop import wait
from diary import DiaryCase


class Preferences(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()

    def open(self, app):
        app.keys("ctrl+comma")
        return self.dialog(app, "Preferences")

    def choose(self, app, window, row, downs):
        window.find("list item" if window.matching("list item", re.compile("^" + row)) else None,
                    re.compile("^" + row)).click()
        app.keys(*["Down"] * downs, "Return")

    def test_day_start_is_kept(self):
        with self.app() as app:
            window = self.open(app)
            entry = window.find("spin button", re.compile("(?i)^day starts at"))
            self.assertEqual(entry.value, 240)
            entry.click()
            app.keys("Up")
            wait(lambda: window.find("spin button", re.compile("(?i)^day starts at")).value != 240,
                 "another time")
            changed = window.find("spin button", re.compile("(?i)^day starts at")).value
        with self.app() as app:
            window = self.open(app)
            self.assertEqual(
                window.find("spin button", re.compile("(?i)^day starts at")).value, changed)

    def test_week_start(self):
        with self.app() as app:
            window = self.open(app)
            self.choose(app, window, "Week Starts On", 3)
            window.find("label", "Sunday")
            app.keys("Escape")
            self.dialog_gone(app, "Preferences")
            app.keys("alt+2")
            app.find("label", re.compile("^22.*28|Nov 22"))
        with self.app() as app:
            self.open(app).find("label", "Sunday")

    def test_appearance(self):
        with self.app() as app:
            window = self.open(app)
            self.choose(app, window, "Style", 2)
            window.find("label", "Dark")

    def test_backup(self):
        target = os.path.join(self.folder, "copy.db")
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            window.find("push button", re.compile("^_?Save…")).activate()
            self.dialog(app, "Save a Backup")
            app.keys("ctrl+a")
            app.type(target)
            app.keys("Return")
            wait(lambda: os.path.exists(target), "the backup")
            window.find("label", "Backup saved")
        self.assertGreater(os.path.getsize(target), 4096)


if __name__ == "__main__":
    tap.main()
