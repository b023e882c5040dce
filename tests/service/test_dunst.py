# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server of notifications, dunst, shows a reminder; its button logs the walk. Runs on a
virtual desktop."""

import json
import os
import shutil
import sqlite3
import subprocess

import world
from world import ServiceCase, wait_until

CONFIG = """[global]
idle_threshold = 0
history_length = 50
dmenu = {menu}
"""


class Dunst(ServiceCase):
    def setUp(self):
        if not shutil.which("dunst"):
            self.skipTest("dunst is missing")
        super().setUp()
        self.config = self.folder / "dunstrc"
        self.menu = self.folder / "menu"
        self.config.write_text(CONFIG.format(menu=self.menu))

    def environment(self, **more):
        return super().environment(DISPLAY=os.environ["DISPLAY"], **more)

    def start_dunst(self):
        dunst = subprocess.Popen(["dunst", "-conf", self.config], env=self.environment(),
                                 stderr=subprocess.DEVNULL)
        self.addCleanup(dunst.wait)
        self.addCleanup(dunst.terminate)
        wait_until(lambda: self.call_bus("NameHasOwner", "org.freedesktop.Notifications"), "dunst")

    def control(self, *words):
        return subprocess.run(["dunstctl", *words], env=self.environment(), check=True,
                              capture_output=True, text=True, timeout=30).stdout.strip()

    def displayed(self):
        return int(self.control("count", "displayed"))

    def history(self):
        rows = json.loads(self.control("history"))["data"][0]
        return [row["summary"]["data"] for row in rows]

    def arrive(self):
        self.plan("Walk", "2026-11-23T07:00")
        self.start_dunst()
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.displayed() == 1, "the reminder")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")

    def test_button_logs(self):
        self.arrive()
        self.press_button("Walked")
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        wait_until(lambda: self.displayed() == 0, "its leave")
        self.assertEqual(self.history(), ["Walk at 07:00"])

    def press_button(self, label):
        """dunst asks a menu program which button is meant; this one knows."""
        self.menu.write_text(f"#!/bin/sh\ngrep -F '{label}'\n")
        self.menu.chmod(0o755)
        self.control("context")

    def test_replaced_and_withdrawn_by_the_next_life(self):
        self.arrive()
        self.kill()
        self.start()
        self.settle()
        self.assertEqual(self.displayed(), 1)
        row = self.ctl("agenda", "--from", "2026-11-23", "--to", "2026-11-23")["occurrences"][0]
        self.log(row["item"], "done", row["start"])
        wait_until(lambda: self.displayed() == 0, "its leave")

    def test_killed_before_the_answer_was_noted(self):
        """The number is lost then; dunst replaces by the tag."""
        self.arrive()
        self.kill()
        for path in (self.folder / "run").glob("brine-service-*"):
            path.unlink()
        with sqlite3.connect(self.data / "brine.db") as database:
            database.execute("UPDATE deliveries SET state = 'claimed'")
        self.start()
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.assertEqual(self.displayed(), 1)


if __name__ == "__main__":
    world.main()
