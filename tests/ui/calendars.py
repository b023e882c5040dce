#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other calendars stand behind the plan: added, followed, named, hidden, removed and undone."""

import os
import re
import tempfile
import unittest

import tap
from desktop import wait, xdotool
from diary import DiaryCase
from xdnd import FileDrag

EVENT = "BEGIN:VEVENT\r\nDTSTART:{}\r\nDTEND:{}\r\nSUMMARY:{}\r\n{}END:VEVENT\r\n"
DAILY = "RRULE:FREQ=DAILY\r\n"


class Calendars(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()
        files = tempfile.TemporaryDirectory(prefix="brine-calendars.")
        self.addCleanup(files.cleanup)
        self.path = os.path.join(files.name, "Work.ics")
        self.write(("20260105T160000", "20260105T180000", "Work", DAILY))

    def write(self, *events):
        """Under another name first, as programs save."""
        with open(self.path + ".new", "w", encoding="utf-8", newline="") as file:
            file.write("BEGIN:VCALENDAR\r\n" + "".join(EVENT.format(*e) for e in events)
                       + "END:VCALENDAR\r\n")
        os.replace(self.path + ".new", self.path)

    def open(self, app):
        app.keys("alt+2")
        app.find("list item", re.compile("^Walk, "))
        app.action("add-calendar", self.path)

    def walk(self, app, words):
        return app.find("list item", re.compile(f"^Walk, Monday.*{words}$"))

    def manage(self, app):
        app.keys("ctrl+shift+o")
        dialog = self.dialog(app, "Other Calendars")
        app.take_keyboard()
        return dialog

    def test_a_file_is_dropped_on_the_window(self):
        with self.app() as app, FileDrag(self.path) as files:
            app.keys("alt+2")
            walk = app.find("list item", re.compile("^Walk, "))
            window, left, top, *_ = app.window
            over = int(window), left + walk.box[0] + 20, top + walk.box[1] + 20
            # first it is only carried over the window
            self.assertTrue(files.move(*over))
            files.leave()
            self.assertEqual(files.asked, [])
            self.assertTrue(files.move(*over))
            self.assertTrue(files.drop())
            self.assertIn("text/uri-list", files.asked)
            self.dialog(app, "Other Calendars").find(name="1 event")
            app.take_keyboard()
            app.keys("Escape")
            self.dialog_gone(app, "Other Calendars")
            self.walk(app, "at the same time as Work")

    def test_files_that_are_no_calendars_are_dropped(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("not a calendar")
        with self.app() as app, FileDrag(self.path) as files:
            app.keys("alt+2")
            app.find("list item", re.compile("^Walk, "))
            window, left, top, *_ = app.window
            self.assertTrue(files.move(int(window), left + 300, top + 400))
            files.drop()
            self.dialog(app, "Other Calendars").find(
                name=re.compile("^Cannot be read: it is no calendar file"))

    def test_hint_follows_the_file(self):
        with self.app() as app:
            self.open(app)
            self.walk(app, "at the same time as Work")
            self.write(("20260105T160000", "20260105T180000", "Late shift", DAILY))
            self.walk(app, "at the same time as Late shift")
            self.write(("20260105T080000", "20260105T090000", "Work", DAILY))
            self.walk(app, "planned")
            os.remove(self.path)
            dialog = self.manage(app)
            dialog.find(name=re.compile("^Cannot be read: the file is not there"))
            self.write(("20260105T160000", "20260105T180000", "Work", DAILY))
            dialog.find(name="1 event")

    def test_empty_hours_tell(self):
        with self.app() as app:
            self.open(app)
            walk = self.walk(app, "at the same time as Work")
            walk.click()
            app.keys("Up")
            app.find("list item", re.compile("empty, Work until 18:00$"),
                     where=lambda node: node.has("focused"))

    def test_whole_days(self):
        self.write(("20261123", "20261125", "Holiday", ""))
        with self.app() as app:
            self.open(app)
            app.find("list item", re.compile("^Holiday, all day, 23.24 November"))
            self.walk(app, "planned")

    def test_month_tells_and_counts_nothing(self):
        cell = {"role": "table cell", "name": re.compile("^Monday 23 November")}
        with self.app() as app:
            self.open(app)
            app.keys("ctrl+3")
            day = app.find(**cell, where=lambda node: "Work, 16:00 to 18:00" in node.description)
            self.assertRegex(day.name, "(1 planned|of 1 done)$")
            os.remove(self.path)
            app.find(**cell, where=lambda node: "Work" not in node.description)

    def test_switch_remove_and_undo(self):
        with self.app() as app:
            self.open(app)
            self.walk(app, "at the same time as Work")
            dialog = self.manage(app)
            dialog.find(name="1 event")
            dialog.find(name="Show Work").activate()
            self.walk(app, "planned")
            dialog.find(name="Show Work").activate()
            self.walk(app, "at the same time as Work")
            dialog.find("push button", "Remove Work").activate()
            dialog.find(name="Work removed; the file is still there")
            self.walk(app, "planned")
            app.keys("ctrl+z")
            self.walk(app, "at the same time as Work")
            self.assertTrue(os.path.exists(self.path))

    def test_rename(self):
        self.write(("20260105T160000", "20260105T180000", "", DAILY))
        with self.app() as app:
            self.open(app)
            self.walk(app, "at the same time as Work")
            dialog = self.manage(app)
            dialog.find("push button", "Rename Work", index=1).activate()
            entry = dialog.find("text", "Name of the Calendar")
            # The popover has the keyboard; it is not to be given to a window.
            wait(lambda: entry.has("focused"), "the focus on the name")
            xdotool("key", "ctrl+a")
            xdotool("type", "--delay", 15, "Office")
            xdotool("key", "Return")
            self.walk(app, "at the same time as Office")

    def test_no_calendar(self):
        with open(self.path, "wb") as file:
            file.write(b"\x89PNG\r\n\0\0")
        with self.app() as app:
            self.open(app)
            self.manage(app).find(name=re.compile("^Cannot be read: it is no calendar file"))

    def test_editor_tells(self):
        with self.app() as app:
            self.open(app)
            walk = self.walk(app, "at the same time as Work")
            walk.click()
            app.keys("Return")
            app.find("label", re.compile("^Overlaps Work, 16:00.*18:00$"))
            self.write(("20260105T080000", "20260105T090000", "Work", DAILY))
            app.gone("label", re.compile("^Overlaps Work"))

    def test_print_asks(self):
        with self.app() as app:
            self.open(app)
            self.walk(app, "at the same time as Work")
            app.keys("ctrl+p")
            app.find(name=re.compile("^The week of .*November 2026"))
            app.find("check box", "With other calendars, in grey",
                     where=lambda node: node.has("checked"))
            app.keys("Escape")
            app.gone(name=re.compile("^The week of"))

    def test_words_are_not_markup(self):
        self.write(("20260105T160000", "20260105T180000", "<b>Work</b> & <i", DAILY))
        with self.app() as app:
            self.open(app)
            self.walk(app, re.escape("at the same time as <b>Work</b> & <i"))


if __name__ == "__main__":
    tap.main()
