# SPDX-License-Identifier: GPL-3.0-or-later
"""What brinectl tells of reminders, and how it pauses and sets them."""

import json
import sys

from test_brinectl import Case, tap


class Reminders(Case):
    def test_reminders(self):
        walk = self.json("plan", "add", "--practice", "walk", "--title", "Walk", "--start",
                         "2026-11-22T10:00", "--minutes", "20", "--rrule", "FREQ=DAILY",
                         "--remind", "10", "--remind", "@07:30/mo")["id"]
        coming = self.json("reminders", "next", "--count", "3")["reminders"]
        self.assertEqual([(r["item"], r["source"], r["nominal"]) for r in coming], [
            (walk, "plan", "2026-11-22T09:50:00"), (walk, "plan", "2026-11-23T07:30:00"),
            (walk, "plan", "2026-11-23T09:50:00")])
        self.assertEqual(coming[0]["start"], "2026-11-22T10:00:00")
        self.assertEqual(coming[0]["title"], "Walk")
        self.run_ok("log", f"{walk}@2026-11-22T10:00", "done")
        self.assertEqual(self.json("reminders", "next", "--count", "1")["reminders"][0]["nominal"],
                         "2026-11-23T07:30:00")
        later = self.json("reminders", "next", "--after", "2026-12-01T08:00", "--count", "1")
        self.assertEqual(later["reminders"][0]["nominal"], "2026-12-01T09:50:00")
        self.assertIn("2026-11-23 07:30  plan", self.run_ok("reminders", "next"))
        self.assertEqual(self.json("reminders", "recent")["reminders"], [])
        self.assertEqual(self.run_ok("reminders", "recent", "--days", "60"), "")
        self.fails(1, "reminders", "next", "--count", "0")
        self.fails(1, "reminders", "next", "--after", "soon")
        self.fails(1, "reminders", "recent", "--days", "61")

    def test_pause_of_reminders(self):
        self.add_walk("--remind", "10")
        said = self.json("reminders", "pause", "1h")
        self.assertEqual(said, {"paused-until": "2026-11-22T10:00:00+01:00"})
        self.assertEqual(self.json("reminders", "settings", "reminders-paused-until")["value"],
                         "2026-11-22T09:00:00+00:00")
        self.assertEqual(self.json("reminders", "pause", "today"),
                         {"paused-until": "2026-11-23T04:00:00+01:00"})
        self.assertEqual(self.json("reminders", "pause", "30m")["paused-until"],
                         "2026-11-22T09:30:00+01:00")
        self.assertIn("until 2026-11-22T11:00", self.run_ok("reminders", "pause", "2h"))
        for bad in ("", "h", "0h", "25h", "1441m", "1 h", "soon", "1.5h", "99999999999h"):
            self.assertIn("is no time to pause for", self.fails(1, "reminders", "pause", bad))
        self.assertEqual(self.json("reminders", "resume"), {"paused-until": None})
        self.assertEqual(self.run_ok("reminders", "pause", "off"), "Reminders are not paused.\n")
        self.fails(2, "reminders", "pause")
        self.fails(1, "reminders", "resume", data=self.path("other"))

    def test_pause_over_a_change_of_clocks(self):
        """Today ends when the next day starts by the wall clock; an hour is one that passes."""
        self.add_walk()
        words = ("reminders", "pause")
        for now, until, hour in (
                ("2026-03-28T23:00", "2026-03-29T04:00:00+02:00", "2026-03-29T00:00:00+01:00"),
                ("2026-10-25T01:30", "2026-10-25T04:00:00+01:00", "2026-10-25T02:30:00+02:00"),
                ("2028-02-28T12:00", "2028-02-29T04:00:00+01:00", "2028-02-28T13:00:00+01:00")):
            for word, expected in (("today", until), ("1h", hour)):
                done = self.call("--json", *words, word, now=now)
                self.assertEqual(json.loads(done.stdout), {"paused-until": expected})

    def test_settings_of_reminders(self):
        self.add_walk()
        settings = self.json("reminders", "settings")["settings"]
        self.assertEqual(set(settings), {
            "reminders", "reminders-off", "quiet-hours", "reminders-paused-until",
            "reminders-bundle", "reminders-private", "reminders-sound", "wind-down-minutes",
            "check-in-prompts", "look-back"})
        self.assertEqual(set(settings.values()), {None})
        for key, value in (("reminders", "0"), ("reminders-off", "sleep,walk"),
                           ("quiet-hours", "22:00-07:00"), ("reminders-bundle", "1"),
                           ("reminders-sound", "bell"), ("wind-down-minutes", "20"),
                           ("check-in-prompts", "random 2 09:00-21:00"),
                           ("look-back", "2026-11-22 18:00")):
            self.assertEqual(self.json("reminders", "settings", key, value),
                             {"key": key, "value": value})
            self.assertEqual(self.json("reminders", "settings", key)["value"], value)
            message = self.fails(1, "reminders", "settings", key, "nonsense")
            self.assertIn(f"is no value of “{key}”", message)
            self.assertEqual(self.json("reminders", "settings", key)["value"], value)
            self.assertIsNone(self.json("reminders", "settings", key, "")["value"])
        equal = self.json("reminders", "settings", "quiet-hours", "22:00-22:00")
        self.assertEqual(equal["value"], "22:00-22:00")
        self.assertIn("no time is quiet", equal["note"])
        for key in ("reminder-seed", "day-start", "nonsense"):
            self.assertIn("is no setting", self.fails(1, "reminders", "settings", key))
        self.fails(2, "reminders", "settings", "--nonsense")
        self.assertIn("quiet-hours             22:00-22:00", self.run_ok("reminders", "settings"))


if __name__ == "__main__":
    sys.argv[1:] = []
    tap.main()
