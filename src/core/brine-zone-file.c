/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-zone-file.h"

#include <string.h>

#define HEADER_BYTES 44
#define TYPE_BYTES 6
/* What RFC 8536 allows: less than 25 hours west, less than 26 hours east. */
#define MIN_OFFSET_SECONDS (-25 * 3600 + 1)
#define MAX_OFFSET_SECONDS (26 * 3600 - 1)
/* Far more than any zone has, and too few to overflow a size. */
#define MAX_COUNT 100000u

/* One of the two blocks of data of a file: the first has times of four bytes, the second of eight. */
typedef struct
{
  gsize time_bytes;
  guint32 n_utc, n_std, n_leaps, n_times, n_types, n_chars;
} Block;

static guint32
read_uint32 (const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

static gint64
read_time (const guint8 *bytes, gsize time_bytes)
{
  if (time_bytes == 4)
    return (gint32)read_uint32 (bytes);
  return (gint64)((guint64)read_uint32 (bytes) << 32 | read_uint32 (bytes + 4));
}

static gboolean
read_header (const guint8 *bytes, gsize length, gsize time_bytes, Block *block)
{
  guint32 counts[6];

  if (length < HEADER_BYTES || memcmp (bytes, "TZif", 4) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      counts[i] = read_uint32 (bytes + 20 + 4 * i);
      if (counts[i] > MAX_COUNT)
        return FALSE;
    }
  *block = (Block){ time_bytes, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5] };
  return TRUE;
}

static gsize
get_length (const Block *block)
{
  return block->n_times * (block->time_bytes + 1) + block->n_types * TYPE_BYTES + block->n_chars
         + block->n_leaps * (block->time_bytes + 4) + block->n_std + block->n_utc;
}

static gboolean
are_times_valid (const Block *block, const guint8 *times)
{
  const guint8 *types = times + block->n_times * block->time_bytes;

  for (guint i = 0; i < block->n_times; i++)
    if (types[i] >= block->n_types
        || (i > 0
            && read_time (times + i * block->time_bytes, block->time_bytes)
                   <= read_time (times + (i - 1) * block->time_bytes, block->time_bytes)))
      return FALSE;
  return TRUE;
}

static gboolean
are_types_valid (const Block *block, const guint8 *types)
{
  const guint8 *chars = types + block->n_types * TYPE_BYTES;

  if (block->n_types == 0 || block->n_chars == 0 || chars[block->n_chars - 1] != '\0')
    return FALSE;
  for (guint i = 0; i < block->n_types; i++)
    {
      const guint8 *type = types + i * TYPE_BYTES;
      gint32 offset = (gint32)read_uint32 (type);

      if (offset < MIN_OFFSET_SECONDS || offset > MAX_OFFSET_SECONDS || type[4] > 1
          || type[5] >= block->n_chars)
        return FALSE;
    }
  return TRUE;
}

/* A rule, and not the name of another file. */
static gboolean
is_rule_valid (const char *rule)
{
  g_autoptr (GTimeZone) zone = NULL;
  gsize n_before_days = strcspn (rule, ",");

  if (!g_ascii_isalpha (*rule) && *rule != '<')
    return FALSE;
  if (strcspn (rule, "/") < n_before_days || strcspn (rule, "0123456789") >= n_before_days)
    return FALSE;
  zone = g_time_zone_new_identifier (rule);
  return zone != NULL;
}

/* What holds after the last turn, between two ends of lines; nothing if that is not known. */
static gboolean
is_footer_valid (const guint8 *bytes, gsize length)
{
  const guint8 *end = length >= 2 && bytes[0] == '\n' ? memchr (bytes + 1, '\n', length - 1) : NULL;
  g_autofree char *rule = NULL;

  if (end == NULL)
    return FALSE;
  rule = g_strndup ((const char *)bytes + 1, (gsize)(end - bytes) - 1);
  return *rule == '\0' || is_rule_valid (rule);
}

gboolean
brine_zone_file_is_valid (const guint8 *bytes, gsize length)
{
  Block block;

  g_return_val_if_fail (bytes != NULL || length == 0, FALSE);

  if (!read_header (bytes, length, 4, &block) || length - HEADER_BYTES < get_length (&block))
    return FALSE;
  if (bytes[4] >= '2')
    {
      /* The first block is for programs of old. */
      gsize skipped = HEADER_BYTES + get_length (&block);

      bytes += skipped;
      length -= skipped;
      if (!read_header (bytes, length, 8, &block) || length - HEADER_BYTES < get_length (&block)
          || !is_footer_valid (bytes + HEADER_BYTES + get_length (&block),
                               length - HEADER_BYTES - get_length (&block)))
        return FALSE;
    }
  return are_times_valid (&block, bytes + HEADER_BYTES)
         && are_types_valid (&block, bytes + HEADER_BYTES + block.n_times * (block.time_bytes + 1));
}
