/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-zone-rules.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "brine-zone-file.h"

#define DATABASE "/usr/share/zoneinfo"
#define DATABASE_FOLDER "/zoneinfo/"
/* The longest of all has 4 kB. */
#define MAX_FILE_BYTES (256 * 1024)
/* As the C library reads a rule without days. */
#define DEFAULT_SUMMER ",M3.2.0,M11.1.0"
/* As many as the kernel follows. */
#define MAX_LINKS 40

/* What tells one state of a file from another without reading it. */
typedef struct
{
  guint64 device, inode, size;
  gint64 modified_s, changed_s;
  gint64 modified_ns, changed_ns;
} Stamp;

/* The rules of one zone, as they were read last. */
typedef struct
{
  Stamp stamp;
  char *checksum;
  guint generation; /* how often they changed */
} Rules;

static GMutex lock;          /* of all that follows */
static GHashTable *all_read; /* name to Rules; lives as long as the program */
static guint n_changes;

static void
rules_free (gpointer data)
{
  Rules *rules = data;

  g_free (rules->checksum);
  g_free (rules);
}

/* Files ------------------------------------------------------------------------------------ */

static Stamp
get_stamp (const struct stat *status)
{
  return (Stamp){
    .device = status->st_dev,
    .inode = status->st_ino,
    .size = (guint64)status->st_size,
    .modified_s = status->st_mtim.tv_sec,
    .modified_ns = status->st_mtim.tv_nsec,
    .changed_s = status->st_ctim.tv_sec,
    .changed_ns = status->st_ctim.tv_nsec,
  };
}

static gboolean
is_same_stamp (const Stamp *a, const Stamp *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size
         && a->modified_s == b->modified_s && a->modified_ns == b->modified_ns
         && a->changed_s == b->changed_s && a->changed_ns == b->changed_ns;
}

static gsize
read_all (int file, guint8 *bytes, gsize size)
{
  gsize length = 0;

  while (length < size)
    {
      gssize n = read (file, bytes + length, size - length);

      if (n <= 0)
        break;
      length += (gsize)n;
    }
  return length;
}

/* The checksum of the rules at @path. (nullable): there are none, or they are damaged. */
static char *
checksum_file (const char *path, Stamp *out_stamp)
{
  struct stat status;
  g_autofree guint8 *bytes = NULL;
  gsize length;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (file < 0)
    return NULL;
  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode) || status.st_size > MAX_FILE_BYTES)
    {
      close (file);
      return NULL;
    }
  bytes = g_malloc ((gsize)status.st_size + 1);
  length = read_all (file, bytes, (gsize)status.st_size);
  close (file);
  *out_stamp = get_stamp (&status);
  return brine_zone_file_is_valid (bytes, length)
             ? g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length)
             : NULL;
}

static const char *
get_database (void)
{
  const char *folder = g_getenv ("TZDIR");

  return folder != NULL && *folder != '\0' ? folder : DATABASE;
}

char *
brine_zone_dup_path (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return *name == '/' ? g_strdup (name) : g_build_filename (get_database (), name, NULL);
}

/* Names ------------------------------------------------------------------------------------ */

/* GLib keeps zones by their identifier. "./" in front of a name, or within the first slash of a path,
 * leads to the same file and makes another identifier. */
static const char *
skip_generation (const char *identifier)
{
  if (*identifier == '/')
    while (g_str_has_prefix (identifier, "/./"))
      identifier += 2;
  else
    while (g_str_has_prefix (identifier, "./"))
      identifier += 2;
  return identifier;
}

static char *
spell (const char *name, guint generation)
{
  GString *identifier = g_string_new (NULL);

  for (guint i = 0; i < generation; i++)
    g_string_append (identifier, *name == '/' ? "/." : "./");
  g_string_append (identifier, name);
  return g_string_free (identifier, FALSE);
}

const char *
brine_zone_get_name (GTimeZone *zone)
{
  g_return_val_if_fail (zone != NULL, NULL);

  return skip_generation (g_time_zone_get_identifier (zone));
}

/* Rules ------------------------------------------------------------------------------------ */

/* With @lock held. FALSE: there are no rules of that name, or damaged ones. */
static gboolean
update (const char *name, Rules **out_rules)
{
  g_autofree char *path = brine_zone_dup_path (name);
  g_autofree char *checksum = NULL;
  Rules *rules = all_read != NULL ? g_hash_table_lookup (all_read, name) : NULL;
  struct stat status;
  Stamp stamp;

  if (rules != NULL && stat (path, &status) == 0)
    {
      stamp = get_stamp (&status);
      *out_rules = rules;
      if (is_same_stamp (&stamp, &rules->stamp))
        return TRUE;
    }
  checksum = checksum_file (path, &stamp);
  if (checksum == NULL)
    return FALSE;
  if (rules == NULL)
    {
      rules = g_new0 (Rules, 1);
      if (all_read == NULL)
        all_read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, rules_free);
      g_hash_table_insert (all_read, g_strdup (name), rules);
    }
  else if (!g_str_equal (checksum, rules->checksum))
    {
      rules->generation++;
      n_changes++;
    }
  rules->stamp = stamp;
  g_free (rules->checksum);
  rules->checksum = g_steal_pointer (&checksum);
  *out_rules = rules;
  return TRUE;
}

/* (nullable): the database has no such zone now. */
static GTimeZone *
read_database (const char *name, gboolean *out_known)
{
  g_autofree char *identifier = NULL;
  Rules *rules;

  g_mutex_lock (&lock);
  if (update (name, &rules))
    identifier = spell (name, rules->generation);
  *out_known = all_read != NULL && g_hash_table_contains (all_read, name);
  g_mutex_unlock (&lock);
  return identifier != NULL ? g_time_zone_new_identifier (identifier) : NULL;
}

/* @name says itself what the zone is. */
static GTimeZone *
read_description (const char *name)
{
  GTimeZone *zone = g_time_zone_new_identifier (name);
  g_autofree char *rule = NULL;

  if (zone != NULL || strpbrk (name, ",/") != NULL)
    return zone;
  rule = g_strconcat (name, DEFAULT_SUMMER, NULL);
  return g_time_zone_new_identifier (rule);
}

GTimeZone *
brine_zone_read (const char *identifier)
{
  const char *name;
  g_autofree char *path = NULL;
  GTimeZone *zone;
  gboolean known;

  g_return_val_if_fail (identifier != NULL, NULL);

  name = skip_generation (*identifier == ':' ? identifier + 1 : identifier);
  path = brine_zone_dup_path (name);
  zone = read_database (name, &known);
  /* GLib sees no file that is no zone, and gives none that it remembers of one that is gone. */
  if (zone != NULL || known || *identifier == ':' || g_file_test (path, G_FILE_TEST_EXISTS))
    return zone;
  return read_description (name);
}

guint
brine_zone_look (void)
{
  GHashTableIter iter;
  gpointer name;
  Rules *rules;
  guint changes;

  g_mutex_lock (&lock);
  if (all_read != NULL)
    {
      /* Nothing is added under a name that is there. */
      g_hash_table_iter_init (&iter, all_read);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        update (name, &rules);
    }
  changes = n_changes;
  g_mutex_unlock (&lock);
  return changes;
}

/* The local zone --------------------------------------------------------------------------- */

/* (nullable): what follows the last "zoneinfo" of @target, if the same rules have that name. */
static char *
dup_name_in_database (const char *target, const char *checksum)
{
  const char *last = g_strrstr (target, DATABASE_FOLDER);
  g_autofree char *own = g_strconcat (get_database (), "/", NULL);
  const char *name = last != NULL ? last + strlen (DATABASE_FOLDER) : NULL;
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  Stamp stamp;

  if (g_str_has_prefix (target, own))
    name = target + strlen (own);
  if (name == NULL || *name == '\0' || *name == '/')
    return NULL;
  path = brine_zone_dup_path (name);
  other = checksum_file (path, &stamp);
  return g_strcmp0 (other, checksum) == 0 ? g_strdup (name) : NULL;
}

char *
brine_zone_dup_name_of_link (const char *path)
{
  g_autofree char *checksum = NULL;
  g_autofree char *place = g_strdup (path);
  Stamp stamp;

  g_return_val_if_fail (path != NULL, NULL);

  checksum = checksum_file (path, &stamp);
  if (checksum == NULL)
    return NULL;
  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = g_path_get_dirname (place);
      g_autofree char *next = target != NULL ? g_canonicalize_filename (target, folder) : NULL;
      char *name = next != NULL ? dup_name_in_database (next, checksum) : NULL;

      if (name != NULL)
        return name;
      if (next == NULL)
        break;
      g_free (place);
      place = g_steal_pointer (&next);
    }
  return g_strdup (path);
}
