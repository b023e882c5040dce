/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts a program and measures from outside, in the same way for every program: the time from
 * exec to its first painted frame, the time until the screen stands still, and the memory it
 * holds then.
 *
 * The X server reports what is drawn (the DAMAGE extension, on the root window with all that is
 * inside). The first report that covers a window and leaves more than one colour there is the
 * first frame; GTK sends each frame of a window in one piece. The processor time of all threads of
 * the program until then tells the same on a machine that is busy with other things. "Filled" is
 * the first frame from which on all but FILLED_SHARE of the screen is as it is in the end, and
 * "still" the last report before QUIET_MS without any. Memory is the proportional set size of the
 * program and its children, read SETTLE_MS after the first frame, so that pages shared with other
 * programs count only in part.
 *
 * Usage: first-frame COMMAND [ARGUMENT…]
 * Prints: first_frame_ms processor_ms filled_ms still_ms pss_kib
 */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>
#include <dirent.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define BOUND_MS 60000.0
#define QUIET_MS 1500.0
#define SETTLE_MS 3000.0
/* A window's frame is larger than the helper windows toolkits make. */
#define MIN_SIDE 200
/* Of each frame every so-manieth pixel of every so-manieth line is kept. */
#define GRID 5
#define MAX_PICTURES 240
#define FILLED_SHARE 0.01

typedef struct
{
  double first_ms;
  double processor_ms;
  double filled_ms;
  double still_ms;
} Times;

typedef struct
{
  double at_ms;
  unsigned *pixels;
} Picture;

static Picture pictures[MAX_PICTURES];
static int n_pictures;
static int n_pixels; /* of each picture */

static double
now_ms (void)
{
  struct timespec t;

  clock_gettime (CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static bool
has_content (Display *display, XRectangle area)
{
  XImage *image = XGetImage (display, DefaultRootWindow (display), area.x, area.y, area.width,
                             area.height, AllPlanes, ZPixmap);
  unsigned long first;
  bool found = false;

  if (image == NULL)
    return false;
  first = XGetPixel (image, area.width / 2, area.height / 2);
  for (int y = 0; y < area.height && !found; y += 3)
    for (int x = 0; x < area.width && !found; x += 3)
      found = XGetPixel (image, x, y) != first;
  XDestroyImage (image);
  return found;
}

/* Pictures ----------------------------------------------------------------------------------- */

/* What the screen shows now. When there is no room any more, the last one is taken again. */
static void
take_picture (Display *display, double at_ms)
{
  XWindowAttributes root;
  XImage *image;
  Picture *picture;
  int n = 0;

  XGetWindowAttributes (display, DefaultRootWindow (display), &root);
  image = XGetImage (display, DefaultRootWindow (display), 0, 0, root.width, root.height, AllPlanes,
                     ZPixmap);
  if (image == NULL)
    return;
  if (n_pictures < MAX_PICTURES)
    n_pictures++;
  picture = &pictures[n_pictures - 1];
  n_pixels = ((root.width + GRID - 1) / GRID) * ((root.height + GRID - 1) / GRID);
  if (picture->pixels == NULL)
    picture->pixels = calloc (n_pixels, sizeof *picture->pixels);
  for (int y = 0; y < root.height; y += GRID)
    for (int x = 0; x < root.width; x += GRID)
      picture->pixels[n++] = XGetPixel (image, x, y);
  picture->at_ms = at_ms;
  XDestroyImage (image);
}

static bool
is_like_the_end (const Picture *picture)
{
  const Picture *end = &pictures[n_pictures - 1];
  int different = 0;

  for (int i = 0; i < n_pixels; i++)
    different += picture->pixels[i] != end->pixels[i];
  return different <= FILLED_SHARE * n_pixels;
}

static double
find_filled (void)
{
  int i = n_pictures - 1;

  while (i > 0 && is_like_the_end (&pictures[i - 1]))
    i--;
  return pictures[i].at_ms;
}

/* The process ------------------------------------------------------------------------------ */

static double
get_processor_ms (pid_t pid)
{
  struct timespec t;
  clockid_t clock;

  if (clock_getcpuclockid (pid, &clock) != 0 || clock_gettime (clock, &t) != 0)
    return 0;
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static long
pss_of (const char *pid)
{
  char path[64], line[256];
  long kib = 0, value;
  FILE *file;

  snprintf (path, sizeof path, "/proc/%.20s/smaps_rollup", pid);
  file = fopen (path, "r");
  if (file == NULL)
    return 0;
  while (fgets (line, sizeof line, file) != NULL)
    if (sscanf (line, "Pss: %ld kB", &value) == 1)
      kib = value;
  fclose (file);
  return kib;
}

/* The process group of @pid: the program leads its own. */
static long
pss_of_group (pid_t group)
{
  DIR *proc = opendir ("/proc");
  struct dirent *entry;
  long kib = 0;

  if (proc == NULL)
    return 0;
  while ((entry = readdir (proc)) != NULL)
    if (entry->d_name[0] >= '0' && entry->d_name[0] <= '9'
        && getpgid (atoi (entry->d_name)) == group)
      kib += pss_of (entry->d_name);
  closedir (proc);
  return kib;
}

static pid_t
start (char **command)
{
  pid_t pid = fork ();

  if (pid == 0)
    {
      setpgid (0, 0);
      execvp (command[0], command);
      perror (command[0]);
      _exit (127);
    }
  if (pid > 0)
    setpgid (pid, pid);
  return pid;
}

static void
stop (pid_t pid)
{
  kill (-pid, SIGTERM);
  for (int i = 0; i < 300; i++)
    {
      if (waitpid (pid, NULL, WNOHANG) != 0)
        return;
      usleep (10000);
    }
  kill (-pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* Watches the drawing after @begin. Returns false when the program ended or drew nothing. */
static bool
watch (Display *display, Damage damage, int damage_event, pid_t pid, double begin, Times *out_times)
{
  struct pollfd connection = { .fd = ConnectionNumber (display), .events = POLLIN };
  double first = -1, last = -1;
  bool fresh = false;

  while (now_ms () - begin < BOUND_MS)
    {
      while (XPending (display) > 0)
        {
          XEvent event;
          const XDamageNotifyEvent *drawn = (XDamageNotifyEvent *)&event;
          double at = now_ms () - begin;

          XNextEvent (display, &event);
          if (event.type != damage_event)
            continue;
          XDamageSubtract (display, damage, None, None);
          if (first < 0 && drawn->area.width >= MIN_SIDE && drawn->area.height >= MIN_SIDE
              && has_content (display, drawn->area))
            {
              first = at;
              out_times->processor_ms = get_processor_ms (pid);
            }
          last = at;
          fresh = true;
        }
      if (fresh && first >= 0)
        take_picture (display, last);
      fresh = false;
      if (waitpid (pid, NULL, WNOHANG) != 0)
        return false;
      if (first >= 0 && now_ms () - begin - last > QUIET_MS
          && now_ms () - begin - first > SETTLE_MS)
        break;
      /* Something that never stands still, such as a spinner, is not waited for. */
      if (first >= 0 && now_ms () - begin - first > 3 * SETTLE_MS)
        break;
      poll (&connection, 1, 50);
    }
  out_times->first_ms = first;
  out_times->filled_ms = n_pictures > 0 ? find_filled () : first;
  out_times->still_ms = last;
  return first >= 0;
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, error_base;
  Times times = { 0 };
  double begin;
  Damage damage;
  bool drawn;
  pid_t pid;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &error_base))
    {
      fprintf (stderr, "Usage: first-frame COMMAND [ARGUMENT…], on an X display with DAMAGE\n");
      return 2;
    }
  damage = XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSync (display, False);
  begin = now_ms ();
  pid = start (argv + 1);
  drawn = pid > 0 && watch (display, damage, damage_event + XDamageNotify, pid, begin, &times);
  if (drawn)
    printf ("%.1f %.1f %.1f %.1f %ld\n", times.first_ms, times.processor_ms, times.filled_ms,
            times.still_ms, pss_of_group (pid));
  else
    fprintf (stderr, "%s painted nothing\n", argv[1]);
  stop (pid);
  XCloseDisplay (display);
  return drawn ? 0 : 1;
}
