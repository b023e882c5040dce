/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-fold-layout.h"

struct _BrineFoldLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (BrineFoldLayout, brine_fold_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *child; /* NULL: there is none to lay out */
  int minimum;
  int natural;
} Part;

static Part
get_part (GtkWidget *child)
{
  Part part = { .child = child };

  if (part.child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &part.minimum, &part.natural, NULL,
                        NULL);
  return part;
}

static void
get_parts (GtkWidget *widget, Part *out_words, Part *out_rest)
{
  GtkWidget *first = NULL;
  GtkWidget *last = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        first = first != NULL ? first : child;
        last = child;
      }
  *out_words = get_part (first);
  *out_rest = get_part (last != first ? last : NULL);
}

static int
measure_height (const Part *part, int width)
{
  int height = 0;

  if (part->child != NULL)
    gtk_widget_measure (part->child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

/* What is left for the words beside the rest; 0: the rest goes below. */
static int
get_room (BrineFoldLayout *self, const Part *words, const Part *rest, int width)
{
  int room = rest->child != NULL ? width - self->spacing - rest->natural : width;

  return room >= words->minimum && room >= MIN (words->natural, width * 2 / 5) ? room : 0;
}

static GtkSizeRequestMode
brine_fold_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
brine_fold_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  BrineFoldLayout *self = BRINE_FOLD_LAYOUT (manager);
  Part words, rest;
  int width, room;

  get_parts (widget, &words, &rest);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (words.minimum, rest.minimum);
      *natural = words.natural + (rest.child != NULL ? self->spacing + rest.natural : 0);
      return;
    }
  width = for_size < 0 ? words.natural + self->spacing + rest.natural : for_size;
  room = get_room (self, &words, &rest, width);
  *minimum = room > 0 ? MAX (measure_height (&words, room), measure_height (&rest, rest.natural))
                      : measure_height (&words, width) + self->spacing
                            + measure_height (&rest, MIN (rest.natural, width));
  *natural = *minimum;
}

static void
place (GtkWidget *widget, const Part *part, int x, int y, int width, int height, int whole_width)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (part->child != NULL)
    gtk_widget_size_allocate (
        part->child, &(GtkAllocation){ rtl ? whole_width - x - width : x, y, width, height }, -1);
}

static void
brine_fold_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  BrineFoldLayout *self = BRINE_FOLD_LAYOUT (manager);
  Part words, rest;
  int room, rest_width, words_height;

  get_parts (widget, &words, &rest);
  room = get_room (self, &words, &rest, width);
  rest_width = MIN (rest.natural, width);
  words_height = room > 0 ? height : measure_height (&words, width);
  place (widget, &words, 0, 0, room > 0 ? room : width, words_height, width);
  if (room > 0)
    place (widget, &rest, width - rest_width, 0, rest_width, height, width);
  else
    place (widget, &rest, 0, words_height + self->spacing, rest_width,
           height - words_height - self->spacing, width);
}

static void
brine_fold_layout_class_init (BrineFoldLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = brine_fold_layout_get_request_mode;
  layout_class->measure = brine_fold_layout_measure;
  layout_class->allocate = brine_fold_layout_allocate;
}

static void
brine_fold_layout_init (BrineFoldLayout *self)
{
}

GtkLayoutManager *
brine_fold_layout_new (int spacing)
{
  BrineFoldLayout *self = g_object_new (BRINE_TYPE_FOLD_LAYOUT, NULL);

  self->spacing = MAX (spacing, 0);
  return GTK_LAYOUT_MANAGER (self);
}
