# SPDX-License-Identifier: GPL-3.0-or-later
"""Diaries that cannot be written, or not be opened, or are nobody's: what arrives all the same, and
what those who press buttons are told."""

import contextlib
import os
import pathlib
import sqlite3
import subprocess

import world
from world import SERVICE, ServiceCase, wait_until
from gi.repository import GLib

UNWRITTEN = "brine-unwritten"


class ReadOnly(ServiceCase):
    def launch(self, *arguments, **more):
        """Without the privilege of the superuser to write where nobody may."""
        self.follows = True
        words = [SERVICE, "--data-dir", self.data]
        if os.geteuid() == 0:
            words = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] + words
        with open(self.errors, "ab") as errors:
            return subprocess.Popen(words, env=self.environment(), stdout=errors, stderr=errors)

    def protect(self):
        for path in self.data.iterdir():
            path.chmod(0o400)
        self.data.chmod(0o500)
        self.addCleanup(self.data.chmod, 0o700)

    def test_arrives_once(self):
        """Read, shown, remembered by the process alone; what was due before it began is left."""
        for hour in (6, 7, 8):
            self.plan(f"Walk {hour}", f"2026-11-23T{hour:02}:00")
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as database:
            database.execute("PRAGMA journal_mode = DELETE")
        self.protect()
        before = (self.data / "brine.db").read_bytes()
        self.start()
        self.assertEqual(self.status()["problem"], "no-server")
        server = self.gtk()
        wait_until(lambda: self.status()["problem"] == "read-only", "the server to be seen")
        self.set_now("2026-11-23T07:00")
        wait_until(server.added, "the reminder")
        self.settle()
        self.assertEqual(server.last()["title"], "Walk 7 at 07:00")
        notice = server.added()[0]
        self.press("reminder-done", notice)
        wait_until(lambda: UNWRITTEN in server.added(), "the word about it")
        self.assertEqual(self.status()["unwritten"], 1)
        self.assertTrue(self.status()["forgets-unwritten"])
        self.set_now("2026-11-23T08:00")
        wait_until(lambda: server.last()["title"] == "Walk 8 at 08:00", "the next one")
        self.settle()
        self.assertEqual(len([i for i in server.added() if i != UNWRITTEN]), 2)
        self.assertEqual((self.data / "brine.db").read_bytes(), before)
        # Another process cannot know what this one has shown.
        self.stop()
        self.set_now("2026-11-23T08:05")
        self.start()
        self.settle()
        self.assertEqual(len([i for i in server.added() if i != UNWRITTEN]), 2)


class Sample(ServiceCase):
    def set_sample(self, value):
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as database:
            database.execute("INSERT OR REPLACE INTO settings (id, value, created_at, modified_at)"
                             " VALUES ('sample-data', ?, 1, 1)", (value,))
            database.commit()

    def test_nobody_is_reminded_of_sample_data(self):
        """Whether the flag was there when the diary was opened, or comes and goes afterwards."""
        server = self.gtk()
        for hour in (7, 8, 9):
            self.plan(f"Walk {hour}", f"2026-11-23T{hour:02}:00")
        self.set_sample("1")
        self.start()
        self.assertEqual(self.status()["problem"], "sample")
        self.set_now("2026-11-23T07:00")
        self.settle()
        self.assertEqual(server.added(), [])
        self.set_sample("0")
        wait_until(lambda: self.status()["problem"] == "", "the end of the sample")
        self.set_now("2026-11-23T08:00")
        wait_until(lambda: server.added(), "the reminder")
        self.set_sample("1")
        wait_until(lambda: self.status()["problem"] == "sample", "the sample")
        n_shown = len(server.added())
        self.set_now("2026-11-23T09:00")
        self.settle()
        self.assertEqual(len(server.added()), n_shown)

    def test_demo_diary(self):
        """The one that brinectl makes."""
        server = self.gtk()
        self.ctl("demo", "--weeks", "1")
        self.start()
        self.assertEqual(self.status()["problem"], "sample")
        self.set_now("2026-11-24T20:00")
        self.settle()
        self.assertEqual(server.added(), [])


class NotOpen(ServiceCase):
    """A file that is no diary lies in the place of one for a while."""

    def setUp(self):
        super().setUp()
        self.server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        self.notice = wait_until(self.server.added)[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.stop()
        self.path = self.data / "brine.db"
        self.real = self.data / "kept"

    def take_away(self):
        for end in ("-wal", "-shm"):
            pathlib.Path(f"{self.path}{end}").unlink(missing_ok=True)
        self.path.rename(self.real)

    def test_press_waits(self):
        self.take_away()
        self.path.write_bytes(b"x" * 5000)
        self.start()
        self.assertEqual(self.status()["problem"], "diary")
        self.press("reminder-done", self.notice)
        wait_until(lambda: self.status()["unwritten"] == 1, "the press")
        self.assertFalse(self.status()["forgets-unwritten"])
        wait_until(lambda: UNWRITTEN in self.server.visible(), "the word about it")
        # Moved into its place, which the folder tells.
        os.replace(self.real, self.path)
        wait_until(lambda: self.status()["problem"] == "", "the diary")
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        self.assertEqual(self.status()["unwritten"], 0)
        wait_until(lambda: not self.server.visible(), "the end of both notifications")

    def test_opens_without_being_told(self):
        """Written over in place, of which the folder tells nothing that looks like another file."""
        self.take_away()
        self.path.write_bytes(b"x" * 5000)
        self.start()
        self.assertEqual(self.status()["problem"], "diary")
        content = self.real.read_bytes()
        self.path.write_bytes(content)
        wait_until(lambda: self.status()["problem"] == "", "the diary")

    def test_bound(self):
        """More than anybody presses: the rest is refused, and that is told."""
        self.take_away()
        self.path.write_bytes(b"x" * 5000)
        self.start()
        for number in range(60):
            self.press("reminder-done", f"brine-{number}")
        wait_until(lambda: self.status()["unwritten"] == 50, "the presses")
        wait_until(lambda: self.server.added().count(UNWRITTEN) >= 60, "the words about them")
        with self.assertRaisesRegex(GLib.Error, "LimitsExceeded"):
            self.call("Act", GLib.Variant("(sssi)", (str(self.data), "brine-61", "reminder-done",
                                                     0)))

    def test_no_diary(self):
        self.take_away()
        self.start()
        self.assertEqual(self.status()["problem"], "no-diary")
        self.press("reminder-done", self.notice)
        wait_until(lambda: UNWRITTEN in self.server.visible(), "the word about it")
        self.assertEqual(self.status()["unwritten"], 1)


class Long(ServiceCase):
    def test_recent_of_sixty_days(self):
        """What the engine needs is little; what is remembered can be asked for."""
        self.gtk()
        self.plan("Walk", "2026-11-01T07:00", rule="FREQ=DAILY")
        self.set_now("2026-11-01T06:30")
        self.start()
        for day in range(1, 24):
            self.set_now(f"2026-11-{day:02}T07:00")
            self.settle()
        recent = self.call("Recent", GLib.Variant("(u)", (60,)))[0]
        self.assertGreater(len(recent), 20)
        self.assertEqual(recent, sorted(recent, key=lambda row: -row["at"]))
        self.assertLess(len(self.call("Recent", GLib.Variant("(u)", (2,)))[0]), 5)


if __name__ == "__main__":
    world.main()
