/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

#include "brine-calendar-page.h"
#include "brine-editor-overlap.h"

/* Other calendars beside the plan: the list of their files is kept in the settings of this computer
 * and not in the diary, since a path means something here alone. */

#define KEY "other-calendars"

static void
on_edited_cb (BrineWindow *self)
{
  g_autoptr (GVariant) files = brine_overlay_dup_files (self->overlay);

  if (self->settings != NULL)
    g_settings_set_value (self->settings, KEY, files);
}

static BrineOverlay *
ensure_overlay (BrineWindow *self)
{
  if (self->overlay != NULL)
    return self->overlay;
  self->overlay = brine_overlay_new (self->clock);
  if (self->settings != NULL)
    {
      g_autoptr (GVariant) files = g_settings_get_value (self->settings, KEY);
      brine_overlay_set_files (self->overlay, files);
    }
  brine_editor_overlap_attach (GTK_WINDOW (self), self->overlay);
  g_signal_connect_object (self->overlay, "edited", G_CALLBACK (on_edited_cb), self,
                           G_CONNECT_SWAPPED);
  return self->overlay;
}

void
brine_window_give_overlay (BrineWindow *self, GtkWidget *page)
{
  if (BRINE_IS_CALENDAR_PAGE (page))
    brine_calendar_page_set_overlay (BRINE_CALENDAR_PAGE (page), ensure_overlay (self));
}

/* win.add-calendar: what other programs, and a file chooser that is not there, do by path. */
void
brine_window_add_calendar (BrineWindow *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (brine_overlay_add (ensure_overlay (self), file, &error) == NULL)
    g_info ("A calendar was not added: %s", error->message);
}
