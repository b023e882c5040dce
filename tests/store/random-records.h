/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

/* Records with every field filled at random, valid, with texts that break careless SQL. */
char *random_text (GRand *rand);
BrinePlanItem *random_item (GRand *rand);
BrineLog *random_log (GRand *rand);
BrineCheckin *random_checkin (GRand *rand);
BrineNight *random_night (GRand *rand);
BrinePause *random_pause (GRand *rand);
BrineContact *random_contact (GRand *rand);
BrineTemplate *random_template (GRand *rand);
BrineDelivery *random_delivery (GRand *rand);

G_END_DECLS
