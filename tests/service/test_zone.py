# SPDX-License-Identifier: GPL-3.0-or-later
"""Where one is: the rules of its zone change while the service runs, or the machine does not say."""

import os
import shutil
import struct
import subprocess

import namespace
import world
from world import ServiceCase, wait_until

HOUR_MS = 3600 * 1000
TURN = 1795914000  # 2026-11-29T01:00Z


def make_rules(before, after):
    """RFC 8536: so many hours east of Greenwich before and after TURN."""
    def block(version, times, types):
        count = len(times)
        return (b"TZif" + version + bytes(15 + 12) + struct.pack(">3I", count, len(types), 4)
                + b"".join(struct.pack(">q", time) for time in times) + bytes([1] * count)
                + b"".join(struct.pack(">iBB", hours * 3600, 0, 0) for hours in types) + b"LMT\0")
    return block(b"2", [], [before]) + block(b"2", [TURN], [before, after]) + \
        f"\nLMT{-after}\n".encode()


class Rules(ServiceCase):
    zone = "Test/Place"

    def setUp(self):
        super().setUp()
        self.database = self.folder / "zoneinfo"
        (self.database / "Test").mkdir(parents=True)
        self.put(1, 1)
        self.server = self.gtk()

    def environment(self, **more):
        return super().environment(TZDIR=str(self.database), **more)

    def put(self, before, after):
        """As packages are updated: written beside it and renamed."""
        path = self.database / "Test" / "Place"
        fresh = path.with_suffix(".dpkg-new")
        fresh.write_bytes(make_rules(before, after))
        fresh.rename(path)

    def next_due(self):
        return self.status()["next-due"] // HOUR_MS

    def now_ms(self):
        return world.instant_ms(self.now)

    def check_moves(self, after, old, new):
        """A reminder of Monday, for seven o'clock there, comes at `new` in the place of `old`."""
        self.set_now("2026-11-28T12:00:00Z")
        self.plan("Walk", "2026-11-30T07:00")
        self.start()
        self.settle()
        self.assertEqual(self.next_due(), world.instant_ms(old) // HOUR_MS)
        self.put(1, after)
        wait_until(lambda: self.next_due() == world.instant_ms(new) // HOUR_MS, "the new rules")
        for early in sorted((old, new))[:1] if old < new else ():
            self.set_now(early)
            self.settle()
            self.assertEqual(self.server.added(), [])
        self.set_now(new.replace(":00:00Z", ":00:01Z"))
        wait_until(lambda: self.deliveries() == [("Walk", "shown")], "the reminder")
        self.set_now(max(old, new).replace(":00:00Z", ":05:00Z"))
        self.settle()
        self.assertEqual(len(self.server.added()), 1)
        # The next life reads the same rules.
        self.kill()
        self.start()
        self.settle()
        self.assertEqual(len(self.server.added()), 1)

    def test_earlier(self):
        self.check_moves(2, "2026-11-30T06:00:00Z", "2026-11-30T05:00:00Z")

    def test_later(self):
        self.check_moves(0, "2026-11-30T06:00:00Z", "2026-11-30T07:00:00Z")

    def test_update_half_done(self):
        """A file that is being written is none, and what was known is kept."""
        self.set_now("2026-11-28T12:00:00Z")
        self.plan("Walk", "2026-11-30T07:00")
        self.start()
        path = self.database / "Test" / "Place"
        path.write_bytes(make_rules(1, 2)[:60])
        self.settle()
        self.assertEqual(self.next_due(), world.instant_ms("2026-11-30T06:00:00Z") // HOUR_MS)
        path.write_bytes(make_rules(1, 2))
        wait_until(lambda: self.next_due() == world.instant_ms("2026-11-30T05:00:00Z") // HOUR_MS,
                   "the new rules")


class Environment(ServiceCase):
    """Whatever TZ holds, the service runs and says when the next reminder comes."""

    def test_rows(self):
        rows = {"Europe/Berlin": 6, ":Europe/Berlin": 6, "/usr/share/zoneinfo/Europe/Berlin": 6,
                "CET-1CEST": 6, "CET-1CEST,M3.5.0,M10.5.0/3": 6, "+05:00": 2, "<-03>3": 10,
                "": 7, ":": 7, ":foo": 7, "foo": 7, "Nowhere/Atlantis": 7, "/etc/passwd": 7,
                "/dev/zero": 7, "/nonexistent": 7, "%s%n\x01": 7, "A" * 5000: 7}
        self.gtk()
        self.set_now("2026-11-23T01:00:00Z")
        self.plan("Walk", "2026-11-23T07:00")
        for value, hour in rows.items():
            self.stop()
            with self.subTest(TZ=value[:40]):
                self.start(TZ=value)
                self.settle()
                due = self.status()["next-due"]
                self.assertEqual(due, world.instant_ms(f"2026-11-23T{hour:02}:00:00Z"))
                self.stop()


@namespace.needed
class LocalTime(ServiceCase):
    """/etc/localtime as machines have it. The service sees another /etc."""

    zone = None

    def setUp(self):
        super().setUp()
        self.etc = self.folder / "etc"
        self.etc.mkdir()
        self.gtk()

    def launch(self, *arguments, **more):
        self.follows = True
        words = namespace.command(f"mount --bind {self.etc} /etc", world.SERVICE, "--data-dir",
                                  self.data)
        with open(self.errors, "ab") as errors:
            return subprocess.Popen(words, env=self.environment(TZ=None), stdout=errors,
                                    stderr=errors)

    def make(self, kind):
        rules = "/usr/share/zoneinfo/Asia/Tokyo"
        fresh = self.etc / "localtime.new"
        if kind == "link":
            fresh.symlink_to(rules)
        elif kind == "relative link":
            fresh.symlink_to(os.path.join("..", rules[1:]))
        elif kind == "copy":
            shutil.copy(rules, fresh)
        elif kind == "garbage":
            fresh.write_text("What time is it?\n" * 10)
        elif kind == "dangling":
            fresh.symlink_to("/usr/share/zoneinfo/Nowhere/Atlantis")
        elif kind == "folder":
            fresh.mkdir()
        if fresh.exists() or fresh.is_symlink():
            fresh.rename(self.etc / "localtime")

    def test_rows(self):
        self.set_now("2026-11-22T20:00:00Z")
        self.plan("Walk", "2026-11-23T07:00")
        for kind, due in {"link": "2026-11-22T22:00:00Z", "relative link": "2026-11-22T22:00:00Z",
                          "copy": "2026-11-22T22:00:00Z", "garbage": "2026-11-23T07:00:00Z",
                          "missing": "2026-11-23T07:00:00Z", "dangling": "2026-11-23T07:00:00Z",
                          "folder": "2026-11-23T07:00:00Z"}.items():
            self.stop()
            with self.subTest(localtime=kind):
                self.make(kind)
                self.start()
                self.settle()
                self.assertEqual(self.status()["next-due"], world.instant_ms(due))
                self.stop()
                path = self.etc / "localtime"
                if path.is_dir() and not path.is_symlink():
                    path.rmdir()
                else:
                    path.unlink(missing_ok=True)


if __name__ == "__main__":
    world.main()
