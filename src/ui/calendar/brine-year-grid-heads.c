/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-parts.h"
#include "brine-year-grid-private.h"
#include "brine-year-words.h"

/* Above each month its name and, at the end, the figure that stands for it; the whole sentence is
 * its tooltip and what a screen reader says. */

void
brine_year_grid_update_heads (BrineYearGrid *self)
{
  int year, current;

  if (self->n_days == 0)
    return;
  brine_day_get_ymd (self->today, &year, &current, NULL);
  for (int i = 0; i < 12; i++)
    {
      GtkWidget *name = gtk_widget_get_first_child (self->heads[i]);
      GtkWidget *value = gtk_widget_get_last_child (self->heads[i]);
      BrineYearStats stats = brine_year_stats_make (self->days, self->n_days, i + 1);
      g_autofree char *month = brine_year_words_make_month (i + 1);
      g_autofree char *head = brine_year_words_make_head (&stats, self->measure);
      g_autofree char *summary = brine_year_words_make_summary (&stats, self->measure);

      gtk_label_set_text (GTK_LABEL (name), month);
      gtk_label_set_text (GTK_LABEL (value), head != NULL ? head : "");
      brine_set_hint (self->heads[i], summary);
      if (year == self->year && i + 1 == current)
        gtk_widget_add_css_class (self->heads[i], "current");
      else
        gtk_widget_remove_css_class (self->heads[i], "current");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, month,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
    }
}

GtkWidget *
brine_year_grid_make_head (void)
{
  GtkWidget *head = g_object_new (GTK_TYPE_BOX, "css-name", "yearhead", "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *value = g_object_new (GTK_TYPE_LABEL, NULL);

  gtk_widget_add_css_class (name, "month");
  gtk_widget_add_css_class (value, "value");
  gtk_widget_add_css_class (value, "numeric");
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), value);
  return head;
}
