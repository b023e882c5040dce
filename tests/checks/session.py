#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the virtual desktop the other tests stand on: private, faithful to its options, and
leaving nothing behind."""

import os
import pathlib
import subprocess

import report
from report import ROOT

SESSION = str(ROOT / "tests/tools/session")


def run(*arguments, **options):
    return subprocess.run([SESSION, *arguments], capture_output=True, text=True, timeout=60,
                          **options)


def left_behind(mark):
    """Processes that carry a variable of the finished session."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def main():
    result = report.Report()

    done = run("sh", "-c", "exit 7")
    result.case("the status of the command is passed on",
                [] if done.returncode == 7 else [f"status {done.returncode}: {done.stderr}"])

    mark = f"BRINE_SESSION_CHECK={os.getpid()}"
    name, value = mark.split("=")
    done = run("sh", "-c", "(setsid sleep 600 &) ; gdbus call --session --dest org.a11y.Bus "
               "--object-path /org/a11y/bus --method org.a11y.Bus.GetAddress; echo $HOME",
               env=dict(os.environ, **{name: value}))
    home = done.stdout.splitlines()[-1]
    result.case("the accessibility bus answers",
                [] if "unix:" in done.stdout else [done.stdout + done.stderr])
    result.case("no process is left behind", left_behind(mark))
    result.case("no file is left behind", [home] if os.path.exists(home) else [])

    done = run("sh", "-c", 'stat -c %a "$HOME" "$XDG_RUNTIME_DIR"; echo "$http_proxy$DISPLAY"',
               env=dict(os.environ, http_proxy="http://proxy.invalid", DISPLAY=":12345"))
    lines = done.stdout.split()
    result.case("home and runtime directory are private",
                [] if lines[:2] == ["700", "700"] else [done.stdout])
    result.case("display and proxies are not the caller's",
                [] if lines[2].startswith(":") and "12345" not in lines[2] else [done.stdout])

    done = run("--lang", "de_DE.UTF-8", "sh", "-c", "LC_ALL=de_DE.UTF-8 locale day; echo $LANG")
    result.case("a locale is made where the system has none",
                [] if "Montag" in done.stdout else [done.stdout + done.stderr])

    done = run("--size", "large", "true")
    result.case("a size that is none is refused",
                [] if done.returncode == 2 and "1280x900" in done.stderr else [done.stderr])
    result.end()


if __name__ == "__main__":
    main()
