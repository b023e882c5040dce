/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-list.h"

#include "brine-control-row.h"
#include "brine-day-group.h"
#include "brine-format.h"
#include "brine-night-dialog.h"
#include "brine-practice-icon.h"

#include <glib/gi18n.h>

#define NOON_MINUTE (12 * 60)
#define EVENING_MINUTE (18 * 60)

/* A day may have thirty rows, of which a window shows ten: to make, style and lay them out all at
 * once takes longer than a frame. */
#define FIRST_ROWS 8
#define ROWS_A_TURN 4
#define TURN_MS 16

/**
 * BrineDayList:
 *
 * The occurrences of one day in their parts, from a model that follows the diary; above them a row
 * that asks for the night when none is planned or logged. The rows of a long day come bit by bit.
 */
struct _BrineDayList
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineAgendaModel *agenda;
  BrineDay day;
  gboolean fold_next;                   /* when the rows of a new day arrive */
  guint update_source;                  /* owned: one update for a burst of changes */
  guint fill_source;                    /* owned: more rows are to come */
  GtkWidget *night;                     /* NULL until it was missing */
  GtkWidget *groups[BRINE_N_DAY_PARTS]; /* by BrineDayPart */
};

G_DEFINE_FINAL_TYPE (BrineDayList, brine_day_list, ADW_TYPE_BIN)

BrineDayPart
brine_day_part_of (BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  int minute = brine_local_get_minute_of_day (start);

  if (brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP)
    return BRINE_PART_MORNING;
  if (start.day > brine_occurrence_get_day (occurrence))
    return BRINE_PART_EVENING;
  if (minute < NOON_MINUTE)
    return BRINE_PART_MORNING;
  return minute < EVENING_MINUTE ? BRINE_PART_AFTERNOON : BRINE_PART_EVENING;
}

static BrineDay
get_today (BrineDayList *self)
{
  BrineStore *store = brine_history_get_store (self->acts->history);

  return brine_clock_get_today (self->acts->clock, brine_store_get_day_start_minutes (store));
}

static void
on_night_clicked_cb (BrineDayList *self)
{
  brine_night_dialog_present (GTK_WIDGET (self), self->acts, self->day, NULL);
}

static GtkWidget *
make_night_row (BrineDayList *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *button = gtk_button_new_with_label (_ ("Log Night"));
  GtkWidget *row = brine_control_row_new (_ ("How did you sleep?"), NULL, button);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), brine_practice_icon_new (BRINE_PRACTICE_SLEEP));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_night_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return list;
}

static void
show_night (BrineDayList *self, gboolean shown)
{
  if (self->night == NULL && shown)
    {
      self->night = make_night_row (self);
      gtk_box_prepend (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), self->night);
    }
  if (self->night != NULL)
    gtk_widget_set_visible (self->night, shown);
}

/* Returns whether all rows are there. */
static gboolean
fill (BrineDayList *self, guint room)
{
  for (int part = 0; part < BRINE_N_DAY_PARTS && room > 0; part++)
    room -= brine_day_group_fill (BRINE_DAY_GROUP (self->groups[part]), room);
  return room > 0;
}

static gboolean
on_fill_cb (gpointer user_data)
{
  BrineDayList *self = BRINE_DAY_LIST (user_data);

  if (!fill (self, ROWS_A_TURN))
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
begin_fill (BrineDayList *self)
{
  if (!fill (self, FIRST_ROWS) && self->fill_source == 0)
    self->fill_source = g_timeout_add_full (G_PRIORITY_LOW, TURN_MS, on_fill_cb, self, NULL);
}

static void
update (BrineDayList *self)
{
  GPtrArray *parts[BRINE_N_DAY_PARTS];
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->agenda));
  gboolean has_night = FALSE;
  gboolean opened =
      self->fold_next && !brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->agenda));
  /* Another day is opened to look at, or to correct. */
  gboolean fold = opened && self->day == get_today (self);

  for (int part = 0; part < BRINE_N_DAY_PARTS; part++)
    parts[part] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n; i++)
    {
      BrineOccurrence *occurrence = g_list_model_get_item (G_LIST_MODEL (self->agenda), i);

      has_night |= brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP;
      g_ptr_array_add (parts[brine_day_part_of (occurrence)], occurrence);
    }
  for (int part = 0; part < BRINE_N_DAY_PARTS; part++)
    {
      brine_day_group_set_occurrences (BRINE_DAY_GROUP (self->groups[part]), parts[part], fold);
      g_ptr_array_unref (parts[part]);
    }
  begin_fill (self);
  show_night (self, !has_night && self->day <= get_today (self)
                        && !brine_loaded_list_is_loading (BRINE_LOADED_LIST (self->agenda)));
  self->fold_next = self->fold_next && !opened;
}

static gboolean
update_cb (gpointer user_data)
{
  BrineDayList *self = BRINE_DAY_LIST (user_data);

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (BrineDayList *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

static void
brine_day_list_dispose (GObject *object)
{
  BrineDayList *self = BRINE_DAY_LIST (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->agenda);
  G_OBJECT_CLASS (brine_day_list_parent_class)->dispose (object);
}

static void
brine_day_list_class_init (BrineDayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_day_list_dispose;
}

static void
brine_day_list_init (BrineDayList *self)
{
  self->fold_next = TRUE;
}

GtkWidget *
brine_day_list_new (const BrineActs *acts, BrineAgendaModel *agenda)
{
  BrineDayList *self = g_object_new (BRINE_TYPE_DAY_LIST, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  const char *titles[BRINE_N_DAY_PARTS] = { _ ("Morning"), _ ("Afternoon"), _ ("Evening") };

  self->acts = acts;
  self->agenda = g_object_ref (agenda);
  for (int part = 0; part < BRINE_N_DAY_PARTS; part++)
    {
      self->groups[part] = brine_day_group_new (acts, titles[part]);
      gtk_box_append (GTK_BOX (box), self->groups[part]);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (agenda, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (agenda, "notify::loading", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
brine_day_list_begin_day (BrineDayList *self, BrineDay day)
{
  g_return_if_fail (BRINE_IS_DAY_LIST (self));

  self->day = day;
  self->fold_next = TRUE;
  queue_update (self);
}

void
brine_day_list_refresh (BrineDayList *self)
{
  g_return_if_fail (BRINE_IS_DAY_LIST (self));

  queue_update (self);
}
