/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-models.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Adds a person, or edits one: @contact NULL for a new one. Saves through @history. */
void brine_contact_dialog_present (GtkWidget *parent, BrineHistory *history,
                                   const BrineContact *contact, int position);

/* Edits the plan for hard days: four texts of one's own, kept as settings. */
void brine_hard_days_dialog_present (GtkWidget *parent, BrineHistory *history);

/* The four texts, in the order of display: setting key and heading. */
typedef struct
{
  const char *key;
  const char *title; /* translatable */
} BrineHardDaysField;
extern const BrineHardDaysField brine_hard_days_fields[4];

G_END_DECLS
