/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-service-link.h"

#define NAME "org.brineapp.Brine.Service"
#define PATH "/org/brineapp/Brine/Service"
#define INTERFACE "org.brineapp.Brine.Service1"
#define DIR "/home/somebody/diary"
#define BOUND_MS 60000

/* A service of our own, on a bus of our own. It answers with whatever @reply is. */
typedef struct
{
  GTestDBus *daemon;
  GDBusConnection *bus;    /* of the link */
  GDBusConnection *server; /* of the service */
  GDBusNodeInfo *node;
  guint object;
  guint name;
  GVariant *reply; /* to GetStatus; NULL: an error */
  gboolean silent; /* does not answer at all */
  GDBusMethodInvocation *waiting;
  int n_status;
  int n_tests;
  guint32 number; /* of Next or Recent */
  BrineServiceLink *link;
  int n_heard;
  gboolean late;
} World;

/* Methods of a foreign service may answer with anything, so no reply is declared. */
static const char xml[] =
    "<node><interface name='" INTERFACE "'><method name='GetStatus'/><method name='Test'/>"
    "<method name='Next'><arg type='u' direction='in'/></method>"
    "<method name='Recent'><arg type='u' direction='in'/></method></interface></node>";

/* The reply as it is, whatever the interface says of it. */
static void
send_reply (GDBusMethodInvocation *invocation, GVariant *body)
{
  g_autoptr (GDBusMessage) reply =
      g_dbus_message_new_method_reply (g_dbus_method_invocation_get_message (invocation));

  g_dbus_message_set_body (reply, body);
  g_assert_true (
      g_dbus_connection_send_message (g_dbus_method_invocation_get_connection (invocation), reply,
                                      G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL));
  g_object_unref (invocation);
}

static void
answer_status (World *world, GDBusMethodInvocation *invocation)
{
  world->n_status++;
  if (world->silent)
    g_set_object (&world->waiting, invocation);
  else if (world->reply == NULL)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "Not today");
  else
    send_reply (invocation, world->reply);
}

static void
on_call (GDBusConnection *bus, const char *sender, const char *path, const char *interface,
         const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  World *world = user_data;

  if (g_str_equal (method, "GetStatus"))
    {
      answer_status (world, invocation);
      return;
    }
  if (g_str_equal (method, "Test"))
    {
      world->n_tests++;
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }
  g_variant_get (parameters, "(u)", &world->number);
  if (world->reply == NULL)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.example.Error", "Not today");
  else
    send_reply (invocation, world->reply);
}

/* The world ---------------------------------------------------------------------------------- */

static gboolean
on_late_cb (gpointer user_data)
{
  World *world = user_data;

  world->late = TRUE;
  return G_SOURCE_REMOVE;
}

#define wait_until(world, condition)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    guint bound = g_timeout_add (BOUND_MS, on_late_cb, (world));                                   \
    while (!(condition) && !(world)->late)                                                         \
      g_main_context_iteration (NULL, TRUE);                                                       \
    g_assert_true (condition);                                                                     \
    g_source_remove (bound);                                                                       \
  }                                                                                                \
  G_STMT_END

static GDBusConnection *
connect_to (World *world)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (world->daemon),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
on_heard_cb (World *world)
{
  world->n_heard++;
}

static void
set_reply (World *world, GVariant *reply)
{
  g_clear_pointer (&world->reply, g_variant_unref);
  if (reply != NULL)
    world->reply = g_variant_ref_sink (reply);
}

static GVariant *
make_status (const char *dir, const char *problem)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "data-dir", "s", dir);
  g_variant_dict_insert (&dict, "problem", "s", problem);
  g_variant_dict_insert (&dict, "can-play-sounds", "b", TRUE);
  g_variant_dict_insert (&dict, "unwritten", "u", 3);
  return g_variant_new ("(@a{sv})", g_variant_dict_end (&dict));
}

static void
set_up_bus (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  static const GDBusInterfaceVTable vtable = { .method_call = on_call };

  world->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (world->daemon);
  world->bus = connect_to (world);
  world->server = connect_to (world);
  world->node = g_dbus_node_info_new_for_xml (xml, &error);
  g_assert_no_error (error);
  world->object =
      g_dbus_connection_register_object (world->server, PATH, world->node->interfaces[0], &vtable,
                                         world, NULL, &error);
  g_assert_no_error (error);
  set_reply (world, make_status (DIR, ""));
  world->link = brine_service_link_new (world->bus, DIR, NULL);
  g_signal_connect_swapped (world->link, "heard", G_CALLBACK (on_heard_cb), world);
}

static void
on_acquired_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* The link is on another connection, so it finds the service only once the bus gave the name. */
static void
appear (World *world)
{
  gboolean acquired = FALSE;

  world->name = g_bus_own_name_on_connection (world->server, NAME, G_BUS_NAME_OWNER_FLAGS_NONE,
                                              on_acquired_cb, NULL, &acquired, NULL);
  wait_until (world, acquired);
}

/* Nothing but what is on its way keeps it. */
static void
let_go (World *world)
{
  gpointer gone = world->link;

  g_object_add_weak_pointer (G_OBJECT (gone), &gone);
  brine_service_link_close (world->link);
  g_clear_object (&world->link);
  wait_until (world, gone == NULL);
}

static void
tear_down (World *world, gconstpointer data)
{
  g_clear_object (&world->waiting);
  if (world->link != NULL)
    let_go (world);
  g_clear_handle_id (&world->name, g_bus_unown_name);
  g_dbus_connection_unregister_object (world->server, world->object);
  g_dbus_node_info_unref (world->node);
  g_dbus_connection_close_sync (world->bus, NULL, NULL);
  g_dbus_connection_close_sync (world->server, NULL, NULL);
  g_clear_object (&world->bus);
  g_clear_object (&world->server);
  g_clear_pointer (&world->reply, g_variant_unref);
  g_test_dbus_down (world->daemon);
  g_clear_object (&world->daemon);
}

#define assert_delivering(world, value)                                                            \
  g_assert_cmpint (brine_service_link_get_delivering ((world)->link), ==, (value))

/* Status ------------------------------------------------------------------------------------- */

/* What the service says, and what the window makes of it. Without anything that starts it at login,
 * the best is "until the user logs out". */
static const struct
{
  const char *dir;
  const char *problem;
  BrineDelivering delivering;
} statuses[] = {
  { DIR, "", BRINE_DELIVERING_THIS_SESSION },
  { DIR "/", "", BRINE_DELIVERING_THIS_SESSION },
  { DIR "/../diary", "", BRINE_DELIVERING_THIS_SESSION },
  { DIR, "no-server", BRINE_DELIVERING_NO_SERVER },
  { DIR, "not-shown", BRINE_DELIVERING_NOT_SHOWN },
  { DIR, "starting", BRINE_DELIVERING_UNKNOWN },
  { DIR, "read-only", BRINE_DELIVERING_READ_ONLY },
  { DIR, "what nobody knows yet", BRINE_DELIVERING_NO_DIARY },
  { DIR "2", "", BRINE_DELIVERING_OTHER_DIARY },
  { DIR "2", "no-server", BRINE_DELIVERING_OTHER_DIARY },
};

static void
test_statuses (World *world, gconstpointer data)
{
  assert_delivering (world, BRINE_DELIVERING_UNKNOWN);
  g_assert_false (brine_service_link_can_play_sounds (world->link));
  appear (world);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      int heard = world->n_heard;

      set_reply (world, make_status (statuses[i].dir, statuses[i].problem));
      brine_service_link_refresh (world->link);
      wait_until (world,
                  world->n_heard > heard
                      && brine_service_link_get_delivering (world->link) == statuses[i].delivering);
      g_assert_true (brine_service_link_can_play_sounds (world->link));
      g_assert_cmpuint (brine_service_link_get_n_unwritten (world->link), ==, 3);
    }
  g_assert_false (brine_service_link_can_start_at_login (world->link));
  g_assert_false (brine_service_link_starts_at_login (world->link));
}

static void
test_no_bus (void)
{
  g_autoptr (BrineServiceLink) link = brine_service_link_new (NULL, DIR, NULL);

  g_assert_cmpint (brine_service_link_get_delivering (link), ==, BRINE_DELIVERING_UNKNOWN);
  brine_service_link_refresh (link);
  g_assert_cmpint (brine_service_link_get_delivering (link), ==, BRINE_DELIVERING_NO_SERVICE);
}

static void
test_no_service (World *world, gconstpointer data)
{
  brine_service_link_refresh (world->link);
  wait_until (world, world->n_heard > 0);
  assert_delivering (world, BRINE_DELIVERING_NO_SERVICE);
  /* It is heard of by itself when it comes. */
  appear (world);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_THIS_SESSION);
}

static void
test_vanishes (World *world, gconstpointer data)
{
  int asked;

  appear (world);
  brine_service_link_refresh (world->link);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_THIS_SESSION);
  asked = world->n_status;
  g_clear_handle_id (&world->name, g_bus_unown_name);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_NO_SERVICE);
  /* To ask would start it again, which whoever ended it may not want. */
  g_assert_cmpint (world->n_status, ==, asked);
  appear (world);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_THIS_SESSION);
}

static void
test_problem_changes (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GVariantDict changed;

  appear (world);
  brine_service_link_refresh (world->link);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_THIS_SESSION);
  set_reply (world, make_status (DIR, "no-server"));
  g_variant_dict_init (&changed, NULL);
  g_variant_dict_insert (&changed, "Problem", "s", "no-server");
  g_dbus_connection_emit_signal (
      world->server, NULL, PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
      g_variant_new ("(s@a{sv}as)", INTERFACE, g_variant_dict_end (&changed), NULL), &error);
  g_assert_no_error (error);
  wait_until (world, brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_NO_SERVER);
}

/* What is no status at all is no service; nothing of it is believed. */
static const char *const junk[] = {
  "('text',)",
  "([1, 2, 3],)",
  "(@a{sv} {}, 5)",
  "(@a{sv} {},)",
  "({'data-dir': <5>, 'problem': <''>},)",
  "({'data-dir': <'" DIR "'>, 'problem': <['no-server']>},)",
  "({'data-dir': <'" DIR "'>},)",
  "({'problem': <''>, 'can-play-sounds': <true>},)",
};

static void
test_junk (World *world, gconstpointer data)
{
  appear (world);
  for (guint i = 0; i < G_N_ELEMENTS (junk); i++)
    {
      int heard = world->n_heard;

      set_reply (world, g_variant_new_parsed (junk[i]));
      brine_service_link_refresh (world->link);
      wait_until (world, world->n_heard > heard);
      assert_delivering (world, BRINE_DELIVERING_NO_SERVICE);
      g_assert_false (brine_service_link_can_play_sounds (world->link));
      g_assert_cmpuint (brine_service_link_get_n_unwritten (world->link), ==, 0);
    }
  set_reply (world, NULL);
  brine_service_link_refresh (world->link);
  wait_until (world, world->n_heard > (int)G_N_ELEMENTS (junk));
  assert_delivering (world, BRINE_DELIVERING_NO_SERVICE);
}

/* Whoever asks twice hears once, and a link that is let go hears nothing. */
static void
test_asked_again (World *world, gconstpointer data)
{
  appear (world);
  world->silent = TRUE;
  brine_service_link_refresh (world->link);
  wait_until (world, world->waiting != NULL);
  world->silent = FALSE;
  brine_service_link_refresh (world->link);
  wait_until (world,
              brine_service_link_get_delivering (world->link) == BRINE_DELIVERING_THIS_SESSION);

  world->silent = TRUE;
  g_clear_object (&world->waiting);
  brine_service_link_refresh (world->link);
  wait_until (world, world->waiting != NULL);
  let_go (world);
}

/* Calls -------------------------------------------------------------------------------------- */

static void
on_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static void
test_test (World *world, gconstpointer data)
{
  g_autoptr (GAsyncResult) sent = NULL;
  g_autoptr (GAsyncResult) unsent = NULL;
  g_autoptr (GError) error = NULL;

  brine_service_link_test_async (world->link, NULL, on_result_cb, &unsent);
  wait_until (world, unsent != NULL);
  g_assert_false (brine_service_link_test_finish (world->link, unsent, &error));
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
  g_clear_error (&error);

  appear (world);
  brine_service_link_test_async (world->link, NULL, on_result_cb, &sent);
  wait_until (world, sent != NULL);
  g_assert_true (brine_service_link_test_finish (world->link, sent, &error));
  g_assert_no_error (error);
  g_assert_cmpint (world->n_tests, ==, 1);
}

static GVariant *
list (World *world, gboolean recent, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  brine_service_link_list_async (world->link, recent, 5, cancellable, on_result_cb, &result);
  wait_until (world, result != NULL);
  return brine_service_link_list_finish (world->link, result, error);
}

static void
test_lists (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) coming = NULL;
  g_autoptr (GVariant) came = NULL;

  appear (world);
  set_reply (world, g_variant_new_parsed ("([{'title': <'Walk'>}, {'title': <'Sit'>}],)"));
  coming = list (world, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (coming), ==, 2);
  g_assert_cmpuint (world->number, ==, 5);

  set_reply (world, g_variant_new_parsed ("(@aa{sv} [],)"));
  came = list (world, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_variant_n_children (came), ==, 0);
  /* Days. */
  g_assert_cmpuint (world->number, ==, 7);

  set_reply (world, g_variant_new_parsed ("('junk',)"));
  g_assert_null (list (world, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

static void
test_cancelled (World *world, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  appear (world);
  g_cancellable_cancel (cancellable);
  g_assert_null (list (world, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_login_without_a_way (World *world, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  brine_service_link_start_at_login_async (world->link, TRUE, "", "because", NULL, on_result_cb,
                                           &result);
  wait_until (world, result != NULL);
  g_assert_false (brine_service_link_start_at_login_finish (world->link, result, &error));
  g_assert_error (error, BRINE_ERROR, BRINE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (World *, gconstpointer);
  } tests[] = {
    { "/service-link/statuses", test_statuses },
    { "/service-link/no-service", test_no_service },
    { "/service-link/vanishes", test_vanishes },
    { "/service-link/problem-changes", test_problem_changes },
    { "/service-link/junk", test_junk },
    { "/service-link/asked-again", test_asked_again },
    { "/service-link/test", test_test },
    { "/service-link/lists", test_lists },
    { "/service-link/cancelled", test_cancelled },
    { "/service-link/login-without-a-way", test_login_without_a_way },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service-link/no-bus", test_no_bus);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, World, NULL, set_up_bus, tests[i].run, tear_down);
  return g_test_run ();
}
