#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the Today page as somebody would: by pointer, by keys, and by ear. What happened is asked
of brinectl, which reads the diary itself."""

import json
import os
import re
import subprocess
import tempfile
import unittest

import tap
from desktop import App, wait

NOW = "2026-11-19T14:10"
ZONE = "Europe/Berlin"
BRINE = os.environ["BRINE"]
BRINECTL = os.environ["BRINECTL"]

# GTK 4.8 says the label of a toast's button twice.
UNDO = re.compile("^_?Undo")

PLAN = [
    ("walk", "Walk", "2026-11-16T17:30", 20, "FREQ=DAILY"),
    ("meditation", "Meditation", "2026-11-16T07:15", 10, "FREQ=DAILY"),
    ("meal", "Kimchi rice bowl", "2026-11-16T12:30", 30, "FREQ=DAILY"),
    ("sleep", "Sleep", "2026-11-15T23:00", 480, "FREQ=DAILY"),
]


class Today(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="brine-today.")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        for practice, title, start, minutes, rule in PLAN:
            self.ctl("plan", "add", "--practice", practice, "--title", title, "--start", start,
                     "--minutes", str(minutes), "--rrule", rule)

    def ctl(self, *arguments):
        done = subprocess.run([BRINECTL, "--data-dir", self.folder, "--now", NOW, "--json",
                               *arguments], env=dict(os.environ, TZ=ZONE), check=True,
                              capture_output=True, text=True, timeout=60)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def state(self, title, day="2026-11-19"):
        agenda = self.ctl("agenda", "--from", day, "--to", day)["occurrences"]
        found = [row["state"] for row in agenda if row["title"] == title]
        return found[0] if found else None

    def becomes(self, title, state, day="2026-11-19"):
        wait(lambda: self.state(title, day) == state, f"{title} to be {state} on {day}", step=0.2)

    def app(self, *arguments):
        # Each program has settings of its own: a test may change the window's size.
        return App([BRINE, "--data-dir", self.folder, "--now", NOW, *arguments],
                   env={"TZ": ZONE, "GSETTINGS_BACKEND": "memory"})

    def test_tick_take_back_undo(self):
        with self.app() as app:
            app.find(name="0 of 4 done")
            app.find("push button", "Log Walk as done").click()
            app.find("push button", UNDO).click()
            self.becomes("Walk", "planned")
            app.find("push button", "Log Walk as done").click()
            app.find("list item", "Walk, Thursday 17:30 to 17:50, done")
            app.find(name="1 of 4 done")
            app.find("label", "20 of 20 min")
            app.keys("ctrl+z")
            self.becomes("Walk", "planned")
            app.find("label", re.compile("^Undone: .*Walk"))
            app.keys("ctrl+shift+z")
            self.becomes("Walk", "done")
            app.find("label", re.compile("^Redone: .*Walk"))
            app.find("push button", "Take back Walk").click()
            self.becomes("Walk", "planned")

    def test_undo_can_be_read_and_pressed_without_animations(self):
        with open(os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0", "settings.ini"),
                  encoding="utf-8") as settings:
            self.assertIn("gtk-enable-animations=0", settings.read())
        with self.app() as app:
            for press in ("pointer", "keyboard"):
                app.find("push button", "Log Walk as done").click()
                words = app.find("label", "Walk logged")
                undo = app.find("push button", UNDO)
                _, _, width, height = app.frame_of(undo).box
                for node in (words, undo):
                    x, y, wide, high = node.box
                    self.assertTrue(0 <= x and x + wide <= width and 0 <= y and y + high <= height)
                # Asked of the list, not of brinectl: the words go after ten seconds.
                app.find("list item", "Walk, Thursday 17:30 to 17:50, done")
                self.assertTrue(words.showing)
                if press == "pointer":
                    undo.click()
                else:
                    app.reach(undo)
                    app.keys("space")
                self.becomes("Walk", "planned")
                app.gone("label", "Walk logged")

    def test_mood_by_key_with_details(self):
        with self.app() as app:
            app.find("push button", "Good, 4 of 5")
            app.keys("4")
            app.find("label", "Good, logged 14:10")
            app.find("push button", "Energy, 3 of 5").click()
            app.find("push button", "Sugar").click()
            note = app.find("text", "Note")
            note.click()
            # Digits are text here, not moods.
            app.type("5 plums")
            wait(lambda: "5 plums" in note.text, "the note to be typed")
            self.assertTrue(app.find("push button", "Good, 4 of 5").has("pressed"))
        with self.app() as app:
            app.find("label", "Good, logged 14:10")
            for name in ("Energy, 3 of 5", "Sugar"):
                self.assertTrue(app.find("push button", name).has("pressed"), name)
            wait(lambda: "5 plums" in app.find("text", "Note").text, "the note to be kept")

    def test_note_typed_before_another_day(self):
        with self.app() as app:
            app.keys("4")
            note = app.find("text", "Note")
            note.click()
            app.type("plum")
            app.keys("alt+Left")
            app.find("label", "How were you?")
            # A check-in of that day has nothing of it.
            app.find("push button", "Low, 2 of 5").click()
            wait(lambda: app.find("text", "Note").text.strip("\ufffc") == "",
                 "the note of another day to be empty")
            app.keys("alt+Home")
            app.find("label", "Good, logged 14:10")
            wait(lambda: "plum" in app.find("text", "Note").text, "the note to be kept")

    def test_mood_by_click_is_undone(self):
        with self.app() as app:
            low = app.find("push button", "Low, 2 of 5").click()
            app.find("push button", UNDO).click()
            wait(lambda: not low.has("pressed"), "no face to be chosen")
            app.gone("label", "Low, logged 14:10")

    def test_menu_of_a_row(self):
        with self.app() as app:
            app.find("list item", re.compile("^Walk, ")).click(button=3)
            app.find("menu item", "Skip").activate()
            app.find("menu item", "No time").activate()
            app.find("label", "Skipped: No time")
            self.becomes("Walk", "skipped")
            # The hidden menu does not keep the keyboard.
            app.keys("alt+2")
            app.gone("label", "Skipped: No time")
            app.keys("alt+1")
            row = app.find("list item", re.compile("^Meditation, ")).click()
            wait(lambda: row.has("focused"), "the row to have the focus")
            app.keys("shift+F10")
            app.find("menu item", "Partly Done").activate()
            app.find("label", "Partly · 5 of 10 min")
            self.becomes("Meditation", "partly")
            # What was done partly is not done, neither in the list nor in the ring.
            app.find("push button", "Log Sleep as done").click()
            app.find("label", "1 of 2 done")
            app.find(name="1 of 3 done")

    def test_tooltip_makes_way_for_the_menu(self):
        with self.app() as app:
            more = app.find("push button", "More for Walk")
            windows = len(app._windows())
            app.rest_on(more)
            # No key and no click, which would hide it anyway.
            more.children[0].activate()
            app.find("menu item", "Skip")
            wait(lambda: len(app._windows()) == windows + 1, "the menu alone")

    def test_keys_alone(self):
        with self.app() as app:
            row = app.find("list item", re.compile("^Meditation, ")).click()
            wait(lambda: row.has("focused"), "the row to have the focus")
            app.keys("space")
            self.becomes("Meditation", "done")
            # The row is still the same one and has the focus.
            app.keys("space")
            self.becomes("Meditation", "due")
            app.keys("ctrl+l")
            app.find("dialog", "Log Something")
            app.find("label", "Log Something")
            app.keys("Return")
            app.find("list item", "Walk, Thursday 14:10 to 14:30, done")

    def test_other_days(self):
        with self.app() as app:
            app.find("label", "Thursday 19 November")
            app.keys("alt+Right")
            app.find("label", "Friday 20 November")
            self.assertFalse(app.find("push button", "Log Walk as done").has("sensitive"))
            app.keys("alt+Left")
            app.find("label", "Thursday 19 November")
            app.keys("alt+Left")
            app.find("label", "Wednesday 18 November")
            app.find("push button", "Log Walk as done").click()
            self.becomes("Walk", "done", "2026-11-18")
            logged = self.ctl("agenda", "--from", "2026-11-18", "--to", "2026-11-18")
            walk = [row for row in logged["occurrences"] if row["title"] == "Walk"][0]
            self.assertTrue(walk["at"].startswith("2026-11-18T17:30"), walk)
            app.keys("alt+Home")
            app.find("label", "Thursday 19 November")

    def test_nothing_is_logged_on_a_day_ahead(self):
        self.ctl("plan", "add", "--practice", "own", "--title", "Sauna", "--start",
                 "2026-11-16T12:00", "--quota", "2")
        with self.app() as app:
            app.find("push button", "Good, 4 of 5")
            self.assertTrue(app.find("push button", "Log Sauna as done").has("sensitive"))
            app.keys("alt+Right")
            app.find("label", "Friday 20 November")
            app.gone("push button", "Good, 4 of 5")
            self.assertFalse(app.find("push button", "Log Sauna as done").has("sensitive"))
            app.keys("4", "ctrl+l")
            # What happened, happened until now.
            self.assertTrue(app.find("dialog", "Log Something"))
            app.keys("Return")
            app.find("label", re.compile("logged$"))
            app.keys("alt+Home")
            app.find("list item", "Walk, Thursday 14:10 to 14:30, done")
            app.find("label", "How are you?")
            self.assertFalse(app.find("push button", "Good, 4 of 5").has("pressed"))
            self.assertTrue(app.find("push button", "Log Sauna as done").has("sensitive"))

    def test_next_and_later_and_night(self):
        with self.app() as app:
            app.find("label", "Next, in 3 h 20 min")
            app.find("push button", "Later").click()
            app.find("list item", re.compile("^Walk, Thursday 18:00 "))
            app.find("push button", "Walked: Walk").click()
            self.becomes("Walk", "done")
            app.find("push button", "Log Sleep as done").click()
            app.find("label", "Slept 8 h 00")
            app.keys("alt+Right")
            app.find("list item", re.compile("^Walk, Friday 17:30 "))

    def test_pause_ends_with_one_click(self):
        self.ctl("pause", "add", "--from", "2026-11-19", "--to", "2026-11-22", "--reason", "travel")
        with self.app() as app:
            app.find("label", "Paused: travelling")
            app.find("label", re.compile("until Monday"))
            app.find("push button", "End Pause").click()
            app.gone("label", "Paused: travelling")
            self.becomes("Walk", "planned")

    def test_days_of_another_pause_are_refused(self):
        self.ctl("pause", "add", "--from", "2026-11-21", "--to", "2026-11-22", "--reason", "travel")
        with self.app() as app:
            app.find("push button", re.compile("Pause…$")).activate()
            app.find("label", re.compile("is paused already: travelling"))
            accept = app.find("push button", re.compile("Pause$"))
            self.assertFalse(accept.has("sensitive"))

    def test_a_long_factor_leaves_the_page_its_width(self):
        factor = "Geburtstagsfeierlichkeitsvorbereitungsaufregung" * 6
        self.ctl("mood", "4", "--factor", factor)
        with self.app() as app:
            app.find("label", "Thursday 19 November")
            app.resize(360, 640)
            great = app.find("push button", "Great, 5 of 5")
            wait(lambda: 0 < great.box[0] and great.box[0] + great.box[2] <= 360,
                 f"all faces in the window, not at {great.box}")
            app.find("push button", factor)

    def test_narrow_header_shows_the_date(self):
        with self.app() as app:
            app.find("label", "Thursday 19 November")
            app.resize(360, 640)
            # The days are above all, not below the list.
            previous = app.find("push button", "Previous Day", where=lambda node: node.box[1] < 200)
            previous.click()
            app.find("label", "Wed 18 November")
            app.keys("alt+Home")
            app.find("page tab", "Progress").activate()
            app.gone("label", "Thu 19 November")
            app.find("page tab", "Today").activate()
            app.find("label", "Thu 19 November")


if __name__ == "__main__":
    tap.main()
