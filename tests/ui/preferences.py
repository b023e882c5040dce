#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences are kept with the diary and heard at once."""

import contextlib
import os
import re
import sqlite3
import tempfile
import unittest

import tap
from desktop import App, soon, wait
from diary import DiaryCase
from fake_service import FakeService


class Questions(DiaryCase):
    def test_told_that_they_do_not_arrive(self):
        """Nothing planned has a reminder, and nothing delivers the questions that come anyway."""
        self.plan_walk()
        with contextlib.closing(sqlite3.connect(os.path.join(self.folder, "brine.db"))) as base:
            base.execute("INSERT INTO settings (id, value, created_at, modified_at)"
                         " VALUES ('check-in-prompts', '09:00', 0, 0)")
            base.commit()
        with self.app() as app:
            app.find("push button", "Details")


class TabOrder(DiaryCase):
    """The whole way round each page by Tab, and back: every row is one stop, or one for each of its
    buttons; nothing holds the keyboard, and what has it can be seen."""

    now = "2026-11-23T09:00"
    top = ["General", "Reminders", "Food", "Data", "Search"]
    pages = {
        "General": ["Day starts at", "Week Starts On", "Style"],
        "Reminders": [
            "Reminders Arrive Until You Log Out", "Start at Login", "Send a Test", "Remind Me",
            "Practices", "Wind Down Before Bed", "Quiet Hours", "Quiet from", "Quiet until",
            "Pause reminders for 1 hour", "Pause reminders for today",
            "One for Each Part of the Day", "Hide Details", "Sound", "Ask How I Am", "Times a Day",
            "Ask at, time 1", "Ask at, time 2", "Look Back Every Two Weeks", "Look back at",
            "Coming Reminders", "Recent Reminders"],
        "Food": ["Live Servings a Day", "I eat", "Leave Out", "Things to Know About Me"],
        "Data": ["_Open Data Folder", "_Save… Backup", "_Choose… Restore",
                 "_Import… Calendar File"],
    }

    def setUp(self):
        super().setUp()
        self.plan_walk()
        with contextlib.closing(sqlite3.connect(os.path.join(self.folder, "brine.db"))) as base:
            base.executemany("INSERT INTO settings (id, value, created_at, modified_at)"
                             " VALUES (?, ?, 0, 0)",
                             [("quiet-hours", "22:00-07:00"), ("check-in-prompts", "09:00 21:00"),
                              ("look-back", "2026-11-22 18:00")])
            base.commit()

    def check_round(self, app, window, names, key):
        """From the first of them to all others and to the first again."""
        for name in names[1:] + names[:1]:
            app.keys(key)
            focused = []

            def arrived():
                focused[:] = [node for node in window.walk(hidden=True) if node.has("focused")]
                return [node.name for node in focused] == [name] and focused[0].showing
            wait(arrived, f"the focus at {name} by {key}", 20)

    def test_round(self):
        with FakeService(self.folder, sounds=True, unit="disabled"), self.app() as app:
            app.action("preferences")
            window = self.dialog(app, "Preferences")
            for page, rows in self.pages.items():
                with self.subTest(page=page):
                    tab = window.find("page tab", page)
                    tab.activate()
                    first = window.find(name=rows[0], hidden=True)
                    wait(lambda: first.showing, f"the page {page}")
                    app.reach(window.find("page tab", "General"))
                    self.check_round(app, window, self.top + rows, "Tab")
                    self.check_round(app, window, [self.top[0], *reversed(self.top[1:] + rows)],
                                     "shift+Tab")


class Preferences(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()

    def open(self, app):
        app.keys("ctrl+comma")
        return self.dialog(app, "Preferences")

    def choose(self, app, window, row, downs):
        app.open_list(window.find(name=re.compile("^" + row)))
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

    def test_each_row_is_one_stop(self):
        with self.app() as app:
            window = self.open(app)

            def focused():
                return [node for node in window.walk() if node.has("focused")]

            def tab_reaches(name, key):
                app.keys(key)
                wait(lambda: focused() and re.match(name, focused()[-1].name), f"{key} to {name}")
            window.find("spin button", re.compile("(?i)^day starts at")).click()
            tab_reaches("Week Starts On", "Tab")
            tab_reaches("Style", "Tab")
            tab_reaches("Week Starts On", "shift+Tab")
            tab_reaches("Day starts at", "shift+Tab")
            window.find(name="Data").activate()
            window.find("push button", re.compile("^_?Save…"))
            wait(lambda: not focused() or "Day" not in focused()[-1].name, "the page")
            app.keys("Tab")
            wait(focused, "the focus")
            app.reach(window.find("push button", re.compile("^_?Open")))
            tab_reaches("_?Save…", "Tab")
            tab_reaches("_?Choose…", "Tab")
            tab_reaches("_?Save…", "shift+Tab")

    def test_without_a_schema_of_the_settings(self):
        with App([os.environ["BRINE"], "--data-dir", self.folder, "--now", self.now],
                 env={"GSETTINGS_SCHEMA_DIR": self.folder, "XDG_DATA_DIRS": "/usr/share"}) as app:
            window = self.open(app)
            window.find("label", "Brine is not fully installed, so this cannot be kept")
            self.choose(app, window, "Week Starts On", 3)
            window.find("label", "Sunday")
            self.assertEqual(app.stderr().count("\n"), 1, app.stderr())
            self.assertIn("settings schema of Brine is not installed", app.stderr())

    def backup(self, app, window, target):
        window.find("push button", re.compile("^_?Save…")).activate()
        self.dialog(app, "Save a Backup")
        app.keys("ctrl+a")
        app.type(target)
        app.keys("Return")
        wait(lambda: os.path.exists(target), "the backup")
        window.find("label", "Backup saved")

    def type_path(self, app, chooser, path):
        """A slash opens the place to type in, which may miss what comes while it opens."""
        def is_there():
            return any(entry.text == path for entry in chooser.matching("text"))
        app.type(path)
        if not soon(is_there):
            app.keys("ctrl+a")
            app.type(path)
        wait(is_there, f"{path} in {chooser!r}")

    def restore(self, app, window, source):
        window.find("push button", re.compile("^_?Choose…")).activate()
        self.type_path(app, self.dialog(app, "Restore a Backup"), source)
        app.keys("Return")
        self.dialog_gone(app, "Restore a Backup")

    def titles(self):
        return [row["title"] for row in self.agenda("2026-11-23")]

    def elsewhere(self, name):
        """A file in another folder than the diary, as backups should be."""
        folder = tempfile.TemporaryDirectory(prefix="brine-backups.")
        self.addCleanup(folder.cleanup)
        return os.path.join(folder.name, name)

    def test_backup(self):
        target = self.elsewhere("copy.db")
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.backup(app, window, target)
        self.assertGreater(os.path.getsize(target), 4096)

    def test_restore(self):
        target = self.elsewhere("copy.db")
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.backup(app, window, target)
            self.ctl("plan", "add", "--practice", "meditation", "--title", "Sit",
                     "--start", "2026-11-23T20:00", "--minutes", "10")
            self.assertIn("Sit", self.titles())
            self.restore(app, window, target)
            done = "Backup restored; the diary before it is saved beside it"
            window.find("label", done)
            self.assertEqual(self.titles(), ["Walk"])
            # Once for the toast, once for the window.
            app.keys("Escape")
            app.gone("label", done)
            app.keys("Escape")
            self.dialog_gone(app, "Preferences")
            # The pages show what was restored.
            app.find("list item", re.compile("^Walk, "))
            app.gone("list item", re.compile("^Sit, "))

    def test_restore_of_another_file(self):
        other = self.elsewhere("other.db")
        with open(other, "w", encoding="utf-8") as file:
            file.write("something else\n" * 100)
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.restore(app, window, other)
            window.find("label", "This file is not a Brine diary; choose a backup that Brine has "
                                 "made.")
            self.assertEqual(self.titles(), ["Walk"])

    def calendar(self, n):
        path = self.elsewhere("in.ics")
        with open(path, "w", encoding="utf-8", newline="\r\n") as file:
            file.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//\n")
            for i in range(n):
                file.write(f"BEGIN:VEVENT\nUID:{i}@x\nDTSTART:20261123T{8 + i % 10:02}0000\n"
                           f"DURATION:PT20M\nSUMMARY:Event {i}\nEND:VEVENT\n")
            file.write("END:VCALENDAR\n")
        return path

    def import_file(self, app, window, path):
        window.find("push button", re.compile("^_?Import…")).activate()
        self.type_path(app, self.dialog(app, "Import a Calendar"), path)
        app.keys("Return")
        self.dialog_gone(app, "Import a Calendar")

    def test_import_and_undo(self):
        path = self.calendar(3)
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.import_file(app, window, path)
            window.find("label", "3 events imported")
            self.assertEqual(len(self.titles()), 4)
            window.find("push button", re.compile("^Undo")).activate()
            wait(lambda: self.titles() == ["Walk"], "the plan as it was")

    def test_what_an_import_left_out_is_told(self):
        path = self.calendar(3)
        with open(path, "r+", encoding="utf-8", newline="\r\n") as file:
            text = file.read()
            file.seek(0)
            file.write(text.replace("SUMMARY:Event 1", "STATUS:CANCELLED"))
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.assertFalse(window.matching("push button", "Notes on the Import"))
            self.import_file(app, window, path)
            window.find("label", "2 events imported; 1 left out")
            window.find("push button", "Notes on the Import").activate()
            notes = self.dialog(app, "Notes on the Import").find("text", "Notes on the Import")
            self.assertEqual(notes.text, "Line 10: The event was left out: it is cancelled.")
            app.keys("Escape")
            self.dialog_gone(app, "Notes on the Import")

    def test_import_is_stopped(self):
        path = self.calendar(200000)
        with self.app() as app:
            window = self.open(app)
            window.find(name="Data").activate()
            self.import_file(app, window, path)
            window.find("progress bar", "Import of the calendar")
            window.find("push button", re.compile("^_?Cancel")).activate()
            window.find("label", "Import stopped; nothing was changed")
            window.find("push button", re.compile("^_?Import…"))
            self.assertEqual(self.titles(), ["Walk"])


if __name__ == "__main__":
    tap.main()
