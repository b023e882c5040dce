#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes from the style sheets what can be told apart: text by 4.5 to 1 on every ground it
stands on, graphics by 3 to 1 (WCAG 2.1, 1.4.3 and 1.4.11), in all four styles; and the colours of
the practices from one another (CIEDE2000), also by eyes that lack one kind of cone (Machado,
Oliveira and Fernandes 2009, severity 1)."""

import itertools
import math
import pathlib
import re
import unittest

import tap

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "src/resources"
# GROUND_ALPHA of src/ui/calendar/brine-busy-layer.c
BUSY_GROUND_ALPHA = 0.09
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

# What a colour becomes, in linear light.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}

# The least distance of any two practices; in high contrast shape and icon tell them apart.
DISTANCES = {
    "light": {"normal": 19.6, "deutan": 15.1, "protan": 11.0, "tritan": 10.3},
    "dark": {"normal": 15.5, "deutan": 13.9, "protan": 13.4, "tritan": 9.4},
}

# Lightness of the mood ramp, 1 to 5: even steps, so that each is seen as a step.
RAMP_LIGHTNESS = {"light": (90, 80, 67, 47, 30), "dark": (34, 46, 59, 74, 89)}


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


def linear(colour):
    parts = [c / 255 for c in colour[:3]]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(colour, ground):
    lights = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def seen(colour, sight):
    """Linear light as the eye sees it."""
    light = linear(colour)
    mixed = [sum(m * c for m, c in zip(row, light)) for row in SIGHTS[sight]]
    return [min(max(c, 0), 1) for c in mixed]


def lab(light):
    """CIELAB (D65) of linear sRGB."""
    red, green, blue = light
    white = (0.95047, 1.0, 1.08883)
    xyz = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
           0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
           0.0193339 * red + 0.1191920 * green + 0.9503041 * blue)
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
               for t in (value / w for value, w in zip(xyz, white)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def hue_difference(h1, h2, chroma):
    if chroma == 0:
        return 0
    return (h2 - h1 + 180) % 360 - 180


def mean_hue(h1, h2, chroma):
    if chroma == 0:
        return h1 + h2
    if abs(h1 - h2) <= 180:
        return (h1 + h2) / 2
    return (h1 + h2 + 360) / 2 if h1 + h2 < 360 else (h1 + h2 - 360) / 2


def distance(one, other):
    """CIEDE2000 of two CIELAB colours; names as in Sharma, Wu and Dalal 2005."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    c_mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(c_mean ** 7 / (c_mean ** 7 + 25 ** 7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(hue_difference(h1, h2, c1 * c2)) / 2)
    l_mean, c_mean, h_mean = (l1 + l2) / 2, (c1 + c2) / 2, mean_hue(h1, h2, c1 * c2)
    t = (1 - 0.17 * math.cos(math.radians(h_mean - 30)) + 0.24 * math.cos(math.radians(2 * h_mean))
         + 0.32 * math.cos(math.radians(3 * h_mean + 6))
         - 0.20 * math.cos(math.radians(4 * h_mean - 63)))
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / math.sqrt(20 + (l_mean - 50) ** 2)
    s_c = 1 + 0.045 * c_mean
    s_h = 1 + 0.015 * c_mean * t
    r_c = 2 * math.sqrt(c_mean ** 7 / (c_mean ** 7 + 25 ** 7))
    r_t = -math.sin(math.radians(60 * math.exp(-((h_mean - 275) / 25) ** 2))) * r_c
    parts = (l2 - l1) / s_l, (c2 - c1) / s_c, d_hue / s_h
    return math.sqrt(sum(part ** 2 for part in parts) + r_t * parts[1] * parts[2])


class Contrast(unittest.TestCase):
    # Tests that put bad colours in their place set this: name of a colour to its definition.
    painted_over = {}

    def check(self, style, name, ground, wanted, what):
        colour = over(self.colour(style, name), ground)
        self.assertGreaterEqual(ratio(colour, ground), wanted, f"{name} on {what}, {style}")

    def colour(self, style, name):
        colours = dict(read(STYLES[style][0]), **self.painted_over)
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

    def test_mood_ramp_goes_in_steps(self):
        for style, wanted in RAMP_LIGHTNESS.items():
            for mood, lightness in enumerate(wanted, 1):
                found = lab(linear(self.colour(style, f"mood_{mood}")))[0]
                self.assertAlmostEqual(found, lightness, delta=1, msg=f"mood_{mood}, {style}")

    def test_year(self):
        """What fills a day of the year for what is done, and the numbers on the lighter fill."""
        for style in STYLES:
            for what, ground in self.grounds(style).items():
                self.check(style, "mood_4", ground, 3, what)
            self.check(style, "mood_2_text", STYLES[style][2], 4.5, "the rest of a filled day")

    def test_what_is_missed(self):
        for style in STYLES:
            for what, ground in self.grounds(style).items():
                missed = over(self.colour(style, "missed_bg_color"), ground)
                self.check(style, "secondary_color", missed, 4.5, f"missed on {what}")
                today = over(self.colour(style, "today_bg_color"), ground)
                for practice in PRACTICES:
                    self.check(style, f"practice_{practice}_text", today, 4.5, f"today on {what}")

    def test_other_calendars(self):
        """Their hatched edges, and small titles on their ground, today too."""
        for style in STYLES:
            for number in range(1, 7):
                for what, ground in self.grounds(style).items():
                    self.check(style, f"busy_{number}", ground, 3, what)
                    today = over(self.colour(style, "today_bg_color"), ground)
                    edge = self.colour(style, f"busy_{number}")
                    busy = over(edge[:3] + (edge[3] * BUSY_GROUND_ALPHA,), today)
                    self.check(style, "secondary_color", busy, 4.5, f"busy_{number} on {what}")

    def test_known_distances(self):
        """From the data that Sharma, Wu and Dalal published with their paper."""
        for one, other, wanted in (
                ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
                ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
                ((50, 2.5, 0), (73, 25, -18), 27.1492),
                ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
                ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
                ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
                ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082)):
            self.assertAlmostEqual(distance(one, other), wanted, places=4)
            self.assertAlmostEqual(distance(other, one), wanted, places=4)

    def test_practices_are_told_apart(self):
        for style, sights in DISTANCES.items():
            for sight, wanted in sights.items():
                found = {practice: lab(seen(self.colour(style, f"practice_{practice}"), sight))
                         for practice in PRACTICES}
                for one, other in itertools.combinations(PRACTICES, 2):
                    self.assertGreaterEqual(round(distance(found[one], found[other]), 1), wanted,
                                            f"{one} and {other}, {sight} sight, {style}")

    def test_bad_colours_are_found(self):
        for check, name, bad in (
                (self.test_practice_text, "practice_walk_text", "#6f8f60"),
                (self.test_practice_text, "practice_sleep_tint", "#5060a0"),
                (self.test_practice_graphics, "practice_own", "#f0b0b8"),
                (self.test_mood_numbers, "mood_4", "#7fb0a8"),
                (self.test_mood_ramp_goes_one_way, "mood_3", "#0c2f26"),
                (self.test_mood_ramp_goes_in_steps, "mood_2", "#c8e0dc"),
                (self.test_year, "mood_4", "#a3cfc7"),
                (self.test_other_calendars, "busy_2", "#b0c0d0"),
                (self.test_practices_are_told_apart, "practice_meditation", "#2f60a0"),
                (self.test_practices_are_told_apart, "practice_walk", "#8a5a00")):
            self.painted_over = {name: bad}
            with self.assertRaises(AssertionError, msg=f"{name} {bad}"):
                check()
            self.painted_over = {}

    def test_styles_name_the_same_colours(self):
        known = set(read(["style.css"]))
        for files, _, _ in STYLES.values():
            self.assertEqual(set(read(files)) - known, set(), files)


if __name__ == "__main__":
    tap.main()
