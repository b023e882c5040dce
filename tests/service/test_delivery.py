# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders arrive, their buttons act, and they go when they have nothing more to say: with what
GNOME offers, with the portal of a sandbox, and with any server of org.freedesktop.Notifications."""

import contextlib
import sqlite3

import world
from world import FreedesktopRecorder, ServiceCase, wait_until
from gi.repository import GLib


class Gnome(ServiceCase):
    def test_arrives_and_is_done(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00", "10")
        self.start()
        self.assertEqual(server.added(), [])
        self.set_now("2026-11-23T06:50")
        wait_until(server.added, "the reminder")
        shown = server.last()
        self.assertEqual(shown["title"], "Walk at 07:00")
        self.assertEqual(shown["body"], "20 minutes")
        self.assertEqual([button["label"] for button in shown["buttons"]],
                         ["Walked", "In 10 Minutes", "Skip"])
        self.assertEqual(shown["default-action"], "app.reminder-open")
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        notice = server.added()[0]
        self.press("reminder-done", notice)
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        self.assertEqual(self.deliveries(), [("Walk", "done")])
        # Pressed again it does nothing.
        self.press("reminder-done", notice)
        self.press("reminder-skip", notice)
        self.settle()
        self.assertEqual([row["state"] for row in self.logs()], ["done"])
        wait_until(lambda: not server.visible(), "the end of the notification")
        self.assertEqual(len(server.added()), 1)

    def test_skip(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        self.press("reminder-skip", wait_until(server.added)[0])
        wait_until(lambda: self.states()["Walk"] == "skipped", "the log")

    def test_pressed_just_before_it_ends(self):
        """What was pressed is written, and the diary is closed as a whole."""
        server = self.gtk()
        items = [self.plan(f"Walk {hour}", f"2026-11-23T{hour:02}:00") for hour in range(7, 13)]
        for hour in range(7, 7 + len(items)):
            self.start()
            self.set_now(f"2026-11-23T{hour:02}:00")
            title = f"Walk {hour}"
            wait_until(lambda: (title, "shown") in self.deliveries(), "its record")
            self.press("reminder-done", server.added()[-1])
            self.stop()
            self.assertFalse((self.data / "brine.db-wal").exists())
            self.assertEqual(self.states()[title], "done")

    def test_later(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added)[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        self.press("reminder-later", notice, 10)
        wait_until(lambda: self.deliveries() == [("Walk", "snoozed")], "its record")
        wait_until(lambda: not server.visible(), "its leave")
        self.set_now("2026-11-23T07:09")
        self.settle()
        self.assertEqual(len(server.added()), 1)
        self.set_now("2026-11-23T07:10")
        wait_until(lambda: len(server.added()) == 2, "its return")
        self.assertEqual(self.states()["Walk"], "due")

    def test_goes_when_logged_elsewhere(self):
        server = self.gtk()
        item = self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(server.added)
        self.log(item["id"], "done")
        wait_until(lambda: not server.visible(), "its leave")
        wait_until(lambda: self.deliveries() == [("Walk", "done")], "its record")

    def test_silent_when_logged_before(self):
        server = self.gtk()
        item = self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.log(item["id"], "skipped")
        self.set_now("2026-11-23T07:00")
        self.settle()
        self.assertEqual(server.added(), [])

    def test_stale_press_ticks_its_own_day(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00", rule="FREQ=DAILY")
        self.start()
        self.set_now("2026-11-23T07:00")
        monday = wait_until(server.added)[0]
        self.set_now("2026-11-24T07:00")
        wait_until(lambda: len(set(server.added())) == 2, "Tuesday's")
        self.press("reminder-done", monday)
        self.settle()
        self.assertNotIn("done", [row["state"] for row in self.logs("2026-11-24")])

    def test_fifty_in_one_minute(self):
        server = self.gtk()
        for number in range(50):
            self.plan(f"Walk {number}", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(server.added)
        wait_until(lambda: [state for _, state in self.deliveries()] == ["shown"] * 50,
                   "their records")
        self.assertLessEqual(len(server.visible()), 3)
        self.press("reminder-done", server.added()[-1])
        wait_until(lambda: len(self.logs()) == 50, "all of them logged")

    def test_status(self):
        self.gtk()
        self.plan("Walk", "2026-11-23T07:00", "10")
        self.start()
        status = wait_until(lambda: (s := self.status())["next-due"] and s)
        self.assertEqual(status["data-dir"], str(self.data))
        self.assertTrue(status["enabled"])
        self.assertTrue(status["can-notify"])
        self.assertEqual(status["server"], "org.gtk.Notifications")
        self.assertEqual(status["problem"], "")
        self.assertEqual(status["autostart"], "none")
        self.assertEqual(status["next-due"], 1795413000000)  # 06:50 in Berlin
        coming = self.call("Next", GLib.Variant("(u)", (5,)))[0]
        self.assertEqual([(row["title"], row["start"]) for row in coming][:1],
                         [("Walk", "2026-11-23T07:00:00")])
        self.set_now("2026-11-23T06:50")
        recent = wait_until(lambda: self.call("Recent", GLib.Variant("(u)", (1,)))[0])
        self.assertEqual(recent[0]["title"], "Walk")

    def test_follows_the_terminal(self):
        """Paused, what is due waits; resumed, it comes; turned off, nothing does."""
        server = self.gtk()
        for hour in (7, 8, 9):
            self.plan(f"Walk {hour}", f"2026-11-23T{hour:02}:00")
        self.start()
        self.ctl("reminders", "pause", "today")
        self.set_now("2026-11-23T07:00")
        self.settle()
        self.assertEqual(server.added(), [])
        self.ctl("reminders", "resume")
        wait_until(server.added, "the reminder")
        self.ctl("reminders", "pause", "1h")
        self.set_now("2026-11-23T08:00")
        wait_until(lambda: len(server.added()) == 2, "the next one, after an hour")
        self.ctl("reminders", "settings", "reminders", "0")
        wait_until(lambda: not self.status()["enabled"], "the setting")
        self.set_now("2026-11-23T09:00")
        self.settle()
        self.assertEqual(len(server.added()), 2)

    def test_test(self):
        server = self.gtk()
        self.start()
        self.call("Test")
        self.assertEqual(server.last()["title"], "Reminders work")
        self.assertEqual(server.added(), ["brine-test"])

    def test_no_question_about_nights_that_were_slept(self):
        """A night is logged in the morning, when its reminder has left the screen."""
        server = self.gtk()
        self.plan("Night", "2026-11-23T23:00", "20", practice="sleep", minutes=480,
                  rule="FREQ=DAILY")
        self.start()
        for day in range(23, 28):
            self.set_now(f"2026-11-{day}T22:40")
            wait_until(lambda: server.visible(), "the reminder")
            self.set_now(f"2026-11-{day + 1}T05:00")
            wait_until(lambda: not server.visible(), "its leave")
            self.set_now(f"2026-11-{day + 1}T08:00")
            self.ctl("sleep", "--bed", f"2026-11-{day}T23:10", "--wake", f"2026-11-{day + 1}T07:00")
            self.settle()
        titles = [call[-1]["title"] for call in server.calls if call[0] == "AddNotification"]
        self.assertEqual(titles, ["Night at 23:00"] * 5)

    def test_body_opens_the_window(self):
        server = self.gtk()
        calls = self.own_window(server)
        self.start()
        self.press("reminder-open", "brine-test")
        wait_until(lambda: calls, "the window")
        self.assertEqual(calls[0][:2], ("reminder-open", ["brine-test"]))


class Slow(ServiceCase):
    """Whoever shows notifications takes its time."""

    def test_service_answers_meanwhile(self):
        for make in (self.gtk, lambda: FreedesktopRecorder(self.bus)):
            server = make()
            server.held = []
            title = type(server).__name__
            self.plan(title, "2026-11-23T07:00")
            self.set_now("2026-11-23T06:30")
            self.start()
            self.set_now("2026-11-23T07:00")
            wait_until(lambda: server.held, "the call")
            self.assertTrue(self.status()["busy"])
            self.call("Next", GLib.Variant("(u)", (5,)))
            self.assertIn((title, "claimed"), self.deliveries())
            server.answer_held()
            wait_until(lambda: (title, "shown") in self.deliveries(), "its record")
            self.stop()
            server.leave()

    def test_pressed_before_the_answer(self):
        """The answer to the call comes after the user's, which stands."""
        server = self.gtk()
        server.held = []
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: server.held, "the call")
        self.press("reminder-done", server.added()[0])
        wait_until(lambda: self.deliveries() == [("Walk", "done")], "the log")
        server.answer_held()
        self.settle()
        self.assertEqual(self.deliveries(), [("Walk", "done")])
        wait_until(lambda: not server.visible(), "its leave")


class NoServer(ServiceCase):
    allowed = ("Message",)

    def test_comes_later(self):
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.assertEqual(self.status()["problem"], "no-server")
        self.set_now("2026-11-23T07:00")
        self.settle()
        with self.assertRaisesRegex(GLib.Error, "NotDelivered"):
            self.call("Test")
        server = self.gtk()
        wait_until(server.added, "the reminder")
        wait_until(lambda: self.status()["problem"] == "", "the end of the problem")
        self.settle()
        self.assertEqual(len(server.added()), 1)

    def test_goes_and_comes(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.plan("Tea", "2026-11-23T08:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(server.added)
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")
        server.leave()
        wait_until(lambda: self.status()["problem"] == "no-server", "the problem")
        self.set_now("2026-11-23T08:00")
        self.settle()
        again = self.gtk()
        wait_until(again.added)
        self.settle()
        self.assertEqual([shown["title"] for shown in again.visible().values()], ["Tea at 08:00"])

    def test_problem_is_told(self):
        told = []
        self.connection.signal_subscribe(
            None, "org.freedesktop.DBus.Properties", "PropertiesChanged", world.PATH, None, 0,
            lambda *call: told.append(call[5].unpack()[1].get("Problem")))
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.gtk()
        wait_until(lambda: told and told[-1] == "", "the end of the problem")
        self.assertIn("no-server", told)

    def test_gnome_refuses_what_is_not_installed(self):
        gnome = self.gtk()
        gnome.refuse = "org.gtk.Notifications.InvalidApp"
        other = FreedesktopRecorder(self.bus)
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: other.shown, "the reminder elsewhere")
        self.assertEqual(self.status()["server"], "org.freedesktop.Notifications")


class Portal(ServiceCase):
    def test_arrives_and_goes(self):
        server = self.portal()
        self.gtk()  # not to be used from a sandbox
        item = self.plan("Walk", "2026-11-23T07:00")
        self.start(GTK_USE_PORTAL="1")
        self.assertFalse(self.status()["can-play-sounds"], "no sound server is let in")
        self.set_now("2026-11-23T07:00")
        wait_until(server.added)
        self.assertEqual(server.last()["title"], "Walk at 07:00")
        self.assertEqual(server.last()["buttons"][0]["action"], "app.reminder-done")
        self.log(item["id"], "done")
        wait_until(lambda: not server.visible(), "its leave")


class Freedesktop(ServiceCase):
    def arrive(self, **options):
        server = FreedesktopRecorder(self.bus, **options)
        self.item = self.plan("Soup <b>&", "2026-11-23T07:00", practice="meal", minutes=0)
        self.plan("Tea & <i>toast", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        wait_until(lambda: server.shown, "the reminder")
        wait_until(lambda: {state for _, state in self.deliveries()} == {"shown"}, "its record")
        return server

    def test_markup_is_never_data(self):
        server = self.arrive()
        body = next(iter(server.shown.values()))[4]
        self.assertIn("Soup &lt;b&gt;&amp;", body)
        self.assertIn("Tea &amp; &lt;i&gt;toast", body)

    def test_plain_server_gets_plain_text(self):
        server = self.arrive(capabilities=("actions", "body"))
        self.assertIn("Soup <b>&", next(iter(server.shown.values()))[4])

    def test_press(self):
        server = self.arrive()
        server.press(next(iter(server.shown)), "All Done")
        wait_until(lambda: len(self.logs()) == 2, "the logs")

    def test_server_that_leaves_it_there(self):
        """dunst does, when a button was chosen from its menu."""
        server = self.arrive()
        number, shown = next(iter(server.shown.items()))
        actions = shown[5]
        server.emit("ActionInvoked", number, actions[actions.index("All Done") - 1])
        wait_until(lambda: len(self.logs()) == 2, "the logs")
        wait_until(lambda: not server.shown, "its leave")
        self.settle()
        self.assertEqual({state for _, state in self.deliveries()}, {"done"})

    def test_press_after_a_restart(self):
        server = self.arrive()
        self.stop()
        self.start()
        server.press(next(iter(server.shown)), "All Done")
        wait_until(lambda: len(self.logs()) == 2, "the logs")
        self.assertEqual(len(server.calls), len([c for c in server.calls if c[0] != "Notify"]) + 1)

    def test_token_of_another_notification_opens_nothing_of_ours(self):
        server = self.arrive()
        calls = self.own_window(server)
        number = next(iter(server.shown))
        for token_number, token in ((number, "ours"), (number + 100, "of another program")):
            server.emit("ActivationToken", token_number, token)
        server.emit("ActionInvoked", number, "default")
        wait_until(lambda: calls, "the window")
        self.assertEqual(calls[0][2]["activation-token"], "ours")

    def test_dismissed(self):
        server = self.arrive()
        server.close(next(iter(server.shown)), 2)
        wait_until(lambda: {state for _, state in self.deliveries()} == {"dismissed"}, "its record")
        self.assertEqual(self.logs(), [])

    def test_expired_on_the_screen_is_not_dismissed(self):
        server = self.arrive()
        server.close(next(iter(server.shown)), 1)
        self.settle()
        self.assertEqual({state for _, state in self.deliveries()}, {"shown"})

    def test_dropped_by_the_server_is_not_dismissed(self):
        server = self.arrive()
        server.close(next(iter(server.shown)), 4)
        self.settle()
        self.assertEqual({state for _, state in self.deliveries()}, {"shown"})

    def test_one_way_to_name_what_is_replaced(self):
        """mako 1.7 crashes when a number of its own and a tag both do."""
        server = self.arrive(keeps_numbers=False)
        self.kill()
        with contextlib.closing(sqlite3.connect(self.data / "brine.db")) as database, database:
            database.execute("UPDATE deliveries SET state = 'claimed'")
        self.start()
        shows = wait_until(lambda: [call for call in server.calls if call[0] == "Notify"][1:],
                           "the second time")
        self.assertEqual([shows[0][2]], list(server.shown))
        self.assertNotIn("x-dunst-stack-tag", shows[0][7])
        self.assertNotIn("x-canonical-private-synchronous", shows[0][7])

    def test_goes_when_dealt_with_while_the_service_was_away(self):
        server = self.arrive()
        self.kill()
        for row in self.ctl("agenda", "--from", "2026-11-23", "--to", "2026-11-23")["occurrences"]:
            self.log(row["item"], "done", row["start"])
        self.start()
        wait_until(lambda: not server.shown, "its leave")

    def test_other_server_other_numbers(self):
        server = self.arrive()
        self.stop()
        server.leave()
        other = FreedesktopRecorder(self.bus)
        # Number 1 belongs to another program there.
        other.shown[1] = ("other", 0, "", "Not ours", "", ["default", ""], {}, -1)
        self.start()
        self.log(self.item["id"], "done")
        self.settle()
        other.press(1, "")
        self.settle()
        self.assertEqual([call for call in other.calls if call[0] == "CloseNotification"], [])


if __name__ == "__main__":
    world.main()
