/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-block.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-translate.h"

/*
 * One occurrence in the hour grid.
 *
 * CSS: occurrence.<practice>.<state>[.night][.morning|.evening|.middle][.tall] with image.icon,
 * inscription.title, inscription.detail and image.badge. What there is room for is decided by
 * the size that it is given: the title goes first to an ellipsis, then the icon, then the title
 * goes too; the tooltip and the accessible name always keep all. Mirrored in right-to-left.
 */
struct _BrineOccurrenceBlock
{
  GtkWidget parent_instance;

  BrineOccurrence *occurrence;
  BrineBlockPart part;
  BrineLocal start;
  int inset;
  const char *practice_class; /* set on the widget now; static, nullable, so the next two */
  const char *state_class;
  const char *part_class;

  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *badge;
};

G_DEFINE_FINAL_TYPE (BrineOccurrenceBlock, brine_occurrence_block, GTK_TYPE_WIDGET)

#define ICON_SIZE 14
#define GAP 6
#define LINE_HEIGHT 17 /* at the usual text size; grows with it */
#define ICON_FROM_WIDTH 96
#define TITLE_FROM_WIDTH 60
#define BADGE_FROM_WIDTH 40
#define DETAIL_FROM_HEIGHT 38
#define TWO_LINES 42
#define TIME_FROM_WIDTH 480
#define TIME_WIDTH 150
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

static void
place (GtkWidget *self, GtkWidget *child, int x, int y, int width, int height)
{
  gboolean shown = width > 0 && height > 0;

  gtk_widget_set_child_visible (child, shown);
  if (!shown)
    return;

  int unused;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &unused, NULL, NULL, NULL);
  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static int
get_line_height (BrineOccurrenceBlock *self)
{
  int natural;

  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  return MAX (natural, 1);
}

static void
brine_occurrence_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (widget);
  gboolean night = is_night (self);
  gboolean night_end = self->part == BRINE_BLOCK_MORNING || (night && height >= TWO_LINES);
  gboolean middle = self->part == BRINE_BLOCK_MIDDLE;
  gboolean has_badge = !middle && self->part != BRINE_BLOCK_EVENING
                       && gtk_image_get_icon_name (GTK_IMAGE (self->badge)) != NULL
                       && width >= BADGE_FROM_WIDTH;
  gboolean has_icon = !middle && (width >= ICON_FROM_WIDTH || width < TITLE_FROM_WIDTH);
  gboolean has_title = !middle && width >= TITLE_FROM_WIDTH;
  int line = get_line_height (self);
  /* A day alone is wide enough to say the time in the same line. */
  gboolean has_time = has_title && width >= TIME_FROM_WIDTH && height < DETAIL_FROM_HEIGHT
                      && self->part == BRINE_BLOCK_WHOLE;
  gboolean has_detail = has_title && height >= MAX (DETAIL_FROM_HEIGHT, 2 * line + 2)
                        && self->part == BRINE_BLOCK_WHOLE && !night;

  /* One line is centred in a low block; else text begins at the top, that of a morning ends at
   * the bottom, where the night ends. */
  int y = 2 + (self->part == BRINE_BLOCK_EVENING ? self->inset : 0);
  if (night_end)
    y = MAX (height - line - 3 - self->inset, 0);
  else if (height < DETAIL_FROM_HEIGHT && self->inset == 0)
    y = MAX ((height - line) / 2, 0);
  int icon_y = y + (line - ICON_SIZE) / 2;

  int end = width - (has_badge ? ICON_SIZE + 2 : 0);
  place (widget, self->badge, end + 2, icon_y, has_badge ? ICON_SIZE : 0, ICON_SIZE);
  int x = 0;
  if (has_icon && end >= ICON_SIZE)
    {
      place (widget, self->icon, has_title ? 0 : (end - ICON_SIZE) / 2, icon_y, ICON_SIZE,
             ICON_SIZE);
      x = ICON_SIZE + GAP;
    }
  else
    place (widget, self->icon, 0, 0, 0, 0);
  int room = has_time ? end - TIME_WIDTH : end;
  place (widget, self->title, x, y, has_title ? room - x : 0, line);
  if (has_time)
    place (widget, self->detail, room, y, TIME_WIDTH - GAP, line);
  else
    place (widget, self->detail, x, y + line, has_detail ? width - x : 0,
           MIN (height - y - line, 2 * line));
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->detail), has_time ? 1 : 0);
}

/* Words --------------------------------------------------------------------------------------- */

static char *
make_night_title (BrineOccurrenceBlock *self)
{
  const BrineNight *night = brine_occurrence_get_night (self->occurrence);

  if (self->part == BRINE_BLOCK_EVENING)
    return brine_format_time (self->start);
  if (night != NULL)
    {
      g_autofree char *hours = brine_format_hours (brine_night_get_minutes (night));
      /* Translators: how long one slept, for example "Slept 7 h 20" */
      return g_strdup_printf (_ ("Slept %s"), hours);
    }
  int64_t seconds = brine_local_diff_seconds (brine_occurrence_get_end (self->occurrence),
                                              brine_occurrence_get_start (self->occurrence));
  g_autofree char *time = brine_format_time (brine_local_add_seconds (self->start, seconds));
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
  int64_t seconds = brine_local_diff_seconds (brine_occurrence_get_end (self->occurrence),
                                              brine_occurrence_get_start (self->occurrence));
  return brine_format_time_range (self->start, brine_local_add_seconds (self->start, seconds));
}

static char *
make_detail (BrineOccurrenceBlock *self)
{
  const char *place_name = brine_occurrence_get_location (self->occurrence);
  g_autofree char *range = make_time_range (self);

  if (place_name == NULL || *place_name == '\0')
    return g_steal_pointer (&range);
  return g_strdup_printf ("%s\n%s", range, place_name);
}

/* An inscription aligns by the direction of its text; a mark makes it that of the interface. */
static void
set_text (GtkWidget *inscription, const char *text)
{
  gboolean rtl = gtk_widget_get_direction (inscription) == GTK_TEXT_DIR_RTL;
  g_autofree char *marked = g_strconcat (rtl ? "\u200f" : "", text, NULL);

  if (g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (inscription)), marked) != 0)
    gtk_inscription_set_text (GTK_INSCRIPTION (inscription), marked);
}

static void
set_icon (GtkWidget *image, const char *icon_name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), icon_name) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
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
update (BrineOccurrenceBlock *self)
{
  static const char *const part_classes[] = { NULL, "evening", "morning", "middle" };
  BrinePractice practice = brine_occurrence_get_practice (self->occurrence);
  BrineState state = brine_occurrence_get_state (self->occurrence);
  g_autofree char *title = make_title (self);
  g_autofree char *detail = make_detail (self);

  set_class (self, &self->practice_class, brine_practice_get_css_class (practice));
  set_class (self, &self->state_class, brine_state_get_css_class (state));
  set_class (self, &self->part_class, part_classes[self->part]);
  set_icon (self->icon, brine_practice_get_icon_name (practice));
  set_icon (self->badge, brine_state_get_icon_name (state));
  set_text (self->title, title);
  set_text (self->detail, detail);

  int64_t seconds = brine_local_diff_seconds (brine_occurrence_get_end (self->occurrence),
                                              brine_occurrence_get_start (self->occurrence));
  g_autofree char *name =
      brine_format_occurrence_name (brine_occurrence_get_local_title (self->occurrence),
                                    self->start, brine_local_add_seconds (self->start, seconds),
                                    state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
  if (notes != NULL && *notes != '\0')
    g_string_append_printf (text, "\n%s", notes);
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_occurrence_block_dispose (GObject *object)
{
  BrineOccurrenceBlock *self = BRINE_OCCURRENCE_BLOCK (object);

  g_clear_object (&self->occurrence);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->detail, gtk_widget_unparent);
  g_clear_pointer (&self->badge, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_occurrence_block_parent_class)->dispose (object);
}

static void
brine_occurrence_block_class_init (BrineOccurrenceBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_occurrence_block_dispose;
  widget_class->measure = brine_occurrence_block_measure;
  widget_class->size_allocate = brine_occurrence_block_size_allocate;
  widget_class->query_tooltip = brine_occurrence_block_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "occurrence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
add_image (BrineOccurrenceBlock *self, const char *css_class)
{
  GtkWidget *image =
      g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (image, css_class);
  gtk_widget_set_parent (image, GTK_WIDGET (self));
  return image;
}

static GtkWidget *
add_inscription (BrineOccurrenceBlock *self, const char *css_class)
{
  GtkWidget *inscription =
      g_object_new (GTK_TYPE_INSCRIPTION, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                    "nat-lines", 1, "min-lines", 1, "min-chars", 0, "nat-chars", 0, "yalign", 0.0,
                    "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (inscription, css_class);
  gtk_widget_set_parent (inscription, GTK_WIDGET (self));
  return inscription;
}

static void
brine_occurrence_block_init (BrineOccurrenceBlock *self)
{
  self->icon = add_image (self, "icon");
  self->title = add_inscription (self, "title");
  /* One line: letters that have room are shown, also those of half a word. */
  gtk_inscription_set_wrap_mode (GTK_INSCRIPTION (self->title), PANGO_WRAP_CHAR);
  self->detail = add_inscription (self, "detail");
  self->badge = add_image (self, "badge");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
brine_occurrence_block_new (void)
{
  return g_object_new (BRINE_TYPE_OCCURRENCE_BLOCK, NULL);
}

void
brine_occurrence_block_show (BrineOccurrenceBlock *self, BrineOccurrence *occurrence,
                             BrineBlockPart part, BrineLocal start)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self));
  g_return_if_fail (occurrence == NULL || BRINE_IS_OCCURRENCE (occurrence));

  if (self->occurrence == occurrence && self->part == part
      && brine_local_equal (self->start, start))
    return;
  self->part = part;
  self->start = start;
  g_set_object (&self->occurrence, occurrence);
  if (occurrence == NULL)
    return;
  update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_occurrence_block_set_inset (BrineOccurrenceBlock *self, int inset)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_BLOCK (self));

  if (self->inset == inset)
    return;
  self->inset = inset;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
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
