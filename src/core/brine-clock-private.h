/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-clock.h"

G_BEGIN_DECLS

/* A system clock that reads its zone again whenever @localtime_path changes. For tests. */
BrineClock *brine_clock_new_watching (const char *localtime_path);

G_END_DECLS
