#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every widget one can act on has a name that a screen reader can say, on every page, with a week
planned. GTK names a widget without a name after its class, which tells nobody anything."""

import os
import re
import sys

from desktop import App, wait

ACTIVE = {"push button", "toggle button", "check box", "radio button", "combo box", "entry",
          "spin button", "slider", "page tab", "menu item", "switch"}
CLASS_NAME = re.compile(r"^((Gtk|Adw|Brine)[A-Z]\w+)?$")
# Parts of the toolkit's own widgets, whose names are not ours to give.
TOOLKIT = re.compile(r"AdwToast|GtkSpinButton|GtkSearchEntry|GtkComboBox|AdwGizmo")
# The button inside of a drop-down, which has the name itself.
INNER = "GtkToggleButton"


def nameless(root):
    """Lines about the widgets below that can be acted on and have no name."""
    found = []
    for node in root.walk():
        if node.role in ACTIVE and node.name != INNER and CLASS_NAME.match(node.name) \
                and node.has("focusable"):
            path, parent = [], node.parent
            while parent is not None and len(path) < 5:
                if parent.name:
                    path.append(parent.name)
                parent = parent.parent
            if not any(TOOLKIT.search(name) for name in path):
                found.append(f"{node.role} {node.name!r} ({node.description}) in "
                             + " < ".join(path))
    return sorted(set(found))


def unnamed_items(root):
    """List items that take the focus and say nothing."""
    return [f"list item in {node.parent.name!r}" for node in root.walk()
            if node.role == "list item" and node.has("focusable") and not node.name
            and not node.matching(role="label")]


def wordless_steps(app):
    """Travels over the hour grid by keys; each step must be said. (An empty hour gets its name when
    the keyboard comes to it.)"""
    app.find(role="list item", name=re.compile("^Walk, Monday")).click()
    said = {wait(lambda: [node for node in app.walk() if node.has("focused")
                          and node.name.startswith("Walk")], "the focus on the walk")[0].name}
    for key in ("Down", "Down", "Right", "Right", "Up", "Up", "Right", "Down"):
        app.keys(key)

        def focused():
            found = [node for node in app.walk() if node.has("focused")]
            return found and found[-1].name not in said and found[-1]
        try:
            said.add(wait(focused, f"other words after {key}").name)
        except AssertionError as error:
            return [str(error)]
    return [f"said {name!r}" for name in said if not name or CLASS_NAME.match(name)]


class Report:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def case(self, name, problems):
        self.count += 1
        self.failed += bool(problems)
        print(f"{'not ok' if problems else 'ok'} {self.count} - {name}", flush=True)
        for problem in problems:
            print(f"# {problem}", flush=True)


def main():
    report = Report()
    # The home of the virtual desktop is thrown away, so the usual place of the diary will do; and
    # only there does the program take its name on the bus, by which actions are called.
    env = {"BRINE_NOW": "2026-11-23T11:30", "TZ": "Europe/Berlin"}
    with App([os.environ["BRINE"]], env=env) as app:
        app.find(name="Welcome to Brine")
        report.case("welcome", nameless(app))
        app.find(role="button", name="Plan My First Week").activate()
        app.find(role="button", name="See My Week")
        report.case("the form of the first week", nameless(app))
        app.find(role="button", name="See My Week").activate()
        app.find(name="Your First Week")
        app.find(role="button", name="Use This Plan").activate()
        for page in ("Today", "Calendar", "Meals", "Progress"):
            tab = app.find(role="page tab", name=page)
            tab.activate()
            wait(lambda tab=tab: tab.has("selected"), page)
            if page == "Today":
                app.find(role="button", name="Good, 4 of 5").activate()
                app.find(role="level bar")
            elif page == "Meals":
                app.find(role="table cell", name=re.compile("Lentil soup"))
            elif page == "Progress":
                app.find(name=re.compile("Mood logged on"))
            else:
                app.find(name=re.compile("^Walk, Monday"))
            if page == "Calendar":
                report.case(page, nameless(app) + wordless_steps(app))
            else:
                report.case(page, nameless(app) + unnamed_items(app))
        for title, action in (("Preferences", "preferences"), ("Support", "support")):
            app.action(action)
            app.find(role="button" if action == "support" else "frame",
                     name=re.compile("Rest for a Day|Preferences"))
            report.case(title, nameless(app))
            app.keys("Escape")
        # Windows of the toolkit, which names their buttons or does not: that they come, and go.
        for title, action, words in (("Shortcuts", "show-help-overlay", "Log something"),
                                     ("About", "about", "The Brine contributors")):
            app.action(action)
            app.find("label", words)
            app.keys("Escape")
            app.gone("label", words)
            report.case(title, [])
    print(f"1..{report.count}")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
