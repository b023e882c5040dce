/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-any-day-shelf.h"

#include <glib/gi18n.h>

#include "brine-any-day-shelf-private.h"
#include "brine-dots.h"
#include "brine-drag-escape.h"
#include "brine-format.h"
#include "brine-grid-layout.h"
#include "brine-hour-grid.h"
#include "brine-parts.h"
#include "brine-quota-parts.h"
#include "brine-wrap-layout.h"

/*
 * What has no hour: things to do n times in the week, as chips, and pauses as bars over their
 * days. A bar takes the line of the chips when these leave it free, else a line of its own.
 *
 * CSS: anydayshelf with label.caption, box.quotas of button.quota.<practice>[.complete], and
 * pausebar. Not there at all when it has nothing to show.
 */
enum
{
  TOGGLE,
  MENU,
  EDIT_PAUSE,
  CHANGE_PAUSE,
  REMOVE_PAUSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineAnyDayShelf, brine_any_day_shelf, GTK_TYPE_WIDGET)

#define LINE 30
#define CHIP_SPACING 6
#define PADDING 3
#define ICON_DISTANCE 14 /* from the pointer to what is dragged at it */

/* Size ---------------------------------------------------------------------------------------- */

static gboolean
has_chips (BrineAnyDayShelf *self)
{
  return gtk_widget_get_first_child (self->chips) != NULL;
}

/* A bar of the first line takes the line of the chips when these leave it free. */
static gboolean
bars_share_line (BrineAnyDayShelf *self, int width)
{
  int natural = 0;

  if (has_chips (self))
    gtk_widget_measure (self->chips, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const BrineShelfBar *bar = g_ptr_array_index (self->bars, i);
      int x, unused;
      brine_any_day_shelf_get_bar_place (self, bar, width, &x, &unused);
      if (bar->lane == 0 && x < natural + CHIP_SPACING)
        return natural == 0;
    }
  return TRUE;
}

static int
get_chips_height (BrineAnyDayShelf *self, int width)
{
  int height = 0;

  if (has_chips (self))
    gtk_widget_measure (self->chips, GTK_ORIENTATION_VERTICAL,
                        MAX (width - BRINE_HOUR_GRID_GUTTER - PADDING, 1), &height, NULL, NULL,
                        NULL);
  return height > 0 ? MAX (height + CHIP_SPACING, LINE) : 0;
}

static GtkSizeRequestMode
brine_any_day_shelf_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
brine_any_day_shelf_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                             int *minimum, int *natural, int *minimum_baseline,
                             int *natural_baseline)
{
  BrineAnyDayShelf *self = BRINE_ANY_DAY_SHELF (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int chips;
      gtk_widget_measure (self->chips, orientation, -1, &chips, NULL, NULL, NULL);
      *minimum = *natural = BRINE_HOUR_GRID_GUTTER + PADDING + chips;
      return;
    }
  int width = for_size >= 0 ? for_size : 1000;
  int chips = get_chips_height (self, width);
  int height = chips;
  int bars = brine_any_day_shelf_count_lanes (self) * LINE;
  if (bars > 0)
    height = bars_share_line (self, width) ? MAX (chips, bars) : chips + bars;
  *minimum = *natural = height;
}

static void
place (GtkWidget *self, GtkWidget *child, int x, int y, int width, int height)
{
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  width = MAX (width, minimum_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum_height, NULL, NULL, NULL);
  height = MAX (height, minimum_height);
  if (gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (self) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
brine_any_day_shelf_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BrineAnyDayShelf *self = BRINE_ANY_DAY_SHELF (widget);
  int chips = get_chips_height (self, width);
  int y = bars_share_line (self, width) ? 0 : chips;

  place (widget, self->caption, 0, 0, BRINE_HOUR_GRID_GUTTER - BRINE_HOUR_GRID_LABEL_MARGIN, LINE);
  place (widget, self->chips, BRINE_HOUR_GRID_GUTTER + PADDING, CHIP_SPACING / 2,
         width - BRINE_HOUR_GRID_GUTTER - PADDING, MAX (chips - CHIP_SPACING, 0));
  for (guint i = 0; i < self->bars->len; i++)
    {
      const BrineShelfBar *bar = g_ptr_array_index (self->bars, i);
      int x, bar_width;
      brine_any_day_shelf_get_bar_place (self, bar, width, &x, &bar_width);
      place (widget, bar->widget, BRINE_HOUR_GRID_GUTTER + x + PADDING,
             y + bar->lane * LINE + PADDING, bar_width - 2 * PADDING, LINE - 2 * PADDING);
    }
}

void
brine_any_day_shelf_update_visible (BrineAnyDayShelf *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), has_chips (self) || self->bars->len > 0);
  gtk_widget_set_visible (self->caption, has_chips (self));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Quotas -------------------------------------------------------------------------------------- */

/* What is in a chip; kept with its button. */
typedef struct
{
  BrineQuotaStatus *status; /* owned */
  GtkWidget *dots;
  GtkWidget *count;
} Chip;

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_object_unref (chip->status);
  g_free (chip);
}

static void
on_chip_clicked_cb (GtkButton *button, BrineAnyDayShelf *self)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");

  g_signal_emit (self, signals[TOGGLE], 0, chip->status);
}

static void
ask_menu (GtkWidget *button)
{
  GtkWidget *shelf = gtk_widget_get_ancestor (button, BRINE_TYPE_ANY_DAY_SHELF);
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");

  if (shelf != NULL)
    g_signal_emit (shelf, signals[MENU], 0, chip->status, button);
}

static void
on_chip_pressed_cb (GtkGestureClick *click, int n_press, double x, double y, GtkWidget *button)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (button);
}

static gboolean
on_chip_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
                GtkWidget *button)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  /* Enter shows what can be done; the space bar does the usual. */
  if (!enter && keyval != GDK_KEY_Menu && !(keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return FALSE;
  ask_menu (button);
  return TRUE;
}

static void
add_chip_menu (GtkWidget *button)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_chip_pressed_cb), button);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_chip_key_cb), button);
  gtk_widget_add_controller (button, keys);
}

/* Onto the head of a day: it was done then; onto an hour: it is planned there. */
static GdkContentProvider *
on_chip_drag_cb (GtkDragSource *source, double x, double y, GtkWidget *button)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (button);

  /* The time that the hours show stays free of it. */
  gtk_drag_source_set_icon (source, picture, -ICON_DISTANCE, -ICON_DISTANCE);
  return gdk_content_provider_new_typed (BRINE_TYPE_QUOTA_STATUS, chip->status);
}

static void
add_chip_drag (GtkWidget *button)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_chip_drag_cb), button);
  brine_drag_source_add_escape (source);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_chip_content (const BrinePlanItem *item, Chip *chip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = make_label (item->title, "title");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 24);
  gtk_box_append (GTK_BOX (box),
                  gtk_image_new_from_icon_name (brine_practice_get_icon_name (item->practice)));
  gtk_box_append (GTK_BOX (box), title);
  chip->dots = brine_dots_new ();
  gtk_widget_add_css_class (chip->dots, "practice-solid");
  gtk_widget_add_css_class (chip->dots, brine_practice_get_css_class (item->practice));
  gtk_widget_set_valign (chip->dots, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), chip->dots);
  chip->count = make_label (NULL, "numeric");
  gtk_box_append (GTK_BOX (box), chip->count);
  return box;
}

static void
show_status (GtkWidget *button)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
  gboolean logged = brine_quota_status_get_log (chip->status) != NULL;
  const char *act = logged ? _ ("Take back what was logged") : _ ("Log one more");
  g_autofree char *count = brine_quota_format_count (chip->status);
  g_autofree char *pause = brine_quota_format_pause (chip->status);
  g_autofree char *hint = pause != NULL ? g_strjoin ("\n", act, pause, NULL) : g_strdup (act);
  g_autofree char *name = brine_quota_make_name (chip->status);

  brine_quota_show_dots (BRINE_DOTS (chip->dots), chip->status);
  gtk_label_set_text (GTK_LABEL (chip->count), count);
  brine_set_hint (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_chip (BrineAnyDayShelf *self, BrineQuotaStatus *status)
{
  const BrinePlanItem *item = brine_quota_status_get_item (status);
  GtkWidget *button = gtk_button_new ();
  Chip *chip = g_new0 (Chip, 1);

  chip->status = g_object_ref (status);
  g_object_set_data_full (G_OBJECT (button), "chip", chip, chip_free);
  gtk_button_set_child (GTK_BUTTON (button), make_chip_content (item, chip));
  gtk_widget_add_css_class (button, "quota");
  gtk_widget_add_css_class (button, "practice-text");
  gtk_widget_add_css_class (button, brine_practice_get_css_class (item->practice));
  g_signal_connect (button, "clicked", G_CALLBACK (on_chip_clicked_cb), self);
  add_chip_menu (button);
  add_chip_drag (button);
  show_status (button);
  return button;
}

/* Another week of the same thing keeps its chip; FALSE when it is another thing. */
static gboolean
use_again (GtkWidget *button, BrineQuotaStatus *status)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
  const BrinePlanItem *old = brine_quota_status_get_item (chip->status);
  const BrinePlanItem *item = brine_quota_status_get_item (status);

  if (!g_str_equal (old->id, item->id) || !g_str_equal (old->title, item->title)
      || old->practice != item->practice)
    return FALSE;
  g_set_object (&chip->status, status);
  show_status (button);
  return TRUE;
}

static void
on_quotas_changed_cb (GListModel *quotas, guint position, guint removed, guint added,
                      BrineAnyDayShelf *self)
{
  GtkWidget *sibling = NULL;
  GtkWidget *child = gtk_widget_get_first_child (self->chips);

  for (guint i = 0; i < position && child != NULL; i++)
    {
      sibling = child;
      child = gtk_widget_get_next_sibling (child);
    }
  for (guint i = 0; i < MAX (removed, added); i++)
    {
      g_autoptr (BrineQuotaStatus) status =
          i < added ? g_list_model_get_item (quotas, position + i) : NULL;
      GtkWidget *next = i < removed && child != NULL ? gtk_widget_get_next_sibling (child) : child;
      GtkWidget *chip = NULL;
      if (i < removed && child != NULL && status != NULL && use_again (child, status))
        chip = child;
      else if (i < removed && child != NULL)
        gtk_widget_unparent (child);
      if (chip == NULL && status != NULL)
        {
          chip = make_chip (self, status);
          gtk_widget_insert_after (chip, self->chips, sibling);
        }
      if (chip != NULL)
        sibling = chip;
      child = next;
    }
  brine_any_day_shelf_update_visible (self);
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_any_day_shelf_dispose (GObject *object)
{
  BrineAnyDayShelf *self = BRINE_ANY_DAY_SHELF (object);

  if (self->quotas != NULL)
    g_signal_handlers_disconnect_by_data (self->quotas, self);
  g_clear_object (&self->quotas);
  brine_any_day_shelf_clear_bars (self);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  if (self->chips != NULL)
    {
      GtkWidget *child;
      while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
        gtk_widget_unparent (child);
    }
  g_clear_pointer (&self->chips, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_any_day_shelf_parent_class)->dispose (object);
}

static void
brine_any_day_shelf_finalize (GObject *object)
{
  BrineAnyDayShelf *self = BRINE_ANY_DAY_SHELF (object);

  g_ptr_array_unref (self->bars);

  G_OBJECT_CLASS (brine_any_day_shelf_parent_class)->finalize (object);
}

static void
brine_any_day_shelf_class_init (BrineAnyDayShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_any_day_shelf_dispose;
  object_class->finalize = brine_any_day_shelf_finalize;
  widget_class->get_request_mode = brine_any_day_shelf_get_request_mode;
  widget_class->measure = brine_any_day_shelf_measure;
  widget_class->size_allocate = brine_any_day_shelf_size_allocate;

  signals[TOGGLE] = g_signal_new ("toggle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, BRINE_TYPE_QUOTA_STATUS);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, BRINE_TYPE_QUOTA_STATUS, GTK_TYPE_WIDGET);
  signals[EDIT_PAUSE] =
      g_signal_new ("edit-pause", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_POINTER, GTK_TYPE_WIDGET);
  signals[CHANGE_PAUSE] =
      g_signal_new ("change-pause", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[REMOVE_PAUSE] =
      g_signal_new ("remove-pause", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_css_name (widget_class, "anydayshelf");
}

static void
brine_any_day_shelf_init (BrineAnyDayShelf *self)
{
  self->n_days = BRINE_HOUR_GRID_MAX_DAYS;
  brine_any_day_shelf_add_bars (self);
  /* Translators: beside what is done n times a week on any days; about nine letters */
  self->caption = make_label (_ ("Any day"), "caption");
  gtk_label_set_xalign (GTK_LABEL (self->caption), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->caption, GTK_WIDGET (self));
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, brine_wrap_layout_new (CHIP_SPACING));
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
brine_any_day_shelf_new (void)
{
  return g_object_new (BRINE_TYPE_ANY_DAY_SHELF, NULL);
}

void
brine_any_day_shelf_set_quotas (BrineAnyDayShelf *self, GListModel *quotas)
{
  g_return_if_fail (BRINE_IS_ANY_DAY_SHELF (self));
  g_return_if_fail (quotas == NULL || G_IS_LIST_MODEL (quotas));

  if (self->quotas == quotas)
    return;
  if (self->quotas != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->quotas, self);
      on_quotas_changed_cb (self->quotas, 0, g_list_model_get_n_items (self->quotas), 0, self);
    }
  g_set_object (&self->quotas, quotas);
  if (quotas == NULL)
    return;
  g_signal_connect_object (quotas, "items-changed", G_CALLBACK (on_quotas_changed_cb), self, 0);
  on_quotas_changed_cb (quotas, 0, 0, g_list_model_get_n_items (quotas), self);
}

GtkWidget *
brine_any_day_shelf_find_chip (BrineAnyDayShelf *self, const char *item_id)
{
  g_return_val_if_fail (BRINE_IS_ANY_DAY_SHELF (self) && item_id != NULL, NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (self->chips); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
      if (g_str_equal (brine_quota_status_get_item (chip->status)->id, item_id))
        return button;
    }
  return NULL;
}

void
brine_any_day_shelf_emit_edit (BrineAnyDayShelf *self, const BrinePause *pause, GtkWidget *bar)
{
  g_signal_emit (self, signals[EDIT_PAUSE], 0, pause, bar);
}

void
brine_any_day_shelf_emit_change (BrineAnyDayShelf *self, const BrinePause *pause)
{
  g_signal_emit (self, signals[CHANGE_PAUSE], 0, pause);
}

void
brine_any_day_shelf_emit_remove (BrineAnyDayShelf *self, const BrinePause *pause)
{
  g_signal_emit (self, signals[REMOVE_PAUSE], 0, pause);
}
