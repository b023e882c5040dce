/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-autostart.h"

#include "brine-autostart-portal.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define UNIT "brine-service.service"
#define DESKTOP_FILE "org.brineapp.Brine.Service.desktop"
/* What the portal answered last; it cannot be asked. */
#define PORTAL_FILE "brine-autostart"
#define MAX_FILE_BYTES 4096
#define TIMEOUT_MS 5000

struct _BrineAutostart
{
  GObject parent_instance;

  /* Set once, read by any thread. */
  GDBusConnection *bus; /* nullable */
  char *program;
  char *file_path;
  char *portal_path;
  gboolean sandboxed;
  int possible; /* atomic: what the last look found */
};

G_DEFINE_FINAL_TYPE (BrineAutostart, brine_autostart, G_TYPE_OBJECT)

const char *
brine_autostart_kind_to_nick (BrineAutostartKind kind)
{
  static const char *const nicks[] = { "none", "systemd", "file", "portal" };

  g_return_val_if_fail ((guint)kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

gboolean
brine_autostart_is_sandboxed (void)
{
  return g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0
         || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/* systemd ---------------------------------------------------------------------------------- */

static GVariant *
call_systemd (BrineAutostart *self, const char *path, const char *interface, const char *method,
              GVariant *parameters, const char *reply, GError **error)
{
  if (self->bus == NULL)
    {
      g_clear_pointer (&parameters, g_variant_unref);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED, "There is no session bus.");
      return NULL;
    }
  return g_dbus_connection_call_sync (self->bus, "org.freedesktop.systemd1", path, interface,
                                      method, parameters, G_VARIANT_TYPE (reply),
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START, TIMEOUT_MS, NULL, error);
}

static GVariant *
call_manager (BrineAutostart *self, const char *method, GVariant *parameters, const char *reply,
              GError **error)
{
  return call_systemd (self, "/org/freedesktop/systemd1", "org.freedesktop.systemd1.Manager",
                       method, parameters, reply, error);
}

/* "enabled", "disabled" and so on; NULL: systemd does not know the service, or is not there. */
static char *
dup_unit_state (BrineAutostart *self)
{
  g_autoptr (GVariant) reply =
      call_manager (self, "GetUnitFileState", g_variant_new ("(s)", UNIT), "(s)", NULL);
  char *state = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(s)", &state);
  return state;
}

static gboolean
is_unit_enabled (BrineAutostart *self)
{
  g_autofree char *state = dup_unit_state (self);

  return g_strcmp0 (state, "enabled") == 0 || g_strcmp0 (state, "linked") == 0;
}

/* A session may run on a machine with systemd and not be told to it: then nothing would start what
 * belongs to the graphical session. */
static gboolean
session_uses_systemd (BrineAutostart *self)
{
  g_autoptr (GVariant) unit =
      call_manager (self, "GetUnit", g_variant_new ("(s)", "graphical-session.target"), "(o)",
                    NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;
  const char *path;

  if (unit == NULL)
    return FALSE;
  g_variant_get (unit, "(&o)", &path);
  reply = call_systemd (self, path, "org.freedesktop.DBus.Properties", "Get",
                        g_variant_new ("(ss)", "org.freedesktop.systemd1.Unit", "ActiveState"),
                        "(v)", NULL);
  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
         && g_str_equal (g_variant_get_string (value, NULL), "active");
}

static gboolean
fits_systemd (BrineAutostart *self)
{
  g_autofree char *state = dup_unit_state (self);

  return state != NULL && !g_str_has_prefix (state, "masked") && session_uses_systemd (self);
}

static gboolean
set_unit_enabled (BrineAutostart *self, gboolean enabled, GError **error)
{
  const char *const units[] = { UNIT, NULL };
  g_autoptr (GVariant) reply =
      enabled ? call_manager (self, "EnableUnitFiles",
                              g_variant_new ("(^asbb)", units, FALSE, FALSE), "(ba(sss))", error)
              : call_manager (self, "DisableUnitFiles", g_variant_new ("(^asb)", units, FALSE),
                              "(a(sss))", error);
  g_autoptr (GVariant) reloaded = NULL;

  if (reply == NULL)
    return FALSE;
  /* It finds what changed at the next login anyway. */
  reloaded = call_manager (self, "Reload", NULL, "()", NULL);
  return TRUE;
}

/* File ------------------------------------------------------------------------------------- */

static gboolean
is_file_enabled (BrineAutostart *self)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  GStatBuf status;

  if (g_stat (self->file_path, &status) != 0 || status.st_size > MAX_FILE_BYTES
      || !g_key_file_load_from_file (file, self->file_path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  if (g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_HIDDEN, NULL))
    return FALSE;
  /* What the settings of some desktops write to switch a program off. */
  return !g_key_file_has_key (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL)
         || g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled",
                                    NULL);
}

/* Writes beside it and renames: a desktop that starts meanwhile sees no half of it. */
static gboolean
write_whole (const char *path, const char *text, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failure = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &failure))
    return TRUE;
  g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_IO, failure->message);
  return FALSE;
}

/* The specification of desktop entries: in quotes, with a backslash before what is special there,
 * which the format of the file doubles. */
static char *
quote_exec (const char *program)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = program; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append (quoted, *p == '\\' ? "\\\\\\" : "\\\\");
      if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static gboolean
write_file (BrineAutostart *self, GError **error)
{
  g_autofree char *exec = quote_exec (self->program);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\n"
                                           "Type=Application\n"
                                           "Name=Brine\n"
                                           "Exec=%s\n"
                                           "TryExec=%s\n"
                                           "Icon=org.brineapp.Brine\n"
                                           "NoDisplay=true\n"
                                           "X-GNOME-UsesNotifications=true\n",
                                           exec, self->program);

  return write_whole (self->file_path, text, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, BRINE_ERROR, BRINE_ERROR_IO, "“%s” cannot be removed: %s.", path,
               g_strerror (errno));
  return FALSE;
}

/* All of them ------------------------------------------------------------------------------ */

/* In a sandbox the portal says so when it is asked. */
static gboolean
is_possible (BrineAutostart *self)
{
  return self->sandboxed || fits_systemd (self)
         || (g_file_test (self->program, G_FILE_TEST_IS_REGULAR)
             && g_file_test (self->program, G_FILE_TEST_IS_EXECUTABLE));
}

static BrineAutostartKind
look (BrineAutostart *self)
{
  if (self->sandboxed)
    return g_file_test (self->portal_path, G_FILE_TEST_EXISTS) ? BRINE_AUTOSTART_PORTAL
                                                               : BRINE_AUTOSTART_NONE;
  if (is_unit_enabled (self))
    return BRINE_AUTOSTART_SYSTEMD;
  return is_file_enabled (self) ? BRINE_AUTOSTART_FILE : BRINE_AUTOSTART_NONE;
}

typedef struct
{
  gboolean enabled;
  char *parent_window;
  char *reason;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->parent_window);
  g_free (wish->reason);
  g_free (wish);
}

static gboolean
set_by_portal (BrineAutostart *self, const Wish *wish, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gboolean granted = FALSE;

  if (self->bus == NULL
      || !brine_autostart_portal_request (self->bus, self->program, wish->enabled,
                                          wish->parent_window, wish->reason, cancellable, &granted,
                                          &failure))
    {
      g_set_error (error, BRINE_ERROR, BRINE_ERROR_IO, "The portal was not reached: %s",
                   failure != NULL ? failure->message : "there is no session bus.");
      return FALSE;
    }
  if (!granted)
    {
      if (!remove_file (self->portal_path, error))
        return FALSE;
      if (!wish->enabled)
        return TRUE;
      g_set_error_literal (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY,
                           "The portal does not let Brine start at login.");
      return FALSE;
    }
  return write_whole (self->portal_path, "", error);
}

static gboolean
set_on (BrineAutostart *self, GError **error)
{
  if (fits_systemd (self))
    return remove_file (self->file_path, error) && set_unit_enabled (self, TRUE, error);
  if (is_unit_enabled (self) && !set_unit_enabled (self, FALSE, error))
    return FALSE;
  return write_file (self, error);
}

static gboolean
set_off (BrineAutostart *self, GError **error)
{
  return (!is_unit_enabled (self) || set_unit_enabled (self, FALSE, error))
         && remove_file (self->file_path, error);
}

static void
query_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BrineAutostart *self = BRINE_AUTOSTART (source);

  g_atomic_int_set (&self->possible, is_possible (self));
  g_task_return_int (task, look (self));
}

static void
set_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  BrineAutostart *self = BRINE_AUTOSTART (source);
  const Wish *wish = task_data;
  GError *error = NULL;
  gboolean done;

  if (self->sandboxed)
    done = set_by_portal (self, wish, cancellable, &error);
  else
    done = wish->enabled ? set_on (self, &error) : set_off (self, &error);
  if (!done)
    {
      if (error->domain != BRINE_ERROR)
        {
          g_autofree char *message = g_strdup (error->message);

          g_clear_error (&error);
          g_set_error (&error, BRINE_ERROR, BRINE_ERROR_IO, "systemd refused: %s", message);
        }
      g_task_return_error (task, error);
      return;
    }
  g_task_return_int (task, look (self));
}

void
brine_autostart_query_async (BrineAutostart *self, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (BRINE_IS_AUTOSTART (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brine_autostart_query_async);
  g_task_run_in_thread (task, query_thread);
}

static gboolean
finish (BrineAutostart *self, GAsyncResult *result, BrineAutostartKind *out_kind, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gssize kind;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (out_kind != NULL, FALSE);

  kind = g_task_propagate_int (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  *out_kind = (BrineAutostartKind)kind;
  return TRUE;
}

gboolean
brine_autostart_query_finish (BrineAutostart *self, GAsyncResult *result,
                              BrineAutostartKind *out_kind, GError **error)
{
  return finish (self, result, out_kind, error);
}

gboolean
brine_autostart_is_possible (BrineAutostart *self)
{
  g_return_val_if_fail (BRINE_IS_AUTOSTART (self), FALSE);

  return g_atomic_int_get (&self->possible);
}

void
brine_autostart_set_enabled_async (BrineAutostart *self, gboolean enabled,
                                   const char *parent_window, const char *reason,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (BRINE_IS_AUTOSTART (self));
  g_return_if_fail (parent_window != NULL && reason != NULL);

  wish = g_new0 (Wish, 1);
  wish->enabled = enabled;
  wish->parent_window = g_strdup (parent_window);
  wish->reason = g_strdup (reason);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brine_autostart_set_enabled_async);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, set_thread);
}

gboolean
brine_autostart_set_enabled_finish (BrineAutostart *self, GAsyncResult *result,
                                    BrineAutostartKind *out_kind, GError **error)
{
  return finish (self, result, out_kind, error);
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_autostart_finalize (GObject *object)
{
  BrineAutostart *self = BRINE_AUTOSTART (object);

  g_clear_object (&self->bus);
  g_free (self->program);
  g_free (self->file_path);
  g_free (self->portal_path);
  G_OBJECT_CLASS (brine_autostart_parent_class)->finalize (object);
}

static void
brine_autostart_class_init (BrineAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_autostart_finalize;
}

static void
brine_autostart_init (BrineAutostart *self)
{
}

BrineAutostart *
brine_autostart_new (GDBusConnection *session_bus, const char *config_dir, const char *program,
                     gboolean sandboxed)
{
  BrineAutostart *self;

  g_return_val_if_fail (session_bus == NULL || G_IS_DBUS_CONNECTION (session_bus), NULL);
  g_return_val_if_fail (config_dir != NULL && program != NULL, NULL);

  self = g_object_new (BRINE_TYPE_AUTOSTART, NULL);
  self->bus = session_bus != NULL ? g_object_ref (session_bus) : NULL;
  self->program = g_strdup (program);
  self->file_path = g_build_filename (config_dir, "autostart", DESKTOP_FILE, NULL);
  self->portal_path = g_build_filename (config_dir, PORTAL_FILE, NULL);
  self->sandboxed = sandboxed;
  return self;
}
