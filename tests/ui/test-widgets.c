/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-day-button.h"
#include "brine-dots.h"
#include "brine-form.h"
#include "brine-menu-button.h"
#include "brine-month-picker.h"
#include "brine-mood-scale.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-ring.h"
#include "brine-time-entry.h"
#include "brine-wrap-layout.h"

#include <adwaita.h>
#include <math.h>

/* Every type of ui/common that anybody may make without arguments. */
static GType
get_type_at (guint i)
{
  switch (i)
    {
    case 0:
      return BRINE_TYPE_RING;
    case 1:
      return BRINE_TYPE_DOTS;
    case 2:
      return BRINE_TYPE_MOOD_SCALE;
    case 3:
      return BRINE_TYPE_PRACTICE_ICON;
    case 4:
      return BRINE_TYPE_TIME_ENTRY;
    case 5:
      return BRINE_TYPE_DAY_BUTTON;
    case 6:
      return BRINE_TYPE_MONTH_PICKER;
    default:
      return G_TYPE_INVALID;
    }
}

static gboolean
is_own_property (GParamSpec *pspec)
{
  return g_str_has_prefix (g_type_name (pspec->owner_type), "Brine");
}

/* Another value than the present one, within the range of @pspec. */
static gboolean
change_value (GParamSpec *pspec, GValue *value)
{
  if (G_IS_PARAM_SPEC_INT (pspec))
    {
      GParamSpecInt *range = G_PARAM_SPEC_INT (pspec);
      int present = g_value_get_int (value);

      g_value_set_int (value, present < range->maximum ? present + 1 : present - 1);
    }
  else if (G_IS_PARAM_SPEC_UINT (pspec))
    g_value_set_uint (value, g_value_get_uint (value) == 0 ? 1 : 0);
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    g_value_set_double (value, g_value_get_double (value) + 0.5);
  else if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, !g_value_get_boolean (value));
  else
    return FALSE;
  return TRUE;
}

static void
check_default (GObject *object, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, pspec->name, &value);
  g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_assert_true (g_param_value_defaults (pspec, &value));
}

static void
test_defaults (void)
{
  for (guint i = 0; get_type_at (i) != G_TYPE_INVALID; i++)
    {
      GObject *object = g_object_ref_sink (g_object_new (get_type_at (i), NULL));
      guint n;
      g_autofree GParamSpec **pspecs =
          g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

      for (guint p = 0; p < n; p++)
        if (is_own_property (pspecs[p]) && (pspecs[p]->flags & G_PARAM_READABLE) != 0)
          check_default (object, pspecs[p]);
      g_assert_finalize_object (object);
    }
}

/* A change of looks may notify what the parent class has. */
static void
count_cb (GObject *object, GParamSpec *pspec, int *count)
{
  *count += is_own_property (pspec);
}

static void
check_notify (GObject *object, GParamSpec *pspec)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *right = g_strconcat ("notify::", pspec->name, NULL);
  int own = 0, all = 0;
  gulong own_id, all_id;

  g_value_init (&value, pspec->value_type);
  g_object_get_property (object, pspec->name, &value);
  g_assert_true (change_value (pspec, &value));
  own_id = g_signal_connect (object, right, G_CALLBACK (count_cb), &own);
  all_id = g_signal_connect (object, "notify", G_CALLBACK (count_cb), &all);
  g_test_message ("%s:%s", G_OBJECT_TYPE_NAME (object), pspec->name);
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpint (own, ==, 1);
  g_assert_cmpint (all, ==, 1);
  g_object_set_property (object, pspec->name, &value);
  g_assert_cmpint (all, ==, 1);
  g_signal_handler_disconnect (object, own_id);
  g_signal_handler_disconnect (object, all_id);
}

static void
test_notify (void)
{
  GParamFlags writable = G_PARAM_READWRITE;

  for (guint i = 0; get_type_at (i) != G_TYPE_INVALID; i++)
    {
      GObject *object = g_object_ref_sink (g_object_new (get_type_at (i), NULL));
      guint n;
      g_autofree GParamSpec **pspecs =
          g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

      for (guint p = 0; p < n; p++)
        if (is_own_property (pspecs[p]) && (pspecs[p]->flags & writable) == writable
            && (pspecs[p]->flags & G_PARAM_CONSTRUCT_ONLY) == 0)
          check_notify (object, pspecs[p]);
      g_assert_finalize_object (object);
    }
}

static void
on_picked_cb (BrineMoodScale *scale, int mood, int *picked)
{
  *picked = mood;
}

static GtkWidget *
find_button (GtkWidget *widget, int *skip)
{
  GtkWidget *child;

  if (GTK_IS_TOGGLE_BUTTON (widget) && (*skip)-- == 0)
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_mood_scale (void)
{
  GtkWidget *scale = g_object_ref_sink (brine_mood_scale_new ());
  int picked = 0;
  int skip = 3;
  GtkWidget *good = find_button (scale, &skip);

  gtk_test_accessible_assert_role (scale, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (good, GTK_ACCESSIBLE_PROPERTY_LABEL, "Good, 4 of 5");
  g_signal_connect (scale, "picked", G_CALLBACK (on_picked_cb), &picked);
  brine_mood_scale_set_mood (BRINE_MOOD_SCALE (scale), 2);
  g_assert_cmpint (picked, ==, 0);
  g_signal_emit_by_name (good, "clicked");
  g_assert_cmpint (picked, ==, 4);
  g_assert_cmpint (brine_mood_scale_get_mood (BRINE_MOOD_SCALE (scale)), ==, 4);
  /* The chosen face again: another check-in, and it stays chosen. */
  picked = 0;
  g_signal_emit_by_name (good, "clicked");
  g_assert_cmpint (picked, ==, 4);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (good)));
  g_assert_finalize_object (scale);
}

static void
test_ring (void)
{
  GtkWidget *ring = g_object_ref_sink (brine_ring_new (BRINE_RING_LARGE));

  gtk_test_accessible_assert_role (ring, GTK_ACCESSIBLE_ROLE_METER);
  brine_ring_set_value (BRINE_RING (ring), 4, 8);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, "4 of 8 done");
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 4.0);
  brine_ring_set_value (BRINE_RING (ring), 2.5, 0);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 0.0);
  g_assert_finalize_object (ring);
}

static GskRenderNode *
draw (GtkWidget *widget, int width, int height)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_widget_allocate (widget, width, height, -1, NULL);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* Nothing planned, too much done, no room at all. */
static void
test_odd_drawings (void)
{
  static const double values[] = { 0, 0.5, 1, 3, 8, 40 };

  for (int size = BRINE_RING_SMALL; size <= BRINE_RING_LARGE; size++)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        GtkWidget *ring = g_object_ref_sink (brine_ring_new ((BrineRingSize)size));
        GtkWidget *dots = g_object_ref_sink (brine_dots_new ());

        brine_ring_set_value (BRINE_RING (ring), values[i], i % 2 == 0 ? 0 : 8);
        brine_dots_set_value (BRINE_DOTS (dots), values[i], (int)i, NULL);
        gtk_widget_set_direction (dots, i % 2 == 0 ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        g_clear_pointer (&(GskRenderNode *){ draw (dots, 0, 0) }, gsk_render_node_unref);
        g_clear_pointer (&(GskRenderNode *){ draw (dots, 200, 20) }, gsk_render_node_unref);
        g_clear_pointer (&(GskRenderNode *){ draw (ring, 120, 120) }, gsk_render_node_unref);
        g_assert_finalize_object (ring);
        g_assert_finalize_object (dots);
      }
}

static GtkWidget *
make_wrapping (int chips)
{
  GtkWidget *box = adw_bin_new ();

  gtk_widget_set_layout_manager (box, brine_wrap_layout_new (6));
  for (int i = 0; i < chips; i++)
    {
      GtkWidget *chip = gtk_label_new (NULL);

      gtk_widget_set_size_request (chip, 100, 20);
      gtk_widget_set_parent (chip, box);
    }
  return g_object_ref_sink (box);
}

static void
drop_wrapping (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
  g_assert_finalize_object (box);
}

static void
test_wrap_layout (void)
{
  static const struct
  {
    int chips;
    int width;
    int height;
  } rows[] = { { 0, 300, 0 },  { 1, 300, 20 }, { 3, 312, 20 },
               { 3, 311, 46 }, { 4, 206, 46 }, { 3, 100, 72 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *box = make_wrapping (rows[i].chips);
      int minimum, natural;

      gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, rows[i].width, &minimum, &natural, NULL,
                          NULL);
      g_assert_cmpint (minimum, ==, rows[i].height);
      g_assert_cmpint (natural, ==, rows[i].height);
      drop_wrapping (box);
    }
}

static void
test_wrap_mirrors (void)
{
  GtkWidget *box = make_wrapping (2);
  GtkWidget *first = gtk_widget_get_first_child (box);
  GtkAllocation place;

  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (box, 300, 20, -1, NULL);
  gtk_widget_get_allocation (first, &place);
  g_assert_cmpint (place.x, ==, 200);
  drop_wrapping (box);
}

/* Menus -------------------------------------------------------------------------------------- */

/* Whether @widget has something to say to a pointer that rests on it. */
static gboolean
has_words (GtkWidget *widget)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean said = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 1, 1, FALSE, tooltip, &said);
  g_object_unref (tooltip);
  return said;
}

static void
iterate_until_mapped (GtkWidget *popover, gboolean mapped)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (gtk_widget_get_mapped (popover) != mapped && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (popover) == mapped);
}

static void
test_menu_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = brine_menu_button_new ("view-more-symbolic", "More");
  GtkWidget *other = brine_menu_button_new ("list-add-symbolic", "Add");
  GtkWidget *plain = gtk_button_new_with_label ("Next");
  GtkWidget *popover;

  g_menu_append (menu, "Item", "window.close");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), other);
  brine_set_tooltip (plain, "Next Week");
  brine_set_tooltip (plain, "Next Day");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (plain), ==, "Next Day");
  gtk_box_append (GTK_BOX (box), plain);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  iterate_until_mapped (window, TRUE);
  g_assert_true (has_words (button));
  g_assert_true (has_words (other));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  iterate_until_mapped (popover, TRUE);
  g_assert_false (has_words (button));
  g_assert_false (has_words (other));
  g_assert_false (has_words (plain));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  iterate_until_mapped (popover, FALSE);
  g_assert_true (has_words (button));
  g_assert_true (has_words (other));
  g_assert_true (has_words (plain));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a popover was opened on says its hint not above it. */
static void
test_hint_behind_popover (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = gtk_button_new_with_label ("Walk");
  GtkWidget *inside = gtk_button_new_with_label ("Plan");
  GtkWidget *popover = gtk_popover_new ();

  brine_set_hint (chip, "Log one more");
  brine_set_hint (inside, "Plan it");
  gtk_popover_set_child (GTK_POPOVER (popover), inside);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_parent (popover, box);
  gtk_window_present (GTK_WINDOW (window));
  iterate_until_mapped (window, TRUE);
  g_assert_true (has_words (chip));
  gtk_popover_popup (GTK_POPOVER (popover));
  iterate_until_mapped (popover, TRUE);
  g_assert_false (has_words (chip));
  g_assert_true (has_words (inside));
  gtk_popover_popdown (GTK_POPOVER (popover));
  iterate_until_mapped (popover, FALSE);
  g_assert_true (has_words (chip));
  gtk_widget_unparent (popover);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A hint of several lines takes nothing from what stands below it. */
static void
test_form_height (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = adw_action_row_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  iterate_until_mapped (window, TRUE);
  BrineForm *form = brine_form_new (box, "Pause", "_Pause");
  brine_form_add_row (form, row);
  brine_form_set_hint (form,
                       "Nothing is counted in a pause, and it leaves no hole. You can still log "
                       "what you like, as often as you like, and nobody asks why you did.");
  gtk_window_present (GTK_WINDOW (form));
  iterate_until_mapped (GTK_WIDGET (form), TRUE);
  graphene_rect_t bounds;
  while (gtk_widget_get_height (row) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (form), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height + 20, <=,
                     gtk_widget_get_height (GTK_WIDGET (form)));
  gtk_window_destroy (GTK_WINDOW (form));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/widgets/defaults", test_defaults);
  g_test_add_func ("/widgets/notify", test_notify);
  g_test_add_func ("/widgets/mood-scale", test_mood_scale);
  g_test_add_func ("/widgets/ring", test_ring);
  g_test_add_func ("/widgets/odd-drawings", test_odd_drawings);
  g_test_add_func ("/widgets/wrap-layout", test_wrap_layout);
  g_test_add_func ("/widgets/wrap-mirrors", test_wrap_mirrors);
  g_test_add_func ("/widgets/menu-button", test_menu_button);
  g_test_add_func ("/widgets/hint-behind-popover", test_hint_behind_popover);
  g_test_add_func ("/widgets/form-height", test_form_height);
  return g_test_run ();
}
