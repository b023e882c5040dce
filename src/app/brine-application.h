/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_APPLICATION (brine_application_get_type ())
G_DECLARE_FINAL_TYPE (BrineApplication, brine_application, BRINE, APPLICATION, AdwApplication)

/* The program with its window: one diary, one clock, one catalogue, handed to whoever needs them.
 * Options: --data-dir DIR, --now TIME. (transfer full) */
BrineApplication *brine_application_new (void);

G_END_DECLS
