/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

/* A zone database of a test, which TZDIR names, and rules that it makes up. */

typedef struct
{
  char *folder; /* for what lies beside it */
  char *zones;  /* the database, within */
} ZoneDatabase;

/* @n_bytes: 1 to 8 */
static inline void
zone_append_number (GByteArray *bytes, guint64 number, int n_bytes)
{
  for (int shift = 8 * (n_bytes - 1); shift >= 0; shift -= 8)
    {
      guint8 byte = (guint8)(number >> shift);

      g_byte_array_append (bytes, &byte, 1);
    }
}

static inline void
zone_append_header (GByteArray *bytes, int n_times, int n_types, int n_chars)
{
  static const guint8 reserved[15];
  static const guint8 no_counts[12]; /* of marks and leap seconds */

  g_byte_array_append (bytes, (const guint8 *)"TZif2", 5);
  g_byte_array_append (bytes, reserved, sizeof reserved);
  g_byte_array_append (bytes, no_counts, sizeof no_counts);
  zone_append_number (bytes, (guint64)n_times, 4);
  zone_append_number (bytes, (guint64)n_types, 4);
  zone_append_number (bytes, (guint64)n_chars, 4);
}

static inline void
zone_append_type (GByteArray *bytes, int offset_hours)
{
  zone_append_number (bytes, (guint32)(offset_hours * 3600), 4);
  zone_append_number (bytes, 0, 2);
}

/* Whole hours east of Greenwich: @before until @unix_seconds, @after from then on. RFC 8536. */
static inline GByteArray *
zone_make (int before, gint64 unix_seconds, int after)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autofree char *footer = g_strdup_printf ("\nLMT%d\n", -after);

  zone_append_header (bytes, 0, 1, 4);
  zone_append_type (bytes, before);
  g_byte_array_append (bytes, (const guint8 *)"LMT", 4);
  zone_append_header (bytes, 1, 2, 4);
  zone_append_number (bytes, (guint64)unix_seconds, 8);
  zone_append_number (bytes, 1, 1);
  zone_append_type (bytes, before);
  zone_append_type (bytes, after);
  g_byte_array_append (bytes, (const guint8 *)"LMT", 4);
  g_byte_array_append (bytes, (const guint8 *)footer, (guint)strlen (footer));
  return bytes;
}

/* As packages are updated: written beside it and renamed. */
static inline void
zone_database_put (ZoneDatabase *database, const char *name, const GByteArray *bytes)
{
  g_autofree char *path = g_build_filename (database->zones, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, (const char *)bytes->data, bytes->len, &error);
  g_assert_no_error (error);
}

static inline void
zone_database_put_rule (ZoneDatabase *database, const char *name, int before, gint64 unix_seconds,
                        int after)
{
  g_autoptr (GByteArray) bytes = zone_make (before, unix_seconds, after);

  zone_database_put (database, name, bytes);
}

static inline void
zone_database_set_up (ZoneDatabase *database)
{
  g_autoptr (GError) error = NULL;

  database->folder = g_dir_make_tmp ("brine-zones-XXXXXX", &error);
  g_assert_no_error (error);
  database->zones = g_build_filename (database->folder, "zoneinfo", NULL);
  g_assert_cmpint (g_mkdir (database->zones, 0700), ==, 0);
  g_setenv ("TZDIR", database->zones, TRUE);
}

static inline void
zone_remove_tree (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      zone_remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static inline void
zone_database_tear_down (ZoneDatabase *database)
{
  g_unsetenv ("TZDIR");
  zone_remove_tree (database->folder);
  g_clear_pointer (&database->folder, g_free);
  g_clear_pointer (&database->zones, g_free);
}
