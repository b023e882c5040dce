#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a screen of 360 pixels with text one and a half times as large, and twice, nothing of a
page lies beyond its edge; large_text_dialogs.py does the same with dialogs. Run by
tests/ui/meson.build on such screens."""

import gettext
import os
import re
import unittest

import tap
from desktop import wait
from diary import DiaryCase

WIDTH = 360
TRANSLATION = gettext.translation("brine", os.environ["BRINE_LOCALE_DIR"], fallback=True,
                                  languages=[os.environ.get("LANG", "C")])
# The window's own shadow line may stand a pixel outside.
SLACK = 2
POPOVERS = ("BrineGoTo",)


def tr(words):
    """As the program says it in the language of this run."""
    return TRANSLATION.gettext(words)


def outermost(page):
    """What lies beyond the edges, and holds nothing that does."""
    def beyond(node):
        x, _, width, _ = node.box
        # The box of a popover holds its shadow, which may be cut.
        return width > 0 and node.name not in POPOVERS and (
            x < -SLACK or x + width > WIDTH + SLACK)
    return [f"{node!r} {node.box}" for node in page.walk()
            if beyond(node) and not any(beyond(child) for child in node.children if child.showing)]


class Case(DiaryCase):
    def assert_within(self, app, what):
        """Of every window that is open."""
        def beyond():
            return [line for window in app.children for line in outermost(window)]
        wait(lambda: not beyond(), f"all of {what} within its edges: " + ", ".join(beyond()))


class World(Case):
    def setUp(self):
        super().setUp()
        self.plan_walk()
        self.ctl("plan", "add", "--practice", "meditation", "--title", "Meditation",
                 "--start", "2026-11-16T07:15", "--minutes", "10", "--rrule", "FREQ=DAILY")

    def show(self, app, page):
        tab = app.find("page tab", tr(page))
        tab.activate()
        wait(lambda: tab.has("selected"), page)


class Pages(World):
    def test_pages(self):
        with self.app() as app:
            frame = app.find("frame")
            wait(lambda: frame.box[2] <= WIDTH + SLACK, "the window as wide as the screen")
            for page in ("Today", "Calendar", "Meals", "Progress"):
                with self.subTest(page=page):
                    self.show(app, page)
                    if page == "Today":
                        app.find("push button", re.compile(tr("Good") + ".*4.*5$")).activate()
                        app.find("push button", re.compile(tr("Energy") + ".*3.*5$"))
                    self.assert_within(app, page)

    def test_pages_with_a_way_back(self):
        recipe = self.ctl("meal", "list")["meals"][0]
        with self.app() as app:
            app.find("frame")
            app.action("open-recipe", recipe["id"])
            app.find("push button", tr("Back"))
            self.assert_within(app, "the recipe")
            app.find("push button", tr("Back")).activate()
            # A page that another one covers while it still moves stays where it was.
            app.gone("push button", tr("Back"))
            app.action("support")
            app.find("label", tr("Get Support"))
            self.assert_within(app, "Get Support")

    def test_go_to_a_date(self):
        with self.app() as app:
            self.show(app, "Calendar")
            app.keys("ctrl+g")
            app.find("push button", tr("Next Month"))
            self.assert_within(app, "Go to Date")


class FirstStart(Case):
    def test_welcome(self):
        with self.app() as app:
            for button in ("Plan My First Week", "See My Week", "Use This Plan"):
                step = app.find("push button", tr(button))
                self.assert_within(app, f"the page of “{button}”")
                if button != "Use This Plan":
                    step.activate()


if __name__ == "__main__":
    tap.main()
