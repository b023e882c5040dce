#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes from the style sheets what can be told apart: text by 4.5 to 1 on every ground it
stands on, graphics by 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11), in all four styles."""

import pathlib
import re
import unittest

import tap

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "src/resources"
PRACTICES = ["meal", "sleep", "meditation", "breathwork", "walk", "own", "neutral"]
DEFINITION = re.compile(r"@define-color\s+(\w+)\s+([^;]+);")

# What libadwaita 1.2 draws below: window and card, in both schemes.
STYLES = {
    "light": (["style.css"], (250, 250, 250), (255, 255, 255)),
    "dark": (["style.css", "style-dark.css"], (36, 36, 36), (54, 54, 54)),
    "high contrast": (["style.css", "style-hc.css"], (250, 250, 250), (255, 255, 255)),
    "high contrast dark": (["style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css"],
                           (36, 36, 36), (54, 54, 54)),
}


def read(files):
    """Names and their definitions; a later sheet wins, as in the program."""
    colours = {}
    for file in files:
        colours.update(DEFINITION.findall((FOLDER / file).read_text(encoding="utf-8")))
    return colours


def resolve(colours, value):
    """Red, green, blue 0 to 255, and alpha."""
    value = value.strip()
    if value.startswith("@"):
        return resolve(colours, colours[value[1:]])
    if value.startswith("#"):
        return tuple(int(value[i:i + 2], 16) for i in (1, 3, 5)) + (1.0,)
    numbers = [float(n) for n in re.fullmatch(r"rgba\((.*)\)", value).group(1).split(",")]
    return tuple(numbers)


def over(colour, ground):
    return tuple(c * colour[3] + g * (1 - colour[3]) for c, g in zip(colour[:3], ground))


def luminance(colour):
    parts = [c / 255 for c in colour]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(colour, ground):
    lights = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


class Contrast(unittest.TestCase):
    def check(self, style, name, ground, wanted, what):
        colour = over(self.colour(style, name), ground)
        self.assertGreaterEqual(ratio(colour, ground), wanted, f"{name} on {what}, {style}")

    def colour(self, style, name):
        colours = read(STYLES[style][0])
        return resolve(colours, colours[name])

    def grounds(self, style):
        _, window, card = STYLES[style]
        return {"window": window, "card": card}

    def test_known_ratio(self):
        self.assertAlmostEqual(ratio((0, 0, 0), (255, 255, 255)), 21)
        self.assertAlmostEqual(ratio((119, 119, 119), (255, 255, 255)), 4.48, places=2)

    def test_practice_text(self):
        for style in STYLES:
            for practice in PRACTICES:
                tint = self.colour(style, f"practice_{practice}_tint")[:3]
                for what, ground in dict(self.grounds(style), tint=tint).items():
                    self.check(style, f"practice_{practice}_text", ground, 4.5, what)

    def test_practice_graphics(self):
        for style in STYLES:
            for practice in PRACTICES:
                for what, ground in self.grounds(style).items():
                    self.check(style, f"practice_{practice}", ground, 3, what)

    def test_secondary_text(self):
        for style in STYLES:
            for what, ground in self.grounds(style).items():
                self.check(style, "secondary_color", ground, 4.5, what)

    def test_accent(self):
        for style in STYLES:
            for what, ground in self.grounds(style).items():
                self.check(style, "accent_color", ground, 4.5, what)
            self.check(style, "accent_fg_color", self.colour(style, "accent_bg_color")[:3], 4.5,
                       "accent")

    def test_lines(self):
        for style in STYLES:
            for name in ("ring_color", "mood_line_color"):
                for what, ground in self.grounds(style).items():
                    self.check(style, name, ground, 3, what)
            self.check(style, "ring_mark_color", self.colour(style, "ring_color")[:3], 3, "ring")

    def test_mood_numbers(self):
        for style in STYLES:
            for mood in range(1, 6):
                self.check(style, f"mood_{mood}_text", self.colour(style, f"mood_{mood}")[:3], 4.5,
                           "its step")

    def test_mood_ramp_goes_one_way(self):
        for style in STYLES:
            lights = [luminance(self.colour(style, f"mood_{mood}")[:3]) for mood in range(1, 6)]
            self.assertIn(lights, (sorted(lights), sorted(lights, reverse=True)), style)

    def test_styles_name_the_same_colours(self):
        known = set(read(["style.css"]))
        for files, _, _ in STYLES.values():
            self.assertEqual(set(read(files)) - known, set(), files)


if __name__ == "__main__":
    tap.main()
