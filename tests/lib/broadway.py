#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on GTK's Broadway display, and is the screen that its fingers touch.

    tests/lib/broadway.py [--size WIDTHxHEIGHT] COMMAND [ARGUMENT…]

The X server of the tests knows no fingers, Broadway does. COMMAND finds in BRINE_FINGERS the number
of a socket that it writes lines to, one for each event:

    down|move|up FINGER X Y MILLISECONDS

FINGER is 1 or more, X and Y are within the window that COMMAND opened first, and the time of events
is the caller's to tell, so that how fast something goes does not depend on the machine. Broadway
has no accessibility bus: COMMAND looks at its own widgets.

This speaks what broadway.js of GTK 4.8 speaks with gtk4-broadwayd: a web socket over a Unix socket;
commands of the display come in little-endian, events go in big-endian numbers of 32 bits. Pictures
are thrown away, everything that waits for an answer gets one.
"""

import base64
import os
import selectors
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time

BOUND = 60.0
SKIPPED = 77  # what a test ends with that could not be run

# Commands of the display: name, and the layout of what follows its serial number.
COMMANDS = [("grab", "<HB"), ("ungrab", ""), ("new", "<HhhHH"), ("show", "<H"), ("hide", "<H"),
            ("raise", "<H"), ("lower", "<H"), ("destroy", "<H"), ("move-resize", "<HB"),
            ("transient", "<HH"), ("disconnected", ""), ("update", ""), ("keyboard", "<H"),
            ("upload", "<II"), ("release", "<I"), ("nodes", "<HI"), ("roundtrip", "<HI")]

ENTER, TOUCH = 0, 5
GRABBED, UNGRABBED, CONFIGURED, RESIZED, ROUNDTRIP = 9, 10, 11, 12, 14
STAGES = {"down": 0, "move": 1, "up": 2}


class Socket:
    """The client's end of a web socket (RFC 6455), for whole binary messages."""

    def __init__(self, path):
        self.socket = connect(path)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall("\r\n".join([
            "GET /socket HTTP/1.1", "Host: broadway", "Upgrade: websocket", "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Protocol: broadway", "Origin: http://broadway", "", ""]).encode())
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self._receive()
        answer, self.buffer = self.buffer.split(b"\r\n\r\n", 1)
        if b" 101 " not in answer.splitlines()[0]:
            raise ConnectionError(f"broadwayd answered {answer.splitlines()[0]!r}")

    def _receive(self):
        received = self.socket.recv(1 << 16)
        if not received:
            raise ConnectionError("broadwayd closed the connection")
        self.buffer += received

    def messages(self):
        """What has come since, once there is something to read."""
        self._receive()
        while len(self.buffer) >= 2:
            length, start = self.buffer[1] & 0x7f, 2
            if length >= 126:
                layout = ">H" if length == 126 else ">Q"
                start += struct.calcsize(layout)
                if len(self.buffer) < start:
                    return
                length, = struct.unpack_from(layout, self.buffer, 2)
            if len(self.buffer) < start + length:
                return
            message, self.buffer = self.buffer[start:start + length], self.buffer[start + length:]
            yield message

    def send(self, payload):
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.socket.sendall(struct.pack(">BB", 0x82, 0x80 | len(payload)) + mask + masked)


class Screen:
    """What a browser is for Broadway: the windows, and the fingers on them."""

    def __init__(self, path, size):
        self.socket = Socket(path)
        self.size = size
        self.serial = 0
        self.time = 0
        self.windows = {}  # id to [x, y, width, height, shown]
        self.first_finger = None
        self.entered = None

    def send(self, event, *numbers):
        self.socket.send(struct.pack(f">{3 + len(numbers)}i", event, self.serial, self.time,
                                     *numbers))

    def start(self):
        self.send(RESIZED, *self.size, 1)

    def read(self):
        for message in self.socket.messages():
            position = 0
            while position < len(message):
                position = self._obey(message, position)

    def _obey(self, message, position):
        op, self.serial = struct.unpack_from("<BI", message, position)
        name, layout = COMMANDS[op]
        numbers = struct.unpack_from(layout, message, position + 5)
        position += 5 + struct.calcsize(layout or "<")
        window = self.windows.get(numbers[0]) if numbers else None
        if name == "new":
            self.windows[numbers[0]] = [*numbers[1:], False]
            self.send(CONFIGURED, *numbers)
        elif name in ("show", "hide"):
            window[4] = name == "show"
        elif name == "destroy":
            del self.windows[numbers[0]]
        elif name == "move-resize":
            for flag, place in ((1, slice(0, 2)), (2, slice(2, 4))):
                if numbers[1] & flag:
                    window[place] = struct.unpack_from("<hh", message, position)
                    position += 4
            self.send(CONFIGURED, numbers[0], *window[:4])
        elif name == "upload":
            position += numbers[1]
        elif name == "nodes":
            position += numbers[1] * 4
        elif name == "roundtrip":
            self.send(ROUNDTRIP, *numbers)
        elif name in ("grab", "ungrab"):
            self.send(GRABBED if name == "grab" else UNGRABBED)
        return position

    def touch(self, stage, finger, x, y, time_ms):
        window = min(id for id, place in self.windows.items() if place[4])
        where = (self.windows[window][0] + x, self.windows[window][1] + y, x, y, 0)
        self.time = time_ms
        if stage == "down" and self.first_finger is None:
            self.first_finger = finger
            if self.entered != window:
                self.send(ENTER, window, window, *where, 0)
                self.entered = window
        self.send(TOUCH, STAGES[stage], window, finger, self.first_finger == finger, *where)
        if stage == "up" and self.first_finger == finger:
            self.first_finger = None


def connect(path):
    """Once somebody listens."""
    end = time.monotonic() + BOUND
    while True:
        attempt = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            attempt.connect(path)
            return attempt
        except OSError:
            attempt.close()
            if time.monotonic() > end:
                raise
            time.sleep(0.02)


def serve(screen, orders, child):
    """Until the child ends."""
    selector = selectors.DefaultSelector()
    selector.register(screen.socket.socket, selectors.EVENT_READ)
    selector.register(orders, selectors.EVENT_READ)
    text = ""
    while child.poll() is None:
        for key, _ in selector.select(0.1):
            if key.fileobj is not orders:
                screen.read()
                continue
            received = orders.recv(1 << 16).decode()
            if not received:
                selector.unregister(orders)
            *lines, text = (text + received).split("\n")
            for line in lines:
                stage, *numbers = line.split()
                screen.touch(stage, *map(int, numbers))
    return child.returncode


def run(command, size, folder):
    path = os.path.join(folder, "http")
    # Its runtime directory is its own, so every number is free.
    env = dict(os.environ, XDG_RUNTIME_DIR=folder, BROADWAY_DISPLAY=":0", GDK_BACKEND="broadway",
               GTK_A11Y="none", GSK_RENDERER="broadway")
    daemon = subprocess.Popen(["gtk4-broadwayd", "--unixsocket", path, ":0"], env=env,
                              stdout=subprocess.DEVNULL)
    child = None
    try:
        screen = Screen(path, size)
        orders, fingers = socket.socketpair()
        child = subprocess.Popen(command, pass_fds=[fingers.fileno()],
                                 env=dict(env, BRINE_FINGERS=str(fingers.fileno())))
        fingers.close()
        screen.start()
        return serve(screen, orders, child)
    finally:
        for process in filter(None, (child, daemon)):
            process.terminate()
            process.wait()


def main(arguments):
    size = (1180, 800)
    if arguments[:1] == ["--size"]:
        size = tuple(map(int, arguments[1].split("x")))
        arguments = arguments[2:]
    if shutil.which("gtk4-broadwayd") is None:
        print("1..0 # SKIP gtk4-broadwayd is missing", flush=True)
        return SKIPPED
    with tempfile.TemporaryDirectory(prefix="brine-broadway.") as folder:
        return run(arguments, size, folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
