/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-cli-private.h"

G_BEGIN_DECLS

/* The options of "plan add" and "plan edit", as they were typed; NULL: not given. */
typedef struct
{
  char *practice, *title, *start, *minutes, *rrule, *quota, *goal;
  char *recipe, *portions, *slot, *notes, *location;
  char **reminders, **rdates, **exdates;
} BrineCliPlanOptions;

void brine_cli_plan_options_clear (BrineCliPlanOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrineCliPlanOptions, brine_cli_plan_options_clear)

/* Entries that fill @options, and those of @more (nullable, ended by one without a name).
 * (transfer container): g_free() */
GOptionEntry *brine_cli_plan_options_make_entries (BrineCliPlanOptions *options,
                                                   const GOptionEntry *more);
/* Gives @item what was typed. FALSE with a sentence that names the option. */
gboolean brine_cli_plan_set_fields (BrineCli *cli, BrinePlanItem *item,
                                    const BrineCliPlanOptions *options, GError **error);
/* Says that @text is none of @choices; always FALSE. */
gboolean brine_cli_fail_word (const char *option, const char *text, const char *choices,
                              GError **error);

G_END_DECLS
