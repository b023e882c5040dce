/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-stat-card.h"

#include "brine-format.h"
#include "brine-parts.h"
#include "brine-progress-words.h"
#include "brine-weekday-bars.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * BrineStatCard:
 *
 * A practice in one figure, what it rests on, how it compares with the range before, and how the
 * weekdays differ. CSS node `statcard` with `.card`. Role group, labelled with all of its words.
 */
struct _BrineStatCard
{
  GtkWidget parent_instance;

  BrinePractice practice;
  gboolean plants; /* the card of the plants: practice is meal, for its colour */
  gboolean quota;  /* of something of the practice that is done some times a week */
  GtkWidget *box;
  GtkWidget *name;
  GtkWidget *figure;
  GtkWidget *counts;
  GtkWidget *trend;
  GtkWidget *numbers; /* of a quota: what was meant for a week, now and before */
  GtkWidget *bars;
};

G_DEFINE_FINAL_TYPE (BrineStatCard, brine_stat_card, GTK_TYPE_WIDGET)

/* The words of the card. Each owned. */
typedef struct
{
  char *name;
  char *figure;
  char *counts;
  char *trend;
  char *numbers; /* NULL: the same all the time */
  char *hint;
} Words;

static void
words_clear (Words *words)
{
  g_clear_pointer (&words->name, g_free);
  g_clear_pointer (&words->figure, g_free);
  g_clear_pointer (&words->counts, g_free);
  g_clear_pointer (&words->trend, g_free);
  g_clear_pointer (&words->numbers, g_free);
  g_clear_pointer (&words->hint, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Nights in the target as if they were occurrences, to compare them in the same way. */
static BrineAdherence
get_sleep_adherence (const BrineSummary *summary)
{
  BrineAdherence result = { .value = NAN, .counted = summary->sleep.nights };

  result.credit = summary->sleep.in_target;
  if (result.counted > 0)
    result.value = result.credit / result.counted;
  return result;
}

static void
set_sleep_words (Words *words, const BrineProgressData *data)
{
  BrineAdherence now = get_sleep_adherence (&data->summary);
  BrineAdherence before = get_sleep_adherence (&data->before);
  g_autofree char *target = brine_progress_words_sleep_target (data->sleep_target);
  g_autofree char *mean = NULL;

  /* Translators: name of the card about nights of enough sleep: "Sleep 7–9 h". */
  words->name = g_strdup_printf (_ ("Sleep %s"), target);
  words->figure = brine_progress_words_percent (now.value);
  words->counts =
      brine_progress_words_nights (data->summary.sleep.in_target, data->summary.sleep.nights);
  words->trend = brine_progress_words_trend (brine_adherence_compare (&now, &before), before.value);
  if (now.counted == 0)
    return;
  mean = brine_format_duration ((int)lrint (data->summary.sleep.mean_minutes));
  if (isnan (data->summary.regularity))
    words->hint = g_strdup_printf (_ ("Slept %s on average"), mean);
  else
    /* Translators: the Sleep Regularity Index runs from -100 to 100. */
    words->hint = g_strdup_printf (_ ("Slept %s on average; sleep regularity index %d"), mean,
                                   (int)lrint (data->summary.regularity));
}

static char *
get_hint (const BrineAdherence *adherence, double strength)
{
  if (isnan (strength))
    return NULL;
  if (adherence->missed == 0)
    /* Translators: habit strength is a score that grows with practice and fades slowly. */
    return g_strdup_printf (_ ("Habit strength %d of 100"), (int)lrint (strength * 100));
  return g_strdup_printf (ngettext ("Habit strength %d of 100; %d not logged",
                                    "Habit strength %d of 100; %d not logged",
                                    (gulong)adherence->missed),
                          (int)lrint (strength * 100), adherence->missed);
}

static void
set_practice_words (Words *words, const BrineProgressData *data, BrinePractice practice)
{
  const BrineAdherence *now = &data->summary.adherence[practice];
  const BrineAdherence *before = &data->before.adherence[practice];

  words->name = g_strdup (brine_progress_words_practice (practice, FALSE));
  if (now->counted == 0)
    {
      /* Nothing was planned for a time: what was done is told, never a share of it. */
      words->figure = g_strdup_printf (_ ("%d×"), now->extra);
      words->counts = g_strdup (_ ("without a fixed time"));
      words->trend = g_strdup ("");
      return;
    }
  words->figure = brine_progress_words_percent (now->value);
  words->counts = brine_progress_words_counts (practice, now);
  words->trend = brine_progress_words_trend (brine_adherence_compare (now, before), before->value);
  words->hint = get_hint (now, data->strength[practice]);
}

static void
set_plants_words (Words *words, const BrineProgressData *data)
{
  const BrinePlantStats *plants = &data->plants;

  /* Translators: name of the card about how many different plants were eaten in a week. */
  words->name = g_strdup (_ ("Plants a Week"));
  words->figure = g_strdup_printf ("%d", (int)lrint (plants->median));
  /* Translators: below the number of different plants that were eaten in a week. */
  words->counts = g_strdup_printf (_ ("goal %d"), BRINE_PLANTS_GOAL);
  if (plants->weeks == 1)
    words->trend = g_strdup (_ ("counted in one week"));
  else
    /* Translators: the number above is the median of so many weeks, which had so many each. */
    words->trend =
        g_strdup_printf (ngettext ("middle of %d week, %d to %d", "middle of %d weeks, %d to %d",
                                   (gulong)plants->weeks),
                         plants->weeks, (int)lrint (plants->lowest), (int)lrint (plants->highest));
}

static void
set_quota_words (Words *words, const BrineQuotaFigure *quota, BrineDay today)
{
  double value = (double)quota->sum.done / quota->sum.asked;

  words->name = g_strdup (quota->title);
  words->figure = brine_progress_words_percent (value);
  words->counts = brine_progress_words_times (quota);
  words->trend = brine_progress_words_reached (quota);
  words->numbers = brine_progress_words_numbers (quota, today);
  if (words->numbers != NULL)
    {
      words->hint = g_strdup (_ ("Each week is counted by the number that it had, in whole weeks, "
                                 "paused days left out"));
      return;
    }
  words->hint = g_strdup_printf (
      ngettext ("Planned %d time a week; counted in whole weeks, paused days left out",
                "Planned %d times a week; counted in whole weeks, paused days left out",
                (gulong)quota->times_a_week),
      quota->times_a_week);
}

static void
get_weekday_values (const BrineProgressData *data, BrinePractice practice, double out_values[7])
{
  for (int i = 0; i < 7; i++)
    if (practice != BRINE_PRACTICE_SLEEP)
      out_values[i] = data->weekdays[practice][i].value;
    else if (data->nights_by_weekday[i] > 0)
      out_values[i] = (double)data->in_target_by_weekday[i] / data->nights_by_weekday[i];
    else
      out_values[i] = NAN;
}

static char *
get_label (const Words *words)
{
  if (words->numbers != NULL)
    /* Translators: a card for screen readers: name, figure, counts, weeks that were reached, numbers
     * of times a week. */
    return g_strdup_printf (_ ("%s: %s, %s, %s; %s"), words->name, words->figure, words->counts,
                            words->trend, words->numbers);
  if (words->trend[0] == '\0')
    /* Translators: a card for screen readers: name, figure, counts. */
    return g_strdup_printf (_ ("%s: %s, %s"), words->name, words->figure, words->counts);
  /* Translators: a card for screen readers: name, figure, counts, comparison. */
  return g_strdup_printf (_ ("%s: %s, %s, %s"), words->name, words->figure, words->counts,
                          words->trend);
}

static void
set_accessible (BrineStatCard *self, const Words *words)
{
  g_autofree char *label = get_label (words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words->hint != NULL ? words->hint : "", -1);
}

static void
show_words (BrineStatCard *self, const Words *words)
{
  gtk_label_set_text (GTK_LABEL (self->name), words->name);
  gtk_label_set_text (GTK_LABEL (self->figure), words->figure);
  gtk_label_set_text (GTK_LABEL (self->counts), words->counts);
  gtk_label_set_text (GTK_LABEL (self->trend), words->trend);
  gtk_label_set_text (GTK_LABEL (self->numbers), words->numbers != NULL ? words->numbers : "");
  gtk_widget_set_visible (self->numbers, words->numbers != NULL);
  brine_set_hint (GTK_WIDGET (self), words->hint);
  set_accessible (self, words);
}

void
brine_stat_card_show_quota (BrineStatCard *self, const BrineQuotaFigure *quota, BrineDay today)
{
  g_auto (Words) words = { 0 };

  g_return_if_fail (BRINE_IS_STAT_CARD (self));
  g_return_if_fail (quota != NULL && quota->sum.asked > 0);

  set_quota_words (&words, quota, today);
  show_words (self, &words);
}

void
brine_stat_card_show (BrineStatCard *self, const BrineProgressData *data, int first_weekday)
{
  g_auto (Words) words = { 0 };
  double values[7];

  g_return_if_fail (BRINE_IS_STAT_CARD (self));
  g_return_if_fail (data != NULL);

  if (self->plants)
    set_plants_words (&words, data);
  else if (self->practice == BRINE_PRACTICE_SLEEP)
    set_sleep_words (&words, data);
  else
    set_practice_words (&words, data, self->practice);
  get_weekday_values (data, self->practice, values);
  brine_weekday_bars_set_values (BRINE_WEEKDAY_BARS (self->bars), values, first_weekday);
  show_words (self, &words);
}

BrinePractice
brine_stat_card_get_practice (BrineStatCard *self)
{
  g_return_val_if_fail (BRINE_IS_STAT_CARD (self), BRINE_PRACTICE_OWN);

  return self->practice;
}

gboolean
brine_stat_card_is_wanted (const BrineProgressData *data, BrinePractice practice)
{
  const BrineAdherence *adherence = &data->summary.adherence[practice];

  if (practice == BRINE_PRACTICE_SLEEP)
    return data->summary.sleep.nights > 0;
  return adherence->counted + adherence->extra > 0;
}

static void
brine_stat_card_dispose (GObject *object)
{
  BrineStatCard *self = BRINE_STAT_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (brine_stat_card_parent_class)->dispose (object);
}

static void
brine_stat_card_class_init (BrineStatCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_stat_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
brine_stat_card_init (BrineStatCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

static void
build (BrineStatCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (
      self->plants ? "brine-plants-symbolic" : brine_practice_get_icon_name (self->practice));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (icon, "practice-text");
  gtk_widget_add_css_class (icon, brine_practice_get_css_class (self->practice));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (head), icon);
  self->name = add_label (head, "heading");
  self->figure = add_label (words, "title-3");
  self->counts = add_label (words, "caption");
  self->bars = brine_weekday_bars_new (self->practice);
  gtk_widget_add_css_class (self->counts, "secondary");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (self->bars, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->bars, !self->plants && !self->quota);
  gtk_box_append (GTK_BOX (body), words);
  gtk_box_append (GTK_BOX (body), self->bars);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), body);
  self->trend = add_label (self->box, "caption");
  gtk_widget_add_css_class (self->trend, "secondary");
  self->numbers = add_label (self->box, "caption");
  gtk_widget_add_css_class (self->numbers, "secondary");
  gtk_label_set_ellipsize (GTK_LABEL (self->numbers), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (self->numbers), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
brine_stat_card_new (BrinePractice practice)
{
  BrineStatCard *self;

  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  self = g_object_new (BRINE_TYPE_STAT_CARD, NULL);
  self->practice = practice;
  build (self);
  return GTK_WIDGET (self);
}

GtkWidget *
brine_stat_card_new_quota (BrinePractice practice)
{
  BrineStatCard *self;

  g_return_val_if_fail ((guint)practice < BRINE_N_PRACTICES, NULL);

  self = g_object_new (BRINE_TYPE_STAT_CARD, NULL);
  self->practice = practice;
  self->quota = TRUE;
  build (self);
  return GTK_WIDGET (self);
}

GtkWidget *
brine_stat_card_new_plants (void)
{
  BrineStatCard *self = g_object_new (BRINE_TYPE_STAT_CARD, NULL);

  self->practice = BRINE_PRACTICE_MEAL;
  self->plants = TRUE;
  build (self);
  return GTK_WIDGET (self);
}
