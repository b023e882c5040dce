/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-hour-grid.h"

#include <adwaita.h>
#include <math.h>

#include "brine-format.h"
#include "brine-hour-grid-private.h"
#include "brine-now-line.h"

/*
 * One to seven days side by side, from midnight to midnight.
 *
 * CSS: hourgrid with daycolumn[.today][.paused], occurrence (see BrineOccurrenceBlock),
 * button.more, nowline, nowdot, label.hour, label.now, gridcell, addframe, griphandle and
 * label.droptime. Keys: arrows travel between hours and occurrences, Shift or Alt with arrows moves
 * by 15 minutes or a day, Shift+Alt with Up and Down moves the end, Ctrl+Shift the start, Enter
 * edits or adds, Insert and N add, Escape cancels a drag. Everything else (Space,
 * Delete, …) are actions of the page. Role: list of occurrences, each with its name, day, time
 * and state. Days run in reading direction; the hour labels are at the start.
 */

enum
{
  ACTIVATE,
  ADD,
  MOVE,
  COPY,
  RESIZE,
  MENU,
  MORE,
  STEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineHourGrid, brine_hour_grid, GTK_TYPE_WIDGET)

/* Places and times ---------------------------------------------------------------------------- */

double
brine_hour_grid_mirror_x (BrineHourGrid *self, double x, double width)
{
  x += BRINE_HOUR_GRID_GUTTER;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return x;
}

double
brine_hour_grid_get_column_x (BrineHourGrid *self, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x - BRINE_HOUR_GRID_GUTTER;
}

BrineGridPoint
brine_hour_grid_get_point_at (BrineHourGrid *self, double x, double y)
{
  int column = brine_grid_get_column (self->geometry.width, self->n_days,
                                      brine_hour_grid_get_column_x (self, x));

  return (BrineGridPoint){ self->first + column,
                           brine_hour_scale_get_minute (&self->geometry.scale, y) };
}

int
brine_hour_grid_get_piece_at (BrineHourGrid *self, double x, double y)
{
  return brine_grid_hit (self->pieces, brine_hour_grid_get_column_x (self, x), y);
}

BrineOccurrence *
brine_hour_grid_get_occurrence (BrineHourGrid *self, int piece)
{
  if (piece < 0 || piece >= (int)self->pieces->len)
    return NULL;
  guint span = g_array_index (self->pieces, BrineGridPiece, piece).span;
  return g_ptr_array_index (self->occurrences, span);
}

void
brine_hour_grid_scroll_to_y (BrineHourGrid *self, double top, double bottom)
{
  if (self->vadjustment == NULL)
    return;
  gtk_adjustment_clamp_page (self->vadjustment, top, bottom);
}

/* Size ---------------------------------------------------------------------------------------- */

static void
brine_hour_grid_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = BRINE_HOUR_GRID_GUTTER + 40 * self->n_days;
      *natural = BRINE_HOUR_GRID_GUTTER + 160 * self->n_days;
      return;
    }
  BrineHourScale scale = brine_hour_grid_get_scale (self, 0);
  *minimum = *natural = (int)ceil (brine_hour_scale_get_height (&scale));
}

/* Drawing ------------------------------------------------------------------------------------- */

static void
brine_hour_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  double left = brine_hour_grid_mirror_x (self, 0, self->geometry.width);
  GdkRGBA odd_color = self->line_color;

  odd_color.alpha /= 2;
  for (int hour = 1; hour < 24; hour++)
    {
      gboolean in_fold = hour * 60 < self->geometry.scale.fold_minute;
      gboolean odd = !in_fold && hour % 2 != 0;
      /* In the fold only the hour that has a label. */
      if (in_fold && hour * 120 != self->geometry.scale.fold_minute)
        continue;
      double y = brine_hour_scale_get_y (&self->geometry.scale, hour * 60.0);
      y = round (y * scale) / scale;
      gtk_snapshot_append_color (snapshot, odd ? &odd_color : &self->line_color,
                                 &GRAPHENE_RECT_INIT (left - 6, y, self->geometry.width + 6, 1));
    }
  GTK_WIDGET_CLASS (brine_hour_grid_parent_class)->snapshot (widget, snapshot);
}

static void
brine_hour_grid_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_hour_grid_parent_class)->realize (widget);
  brine_hour_grid_read_text_scale (BRINE_HOUR_GRID (widget));
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (brine_hour_grid_read_text_scale), widget, G_CONNECT_SWAPPED);
}

static void
brine_hour_grid_unrealize (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget),
                                        brine_hour_grid_read_text_scale, widget);
  GTK_WIDGET_CLASS (brine_hour_grid_parent_class)->unrealize (widget);
}

static void
brine_hour_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  GTK_WIDGET_CLASS (brine_hour_grid_parent_class)->css_changed (widget, change);
  if (!gtk_style_context_lookup_color (style, "line_color", &self->line_color))
    gtk_style_context_get_color (style, &self->line_color);
}

/* Rows ---------------------------------------------------------------------------------------- */

/* Before the layout of the next frame: several changes make one rebuild, and none is made while
 * nobody looks. */
static gboolean
on_rebuild_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);

  /* The first frame of all has enough to do with what is around the blocks. */
  if (!self->was_laid_out)
    return G_SOURCE_CONTINUE;
  self->rebuild_tick = 0;
  brine_hour_grid_rebuild (self);
  return G_SOURCE_REMOVE;
}

void
brine_hour_grid_queue_rebuild (BrineHourGrid *self)
{
  if (self->rebuild_tick == 0)
    self->rebuild_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), on_rebuild_tick_cb, NULL, NULL);
}

static void
cancel_rebuild (BrineHourGrid *self)
{
  if (self->rebuild_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->rebuild_tick);
  self->rebuild_tick = 0;
}

/* Focus --------------------------------------------------------------------------------------- */

/* From the hours on to the chips, one by one; FALSE: on to what comes after the grid. */
static gboolean
focus_next_chip (BrineHourGrid *self, GtkWidget *focus, GtkDirectionType direction)
{
  guint chip = 0;
  gboolean on_chip = g_ptr_array_find (self->chip_pool, focus, &chip);

  if (direction == GTK_DIR_TAB_FORWARD)
    chip = on_chip ? chip + 1 : 0;
  else if (direction != GTK_DIR_TAB_BACKWARD || !on_chip)
    return FALSE;
  else if (chip == 0)
    return brine_hour_grid_focus_cursor (self);
  else
    chip--;
  return chip < self->chips->len
         && gtk_widget_grab_focus (g_ptr_array_index (self->chip_pool, chip));
}

/* Tab enters the hours as one thing, in which the arrows travel; then come the chips. */
static gboolean
brine_hour_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (focus != NULL)
    return focus_next_chip (self, focus, direction);
  brine_hour_grid_show_cursor (self, TRUE);
  return brine_hour_grid_focus_cursor (self);
}

static gboolean
brine_hour_grid_grab_focus (GtkWidget *widget)
{
  return brine_hour_grid_focus_cursor (BRINE_HOUR_GRID (widget));
}

/* Object -------------------------------------------------------------------------------------- */

static void
brine_hour_grid_dispose (GObject *object)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (object);
  GtkWidget *child;

  brine_hour_grid_cancel_drag (self);
  g_clear_object (&self->snap);
  brine_hour_grid_set_model (self, NULL);
  brine_hour_grid_set_busy (self, NULL);
  cancel_rebuild (self);
  self->busy_layer = NULL;
  g_clear_object (&self->vadjustment);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->night_pool, 0);
  g_ptr_array_set_size (self->block_pool, 0);
  g_ptr_array_set_size (self->chip_pool, 0);
  g_ptr_array_set_size (self->occurrences, 0);

  G_OBJECT_CLASS (brine_hour_grid_parent_class)->dispose (object);
}

static void
brine_hour_grid_finalize (GObject *object)
{
  BrineHourGrid *self = BRINE_HOUR_GRID (object);

  g_free (self->selected_key);
  g_free (self->moved_item);
  g_free (self->copied_title);
  g_free (self->news);
  g_ptr_array_unref (self->occurrences);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->night_pool);
  g_ptr_array_unref (self->block_pool);
  g_ptr_array_unref (self->chip_pool);
  g_array_unref (self->spans);
  brine_overlaps_free (self->overlaps);
  g_array_unref (self->pieces);
  g_array_unref (self->chips);

  G_OBJECT_CLASS (brine_hour_grid_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, BRINE_TYPE_OCCURRENCE);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                               G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, BRINE_TYPE_OCCURRENCE, G_TYPE_INT, G_TYPE_INT);
  signals[COPY] = g_signal_new ("copy", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                3, BRINE_TYPE_OCCURRENCE, G_TYPE_INT, G_TYPE_INT);
  signals[RESIZE] =
      g_signal_new ("resize", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    BRINE_TYPE_OCCURRENCE, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, BRINE_TYPE_OCCURRENCE, GDK_TYPE_RECTANGLE);
  signals[MORE] = g_signal_new ("more", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                2, G_TYPE_PTR_ARRAY, GDK_TYPE_RECTANGLE);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_INT);
}

static void
brine_hour_grid_class_init (BrineHourGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_hour_grid_dispose;
  object_class->finalize = brine_hour_grid_finalize;
  widget_class->measure = brine_hour_grid_measure;
  widget_class->size_allocate = brine_hour_grid_allocate;
  widget_class->snapshot = brine_hour_grid_snapshot;
  widget_class->realize = brine_hour_grid_realize;
  widget_class->unrealize = brine_hour_grid_unrealize;
  widget_class->css_changed = brine_hour_grid_css_changed;
  widget_class->focus = brine_hour_grid_focus;
  widget_class->grab_focus = brine_hour_grid_grab_focus;

  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_set_css_name (widget_class, "hourgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static GtkWidget *
add_part (BrineHourGrid *self, GType type, const char *css_name)
{
  GtkWidget *part = g_object_new (type, "css-name", css_name, "can-target", FALSE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static GtkWidget *
add_label (BrineHourGrid *self, const char *css_class)
{
  GtkWidget *label = add_part (self, GTK_TYPE_LABEL, "label");

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* A clock with AM and PM leaves no room for the minutes of a full hour. */
static char *
make_hour_text (int hour)
{
  g_autofree char *text = brine_format_time (brine_local (0, hour, 0));
  char *minutes = strstr (text, ":00");

  if (g_utf8_strlen (text, -1) <= 5 || minutes == NULL)
    return g_steal_pointer (&text);
  return g_strdup_printf ("%.*s%s", (int)(minutes - text), text, minutes + strlen (":00"));
}

/* In the order in which they are drawn; occurrences come between the columns and the now line. */
static void
add_parts (BrineHourGrid *self)
{
  for (int i = 0; i < BRINE_HOUR_GRID_MAX_DAYS; i++)
    self->columns[i] = add_part (self, ADW_TYPE_BIN, "daycolumn");
  self->busy_layer = brine_busy_layer_new ();
  gtk_widget_set_parent (self->busy_layer, GTK_WIDGET (self));
  self->now_line = add_part (self, BRINE_TYPE_NOW_LINE, "nowline");
  self->now_dot = add_part (self, ADW_TYPE_BIN, "nowdot");
  for (int hour = 0; hour < BRINE_HOUR_GRID_N_LABELS; hour++)
    {
      g_autofree char *text = make_hour_text (hour % 24);
      self->hour_labels[hour] = add_label (self, "hour");
      gtk_label_set_text (GTK_LABEL (self->hour_labels[hour]), text);
    }
  self->now_label = add_label (self, "now");
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] =
          g_object_new (ADW_TYPE_BIN, "css-name", "gridcell", "can-target", FALSE, "focusable",
                        TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
      gtk_widget_set_parent (self->cells[i], GTK_WIDGET (self));
    }
  self->add_frame = add_part (self, ADW_TYPE_BIN, "addframe");
  for (guint i = 0; i < G_N_ELEMENTS (self->grips); i++)
    self->grips[i] = add_part (self, ADW_TYPE_BIN, "griphandle");
}

static void
brine_hour_grid_init (BrineHourGrid *self)
{
  self->n_days = BRINE_HOUR_GRID_MAX_DAYS;
  self->now = (BrineLocal){ BRINE_DAY_MIN, 0 };
  self->zoom = BRINE_HOUR_SCALE_FIT;
  self->occurrences = g_ptr_array_new_with_free_func (g_object_unref);
  self->overlaps = brine_overlaps_new ();
  self->spans = g_array_new (FALSE, FALSE, sizeof (BrineGridSpan));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  self->chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
  self->blocks = g_ptr_array_new ();
  self->night_pool = g_ptr_array_new ();
  self->block_pool = g_ptr_array_new ();
  self->chip_pool = g_ptr_array_new ();
  self->cursor.piece = -1;
  self->hovered = -1;
  self->cursor.minute = 8 * 60;
  self->geometry =
      (BrineGridGeometry){ 0, self->n_days, 1000, brine_hour_scale_for_step (0, 0, 1), 1 };
  self->text_scale = 1;
  add_parts (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  brine_hour_grid_add_ghosts (self);
  brine_hour_grid_add_pointer (self);
  brine_hour_grid_add_keys (self);
}

GtkWidget *
brine_hour_grid_new (void)
{
  return g_object_new (BRINE_TYPE_HOUR_GRID, NULL);
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added,
                     BrineHourGrid *self)
{
  brine_hour_grid_queue_rebuild (self);
}

void
brine_hour_grid_set_model (BrineHourGrid *self, GListModel *model)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_set_object (&self->model, model);
  if (model == NULL)
    {
      cancel_rebuild (self);
      return;
    }
  g_signal_connect_object (model, "items-changed", G_CALLBACK (on_items_changed_cb), self, 0);
  brine_hour_grid_queue_rebuild (self);
}

void
brine_hour_grid_set_busy (BrineHourGrid *self, GListModel *busy)
{
  GListModel *old;

  g_return_if_fail (BRINE_IS_HOUR_GRID (self));
  g_return_if_fail (busy == NULL || G_IS_LIST_MODEL (busy));

  if (self->busy_layer == NULL)
    return;
  old = brine_busy_layer_get_model (BRINE_BUSY_LAYER (self->busy_layer));
  if (old != NULL)
    g_signal_handlers_disconnect_by_data (old, self);
  brine_busy_layer_set_model (BRINE_BUSY_LAYER (self->busy_layer), busy);
  if (busy == NULL)
    return;
  g_signal_connect_object (busy, "items-changed", G_CALLBACK (brine_hour_grid_queue_rebuild), self,
                           G_CONNECT_SWAPPED);
  brine_hour_grid_queue_rebuild (self);
}

void
brine_hour_grid_set_days (BrineHourGrid *self, BrineDay first, int n_days)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));
  g_return_if_fail (n_days >= 1 && n_days <= BRINE_HOUR_GRID_MAX_DAYS);

  if (self->first == first && self->n_days == n_days)
    return;
  gboolean resize = self->n_days != n_days;
  BrineDay day = self->first + self->cursor.column;
  self->first = first;
  self->n_days = n_days;
  /* From a day to its week it stays on that day, from week to week on the weekday. */
  if (day >= first && day < first + n_days)
    self->cursor.column = day - first;
  self->cursor.column = CLAMP (self->cursor.column, 0, n_days - 1);
  self->cursor.piece = -1;
  if (self->selected_key == NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL
      && self->now.day >= first && self->now.day < first + n_days)
    self->cursor.column = self->now.day - first;
  brine_hour_grid_follow_drag (self);
  brine_hour_grid_queue_rebuild (self);
  if (resize)
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

BrineDay
brine_hour_grid_get_first_day (BrineHourGrid *self)
{
  g_return_val_if_fail (BRINE_IS_HOUR_GRID (self), BRINE_DAY_INVALID);

  return self->first;
}

void
brine_hour_grid_set_now (BrineHourGrid *self, BrineLocal now)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  if (brine_local_equal (self->now, now))
    return;
  if (self->now.day != now.day)
    brine_hour_grid_queue_rebuild (self);
  /* The keyboard begins at now. */
  if (self->now.day == BRINE_DAY_MIN)
    self->cursor.minute = now.second / 3600 * 60;
  self->now = now;
  g_autofree char *text = brine_format_time (now);
  gtk_label_set_text (GTK_LABEL (self->now_label), text);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
brine_hour_grid_set_paused_days (BrineHourGrid *self, unsigned paused)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));

  if (self->paused == paused)
    return;
  self->paused = paused;
  brine_hour_grid_queue_rebuild (self);
}

void
brine_hour_grid_set_vadjustment (BrineHourGrid *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (BRINE_IS_HOUR_GRID (self));
  g_return_if_fail (adjustment == NULL || GTK_IS_ADJUSTMENT (adjustment));

  g_set_object (&self->vadjustment, adjustment);
}

/* Signals ------------------------------------------------------------------------------------- */

void
brine_hour_grid_emit_activate (BrineHourGrid *self, BrineOccurrence *occurrence)
{
  g_signal_emit (self, signals[ACTIVATE], 0, occurrence);
}

void
brine_hour_grid_emit_add (BrineHourGrid *self, BrineLocal start, int minutes)
{
  g_signal_emit (self, signals[ADD], 0, (int)start.day, brine_local_get_minute_of_day (start),
                 minutes);
}

void
brine_hour_grid_emit_move (BrineHourGrid *self, BrineOccurrence *occurrence, BrineLocal start)
{
  g_signal_emit (self, signals[MOVE], 0, occurrence, (int)start.day, (int)start.second);
}

void
brine_hour_grid_emit_copy (BrineHourGrid *self, BrineOccurrence *occurrence, BrineLocal start)
{
  g_signal_emit (self, signals[COPY], 0, occurrence, (int)start.day, (int)start.second);
}

void
brine_hour_grid_emit_resize (BrineHourGrid *self, BrineOccurrence *occurrence, BrineGridPlace place)
{
  g_signal_emit (self, signals[RESIZE], 0, occurrence, (int)place.start.day,
                 (int)place.start.second, place.minutes);
}

void
brine_hour_grid_emit_menu (BrineHourGrid *self, BrineOccurrence *occurrence, const GdkRectangle *at)
{
  g_signal_emit (self, signals[MENU], 0, occurrence, at);
}

void
brine_hour_grid_emit_more (BrineHourGrid *self, GPtrArray *occurrences, const GdkRectangle *at)
{
  g_signal_emit (self, signals[MORE], 0, occurrences, at);
}

void
brine_hour_grid_emit_step (BrineHourGrid *self, int direction)
{
  g_signal_emit (self, signals[STEP], 0, direction);
}
