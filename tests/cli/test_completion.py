# SPDX-License-Identifier: GPL-3.0-or-later
"""What bash completes is what brinectl takes: brinectl's path is the first argument, the completion
the second."""

import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lib"))
import tap  # noqa: E402

BRINECTL, COMPLETION = (os.path.abspath(path) for path in sys.argv[1:3])
SCRIPT = """
source "$1"; shift
complete -p brinectl >&2
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_brinectl
printf '%s\\n' "${COMPREPLY[@]}"
"""


def complete(*words):
    """What is offered for the last word."""
    done = subprocess.run(["bash", "-c", SCRIPT, "bash", COMPLETION, "brinectl", *words],
                          capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def help_of(*words):
    environment = dict(os.environ, LC_ALL="C.UTF-8")
    return subprocess.run([BRINECTL, *words, "--help"], env=environment, capture_output=True,
                          text=True, check=True, timeout=60).stdout


def commands():
    """The commands of the help: "plan add", "agenda"."""
    for line in help_of().splitlines():
        match = re.match(r"^  ([a-z]+)( [a-z]+\b(?!\|))?", line)
        if match and not line.startswith("  brinectl"):
            yield match.group(0).split()


class Completion(unittest.TestCase):
    def test_commands(self):
        groups = {}
        for words in commands():
            groups.setdefault(words[0], set()).update(words[1:])
        self.assertGreater(len(groups), 10)
        self.assertEqual({word for word in complete("") if not word.startswith("-")}, set(groups))
        for group, names in groups.items():
            if names and group != "log":
                with self.subTest(group):
                    self.assertEqual(complete(group, ""), names)
        self.assertEqual(complete("log", ""), {"add"})

    def test_options(self):
        for words in commands():
            wanted = set(re.findall(r"--[a-z-]+", help_of(*words).split("\nApplication Options:")[-1]))
            with self.subTest(" ".join(words)):
                self.assertEqual(complete(*words, "--"), wanted | {"--help"})

    def test_values(self):
        self.assertIn("meditation", complete("plan", "add", "--practice", "med"))
        self.assertEqual(complete("progress", "--by", "w"), {"week"})
        self.assertEqual(complete("--data-dir", "/nowhere", "mood", "4", "--factor", "sug"), {"sugar"})

    def test_names_of_files(self):
        folder = os.path.dirname(COMPLETION)
        self.assertIn(COMPLETION, complete("import", os.path.join(folder, "brinectl")))


if __name__ == "__main__":
    tap.main()
