/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BrineExit:
 * @BRINE_EXIT_DONE: done
 * @BRINE_EXIT_USER: the user's mistake, or nothing found
 * @BRINE_EXIT_USAGE: the command line could not be read
 * @BRINE_EXIT_DATA: damaged data, or input and output failed
 *
 * What brinectl returns to the shell; kept stable.
 */
typedef enum
{
  BRINE_EXIT_DONE = 0,
  BRINE_EXIT_USER = 1,
  BRINE_EXIT_USAGE = 2,
  BRINE_EXIT_DATA = 3,
} BrineExit;

/* Runs one command line; prints its result on standard output, an error as one line on
 * standard error. @argv is not changed. */
BrineExit brine_cli_run (int argc, char **argv);

G_END_DECLS
