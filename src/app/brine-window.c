/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-window-private.h"

#include "brine-adaptive-bin.h"
#include "brine-corner-bin.h"
#include "brine-editor-actions.h"
#include "brine-format.h"
#include "brine-menu-button.h"
#include "brine-page-slot.h"
#include "brine-page-table.h"
#include "brine-parts.h"
#include "brine-switcher-title.h"
#include "brine-trouble-page.h"
#include "brine-welcome-page.h"

#include <glib/gi18n.h>

#define UNDO_SECONDS 10
#define DEFAULT_WIDTH 1180
#define DEFAULT_HEIGHT 800
/* A window that opens wider has room for names beside icons in any language. */
#define ROOMY_WIDTH 900

/**
 * BrineWindow:
 *
 * Four pages under one header, whose switcher goes to the bottom when there is little room; over
 * them, as pages with a way back, Get Support and what else is visited for a while. It is the
 * place where actions of the whole window live and where every change says "Undo".
 *
 * The window opens with the page that it shows; the others are made when they are first visited,
 * or when there is time.
 */
G_DEFINE_FINAL_TYPE (BrineWindow, brine_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  RETRY,
  SAMPLE,
  SAMPLE_BACK,
  RESTORE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Pages ------------------------------------------------------------------------------------ */

static gboolean
is_narrow (BrineWindow *self)
{
  return brine_adaptive_bin_is_narrow (BRINE_ADAPTIVE_BIN (self->adaptive));
}

static BrinePage
get_visible_page (BrineWindow *self)
{
  GtkWidget *visible = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack));

  for (int page = 0; page < BRINE_N_PAGES; page++)
    if (self->slots[page] == visible)
      return (BrinePage)page;
  return BRINE_PAGE_TODAY;
}

/* In a narrow window the header says what the page shows: a date on Today. */
static void
update_title (BrineWindow *self)
{
  BrinePage page = get_visible_page (self);
  GtkWidget *widget = self->pages[page];
  g_autofree char *title = NULL;

  if (self->cover != NULL)
    {
      brine_switcher_title_set_title (BRINE_SWITCHER_TITLE (self->title), _ ("Brine"));
      return;
    }
  if (widget != NULL && g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "title") != NULL)
    g_object_get (widget, "title", &title, NULL);
  brine_switcher_title_set_title (BRINE_SWITCHER_TITLE (self->title),
                                  title != NULL && title[0] != '\0'
                                      ? title
                                      : brine_page_table_get_title (page));
}

GtkWidget *
brine_window_ensure_page (BrineWindow *self, BrinePage page)
{
  GtkWidget *widget = self->pages[page];

  if (widget != NULL || self->history == NULL)
    return widget;
  widget = brine_page_table_make (page, self->history, self->clock, self->catalogue);
  if (widget == NULL)
    return NULL;
  self->pages[page] = widget;
  /* What a page remembers is read before the width of the window decides. */
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "settings") != NULL)
    g_object_set (widget, "settings", self->settings, NULL);
  brine_window_give_overlay (self, widget);
  brine_window_set_narrow (widget, is_narrow (self));
  brine_page_slot_set_page (BRINE_PAGE_SLOT (self->slots[page]), widget);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "title") != NULL)
    g_signal_connect_object (widget, "notify::title", G_CALLBACK (update_title), self,
                             G_CONNECT_SWAPPED);
  return widget;
}

void
brine_window_show_page (BrineWindow *self, BrinePage page)
{
  brine_window_pop (self);
  adw_view_stack_set_visible_child (ADW_VIEW_STACK (self->stack), self->slots[page]);
}

/* Settings are written only when they change: the first page is the one they named. */
static void
remember_page (BrineWindow *self, BrinePage page)
{
  const char *name = brine_page_table_get_name (page);
  g_autofree char *remembered = NULL;

  if (self->settings == NULL)
    return;
  remembered = g_settings_get_string (self->settings, "last-page");
  if (g_strcmp0 (remembered, name) != 0)
    g_settings_set_string (self->settings, "last-page", name);
}

static void
on_visible_child_cb (BrineWindow *self)
{
  BrinePage page = get_visible_page (self);

  brine_window_ensure_page (self, page);
  remember_page (self, page);
  update_title (self);
}

static void
show_sample_words (BrineWindow *self)
{
  gtk_label_set_text (GTK_LABEL (self->sample_label),
                      is_narrow (self) ? _ ("Sample data")
                                       : _ ("This is sample data of somebody who does not exist."));
}

static void
on_narrow_cb (BrineWindow *self)
{
  gboolean narrow = is_narrow (self);

  /* A title of one line needs the room more than the middle. */
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (self->header),
                                       narrow ? ADW_CENTERING_POLICY_LOOSE
                                              : ADW_CENTERING_POLICY_STRICT);
  show_sample_words (self);
  for (int page = 0; page < BRINE_N_PAGES; page++)
    if (self->pages[page] != NULL)
      brine_window_set_narrow (self->pages[page], narrow);
  if (self->cover != NULL)
    brine_window_set_narrow (self->cover, narrow);
  brine_window_arrange_back_pages (self, narrow);
}

/* Covers ----------------------------------------------------------------------------------- */

static void
set_cover (BrineWindow *self, GtkWidget *cover)
{
  gboolean covered = cover != NULL;

  self->cover = cover;
  if (covered)
    brine_window_set_narrow (cover, is_narrow (self));
  brine_page_slot_set_page (BRINE_PAGE_SLOT (self->cover_slot), cover);
  gtk_stack_set_visible_child_name (GTK_STACK (self->body), covered ? "cover" : "pages");
  brine_switcher_title_set_switcher_enabled (BRINE_SWITCHER_TITLE (self->title), !covered);
  brine_window_update_switcher_bar (self);
  gtk_widget_set_visible (self->add_button, !covered);
  update_title (self);
}

static void
on_welcome_finished_cb (BrineWindow *self)
{
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "onboarding-done", TRUE);
  set_cover (self, NULL);
  brine_window_focus_page (self);
  brine_window_prepare_pages (self);
}

static void
on_welcome_sample_cb (BrineWindow *self)
{
  g_signal_emit (self, signals[SAMPLE], 0, TRUE);
}

void
brine_window_show_welcome (BrineWindow *self)
{
  GtkWidget *welcome;

  g_return_if_fail (BRINE_IS_WINDOW (self));
  g_return_if_fail (self->history != NULL);

  welcome = brine_welcome_page_new (self->history, self->clock, self->catalogue, self->link);
  g_signal_connect_object (welcome, "finished", G_CALLBACK (on_welcome_finished_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (welcome, "sample", G_CALLBACK (on_welcome_sample_cb), self,
                           G_CONNECT_SWAPPED);
  set_cover (self, welcome);
}

void
brine_window_show_trouble (BrineWindow *self, const GError *error, const char *data_dir)
{
  g_return_if_fail (BRINE_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  set_cover (self, brine_trouble_page_new (error, data_dir));
  if (self->patience_timer != 0)
    brine_window_appear (self);
}

/* Toasts ----------------------------------------------------------------------------------- */

static void
drop_toast (BrineWindow *self)
{
  AdwToast *toast = self->toast;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
show_toast (BrineWindow *self, const char *text, const char *undo_action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  /* The toast reads its title as markup. */
  AdwToast *toast = adw_toast_new (escaped);

  drop_toast (self);
  if (undo_action != NULL)
    {
      /* It stands in for a question, so there is time to answer. */
      adw_toast_set_timeout (toast, UNDO_SECONDS);
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, undo_action);
    }
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

void
brine_window_add_toast (BrineWindow *self, const char *text, gboolean undo)
{
  show_toast (self, text, undo ? "win.undo" : NULL);
}

void
brine_window_offer_sample (BrineWindow *self)
{
  g_return_if_fail (BRINE_IS_WINDOW (self));

  show_toast (self, _ ("Sample data removed"), "win.sample-back");
}

static void
on_applied_cb (BrineWindow *self, const char *label)
{
  brine_window_add_toast (self, label, TRUE);
}

/* What was undone may be out of sight. */
static void
on_reversed_cb (BrineWindow *self, const char *label, gboolean redone)
{
  g_autofree char *text = NULL;

  if (redone)
    /* Translators: toast; %s is what was done, for example "Walk logged" */
    text = g_strdup_printf (_ ("Redone: %s"), label);
  else
    /* Translators: toast; %s is what was done, for example "Walk logged" */
    text = g_strdup_printf (_ ("Undone: %s"), label);
  brine_window_add_toast (self, text, FALSE);
}

static void
on_failed_cb (BrineWindow *self, const char *label, GError *error)
{
  if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_READ_ONLY))
    brine_window_add_toast (self, _ ("Not saved: the diary cannot be written"), FALSE);
  else if (g_error_matches (error, BRINE_ERROR, BRINE_ERROR_FULL))
    brine_window_add_toast (self, _ ("Not saved: the disk is full"), FALSE);
  else
    brine_window_add_toast (self, _ ("Not saved: the diary could not be written"), FALSE);
  g_info ("A change was not saved: %s", error->message);
}

/* "Undo" means the change that the toast tells of: the next one takes it away. */
static void
on_busy_cb (BrineWindow *self)
{
  if (brine_history_is_busy (self->history))
    drop_toast (self);
}

/* Diary ------------------------------------------------------------------------------------ */

static void
drop_pages (BrineWindow *self)
{
  for (int page = 0; page < BRINE_N_PAGES; page++)
    {
      self->pages[page] = NULL;
      brine_page_slot_set_page (BRINE_PAGE_SLOT (self->slots[page]), NULL);
    }
}

static void
drop_diary (BrineWindow *self)
{
  g_clear_handle_id (&self->prepare_timer, g_source_remove);
  brine_window_drop_reminders (self);
  if (self->history != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->history, self);
      g_signal_handlers_disconnect_by_data (brine_history_get_store (self->history), self);
    }
  g_clear_object (&self->history);
  g_clear_object (&self->catalogue);
}

static void
follow_history (BrineWindow *self)
{
  g_signal_connect_object (self->history, "applied", G_CALLBACK (on_applied_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "reversed", G_CALLBACK (on_reversed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "failed", G_CALLBACK (on_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (brine_history_get_store (self->history), "notify::unread",
                           G_CALLBACK (brine_window_update_unread_bar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::busy", G_CALLBACK (on_busy_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::can-undo",
                           G_CALLBACK (brine_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::can-redo",
                           G_CALLBACK (brine_window_update_actions), self, G_CONNECT_SWAPPED);
}

void
brine_window_set_diary (BrineWindow *self, BrineHistory *history, BrineCatalogue *catalogue)
{
  g_autofree char *sample = NULL;
  BrineStore *store;

  g_return_if_fail (BRINE_IS_WINDOW (self));
  g_return_if_fail (BRINE_IS_HISTORY (history));

  drop_toast (self);
  brine_window_pop (self);
  drop_pages (self);
  drop_diary (self);
  set_cover (self, NULL);
  self->history = g_object_ref (history);
  g_set_object (&self->catalogue, catalogue);
  follow_history (self);
  brine_window_update_unread_bar (self);
  brine_editor_actions_add (GTK_APPLICATION_WINDOW (self), history, self->clock, self->catalogue);
  store = brine_history_get_store (history);
  sample = brine_store_dup_setting (store, BRINE_SETTING_SAMPLE);
  show_sample_words (self);
  brine_window_reveal_bar (self->sample_bar, g_strcmp0 (sample, "1") == 0);
  brine_window_update_actions (self);
  on_visible_child_cb (self);
  brine_window_prepare_pages (self);
  brine_window_await_page (self);
  brine_window_follow_reminders (self);
  brine_window_follow_plan (self);
  brine_window_open_waiting_notice (self);
  if (brine_store_is_read_only (store))
    brine_window_add_toast (self, _ ("The diary can be read, but not written"), FALSE);
}

/* Class ------------------------------------------------------------------------------------ */

static gboolean
brine_window_close_request (GtkWindow *window)
{
  BrineWindow *self = BRINE_WINDOW (window);
  int width, height;

  if (self->settings != NULL)
    {
      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
      g_settings_set_int (self->settings, "window-height", CLAMP (height, 240, 16384));
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
    }
  return GTK_WINDOW_CLASS (brine_window_parent_class)->close_request (window);
}

/* Another process may have written while we were not looked at. */
static void
on_active_cb (BrineWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)) || self->history == NULL)
    return;
  brine_store_check_for_changes (brine_history_get_store (self->history));
  brine_window_ask_reminders_again (self);
}

static void
brine_window_dispose (GObject *object)
{
  BrineWindow *self = BRINE_WINDOW (object);

  g_clear_weak_pointer (&self->toast);
  g_clear_handle_id (&self->switcher_bar_idle, g_source_remove);
  g_clear_handle_id (&self->patience_timer, g_source_remove);
  drop_diary (self);
  g_clear_object (&self->clock);
  g_clear_object (&self->overlay);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->notice_id, g_free);
  G_OBJECT_CLASS (brine_window_parent_class)->dispose (object);
}

static void
brine_window_class_init (BrineWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = brine_window_close_request;
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SAMPLE] = g_signal_new ("sample", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[SAMPLE_BACK] = g_signal_new ("sample-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
brine_window_init (BrineWindow *self)
{
  self->main = brine_window_make_main (self);
  self->adaptive = brine_adaptive_bin_new ();
  adw_bin_set_child (ADW_BIN (self->adaptive), brine_window_make_leaflet (self));
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), self->adaptive);
  GtkWidget *corners = brine_corner_bin_new ();
  adw_bin_set_child (ADW_BIN (corners), self->toasts);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), corners);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Brine"));
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (on_visible_child_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adaptive, "notify::narrow", G_CALLBACK (on_narrow_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active_cb), NULL);
  show_sample_words (self);
  brine_window_add_actions (self);
  brine_window_add_recipe_actions (self);
}

static void
restore_state (BrineWindow *self)
{
  g_autofree char *page = NULL;
  int width;

  if (self->settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), DEFAULT_WIDTH, DEFAULT_HEIGHT);
      return;
    }
  width = g_settings_get_int (self->settings, "window-width");
  gtk_window_set_default_size (GTK_WINDOW (self), width,
                               g_settings_get_int (self->settings, "window-height"));
  if (width < brine_scale_width (GTK_WIDGET (self), ROOMY_WIDTH))
    brine_switcher_title_prepare_narrow (BRINE_SWITCHER_TITLE (self->title));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  else
    brine_adaptive_bin_expect_width (BRINE_ADAPTIVE_BIN (self->adaptive), width);
  page = g_settings_get_string (self->settings, "last-page");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), page);
}

BrineWindow *
brine_window_new (AdwApplication *application, BrineClock *clock, GSettings *settings)
{
  BrineWindow *self;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_WINDOW, "application", application, NULL);
  self->clock = g_object_ref (clock);
  g_set_object (&self->settings, settings);
  restore_state (self);
  update_title (self);
  return self;
}
