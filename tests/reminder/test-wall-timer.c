/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-wall-timer.h"

#include <errno.h>
#include <fcntl.h>
#include <time.h>

#include "brine-clock.h"
#include "brine-wall-timer-private.h"

/* What the callback was told. */
typedef struct
{
  BrineWallTimer *timer;
  int n_reached;
  int n_stepped;
  gboolean free_it;
} Told;

static void
on_time (gboolean stepped, gpointer user_data)
{
  Told *told = user_data;

  told->n_reached += !stepped;
  told->n_stepped += stepped;
  if (told->free_it)
    g_clear_pointer (&told->timer, brine_wall_timer_free);
}

static gboolean
on_too_long (gpointer user_data)
{
  g_error ("The timer did not come within a minute.");
  return G_SOURCE_REMOVE;
}

static void
wait_for (const int *count, int wanted)
{
  guint source = g_timeout_add_seconds (60, on_too_long, NULL);

  while (*count < wanted)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

/* The kernel's own timer. */
static void
test_reached (void)
{
  Told told = { 0 };
  BrineInstant now;

  told.timer = brine_wall_timer_new (on_time, &told);
  now = brine_clock_read_stamp ();
  brine_wall_timer_set (told.timer, (BrineInstant){ now.unix_ms + 30 });
  wait_for (&told.n_reached, 1);
  g_assert_cmpint (brine_clock_read_stamp ().unix_ms, >=, now.unix_ms + 30);

  /* A time that is over comes at once; a time that was taken back does not. */
  brine_wall_timer_set (told.timer, (BrineInstant){ now.unix_ms - 5000 });
  wait_for (&told.n_reached, 2);
  brine_wall_timer_set (told.timer, (BrineInstant){ 0 });
  wait_for (&told.n_reached, 3);
  brine_wall_timer_set (told.timer, (BrineInstant){ brine_clock_read_stamp ().unix_ms + 20 });
  brine_wall_timer_clear (told.timer);
  brine_wall_timer_set (told.timer, (BrineInstant){ brine_clock_read_stamp ().unix_ms + 3600000 });
  g_usleep (40000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (told.n_reached, ==, 3);
  g_assert_cmpint (told.n_stepped, ==, 0);
  brine_wall_timer_free (told.timer);
}

/* A kernel whose clock somebody sets: its reading end says what read() of a timerfd says then. */
static int fake_pipe[2];
static int fake_error;
static int n_armed;

static int
fake_create (void)
{
  if (fake_error == EMFILE)
    {
      errno = EMFILE;
      return -1;
    }
  g_assert_cmpint (pipe2 (fake_pipe, O_NONBLOCK | O_CLOEXEC), ==, 0);
  return fake_pipe[0];
}

static int
fake_arm (int fd, int64_t at_ms)
{
  g_assert_cmpint (at_ms, >, 0);
  n_armed++;
  return 0;
}

static ssize_t
fake_read (int fd, void *to, size_t n)
{
  ssize_t got = read (fd, to, n);

  if (got > 0 && fake_error != 0)
    {
      errno = fake_error;
      return -1;
    }
  return got;
}

static const BrineWallTimerKernel fake_kernel = { fake_create, fake_arm, fake_read };

static void
ring (void)
{
  guint64 one = 1;

  g_assert_cmpint (write (fake_pipe[1], &one, sizeof one), ==, sizeof one);
}

static void
test_stepped (void)
{
  Told told = { 0 };

  fake_error = 0;
  n_armed = 0;
  told.timer = brine_wall_timer_new_on (&fake_kernel, on_time, &told);
  g_assert_cmpint (n_armed, ==, 1); /* so that a clock that is set is told */
  fake_error = ECANCELED;
  ring ();
  wait_for (&told.n_stepped, 1);
  g_assert_cmpint (n_armed, ==, 2);

  /* Nothing to read after all: it goes on waiting. */
  fake_error = EAGAIN;
  ring ();
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpint (told.n_stepped + told.n_reached, ==, 1);

  /* The callback may let go of the timer. */
  fake_error = 0;
  told.free_it = TRUE;
  ring ();
  wait_for (&told.n_reached, 1);
  g_assert_null (told.timer);
  g_assert_false (g_main_context_iteration (NULL, FALSE));
  close (fake_pipe[1]);
}

/* Sets the clock of this machine to what it reads. FALSE: it may not be set here. */
static gboolean
set_clock_to_itself (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_REALTIME, &now), ==, 0);
  return clock_settime (CLOCK_REALTIME, &now) == 0;
}

/* The kernel's own word that the clock was set: to a timer that waits, to one that has nothing to wait
 * for, and to one that was told before. */
static void
test_stepped_by_kernel (void)
{
  Told told = { 0 };

  told.timer = brine_wall_timer_new (on_time, &told);
  brine_wall_timer_set (told.timer, (BrineInstant){ brine_clock_read_stamp ().unix_ms + 3600000 });
  if (set_clock_to_itself ())
    {
      wait_for (&told.n_stepped, 1);
      g_assert_true (set_clock_to_itself ());
      wait_for (&told.n_stepped, 2);
      brine_wall_timer_clear (told.timer);
      g_assert_true (set_clock_to_itself ());
      wait_for (&told.n_stepped, 3);
      g_assert_cmpint (told.n_reached, ==, 0);
    }
  else
    g_test_skip_printf ("the clock may not be set here (%s): it takes CAP_SYS_TIME to see the "
                        "kernel cancel a timer",
                        g_strerror (errno));
  brine_wall_timer_free (told.timer);
}

static void
test_no_timer (void)
{
  Told told = { 0 };

  fake_error = EMFILE;
  g_test_expect_message ("brine-reminder", G_LOG_LEVEL_MESSAGE, "*no timer*");
  told.timer = brine_wall_timer_new_on (&fake_kernel, on_time, &told);
  g_test_assert_expected_messages ();
  brine_wall_timer_set (told.timer, (BrineInstant){ 1 });
  brine_wall_timer_clear (told.timer);
  brine_wall_timer_free (told.timer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wall-timer/reached", test_reached);
  g_test_add_func ("/wall-timer/stepped", test_stepped);
  g_test_add_func ("/wall-timer/stepped-by-kernel", test_stepped_by_kernel);
  g_test_add_func ("/wall-timer/no-timer", test_no_timer);

  return g_test_run ();
}
