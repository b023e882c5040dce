#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole loop as a newcomer walks it, by nothing but what a screen reader is offered:
first run, a plan, a meal planned, three things ticked, mood logged, Progress shows them; then the
window is closed, the program started again, and all of it is still there. What a step brings about
is looked for before it as well, so that nothing is found that was there anyway."""

import os
import re
import sys
import tempfile

from desktop import App, wait

# Early on a Monday: all of the first day still lies ahead, and so is in the plan.
NOW = "2026-11-23T06:30"
SOUP = "Lentil soup with leek and a spoon of yogurt"
TICKED = ("Meditation", "Walk", SOUP)
MOOD = "Good, 4 of 5"


class Steps:
    """Prints TAP, one case a step; a failed step ends the run."""

    def __init__(self, names):
        self.names = list(names)
        print(f"1..{len(self.names)}", flush=True)
        self.count = 0

    def done(self, name):
        expected = self.names[self.count]
        self.count += 1
        assert name == expected, f"{name} came instead of {expected}"
        print(f"ok {self.count} - {name}", flush=True)


def go_to(app, page):
    app.find(role="page tab", name=page).activate()
    wait(lambda: app.find(role="page tab", name=page).has("selected"), f"the page {page}")


def make_plan(app):
    app.find(name="Welcome to Brine")
    app.find(role="button", name="Plan My First Week").activate()
    # Unticking one thing shows that the form is heard.
    app.find(role="check box", name="Breathwork").activate()
    app.find(role="button", name="See My Week").activate()
    app.find(name="Your First Week")
    app.find(name=re.compile("^Meditation, "))
    assert not app.matching(name=re.compile("^Breathwork")), "breathwork was not wanted"
    app.find(role="button", name="Use This Plan").activate()


def check_untouched(app):
    """A plan, and nothing done or said of it yet."""
    assert done_count(app)[0] == 0, done_count(app)
    assert not is_pressed(app.find(role="button", name=MOOD)), "a mood that nobody logged"
    assert not app.matching(name=re.compile("^" + SOUP)), "a meal that nobody planned"
    go_to(app, "Progress")
    app.find(name="Too Early to See")
    assert not app.matching(role="panel", name=re.compile("100 %")), "a card of nothing"
    go_to(app, "Today")


def is_pressed(button):
    return button.has("checked") or button.has("pressed")


def is_window(node):
    return node.parent is not None and node.parent.role == "application"


def plan_meal(app):
    go_to(app, "Meals")
    app.find(name=re.compile("^Search recipes")).click()
    app.type("lentil soup")
    found = app.find(name=re.compile("^" + SOUP), where=lambda node: node.role != "label")
    wait(lambda: len(app.matching(role=found.role, name=re.compile("min"))) <= 3
         or app.matching(name="1 recipe"), "the search to narrow the grid")
    app.find(role="label", name=SOUP).click()
    app.find(role="button", name="Add to Plan").activate()
    dialog = app.find(name="Add to Plan", where=is_window)
    dialog.find(role="button", name=re.compile(r"\bPlan$")).activate()
    app.gone(name="Add to Plan", where=is_window)
    app.find(role="button", name="Back").activate()


def done_count(app):
    """Things done and planned, as the ring on Today says."""
    ring = app.find(role="level bar", name=re.compile(r"^\d+ of \d+ done$"))
    return tuple(int(number) for number in re.findall(r"\d+", ring.name))


def tick(app, what):
    before = done_count(app)
    app.find(role="button", name=f"Log {what} as done").activate()
    wait(lambda: done_count(app) == (before[0] + 1, before[1]), f"{what} in the ring")


def row(app, what, state):
    return app.find(role="list item", name=re.compile(f"^{re.escape(what)}, .*, {state}$"))


def check_today(app, planned):
    assert done_count(app) == (3, planned), done_count(app)
    for what in TICKED:
        row(app, what, "done")
    mood = app.find(role="button", name=MOOD)
    wait(lambda: is_pressed(mood), "the face of the logged mood")


def check_calendar(app):
    """The week that was planned, with what was done of its first day."""
    go_to(app, "Calendar")
    for what in TICKED:
        app.find(role="list item", name=re.compile(f"^{what}, Monday .*, done$"))
    for day in ("Tuesday", "Sunday"):
        app.find(role="list item", name=re.compile(f"^Meditation, {day} .*, planned$"))
    assert not app.matching(role="list item", name=re.compile("^Breathwork")), "not wanted"


def check_plan(app):
    """The plan reaches beyond today: tomorrow it is there, and nothing of it is done."""
    app.find(role="button", name="Next Day").activate()
    app.find(role="list item", name=re.compile("^Meditation, Tuesday .*, planned$"))
    app.find(role="list item", name=re.compile("^Walk, Tuesday .*, planned$"))
    wait(lambda: done_count(app)[0] == 0, "nothing done tomorrow")
    app.find(role="button", name="Previous Day").activate()
    app.find(role="list item", name=re.compile("^Meditation, .*, done$"))


def check_progress(app):
    go_to(app, "Progress")
    # The sentence on top of the charts is what a screen reader hears of them.
    app.find(name=re.compile(r"Mood logged on (<b>)?1 of \d+ day"))
    for practice in ("Meals", "Meditation", "Walk"):
        app.find(role="panel", name=re.compile(f"^{practice}: 100 %, 1 of 1 day"))


def close(app):
    """By the key that closes, and to its own end."""
    app.keys("ctrl+q")
    wait(lambda: app.process.poll() is not None, "the program to end")
    assert app.process.returncode == 0, app.process.returncode


def main():
    steps = Steps(["first run offers a plan", "the plan is made", "a meal is planned",
                   "three things are ticked", "mood is logged", "Progress shows them",
                   "after a restart Today has all of it", "after a restart Progress has all of it",
                   "after a restart Calendar has all of it"])
    with tempfile.TemporaryDirectory() as diary:
        env = {"BRINE_DATA_DIR": diary, "BRINE_NOW": NOW, "TZ": "Europe/Berlin"}
        with App([os.environ["BRINE"]], env=env) as app:
            app.find(role="button", name="Plan My First Week")
            steps.done("first run offers a plan")
            make_plan(app)
            planned = wait(lambda: done_count(app)[1], "a planned day")
            check_untouched(app)
            steps.done("the plan is made")
            plan_meal(app)
            go_to(app, "Today")
            row(app, SOUP, "planned")
            wait(lambda: done_count(app) == (0, planned + 1), "the meal in the ring")
            steps.done("a meal is planned")
            for what in TICKED:
                tick(app, what)
            steps.done("three things are ticked")
            app.find(role="button", name=MOOD).activate()
            app.find(name=re.compile("^Mood logged: Good"))
            steps.done("mood is logged")
            check_progress(app)
            steps.done("Progress shows them")
            close(app)
        with App([os.environ["BRINE"]], env=env) as app:
            go_to(app, "Today")
            assert not app.matching(name="Plan My First Week"), "a first run again"
            check_today(app, planned + 1)
            check_plan(app)
            steps.done("after a restart Today has all of it")
            check_progress(app)
            steps.done("after a restart Progress has all of it")
            check_calendar(app)
            steps.done("after a restart Calendar has all of it")


if __name__ == "__main__":
    sys.exit(main())
