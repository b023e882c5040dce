/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-year-foot.h"

#include <glib/gi18n.h>

#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-wrap-layout.h"

/*
 * Below a year: what is shown, what the colours mean, and the year in a sentence, in as many lines
 * as the width asks for. In one line the sentence stands at the end.
 *
 * CSS: yearfoot with label.swatch[.mood-1 … .mood-5][.fifth-1 … .fifth-5][.not-logged]
 * [.paused] and label.summary.
 */
struct _BrineYearFoot
{
  GtkWidget parent_instance;

  GtkWidget *measures[2];
  GtkWidget *numbers;
  GtkWidget *switches;
  GtkWidget *keys[2]; /* one for each measure */
  GtkWidget *summary;
};

enum
{
  MEASURE,
  NUMBERS,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineYearFoot, brine_year_foot, GTK_TYPE_WIDGET)

static void
on_measure_toggled_cb (BrineYearFoot *self, GtkToggleButton *button)
{
  BrineYearMeasure measure = GTK_WIDGET (button) == self->measures[BRINE_YEAR_MOOD]
                                 ? BRINE_YEAR_MOOD
                                 : BRINE_YEAR_ADHERENCE;

  if (!gtk_toggle_button_get_active (button))
    return;
  for (int i = 0; i < (int)G_N_ELEMENTS (self->keys); i++)
    gtk_widget_set_visible (self->keys[i], i == (int)measure);
  g_signal_emit (self, signals[MEASURE], 0, (int)measure);
}

static void
on_numbers_toggled_cb (BrineYearFoot *self, GtkToggleButton *button)
{
  g_signal_emit (self, signals[NUMBERS], 0, gtk_toggle_button_get_active (button));
}

/* Lines --------------------------------------------------------------------------------------- */

#define GAP 18
#define LINE_GAP 6
#define N_PARTS 3

typedef struct
{
  GtkWidget *widget;
  int x;
  int width;
  int line;
} Part;

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Choices, key and sentence side by side as long as there is room. A first line of choices alone
 * is filled by them. */
static void
break_lines (BrineYearFoot *self, int width, Part parts[N_PARTS])
{
  GtkWidget *key = gtk_widget_get_visible (self->keys[0]) ? self->keys[0] : self->keys[1];
  GtkWidget *widgets[N_PARTS] = { self->switches, key, self->summary };
  int x = 0;
  int line = 0;

  for (int i = 0; i < N_PARTS; i++)
    {
      int natural = get_natural_width (widgets[i]);

      if (x > 0 && x + natural > width)
        {
          x = 0;
          line++;
        }
      parts[i] = (Part){ widgets[i], x, MIN (natural, width), line };
      x += natural + GAP;
    }
  if (parts[1].line > 0)
    parts[0].width = width;
  if (parts[2].x > 0)
    parts[2].x = width - parts[2].width;
}

static int
get_line_height (const Part parts[N_PARTS], int line)
{
  int height = 0;

  for (int i = 0; i < N_PARTS; i++)
    {
      int natural;

      if (parts[i].line != line)
        continue;
      gtk_widget_measure (parts[i].widget, GTK_ORIENTATION_VERTICAL, parts[i].width, NULL, &natural,
                          NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

static GtkSizeRequestMode
brine_year_foot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
brine_year_foot_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineYearFoot *self = BRINE_YEAR_FOOT (widget);
  Part parts[N_PARTS];

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          int least;

          if (!gtk_widget_get_visible (child))
            continue;
          gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural += get_natural_width (child) + GAP;
        }
      return;
    }
  break_lines (self, for_size < 0 ? G_MAXINT / 2 : for_size, parts);
  for (int line = 0; line <= parts[N_PARTS - 1].line; line++)
    *natural += get_line_height (parts, line) + (line > 0 ? LINE_GAP : 0);
  *minimum = *natural;
}

static void
brine_year_foot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineYearFoot *self = BRINE_YEAR_FOOT (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Part parts[N_PARTS];
  int y = 0;

  break_lines (self, width, parts);
  for (int line = 0; line <= parts[N_PARTS - 1].line; line++)
    {
      int line_height = get_line_height (parts, line);

      for (int i = 0; i < N_PARTS; i++)
        {
          int x = mirrored ? width - parts[i].x - parts[i].width : parts[i].x;

          if (parts[i].line == line)
            gtk_widget_size_allocate (parts[i].widget,
                                      &(GtkAllocation){ x, y, parts[i].width, line_height }, -1);
        }
      y += line_height + LINE_GAP;
    }
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_year_foot_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (brine_year_foot_parent_class)->dispose (object);
}

static void
brine_year_foot_class_init (BrineYearFootClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_year_foot_dispose;
  signals[MEASURE] = g_signal_new ("measure", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[NUMBERS] = g_signal_new ("numbers", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "yearfoot");
  widget_class->get_request_mode = brine_year_foot_get_request_mode;
  widget_class->measure = brine_year_foot_measure;
  widget_class->size_allocate = brine_year_foot_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Key ----------------------------------------------------------------------------------------- */

static GtkWidget *
make_swatch (const char *css_class, const char *text)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_LABEL, "label", text, "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_add_css_class (swatch, "numeric");
  gtk_widget_add_css_class (swatch, css_class);
  return swatch;
}

static void
append_words (GtkWidget *box, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), label);
}

static void
append_swatch (GtkWidget *key, const char *css_class, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);

  gtk_box_append (GTK_BOX (box), make_swatch (css_class, NULL));
  append_words (box, words);
  gtk_box_append (GTK_BOX (key), box);
}

static GtkWidget *
make_face (int mood)
{
  GtkWidget *face = gtk_image_new_from_icon_name (brine_mood_get_icon_name (mood, FALSE));

  brine_set_tooltip (face, brine_mood_get_name (mood));
  gtk_accessible_update_property (GTK_ACCESSIBLE (face), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  brine_mood_get_name (mood), -1);
  return face;
}

static GtkWidget *
make_ramp (BrineYearMeasure measure)
{
  GtkWidget *ramp = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (measure == BRINE_YEAR_MOOD)
    gtk_box_append (GTK_BOX (ramp), make_face (1));
  else
    append_words (ramp, _ ("some done"));
  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *css_class =
          g_strdup_printf (measure == BRINE_YEAR_MOOD ? "mood-%d" : "fifth-%d", i);
      g_autofree char *text = measure == BRINE_YEAR_MOOD ? g_strdup_printf ("%d", i) : NULL;
      gtk_box_append (GTK_BOX (ramp), make_swatch (css_class, text));
    }
  if (measure == BRINE_YEAR_MOOD)
    gtk_box_append (GTK_BOX (ramp), make_face (5));
  else
    append_words (ramp, _ ("all done"));
  return ramp;
}

static GtkWidget *
make_key (BrineYearMeasure measure)
{
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (key, brine_wrap_layout_new (12));
  gtk_box_append (GTK_BOX (key), make_ramp (measure));
  append_swatch (key, "not-logged", _ ("not logged"));
  append_swatch (key, "paused", _ ("paused"));
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (key, measure == BRINE_YEAR_MOOD);
  return key;
}

/* Choices ------------------------------------------------------------------------------------- */

static GtkWidget *
make_switch (BrineYearFoot *self)
{
  static const char *const names[] = { N_ ("Mood"), N_ ("Adherence") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      self->measures[i] = gtk_toggle_button_new_with_label (_ (names[i]));
      gtk_widget_set_hexpand (self->measures[i], TRUE);
      gtk_box_append (GTK_BOX (box), self->measures[i]);
    }
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->measures[1]),
                               GTK_TOGGLE_BUTTON (self->measures[0]));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->measures[0]), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_object (self->measures[i], "toggled", G_CALLBACK (on_measure_toggled_cb), self,
                             G_CONNECT_SWAPPED);
  return box;
}

static void
add_choices (BrineYearFoot *self)
{
  GtkWidget *linked = make_switch (self);

  self->switches = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_valign (self->switches, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->switches), linked);
  /* Translators: a button that writes the numbers into all days of the year. */
  self->numbers = gtk_toggle_button_new_with_label (_ ("123"));
  gtk_widget_add_css_class (self->numbers, "numeric");
  brine_set_tooltip (self->numbers, _ ("Show Numbers"));
  brine_set_spoken_name (self->numbers, _ ("Show Numbers"));
  g_signal_connect_object (self->numbers, "toggled", G_CALLBACK (on_numbers_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->switches), self->numbers);
  gtk_widget_set_parent (self->switches, GTK_WIDGET (self));
}

static void
brine_year_foot_init (BrineYearFoot *self)
{
  add_choices (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->keys); i++)
    {
      self->keys[i] = make_key (i);
      gtk_widget_set_parent (self->keys[i], GTK_WIDGET (self));
    }
  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->summary, "secondary");
  gtk_widget_add_css_class (self->summary, "caption");
  gtk_widget_add_css_class (self->summary, "summary");
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
}

GtkWidget *
brine_year_foot_new (void)
{
  return g_object_new (BRINE_TYPE_YEAR_FOOT, NULL);
}

void
brine_year_foot_set_measure (BrineYearFoot *self, BrineYearMeasure measure)
{
  g_return_if_fail (BRINE_IS_YEAR_FOOT (self));
  g_return_if_fail ((guint)measure < G_N_ELEMENTS (self->measures));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->measures[measure]), TRUE);
}

void
brine_year_foot_set_show_numbers (BrineYearFoot *self, gboolean show_numbers)
{
  g_return_if_fail (BRINE_IS_YEAR_FOOT (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->numbers), show_numbers);
}

void
brine_year_foot_set_summary (BrineYearFoot *self, const char *summary)
{
  g_return_if_fail (BRINE_IS_YEAR_FOOT (self));

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
}
