/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-block.h"

#include <glib/gi18n.h>

#include "brine-block-icons.h"
#include "brine-block-room.h"
#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-translate.h"

/*
 * One occurrence in the hour grid.
 *
 * CSS: occurrence.<practice>.<state>[.night][.morning|.evening|.middle][.tall] says ground, edge,
 * pattern, colour and font. There is nothing inside: a week has a hundred of these, so icon, words
 * and badge are drawn. What there is room for is decided by the size that it is given: the title
 * goes first to an ellipsis, then the icon, then the title goes too; the tooltip and the
 * accessible name always keep all. What meets something else has a mark in place of the badge, which
 * only what is over has. Mirrored in right-to-left.
 */
struct _BrineOccurrenceBlock
{
  GtkWidget parent_instance;

  BrineOccurrence *occurrence;
  BrineBlockPart part;
  BrineLocal start;
  BrineLocal end;
  int inset;
  const char *practice_class; /* set on the widget now; static, nullable, so the next two */
  const char *state_class;
  const char *part_class;

  char *title;
  char *time;               /* "07:30 – 08:00" */
  char *place;              /* nullable */
  char *hint;               /* what it meets, in words; nullable */
  PangoLayout *title_words; /* NULL until drawn, so the next */
  PangoLayout *detail_words;
  guint font_serial; /* of the font that @line_height is for */
  int line_height;
};

G_DEFINE_FINAL_TYPE (BrineOccurrenceBlock, brine_occurrence_block, GTK_TYPE_WIDGET)

#define ICON_SIZE 13
#define DETAIL_OPACITY 0.85
#define GROUND_RADIUS 4
#define NIGHT_FROM_MINUTES 180

/* Sleep that begins after midnight lies in one day, and is a night all the same. */
static gboolean
is_night (BrineOccurrenceBlock *self)
{
  return self->occurrence != NULL && self->part == BRINE_BLOCK_WHOLE
         && brine_occurrence_get_practice (self->occurrence) == BRINE_PRACTICE_SLEEP
         && brine_occurrence_get_minutes (self->occurrence) >= NIGHT_FROM_MINUTES;
}

/* Room ---------------------------------------------------------------------------------------- */

static void
brine_occurrence_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                                int *minimum, int *natural, int *minimum_baseline,
                                int *natural_baseline)
{
  /* The grid gives it what its time is worth. */
  *minimum = 0;
  *natural = 0;
}

static int
get_line_height (BrineOccurrenceBlock *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  guint serial = pango_context_get_serial (context);

  if (self->line_height > 0 && self->font_serial == serial)
    return self->line_height;
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  pango_font_metrics_unref (metrics);
  self->line_height = MAX (PANGO_PIXELS_CEIL (height), 1);
  self->font_serial = serial;
  return self->line_height;
}

static const char *
get_badge (BrineOccurrenceBlock *self)
{
  const char *badge = brine_state_get_icon_name (brine_occurrence_get_state (self->occurrence));

  return badge == NULL && self->hint != NULL ? "brine-overlap-symbolic" : badge;
}

static BrineBlockRoom
find_room (BrineOccurrenceBlock *self)
{
  BrineBlockShape shape = {
    .part = self->part,
    .night = is_night (self),
    .badge = get_badge (self) != NULL,
    .place = self->place != NULL,
    .inset = self->inset,
    .line = get_line_height (self),
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
  };

  return brine_block_room_find (&shape);
}

/* Words --------------------------------------------------------------------------------------- */

static char *
make_slept (const BrineNight *night)
{
  g_autofree char *hours = brine_format_hours (brine_night_get_minutes (night));

  /* Translators: how long one slept, for example "Slept 7 h 20" */
  return g_strdup_printf (_ ("Slept %s"), hours);
}

static char *
make_night_title (BrineOccurrenceBlock *self)
{
  const BrineNight *night = brine_occurrence_get_night (self->occurrence);

  if (self->part == BRINE_BLOCK_EVENING)
    return brine_format_time (self->start);
  if (night != NULL)
    return make_slept (night);
  g_autofree char *time = brine_format_time (self->end);
  /* Translators: when one wants to get up, for example "Wake 07:00" */
  return g_strdup_printf (_ ("Wake %s"), time);
}

static char *
make_title (BrineOccurrenceBlock *self)
{
  gboolean sleep = brine_occurrence_get_practice (self->occurrence) == BRINE_PRACTICE_SLEEP;

  if (sleep && (is_night (self) || self->part != BRINE_BLOCK_WHOLE))
    return make_night_title (self);
  return g_strdup (brine_occurrence_get_local_title (self->occurrence));
}

static char *
make_time_range (BrineOccurrenceBlock *self)
{
  return brine_format_time_range (self->start, self->end);
}

/* Returns whether @slot was another text. */
static gboolean
set_text (char **slot, const char *text)
{
  if (g_strcmp0 (*slot, text) == 0)
    return FALSE;
  g_free (*slot);
  *slot = g_strdup (text);
  return TRUE;
}

/* Words are shaped when they are drawn, those that stay the same are not shaped again. */
static void
set_words (BrineOccurrenceBlock *self, const char *title, const char *time, const char *place)
{
  gboolean changed = set_text (&self->time, time);

  if (set_text (&self->place, place != NULL && *place != '\0' ? place : NULL) || changed)
    g_clear_object (&self->detail_words);
  if (set_text (&self->title, title))
    g_clear_object (&self->title_words);
}

static void
set_class (BrineOccurrenceBlock *self, const char **slot, const char *name)
{
  if (g_strcmp0 (*slot, name) == 0)
    return;
  if (*slot != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *slot);
  if (name != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  *slot = name;
}

static void
update_name (BrineOccurrenceBlock *self)
{
  g_autofree char *name =
      brine_format_occurrence_name (brine_occurrence_get_local_title (self->occurrence),
                                    self->start, self->end,
                                    brine_occurrence_get_state (self->occurrence));
  g_autofree char *all =
      self->hint != NULL ? g_strdup_printf ("%s, %s", name, self->hint) : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, all, -1);
}

/* The hours of a night do not follow from its times where the clocks changed. */
static void
update_description (BrineOccurrenceBlock *self)
{
  const BrineNight *night = brine_occurrence_get_night (self->occurrence);
  g_autofree char *slept = night != NULL ? make_slept (night) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, slept,
                                  -1);
}

static void
update (BrineOccurrenceBlock *self)
{
  static const char *const part_classes[] = { NULL, "evening", "morning", "middle" };
  BrinePractice practice = brine_occurrence_get_practice (self->occurrence);
  BrineState state = brine_occurrence_get_state (self->occurrence);
  g_autofree char *title = make_title (self);
  g_autofree char *time = make_time_range (self);

  set_class (self, &self->practice_class, brine_practice_get_css_class (practice));
  set_class (self, &self->state_class, brine_state_get_css_class (state));
  set_class (self, &self->part_class, part_classes[self->part]);
  set_words (self, title, time, brine_occurrence_get_location (self->occurrence));
  update_name (self);
  update_description (self);
}

static gboolean
brine_occurrence_block_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                      GtkTooltip *tooltip)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (widget);

  if (self->occurrence == NULL || brine_is_behind_menu (widget))
    return FALSE;
  g_autofree char *range = make_time_range (self);
  const char *notes = brine_occurrence_get_notes (self->occurrence);
  g_autoptr (GString) text = g_string_new (brine_occurrence_get_local_title (self->occurrence));
  g_string_append_printf (text, "\n%s · %s", range,
                          brine_state_get_name (brine_occurrence_get_state (self->occurrence)));
  if (self->hint != NULL)
    g_string_append_printf (text, " · %s", self->hint);
  if (notes != NULL && *notes != '\0')
    g_string_append_printf (text, "\n%s", notes);
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

/* Drawing ------------------------------------------------------------------------------------- */

/* A paragraph goes by the direction of its text; a mark makes it that of the interface. */
static PangoLayout *
make_layout (BrineOccurrenceBlock *self, const char *text)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *marked = g_strconcat (rtl ? "\u200f" : "", text, NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), marked);

  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  /* Letters that have room are shown, also those of half a word. */
  pango_layout_set_wrap (layout, PANGO_WRAP_CHAR);
  return layout;
}

static PangoLayout *
get_title_words (BrineOccurrenceBlock *self)
{
  if (self->title_words == NULL)
    self->title_words = make_layout (self, self->title);
  return self->title_words;
}

static PangoLayout *
get_detail_words (BrineOccurrenceBlock *self, gboolean has_place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *text =
      has_place ? g_strdup_printf ("%s\n%s%s", self->time, rtl ? "\u200f" : "", self->place)
                : g_strdup (self->time);

  if (self->detail_words != NULL
      && g_str_has_suffix (pango_layout_get_text (self->detail_words), text))
    return self->detail_words;
  g_clear_object (&self->detail_words);
  self->detail_words = make_layout (self, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL));
  pango_layout_set_attributes (self->detail_words, attributes);
  return self->detail_words;
}

static double
mirror_x (BrineOccurrenceBlock *self, int x, int width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return x;
}

/* Gives @layout its width; returns where its words are then. */
static graphene_rect_t
place_words (BrineOccurrenceBlock *self, PangoLayout *layout, int x, int y, int width,
             gboolean at_end)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  PangoRectangle extents;

  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  double left = mirror_x (self, x, width);
  if (rtl != at_end)
    left += width - extents.width;
  return GRAPHENE_RECT_INIT (left, y, extents.width, extents.height);
}

static graphene_rect_t
place_title (BrineOccurrenceBlock *self, const BrineBlockRoom *room)
{
  return place_words (self, get_title_words (self), room->title_x, room->y, room->title_width,
                      FALSE);
}

static graphene_rect_t
place_detail (BrineOccurrenceBlock *self, const BrineBlockRoom *room)
{
  return place_words (self, get_detail_words (self, room->has_place), room->detail_x,
                      room->detail_y, room->detail_width, room->detail_at_end);
}

static void
append_words (GtkSnapshot *snapshot, PangoLayout *layout, const graphene_rect_t *place,
              const GdkRGBA *color)
{
  PangoRectangle extents;

  /* A layout that is aligned begins at the side where its width does. */
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (place->origin.x - extents.x, place->origin.y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_icon (BrineOccurrenceBlock *self, GtkSnapshot *snapshot, const char *icon_name, int x,
             const BrineBlockRoom *room, const GdkRGBA *color)
{
  int y = room->y + (room->line - BRINE_BLOCK_ICON_ROOM) / 2;

  if (x < 0 || icon_name == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mirror_x (self, x, BRINE_BLOCK_ICON_ROOM), y));
  gtk_snapshot_append_node (snapshot,
                            brine_block_icons_get (GTK_WIDGET (self), icon_name, ICON_SIZE, color));
  gtk_snapshot_restore (snapshot);
}

/* No hatch strikes out the title of what is paused. */
static void
append_ground (BrineOccurrenceBlock *self, GtkSnapshot *snapshot, const BrineBlockRoom *room)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (mirror_x (self, room->title_x, room->title_width),
                                               room->y, room->title_width, room->line);
  GskRoundedRect ground;
  GdkRGBA color;

  if (brine_occurrence_get_state (self->occurrence) != BRINE_STATE_PAUSED || room->title_width <= 0
      || !gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                          "block_bg_color", &color))
    return;
  gsk_rounded_rect_init_from_rect (&ground, &bounds, GROUND_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &ground);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_all (BrineOccurrenceBlock *self, GtkSnapshot *snapshot, const BrineBlockRoom *room)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  append_ground (self, snapshot, room);
  append_icon (self, snapshot,
               brine_practice_get_icon_name (brine_occurrence_get_practice (self->occurrence)),
               room->icon_x, room, &color);
  append_icon (self, snapshot, get_badge (self), room->badge_x, room, &color);
  if (room->title_width > 0)
    {
      graphene_rect_t place = place_title (self, room);
      append_words (snapshot, get_title_words (self), &place, &color);
    }
  color.alpha *= DETAIL_OPACITY;
  if (room->detail_width > 0)
    {
      graphene_rect_t place = place_detail (self, room);
      append_words (snapshot, get_detail_words (self, room->has_place), &place, &color);
    }
}

static void
brine_occurrence_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (self->occurrence == NULL)
    return;
  BrineBlockRoom room = find_room (self);
  /* A clip costs; only a quarter of an hour is lower than its line. */
  gboolean clipped = room.y + room.line > height;
  if (clipped)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height + 1));
  append_all (self, snapshot, &room);
  if (clipped)
    gtk_snapshot_pop (snapshot);
}

static void
brine_occurrence_block_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (widget);

  GTK_WIDGET_CLASS (brine_occurrence_block_parent_class)->direction_changed (widget, previous);
  g_clear_object (&self->title_words);
  g_clear_object (&self->detail_words);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_occurrence_block_dispose (GObject *object)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (object);

  g_clear_object (&self->occurrence);
  g_clear_object (&self->title_words);
  g_clear_object (&self->detail_words);

  G_OBJECT_CLASS (brine_occurrence_block_parent_class)->dispose (object);
}

static void
brine_occurrence_block_finalize (GObject *object)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (object);

  g_free (self->title);
  g_free (self->time);
  g_free (self->place);
  g_free (self->hint);

  G_OBJECT_CLASS (brine_occurrence_block_parent_class)->finalize (object);
}

static void
brine_occurrence_block_class_init (BrineOccurrenceBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_occurrence_block_dispose;
  G_OBJECT_CLASS (klass)->finalize = brine_occurrence_block_finalize;
  widget_class->measure = brine_occurrence_block_measure;
  widget_class->snapshot = brine_occurrence_block_snapshot;
  widget_class->direction_changed = brine_occurrence_block_direction_changed;
  widget_class->query_tooltip = brine_occurrence_block_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "occurrence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
brine_occurrence_block_init (BrineOccurrenceBlock *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
brine_occurrence_block_new (void)
{
  return g_object_new (BRINE_TYPE_OCCURRENCE_BLOCK, NULL);
}

void
brine_occurrence_block_show_span (BrineOccurrenceBlock *self, BrineOccurrence *occurrence,
                                  BrineBlockPart part, BrineLocal start, BrineLocal end)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self));
  g_return_if_fail (occurrence == NULL || BRINE_IS_OCCURRENCE (occurrence));

  if (self->occurrence == occurrence && self->part == part && brine_local_equal (self->start, start)
      && brine_local_equal (self->end, end))
    return;
  self->part = part;
  self->start = start;
  self->end = end;
  g_set_object (&self->occurrence, occurrence);
  if (occurrence == NULL)
    return;
  update (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
brine_occurrence_block_set_hint (BrineOccurrenceBlock *self, const char *hint)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self));

  if (!set_text (&self->hint, hint) || self->occurrence == NULL)
    return;
  update_name (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
brine_occurrence_block_show (BrineOccurrenceBlock *self, BrineOccurrence *occurrence,
                             BrineBlockPart part, BrineLocal start)
{
  int64_t seconds = occurrence != NULL
                        ? brine_local_diff_seconds (brine_occurrence_get_end (occurrence),
                                                    brine_occurrence_get_start (occurrence))
                        : 0;

  brine_occurrence_block_show_span (self, occurrence, part, start,
                                    brine_local_add_seconds (start, seconds));
}

void
brine_occurrence_block_set_inset (BrineOccurrenceBlock *self, int inset)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self));

  if (self->inset == inset)
    return;
  self->inset = inset;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
brine_occurrence_block_get_marks (BrineOccurrenceBlock *self,
                                  graphene_rect_t marks[BRINE_BLOCK_N_MARKS])
{
  guint n = 0;

  g_return_val_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self), 0);

  if (self->occurrence == NULL)
    return 0;
  BrineBlockRoom room = find_room (self);
  const int icons[] = { room.icon_x, room.badge_x };
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (icons[i] >= 0)
      marks[n++] = GRAPHENE_RECT_INIT (mirror_x (self, icons[i], BRINE_BLOCK_ICON_ROOM), room.y,
                                       BRINE_BLOCK_ICON_ROOM, room.line);
  if (room.title_width > 0)
    marks[n++] = place_title (self, &room);
  if (room.detail_width > 0)
    marks[n++] = place_detail (self, &room);
  return n;
}

BrineOccurrence *
brine_occurrence_block_get_occurrence (BrineOccurrenceBlock *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self), NULL);

  return self->occurrence;
}

BrineBlockPart
brine_occurrence_block_get_part (BrineOccurrenceBlock *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self), BRINE_BLOCK_WHOLE);

  return self->part;
}
