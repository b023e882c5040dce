# SPDX-License-Identifier: GPL-3.0-or-later
"""A world for brine-service: buses of its own, somebody who shows notifications, a clock that the
test moves, and a diary. Nothing of the machine's session is seen or touched."""

import contextlib
import datetime
import json
import os
import pathlib
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
import zoneinfo

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

SERVICE = os.environ["BRINE_SERVICE"]
BRINECTL = os.environ["BRINECTL"]
NAME = "org.brineapp.Brine.Service"
PATH = "/org/brineapp/Brine/Service"
INTERFACE = "org.brineapp.Brine.Service1"
BOUND_S = 60
FLAGS = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
         Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)

BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>{kind}</type>
  <listen>unix:path={folder}/{kind}-bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

GTK = """<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
</method></interface></node>"""
PORTAL = """<node><interface name="org.freedesktop.portal.Notification">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
</method><method name="RemoveNotification"><arg type="s" direction="in"/></method>
</interface></node>"""
FREEDESKTOP = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""

APPLICATION = """<node><interface name="org.freedesktop.Application">
<method name="ActivateAction"><arg type="s" direction="in"/><arg type="av" direction="in"/>
<arg type="a{sv}" direction="in"/></method></interface></node>"""


def wait_until(condition, what="", seconds=BOUND_S):
    """Lets the fake servers answer until `condition` gives something, and returns it."""
    end = time.monotonic() + seconds
    context = GLib.MainContext.default()
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what or condition}")
        while context.iteration(False):
            pass
        time.sleep(0.01)  # between two looks, inside a bounded wait


def instant_ms(text):
    """Of a time with an offset."""
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


class Recorder:
    """Owns the name of something that shows notifications, and remembers what it was told."""

    def __init__(self, bus, name, path, xml):
        self.calls = []
        self.on_call = None  # (method) -> None, before the answer
        self.refuse = None  # name of an error to answer with
        self.held = None  # a list: calls that show something are taken and not answered yet
        self.connection = bus.connect()
        self.name = name
        info = Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0]
        self.path, self.interface = path, info.name
        self.connection.register_object(path, info, self._called, None, None)
        self._bus_call("RequestName", GLib.Variant("(su)", (name, 0)))

    def _bus_call(self, method, parameters):
        self.connection.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus",
                                  "org.freedesktop.DBus", method, parameters, None, 0, -1, None)

    def _called(self, _connection, _sender, _path, _interface, method, parameters, invocation):
        if self.on_call:
            self.on_call(method)
        if self.refuse:
            invocation.return_dbus_error(self.refuse, "No.")
            return
        self.calls.append((method, *parameters.unpack()))
        answer = self.answer(method, parameters.unpack())
        if self.held is not None and method in ("Notify", "AddNotification"):
            self.held.append((invocation, answer))
        else:
            invocation.return_value(answer)

    def answer(self, _method, _parameters):
        return None

    def answer_held(self):
        held, self.held = self.held, None
        for invocation, answer in held:
            invocation.return_value(answer)

    def added(self):
        """The ids that were added, in order, each as often as it was."""
        return [call[-2] for call in self.calls if call[0] == "AddNotification"]

    def last(self):
        return [call[-1] for call in self.calls if call[0] == "AddNotification"][-1]

    def visible(self):
        """id to what it shows, after all calls."""
        shown = {}
        for call in self.calls:
            if call[0] == "AddNotification":
                shown[call[-2]] = call[-1]
            elif call[0] == "RemoveNotification":
                shown.pop(call[-1], None)
        return shown

    def leave(self):
        self.connection.close_sync(None)


class FreedesktopRecorder(Recorder):
    """`keeps_numbers`: shows what is to replace an unknown number under that number, as dunst and
    Plasma do, and the answer that the specification asks for; else under one of its own, as GNOME
    Shell and MATE do."""

    def __init__(self, bus, first_number=1, capabilities=("actions", "body", "body-markup"),
                 keeps_numbers=True):
        self.next_number = first_number
        self.keeps_numbers = keeps_numbers
        self.capabilities = list(capabilities)
        self.shown = {}  # number to the arguments of Notify
        super().__init__(bus, "org.freedesktop.Notifications", "/org/freedesktop/Notifications",
                         FREEDESKTOP)

    def answer(self, method, parameters):
        if method == "GetCapabilities":
            return GLib.Variant("(as)", (self.capabilities,))
        if method == "CloseNotification":
            self.close(parameters[0], 3)
            return None
        number = parameters[1]
        if number not in self.shown and not (self.keeps_numbers and number):
            number, self.next_number = self.next_number, self.next_number + 1
        self.shown[number] = parameters
        return GLib.Variant("(u)", (number,))

    def emit(self, signal_name, *values):
        kinds = {"ActionInvoked": "(us)", "ActivationToken": "(us)",
                 "NotificationClosed": "(uu)"}
        self.connection.emit_signal(None, self.path, self.interface, signal_name,
                                    GLib.Variant(kinds[signal_name], values))

    def close(self, number, reason):
        if self.shown.pop(number, None) is not None:
            self.emit("NotificationClosed", number, reason)

    def press(self, number, label):
        """As servers do: tells the press, then that it closed, by the user."""
        actions = self.shown[number][5]
        self.emit("ActionInvoked", number, actions[actions.index(label) - 1])
        self.close(number, 2)


class Bus:
    def __init__(self, folder, kind):
        config = pathlib.Path(folder, f"{kind}.conf")
        pathlib.Path(folder, "services").mkdir(exist_ok=True)
        config.write_text(BUS_CONFIG.format(kind=kind, folder=folder))
        self.process = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--print-address=1", "--nofork"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=dict(os.environ, XDG_RUNTIME_DIR=str(folder)))
        self.address = self.process.stdout.readline().strip()

    def connect(self):
        return Gio.DBusConnection.new_for_address_sync(self.address, FLAGS, None, None)

    def stop(self):
        self.process.stdout.close()
        self.process.terminate()
        self.process.wait()


def make_folder():
    """The buses' sockets lie in it, whose paths have 107 characters at most."""
    short = len(tempfile.gettempdir()) <= 50
    return tempfile.TemporaryDirectory(prefix="brine-service.", dir=None if short else "/tmp",
                                       # The last of a process may go while it is cleared.
                                       ignore_cleanup_errors=True)


class ServiceCase(unittest.TestCase):
    """A test of brine-service; one that leaves a warning behind fails."""

    now = "2026-11-23T06:30"
    zone = "Europe/Berlin"
    allowed = ()  # patterns of warnings that belong to the test

    def setUp(self):
        folder = make_folder()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.data = self.folder / "data"
        (self.folder / "run").mkdir(mode=0o700)
        self.clock = self.folder / "now"
        self.set_now(self.now)
        self.bus = Bus(self.folder, "session")
        self.addCleanup(self.bus.stop)
        self.system = None
        self.service = None
        self.errors = self.folder / "stderr"
        self.errors.touch()
        self.addCleanup(self.check_errors)
        self.addCleanup(self.stop)
        self.connection = self.bus.connect()

    # Surroundings

    def environment(self, **more):
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith(("BRINE_NOW", "BRINE_DATA", "DBUS_", "XDG_", "LANG",
                                              "GTK_USE_PORTAL", "DISPLAY", "WAYLAND"))}
        environment.update(
            DBUS_SESSION_BUS_ADDRESS=self.bus.address,
            DBUS_SYSTEM_BUS_ADDRESS=self.system.address if self.system else
            f"unix:path={self.folder}/none",
            XDG_RUNTIME_DIR=str(self.folder / "run"), HOME=str(self.folder),
            XDG_CONFIG_HOME=str(self.folder / "config"), XDG_DATA_HOME=str(self.folder / "share"),
            BRINE_NOW_FILE=str(self.clock), LC_ALL="C.UTF-8", GSETTINGS_BACKEND="memory",
            GIO_USE_VFS="local", G_DEBUG="fatal-criticals")
        if self.zone:
            environment["TZ"] = self.zone
        environment.update(more)
        return {key: value for key, value in environment.items() if value is not None}

    def set_now(self, text):
        self.now = text
        fresh = self.clock.with_suffix(".new")
        fresh.write_text(text + "\n")
        fresh.rename(self.clock)

    def ctl(self, *arguments):
        done = subprocess.run([BRINECTL, "--data-dir", self.data, "--now", self.now, "--json",
                               *arguments], env=self.environment(BRINE_NOW_FILE=None),
                              capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def plan(self, title, start, *remind, practice="walk", minutes=20, rule=None):
        words = ["plan", "add", "--practice", practice, "--title", title, "--start", start,
                 "--minutes", str(minutes)]
        for reminder in remind or ["0"]:
            words += ["--remind", reminder]
        if rule:
            words += ["--rrule", rule]
        return self.ctl(*words)

    def log(self, item, state, start="2026-11-23T07:00"):
        """As the window or the terminal does, without the service."""
        self.ctl("log", f"{item}@{start}", state)

    def states(self, day="2026-11-23"):
        """title to state of a day's occurrences."""
        return {row["title"]: row["state"]
                for row in self.ctl("agenda", "--from", day, "--to", day)["occurrences"]}

    def logs(self, day="2026-11-23"):
        return [row for row in self.ctl("agenda", "--from", day, "--to", day)["occurrences"]
                if row["state"] in ("done", "partly", "skipped")]

    def deliveries(self):
        """(title, state) of the reminders that came, in the order of their titles. Read from the file:
        many tests ask while the service is stopped or killed."""
        with contextlib.closing(sqlite3.connect(f"file:{self.data}/brine.db?mode=ro",
                                                uri=True)) as database:
            return database.execute("SELECT title, state FROM deliveries WHERE deleted_at IS NULL"
                                    " ORDER BY title").fetchall()

    def gtk(self):
        return Recorder(self.bus, "org.gtk.Notifications", "/org/gtk/Notifications", GTK)

    def portal(self):
        return Recorder(self.bus, "org.freedesktop.portal.Desktop",
                        "/org/freedesktop/portal/desktop", PORTAL)

    def own_window(self, server):
        """Lets `server` be the window, too, and returns the list of what that is called with."""
        info = Gio.DBusNodeInfo.new_for_xml(APPLICATION).interfaces[0]
        calls = []

        def called(_bus, _sender, _path, _interface, _method, parameters, invocation):
            calls.append(parameters.unpack())
            invocation.return_value(None)

        server.connection.register_object("/org/brineapp/Brine", info, called, None, None)
        server._bus_call("RequestName", GLib.Variant("(su)", ("org.brineapp.Brine", 0)))
        return calls

    # The service

    def launch(self, *arguments, **more):
        """Starts one and does not wait for it."""
        self.follows = "BRINE_NOW_FILE" not in more
        with open(self.errors, "ab") as errors:
            return subprocess.Popen([SERVICE, "--data-dir", self.data, *arguments],
                                    env=self.environment(**more), stdout=errors, stderr=errors)

    def start(self, *arguments, **more):
        self.service = self.launch(*arguments, **more)
        wait_until(lambda: self.owner() == self.service.pid, "the service's name")
        wait_until(lambda: self.status()["problem"] != "starting", "the diary")

    def let_bus_start(self):
        """From now on the bus starts the service when it is called, as where it is installed. The
        test ends what was started."""
        script = self.folder / "start"
        script.write_text("#!/bin/sh\n" + "".join(
            f"export {key}='{value}'\n" for key, value in self.environment().items()
            if key.startswith(("BRINE", "TZ", "LC", "G_", "GS", "XDG", "HOME", "DBUS", "DISPLAY")))
            + f"exec '{SERVICE}' --data-dir '{self.data}' 2>>'{self.errors}'\n")
        script.chmod(0o755)
        service = self.folder / "services" / f"{NAME}.service"
        service.write_text(f"[D-BUS Service]\nName={NAME}\nExec={script}\n")
        self.call_bus("ReloadConfig")
        self.follows = True

    def pid(self):
        return self.call_bus("GetConnectionUnixProcessID", NAME)

    def owner(self):
        """The process that has the name, None if nobody has."""
        try:
            return self.pid()
        except GLib.Error:
            return None

    def stop(self):
        if self.service and self.service.poll() is None:
            self.service.send_signal(signal.SIGCONT)
            self.service.terminate()
            wait_until(lambda: self.service.poll() is not None, "the end of the service")
            self.assertEqual(self.service.returncode, 0)
        self.service = None

    def kill(self):
        """The bus knows it, too, when this returns."""
        self.service.kill()
        self.service.wait()
        end = time.monotonic() + BOUND_S
        while self.is_owned():
            if time.monotonic() > end:
                raise AssertionError(f"waited {BOUND_S} s for the bus to see the kill")
            time.sleep(0.01)  # between two looks; no fake server answers meanwhile
        self.service = None

    def call_bus(self, method, *arguments):
        answer = self.connection.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
            GLib.Variant(f"({'s' * len(arguments)})", arguments), None, 0, -1, None).unpack()
        return answer[0] if answer else None

    def is_owned(self):
        return self.call_bus("NameHasOwner", NAME)

    def call(self, method, parameters=None, interface=INTERFACE, path=PATH, timeout_ms=60000):
        """Calls the service while the fake servers go on answering."""
        answer = []
        self.connection.call(NAME, path, interface, method, parameters, None,
                             Gio.DBusCallFlags.NONE, timeout_ms, None,
                             lambda source, result: answer.append(self._finish(source, result)))
        wait_until(lambda: answer, method)
        if isinstance(answer[0], GLib.Error):
            raise answer[0]
        return answer[0].unpack()

    @staticmethod
    def _finish(source, result):
        try:
            return source.call_finish(result)
        except GLib.Error as error:
            return error

    def status(self):
        return self.call("GetStatus")[0]

    def press(self, action, *values):
        """What GNOME does when a button is pressed."""
        kinds = {1: "s", 2: "(si)"}
        target = GLib.Variant(kinds[len(values)], values[0] if len(values) == 1 else values)
        self.call("ActivateAction", GLib.Variant("(sava{sv})", (action, [target], {})),
                  interface="org.freedesktop.Application")

    def settle(self):
        """Until the service has looked at what it was last told."""
        if self.follows:
            wait_until(lambda: self.status()["now"] == self.now_ms(), "its clock")
        self.call("Reschedule")
        wait_until(lambda: not self.status()["busy"], "its look")

    def now_ms(self):
        moment = datetime.datetime.fromisoformat(self.now.replace("Z", "+00:00"))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zoneinfo.ZoneInfo(self.zone))
        return int(moment.timestamp() * 1000)

    def check_errors(self):
        """Nobody wrote a warning, and no complaint of a sanitizer is there."""
        wrong = [line for line in self.errors.read_text(errors="replace").splitlines()
                 if re.search(r"WARNING|CRITICAL|ERROR|Sanitizer|runtime error", line)
                 and not any(re.search(pattern, line) for pattern in self.allowed)]
        self.assertEqual(wrong, [])


def main():
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))
    import tap
    tap.main()
