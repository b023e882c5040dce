/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-week-preview.h"

#include "brine-format.h"
#include "brine-practice-icon.h"

#include <glib/gi18n.h>

#define N_DAYS 7

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const BrineSlot *one = a;
  const BrineSlot *two = b;

  return brine_local_get_minute_of_day (one->start) - brine_local_get_minute_of_day (two->start);
}

/* "10 min", "23:00", or the dish. */
static char *
dup_words (const BrineSlot *slot)
{
  if (slot->item->practice == BRINE_PRACTICE_MEAL)
    return g_strdup (slot->item->title);
  if (slot->item->practice == BRINE_PRACTICE_SLEEP)
    return brine_format_time (slot->start);

  return brine_format_duration (slot->minutes);
}

static GtkWidget *
make_block (const BrineSlot *slot)
{
  GtkWidget *block = g_object_new (GTK_TYPE_BOX, "css-name", "occurrence", "spacing", 4, NULL);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (brine_practice_get_icon_name (slot->item->practice));
  g_autofree char *words = dup_words (slot);
  GtkWidget *label = gtk_inscription_new (words);

  gtk_widget_add_css_class (block, "planned");
  gtk_widget_add_css_class (block, brine_practice_get_css_class (slot->item->practice));
  gtk_widget_add_css_class (block, "caption");
  gtk_widget_add_css_class (block, "preview");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 13);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (block, slot->item->title);
  gtk_box_append (GTK_BOX (block), icon);
  gtk_box_append (GTK_BOX (block), label);

  return block;
}

/* The items that begin on wall date @day. */
static GArray *
find_day (GPtrArray *items, BrineDay day)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  for (guint i = 0; i < items->len; i++)
    brine_plan_item_expand (g_ptr_array_index (items, i), day, day + 1, 0, slots);
  for (guint i = slots->len; i > 0; i--)
    if (g_array_index (slots, BrineSlot, i - 1).start.day != day)
      g_array_remove_index (slots, i - 1);
  g_array_sort (slots, compare_slots);

  return slots;
}

static GtkWidget *
make_column (GPtrArray *items, BrineDay day)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_label_new (brine_format_weekday_short (brine_day_get_weekday (day)));
  g_autoptr (GArray) slots = find_day (items, day);

  gtk_widget_add_css_class (head, "caption-heading");
  gtk_widget_add_css_class (head, "secondary");
  gtk_widget_set_margin_bottom (head, 6);
  gtk_box_append (GTK_BOX (column), head);
  for (guint i = 0; i < slots->len; i++)
    gtk_box_append (GTK_BOX (column), make_block (&g_array_index (slots, BrineSlot, i)));

  return column;
}

GtkWidget *
brine_week_preview_new (GPtrArray *items, BrineDay first)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  for (int i = 0; i < N_DAYS; i++)
    gtk_box_append (GTK_BOX (columns), make_column (items, first + i));
  gtk_widget_set_margin_top (columns, 12);
  gtk_widget_set_margin_bottom (columns, 14);
  gtk_widget_set_margin_start (columns, 14);
  gtk_widget_set_margin_end (columns, 14);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), columns);

  return card;
}

static GtkWidget *
make_row (BrinePractice practice, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), brine_practice_icon_new (practice));

  return row;
}

/* How many times a week a weekly series comes. */
static int
count_weekly (const BrinePlanItem *item)
{
  unsigned weekdays = item->rule != NULL ? brine_rule_get_weekdays (item->rule) : 0;

  return weekdays != 0 ? __builtin_popcount (weekdays) : N_DAYS;
}

static GtkWidget *
make_meal_row (GPtrArray *items)
{
  g_autofree char *title = NULL;
  int meals = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);

      if (item->practice == BRINE_PRACTICE_MEAL)
        meals += count_weekly (item);
    }
  if (meals == 0)
    return NULL;

  title =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d meal a week", "%d meals a week", meals),
                       meals);
  return make_row (BRINE_PRACTICE_MEAL, title,
                   _ ("About one live serving a day to begin with; the menu repeats weekly"));
}

GtkWidget *
brine_week_summary_new (GPtrArray *items)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *meals = make_meal_row (items);

  if (meals != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), meals);
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);
      BrineLocal end = brine_local_add_seconds (item->start, 60 * item->minutes);
      g_autofree char *time = NULL;
      g_autofree char *title = NULL;
      g_autofree char *recurrence = NULL;

      if (item->practice == BRINE_PRACTICE_MEAL)
        continue;
      time = brine_format_time_range (item->start, end);
      /* Translators: what is planned and when, "Walk, 17:30 – 17:50" */
      title = g_strdup_printf (_ ("%s, %s"), item->title, time);
      recurrence = brine_format_recurrence (item);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 make_row (item->practice, title, recurrence));
    }

  return group;
}
