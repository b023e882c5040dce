/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a target gives to the driver in fuzz.c, which has the main(). */

/* Takes one input, whatever it is. A crash, a sanitizer's report, a failed g_assert or more than
 * ten seconds of the processor is a find. */
void fuzz_take (const char *data, gsize size);

/* Well-formed inputs to start from; NULL ends the list. */
extern const char *const fuzz_seeds[];
/* Words of the format that a change may put in; NULL ends the list. */
extern const char *const fuzz_words[];
