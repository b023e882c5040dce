/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-busy-layer.h"

#include <math.h>

#include "brine-busy-words.h"
#include "brine-menu-button.h"

/*
 * What other calendars have taken, below everything that is planned: a quiet ground with a hatched
 * edge at the start and a small title. One widget draws all of it: it cannot be selected, moved or
 * focused. A tooltip tells title, time and calendar; the names of the empty hours of the grid tell
 * a screen reader.
 *
 * CSS: busylayer says the colour and the font of the titles; the colours busy_1 to busy_6 and
 * busy_line_color come from the style. Mirrored in right-to-left.
 */
struct _BrineBusyLayer
{
  GtkWidget parent_instance;

  GListModel *busy;
  BrineGridGeometry geometry;
  int gutter;
  gboolean stale;     /* the pieces are of other rows, or of another size */
  GPtrArray *rows;    /* BrineBusy, owned: those with hours */
  GArray *pieces;     /* BrineGridPiece; their spans are the rows */
  GArray *cover;      /* BrineGridPiece: what lies above; NULL: nothing */
  GPtrArray *layouts; /* PangoLayout, owned, NULL until drawn; same index as rows */
};

G_DEFINE_FINAL_TYPE (BrineBusyLayer, brine_busy_layer, GTK_TYPE_WIDGET)

#define EDGE_WIDTH 4
#define HATCH_STEP 4.0
#define GROUND_ALPHA 0.09
#define RADIUS 4
#define TEXT_MARGIN 4
#define TITLE_FROM_WIDTH 32

/* Rows ---------------------------------------------------------------------------------- */

static gboolean
is_shown (BrineBusyLayer *self, BrineBusy *busy)
{
  return !brine_busy_is_all_day (busy)
         && brine_busy_get_start (busy).day < self->geometry.first + self->geometry.n_days
         && brine_busy_get_end (busy).day >= self->geometry.first;
}

static void
lay_out (BrineBusyLayer *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (BrineGridSpan));
  g_autoptr (GArray) chips = g_array_new (FALSE, FALSE, sizeof (BrineGridChip));
  guint n = self->busy != NULL ? g_list_model_get_n_items (self->busy) : 0;

  self->stale = FALSE;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineBusy) busy = g_list_model_get_item (self->busy, i);
      BrineGridSpan span = { brine_busy_get_start (busy), brine_busy_get_end (busy), FALSE };
      if (!is_shown (self, busy))
        continue;
      g_array_append_val (spans, span);
      g_ptr_array_add (self->rows, g_steal_pointer (&busy));
    }
  g_ptr_array_set_size (self->layouts, (int)self->rows->len);
  brine_grid_layout (&self->geometry, (const BrineGridSpan *)(gpointer)spans->data, spans->len,
                     self->pieces, chips);
}

static void
ensure_layout (BrineBusyLayer *self)
{
  if (self->stale)
    lay_out (self);
}

static void
make_stale (BrineBusyLayer *self)
{
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Places -------------------------------------------------------------------------------- */

static gboolean
is_rtl (BrineBusyLayer *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static graphene_rect_t
get_bounds (BrineBusyLayer *self, const BrineGridPiece *piece)
{
  double x = self->gutter + piece->x;

  if (is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - piece->width;
  return GRAPHENE_RECT_INIT (round (x), round (piece->y), round (piece->width),
                             round (piece->height));
}

static gboolean
brine_busy_layer_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                GtkTooltip *tooltip)
{
  BrineBusyLayer *self = BRINE_BUSY_LAYER (widget);
  double in_columns = is_rtl (self) ? gtk_widget_get_width (widget) - x : x;

  ensure_layout (self);
  int piece = brine_grid_hit (self->pieces, in_columns - self->gutter, y);
  if (piece < 0 || brine_is_behind_menu (widget))
    return FALSE;
  guint row = g_array_index (self->pieces, BrineGridPiece, piece).span;
  g_autofree char *text = brine_busy_format_lines (g_ptr_array_index (self->rows, row));
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Drawing ------------------------------------------------------------------------------- */

void
brine_busy_layer_get_color (GtkWidget *widget, int colour, GdkRGBA *out_color)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  char name[] = "busy_1";

  name[sizeof name - 2] = (char)('1' + CLAMP (colour, 0, BRINE_BUSY_N_COLOURS - 1));
  if (!gtk_style_context_lookup_color (style, name, out_color))
    gtk_style_context_get_color (style, out_color);
}

void
brine_busy_layer_append_hatch (GtkSnapshot *snapshot, const graphene_rect_t *bounds,
                               const GdkRGBA *color)
{
  GdkRGBA none = *color;
  graphene_point_t from = bounds->origin;
  graphene_point_t to =
      GRAPHENE_POINT_INIT (from.x + (float)HATCH_STEP, from.y + (float)HATCH_STEP);

  none.alpha = 0;
  const GskColorStop stops[] = { { 0, *color }, { 0.5, *color }, { 0.5, none }, { 1, none } };
  gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, &from, &to, stops,
                                                 G_N_ELEMENTS (stops));
}

static void
append_ground (BrineBusyLayer *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds,
               const GdkRGBA *color)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  graphene_rect_t edge = *bounds;
  GdkRGBA ground = *color;
  GdkRGBA line;
  GskRoundedRect outline;

  ground.alpha *= (float)GROUND_ALPHA;
  edge.size.width = MIN (EDGE_WIDTH, bounds->size.width);
  if (is_rtl (self))
    edge.origin.x += bounds->size.width - edge.size.width;
  gsk_rounded_rect_init_from_rect (&outline, bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, bounds);
  brine_busy_layer_append_hatch (snapshot, &edge, color);
  gtk_snapshot_pop (snapshot);
  if (gtk_style_context_lookup_color (style, "busy_line_color", &line))
    gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                                (GdkRGBA[4]){ line, line, line, line });
}

static PangoLayout *
get_title (BrineBusyLayer *self, guint row)
{
  PangoLayout *layout = g_ptr_array_index (self->layouts, row);

  if (layout != NULL)
    return layout;
  BrineBusy *busy = g_ptr_array_index (self->rows, row);
  /* A paragraph goes by the direction of its text; a mark makes it that of the interface. */
  g_autofree char *text =
      g_strconcat (is_rtl (self) ? "\u200f" : "", brine_busy_get_title (busy), NULL);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, is_rtl (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  g_ptr_array_index (self->layouts, row) = layout;
  return layout;
}

/* A title stands where nothing lies over it; from @y on, or -1 when there is no such place. */
static double
find_free_y (BrineBusyLayer *self, const BrineGridPiece *piece, double height)
{
  double y = piece->y;

  for (guint i = 0; self->cover != NULL && i < self->cover->len; i++)
    {
      const BrineGridPiece *above = &g_array_index (self->cover, BrineGridPiece, i);
      gboolean apart = above->column != piece->column || above->hidden
                       || above->x >= piece->x + piece->width
                       || above->x + above->width <= piece->x;
      if (apart || above->y >= y + height || above->y + above->height <= y)
        continue;
      y = above->y + above->height;
      /* What was passed by may be in the way here. */
      i = G_MAXUINT;
    }
  return y + height <= piece->y + piece->height ? y : -1;
}

static void
append_title (BrineBusyLayer *self, GtkSnapshot *snapshot, const BrineGridPiece *piece,
              const graphene_rect_t *bounds)
{
  double width = bounds->size.width - EDGE_WIDTH - 2 * TEXT_MARGIN;
  double x = bounds->origin.x + TEXT_MARGIN + (is_rtl (self) ? 0 : EDGE_WIDTH);
  int height;
  GdkRGBA color;

  if (bounds->size.width < TITLE_FROM_WIDTH)
    return;
  PangoLayout *layout = get_title (self, piece->span);
  pango_layout_get_pixel_size (layout, NULL, &height);
  double y = find_free_y (self, piece, height);
  if (y < 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)round (y)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
brine_busy_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BrineBusyLayer *self = BRINE_BUSY_LAYER (widget);

  ensure_layout (self);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      if (piece->hidden)
        continue;
      graphene_rect_t bounds = get_bounds (self, piece);
      GdkRGBA color;
      brine_busy_layer_get_color (
          widget, brine_busy_get_colour (g_ptr_array_index (self->rows, piece->span)), &color);
      append_ground (self, snapshot, &bounds, &color);
      append_title (self, snapshot, piece, &bounds);
    }
}

static void
brine_busy_layer_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  /* As large as the grid that it lies in. */
  *minimum = *natural = 0;
}

static void
brine_busy_layer_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (brine_busy_layer_parent_class)->css_changed (widget, change);
  make_stale (BRINE_BUSY_LAYER (widget));
}

static void
brine_busy_layer_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  make_stale (BRINE_BUSY_LAYER (widget));
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_busy_layer_dispose (GObject *object)
{
  brine_busy_layer_set_model (BRINE_BUSY_LAYER (object), NULL);
  G_OBJECT_CLASS (brine_busy_layer_parent_class)->dispose (object);
}

static void
brine_busy_layer_finalize (GObject *object)
{
  BrineBusyLayer *self = BRINE_BUSY_LAYER (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->pieces);
  g_clear_pointer (&self->cover, g_array_unref);
  G_OBJECT_CLASS (brine_busy_layer_parent_class)->finalize (object);
}

static void
brine_busy_layer_class_init (BrineBusyLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_busy_layer_dispose;
  object_class->finalize = brine_busy_layer_finalize;
  widget_class->measure = brine_busy_layer_measure;
  widget_class->snapshot = brine_busy_layer_snapshot;
  widget_class->query_tooltip = brine_busy_layer_query_tooltip;
  widget_class->css_changed = brine_busy_layer_css_changed;
  widget_class->direction_changed = brine_busy_layer_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "busylayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
free_layout (gpointer layout)
{
  g_clear_object ((PangoLayout **)&layout);
}

static void
brine_busy_layer_init (BrineBusyLayer *self)
{
  self->geometry = (BrineGridGeometry){ 0, 1, 0, brine_hour_scale_for_step (0, 0, 1), 1 };
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->layouts = g_ptr_array_new_with_free_func (free_layout);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (BrineGridPiece));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
brine_busy_layer_new (void)
{
  return g_object_new (BRINE_TYPE_BUSY_LAYER, NULL);
}

void
brine_busy_layer_set_model (BrineBusyLayer *self, GListModel *busy)
{
  g_return_if_fail (BRINE_IS_BUSY_LAYER (self));
  g_return_if_fail (busy == NULL || G_IS_LIST_MODEL (busy));

  if (self->busy == busy)
    return;
  if (self->busy != NULL)
    g_signal_handlers_disconnect_by_data (self->busy, self);
  g_set_object (&self->busy, busy);
  if (busy != NULL)
    g_signal_connect_object (busy, "items-changed", G_CALLBACK (make_stale), self,
                             G_CONNECT_SWAPPED);
  make_stale (self);
}

GListModel *
brine_busy_layer_get_model (BrineBusyLayer *self)
{
  g_return_val_if_fail (BRINE_IS_BUSY_LAYER (self), NULL);

  return self->busy;
}

static gboolean
geometry_equal (const BrineGridGeometry *a, const BrineGridGeometry *b)
{
  return a->first == b->first && a->n_days == b->n_days && a->width == b->width
         && a->scale.px_per_hour == b->scale.px_per_hour
         && a->scale.fold_px_per_hour == b->scale.fold_px_per_hour
         && a->scale.fold_minute == b->scale.fold_minute && a->text_scale == b->text_scale;
}

void
brine_busy_layer_set_geometry (BrineBusyLayer *self, const BrineGridGeometry *geometry, int gutter)
{
  g_return_if_fail (BRINE_IS_BUSY_LAYER (self));
  g_return_if_fail (geometry != NULL);

  if (geometry_equal (&self->geometry, geometry) && self->gutter == gutter)
    return;
  self->geometry = *geometry;
  self->gutter = gutter;
  make_stale (self);
}

void
brine_busy_layer_set_cover (BrineBusyLayer *self, GArray *pieces)
{
  g_return_if_fail (BRINE_IS_BUSY_LAYER (self));
  g_return_if_fail (pieces != NULL);

  if (self->cover != pieces)
    {
      g_clear_pointer (&self->cover, g_array_unref);
      self->cover = g_array_ref (pieces);
    }
  if (self->busy != NULL && g_list_model_get_n_items (self->busy) > 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
