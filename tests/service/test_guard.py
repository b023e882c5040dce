# SPDX-License-Identifier: GPL-3.0-or-later
"""brine-service as a citizen of the session: one of it, whoever calls it and with whatever, without
a toolkit, quiet when nothing is due, and silent about what stands in the diary."""

import contextlib
import os
import pathlib
import random
import re
import shutil
import signal
import stat
import subprocess
import sys
import time

import world
from world import INTERFACE, NAME, PATH, SERVICE, Bus, ServiceCase, wait_until
from gi.repository import GLib

UNITS = os.environ.get("BRINE_SERVICE_UNIT")


class One(ServiceCase):
    def ends(self, process):
        wait_until(lambda: process.poll() is not None, "its end")
        return process.returncode, self.errors.read_text()

    def test_lock_of_the_diary(self):
        """On another bus, as from another session."""
        self.start()
        lock = self.data / "service.lock"
        self.assertEqual(stat.S_IMODE(lock.stat().st_mode), 0o600)
        folder = self.folder / "other"
        folder.mkdir()
        other = Bus(folder, "session")
        self.addCleanup(other.stop)
        status, said = self.ends(self.launch(DBUS_SESSION_BUS_ADDRESS=other.address))
        self.assertEqual(status, 3)
        self.assertIn(f"Process {self.service.pid} delivers the reminders", said)

    def test_name_on_the_bus(self):
        """With another diary, in the same session."""
        self.start()
        with open(self.errors, "ab") as errors:
            second = subprocess.Popen([SERVICE, "--data-dir", self.folder / "other"],
                                      env=self.environment(), stderr=errors)
        status, said = self.ends(second)
        self.assertEqual(status, 3)
        self.assertIn("delivered already in this session", said)
        self.assertTrue(self.is_owned())

    def test_lock_goes_with_the_process(self):
        self.start()
        self.kill()
        self.start()

    def test_no_bus(self):
        status, said = self.ends(self.launch(DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent"))
        self.assertEqual(status, 1)
        self.assertNotIn("Traceback", said)

    def test_started_by_a_call(self):
        """Killed, the next call brings it back."""
        self.let_bus_start()
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.call("Reschedule")
        first = self.pid()
        os.kill(first, signal.SIGKILL)
        wait_until(lambda: not self.is_owned(), "its end")
        self.set_now("2026-11-23T07:00")
        self.call("Reschedule")
        second = self.pid()
        self.assertNotEqual(first, second)
        wait_until(server.added, "the reminder")
        # A press does, too.
        os.kill(second, signal.SIGKILL)
        wait_until(lambda: not self.is_owned(), "its end")
        self.press("reminder-done", server.added()[0])
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        os.kill(self.pid(), signal.SIGTERM)
        wait_until(lambda: not self.is_owned(), "its end")

    def test_no_diary_yet(self):
        """It makes none, and takes up the one that is made."""
        server = self.gtk()
        self.start()
        self.assertEqual(self.status()["problem"], "no-diary")
        self.assertFalse((self.data / "brine.db").exists())
        self.plan("Walk", "2026-11-23T07:00")
        wait_until(lambda: self.status()["problem"] == "", "the diary")
        self.set_now("2026-11-23T07:00")
        wait_until(server.added, "the reminder")

    def test_another_file_in_its_place(self):
        server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        data, self.data = self.data, self.folder / "other"
        self.plan("Tea", "2026-11-23T07:00")
        for name in ("brine.db", "brine.db-wal", "brine.db-shm"):
            (data / name).unlink(missing_ok=True)
        os.rename(self.data / "brine.db", data / "brine.db")
        self.data = data
        self.call("Reschedule")
        wait_until(lambda: self.status()["problem"] == "", "the diary")
        self.set_now("2026-11-23T07:00")
        wait_until(server.added, "the reminder")
        self.assertEqual(server.last()["title"], "Tea at 07:00")


class Sleeping(ServiceCase):
    """logind and timedate1, as python-dbusmock plays them."""

    zone = None

    def setUp(self):
        super().setUp()
        try:
            import dbus
            import dbusmock
        except ImportError:
            self.skipTest("python3-dbusmock is missing")
        self.system = Bus(self.folder, "system")
        self.addCleanup(self.system.stop)
        self.mocks = {}
        for name, path, interface in (
                ("org.freedesktop.login1", "/org/freedesktop/login1",
                 "org.freedesktop.login1.Manager"),
                ("org.freedesktop.timedate1", "/org/freedesktop/timedate1",
                 "org.freedesktop.timedate1")):
            process = subprocess.Popen(
                [sys.executable, "-m", "dbusmock", "--system", name, path, interface],
                env=dict(os.environ, DBUS_SYSTEM_BUS_ADDRESS=self.system.address),
                stdout=subprocess.DEVNULL)
            self.addCleanup(process.wait)
            self.addCleanup(process.terminate)
            bus = dbus.bus.BusConnection(self.system.address)
            self.addCleanup(bus.close)
            wait_until(lambda n=name, b=bus: b.name_has_owner(n), name)
            self.mocks[name] = dbus.Interface(bus.get_object(name, path),
                                              dbusmock.MOCK_IFACE)

    def emit(self, name, interface, signal_name, signature, *values):
        self.mocks[name].EmitSignal(interface, signal_name, signature, list(values))

    def test_zone(self):
        """08:00 by the wall clock comes when the wall clock reads it, wherever that is."""
        server = self.gtk()
        self.set_now("2026-11-23T06:30Z")
        self.plan("Walk", "2026-11-23T08:00")
        self.start()
        self.settle()
        self.mocks["org.freedesktop.timedate1"].AddProperty(
            "org.freedesktop.timedate1", "Timezone", "Etc/UTC")

        def follows():
            # Said again until it is heard: when the service began to listen is not to be seen.
            self.mocks["org.freedesktop.timedate1"].UpdateProperties(
                "org.freedesktop.timedate1", {"Timezone": "America/New_York"})
            return self.status()["next-due"] == 1795438800000
        wait_until(follows, "13:00 UTC")
        self.set_now("2026-11-23T08:00Z")
        self.settle()
        self.assertEqual(server.added(), [])
        self.set_now("2026-11-23T13:00Z")
        wait_until(server.added, "the reminder")

    def test_wakes_up(self):
        """It looks at once when the computer woke up, and not when that falls asleep."""
        self.gtk()
        self.plan("Walk", "2026-11-23T12:00")
        self.start(BRINE_NOW_FILE=None)
        self.settle()
        before = self.status()["last-check"]

        def looks():
            # Said again until it is heard: when the service began to listen is not to be seen.
            self.emit("org.freedesktop.login1", "org.freedesktop.login1.Manager",
                      "PrepareForSleep", "b", False)
            return self.status()["last-check"] > before
        wait_until(looks, "the look")


class Junk(ServiceCase):
    """Whatever another program sends: it is answered with an error, and nothing changes."""

    # One of the ids has the right form, and there is no window to open.
    allowed = ("The window did not open",)

    def setUp(self):
        super().setUp()
        self.server = self.gtk()
        self.plan("Walk", "2026-11-23T07:00")
        self.start()
        self.set_now("2026-11-23T07:00")
        self.notice = wait_until(self.server.added)[0]
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "its record")

    def unchanged(self):
        self.settle()
        self.assertEqual(self.deliveries(), [("Walk", "shown")])
        self.assertEqual(self.states()["Walk"], "due")
        self.assertEqual(len(self.server.visible()), 1)

    def refused(self, *arguments, **options):
        with self.assertRaises(GLib.Error):
            self.call(*arguments, **options)

    def test_methods(self):
        for parameters in (None, GLib.Variant("(s)", ("x",)), GLib.Variant("(i)", (-1,)),
                           GLib.Variant("(u)", (0,)), GLib.Variant("(u)", (101,)),
                           GLib.Variant("(u)", (4294967295,)), GLib.Variant("(uu)", (1, 1)),
                           GLib.Variant("(s)", ("x" * 1000000,))):
            self.refused("Next", parameters)
            self.refused("Recent", parameters)
        self.refused("Reschedule", GLib.Variant("(s)", ("x",)))
        self.refused("NoSuchThing")
        self.refused("Set", GLib.Variant("(ssv)", (INTERFACE, "Problem", GLib.Variant("s", "x"))),
                     interface="org.freedesktop.DBus.Properties")
        self.refused("Introspect", interface="org.freedesktop.DBus.Introspectable",
                     path="/no/such/path/x/y", parameters=GLib.Variant("(s)", ("",)))
        self.unchanged()

    def test_actions(self):
        long_text = "brine-" + "x" * 1000000
        junk = [GLib.Variant("s", text) for text in
                ("", "brine-", "brine-../../x", "brine-zz zz", "%s%n", "x" * 40, long_text,
                 "brine-0123456789abcdef0123456789abcdef")]
        junk += [GLib.Variant("(si)", (self.notice, number))
                 for number in (-2, 0, 6, 2147483647, -2147483648, 1441)]
        junk += [GLib.Variant("(si)", (long_text, 1)), GLib.Variant("i", 3),
                 GLib.Variant("as", [self.notice]), GLib.Variant("v", GLib.Variant("s", "x"))]
        for name in ("done", "skip", "keep", "drop", "later", "mood", "open", "none"):
            for target in junk:
                is_pair = target.get_type_string() == "(si)"
                if is_pair and name == "later" and target.unpack()[1] == 6:
                    continue  # that one is none
                for parameters in ([target], [target, target], []):
                    try:
                        self.call("ActivateAction",
                                  GLib.Variant("(sava{sv})", (f"reminder-{name}", parameters, {})),
                                  interface="org.freedesktop.Application")
                    except GLib.Error:
                        pass
                try:
                    self.call("Activate", GLib.Variant("(sava{sv})", (
                        f"reminder-{name}", [target], {})), interface="org.gtk.Actions")
                except GLib.Error:
                    pass
        self.unchanged()

    def act(self, *values):
        self.call("Act", GLib.Variant("(sssi)", values))

    def test_act(self):
        """Answers, other than the actions do: for the diary of another folder, and for junk."""
        here = str(self.data)
        with self.assertRaisesRegex(GLib.Error, "OtherDiary"):
            self.act(str(self.folder / "other"), self.notice, "reminder-done", 0)
        for values in ((here, self.notice, "reminder-open", 0), (here, self.notice, "quit", 0),
                       (here, self.notice, "reminder-done", 1), (here, "x", "reminder-done", 0),
                       (here, self.notice, "reminder-later", 0), (here, "", "", 0),
                       (here, self.notice, "reminder-later", 1441),
                       (here, self.notice, "reminder-mood", 6)):
            with self.assertRaisesRegex(GLib.Error, "InvalidArgs"):
                self.act(*values)
        self.refused("Act", GLib.Variant("(ss)", (here, self.notice)))
        self.unchanged()
        self.act(here, "brine-0123456789abcdef0123456789abcdef", "reminder-done", 0)
        self.unchanged()
        self.act(here + "/../data/", self.notice, "reminder-done", 0)
        wait_until(lambda: self.states()["Walk"] == "done", "the log")
        self.act(here, self.notice, "reminder-skip", 0)
        self.settle()
        self.assertEqual(self.deliveries(), [("Walk", "done")])

    def test_other_calls_of_an_application(self):
        for method, parameters in (
                ("Activate", GLib.Variant("(a{sv})", ({},))),
                ("Open", GLib.Variant("(asa{sv})", (["file:///etc/passwd"] * 1000, {})))):
            try:
                self.call(method, parameters, interface="org.freedesktop.Application")
            except GLib.Error:
                pass
        self.unchanged()

    def test_random(self):
        seed = random.randrange(1 << 32)
        print(f"# seed {seed}", flush=True)
        chance = random.Random(seed)
        kinds = ["s", "i", "u", "b", "as", "a{sv}", "(si)", "v", "x", "ay"]
        for _ in range(300):
            values = [self.random_value(chance, kind)
                      for kind in chance.choices(kinds, k=chance.randrange(3))]
            parameters = GLib.Variant.new_tuple(*values)
            try:
                self.call(chance.choice(["Next", "Recent", "Test2", "Reschedule", "GetStatus"]),
                          parameters)
            except GLib.Error:
                pass
        self.unchanged()

    @staticmethod
    def random_value(chance, kind):
        number = chance.randrange(-5, 100000)
        values = {"s": str(number), "i": number, "u": abs(number) + 101, "b": True,
                  "as": [str(number)] * 3, "a{sv}": {"x": GLib.Variant("i", number)},
                  "(si)": (str(number), number), "v": GLib.Variant("i", number), "x": number,
                  "ay": [1, 2]}
        return GLib.Variant(kind, values[kind])

    def test_server_that_talks_nonsense(self):
        other = world.FreedesktopRecorder(self.bus)
        self.settle()
        other.emit("ActionInvoked", 1, "app.quit")
        other.emit("ActionInvoked", 4294967295, "x" * 1000000)
        other.emit("NotificationClosed", 1, 2)
        other.connection.emit_signal(None, other.path, other.interface, "ActionInvoked",
                                     GLib.Variant("(ss)", ("a", "b")))
        self.unchanged()


class Quiet(ServiceCase):
    def test_no_toolkit(self):
        linked = subprocess.run(["ldd", SERVICE], capture_output=True, text=True,
                                check=True).stdout
        self.assertIn("libgio", linked)
        self.assertEqual(re.findall(r"lib(?:gtk|gdk|adwaita|pango|cairo)\S*", linked), [])

    def test_waits(self):
        """Between deadlines it wakes up for its look once a minute, and for nothing else."""
        self.gtk()
        self.plan("Walk", "2099-11-23T07:00")
        self.start(BRINE_NOW_FILE=None)
        self.settle()
        self.still()
        counts = [self.woken_in(4) for _ in range(5)]
        print(f"# {counts} times in 4 s each", flush=True)
        # One look in all the time at most, the first, which asks the worker once; later ones wake
        # nobody else. A busy machine adds a few to that one, so it is the middle of the counts that is
        # looked at. A timer that ticks every second, on whatever thread, would come to four in each.
        self.assertLessEqual(sorted(counts)[2], 1)

    def woken_in(self, seconds):
        before = self.switches()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            time.sleep(0.5)  # what happens in this time is counted
        return sum(count - before.get(thread, 0) for thread, count in self.switches().items())

    def still(self):
        """Until nothing happens any more."""
        before = None
        for _ in range(100):
            if before == (before := self.switches()):
                return
            time.sleep(0.3)  # between two looks of a bounded loop

    def switches(self):
        """thread to how often it waited and was woken."""
        counts = {}
        for task in pathlib.Path(f"/proc/{self.service.pid}/task").iterdir():
            with contextlib.suppress(OSError):  # a thread that has just ended
                counts[task.name] = int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)",
                                                  (task / "status").read_text(), re.M).group(1))
        return counts

    def test_says_nothing_of_the_diary(self):
        secret = "Zebrafinch"
        server = self.gtk()
        self.plan(secret, "2026-11-23T07:00")
        self.plan(secret + " late", "2026-11-23T07:00")
        self.start(G_MESSAGES_DEBUG="all")
        self.set_now("2026-11-23T07:00")
        notice = wait_until(server.added)[0]
        self.press("reminder-done", notice)
        wait_until(lambda: len(self.logs()) == 2, "the logs")
        self.press("reminder-done", notice)
        server.refuse = "org.freedesktop.DBus.Error.AccessDenied"
        self.plan(secret, "2026-11-23T08:00")
        self.set_now("2026-11-23T08:00")
        self.settle()
        self.assertNotIn(secret, self.errors.read_text())
        for path in (self.folder / "run").rglob("*"):
            if path.is_file():
                self.assertNotIn(secret, path.read_text(errors="replace"))
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)

    def test_unit(self):
        if not shutil.which("systemd-analyze") or not UNITS:
            self.skipTest("systemd-analyze is missing")
        # It looks for the program, too; the one that was built stands for the one installed.
        text = pathlib.Path(UNITS).read_text()
        unit = self.folder / "brine-service.service"
        unit.write_text(re.sub(r"^ExecStart=.*", f"ExecStart={SERVICE}", text, flags=re.M))
        done = subprocess.run(["systemd-analyze", "verify", "--user", "--man=no", unit],
                              capture_output=True, text=True, timeout=60,
                              env=self.environment())
        self.assertEqual([line for line in done.stderr.splitlines()
                          if "brine" in line], [])


if __name__ == "__main__":
    world.main()
