#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the layers of src/meson.build again, from the sources and from the built symbols.

The build already refuses a header of a layer that is not in the row. What it cannot refuse:
a path with "..", a system header that is found anyway, and a library's symbol declared by hand.

Usage: layers.py [BUILD_DIRECTORY]
"""

import pathlib
import re
import subprocess
import sys

import report
from report import ROOT

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]')
ROW = re.compile(r"^\s*\['([a-z/]+)',\s*(.+?),\s*\[([^\[\]]*)\]\s*\],", re.M)

# Headers of libraries, by the dependency of the row that allows them.
HEADERS = {
    "gtk/": "gtk_dep", "gdk/": "gtk_dep", "gsk/": "gtk_dep", "graphene": "gtk_dep",
    "pango/": "gtk_dep", "cairo": "gtk_dep", "adwaita": "adw_dep", "sqlite3": "sqlite_dep",
    "json-glib/": "json_dep", "libsoup/": "soup_dep", "libxml/": "xml_dep", "X11/": "x11_dep",
    "libsecret/": "secret_dep", "canberra": "canberra_dep", "gio/gunix": "gio_unix_dep",
    "glib-unix": "gio_unix_dep",
}
FREE = re.compile(r"^(glib\.h|glib-object\.h|gio/gio\.h|glib/gstdio\.h|glib/gprintf\.h|"
                  r"(assert|ctype|errno|fcntl|float|inttypes|langinfo|limits|locale|malloc|math|signal|stdarg|"
                  r"stdbool|stddef|stdint|stdio|stdlib|string|unistd)\.h|"
                  r"sys/(file|mman|resource|stat|statvfs|timerfd|types|vfs|wait)\.h)$")
SYMBOLS = {"gtk_": "gtk_dep", "gdk_": "gtk_dep", "gsk_": "gtk_dep", "adw_": "adw_dep",
           "sqlite3_": "sqlite_dep", "json_": "json_dep", "soup_": "soup_dep",
           "secret_": "secret_dep", "ca_context_": "canberra_dep"}
PURE = ("schedule", "insight", "mealplan")
IMPURE_SYMBOLS = re.compile(r"^(g_file_|g_settings_|open|fopen|read|write|socket|system|getenv|"
                            r"g_getenv|g_get_(user|home|tmp)_.*|g_spawn_.*|g_timeout_add.*)$")
NOW = re.compile(r"\b(g_date_time_new_now\w*|g_get_real_time|g_get_current_time|gettimeofday|"
                 r"clock_gettime|time|localtime|localtime_r|g_time_zone_new_local)\s*\(")
READS_ZONE = re.compile(r"\b(g_time_zone_new(_identifier|_local)?|tzset)\s*\(")
SQL_NOW = re.compile(r"CURRENT_(TIMESTAMP|DATE|TIME)|\(\s*'now'|'now'\s*[,)]")
TRANSLATED = re.compile(r'\b(_|C_|ngettext|gettext|g_dngettext)\s*\(')
SPEAKING = ("ui/", "app", "cli", "service", "words")
# Marks text with N_() and is given the function that translates it.
MARKING = ("sample", "exchange")


def rows():
    text = report.read("src/meson.build")
    page = re.search(r"ui_page = (\[[^\]]*\])", text).group(1)
    table = {}
    for name, lower, libraries in ROW.findall(text):
        lower = lower.replace("ui_page", page)
        table[name] = (re.findall(r"'([^']+)'", lower), re.findall(r"\w+_dep", libraries))
    # The application builds everything.
    libraries = {library for _, found in table.values() for library in found}
    table["app"] = (list(table), sorted(libraries))
    return table


def layer_of(path):
    return "/".join(path.parts[1:-1])


def sources(layer):
    return [path for path in report.files(".c", ".h")
            if path.parts[0] == "src" and layer_of(path) == layer]


def wrong_includes(layer, lower, libraries):
    places = {}
    for path in report.files(".h"):
        places.setdefault(path.name, set()).add(layer_of(path))
    for path in sources(layer):
        for number, line in report.relative_lines(path):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, name = match.groups()
            where = f"{path}:{number}"
            if quote == '"':
                if "/" in name:
                    yield f"{where}: {name}: headers are included by their bare name"
                elif places.get(name) and not places[name] & {layer, *lower}:
                    yield f"{where}: {name} is not in {layer} nor in what its row names"
                continue
            if FREE.match(name):
                continue
            if name in ("glib/gi18n.h", "libintl.h"):
                if not layer.startswith(SPEAKING + MARKING):
                    yield f"{where}: text is translated in ui, app and cli only"
                continue
            if name == "glib/gi18n-lib.h":
                yield f"{where}: applications use glib/gi18n.h"
                continue
            needed = [dep for prefix, dep in HEADERS.items() if name.startswith(prefix)]
            if not needed:
                yield f"{where}: <{name}> is not on the list of headers; is it needed?"
            elif needed[0] not in libraries:
                yield f"{where}: <{name}> needs {needed[0]}, which {layer} may not use"


def undefined_symbols(archive):
    out = subprocess.run(["nm", "-u", archive], check=True, capture_output=True, text=True).stdout
    return {parts[1] for parts in map(str.split, out.splitlines())
            if len(parts) == 2 and parts[0] == "U"}


def wrong_symbols(layer, libraries, archive):
    for symbol in sorted(undefined_symbols(archive)):
        for prefix, dep in SYMBOLS.items():
            if symbol.startswith(prefix) and dep not in libraries:
                yield f"{symbol} needs {dep}, which {layer} may not use"
        if layer in PURE and IMPURE_SYMBOLS.match(symbol):
            yield f"{symbol}: {layer} is pure, it reads no file, setting or environment"


def code(path):
    """The lines of a C file without comments and without the content of string literals."""
    text = report.read(path)
    blank = lambda match: re.sub(r"[^\n]", " ", match.group(0))  # noqa: E731
    text = re.sub(r'/\*.*?\*/|"(?:\\.|[^"\\\n])*"', blank, text, flags=re.S)
    return enumerate(text.splitlines(), 1)


def clock_readers():
    for path in report.files(".c", ".h"):
        if path.parts[0] != "src" or path.name == "brine-clock.c":
            continue
        for number, line in code(path):
            match = NOW.search(line)
            if match:
                yield f"{path}:{number}: {match.group(1)}: the time is an argument; " \
                      "only core/brine-clock.c reads the clock"
        if "store" in path.parts or "sql" in path.name:
            for number, line in report.relative_lines(path):
                if SQL_NOW.search(line):
                    yield f"{path}:{number}: SQL must not read the clock"


def zone_readers():
    for path in report.files(".c", ".h"):
        if path.parts[0] != "src" or path.name in ("brine-zone-rules.c", "brine-zone-file.c"):
            continue
        for number, line in code(path):
            match = READS_ZONE.search(line)
            if match:
                yield f"{path}:{number}: {match.group(1)}: GLib keeps old rules; ask " \
                      "brine_zone_read()"


def mute_layers_that_speak():
    for path in report.files(".c"):
        if path.parts[0] != "src" or layer_of(path).startswith(SPEAKING):
            continue
        for number, line in code(path):
            if TRANSLATED.search(line):
                yield f"{path}:{number}: layers below ui return values and codes, not text"


def own_header_first():
    for path in report.files(".c"):
        if path.parts[0] != "src":
            continue
        own = path.with_suffix(".h").name
        if not (ROOT / path.with_suffix(".h")).exists():
            continue
        names = [match.group(2) for _, line in report.relative_lines(path)
                 if (match := INCLUDE.match(line))]
        names = [name for name in names if name != "config.h"]
        # A class in several files has a private header, which includes the public one.
        if not names or names[0] not in (own, own.replace(".h", "-private.h")):
            yield f"{path}: includes {own} first, to prove that it stands alone"


def main():
    result = report.Report()
    table = rows()
    folders = {layer_of(path) for path in report.files(".c", ".h") if path.parts[0] == "src"}
    folders.discard("resources")  # a tool of the build, no part of the program
    result.case("every folder of src is a row of the table",
                [f"src/{folder} is in no row" for folder in sorted(folders - set(table))])
    order = list(table)
    result.case("rows name only rows above them",
                [f"{name} names {lower}" for name, (lowers, _) in table.items()
                 for lower in lowers if order.index(lower) >= order.index(name)])
    pages = [name for name in table if name.startswith("ui/") and name != "ui/common"]
    result.case("pages never include pages",
                [f"{page} names {lower}" for page in pages for lower in table[page][0]
                 if lower in pages])
    for layer, (lower, libraries) in table.items():
        result.case(f"includes of {layer}", wrong_includes(layer, lower, libraries))
    build = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for layer, (_, libraries) in table.items():
        archive = build and build / "src" / f"libbrine-{layer.replace('/', '-')}.a"
        if archive and archive.exists():
            result.case(f"symbols of {layer}", wrong_symbols(layer, libraries, archive))
    result.case("only core/brine-clock.c reads the clock", clock_readers())
    result.case("only core/brine-zone-rules.c reads zones", zone_readers())
    result.case("text is translated in ui, app and cli only", mute_layers_that_speak())
    result.case("each source includes its own header first", own_header_first())
    result.end()


if __name__ == "__main__":
    main()
