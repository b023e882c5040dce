/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-view.h"

#include "brine-day-chooser.h"
#include "brine-models.h"
#include "brine-year-foot.h"
#include "brine-year-grid.h"
#include "brine-year-layout.h"
#include "brine-year-words.h"

/*
 * A year: brings the model to the grid of its days, and tells it in a sentence below.
 *
 * CSS: yearview[.narrow] with yeargrid (see BrineYearGrid) and yearfoot (see BrineYearFoot).
 */
struct _BrineYearView
{
  GtkWidget parent_instance;

  GListModel *model;
  int year; /* 0 before the first show */
  BrineDay today;
  BrineCalendarFilter filter;
  BrineYearMeasure measure;
  gboolean show_numbers;
  gboolean narrow;
  BrineYearStats stats;
  guint update_tick;

  GtkWidget *grid;
  GtkWidget *scroller;
  GtkWidget *foot;
};

enum
{
  PROP_0,
  PROP_NARROW,
  PROP_MEASURE,
  PROP_SHOW_NUMBERS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (BrineYearView, brine_year_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (BRINE_TYPE_DAY_CHOOSER, NULL))

/* Rows to days -------------------------------------------------------------------------------- */

static void
update_summary (BrineYearView *self)
{
  g_autofree char *summary = brine_year_words_make_summary (&self->stats, self->measure);

  brine_year_foot_set_summary (BRINE_YEAR_FOOT (self->foot), summary);
}

static void
update (BrineYearView *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  if (self->year == 0)
    return;
  int n_days = brine_year_layout_get_n_days (self->year);
  BrineDay first = brine_year_layout_get_first (self->year);
  g_autofree BrineYearDay *days = g_new0 (BrineYearDay, (gsize)n_days);
  for (int i = 0; i < n_days; i++)
    days[i] = brine_year_day_make (first + i, NULL, self->today, self->filter);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineDaySummary) summary = g_list_model_get_item (self->model, i);
      BrineDay day = brine_day_summary_get_day (summary);

      if (day >= first && day < first + n_days)
        days[day - first] = brine_year_day_make (day, brine_day_summary_get_facts (summary),
                                                 self->today, self->filter);
    }
  brine_year_day_mark_before (days, n_days);
  brine_year_grid_set_days (BRINE_YEAR_GRID (self->grid), days, n_days);
  self->stats = brine_year_stats_make (days, n_days, 0);
  update_summary (self);
}

/* Before the layout of the next frame: several changes make one update, and none is made while
 * nobody looks. */
static gboolean
on_update_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineYearView *self = BRINE_YEAR_VIEW (widget);

  self->update_tick = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (BrineYearView *self)
{
  if (self->update_tick == 0)
    self->update_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_update_tick_cb, NULL, NULL);
}

static void
cancel_update (BrineYearView *self)
{
  if (self->update_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->update_tick);
  self->update_tick = 0;
}

/* Signals of the parts ------------------------------------------------------------------------ */

static void
on_measure_cb (BrineYearView *self, int measure)
{
  brine_year_view_set_measure (self, (BrineYearMeasure)measure);
}

static void
on_numbers_cb (BrineYearView *self, gboolean show_numbers)
{
  brine_year_view_set_show_numbers (self, show_numbers);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_year_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineYearView *self = BRINE_YEAR_VIEW (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_MEASURE:
      g_value_set_int (value, (int)self->measure);
      break;
    case PROP_SHOW_NUMBERS:
      g_value_set_boolean (value, self->show_numbers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_narrow (BrineYearView *self, gboolean narrow)
{
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  brine_year_grid_set_narrow (BRINE_YEAR_GRID (self->grid), narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
brine_year_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineYearView *self = BRINE_YEAR_VIEW (object);

  switch (id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_MEASURE:
      brine_year_view_set_measure (self, (BrineYearMeasure)g_value_get_int (value));
      break;
    case PROP_SHOW_NUMBERS:
      brine_year_view_set_show_numbers (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_year_view_dispose (GObject *object)
{
  BrineYearView *self = BRINE_YEAR_VIEW (object);
  GtkWidget *child;

  brine_year_view_set_model (self, NULL);
  cancel_update (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_year_view_parent_class)->dispose (object);
}

static gboolean
brine_year_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BRINE_YEAR_VIEW (widget)->grid);
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEASURE] =
      g_param_spec_int ("measure", NULL, NULL, BRINE_YEAR_MOOD, BRINE_YEAR_ADHERENCE,
                        BRINE_YEAR_MOOD,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_NUMBERS] =
      g_param_spec_boolean ("show-numbers", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
brine_year_view_class_init (BrineYearViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = brine_year_view_get_property;
  object_class->set_property = brine_year_view_set_property;
  object_class->dispose = brine_year_view_dispose;
  widget_class->grab_focus = brine_year_view_grab_focus;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "yearview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_grid (BrineYearView *self)
{
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  self->grid = brine_year_grid_new ();
  /* The grid scrolls to its cursor itself, once that has its place. */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->grid);
  self->scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                 "vexpand", TRUE, "hexpand", TRUE, "child", viewport, NULL);
  brine_year_grid_set_vadjustment (BRINE_YEAR_GRID (self->grid),
                                   gtk_scrolled_window_get_vadjustment (
                                       GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
brine_year_view_init (BrineYearView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->filter = BRINE_CALENDAR_FILTER_ALL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  add_grid (self);
  self->foot = brine_year_foot_new ();
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
  brine_day_chooser_forward (BRINE_DAY_CHOOSER (self->grid), BRINE_DAY_CHOOSER (self));
  g_signal_connect_object (self->foot, "measure", G_CALLBACK (on_measure_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->foot, "numbers", G_CALLBACK (on_numbers_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
brine_year_view_new (void)
{
  return g_object_new (BRINE_TYPE_YEAR_VIEW, NULL);
}

void
brine_year_view_set_model (BrineYearView *self, GListModel *days)
{
  g_return_if_fail (BRINE_IS_YEAR_VIEW (self));
  g_return_if_fail (days == NULL || G_IS_LIST_MODEL (days));

  if (days == self->model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, queue_update, self);
  g_set_object (&self->model, days);
  if (days == NULL)
    {
      cancel_update (self);
      return;
    }
  g_signal_connect_object (days, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  queue_update (self);
}

void
brine_year_view_show (BrineYearView *self, int year, BrineDay date, BrineDay today,
                      int first_weekday)
{
  g_return_if_fail (BRINE_IS_YEAR_VIEW (self));
  g_return_if_fail (year >= 1 && year <= 9999);
  g_return_if_fail (brine_day_is_valid (date) && brine_day_is_valid (today));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  self->year = year;
  self->today = today;
  brine_year_grid_show (BRINE_YEAR_GRID (self->grid), year, date, today, first_weekday);
  update (self);
}

void
brine_year_view_set_measure (BrineYearView *self, BrineYearMeasure measure)
{
  g_return_if_fail (BRINE_IS_YEAR_VIEW (self));
  g_return_if_fail (measure == BRINE_YEAR_MOOD || measure == BRINE_YEAR_ADHERENCE);

  if (measure == self->measure)
    return;
  self->measure = measure;
  brine_year_grid_set_measure (BRINE_YEAR_GRID (self->grid), measure);
  brine_year_foot_set_measure (BRINE_YEAR_FOOT (self->foot), measure);
  update_summary (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MEASURE]);
}

BrineYearMeasure
brine_year_view_get_measure (BrineYearView *self)
{
  g_return_val_if_fail (BRINE_IS_YEAR_VIEW (self), BRINE_YEAR_MOOD);

  return self->measure;
}

void
brine_year_view_set_show_numbers (BrineYearView *self, gboolean show_numbers)
{
  g_return_if_fail (BRINE_IS_YEAR_VIEW (self));

  if (show_numbers == self->show_numbers)
    return;
  self->show_numbers = show_numbers;
  brine_year_grid_set_show_numbers (BRINE_YEAR_GRID (self->grid), show_numbers);
  brine_year_foot_set_show_numbers (BRINE_YEAR_FOOT (self->foot), show_numbers);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_NUMBERS]);
}

gboolean
brine_year_view_get_show_numbers (BrineYearView *self)
{
  g_return_val_if_fail (BRINE_IS_YEAR_VIEW (self), FALSE);

  return self->show_numbers;
}

void
brine_year_view_set_filter (BrineYearView *self, BrineCalendarFilter filter)
{
  g_return_if_fail (BRINE_IS_YEAR_VIEW (self));

  if (brine_calendar_filter_compare (self->filter, filter) == BRINE_FILTER_SAME)
    return;
  self->filter = filter;
  queue_update (self);
}
