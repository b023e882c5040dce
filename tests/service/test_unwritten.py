# SPDX-License-Identifier: GPL-3.0-or-later
"""What is pressed while the diary cannot be written: it is told, waits, and is written as of the
moment it was pressed."""

import contextlib
import sqlite3

import world
from world import ServiceCase, wait_until


class Unwritten(ServiceCase):
    def arrive(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.assertEqual(self.status()["unwritten"], 0)
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added, "the reminder")[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        return notice

    def logged_at(self):
        return [row["log"]["at"][:16] for row in self.logs()]

    def test_diary_cannot_be_opened(self):
        notice = self.arrive()
        away = self.folder / "away"
        away.mkdir()
        for path in self.data.glob("brine.db*"):
            path.rename(away / path.name)
        fresh = self.data / "fresh"
        fresh.write_text("This is no diary.\n" * 100)
        fresh.rename(self.data / "brine.db")
        wait_until(lambda: self.status()["problem"] == "diary", "the problem")
        self.press("reminder-done", notice)
        wait_until(lambda: self.status()["unwritten"] == 1, "the press to be told")
        self.set_now("2026-11-23T07:30")
        for path in away.glob("brine.db*"):
            path.rename(self.data / path.name)
        wait_until(lambda: self.status()["problem"] == "", "the diary")
        wait_until(lambda: self.states() == {"Walk": "done"}, "the log")
        self.assertEqual(self.status()["unwritten"], 0)
        self.assertEqual(self.logged_at(), ["2026-11-23T07:00"])

    def test_somebody_else_writes_for_long(self):
        notice = self.arrive()
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            self.press("reminder-done", notice)
            wait_until(lambda: self.status()["unwritten"] == 1, "the press to be told", 60)
            other.rollback()
        self.call("Reschedule")
        wait_until(lambda: self.states() == {"Walk": "done"}, "the log")
        wait_until(lambda: self.status()["unwritten"] == 0, "nothing that waits")

    def test_killed_before_it_was_written(self):
        """The next life knows what was pressed, and when; the one after that has nothing to do."""
        notice = self.arrive()
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            self.press("reminder-done", notice)
            # Long before the diary says that it is not to be had.
            self.kill()
            other.rollback()
        self.set_now("2026-11-24T09:00")
        self.start()
        wait_until(lambda: self.states() == {"Walk": "done"}, "the log")
        self.assertEqual(self.logged_at(), ["2026-11-23T07:00"])
        before = self.logs()
        self.stop()
        self.start()
        self.assertEqual(self.status()["unwritten"], 0)
        self.press("reminder-done", notice)
        self.settle()
        self.assertEqual(self.logs(), before)


if __name__ == "__main__":
    world.main()
