#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How one wants to be reminded: the page of preferences, the rows of an entry, and Today's line."""

import contextlib
import os
import re
import sqlite3
import unittest

from gi.repository import GLib

import tap
from desktop import wait
from diary import DiaryCase
from fake_service import FakeService


class Settings(DiaryCase):
    now = "2026-11-23T09:00"

    def setUp(self):
        super().setUp()
        self.plan_walk()

    def setting(self, key):
        path = os.path.join(self.folder, "brine.db")
        with contextlib.closing(sqlite3.connect(path)) as base:
            row = base.execute("SELECT value FROM settings WHERE id = ? AND deleted_at IS NULL",
                               (key,)).fetchone()
        return row[0] if row else None

    def becomes(self, key, value):
        wait(lambda: self.setting(key) == value, f"{key} to be {value!r}")

    def open(self, app):
        app.action("reminders")
        window = self.dialog(app, "Preferences")
        window.find("label", "While Brine Is Closed")
        return window

    def switch(self, window, name):
        return window.find("check box", re.compile("^" + name))

    def test_switches_are_kept(self):
        with self.app() as app:
            window = self.open(app)
            self.switch(window, "Hide Details").activate()
            self.becomes("reminders-private", "1")
            self.switch(window, "One for Each Part of the Day").activate()
            self.becomes("reminders-bundle", "1")
            self.switch(window, "Quiet Hours").activate()
            self.becomes("quiet-hours", "22:00-07:00")
            window.find("spin button", re.compile("^Quiet from"))
            self.switch(window, "Remind Me").activate()
            self.becomes("reminders", "0")
            self.switch(window, "Remind Me").activate()
            self.becomes("reminders", None)
        with self.app() as app:
            window = self.open(app)
            self.assertTrue(self.switch(window, "Hide Details").has("checked"))
            self.assertTrue(self.switch(window, "Quiet Hours").has("checked"))
            self.assertFalse(self.switch(window, "Look Back Every Two Weeks").has("checked"))

    def test_pause_and_resume(self):
        with self.app() as app:
            window = self.open(app)
            window.find("push button", "Pause reminders for 1 hour").activate()
            wait(lambda: (self.setting("reminders-paused-until") or "").startswith("2026-11-23T"),
                 "a pause")
            window.find("push button", "Resume").activate()
            self.becomes("reminders-paused-until", None)

    def test_what_arrives(self):
        coming = [{"title": GLib.Variant("s", "Walk"), "source": GLib.Variant("s", "plan"),
                   "item": GLib.Variant("s", ""), "start": GLib.Variant("s", "2026-11-23T17:30:00"),
                   "at": GLib.Variant("x", 1795536600000)}]
        with FakeService(self.folder, coming=coming) as service, self.app() as app:
            window = self.open(app)
            window.find("label", "Reminders Arrive Until You Log Out")
            window.find("push button", "Send a Test").activate()
            wait(lambda: service.tests == 1, "the test to be asked for")
            service.set_problem("no-server")
            window.find("label", "Reminders Do Not Arrive")
            service.set_problem("")
            window.find("label", "Reminders Arrive Until You Log Out")

    def test_line_on_today(self):
        self.ctl("plan", "add", "--practice", "walk", "--title", "Stroll", "--start",
                 "2026-11-23T18:00", "--minutes", "20", "--remind", "10")
        with FakeService(self.folder, problem="no-server") as service, self.app() as app:
            app.find("label", "Reminders do not arrive now.")
            service.set_problem("")
            app.find("label", "Reminders stop when you log out.")
            app.find("push button", "Hide").activate()
            app.gone("label", "Reminders stop when you log out.")


class Editor(DiaryCase):
    now = "2026-11-23T09:00"

    def test_at_a_time_of_day(self):
        self.ctl("plan", "add", "--practice", "walk", "--title", "Stroll", "--start",
                 "2026-11-23T18:00", "--minutes", "20", "--remind", "@07:30/mo,we", "--remind",
                 "10")
        item = self.agenda("2026-11-23")[0]["item"]
        with self.app() as app:
            app.action("edit-occurrence", item, "")
            window = self.dialog(app, "Edit")
            window.find("label", "At 07:30")
            window.find("push button", "Remove reminder 10 min before").activate()
            window.gone("label", "10 min before")
            window.find("push button", re.compile("_?Save")).activate()
            self.dialog_gone(app, "Edit")
        self.assertEqual(self.ctl("plan", "show", item)["item"]["reminders"], ["@07:30/mo,we"])


if __name__ == "__main__":
    tap.main()
