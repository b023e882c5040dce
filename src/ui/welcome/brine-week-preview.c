/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-week-preview.h"

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"

#include <glib/gi18n.h>

#define N_DAYS 7

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
  /* A dish is rarely told by a word. */
  if (slot->item->practice == BRINE_PRACTICE_MEAL)
    {
      gtk_inscription_set_min_lines (GTK_INSCRIPTION (label), 2);
      gtk_inscription_set_nat_lines (GTK_INSCRIPTION (label), 2);
    }
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 3);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 8);
  gtk_widget_set_hexpand (label, TRUE);
  brine_set_tooltip (block, slot->item->title);
  gtk_box_append (GTK_BOX (block), icon);
  gtk_box_append (GTK_BOX (block), label);

  return block;
}

static int
get_minute (const BrineSlot *slot)
{
  return brine_local_get_minute_of_day (slot->start);
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* What begins on the wall dates of the week from @first on. */
static GArray *
find_slots (GPtrArray *items, BrineDay first)
{
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (BrineSlot));

  for (guint i = 0; i < items->len; i++)
    brine_plan_item_expand (g_ptr_array_index (items, i), first, first + N_DAYS, 0, slots);
  for (guint i = slots->len; i > 0; i--)
    {
      BrineDay day = g_array_index (slots, BrineSlot, i - 1).start.day;

      if (day < first || day >= first + N_DAYS)
        g_array_remove_index (slots, i - 1);
    }

  return slots;
}

/* A row of the grid for each time of day at which anything begins, so that the days line up.
 * (transfer full) (element-type int) */
static GArray *
find_rows (GArray *slots)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < slots->len; i++)
    {
      int minute = get_minute (&g_array_index (slots, BrineSlot, i));

      g_array_append_val (minutes, minute);
    }
  g_array_sort (minutes, compare_minutes);
  for (guint i = minutes->len; i > 1; i--)
    if (g_array_index (minutes, int, i - 1) == g_array_index (minutes, int, i - 2))
      g_array_remove_index (minutes, i - 1);

  return minutes;
}

static void
attach_head (GtkGrid *grid, int column, BrineDay day)
{
  GtkWidget *head = gtk_label_new (brine_format_weekday_short (brine_day_get_weekday (day)));

  gtk_widget_add_css_class (head, "caption-heading");
  gtk_widget_add_css_class (head, "secondary");
  gtk_widget_set_margin_bottom (head, 6);
  gtk_grid_attach (grid, head, column, 0, 1, 1);
}

/* Two things at the same time of the same day stand below each other in one cell. */
static void
attach_block (GtkGrid *grid, int column, int row, GtkWidget *block)
{
  GtkWidget *cell = gtk_grid_get_child_at (grid, column, row);

  if (cell == NULL)
    {
      cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
      gtk_grid_attach (grid, cell, column, row, 1, 1);
    }
  gtk_box_append (GTK_BOX (cell), block);
}

GtkWidget *
brine_week_preview_new (GPtrArray *items, BrineDay first)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GArray) slots = find_slots (items, first);
  g_autoptr (GArray) rows = find_rows (slots);

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_set_hexpand (grid, TRUE);
  for (int i = 0; i < N_DAYS; i++)
    attach_head (GTK_GRID (grid), i, first + i);
  for (guint i = 0; i < slots->len; i++)
    {
      const BrineSlot *slot = &g_array_index (slots, BrineSlot, i);
      int minute = get_minute (slot);
      guint row = 0;

      while (g_array_index (rows, int, row) != minute)
        row++;
      attach_block (GTK_GRID (grid), slot->start.day - first, row + 1, make_block (slot));
    }
  brine_set_margins (grid, 14);
  gtk_widget_add_css_class (card, "card");
  gtk_box_append (GTK_BOX (card), grid);

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

static GtkWidget *
make_item_row (const BrinePlanItem *item)
{
  BrineLocal end = brine_local_add_seconds (item->start, 60 * item->minutes);
  g_autofree char *time = brine_format_time_range (item->start, end);
  /* Translators: what is planned and when, "Walk, 17:30 – 17:50" */
  g_autofree char *title = g_strdup_printf (_ ("%s, %s"), item->title, time);
  g_autofree char *recurrence = brine_format_recurrence (item);

  return make_row (item->practice, title, recurrence);
}

static GPtrArray *
make_rows (GPtrArray *items)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *meals = make_meal_row (items);

  if (meals != NULL)
    g_ptr_array_add (rows, meals);
  for (guint i = 0; i < items->len; i++)
    {
      const BrinePlanItem *item = g_ptr_array_index (items, i);

      if (item->practice != BRINE_PRACTICE_MEAL)
        g_ptr_array_add (rows, make_item_row (item));
    }
  return rows;
}

GtkWidget *
brine_week_summary_new (GPtrArray *items)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autoptr (GPtrArray) rows = make_rows (items);
  GtkWidget *group = NULL;

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < rows->len; i++)
    {
      if (i == 0 || i == (rows->len + 1) / 2)
        {
          group = adw_preferences_group_new ();
          gtk_box_append (GTK_BOX (box), group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows->pdata[i]);
    }
  return box;
}
