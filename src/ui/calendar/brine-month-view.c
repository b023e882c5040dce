/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-view.h"

#include "brine-day-chooser.h"
#include "brine-models.h"
#include "brine-month-grid.h"
#include "brine-month-layout.h"
#include "brine-month-list.h"

/*
 * A month: brings the models to the cells of the grid, and in the narrow form the chosen day's
 * entries to the list below.
 *
 * CSS: monthview[.narrow] with monthgrid (see BrineMonthGrid) and monthlist.
 */
struct _BrineMonthView
{
  GtkWidget parent_instance;

  GListModel *days;
  GListModel *agenda;
  GListModel *busy;
  BrineDay date;  /* that is chosen */
  BrineDay shown; /* whose month is shown */
  BrineDay today;
  BrineCalendarFilter filter;
  gboolean narrow;
  guint update_tick;

  GtkWidget *grid;
  GtkWidget *scroller; /* of the list */
  GtkWidget *list;
  GPtrArray *listed; /* element-type BrineOccurrence or BrineBusy: what the list shows */
  BrineDay listed_day;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineMonthView, brine_month_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_DAY_CHOOSER, NULL))

/* Rows to cells ------------------------------------------------------------------------------- */

/* One slot a day shown. */
typedef struct
{
  BrineDaySummary *summary; /* borrowed from the model, so the next */
  BrineOccurrence *event;
  int n_events;
} DaySlot;

static void
collect_days (BrineMonthView *self, DaySlot *slots, BrineDay first, int n_days)
{
  guint n = self->days != NULL ? g_list_model_get_n_items (self->days) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (self->days, i);
      BrineDay day = brine_day_summary_get_day (summary);

      if (day >= first && day < first + n_days)
        slots[day - first].summary = summary;
    }
}

/* What a day is about: the first thing of the user's own. */
static void
collect_events (BrineMonthView *self, DaySlot *slots, BrineDay first, int n_days)
{
  guint n = self->agenda != NULL ? g_list_model_get_n_items (self->agenda) : 0;

  if ((self->filter.practices & 1u << BRINE_PRACTICE_OWN) == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (self->agenda, i);
      BrineDay day = brine_occurrence_get_day (occurrence);

      if (brine_occurrence_get_practice (occurrence) != BRINE_PRACTICE_OWN || day < first
          || day >= first + n_days)
        continue;
      if (slots[day - first].n_events++ == 0)
        slots[day - first].event = occurrence;
    }
}

static void
show_busy (BrineMonthView *self, BrineDay first, int n_days)
{
  BrineMonthBusy busy[BRINE_MONTH_MAX_DAYS] = { 0 };

  brine_month_busy_collect (self->busy, first, n_days, busy);
  for (int i = 0; i < n_days; i++)
    {
      brine_month_grid_take_busy (BRINE_MONTH_GRID (self->grid), i, &busy[i]);
      brine_month_busy_clear (&busy[i]);
    }
}

/* Of one another, by their start. */
static int
compare_listed (gconstpointer a, gconstpointer b)
{
  return brine_local_compare (brine_month_list_get_start (*(gpointer const *)a),
                              brine_month_list_get_start (*(gpointer const *)b));
}

/* Puts what other calendars hold on the chosen day among @rows. Returns: what is left out. */
static guint
list_busy (BrineMonthView *self, GPtrArray *rows)
{
  BrineMonthBusy busy = { 0 };
  guint n_more = 0;

  brine_month_busy_collect (self->busy, self->date, 1, &busy);
  if (busy.n > 0)
    {
      n_more = busy.n - busy.rows->len;
      for (guint i = 0; i < busy.rows->len; i++)
        g_ptr_array_insert (rows, (int)i, g_object_ref (busy.rows->pdata[i]));
      g_ptr_array_sort (rows, compare_listed);
    }
  brine_month_busy_clear (&busy);
  return n_more;
}

static gboolean
same_rows (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
update_list (BrineMonthView *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->agenda != NULL ? g_list_model_get_n_items (self->agenda) : 0;
  guint n_more;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (self->agenda, i);
      if (brine_occurrence_get_day (occurrence) == self->date)
        g_ptr_array_add (rows, g_steal_pointer (&occurrence));
    }
  n_more = list_busy (self, rows);
  if (self->listed_day == self->date && same_rows (self->listed, rows))
    return;
  if (self->listed_day != self->date)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                  GTK_SCROLLED_WINDOW (self->scroller)),
                              0);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  self->listed = g_ptr_array_ref (rows);
  self->listed_day = self->date;
  brine_month_list_show (BRINE_MONTH_LIST (self->list), self->date, self->today, rows, n_more);
}

static void
update (BrineMonthView *self)
{
  DaySlot slots[BRINE_MONTH_MAX_DAYS] = { 0 };
  BrineDay first;
  int n_days, month;

  if (!brine_day_is_valid (self->shown))
    return;
  brine_month_grid_get_days (BRINE_MONTH_GRID (self->grid), &first, &n_days);
  brine_day_get_ymd (self->shown, NULL, &month, NULL);
  collect_days (self, slots, first, n_days);
  collect_events (self, slots, first, n_days);
  for (int i = 0; i < n_days; i++)
    {
      const BrineDayFacts *facts =
          slots[i].summary != NULL ? brine_day_summary_get_facts (slots[i].summary) : NULL;
      BrineMonthDay day = brine_month_day_make (first + i, facts, self->today, month, self->filter);
      brine_month_grid_set_day (BRINE_MONTH_GRID (self->grid), i, &day, slots[i].event,
                                slots[i].n_events);
    }
  show_busy (self, first, n_days);
  if (self->narrow)
    update_list (self);
}

/* Before the layout of the next frame: several changes make one update, and none is made while
 * nobody looks. */
static gboolean
on_update_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineMonthView *self = BRINE_MONTH_VIEW (widget);

  self->update_tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (BrineMonthView *self)
{
  if (self->update_tick == 0)
    self->update_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_update_tick_cb, NULL, NULL);
}

static void
cancel_update (BrineMonthView *self)
{
  if (self->update_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_tick);
  self->update_tick = 0;
}

static void
set_model (BrineMonthView *self, GListModel **slot, GListModel *model)
{
  if (*slot == model)
    return;
  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, queue_update, self);
  g_set_object (slot, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (queue_update), self,
                             G_CONNECT_SWAPPED);
}

/* Signals of the grid ------------------------------------------------------------------------- */

static void
on_select_day_cb (BrineMonthView *self, int day)
{
  self->date = day;
  if (self->narrow)
    queue_update (self);
}

static void
on_open_cb (BrineMonthView *self)
{
  brine_day_chooser_emit_activate (BRINE_DAY_CHOOSER (self), self->date);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_month_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    g_value_set_boolean (value, BRINE_MONTH_VIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_narrow (BrineMonthView *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  brine_month_grid_set_narrow (BRINE_MONTH_GRID (self->grid), narrow);
  gtk_widget_set_vexpand (self->grid, !narrow);
  gtk_widget_set_visible (self->scroller, narrow);
  queue_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
brine_month_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_NARROW)
    set_narrow (BRINE_MONTH_VIEW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
brine_month_view_dispose (GObject *object)
{
  BrineMonthView *self = BRINE_MONTH_VIEW (object);
  GtkWidget *child;

  cancel_update (self);
  set_model (self, &self->days, NULL);
  set_model (self, &self->agenda, NULL);
  set_model (self, &self->busy, NULL);
  g_clear_pointer (&self->listed, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_month_view_parent_class)->dispose (object);
}

static gboolean
brine_month_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRINE_MONTH_VIEW (widget)->grid);
}

static void
brine_month_view_class_init (BrineMonthViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_month_view_get_property;
  object_class->set_property = brine_month_view_set_property;
  object_class->dispose = brine_month_view_dispose;
  widget_class->grab_focus = brine_month_view_grab_focus;
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
brine_month_view_init (BrineMonthView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->date = BRINE_DAY_INVALID;
  self->shown = BRINE_DAY_INVALID;
  self->listed_day = BRINE_DAY_INVALID;
  self->filter = BRINE_CALENDAR_FILTER_ALL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->grid = brine_month_grid_new ();
  gtk_widget_set_hexpand (self->grid, TRUE);
  gtk_widget_set_vexpand (self->grid, TRUE);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->list = brine_month_list_new ();
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "visible", FALSE, "child", self->list, NULL);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->grid, "select-day", G_CALLBACK (on_select_day_cb), self,
                           G_CONNECT_SWAPPED);
  brine_day_chooser_forward (BRINE_DAY_CHOOSER (self->grid), BRINE_DAY_CHOOSER (self));
  g_signal_connect_object (self->list, "open", G_CALLBACK (on_open_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
brine_month_view_new (void)
{
  return g_object_new (BRINE_TYPE_MONTH_VIEW, NULL);
}

void
brine_month_view_get_range (BrineDay date, int first_weekday, BrineDay *out_first, int *out_n_days)
{
  brine_month_layout_get_range (date, first_weekday, out_first, out_n_days);
}

void
brine_month_view_set_models (BrineMonthView *self, GListModel *days, GListModel *agenda)
{
  g_return_if_fail (BRINE_IS_MONTH_VIEW (self));
  g_return_if_fail (days == NULL || G_IS_LIST_MODEL (days));
  g_return_if_fail (agenda == NULL || G_IS_LIST_MODEL (agenda));

  set_model (self, &self->days, days);
  set_model (self, &self->agenda, agenda);
  if (days == NULL && agenda == NULL)
    cancel_update (self);
  else
    queue_update (self);
}

void
brine_month_view_set_busy (BrineMonthView *self, GListModel *busy)
{
  g_return_if_fail (BRINE_IS_MONTH_VIEW (self));
  g_return_if_fail (busy == NULL || G_IS_LIST_MODEL (busy));

  set_model (self, &self->busy, busy);
  if (busy != NULL)
    queue_update (self);
}

void
brine_month_view_show (BrineMonthView *self, BrineDay date, BrineDay today, int first_weekday)
{
  g_return_if_fail (BRINE_IS_MONTH_VIEW (self));
  g_return_if_fail (brine_day_is_valid (date));
  g_return_if_fail (brine_day_is_valid (today));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  self->date = date;
  self->shown = date;
  self->today = today;
  brine_month_grid_show (BRINE_MONTH_GRID (self->grid), date, today, first_weekday);
  update (self);
}

void
brine_month_view_set_filter (BrineMonthView *self, BrineCalendarFilter filter)
{
  g_return_if_fail (BRINE_IS_MONTH_VIEW (self));

  if (brine_calendar_filter_compare (self->filter, filter) == BRINE_FILTER_SAME)
    return;
  self->filter = filter;
  queue_update (self);
}
