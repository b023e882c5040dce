# SPDX-License-Identifier: GPL-3.0-or-later
"""A unittest case with a diary of its own: the program is driven on it, and what came of that is
asked of brinectl, which reads the diary itself."""

import json
import os
import subprocess
import tempfile
import unittest

from desktop import App

ZONE = "Europe/Berlin"


class DiaryCase(unittest.TestCase):
    now = "2026-11-23T06:30"

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="brine-test.")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def ctl(self, *arguments):
        done = subprocess.run([os.environ["BRINECTL"], "--data-dir", self.folder, "--now", self.now,
                               "--json", *arguments], env=dict(os.environ, TZ=ZONE), check=True,
                              capture_output=True, text=True, timeout=60)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def plan_walk(self):
        """Something planned, so that the program opens with its pages."""
        self.ctl("plan", "add", "--practice", "walk", "--title", "Walk",
                 "--start", "2026-11-23T17:30", "--minutes", "20", "--rrule", "FREQ=DAILY")

    def agenda(self, day):
        return self.ctl("agenda", "--from", day, "--to", day)["occurrences"]

    def app(self, *arguments, **options):
        # Each program has settings of its own: a test may change the window's size.
        return App([os.environ["BRINE"], "--data-dir", self.folder, "--now", self.now, *arguments],
                   env={"TZ": ZONE, "GSETTINGS_BACKEND": "memory"}, **options)

    def dialog(self, app, name):
        """A window of the program by its title, whatever role the toolkit gives it."""
        return app.find(name=name, where=self.is_window)

    def dialog_gone(self, app, name):
        app.gone(name=name, where=self.is_window)

    @staticmethod
    def is_window(node):
        return node.parent is not None and node.parent.role == "application"
