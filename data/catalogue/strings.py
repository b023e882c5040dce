#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the texts of the catalogue to catalogue-strings.c, where gettext finds them.

The program asks for them by context: g_dpgettext2 (NULL, "recipe", title). Run it after a change
to foods.tsv or meals.json; with --check it only says whether the file is fresh.
"""
import csv
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).parent
OUTPUT = FOLDER / "catalogue-strings.c"
HEAD = """/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Written by data/catalogue/strings.py: the texts of the catalogue for translators. Not compiled. */
/* clang-format off */

"""
COMMENTS = {
    "recipe": "The title of a meal",
    "food": "An ingredient in a list, after its amount",
    "state": "How an ingredient is when it is measured: 250 g, cooked",
    "tag": "A property of a meal",
    "allergen": "An allergen that a meal may contain",
    "step": "A step of a recipe",
}


def texts(foods, meals):
    """(context, text) pairs, each once, in the order of the catalogue."""
    for meal in meals:
        yield "recipe", meal["title"]
    for meal in meals:
        for ingredient in meal["ingredients"]:
            yield "food", ingredient.get("text") or foods[ingredient["food"]]["name"]
    for meal in meals:
        for ingredient in meal["ingredients"]:
            _, _, state = ingredient["unit"].partition(" ")
            if state:
                yield "state", state
    for meal in meals:
        for tag in meal["tags"]:
            yield "tag", tag
    for meal in meals:
        for allergen in meal["derived"]["allergens"]:
            yield "allergen", allergen
    for meal in meals:
        for step in meal["steps"]:
            yield "step", step


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def build():
    with open(FOLDER / "foods.tsv", encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        foods = {row["id"]: row for row in rows}
    meals = json.loads((FOLDER / "meals.json").read_text(encoding="utf-8"))["meals"]

    lines, context_before = [HEAD], None
    for context, text in dict.fromkeys(texts(foods, meals)):
        if context != context_before:
            lines.append(f"/* {COMMENTS[context]}. */\n")
            context_before = context
        lines.append(f"NC_ ({quote(context)}, {quote(text)})\n")
    return "".join(lines)


def main():
    fresh = build()
    if sys.argv[1:] != ["--check"]:
        OUTPUT.write_text(fresh, encoding="utf-8")
    elif OUTPUT.read_text(encoding="utf-8") != fresh:
        sys.exit(f"{OUTPUT.name} is older than the catalogue: run data/catalogue/strings.py")


main()
