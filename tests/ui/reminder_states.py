#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether reminders arrive, in every state: the line on Today and the page of preferences, with what
one can do about it."""

import os
import pathlib
import re
import unittest.mock

import tap
from desktop import wait
from diary import DiaryCase
from fake_service import FakeService

NOT_NOW = "Reminders do not arrive now."
AUTOSTART = "autostart/org.brineapp.Brine.Service.desktop"


class States(DiaryCase):
    now = "2026-11-23T09:00"

    def setUp(self):
        super().setUp()
        self.ctl("plan", "add", "--practice", "walk", "--title", "Stroll", "--start",
                 "2026-11-23T18:00", "--minutes", "20", "--remind", "10")

    def service(self, **more):
        return FakeService(more.pop("folder", self.folder), **more)

    def sandboxed(self):
        with unittest.mock.patch.dict(os.environ, GTK_USE_PORTAL="1"):
            return self.app()

    def start_at_login(self):
        path = pathlib.Path(os.environ["XDG_CONFIG_HOME"], AUTOSTART)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("[Desktop Entry]\nType=Application\nName=Brine\nExec=brine-service\n")
        self.addCleanup(path.unlink, missing_ok=True)

    def line(self, app, text, *buttons):
        """The line on Today says this and has these buttons, and no others."""
        label = app.find("label", text)
        bar = label.parent
        wait(lambda: [button.name for button in bar.matching("push button")]
             == list(buttons), f"the buttons {buttons}")
        return bar

    def open(self, app):
        app.action("reminders")
        window = self.dialog(app, "Preferences")
        window.find("label", "While Brine Is Closed")
        return window

    def page(self, app, title, reason, tries_again, arrives):
        window = self.open(app)
        window.find("label", title)
        window.find("label", re.compile(reason))
        wait(lambda: bool(window.matching("push button", "Try Again")) == tries_again,
             "Try Again" if tries_again else "no Try Again")
        self.assertEqual(window.find("push button", "Send a Test").has("sensitive"), arrives)
        return window

    def login(self, window):
        return window.find("check box", re.compile("^Start at Login"))

    def no_line(self, app):
        app.find("list item", re.compile("^Stroll"))
        window = self.open(app)
        self.assertFalse(app.matching("label", re.compile("^Reminders (do not|stop)")))
        return window

    def stopped(self, app, reason):
        """What every reason has in common."""
        self.line(app, NOT_NOW, "Details").find("push button", "Details").activate()
        window = self.dialog(app, "Preferences")
        window.find("label", "Reminders Do Not Arrive")
        window.find("label", re.compile(reason))
        window.find("push button", "Try Again")
        self.assertFalse(window.find("push button", "Send a Test").has("sensitive"))
        return window

    def test_works(self):
        self.start_at_login()
        with self.service(), self.app() as app:
            window = self.page(app, "Reminders Arrive", "^Also while this window is closed", False,
                               True)
            self.assertTrue(self.login(window).has("checked"))
            self.assertFalse(app.matching("label", re.compile("^Reminders (do not|stop)")))
            # What cannot be switched on here can be switched off.
            self.assertTrue(self.login(window).has("sensitive"))
            self.login(window).activate()
            window.find("label", "Reminders Arrive Until You Log Out")
            wait(lambda: not self.login(window).has("sensitive"), "the switch to be insensitive")

    def test_this_session(self):
        with self.service(unit="disabled") as service, self.app() as app:
            bar = self.line(app, "Reminders stop when you log out.", "Start at Login", "Hide")
            window = self.page(app, "Reminders Arrive Until You Log Out", "^After the next login",
                               False, True)
            self.assertTrue(self.login(window).has("sensitive"))
            self.assertFalse(self.login(window).has("checked"))
            app.keys("Escape")
            bar.find("push button", "Start at Login").activate()
            app.gone("label", "Reminders stop when you log out.")
            self.assertEqual(service.unit, "enabled")
            window = self.open(app)
            window.find("label", "Reminders Arrive")
            self.login(window).activate()
            wait(lambda: service.unit == "disabled", "the unit to be disabled")

    def test_this_session_and_nothing_to_start_at_login(self):
        with self.service(), self.app() as app:
            bar = self.line(app, "Reminders stop when you log out.", "Details", "Hide")
            bar.find("push button", "Details").activate()
            window = self.dialog(app, "Preferences")
            window.find("label", re.compile("^Not possible: .* is not installed here"))
            self.assertFalse(self.login(window).has("sensitive"))

    def test_the_portal_does_not_let_it_start(self):
        with self.service(portal=False), self.sandboxed() as app:
            self.line(app, "Reminders stop when you log out.", "Start at Login", "Hide")
            window = self.open(app)
            self.login(window).activate()
            app.find("label", "The system did not allow Brine to start at login.")
            wait(lambda: not self.login(window).has("checked"), "the switch to be off")

    def test_no_server(self):
        with self.service(problem="no-server"), self.app() as app:
            self.stopped(app, "^Nothing on this desktop shows notifications")

    def test_no_permission(self):
        with self.service(problem="not-shown"), self.app() as app:
            self.stopped(app, "not be allowed for Brine")

    def test_not_installed(self):
        with self.app() as app:
            window = self.stopped(app, "could not be started")
            self.assertFalse(self.login(window).has("sensitive"))
            window.find("label", re.compile("^Not possible: "))

    def test_other_diary(self):
        with self.service(folder="/nonexistent"), self.app() as app:
            self.stopped(app, "minds the diary of another folder")

    def test_diary_that_does_not_open(self):
        with self.service(problem="diary"), self.app() as app:
            self.stopped(app, "cannot open your diary")

    def test_diary_that_can_only_be_read(self):
        with self.service(problem="read-only"), self.app() as app:
            self.line(app, "Your diary can only be read: answers to reminders are not kept.",
                      "Details")
            # They arrive all the same, so that can be tried.
            self.page(app, "Reminders Arrive, Answers Are Not Kept", "^Your diary can only be read",
                      False, True)

    def test_presses_that_wait(self):
        """Told whatever else there is to say, and no more when they are written."""
        self.start_at_login()
        with self.service() as service, self.app() as app:
            window = self.no_line(app)
            service.set_unwritten(1)
            window.find("label", "1 Answer Is Not Written Yet")
            window.find("label", re.compile("It is tried again.$"))
            app.keys("Escape")
            self.line(app, "1 answer to a reminder is not written yet.", "Details")
            service.set_unwritten(3)
            self.line(app, "3 answers to reminders are not written yet.", "Details")
            service.set_unwritten(0)
            app.gone("label", re.compile("not written yet"))

    def test_presses_that_are_forgotten(self):
        """Where nothing at all can be written, that is said, and what to do."""
        with self.service(problem="read-only") as service, self.app() as app:
            window = self.open(app)
            service.set_unwritten(1, forgets=True)
            window.find("label", "1 Answer Is Not Written Yet")
            window.find("label", re.compile("it is forgotten when you log out: log it"))


class Planned(DiaryCase):
    """The line is there for what would remind, and for nothing else."""

    now = "2026-11-23T09:00"

    def plan(self, *more):
        return self.ctl("plan", "add", "--practice", "walk", "--title", "Stroll", "--minutes", "20",
                        *more)["id"]

    def check_told(self):
        with FakeService(self.folder, problem="no-server"), self.app() as app:
            app.find("label", NOT_NOW)

    def check_not_told(self, text=NOT_NOW, problem="no-server"):
        with FakeService(self.folder, problem=problem) as service, self.app() as app:
            wait(lambda: service.asked, "the service to be asked")
            # Long after the answer, and after the look into the diary that follows it.
            app.action("reminders")
            self.dialog(app, "Preferences").find("label", "Coming Reminders")
            wait(lambda: service.asked > 1, "the page to ask")
            app.gone("label", text)
            self.plan("--start", "2026-11-23T18:00", "--remind", "10")
            app.find("label", text)

    def test_a_quota_counts(self):
        self.plan("--quota", "3", "--remind", "@18:00")
        self.check_told()

    def test_what_is_due_and_waits_counts(self):
        self.plan("--start", "2026-11-23T08:30", "--remind", "0")
        self.check_told()

    def test_nothing_with_a_reminder(self):
        self.plan("--start", "2026-11-23T18:00")
        self.check_not_told()

    def test_what_is_over_does_not_count_for_a_later_login(self):
        self.plan("--start", "2026-11-23T08:30", "--remind", "0")
        self.check_not_told("Reminders stop when you log out.", "")

    def test_switched_off(self):
        self.plan("--start", "2026-11-23T18:00", "--remind", "10")
        with FakeService(self.folder, problem="no-server"), self.app() as app:
            app.find("label", NOT_NOW)
            app.action("reminders")
            self.dialog(app, "Preferences").find("check box", re.compile("^Remind Me")).activate()
            app.keys("Escape")
            app.gone("label", NOT_NOW)


if __name__ == "__main__":
    tap.main()
