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
from desktop import wait, xdotool
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

    def test_quiet_hours_that_are_none(self):
        """Hours that end where they begin are kept as they were chosen, and the row says what they
        mean."""
        words = re.compile("end where they begin, so no time is quiet")
        with self.app() as app:
            window = self.open(app)
            self.switch(window, "Quiet Hours").activate()
            self.becomes("quiet-hours", "22:00-07:00")
            app.reach(window.find("spin button", re.compile("^Quiet until")))
            app.keys("ctrl+a")
            app.type("22:00")
            app.keys("Return")
            self.becomes("quiet-hours", "22:00-22:00")
            window.find("label", words)
            self.assertTrue(self.switch(window, "Quiet Hours").has("checked"))
            app.keys("Up")
            wait(lambda: self.setting("quiet-hours") != "22:00-22:00", "other hours")
            window.find("label", "No reminder comes at night")

    def test_the_wheel_scrolls(self):
        """Over a time it scrolls the page, too, and does not change the time."""
        with self.app() as app:
            window = self.open(app)
            self.switch(window, "Quiet Hours").activate()
            self.becomes("quiet-hours", "22:00-07:00")
            app.reach(window.find("spin button", re.compile("^Quiet until")))
            time = window.find("spin button", re.compile("^Quiet from"))
            _, before, width, height = time.box
            app.pointer_to(time, time.box[0] + width // 4, before + height // 2)
            xdotool("click", 5)
            wait(lambda: time.box[1] != before, "the page to scroll")
            self.assertEqual(time.value, 22 * 60)

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

    def plan(self, *more):
        return self.ctl("plan", "add", "--practice", "walk", "--title", "Stroll", "--minutes", "20",
                        *more)["id"]

    def reminders(self, item):
        return self.ctl("plan", "show", item)["item"]["reminders"]

    def edit(self, app, item):
        app.action("edit-occurrence", item, "")
        window = self.dialog(app, "Edit")
        window.find("combo box", "Add a reminder")
        app.take_keyboard()
        return window

    def save(self, app):
        app.keys("ctrl+s")
        self.dialog_gone(app, "Edit")

    def tab_to(self, app, window, role, name, key="Tab"):
        """By one key, until the widget has the focus; round the window if it is missed."""
        app.reach(window.find(role, name), key, presses=60)

    def add_by_keys(self, app, window, times_down, words):
        self.tab_to(app, window, "combo box", "Add a reminder")
        app.keys("space")  # Return saves
        app.find("label", "5 min before")
        app.keys("Home", *["Down"] * times_down, "Return")
        window.find("list item", words)

    def test_by_keys(self):
        """Before, at the start and after, each by nothing but keys, and one taken away again."""
        item = self.plan("--start", "2026-11-23T18:00")
        with self.app() as app:
            window = self.edit(app, item)
            self.add_by_keys(app, window, 3, "10 min before")
            self.add_by_keys(app, window, 1, "When it begins")
            self.add_by_keys(app, window, 2, "5 min before")
            # The last one shall come a quarter of an hour after, on all days but the last weekday.
            self.tab_to(app, window, "list item", "5 min before", "shift+Tab")
            app.keys("space")
            self.tab_to(app, window, "combo box", "When")
            app.keys("space")
            app.find("label", "After it begins")
            app.keys("Down", "Return")
            window.find("list item", "5 min after")
            self.tab_to(app, window, "spin button", "Minutes")
            app.keys("ctrl+a")
            app.type("15")
            app.keys("Tab")
            window.find("list item", "15 min after")
            self.tab_to(app, window, "push button", "Sunday")
            app.keys("space")
            window.find("label", re.compile("^Mon, Tue, Wed, Thu, Fri, Sat$"))
            self.tab_to(app, window, "push button", "Remove reminder When it begins", "shift+Tab")
            app.keys("Return")
            window.gone("list item", "When it begins")
            self.save(app)
        self.assertEqual(self.reminders(item), ["-15/mo,tu,we,th,fr,sa", 10])

    def test_by_pointer(self):
        """At a time of day, on chosen weekdays."""
        item = self.plan("--start", "2026-11-23T18:00")
        with self.app() as app:
            window = self.edit(app, item)
            window.find("combo box", "Add a reminder").click()
            app.find("label", "5 min before")
            app.keys("End", "Return")
            window.find("list item", "At 08:00")
            # It opens by itself: a time has to be chosen.
            time = window.find("spin button", "Remind at")
            time.click()
            app.keys("ctrl+a")
            app.type("07:15")
            app.keys("Tab")
            window.find("list item", "At 07:15")
            for weekday in ("Tuesday", "Thursday", "Saturday", "Sunday"):
                window.find("push button", weekday).click()
            window.find("label", "Mon, Wed, Fri")
            self.save(app)
        self.assertEqual(self.reminders(item), ["@07:15/mo,we,fr"])

    def test_the_editor_tells_what_reminders_of_a_quota_mean(self):
        item = self.plan("--quota", "3", "--remind", "@18:00")
        meaning = re.compile("^Before and after count where you plan it at an hour")
        with self.app() as app:
            window = self.edit(app, item)
            window.find("label", meaning)
            window.find("list item", "At 18:00")
        once = self.plan("--start", "2026-11-23T18:00", "--remind", "10")
        with self.app() as app:
            window = self.edit(app, once)
            self.assertFalse(window.matching("label", meaning))


if __name__ == "__main__":
    tap.main()
