/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-wall-timer-private.h"

#include <errno.h>
#include <glib-unix.h>
#include <sys/timerfd.h>

/* A clock that is set cancels only a timer that is armed: without a time to wait for it is armed
 * for one that is far away. */
#define FAR_AWAY_MS INT64_C (253402300799000) /* 9999-12-31T23:59:59Z */

struct _BrineWallTimer
{
  const BrineWallTimerKernel *kernel;
  int fd;          /* -1: none */
  GSource *source; /* NULL: none */
  BrineWallTimerFunc callback;
  gpointer user_data;
  gboolean *freed; /* (nullable) of the callback that runs: it may free the timer */
};

static int
create_timer (void)
{
  return timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
}

static int
arm_timer (int fd, int64_t at_ms)
{
  struct itimerspec spec = {
    .it_value = { .tv_sec = at_ms / 1000, .tv_nsec = at_ms % 1000 * 1000000 },
  };

  return timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &spec, NULL);
}

static const BrineWallTimerKernel linux_kernel = { create_timer, arm_timer, read };

static void
arm (BrineWallTimer *self, int64_t at_ms)
{
  /* A time of 0 would disarm it. */
  if (self->fd >= 0 && self->kernel->arm (self->fd, MAX (at_ms, 1)) != 0 && errno != ECANCELED)
    g_warning ("The timer for reminders could not be set: %s", g_strerror (errno));
}

static gboolean
on_ready (int fd, GIOCondition condition, gpointer user_data)
{
  BrineWallTimer *self = user_data;
  gboolean freed = FALSE;
  uint64_t n_expirations;
  ssize_t n = self->kernel->read (fd, &n_expirations, sizeof n_expirations);
  gboolean stepped = n < 0 && errno == ECANCELED;

  if (n < 0 && !stepped)
    return G_SOURCE_CONTINUE; /* EAGAIN, EINTR: it was not for us, or comes again */

  arm (self, FAR_AWAY_MS);
  self->freed = &freed;
  self->callback (stepped, self->user_data);
  if (freed)
    return G_SOURCE_REMOVE;
  self->freed = NULL;
  return G_SOURCE_CONTINUE;
}

BrineWallTimer *
brine_wall_timer_new_on (const BrineWallTimerKernel *kernel, BrineWallTimerFunc callback,
                         gpointer user_data)
{
  g_return_val_if_fail (kernel != NULL && callback != NULL, NULL);

  BrineWallTimer *self = g_new0 (BrineWallTimer, 1);
  self->kernel = kernel;
  self->callback = callback;
  self->user_data = user_data;
  self->fd = kernel->create ();
  if (self->fd < 0)
    {
      g_message ("There is no timer on the real-time clock (%s); it is looked at once a minute.",
                 g_strerror (errno));
      return self;
    }

  self->source = g_unix_fd_source_new (self->fd, G_IO_IN);
  g_source_set_callback (self->source, G_SOURCE_FUNC (on_ready), self, NULL);
  g_source_set_static_name (self->source, "brine-wall-timer");
  g_source_attach (self->source, g_main_context_get_thread_default ());
  arm (self, FAR_AWAY_MS);
  return self;
}

BrineWallTimer *
brine_wall_timer_new (BrineWallTimerFunc callback, gpointer user_data)
{
  return brine_wall_timer_new_on (&linux_kernel, callback, user_data);
}

void
brine_wall_timer_set (BrineWallTimer *self, BrineInstant at)
{
  g_return_if_fail (self != NULL);

  arm (self, at.unix_ms);
}

void
brine_wall_timer_clear (BrineWallTimer *self)
{
  g_return_if_fail (self != NULL);

  arm (self, FAR_AWAY_MS);
}

void
brine_wall_timer_free (BrineWallTimer *self)
{
  if (self == NULL)
    return;
  if (self->freed != NULL)
    *self->freed = TRUE;
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_source_unref (self->source);
    }
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
