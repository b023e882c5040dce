# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server of notifications, dunst, shows a reminder; its button logs the walk. Runs on a
virtual desktop."""

import sqlite3

import world
from dunst import DunstCase
from gi.repository import GLib
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
        self.assertRegex(path.read_text(), r"brine-[0-9a-f]+=[12]\d{9}\n")
        with sqlite3.connect(self.data / "brine.db") as database:
            database.execute("UPDATE deliveries SET state = 'claimed'")
        self.start()
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.assertEqual(self.displayed(), 1)

    def hold_back(self):
        """Do not disturb, as the desktop has it."""
        self.control("set-paused", "true")
        wait_until(lambda: self.control("is-paused") == "true", "its silence")

    def held_back(self):
        return int(self.control("count", "waiting"))

    def test_do_not_disturb(self):
        """It is handed over, held back, and seen once when the desktop lets it."""
        self.plan("Walk", "2026-11-23T07:00")
        self.start_dunst()
        self.hold_back()
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        wait_until(lambda: self.held_back() == 1, "what waits")
        self.assertEqual(self.displayed(), 0)
        # Nothing is wrong, and it is in the list; looking again hands over nothing more.
        self.set_now("2026-11-23T07:20")
        self.settle()
        self.assertEqual(self.status()["problem"], "")
        self.assertEqual([row["title"] for row in self.call("Recent", GLib.Variant("(u)", (1,)))[0]],
                         ["Walk"])
        self.assertEqual((self.held_back(), self.displayed()), (1, 0))
        self.control("set-paused", "false")
        wait_until(lambda: (self.held_back(), self.displayed()) == (0, 1), "it to be seen")
        self.press_button("Walked")
        wait_until(lambda: self.states()["Walk"] == "done", "the log")

    def test_done_while_held_back(self):
        """What was done meanwhile is not shown when the silence ends."""
        item = self.plan("Walk", "2026-11-23T07:00")["id"]
        self.start_dunst()
        self.hold_back()
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.held_back() == 1, "what waits")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.log(item, "done")
        wait_until(lambda: self.held_back() == 0, "its leave")
        self.control("set-paused", "false")
        self.assertEqual(self.displayed(), 0)


if __name__ == "__main__":
    world.main()
