# SPDX-License-Identifier: GPL-3.0-or-later
"""A small disk that is full: what is pressed then is kept beside the diary, whatever becomes of the
service, and is written when there is room again."""

import contextlib
import os
import pathlib
import sqlite3
import unittest

import namespace
import world
from world import ServiceCase, wait_until

DISK = "/mnt"
MARK = "BRINE_TEST_SMALL_DISK"


@unittest.skipUnless(MARK in os.environ, "no disk of its own can be made here")
class DiskFull(ServiceCase):
    def setUp(self):
        super().setUp()
        self.data = pathlib.Path(DISK, self.folder.name)
        self.server = self.gtk()

    def fill(self):
        with open(self.data / "filler", "wb", buffering=0) as filler, \
                contextlib.suppress(OSError):
            while True:
                filler.write(bytes(4096))

    def free(self):
        self.reader.close()
        (self.data / "filler").unlink()

    def press_in_vain(self):
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        notice = wait_until(self.server.added, "the reminder")[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        # Somebody reads, so that what is written has to go to the end of the log of SQLite.
        self.reader = sqlite3.connect(self.data / "brine.db")
        self.addCleanup(self.reader.close)
        self.reader.execute("BEGIN")
        self.reader.execute("SELECT count(*) FROM deliveries").fetchone()
        self.fill()
        self.press("reminder-done", notice)
        wait_until(lambda: self.status()["unwritten"] == 1, "the press to be told")
        wait_until(lambda: "brine-unwritten" in self.server.visible(), "the word about it")
        self.kill()

    def check_written(self):
        wait_until(lambda: self.states() == {"Walk": "done"}, "the log", 90)
        self.assertEqual([row["log"]["at"][:16] for row in self.logs()], ["2026-11-23T07:00"])
        wait_until(lambda: self.status()["unwritten"] == 0, "nothing that waits")
        wait_until(lambda: not self.server.visible(), "the leave of both notifications")

    def test_space_comes_back(self):
        self.press_in_vain()
        self.free()
        self.set_now("2026-11-24T09:00")
        self.start()
        self.check_written()

    def test_space_comes_back_later(self):
        """The disk is full still when the service starts again, and once more."""
        self.press_in_vain()
        for _ in range(2):
            self.start()
            wait_until(lambda: self.status()["unwritten"] == 1, "what an earlier life knew")
            self.kill()
        self.start()
        self.free()
        self.call("Reschedule")
        self.check_written()


if __name__ == "__main__":
    namespace.enter(f"mount -t tmpfs -o size=4m none {DISK}", MARK)
    world.main()
