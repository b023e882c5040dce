/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "brine-first-week.h"
#include "brine-remind-group.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The short form of the first run. */
#define BRINE_TYPE_WISHES_FORM (brine_wishes_form_get_type ())
G_DECLARE_FINAL_TYPE (BrineWishesForm, brine_wishes_form, BRINE, WISHES_FORM, AdwBin)

GtkWidget *brine_wishes_form_new (void);
/* What stands in the form now. */
BrineFirstWeekWishes brine_wishes_form_get_wishes (BrineWishesForm *self);
/* What it asks of reminders. (transfer none) */
BrineRemindGroup *brine_wishes_form_get_remind (BrineWishesForm *self);

G_END_DECLS
