/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "brine-models.h"

G_BEGIN_DECLS

/* @name: as it was typed, not empty. */
typedef void (*BrineNameFunc) (const char *name, gpointer user_data);

/**
 * brine_template_ask_name:
 * @heading: translated
 * @body: (nullable): translated
 * @name: what it is called yet, or empty
 * @verb: of the button, translated, with a mnemonic
 * @func: called when a name was given
 * @user_data: (transfer full)
 *
 * Asks for the name of a template.
 */
void brine_template_ask_name (GtkWindow *parent, const char *heading, const char *body,
                              const char *name, const char *verb, BrineNameFunc func,
                              gpointer user_data, GDestroyNotify free_func);

/**
 * brine_template_window_new:
 * @first: first day of the week that a template is applied to
 *
 * Returns: (transfer none): a window with the templates: apply, rename, delete
 */
GtkWidget *brine_template_window_new (GtkWindow *parent, BrineHistory *history, BrineClock *clock,
                                      BrineDay first);

G_END_DECLS
