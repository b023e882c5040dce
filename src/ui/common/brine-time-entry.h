/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BRINE_TYPE_TIME_ENTRY (brine_time_entry_get_type ())
G_DECLARE_FINAL_TYPE (BrineTimeEntry, brine_time_entry, BRINE, TIME_ENTRY, AdwBin)

/* A time of day to type or to step: property "minute" (int, 0 to 1,439) notifies each change.
 * @label: its accessible name, translated. (transfer floating) */
GtkWidget *brine_time_entry_new (const char *label);
void brine_time_entry_set_minute (BrineTimeEntry *self, int minute);
int brine_time_entry_get_minute (BrineTimeEntry *self);

/* "7", "730", "7:30", "7.30", "19:30", "7:30 pm" to minutes of the day; FALSE leaves @out. */
gboolean brine_time_entry_parse (const char *text, int *out_minute);

G_END_DECLS
