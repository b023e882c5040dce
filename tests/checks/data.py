#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the files a desktop reads: desktop entry, metainfo, settings, D-Bus service, icons,
interface files, and the Flatpak manifest with its permissions.

Usage: data.py BUILD_DIRECTORY
"""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import report
from report import ROOT

APP = "org.brineapp.Brine"
# What the sandbox may do, each with its reason. Passwords go through the portal of libsecret,
# files through the file chooser's: neither needs a permission.
PERMISSIONS = {
    "--share=network": "recipes by address and CalDAV, only when the user asks",
    "--share=ipc": "shared memory of X11",
    "--socket=wayland": "the window",
    "--socket=fallback-x11": "the window, without Wayland",
    "--device=dri": "drawing by the graphics card",
    "--system-talk-name=org.freedesktop.login1": "reminders when the computer wakes up",
    "--system-talk-name=org.freedesktop.timedate1": "reminders by the zone one is in",
}


def complaints(*command):
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    return (run.stdout + run.stderr).splitlines() if run.returncode else []


def tool_case(result, name, tool, *arguments):
    if shutil.which(tool):
        result.case(name, complaints(tool, *arguments))
    else:
        result.skip(name, f"{tool} is missing")


# Keys of the keypad and of other keyboards that do what a listed key does.
SECOND_KEYS = {"<Control>equal", "<Control>KP_Add", "<Control>KP_Subtract", "KP_Delete",
               "<Alt>Home"}


def unlisted_keys():
    """What is bound to the whole calendar page and not told by the shortcuts window."""
    window = ElementTree.parse(ROOT / "src/app/brine-shortcuts.ui")
    listed = {frozenset(re.findall(r"<\w+>|\w+", key))
              for node in window.iter("property") if node.get("name") == "accelerator"
              for key in node.text.split()}
    bound = re.compile(r"add_binding(?:_action)? \(widget_class, GDK_KEY_(\w+),\s*([A-Z_| 0]+),")
    for path in sorted(ROOT.glob("src/ui/calendar/brine-calendar-page*.c")):
        for key, masks in bound.findall(path.read_text()):
            names = [f"<{name.capitalize()}>" for name in re.findall(r"GDK_(\w+?)_MASK", masks)]
            spelt = "".join(names) + key
            if frozenset(names + [key]) not in listed and spelt not in SECOND_KEYS:
                yield f"{path.name} binds {spelt}, which the shortcuts window does not tell"


def keys(path):
    return dict(line.split("=", 1) for line in path.read_text().splitlines()
                if "=" in line and not line.startswith("#"))


def wrong_service(build):
    service = keys(build / "data" / f"{APP}.service")
    desktop = keys(build / "data" / f"{APP}.desktop")
    if service.get("Name") != APP:
        yield "the service file is not named like the application"
    if not re.match(r"^/\S+/brine --gapplication-service$", service.get("Exec", "")):
        yield f"the service file starts {service.get('Exec')!r}"
    if desktop.get("DBusActivatable") != "true":
        yield "the desktop file is not activatable by D-Bus"
    if desktop.get("Icon") != APP:
        yield "the desktop file names another icon"


def wrong_reminder_service(build):
    name = f"{APP}.Service"
    service = keys(build / "data" / f"{name}.service")
    desktop = keys(build / "data" / f"{name}.desktop")
    unit = keys(build / "data" / "brine-service.service")
    if service.get("Name") != name or unit.get("BusName") != name:
        yield "the service is not started under its name"
    if service.get("SystemdService") not in (None, "brine-service.service"):
        yield "D-Bus asks systemd for something else"
    programs = {service.get("Exec"), unit.get("ExecStart"), desktop.get("Exec")}
    if len(programs) != 1 or not re.match(r"^/\S+/brine-service$", programs.pop() or ""):
        yield "the files start different programs"
    if unit.get("Restart") != "on-failure" or unit.get("RestartSec") != "5":
        yield "systemd does not start it again when it ends badly"
    if desktop.get("NoDisplay") != "true" or desktop.get("DBusActivatable") != "true":
        yield "the desktop file of the service is to be hidden and activatable"
    interface = ElementTree.parse(ROOT / "data" / f"{APP}.Service1.xml").getroot()
    for node in interface.iter("method"):
        described = [sibling for sibling in report.read(
            f"data/{APP}.Service1.xml").splitlines() if sibling.strip() == f"{node.get('name')}:"]
        if not described:
            yield f"{node.get('name')} is not described"


def wrong_xml():
    for path in report.files(".xml", ".ui", ".svg", ".in"):
        if path.name.endswith(".in") and not path.name.endswith(".xml.in"):
            continue
        try:
            ElementTree.parse(ROOT / path)
        except ElementTree.ParseError as error:
            yield f"{path}: {error}"


def unlisted_interfaces():
    listed = report.read("src/resources/brine.gresource.xml")
    for path in report.files(".ui"):
        if path.parts[0] == "src" and path.name not in listed:
            yield f"{path} is not in src/resources/brine.gresource.xml"
    drawn = re.findall(r"^  '([a-z0-9-]+)',$", report.read("src/resources/meson.build"), re.M)
    for path in report.files("-symbolic.svg"):
        if path.parts[:3] == ("data", "icons", "symbolic") and path.name not in [
                f"brine-{name}-symbolic.svg" for name in drawn]:
            yield f"{path} is not in src/resources/meson.build"


def wrong_icons():
    app = ElementTree.parse(ROOT / "data/icons/app" / f"{APP}.svg").getroot()
    if (app.get("width"), app.get("height")) != ("128", "128"):
        yield "the application icon is drawn on 128 x 128"
    for path in report.files("-symbolic.svg"):
        root = ElementTree.parse(ROOT / path).getroot()
        if (root.get("width"), root.get("height")) != ("16", "16"):
            yield f"{path}: symbolic icons are drawn on 16 x 16"
        if root.iter("{http://www.w3.org/2000/svg}linearGradient") and \
                list(root.iter("{http://www.w3.org/2000/svg}linearGradient")):
            yield f"{path}: symbolic icons have no gradients"


def wrong_manifest():
    try:
        manifest = json.loads(report.read(f"flatpak/{APP}.json"))
    except (OSError, ValueError) as error:
        yield str(error)
        return
    if manifest.get("id", manifest.get("app-id")) != APP:
        yield "the manifest is for another application"
    if manifest.get("runtime") != "org.gnome.Platform" or manifest.get("sdk") != "org.gnome.Sdk":
        yield "the manifest does not use the GNOME runtime"
    if not re.match(r"^\d+$", str(manifest.get("runtime-version"))):
        yield f"the runtime version is {manifest.get('runtime-version')!r}, a number is needed"
    if manifest.get("command") != "brine":
        yield "the manifest starts something else"
    asked = set(manifest.get("finish-args", []))
    for permission in sorted(asked - set(PERMISSIONS)):
        yield f"{permission} is more than Brine needs"
    for permission in sorted(set(PERMISSIONS) - asked):
        yield f"{permission} is missing: {PERMISSIONS[permission]}"
    for module in manifest.get("modules", []):
        for source in module.get("sources", []):
            if source.get("type") in ("archive", "file") and not source.get("sha256"):
                yield f"{module.get('name')}: a download without sha256"


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    result = report.Report()
    tool_case(result, "desktop file", "desktop-file-validate", str(build / f"data/{APP}.desktop"))
    tool_case(result, "metainfo", "appstreamcli", "validate", "--no-net",
              str(build / f"data/{APP}.metainfo.xml"))
    tool_case(result, "settings", "glib-compile-schemas", "--strict", "--dry-run", "data")
    result.case("D-Bus service", wrong_service(build))
    tool_case(result, "desktop file of the service", "desktop-file-validate",
              str(build / f"data/{APP}.Service.desktop"))
    result.case("service of reminders", wrong_reminder_service(build))
    result.case("XML files are well formed", wrong_xml())
    result.case("interface files and icons are in the resources", unlisted_interfaces())
    result.case("icons keep to their canvas", wrong_icons())
    result.case("the shortcuts window tells every key of the calendar", unlisted_keys())
    if shutil.which("man"):
        result.case("manual page", [line for line in subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", "data/brinectl.1"], cwd=ROOT,
            capture_output=True, text=True).stderr.splitlines() if line])
    else:
        result.skip("manual page", "man is missing")
    result.case("Flatpak manifest and its permissions", wrong_manifest())
    result.end()


if __name__ == "__main__":
    main()
