# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program on the private virtual desktop as a user would: by what the accessibility
bus offers, by keys and by the pointer.

Run scripts that import this with /usr/bin/python3 inside tests/tools/session. Every wait is for
a condition and has a bound; a test fails when the program printed a GTK or GLib warning.

    from desktop import App
    with App(["build/src/app/brine"]) as app:
        app.find(role="push button", name="Add").click()
        app.keys("ctrl+z")
        app.shot("build/screenshots/today.png")
"""

import itertools
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

# The bus is asked for a cache that GTK does not offer; nothing is lost.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

# A busy machine may take longer than the 0.8 s that are usual.
Atspi.set_timeout(5000, 30000)

# Long, since it costs nothing where all is well, and a busy machine is no reason to fail.
BOUND = 60.0
COMPLAINT = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*|^\*\* ERROR|AddressSanitizer|runtime error:")

# Some names differ between versions of AT-SPI and GTK, which tells a button that stays down as any
# other before 4.10; either finds the widget.
ROLE_NAMES = {"button": "push button", "toggle": "push button", "toggle button": "push button"}


class Timeout(AssertionError):
    """A condition did not come true within its bound."""


def wait(condition, what, bound=BOUND, step=0.03):
    """Returns the first true result of condition(), or raises Timeout naming `what`.

    A condition that fails because a widget went away counts as not yet true.
    """
    end = time.monotonic() + bound
    while True:
        try:
            result = condition()
        except GLib.Error:
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise Timeout(f"waited {bound:g} s for {what}")
        time.sleep(step)


def soon(condition, looks=8, least=0.2):
    """Whether a condition comes true in a moment. That is a number of looks, which the program answers
    in between of what it does, and not a time alone: a busy machine may need that for itself."""
    end = time.monotonic() + least
    for look in itertools.count(1):
        try:
            if condition():
                return True
        except GLib.Error:
            pass
        if look >= looks and time.monotonic() > end:
            return False
        time.sleep(0.03)


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True,
                          text=True, timeout=BOUND).stdout


class Node:
    """One accessible widget."""

    def __init__(self, accessible, app):
        self.accessible = accessible
        self.app = app

    def __repr__(self):
        return f"<{self.role} {self.name!r}>"

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def role(self):
        return self.accessible.get_role_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def parent(self):
        parent = self.accessible.get_parent()
        return Node(parent, self.app) if parent else None

    @property
    def children(self):
        # A child may go away between counting and asking.
        found = (self.accessible.get_child_at_index(i)
                 for i in range(self.accessible.get_child_count()))
        return [Node(child, self.app) for child in found if child is not None]

    @property
    def text(self):
        """The text of a label or an entry."""
        interface = self.accessible.get_text_iface()
        if interface is None:
            return ""
        return Atspi.Text.get_text(interface, 0, Atspi.Text.get_character_count(interface))

    @property
    def value(self):
        interface = self.accessible.get_value_iface()
        return Atspi.Value.get_current_value(interface) if interface else None

    def has(self, state):
        """Whether it has a state such as "checked", "focused", "sensitive", "showing"."""
        wanted = getattr(Atspi.StateType, state.upper())
        return self.accessible.get_state_set().contains(wanted)

    @property
    def showing(self):
        """Whether it is to be seen (perhaps after scrolling). GTK 4.8 tells "visible" of every
        widget, of a hidden page of a stack too, and "showing" only of windows; but only what is
        mapped contains its own middle. What lets the pointer through around its children does not,
        so its first child is asked too."""
        if not self.has("visible"):
            return False
        if self.accessible.get_component_iface() is None or self.has("showing") or self.has_middle:
            return True
        first = self.accessible.get_child_at_index(0)
        return first is not None and Node(first, self.app).has_middle

    @property
    def has_middle(self):
        """Whether it contains the middle of its own box."""
        interface = self.accessible.get_component_iface()
        x, y, width, height = self.box
        return width > 0 and height > 0 and Atspi.Component.contains(
            interface, x + width // 2, y + height // 2, Atspi.CoordType.WINDOW)

    @property
    def box(self):
        """x, y, width, height, within the window (its shadow included)."""
        interface = self.accessible.get_component_iface()
        if interface is None:
            return 0, 0, 0, 0
        rect = Atspi.Component.get_extents(interface, Atspi.CoordType.WINDOW)
        return rect.x, rect.y, rect.width, rect.height

    def walk(self, hidden=False):
        """Itself and everything inside, in reading order; only what shows unless `hidden`."""
        try:
            if not hidden and self.role not in ("application", "desktop frame") \
                    and not self.showing:
                return
            yield self
            children = self.children
        except GLib.Error:
            return
        for child in children:
            yield from child.walk(hidden)

    def matching(self, role=None, name=None, hidden=False, where=None):
        """All widgets inside of this role and name (text, or a compiled pattern)."""
        role = ROLE_NAMES.get(role, role)
        found = []
        for node in self.walk(hidden):
            try:
                if role is not None and ROLE_NAMES.get(node.role, node.role) != role:
                    continue
                if isinstance(name, str) and node.name != name:
                    continue
                if name is not None and not isinstance(name, str) and not name.search(node.name):
                    continue
                if where is not None and not where(node):
                    continue
            except GLib.Error:
                continue
            found.append(node)
        return found

    def find(self, role=None, name=None, hidden=False, where=None, index=0, bound=BOUND):
        """Waits for a widget inside, and returns it."""
        def attempt():
            found = self.matching(role, name, hidden, where)
            return found[index] if len(found) > index else None
        shown = name.pattern if hasattr(name, "pattern") else name
        return wait(attempt, f"{role or 'widget'} {shown!r} in {self!r}", bound)

    def gone(self, role=None, name=None, where=None, bound=BOUND):
        """Waits until no such widget shows."""
        wait(lambda: not self.matching(role, name, where=where), f"{role} {name!r} to go", bound)

    def activate(self):
        """Does its first action (press, toggle, open), as assistive technology would."""
        interface = self.accessible.get_action_iface()
        if interface is None or Atspi.Action.get_n_actions(interface) == 0:
            return self.click()
        Atspi.Action.do_action(interface, 0)
        return self

    def click(self, button=1, count=1):
        """Clicks its middle with the pointer, once it stands still: bars come above a page."""
        def aim():
            x, y, width, height = self.box
            self.app.pointer_to(self, x + width // 2, y + height // 2)
            return self.box == (x, y, width, height)
        wait(aim, f"{self!r} to stand still")
        xdotool("click", "--repeat", count, "--delay", 60, button)
        return self

    def dump(self, indent=0, out=sys.stderr, hidden=False):
        """Prints the tree: the way to see what a page offers to a screen reader."""
        for node in [self]:
            try:
                if not hidden and self.role != "application" and not self.showing:
                    return
                description = f"  ({node.description})" if node.description else ""
                states = [s for s in ("focused", "checked", "selected", "pressed", "expanded")
                          if node.has(s)]
                text = node.text if node.text != node.name else ""
                print("  " * indent + f"{node.role} {node.name!r}{description}"
                      + (f" text={text!r}" if text else "")
                      + (f" {' '.join(states)}" if states else ""), file=out)
                for child in node.children:
                    child.dump(indent + 1, out, hidden)
            except GLib.Error:
                pass


class App(Node):
    """A running program: started on entry, ended and checked on exit."""

    bus_name = "org.brineapp.Brine"
    bus_path = "/org/brineapp/Brine"

    def __init__(self, command, env=None, bound=BOUND, quiet=True, allow=()):
        """`quiet` fails the test when the program complained on standard error; `allow` lists
        patterns of complaints that are expected."""
        super().__init__(None, self)
        self.command = [str(part) for part in command]
        self.bound = bound
        self.quiet = quiet
        self.allow = [re.compile(pattern) for pattern in allow]
        self.env = dict(os.environ, **(env or {}))
        self.process = None
        self.errors = None
        self.window = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None and self.accessible is not None:
            picture = os.environ.get("BRINE_FAILURE_SHOT", "build/failure.png")
            print(f"the window at the time of failure: {picture}", file=sys.stderr)
            try:
                self.dump()
                self.shot(picture)
            except Exception as error:  # the first failure is the one to tell
                print(f"no picture: {error}", file=sys.stderr)
        self.end()
        text = self.complaints()
        if kind is not None:
            print(self.stderr(), file=sys.stderr)
        elif self.quiet and text:
            raise AssertionError("the program complained:\n" + "\n".join(text))

    def start(self):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(self.command, env=self.env, stderr=self.errors)

        def attempt():
            if self.process.poll() is not None:
                raise AssertionError(f"{self.command[0]} ended with {self.process.returncode}:\n"
                                     + self.stderr())
            desktop = Atspi.get_desktop(0)
            for i in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self.process.pid \
                        and child.get_child_count() > 0:
                    return child
            return None

        try:
            self.accessible = wait(attempt, f"the window of {self.command[0]}", self.bound)
            self.window = wait(self._active_window, "the window on the screen", self.bound)
        except BaseException:
            self.end()
            raise
        # Without a window manager nobody gives the window the keyboard.
        self.take_keyboard()

    def _windows(self):
        """X windows of the program that are mapped, in stacking order, with a real size."""
        out = subprocess.run(["xdotool", "search", "--all", "--onlyvisible",
                              "--pid", str(self.process.pid), "--name", ".*"], capture_output=True, text=True,
                             timeout=BOUND).stdout.split()
        windows = []
        for window in out:
            lines = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window],
                                   capture_output=True, text=True, timeout=BOUND).stdout
            size = dict(line.split("=") for line in lines.split() if "=" in line)
            if int(size.get("WIDTH", 0)) > 10:
                windows.append((window, int(size["X"]), int(size["Y"]), int(size["WIDTH"]),
                                int(size["HEIGHT"])))
        return windows

    def _active_window(self):
        windows = self._windows()
        return windows[-1] if windows else None

    def take_keyboard(self):
        """Gives the keyboard to the program's top window (the last opened dialog)."""
        def attempt():
            window = self._active_window()
            if window is None:
                return False
            subprocess.run(["xdotool", "windowfocus", window[0]], capture_output=True,
                           timeout=BOUND)
            # Without a check: the window that had the focus may just be going.
            focused = subprocess.run(["xdotool", "getwindowfocus"], capture_output=True, text=True,
                                     timeout=BOUND).stdout
            return focused.strip() == window[0]
        wait(attempt, "the keyboard focus", self.bound)

    def frame_of(self, node):
        """The accessible window a widget is in."""
        while node.parent is not None and node.parent.role != "application":
            node = node.parent
        return node

    def pointer_to(self, node, x, y):
        """Moves the pointer to a place given within the window of `node`."""
        _, _, width, height = self.frame_of(node).box
        # None is found where one goes away in the middle of the search.
        windows = wait(self._windows, "a window on the screen")
        best = min(windows, key=lambda w: abs(w[3] - width) + abs(w[4] - height))
        left, top = self._margin(best, width, height)
        xdotool("mousemove", best[1] + left + x, best[2] + top + y)

    def open_list(self, row):
        """Opens the list of a row with one choice, and goes on once keys go to that list."""
        before = len(self._windows())
        row.click()
        wait(lambda: len(self._windows()) > before
             and any(node.role == "list item" and node.has("focused")
                     for node in self.walk(hidden=True)), f"the list of {row!r}")

    def rest_on(self, node):
        """Rests the pointer on a widget until that says its hint in a window of its own."""
        before = len(self._windows())

        def hint():
            x, y, width, height = node.box
            for step in (3, 2, 1):
                self.pointer_to(node, x + width // 2 + step, y + height // 2)
            return soon(lambda: len(self._windows()) > before, least=2)
        wait(hint, f"the hint of {node!r}")

    def choose(self, name):
        """Goes down the menu that is open with the pointer, and clicks an item. GTK tells of a menu
        where its items are in itself alone, and wrongly; but the item under the pointer has the focus."""
        item = self.find("menu item", name)
        wait(lambda: len(self._windows()) > 1, "the menu on the screen")
        _, left, top, width, height = self._windows()[-1]

        def has_focus():
            return item.has("focused")

        def lies_at(y):
            # What gets the focus late, of a place that the pointer has left, loses it again.
            xdotool("mousemove", left + width // 2, y)
            return soon(has_focus) and not soon(lambda: not has_focus())
        wait(lambda: any(lies_at(y) for y in range(top, top + height, 12)),
             f"{item!r} under the pointer")
        xdotool("click", 1)

    def _margin(self, window, width, height):
        """Left and top margin of an X window around its frame: a shadow, or a plain border."""
        told = subprocess.run(["xprop", "-id", window[0], "-notype", "_GTK_FRAME_EXTENTS"],
                              capture_output=True, text=True, timeout=BOUND).stdout
        numbers = [int(number) for number in re.findall(r"\d+", told)]
        if len(numbers) == 4 and any(numbers):
            return numbers[0], numbers[2]
        return (window[3] - width) // 2, (window[4] - height) // 2

    def action(self, name, *parameters):
        """Activates an action of the main window, as another program could over D-Bus.

        Strings and whole numbers become the parameter; two make a tuple."""
        variants = [GLib.Variant("s" if isinstance(value, str) else "i", value)
                    for value in parameters]
        if len(variants) > 1:
            variants = [GLib.Variant.new_tuple(*variants)]
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.call_sync(self.bus_name, self.bus_path + "/window/1", "org.gtk.Actions", "Activate",
                      GLib.Variant.new_tuple(
                          GLib.Variant("s", name),
                          GLib.Variant.new_array(GLib.VariantType("v"),
                                                 [GLib.Variant("v", v) for v in variants]),
                          GLib.Variant("a{sv}", {})),
                      None, Gio.DBusCallFlags.NONE, int(self.bound * 1000), None)

    def drag(self, start, end, steps=8):
        """Drags from start to end, both screen positions (x, y)."""
        xdotool("mousemove", "--sync", *start, "mousedown", 1)
        for i in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * i // steps
            y = start[1] + (end[1] - start[1]) * i // steps
            xdotool("mousemove", x, y)
            time.sleep(0.02)
        xdotool("mouseup", 1)

    def keys(self, *names):
        """Presses keys, in xdotool's names: keys("Tab", "ctrl+z", "Return")."""
        self.take_keyboard()
        for name in names:
            xdotool("key", "--clearmodifiers", name)

    def reach(self, node, key="Tab", presses=40):
        """Goes on with a key until the keyboard is at a widget."""
        what = repr(node)
        self.take_keyboard()
        for _ in range(presses + 1):
            if soon(lambda: node.has("focused")):
                return
            xdotool("key", "--clearmodifiers", key)
        raise AssertionError(f"{what} is out of the reach of the keyboard")

    def type(self, text):
        """Types text into the focused widget."""
        self.take_keyboard()
        xdotool("type", "--clearmodifiers", "--delay", 15, text)

    def resize(self, width, height):
        """Gives the main window a size, its shadow not counted. Not under --fill."""
        window = self._windows()[0]
        frame = self.find(role="frame")
        margins = window[3] - frame.box[2], window[4] - frame.box[3]
        xdotool("windowsize", window[0], width + margins[0], height + margins[1])
        wait(lambda: frame.box[2:] == (width, height), f"a window of {width}x{height}")

    def shot(self, path, settle=0.4):
        """Saves a picture of the screen once it stands still."""
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        last = None
        end = time.monotonic() + 10
        while time.monotonic() < end:
            time.sleep(settle)
            picture = subprocess.run(["import", "-silent", "-window", "root", "-strip", "png:-"],
                                     check=True, capture_output=True, timeout=BOUND).stdout
            if picture == last:
                break
            last = picture
        with open(path, "wb") as file:
            file.write(picture)

    def stderr(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def complaints(self):
        return [line for line in self.stderr().splitlines()
                if COMPLAINT.search(line) and not any(a.search(line) for a in self.allow)]

    def end(self):
        """Closes the program, by force if it does not answer; True if it went by itself."""
        if self.process is None or self.process.poll() is not None:
            return True
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=BOUND)
            return True
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return False
