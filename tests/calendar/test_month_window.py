#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the month and the year as a user does: by pointer, by keys, and by what a screen reader is
told. The title of the window says what was asked for."""

import os
import re
import unittest

import tap
from desktop import App, wait, xdotool

PROGRAM = os.environ["MONTH_WINDOW"]


class Views(App):
    """The window with the sample week of Thursday 19 November 2026, 14:10."""

    def __init__(self, *arguments, env=None):
        super().__init__([PROGRAM, *arguments], env=env)

    def cell(self, name):
        return self.find(role="table cell", name=re.compile(f"^{name}"))

    def focused(self, name):
        return wait(lambda: next((n for n in self.matching(name=re.compile(f"^{name}"))
                                  if n.has("focused")), None), f"the focus on {name}")

    def title(self, text):
        self.find(role="frame", name=text)

    def enter(self, name):
        """Brings the keyboard to a day."""
        self.cell(name).click()
        return wait(lambda: next((n for n in self.matching(role="table cell")
                                  if n.has("focused") and re.match(name, n.name)), None),
                    f"the focus on {name}")


class Month(unittest.TestCase):
    def test_names(self):
        with Views() as app:
            for name in ["Monday 16 November, mood good, 8 of 8 done",
                         "Wednesday 18 November, mood okay, 6 of 7 done, Choir",
                         "Thursday 12 November, mood not logged, 3 of 4 done",
                         "Friday 20 November, [0-9] planned, Start sauerkraut",
                         "Saturday 21 November, paused: travelling"]:
                app.cell(name)
            self.assertIn("Meditation: partly", app.cell("Tuesday 17 November").description)
            self.assertEqual(len(app.matching(role="table cell")), 42)
            app.find(name="Week 47")

    def test_keys(self):
        with Views() as app:
            app.enter("Thursday 19 November")
            for key, title in (("Left", "select 2026-11-18"), ("Up", "select 2026-11-11"),
                               ("Home", "select 2026-11-09"), ("End", "select 2026-11-15"),
                               ("Down", "select 2026-11-22"), ("Return", "open 2026-11-22"),
                               ("ctrl+Home", "select 2026-11-19"), ("space", "open 2026-11-19"),
                               ("shift+F10", "menu 2026-11-19"), ("Next", "step 2026-12-19"),
                               ("Prior", "step 2026-11-19")):
                app.keys(key)
                app.title(title)
            app.focused("Thursday 19 November")

    def test_leaving_the_month(self):
        with Views("--date", "2026-11-30") as app:
            app.enter("Monday 30 November")
            app.keys("Right")
            app.focused("Tuesday 1 December")
            app.keys("Up")
            app.focused("Tuesday 24 November")

    def test_one_stop_of_the_focus(self):
        with Views("--narrow") as app:
            app.enter("Thursday 19 November")
            app.keys("Tab")
            wait(lambda: app.find(role="push button", name="Thursday 19 November").has("focused"),
                 "the focus to go on to the day below")
            app.keys("shift+Tab")
            app.focused("Thursday 19 November, mood good")

    def test_pointer(self):
        with Views() as app:
            app.cell("Wednesday 18 November").click()
            app.title("open 2026-11-18")
            app.cell("Tuesday 17 November").click(button=3)
            app.title("menu 2026-11-17")

    def test_action(self):
        """What assistive technology does without pointer and keys."""
        with Views("--narrow") as app:
            cell = app.cell("Wednesday 18 November")
            self.assertEqual(cell.accessible.get_action_iface().get_n_actions(), 1)
            cell.activate()
            app.title("open 2026-11-18")

    def test_filter(self):
        with Views("--practices", "2") as app:
            app.cell("Monday 16 November, mood good, 1 of 1 done$")
            self.assertFalse(app.matching(name=re.compile("Choir")))

    def test_narrow(self):
        with Views("--narrow") as app:
            app.find(name=re.compile("^Choir|^Kimchi rice bowl, Thursday"))
            app.cell("Wednesday 18 November").click()
            app.title("select 2026-11-18")
            app.find(role="list item", name="Choir, Wednesday 19:45 to 21:15, done")
            app.find(role="push button", name="Wednesday 18 November").click()
            app.title("open 2026-11-18")

    def test_right_to_left(self):
        with Views(env={"BRINE_DIRECTION": "rtl"}) as app:
            monday, tuesday = app.cell("Monday 16 November"), app.cell("Tuesday 17 November")
            app.enter("Thursday 19 November")
            app.keys("Left")
            app.title("select 2026-11-20" if tuesday.box[0] < monday.box[0]
                      else "select 2026-11-18")


class Year(unittest.TestCase):
    def test_names(self):
        with Views("--year") as app:
            app.enter("Thursday 19 November, mood good, 3 of 8 done")
            heading = app.find(name="November", where=lambda n: n.description)
            self.assertEqual(heading.description, "Mood logged on 4 of 11 days. Middle value 4.")
            app.find(name=re.compile("^Mood logged on 4 of 11 days"))
            self.assertLess(len(app.matching(role="table cell")), 3)

    def test_keys(self):
        with Views("--year") as app:
            app.enter("Thursday 19 November")
            for key, name in (("Left", "Wednesday 18 November"), ("Up", "Wednesday 11 November"),
                              ("Home", "Sunday 1 November"), ("Left", "Saturday 31 October"),
                              ("End", "Saturday 31 October"), ("Down", "Saturday 7 November"),
                              ("ctrl+Home", "Thursday 19 November")):
                app.keys(key)
                app.focused(name)
            app.keys("Return")
            app.title("open 2026-11-19")
            app.keys("Next")
            app.title("step 2027-11-19")
            app.focused("Friday 19 November 2027")
            app.keys("Prior", "Menu")
            app.title("menu 2026-11-19")

    def test_action(self):
        with Views("--year") as app:
            cell = app.cell("Thursday 19 November")
            self.assertEqual(cell.accessible.get_action_iface().get_n_actions(), 1)
            cell.activate()
            app.title("open 2026-11-19")

    def test_leaving_the_year(self):
        with Views("--year", "--date", "2026-12-31") as app:
            app.enter("Thursday 31 December")
            app.keys("Right")
            app.focused("Friday 1 January 2027")

    def test_measure(self):
        with Views("--year") as app:
            app.find(role="push button", name="Adherence").click()
            app.find(name=re.compile("planned things done"))
            app.find(role="push button", name="Show Numbers").click()
            wait(lambda: app.find(role="push button", name="Show Numbers").has("pressed"),
                 "numbers to be shown")

    def test_filter_by_state(self):
        """What is missed, in the year, by what a screen reader is told."""
        with Views("--year", "--states", "16") as app:
            app.enter("Thursday 19 November, mood good, 3 of 8 done, 0 shown")
            heading = app.find(name="November", where=lambda n: n.description)
            self.assertRegex(heading.description, r"^[1-9] shown, on [1-9] days?\. Mood logged")
            app.keys("Left", "Left")
            app.focused("Tuesday 17 November, mood [a-z]+, [0-9] of [0-9] done, 2 shown")

    def test_pointer(self):
        with Views("--year") as app:
            cell = app.enter("Thursday 19 November")
            x, y, width, height = cell.box
            app.pointer_to(cell, x - width // 2, y + height // 2)
            xdotool("click", 1)
            app.title("open 2026-11-18")


if __name__ == "__main__":
    tap.main()
