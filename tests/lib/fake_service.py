# SPDX-License-Identifier: GPL-3.0-or-later
"""A brine-service that says what a test wants and remembers what it was asked."""

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
    <method name='GetStatus'><arg type='a{{sv}}' direction='out'/></method>
    <method name='Next'><arg type='u' direction='in'/><arg type='aa{{sv}}' direction='out'/></method>
    <method name='Recent'>
      <arg type='u' direction='in'/><arg type='aa{{sv}}' direction='out'/>
    </method>
    <property name='Problem' type='s' access='read'/>
  </interface>
  <interface name='org.freedesktop.Application'>
    <method name='ActivateAction'>
      <arg type='s' direction='in'/><arg type='av' direction='in'/><arg type='a{{sv}}' direction='in'/>
    </method>
  </interface>
</node>"""


class FakeService:
    """Owns the service's name from `with` on, on a connection and a thread of its own."""

    def __init__(self, data_dir, problem="", sounds=False, coming=(), came=()):
        self.status = {"data-dir": GLib.Variant("s", data_dir),
                       "problem": GLib.Variant("s", problem),
                       "can-play-sounds": GLib.Variant("b", sounds)}
        self.lists = {"Next": list(coming), "Recent": list(came)}
        self.tests = 0
        self.actions = []  # (name, parameter) of each, unpacked
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.ready = threading.Event()
        self.bus = None

    def __enter__(self):
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()
        assert self.ready.wait(10), "the name of the service"
        return self

    def __exit__(self, *_):
        self.context.invoke_full(GLib.PRIORITY_DEFAULT, self.loop.quit)
        self.thread.join(10)

    def set_problem(self, problem):
        self.status["problem"] = GLib.Variant("s", problem)
        changed = GLib.Variant("(sa{sv}as)", (SERVICE, {"Problem": self.status["problem"]}, []))
        self.bus.emit_signal(None, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                             changed)

    def _run(self):
        self.context.push_thread_default()
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)
        for interface in Gio.DBusNodeInfo.new_for_xml(NODE).interfaces:
            self.bus.register_object(PATH, interface, self._on_call, self._on_get, None)
        Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: self.ready.set(), None)
        self.loop.run()
        self.bus.close_sync(None)
        self.context.pop_thread_default()

    def _on_get(self, _bus, _sender, _path, _interface, _name):
        return self.status["problem"]

    def _on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        reply = None
        if method == "GetStatus":
            reply = GLib.Variant("(a{sv})", (self.status,))
        elif method in self.lists:
            reply = GLib.Variant("(aa{sv})", (self.lists[method],))
        elif method == "Test":
            self.tests += 1
        elif method == "ActivateAction":
            name, values, _platform = parameters.unpack()
            self.actions.append((name, *values))
        invocation.return_value(reply)
