/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-time.h"

G_BEGIN_DECLS

typedef enum
{
  BRINE_HELPLINE_EMERGENCY,
  BRINE_HELPLINE_CALL,
  BRINE_HELPLINE_TEXT,
} BrineHelplineKind;

/* One line of the shipped list; strings owned. */
typedef struct
{
  char *country; /* ISO 3166 alpha-2 */
  BrineHelplineKind kind;
  char *service;
  char *number;
  char *detail; /* "" when nothing is known */
  gboolean confirmed;
} BrineHelpline;

typedef struct
{
  GPtrArray *lines; /* BrineHelpline, owned, in the list's order */
  BrineDay made;    /* first day of the month the list was made in */
} BrineHelplines;

/* Reads the list from @text; rows that cannot be read are left out. (transfer full) */
BrineHelplines *brine_helplines_parse (const char *text);
/* The list that is shipped with the program, from its resources. (transfer full) */
BrineHelplines *brine_helplines_load (void);
void brine_helplines_free (BrineHelplines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BrineHelplines, brine_helplines_free)

/* Sorted country codes, each once. (transfer full) (element-type utf8) */
GPtrArray *brine_helplines_get_countries (const BrineHelplines *self);
/* A number that nobody confirmed, or confirmed more than twelve months before @today, is shown
 * with a mark. */
gboolean brine_helpline_needs_mark (const BrineHelplines *self, const BrineHelpline *line,
                                    BrineDay today);
/* "DE" from a locale name such as "de_DE.UTF-8"; NULL when it names no country. (transfer full) */
char *brine_helplines_country_of_locale (const char *locale);
/* The country's own name in the user's language, else its code. (transfer none) */
const char *brine_helplines_get_country_name (const char *country);

G_END_DECLS
