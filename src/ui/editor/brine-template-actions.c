/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-template-actions.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-plan-clip.h"
#include "brine-template-dialog.h"

#define DAYS_PER_WEEK 7

/* What the actions work with; owned by the actions of the window. */
typedef struct
{
  GtkApplicationWindow *window; /* borrowed: it owns the actions */
  BrineHistory *history;
  BrineClock *clock;
} Planning;

static void
planning_free (gpointer data, GClosure *closure)
{
  Planning *planning = data;

  g_object_unref (planning->history);
  g_object_unref (planning->clock);
  g_free (planning);
}

/* A week on its way to be a template. */
typedef struct
{
  GWeakRef window;
  BrineHistory *history;
  BrineClock *clock;
  BrineDay first;
  GPtrArray *entries; /* BrinePlanEntry; NULL until they are loaded */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_weak_ref_clear (&saving->window);
  g_object_unref (saving->history);
  g_object_unref (saving->clock);
  g_clear_pointer (&saving->entries, g_ptr_array_unref);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
on_named_cb (const char *name, gpointer data)
{
  Saving *saving = data;
  g_autoptr (BrineTemplate) template = brine_template_new (name);
  BrineChange *change = brine_change_new ();
  /* Translators: toast; %s is the name of a template */
  g_autofree char *label = g_strdup_printf (_ ("Template “%s” saved"), name);

  g_ptr_array_unref (template->entries);
  template->entries = g_steal_pointer (&saving->entries);
  brine_change_put_template (change, template);
  brine_history_apply (saving->history, label, change);
}

static void
ask_name (Saving *saving, GtkWindow *window)
{
  BrineDay today = brine_clock_get_local (saving->clock).day;
  int n = (int)saving->entries->len;
  g_autofree char *days =
      brine_format_day_range (saving->first, saving->first + DAYS_PER_WEEK - 1, today);
  /* Translators: how many entries, and the days of a week: "21 entries of 16–22 November" */
  g_autofree char *body =
      g_strdup_printf (ngettext ("%d entry of %s", "%d entries of %s", n), n, days);

  brine_template_ask_name (window, _ ("Use This Week as Template"), body, "", _ ("_Save"),
                           on_named_cb, saving, saving_free);
}

static void
on_week_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GPtrArray) occurrences =
      brine_store_load_agenda_finish (BRINE_STORE (source), result, NULL);
  g_autoptr (GtkWindow) window = g_weak_ref_get (&saving->window);

  if (occurrences == NULL || window == NULL)
    return;

  g_autoptr (GArray) slots = brine_plan_clip_collect_slots (occurrences);
  saving->entries = brine_plan_copy_days (slots, saving->first, DAYS_PER_WEEK);
  brine_plan_entries_to_weekdays (saving->entries, saving->first);
  if (saving->entries->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.tell", "s",
                                _ ("Nothing is planned in this week"));
  else
    ask_name (g_steal_pointer (&saving), window);
}

static void
on_save_template (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Planning *planning = data;
  Saving *saving = g_new0 (Saving, 1);

  g_weak_ref_init (&saving->window, planning->window);
  saving->history = g_object_ref (planning->history);
  saving->clock = g_object_ref (planning->clock);
  saving->first = g_variant_get_int32 (parameter);
  brine_store_load_agenda_async (brine_history_get_store (planning->history), saving->first,
                                 saving->first + DAYS_PER_WEEK - 1,
                                 brine_clock_get_local (planning->clock), NULL, on_week_loaded_cb,
                                 saving);
}

static void
on_apply_template (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Planning *planning = data;

  gtk_window_present (
      GTK_WINDOW (brine_template_window_new (GTK_WINDOW (planning->window), planning->history,
                                             planning->clock, g_variant_get_int32 (parameter))));
}

void
brine_template_actions_add (GtkApplicationWindow *window, BrineHistory *history, BrineClock *clock)
{
  static const struct
  {
    const char *name;
    GCallback activate;
  } actions[] = {
    { "save-template", G_CALLBACK (on_save_template) },
    { "apply-template", G_CALLBACK (on_apply_template) },
  };

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (window));
  g_return_if_fail (BRINE_IS_HISTORY (history));
  g_return_if_fail (BRINE_IS_CLOCK (clock));

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autoptr (GSimpleAction) action =
          g_simple_action_new (actions[i].name, G_VARIANT_TYPE_INT32);
      Planning *planning = g_new0 (Planning, 1);

      *planning = (Planning){ window, g_object_ref (history), g_object_ref (clock) };
      g_signal_connect_data (action, "activate", actions[i].activate, planning, planning_free, 0);
      g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
    }
}
