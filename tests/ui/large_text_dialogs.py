#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every dialog of Brine on a screen of 360 pixels with large text: nothing lies beyond its edge. Run
by tests/ui/meson.build on such screens. The keyboard shortcuts, About and the file choosers are the
toolkit's own and left to it; the table of Progress scrolls sideways."""

import contextlib
import datetime
import os
import re
import sqlite3

import notices
import tap
from desktop import wait
from fake_service import FakeService
from large_text import World, tr

# The Thursday of the plan, as days since 1970.
DAY = datetime.date(2026, 11, 19).toordinal() - datetime.date(1970, 1, 1).toordinal()
CALENDAR = ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260105T160000\r\nDTEND:20260105T180000\r\n"
            "SUMMARY:Work\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


class Dialogs(World):
    def check(self, app, what, open_it, inside=None):
        """A dialog is within its edges when it was opened and after `inside`, and Escape closes it."""
        with self.subTest(dialog=what):
            before = len(app.children)
            open_it()
            wait(lambda: len(app.children) > before, f"the window of {what}")
            self.assert_within(app, what)
            if inside:
                inside(app.children[-1])
                self.assert_within(app, what)
            app.keys("Escape")
            wait(lambda: len(app.children) == before, f"{what} to close")

    @staticmethod
    def press(app, words):
        app.find("push button", re.compile("^_?" + re.escape(tr(words).replace("_", "")) + "$")
                 ).activate()

    @staticmethod
    def choose(app, item):
        app.keys("Return")
        app.find("menu item", re.compile(re.escape(tr(item).replace("_", "")) + "$")).activate()

    @staticmethod
    def menu(app, button, item):
        app.find("push button", button).activate()
        app.find("menu item", re.compile(re.escape(tr(item).replace("_", "")) + "$")).activate()


class Forms(Dialogs):
    def test_forms(self):
        self.ctl("plan", "template", "save", "A quiet week in the mountains", "--week", "2026-11-19")
        with self.app() as app:
            app.find("frame")
            for action, parameters in [
                    ("add-item", ("",)), ("log", ()), ("log-night", ()), ("pause", ()),
                    ("apply-template", (DAY,)), ("save-template", (DAY,))]:
                self.check(app, action, lambda: app.action(action, *parameters))

    def test_forms_of_an_entry(self):
        with self.app() as app:
            self.show(app, "Today")
            for item in ("Move…", "Log Details…", "Leave Out…"):
                # A menu has no place beside a row that is out of sight.
                app.reach(app.find("push button", tr("More for %s") % "Walk").children[0])
                self.check(app, item, lambda: self.choose(app, item))

    def test_forms_of_support(self):
        with self.app() as app:
            app.find("frame")
            app.action("support")
            for words in ("Add a Person", "Edit My Plan"):
                self.check(app, words, lambda: app.find(
                    "push button", where=lambda node: tr(words) in (node.name, node.description)
                ).activate())

    def test_plan_a_recipe(self):
        recipe = self.ctl("meal", "list")["meals"][0]
        with self.app() as app:
            app.find("frame")
            app.action("open-recipe", recipe["id"])
            self.check(app, "the plan of a recipe", lambda: self.press(app, "Add to Plan"))


class Editor(Dialogs):
    def open(self, app):
        app.action("edit-occurrence", self.item, "2026-11-23T07:30:00")
        return app.find("text", tr("Title"))

    def test_a_series(self):
        self.item = self.ctl(
            "plan", "add", "--practice", "meditation", "--title", "Meditation on the breath, sitting",
            "--start", "2026-11-23T07:30", "--minutes", "20", "--rrule",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=30", "--remind", "10", "--remind", "0")["id"]
        with self.app() as app:
            app.find("frame")
            self.check(app, "the editor of a series", lambda: self.open(app))
            self.open(app).click()
            app.type("x")
            self.check(app, "the scope", lambda: app.keys("ctrl+s"))
            self.check(app, "the question whether to discard", lambda: app.keys("Escape"))


class Windows(Dialogs):
    def test_preferences(self):
        def pages(window):
            for page in ("Reminders", "Food", "Data", "General"):
                with self.subTest(page=page):
                    window.find("page tab", tr(page)).activate()
                    self.assert_within(app, f"the page {page}")
        with self.app() as app:
            app.find("frame")
            self.check(app, "Preferences", lambda: app.action("preferences"), pages)

    def set_reminders(self):
        """Every row of the page of reminders that a setting shows."""
        with contextlib.closing(sqlite3.connect(os.path.join(self.folder, "brine.db"))) as base:
            base.executemany("INSERT INTO settings (id, value, created_at, modified_at)"
                             " VALUES (?, ?, 0, 0)",
                             [("quiet-hours", "22:00-07:00"), ("look-back", "2026-11-22 18:00"),
                              ("check-in-prompts", "09:00 12:00 15:00 21:00")])
            base.commit()

    def assert_readable(self, window, what):
        """No words in a column of syllables, and no heading that is cut."""
        def columns():
            return [f"{node!r} {node.box}" for node in window.walk(hidden=True)
                    if node.role == "label" and node.box[3] > 3 * node.box[2] > 0]
        wait(lambda: not columns(), f"words of {what} side by side: " + ", ".join(columns()))

    def test_reminder_settings(self):
        self.set_reminders()

        def unfold(window):
            service.set_unwritten(12, forgets=True)
            window.find("label", re.compile("^12 "))
            for name in ("Practices", "Coming Reminders", "Recent Reminders"):
                app.reach(window.find(name=tr(name), hidden=True, where=lambda node: node.role
                                      == "list item"))
                app.keys("Return")
            window.find("label", tr("None in the last week"))
            self.assert_readable(window, "the reminders")
        with FakeService(self.folder, problem="read-only") as service, self.app() as app:
            app.find("frame")
            self.check(app, "Reminders", lambda: app.action("reminders"), unfold)

    def test_other_calendars(self):
        path = os.path.join(self.folder, "Everything that I do at work.ics")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(CALENDAR)

        def add(window):
            app.action("add-calendar", path)
            window.find("label", "Everything that I do at work")
        with self.app() as app:
            self.show(app, "Calendar")
            self.check(app, "Other Calendars",
                       lambda: self.menu(app, tr("Calendar Menu"), "_Other Calendars…"), add)

    def test_print(self):
        with self.app() as app:
            self.show(app, "Calendar")
            self.check(app, "Print", lambda: self.menu(app, tr("Calendar Menu"), "_Print…"))

    def test_a_reminder_to_answer(self):
        notices.deliver(self, self.agenda("2026-11-23")[-1]["item"])
        with FakeService(self.folder), self.app() as app:
            def at_a_time(window):
                window.find("combo box").click()
                app.keys("End", "Return")
                window.find("spin button")
            app.find("frame")
            self.check(app, "the answer", lambda: notices.press("reminder-open", notices.NOTICE),
                       at_a_time)


if __name__ == "__main__":
    tap.main()
