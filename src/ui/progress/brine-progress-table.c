/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-table.h"

#include "brine-progress-cells.h"
#include "brine-slow-list.h"

#include <glib/gi18n.h>

/* About what the chart takes; more rows than fit scroll. */
#define HIGHEST 480
/* So many rows are higher than that in every text size. */
#define ROWS_OF_HIGHEST 16
#define FIRST_ROWS 3
#define ROWS_A_TURN 3

/* A row: the numbers of one column of the chart. Read-only. */
#define BRINE_TYPE_PROGRESS_ROW (brine_progress_row_get_type ())
G_DECLARE_FINAL_TYPE (BrineProgressRow, brine_progress_row, BRINE, PROGRESS_ROW, GObject)

struct _BrineProgressRow
{
  GObject parent_instance;

  BrineProgressData *data;
  guint column;
};

G_DEFINE_FINAL_TYPE (BrineProgressRow, brine_progress_row, G_TYPE_OBJECT)

static void
brine_progress_row_finalize (GObject *object)
{
  brine_progress_data_unref (BRINE_PROGRESS_ROW (object)->data);
  G_OBJECT_CLASS (brine_progress_row_parent_class)->finalize (object);
}

static void
brine_progress_row_class_init (BrineProgressRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = brine_progress_row_finalize;
}

static void
brine_progress_row_init (BrineProgressRow *self)
{
}

static BrineProgressRow *
row_new (BrineProgressData *data, guint column)
{
  BrineProgressRow *self = g_object_new (BRINE_TYPE_PROGRESS_ROW, NULL);

  self->data = brine_progress_data_ref (data);
  self->column = column;
  return self;
}

/* The table ---------------------------------------------------------------------------------- */

struct _BrineProgressTable
{
  AdwBin parent_instance;

  BrineProgressData *data;
  GListStore *rows; /* BrineProgressRow */
  BrineSlowList *shown;
  GtkScrolledWindow *scroller;
  guint fields; /* a bit for each column there is */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (BrineProgressTable, brine_progress_table, ADW_TYPE_BIN)

static void
on_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  GtkWidget *label = gtk_label_new (NULL);

  /* Titles stand at the start of their column: so does what is below them. */
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer field)
{
  BrineProgressRow *row = gtk_list_item_get_item (item);
  g_autofree char *text =
      brine_progress_field_dup_text (row->data, row->column, GPOINTER_TO_UINT (field));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (BrineProgressTable *self, guint field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column =
      gtk_column_view_column_new (brine_progress_field_get_title (self->data, field), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup_cb), GUINT_TO_POINTER (field));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind_cb), GUINT_TO_POINTER (field));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static void
remove_columns (BrineProgressTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
brine_progress_table_dispose (GObject *object)
{
  BrineProgressTable *self = BRINE_PROGRESS_TABLE (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  G_OBJECT_CLASS (brine_progress_table_parent_class)->dispose (object);
}

static void
brine_progress_table_class_init (BrineProgressTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_progress_table_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "progresstable");
}

static void
brine_progress_table_init (BrineProgressTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkNoSelection *selection;

  self->rows = g_list_store_new (BRINE_TYPE_PROGRESS_ROW);
  self->shown = brine_slow_list_new (G_LIST_MODEL (self->rows), FIRST_ROWS, ROWS_A_TURN);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (selection)));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress as a table"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST);
  self->scroller = GTK_SCROLLED_WINDOW (scroller);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
brine_progress_table_new (void)
{
  return g_object_new (BRINE_TYPE_PROGRESS_TABLE, NULL);
}

static guint
get_fields (const BrineProgressData *data)
{
  guint fields = 0;

  for (guint field = 0; field < BRINE_N_FIELDS; field++)
    fields |= (guint)(brine_progress_field_is_wanted (data, field) != FALSE) << field;
  return fields;
}

/* While there are no rows: then columns cost little. */
static void
update_columns (BrineProgressTable *self)
{
  guint fields = get_fields (self->data);
  g_autoptr (GtkColumnViewColumn) first = NULL;

  if (fields != self->fields)
    {
      remove_columns (self);
      for (guint field = 0; field < BRINE_N_FIELDS; field++)
        if ((fields & 1u << field) != 0)
          add_column (self, field);
      self->fields = fields;
    }
  first = g_list_model_get_item (gtk_column_view_get_columns (self->view), 0);
  gtk_column_view_column_set_title (first,
                                    brine_progress_field_get_title (self->data, BRINE_FIELD_TIME));
}

void
brine_progress_table_set_data (BrineProgressTable *self, BrineProgressData *data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (BRINE_IS_PROGRESS_TABLE (self));

  if (self->data == data)
    return;
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  if (data == NULL)
    return;
  self->data = brine_progress_data_ref (data);
  update_columns (self);
  for (guint i = data->columns->len; i > 0; i--)
    g_ptr_array_add (rows, row_new (data, i - 1));
  /* It does not grow below the eyes: rows that come later find their room. */
  gtk_scrolled_window_set_min_content_height (self->scroller,
                                              rows->len >= ROWS_OF_HIGHEST ? HIGHEST : -1);
  brine_slow_list_begin (self->shown);
  g_list_store_splice (self->rows, 0, 0, rows->pdata, rows->len);
}
