#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the C sources are laid out as clang-format 14 does (other versions differ)."""

import shutil
import subprocess

import report
from report import ROOT


def main():
    result = report.Report()
    tool = shutil.which("clang-format-14")
    sources = [str(path) for path in report.files(".c", ".h")]
    if tool is None:
        result.skip("layout of the sources", "clang-format-14 is missing")
    else:
        run = subprocess.run([tool, "--dry-run", *sources], cwd=ROOT, capture_output=True, text=True)
        wrong = sorted({line.split(":")[0] for line in run.stderr.splitlines()
                        if "[-Wclang-format-violations]" in line})
        if run.returncode and not wrong:
            wrong = run.stderr.splitlines()
        result.case("layout of the sources",
                    [f"{path}: run ./develop format" for path in wrong])
    result.end()


if __name__ == "__main__":
    main()
