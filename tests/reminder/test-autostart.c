/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-autostart.h"

#include <glib/gstdio.h>
#include <string.h>

#define UNIT "brine-service.service"

/* A systemd and a portal of our own, on a bus of our own. The work under test runs on another
 * thread, so they answer while the test waits. */
typedef struct
{
  GTestDBus *daemon;
  GDBusConnection *bus;    /* of the code under test */
  GDBusConnection *server; /* of systemd and the portal */
  GDBusNodeInfo *node;
  guint objects[4];
  char *config_dir;
  char *file;
  /* systemd */
  gboolean knows_unit;
  gboolean session_active;
  gboolean unit_enabled;
  gboolean refuses;
  int n_calls;
  /* portal */
  guint32 response;
  gboolean grants;
  char *commandline;
} World;

static const char xml[] =
    "<node>"
    "<interface name='org.freedesktop.systemd1.Manager'>"
    "<method name='GetUnitFileState'><arg type='s' direction='in'/><arg type='s' direction='out'/>"
    "</method><method name='GetUnit'><arg type='s' direction='in'/><arg type='o' direction='out'/>"
    "</method><method name='EnableUnitFiles'><arg type='as' direction='in'/>"
    "<arg type='b' direction='in'/><arg type='b' direction='in'/><arg type='b' direction='out'/>"
    "<arg type='a(sss)' direction='out'/></method>"
    "<method name='DisableUnitFiles'><arg type='as' direction='in'/><arg type='b' direction='in'/>"
    "<arg type='a(sss)' direction='out'/></method><method name='Reload'/></interface>"
    "<interface name='org.freedesktop.systemd1.Unit'>"
    "<property name='ActiveState' type='s' access='read'/></interface>"
    "<interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
    "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
    "<arg type='o' direction='out'/></method></interface></node>";

static void
return_state (World *world, GDBusMethodInvocation *invocation)
{
  if (world->knows_unit)
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(s)", world->unit_enabled ? "enabled"
                                                                                     : "disabled"));
  else
    g_dbus_method_invocation_return_dbus_error (invocation,
                                                "org.freedesktop.DBus.Error.FileNotFound",
                                                "No such file or directory");
}

static void
change_unit (World *world, GVariant *parameters, gboolean enabled,
             GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) units = g_variant_get_child_value (parameters, 0);
  const char *unit;

  if (world->refuses)
    {
      g_dbus_method_invocation_return_dbus_error (invocation,
                                                  "org.freedesktop.DBus.Error.AccessDenied",
                                                  "The disk is read-only");
      return;
    }
  g_assert_cmpuint (g_variant_n_children (units), ==, 1);
  g_variant_get_child (units, 0, "&s", &unit);
  g_assert_cmpstr (unit, ==, UNIT);
  world->unit_enabled = enabled;
  g_dbus_method_invocation_return_value (invocation, enabled
                                                         ? g_variant_new ("(ba(sss))", TRUE, NULL)
                                                         : g_variant_new ("(a(sss))", NULL));
}

static void
answer_portal (World *world, const char *sender, GVariant *parameters,
               GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_autoptr (GVariant) command = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *path = NULL;
  const char *token;
  gboolean autostart = FALSE;
  GVariantBuilder results;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &autostart));
  command = g_variant_lookup_value (options, "commandline", G_VARIANT_TYPE ("as"));
  g_free (world->commandline);
  g_variant_get_child (command, 0, "s", &world->commandline);
  path = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "autostart",
                         g_variant_new_boolean (autostart && world->grants));
  g_dbus_connection_emit_signal (world->server, sender, path, "org.freedesktop.portal.Request",
                                 "Response", g_variant_new ("(ua{sv})", world->response, &results),
                                 NULL);
}

static void
on_call_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
            const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
            gpointer user_data)
{
  World *world = user_data;

  world->n_calls++;
  if (g_str_equal (method, "GetUnitFileState"))
    return_state (world, invocation);
  else if (g_str_equal (method, "GetUnit"))
    g_dbus_method_invocation_return_value (
        invocation, g_variant_new ("(o)", "/org/freedesktop/systemd1/unit/session"));
  else if (g_str_equal (method, "EnableUnitFiles") || g_str_equal (method, "DisableUnitFiles"))
    change_unit (world, parameters, *method == 'E', invocation);
  else if (g_str_equal (method, "RequestBackground"))
    answer_portal (world, sender, parameters, invocation);
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
on_get_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
           const char *property, GError **error, gpointer user_data)
{
  return g_variant_new_string (((World *)user_data)->session_active ? "active" : "inactive");
}

static GDBusConnection *
connect_to (GTestDBus *daemon)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (daemon),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
own (World *world, const char *name)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_sync (world->server, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "RequestName",
                                   g_variant_new ("(su)", name, 0), NULL, G_DBUS_CALL_FLAGS_NONE,
                                   -1, NULL, NULL);

  g_assert_nonnull (reply);
}

static void export(World *world, guint slot, const char *path)
{
  static const GDBusInterfaceVTable table = { .method_call = on_call_cb,
                                              .get_property = on_get_cb };
  g_autoptr (GError) error = NULL;

  world->objects[slot] =
      g_dbus_connection_register_object (world->server, path, world->node->interfaces[slot], &table,
                                         world, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (World *world, gconstpointer data)
{
  world->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (world->daemon);
  world->bus = connect_to (world->daemon);
  world->server = connect_to (world->daemon);
  world->node = g_dbus_node_info_new_for_xml (xml, NULL);
  export(world, 0, "/org/freedesktop/systemd1");
  export(world, 1, "/org/freedesktop/systemd1/unit/session");
  export(world, 2, "/org/freedesktop/portal/desktop");
  own (world, "org.freedesktop.systemd1");
  own (world, "org.freedesktop.portal.Desktop");
  world->config_dir = g_dir_make_tmp ("brine-autostart.XXXXXX", NULL);
  world->file =
      g_build_filename (world->config_dir, "autostart", "org.brineapp.Brine.Service.desktop", NULL);
  world->knows_unit = world->session_active = TRUE;
}

static void
tear_down (World *world, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (world->file);
  g_autofree char *portal = g_build_filename (world->config_dir, "brine-autostart", NULL);

  g_unlink (world->file);
  g_unlink (portal);
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (world->config_dir), ==, 0);
  g_clear_object (&world->bus);
  g_clear_object (&world->server);
  g_clear_pointer (&world->node, g_dbus_node_info_unref);
  g_test_dbus_down (world->daemon);
  g_clear_object (&world->daemon);
  g_free (world->config_dir);
  g_free (world->file);
  g_free (world->commandline);
}

static void
on_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static BrineAutostartKind
query (BrineAutostart *autostart)
{
  g_autoptr (GAsyncResult) result = NULL;
  BrineAutostartKind kind;

  brine_autostart_query_async (autostart, NULL, on_done_cb, &result);
  g_assert_true (brine_autostart_query_finish (autostart, wait_for (&result), &kind, NULL));
  return kind;
}

static gboolean
set_enabled (BrineAutostart *autostart, gboolean enabled, BrineAutostartKind *out_kind,
             GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  brine_autostart_set_enabled_async (autostart, enabled, "", "To remind you.", NULL, on_done_cb,
                                     &result);
  return brine_autostart_set_enabled_finish (autostart, wait_for (&result), out_kind, error);
}

static void
assert_set (BrineAutostart *autostart, gboolean enabled, BrineAutostartKind expected)
{
  g_autoptr (GError) error = NULL;
  BrineAutostartKind kind;

  g_assert_true (set_enabled (autostart, enabled, &kind, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, expected);
  g_assert_cmpint (query (autostart), ==, expected);
}

static BrineAutostart *
make (World *world, const char *program, gboolean sandboxed)
{
  return brine_autostart_new (world->bus, world->config_dir, program, sandboxed);
}

/* Cases ------------------------------------------------------------------------------------ */

static void
test_systemd (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/usr/libexec/brine-service", FALSE);

  g_assert_cmpint (query (autostart), ==, BRINE_AUTOSTART_NONE);
  assert_set (autostart, TRUE, BRINE_AUTOSTART_SYSTEMD);
  g_assert_true (world->unit_enabled);
  g_assert_false (g_file_test (world->file, G_FILE_TEST_EXISTS));
  assert_set (autostart, FALSE, BRINE_AUTOSTART_NONE);
  g_assert_false (world->unit_enabled);
}

static void
test_file (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/opt/a b/100%/$x`\"\\/brine-service", FALSE);
  g_autofree char *text = NULL;
  GStatBuf status;

  world->knows_unit = FALSE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
  g_assert_true (g_file_get_contents (world->file, &text, NULL, NULL));
  g_assert_nonnull (
      strstr (text, "\nExec=\"/opt/a b/100%%/\\\\$x\\\\`\\\\\"\\\\\\\\/brine-service\"\n"));
  g_assert_cmpint (g_stat (world->file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  assert_set (autostart, FALSE, BRINE_AUTOSTART_NONE);
  g_assert_false (g_file_test (world->file, G_FILE_TEST_EXISTS));
}

/* A desktop that does not tell systemd about its session gets a file, although systemd runs. */
static void
test_other_session (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/usr/libexec/brine-service", FALSE);

  world->session_active = FALSE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
  g_assert_false (world->unit_enabled);
}

/* Whatever was there before, there is one of them at most. */
static void
test_never_two (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/usr/libexec/brine-service", FALSE);

  world->session_active = FALSE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
  world->session_active = TRUE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_SYSTEMD);
  g_assert_false (g_file_test (world->file, G_FILE_TEST_EXISTS));
  world->session_active = FALSE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
  g_assert_false (world->unit_enabled);
}

static void
test_refused (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/usr/libexec/brine-service", FALSE);
  g_autoptr (GError) error = NULL;
  BrineAutostartKind kind = BRINE_AUTOSTART_PORTAL;

  world->refuses = TRUE;
  g_assert_false (set_enabled (autostart, TRUE, &kind, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "read-only"));
  g_assert_cmpint (query (autostart), ==, BRINE_AUTOSTART_NONE);
}

static void
test_switched_off_elsewhere (World *world, gconstpointer data)
{
  static const char *const off[] = { "Hidden=true\n", "X-GNOME-Autostart-enabled=false\n" };
  g_autoptr (BrineAutostart) autostart = make (world, "/usr/libexec/brine-service", FALSE);

  world->knows_unit = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *changed = NULL;

      assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
      g_assert_true (g_file_get_contents (world->file, &text, NULL, NULL));
      changed = g_strconcat (text, off[i], NULL);
      g_assert_true (g_file_set_contents (world->file, changed, -1, NULL));
      g_assert_cmpint (query (autostart), ==, BRINE_AUTOSTART_NONE);
    }
  g_assert_true (g_file_set_contents (world->file, "\xff\x00[Desktop", 10, NULL));
  g_assert_cmpint (query (autostart), ==, BRINE_AUTOSTART_NONE);
}

/* Where nothing is installed there is nothing to start, unless systemd or a portal says otherwise. */
static void
test_possible (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) missing = make (world, "/nonexistent/brine-service", FALSE);
  g_autoptr (BrineAutostart) folder = make (world, world->config_dir, FALSE);
  g_autoptr (BrineAutostart) there = make (world, "/bin/sh", FALSE);
  g_autoptr (BrineAutostart) sandboxed = make (world, "/nonexistent/brine-service", TRUE);
  BrineAutostart *const all[] = { missing, folder, there, sandboxed };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_false (brine_autostart_is_possible (all[i]));
      for (int known = 0; known < 2; known++)
        {
          world->knows_unit = known;
          query (all[i]);
          g_assert_cmpint (brine_autostart_is_possible (all[i]), ==, known || i >= 2);
        }
    }
}

static void
test_no_bus (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart =
      brine_autostart_new (NULL, world->config_dir, "/usr/libexec/brine-service", FALSE);
  g_autoptr (BrineAutostart) inside =
      brine_autostart_new (NULL, world->config_dir, "/usr/libexec/brine-service", TRUE);
  g_autoptr (GError) error = NULL;
  BrineAutostartKind kind;

  assert_set (autostart, TRUE, BRINE_AUTOSTART_FILE);
  g_assert_false (set_enabled (inside, TRUE, &kind, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_IO);
}

static void
test_portal (World *world, gconstpointer data)
{
  g_autoptr (BrineAutostart) autostart = make (world, "/app/libexec/brine-service", TRUE);
  g_autoptr (GError) error = NULL;
  BrineAutostartKind kind;

  world->grants = TRUE;
  assert_set (autostart, TRUE, BRINE_AUTOSTART_PORTAL);
  g_assert_cmpstr (world->commandline, ==, "/app/libexec/brine-service");
  g_assert_false (world->unit_enabled);
  g_assert_false (g_file_test (world->file, G_FILE_TEST_EXISTS));
  assert_set (autostart, FALSE, BRINE_AUTOSTART_NONE);

  /* The user, or the one before, said no. */
  world->grants = FALSE;
  g_assert_false (set_enabled (autostart, TRUE, &kind, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
  g_assert_cmpint (query (autostart), ==, BRINE_AUTOSTART_NONE);
  g_clear_error (&error);

  world->grants = TRUE;
  world->response = 1;
  g_assert_false (set_enabled (autostart, TRUE, &kind, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (World *, gconstpointer);
  } cases[] = {
    { "/autostart/systemd", test_systemd },
    { "/autostart/file", test_file },
    { "/autostart/other-session", test_other_session },
    { "/autostart/never-two", test_never_two },
    { "/autostart/refused", test_refused },
    { "/autostart/switched-off-elsewhere", test_switched_off_elsewhere },
    { "/autostart/possible", test_possible },
    { "/autostart/no-bus", test_no_bus },
    { "/autostart/portal", test_portal },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, World, NULL, set_up, cases[i].test, tear_down);
  return g_test_run ();
}
