/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-shown-ids.h"

#include <errno.h>
#include <glib/gstdio.h>

#define MAX_FILE_BYTES (64 * 1024)
/* More than are ever open; the file is not to grow when a server never tells that it closed one. */
#define MAX_IDS 200

#define GROUP_SERVER "server"
#define GROUP_IDS "ids"

struct _BrineShownIds
{
  char *path;
  GKeyFile *file;
};

BrineShownIds *
brine_shown_ids_new (const char *path)
{
  BrineShownIds *self;
  g_autofree char *text = NULL;
  gsize length = 0;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (BrineShownIds, 1);
  self->path = g_strdup (path);
  self->file = g_key_file_new ();
  if (g_stat (path, &status) == 0 && status.st_size <= MAX_FILE_BYTES
      && g_file_get_contents (path, &text, &length, NULL))
    g_key_file_load_from_data (self->file, text, length, G_KEY_FILE_NONE, NULL);
  return self;
}

void
brine_shown_ids_free (BrineShownIds *self)
{
  g_return_if_fail (self != NULL);

  g_key_file_unref (self->file);
  g_free (self->path);
  g_free (self);
}

/* It is about a session: what is lost with the power is lost with the notifications. */
static void
save (BrineShownIds *self)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *text = g_key_file_to_data (self->file, &length, NULL);

  if (!g_file_set_contents_full (self->path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                                 &error))
    g_warning ("What is shown was not remembered: %s", error->message);
}

void
brine_shown_ids_set_server (BrineShownIds *self, const char *server)
{
  g_autofree char *known = NULL;

  g_return_if_fail (self != NULL && server != NULL);

  known = g_key_file_get_string (self->file, GROUP_SERVER, "name", NULL);
  if (g_strcmp0 (known, server) == 0)
    return;
  g_key_file_remove_group (self->file, GROUP_IDS, NULL);
  g_key_file_set_string (self->file, GROUP_SERVER, "name", server);
  save (self);
}

static void
drop_oldest (BrineShownIds *self)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, GROUP_IDS, NULL, NULL);
  guint length = keys != NULL ? g_strv_length (keys) : 0;

  for (guint i = 0; i + MAX_IDS < length; i++)
    g_key_file_remove_key (self->file, GROUP_IDS, keys[i], NULL);
}

void
brine_shown_ids_put (BrineShownIds *self, const char *notice_id, guint32 number)
{
  g_return_if_fail (self != NULL && notice_id != NULL);

  if (brine_shown_ids_get (self, notice_id) == number)
    return;
  if (number == 0)
    g_key_file_remove_key (self->file, GROUP_IDS, notice_id, NULL);
  else
    g_key_file_set_uint64 (self->file, GROUP_IDS, notice_id, number);
  drop_oldest (self);
  save (self);
}

guint32
brine_shown_ids_get (BrineShownIds *self, const char *notice_id)
{
  guint64 number;

  g_return_val_if_fail (self != NULL && notice_id != NULL, 0);

  number = g_key_file_get_uint64 (self->file, GROUP_IDS, notice_id, NULL);
  return number <= G_MAXUINT32 ? (guint32)number : 0;
}

char *
brine_shown_ids_dup_notice (BrineShownIds *self, guint32 number)
{
  g_auto (GStrv) keys = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  keys = g_key_file_get_keys (self->file, GROUP_IDS, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (number != 0 && brine_shown_ids_get (self, keys[i]) == number)
      return g_strdup (keys[i]);
  return NULL;
}
