#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk is planned two minutes ahead and the window closed; the reminder comes, Done is pressed on
it, and the window, opened again or still open, shows the walk as done. The window runs on the
virtual desktop, the service on a bus of its own; they share the diary and the clock."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

import world  # noqa: E402
from desktop import App  # noqa: E402
from world import ServiceCase, wait_until  # noqa: E402


class Reminder(ServiceCase):
    now = "2026-11-23T06:58"

    def app(self):
        return App([os.environ["BRINE"], "--data-dir", self.data],
                   env={"TZ": self.zone, "GSETTINGS_BACKEND": "memory",
                        "BRINE_NOW_FILE": str(self.clock)})

    def arrive(self, server):
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added, "the reminder")[0]
        self.assertEqual(server.last()["title"], "Walk at 07:00")
        return notice

    def test_answered_while_the_window_is_closed(self):
        server = self.gtk()
        self.start()
        self.plan("Walk", "2026-11-23T07:00")
        with self.app() as app:
            app.find("list item", "Walk, Monday 07:00 to 07:20, planned")
            app.keys("ctrl+w")
            wait_until(lambda: app.process.poll() is not None, "the window to close")
        self.press("reminder-done", self.arrive(server))
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        with self.app() as app:
            app.find(name="1 of 1 done")
            app.find(name="20 of 20 min")

    def test_answered_while_the_window_is_open(self):
        """The list follows at once, and a tick in the window takes the notification away."""
        server = self.gtk()
        self.start()
        self.plan("Walk", "2026-11-23T07:00")
        self.plan("Tea", "2026-11-23T08:00")
        with self.app() as app:
            app.find("list item", "Walk, Monday 07:00 to 07:20, planned")
            self.press("reminder-done", self.arrive(server))
            app.find(name="1 of 2 done")
            self.set_now("2026-11-23T08:00")
            wait_until(lambda: "Tea at 08:00" in
                       [shown["title"] for shown in server.visible().values()], "the next")
            app.find("push button", "Log Tea as done").click()
            wait_until(lambda: not server.visible(), "its leave")


if __name__ == "__main__":
    world.main()
