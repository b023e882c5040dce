/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A page that has a shape for narrow windows. Property "narrow" (gboolean, default FALSE), set by
 * the window. */
#define BRINE_TYPE_NARROW_PAGE (brine_narrow_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (BrineNarrowPage, brine_narrow_page, BRINE, NARROW_PAGE, AdwBin)

struct _BrineNarrowPageClass
{
  AdwBinClass parent_class;

  /* "narrow" has changed, or was set while the page was made: lay the page out for it. */
  void (*arrange) (BrineNarrowPage *self, gboolean narrow);
};

gboolean brine_narrow_page_is_narrow (BrineNarrowPage *self);

G_END_DECLS
