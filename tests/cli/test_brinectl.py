# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives brinectl as a person or a script would: brinectl's path is the first argument."""

import datetime
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))
import tap  # noqa: E402

BRINECTL = os.path.abspath(sys.argv[1])
NOW = "2026-11-22T09:00"


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = os.path.join(self.folder.name, "data")
        self.zone = "Europe/Berlin"

    def tearDown(self):
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def call(self, *words, now=NOW, data=None):
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("BRINE_", "LANG"))}
        environment.update(TZ=self.zone, LC_ALL="C.UTF-8", G_DEBUG="fatal-warnings")
        return subprocess.run(
            [BRINECTL, "--data-dir", data or self.data, "--now", now, *words],
            env=environment, capture_output=True, text=True, timeout=120)

    def run_ok(self, *words, **options):
        result = self.call(*words, **options)
        self.assertEqual(result.returncode, 0, f"{words}: {result.stderr}")
        self.assertEqual(result.stderr, "")
        return result.stdout

    def json(self, *words, **options):
        return json.loads(self.run_ok("--json", *words, **options))

    def fails(self, code, *words, **options):
        result = self.call(*words, **options)
        self.assertEqual(result.returncode, code, f"{words}: {result.stdout}{result.stderr}")
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith("brinectl: "), result.stderr)
        self.assertEqual(result.stdout, "")
        return result.stderr

    def add_walk(self, *more):
        return self.json("plan", "add", "--practice", "walk", "--title", "Walk", "--start",
                         "2026-11-16T08:00", "--minutes", "20", "--rrule", "FREQ=DAILY",
                         "--goal", ">=20 min", "--remind", "10", *more)["id"]

    def agenda(self, start, end, **options):
        return self.json("agenda", "--from", start, "--to", end, **options)["occurrences"]


def without_stamps(value, stamps=("created", "modified")):
    if isinstance(value, dict):
        return {k: without_stamps(v, stamps) for k, v in value.items() if k not in stamps}
    return [without_stamps(v, stamps) for v in value] if isinstance(value, list) else value


class Usage(Case):
    def test_help_and_version(self):
        text = self.run_ok("--help")
        for command in ("plan add", "agenda", "mood", "import FILE", "demo", "--json"):
            self.assertIn(command, text)
        self.assertRegex(self.run_ok("--version"), r"^brinectl \d+\.\d+\.\d+\n$")
        self.assertFalse([line for line in text.splitlines() if line != line.rstrip()])
        self.assertIn("--goal", self.run_ok("plan", "add", "--help"))

    def test_help_says_which_command_it_is_about(self):
        text = self.run_ok("log", "--help")
        self.assertIn("log ID@START done|partly|skipped", text)
        self.assertIn("Logs what became of an occurrence", text)
        self.assertIn("brinectl [OPTION…] pause list\n", self.run_ok("pause", "list", "--help"))

    def test_help_of_several_commands(self):
        for group in ("plan", "pause", "meal", "reminders"):
            text = self.run_ok(group, "--help")
            self.assertIn(f"  {group} ", text)
            self.assertNotIn("  backup", text)
            self.assertIn(f"“brinectl {group} --help”", self.fails(2, group))
            self.assertIn(f"“{group} nonsense”", self.fails(2, group, "nonsense"))

    def test_agenda_names_a_night(self):
        self.run_ok("sleep", "--bed", "2026-11-21T23:00", "--wake", "2026-11-22T07:00")
        self.assertRegex(self.run_ok("agenda"), r"23:00–07:00 +done +Sleep\n")

    def test_factor_without_words(self):
        self.assertIn("--factor is empty", self.fails(1, "mood", "4", "--factor", " "))

    def test_usage_errors(self):
        self.fails(2)
        self.fails(2, "dance")
        self.fails(2, "plan")
        self.fails(2, "plan", "add", "--colour", "red")
        self.fails(2, "plan", "add", "--practice", "walk")
        self.fails(2, "mood")
        self.fails(2, "agenda", "tomorrow")
        self.assertIn("no text", self.fails(2, "mood", "3", "--note", "\udcff"))

    def test_mistakes_say_what_is_wrong(self):
        self.add_walk()
        for words, piece in (
                (("agenda", "--from", "2026-02-30"), "2026-02-30"),
                (("agenda", "--from", "2026-11-23", "--to", "2026-11-22"), "--to"),
                (("mood", "6"), "6"),
                (("mood", "3", "--gut", "x"), "--gut"),
                (("plan", "add", "--practice", "jog", "--title", "T", "--start",
                  "2026-11-23T08:00"), "jog"),
                (("plan", "add", "--practice", "walk", "--title", "T", "--start",
                  "2026-11-23T08:00", "--rrule", "FREQ=SOMETIMES"), "--rrule"),
                (("plan", "add", "--practice", "walk", "--title", "T", "--start",
                  "2026-11-23T08:00", "--goal", "much"), "--goal"),
                (("plan", "show", "ffffffff"), "ffffffff"),
                (("sleep", "--bed", "2026-11-22T07:00", "--wake", "2026-11-21T23:00"), "--wake"),
                (("meal", "show", "nothing"), "nothing"),
                (("import", "/nonexistent/file.ics"), "file.ics")):
            with self.subTest(words=words):
                self.assertIn(piece, self.fails(1, *words))

    def test_no_diary(self):
        self.fails(1, "agenda")
        self.assertFalse(os.path.exists(self.data))

    def test_bad_now(self):
        self.fails(1, "agenda", now="yesterday")


class Plan(Case):
    def test_add_show_list(self):
        identifier = self.add_walk("--notes", "River", "--location", "Park")
        item = self.json("plan", "show", identifier[:8])
        self.assertEqual(item["item"]["title"], "Walk")
        self.assertEqual(item["item"]["rrule"], "FREQ=DAILY")
        self.assertEqual(item["item"]["reminders"], [10])
        self.assertEqual(item["next"], [f"2026-11-{d}T08:00:00" for d in (23, 24, 25, 26, 27)])
        self.assertEqual([i["id"] for i in self.json("plan", "list")["items"]], [identifier])
        self.assertIn("Walk", self.run_ok("plan", "list"))

    def test_reminders(self):
        identifier = self.add_walk("--remind", "@07:30/fr,mo", "--remind", "-5", "--remind", "10")
        self.assertEqual(self.json("plan", "show", identifier)["item"]["reminders"],
                         [-5, 10, "@07:30/mo,fr"])
        self.run_ok("plan", "edit", identifier, "--scope", "all", "--title", "Stroll")
        self.run_ok("plan", "edit", identifier, "--scope", "all", "--remind", "0/sa")
        self.assertEqual(self.json("plan", "show", identifier)["item"]["reminders"], ["0/sa"])
        for bad in ("soon", "@24:00", "10/xx", "40321"):
            message = self.fails(1, "plan", "edit", identifier, "--scope", "all", "--remind", bad)
            self.assertIn(f"--remind: “{bad}”", message)
        many = [word for i in range(21) for word in ("--remind", str(i))]
        self.fails(1, "plan", "edit", identifier, "--scope", "all", *many)
        self.assertEqual(self.json("plan", "show", identifier)["item"]["reminders"], ["0/sa"])
        self.run_ok("plan", "edit", identifier, "--scope", "all", "--remind", "")
        self.assertEqual(self.json("plan", "show", identifier)["item"]["reminders"], [])

    def test_agenda_states(self):
        identifier = self.add_walk()
        self.run_ok("log", f"{identifier}@2026-11-20T08:00", "done")
        self.run_ok("log", f"{identifier}@2026-11-21T08:00", "skipped", "--reason", "ill")
        self.run_ok("pause", "add", "--from", "2026-11-24", "--to", "2026-11-25", "--reason",
                    "travel")
        states = {o["start"][:10]: o["state"] for o in self.agenda("2026-11-19", "2026-11-25")}
        self.assertEqual(states, {
            "2026-11-19": "missed", "2026-11-20": "done", "2026-11-21": "skipped",
            "2026-11-22": "due", "2026-11-23": "planned", "2026-11-24": "paused",
            "2026-11-25": "paused"})

    def test_agenda_keys_and_offset(self):
        identifier = self.add_walk()
        first = self.agenda("2026-11-23", "2026-11-23")[0]
        self.assertEqual(first["item"], identifier)
        self.assertEqual(first["start"], "2026-11-23T08:00:00")
        self.assertEqual(first["end"], "2026-11-23T08:20:00")
        self.assertEqual(first["at"], "2026-11-23T08:00:00+01:00")
        self.assertEqual(first["practice"], "walk")
        self.assertTrue(first["uid"])

    def test_gap_and_overlap(self):
        self.run_ok("plan", "add", "--practice", "own", "--title", "Night", "--start",
                    "2026-03-28T02:30", "--minutes", "10", "--rrule", "FREQ=DAILY;COUNT=240")
        at = {o["start"]: o["at"] for o in self.agenda("2026-03-01", "2026-12-01")}
        # The clock jumps from 02:00 to 03:00 on 29 March, and back from 03:00 on 25 October.
        self.assertEqual(at["2026-03-29T02:30:00"], "2026-03-29T03:30:00+02:00")
        self.assertEqual(at["2026-10-25T02:30:00"], "2026-10-25T02:30:00+02:00")

    def test_edit_scopes(self):
        identifier = self.add_walk()
        self.run_ok("plan", "move", f"{identifier}@2026-11-23T08:00", "--to", "2026-11-23T18:00")
        later = self.json("plan", "edit", f"{identifier}@2026-11-25T08:00", "--scope", "later",
                          "--title", "Long walk", "--minutes", "45")["id"]
        self.run_ok("plan", "skip", f"{identifier}@2026-11-24T08:00")
        rows = [(o["start"], o["title"], o["item"]) for o in self.agenda("2026-11-22", "2026-11-26")]
        self.assertEqual(rows, [
            ("2026-11-22T08:00:00", "Walk", identifier),
            ("2026-11-23T18:00:00", "Walk", identifier),
            ("2026-11-25T08:00:00", "Long walk", later),
            ("2026-11-26T08:00:00", "Long walk", later)])
        self.assertNotEqual(later, identifier)

    def test_remove_keeps_logs(self):
        identifier = self.add_walk()
        self.run_ok("log", f"{identifier}@2026-11-20T08:00", "done")
        self.run_ok("plan", "remove", identifier)
        rows = self.agenda("2026-11-16", "2026-11-30")
        self.assertEqual([(o["state"], o["title"]) for o in rows], [("done", "Walk")])

    def plan_of(self, identifier, first, last):
        return [(o["start"][5:16], o["title"], o["state"]) for o in self.agenda(first, last)
                if o["item"] == identifier]

    def test_removed_series_keeps_its_history(self):
        """What is logged was planned, and counts so; what was missed goes."""
        identifier = self.add_walk()
        self.run_ok("log", f"{identifier}@2026-11-20T08:00", "done")
        self.run_ok("plan", "remove", identifier)
        self.assertEqual(self.plan_of(identifier, "2026-11-16", "2026-11-30"),
                         [("11-20T08:00", "Walk", "done")])
        row = self.json("progress", "--from", "2026-11-16", "--to", "2026-11-22", "--by",
                        "week")["adherence"][0]
        self.assertEqual((row["planned"], row["done"]), (1, 1))

    def test_dates_leave_history_alone(self):
        identifier = self.add_walk("--rdate", "2026-11-20T18:00")
        self.run_ok("log", f"{identifier}@2026-11-20T18:00", "done")
        self.run_ok("log", f"{identifier}@2026-11-19T08:00", "partly")
        before = self.plan_of(identifier, "2026-11-19", "2026-11-21")

        # Without the extra date, and without a day that is logged and one that is not.
        self.run_ok("plan", "edit", identifier, "--rdate", "", "--exdate", "2026-11-19T08:00",
                    "--exdate", "2026-11-21T08:00")
        self.assertEqual(self.plan_of(identifier, "2026-11-19", "2026-11-21"),
                         [row for row in before if row[0] != "11-21T08:00"])

        row = self.json("progress", "--from", "2026-11-19", "--to", "2026-11-20", "--by",
                        "week")["adherence"][0]
        self.assertEqual((row["planned"], row["done"], row["partly"]), (3, 1, 1))

        # With other fields at once: what is logged keeps its words and its time.
        self.run_ok("plan", "edit", identifier, "--exdate", "2026-11-23T07:00", "--start",
                    "2026-11-16T07:00", "--title", "Stroll")
        self.assertEqual(self.plan_of(identifier, "2026-11-19", "2026-11-24"), [
            ("11-19T08:00", "Walk", "partly"), ("11-20T07:00", "Stroll", "missed"),
            ("11-20T18:00", "Walk", "done"), ("11-21T07:00", "Stroll", "missed"),
            ("11-22T07:00", "Stroll", "due"), ("11-24T07:00", "Stroll", "planned")])

    def test_history_is_not_edited(self):
        identifier = self.add_walk()
        self.run_ok("log", f"{identifier}@2026-11-20T08:00", "done")
        self.run_ok("plan", "edit", f"{identifier}@2026-11-25T08:00", "--scope", "all", "--start",
                    "2026-11-25T18:00", "--title", "Long walk")
        rows = [(o["start"], o["title"], o["state"]) for o in self.agenda("2026-11-20",
                                                                           "2026-11-25")]
        self.assertEqual(rows[0], ("2026-11-20T08:00:00", "Walk", "done"))
        self.assertEqual({row[:2] for row in rows[1:]},
                         {(f"2026-11-{day}T18:00:00", "Long walk") for day in range(21, 26)})

        # So without an occurrence: the item as a whole.
        self.run_ok("plan", "edit", identifier, "--title", "Stroll", "--start", "2026-11-16T07:00")
        rows = [(o["start"], o["title"], o["state"]) for o in self.agenda("2026-11-20",
                                                                           "2026-11-21")]
        self.assertEqual(rows[0], ("2026-11-20T08:00:00", "Walk", "done"))
        self.assertEqual(rows[1][:2], ("2026-11-21T07:00:00", "Stroll"))

    def test_templates(self):
        self.run_ok("plan", "add", "--practice", "meal", "--title", "Lunch", "--start",
                    "2026-11-19T12:30", "--minutes", "30", "--remind", "10")
        self.run_ok("plan", "add", "--practice", "sleep", "--title", "Sleep", "--start",
                    "2026-11-15T23:00", "--minutes", "480")
        identifier = self.json("plan", "template", "save", "Winter", "--week", "2026-W47")["id"]
        listed = self.json("plan", "template", "list")["templates"]
        self.assertEqual([(t["id"], t["name"]) for t in listed], [(identifier, "Winter")])
        self.assertEqual(
            [(e["weekday"], e["day_offset"], e["time"], e["title"]) for e in listed[0]["entries"]],
            [(1, -1, "23:00:00", "Sleep"), (4, 0, "12:30:00", "Lunch")])
        applied = self.json("plan", "template", "apply", "Winter", "--week", "2026-12-02")
        self.assertEqual((applied["added"], applied["skipped"], len(applied["items"])), (2, 0, 2))
        again = self.json("plan", "template", "apply", identifier[:8], "--week", "2026-W49")
        self.assertEqual((again["added"], again["skipped"]), (0, 2))
        self.assertEqual([o["start"] for o in self.agenda("2026-11-30", "2026-12-06")],
                         ["2026-11-29T23:00:00", "2026-12-03T12:30:00"])
        self.fails(1, "plan", "template", "save", "Empty", "--week", "2020-W01")
        self.fails(1, "plan", "template", "apply", "Summer")
        self.fails(1, "plan", "template", "apply", "Winter", "--week", "soon")
        self.fails(2, "plan", "template")
        self.fails(2, "plan", "template", "save")
        self.run_ok("plan", "template", "remove", "Winter")
        self.assertEqual(self.json("plan", "template", "list")["templates"], [])

    def test_unknown_occurrence(self):
        identifier = self.add_walk()
        self.fails(1, "log", f"{identifier}@2026-11-20T09:00", "done")
        self.fails(1, "log", identifier, "done")

    def test_pauses(self):
        identifier = self.json("pause", "add", "--from", "2026-11-24", "--to", "2026-11-25",
                               "--reason", "ill")["id"]
        pauses = self.json("pause", "list")["pauses"]
        self.assertEqual([(p["id"], p["reason"]) for p in pauses], [(identifier, "ill")])
        self.run_ok("pause", "remove", identifier)
        self.assertEqual(self.json("pause", "list")["pauses"], [])

    def add_pause(self, start, end, reason, note):
        return ("pause", "add", "--from", start, "--to", end, "--reason", reason, "--note", note)

    def test_pauses_of_one_reason_are_joined(self):
        self.run_ok(*self.add_pause("2026-11-20", "2026-11-22", "ill", "Cold"))
        self.run_ok(*self.add_pause("2026-11-26", "2026-11-27", "ill", "Fever"))
        self.run_ok(*self.add_pause("2026-12-10", "2026-12-12", "travel", "Rome"))
        # overlaps the first, touches the second
        identifier = self.json(*self.add_pause("2026-11-22", "2026-11-25", "ill", "Cold"))["id"]
        pauses = self.json("pause", "list")["pauses"]
        self.assertEqual(
            [(p["from"], p["to"], p["reason"]) for p in pauses],
            [("2026-11-20", "2026-11-27", "ill"), ("2026-12-10", "2026-12-12", "travel")])
        self.assertEqual(pauses[0]["id"], identifier)
        self.assertEqual(pauses[0]["note"].splitlines(), ["Cold", "Fever"])

    def test_days_of_another_pause_are_refused(self):
        self.run_ok(*self.add_pause("2026-11-20", "2026-11-22", "ill", "Cold"))
        before = self.json("pause", "list")["pauses"]
        said = self.fails(1, *self.add_pause("2026-11-22", "2026-11-25", "travel", "Rome"))
        self.assertIn("2026-11-20 to 2026-11-22 is paused already", said)
        self.assertEqual(self.json("pause", "list")["pauses"], before)
        # they may touch
        self.run_ok(*self.add_pause("2026-11-23", "2026-11-25", "travel", "Rome"))
        self.assertEqual(len(self.json("pause", "list")["pauses"]), 2)

    def test_rules_past_the_limits_plan_nothing(self):
        self.add_walk()
        # Too often for a plan; never; and one whose end the step cap finds first: every seventh day
        # from a Monday is no Tuesday.
        for rule, n_next, too_complex in (
                ("FREQ=SECONDLY", 5, False),
                ("FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", 0, False),
                ("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", 0, False),
                ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", 0, True)):
            with self.subTest(rule=rule):
                item = self.json("plan", "add", "--practice", "own", "--title", rule, "--start",
                                 "2026-11-16T08:00", "--rrule", rule)["id"]
                self.assertEqual([o["title"] for o in self.agenda("2026-11-23", "2026-11-24")],
                                 ["Walk", "Walk"])
                shown = self.json("plan", "show", item)
                self.assertEqual(len(shown["next"]), n_next)
                self.assertEqual(shown["too_complex"], too_complex)

    def test_titles_cannot_drive_the_terminal(self):
        self.run_ok("plan", "add", "--practice", "own", "--title", "a\x1b[2Jb\u009b2Jc", "--start",
                    "2026-11-22T10:00")
        text = self.run_ok("agenda")
        self.assertNotIn("\x1b", text)
        self.assertNotIn("\u009b", text)


class Log(Case):
    def test_correcting_a_log(self):
        identifier = self.add_walk()
        first = self.json("log", f"{identifier}@2026-11-20T08:00", "done")["id"]
        second = self.json("log", f"{identifier}@2026-11-20T08:00", "partly", "--amount",
                           "10 min")["id"]
        self.assertEqual(first, second)
        row = self.agenda("2026-11-20", "2026-11-20")[0]
        self.assertEqual((row["state"], row["log"]["amount"]), ("partly", "10 min"))

    def test_meal_carries_its_servings(self):
        identifier = self.json("plan", "add", "--practice", "meal", "--title", "Oats", "--start",
                               "2026-11-22T08:00", "--recipe", "b01", "--slot", "breakfast")["id"]
        self.run_ok("log", f"{identifier}@2026-11-22T08:00", "done")
        servings = self.json("progress")["servings"][0]
        self.assertEqual(servings["live_servings"], 1.0)

    def test_night_belongs_to_waking(self):
        self.run_ok("sleep", "--bed", "2026-11-21T23:10", "--wake", "2026-11-22T06:40", "--rested",
                    "4")
        self.run_ok("sleep", "--bed", "2026-11-21T23:00", "--wake", "2026-11-22T06:30")
        rows = self.agenda("2026-11-21", "2026-11-22")
        self.assertEqual([(o["day"], o["night"]["minutes"]) for o in rows], [("2026-11-22", 450)])

    def test_after_midnight_is_still_yesterday(self):
        self.run_ok("mood", "2", "--at", "2026-11-22T01:30")
        moods = self.json("progress", "--from", "2026-11-21", "--to", "2026-11-22")["mood"]
        self.assertEqual([m["logged"] for m in moods], [1, 0])

    def test_checkin(self):
        self.run_ok("mood", "4", "--energy", "3", "--factor", "sugar", "--factor", "my own",
                    "--note", "fine")
        self.run_ok("mood", "2")
        mood = self.json("progress")["mood"][0]
        self.assertEqual((mood["checkins"], mood["mean"]), (2, 3.0))


class Progress(Case):
    def test_figures(self):
        identifier = self.add_walk()
        for day, state in ((16, "done"), (17, "done"), (18, "partly"), (19, "skipped")):
            self.run_ok("log", f"{identifier}@2026-11-{day}T08:00", state)
        # Done in a pause: in none of the figures.
        self.run_ok("log", f"{identifier}@2026-11-20T08:00", "done")
        self.run_ok("pause", "add", "--from", "2026-11-20", "--to", "2026-11-20")
        row = self.json("progress", "--from", "2026-11-16", "--to", "2026-11-22", "--by",
                        "week")["adherence"]
        self.assertEqual(len(row), 1)
        # Missed on the 21st; still open on the 22nd, which is today.
        self.assertEqual(
            {k: row[0][k] for k in ("planned", "done", "partly", "skipped", "paused", "missed",
                                    "open", "adherence")},
            {"planned": 7, "done": 2, "partly": 1, "skipped": 1, "paused": 1, "missed": 1,
             "open": 1, "adherence": 2.5 / 4})

    def test_buckets(self):
        self.run_ok("mood", "3")
        months = self.json("progress", "--from", "2026-01-15", "--to", "2026-03-10", "--by",
                           "month")["mood"]
        self.assertEqual([m["from"] for m in months], ["2026-01-15", "2026-02-01", "2026-03-01"])


class Meals(Case):
    def test_list_and_scale(self):
        meals = self.json("meal", "list")["meals"]
        self.assertEqual(len(meals), 55)
        vegan = self.json("meal", "list", "--slot", "lunch", "--tag", "vegan")["meals"]
        self.assertTrue(0 < len(vegan) < len(meals))
        one = self.json("meal", "show", "l02")["meal"]
        four = self.json("meal", "show", "l02", "--portions", str(2 * one["servings"]))["meal"]
        for a, b in zip(one["ingredients"], four["ingredients"]):
            self.assertAlmostEqual(2 * a["amount"], b["amount"])


class Data(Case):
    def fill(self):
        self.run_ok("demo", "--weeks", "6", "--seed", "3")

    def export(self, name, form, data=None):
        self.run_ok("export", self.path(name), "--format", form, data=data)
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def test_demo_repeats(self):
        self.fill()
        other = self.path("other")
        self.run_ok("demo", "--weeks", "6", "--seed", "3", data=other)
        one = json.loads(self.export("a.json", "json"))
        two = json.loads(self.export("b.json", "json", data=other))

        self.assertEqual(without_stamps(one), without_stamps(two))
        self.fails(1, "demo")

    def test_json_round_trip(self):
        self.fill()
        first = self.export("a.json", "json")
        other = self.path("other")
        self.run_ok("import", self.path("a.json"), data=other)
        second = self.export("b.json", "json", data=other)
        # Writing a record is a modification of it, and the only thing that may differ.
        self.assertEqual(without_stamps(json.loads(first), ("modified",)),
                         without_stamps(json.loads(second), ("modified",)))
        self.assertEqual(stat.S_IMODE(os.stat(self.path("a.json")).st_mode), 0o600)

    def test_import_twice_changes_nothing(self):
        self.fill()
        for form in ("json", "csv", "ics"):
            with self.subTest(form=form):
                self.export(f"x.{form}", form)
                before = self.export("before.json", "json")
                self.run_ok("import", self.path(f"x.{form}"))
                self.assertEqual(before, self.export("after.json", "json"))

    def test_ics_keeps_the_plan(self):
        self.fill()
        self.export("plan.ics", "ics")
        other = self.path("other")
        self.run_ok("import", self.path("plan.ics"), data=other)
        self.assertEqual(
            [(o["start"], o["title"], o["practice"]) for o in self.agenda("2026-11-23", "2026-12-31")],
            [(o["start"], o["title"], o["practice"]) for o in self.agenda("2026-11-23", "2026-12-31", data=other)])

    def test_dry_run_writes_nothing(self):
        self.fill()
        self.export("a.json", "json")
        other = self.path("other")
        self.run_ok("import", self.path("a.json"), "--dry-run", data=other)
        self.assertFalse(os.path.exists(os.path.join(other, "brine.db")))

    def test_import_of_nonsense(self):
        for name, content in (("a.json", b"{"), ("b.ics", b"hello"), ("c.csv", b"\xff\xfe\x00"),
                              ("d", b"")):
            with open(self.path(name), "wb") as file:
                file.write(content)
            self.fails(1, "import", self.path(name))
        self.assertFalse(os.path.exists(os.path.join(self.data, "brine.db")))

    def test_interrupted_import_leaves_nothing(self):
        event = ("BEGIN:VEVENT\r\nUID:event-{0:06}@x\r\nDTSTART:20260101T080000\r\n"
                 "SUMMARY:Number {0}\r\nEND:VEVENT\r\n")
        with open(self.path("big.ics"), "w", newline="") as file:
            file.write("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
            file.writelines(event.format(i) for i in range(100_000))
            file.write("END:VCALENDAR\r\n")
        self.fill()
        before = self.export("before.json", "json")
        wal = os.path.join(self.data, "brine.db-wal")
        with subprocess.Popen([BRINECTL, "--data-dir", self.data, "import", self.path("big.ics")],
                              env=dict(os.environ, LC_ALL="C.UTF-8"), text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            end = time.monotonic() + 60
            # What is written spills into the log long before the end.
            while not os.path.exists(wal) or os.path.getsize(wal) < 1_000_000:
                self.assertLess(time.monotonic(), end)
                self.assertIsNone(process.poll())
                time.sleep(0.001)  # between two looks, so that it has the processor
            process.send_signal(signal.SIGINT)
            stdout, stderr = process.communicate(timeout=60)
        self.assertEqual((process.returncode, stdout), (1, ""))
        self.assertIn("interrupted", stderr)
        self.assertEqual(before, self.export("after.json", "json"))

    def test_backup_and_restore(self):
        self.fill()
        before = self.export("before.json", "json")
        self.run_ok("backup", self.path("saved.db"))
        self.run_ok("mood", "1")
        self.assertNotEqual(before, self.export("changed.json", "json"))
        self.run_ok("restore", self.path("saved.db"))
        self.assertEqual(before, self.export("after.json", "json"))
        self.run_ok("check")
        self.assertEqual(stat.S_IMODE(os.stat(self.path("saved.db")).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(self.data).st_mode), 0o700)

    def test_damaged_and_foreign_files(self):
        self.fill()
        database = os.path.join(self.data, "brine.db")
        with open(database, "r+b") as file:
            file.truncate(os.path.getsize(database) // 2)
        self.fails(3, "check")

        foreign = self.path("foreign")
        os.mkdir(foreign)
        connection = sqlite3.connect(os.path.join(foreign, "brine.db"))
        connection.execute("CREATE TABLE other (x)")
        connection.commit()
        connection.close()
        self.fails(3, "agenda", data=foreign)

    def test_ten_years_are_made_at_once(self):
        self.run_ok("demo", "--weeks", "520", "--seed", "1")
        span = self.json("progress", "--from", "2016-12-05", "--to", "2026-11-22", "--by", "month")
        self.assertTrue(all(m["logged"] > 0 for m in span["mood"]))
        self.assertGreater(len(span["adherence"]), 500)
        day = datetime.date(2026, 11, 23)
        self.assertGreaterEqual(len(self.agenda(str(day), str(day))), 7)


if __name__ == "__main__":
    sys.argv[1:] = []
    tap.main()
