/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-occurrence-row.h"

#include "brine-format.h"
#include "brine-log-dialog.h"
#include "brine-menu-button.h"
#include "brine-move-dialog.h"
#include "brine-night-dialog.h"
#include "brine-occurrence-words.h"
#include "brine-parts.h"
#include "brine-practice-icon.h"
#include "brine-translate.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * BrineOccurrenceRow:
 *
 * One occurrence of the day: time, practice, title, what matters of it, a circle that logs it with
 * one click and takes the log back with another, and a menu with the rest.
 *
 * Keys: Space on the circle, Enter on the row edits, Menu or Shift+F10 opens the menu. A screen
 * reader hears "Walk, Monday 08:00 to 08:20, done".
 */
struct _BrineOccurrenceRow
{
  GtkListBoxRow parent_instance;

  const BrineActs *acts; /* borrowed from the page */
  BrineOccurrence *occurrence;
  gboolean newly_logged; /* while it was shown: the mark grows */
  GtkViewport *held;     /* owned: does not follow the focus while the menu is open */

  GtkWidget *time;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *state_button;
  GtkWidget *state_image;
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (BrineOccurrenceRow, brine_occurrence_row, GTK_TYPE_LIST_BOX_ROW)

/* Showing ---------------------------------------------------------------------------------- */

static gboolean
lies_ahead (BrineOccurrenceRow *self)
{
  BrineStore *store = brine_history_get_store (self->acts->history);
  BrineDay today =
      brine_clock_get_today (self->acts->clock, brine_store_get_day_start_minutes (store));

  return brine_occurrence_get_day (self->occurrence) > today
         && !brine_occurrence_is_logged (self->occurrence);
}

static void
show_state (BrineOccurrenceRow *self)
{
  BrineState state = brine_occurrence_get_state (self->occurrence);
  const char *icon_name = brine_state_get_icon_name (state);
  const char *practice =
      brine_practice_get_css_class (brine_occurrence_get_practice (self->occurrence));
  gboolean logged = brine_occurrence_is_logged (self->occurrence);
  gboolean ahead = lies_ahead (self);
  const char *image_classes[4] = { NULL };
  g_autofree char *words = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_image),
                                icon_name != NULL ? icon_name : "brine-state-planned-symbolic");
  image_classes[0] = logged ? "practice-solid" : "open";
  image_classes[1] = logged ? practice : NULL;
  image_classes[2] = logged && self->newly_logged ? "tick" : NULL;
  gtk_widget_set_css_classes (self->state_image, image_classes);
  gtk_widget_set_sensitive (self->state_button, !ahead);
  if (ahead)
    words = g_strdup (_ ("Lies ahead"));
  else if (logged)
    words = g_strdup (_ ("Take Back"));
  else
    words =
        g_strdup (brine_practice_get_done_word (brine_occurrence_get_practice (self->occurrence)));
  brine_set_hint (self->state_button, words);
}

static void
show_names (BrineOccurrenceRow *self, const char *title)
{
  g_autofree char *name =
      brine_format_occurrence_name (brine_occurrence_get_local_title (self->occurrence),
                                    brine_occurrence_get_start (self->occurrence),
                                    brine_occurrence_get_end (self->occurrence),
                                    brine_occurrence_get_state (self->occurrence));
  /* Translators: the circle of a row, to a screen reader; %s is what was planned. */
  g_autofree char *act =
      g_strdup_printf (brine_occurrence_is_logged (self->occurrence) ? _ ("Take back %s")
                                                                     : _ ("Log %s as done"),
                       title);
  /* Translators: the menu button of a row, to a screen reader; %s is what was planned. */
  g_autofree char *more = g_strdup_printf (_ ("More for %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, act, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  more, -1);
}

static void
show_occurrence (BrineOccurrenceRow *self)
{
  g_autofree char *title = brine_occurrence_dup_row_title (self->occurrence);
  g_autofree char *subtitle =
      brine_occurrence_dup_row_subtitle (self->occurrence, self->acts->catalogue);
  g_autofree char *time = brine_format_time (brine_occurrence_get_row_time (self->occurrence));

  gtk_label_set_text (GTK_LABEL (self->time), time);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_widget_set_visible (self->subtitle, subtitle[0] != '\0');
  brine_practice_icon_set_practice (BRINE_PRACTICE_ICON (self->icon),
                                    brine_occurrence_get_practice (self->occurrence));
  show_state (self);
  show_names (self, title);
}

/* Acts ------------------------------------------------------------------------------------- */

static void
log_with_reason (BrineOccurrenceRow *self, BrineState state, BrineSkipReason reason)
{
  BrineAmount as_planned = { 0, BRINE_UNIT_NONE };

  brine_occurrence_log (self->acts, self->occurrence, state, reason, as_planned);
}

static void
toggle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (widget);

  if (!lies_ahead (self))
    brine_occurrence_toggle (self->acts, self->occurrence);
}

static void
partly_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  log_with_reason (BRINE_OCCURRENCE_ROW (widget), BRINE_STATE_PARTLY, BRINE_SKIP_NONE);
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineSkipReason reason = BRINE_SKIP_NONE;

  brine_skip_reason_from_nick (g_variant_get_string (parameter, NULL), &reason);
  log_with_reason (BRINE_OCCURRENCE_ROW (widget), BRINE_STATE_SKIPPED, reason);
}

static void
details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (widget);

  if (brine_occurrence_get_practice (self->occurrence) == BRINE_PRACTICE_SLEEP)
    brine_night_dialog_present (widget, self->acts, brine_occurrence_get_day (self->occurrence),
                                self->occurrence);
  else
    brine_log_dialog_present_for (widget, self->acts, self->occurrence);
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (widget);

  brine_move_dialog_present (widget, self->acts, self->occurrence);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (widget);

  brine_occurrence_remove (self->acts, widget, self->occurrence);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  brine_occurrence_row_edit (BRINE_OCCURRENCE_ROW (widget));
}

static void
recipe_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (widget);

  gtk_widget_activate_action (widget, "win.open-recipe", "s",
                              brine_occurrence_get_recipe_id (self->occurrence));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (BRINE_OCCURRENCE_ROW (widget)->menu_button));
}

/* Menu ------------------------------------------------------------------------------------- */

static GMenuModel *
make_skip_menu (void)
{
  static const BrineSkipReason reasons[] = { BRINE_SKIP_NO_TIME, BRINE_SKIP_NOT_TODAY,
                                             BRINE_SKIP_ILL, BRINE_SKIP_TRAVEL, BRINE_SKIP_OTHER };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (brine_skip_reason_get_name (reasons[i]), NULL);

      g_menu_item_set_action_and_target (item, "row.skip", "s",
                                         brine_skip_reason_to_nick (reasons[i]));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
add_log_section (BrineOccurrenceRow *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuModel) skip = make_skip_menu ();
  gboolean planned = brine_occurrence_get_item_id (self->occurrence) != NULL;
  gboolean night = brine_occurrence_get_practice (self->occurrence) == BRINE_PRACTICE_SLEEP;

  if (lies_ahead (self))
    return;
  if (planned && !night)
    g_menu_append (section, _ ("Partly Done"), "row.partly");
  if (planned)
    g_menu_append_submenu (section, _ ("Skip"), skip);
  g_menu_append (section, night ? _ ("Log Night…") : _ ("Log Details…"), "row.details");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_plan_section (BrineOccurrenceRow *self, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (brine_occurrence_get_item_id (self->occurrence) != NULL)
    {
      if (brine_occurrence_get_night (self->occurrence) == NULL)
        g_menu_append (section, _ ("Move…"), "row.move");
      g_menu_append (section, _ ("Edit…"), "row.edit");
      g_menu_append (section, _ ("Leave Out…"), "row.remove");
    }
  else
    g_menu_append (section, _ ("Remove"), "row.remove");
  if (brine_occurrence_get_recipe_id (self->occurrence) != NULL)
    g_menu_append (section, _ ("Open Recipe"), "row.recipe");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static gboolean
is_lost (BrineOccurrenceRow *self, GtkWidget *focus)
{
  return focus == NULL || !gtk_widget_get_mapped (focus)
         || gtk_widget_is_ancestor (focus, self->menu_button);
}

/* Once the menu is gone: what had the focus in it is hidden and would swallow every key. */
static gboolean
settle_focus_cb (gpointer user_data)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && is_lost (self, gtk_root_get_focus (root)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->held != NULL)
    gtk_viewport_set_scroll_to_focus (self->held, TRUE);
  g_clear_object (&self->held);
  return G_SOURCE_REMOVE;
}

static void
on_menu_closed_cb (BrineOccurrenceRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, settle_focus_cb, g_object_ref (self), g_object_unref);
}

/* The viewport would scroll to where the menu's items are, which is outside of it. */
static void
hold_still (BrineOccurrenceRow *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  if (viewport == NULL)
    return;
  g_set_object (&self->held, GTK_VIEWPORT (viewport));
  gtk_viewport_set_scroll_to_focus (self->held, FALSE);
}

/* Made when it is asked for: a day has many rows, and few menus are ever opened. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (user_data);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover;

  if (self->occurrence == NULL)
    return;
  add_log_section (self, menu);
  add_plan_section (self, menu);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_menu_closed_cb), self,
                           G_CONNECT_SWAPPED);
  hold_still (self);
  gtk_menu_button_set_popover (button, popover);
}

static void
on_right_click_cb (BrineOccurrenceRow *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

/* Class ------------------------------------------------------------------------------------ */

static void
brine_occurrence_row_dispose (GObject *object)
{
  BrineOccurrenceRow *self = BRINE_OCCURRENCE_ROW (object);

  g_clear_object (&self->occurrence);
  if (self->held != NULL)
    gtk_viewport_set_scroll_to_focus (self->held, TRUE);
  g_clear_object (&self->held);
  G_OBJECT_CLASS (brine_occurrence_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "row.toggle", NULL, toggle_action);
  gtk_widget_class_install_action (widget_class, "row.partly", NULL, partly_action);
  gtk_widget_class_install_action (widget_class, "row.skip", "s", skip_action);
  gtk_widget_class_install_action (widget_class, "row.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "row.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "row.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "row.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "row.recipe", NULL, recipe_action);
  gtk_widget_class_install_action (widget_class, "row.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "row.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "row.toggle", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "row.remove", NULL);
}

static void
brine_occurrence_row_class_init (BrineOccurrenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_occurrence_row_dispose;
  install_actions (GTK_WIDGET_CLASS (klass));
}

static GtkWidget *
make_words (BrineOccurrenceRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  self->title = gtk_label_new (NULL);
  self->subtitle = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->subtitle, "caption");
  gtk_widget_add_css_class (self->subtitle, "secondary");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->subtitle);
  return words;
}

static void
make_buttons (BrineOccurrenceRow *self)
{
  self->state_image = gtk_image_new ();
  self->state_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->state_button), self->state_image);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->state_button), "row.toggle");
  self->menu_button = brine_menu_button_new ("view-more-symbolic", _ ("More"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), create_popup_cb, self,
                                         NULL);
  gtk_widget_add_css_class (self->state_button, "state");
  gtk_widget_add_css_class (self->state_button, "circular");
  gtk_widget_add_css_class (self->state_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_set_valign (self->state_button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
}

static void
brine_occurrence_row_init (BrineOccurrenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkGesture *click = gtk_gesture_click_new ();

  self->time = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->time), 0);
  gtk_widget_add_css_class (self->time, "time");
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_add_css_class (self->time, "secondary");
  self->icon = brine_practice_icon_new (BRINE_PRACTICE_MEAL);
  make_buttons (self);
  gtk_box_append (GTK_BOX (box), self->time);
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), make_words (self));
  gtk_box_append (GTK_BOX (box), self->state_button);
  gtk_box_append (GTK_BOX (box), self->menu_button);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "occurrence-row");

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
brine_occurrence_row_new (const BrineActs *acts)
{
  BrineOccurrenceRow *self = g_object_new (BRINE_TYPE_OCCURRENCE_ROW, NULL);

  self->acts = acts;
  return GTK_WIDGET (self);
}

void
brine_occurrence_row_set_occurrence (BrineOccurrenceRow *self, BrineOccurrence *occurrence)
{
  g_return_if_fail (BRINE_IS_OCCURRENCE_ROW (self));
  g_return_if_fail (occurrence == NULL || BRINE_IS_OCCURRENCE (occurrence));

  self->newly_logged = self->occurrence != NULL && occurrence != NULL
                       && !brine_occurrence_is_logged (self->occurrence)
                       && brine_occurrence_is_logged (occurrence);
  /* Shown again even when it is the same: whether it lies ahead depends on the time. */
  g_set_object (&self->occurrence, occurrence);
  if (occurrence != NULL)
    show_occurrence (self);
}

BrineOccurrence *
brine_occurrence_row_get_occurrence (BrineOccurrenceRow *self)
{
  g_return_val_if_fail (BRINE_IS_OCCURRENCE_ROW (self), NULL);

  return self->occurrence;
}

void
brine_occurrence_row_edit (BrineOccurrenceRow *self)
{
  g_autofree char *original = NULL;
  const char *item_id;

  g_return_if_fail (BRINE_IS_OCCURRENCE_ROW (self));

  if (self->occurrence == NULL)
    return;
  item_id = brine_occurrence_get_item_id (self->occurrence);
  if (item_id == NULL)
    {
      details_action (GTK_WIDGET (self), NULL, NULL);
      return;
    }
  original = brine_local_to_string (brine_occurrence_get_original (self->occurrence));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-occurrence", "(ss)", item_id, original);
}
