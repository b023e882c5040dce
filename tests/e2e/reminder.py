#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reminder is for, by nothing but the window and the notification: a walk is planned two
minutes ahead, the window closed, the reminder comes, Done is pressed on it, and the window, opened
again or still open, shows the walk as done.

Window and service are on one bus, which starts the service when the window calls it; they share a
diary and a clock that the test moves. The window talks to a screen reader on the bus of the
virtual desktop."""

import os
import pathlib
import re
import sys

from gi.repository import Gio

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "service"))

import world  # noqa: E402
from desktop import App, wait  # noqa: E402
from dunst import DunstCase  # noqa: E402
from world import ServiceCase, wait_until  # noqa: E402

PLANNED = "Walk, Monday 09:43 to 10:03, planned"
DONE = "Walk, Monday 09:43 to 10:03, done"


def accessibility_bus():
    """Where the screen reader of this desktop listens."""
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1,
        None).unpack()[0]


class Window(ServiceCase):
    """Has the window in its world. No service is started by the test."""

    now = "2026-11-23T09:41"

    def setUp(self):
        super().setUp()
        self.let_bus_start()
        self.addCleanup(self.end_started)

    def end_started(self):
        if self.is_owned():
            os.kill(self.pid(), 15)
            wait_until(lambda: not self.is_owned(), "the end of the service")

    def app(self):
        return App([os.environ["BRINE"], "--data-dir", self.data],
                   env={"TZ": self.zone, "GSETTINGS_BACKEND": "memory",
                        "BRINE_NOW_FILE": str(self.clock),
                        "DBUS_SESSION_BUS_ADDRESS": self.bus.address,
                        "AT_SPI_BUS_ADDRESS": accessibility_bus()})

    def begin(self, app):
        app.find("push button", "Begin with an Empty Diary").activate()
        app.find(name="A Free Day")

    def plan_walk(self, app, time):
        """Today at `time`, with a reminder when it begins, as somebody plans it."""
        app.keys("ctrl+n")
        dialog = app.find(name="Add to Plan", where=self.is_window)
        dialog.find("push button", "Walk").click()
        dialog.find("spin button", "Time").click()
        app.keys("ctrl+a")
        app.type(time)
        app.keys("Tab")
        dialog.find("combo box", "Add a reminder").click()
        app.find("label", "5 min before")
        app.keys("Down", "Return")
        dialog.find("label", "When it begins")
        app.keys("ctrl+s")
        app.gone(name="Add to Plan", where=self.is_window)

    def close(self, app):
        """Once the window has called the service, which takes it a second."""
        wait(self.is_owned, "the service")
        app.keys("ctrl+w")
        wait(lambda: app.process.poll() is not None, "the window to close")

    def check_done(self, app, folded=False):
        if folded:  # as a part of the day is in which everything is done
            app.find("push button", "Show Morning").click()
        app.find("list item", DONE)
        app.find(name="1 of 1 done")
        app.find(name="20 of 20 min")

    @staticmethod
    def is_window(node):
        return node.parent is not None and node.parent.role == "application"


class Closed(Window):
    def test_done_in_the_notification(self):
        server = world.FreedesktopRecorder(self.bus)
        with self.app() as app:
            self.begin(app)
            self.plan_walk(app, "09:43")
            app.find("list item", PLANNED)
            self.close(app)
        self.settle()
        self.assertEqual(server.shown, {})
        self.set_now("2026-11-23T09:43")
        number = wait_until(lambda: list(server.shown), "the reminder")[0]
        self.assertEqual(server.shown[number][3], "Walk at 09:43")
        server.press(number, "Walked")
        self.settle()
        with self.app() as app:
            self.check_done(app, folded=True)


class ByDunst(Window, DunstCase):
    """The same with a real server of notifications."""

    def test_done_in_the_notification(self):
        self.start_dunst()
        with self.app() as app:
            self.begin(app)
            self.plan_walk(app, "09:43")
            app.find("list item", PLANNED)
            self.close(app)
        self.set_now("2026-11-23T09:43")
        wait_until(lambda: self.displayed() == 1, "the reminder")
        self.press_button("Walked")
        wait_until(lambda: self.displayed() == 0, "its leave")
        # dunst takes it away before it tells of the button.
        wait_until(lambda: list(self.states().values()) == ["done"], "the log")
        with self.app() as app:
            self.check_done(app, folded=True)


class Open(Window):
    def test_done_in_the_notification(self):
        """The list follows at once, and a tick in the window takes a notification away."""
        server = self.gtk()
        with self.app() as app:
            self.begin(app)
            self.plan_walk(app, "09:43")
            app.find("list item", PLANNED)
            wait(self.is_owned, "the service")
            self.set_now("2026-11-23T09:43")
            notice = wait_until(server.added, "the reminder")[0]
            self.press("reminder-done", notice)
            self.check_done(app)
            self.plan_walk(app, "09:50")
            self.set_now("2026-11-23T09:50")
            wait_until(lambda: [shown["title"] for shown in server.visible().values()]
                       == ["Walk at 09:50"], "the next")
            app.find("push button", "Log Walk as done").click()
            wait_until(lambda: not server.visible(), "its leave")


if __name__ == "__main__":
    world.main()
