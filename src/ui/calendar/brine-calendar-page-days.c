/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-calendar-beside.h"

/*
 * Which days are shown. The models go to the days of the date and the view first; the pane follows
 * when the rows are there, so that nothing flickers, and another view fades in whole.
 */

static const BrineCalendarPane *
get_pane (BrineCalendarView view)
{
  static const BrineCalendarPane *const panes[BRINE_CALENDAR_N_VIEWS] = {
    [BRINE_CALENDAR_DAY] = &brine_calendar_hours,
    [BRINE_CALENDAR_WEEK] = &brine_calendar_hours,
    [BRINE_CALENDAR_MONTH] = &brine_calendar_month,
    [BRINE_CALENDAR_YEAR] = &brine_calendar_year,
  };

  return panes[view];
}

void
brine_calendar_page_get_loaded_days (BrineCalendarPage *self, BrineDay *out_first,
                                     BrineDay *out_last)
{
  get_pane (self->view)->get_days (self, out_first, out_last);
}

GtkWidget *
brine_calendar_page_get_focus (BrineCalendarPage *self)
{
  return self->pane != NULL ? self->pane->get_focus (self) : self->grid;
}

static BrineDay
get_civil_today (BrineCalendarPage *self)
{
  BrineStore *store = brine_history_get_store (self->history);

  return brine_clock_get_today (self->clock, brine_store_get_day_start_minutes (store));
}

/* The day on which something without a time is logged: today, when it is shown. */
BrineDay
brine_calendar_page_get_log_day (BrineCalendarPage *self)
{
  BrineDay today = get_civil_today (self);

  return brine_calendar_page_has_day (self, today) ? today : self->date;
}

void
brine_calendar_page_get_range (BrineCalendarPage *self, BrineDay *out_first, int *out_n_days)
{
  g_return_if_fail (BRINE_IS_CALENDAR_PAGE (self));

  brine_calendar_range_get (self->view, self->date, self->first_weekday, self->narrow, out_first,
                            out_n_days);
}

gboolean
brine_calendar_page_has_day (BrineCalendarPage *self, BrineDay day)
{
  BrineDay first;
  int n_days;

  brine_calendar_page_get_range (self, &first, &n_days);
  return day >= first && day < first + n_days;
}

/* Where the hours are drawn the clock on the wall tells the day; what only counts goes by the civil
 * day, which lasts into the night. */
BrineDay
brine_calendar_page_get_today (BrineCalendarPage *self)
{
  if (get_pane (self->view) == &brine_calendar_hours)
    return brine_clock_get_local (self->clock).day;
  return get_civil_today (self);
}

BrineDaySummary *
brine_calendar_page_find_summary (BrineCalendarPage *self, BrineDay day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->days));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (G_LIST_MODEL (self->days), i);
      if (brine_day_summary_get_day (summary) == day)
        return g_steal_pointer (&summary);
    }
  return NULL;
}

/* Panes --------------------------------------------------------------------------------------- */

static gboolean
is_loading (BrineCalendarPage *self, const BrineCalendarPane *pane)
{
  return (pane->lists && brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->agenda)))
         || brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->days));
}

static void
raise_pane (BrineCalendarPage *self, const BrineCalendarPane *pane)
{
  const BrineCalendarPane *before = self->pane;
  gboolean let_go = self->pane_let_go;

  self->pane_let_go = FALSE;
  if (before == pane)
    {
      if (let_go)
        pane->wake (self);
      return;
    }
  self->pane = pane;
  if (gtk_stack_get_child_by_name (GTK_STACK (self->stack), pane->name) == NULL)
    gtk_stack_add_named (GTK_STACK (self->stack), pane->build (self), pane->name);
  if (before != NULL)
    before->rest (self);
  pane->wake (self);
}

void
brine_calendar_page_show_days (BrineCalendarPage *self)
{
  if (self->pane == NULL)
    return;
  self->shown_today = brine_calendar_page_get_today (self);
  brine_calendar_page_show_strip (self);
  self->pane->show (self);
}

/* Shows the days whose rows are there now. */
static void
adopt_days (BrineCalendarPage *self)
{
  const BrineCalendarPane *pane = get_pane (self->view);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (GTK_ROOT (root)) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, self->stack);

  self->days_stale = FALSE;
  raise_pane (self, pane);
  brine_calendar_page_show_days (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), pane->name);
  brine_calendar_page_update_actions (self);
  if (had_focus && !gtk_widget_get_child_visible (focus))
    gtk_widget_grab_focus (pane->get_focus (self));
}

static void
on_loading_cb (GObject *model, GParamSpec *pspec, BrineCalendarPage *self)
{
  const BrineCalendarPane *pane = get_pane (self->view);

  if (is_loading (self, pane))
    return;
  if (self->days_stale)
    adopt_days (self);
  else if (model == G_OBJECT (self->agenda) && !pane->follows)
    brine_calendar_page_show_days (self);
}

static void
on_days_changed_cb (GListModel *model, guint position, guint removed, guint added,
                    BrineCalendarPage *self)
{
  if (!self->days_stale && self->pane != NULL && !self->pane->follows)
    brine_calendar_page_show_days (self);
}

void
brine_calendar_page_load_days (BrineCalendarPage *self)
{
  const BrineCalendarPane *pane = get_pane (self->view);
  BrineDay first, last;

  self->days_stale = TRUE;
  if (self->pane != NULL && self->pane != pane && !self->pane_let_go)
    {
      self->pane->let_go (self);
      self->pane_let_go = TRUE;
    }
  pane->get_days (self, &first, &last);
  /* A night counts for the day of waking and a late hour for the day before: one day more on each
   * side has everything that can be seen. A pane without occurrences asks for none. */
  if (pane->lists)
    brine_agenda_model_set_range (self->agenda, first - 1, last + 1);
  brine_day_model_set_range (self->days, first, last);
  brine_calendar_page_load_beside (self);
  brine_calendar_page_show_period (self);
  if (!is_loading (self, pane))
    adopt_days (self);
}

void
brine_calendar_page_bind_models (BrineCalendarPage *self)
{
  BrineStore *store = brine_history_get_store (self->history);

  self->agenda = brine_agenda_model_new (store, self->clock);
  self->days = brine_day_model_new (store, self->clock);
  self->quotas = brine_quota_model_new (store, self->clock);
  g_signal_connect_object (self->agenda, "notify::loading", G_CALLBACK (on_loading_cb), self, 0);
  g_signal_connect_object (self->days, "notify::loading", G_CALLBACK (on_loading_cb), self, 0);
  g_signal_connect_object (self->days, "items-changed", G_CALLBACK (on_days_changed_cb), self, 0);
  brine_calendar_page_bind_filter (self);
}
