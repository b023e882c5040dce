#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a screen of 360 pixels with text one and a half times as large, nothing of a page lies beyond
its edge. Run by tests/ui/meson.build on such a screen."""

import unittest

import tap
from desktop import wait
from diary import DiaryCase

WIDTH = 360
# The window's own shadow line may stand a pixel outside.
SLACK = 2


def outermost(page):
    """What lies beyond the edge, and holds nothing that does."""
    def beyond(node):
        x, _, width, _ = node.box
        return width > 0 and x + width > WIDTH + SLACK
    return [f"{node!r} {node.box}" for node in page.walk()
            if beyond(node) and not any(beyond(child) for child in node.children if child.showing)]


class LargeText(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()
        self.ctl("plan", "add", "--practice", "meditation", "--title", "Meditation",
                 "--start", "2026-11-16T07:15", "--minutes", "10", "--rrule", "FREQ=DAILY")

    def test_pages(self):
        with self.app() as app:
            frame = app.find("frame")
            wait(lambda: frame.box[2] <= WIDTH + SLACK, "the window as wide as the screen")
            for page in ("Today", "Calendar", "Meals", "Progress"):
                with self.subTest(page=page):
                    tab = app.find("page tab", page)
                    tab.activate()
                    wait(lambda tab=tab: tab.has("selected"), page)
                    if page == "Today":
                        app.find("push button", "Good, 4 of 5").activate()
                        app.find("push button", "Energy, 3 of 5")
                    wait(lambda: not outermost(frame), f"all of {page} within its edge: "
                         + ", ".join(outermost(frame)), bound=5)


if __name__ == "__main__":
    tap.main()
