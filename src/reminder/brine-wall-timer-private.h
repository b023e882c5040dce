/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <unistd.h>

#include "brine-wall-timer.h"

G_BEGIN_DECLS

/* What the timer asks of the kernel; a test puts its own in the place. */
typedef struct
{
  int (*create) (void);                         /* a descriptor, or -1 with errno */
  int (*arm) (int fd, int64_t at_ms);           /* 0, or -1 with errno; 0 ms: never */
  ssize_t (*read) (int fd, void *to, size_t n); /* as read(); ECANCELED: the clock was set */
} BrineWallTimerKernel;

BrineWallTimer *brine_wall_timer_new_on (const BrineWallTimerKernel *kernel,
                                         BrineWallTimerFunc callback, gpointer user_data);

G_END_DECLS
