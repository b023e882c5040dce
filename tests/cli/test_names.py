# SPDX-License-Identifier: GPL-3.0-or-later
"""What people, files and terminals may not do to a diary: names of any bytes, titles of any kind."""

import os
import sys

from test_brinectl import Case, tap


class Names(Case):
    def test_files_of_any_name(self):
        self.add_walk()
        for name in ("\udcff.db", "a\nb.db", "-x"):
            with self.subTest(name=name):
                path = self.path(name)
                told = self.json("backup", path)["backup"]
                self.assertEqual(told, path.replace("\udcff", "\ufffd"))
                self.assertTrue(os.path.exists(path))
                self.run_ok("restore", path)
        self.assertNotIn("\x1b", self.fails(1, "import", self.path("\udcff\x1b[31m.ics")))

    def test_nothing_is_written_over_the_diary(self):
        self.add_walk()
        diary = os.path.join(self.data, "brine.db")
        link = self.path("link.db")
        os.link(diary, link)
        before = os.stat(diary)
        for path in (diary, link):
            for command in (("export", path, "--format", "json"), ("backup", path)):
                with self.subTest(command=command):
                    self.assertIn("the diary itself", self.fails(1, *command))
        self.assertEqual((before.st_ino, before.st_size),
                         (os.stat(diary).st_ino, os.stat(diary).st_size))
        self.run_ok("check")

    def test_titles(self):
        add = ("plan", "add", "--practice", "own", "--start", "2026-11-23T08:00", "--title")
        for words in ((*add, ""), (*add, " \t"), (*add, "\u202e"), (*add, "x" * 501),
                      ("log", "add", "--practice", "own", "--title", " ")):
            self.assertIn("--title", self.fails(1, *words))
        item = self.json(*add, " Tea\n\x1b[31mand\trest ")["id"]
        self.assertEqual(self.json("plan", "show", item)["item"]["title"], "Tea [31mand rest")
        self.fails(1, "plan", "edit", item, "--title", "")
        self.run_ok(*add, "x" * 500)


if __name__ == "__main__":
    sys.argv[1:] = []
    tap.main()
