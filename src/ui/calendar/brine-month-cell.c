/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-month-cell.h"

#include <glib/gi18n.h>
#include <math.h>

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-month-words.h"
#include "brine-ring.h"
#include "brine-translate.h"

/*
 * One day of a month. It has no children and draws itself, so that a month is 42 widgets and not
 * 500: the words are kept as layouts, the icons and colours are those of the whole month.
 *
 * Signal "activate", by the action "day.open", which assistive technology finds.
 *
 * CSS: monthcell[.today][.selected]. Role: grid cell, named "Thursday 19 November, mood good, 4 of
 * 8 done". Mirrored in right-to-left, but for the ring, which runs clockwise everywhere.
 */
struct _BrineMonthCell
{
  GtkWidget parent_instance;

  BrineMonthPaint *paint; /* borrowed from the grid */
  BrineMonthDay day;
  BrineDay now; /* today: which years are told */
  BrineOccurrence *event;
  int n_events;
  BrineMonthBusy busy;
  gboolean first;
  gboolean narrow;
  gboolean selected;

  /* Made when they are drawn; NULL after a change. */
  PangoLayout *date;
  PangoLayout *words;
  PangoLayout *more_events;
};

G_DEFINE_FINAL_TYPE (BrineMonthCell, brine_month_cell, GTK_TYPE_WIDGET)

static guint activate_signal;

#define PAUSE_ICON "brine-pause-symbolic"
#define CAPTION 0.833
#define NARROW_DATE 0.9
#define OTHER_MONTH 0.68
#define ICON_ROOM 18.0
#define LABEL_PADDING 4.0
#define PILL_PADDING 7.0
#define TOOLTIP_CHARS 42
#define BUSY_TOLD 5
#define BUSY_GAP 6.0
#define BUSY_LINE 3.0

/* Words --------------------------------------------------------------------------------------- */

static PangoLayout *
make_layout (BrineMonthCell *self, const char *text, double size, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (size));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
drop_layouts (BrineMonthCell *self)
{
  g_clear_object (&self->date);
  g_clear_object (&self->words);
  g_clear_object (&self->more_events);
}

static void
make_date (BrineMonthCell *self, gboolean with_month)
{
  g_autofree char *text = brine_month_words_make_date (self->day.day, with_month);

  self->date = make_layout (self, text, self->narrow ? NARROW_DATE : 1, PANGO_WEIGHT_BOLD);
}

static const char *
get_words (BrineMonthCell *self)
{
  if (self->day.paused)
    return brine_month_words_get_pause (self->day.pause_reason);
  if (self->event != NULL)
    return brine_occurrence_get_local_title (self->event);
  if (self->day.mood > 0)
    return brine_mood_get_name (self->day.mood);
  return self->day.expected ? _ ("Not logged") : NULL;
}

static void
ensure_layouts (BrineMonthCell *self)
{
  gboolean event = self->event != NULL && !self->day.paused;
  const char *words = get_words (self);
  int day_of_month;

  if (self->date != NULL)
    return;
  brine_day_get_ymd (self->day.day, NULL, NULL, &day_of_month);
  make_date (self, !self->narrow && (self->first || day_of_month == 1));
  if (words != NULL)
    self->words =
        make_layout (self, words, CAPTION, event ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  if (event && self->n_events > 1)
    {
      /* Translators: so many more than there is room for. */
      g_autofree char *more = g_strdup_printf (C_ ("more than shown", "+%d"), self->n_events - 1);
      self->more_events = make_layout (self, more, CAPTION, PANGO_WEIGHT_NORMAL);
    }
}

/* What became of the practices, and what other calendars hold. (nullable) */
static char *
make_description (BrineMonthCell *self, guint max_busy)
{
  g_autofree char *practices = brine_month_words_make_description (&self->day);
  g_autofree char *busy = brine_month_busy_make_words (&self->busy, max_busy);

  if (practices == NULL || busy == NULL)
    return practices != NULL ? g_steal_pointer (&practices) : g_steal_pointer (&busy);
  return g_strjoin ("\n", practices, busy, NULL);
}

static void
update_names (BrineMonthCell *self)
{
  const char *event = self->event != NULL ? brine_occurrence_get_local_title (self->event) : NULL;
  g_autofree char *name = brine_month_words_make_name (&self->day, self->now, event);
  g_autofree char *description = make_description (self, BUSY_TOLD);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static gboolean
brine_month_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                GtkTooltip *tooltip)
{
  BrineMonthCell *self = BRINE_MONTH_CELL (widget);

  if (brine_is_behind_menu (widget))
    return FALSE;
  const char *event = self->event != NULL ? brine_occurrence_get_local_title (self->event) : NULL;
  g_autofree char *name = brine_month_words_make_name (&self->day, self->now, event);
  g_autofree char *description = make_description (self, BUSY_TOLD);
  g_autofree char *text = g_strjoin ("\n", name, description, NULL);

  /* On several lines, so that it does not lie over the whole week. */
  gtk_tooltip_set_custom (tooltip,
                          g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE,
                                        "max-width-chars", TOOLTIP_CHARS, "xalign", 0.0, NULL));
  return TRUE;
}

/* Drawing ------------------------------------------------------------------------------------- */

static BrineMonthRect
map (BrineMonthCell *self, BrineMonthRect rect)
{
  if (!self->paint->colors.mirrored)
    return rect;
  return brine_month_rect_mirror (rect, gtk_widget_get_width (GTK_WIDGET (self)));
}

static double
draw_layout (BrineMonthCell *self, GtkSnapshot *snapshot, PangoLayout *layout, BrineMonthRect place,
             GdkRGBA color)
{
  return brine_month_paint_layout (self->paint, snapshot, layout, place,
                                   gtk_widget_get_width (GTK_WIDGET (self)), color);
}

static int
get_layout_width (PangoLayout *layout)
{
  int width;

  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* On the hatch, words need a ground of their own. */
static void
draw_label_ground (BrineMonthCell *self, GtkSnapshot *snapshot, BrineMonthRect place, double width)
{
  place.x -= LABEL_PADDING;
  place.width = MIN (width, place.width) + 2 * LABEL_PADDING;
  brine_month_paint_fill (snapshot, map (self, place), LABEL_PADDING, self->paint->colors.ground);
}

/* The month is told where there is room for it. */
static int
fit_date (BrineMonthCell *self, double room)
{
  int width = get_layout_width (self->date);

  if (width <= room || self->narrow)
    return width;
  g_clear_object (&self->date);
  make_date (self, FALSE);
  return get_layout_width (self->date);
}

/* Returns: the width that it took of @place. */
static double
draw_date (BrineMonthCell *self, GtkSnapshot *snapshot, BrineMonthRect place)
{
  const BrineMonthColors *colors = &self->paint->colors;
  int width = fit_date (self, place.width);
  double height = round (22 * colors->text_scale);
  double padding = self->narrow ? LABEL_PADDING : PILL_PADDING;
  BrineMonthRect pill = { place.x, place.y + round ((place.height - height) / 2), 0, height };

  pill.width = MIN (MAX (width + 2 * padding, height), MAX (place.width, width));
  if (self->day.today)
    {
      BrineMonthRect words = { pill.x + round ((pill.width - width) / 2), pill.y, width, height };
      brine_month_paint_fill (snapshot, map (self, pill), height / 2, colors->accent_bg);
      draw_layout (self, snapshot, self->date, words, colors->accent_fg);
      return pill.width;
    }
  if (self->day.paused)
    draw_label_ground (self, snapshot, pill, width);
  return draw_layout (self, snapshot, self->date, place, colors->foreground);
}

/* At the foot of a cell that shows no more than its date. */
static void
draw_busy_line (BrineMonthCell *self, GtkSnapshot *snapshot, int width, int height)
{
  BrineMonthRect place = { LABEL_PADDING, height - BUSY_LINE - 1, width - 2 * LABEL_PADDING,
                           BUSY_LINE };

  brine_month_busy_draw_line (&self->busy, self->paint, GTK_WIDGET (self), snapshot, place);
}

/* In a line of its own, or else beside the date. @taken: by the date. */
static void
draw_busy (BrineMonthCell *self, GtkSnapshot *snapshot, BrineMonthCellLayout *layout, double taken,
           int width)
{
  BrineMonthRect place = layout->date;

  if (self->busy.n == 0)
    return;
  place.x += taken + BUSY_GAP;
  place.width -= taken + 2 * BUSY_GAP;
  brine_month_layout_add_line (layout, width, brine_month_busy_get_height (self->paint), &place);
  brine_month_busy_draw (&self->busy, self->paint, GTK_WIDGET (self), snapshot, place);
}

static void
draw_face (BrineMonthCell *self, GtkSnapshot *snapshot, BrineMonthRect place)
{
  const BrineMonthColors *colors = &self->paint->colors;

  place = map (self, place);
  if (self->day.mood > 0)
    {
      if (self->day.paused)
        brine_month_paint_fill (snapshot, place, place.width / 2, colors->ground);
      brine_month_paint_icon (self->paint, snapshot,
                              brine_mood_get_icon_name (self->day.mood, TRUE), place,
                              (int)BRINE_MONTH_FACE, colors->face);
    }
  else if (self->day.expected)
    brine_month_paint_dashes (snapshot, place, place.width / 2, 1, 1, 2, colors->dots);
}

static gboolean
has_face (BrineMonthCell *self)
{
  return self->day.mood > 0 || self->day.expected;
}

static void
draw_words (BrineMonthCell *self, GtkSnapshot *snapshot, const BrineMonthCellLayout *layout)
{
  const BrineMonthColors *colors = &self->paint->colors;
  BrineMonthRect place = layout->words;
  gboolean event = self->event != NULL && !self->day.paused;
  GdkRGBA color = event ? colors->text[BRINE_PRACTICE_OWN] : colors->secondary;
  int more = self->more_events != NULL ? get_layout_width (self->more_events) + 6 : 0;

  if (self->words == NULL)
    return;
  if (!has_face (self))
    {
      place.width += place.x - layout->face.x;
      place.x = layout->face.x;
    }
  if (self->day.paused)
    draw_label_ground (self, snapshot, place, ICON_ROOM + get_layout_width (self->words));
  if (event || self->day.paused)
    {
      BrineMonthRect icon = { place.x, place.y, 13, place.height };
      brine_month_paint_icon (self->paint, snapshot,
                              event ? brine_practice_get_icon_name (BRINE_PRACTICE_OWN)
                                    : PAUSE_ICON,
                              map (self, icon), 13, color);
      place.x += ICON_ROOM;
      place.width -= ICON_ROOM;
    }
  place.width -= more;
  double width = draw_layout (self, snapshot, self->words, place, color);
  if (more == 0)
    return;
  place.x += width + 6;
  place.width = more - 6;
  draw_layout (self, snapshot, self->more_events, place, colors->secondary);
}

static void
draw_marks (BrineMonthCell *self, GtkSnapshot *snapshot, const BrineMonthCellLayout *layout)
{
  int index = 0;

  for (int i = 0; i < BRINE_N_PRACTICES && index < layout->n_marks; i++)
    if ((self->day.shown & 1u << i) != 0)
      brine_month_paint_mark (self->paint, snapshot,
                              map (self, brine_month_layout_get_mark (layout, index++)), i,
                              self->day.marks[i]);
  if (layout->n_more == 0)
    return;
  g_autofree char *text = g_strdup_printf (C_ ("more than shown", "+%d"), layout->n_more);
  g_autoptr (PangoLayout) more = make_layout (self, text, CAPTION, PANGO_WEIGHT_NORMAL);
  draw_layout (self, snapshot, more, layout->more, self->paint->colors.secondary);
}

/* A day that lies ahead has no ring yet, one that is paused counts for nothing. */
static void
draw_ring (BrineMonthCell *self, GtkSnapshot *snapshot, BrineMonthRect place)
{
  if (self->day.planned == 0 || self->day.paused || (self->day.ahead && self->day.done == 0))
    return;
  place = map (self, place);
  brine_ring_snapshot_at (GTK_WIDGET (self), snapshot, BRINE_RING_SMALL,
                          MIN ((double)self->day.done / self->day.planned, 1),
                          &GRAPHENE_RECT_INIT ((float)place.x, (float)place.y, (float)place.width,
                                               (float)place.height));
}

static void
draw_content (BrineMonthCell *self, GtkSnapshot *snapshot, int width, int height)
{
  BrineMonthCellLayout layout;
  double taken;

  brine_month_layout_lay_out_cell (width, height, self->paint->colors.text_scale, self->narrow,
                                   brine_month_day_count_marks (&self->day), &layout);
  if (self->day.paused)
    brine_month_paint_hatch (self->paint, snapshot, (BrineMonthRect){ 0, 0, width, height }, 0);
  taken = draw_date (self, snapshot, layout.date);
  if (layout.level == BRINE_MONTH_BARE)
    draw_busy_line (self, snapshot, width, height);
  else
    draw_busy (self, snapshot, &layout, taken, width);
  draw_ring (self, snapshot, layout.ring);
  if (layout.face.width > 0)
    draw_face (self, snapshot, layout.face);
  if (layout.level == BRINE_MONTH_FULL)
    draw_words (self, snapshot, &layout);
  else if (self->day.paused && !has_face (self) && layout.face.width > 0)
    brine_month_paint_icon (self->paint, snapshot, PAUSE_ICON, map (self, layout.face), 16,
                            self->paint->colors.secondary);
  draw_marks (self, snapshot, &layout);
}

static void
brine_month_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineMonthCell *self = BRINE_MONTH_CELL (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (!brine_day_is_valid (self->day.day))
    return;
  ensure_layouts (self);
  if (self->day.other_month)
    gtk_snapshot_push_opacity (snapshot, OTHER_MONTH);
  draw_content (self, snapshot, width, height);
  if (self->day.other_month)
    gtk_snapshot_pop (snapshot);
}

static void
brine_month_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  /* The month shares its room out. */
  *minimum = 0;
  *natural = 0;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_month_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (brine_month_cell_parent_class)->css_changed (widget, change);
  drop_layouts (BRINE_MONTH_CELL (widget));
}

static void
brine_month_cell_dispose (GObject *object)
{
  BrineMonthCell *self = BRINE_MONTH_CELL (object);

  drop_layouts (self);
  g_clear_object (&self->event);
  brine_month_busy_clear (&self->busy);
  G_OBJECT_CLASS (brine_month_cell_parent_class)->dispose (object);
}

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, activate_signal, 0);
}

static void
brine_month_cell_class_init (BrineMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_month_cell_dispose;
  widget_class->measure = brine_month_cell_measure;
  widget_class->snapshot = brine_month_cell_snapshot;
  widget_class->css_changed = brine_month_cell_css_changed;
  widget_class->query_tooltip = brine_month_cell_query_tooltip;
  activate_signal =
      g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_FIRST | G_SIGNAL_ACTION, 0,
                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  gtk_widget_class_install_action (widget_class, "day.open", NULL, on_open);
  gtk_widget_class_set_css_name (widget_class, "monthcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
brine_month_cell_init (BrineMonthCell *self)
{
  self->day.day = BRINE_DAY_INVALID;
  self->now = BRINE_DAY_INVALID;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
brine_month_cell_new (BrineMonthPaint *paint)
{
  BrineMonthCell *self = g_object_new (BRINE_TYPE_MONTH_CELL, NULL);

  self->paint = paint;
  return GTK_WIDGET (self);
}

static void
set_class (BrineMonthCell *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
brine_month_cell_set_day (BrineMonthCell *self, const BrineMonthDay *day, BrineDay today,
                          BrineOccurrence *event, int n_events)
{
  g_return_if_fail (BRINE_IS_MONTH_CELL (self));
  g_return_if_fail (day != NULL);
  g_return_if_fail (event == NULL || BRINE_IS_OCCURRENCE (event));

  if (brine_month_day_equal (day, &self->day) && today == self->now && event == self->event
      && n_events == self->n_events)
    return;
  self->day = *day;
  self->now = today;
  g_set_object (&self->event, event);
  self->n_events = n_events;
  set_class (self, "today", day->today);
  drop_layouts (self);
  update_names (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
brine_month_cell_take_busy (BrineMonthCell *self, BrineMonthBusy *busy)
{
  g_return_if_fail (BRINE_IS_MONTH_CELL (self));
  g_return_if_fail (busy != NULL);

  if (brine_month_busy_equal (&self->busy, busy))
    return;
  brine_month_busy_take (&self->busy, busy);
  update_names (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const BrineMonthDay *
brine_month_cell_get_day (BrineMonthCell *self)
{
  g_return_val_if_fail (BRINE_IS_MONTH_CELL (self), NULL);

  return &self->day;
}

void
brine_month_cell_set_place (BrineMonthCell *self, gboolean first, gboolean narrow,
                            gboolean selected)
{
  g_return_if_fail (BRINE_IS_MONTH_CELL (self));

  set_class (self, "selected", selected);
  if (selected != self->selected)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                 -1);
  self->selected = selected;
  if (first == self->first && narrow == self->narrow)
    return;
  self->first = first;
  self->narrow = narrow;
  brine_month_cell_restyle (self);
}

void
brine_month_cell_restyle (BrineMonthCell *self)
{
  g_return_if_fail (BRINE_IS_MONTH_CELL (self));

  drop_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
