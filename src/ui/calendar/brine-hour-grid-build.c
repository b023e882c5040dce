/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-hour-grid-private.h"
#include "brine-parts.h"
#include "brine-translate.h"

#define TALL_FROM_HEIGHT 64

/*
 * Rows to blocks. Blocks are used again: first for the same occurrence, so that focus and style
 * stay where they are, then for any other.
 */

static gboolean
is_band (BrineOccurrence *occurrence)
{
  return brine_occurrence_get_practice (occurrence) == BRINE_PRACTICE_SLEEP;
}

static gboolean
touches_days (BrineHourGrid *self, BrineOccurrence *occurrence)
{
  BrineLocal start = brine_occurrence_get_start (occurrence);
  BrineLocal end = brine_occurrence_get_end (occurrence);
  BrineLocal from = { self->first, 0 };

  return start.day < self->first + self->n_days
         && (start.day >= self->first || brine_local_compare (end, from) > 0);
}

static void
collect_rows (BrineHourGrid *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_ptr_array_set_size (self->occurrences, 0);
  g_array_set_size (self->spans, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (BrineOccurrence) occurrence = g_list_model_get_item (self->model, i);
      if (!touches_days (self, occurrence))
        continue;
      BrineGridSpan span = { brine_occurrence_get_start (occurrence),
                             brine_occurrence_get_end (occurrence), is_band (occurrence) };
      g_array_append_val (self->spans, span);
      g_ptr_array_add (self->occurrences, g_steal_pointer (&occurrence));
    }
}

static BrineBlockPart
get_part (const BrineGridPiece *piece)
{
  if (piece->begins)
    return piece->ends ? BRINE_BLOCK_WHOLE : BRINE_BLOCK_EVENING;
  return piece->ends ? BRINE_BLOCK_MORNING : BRINE_BLOCK_MIDDLE;
}

static GtkWidget *
make_block (BrineHourGrid *self, gboolean band)
{
  GtkWidget *block = brine_occurrence_block_new ();
  GPtrArray *pool = band ? self->night_pool : self->block_pool;

  self->n_blocks_made++;
  if (!band)
    gtk_widget_insert_before (block, GTK_WIDGET (self), self->now_line);
  else
    {
      gtk_widget_add_css_class (block, "night");
      gtk_widget_insert_after (block, GTK_WIDGET (self), self->busy_layer);
    }
  g_ptr_array_add (pool, block);
  return block;
}

/* Takes the block of @pool out of @unused that shows @occurrence's part already; NULL: none. */
static GtkWidget *
take_same (GPtrArray *unused, BrineOccurrence *occurrence, BrineBlockPart part)
{
  const char *key = brine_occurrence_get_key (occurrence);

  for (guint i = 0; i < unused->len; i++)
    {
      BrineOccurrenceBlock *block = g_ptr_array_index (unused, i);
      BrineOccurrence *shown = brine_occurrence_block_get_occurrence (block);
      if (shown != NULL && brine_occurrence_block_get_part (block) == part
          && (shown == occurrence || g_str_equal (brine_occurrence_get_key (shown), key)))
        return g_ptr_array_steal_index_fast (unused, i);
    }
  return NULL;
}

/* How much of @block stays when it shows @occurrence: style above all, then the words, which need
 * not be shaped again. Occurrences of one series have both. */
static int
get_likeness (BrineOccurrenceBlock *block, BrineOccurrence *occurrence)
{
  BrineOccurrence *shown = brine_occurrence_block_get_occurrence (block);
  int likeness = 0;

  if (shown == NULL)
    return 0;
  if (brine_occurrence_get_practice (shown) == brine_occurrence_get_practice (occurrence)
      && brine_occurrence_get_state (shown) == brine_occurrence_get_state (occurrence))
    likeness += 2;
  if (g_strcmp0 (brine_occurrence_get_local_title (shown),
                 brine_occurrence_get_local_title (occurrence))
      == 0)
    likeness += 1;
  return likeness;
}

/* Takes the most alike of those that are left; NULL: none is left. */
static GtkWidget *
take_alike (GPtrArray *unused, BrineOccurrence *occurrence)
{
  const int most = 3;
  guint best = unused->len;
  int best_likeness = -1;

  for (guint i = 0; i < unused->len && best_likeness < most; i++)
    {
      int likeness = get_likeness (g_ptr_array_index (unused, i), occurrence);

      if (likeness <= best_likeness)
        continue;
      best = i;
      best_likeness = likeness;
    }
  return best < unused->len ? g_ptr_array_steal_index_fast (unused, best) : NULL;
}

static GPtrArray *
copy_pool (GPtrArray *pool)
{
  return g_ptr_array_copy (pool, NULL, NULL);
}

static void
assign_blocks (BrineHourGrid *self)
{
  g_autoptr (GPtrArray) nights = copy_pool (self->night_pool);
  g_autoptr (GPtrArray) blocks = copy_pool (self->block_pool);

  g_ptr_array_set_size (self->blocks, 0);
  g_ptr_array_set_size (self->blocks, self->pieces->len);
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->pieces->len; i++)
      {
        const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
        BrineOccurrence *occurrence = g_ptr_array_index (self->occurrences, piece->span);
        GPtrArray *unused = piece->band ? nights : blocks;
        if (g_ptr_array_index (self->blocks, i) != NULL)
          continue;
        GtkWidget *block = pass == 0 ? take_same (unused, occurrence, get_part (piece))
                                     : take_alike (unused, occurrence);
        if (block == NULL && pass == 1)
          block = make_block (self, piece->band);
        g_ptr_array_index (self->blocks, i) = block;
      }
  for (guint i = 0; i < nights->len; i++)
    brine_occurrence_block_show (g_ptr_array_index (nights, i), NULL, 0, (BrineLocal){ 0 });
  for (guint i = 0; i < blocks->len; i++)
    brine_occurrence_block_show (g_ptr_array_index (blocks, i), NULL, 0, (BrineLocal){ 0 });
}

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set == gtk_widget_has_css_class (widget, name))
    return;
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_blocks (BrineHourGrid *self)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      GtkWidget *block = g_ptr_array_index (self->blocks, i);
      BrineOccurrence *occurrence = g_ptr_array_index (self->occurrences, piece->span);
      g_autofree char *hint = brine_overlaps_dup_hint (self->overlaps, occurrence);
      brine_occurrence_block_set_hint (BRINE_OCCURRENCE_BLOCK (block), hint);
      brine_occurrence_block_show (BRINE_OCCURRENCE_BLOCK (block), occurrence, get_part (piece),
                                   brine_occurrence_get_start (occurrence));
      set_class (block, "selected",
                 g_strcmp0 (self->selected_key, brine_occurrence_get_key (occurrence)) == 0);
    }
}

static void
hide_unused (GPtrArray *pool)
{
  for (guint i = 0; i < pool->len; i++)
    {
      GtkWidget *block = g_ptr_array_index (pool, i);
      gboolean used =
          brine_occurrence_block_get_occurrence (BRINE_OCCURRENCE_BLOCK (block)) != NULL;
      if (!used)
        gtk_widget_set_visible (block, FALSE);
      else if (!gtk_widget_get_visible (block))
        gtk_widget_set_visible (block, TRUE);
    }
}

/* Chips -------------------------------------------------------------------------------------- */

static void
on_chip_clicked_cb (GtkButton *button, BrineHourGrid *self)
{
  guint chip;
  graphene_rect_t bounds;
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();

  if (!g_ptr_array_find (self->chip_pool, button, &chip))
    return;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      if (piece->chip == (int)chip)
        g_ptr_array_add (hidden, g_ptr_array_index (self->occurrences, piece->span));
    }
  if (!gtk_widget_compute_bounds (GTK_WIDGET (button), GTK_WIDGET (self), &bounds))
    return;
  GdkRectangle at = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  brine_hour_grid_emit_more (self, hidden, &at);
}

static void
show_chips (BrineHourGrid *self)
{
  while (self->chip_pool->len < self->chips->len)
    {
      GtkWidget *button = gtk_button_new ();
      gtk_widget_add_css_class (button, "more");
      gtk_widget_set_focus_on_click (button, FALSE);
      g_signal_connect (button, "clicked", G_CALLBACK (on_chip_clicked_cb), self);
      gtk_widget_insert_before (button, GTK_WIDGET (self), self->now_line);
      g_ptr_array_add (self->chip_pool, button);
    }
  for (guint i = 0; i < self->chip_pool->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->chip_pool, i);
      if (i >= self->chips->len)
        continue;
      int count = g_array_index (self->chips, BrineGridChip, i).count;
      g_autofree char *text = g_strdup_printf ("+%d", count);
      g_autofree char *name = g_strdup_printf (ngettext ("%d more", "%d more", count), count);
      gtk_button_set_label (GTK_BUTTON (button), text);
      brine_set_spoken_name (button, name);
    }
}

/* Days --------------------------------------------------------------------------------------- */

static void
show_columns (BrineHourGrid *self)
{
  for (int i = 0; i < BRINE_HOUR_GRID_MAX_DAYS; i++)
    {
      gtk_widget_set_visible (self->columns[i], i < self->n_days);
      /* One day alone has nothing to stand out from. */
      set_class (self->columns[i], "today", self->n_days > 1 && self->first + i == self->now.day);
      set_class (self->columns[i], "paused", (self->paused >> i & 1) != 0);
    }
}

/* Only places: what is shown in which block does not depend on the size. */
void
brine_hour_grid_layout (BrineHourGrid *self)
{
  brine_grid_layout (&self->geometry, (const BrineGridSpan *)(gpointer)self->spans->data,
                     self->spans->len, self->pieces, self->chips);
  for (guint i = 0; i < MIN (self->pieces->len, self->blocks->len); i++)
    {
      const BrineGridPiece *piece = &g_array_index (self->pieces, BrineGridPiece, i);
      set_class (g_ptr_array_index (self->blocks, i), "tall",
                 !piece->band && piece->height > TALL_FROM_HEIGHT);
      brine_occurrence_block_set_inset (g_ptr_array_index (self->blocks, i), (int)piece->inset);
    }
  brine_busy_layer_set_cover (BRINE_BUSY_LAYER (self->busy_layer), self->pieces);
}

void
brine_hour_grid_rebuild (BrineHourGrid *self)
{
  /* A block that goes away takes the focus with it. */
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  self->n_rebuilds++;
  self->rebuilding = TRUE;
  self->hovered = -1;
  self->geometry.first = self->first;
  self->geometry.n_days = self->n_days;
  collect_rows (self);
  brine_overlaps_set (self->overlaps, self->occurrences,
                      brine_busy_layer_get_model (BRINE_BUSY_LAYER (self->busy_layer)));
  brine_grid_layout (&self->geometry, (const BrineGridSpan *)(gpointer)self->spans->data,
                     self->spans->len, self->pieces, self->chips);
  assign_blocks (self);
  show_blocks (self);
  hide_unused (self->night_pool);
  hide_unused (self->block_pool);
  show_chips (self);
  show_columns (self);
  brine_hour_grid_layout (self);
  brine_hour_grid_restore_cursor (self, focused);
  self->rebuilding = FALSE;
  brine_hour_grid_mark_origin (self);
  if (brine_hour_grid_is_dragging (self))
    brine_hour_grid_show_drag (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
