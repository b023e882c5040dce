/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-page-private.h"
#include "brine-format.h"
#include "brine-plan-clip.h"

/*
 * calendar.copy, .copy-day, .copy-week, .paste, .save-template, .apply-template: days of the plan
 * put somewhere else. What is copied is loaded anew, so that a filter hides nothing from it.
 */

#define DAYS_PER_WEEK 7

/* The day of the cursor, or of the date where a view has no hours. */
static BrineDay
get_focused_day (BrineCalendarPage *self)
{
  if (self->pane != NULL && self->pane != &brine_calendar_hours)
    return self->date;
  return brine_hour_grid_get_cursor (BRINE_HOUR_GRID (self->grid)).day;
}

static BrineDay
get_week (BrineCalendarPage *self, BrineDay day)
{
  return brine_day_get_week_start (day, self->first_weekday);
}

static void
tell (BrineCalendarPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", text);
}

/* Copying ---------------------------------------------------------------------------------- */

typedef struct
{
  BrineCalendarPage *page; /* held until it is answered */
  BrinePlanClip *clip;     /* of a paste, else NULL */
  BrineDay first;
  int n_days;
} Transfer;

static Transfer *
transfer_new (BrineCalendarPage *self, BrineDay first, int n_days)
{
  Transfer *transfer = g_new0 (Transfer, 1);

  transfer->page = g_object_ref (self);
  transfer->first = first;
  transfer->n_days = n_days;
  return transfer;
}

static void
transfer_free (Transfer *transfer)
{
  g_object_unref (transfer->page);
  g_clear_object (&transfer->clip);
  g_free (transfer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, transfer_free)

static void
load_days (Transfer *transfer, GAsyncReadyCallback callback)
{
  brine_store_load_agenda_async (brine_history_get_store (transfer->page->history), transfer->first,
                                 transfer->first + transfer->n_days - 1,
                                 brine_clock_get_local (transfer->page->clock), NULL, callback,
                                 transfer);
}

static void
copy (BrineCalendarPage *self, GPtrArray *occurrences, BrineDay first, int n_days)
{
  g_autoptr (BrinePlanClip) clip = brine_plan_clip_new (occurrences, first, n_days);
  int n = (int)brine_plan_clip_get_entries (clip)->len;

  if (n == 0)
    {
      tell (self, _ ("Nothing is planned there"));
      return;
    }
  g_autofree char *text =
      /* Translators: toast; how many entries of the plan are on the clipboard */
      g_strdup_printf (ngettext ("%d entry copied", "%d entries copied", n), n);
  brine_plan_clip_copy (clip, GTK_WIDGET (self));
  tell (self, text);
}

static void
on_copy_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GPtrArray) occurrences =
      brine_store_load_agenda_finish (BRINE_STORE (source), result, NULL);

  if (occurrences != NULL)
    copy (transfer->page, occurrences, transfer->first, transfer->n_days);
}

static void
copy_one (BrineCalendarPage *self, BrineOccurrence *occurrence)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, occurrence);
  copy (self, one, brine_occurrence_get_day (occurrence), 1);
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  gboolean hours = self->pane == NULL || self->pane == &brine_calendar_hours;
  BrineOccurrence *selected =
      hours ? brine_hour_grid_get_selected (BRINE_HOUR_GRID (self->grid)) : NULL;

  if (selected != NULL)
    copy_one (self, selected);
  else
    load_days (transfer_new (self, get_focused_day (self), 1), on_copy_loaded_cb);
}

static void
on_copy_day (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  load_days (transfer_new (self, g_variant_get_int32 (parameter), 1), on_copy_loaded_cb);
}

static void
copy_week (BrineCalendarPage *self, BrineDay day)
{
  load_days (transfer_new (self, get_week (self, day), DAYS_PER_WEEK), on_copy_loaded_cb);
}

static gboolean
on_copy_week_key (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  copy_week (self, get_focused_day (self));
  return TRUE;
}

static void
on_copy_week (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy_week (BRINE_CALENDAR_PAGE (widget), g_variant_get_int32 (parameter));
}

/* Pasting ---------------------------------------------------------------------------------- */

static char *
make_paste_label (Transfer *transfer, int n)
{
  BrineDay today = brine_calendar_page_get_today (transfer->page);
  g_autofree char *where =
      transfer->n_days == 1
          ? brine_format_day_medium (transfer->first, today)
          : brine_format_day_range (transfer->first, transfer->first + transfer->n_days - 1, today);

  /* Translators: toast; how many entries, and a day or the days of a week: "8 entries copied to
   * Fri 20 November" */
  return g_strdup_printf (ngettext ("%d entry copied to %s", "%d entries copied to %s", n), n,
                          where);
}

static void
add_items (BrineHistory *history, const char *label, GPtrArray *items)
{
  BrineChange *change = brine_change_new ();

  for (guint i = 0; i < items->len; i++)
    brine_change_put_copy (change, items->pdata[i]);
  brine_history_apply (history, label, change);
}

static void
on_paste_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GPtrArray) occurrences =
      brine_store_load_agenda_finish (BRINE_STORE (source), result, NULL);

  if (occurrences == NULL)
    return;

  g_autoptr (GArray) there = brine_plan_clip_collect_slots (occurrences);
  g_autoptr (GPtrArray) items =
      brine_plan_paste (brine_plan_clip_get_entries (transfer->clip), transfer->first, there);
  g_autofree char *label = make_paste_label (transfer, (int)items->len);

  if (items->len == 0)
    tell (transfer->page, _ ("All of it is planned there already"));
  else
    add_items (transfer->page->history, label, items);
}

static void
paste (BrineCalendarPage *self, BrineDay day)
{
  g_autoptr (BrinePlanClip) clip = brine_plan_clip_paste (GTK_WIDGET (self));
  int n_days = clip != NULL ? brine_plan_clip_get_n_days (clip) : 0;

  if (clip == NULL)
    {
      tell (self, _ ("Copy an entry, a day or a week first"));
      return;
    }
  Transfer *transfer =
      transfer_new (self, n_days == DAYS_PER_WEEK ? get_week (self, day) : day, n_days);
  transfer->clip = g_steal_pointer (&clip);
  load_days (transfer, on_paste_loaded_cb);
}

static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  paste (BRINE_CALENDAR_PAGE (widget), g_variant_get_int32 (parameter));
}

static gboolean
on_paste_key (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);

  paste (self, get_focused_day (self));
  return TRUE;
}

/* Templates: the window has their dialogs. --------------------------------------------------- */

static void
on_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (widget);
  const char *action =
      g_str_equal (name, "calendar.save-template") ? "win.save-template" : "win.apply-template";

  gtk_widget_activate_action (widget, action, "i",
                              (int)get_week (self, g_variant_get_int32 (parameter)));
}

/* The menu ----------------------------------------------------------------------------------- */

static void
append_day (GMenu *menu, const char *label, const char *action, BrineDay day)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", (int)day);
  g_menu_append_item (menu, item);
}

void
brine_calendar_page_append_copy (GMenu *menu, BrineDay day)
{
  g_autoptr (GMenu) days = g_menu_new ();
  g_autoptr (GMenu) templates = g_menu_new ();

  append_day (days, _ ("Copy Day"), "calendar.copy-day", day);
  append_day (days, _ ("Copy Week"), "calendar.copy-week", day);
  append_day (days, _ ("Paste Here"), "calendar.paste", day);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (days));
  append_day (templates, _ ("Use This Week as Template…"), "calendar.save-template", day);
  append_day (templates, _ ("Apply Template…"), "calendar.apply-template", day);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (templates));
}

void
brine_calendar_page_install_copy (GtkWidgetClass *widget_class)
{
  static const BrineCalendarAction actions[] = {
    { "calendar.copy", NULL, on_copy },
    { "calendar.copy-day", "i", on_copy_day }, /* BrineDay, so for the rest */
    { "calendar.copy-week", "i", on_copy_week },
    { "calendar.paste", "i", on_paste },
    { "calendar.save-template", "i", on_template },
    { "calendar.apply-template", "i", on_template },
  };

  brine_calendar_page_install_table (widget_class, actions, G_N_ELEMENTS (actions));
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "calendar.copy",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                on_copy_week_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, on_paste_key, NULL);
}
