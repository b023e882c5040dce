/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-page-private.h"
#include "brine-format.h"
#include "brine-translate.h"

/* @at: a place in @owner, which gets the focus back. */
static void
open_popover (BrineCalendarPage *self, GtkWidget *owner, GMenuModel *menu, const GdkRectangle *at)
{
  graphene_point_t point = GRAPHENE_POINT_INIT (at->x, at->y);
  graphene_point_t origin;

  if (!gtk_widget_compute_point (owner, GTK_WIDGET (self), &point, &origin))
    return;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  /* Submenus slide in: one in a popover of its own is placed before GTK 4.8 knows its monitor when
   * it was opened by assistive technology, and a critical message tells so. */
  self->popover = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  GdkRectangle place = { origin.x, origin.y, at->width, at->height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  /* What had the focus has it again. */
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (gtk_widget_grab_focus), owner,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* What it was opened on says its tooltip no more. */
  gtk_widget_trigger_tooltip_query (owner);
}

static GMenu *
make_skip_menu (void)
{
  static const BrineSkipReason reasons[] = { BRINE_SKIP_NO_TIME, BRINE_SKIP_ILL, BRINE_SKIP_TRAVEL,
                                             BRINE_SKIP_NOT_TODAY, BRINE_SKIP_OTHER };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (brine_skip_reason_get_name (reasons[i]), NULL);
      g_menu_item_set_action_and_target (item, "occurrence.skip", "s",
                                         brine_skip_reason_to_nick (reasons[i]));
      g_menu_append_item (menu, item);
    }
  return menu;
}

static GMenu *
make_log_menu (BrineOccurrence *occurrence)
{
  GMenu *menu = g_menu_new ();
  BrineState state = brine_occurrence_get_state (occurrence);

  if (state != BRINE_STATE_DONE)
    g_menu_append (menu, brine_practice_get_done_word (brine_occurrence_get_practice (occurrence)),
                   "occurrence.done");
  /* A spontaneous log or a night is there or it is not. */
  if (brine_occurrence_get_item_id (occurrence) != NULL
      && brine_occurrence_get_practice (occurrence) != BRINE_PRACTICE_SLEEP)
    {
      if (state != BRINE_STATE_PARTLY)
        g_menu_append (menu, _ ("Partly"), "occurrence.partly");
      g_autoptr (GMenu) skip = make_skip_menu ();
      g_menu_append_submenu (menu, _ ("Skip"), G_MENU_MODEL (skip));
    }
  if (brine_occurrence_is_logged (occurrence) && brine_occurrence_get_item_id (occurrence) != NULL)
    g_menu_append (menu, _ ("Not Logged"), "occurrence.unlog");
  return menu;
}

static void
append_shift (GMenu *menu, const char *label, int minutes)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "occurrence.shift", "i", minutes);
  g_menu_append_item (menu, item);
}

static GMenu *
make_plan_menu (BrineOccurrence *occurrence)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) move = g_menu_new ();

  if (brine_occurrence_get_item_id (occurrence) != NULL)
    g_menu_append (menu, _ ("Edit…"), "occurrence.edit");
  append_shift (move, _ ("15 Minutes Earlier"), -15);
  append_shift (move, _ ("15 Minutes Later"), 15);
  append_shift (move, _ ("One Day Earlier"), -BRINE_MINUTES_PER_DAY);
  append_shift (move, _ ("One Day Later"), BRINE_MINUTES_PER_DAY);
  g_menu_append_submenu (menu, _ ("Move"), G_MENU_MODEL (move));
  if (brine_occurrence_get_planned (occurrence) != NULL)
    g_menu_append (menu, _ ("Copy"), "calendar.copy");
  return menu;
}

void
brine_calendar_page_open_menu (BrineCalendarPage *self, BrineOccurrence *occurrence,
                               const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) log = make_log_menu (occurrence);
  g_autoptr (GMenu) plan = make_plan_menu (occurrence);
  g_autoptr (GMenu) end = g_menu_new ();

  g_menu_append_section (menu, NULL, G_MENU_MODEL (log));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  g_menu_append (end, _ ("Remove"), "occurrence.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  open_popover (self, self->grid, G_MENU_MODEL (menu), at);
}

static void
append_day (GMenu *menu, const char *label, const char *action, BrineDay day)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", (int)day);
  g_menu_append_item (menu, item);
}

void
brine_calendar_page_open_day_menu (BrineCalendarPage *self, GtkWidget *owner, BrineDay day,
                                   const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_day (menu, _ ("Open Day"), "calendar.open-day", day);
  append_day (menu, _ ("Add…"), "calendar.add-on-day", day);
  g_autoptr (GMenuItem) pause = g_menu_item_new (_ ("Pause…"), NULL);
  g_menu_item_set_action_and_target (pause, "calendar.pause", "(ii)", (int)day, (int)day);
  g_menu_append_item (menu, pause);
  brine_calendar_page_append_copy (menu, day);
  open_popover (self, owner, G_MENU_MODEL (menu), at);
}

static void
append_log (GMenu *menu, const char *label, const BrinePlanItem *item, BrineDay day)
{
  g_autoptr (GMenuItem) entry = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (entry, "calendar.log-quota", "(si)", item->id, (int)day);
  g_menu_append_item (menu, entry);
}

/* Today, when it is shown, and any of the days that are shown and are not ahead. */
static GMenu *
make_quota_log_menu (BrineCalendarPage *self, const BrinePlanItem *item)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) days = g_menu_new ();
  BrineDay today = brine_calendar_page_get_today (self);
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  if (today >= first && today < first + n_days)
    append_log (menu, _ ("Log Today"), item, today);
  for (BrineDay day = first; day < first + n_days && day <= today; day++)
    {
      g_autofree char *label = brine_format_day_relative (day, today);
      append_log (days, label, item, day);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (days)) > 0)
    g_menu_append_submenu (menu, _ ("Log On"), G_MENU_MODEL (days));
  return menu;
}

/* Something to do n times a week on any day. */
void
brine_calendar_page_open_quota (BrineCalendarPage *self, BrineQuotaStatus *status, GtkWidget *chip)
{
  const BrinePlanItem *item = brine_quota_status_get_item (status);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) plan = g_menu_item_new (_ ("Plan At…"), NULL);
  g_autoptr (GMenuItem) edit = g_menu_item_new (_ ("Edit…"), NULL);
  g_autoptr (GMenuItem) removal = g_menu_item_new (_ ("Remove"), NULL);
  g_autoptr (GMenu) log = make_quota_log_menu (self, item);
  GdkRectangle at = { 0, 0, gtk_widget_get_width (chip), gtk_widget_get_height (chip) };

  g_menu_append_section (menu, NULL, G_MENU_MODEL (log));
  g_menu_item_set_action_and_target (plan, "calendar.plan-quota", "s", item->id);
  g_menu_append_item (menu, plan);
  g_menu_item_set_action_and_target (edit, "win.edit-occurrence", "(ss)", item->id, "");
  g_menu_append_item (menu, edit);
  g_menu_item_set_action_and_target (removal, "calendar.remove-item", "(ss)", item->id,
                                     item->title);
  g_menu_append_item (menu, removal);
  open_popover (self, chip, G_MENU_MODEL (menu), &at);
}

/* What has no room: each can be opened; the day view has more room for all of them. */
void
brine_calendar_page_open_more (BrineCalendarPage *self, GPtrArray *occurrences,
                               const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < occurrences->len; i++)
    {
      BrineOccurrence *occurrence = g_ptr_array_index (occurrences, i);
      g_autofree char *time = brine_format_time (brine_occurrence_get_start (occurrence));
      g_autofree char *original =
          brine_local_to_string (brine_occurrence_get_original (occurrence));
      /* Translators: time, title, state: "08:00 Walk, done" */
      g_autofree char *label =
          g_strdup_printf (_ ("%s %s, %s"), time, brine_occurrence_get_local_title (occurrence),
                           brine_state_get_name (brine_occurrence_get_state (occurrence)));
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      if (brine_occurrence_get_item_id (occurrence) != NULL)
        g_menu_item_set_action_and_target (item, "win.edit-occurrence", "(ss)",
                                           brine_occurrence_get_item_id (occurrence), original);
      g_menu_append_item (menu, item);
    }
  open_popover (self, self->grid, G_MENU_MODEL (menu), at);
}
