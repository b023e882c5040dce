# SPDX-License-Identifier: GPL-3.0-or-later
"""A world whose notifications dunst shows, a real server, on the virtual desktop."""

import json
import os
import shutil
import subprocess

from world import ServiceCase, wait_until

CONFIG = """[global]
idle_threshold = 0
history_length = 50
dmenu = {menu}
[urgency_normal]
timeout = 0
"""


class DunstCase(ServiceCase):
    def setUp(self):
        if not shutil.which("dunst"):
            self.skipTest("dunst is missing")
        super().setUp()
        self.config = self.folder / "dunstrc"
        self.menu = self.folder / "menu"
        self.config.write_text(CONFIG.format(menu=self.menu))

    def environment(self, **more):
        return super().environment(DISPLAY=os.environ["DISPLAY"], **more)

    def start_dunst(self):
        dunst = subprocess.Popen(["dunst", "-conf", self.config], env=self.environment(),
                                 stderr=subprocess.DEVNULL)
        self.addCleanup(dunst.wait)
        self.addCleanup(dunst.terminate)
        wait_until(lambda: self.call_bus("NameHasOwner", "org.freedesktop.Notifications"), "dunst")

    def control(self, *words):
        return subprocess.run(["dunstctl", *words], env=self.environment(), check=True,
                              capture_output=True, text=True, timeout=60).stdout.strip()

    def displayed(self):
        return int(self.control("count", "displayed"))

    def history(self):
        rows = json.loads(self.control("history"))["data"][0]
        return [row["summary"]["data"] for row in rows]

    def press_button(self, label):
        """dunst asks a menu program which button is meant; this one knows."""
        self.menu.write_text(f"#!/bin/sh\ngrep -F '{label}'\n")
        self.menu.chmod(0o755)
        self.control("context")
