/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "brine-busy.h"
#include "brine-grid-layout.h"

G_BEGIN_DECLS

#define BRINE_TYPE_BUSY_LAYER (brine_busy_layer_get_type ())
G_DECLARE_FINAL_TYPE (BrineBusyLayer, brine_busy_layer, BRINE, BUSY_LAYER, GtkWidget)

/* (transfer floating) */
GtkWidget *brine_busy_layer_new (void);
/* @busy: (nullable) GListModel of BrineBusy; what lies outside the days is not drawn. */
void brine_busy_layer_set_model (BrineBusyLayer *self, GListModel *busy);
/* (transfer none) (nullable) */
GListModel *brine_busy_layer_get_model (BrineBusyLayer *self);
/* The columns and hours of the grid that it lies in; the first column begins @gutter px from the
 * start. */
void brine_busy_layer_set_geometry (BrineBusyLayer *self, const BrineGridGeometry *geometry,
                                    int gutter);
/* @pieces: (element-type BrineGridPiece): what lies above it, now; a title stays clear of them. The
 * array is kept, so this is called again when it changes. */
void brine_busy_layer_set_cover (BrineBusyLayer *self, GArray *pieces);
/* Looks up the colour of a calendar in the style. */
void brine_busy_layer_get_color (GtkWidget *widget, int colour, GdkRGBA *out_color);
/* The hatch by which other calendars are known, whatever their colour. */
void brine_busy_layer_append_hatch (GtkSnapshot *snapshot, const graphene_rect_t *bounds,
                                    const GdkRGBA *color);

G_END_DECLS
