#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders as the window sees them: what a notification opens, and what its buttons do there."""

import contextlib
import os
import re
import sqlite3
import unittest

import notices
import tap
from desktop import wait
from diary import DiaryCase
from fake_service import FakeService
from notices import NOTICE


class Reminders(DiaryCase):
    now = "2026-11-23T17:20"

    def setUp(self):
        super().setUp()
        self.plan_walk()
        self.item = self.agenda("2026-11-23")[0]["item"]

    def deliver(self, **more):
        notices.deliver(self, self.item, **more)

    @staticmethod
    def press(name, *values):
        notices.press(name, *values)

    def test_buttons_are_handed_to_the_service(self):
        with FakeService(self.folder) as service, self.app():
            self.press("reminder-done", NOTICE)
            self.press("reminder-later", NOTICE, 10)
            self.press("reminder-mood", NOTICE, 4)
            self.press("reminder-later", NOTICE, 0)
            self.press("reminder-done", "of another kind")
            self.press("reminder-skip", NOTICE)
            wait(lambda: len(service.actions) >= 4, "what was pressed")
            self.assertEqual(service.actions, [
                ("reminder-done", NOTICE), ("reminder-later", (NOTICE, 10)),
                ("reminder-mood", (NOTICE, 4)), ("reminder-skip", NOTICE)])

    def test_without_a_service_it_says_so(self):
        with self.app() as app:
            self.press("reminder-done", NOTICE)
            app.find("label", re.compile("^Nothing was changed: the program for reminders"))

    def test_the_notification_opens_what_it_asks(self):
        self.deliver()
        with FakeService(self.folder) as service, self.app() as app:
            app.keys("alt+4")
            self.press("reminder-open", NOTICE)
            dialog = app.find(name="Walk", where=self.is_window)
            dialog.find("label", "A reminder of 17:15.")
            app.find("list item", re.compile("^Walk, "))
            dialog.find("push button", re.compile("^Walked")).click()
            wait(lambda: service.actions == [("reminder-done", NOTICE)], "the answer")
            app.gone(name="Walk", where=self.is_window)

    def test_later_at_a_time(self):
        self.deliver()
        with FakeService(self.folder) as service, self.app() as app:
            self.press("reminder-open", NOTICE)
            dialog = app.find(name="Walk", where=self.is_window)
            dialog.find("combo box", re.compile("^Remind Me Again")).click()
            app.find("label", "This Evening")
            app.keys("End", "Return")
            entry = dialog.find("spin button", re.compile("(?i)^remind me again at"))
            self.assertEqual(entry.value, 18 * 60)
            dialog.find("push button", re.compile("^_?Later")).click()
            wait(lambda: service.actions == [("reminder-later", (NOTICE, 40))], "the answer")

    def test_closing_leaves_it_open(self):
        """By Escape as by the button: nothing is answered, and it can be asked again."""
        self.deliver()
        with FakeService(self.folder) as service, self.app() as app:
            for close in (lambda dialog: app.keys("Escape"),
                          lambda dialog: dialog.find("push button",
                                                     re.compile("^_?Close")).click()):
                self.press("reminder-open", NOTICE)
                dialog = app.find(name="Walk", where=self.is_window)
                dialog.find("combo box", re.compile("^Remind Me Again"))
                app.take_keyboard()
                close(dialog)
                app.gone(name="Walk", where=self.is_window)
            # What is pressed later comes later: nothing was sent before.
            self.press("reminder-done", NOTICE)
            wait(lambda: service.actions, "what was pressed")
            self.assertEqual(service.actions, [("reminder-done", NOTICE)])
        with contextlib.closing(sqlite3.connect(os.path.join(self.folder, "brine.db"))) as base:
            self.assertEqual(base.execute("SELECT state FROM deliveries").fetchall(), [("shown",)])

    def test_several_are_one_question(self):
        self.deliver()
        for i in range(6):
            self.deliver(title=f"Cup {i}", practice="own", second=17 * 3600 + i)
        with FakeService(self.folder) as service, self.app() as app:
            self.press("reminder-open", NOTICE)
            dialog = app.find(name="7 Reminders", where=self.is_window)
            dialog.find("label", re.compile("17:00 Cup 0\n(.*\n)*and 2 more$"))
            dialog.find("push button", re.compile("^All Done")).click()
            wait(lambda: service.actions == [("reminder-done", NOTICE)], "the answer")

    def test_what_is_answered_only_shows_its_day(self):
        self.deliver(state="done")
        with FakeService(self.folder), self.app() as app:
            app.keys("alt+4")
            self.press("reminder-open", NOTICE)
            app.find("list item", re.compile("^Walk, "))
            self.assertFalse(app.matching(name="Walk", where=self.is_window))

    def test_wind_down_is_not_ticked(self):
        self.deliver(source="wind-down", title="Sleep", practice="sleep")
        with FakeService(self.folder) as service, self.app() as app:
            self.press("reminder-open", NOTICE)
            dialog = app.find(name="Wind Down", where=self.is_window)
            self.assertFalse(dialog.matching("push button", re.compile("^Slept")))
            app.keys("Return")
            wait(lambda: service.actions == [("reminder-later", (NOTICE, 60))], "the answer")


if __name__ == "__main__":
    tap.main()
