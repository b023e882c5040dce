#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits the plan in the calendar as somebody would, by keys and by ear."""

import os
import re
import unittest

import tap
from desktop import wait, xdotool
from diary import DiaryCase

UNDO = re.compile("^_?Undo")


class Plan(DiaryCase):
    now = "2026-11-19T14:10"

    def plan(self, title, start, minutes=20, practice="walk", rule=None):
        repeat = ("--rrule", rule) if rule else ()
        return self.ctl("plan", "add", "--practice", practice, "--title", title, "--start", start,
                        "--minutes", str(minutes), *repeat)["id"]

    def starts(self, title, first, last):
        rows = self.ctl("agenda", "--from", first, "--to", last)["occurrences"]
        return [row["start"][:16] for row in rows if row["title"] == title]

    def calendar(self):
        return self.app()

    @staticmethod
    def select(app, name):
        app.take_keyboard()
        app.keys("alt+2")
        node = app.find(role="list item", name=re.compile("^" + name))
        node.click()
        wait(lambda: node.has("focused"), f"the focus on {name}", step=0.2)

    def choice(self, app, title):
        return app.find(role="push button", name=title)

    def in_order(self, nodes):
        return [node.name for node in sorted(nodes, key=lambda node: node.box[0])]

    def test_weeks_start_where_they_are_set_to(self):
        """The letters of weekdays, in the buttons and in the month, in the order of the setting."""
        days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        walk = self.plan("Walk", "2026-11-19T17:30", rule="FREQ=WEEKLY;BYDAY=TU,SA")
        wanted = days[5:] + days[:5]
        with self.calendar() as app:
            app.keys("ctrl+comma")
            app.open_list(self.dialog(app, "Preferences").find(name=re.compile("^Week Starts On")))
            app.keys("Down", "Down", "Return")
            app.find("label", "Saturday")
            app.keys("Escape")
            self.dialog_gone(app, "Preferences")
            app.action("edit-occurrence", walk, "2026-11-19T17:30:00")
            app.find("text", "Title")
            toggles = wait(lambda: app.matching("push button", re.compile("^[A-Z][a-z]{2,}day$"))[:7],
                           "the weekdays")
            self.assertEqual(self.in_order(toggles), wanted)
            self.assertEqual({node.name for node in toggles if node.has("pressed")},
                             {"Saturday", "Tuesday"})
            app.take_keyboard()
            app.find(name=re.compile("^Date, ")).click()
            cells = wait(lambda: app.matching("table cell", re.compile("2026$"))[:7],
                         "the days of the month")
            self.assertEqual([name.split()[0] for name in self.in_order(cells)], wanted)

    def test_the_form_is_even_and_stops_where_something_can_be_done(self):
        """What was chosen ends where it ends in all rows; days that follow are heard, not walked."""
        walk = self.plan("Walk", "2026-11-19T17:30", rule="FREQ=DAILY")
        with self.calendar() as app:
            app.action("edit-occurrence", walk, "2026-11-19T17:30:00")
            row = app.find("list item", re.compile("^Next days"), hidden=True)
            self.assertFalse(row.has("focusable"))
            repeats = app.find(name=re.compile("^Repeats"), where=lambda node: node.has("focusable"))
            wait(lambda: repeats.description.startswith("Next days: Thu 19 Nov, Fri 20 Nov"),
                 f"the next days, not {repeats.description}")
            app.find("push button", "Meal").activate()
            ends = [node.box[0] + node.box[2] for node in
                    (app.find("label", "No recipe"), app.find("label", "Any"))]
            self.assertLessEqual(abs(ends[0] - ends[1]), 2, ends)

    def test_this_and_later_says_what_it_moves(self):
        self.plan("Walk", "2026-11-16T17:30", rule="FREQ=DAILY;COUNT=10")
        for day in ("16", "17"):
            rows = self.ctl("agenda", "--from", f"2026-11-{day}", "--to", f"2026-11-{day}")
            row = rows["occurrences"][0]
            self.ctl("log", f"{row['item']}@2026-11-{day}T17:30", "done")
        with self.calendar() as app:
            self.select(app, "Walk, Friday")
            app.keys("shift+Down")
            self.dialog(app, "Move Which Ones?")
            self.assertEqual(self.choice(app, "Only This One").description, "Moves this walk only")
            self.assertEqual(self.choice(app, "This and Later").description,
                             "Moves this and 5 later walks to 17:45")
            self.assertEqual(self.choice(app, "All").description,
                             "Moves all 10 walks to 17:45. 2 that are logged stay as they were.")
            self.choice(app, "This and Later").click()
            app.find(role="list item", name=re.compile("^Walk, Friday 17:45"))
        self.assertEqual(self.starts("Walk", "2026-11-16", "2026-11-30"),
                         [f"2026-11-{day}T17:30" for day in range(16, 20)]
                         + [f"2026-11-{day}T17:45" for day in range(20, 26)])

    def test_a_day_copied_by_keys(self):
        self.plan("Walk", "2026-11-16T17:30", rule="FREQ=DAILY;COUNT=30")
        self.plan("Lunch", "2026-11-19T12:30", practice="meal")
        self.plan("Yoga", "2026-11-19T09:00", practice="own")
        with self.calendar() as app:
            self.select(app, "Lunch, Thursday")
            # To an empty hour of the same day: then the day is meant.
            app.keys("Down")
            app.find("list item", re.compile("^Thursday 19 November, .*empty"))
            app.keys("ctrl+c")
            app.find("label", "3 entries copied")
            app.keys("Right", "ctrl+v")
            # The walk is there already.
            app.find("label", re.compile("^2 entries copied to Fri 20"))
            app.find("list item", re.compile("^Lunch, Friday 12:30"))
            self.assertEqual(self.starts("Yoga", "2026-11-20", "2026-11-20"), ["2026-11-20T09:00"])
            self.assertEqual(len(self.starts("Walk", "2026-11-20", "2026-11-20")), 1)
            # By the key, which has no end: the words and their button go after ten seconds.
            app.keys("ctrl+z")
            app.gone("list item", re.compile("^Lunch, Friday"))
        self.assertEqual(self.starts("Lunch", "2026-11-16", "2026-11-30"), ["2026-11-19T12:30"])

    def test_a_week_as_template(self):
        self.plan("Lunch", "2026-11-19T12:30", practice="meal")
        self.plan("Sleep", "2026-11-15T23:00", 480, practice="sleep")
        with self.calendar() as app:
            self.select(app, "Lunch, Thursday")
            app.keys("Down", "Menu")
            app.find("menu item", "Use This Week as Template…").activate()
            app.find("label", re.compile("^2 entries of 16"))
            app.type("Winter")
            app.keys("Return")
            app.find("label", "Template “Winter” saved")
            app.keys("Page_Down", "Menu")
            app.find("menu item", "Apply Template…").activate()
            app.find("list item", re.compile("^Winter")).click()
            app.find("label", "2 entries added from “Winter”")
            app.find("list item", re.compile("^Lunch, Thursday 12:30"))
        self.assertEqual(self.starts("Lunch", "2026-11-23", "2026-11-29"), ["2026-11-26T12:30"])
        self.assertEqual(self.starts("Sleep", "2026-11-23", "2026-11-29"), ["2026-11-22T23:00"])

    def test_a_template_by_pointer(self):
        self.plan("Lunch", "2026-11-19T12:30", practice="meal")
        with self.calendar() as app:
            app.find("page tab", "Calendar").click()
            lunch = app.find("list item", re.compile("^Lunch, Thursday"))
            x, y, width, height = lunch.box

            def choose(item):
                app.pointer_to(lunch, x + width // 2, y + height + 60)
                xdotool("click", 3)
                app.choose(item)
            choose("Use This Week as Template…")
            app.find("label", re.compile("^1 entry of 16"))
            app.type("Winter")
            app.find("push button", re.compile("Save$")).click()
            app.find("label", "Template “Winter” saved")
            app.find("push button", re.compile("^Next")).click()
            app.gone("list item", re.compile("^Lunch, "))
            choose("Apply Template…")
            app.find("list item", re.compile("^Winter")).click()
            app.find("label", "1 entry added from “Winter”")
            app.find("push button", UNDO).click()
            app.gone("list item", re.compile("^Lunch, "))

    def test_a_template_by_keys(self):
        self.plan("Lunch", "2026-11-19T12:30", practice="meal")
        with self.calendar() as app:
            self.select(app, "Lunch, Thursday")
            app.keys("Down", "Menu")
            app.reach(app.find("menu item", "Use This Week as Template…"), "Down")
            app.keys("Return")
            app.find("label", re.compile("^1 entry of 16"))
            app.type("Winter")
            app.keys("Return")
            app.find("label", "Template “Winter” saved")
            app.keys("Page_Down", "Menu")
            app.reach(app.find("menu item", "Apply Template…"), "Down")
            app.keys("Return")
            app.reach(app.find("list item", re.compile("^Winter")))
            app.keys("Return")
            app.find("list item", re.compile("^Lunch, Thursday 12:30"))
            app.keys("ctrl+z")
            app.gone("list item", re.compile("^Lunch, "))

    def test_templates_are_renamed_and_deleted(self):
        self.plan("Lunch", "2026-11-19T12:30", practice="meal")
        self.ctl("plan", "template", "save", "Winter", "--week", "2026-11-19")
        with self.calendar() as app:
            self.select(app, "Lunch, Thursday")
            app.keys("Down", "Menu")
            app.find("menu item", "Apply Template…").activate()
            app.find("push button", "Rename “Winter”").click()
            app.keys("ctrl+a")
            app.type("Summer")
            app.keys("Return")
            app.find("push button", "Delete “Summer”").click()
            app.find("label", "No Templates")
            self.assertEqual(self.ctl("plan", "template", "list")["templates"], [])
            app.keys("Escape")
            app.find("label", "Template “Summer” deleted")
            app.find("push button", UNDO).click()
            wait(lambda: [row["name"] for row in self.ctl("plan", "template", "list")["templates"]]
                 == ["Summer"], "the template to be back", step=0.2)

    def test_an_exotic_rule_stays(self):
        rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;WKST=SU"
        item = self.plan("Walk", "2026-11-19T17:30", rule="FREQ=DAILY")
        self.ctl("plan", "edit", item, "--rrule", rule, "--start", "2026-10-29T17:30")
        before = self.ctl("plan", "show", item)["item"]["rrule"]
        with self.app() as app:
            app.take_keyboard()
            app.action("edit-occurrence", item, "")
            app.find(name=re.compile(re.escape(before)))
            title = app.find("text", "Title")
            title.click()
            app.keys("ctrl+a")
            app.type("Stroll")
            app.keys("ctrl+s")
            self.dialog(app, "Change Which Ones?")
            self.choice(app, "All").click()
            app.find("label", "Stroll changed")
        shown = self.ctl("plan", "show", item)["item"]
        self.assertEqual((shown["title"], shown["rrule"]), ("Stroll", before))


if __name__ == "__main__":
    tap.main()
