/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-overlay-file-private.h"

#include "brine-busy.h"
#include "brine-safe-file.h"

struct _BrineOverlayFile
{
  GObject parent_instance;

  GFile *file;
  char *name;
  int colour;
  gboolean shown;
  BrineOverlayState state;
  GError *error; /* NULL unless FAILED */
  BrineBusyCalendar *calendar;
  gboolean complete;

  GTimeZone *zone; /* NULL: it is not followed */
  GFileMonitor *monitor;
  GCancellable *reading; /* NULL: nothing is being read */
  guint settle_timer;    /* 0: none */
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_SHOWN,
  PROP_STATE,
  PROP_CALENDAR_COMPLETE,
  N_PROPS,
};

enum
{
  LOADED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineOverlayFile, brine_overlay_file, G_TYPE_OBJECT)

/* What writes a file touches it several times; this long it may take. */
#define SETTLE_MS 250

/* Reading ------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  GTimeZone *zone;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->path);
  g_time_zone_unref (job->zone);
  g_free (job);
}

static void
read_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = brine_safe_file_read (job->path, BRINE_OVERLAY_MAX_BYTES, &error);
  BrineBusyCalendar *calendar = NULL;

  if (bytes != NULL && !g_cancellable_is_cancelled (cancellable))
    calendar = brine_busy_calendar_parse (bytes, job->zone, &error);
  if (calendar != NULL)
    g_task_return_pointer (task, calendar, (GDestroyNotify)brine_busy_calendar_unref);
  else if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_error_if_cancelled (task);
}

static void
set_state (BrineOverlayFile *self, BrineOverlayState state)
{
  self->state = state;
  /* Also when only the reason is another one. */
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  BrineOverlayFile *self = BRINE_OVERLAY_FILE (source);
  g_autoptr (GError) error = NULL;
  BrineBusyCalendar *calendar = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);
  g_clear_pointer (&self->calendar, brine_busy_calendar_unref);
  g_clear_error (&self->error);
  self->calendar = calendar;
  self->error = g_steal_pointer (&error);
  set_state (self, calendar != NULL ? BRINE_OVERLAY_READY : BRINE_OVERLAY_FAILED);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
stop_reading (BrineOverlayFile *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->settle_timer, g_source_remove);
}

static void
start_reading (BrineOverlayFile *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  stop_reading (self);
  self->reading = g_cancellable_new ();
  job->path = g_file_get_path (self->file);
  job->zone = g_time_zone_ref (self->zone);
  task = g_task_new (self, self->reading, on_read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_thread);
}

static gboolean
on_settled_cb (gpointer data)
{
  BrineOverlayFile *self = data;

  self->settle_timer = 0;
  start_reading (self);
  return G_SOURCE_REMOVE;
}

/* The timer is not put off: what is written without end is shown now and then. */
static void
on_file_changed_cb (BrineOverlayFile *self)
{
  if (self->settle_timer == 0)
    self->settle_timer = g_timeout_add (SETTLE_MS, on_settled_cb, self);
}

static void
watch (BrineOverlayFile *self)
{
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;
  g_file_monitor_set_rate_limit (self->monitor, SETTLE_MS);
  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_file_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
brine_overlay_file_follow (BrineOverlayFile *self, GTimeZone *zone)
{
  g_return_if_fail (BRINE_IS_OVERLAY_FILE (self));
  g_return_if_fail (zone != NULL);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
  if (self->monitor == NULL)
    watch (self);
  start_reading (self);
}

void
brine_overlay_file_rest (BrineOverlayFile *self)
{
  g_return_if_fail (BRINE_IS_OVERLAY_FILE (self));

  stop_reading (self);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->calendar, brine_busy_calendar_unref);
  g_clear_error (&self->error);
  self->state = BRINE_OVERLAY_LOADING;
}

/* Object -------------------------------------------------------------------------------- */

static void
brine_overlay_file_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BrineOverlayFile *self = BRINE_OVERLAY_FILE (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->shown);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_CALENDAR_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_overlay_file_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BrineOverlayFile *self = BRINE_OVERLAY_FILE (object);

  switch (id)
    {
    case PROP_NAME:
      brine_overlay_file_set_name (self, g_value_get_string (value));
      break;
    case PROP_SHOWN:
      brine_overlay_file_set_shown (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
brine_overlay_file_dispose (GObject *object)
{
  brine_overlay_file_rest (BRINE_OVERLAY_FILE (object));
  G_OBJECT_CLASS (brine_overlay_file_parent_class)->dispose (object);
}

static void
brine_overlay_file_finalize (GObject *object)
{
  BrineOverlayFile *self = BRINE_OVERLAY_FILE (object);

  g_clear_object (&self->file);
  g_free (self->name);
  G_OBJECT_CLASS (brine_overlay_file_parent_class)->finalize (object);
}

static void
brine_overlay_file_class_init (BrineOverlayFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = brine_overlay_file_get_property;
  object_class->set_property = brine_overlay_file_set_property;
  object_class->dispose = brine_overlay_file_dispose;
  object_class->finalize = brine_overlay_file_finalize;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, writable);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, TRUE, writable);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, BRINE_OVERLAY_LOADING,
                                             BRINE_OVERLAY_FAILED, BRINE_OVERLAY_LOADING, readable);
  properties[PROP_CALENDAR_COMPLETE] =
      g_param_spec_boolean ("calendar-complete", NULL, NULL, TRUE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
brine_overlay_file_init (BrineOverlayFile *self)
{
  self->shown = TRUE;
  self->complete = TRUE;
}

/* "Work" of "/home/ada/Work.ics". */
static char *
make_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base != NULL ? base : "");

  if (g_str_has_suffix (name, ".ics") && g_utf8_strlen (name, -1) > 4)
    name[strlen (name) - 4] = '\0';
  return g_steal_pointer (&name);
}

static char *
tidy_name (BrineOverlayFile *self, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
  char *end = valid;

  g_strstrip (valid);
  if (*valid == '\0')
    return make_name (self->file);
  while (*end != '\0' && g_utf8_next_char (end) - valid <= BRINE_OVERLAY_MAX_NAME)
    end = g_utf8_next_char (end);
  *end = '\0';
  return g_steal_pointer (&valid);
}

BrineOverlayFile *
brine_overlay_file_new (GFile *file, const char *name, int colour, gboolean shown)
{
  BrineOverlayFile *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (colour >= 0 && colour < BRINE_BUSY_N_COLOURS, NULL);

  self = g_object_new (BRINE_TYPE_OVERLAY_FILE, NULL);
  self->file = g_object_ref (file);
  self->name = tidy_name (self, name);
  self->colour = colour;
  self->shown = shown;
  return self;
}

/* Public -------------------------------------------------------------------------------- */

GFile *
brine_overlay_file_get_file (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), NULL);

  return self->file;
}

const char *
brine_overlay_file_get_name (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), NULL);

  return self->name;
}

void
brine_overlay_file_set_name (BrineOverlayFile *self, const char *name)
{
  g_autofree char *tidy = NULL;

  g_return_if_fail (BRINE_IS_OVERLAY_FILE (self));

  tidy = tidy_name (self, name);
  if (g_str_equal (tidy, self->name))
    return;
  g_free (self->name);
  self->name = g_steal_pointer (&tidy);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

gboolean
brine_overlay_file_is_shown (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), FALSE);

  return self->shown;
}

void
brine_overlay_file_set_shown (BrineOverlayFile *self, gboolean shown)
{
  g_return_if_fail (BRINE_IS_OVERLAY_FILE (self));

  if (self->shown == !!shown)
    return;
  self->shown = !!shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN]);
}

int
brine_overlay_file_get_colour (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), 0);

  return self->colour;
}

BrineOverlayState
brine_overlay_file_get_state (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), BRINE_OVERLAY_LOADING);

  return self->state;
}

const GError *
brine_overlay_file_get_error (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), NULL);

  return self->error;
}

BrineBusyCalendar *
brine_overlay_file_get_calendar (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), NULL);

  return self->calendar;
}

guint
brine_overlay_file_get_n_events (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), 0);

  return self->calendar != NULL ? brine_busy_calendar_get_n_events (self->calendar) : 0;
}

guint
brine_overlay_file_get_n_free (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), 0);

  return self->calendar != NULL ? brine_busy_calendar_get_n_free (self->calendar) : 0;
}

guint
brine_overlay_file_get_n_unread (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), 0);

  return self->calendar != NULL ? brine_busy_calendar_get_n_unread (self->calendar) : 0;
}

guint
brine_overlay_file_get_n_unzoned (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), 0);

  return self->calendar != NULL ? brine_busy_calendar_get_n_unzoned (self->calendar) : 0;
}

gboolean
brine_overlay_file_is_complete (BrineOverlayFile *self)
{
  g_return_val_if_fail (BRINE_IS_OVERLAY_FILE (self), TRUE);

  return self->complete;
}

void
brine_overlay_file_set_complete (BrineOverlayFile *self, gboolean complete)
{
  g_return_if_fail (BRINE_IS_OVERLAY_FILE (self));

  if (self->complete == !!complete)
    return;
  self->complete = !!complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR_COMPLETE]);
}
