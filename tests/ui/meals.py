#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds a recipe, reads it, scales it and plans it: by pointer and by keys."""

import re
import unittest

import tap
from desktop import wait, xdotool
from diary import DiaryCase

BOWL = "Kimchi brown-rice bowl with tofu"


class Meals(DiaryCase):
    def setUp(self):
        super().setUp()
        self.plan_walk()

    def open_meals(self, app):
        app.keys("alt+3")
        return app.find(name=re.compile("^Search recipes"))

    def open_bowl(self, app):
        self.open_meals(app).click()
        app.type("kimchi bowl")
        app.find("label", "1 recipe")
        app.find("label", BOWL).click()
        return app.find(name="Ingredients")

    def test_search_filter_and_clear(self):
        with self.app() as app:
            self.open_meals(app)
            app.find("label", "55 recipes")
            app.find(name="Vegan").click()
            vegan = app.find("label", re.compile(r"^\d+ recipes$"),
                             where=lambda node: node.name != "55 recipes").name
            self.assertLess(int(vegan.split()[0]), 55)
            app.keys("ctrl+f")
            app.type("kimchi bowl")
            app.find("label", "1 recipe")
            app.type(" with strawberries on the moon")
            app.find(name="No Recipe Found")
            app.find("push button", "Clear Filters").click()
            app.find("label", "55 recipes")
            self.assertFalse(app.find(name="Vegan").has("pressed"))

    def test_escape_clears_the_search(self):
        with self.app() as app:
            self.open_meals(app).click()
            app.type("kimchi bowl")
            app.find("label", "1 recipe")
            app.keys("Escape")
            app.find("label", "55 recipes")

    def test_scaling(self):
        with self.app() as app:
            self.open_bowl(app)
            app.find("label", "300 g")
            portions = app.find("spin button", "Portions")
            self.assertEqual(portions.value, 2)
            x, y, _, height = portions.box
            app.pointer_to(portions, x + 8, y + height // 2)
            xdotool("click", 1)
            app.keys("Up")
            app.find("label", "450 g")
            app.find("label", "1½ tbsp")

    def test_focus_and_way_back(self):
        with self.app() as app:
            self.open_bowl(app)
            wait(lambda: app.find("push button", "Add to Plan").has("focused"),
                 "the focus on the main button")
            app.keys("Escape")
            app.find("label", "1 recipe")

    def test_add_to_plan(self):
        with self.app() as app:
            self.open_bowl(app)
            app.find("push button", "Add to Plan").activate()
            self.dialog(app, "Add to Plan")
            app.keys("ctrl+Return")
            self.dialog_gone(app, "Add to Plan")
            app.find("label", re.compile("^Meal planned: Today"))
            app.find(name="In your plan")
        planned = [row for row in self.agenda("2026-11-23") if row["title"] == BOWL]
        self.assertEqual(len(planned), 1)
        self.assertIn("12:30", planned[0]["start"])

    def test_escape_plans_nothing(self):
        with self.app() as app:
            self.open_bowl(app)
            app.find("push button", "Add to Plan").activate()
            self.dialog(app, "Add to Plan")
            app.keys("Escape")
            self.dialog_gone(app, "Add to Plan")
        self.assertEqual(len(self.agenda("2026-11-23")), 1)

    def test_diet_is_noted_not_forbidden(self):
        with self.app() as app:
            app.keys("ctrl+comma")
            window = self.dialog(app, "Preferences")
            window.find(name=re.compile("^Food$")).activate()
            window.find(name="Things to Know About Me").click()
            window.find(name="MAOI antidepressant or linezolid",
                        where=lambda node: node.role in ("check box", "toggle button",
                                                         "switch")).activate()
            app.keys("Escape")
            self.dialog_gone(app, "Preferences")
            self.open_meals(app)
            app.find(name="Fits Me").click()
            self.open_bowl(app)
            app.find("label", re.compile("high in tyramine, or nobody has measured it"))
            app.find("label", "You can plan it all the same.")
            app.find("push button", "Add to Plan")


if __name__ == "__main__":
    tap.main()
