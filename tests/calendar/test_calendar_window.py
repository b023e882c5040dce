#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the calendar as a user does: by pointer, by keys, and by what a screen reader is told."""

import re
import unittest

import tap
from calendar_app import Calendar, place_of
from desktop import wait, xdotool


class Names(unittest.TestCase):
    def test_every_state_has_its_words(self):
        with Calendar() as app:
            for name in ["Meditation, Monday 07:10 to 07:20, done",
                         "Meditation, Tuesday 07:10 to 07:20, partly",
                         "Meditation, Wednesday 07:10 to 07:20, skipped",
                         "Breathwork, Tuesday 21:45 to 21:55, missed",
                         "Start sauerkraut, Friday 15:00 to 16:30, planned",
                         "Meditation, Saturday 07:10 to 07:20, paused",
                         "Sleep, Wednesday 00:15 to 07:00, done"]:
                app.occurrence(name)
            app.find(role="push button", name="Sauna, 1 of 1 this week; 2 without the pause")
            app.find(name="Thursday 19 November, 3 of 8 done, Good")

    def test_narrow(self):
        with Calendar("--narrow") as app:
            app.find(role="push button", name="Wednesday 18 November, 6 of 7 done")
            app.occurrence("Kimchi rice bowl, Thursday")
            self.assertFalse(app.has_occurrence("Start sauerkraut"))
            app.find(role="push button", name=re.compile("^Friday 20 November")).click()
            app.occurrence("Start sauerkraut, Friday")
            app.find(role="push button", name="Today").click()
            app.occurrence("Kimchi rice bowl, Thursday")


class Adding(unittest.TestCase):
    def test_by_dragging_over_the_hours(self):
        with Calendar() as app:
            app.drag(app.point("Friday", 10), app.point("Friday", 11, 0))
            self.assertEqual(app.dialog("Add to Plan").role, "dialog")
            self.assertEqual(app.find(role="spin button", name="Time").text, "10:00")
            self.assertEqual(app.find(role="spin button", name=re.compile("^Duration")).text, "60")
            app.keys("ctrl+a")
            app.type("Fold the laundry")
            app.keys("ctrl+s")
            app.occurrence("Fold the laundry, Friday 10:00 to 11:00, planned")
            app.find(name="Fold the laundry added")

    def test_by_key_and_with_nothing_lost(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("Down", "Insert")
            app.dialog("Add to Plan")
            app.keys("ctrl+a", "BackSpace", "ctrl+s")
            app.find(name="Give it a title, so that you know it when you see it.")
            app.type("Tea")
            app.keys("Escape")
            app.answer("Keep Editing")
            app.take_keyboard()
            app.keys("ctrl+s")
            app.occurrence("Tea, Friday 16:00 to 16:30, planned")

    def test_every_week(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("Return")
            app.dialog("Edit")
            app.find(role="combo box", name="Repeats").click()
            app.find(role="label", name="Every day")
            app.keys("Down", "Down", "Down", "Return")
            app.find(role="label", name="Next days")
            self.assertTrue(app.matching(name="Fri 20 Nov, Fri 27 Nov, Fri 4 Dec, Fri 11 Dec, "
                                              "Fri 18 Dec"))
            app.keys("ctrl+s")
            app.find(name="Start sauerkraut changed")
            app.keys("Page_Down")
            app.occurrence("Start sauerkraut, Friday 15:00 to 16:30, planned")


class Moving(unittest.TestCase):
    def test_by_dragging_to_another_day(self):
        with Calendar() as app:
            app.drag(app.point("Friday", 15, 40), app.point("Thursday", 10, 40))
            app.occurrence("Start sauerkraut, Thursday 10:00 to 11:30")
            app.keys("ctrl+z")
            app.occurrence("Start sauerkraut, Friday 15:00 to 16:30")

    def test_the_folded_night_opens(self):
        with Calendar() as app:
            top = place_of(app, app.occurrence("Sleep, Wednesday 00:15"))[1]
            x, y = app.point("Friday", 15, 40)
            app.drag((x, y), (x, top + 30), steps=20)
            app.occurrence("Start sauerkraut, Friday 0[0-5]:")
            app.find(role="label", name="Night hours folded")

    def test_escape_leaves_everything_where_it_was(self):
        with Calendar() as app:
            start, end = app.point("Friday", 15, 40), app.point("Thursday", 10, 40)
            app.take_keyboard()
            xdotool("mousemove", *start, "mousedown", 1)
            for step in range(1, 6):
                xdotool("mousemove", start[0] + (end[0] - start[0]) * step // 5,
                        start[1] + (end[1] - start[1]) * step // 5)
            app.find(role="label", name="Thu 10:00 – 11:30")
            xdotool("key", "Escape")
            app.gone(role="label", name="Thu 10:00 – 11:30")
            xdotool("mouseup", 1)
            app.occurrence("Start sauerkraut, Friday 15:00 to 16:30")

    def test_by_key(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("shift+Down")
            node = app.occurrence("Start sauerkraut, Friday 15:15 to 16:45")
            wait(lambda: node.has("focused"), "the focus to stay")
            app.keys("alt+Left")
            app.occurrence("Start sauerkraut, Thursday 15:15 to 16:45")

    def test_one_of_a_series(self):
        with Calendar() as app:
            app.select("Breathwork, Friday")
            app.keys("shift+Up")
            app.dialog("Move Which Ones?")
            app.answer("Only This One")
            app.occurrence("Breathwork, Friday 21:30 to 21:40")
            app.occurrence("Breathwork, Thursday 21:45")


    def test_one_of_a_series_by_pointer(self):
        with Calendar() as app:
            app.drag(app.point("Friday", 17, 40), app.point("Friday", 10, 40))
            app.dialog("Move Which Ones?")
            app.answer("Only This One")
            app.occurrence("Walk 20 min, Friday 10:30 to 10:50")
            app.occurrence("Walk 20 min, Thursday 17:30")
            app.find(role="push button", name=re.compile("^_?Undo")).click()
            app.occurrence("Walk 20 min, Friday 17:30 to 17:50")

    def test_this_and_later_by_key(self):
        with Calendar() as app:
            app.select("Breathwork, Friday")
            app.keys("shift+Up")
            app.dialog("Move Which Ones?")
            app.reach(app.find(role="push button", name=re.compile("This and Later$")))
            app.keys("Return")
            app.occurrence("Breathwork, Friday 21:30 to 21:40")
            app.occurrence("Breathwork, Saturday 21:30 to 21:40")
            app.occurrence("Breathwork, Thursday 21:45")
            app.keys("ctrl+z")
            app.occurrence("Breathwork, Saturday 21:45 to 21:55")

    def test_all_by_key(self):
        with Calendar() as app:
            app.select("Breathwork, Friday")
            app.keys("shift+Up")
            app.dialog("Move Which Ones?")
            app.reach(app.find(role="push button", name=re.compile("All$")))
            app.keys("space")
            app.occurrence("Breathwork, Thursday 21:30 to 21:40")
            app.keys("ctrl+z")
            app.occurrence("Breathwork, Thursday 21:45")


class Logging(unittest.TestCase):
    def test_space_logs_and_takes_back(self):
        with Calendar() as app:
            app.select("Kefir, almonds, Thursday")
            app.keys("space")
            app.occurrence("Kefir, almonds, Thursday 16:00 to 16:15, done")
            app.keys("space")
            app.occurrence("Kefir, almonds, Thursday 16:00 to 16:15, planned")

    def test_the_menu_by_key(self):
        with Calendar() as app:
            app.select("Kefir, almonds, Thursday")
            app.keys("Menu")
            app.find(role="menu item", name="Partly")
            app.keys("Down", "Return")
            app.occurrence("Kefir, almonds, Thursday 16:00 to 16:15, partly")

    def test_a_reason_in_the_menu_by_ear(self):
        with Calendar() as app:
            app.occurrence("Kefir, almonds, Thursday").click(button=3)
            app.find(role="menu item", name="Skip").activate()
            app.find(role="menu item", name="Ill").activate()
            app.occurrence("Kefir, almonds, Thursday 16:00 to 16:15, skipped")

    def test_the_menu_hides_the_tooltip(self):
        with Calendar() as app:
            block = app.select("Kefir, almonds, Thursday")
            windows = len(app._windows())
            app.rest_on(block)
            app.keys("Menu")
            app.find(role="menu item", name="Partly")
            wait(lambda: len(app._windows()) == windows + 1, "the menu alone")

    def test_a_quota(self):
        with Calendar() as app:
            app.find(role="push button", name="Long walk, 0 of 1 this week").click()
            chip = app.find(role="push button", name="Long walk, 1 of 1 this week")
            chip.click(button=3)
            app.find(role="menu item", name=re.compile("^Edit")).activate()
            app.dialog("Edit")
            app.keys("ctrl+a")
            app.type("Hike")
            app.keys("ctrl+s")
            app.find(role="push button", name="Hike, 1 of 1 this week")

    def test_another_number(self):
        """It holds from this week on; the week before keeps its own, and one undo takes it back."""
        three = "Long walk, 0 of 2 this week; 3 without the pause"
        with Calendar() as app:
            app.find(role="push button", name="Long walk, 0 of 1 this week").click(button=3)
            app.find(role="menu item", name=re.compile("^Edit")).activate()
            app.dialog("Edit")
            app.find(name="Another number holds from this week on")
            app.reach(app.find(role="spin button", name=re.compile("^Times a week")))
            app.keys("Up", "Up", "ctrl+s")
            app.find(role="push button", name=three)
            app.find(role="push button", name="Previous").click()
            app.find(role="push button", name="Long walk, 0 of 1 this week")
            app.find(role="push button", name="Today").click()
            app.find(role="push button", name=three)
            app.keys("ctrl+z")
            app.find(role="push button", name="Long walk, 0 of 1 this week")


class Removing(unittest.TestCase):
    def test_delete_and_undo(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("Delete")
            app.gone(role="list item", name=re.compile("^Start sauerkraut"))
            app.find(role="push button", name=re.compile("Undo")).click()
            app.occurrence("Start sauerkraut, Friday 15:00 to 16:30")

    def test_this_and_later(self):
        with Calendar() as app:
            app.select("Breathwork, Friday")
            app.keys("Delete")
            app.dialog("Remove Which Ones?")
            app.answer("This and Later")
            app.gone(role="list item", name=re.compile("^Breathwork, (Friday|Saturday|Sunday)"))
            app.occurrence("Breathwork, Thursday")


class Travelling(unittest.TestCase):
    def test_weeks_and_today(self):
        with Calendar() as app:
            app.select("Start sauerkraut")
            app.keys("Page_Down")
            app.find(role="label", name="23–29 November")
            app.keys("ctrl+Right")
            app.find(role="label", name="30 November – 6 December")
            app.keys("Home")
            app.find(role="label", name="16–22 November")

    def test_the_edge_leads_on(self):
        with Calendar() as app:
            app.select("Walk 20 min, Sunday")
            app.keys("Right")
            app.find(role="label", name="23–29 November")

    def test_day_view_and_zoom(self):
        with Calendar() as app:
            app.find(role="push button", name="Day").click()
            app.find(role="label", name="Thursday 19 November")
            app.gone(role="list item", name=re.compile("Friday 15:00"))
            app.find(role="push button", name="Zoom In").click()
            app.gone(role="label", name="Night hours folded")


if __name__ == "__main__":
    tap.main()
