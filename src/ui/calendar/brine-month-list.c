/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "brine-busy-swatch.h"
#include "brine-busy-words.h"
#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-month-busy.h"
#include "brine-practice-icon.h"
#include "brine-translate.h"

/*
 * What a day holds, below a narrow month: its name, which opens it, and a row for each entry.
 *
 * CSS: monthlist with button.day-name and list.boxed-list. Rows are read as one name each:
 * "Walk, Monday 08:00 to 08:20, done".
 */
struct _BrineMonthList
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *name;
  GtkWidget *rows;
  GtkWidget *empty;
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineMonthList, brine_month_list, GTK_TYPE_WIDGET)

static void
on_open_cb (BrineMonthList *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

static void
brine_month_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_month_list_parent_class)->dispose (object);
}

static void
brine_month_list_class_init (BrineMonthListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_month_list_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "monthlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
make_button (BrineMonthList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->name = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->name, "heading");
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), arrow);
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "day-name");
  brine_set_tooltip (self->button, _ ("Open the day"));
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_open_cb), self,
                           G_CONNECT_SWAPPED);
  return self->button;
}

static void
brine_month_list_init (BrineMonthList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (make_button (self), GTK_WIDGET (self));
  self->empty = gtk_label_new (_ ("Nothing is planned."));
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "secondary");
  gtk_widget_add_css_class (self->empty, "empty");
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (on_open_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

GtkWidget *
brine_month_list_new (void)
{
  return g_object_new (BRINE_TYPE_MONTH_LIST, NULL);
}

/* Rows ---------------------------------------------------------------------------------------- */

BrineLocal
brine_month_list_get_start (gpointer row)
{
  return BRINE_IS_BUSY (row) ? brine_busy_get_start (row) : brine_occurrence_get_start (row);
}

/* One name in place of the title. */
static void
name_row (GtkWidget *row, const char *name)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_busy_row (BrineBusy *busy)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = brine_busy_format_name (busy);
  g_autofree char *time = brine_busy_format_time (busy);
  g_autofree char *subtitle =
      g_str_equal (brine_busy_get_title (busy), brine_busy_get_calendar (busy))
          ? g_strdup (time)
          : g_strdup_printf ("%s · %s", time, brine_busy_get_calendar (busy));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), brine_busy_get_title (busy));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             brine_busy_swatch_new (brine_busy_get_colour (busy)));
  gtk_widget_add_css_class (row, "busy");
  name_row (row, name);
  return row;
}

static GtkWidget *
make_more_row (guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = brine_month_busy_make_more (n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), words);
  gtk_widget_add_css_class (row, "busy");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
make_row (BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  BrineLocal end = brine_occurrence_get_end (occurrence);
  BrineState state = brine_occurrence_get_state (occurrence);
  BrinePractice practice = brine_occurrence_get_practice (occurrence);
  const char *title = brine_occurrence_get_local_title (occurrence);
  const char *icon_name = brine_state_get_icon_name (state);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = brine_format_time_range (start, end);

  title = *title != '\0' ? title : brine_practice_get_name (practice);
  g_autofree char *name = brine_format_occurrence_name (title, start, end, state);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), brine_practice_icon_new (practice));
  if (icon_name != NULL)
    {
      GtkWidget *badge = gtk_image_new_from_icon_name (icon_name);
      brine_set_tooltip (badge, brine_state_get_name (state));
      gtk_widget_add_css_class (badge, "practice-text");
      gtk_widget_add_css_class (badge, brine_practice_get_css_class (practice));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);
    }
  name_row (row, name);
  return row;
}

void
brine_month_list_show (BrineMonthList *self, BrineDay day, BrineDay today, GPtrArray *rows,
                       guint n_more)
{
  GtkWidget *row;

  g_return_if_fail (BRINE_IS_MONTH_LIST (self));
  g_return_if_fail (brine_day_is_valid (day));
  g_return_if_fail (rows != NULL);

  g_autofree char *name = brine_format_day_long (day, today);
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (self->empty, rows->len == 0);
  gtk_widget_set_visible (self->rows, rows->len > 0);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), BRINE_IS_BUSY (rows->pdata[i])
                                                        ? make_busy_row (rows->pdata[i])
                                                        : make_row (rows->pdata[i]));
  if (n_more > 0)
    gtk_list_box_append (GTK_LIST_BOX (self->rows), make_more_row (n_more));
}
