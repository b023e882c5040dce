#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what a reader would trip over in the sources: licence tags, sizes of files and
functions, guards that check nothing, scripts that do not parse."""

import ast
import collections
import json
import pathlib
import re
import subprocess
import sys

import report
from report import ROOT

TAGGED = (".c", ".h", ".py", ".css", ".ui", ".xml", ".in", "meson.build", ".sh", ".svg")
FILE_LIMIT = 600
FUNCTION_LIMIT = 60

# Longer files and functions, each with the reason why it stays in one piece.
LONG_FILES = {}
LONG_FUNCTIONS = {}

CAST_GUARD = re.compile(r"g_return_(?:val_)?if_fail \((?!\w*_IS_)[A-Z][A-Z0-9_]+ \(\w+\)\s*[,)]")
SEMICOLON = re.compile(r"^#define\s+\w+\s+[-\w.\"()]+;\s*$")
# Lies over open menus in GTK 4.8; the one call is what brine_set_tooltip () makes.
TOOLTIP = re.compile(r"\bgtk_widget_set_tooltip_(text|markup) \(")
# The other sides have the colour of text then, and cairo draws the line as a mesh of gradients.
SIDE = re.compile(r"\bborder-(left|right|top|bottom): *[\d.]+\w* *[a-z]")
TODO = re.compile(r"\b(TODO|FIXME|XXX)\b")


def untagged():
    for path in report.files():
        is_script = not path.suffix and (ROOT / path).read_bytes()[:2] == b"#!"
        if not (path.name.endswith(TAGGED) or is_script):
            continue
        head = "\n".join(report.read(path).splitlines()[:6])
        if "SPDX-License-Identifier:" not in head:
            yield f"{path}: no SPDX-License-Identifier in its first lines"


def long_files():
    for path in report.files(".c", ".h", ".py", ".css", ".ui"):
        lines = len(report.read(path).splitlines())
        if lines > FILE_LIMIT and str(path) not in LONG_FILES:
            yield f"{path}: {lines} lines, split it by concern before {FILE_LIMIT}"


def functions(path):
    """Name and number of lines of each function of a C file laid out by clang-format."""
    lines = report.read(path).splitlines()
    start = None
    for number, line in enumerate(lines):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            head = " ".join(lines[max(0, start - 12):start])
            names = re.findall(r"(?:^|\s)(\w+) \(", head)
            named = [match.group(1) for match in
                     (re.match(r"^(\w+) \(", text) for text in lines[max(0, start - 12):start])
                     if match]
            yield (named or names or ["?"])[-1], number - start - 1
            start = None


def long_functions():
    for path in report.files(".c"):
        for name, length in functions(path):
            if length > FUNCTION_LIMIT and not name.endswith("_class_init") \
                    and name not in LONG_FUNCTIONS:
                yield f"{path}: {name} has {length} lines, {FUNCTION_LIMIT} is the limit"


def bad_patterns():
    for path in report.files(".c", ".h"):
        for number, line in report.relative_lines(path):
            if CAST_GUARD.search(line):
                yield f"{path}:{number}: a cast macro as guard checks nothing, use the IS macro"
            if SEMICOLON.match(line):
                yield f"{path}:{number}: a constant defined with a semicolon"
            if TOOLTIP.search(line) and path.stem != "brine-menu-button" \
                    and path.parts[0] == "src":
                yield f"{path}:{number}: a tooltip by brine_set_tooltip () keeps off menus"
            if TODO.search(line):
                yield f"{path}:{number}: a bare to-do; do it or open an issue"


def bad_styles():
    for path in report.files(".css"):
        for number, line in report.relative_lines(path):
            if SIDE.search(line):
                yield f"{path}:{number}: a line on one side is quick to draw when all sides have " \
                      "its colour: border: 0 solid COLOUR; border-…-width: 1px"


def shell_scripts():
    for path in report.files():
        try:
            with (ROOT / path).open(encoding="utf-8") as file:
                first = file.readline()
        except UnicodeDecodeError:
            continue
        if re.match(r"^#!.*\b(ba)?sh\b", first):
            yield path


def bad_scripts():
    scripts = [str(path) for path in shell_scripts()]
    run = subprocess.run(["shellcheck", "--format=gcc", *scripts], cwd=ROOT,
                         capture_output=True, text=True)
    return run.stdout.splitlines() + run.stderr.splitlines()


def bad_python():
    for path in report.files():
        text = (ROOT / path).read_bytes()
        if path.suffix == ".py" or re.match(rb"#!.*python", text):
            try:
                ast.parse(text, str(path))
            except SyntaxError as error:
                yield f"{path}:{error.lineno}: {error.msg}"


def repeated_tests(build):
    """Meson runs two tests of one name and then stumbles over its own report."""
    tests = json.loads((build / "meson-info/intro-tests.json").read_text(encoding="utf-8"))
    names = collections.Counter(test["name"] for test in tests)
    return [f"{name}: {count} tests have this name" for name, count in names.items() if count > 1]


def forgotten_tests():
    """A script or program that no build file names never runs."""
    builds = "".join(report.read(path) for path in report.files("meson.build"))
    for path in report.files(".c", ".py"):
        if path.parts[0] == "tests" and re.match(r"test[-_]", path.name) \
                and f"{path.name}'" not in builds:
            yield f"{path}: no meson.build runs it"


def main():
    result = report.Report()
    if len(sys.argv) > 1:
        result.case("every test has a name of its own", repeated_tests(pathlib.Path(sys.argv[1])))
    result.case("every test runs", forgotten_tests())
    result.case("every source has a licence tag", untagged())
    result.case(f"no file over {FILE_LIMIT} lines", long_files())
    result.case(f"no function over {FUNCTION_LIMIT} lines", long_functions())
    result.case("no border of several colours", bad_styles())
    result.case("no guard that checks nothing, no bare to-do", bad_patterns())
    result.case("Python scripts parse", bad_python())
    try:
        result.case("shell scripts are clean", bad_scripts())
    except FileNotFoundError:
        result.skip("shell scripts are clean", "shellcheck is missing")
    result.end()


if __name__ == "__main__":
    main()
