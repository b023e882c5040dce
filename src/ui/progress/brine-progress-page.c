/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-progress-page.h"

#include "brine-format.h"
#include "brine-progress-content.h"
#include "brine-progress-keys.h"
#include "brine-progress-load.h"
#include "brine-progress-toolbar.h"

#include <glib/gi18n.h>

#define CLAMP_WIDTH 1180

/**
 * BrineProgressPage:
 *
 * Looks back: a range of days in one chart, or as a table, with a card for each practice.
 *
 * Actions: progress.previous, progress.next, progress.now, progress.range (week, month, quarter,
 * year, all), progress.table, progress.save-table. Keys: Alt with the arrows steps, Alt+Home
 * comes back to now. Follows the store while it is shown and loads anew when it is shown again.
 */
struct _BrineProgressPage
{
  AdwBin parent_instance;

  BrineHistory *history;
  BrineStore *store; /* of the history, borrowed */
  BrineClock *clock;
  BrineRangeKind kind;
  gboolean kind_chosen; /* by the user */
  BrineDay end;         /* BRINE_DAY_INVALID: today, whichever day it is */
  BrineDay first;       /* of the diary, BRINE_DAY_INVALID: nothing in it */
  gboolean narrow;
  gboolean stale;            /* something changed since it was loaded */
  GCancellable *cancellable; /* of the load under way, else NULL */
  guint minute_id;           /* while it is shown */
  gboolean focus_waits;      /* it was to have the focus before there was anything to have it */
  BrineProgressData *data;   /* what is shown, else NULL */
  GtkWidget *toolbar;
  GtkWidget *stack;
  GtkWidget *content;
  GtkWidget *back; /* button of the page "nothing" */
};

G_DEFINE_FINAL_TYPE (BrineProgressPage, brine_progress_page, ADW_TYPE_BIN)

enum
{
  PROP_NARROW = 1,
  PROP_RANGE,
  PROP_TABLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static BrineDay
get_today (BrineProgressPage *self)
{
  return brine_clock_get_today (self->clock, brine_store_get_day_start_minutes (self->store));
}

static BrineDay
get_end (BrineProgressPage *self)
{
  BrineDay today = get_today (self);

  return self->end == BRINE_DAY_INVALID ? today : MIN (self->end, today);
}

/* Show -------------------------------------------------------------------------------------- */

static void
update_actions (BrineProgressPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  BrineDay end = get_end (self), today = get_today (self);

  gtk_widget_action_set_enabled (widget, "progress.previous",
                                 brine_range_can_step (self->kind, end, today, self->first, -1));
  gtk_widget_action_set_enabled (widget, "progress.next",
                                 brine_range_can_step (self->kind, end, today, self->first, 1));
  gtk_widget_action_set_enabled (widget, "progress.now", end < today);
  gtk_widget_action_set_enabled (widget, "progress.save-table", self->data != NULL);
  gtk_widget_set_visible (self->back, end < today);
}

static void
update_title (BrineProgressPage *self)
{
  BrineDay today = get_today (self);
  BrineBucket range = brine_range_get (self->kind, get_end (self), today, self->first);
  g_autofree char *title = brine_format_day_range (range.from, range.to, today);

  brine_progress_toolbar_set_title (BRINE_PROGRESS_TOOLBAR (self->toolbar), title);
}

static const char *
get_stack_page (BrineProgressPage *self)
{
  if (self->data == NULL)
    return "early";
  return brine_summary_is_empty (&self->data->summary) ? "nothing" : "content";
}

static gboolean
brine_progress_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (widget);

  self->focus_waits = self->data == NULL;
  return GTK_WIDGET_CLASS (brine_progress_page_parent_class)->focus (widget, direction);
}

static void
take_focus (BrineProgressPage *self)
{
  if (!self->focus_waits || self->data == NULL)
    return;
  self->focus_waits = FALSE;
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
show_data (BrineProgressPage *self)
{
  if (self->data != NULL && !brine_summary_is_empty (&self->data->summary))
    brine_progress_content_set_data (BRINE_PROGRESS_CONTENT (self->content), self->data,
                                     brine_store_get_first_weekday (self->store));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), get_stack_page (self));
  /* An empty diary has nothing to step through. */
  gtk_widget_set_visible (self->toolbar, self->data != NULL);
  update_title (self);
  update_actions (self);
  take_focus (self);
}

/* Load -------------------------------------------------------------------------------------- */

static void load (BrineProgressPage *self);

static void
set_kind (BrineProgressPage *self, BrineRangeKind kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE]);
}

/* Until somebody chooses: what a young diary fills, at most three months, which are too much for a
 * telephone. */
static BrineRangeKind
get_fitting (BrineProgressPage *self)
{
  return brine_range_fit (self->first, get_today (self),
                          self->narrow ? BRINE_RANGE_MONTH : BRINE_RANGE_QUARTER);
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (BrineProgressPage) self = BRINE_PROGRESS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  BrineDay first;
  BrineProgressData *data = brine_progress_load_finish (result, &first, &error);

  /* A newer load replaced this one, or the page is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (error != NULL)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "damaged");
      return;
    }
  self->first = first;
  if (!self->kind_chosen && self->kind != get_fitting (self))
    {
      brine_progress_data_unref (data);
      set_kind (self, get_fitting (self));
      return;
    }
  g_clear_pointer (&self->data, brine_progress_data_unref);
  self->data = data;
  show_data (self);
}

static void
load (BrineProgressPage *self)
{
  BrineProgressWanted wanted = {
    .kind = self->kind,
    .end = get_end (self),
    .today = get_today (self),
    .now = brine_clock_get_local (self->clock),
    .first_weekday = brine_store_get_first_weekday (self->store),
  };

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  brine_progress_load_async (self->store, &wanted, self->cancellable, on_loaded_cb,
                             g_object_ref (self));
}

static void
load_if_old (BrineProgressPage *self)
{
  if (self->stale || self->data == NULL || self->data->today != get_today (self))
    load (self);
}

/* The day may begin while somebody looks. */
static gboolean
on_minute_cb (gpointer user_data)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (user_data);

  if (self->data != NULL)
    load_if_old (self);
  return G_SOURCE_CONTINUE;
}

static void
brine_progress_page_map (GtkWidget *widget)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (widget);

  GTK_WIDGET_CLASS (brine_progress_page_parent_class)->map (widget);
  load_if_old (self);
  if (self->minute_id == 0)
    self->minute_id = g_timeout_add_seconds (60, on_minute_cb, self);
}

static void
brine_progress_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&BRINE_PROGRESS_PAGE (widget)->minute_id, g_source_remove);
  BRINE_PROGRESS_PAGE (widget)->focus_waits = FALSE;
  GTK_WIDGET_CLASS (brine_progress_page_parent_class)->unmap (widget);
}

/* Actions ----------------------------------------------------------------------------------- */

static void
step (BrineProgressPage *self, int steps)
{
  BrineDay today = get_today (self);
  BrineDay end = brine_range_step (self->kind, get_end (self), today, steps);

  self->end = end == today ? BRINE_DAY_INVALID : end;
  update_title (self);
  update_actions (self);
  load (self);
}

static void
on_previous (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BRINE_PROGRESS_PAGE (widget), -1);
}

static void
on_next (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (BRINE_PROGRESS_PAGE (widget), 1);
}

static void
on_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (widget);

  self->end = BRINE_DAY_INVALID;
  step (self, 0);
}

static void
on_save_table (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (widget);

  brine_progress_content_save_table (BRINE_PROGRESS_CONTENT (self->content));
}

static void
choose_range (BrineProgressPage *self, const char *nick)
{
  BrineRangeKind kind;

  if (nick == NULL || !brine_range_from_nick (nick, &kind))
    return;
  self->kind_chosen = TRUE;
  set_kind (self, kind);
}

static void
set_narrow (BrineProgressPage *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  brine_progress_toolbar_set_narrow (BRINE_PROGRESS_TOOLBAR (self->toolbar), narrow);
  brine_progress_content_set_narrow (BRINE_PROGRESS_CONTENT (self->content), narrow);
  if (!self->kind_chosen)
    set_kind (self, get_fitting (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
set_table (BrineProgressPage *self, gboolean table)
{
  BrineProgressContent *content = BRINE_PROGRESS_CONTENT (self->content);

  if (brine_progress_content_get_table (content) == table)
    return;
  brine_progress_content_set_table (content, table);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TABLE]);
}

/* Object ------------------------------------------------------------------------------------ */

static GtkWidget *
make_status (const char *icon_name, const char *title, const char *description, GtkWidget *child)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), child);
  return page;
}

static void
add_status_pages (BrineProgressPage *self)
{
  GtkStack *stack = GTK_STACK (self->stack);

  self->back = gtk_button_new_with_label (_ ("Back to Now"));
  gtk_widget_add_css_class (self->back, "pill");
  gtk_widget_set_halign (self->back, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->back), "progress.now");
  gtk_stack_add_named (stack,
                       make_status ("brine-progress-symbolic", _ ("Too Early to See"),
                                    _ ("Charts start with the first day. Comparisons need six "
                                       "weeks."),
                                    NULL),
                       "early");
  gtk_stack_add_named (stack,
                       make_status ("brine-progress-symbolic", _ ("Nothing Logged Here"), NULL,
                                    self->back),
                       "nothing");
  gtk_stack_add_named (stack,
                       make_status ("dialog-warning-symbolic", _ ("The Diary Cannot Be Read"),
                                    _ ("It was not changed."), NULL),
                       "damaged");
}

static void
build (BrineProgressPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  self->toolbar = brine_progress_toolbar_new ();
  gtk_widget_add_css_class (self->toolbar, "page-toolbar");
  gtk_widget_set_visible (self->toolbar, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->toolbar);
  gtk_box_append (GTK_BOX (box), clamp);
  self->stack = gtk_stack_new ();
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (GTK_STACK (self->stack), 150);
  gtk_widget_set_vexpand (self->stack, TRUE);
  /* Blank until the first load: a moment at most. */
  gtk_stack_add_named (GTK_STACK (self->stack), adw_bin_new (), "loading");
  self->content = brine_progress_content_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), self->content, "content");
  add_status_pages (self);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
brine_progress_page_dispose (GObject *object)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->minute_id, g_source_remove);
  g_clear_pointer (&self->data, brine_progress_data_unref);
  G_OBJECT_CLASS (brine_progress_page_parent_class)->dispose (object);
}

static void
brine_progress_page_finalize (GObject *object)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (object);

  g_clear_object (&self->history);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (brine_progress_page_parent_class)->finalize (object);
}

static void
brine_progress_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_RANGE:
      g_value_set_string (value, brine_range_to_nick (self->kind));
      break;
    case PROP_TABLE:
      g_value_set_boolean (value, brine_progress_content_get_table (
                                      BRINE_PROGRESS_CONTENT (self->content)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_progress_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineProgressPage *self = BRINE_PROGRESS_PAGE (object);

  switch (id)
    {
    case PROP_NARROW:
      set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_RANGE:
      choose_range (self, g_value_get_string (value));
      break;
    case PROP_TABLE:
      set_table (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "progress.previous", NULL, on_previous);
  gtk_widget_class_install_action (widget_class, "progress.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "progress.now", NULL, on_now);
  gtk_widget_class_install_action (widget_class, "progress.save-table", NULL, on_save_table);
  gtk_widget_class_install_property_action (widget_class, "progress.range", "range");
  gtk_widget_class_install_property_action (widget_class, "progress.table", "table");
}

static void
brine_progress_page_class_init (BrineProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = brine_progress_page_dispose;
  object_class->finalize = brine_progress_page_finalize;
  object_class->get_property = brine_progress_page_get_property;
  object_class->set_property = brine_progress_page_set_property;
  widget_class->map = brine_progress_page_map;
  widget_class->unmap = brine_progress_page_unmap;
  widget_class->focus = brine_progress_page_focus;

  properties[PROP_NARROW] =
      g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_RANGE] =
      g_param_spec_string ("range", NULL, NULL, "quarter",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TABLE] =
      g_param_spec_boolean ("table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "progresspage");
}

static void
brine_progress_page_init (BrineProgressPage *self)
{
  self->kind = BRINE_RANGE_QUARTER;
  self->end = BRINE_DAY_INVALID;
  self->first = BRINE_DAY_INVALID;
  build (self);
  brine_progress_keys_attach (GTK_WIDGET (self));
}

GtkWidget *
brine_progress_page_new (BrineHistory *history, BrineClock *clock, BrineCatalogue *catalogue)
{
  BrineProgressPage *self;

  g_return_val_if_fail (BRINE_IS_HISTORY (history), NULL);
  g_return_val_if_fail (BRINE_IS_CLOCK (clock), NULL);

  self = g_object_new (BRINE_TYPE_PROGRESS_PAGE, NULL);
  self->history = g_object_ref (history);
  self->store = brine_history_get_store (history);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clock, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
