#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Get Support: there by its key from any page, without a network; one's own people come first, and
taking one away can be undone."""

import contextlib
import os
import re
import sqlite3
import unittest

import tap
from desktop import wait
from diary import DiaryCase

UNDO = re.compile("^_?Undo")
UNREAD = "The diary could not be read; what you see may be old."


class Support(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()

    def open(self, app):
        app.keys("F1")
        return app.find(name="In danger now, or someone with you is?")

    def add_sister(self, app):
        app.find("push button", where=lambda node: node.description == "Add a Person").activate()
        dialog = self.dialog(app, "Add a Person")
        self.assertFalse(dialog.find("push button", re.compile("_?Save")).has("sensitive"))
        app.type("My sister")
        app.keys("Tab")
        app.type("07700 900123")
        wait(lambda: dialog.find("push button", re.compile("_?Save")).has("sensitive"), "a complete person")
        app.keys("ctrl+Return")
        self.dialog_gone(app, "Add a Person")
        return app.find("label", "My sister")

    def test_opens_from_any_page_and_goes_back(self):
        with self.app() as app:
            for key in ("alt+1", "alt+2", "alt+3", "alt+4"):
                app.keys(key)
                self.open(app)
                app.find("label", "112")
                app.keys("Escape")
                app.gone("label", "112")

    def rename(self, table, name):
        path = os.path.join(self.folder, "brine.db")
        with contextlib.closing(sqlite3.connect(path)) as base:
            base.execute(f"ALTER TABLE {table} RENAME TO {name}")

    def test_people_that_cannot_be_read_stay(self):
        with self.app() as app:
            self.open(app)
            self.add_sister(app)
            self.rename("contacts", "gone")
            app.find("label", UNREAD)
            app.find("push button", "Try Again")
            app.find("label", "My sister")
            # Nothing on the pages that it covers needs them.
            app.keys("Escape")
            app.gone("label", UNREAD)
            self.open(app)
            app.find("label", UNREAD)
            self.rename("gone", "contacts")
            app.gone("label", UNREAD)
            app.find("label", "My sister")

    def test_a_page_that_was_left_is_not_kept(self):
        with self.app() as app:
            for _ in range(2):
                self.open(app)
                self.assertEqual(len(app.matching("label", "Get Support", hidden=True)), 1)
                app.keys("Escape")
                wait(lambda: not app.matching("label", "Get Support", hidden=True), "it to go")

    def test_a_page_that_comes_later_says_that_it_is_old(self):
        with self.app() as app:
            self.rename("contacts", "gone")
            app.keys("F1")
            app.find("label", UNREAD)
            self.rename("gone", "contacts")
            app.gone("label", UNREAD)

    def test_rest_waits_for_pauses_that_cannot_be_read(self):
        with self.app() as app:
            self.rename("pauses", "gone")
            self.open(app)
            app.find("label", UNREAD)
            rest = app.find("push button", "Rest for a Day")
            self.assertFalse(rest.has("sensitive"))
            self.rename("gone", "pauses")
            wait(lambda: rest.has("sensitive"), "the rest to be offered")
            app.gone("label", UNREAD)
            self.rename("pauses", "gone")
            app.find("label", UNREAD)
            # What was read last holds.
            self.assertTrue(rest.has("sensitive"))

    def test_country_and_copy(self):
        with self.app() as app:
            self.open(app)
            app.open_list(app.find("combo box", "Country"))
            app.keys("Home", "Down", "Down", "Return")
            app.gone("label", re.compile("^Choose your country"))
            app.find("push button", re.compile("^Copy "), index=1).activate()
            app.find("label", "Copied")

    def test_person_undo_edit_remove(self):
        with self.app() as app:
            self.open(app)
            self.add_sister(app)
            app.find("push button", UNDO).click()
            app.gone("label", "My sister")
            self.add_sister(app)
            app.find("push button", "Copy My sister")
            app.find("push button", re.compile("^Edit My sister")).activate()
            dialog = self.dialog(app, "Edit a Person")
            dialog.find("push button", re.compile("_?Remove")).activate()
            app.gone("label", "My sister")
            app.find("push button", UNDO).click()
            app.find("label", "My sister")
        with self.app() as app:
            self.open(app)
            app.find("label", "07700 900123")

    def test_plan_for_hard_days(self):
        with self.app() as app:
            self.open(app)
            app.find(name="Edit My Plan").activate()
            self.dialog(app, "My Plan for Hard Days")
            app.type("I stop answering <messages> & sleep late")
            app.keys("Return")
            self.dialog_gone(app, "My Plan for Hard Days")
            app.find("label", "I stop answering <messages> & sleep late")

    def test_rest_is_offered_once(self):
        with self.app() as app:
            self.open(app)
            rest = wait(lambda: app.find("push button", "Rest for a Day", where=lambda node:
                                         node.has("sensitive")), "the rest to be offered")
            rest.activate()
            wait(lambda: not app.find("push button", "Rest for a Day").has("sensitive"),
                 "no second rest")
        self.assertEqual([row["state"] for row in self.agenda("2026-11-23")], ["paused"])


if __name__ == "__main__":
    tap.main()
