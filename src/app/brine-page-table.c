/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "brine-page-table.h"

#include "brine-calendar-page.h"
#include "brine-meals-page.h"
#include "brine-progress-page.h"
#include "brine-today-page.h"

#include <glib/gi18n.h>

typedef GtkWidget *(*MakePage) (BrineHistory *history, BrineClock *clock,
                                BrineCatalogue *catalogue);

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  MakePage make;
} pages[BRINE_N_PAGES] = {
  [BRINE_PAGE_TODAY] = { "today", N_ ("Today"), "brine-today-symbolic", brine_today_page_new },
  [BRINE_PAGE_CALENDAR] = { "calendar", N_ ("Calendar"), "brine-calendar-symbolic",
                            brine_calendar_page_new },
  [BRINE_PAGE_MEALS] = { "meals", N_ ("Meals"), "brine-meal-symbolic", brine_meals_page_new },
  [BRINE_PAGE_PROGRESS] = { "progress", N_ ("Progress"), "brine-progress-symbolic",
                            brine_progress_page_new },
};

const char *
brine_page_table_get_name (BrinePage page)
{
  return pages[page].name;
}

const char *
brine_page_table_get_title (BrinePage page)
{
  return _ (pages[page].title);
}

const char *
brine_page_table_get_icon_name (BrinePage page)
{
  return pages[page].icon_name;
}

gboolean
brine_page_table_find (const char *name, BrinePage *out_page)
{
  for (int page = 0; page < BRINE_N_PAGES; page++)
    if (g_strcmp0 (pages[page].name, name) == 0)
      {
        *out_page = (BrinePage)page;
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
brine_page_table_make (BrinePage page, BrineHistory *history, BrineClock *clock,
                       BrineCatalogue *catalogue)
{
  return pages[page].make (history, clock, catalogue);
}
