/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-day-head.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-month-day.h"
#include "brine-month-words.h"

/*
 * Head of one day in the hour grid: weekday, date, "6 of 8" or why it is paused, and the mood of the
 * day.
 *
 * CSS: dayhead[.today][.chosen] with label.weekday, label.date, label.done and image.mood. What has no
 * room goes from the end: first the numbers, then the face, then the weekday; numbers go from all days
 * of the same parent at once. Mirrored in right-to-left. Its accessible label tells all of it in one sentence.
 */
struct _BrineDayHead
{
  GtkWidget parent_instance;

  GtkWidget *weekday;
  GtkWidget *date;
  GtkWidget *done;
  GtkWidget *mood;
  gboolean counts; /* what is said of the day is a count, no reason of a pause */
};

G_DEFINE_FINAL_TYPE (BrineDayHead, brine_day_head, GTK_TYPE_WIDGET)

#define FACE_SIZE 20
#define GAP 8
#define HEIGHT 46

char *
brine_day_head_dup_done (BrineDayCount count)
{
  if (count.shown >= 0)
    /* Translators: how many things of a day a filter lets through */
    return g_strdup_printf (ngettext ("%d shown", "%d shown", count.shown), count.shown);
  if (count.paused)
    return brine_month_words_dup_paused (count.pause_reason);
  if (count.planned == 0)
    return NULL;
  /* Translators: how many of the planned things of a day are done */
  return g_strdup_printf (_ ("%d of %d done"), count.done, count.planned);
}

/* The same for the eye, as short as can be. */
static char *
dup_short (BrineDayCount count)
{
  if (count.shown >= 0)
    return brine_day_head_dup_done (count);
  if (count.paused)
    return g_strdup (brine_month_words_get_pause (count.pause_reason));
  /* Translators: done and planned things of a day, as short as can be: "6 of 8" */
  return g_strdup_printf (_ ("%d of %d"), count.done, count.planned);
}

int
brine_day_head_get_mood (BrineDaySummary *summary)
{
  const BrineDayFacts *facts = summary != NULL ? brine_day_summary_get_facts (summary) : NULL;

  return facts != NULL ? brine_month_day_get_mood (facts) : 0;
}

static void
brine_day_head_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static int
get_width (GtkWidget *child)
{
  int natural = 0;

  if (gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* What it takes to have a count in full. */
static int
get_full_width (BrineDayHead *self)
{
  return get_width (self->weekday) + GAP + get_width (self->date) + GAP + get_width (self->done)
         + GAP + FACE_SIZE;
}

/* A number here and none there would look as if the other day had none. */
static gboolean
has_room_for_counts (BrineDayHead *self, int width)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  for (GtkWidget *head = gtk_widget_get_first_child (parent); head != NULL;
       head = gtk_widget_get_next_sibling (head))
    if (BRINE_IS_DAY_HEAD (head) && gtk_widget_get_visible (head) && BRINE_DAY_HEAD (head)->counts
        && get_full_width (BRINE_DAY_HEAD (head)) > width)
      return FALSE;
  return TRUE;
}

/* Puts @child at @x, counted from the start edge; hides it when it is not @shown. */
static void
place (GtkWidget *self, GtkWidget *child, gboolean shown, int x, int width, int room)
{
  int height;

  shown = shown && width > 0;
  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, (room - height) / 2, width, height }, -1);
}

static void
brine_day_head_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineDayHead *self = BRINE_DAY_HEAD (widget);
  int weekday = get_width (self->weekday);
  int date = get_width (self->date);
  int done = get_width (self->done);
  int mood = get_width (self->mood);
  gboolean has_weekday = weekday + GAP + date <= width;
  int left = has_weekday ? weekday + GAP + date : date;
  gboolean has_mood = mood > 0 && left + GAP + mood <= width;
  int right = has_mood ? mood + GAP : 0;
  gboolean has_done =
      done > 0
      && (self->counts ? has_room_for_counts (self, width) : left + GAP + done + right <= width);

  place (widget, self->weekday, has_weekday, 0, weekday, height);
  place (widget, self->date, TRUE, has_weekday ? weekday + GAP : 0, date, height);
  place (widget, self->mood, has_mood, width - mood, mood, height);
  place (widget, self->done, has_done, width - right - done, done, height);
}

static void
brine_day_head_dispose (GObject *object)
{
  BrineDayHead *self = BRINE_DAY_HEAD (object);

  g_clear_pointer (&self->weekday, gtk_widget_unparent);
  g_clear_pointer (&self->date, gtk_widget_unparent);
  g_clear_pointer (&self->done, gtk_widget_unparent);
  g_clear_pointer (&self->mood, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_day_head_parent_class)->dispose (object);
}

static void
brine_day_head_class_init (BrineDayHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_day_head_dispose;
  widget_class->measure = brine_day_head_measure;
  widget_class->size_allocate = brine_day_head_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "dayhead");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_label (BrineDayHead *self, const char *css_class)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
brine_day_head_init (BrineDayHead *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->weekday = add_label (self, "weekday");
  self->date = add_label (self, "date");
  self->done = add_label (self, "done");
  self->mood = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             "pixel-size", FACE_SIZE, NULL);
  gtk_widget_add_css_class (self->mood, "mood");
  gtk_widget_set_parent (self->mood, GTK_WIDGET (self));
}

GtkWidget *
brine_day_head_new (void)
{
  return g_object_new (BRINE_TYPE_DAY_HEAD, NULL);
}

static void
show_done (BrineDayHead *self, const char *text, gboolean counts)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->counts == counts && g_str_equal (gtk_label_get_text (GTK_LABEL (self->done)), text))
    return;
  self->counts = counts;
  gtk_label_set_text (GTK_LABEL (self->done), text);
  for (GtkWidget *head = parent != NULL ? gtk_widget_get_first_child (parent) : NULL; head != NULL;
       head = gtk_widget_get_next_sibling (head))
    gtk_widget_queue_allocate (head);
}

static void
set_name (BrineDayHead *self, BrineDay day, BrineDay today, const char *done, int mood)
{
  g_autofree char *date = brine_format_day_long (day, today);
  g_autoptr (GString) name = g_string_new (date);

  if (done != NULL)
    g_string_append_printf (name, ", %s", done);
  if (mood > 0)
    g_string_append_printf (name, ", %s", brine_mood_get_name (mood));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
}

void
brine_day_head_show (BrineDayHead *self, BrineDay day, BrineDay today, BrineDaySummary *summary,
                     BrineDayCount count)
{
  int year, month, day_of_month;

  g_return_if_fail (BRINE_IS_DAY_HEAD (self));
  g_return_if_fail (brine_day_is_valid (day));

  int mood = brine_day_head_get_mood (summary);
  /* Nothing is said of a day of which nothing is known yet. */
  gboolean begun =
      count.shown >= 0 || count.paused
      || (day <= today && (count.done > 0 || mood > 0 || day < today) && count.planned > 0);
  brine_day_get_ymd (day, &year, &month, &day_of_month);
  g_autofree char *date = g_strdup_printf ("%d", day_of_month);
  g_autofree char *said = begun ? brine_day_head_dup_done (count) : NULL;
  g_autofree char *of = begun ? dup_short (count) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->weekday),
                      brine_format_weekday_short (brine_day_get_weekday (day)));
  gtk_label_set_text (GTK_LABEL (self->date), date);
  show_done (self, of, begun && !count.paused);
  gtk_widget_set_visible (self->done, begun);
  gtk_widget_set_visible (self->mood, mood > 0);
  if (mood > 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->mood), brine_mood_get_icon_name (mood, TRUE));
  if (day == today)
    gtk_widget_add_css_class (GTK_WIDGET (self), "today");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "today");
  set_name (self, day, today, said, mood);
}
