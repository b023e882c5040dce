/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-page-slot.h"

/**
 * BrinePageSlot:
 *
 * The place of a page in the stack of pages. GTK styles everything that is visible, in the hidden
 * pages of a stack too: each time the focus moves, all of their widgets are looked at again. So a
 * page that nobody looks at is made invisible, as soon as there is time for it.
 */
struct _BrinePageSlot
{
  GtkWidget parent_instance;

  GtkWidget *page;   /* nullable */
  guint hide_idle;   /* 0: none */
  gboolean prepared; /* the page was mapped or measured */
};

G_DEFINE_FINAL_TYPE (BrinePageSlot, brine_page_slot, GTK_TYPE_WIDGET)

/* In a window that does not show yet, that is the page it will show first. */
static gboolean
is_looked_at (BrinePageSlot *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL || gtk_widget_get_mapped (root))
    return gtk_widget_get_mapped (GTK_WIDGET (self));
  return gtk_widget_get_child_visible (GTK_WIDGET (self));
}

/* To know its size a page must be styled and its words shaped, which is half of what its first
 * frame costs. */
static void
prepare (BrinePageSlot *self)
{
  int minimum;

  self->prepared = TRUE;
  gtk_widget_measure (self->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (self->page, GTK_ORIENTATION_VERTICAL,
                      MAX (minimum,
                           gtk_widget_get_width (gtk_widget_get_parent (GTK_WIDGET (self)))),
                      NULL, NULL, NULL, NULL);
}

static gboolean
on_hide_idle_cb (gpointer user_data)
{
  BrinePageSlot *self = user_data;

  if (self->page != NULL && !self->prepared && !is_looked_at (self))
    {
      prepare (self);
      return G_SOURCE_CONTINUE;
    }
  self->hide_idle = 0;
  if (self->page != NULL && !is_looked_at (self))
    gtk_widget_set_visible (self->page, FALSE);
  return G_SOURCE_REMOVE;
}

/* After the frame that shows another page instead. */
static void
queue_hide (BrinePageSlot *self)
{
  if (self->hide_idle == 0)
    self->hide_idle = g_idle_add_full (G_PRIORITY_LOW, on_hide_idle_cb, self, NULL);
}

/* Before the stack gives the focus back to where it was. */
static void
brine_page_slot_map (GtkWidget *widget)
{
  BrinePageSlot *self = BRINE_PAGE_SLOT (widget);

  if (self->page != NULL)
    gtk_widget_set_visible (self->page, TRUE);
  self->prepared = TRUE;
  GTK_WIDGET_CLASS (brine_page_slot_parent_class)->map (widget);
}

static void
brine_page_slot_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (brine_page_slot_parent_class)->unmap (widget);
  queue_hide (BRINE_PAGE_SLOT (widget));
}

static void
brine_page_slot_dispose (GObject *object)
{
  BrinePageSlot *self = BRINE_PAGE_SLOT (object);

  g_clear_handle_id (&self->hide_idle, g_source_remove);
  g_clear_pointer (&self->page, gtk_widget_unparent);

  G_OBJECT_CLASS (brine_page_slot_parent_class)->dispose (object);
}

static void
brine_page_slot_class_init (BrinePageSlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = brine_page_slot_dispose;
  widget_class->map = brine_page_slot_map;
  widget_class->unmap = brine_page_slot_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
brine_page_slot_init (BrinePageSlot *self)
{
}

GtkWidget *
brine_page_slot_new (void)
{
  return g_object_new (BRINE_TYPE_PAGE_SLOT, NULL);
}

/* GTK keeps a widget that leaves with the focus in it until the next frame. A stack in it still
 * hands out its children on the accessibility bus then, and who asks where these are makes GTK
 * complain: they are in no window. So the focus goes first, to where GTK would move it. */
static void
drop_page (BrinePageSlot *self)
{
  GtkRoot *root = gtk_widget_get_root (self->page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (focused)
    gtk_root_set_focus (root, NULL);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  if (focused)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

void
brine_page_slot_set_page (BrinePageSlot *self, GtkWidget *page)
{
  g_return_if_fail (BRINE_IS_PAGE_SLOT (self));
  g_return_if_fail (page == NULL || GTK_IS_WIDGET (page));

  if (self->page != NULL)
    drop_page (self);
  self->page = page;
  self->prepared = is_looked_at (self);
  if (page == NULL)
    return;
  gtk_widget_set_parent (page, GTK_WIDGET (self));
  if (!is_looked_at (self))
    queue_hide (self);
}

GtkWidget *
brine_page_slot_get_page (BrinePageSlot *self)
{
  g_return_val_if_fail (BRINE_IS_PAGE_SLOT (self), NULL);

  return self->page;
}
