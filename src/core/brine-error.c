/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "brine-error.h"

G_DEFINE_QUARK (brine - error - quark, brine_error)
