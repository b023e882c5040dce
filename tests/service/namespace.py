# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that see other folders than the machine does, by a namespace of their own: nothing outside
is mounted, and what is ends with them. Needs no privilege where the kernel lets anybody have one."""

import os
import shutil
import subprocess
import sys
import unittest


def command(mounts, *words):
    """Does the shell commands `mounts` and becomes `words`, under the user that we are."""
    script = f'{mounts} && exec unshare -U --map-user={os.getuid()} --map-group={os.getgid()} "$@"'
    return ["unshare", "-rm", "sh", "-c", script, "sh", *map(str, words)]


def is_possible():
    return shutil.which("unshare") is not None and subprocess.run(
        command("mount -t tmpfs none /mnt", "true"), capture_output=True).returncode == 0


needed = unittest.skipUnless(is_possible(), "no namespace can be made here")


def enter(mounts, mark):
    """Runs this program again where `mounts` were done, which it knows by `mark` in its environment;
    or goes on here where that cannot be."""
    if mark not in os.environ and is_possible():
        os.environ[mark] = "1"
        words = command(mounts, sys.executable, *sys.argv)
        os.execvp(words[0], words)
