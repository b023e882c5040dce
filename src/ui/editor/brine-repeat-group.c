/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-repeat-group.h"

#include <glib/gi18n.h>

#include "brine-choice-row.h"
#include "brine-control-row.h"
#include "brine-day-button.h"
#include "brine-format.h"
#include "brine-parts.h"
#include "brine-weekday-picker.h"

#define N_PREVIEW 5
#define LAST_SECOND (BRINE_SECONDS_PER_DAY - 1)

struct _BrineRepeatGroup
{
  AdwPreferencesGroup parent_instance;

  BrinePlanItem *item; /* a copy; its rule is kept when it is foreign */
  BrineLocal start;
  BrineDay today;
  int first_weekday;
  gboolean building; /* setting up: nothing is announced */

  GtkWidget *kind;
  GArray *kinds; /* BrineRepeatKind of each row of @kind */
  GtkWidget *weekdays_row;
  GtkWidget *weekdays;
  GtkWidget *interval_row;
  GtkWidget *interval;
  GtkWidget *quota_row;
  GtkWidget *quota;
  GtkWidget *end;
  GtkWidget *until_row;
  GtkWidget *until;
  GtkWidget *count_row;
  GtkWidget *count;
  GtkWidget *preview;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineRepeatGroup, brine_repeat_group, ADW_TYPE_PREFERENCES_GROUP)

/* The week under way: another number of times a week holds from there on. */
static BrineDay
get_week_start (BrineRepeatGroup *self)
{
  return brine_day_get_week_start (self->today, self->first_weekday);
}

/* Reading the form ---------------------------------------------------------------------------- */

static BrineRepeatKind
get_kind (BrineRepeatGroup *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind));

  return selected < self->kinds->len ? g_array_index (self->kinds, BrineRepeatKind, selected)
                                     : BRINE_REPEAT_ONCE;
}

BrineRepeat
brine_repeat_group_get_repeat (BrineRepeatGroup *self)
{
  BrineRepeat repeat = { 0 };

  g_return_val_if_fail (BRINE_IS_REPEAT_GROUP (self), repeat);

  BrineRepeat old = brine_repeat_read (self->item);
  repeat.kind = get_kind (self);
  repeat.interval = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->interval));
  repeat.weekdays = brine_weekday_picker_get_weekdays (BRINE_WEEKDAY_PICKER (self->weekdays));
  repeat.quota = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->quota));
  repeat.end = adw_combo_row_get_selected (ADW_COMBO_ROW (self->end));
  repeat.count = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  repeat.until.day = brine_day_button_get_day (BRINE_DAY_BUTTON (self->until));
  /* An imported time of the last day stays while the day does. */
  repeat.until.second = repeat.until.day == old.until.day ? old.until.second : LAST_SECOND;
  return repeat;
}

/* Words --------------------------------------------------------------------------------------- */

static const char *
get_ordinal_format (int ordinal)
{
  switch (ordinal)
    {
    case 1:
      /* Translators: %s is a weekday; short, it stands in a narrow list */
      return _ ("Monthly, first %s");
    case 2:
      /* Translators: %s is a weekday; short, it stands in a narrow list */
      return _ ("Monthly, second %s");
    case 3:
      /* Translators: %s is a weekday; short, it stands in a narrow list */
      return _ ("Monthly, third %s");
    case 4:
      /* Translators: %s is a weekday; short, it stands in a narrow list */
      return _ ("Monthly, fourth %s");
    default:
      /* Translators: %s is a weekday; short, it stands in a narrow list */
      return _ ("Monthly, last %s");
    }
}

static GtkStringList *
make_kinds (BrineRepeatGroup *self)
{
  GtkStringList *kinds = gtk_string_list_new (NULL);
  BrineDay day = self->start.day;
  int year, month, day_of_month;

  brine_day_get_ymd (day, &year, &month, &day_of_month);
  g_autofree char *monthly = g_strdup_printf (_ ("Monthly on day %d"), day_of_month);
  g_autofree char *by_weekday =
      g_strdup_printf (get_ordinal_format (brine_repeat_get_ordinal (day)),
                       brine_format_weekday (brine_day_get_weekday (day)));
  g_autofree char *date = brine_format_day_range (day, day, day);
  /* Translators: %s is a date without year; short, it stands in a narrow list */
  g_autofree char *yearly = g_strdup_printf (_ ("Yearly, %s"), date);

  /* Translators: %s is a weekday; short, it stands in a narrow list */
  g_autofree char *last =
      g_strdup_printf (_ ("Monthly, last %s"), brine_format_weekday (brine_day_get_weekday (day)));
  const char *const words[] = {
    [BRINE_REPEAT_ONCE] = _ ("Once"),
    [BRINE_REPEAT_DAILY] = _ ("Every day"),
    [BRINE_REPEAT_WEEKDAYS] = _ ("Monday to Friday"),
    [BRINE_REPEAT_WEEKLY] = _ ("On chosen weekdays"),
    [BRINE_REPEAT_MONTHLY_DAY] = monthly,
    [BRINE_REPEAT_MONTHLY_WEEKDAY] = by_weekday,
    [BRINE_REPEAT_MONTHLY_LAST] = last,
    [BRINE_REPEAT_YEARLY] = yearly,
    [BRINE_REPEAT_QUOTA] = _ ("Times a week, any day"),
    [BRINE_REPEAT_FOREIGN] = _ ("As imported"),
  };

  g_array_set_size (self->kinds, 0);
  for (BrineRepeatKind kind = BRINE_REPEAT_ONCE; kind <= BRINE_REPEAT_FOREIGN; kind++)
    {
      if (!brine_repeat_offers (kind, day)
          || (kind == BRINE_REPEAT_FOREIGN
              && brine_repeat_read (self->item).kind != BRINE_REPEAT_FOREIGN))
        continue;
      gtk_string_list_append (kinds, words[kind]);
      g_array_append_val (self->kinds, kind);
    }
  return kinds;
}

static const char *
get_interval_title (BrineRepeatKind kind)
{
  switch (kind)
    {
    case BRINE_REPEAT_DAILY:
      return _ ("Days from one to the next");
    case BRINE_REPEAT_WEEKDAYS:
    case BRINE_REPEAT_WEEKLY:
      return _ ("Weeks from one to the next");
    case BRINE_REPEAT_YEARLY:
      return _ ("Years from one to the next");
    default:
      return _ ("Months from one to the next");
    }
}

static void
append_date (GString *text, BrineLocal start)
{
  g_autofree char *date = brine_format_day_short (start.day);

  /* Translators: between two dates of a list */
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? _ (", ") : "",
                          brine_format_weekday_short (brine_day_get_weekday (start.day)), date);
}

/* The next five days; (transfer full). */
static char *
make_preview (BrineRepeatGroup *self, const BrinePlanItem *item)
{
  g_autoptr (BrineRecurrence) recurrence = brine_plan_item_get_recurrence (item);
  g_autoptr (GString) text = g_string_new (NULL);
  BrineLocal after = { MAX (self->today - 1, item->start.day - 1), LAST_SECOND };

  for (int i = 0; i < N_PREVIEW; i++)
    {
      BrineLocal next;
      gboolean found = FALSE;
      if (brine_recurrence_next (recurrence, after, &next, &found) == BRINE_EXPANSION_TOO_COMPLEX)
        return g_strdup (_ ("This pattern is too complex to show its days."));
      if (!found)
        break;
      append_date (text, next);
      after = next;
    }
  return text->len > 0 ? g_strdup (text->str) : g_strdup (_ ("No day comes of this."));
}

static void
update_preview (BrineRepeatGroup *self, const BrineRepeat *repeat)
{
  gboolean shown = repeat->kind != BRINE_REPEAT_ONCE && repeat->kind != BRINE_REPEAT_QUOTA
                   && brine_repeat_check (repeat, self->start) == BRINE_REPEAT_FINE;
  g_autoptr (BrinePlanItem) item = brine_plan_item_copy (self->item);

  gtk_widget_set_visible (self->preview, shown);
  if (!shown)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->kind),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  item->start = self->start;
  brine_repeat_apply (repeat, item, get_week_start (self));
  g_autofree char *dates = make_preview (self, item);
  /* Translators: what a screen reader says of how something repeats: days, or why there are none */
  g_autofree char *words = g_strdup_printf (_ ("Next days: %s"), dates);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
  if (repeat->kind == BRINE_REPEAT_FOREIGN && item->rule != NULL)
    {
      g_autofree char *rule = brine_rule_to_string (item->rule);
      g_autofree char *both = g_strdup_printf ("%s\n%s", dates, rule);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->preview), both);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->preview), dates);
}

static void
update (BrineRepeatGroup *self)
{
  BrineRepeat repeat = brine_repeat_group_get_repeat (self);
  gboolean by_rule = repeat.kind > BRINE_REPEAT_ONCE && repeat.kind < BRINE_REPEAT_QUOTA;

  gtk_widget_set_visible (self->weekdays_row, repeat.kind == BRINE_REPEAT_WEEKLY);
  gtk_widget_set_visible (self->interval_row, by_rule);
  gtk_widget_set_visible (self->quota_row, repeat.kind == BRINE_REPEAT_QUOTA);
  gtk_widget_set_visible (self->end, by_rule);
  gtk_widget_set_visible (self->until_row, by_rule && repeat.end == BRINE_REPEAT_UNTIL);
  gtk_widget_set_visible (self->count_row, by_rule && repeat.end == BRINE_REPEAT_COUNT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interval_row),
                                 get_interval_title (repeat.kind));
  update_preview (self, &repeat);
}

static void
on_changed (BrineRepeatGroup *self)
{
  if (self->building)
    return;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Building ------------------------------------------------------------------------------------ */

static GtkWidget *
add_row (BrineRepeatGroup *self, const char *title, GtkWidget *control)
{
  GtkWidget *row = brine_control_row_new (title, NULL, control);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  return row;
}

static GtkWidget *
make_spin (BrineRepeatGroup *self, int lowest, int highest)
{
  GtkWidget *spin = brine_spin_button_new (lowest, highest, 1);

  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_changed), self);
  return spin;
}

static void
add_weekdays (BrineRepeatGroup *self)
{
  self->weekdays = brine_weekday_picker_new (self->first_weekday);
  gtk_widget_set_margin_top (self->weekdays, 9);
  gtk_widget_set_margin_bottom (self->weekdays, 9);
  g_signal_connect_swapped (self->weekdays, "changed", G_CALLBACK (on_changed), self);
  self->weekdays_row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "child", self->weekdays,
                                     "activatable", FALSE, "title", _ ("Weekdays"), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->weekdays_row);
}

/* As many as the diary may hold already, so that opening the form changes nothing. */
static void
add_quota (BrineRepeatGroup *self)
{
  gboolean has_past =
      self->item->quota_per_week > 0 && self->item->start.day < get_week_start (self);

  self->quota = make_spin (self, 1, MAX (7, self->item->quota_per_week));
  self->quota_row =
      brine_control_row_new (_ ("Times a week"),
                             has_past ? _ ("Another number holds from this week on") : NULL,
                             self->quota);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->quota_row);
}

static void
add_end (BrineRepeatGroup *self)
{
  const char *ends[] = { _ ("Never"), _ ("On a day"), _ ("After a number of times"), NULL };

  self->end = brine_choice_row_new (_ ("Ends"), NULL, ends);
  g_signal_connect_swapped (self->end, "notify::selected", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->end);
  self->until =
      brine_day_button_new (_ ("Last day"), self->today, self->today, self->first_weekday);
  g_signal_connect_swapped (self->until, "notify::day", G_CALLBACK (on_changed), self);
  self->until_row = add_row (self, _ ("Last day"), self->until);
  self->count = make_spin (self, 1, 999);
  self->count_row = add_row (self, _ ("Times"), self->count);
}

static void
build (BrineRepeatGroup *self)
{
  self->kind = brine_choice_row_new (_ ("Repeats"), NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->kind);
  add_weekdays (self);
  self->interval = make_spin (self, 1, 99);
  self->interval_row = add_row (self, "", self->interval);
  add_quota (self);
  add_end (self);
  /* Nothing can be done with it, so it is no stop for the keys: what it says is heard with how it
   * repeats. */
  self->preview = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", _ ("Next days"),
                                "focusable", FALSE, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->preview);
}

/* A last Sunday that the new start is none of becomes a second one. */
static void
select_kind (BrineRepeatGroup *self, BrineRepeatKind kind)
{
  if (!brine_repeat_offers (kind, self->start.day))
    kind = BRINE_REPEAT_MONTHLY_WEEKDAY;
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, BrineRepeatKind, i) == kind)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind), i);
}

static void
fill (BrineRepeatGroup *self)
{
  BrineRepeat repeat = brine_repeat_read (self->item);
  g_autoptr (GtkStringList) kinds = make_kinds (self);

  adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (kinds));
  select_kind (self, repeat.kind);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_changed), self);
  brine_weekday_picker_set_weekdays (BRINE_WEEKDAY_PICKER (self->weekdays), repeat.weekdays);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->interval), repeat.interval);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->quota), repeat.quota);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), repeat.count);
  brine_day_button_set_day (BRINE_DAY_BUTTON (self->until), repeat.until.day);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->end), repeat.end);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_repeat_group_finalize (GObject *object)
{
  BrineRepeatGroup *self = BRINE_REPEAT_GROUP (object);

  brine_plan_item_free (self->item);
  g_array_unref (self->kinds);

  G_OBJECT_CLASS (brine_repeat_group_parent_class)->finalize (object);
}

static void
brine_repeat_group_class_init (BrineRepeatGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_repeat_group_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_repeat_group_init (BrineRepeatGroup *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BrineRepeatKind));
}

GtkWidget *
brine_repeat_group_new (const BrinePlanItem *item, BrineDay today, int first_weekday)
{
  g_return_val_if_fail (item != NULL, NULL);

  BrineRepeatGroup *self = g_object_new (BRINE_TYPE_REPEAT_GROUP, NULL);
  self->building = TRUE;
  self->item = brine_plan_item_copy (item);
  self->start = item->start;
  self->today = today;
  self->first_weekday = first_weekday;
  build (self);
  fill (self);
  self->building = FALSE;
  update (self);
  return GTK_WIDGET (self);
}

void
brine_repeat_group_set_start (BrineRepeatGroup *self, BrineLocal start)
{
  g_return_if_fail (BRINE_IS_REPEAT_GROUP (self));

  if (brine_local_equal (self->start, start))
    return;
  BrineRepeatKind kind = get_kind (self);
  gboolean other_day = self->start.day != start.day;
  self->building = TRUE;
  self->start = start;
  if (other_day)
    {
      g_autoptr (GtkStringList) kinds = make_kinds (self);
      adw_combo_row_set_model (ADW_COMBO_ROW (self->kind), G_LIST_MODEL (kinds));
      select_kind (self, kind);
    }
  self->building = FALSE;
  update (self);
}
