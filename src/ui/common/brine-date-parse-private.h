/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-date-parse.h"

G_BEGIN_DECLS

#define BRINE_DATE_MAX_NUMBERS 3

typedef struct
{
  int value;
  int n_digits;
} BrineDateNumber;

/**
 * BrineDateReading:
 * @month: 1 to 12; 0: none. So for @weekday, 1 Monday to 7 Sunday
 * @sign: 1 or -1 of the first number; 0: none
 * @has: by BrineDateWord
 * @week_first: "week 12" rather than "12 weeks"
 *
 * What a text says, in words that the rest of the parser need not know.
 */
typedef struct
{
  BrineDateNumber numbers[BRINE_DATE_MAX_NUMBERS];
  int n_numbers;
  int month;
  int weekday;
  int sign;
  gboolean has[BRINE_N_DATE_WORDS];
  gboolean week_first;
} BrineDateReading;

/* brine-date-read.c: FALSE with @error for a word that nobody knows. @local nullable. */
gboolean brine_date_read (const char *text, const BrineDateWords *local,
                          BrineDateReading *out_reading, GError **error);

G_END_DECLS
