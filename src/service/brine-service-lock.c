/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-service-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define FILE_NAME "service.lock"
/* What is read of the file, which somebody else may have written. */
#define MAX_HOLDER_BYTES 16

struct _BrineServiceLock
{
  int fd;
};

/* The process id that the holder wrote, or 0. */
static int
read_holder (int fd)
{
  char text[MAX_HOLDER_BYTES + 1] = "";
  gint64 pid = 0;

  if (pread (fd, text, MAX_HOLDER_BYTES, 0) <= 0)
    return 0;
  g_strstrip (text);
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT, &pid, NULL) ? (int)pid : 0;
}

static void
write_holder (int fd)
{
  g_autofree char *text = g_strdup_printf ("%d\n", (int)getpid ());

  /* It is a hint for people; the lock itself does not need it. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The holder was not noted: %s", g_strerror (errno));
}

static int
open_file (const char *dir, GError **error)
{
  g_autofree char *path = g_build_filename (dir, FILE_NAME, NULL);
  int fd;

  g_mkdir_with_parents (dir, 0700);
  fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      int failure = errno;

      g_set_error (error, BRINE_ERROR,
                   failure == EACCES || failure == EROFS ? BRINE_ERROR_READ_ONLY : BRINE_ERROR_IO,
                   "“%s” cannot be opened: %s.", path, g_strerror (failure));
    }
  return fd;
}

BrineServiceLock *
brine_service_lock_take (const char *dir, GError **error)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  BrineServiceLock *lock;
  int fd;

  g_return_val_if_fail (dir != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  fd = open_file (dir, error);
  if (fd < 0)
    return NULL;
  /* A lock of the open file: code of the same process that closes the file cannot drop it. */
  if (fcntl (fd, F_OFD_SETLK, &whole) != 0)
    {
      int failure = errno;
      int holder = read_holder (fd);

      if (failure != EAGAIN && failure != EACCES)
        g_set_error (error, BRINE_ERROR, BRINE_ERROR_IO, "“%s” cannot be locked in %s: %s.",
                     FILE_NAME, dir, g_strerror (failure));
      else if (holder != 0)
        g_set_error (error, BRINE_ERROR, BRINE_ERROR_BUSY,
                     "Process %d delivers the reminders of the diary in %s already.", holder, dir);
      else
        g_set_error (error, BRINE_ERROR, BRINE_ERROR_BUSY,
                     "Another process delivers the reminders of the diary in %s already.", dir);
      close (fd);
      return NULL;
    }
  if (fchmod (fd, 0600) != 0)
    g_debug ("The lock keeps its mode: %s", g_strerror (errno));
  write_holder (fd);
  lock = g_new0 (BrineServiceLock, 1);
  lock->fd = fd;
  return lock;
}

void
brine_service_lock_free (BrineServiceLock *lock)
{
  g_return_if_fail (lock != NULL);

  close (lock->fd);
  g_free (lock);
}
