#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pauses days by hand, by pointer and by key, and takes each back."""

import re
import unittest

import tap
from calendar_app import Calendar, place_of
from desktop import wait, xdotool

TRAVEL = "Paused: travelling, 21–22 November"


def middle(app, node, dx=0):
    x, y = place_of(app, node)
    return x + node.box[2] // 2 + dx, y + node.box[3] // 2


def head(app, day):
    return app.find(name=re.compile(f"^{day}"), where=lambda node: node.role in ("panel", "group"))


def bar(app, name=TRAVEL):
    return app.find(role="push button", name=name)


def has_keyboard(app, name):
    """A closed popover leaves the keyboard to nobody, where there is no window manager."""
    def focused():
        app.take_keyboard()
        return bar(app, name).has("focused")
    wait(focused, f"the keyboard to come to {name}", step=0.2)


def take_back(app, *names):
    app.keys("ctrl+z")
    for name in names:
        bar(app, name)


def tab_back_to(app, node):
    app.reach(node, "shift+Tab", presses=12)


class Case(unittest.TestCase):
    def tearDown(self):
        xdotool("mouseup", 1, "keyup", "shift", "keyup", "ctrl")


class Adding(Case):
    def test_by_dragging_over_the_heads(self):
        with Calendar() as app:
            app.drag(middle(app, head(app, "Tuesday 17")), middle(app, head(app, "Wednesday 18")))
            app.find(role="label", name="New Pause")
            app.find(role="push button", name="antibiotics").activate()
            app.find(role="push button", name=re.compile("Add$")).activate()
            bar(app, "Paused: antibiotics, 17–18 November")
            bar(app)
            app.keys("ctrl+z")
            app.gone(role="push button", name="Paused: antibiotics, 17–18 November")

    def test_by_key(self):
        with Calendar() as app:
            tab_back_to(app, head(app, "Monday 16"))
            app.keys("Right", "shift+Right", "Return")
            app.find(role="label", name="New Pause")
            app.keys("alt+a")
            bar(app, "Paused: ill, 17–18 November")
            app.keys("ctrl+z")
            app.gone(role="push button", name="Paused: ill, 17–18 November")

    def test_from_the_menu_of_a_day(self):
        with Calendar() as app:
            head(app, "Wednesday 18").click(button=3)
            app.find(role="menu item", name="Pause…").activate()
            app.find(role="label", name="New Pause")
            app.find(role="push button", name=re.compile("Add$")).activate()
            bar(app, "Paused: ill, 18 November")

    def test_escape_chooses_nothing(self):
        with Calendar() as app:
            start = middle(app, head(app, "Tuesday 17"))
            end = middle(app, head(app, "Wednesday 18"))
            app.take_keyboard()
            xdotool("mousemove", *start, "mousedown", 1, "mousemove", start[0] + 30, start[1],
                    "mousemove", *end)
            xdotool("key", "Escape", "mouseup", 1)
            self.assertFalse(app.matching(role="label", name="New Pause"))

    def test_days_of_another_pause_are_refused(self):
        with Calendar() as app:
            app.drag(middle(app, head(app, "Friday 20")), middle(app, head(app, "Saturday 21")))
            app.find(role="label", name="21–22 November is paused already: travelling.")
            add = app.find(role="push button", name=re.compile("Add$"))
            self.assertFalse(add.has("sensitive"))
            app.find(role="push button", name="travelling").activate()
            wait(lambda: add.has("sensitive"), "the same reason to be joined")
            add.activate()
            bar(app, "Paused: travelling, 20–22 November")
            take_back(app, TRAVEL)

    def test_nothing_is_counted(self):
        with Calendar() as app:
            app.find(name="Thursday 19 November, 3 of 8 done, Good")
            app.drag(middle(app, head(app, "Wednesday 18")), middle(app, head(app, "Thursday 19")))
            app.find(role="push button", name=re.compile("Add$")).activate()
            bar(app, "Paused: ill, 18–19 November")
            # what was done stays done, and the day counts for nothing
            app.occurrence("Walk 20 min, Thursday 17:30 to 17:50, paused")
            app.find(name="Thursday 19 November, paused: ill, Good")
            app.keys("ctrl+z")
            app.find(name="Thursday 19 November, 3 of 8 done, Good")


    def test_month_and_year_count_nothing_either(self):
        def cell(app, day, words):
            app.find(role="table cell", name=re.compile(f"^{day} November, {words}"))
        with Calendar() as app:
            app.drag(middle(app, head(app, "Wednesday 18")), middle(app, head(app, "Thursday 19")))
            app.find(role="push button", name=re.compile("Add$")).activate()
            bar(app, "Paused: ill, 18–19 November")
            app.find(name="Month", where=lambda node: "button" in node.role).click()
            cell(app, "Wednesday 18", "mood okay, (Choir, )?paused: ill$")
            cell(app, "Thursday 19", "mood good, paused: ill$")
            cell(app, "Monday 16", "mood good, 8 of 8 done")
            app.find(name="Year", where=lambda node: "button" in node.role).click()
            # the days to come have nothing to leave out yet
            app.find(role="label", name=re.compile("2 paused days are left out"))
            app.keys("ctrl+z")
            app.gone(role="label", name=re.compile("paused days? (is|are) left out"))
            app.find(name="Month", where=lambda node: "button" in node.role).click()
            cell(app, "Thursday 19", "mood good, 3 of 8 done")


class Changing(Case):
    def test_an_end_by_pointer(self):
        # the place that is told of a bar has no padding in it
        with Calendar() as app:
            x, y = place_of(app, bar(app))
            app.drag((x - 6, y + 10), middle(app, head(app, "Thursday 19"))[:1] + (y + 10,))
            bar(app, "Paused: travelling, 19–22 November")
            take_back(app, TRAVEL)
            node = bar(app)
            x, y = place_of(app, node)
            app.drag((x + node.box[2] + 6, y + 10),
                     (middle(app, head(app, "Saturday 21"))[0], y + 10))
            bar(app, "Paused: travelling, 21 November")
            take_back(app, TRAVEL)

    def test_the_ends_by_key(self):
        with Calendar() as app:
            node = bar(app)
            node.click()
            app.find(role="label", name="Pause")
            app.keys("Escape")
            app.gone(role="label", name="Pause")
            has_keyboard(app, TRAVEL)
            app.keys("shift+Left")
            node = bar(app, "Paused: travelling, 21 November")
            wait(lambda: node.has("focused"), "the focus to stay")
            app.keys("ctrl+shift+Left")
            bar(app, "Paused: travelling, 20–21 November")
            app.keys("ctrl+z")
            take_back(app, TRAVEL)

    def test_by_form(self):
        with Calendar() as app:
            bar(app).click()
            app.find(role="push button", name="ill").activate()
            app.find(role="push button", name=re.compile("Save$")).activate()
            bar(app, "Paused: ill, 21–22 November")
            take_back(app, TRAVEL)

    def test_delete(self):
        with Calendar() as app:
            bar(app).click()
            app.keys("Escape")
            has_keyboard(app, TRAVEL)
            app.keys("Delete")
            app.gone(role="push button", name=TRAVEL)
            take_back(app, TRAVEL)


class Quotas(Case):
    """Something to do a number of times in the week."""

    def test_by_key(self):
        with Calendar() as app:
            tab_back_to(app, app.find(role="push button", name="Call a friend, 1 of 1 this week"))
            app.keys("Tab", "Return")
            app.find(role="menu item", name="Log On")
            app.find(role="menu item", name="Log Today").activate()
            app.find(role="push button", name="Long walk, 1 of 1 this week")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")

    def test_a_pause_asks_for_less(self):
        with Calendar() as app:
            # two of seven days are paused
            app.find(role="push button", name="Sauna, 1 of 1 this week; 2 without the pause")
            app.find(role="label", name="1 of 1")
            bar(app).click()
            app.keys("Escape")
            has_keyboard(app, TRAVEL)
            app.keys("Delete")
            app.find(role="push button", name="Sauna, 1 of 2 this week")
            take_back(app, TRAVEL)
            app.find(role="push button", name="Sauna, 1 of 1 this week; 2 without the pause")

    def test_a_pause_of_the_week_asks_for_nothing(self):
        with Calendar() as app:
            app.drag(middle(app, head(app, "Monday 16")), middle(app, head(app, "Friday 20")))
            app.find(role="push button", name=re.compile("Add$")).activate()
            bar(app, "Paused: ill, 16–20 November")
            # what was done is not taken away
            app.find(role="push button",
                     name="Sauna, 1 done this week, paused; 2 without the pause")
            app.find(role="push button", name="Long walk, paused this week; 1 without the pause")
            app.find(role="label", name="Paused")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")

    def test_by_dropping_its_chip_on_a_day(self):
        with Calendar() as app:
            chip = app.find(role="push button", name="Long walk, 0 of 1 this week")
            app.drag(middle(app, chip), middle(app, head(app, "Wednesday 18")), steps=20)
            app.find(role="push button", name="Long walk, 1 of 1 this week")
            app.occurrence("Long walk, Wednesday 12:00")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")

    def test_by_dropping_its_chip_on_an_hour(self):
        with Calendar() as app:
            chip = app.find(role="push button", name="Long walk, 0 of 1 this week")
            app.drag(middle(app, chip), app.point("Thursday", 10), steps=30)
            app.find(role="push button", name="Long walk, 0 of 1 this week, 1 planned")
            app.select("Long walk, Thursday 10:00 to 10:45, due")
            app.keys("space")
            app.find(role="push button", name="Long walk, 1 of 1 this week")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week, 1 planned")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")
            app.gone(role="list item", name=re.compile("^Long walk, Thursday"))

    def hold_over_ten(self, app):
        """Holds the chip over an hour; tells where it came from."""
        chip = app.find(role="push button", name="Long walk, 0 of 1 this week")
        x, y = middle(app, chip)
        to_x, to_y = app.point("Thursday", 10)
        app.take_keyboard()
        xdotool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 21):
            xdotool("mousemove", x + (to_x - x) * step // 20, y + (to_y - y) * step // 20)
        app.find(role="label", name="Thu 10:00 – 10:45")
        return x, y

    def test_taken_away_it_plans_nothing(self):
        with Calendar() as app:
            x, y = self.hold_over_ten(app)
            xdotool("mousemove", x, y)
            app.gone(role="label", name="Thu 10:00 – 10:45")
            xdotool("mouseup", 1)
            app.find(role="push button", name="Long walk, 0 of 1 this week")

    def test_cancelled_by_escape_it_plans_nothing(self):
        with Calendar() as app:
            self.hold_over_ten(app)
            xdotool("key", "Escape")
            app.gone(role="label", name="Thu 10:00 – 10:45")
            xdotool("mouseup", 1)
            app.find(role="push button", name="Long walk, 0 of 1 this week")
            self.assertFalse(app.has_occurrence("Long walk, Thursday"))

    def test_planned_by_key(self):
        with Calendar() as app:
            tab_back_to(app, app.find(role="push button", name="Call a friend, 1 of 1 this week"))
            app.keys("Tab", "Return")
            app.find(role="menu item", name="Plan At…").activate()
            app.find(role="label", name="Plan Long walk")
            app.find(role="push button", name=re.compile("Plan$")).activate()
            app.find(role="push button", name="Long walk, 0 of 1 this week, 1 planned")
            app.occurrence("Long walk, Thursday 15:00 to 15:45, planned")
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")


if __name__ == "__main__":
    tap.main()
