# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: the list of the project's files, and a report in TAP."""

import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(os.environ.get("BRINE_SOURCE_ROOT")
                    or pathlib.Path(__file__).resolve().parents[2])


def files(*suffixes):
    """The project's files, as paths from its root: what git tracks, or all but the build
    directories when there is no git (a release archive)."""
    try:
        listed = subprocess.run(["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT,
                                check=True, capture_output=True, text=True).stdout.split("\0")
        paths = [pathlib.Path(name) for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
        paths = [path for path in paths
                 if not path.parts[0].startswith((".git", "build")) and "__pycache__" not in path.parts]
    paths = [path for path in paths if (ROOT / path).is_file()]
    if suffixes:
        paths = [path for path in paths if path.name.endswith(suffixes)]
    return sorted(paths)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def relative_lines(path):
    return list(enumerate(read(path).splitlines(), 1))


class Report:
    """Collects one case after another and prints them in TAP."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name, problems):
        """One case, passed when `problems` (lines of text) is empty."""
        self.count += 1
        problems = list(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}")
        for problem in problems:
            print(f"# {problem}")
        self.failed += bool(problems)

    def skip(self, name, reason):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {reason}")

    def end(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)
