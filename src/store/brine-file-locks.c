/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * A lock of POSIX belongs to the process: whoever in it closes any descriptor of the file drops
 * all of them (section 2.2 of https://www.sqlite.org/howtocorrupt.html). A file chooser that looks
 * into the files of a folder does just that, and so does our own look at a header. Without its
 * locks a diary that is open loses its log as soon as another process closes the same diary, and
 * what is written then is seen by nobody and gone.
 *
 * So the calls with which SQLite locks and closes go through here: for each file that it locks, a
 * description of our own is opened and holds the locks (F_OFD_SETLK), which nobody else can close.
 * To SQLite this is what it knows, locks that are one for the process and end when SQLite closes
 * the file; to other processes they are locks like any. One description a file and not the
 * descriptor that SQLite names: it shares the locks of a file among its connections and may give
 * them back through another one.
 */

typedef int (*Fcntl) (int fd, int command, ...);
typedef int (*Close) (int fd);

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd; /* -1: none can be had, so this file has locks of POSIX */
} Holder;

static Fcntl real_fcntl;
static Close real_close;
static GMutex mutex;
static GArray *holders; /* Holder; few, so a list */

static guint
find_holder (const struct stat *status)
{
  for (guint i = 0; i < holders->len; i++)
    {
      const Holder *holder = &g_array_index (holders, Holder, i);

      if (holder->device == status->st_dev && holder->inode == status->st_ino)
        return i;
    }
  return G_MAXUINT;
}

/* The same file under a description of its own, also when it has lost its name. */
static int
open_again (int fd)
{
  char path[64];
  int flags = real_fcntl (fd, F_GETFL);
  struct flock any = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1 };

  if (flags < 0)
    return -1;
  g_snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  int again = open (path, (flags & O_ACCMODE) | O_CLOEXEC | O_NOCTTY);
  if (again >= 0 && real_fcntl (again, F_OFD_GETLK, &any) == 0)
    return again;
  if (again >= 0)
    close (again);
  return -1;
}

/* The descriptor that holds the locks of the file behind @fd; -1: @fd itself has to. */
static int
get_holder (int fd)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return -1;
  g_mutex_lock (&mutex);
  guint i = find_holder (&status);
  if (i == G_MAXUINT)
    {
      Holder holder = { status.st_dev, status.st_ino, open_again (fd) };

      i = holders->len;
      g_array_append_val (holders, holder);
    }
  int held = g_array_index (holders, Holder, i).fd;
  g_mutex_unlock (&mutex);
  return held;
}

static int
to_own_command (int command)
{
  switch (command)
    {
    case F_SETLK:
      return F_OFD_SETLK;
    case F_SETLKW:
      return F_OFD_SETLKW;
    case F_GETLK:
      return F_OFD_GETLK;
    default:
      return -1;
    }
}

static int
fcntl_cb (int fd, int command, ...)
{
  int own_command = to_own_command (command);
  va_list arguments;

  va_start (arguments, command);
  void *argument = va_arg (arguments, void *);
  va_end (arguments);
  int held = own_command < 0 ? -1 : get_holder (fd);
  if (held < 0)
    return real_fcntl (fd, command, argument);

  struct flock *lock = argument;
  lock->l_pid = 0;
  return real_fcntl (held, own_command, lock);
}

/* SQLite closes the descriptor of a file only when it wants none of its locks any more. */
static int
close_cb (int fd)
{
  struct stat status;
  int held = -1;

  g_mutex_lock (&mutex);
  if (holders->len > 0 && fstat (fd, &status) == 0)
    {
      guint i = find_holder (&status);

      if (i != G_MAXUINT)
        {
          held = g_array_index (holders, Holder, i).fd;
          g_array_remove_index_fast (holders, i);
        }
    }
  g_mutex_unlock (&mutex);
  if (held >= 0)
    close (held);
  return real_close (fd);
}

static gpointer
install (gpointer unused)
{
  sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

  if (vfs == NULL || vfs->iVersion < 3)
    return NULL;
  real_fcntl = (Fcntl)vfs->xGetSystemCall (vfs, "fcntl");
  real_close = (Close)vfs->xGetSystemCall (vfs, "close");
  if (real_fcntl == NULL || real_close == NULL)
    return NULL;
  holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  vfs->xSetSystemCall (vfs, "close", (sqlite3_syscall_ptr)close_cb);
  vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr)fcntl_cb);
  return NULL;
}

void
brine_file_keep_locks (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, install, NULL);
}
