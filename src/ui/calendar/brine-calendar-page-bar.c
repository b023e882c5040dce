/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "brine-calendar-beside.h"
#include "brine-day-head.h"
#include "brine-format.h"
#include "brine-go-to.h"
#include "brine-menu-button.h"
#include "brine-parts.h"
#include "brine-week-strip.h"
#include "brine-wrap-layout.h"

/*
 * The bars above the views: previous, next, the period, Today, the filter, the choice of a view.
 *
 * CSS: calendarbar[.narrow]. What has no room goes from the middle: first the names of the chips,
 * then the chips; the filter button beside them can do the same and always stays.
 */

static const struct
{
  const char *nick;
  const char *label;
} views[BRINE_CALENDAR_N_VIEWS] = {
  [BRINE_CALENDAR_DAY] = { "day", N_ ("Day") },
  [BRINE_CALENDAR_WEEK] = { "week", N_ ("Week") },
  [BRINE_CALENDAR_MONTH] = { "month", N_ ("Month") },
  [BRINE_CALENDAR_YEAR] = { "year", N_ ("Year") },
};

/* Parts --------------------------------------------------------------------------------------- */

static void
set_name (GtkWidget *widget, const char *name)
{
  brine_set_tooltip (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_icon_button (const char *icon_name, const char *action_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  set_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  return button;
}

static void
on_view_toggled_cb (GtkToggleButton *button, BrineCalendarPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (int view = 0; view < BRINE_CALENDAR_N_VIEWS; view++)
    if (GTK_WIDGET (button) == self->view_buttons[view]
        || GTK_WIDGET (button) == self->narrow_view_buttons[view])
      brine_calendar_page_set_view (self, (BrineCalendarView)view);
}

static GtkWidget *
make_view_switch (BrineCalendarPage *self, GtkWidget **buttons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (int i = 0; i < BRINE_CALENDAR_N_VIEWS; i++)
    {
      GtkWidget *label = gtk_label_new (_ (views[i].label));
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (buttons[i]), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (views[i].label), -1);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (buttons[i]), i == (int)self->view);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (buttons[i]),
                                     GTK_TOGGLE_BUTTON (buttons[0]));
      g_signal_connect (buttons[i], "toggled", G_CALLBACK (on_view_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }
  return box;
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state,
           GtkWidget *popover)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    gtk_widget_child_focus (gtk_popover_get_child (GTK_POPOVER (popover)),
                            keyval == GDK_KEY_Up ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
  return keyval != GDK_KEY_Escape && keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab;
}

void
brine_calendar_page_keep_keys (GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), popover);
  gtk_widget_add_controller (popover, keys);
}

static void
on_filter_popup_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, brine_calendar_page_make_filter_popover ());
}

static GtkWidget *
make_filter_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "brine-filter-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_filter_popup_cb, NULL, NULL);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  set_name (button, _ ("Filter"));
  return button;
}

/* One click from everything; it only shows while something is left out. Its place is kept, so that
 * the chips do not run away from under the pointer. */
static GtkWidget *
make_filter_pill (void)
{
  GtkWidget *place = gtk_stack_new ();
  GtkWidget *pill = gtk_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (pill), "window-close-symbolic");
  gtk_widget_add_css_class (pill, "chip");
  gtk_widget_add_css_class (pill, "filtered");
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pill), "calendar.show-all");
  gtk_stack_add_named (GTK_STACK (place), gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), "all");
  gtk_stack_add_named (GTK_STACK (place), pill, "filtered");
  return place;
}

static void
on_go_cb (BrineGoTo *popover, int day, BrineCalendarPage *self)
{
  brine_calendar_page_show_day (self, day);
}

static void
on_go_to_shown_cb (BrineGoTo *popover, BrineCalendarPage *self)
{
  brine_go_to_begin (popover, self->date, brine_calendar_page_get_today (self),
                     self->first_weekday);
}

static void
on_date_popup_cb (GtkMenuButton *button, gpointer data)
{
  BrineCalendarPage *self = BRINE_CALENDAR_PAGE (data);

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  GtkWidget *popover = brine_go_to_new ();
  g_signal_connect_object (popover, "go", G_CALLBACK (on_go_cb), self, 0);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_go_to_shown_cb), self, 0);
  brine_calendar_page_keep_keys (popover);
  gtk_menu_button_set_popover (button, popover);
}

/* What is shown says so and leads to another date. */
static GtkWidget *
make_period (BrineCalendarPage *self, const char *css_class, GtkWidget **label)
{
  GtkWidget *button = gtk_menu_button_new ();

  *label = gtk_label_new (NULL);
  gtk_widget_add_css_class (*label, css_class);
  gtk_widget_add_css_class (*label, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (*label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), on_date_popup_cb, self, NULL);
  gtk_widget_add_css_class (button, "period");
  return button;
}

/* Wide ---------------------------------------------------------------------------------------- */

GtkWidget *
brine_calendar_page_make_wide_bar (BrineCalendarPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "calendarbar", "spacing", 6, NULL);
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));
  GtkWidget *chips = brine_calendar_page_make_chips (self);

  gtk_box_append (GTK_BOX (bar),
                  make_icon_button ("go-previous-symbolic", "calendar.previous", _ ("Previous")));
  gtk_box_append (GTK_BOX (bar),
                  make_icon_button ("go-next-symbolic", "calendar.next", _ ("Next")));
  self->date_buttons[0] = make_period (self, "title-4", &self->period);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->date_buttons[0]), self->period);
  gtk_box_append (GTK_BOX (bar), self->date_buttons[0]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  gtk_box_append (GTK_BOX (bar), today);
  gtk_widget_set_hexpand (chips, TRUE);
  gtk_box_append (GTK_BOX (bar), chips);
  self->filter_buttons[0] = make_filter_button ();
  gtk_box_append (GTK_BOX (bar), self->filter_buttons[0]);
  self->filter_pills[0] = make_filter_pill ();
  gtk_box_append (GTK_BOX (bar), self->filter_pills[0]);
  gtk_box_append (GTK_BOX (bar), make_view_switch (self, self->view_buttons));
  gtk_box_append (GTK_BOX (bar), brine_calendar_page_make_menu_button ());
  return bar;
}

/* Narrow -------------------------------------------------------------------------------------- */

static void
on_strip_picked_cb (BrineWeekStrip *strip, int day, BrineCalendarPage *self)
{
  brine_calendar_page_show_day (self, day);
}

/* The date, and below it how the day went. */
static void
add_day_words (BrineCalendarPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkMenuButton *button = GTK_MENU_BUTTON (self->date_buttons[1]);

  gtk_label_set_xalign (GTK_LABEL (self->day_title), 0);
  self->day_face = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->day_face), 16);
  gtk_widget_add_css_class (self->day_face, "mood");
  self->day_words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day_words, "caption");
  gtk_widget_add_css_class (self->day_words, "secondary");
  gtk_widget_add_css_class (self->day_words, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (self->day_words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (line), self->day_face);
  gtk_box_append (GTK_BOX (line), self->day_words);
  gtk_box_append (GTK_BOX (box), self->day_title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_menu_button_set_child (button, box);
}

static GtkWidget *
make_day_line (BrineCalendarPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  /* A menu button tells no height for a width, so its words cannot take a second line. */
  if (brine_text_is_large (line))
    gtk_widget_set_layout_manager (line, brine_wrap_layout_new (0));
  self->date_buttons[1] = make_period (self, "heading", &self->day_title);
  add_day_words (self);
  gtk_widget_set_hexpand (self->date_buttons[1], TRUE);
  gtk_widget_set_halign (self->date_buttons[1], GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), self->date_buttons[1]);
  self->narrow_today = make_icon_button ("brine-today-symbolic", "calendar.today", _ ("Today"));
  gtk_box_append (GTK_BOX (buttons), self->narrow_today);
  self->filter_pills[1] = make_filter_pill ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->filter_pills[1]), FALSE);
  gtk_box_append (GTK_BOX (buttons), self->filter_pills[1]);
  self->filter_buttons[1] = make_filter_button ();
  gtk_box_append (GTK_BOX (buttons), self->filter_buttons[1]);
  gtk_box_append (GTK_BOX (buttons),
                  make_icon_button ("go-previous-symbolic", "calendar.previous", _ ("Previous")));
  gtk_box_append (GTK_BOX (buttons),
                  make_icon_button ("go-next-symbolic", "calendar.next", _ ("Next")));
  gtk_box_append (GTK_BOX (buttons), brine_calendar_page_make_menu_button ());
  gtk_box_append (GTK_BOX (line), buttons);
  return line;
}

GtkWidget *
brine_calendar_page_make_narrow_bar (BrineCalendarPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "css-name", "calendarbar", "orientation",
                                 GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
  GtkWidget *view_switch = make_view_switch (self, self->narrow_view_buttons);

  /* Alike, unless large text needs the room that short words leave. */
  gtk_box_set_homogeneous (GTK_BOX (view_switch), !brine_text_is_large (view_switch));
  for (int view = 0; view < BRINE_CALENDAR_N_VIEWS; view++)
    gtk_widget_set_hexpand (self->narrow_view_buttons[view], TRUE);
  gtk_box_append (GTK_BOX (bar), view_switch);
  self->strip = brine_week_strip_new ();
  g_signal_connect (self->strip, "picked", G_CALLBACK (on_strip_picked_cb), self);
  gtk_box_append (GTK_BOX (bar), self->strip);
  gtk_box_append (GTK_BOX (bar), make_day_line (self));
  gtk_widget_add_css_class (bar, "narrow");
  gtk_widget_set_visible (bar, FALSE);
  return bar;
}

/* What they say ------------------------------------------------------------------------------- */

static char *
make_period_text (BrineCalendarPage *self, gboolean brief)
{
  BrineDay today = brine_calendar_page_get_today (self);
  BrineDay first;
  int n_days;

  switch (self->view)
    {
    case BRINE_CALENDAR_DAY:
      return brief ? brine_format_day_medium (self->date, today)
                   : brine_format_day_long (self->date, today);
    case BRINE_CALENDAR_MONTH:
      return brine_format_month (self->date);
    case BRINE_CALENDAR_YEAR:
      return brine_format_year (self->date);
    case BRINE_CALENDAR_WEEK:
    default:
      brine_calendar_page_get_range (self, &first, &n_days);
      return brine_format_day_range (first, first + n_days - 1, today);
    }
}

/* (nullable): only days and weeks have a number; a month tells those of its weeks itself. */
static char *
make_week_text (BrineCalendarPage *self, gboolean brief)
{
  BrineDay week = brine_day_get_week_start (self->date, self->first_weekday);

  if (self->view != BRINE_CALENDAR_DAY && self->view != BRINE_CALENDAR_WEEK)
    return NULL;
  /* Translators: number of a week of the year, as short as can be, and in full */
  return g_strdup_printf (brief ? C_ ("week number", "W%d") : C_ ("week number", "Week %d"),
                          brine_calendar_range_get_week (week));
}

static void
show_date_button (GtkWidget *button, const char *period, const char *week)
{
  g_autofree char *tip = week != NULL ? g_strdup_printf ("%s\n%s", week, _ ("Go to a date"))
                                      : g_strdup (_ ("Go to a date"));

  brine_set_tooltip (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, period,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
}

void
brine_calendar_page_show_period (BrineCalendarPage *self)
{
  g_autofree char *period = make_period_text (self, FALSE);
  g_autofree char *brief = make_period_text (self, TRUE);
  g_autofree char *week = make_week_text (self, FALSE);
  g_autofree char *week_brief = make_week_text (self, TRUE);

  gtk_label_set_text (GTK_LABEL (self->period), period);
  gtk_label_set_text (GTK_LABEL (self->day_title), brief);
  gtk_label_set_text (GTK_LABEL (self->week_number), week_brief != NULL ? week_brief : "");
  brine_set_tooltip (self->week_number, week);
  show_date_button (self->date_buttons[0], period, week);
  show_date_button (self->date_buttons[1], period, week);
  gtk_widget_set_visible (self->narrow_today,
                          !brine_calendar_page_has_day (self,
                                                        brine_calendar_page_get_today (self)));
}

static void
show_day_words (BrineCalendarPage *self)
{
  g_autoptr (BrineDaySummary) summary = brine_calendar_page_find_summary (self, self->date);
  BrineDayCount count = brine_calendar_page_count_day (self, self->date, summary);
  g_autofree char *done = brine_day_head_dup_done (count);
  int mood = brine_day_head_get_mood (summary);
  gboolean shown = self->view == BRINE_CALENDAR_DAY;

  gtk_widget_set_visible (self->day_face, shown && mood > 0);
  gtk_widget_set_visible (self->day_words, shown && done != NULL);
  if (mood > 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->day_face),
                                  brine_mood_get_icon_name (mood, TRUE));
  gtk_label_set_text (GTK_LABEL (self->day_words), done != NULL ? done : "");
  g_autofree char *period = make_period_text (self, FALSE);
  g_autofree char *name =
      shown && done != NULL ? g_strdup_printf ("%s, %s", period, done) : g_strdup (period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date_buttons[1]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
brine_calendar_page_show_strip (BrineCalendarPage *self)
{
  gboolean shown = self->view == BRINE_CALENDAR_DAY || self->view == BRINE_CALENDAR_WEEK;

  if (!self->narrow)
    return;
  gtk_widget_set_visible (self->strip, shown);
  if (shown)
    brine_week_strip_show (BRINE_WEEK_STRIP (self->strip), G_LIST_MODEL (self->days),
                           brine_day_get_week_start (self->date, self->first_weekday), self->date,
                           self->shown_today, self->filter);
  show_day_words (self);
}

/* Views --------------------------------------------------------------------------------------- */

const char *
brine_calendar_view_to_nick (BrineCalendarView view)
{
  return views[view].nick;
}

gboolean
brine_calendar_view_from_nick (const char *nick, BrineCalendarView *out_view)
{
  for (int view = 0; view < BRINE_CALENDAR_N_VIEWS; view++)
    if (g_strcmp0 (views[view].nick, nick) == 0)
      {
        *out_view = (BrineCalendarView)view;
        return TRUE;
      }
  return FALSE;
}
