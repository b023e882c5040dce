#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every file with text is listed, that the template is up to the sources, and that
each translation is whole and well formed."""

import pathlib
import re
import subprocess
import tempfile

import report
from report import ROOT

MARKED = re.compile(r'(?<!\w)(_|N_|C_|NC_|ngettext)\s*\(\s*"')


def listed():
    return [line.strip() for line in report.read("po/POTFILES").splitlines()
            if line.strip() and not line.startswith("#")]


def wrong_list():
    names = listed()
    for name in names:
        if not (ROOT / name).is_file():
            yield f"po/POTFILES: {name} does not exist"
    for path in report.files(".c", ".h", ".ui"):
        if path.parts[0] != "src" or str(path) in names:
            continue
        text = report.read(path)
        speaks = 'translatable="yes"' in text if path.suffix == ".ui" else MARKED.search(text)
        if speaks:
            yield f"po/POTFILES: {path} has text to translate and is not listed"
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"po/POTFILES: {name} is listed twice"


def messages(text):
    """The (context, text, plural) triples of a template, without places, dates and comments."""
    found, current, key = set(), {}, None
    for line in text.splitlines() + [""]:
        match = re.match(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "(.*)"$', line)
        if match:
            key = match.group(1)
            current[key] = match.group(2)
        elif line.startswith('"') and key:
            current[key] += line[1:-1]
        elif not line.strip():
            if current.get("msgid"):
                found.add((current.get("msgctxt"), current["msgid"], current.get("msgid_plural")))
            current, key = {}, None
    return found


def stale_template():
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / "brine.pot"
        # The keywords of meson's GLib preset.
        keywords = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3",
                    "g_dpgettext2:2c,3"]
        run = subprocess.run(["xgettext", "--from-code=UTF-8", "--add-comments", "-o", fresh,
                              *[f"--keyword={word}" for word in keywords], *listed()],
                             cwd=ROOT, capture_output=True, text=True)
        if run.returncode:
            return run.stderr.splitlines()
        new = messages(fresh.read_text(encoding="utf-8"))
    try:
        old = messages(report.read("po/brine.pot"))
    except OSError:
        return ["po/brine.pot is missing: run ./develop pot"]
    return [f"not in po/brine.pot: {text!r}" for _, text, _ in sorted(new - old, key=str)] + \
        [f"no longer in the sources: {text!r}" for _, text, _ in sorted(old - new, key=str)]


def wrong_translation(path):
    run = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", path],
                         cwd=ROOT, capture_output=True, text=True, env={"LC_ALL": "C",
                                                                       "PATH": "/usr/bin:/bin"})
    if run.returncode:
        return run.stderr.splitlines()
    wrong = [line for line in run.stderr.splitlines()
             if re.search(r"\b(fuzzy|untranslated)\b", line)]
    own = {(context, text) for context, text, _ in messages(report.read(path))}
    template = {(context, text) for context, text, _ in messages(report.read("po/brine.pot"))}
    return wrong + [f"not translated: {text!r}" for _, text in sorted(template - own, key=str)]


def main():
    result = report.Report()
    result.case("every file with text is listed", wrong_list())
    result.case("the template is up to the sources", stale_template())
    if not (ROOT / "po/brine.pot").exists():
        result.end()
    for path in report.files(".po"):
        result.case(f"{path.stem} is whole", wrong_translation(path))
    result.end()


if __name__ == "__main__":
    main()
