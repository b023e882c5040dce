/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-sound.h"

#include "brine-autostart.h"

#if HAVE_CANBERRA

#include <canberra.h>

/* The one that plays; another reminder in the same moment makes no second sound. */
static ca_context *playing;

/* A sandbox lets no sound out unless it was made to. That of Brine is not: the same permission opens
 * the microphone. */
gboolean
brine_sound_is_supported (void)
{
  g_autofree char *server = g_build_filename (g_get_user_runtime_dir (), "pulse", "native", NULL);

  return !brine_autostart_is_sandboxed () || g_getenv ("PULSE_SERVER") != NULL
         || g_file_test (server, G_FILE_TEST_EXISTS);
}

static gboolean
end_cb (gpointer user_data)
{
  g_clear_pointer (&playing, ca_context_destroy);
  return G_SOURCE_REMOVE;
}

/* On a thread of the sound library, which must not take itself down. */
static void
on_played_cb (ca_context *context, guint32 id, int result, void *user_data)
{
  if (result != CA_SUCCESS)
    g_info ("The sound was not played: %s", ca_strerror (result));
  g_idle_add (end_cb, NULL);
}

void
brine_sound_play (const char *name)
{
  ca_proplist *what = NULL;
  int result;

  g_return_if_fail (name != NULL);

  if (!brine_sound_is_supported () || playing != NULL || ca_context_create (&playing) != CA_SUCCESS)
    return;
  ca_context_change_props (playing, CA_PROP_APPLICATION_NAME, g_get_application_name (),
                           CA_PROP_APPLICATION_ID, BRINE_APP_ID, NULL);
  ca_proplist_create (&what);
  ca_proplist_sets (what, CA_PROP_EVENT_ID, name);
  ca_proplist_sets (what, CA_PROP_MEDIA_ROLE, "event");
  result = ca_context_play_full (playing, 0, what, on_played_cb, NULL);
  ca_proplist_destroy (what);
  if (result != CA_SUCCESS)
    {
      g_info ("The sound was not played: %s", ca_strerror (result));
      end_cb (NULL);
    }
}

#else

gboolean
brine_sound_is_supported (void)
{
  return FALSE;
}

void
brine_sound_play (const char *name)
{
}

#endif
