/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-quota-list.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-quota-parts.h"

#include <glib/gi18n.h>

struct _BrineQuotaList
{
  AdwBin parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineQuotaModel *model;
  BrineDay day;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (BrineQuotaList, brine_quota_list, ADW_TYPE_BIN)

static gboolean
lies_ahead (BrineQuotaList *self)
{
  BrineStore *store = brine_history_get_store (self->acts->history);

  return self->day
         > brine_clock_get_today (self->acts->clock, brine_store_get_day_start_minutes (store));
}

static void
on_state_clicked_cb (GtkWidget *button, gpointer user_data)
{
  BrineQuotaList *self = BRINE_QUOTA_LIST (user_data);
  BrineQuotaStatus *status = g_object_get_data (G_OBJECT (button), "status");

  if (brine_quota_status_get_log (status) != NULL)
    brine_quota_unlog (self->acts, status);
  else
    brine_quota_log (self->acts, status, self->day);
}

/* What was logged can be taken back; nothing is done yet on a day that lies ahead. */
static void
allow (BrineQuotaList *self, GtkWidget *button, BrineQuotaStatus *status)
{
  gtk_widget_set_sensitive (button,
                            brine_quota_status_get_log (status) != NULL || !lies_ahead (self));
}

static GtkWidget *
make_state_button (BrineQuotaList *self, BrineQuotaStatus *status)
{
  gboolean logged = brine_quota_status_get_log (status) != NULL;
  const char *title = brine_quota_status_get_item (status)->title;
  GtkWidget *button = gtk_button_new_from_icon_name (logged ? "brine-state-done-symbolic"
                                                            : "brine-state-planned-symbolic");
  g_autofree char *name =
      g_strdup_printf (logged ? _ ("Take back %s") : _ ("Log %s as done"), title);

  gtk_widget_add_css_class (button, "state");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  brine_set_hint (button, logged ? _ ("Take Back") : _ ("Log for This Day"));
  allow (self, button, status);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "status", g_object_ref (status), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_state_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_dots (BrineQuotaStatus *status)
{
  GtkWidget *dots = brine_dots_new ();

  brine_quota_show_dots (BRINE_DOTS (dots), status);
  gtk_widget_add_css_class (dots, "practice-solid");
  gtk_widget_add_css_class (dots, brine_practice_get_css_class (
                                      brine_quota_status_get_item (status)->practice));
  return dots;
}

static void
on_row_activated_cb (GtkListBox *list, GtkListBoxRow *row, gpointer user_data)
{
  BrineQuotaStatus *status = g_object_get_data (G_OBJECT (row), "status");

  gtk_widget_activate_action (GTK_WIDGET (list), "win.edit-occurrence", "(ss)",
                              brine_quota_status_get_item (status)->id, "");
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

/* What is to be done; below it what a pause takes off. */
static GtkWidget *
make_title (BrineQuotaStatus *status)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *pause = brine_quota_format_pause (status);

  gtk_box_append (GTK_BOX (box), make_label (brine_quota_status_get_item (status)->title));
  if (pause != NULL)
    {
      GtkWidget *note = make_label (pause);

      gtk_widget_add_css_class (note, "caption");
      gtk_widget_add_css_class (note, "secondary");
      gtk_box_append (GTK_BOX (box), note);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  BrineQuotaStatus *status = BRINE_QUOTA_STATUS (item);
  const BrinePlanItem *plan = brine_quota_status_get_item (status);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = brine_quota_format_count (status);
  g_autofree char *name = brine_quota_make_name (status);
  GtkWidget *count = gtk_label_new (words);
  GtkWidget *button = make_state_button (user_data, status);

  gtk_widget_add_css_class (count, "secondary");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), brine_practice_icon_new (plan->practice));
  gtk_box_append (GTK_BOX (box), make_title (status));
  gtk_box_append (GTK_BOX (box), make_dots (status));
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "quota-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "status", g_object_ref (status), g_object_unref);
  g_object_set_data (G_OBJECT (row), "button", button);
  return row;
}

static void
on_items_changed_cb (BrineQuotaList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self),
                          g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0);
}

static void
brine_quota_list_dispose (GObject *object)
{
  BrineQuotaList *self = BRINE_QUOTA_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->model);
  G_OBJECT_CLASS (brine_quota_list_parent_class)->dispose (object);
}

static void
brine_quota_list_class_init (BrineQuotaListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_quota_list_dispose;
}

static void
brine_quota_list_init (BrineQuotaList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (_ ("This week, any day"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self, 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("This week, any day"), -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
brine_quota_list_new (const BrineActs *acts)
{
  BrineQuotaList *self = g_object_new (BRINE_TYPE_QUOTA_LIST, NULL);

  self->acts = acts;
  self->model = brine_quota_model_new (brine_history_get_store (acts->history), acts->clock);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->model), create_row, self,
                           NULL);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
brine_quota_list_set_day (BrineQuotaList *self, BrineDay day, int first_weekday)
{
  g_return_if_fail (BRINE_IS_QUOTA_LIST (self));

  self->day = day;
  brine_quota_model_set_day (self->model, day, first_weekday);
  /* Rows that are the same on this day stay. */
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_object_get_data (G_OBJECT (row), "button") != NULL)
      allow (self, g_object_get_data (G_OBJECT (row), "button"),
             g_object_get_data (G_OBJECT (row), "status"));
}
