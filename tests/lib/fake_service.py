# SPDX-License-Identifier: GPL-3.0-or-later
"""A brine-service that says what a test wants and remembers what it was asked, and a systemd or a
portal that starts it at login, if the test has one."""

import os
import threading

from gi.repository import Gio, GLib

NAME = "org.brineapp.Brine.Service"
PATH = "/org/brineapp/Brine/Service"
SERVICE = "org.brineapp.Brine.Service1"
NODE = f"""
<node>
  <interface name='{SERVICE}'>
    <method name='Reschedule'/>
    <method name='Test'/>
    <method name='Act'>
      <arg type='s' direction='in'/><arg type='s' direction='in'/>
      <arg type='s' direction='in'/><arg type='i' direction='in'/>
    </method>
    <method name='GetStatus'><arg type='a{{sv}}' direction='out'/></method>
    <method name='Next'><arg type='u' direction='in'/><arg type='aa{{sv}}' direction='out'/></method>
    <method name='Recent'>
      <arg type='u' direction='in'/><arg type='aa{{sv}}' direction='out'/>
    </method>
    <property name='Problem' type='s' access='read'/>
    <property name='Unwritten' type='u' access='read'/>
  </interface>
</node>"""

SYSTEMD = "/org/freedesktop/systemd1"
SYSTEMD_NODE = """
<node>
  <interface name='org.freedesktop.systemd1.Manager'>
    <method name='GetUnitFileState'>
      <arg type='s' direction='in'/><arg type='s' direction='out'/>
    </method>
    <method name='GetUnit'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
    <method name='EnableUnitFiles'>
      <arg type='as' direction='in'/><arg type='b' direction='in'/><arg type='b' direction='in'/>
      <arg type='b' direction='out'/><arg type='a(sss)' direction='out'/>
    </method>
    <method name='DisableUnitFiles'>
      <arg type='as' direction='in'/><arg type='b' direction='in'/>
      <arg type='a(sss)' direction='out'/>
    </method>
    <method name='Reload'/>
  </interface>
  <interface name='org.freedesktop.systemd1.Unit'>
    <property name='ActiveState' type='s' access='read'/>
  </interface>
</node>"""
PORTAL_NODE = """
<node>
  <interface name='org.freedesktop.portal.Background'>
    <method name='RequestBackground'>
      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>
      <arg type='o' direction='out'/>
    </method>
  </interface>
</node>"""


class FakeService:
    """Owns the service's name from `with` on, on a connection and a thread of its own.

    `unit` is what systemd knows of it ("enabled", "disabled"), `portal` whether a portal lets it
    start at login; None: there is none."""

    def __init__(self, data_dir, problem="", sounds=False, coming=(), came=(), unit=None,
                 portal=None):
        self.unit = unit
        self.portal = portal
        self.status = {"data-dir": GLib.Variant("s", data_dir),
                       "problem": GLib.Variant("s", problem),
                       "can-play-sounds": GLib.Variant("b", sounds),
                       "unwritten": GLib.Variant("u", 0),
                       "forgets-unwritten": GLib.Variant("b", False)}
        self.lists = {"Next": list(coming), "Recent": list(came)}
        self.asked = 0
        self.tests = 0
        self.actions = []  # (name, parameter) of each, unpacked
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.ready = threading.Event()
        self.bus = None

    def __enter__(self):
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        assert self.ready.wait(60), "the name of the service"
        return self

    def __exit__(self, *_):
        self.context.invoke_full(GLib.PRIORITY_DEFAULT, self.loop.quit)
        self.thread.join(60)

    def set_problem(self, problem):
        self._set("Problem", GLib.Variant("s", problem))

    def set_unwritten(self, count, forgets=False):
        self.status["forgets-unwritten"] = GLib.Variant("b", forgets)
        self._set("Unwritten", GLib.Variant("u", count))

    def _set(self, name, value):
        self.status[name.lower()] = value
        changed = GLib.Variant("(sa{sv}as)", (SERVICE, {name: value}, []))
        self.bus.emit_signal(None, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                             changed)

    def _run(self):
        self.context.push_thread_default()
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)
        self._register(PATH, NODE)
        if self.unit is not None:
            self._register(SYSTEMD, SYSTEMD_NODE)
            self._own("org.freedesktop.systemd1")
        if self.portal is not None:
            self._register("/org/freedesktop/portal/desktop", PORTAL_NODE)
            self._own("org.freedesktop.portal.Desktop")
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync(None)
        self.context.pop_thread_default()

    def _register(self, path, node):
        for interface in Gio.DBusNodeInfo.new_for_xml(node).interfaces:
            self.bus.register_object(path, interface, self._on_call, self._on_get, None)

    def _own(self, name):
        Gio.bus_own_name_on_connection(self.bus, name, Gio.BusNameOwnerFlags.NONE, None, None)

    def _on_get(self, _bus, _sender, _path, _interface, name):
        return GLib.Variant("s", "active") if name == "ActiveState" else self.status[name.lower()]

    def _on_systemd(self, method):
        """What systemd answers, of which there is one unit."""
        if method == "GetUnitFileState":
            return GLib.Variant("(s)", (self.unit,))
        if method == "GetUnit":
            return GLib.Variant("(o)", (SYSTEMD,))
        if method in ("EnableUnitFiles", "DisableUnitFiles"):
            self.unit = "enabled" if method == "EnableUnitFiles" else "disabled"
            return GLib.Variant("(ba(sss))", (True, [])) if self.unit == "enabled" \
                else GLib.Variant("(a(sss))", ([],))
        return None

    def _ask_portal(self, sender, parameters, invocation):
        """Answers the request at once, as the user or a policy would."""
        options = parameters.unpack()[1]
        name = sender[1:].replace(".", "_")
        path = f"/org/freedesktop/portal/desktop/request/{name}/{options['handle_token']}"
        granted = GLib.Variant("b", self.portal and options["autostart"])
        invocation.return_value(GLib.Variant("(o)", (path,)))
        self.bus.emit_signal(sender, path, "org.freedesktop.portal.Request", "Response",
                             GLib.Variant("(ua{sv})", (0, {"autostart": granted})))

    def _on_call(self, _bus, sender, _path, interface, method, parameters, invocation):
        reply = None
        if "systemd1" in interface:
            reply = self._on_systemd(method)
        elif method == "RequestBackground":
            self._ask_portal(sender, parameters, invocation)
            return
        elif method == "GetStatus":
            self.asked += 1
            reply = GLib.Variant("(a{sv})", (self.status,))
        elif method in self.lists:
            reply = GLib.Variant("(aa{sv})", (self.lists[method],))
        elif method == "Test":
            self.tests += 1
        elif method == "Act":
            _folder, notice, name, number = parameters.unpack()
            self.actions.append((name, (notice, number) if number else notice))
        invocation.return_value(reply)
