/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-archive.h"

G_BEGIN_DECLS

/* Random but valid records for round trips; every field is used, odd texts too. */
BrinePlanItem *random_item (GRand *rand);
BrineArchive *random_archive (GRand *rand, int n_of_each);
/* Printable text with commas, quotes, line breaks, other scripts and what spreadsheets run. */
char *random_text (GRand *rand);

G_END_DECLS
