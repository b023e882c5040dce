/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-menu-button.h"
#include "brine-today-page-private.h"

#include "brine-checkin-card.h"
#include "brine-day-list.h"
#include "brine-next-card.h"
#include "brine-parts.h"
#include "brine-pause-card.h"
#include "brine-quota-list.h"
#include "brine-summary-card.h"
#include "brine-wrap-layout.h"

#include <glib/gi18n.h>

/* The main column is 664 wide, the side column 356, 24 between them; 12 around both. */
#define TOTAL_WIDTH (664 + 24 + 356 + 2 * 12)
#define MAIN_WIDTH (664 + 2 * 12)
#define SIDE_WIDTH 356
#define COLUMN_SPACING 24
#define CARD_SPACING 12
#define BUTTON_SPACING 12

static GtkWidget *
make_icon_button (const char *icon_name, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  brine_set_tooltip (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_chip (const char *icon_name, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static GtkWidget *
make_navigation (BrineTodayLayout *layout)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *space = gtk_label_new (NULL);

  layout->date = gtk_label_new (NULL);
  gtk_widget_add_css_class (layout->date, "title-3");
  gtk_label_set_ellipsize (GTK_LABEL (layout->date), PANGO_ELLIPSIZE_END);
  layout->today_button = gtk_button_new_with_label (_ ("Today"));
  gtk_widget_set_valign (layout->today_button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (layout->today_button), "today.today");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box),
                  make_icon_button ("go-previous-symbolic", _ ("Previous Day"), "today.previous"));
  gtk_box_append (GTK_BOX (box), layout->date);
  gtk_box_append (GTK_BOX (box),
                  make_icon_button ("go-next-symbolic", _ ("Next Day"), "today.next"));
  gtk_box_append (GTK_BOX (box), layout->today_button);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), make_chip ("brine-pause-symbolic", _ ("Pause…"), "today.pause"));
  gtk_box_append (GTK_BOX (box),
                  make_chip ("brine-support-symbolic", _ ("Get support"), "win.support"));
  gtk_widget_add_css_class (box, "day-navigation");
  return box;
}

/* In a narrow window the header shows the date. */
static GtkWidget *
make_narrow_days (void)
{
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (days),
                  make_icon_button ("go-previous-symbolic", _ ("Previous Day"), "today.previous"));
  gtk_box_append (GTK_BOX (days), gtk_button_new_with_label (_ ("Today")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (gtk_widget_get_last_child (days)), "today.today");
  gtk_box_append (GTK_BOX (days),
                  make_icon_button ("go-next-symbolic", _ ("Next Day"), "today.next"));
  gtk_widget_set_halign (days, GTK_ALIGN_CENTER);
  return days;
}

/* What else the navigation row offers comes last in a narrow window, on two lines where the text is
 * large. */
static GtkWidget *
make_foot (void)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, brine_wrap_layout_new (6));
  gtk_box_append (GTK_BOX (chips), make_chip ("brine-pause-symbolic", _ ("Pause…"), "today.pause"));
  gtk_box_append (GTK_BOX (chips),
                  make_chip ("brine-support-symbolic", _ ("Get support"), "win.support"));
  gtk_widget_set_halign (chips, GTK_ALIGN_CENTER);
  return chips;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, BUTTON_SPACING);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add Something"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "brine-today-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("A Free Day"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.add");
  gtk_box_append (GTK_BOX (buttons), brine_first_week_button_new ());
  gtk_box_append (GTK_BOX (buttons), button);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), buttons);
  return page;
}

static GtkWidget *
make_main (BrineTodayLayout *layout, const BrineActs *acts, BrineAgendaModel *agenda)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, CARD_SPACING);

  layout->checkin = brine_checkin_card_new (acts);
  layout->pause = brine_pause_card_new (acts);
  layout->next = brine_next_card_new (acts);
  layout->summary_slot = adw_bin_new ();
  layout->list = brine_day_list_new (acts, agenda);
  layout->quota_slot = adw_bin_new ();
  gtk_widget_set_visible (layout->summary_slot, FALSE);
  gtk_widget_set_visible (layout->quota_slot, FALSE);
  gtk_box_append (GTK_BOX (box), layout->checkin);
  gtk_box_append (GTK_BOX (box), layout->pause);
  gtk_box_append (GTK_BOX (box), layout->next);
  gtk_box_append (GTK_BOX (box), layout->summary_slot);
  gtk_box_append (GTK_BOX (box), layout->list);
  gtk_box_append (GTK_BOX (box), layout->quota_slot);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_side (BrineTodayLayout *layout, const BrineActs *acts)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  layout->summary = brine_summary_card_new ();
  layout->quotas = brine_quota_list_new (acts);
  gtk_box_append (GTK_BOX (side), layout->summary);
  gtk_box_append (GTK_BOX (side), layout->quotas);
  gtk_widget_set_size_request (side, SIDE_WIDTH, -1);
  gtk_widget_set_hexpand (side, FALSE);
  gtk_widget_set_valign (side, GTK_ALIGN_START);
  return side;
}

void
brine_today_layout_init (BrineTodayLayout *layout, const BrineActs *acts, BrineAgendaModel *agenda)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  layout->navigation = make_navigation (layout);
  layout->main = make_main (layout, acts, agenda);
  layout->side = make_side (layout, acts);
  layout->columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_SPACING);
  gtk_box_append (GTK_BOX (layout->columns), layout->main);
  gtk_box_append (GTK_BOX (layout->columns), layout->side);
  gtk_box_append (GTK_BOX (page), layout->navigation);
  gtk_box_append (GTK_BOX (page), layout->columns);
  gtk_widget_add_css_class (page, "page");
  layout->clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (layout->clamp), TOTAL_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (layout->clamp), TOTAL_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (layout->clamp), page);
  layout->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (layout->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (layout->scroller), layout->clamp);
  layout->two_columns = TRUE;
}

static void
move_to_slot (GtkWidget *widget, GtkWidget *slot)
{
  g_object_ref (widget);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (widget)), widget);
  adw_bin_set_child (ADW_BIN (slot), widget);
  gtk_widget_set_visible (slot, TRUE);
  g_object_unref (widget);
}

static void
move_to_side (GtkWidget *widget, GtkWidget *slot, GtkWidget *side)
{
  g_object_ref (widget);
  adw_bin_set_child (ADW_BIN (slot), NULL);
  gtk_widget_set_visible (slot, FALSE);
  gtk_box_append (GTK_BOX (side), widget);
  g_object_unref (widget);
}

void
brine_today_layout_set_two_columns (BrineTodayLayout *layout, gboolean two_columns)
{
  int width = two_columns ? TOTAL_WIDTH : MAIN_WIDTH;

  if (layout->two_columns == two_columns)
    return;
  layout->two_columns = two_columns;
  if (two_columns)
    {
      move_to_side (layout->summary, layout->summary_slot, layout->side);
      move_to_side (layout->quotas, layout->quota_slot, layout->side);
    }
  else
    {
      move_to_slot (layout->summary, layout->summary_slot);
      move_to_slot (layout->quotas, layout->quota_slot);
    }
  gtk_widget_set_visible (layout->side, two_columns);
  adw_clamp_set_maximum_size (ADW_CLAMP (layout->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (layout->clamp), width);
}

void
brine_today_layout_set_ahead (BrineTodayLayout *layout, gboolean ahead)
{
  gtk_widget_set_visible (layout->checkin, !ahead);
}

void
brine_today_layout_set_empty (BrineTodayLayout *layout, gboolean empty)
{
  if (layout->empty == NULL && empty)
    {
      layout->empty = make_empty ();
      gtk_box_insert_child_after (GTK_BOX (layout->main), layout->empty, layout->list);
    }
  if (layout->empty == NULL)
    return;
  gtk_widget_set_visible (layout->empty, empty);
  adw_status_page_set_description (ADW_STATUS_PAGE (layout->empty),
                                   gtk_widget_get_visible (layout->checkin)
                                       ? _ ("Nothing is planned. You can still log how you are.")
                                       : _ ("Nothing is planned."));
}

void
brine_today_layout_set_narrow (BrineTodayLayout *layout, gboolean narrow)
{
  gtk_widget_set_visible (layout->navigation, !narrow);
  if (layout->foot == NULL && narrow)
    {
      layout->narrow_days = make_narrow_days ();
      layout->foot = make_foot ();
      gtk_box_prepend (GTK_BOX (layout->main), layout->narrow_days);
      gtk_box_append (GTK_BOX (layout->main), layout->foot);
    }
  if (layout->foot != NULL)
    {
      gtk_widget_set_visible (layout->narrow_days, narrow);
      gtk_widget_set_visible (layout->foot, narrow);
    }
  brine_checkin_card_set_narrow (BRINE_CHECKIN_CARD (layout->checkin), narrow);
  brine_next_card_set_narrow (BRINE_NEXT_CARD (layout->next), narrow);
  brine_summary_card_set_narrow (BRINE_SUMMARY_CARD (layout->summary), narrow);
}
