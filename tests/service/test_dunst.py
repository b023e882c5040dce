# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server of notifications, dunst, shows a reminder; its button logs the walk. Runs on a
virtual desktop."""

import sqlite3

import world
from dunst import DunstCase
from world import wait_until


class Dunst(DunstCase):
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
        """dunst shows it under the number that we have chosen and noted before the call."""
        self.arrive()
        self.kill()
        path, = (self.folder / "run").glob("brine-service-*")
        self.assertRegex(path.read_text(), r"brine-[0-9a-f]+=1\d{9}\n")
        with sqlite3.connect(self.data / "brine.db") as database:
            database.execute("UPDATE deliveries SET state = 'claimed'")
        self.start()
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.assertEqual(self.displayed(), 1)


if __name__ == "__main__":
    world.main()
