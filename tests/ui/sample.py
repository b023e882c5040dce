#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks around with sample data as a newcomer may, and gets rid of it again: it lies beside the
user's own diary and never in it. And what the window says of a diary that does not open."""

import os
import pathlib
import re
import sqlite3
import subprocess
import tempfile
import unittest

import tap
from desktop import App, wait

BRINE = os.environ["BRINE"]


class Sample(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="brine-sample.")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def app(self):
        return App([BRINE, "--data-dir", self.folder, "--now", "2026-11-19T14:10"],
                   env={"TZ": "Europe/Berlin", "GSETTINGS_BACKEND": "memory"})

    def test_look_around_and_leave(self):
        sample = self.folder / "sample" / "brine.db"
        with self.app() as app:
            app.find("push button", re.compile("(?i)look around with sample data")).activate()
            app.find("label", re.compile("sample data"))
            app.find("list item", re.compile("^Walk, "))
            self.assertTrue(sample.exists())
            app.find("push button", "Remove It and Start").activate()
            app.find("push button", re.compile("(?i)look around with sample data"))
            wait(lambda: not sample.exists(), "the sample diary to be gone")
        self.assertEqual(list(sample.parent.iterdir()), [])

    def test_removal_is_undone(self):
        sample = self.folder / "sample" / "brine.db"
        with self.app() as app:
            app.find("push button", re.compile("(?i)look around with sample data")).activate()
            app.find("list item", re.compile("^Walk, "))
            app.find("push button", "Remove It and Start").activate()
            app.find("push button", re.compile("^_?Undo")).activate()
            app.find("list item", re.compile("^Walk, "))
            app.find("push button", "Remove It and Start")
            self.assertTrue(sample.exists())

    def spoil(self, data):
        path = self.folder / "brine.db"
        path.write_bytes(data)
        return path

    def test_foreign_file_is_left_alone(self):
        data = b"not a diary, and nothing that SQLite knows" * 100
        path = self.spoil(data)
        with self.app() as app:
            app.find("label", "This Is Not a Diary")
            app.find("push button", "Try Again").activate()
            app.find("label", "This Is Not a Diary")
            self.assertEqual(path.read_bytes(), data)
            path.unlink()

            def tried_again():
                # The first try may still be under way, and find the folder empty already.
                for button in app.matching("push button", "Try Again"):
                    button.activate()
                return app.matching("push button", re.compile("(?i)look around with sample data"))
            wait(tried_again, "the diary to be tried again")

    def rename(self, old, new):
        with sqlite3.connect(self.folder / "brine.db") as database:
            database.execute(f"ALTER TABLE {old} RENAME TO {new}")
        database.close()

    def test_what_cannot_be_read_is_said(self):
        words = "The diary could not be read; what you see may be old."
        subprocess.run([os.environ["BRINECTL"], "--data-dir", self.folder, "--now",
                        "2026-11-19T14:10", "demo", "--weeks", "1"], check=True,
                       env={**os.environ, "TZ": "Europe/Berlin"}, stdout=subprocess.DEVNULL)
        with self.app() as app:
            app.find("list item", re.compile("^Walk, "))
            self.assertFalse(app.matching("label", words))
            self.rename("logs", "gone")
            for key in "alt+2", "alt+3", "alt+1":
                app.keys(key)
                app.find("label", words)
            app.find("push button", "Try Again").activate()
            app.find("label", words)
            # What was there before stays.
            app.find("list item", re.compile("^Walk, "))
            self.rename("gone", "logs")
            app.gone("label", words)
            app.find("list item", re.compile("^Walk, "))

    def test_newer_diary_is_left_alone(self):
        with self.app() as app:
            app.find("push button", re.compile("(?i)look around with sample data"))
        path = self.folder / "brine.db"
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 9999")
        database.close()
        with self.app() as app:
            app.find("label", "The Diary Is From a Newer Brine")
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute("PRAGMA user_version").fetchone()[0], 9999)
        database.close()


if __name__ == "__main__":
    tap.main()
