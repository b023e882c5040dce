/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-editor-actions.h"

#include <glib/gi18n.h>

#include "brine-item-editor.h"
#include "brine-template-actions.h"

/* What the actions work with; owned by the actions of the window. */
typedef struct
{
  GtkApplicationWindow *window; /* borrowed: it owns the actions */
  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
} Editing;

/* An item on its way from the disk to the form. */
typedef struct
{
  GWeakRef window;
  BrineHistory *history;
  BrineClock *clock;
  BrineCatalogue *catalogue;
  BrineLocal original;
  gboolean has_original;
} Opening;

static void
editing_free (gpointer data, GClosure *closure)
{
  Editing *editing = data;

  g_object_unref (editing->history);
  g_object_unref (editing->clock);
  g_clear_object (&editing->catalogue);
  g_free (editing);
}

static void
opening_free (Opening *opening)
{
  g_weak_ref_clear (&opening->window);
  g_object_unref (opening->history);
  g_object_unref (opening->clock);
  g_clear_object (&opening->catalogue);
  g_free (opening);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opening, opening_free)

gboolean
brine_editor_parse_start (const char *text, BrineLocal *out_start, int *out_minutes)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out_start != NULL && out_minutes != NULL, FALSE);

  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  BrineLocal start;
  guint64 minutes = 0;

  if (parts[0] == NULL || !brine_local_parse (parts[0], &start))
    return FALSE;
  if (parts[1] != NULL)
    {
      gsize length = strlen (parts[1]);
      if (length < 4 || !g_str_has_prefix (parts[1], "PT") || parts[1][length - 1] != 'M')
        return FALSE;
      parts[1][length - 1] = '\0';
      if (!g_ascii_string_to_unsigned (parts[1] + 2, 10, 1, BRINE_MINUTES_PER_DAY, &minutes, NULL))
        return FALSE;
    }
  *out_start = start;
  *out_minutes = (int)minutes;
  return TRUE;
}

static void
on_add_item (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Editing *editing = data;
  BrineLocal now = brine_clock_get_local (editing->clock);
  BrineLocal start = brine_local_add_seconds (now, 3600 - now.second % 3600);
  int minutes = 0;

  brine_editor_parse_start (g_variant_get_string (parameter, NULL), &start, &minutes);
  BrineItemEditor *editor =
      brine_item_editor_new (editing->history, editing->clock, editing->catalogue, NULL, start);
  if (minutes > 0)
    brine_item_editor_set_minutes (editor, minutes);
  brine_item_editor_present (editor, GTK_WIDGET (editing->window));
}

static void
show_missing (GtkWindow *window)
{
  GtkWidget *dialog =
      adw_message_dialog_new (window, _ ("This Entry Is Gone"),
                              _ ("It is no longer in the plan, so it cannot be edited."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_item_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Opening) opening = data;
  g_autoptr (BrinePlanItem) item =
      brine_store_load_item_finish (BRINE_STORE (source), result, NULL);
  g_autoptr (GtkWindow) window = g_weak_ref_get (&opening->window);

  if (window == NULL)
    return;
  if (item == NULL)
    {
      show_missing (window);
      return;
    }
  brine_item_editor_present (brine_item_editor_new (opening->history, opening->clock,
                                                    opening->catalogue, item,
                                                    opening->has_original ? opening->original
                                                                          : item->start),
                             GTK_WIDGET (window));
}

static void
on_edit_occurrence (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Editing *editing = data;
  const char *id, *original;
  Opening *opening = g_new0 (Opening, 1);

  g_variant_get (parameter, "(&s&s)", &id, &original);
  g_weak_ref_init (&opening->window, editing->window);
  opening->history = g_object_ref (editing->history);
  opening->clock = g_object_ref (editing->clock);
  g_set_object (&opening->catalogue, editing->catalogue);
  opening->has_original = brine_local_parse (original, &opening->original);
  brine_store_load_item_async (brine_history_get_store (editing->history), id, NULL,
                               on_item_loaded_cb, opening);
}

static Editing *
editing_new (GtkApplicationWindow *window, BrineHistory *history, BrineClock *clock,
             BrineCatalogue *catalogue)
{
  Editing *editing = g_new0 (Editing, 1);

  editing->window = window;
  editing->history = g_object_ref (history);
  editing->clock = g_object_ref (clock);
  g_set_object (&editing->catalogue, catalogue);
  return editing;
}

void
brine_editor_actions_add (GtkApplicationWindow *window, BrineHistory *history, BrineClock *clock,
                          BrineCatalogue *catalogue)
{
  static const struct
  {
    const char *name;
    const char *type;
    GCallback activate;
  } actions[] = {
    { "add-item", "s", G_CALLBACK (on_add_item) },
    { "edit-occurrence", "(ss)", G_CALLBACK (on_edit_occurrence) },
  };

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (BRINE_IS_HISTORY (history));
  g_return_if_fail (BRINE_IS_CLOCK (clock));
  g_return_if_fail (catalogue == NULL || BRINE_IS_CATALOGUE (catalogue));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (actions[i].name, G_VARIANT_TYPE (actions[i].type));
      g_signal_connect_data (action, "activate", actions[i].activate,
                             editing_new (window, history, clock, catalogue), editing_free, 0);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
  brine_template_actions_add (window, history, clock);
}
