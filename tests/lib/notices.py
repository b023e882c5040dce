# SPDX-License-Identifier: GPL-3.0-or-later
"""Reminders that came, written into a diary, and presses on them as from a server of notifications."""

import contextlib
import os
import sqlite3

from gi.repository import Gio, GLib

NOTICE = "brine-abc123"
MINUTE_MS = 60000


def day_number(text):
    """Days since 1970-01-01, as the diary counts them."""
    date = GLib.Date.new_dmy(int(text[8:10]), GLib.DateMonth(int(text[5:7])), int(text[:4]))
    return date.get_julian() - GLib.Date.new_dmy(1, GLib.DateMonth.JANUARY, 1970).get_julian()


def deliver(case, item, notice=NOTICE, source="plan", title="Walk", practice="walk", state="shown",
            second=17 * 3600 + 15 * 60):
    """Writes into the diary of a DiaryCase that a reminder of `item` came today."""
    day = day_number(case.now)
    when = int(GLib.DateTime.new_from_iso8601(
        case.now + ":00", GLib.TimeZone.new_identifier("Europe/Berlin")).to_unix()) * 1000
    with contextlib.closing(sqlite3.connect(os.path.join(case.folder, "brine.db"))) as base:
        base.execute(
            "INSERT INTO deliveries (id, source, item_id, original_day, original_second,"
            " nominal_day, nominal_second, day, practice, title, state, shown, at_ms, until_ms,"
            " notice_id, created_at, modified_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0, ?, ?, ?)",
            (f"{source}|{item}|{title}|{second}", source, item, day, 63000, day,
             second, day, practice, title, state, when - MINUTE_MS, notice, when, when))
        base.commit()


def press(name, *values):
    """What the server of notifications does when somebody presses one."""
    text = "(s)" if len(values) == 1 else "(si)"
    parameter = GLib.Variant("s", values[0]) if text == "(s)" else GLib.Variant(text, values)
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        "org.brineapp.Brine", "/org/brineapp/Brine", "org.freedesktop.Application",
        "ActivateAction", GLib.Variant("(sava{sv})", (name, [parameter], {})), None,
        Gio.DBusCallFlags.NO_AUTO_START, 60000, None)
