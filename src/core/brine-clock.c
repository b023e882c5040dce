/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-clock.h"

#include "brine-clock-private.h"
#include "brine-error.h"

#define LOCALTIME_PATH "/etc/localtime"
#define TZIF_HEADER_BYTES 44

/* A time with an offset and milliseconds, with room to spare. */
#define MAX_TIME_BYTES 64
/* How soon a file that is followed is read again. */
#define FOLLOW_MS 20

struct _BrineClock
{
  GObject parent_instance;

  gboolean fixed;
  BrineInstant now; /* fixed clocks */
  GTimeZone *zone;
  char *localtime_path;  /* system clocks */
  char *now_path;        /* of the file that a fixed clock follows; NULL: none */
  GFileMonitor *monitor; /* nullable: of the one or the other */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineClock, brine_clock, G_TYPE_OBJECT)

static void
brine_clock_dispose (GObject *object)
{
  BrineClock *self = BRINE_CLOCK (object);

  if (self->monitor)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (brine_clock_parent_class)->dispose (object);
}

static void
brine_clock_finalize (GObject *object)
{
  BrineClock *self = BRINE_CLOCK (object);

  g_time_zone_unref (self->zone);
  g_free (self->localtime_path);
  g_free (self->now_path);

  G_OBJECT_CLASS (brine_clock_parent_class)->finalize (object);
}

static void
brine_clock_class_init (BrineClockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = brine_clock_dispose;
  G_OBJECT_CLASS (klass)->finalize = brine_clock_finalize;

  signals[CHANGED] = g_signal_new ("changed", BRINE_TYPE_CLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
brine_clock_init (BrineClock *self)
{
}

/* Whether @path is a file of zone rules in its own right, not a link to a named one. */
static gboolean
is_plain_zone_file (const char *path)
{
  g_autofree char *rules = NULL;
  gsize length;

  return !g_file_test (path, G_FILE_TEST_IS_SYMLINK)
         && g_file_get_contents (path, &rules, &length, NULL) && length > TZIF_HEADER_BYTES
         && g_str_has_prefix (rules, "TZif");
}

/* The zone of TZ, else of the system, else UTC. */
static GTimeZone *
read_zone (const char *localtime_path)
{
  GTimeZone *zone = NULL;

  /* GLib goes by the name that /etc/localtime links to and takes a plain file for UTC. */
  if (g_getenv ("TZ") == NULL && is_plain_zone_file (localtime_path))
    zone = g_time_zone_new_identifier (localtime_path);

  return zone ? zone : g_time_zone_new_local ();
}

void
brine_clock_set_zone (BrineClock *self, GTimeZone *zone)
{
  g_return_if_fail (BRINE_IS_CLOCK (self));
  g_return_if_fail (zone != NULL);

  if (g_strcmp0 (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone)) == 0)
    return;

  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_localtime_changed (BrineClock *self)
{
  g_autoptr (GTimeZone) zone = read_zone (self->localtime_path);

  brine_clock_set_zone (self, zone);
}

BrineClock *
brine_clock_new_watching (const char *localtime_path)
{
  g_autoptr (GFile) file = g_file_new_for_path (localtime_path);
  BrineClock *self = g_object_new (BRINE_TYPE_CLOCK, NULL);

  self->localtime_path = g_strdup (localtime_path);
  self->zone = read_zone (localtime_path);
  /* Without a monitor the zone of the start stays, which is what most programs do. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_localtime_changed), self);

  return self;
}

BrineClock *
brine_clock_new_system (void)
{
  return brine_clock_new_watching (LOCALTIME_PATH);
}

BrineClock *
brine_clock_new_fixed (BrineInstant now, GTimeZone *zone)
{
  BrineClock *self;

  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (BRINE_TYPE_CLOCK, NULL);
  self->fixed = TRUE;
  self->now = now;
  self->zone = g_time_zone_ref (zone);

  return self;
}

/* Following a file ------------------------------------------------------------------------------ */

/* The first line of the file. */
static char *
read_line (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  char bytes[MAX_TIME_BYTES + 1];
  gsize length;

  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, MAX_TIME_BYTES, &length, NULL,
                                   error))
    return NULL;
  bytes[length] = '\0';
  bytes[strcspn (bytes, "\n")] = '\0';
  return g_strdup (bytes);
}

static void
on_now_changed (BrineClock *self)
{
  g_autofree char *text = read_line (self->now_path, NULL);
  BrineInstant now;

  /* A file that is just being written is read again when that is done. */
  if (text != NULL && brine_instant_parse (text, self->zone, &now)
      && brine_instant_compare (now, self->now) != 0)
    brine_clock_set_now (self, now);
}

static gboolean
follow_file (BrineClock *self, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->now_path = g_strdup (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, error);
  if (self->monitor == NULL)
    return FALSE;
  g_file_monitor_set_rate_limit (self->monitor, FOLLOW_MS);
  g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_now_changed), self);
  on_now_changed (self);
  return TRUE;
}

/* The environment ------------------------------------------------------------------------------- */

static BrineClock *
new_at (const char *text, const char *whose, GError **error)
{
  g_autoptr (GTimeZone) zone = read_zone (LOCALTIME_PATH);
  BrineInstant now;

  if (!brine_instant_parse (text, zone, &now))
    {
      g_autofree char *start = brine_error_shorten (text);

      g_set_error (error, BRINE_ERROR, BRINE_ERROR_INVALID,
                   "“%s” is not a time; write %s as 2026-11-22T09:00 or "
                   "2026-11-22T09:00+01:00.",
                   start, whose);
      return NULL;
    }
  return brine_clock_new_fixed (now, zone);
}

static BrineClock *
new_following (const char *path, GError **error)
{
  g_autofree char *text = read_line (path, error);
  g_autoptr (BrineClock) self = text != NULL ? new_at (text, "BRINE_NOW_FILE", error) : NULL;

  return self != NULL && follow_file (self, path, error) ? g_steal_pointer (&self) : NULL;
}

BrineClock *
brine_clock_new_from_environment (const char *override, GError **error)
{
  const char *text = override ? override : g_getenv ("BRINE_NOW");
  const char *path = g_getenv ("BRINE_NOW_FILE");

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (text != NULL && *text != '\0')
    return new_at (text, override ? "--now" : "BRINE_NOW", error);
  if (path != NULL && *path != '\0')
    return new_following (path, error);
  return brine_clock_new_system ();
}

BrineInstant
brine_clock_get_now (BrineClock *self)
{
  g_return_val_if_fail (BRINE_IS_CLOCK (self), (BrineInstant){ 0 });

  return self->fixed ? self->now : brine_clock_read_stamp ();
}

GTimeZone *
brine_clock_get_zone (BrineClock *self)
{
  g_return_val_if_fail (BRINE_IS_CLOCK (self), NULL);

  return self->zone;
}

BrineLocal
brine_clock_get_local (BrineClock *self)
{
  g_return_val_if_fail (BRINE_IS_CLOCK (self), (BrineLocal){ 0 });

  return brine_zone_get_local (self->zone, brine_clock_get_now (self), NULL);
}

BrineDay
brine_clock_get_today (BrineClock *self, int day_start_minutes)
{
  g_return_val_if_fail (BRINE_IS_CLOCK (self), BRINE_DAY_INVALID);

  return brine_civil_day_of_local (brine_clock_get_local (self), day_start_minutes);
}

gboolean
brine_clock_is_fixed (BrineClock *self)
{
  g_return_val_if_fail (BRINE_IS_CLOCK (self), FALSE);

  return self->fixed;
}

void
brine_clock_set_now (BrineClock *self, BrineInstant now)
{
  g_return_if_fail (BRINE_IS_CLOCK (self));
  g_return_if_fail (self->fixed);

  self->now = now;
  g_signal_emit (self, signals[CHANGED], 0);
}

BrineInstant
brine_clock_read_stamp (void)
{
  return (BrineInstant){ g_get_real_time () / 1000 };
}
