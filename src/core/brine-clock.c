/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-clock.h"

#include "brine-clock-private.h"
#include "brine-error.h"
#include "brine-zone-rules.h"

#define LOCALTIME_PATH "/etc/localtime"

/* A time with an offset and milliseconds, with room to spare. */
#define MAX_TIME_BYTES 64
/* How soon a file that is followed is read again. */
#define FOLLOW_MS 20
/* An update of the zone database writes hundreds of files. */
#define UPDATE_SECONDS 1

struct _BrineClock
{
  GObject parent_instance;

  gboolean fixed;
  BrineInstant now; /* fixed clocks */
  GTimeZone *zone;
  char *localtime_path;  /* system clocks */
  char *now_path;        /* of the file that a fixed clock follows; NULL: none */
  GFileMonitor *monitor; /* nullable: of the one or the other */

  /* The rules of zones, of which somebody may have others than the clock's. */
  guint rules_state;              /* of brine_zone_look() */
  gboolean follows_rules;         /* it moves, so it will meet them */
  GFileMonitor *rules_monitor;    /* nullable: of the file of the zone */
  GFileMonitor *database_monitor; /* nullable: of the folder of all */
  guint update_source;            /* owned */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrineClock, brine_clock, G_TYPE_OBJECT)

static void
drop_monitor (BrineClock *self, GFileMonitor **monitor)
{
  if (*monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (*monitor, self);
      g_file_monitor_cancel (*monitor);
    }
  g_clear_object (monitor);
}

static void
brine_clock_dispose (GObject *object)
{
  BrineClock *self = BRINE_CLOCK (object);

  drop_monitor (self, &self->monitor);
  drop_monitor (self, &self->rules_monitor);
  drop_monitor (self, &self->database_monitor);
  g_clear_handle_id (&self->update_source, g_source_remove);

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

/* Rules ----------------------------------------------------------------------------------------- */

static gboolean
on_updated (gpointer user_data)
{
  BrineClock *self = user_data;

  self->update_source = 0;
  brine_clock_look (self);
  return G_SOURCE_REMOVE;
}

static void
on_rules_changed (BrineClock *self)
{
  if (self->update_source == 0)
    self->update_source = g_timeout_add_seconds (UPDATE_SECONDS, on_updated, self);
}

static void
follow_zone (BrineClock *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (!self->follows_rules)
    return;
  drop_monitor (self, &self->rules_monitor);
  path = brine_zone_dup_path (brine_zone_get_name (self->zone));
  file = g_file_new_for_path (path);
  self->rules_monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->rules_monitor != NULL)
    g_signal_connect_swapped (self->rules_monitor, "changed", G_CALLBACK (on_rules_changed), self);
}

/* Zones that others read lie in any folder of the database. Whatever updates it replaces the tables
 * in the uppermost, too. */
static void
follow_rules (BrineClock *self)
{
  g_autofree char *path = brine_zone_dup_path ("");
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  self->follows_rules = TRUE;
  self->rules_state = brine_zone_look ();
  self->database_monitor =
      g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->database_monitor != NULL)
    g_signal_connect_swapped (self->database_monitor, "changed", G_CALLBACK (on_rules_changed),
                              self);
  follow_zone (self);
}

static void
take_zone (BrineClock *self, GTimeZone *zone)
{
  g_time_zone_ref (zone);
  g_time_zone_unref (self->zone);
  self->zone = zone;
  follow_zone (self);
}

void
brine_clock_look (BrineClock *self)
{
  g_autoptr (GTimeZone) zone = NULL;
  guint state;

  g_return_if_fail (BRINE_IS_CLOCK (self));

  state = brine_zone_look ();
  if (state == self->rules_state)
    return;
  self->rules_state = state;
  zone = brine_zone_read (brine_zone_get_name (self->zone));
  if (zone != NULL)
    take_zone (self, zone);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Zone ------------------------------------------------------------------------------------------ */

/* (nullable): the zone of TZ, else of the system, if there is one. */
static GTimeZone *
find_zone (const char *localtime_path)
{
  const char *wanted = g_getenv ("TZ");
  g_autofree char *name = NULL;

  if (wanted != NULL)
    return brine_zone_read (wanted);
  name = brine_zone_dup_name_of_link (localtime_path);
  return name != NULL ? brine_zone_read (name) : NULL;
}

static GTimeZone *
read_zone (const char *localtime_path)
{
  GTimeZone *zone = find_zone (localtime_path);

  return zone != NULL ? zone : g_time_zone_new_utc ();
}

void
brine_clock_set_zone (BrineClock *self, GTimeZone *zone)
{
  g_return_if_fail (BRINE_IS_CLOCK (self));
  g_return_if_fail (zone != NULL);

  if (g_strcmp0 (g_time_zone_get_identifier (zone), g_time_zone_get_identifier (self->zone)) == 0)
    return;
  take_zone (self, zone);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* While it is being written anew there may be none, which is no journey to Greenwich. */
static void
on_localtime_changed (BrineClock *self)
{
  g_autoptr (GTimeZone) zone = find_zone (self->localtime_path);

  if (zone != NULL)
    brine_clock_set_zone (self, zone);
}

BrineClock *
brine_clock_new_watching (const char *localtime_path)
{
  g_autoptr (GFile) file = g_file_new_for_path (localtime_path);
  BrineClock *self = g_object_new (BRINE_TYPE_CLOCK, NULL);

  self->localtime_path = g_strdup (localtime_path);
  self->zone = read_zone (localtime_path);
  follow_rules (self);
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
  follow_rules (self);
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
