#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of large_text.py alone, for a language with longer words."""

import tap
from large_text import FirstStart, Pages  # noqa: F401

if __name__ == "__main__":
    tap.main()
