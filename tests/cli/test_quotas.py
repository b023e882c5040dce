# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done a number of times a week: logged, paused, and of another number by now."""

import sys

from test_brinectl import Case, tap


class Quotas(Case):
    def test_quota(self):
        identifier = self.json("plan", "add", "--practice", "own", "--title", "Sauna", "--quota",
                               "2")["id"]
        self.assertEqual(self.agenda("2026-11-16", "2026-11-22"), [])
        self.run_ok("log", f"{identifier}@2026-11-20", "done")
        self.assertEqual([o["title"] for o in self.agenda("2026-11-16", "2026-11-22")], ["Sauna"])

    def test_quotas_of_paused_weeks(self):
        item = self.json("plan", "add", "--practice", "own", "--title", "Sauna", "--quota", "2",
                         "--start", "2026-11-09T00:00")["id"]
        self.run_ok("log", f"{item}@2026-11-17", "done")
        self.run_ok("pause", "add", "--from", "2026-11-21", "--to", "2026-11-29")

        def weeks():
            told = self.json("progress", "--from", "2026-11-11", "--to", "2026-12-01", "--by", "week")
            return [(row["from"], row["to"], row["done"], row["asked"], row["a_week"])
                    for row in told["quotas"]]
        self.assertEqual(weeks(), [("2026-11-09", "2026-11-15", 0, 2, 2),
                                   ("2026-11-16", "2026-11-22", 1, 1, 2),
                                   ("2026-11-23", "2026-11-29", 0, 0, 2),
                                   ("2026-11-30", "2026-12-06", 0, 2, 2)])
        text = self.run_ok("progress", "--from", "2026-11-16", "--to", "2026-11-22", "--by", "week")
        self.assertIn("Sauna: 1 of 1 times, 2 without the pause", text)
        self.assertNotIn("quotas", self.json("progress", "--from", "2026-11-16", "--to",
                                             "2026-11-22", "--by", "day"))

    def test_quota_of_another_number(self):
        """A change counts from this week on; the past keeps its number, also through a file."""
        item = self.json("plan", "add", "--practice", "own", "--title", "Sauna", "--quota", "3",
                         "--start", "2026-11-02T00:00")["id"]
        self.run_ok("log", f"{item}@2026-11-17", "done")

        def shown():
            told = self.json("plan", "show", item)["item"]
            return told["quota"], [(row["from"], row["times"]) for row in told["quotas"]]

        def weeks():
            told = self.json("progress", "--from", "2026-11-02", "--to", "2026-11-29", "--by", "week")
            return [(row["from"], row["asked"], row["a_week"]) for row in told["quotas"]]
        self.assertEqual(shown(), (3, []))
        self.assertEqual(self.json("plan", "list")["items"][0]["quotas"], [])
        self.run_ok("plan", "edit", item, "--quota", "5")
        self.assertEqual(shown(), (5, [("2026-11-02", 3), ("2026-11-16", 5)]))
        self.assertEqual(weeks(), [("2026-11-02", 3, 3), ("2026-11-09", 3, 3),
                                   ("2026-11-16", 5, 5), ("2026-11-23", 5, 5)])
        self.assertIn("5, 3 before 2026-11-16", self.run_ok("plan", "show", item))

        # The same week again, and then the same number.
        self.run_ok("plan", "edit", item, "--quota", "4")
        self.run_ok("plan", "edit", item, "--quota", "4", "--title", "Sauna evening")
        self.assertEqual(shown(), (4, [("2026-11-02", 3), ("2026-11-16", 4)]))
        for form in ("json", "csv", "ics"):
            path = self.path(f"diary.{form}")
            self.run_ok("export", path, "--format", form)
            self.run_ok("plan", "remove", item)
            self.run_ok("import", path)
            self.assertEqual(shown(), (4, [("2026-11-02", 3), ("2026-11-16", 4)]), form)
        self.run_ok("plan", "edit", item, "--quota", "3")
        self.assertEqual(shown(), (3, []))


if __name__ == "__main__":
    sys.argv[1:] = []
    tap.main()
