# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever moment brine-service is killed at: nothing is lost and nothing comes twice."""

import contextlib
import os
import signal
import sqlite3

import world
from world import FreedesktopRecorder, ServiceCase, wait_until


class Kill(ServiceCase):
    def setUp(self):
        super().setUp()
        self.plan("Walk", "2026-11-23T07:00")
        self.plan("Tea", "2026-11-23T08:00")

    def states_on_disk(self):
        return [state for _, state in self.deliveries()]

    def come_back(self, server):
        """Starts another one; one notification is there, and one record says so."""
        self.start()
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.settle()
        self.assertEqual([shown["title"] for shown in server.visible().values()],
                         ["Walk at 07:00"])
        self.assertEqual(len(set(server.added())), 1)

    def test_before_it_is_due(self):
        server = self.gtk()
        self.start()
        self.kill()
        self.set_now("2026-11-23T07:00")
        self.come_back(server)
        self.assertEqual(len(server.added()), 1)

    def test_when_the_server_is_called(self):
        """Claimed, and nobody knows whether it was shown."""
        server = self.gtk()
        self.start()
        server.on_call = lambda _: self.service and os.kill(self.service.pid, signal.SIGKILL)
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.service.poll() is not None, "the kill")
        server.on_call = None
        self.assertEqual(self.states_on_disk(), ["claimed"])
        self.come_back(server)

    def test_while_it_waits_for_the_answer(self):
        """Stopped in the middle of the call, which the server has taken, then killed."""
        server = self.gtk()
        self.start()
        server.on_call = lambda _: os.kill(self.service.pid, signal.SIGSTOP)
        self.set_now("2026-11-23T07:00")
        wait_until(server.added)
        server.on_call = None
        self.assertEqual(self.states_on_disk(), ["claimed"])
        self.kill()
        self.come_back(server)

    def test_after_it_was_shown(self):
        server = self.gtk()
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.kill()
        self.come_back(server)
        self.assertEqual(len(server.added()), 1)

    def test_claimed_by_somebody_who_never_showed_it(self):
        """As before the call: the claim is on the disk, the server heard nothing."""
        server = self.gtk()
        server.refuse = "org.freedesktop.DBus.Error.NoReply"
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.states_on_disk() == ["claimed"], "the claim")
        self.kill()
        server.refuse = None
        self.come_back(server)

    def test_after_a_press(self):
        server = self.gtk()
        self.start()
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added)[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.press("reminder-done", notice)
        self.kill()
        self.start()
        self.settle()
        # It was done or it is still there to be done, and nothing between.
        done = self.states()["Walk"] == "done"
        self.assertEqual(self.deliveries(), [("Walk", "done" if done else "shown")])
        self.assertEqual(len(server.added()), 1)
        if done:
            wait_until(lambda: not server.visible(), "its leave")

    def test_snoozed_over_a_restart(self):
        server = self.gtk()
        self.start()
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added)[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.press("reminder-later", notice, 10)
        wait_until(lambda: self.deliveries() == [("Walk", "snoozed")], "its record")
        self.kill()
        self.set_now("2026-11-23T07:10")
        self.start()
        wait_until(lambda: len(server.added()) == 2, "its return")

    def test_numbers_of_the_common_server_outlive_us(self):
        server = FreedesktopRecorder(self.bus)
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        number = next(iter(server.shown))
        self.kill()
        self.start()
        server.press(number, "In 10 Minutes")
        wait_until(lambda: self.deliveries() == [("Walk", "snoozed")], "its record")

    def test_common_server_that_keeps_our_numbers(self):
        """It took the notification; its answer was never written down. It has no tags."""
        for when in ("called", "taken", "answered"):
            with self.subTest(when):
                self.kill_at_the_server(when, keeps_numbers=True, times=1)

    def test_common_server_with_numbers_of_its_own(self):
        """Without tags nobody can tell that one is there already: it is shown again rather than
        never, unless the answer was written down."""
        for when, times in (("called", 1), ("taken", 2), ("answered", 1)):
            with self.subTest(when):
                self.kill_at_the_server(when, keeps_numbers=False, times=times)

    def kill_at_the_server(self, when, keeps_numbers, times):
        server = FreedesktopRecorder(self.bus, keeps_numbers=keeps_numbers)
        self.set_now("2026-11-23T06:30")
        self.start()
        self.settle()
        if when == "called":
            def kill_first(method):
                if method == "Notify":
                    server.refuse = "org.freedesktop.DBus.Error.NoReply"
                    os.kill(self.service.pid, signal.SIGKILL)
            server.on_call = kill_first
        elif when == "taken":
            server.held = []
        self.set_now("2026-11-23T07:00")
        if when == "called":
            wait_until(lambda: self.service.poll() is not None, "the kill")
        elif when == "taken":
            wait_until(lambda: server.held, "the call")
        else:
            wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        if when != "answered":
            self.assertEqual(self.states_on_disk(), ["claimed"])
        self.kill()
        server.on_call = server.refuse = server.held = None
        self.start()
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.settle()
        self.assertEqual([shown[3] for shown in server.shown.values()], ["Walk at 07:00"] * times)
        self.stop()
        server.leave()
        self.forget_deliveries()

    def forget_deliveries(self):
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as database:
            database.execute("DELETE FROM deliveries")
            database.commit()
        wait_until(lambda: not self.call_bus("NameHasOwner", "org.freedesktop.Notifications"))

    def test_twenty_kills(self):
        """At moments that the machine chooses."""
        server = self.gtk()
        self.set_now("2026-11-23T07:00")
        for _ in range(20):
            self.service = self.launch()
            wait_until(lambda: self.is_owned() or server.added(), "a sign of life")
            self.kill()
        self.come_back(server)


class Race(ServiceCase):
    def test_logged_at_the_moment_it_fires(self):
        """Whoever is first: it is logged once, and no notification stays."""
        server = self.gtk()
        items = [self.plan(f"Walk {hour}", f"2026-11-23T{hour:02}:00")["id"]
                 for hour in range(7, 17)]
        self.start()
        for hour, item in enumerate(items, 7):
            self.set_now(f"2026-11-23T{hour:02}:00")
            self.log(item, "done", f"2026-11-23T{hour:02}:00")
        wait_until(lambda: len(self.logs()) == len(items), "the logs")
        self.settle()
        wait_until(lambda: not server.visible(), "the end of all notifications")
        self.assertEqual([row["state"] for row in self.logs()], ["done"] * len(items))


if __name__ == "__main__":
    world.main()
