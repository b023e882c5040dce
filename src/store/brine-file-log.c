/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"

#include <fcntl.h>
#include <unistd.h>

/* The write-ahead log: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
#define LOG_HEADER_BYTES 32
#define LOG_MAGIC 0x377f0682u /* or with the lowest bit: sums over big-endian words */
#define LOG_PAGE_SIZE 8
#define LOG_SALT 16
#define LOG_SUM 24
#define FRAME_HEADER_BYTES 24
#define FRAME_PAGE 0
#define FRAME_SALT 8
#define FRAME_SUM 16
#define SALT_BYTES 8
/* In the database, and in its first page wherever that lies. */
#define HEADER_BYTES 100
#define HEADER_APPLICATION_ID 68

#define MOST_BYTES (16 * 1024 * 1024)

typedef struct
{
  int fd;
  gboolean big_endian;
  guint32 page_size;
  guint8 salt[SALT_BYTES];
  guint32 sum[2]; /* of all before */
} Log;

static guint32
read_be32 (const guint8 *bytes)
{
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

static guint32
read_word (const Log *log, const guint8 *bytes)
{
  guint32 word = read_be32 (bytes);

  return log->big_endian ? word : GUINT32_SWAP_LE_BE (word);
}

static void
add_to_sum (Log *log, const guint8 *bytes, gsize n_bytes)
{
  for (gsize i = 0; i + 8 <= n_bytes; i += 8)
    {
      log->sum[0] += read_word (log, bytes + i) + log->sum[1];
      log->sum[1] += read_word (log, bytes + i + 4) + log->sum[0];
    }
}

static gboolean
has_sum (const Log *log, const guint8 *bytes)
{
  return log->sum[0] == read_be32 (bytes) && log->sum[1] == read_be32 (bytes + 4);
}

/* FALSE: SQLite would not play it back either. */
static gboolean
read_log_header (Log *log)
{
  guint8 header[LOG_HEADER_BYTES];

  if (pread (log->fd, header, sizeof header, 0) != sizeof header
      || (read_be32 (header) | 1) != (LOG_MAGIC | 1))
    return FALSE;
  log->big_endian = (read_be32 (header) & 1) != 0;
  log->page_size = read_be32 (header + LOG_PAGE_SIZE);
  memcpy (log->salt, header + LOG_SALT, SALT_BYTES);
  add_to_sum (log, header, LOG_SUM);
  return has_sum (log, header + LOG_SUM);
}

/* FALSE: here the sound part of the log ends. */
static gboolean
read_frame (Log *log, guint8 *frame, off_t offset)
{
  gsize length = FRAME_HEADER_BYTES + log->page_size;

  if (pread (log->fd, frame, length, offset) != (gssize)length
      || memcmp (frame + FRAME_SALT, log->salt, SALT_BYTES) != 0)
    return FALSE;
  add_to_sum (log, frame, FRAME_SALT);
  add_to_sum (log, frame + FRAME_HEADER_BYTES, log->page_size);
  return has_sum (log, frame + FRAME_SUM);
}

static gboolean
is_ours (Log *log)
{
  g_autofree guint8 *frame = g_malloc (FRAME_HEADER_BYTES + log->page_size);

  for (off_t offset = LOG_HEADER_BYTES; offset < MOST_BYTES && read_frame (log, frame, offset);
       offset += FRAME_HEADER_BYTES + log->page_size)
    if (read_be32 (frame + FRAME_PAGE) == 1)
      return read_be32 (frame + FRAME_HEADER_BYTES + HEADER_APPLICATION_ID) == BRINE_APPLICATION_ID;
  return TRUE;
}

gboolean
brine_file_check_log (const char *path, GError **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  guint8 header[HEADER_BYTES] = { 0 };
  Log log = { .fd = open (log_path, O_RDONLY | O_CLOEXEC) };
  int fd = log.fd < 0 ? -1 : open (path, O_RDONLY | O_CLOEXEC);
  gboolean fine = TRUE;

  if (fd >= 0 && pread (fd, header, sizeof header, 0) == sizeof header && read_log_header (&log))
    fine = log.page_size == brine_file_get_page_size (header) && is_ours (&log);
  if (fd >= 0)
    close (fd);
  if (log.fd >= 0)
    close (log.fd);
  if (!fine)
    g_set_error_literal (
        error, BRINE_ERROR, BRINE_ERROR_FOREIGN_LOG,
        "The log beside the diary, brine.db-wal, belongs to another database: move "
        "it to where it came from. Nothing was touched.");
  return fine;
}
